"""Indicators as bars with their ranges: regions beside each other, or all rates of one region."""

from __future__ import annotations

from dataclasses import replace

from netwerkkaart.analyse.basis import percentage
from netwerkkaart.analyse.indicatoren import ALLES, Indicator
from netwerkkaart.analyse.indicatoren_maat import CODE_HIATEN, CODE_KETEN
from netwerkkaart.analyse.tekening import Reeks, Staaf, Staven
from netwerkkaart.analyse.uitkomst import Uitkomst

_REEKSEN = (Reeks("hoe hoger, hoe beter", "goed"), Reeks("hoe lager, hoe beter", "fout"))
_ONDERSCHRIFT = (
    "Het streepje loopt van minstens tot hoogstens: zo veel blijft open door wat niet in kaart is."
)


def draw_indicatoren(uitkomst: Uitkomst[Indicator]) -> Staven:
    """Closed chains of every region; of one region every rate for −12 and +12."""
    rijen = [rij for rij in uitkomst.rijen if rij.leeftijd != "alle" and rij.aandeel is not None]
    eigen = {rij.gebied for rij in rijen} - {ALLES}
    if len(eigen) == 1:
        staven = tuple(_bar(rij, f"{rij.leeftijd} {rij.code}") for rij in rijen if rij.gebied in eigen)
        return Staven(uitkomst.titel, "procent", _REEKSEN, staven, _ONDERSCHRIFT)
    ketens = sorted((rij for rij in rijen if rij.code == CODE_KETEN), key=lambda rij: rij.leeftijd == "+12")
    balken = (_bar(rij, f"{rij.leeftijd} {rij.gebied_naam}") for rij in ketens)
    een = tuple(replace(balk, waarden=balk.waarden[:1]) for balk in balken)
    eenheid = "procent van de scholen met een gesloten keten"
    return Staven(uitkomst.titel, eenheid, _REEKSEN[:1], een, _ONDERSCHRIFT)


def _bar(rij: Indicator, label: str) -> Staaf:
    aandeel = 100 * (rij.aandeel or 0)
    marge = None if rij.laag is None or rij.hoog is None else (100 * rij.laag, 100 * rij.hoog)
    tekst = f"{percentage(rij.aandeel or 0, 1)} van {rij.noemer}"
    waarden = (0.0, aandeel) if rij.code == CODE_HIATEN else (aandeel, 0.0)
    return Staaf(label, waarden, marge, tekst)
