"""Results of analyses as the map takes them (:mod:`netwerkkaart.kaart.invoer`)."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice, takewhile
from typing import Any

from netwerkkaart.analyse.basis import enumerate_words
from netwerkkaart.analyse.bereik import Bereik, compute_reach
from netwerkkaart.analyse.bevindingen import drie_bevindingen
from netwerkkaart.analyse.bruggen import BrugRij, bruggen
from netwerkkaart.analyse.drempels import STANDAARD, Drempels
from netwerkkaart.analyse.gemeenschappen_indeling import Indeling
from netwerkkaart.analyse.keten import KetenRij, keten
from netwerkkaart.analyse.nieuwe_bruggen import NieuweBrug, nieuwe_bruggen
from netwerkkaart.analyse.uitkomst import Uitkomst
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.kaart.invoer import BreekbareBrug, Brugcijfers, KaartInvoer, NieuweBand, SchoolOordeel
from netwerkkaart.kaart.richting import isolate_names
from netwerkkaart.schema.vocabularia import STAP

_BREEKBAAR = 50
_NIEUW = 12


def make_invoer(
    beeld: Beeld,
    drempels: Drempels = STANDAARD,
    *,
    regio: str | None = None,
    bereik: Bereik | None = None,
    klaar: Mapping[str, Uitkomst[Any]] | None = None,
    indeling: Indeling | None = None,
) -> KaartInvoer:
    """Run the analyses that the map shows.

    Args:
        beeld: the view at a date, limited to what the profile of the map may show: findings name names.
        drempels: the thresholds.
        regio: only results of this region; measures are of the whole graph.
        bereik: the reach, when it was computed already with the same thresholds.
        klaar: results of the same view, thresholds and region that were computed already, by the name of
            their analysis: ``keten``, ``bruggen`` and ``nieuwe-bruggen`` are taken from it. Of new bridges
            the map then shows as many as these are, up to twelve.
        indeling: the communities of the same view, when they were computed already.

    Raises:
        NietGevonden: there is no such region.
        ValueError: the view is not tied to a date.
    """
    beeld = isolate_names(beeld)
    bereik = bereik or compute_reach(beeld, drempels)
    klaar = klaar or {}
    ketens = klaar.get("keten") or keten(beeld, drempels, regio=regio, bereik=bereik)
    breekbaar = klaar.get("bruggen") or bruggen(beeld, drempels, regio=regio, bereik=bereik)
    nieuw = klaar.get("nieuwe-bruggen") or nieuwe_bruggen(beeld, _NIEUW, drempels, regio=regio, bereik=bereik)
    return KaartInvoer(
        oordelen=tuple(_verdict(rij) for rij in ketens.rijen),
        bevindingen=drie_bevindingen(
            beeld, drempels, regio=regio, bereik=bereik, breekbaar=breekbaar, nieuw=nieuw
        ),
        breekbaar=tuple(
            _fragile(rij) for rij in islice((r for r in breekbaar.rijen if r.breekbaar), _BREEKBAAR)
        ),
        nieuw=tuple(_new(rij) for rij in nieuw.rijen[:_NIEUW]),
        uitleg=_explanation(drempels, ketens.kanttekeningen),
        bereik=bereik,
        brugcijfers=_figures(breekbaar),
        indeling=indeling,
    )


def _verdict(rij: KetenRij) -> SchoolOordeel:
    return SchoolOordeel(rij.id, rij.thema, rij.oordeel, _reason(rij))


def _reason(rij: KetenRij) -> str:
    """Which steps are open, and why: a sentence that many schools share."""
    stappen = [
        f"{STAP.woord(stap.stap)} ({stap.oordeel.value})"
        for stap in rij.stappen
        if stap.stap in rij.ontbreekt
    ]
    return f"Thema {rij.thema}, nog open: {enumerate_words(stappen)}." if stappen else ""


def _fragile(rij: BrugRij) -> BreekbareBrug:
    return BreekbareBrug(rij.van, rij.naar, rij.reden, rij.scholen, rij.een_organisatie, rij.bewijs)


def _figures(uitkomst: Uitkomst[BrugRij]) -> Brugcijfers:
    aantal, breekbaar, organisatie, snijdend = (
        int(uitkomst.cijfers[naam] or 0) for naam in ("bruggen", "breekbaar", "een_organisatie", "snijranden")
    )
    # Those on which most schools hang come first.
    hangen = (rij for rij in takewhile(lambda rij: rij.scholen, uitkomst.rijen) if rij.breekbaar)
    scholen = dict.fromkeys(school for rij in hangen for school in rij.scholen)
    return Brugcijfers(aantal, breekbaar, organisatie, snijdend, tuple(scholen))


def _new(rij: NieuweBrug) -> NieuweBand:
    return NieuweBand(
        rij.van, rij.naar, rij.scholen, rij.forum, rij.fora, rij.winst, rij.scholen_gesloten, rij.stappen
    )


def _explanation(drempels: Drempels, kanttekeningen: tuple[str, ...]) -> tuple[str, ...]:
    zinnen = drempels.zinnen()
    return (
        "Een keten is gesloten als de school elke stap bereikt, bij aanbod dat nog plaats heeft.",
        *zinnen.values(),
        *kanttekeningen,
    )
