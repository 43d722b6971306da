"""Writes ``docs/schema.md`` from the schema; a test fails when the file is stale."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pydantic import BaseModel

from netwerkkaart.schema.basis import ORGANISATIE, Herkomst, Knoop, Relatie
from netwerkkaart.schema.organisaties import Organisatie
from netwerkkaart.schema.register import BANDEN, FORMAAT, SOORTEN, TYPEN, properties_of
from netwerkkaart.schema.vocabularia import SECTOR, VOCABULARIA


def schema_markdown() -> str:
    """The whole schema as a Markdown page, in Dutch."""
    return "\n".join([*_head(), *_shared(), *_kinds(), *_types(), *_vocabularies()]) + "\n"


def _head() -> Iterator[str]:
    yield "# Het schema"
    yield ""
    yield f"Versie {FORMAAT}. Deze pagina wordt gemaakt uit `netwerkkaart/schema/`; wijzig ze daar."
    yield "Maak ze opnieuw met `python -m netwerkkaart.schema.documentatie`."
    yield ""
    yield "Elke organisatie draagt het label `Organisatie` en het label van haar soort."
    yield "De code `id` is uniek in de hele graaf. `tot` is de eerste dag waarop iets niet meer geldt."
    yield "Een datum die niet tot op de dag gekend is, heeft `…_precisie` naast zich (`maand` of `jaar`)."
    yield ""


def _shared() -> Iterator[str]:
    yield "## Op elke knoop en elke relatie"
    yield ""
    yield from _table(Herkomst, ())
    yield ""
    yield "## Op elke organisatie"
    yield ""
    yield from _table(Organisatie, tuple(Herkomst.model_fields))
    yield ""


def _kinds() -> Iterator[str]:
    yield "## Soorten knopen"
    yield ""
    for label, kind in SOORTEN.items():
        soort = kind.soort
        yield f"### {label}"
        yield ""
        yield kind.__doc__ or ""
        yield ""
        if soort.sector:
            yield f"- Sector: {SECTOR.woord(soort.sector)}."
        if soort.woorden:
            yield f"- Ook aanvaard bij het inlezen: {', '.join(soort.woorden)}."
        if soort.uitlijning:
            yield f"- Komt overeen met: {soort.uitlijning}."
        yield f"- Vrijgave, als er niets staat: `{kind.standaard_vrijgave}`."
        if soort.intern:
            yield "- Boekhouding van de graaf zelf; u leest ze niet in."
        yield ""
        basis = Organisatie if soort.basis == ORGANISATIE else Knoop
        eigen = list(_table(kind, (*basis.model_fields, *Herkomst.model_fields)))
        if len(eigen) > 2:
            yield from eigen
            yield ""


def _types() -> Iterator[str]:
    yield "## Relaties"
    yield ""
    yield f"Een *band* is een relatie van een van deze types: {', '.join(f'`{naam}`' for naam in BANDEN)}."
    yield ""
    for naam, relatie in TYPEN.items():
        soort = relatie.soort
        yield f"### {naam}"
        yield ""
        yield relatie.__doc__ or ""
        yield ""
        yield f"- Van {_labels(soort.van)} naar {_labels(soort.naar)}."
        if soort.ongericht:
            yield "- Zonder richting; één keer bewaard, van de laagste code naar de hoogste."
        if soort.uniek:
            yield "- Hoogstens één per knoop: een nieuw doel vervangt het vorige."
        if soort.sleutel:
            yield f"- Twee relaties tussen dezelfde uiteinden verschillen door: {', '.join(soort.sleutel)}."
        if soort.woorden:
            yield f"- Ook aanvaard bij het inlezen: {', '.join(soort.woorden)}."
        if soort.uitlijning:
            yield f"- Komt overeen met: {soort.uitlijning}."
        yield ""
        eigen = list(_table(relatie, tuple(Relatie.model_fields)))
        if len(eigen) > 2:
            yield from eigen
            yield ""


def _vocabularies() -> Iterator[str]:
    yield "## Waardenlijsten"
    yield ""
    for lijst in VOCABULARIA:
        yield f"### {lijst.naam}"
        yield ""
        yield lijst.uitleg
        yield ""
        for term in lijst.termen:
            ook = f" (ook: {', '.join(term.synoniemen)})" if term.synoniemen else ""
            yield f"- `{term.code}`: {term.woord}{ook}. {term.uitleg}".rstrip()
        yield ""


def _table(model: type[BaseModel], behalve: Iterable[str]) -> Iterator[str]:
    zonder = set(behalve)
    yield "| eigenschap | wat het is | waarde | verplicht |"
    yield "|---|---|---|---|"
    for naam, eigenschap in properties_of(model).items():
        if naam not in zonder:
            cellen = (eigenschap.omschrijving, eigenschap.vorm.verwacht, "ja" if eigenschap.verplicht else "")
            yield f"| `{naam}` | {' | '.join(cel.replace('|', '&#124;') for cel in cellen)} |"


def _labels(labels: tuple[str, ...]) -> str:
    return " of ".join(f"`{label}`" for label in labels)


if __name__ == "__main__":
    from pathlib import Path

    doel = Path(__file__).parents[2] / "docs" / "schema.md"
    doel.write_text(schema_markdown(), encoding="utf-8", newline="\n")
