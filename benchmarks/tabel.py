"""The table, on the terminal and as ``docs/metingen.md``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.table import Table

from benchmarks.machine import Machine
from benchmarks.meten import Hoofdstuk, Uitslag

KOPPEN = ("meting", "netwerkkaart", "kaal", "verhouding", "doel", "gehaald")
_KOP = """\
# Metingen

Dit bestand wordt gemaakt door `make bench`; verander het niet met de hand. Seconden zeggen weinig, want
elke machine is anders en er loopt vaak nog ander werk op. Daarom staat onze tijd naast die van de kale
bibliotheek, in dezelfde beurt en om en om gemeten: de verhouding is de middelste van de paren, met de
kleinste en de grootste erbij. Bij de kale kant staat de vuilnisophaler van Python uit. Een doel is
gehaald of niet; wat niet gehaald is, staat er zo.
"""


def print_chapter(console: Console, hoofdstuk: Hoofdstuk) -> None:
    """One chapter on the terminal."""
    console.print(f"\n[bold]{hoofdstuk.titel}[/bold]")
    if hoofdstuk.uitslagen:
        tabel = Table(*KOPPEN)
        for uitslag in hoofdstuk.uitslagen:
            tabel.add_row(*_cells(uitslag))
        console.print(tabel)
    for opmerking in hoofdstuk.opmerkingen:
        console.print(opmerking)


def markdown(hoofdstukken: Sequence[Hoofdstuk], machine: Machine) -> str:
    """All chapters as one page."""
    return "\n".join([_KOP, *_about(machine), "", summary(hoofdstukken), *_chapters(hoofdstukken)]) + "\n"


def summary(hoofdstukken: Sequence[Hoofdstuk]) -> str:
    """How many targets are met, and which are not."""
    met_doel = [(h, u) for h in hoofdstukken for u in h.uitslagen if u.gehaald is not None]
    niet = [f"{h.titel.partition(' (')[0]}: {u.naam}" for h, u in met_doel if not u.gehaald]
    overgeslagen = [h.titel for h in hoofdstukken if not h.uitslagen]
    zin = f"Gehaald: {len(met_doel) - len(niet)} van de {len(met_doel)} doelen."
    if niet:
        zin += f" Niet gehaald: {'; '.join(niet)}."
    if overgeslagen:
        zin += f" Overgeslagen: {'; '.join(overgeslagen)}."
    return zin


def _about(machine: Machine) -> Iterator[str]:
    yield f"- Datum: {machine.datum}"
    yield f"- Machine: {machine.woorden}"
    yield f"- Versies: {machine.versies}"
    yield f"- Ander werk: {machine.belasting}"
    yield f"- Duur van de hele beurt: {machine.duur}"


def _chapters(hoofdstukken: Sequence[Hoofdstuk]) -> Iterator[str]:
    for hoofdstuk in hoofdstukken:
        yield f"\n## {hoofdstuk.titel}\n"
        yield hoofdstuk.uitleg
        if hoofdstuk.uitslagen:
            yield "\n| " + " | ".join(KOPPEN) + " |"
            yield "|---|--:|--:|--:|--:|:-:|"
            yield from ("| " + " | ".join(_cells(uitslag)) + " |" for uitslag in hoofdstuk.uitslagen)
        for opmerking in hoofdstuk.opmerkingen:
            yield f"\n{opmerking}"


def _cells(uitslag: Uitslag) -> tuple[str, ...]:
    gehaald = "" if uitslag.gehaald is None else "ja" if uitslag.gehaald else "nee"
    return uitslag.naam, uitslag.ons, uitslag.kaal, uitslag.verhouding, uitslag.doel, gehaald
