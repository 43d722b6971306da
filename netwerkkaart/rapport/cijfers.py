"""The key figures on the first page: each with its denominator and the range that the unknown leaves."""

from __future__ import annotations

from collections.abc import Iterator

from netwerkkaart.analyse.basis import LEEFTIJD, percentage
from netwerkkaart.analyse.hiaten_oordeel import Celoordeel
from netwerkkaart.rapport.bron import Bron
from netwerkkaart.rapport.model import Cijfer


def key_figures(bron: Bron) -> tuple[Cijfer, ...]:
    """Closed chains of both age groups, covered cells, and whom the tandem reaches."""
    return (*_chains(bron), *_cells(bron), *_tandem(bron))


def _figure(naam: str, getal: int, van: int, wat: str, hoogstens: int | None = None) -> Cijfer:
    hoog = getal if hoogstens is None else hoogstens
    onbekend = hoog - getal
    marge = (
        f"{onbekend} onbekend: {percentage(getal, van)} tot {percentage(hoog, van)}"
        if onbekend
        else percentage(getal, van)
    )
    return Cijfer(naam, getal, van, wat, getal / van, hoog / van, marge)


def _chains(bron: Bron) -> Iterator[Cijfer]:
    for thema, leeftijd in LEEFTIJD.items():
        rijen = [rij for rij in bron.run("ketencijfers").rijen if rij.thema == thema]
        scholen, gesloten, hoogstens = (
            sum(getattr(rij, veld) for rij in rijen) for veld in ("scholen", "gesloten", "hoogstens")
        )
        if scholen:
            yield _figure(f"Gesloten ketens {leeftijd}", gesloten, scholen, "scholen", hoogstens)


def _cells(bron: Bron) -> Iterator[Cijfer]:
    telling = bron.run("hiaten").cijfers
    waarden = {oordeel: int(telling.get(str(oordeel)) or 0) for oordeel in Celoordeel}
    alle = sum(waarden.values()) - waarden[Celoordeel.GEEN_SCHOLEN]
    gedekt = waarden[Celoordeel.GEDEKT]
    if alle:
        yield _figure("Gedekte cellen", gedekt, alle, "cellen", gedekt + waarden[Celoordeel.WITTE_VLEK])


def _tandem(bron: Bron) -> Iterator[Cijfer]:
    if bron.regio is None:
        return
    telling = bron.run("tandem").cijfers
    alle = sum(int(waarde or 0) for waarde in telling.values())
    if alle:
        bereikt = alle - int(telling.get("blinde vlek") or 0)
        yield _figure("Bereikt door de tandem", bereikt, alle, "organisaties")
