"""Pictures of the chains: how many schools reach each step, and the share of closed chains with its range."""

from __future__ import annotations

from netwerkkaart.analyse.basis import STAPPEN, number, percentage
from netwerkkaart.analyse.keten import KetenRij
from netwerkkaart.analyse.ketencijfers import KetenCijfer
from netwerkkaart.analyse.ketenoordeel import Ketenoordeel
from netwerkkaart.analyse.tekening import Reeks, Staaf, Staven
from netwerkkaart.analyse.uitkomst import Uitkomst

_REEKSEN = (Reeks("bereikt", "goed"), Reeks("niet bereikt", "fout"), Reeks("niet in kaart", "onbekend"))


def draw_keten(uitkomst: Uitkomst[KetenRij]) -> Staven:
    """A bar per step: schools that reach it, that do not, and of which nothing is known."""
    telling = {stap: [0, 0, 0] for stap in STAPPEN}
    for rij in uitkomst.rijen:
        for stap in rij.stappen:
            plek = {Ketenoordeel.GESLOTEN: 0, Ketenoordeel.WITTE_VLEK: 2}.get(stap.oordeel, 1)
            telling[rij.thema, stap.stap][plek] += 1
    staven = [
        Staaf(
            f"thema {thema}, {stap}",
            tuple(map(float, aantal)),
            tekst=f"{percentage(aantal[0], sum(aantal))} bereikt",
        )
        for (thema, stap), aantal in telling.items()
        if sum(aantal)
    ]
    onder = "Niet in kaart: er past geen aanbod, en niemand ging na of het er is."
    return Staven(uitkomst.titel, "scholen", _REEKSEN, tuple(staven), onder)


def draw_ketencijfers(uitkomst: Uitkomst[KetenCijfer]) -> Staven:
    """A bar per area and theme: the share of closed chains, with what it could be at most."""
    staven = [
        Staaf(
            f"{rij.gebied_naam}, thema {rij.thema}",
            (_percent(rij.gesloten, rij.scholen),),
            (_percent(rij.gesloten, rij.scholen), _percent(rij.hoogstens, rij.scholen)),
            f"{percentage(rij.gesloten, rij.scholen)} van {number(rij.scholen)}",
        )
        for rij in uitkomst.rijen
        if rij.scholen
    ]
    onder = "De marge: van wat zeker gesloten is, tot alsof al wat niet in kaart is, er toch zou zijn."
    return Staven(
        uitkomst.titel, "% van de ketens is gesloten", (Reeks("gesloten", "goed"),), tuple(staven), onder
    )


def _percent(deel: int, geheel: int) -> float:
    """A share in whole per cent, as it is written behind the bar."""
    return float(percentage(deel, geheel).rstrip("%"))
