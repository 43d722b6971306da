"""The verdicts as a grid: theme and step by target group, per area; counted where there are many areas."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol, TypeVar

from netwerkkaart.analyse.basis import DOELGROEPEN, LEEFTIJD, STAPPEN, counted
from netwerkkaart.analyse.hiaten import Cel
from netwerkkaart.analyse.hiaten_oordeel import OPEN, Celoordeel
from netwerkkaart.analyse.tekening import Raster, Toon, Vak
from netwerkkaart.analyse.uitkomst import MetBewijs, Uitkomst

MEESTE_GEBIEDEN = 6
"""Up to so many areas each has its own rows; beyond, the areas are counted."""

TOON: Mapping[Celoordeel, Toon] = {
    Celoordeel.GEEN_SCHOLEN: "neutraal",
    Celoordeel.WITTE_VLEK: "onbekend",
    Celoordeel.HIAAT: "fout",
    Celoordeel.VOLZET: "let op",
    Celoordeel.NIET_VERBONDEN: "nadruk",
    Celoordeel.GEDEKT: "goed",
}
_LEGENDE = tuple((toon, str(oordeel)) for oordeel, toon in TOON.items())


class Celrij(MetBewijs, Protocol):
    """A row about one cell."""

    @property
    def gebied_naam(self) -> str:
        """Name of the area."""

    @property
    def thema(self) -> str:
        """Theme."""

    @property
    def stap(self) -> str:
        """Step."""

    @property
    def doelgroep(self) -> str:
        """Target group."""

    @property
    def scholen(self) -> int:
        """Schools of the cell."""


R = TypeVar("R", bound=Celrij)


def cell_grid(
    uitkomst: Uitkomst[R],
    one: Callable[[R], Vak],
    many: Callable[[Sequence[R]], Vak],
    legende: tuple[tuple[Toon, str], ...],
) -> Raster:
    """A grid of cells, theme and step by target group.

    Args:
        uitkomst: its rows are about cells.
        one: draws one cell.
        many: draws the same cell of many areas.
        legende: what each colour means.
    """
    per_vak: dict[tuple[str, str, str, str], list[R]] = {}
    alle = tuple(uitkomst.rijen)
    gebieden = list(dict.fromkeys(rij.gebied_naam for rij in alle if rij.scholen))
    leeg = len({rij.gebied_naam for rij in alle}) - len(gebieden)
    samen = len(gebieden) > MEESTE_GEBIEDEN
    for rij in alle:
        gebied = "" if samen else rij.gebied_naam
        per_vak.setdefault((gebied, rij.thema, rij.stap, rij.doelgroep), []).append(rij)
    namen: list[str] = []
    vakken: list[tuple[Vak, ...]] = []
    for gebied in [""] if samen else gebieden:
        for thema, stap in STAPPEN:
            wat = f"{LEEFTIJD[thema]} {stap}"
            namen.append(f"{gebied}: {wat}" if gebied and len(gebieden) > 1 else wat)
            groepen = [per_vak[gebied, thema, stap, groep] for groep in DOELGROEPEN]
            vakken.append(tuple(many(groep) if samen else one(groep[0]) for groep in groepen))
    noten = []
    if samen:
        noten.append(f"Geteld over {len(gebieden)} gebieden.")
    if leeg:
        noten.append(f"Zonder {counted(leeg, 'gebied', 'gebieden')} waar geen scholen staan.")
    return Raster(uitkomst.titel, tuple(namen), DOELGROEPEN, tuple(vakken), legende, " ".join(noten))


def draw_hiaten(uitkomst: Uitkomst[Cel]) -> Raster:
    """The verdicts of :func:`~.hiaten.hiaten` as a grid with words."""
    return cell_grid(uitkomst, _one, _many, _LEGENDE)


def _one(rij: Cel) -> Vak:
    return Vak(str(rij.oordeel), TOON[rij.oordeel])


def _many(rijen: Iterable[Cel]) -> Vak:
    """What most calls for attention: known gaps first, then white spots, with how many areas."""
    telling = Counter(rij.oordeel for rij in rijen)
    for oordelen in (OPEN, (Celoordeel.WITTE_VLEK,), (Celoordeel.GEDEKT,)):
        beste = max(oordelen, key=lambda oordeel: telling[oordeel])
        if telling[beste]:
            met_scholen = sum(telling.values()) - telling[Celoordeel.GEEN_SCHOLEN]
            return Vak(f"{telling[beste]} van {met_scholen} {beste}", TOON[beste])
    return _one_word(Celoordeel.GEEN_SCHOLEN)


def _one_word(oordeel: Celoordeel) -> Vak:
    return Vak(str(oordeel), TOON[oordeel])
