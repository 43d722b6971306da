"""``docs/queries.md``, made from the headers of the queries.

Run ``python -m netwerkkaart.vragen.documentatie``; a test fails when the document is stale.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from netwerkkaart.vragen.bibliotheek import Vraag, load_library

OVER = {
    "aanbod": "Aanbod",
    "bruggen": "Bruggen",
    "evolutie": "Evolutie",
    "fora": "Fora",
    "hiaten": "Hiaten",
    "kwaliteit": "Kwaliteit van de gegevens",
    "praktijken": "Praktijken en afspraken",
    "tandem": "Tandem",
    "verankering": "Verankering",
}
"""Heading of each folder."""
_INLEIDING = """\
# De vragen van de bibliotheek

<!-- Gemaakt uit queries/: python -m netwerkkaart.vragen.documentatie -->

Elke vraag is één bestand in `queries/`, in gewone Cypher: u kunt ze zo in Neo4j Browser plakken.
Met Netwerkkaart:

```
netwerkkaart query lijst                                          alle vragen
netwerkkaart query toon scholen_zonder_clb                        de vraag, haar parameters en de Cypher
netwerkkaart query voer scholen_zonder_clb --param regio=limburg --uit scholen.xlsx
```

Beide opslagen geven dezelfde rijen. Het voorbeeld bij elke vraag is het hele antwoord op een verzonnen
streek van een handvol organisaties in Genk, Bree en Turnhout (`tests/vragen/voorbeeld.py`), op 24 november
2026; de tests rekenen elk antwoord na, in beide opslagen."""


def queries_markdown() -> str:
    """The whole document."""
    return "\n".join([_INLEIDING, *_folders(), ""])


def _folders() -> Iterator[str]:
    for map_, vragen in groupby(load_library().values(), key=lambda vraag: vraag.map):
        yield f"\n## {OVER.get(map_, map_)}"
        for vraag in vragen:
            yield from _query(vraag)


def _query(vraag: Vraag) -> Iterator[str]:
    yield f"\n### {vraag.titel}\n\n`{vraag.naam}` · {vraag.vraag}\n"
    if vraag.grenzen:
        yield f"Let op: {vraag.grenzen}\n"
    yield f"Bron: {vraag.bron}\n"
    if vraag.parameters:
        yield "| parameter | soort | als u niets zegt | uitleg |\n|---|---|---|---|"
        for p in vraag.parameters:
            yield f"| `{p.naam}` | {p.soort} | {p.standaard or '(leeg)'} | {p.uitleg} |"
        yield ""
    yield from _answer(vraag)


def _answer(vraag: Vraag) -> Iterator[str]:
    """The columns with what they mean, above the example."""
    yield f"| {' | '.join(f'`{naam}`: {uitleg}' for naam, uitleg in vraag.kolommen.items())} |"
    yield "|" + "---|" * len(vraag.kolommen)
    for rij in vraag.voorbeeld:
        yield f"| {' | '.join(rij)} |"


if __name__ == "__main__":
    from pathlib import Path

    doel = Path(__file__).parents[2] / "docs" / "queries.md"
    doel.write_text(queries_markdown(), encoding="utf-8", newline="\n")
