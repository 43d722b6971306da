"""The regions beside each other, with what is not known."""

from __future__ import annotations

from collections.abc import Iterator

from netwerkkaart.analyse.basis import percentage
from netwerkkaart.analyse.indicatoren import ALLES, Indicator
from netwerkkaart.rapport.bouwstenen import picture, tell
from netwerkkaart.rapport.bron import Bron
from netwerkkaart.rapport.delen import agreements, what_changed, where_it_stands
from netwerkkaart.rapport.model import Alinea, Deel, Tabel


def region_sections(bron: Bron) -> tuple[Deel, ...]:
    """Indicators first, then the sections of a region over all of them."""
    return (
        Deel(
            "De regio's naast elkaar",
            (
                Alinea(
                    "Een regio die weinig in kaart bracht, lijkt slechter of beter dan ze is. Kijk naar de "
                    "marge, niet naar het getal: hoogstens is wat het zou zijn als alles wat onbekend is, er "
                    "toch is."
                ),
                tell(bron, "indicatoren"),
                *picture(bron, "indicatoren", "Scholen met een gesloten keten, per regio"),
                *_tables(bron),
            ),
        ),
        where_it_stands(bron),
        *((what_changed(bron),) if bron.tijden is not None else ()),
        agreements(bron),
    )


def _tables(bron: Bron) -> Iterator[Tabel]:
    """Per age group: every indicator of every region, the whole last."""
    rijen = tuple(bron.run("indicatoren").rijen)
    gebieden = sorted(dict.fromkeys(rij.gebied for rij in rijen), key=lambda gebied: gebied == ALLES)
    namen = {rij.gebied: "Samen" if rij.gebied == ALLES else rij.gebied_naam for rij in rijen}
    for leeftijd in ("−12", "+12", "alle"):
        eigen = {(rij.code, rij.gebied): _cell(rij) for rij in rijen if rij.leeftijd == leeftijd}
        codes = list(dict.fromkeys(code for code, _ in eigen))
        if codes:
            wat = "Voor alle leeftijden" if leeftijd == "alle" else f"Voor {leeftijd}"
            yield Tabel(
                f"{wat}, per regio",
                ("Indicator", *(namen[gebied] for gebied in gebieden)),
                tuple((code, *(eigen.get((code, gebied), "–") for gebied in gebieden)) for code in codes),
                "Het aantal, het geheel, en het aandeel van minstens tot hoogstens.",
            )


def _cell(rij: Indicator) -> str:
    """``182/302 (60–72%)``"""
    if rij.noemer is None:
        return str(rij.teller)
    if not rij.noemer:
        return "–"
    laag = percentage(rij.teller, rij.noemer)
    hoog = laag if rij.hoog is None else percentage(rij.hoog, 1)
    return f"{rij.teller}/{rij.noemer} ({laag if laag == hoog else f'{laag[:-1]}–{hoog}'})"
