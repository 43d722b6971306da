"""What partners get of any analysis names no sole practitioner, nor the mark that makes the stand-ins."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import astuple
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from netwerkkaart.analyse import ANALYSES, Analyse
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.graph.toen import Tijden
from netwerkkaart.graph.vrijgave import Profiel, beperk, beperk_tijden
from netwerkkaart.rapport.zicht import limit_times
from tests.analyse.brute import SECTOR
from tests.analyse.grafen import DATUM, Rijen, small, view
from tests.voorbeelden import aantal

NAAM = ("Xanthippe", "Quorn")
VERBODEN = (*map(str.casefold, NAAM), "imp:", "deadbeef")
EERDER = date(2025, 3, 31)


def practised(rijen: Rijen, seed: int) -> Rijen:
    """The same world in which some organisations are a person, some of whom stopped, and others tell of her."""
    r, (knopen, relaties) = random.Random(seed), rijen
    mogelijk = [id_ for label, id_, _ in knopen if label in SECTOR and label not in ("School", "Bestuur")]
    wie = r.sample(mogelijk, min(len(mogelijk), 3))
    biedt = {n: v for t, v, n, _ in relaties if t == "BIEDT" and v in wie}
    nieuw = {id_: f"ggz:xanthippe-quorn-{id_}" for id_ in wie}
    nieuw |= {aanbod: f"aanbod:rouwgroep-xanthippe-quorn-{aanbod}" for aanbod in biedt}
    imp = {"imp": "imp:20260101T000000Z-deadbeef", "bron": "Mail van Quorn Xanthippe"}

    def fields(id_: str, velden: dict[str, object]) -> Mapping[str, object]:
        if id_ in wie:
            einde = {"tot": r.choice([date(2026, 1, 1), DATUM])} if r.random() < 0.3 else {}
            persoon = {"naam": f"Praktijk {' '.join(NAAM)}", "email": "x@quorn.be", "zelfstandige": True}
            return {**velden, **imp, **persoon, **einde}
        return {**velden, **imp, **({"naam": "Groep van mevrouw Quorn"} if id_ in biedt else {})}

    om = [(label, nieuw.get(id_, id_), fields(id_, dict(velden))) for label, id_, velden in knopen]
    banden = []
    for type_, van, naar, velden in relaties:
        een, ander = nieuw.get(van, van), nieuw.get(naar, naar)
        if type_ in ("WERKT_SAMEN_MET", "TANDEM_MET") and ander < een:
            een, ander = ander, een
        rid = "|".join([type_, een, ander, *([str(velden["stap"])] if velden.get("stap") else [])])
        banden.append((type_, een, ander, {**velden, **imp, "rid": rid}))
    return om, list({b[3]["rid"]: b for b in banden}.values())


def _times(rijen: Rijen) -> Tijden:
    """A year in which she was no practitioner at its beginning, for all that was known then."""
    knopen, relaties = rijen
    toen = [(la, i, {k: w for k, w in v.items() if k != "zelfstandige"}) for la, i, v in knopen]
    alles, vroeger = Beeld.from_rows(knopen, relaties), Beeld.from_rows(toen, relaties[::2])
    codes = (("imp:20260101T000000Z-deadbeef",), ("imp:20260201T000000Z-deadbeef",))
    return Tijden((EERDER, DATUM), (vroeger, alles), alles, codes)


def _said(analyse: Analyse, invoer: Beeld | Tijden) -> str:
    """All that an analysis says, as somebody could write it down."""
    uitkomst = analyse.load()(invoer, regio="limburg", **analyse.defaults())
    draw = analyse.load_tekening()
    tekening = draw(uitkomst) if draw is not None else None
    rijen = [astuple(rij) for rij in uitkomst.rijen]
    return repr((uitkomst.titel, uitkomst.kanttekeningen, uitkomst.cijfers, rijen, tekening)).casefold()


@settings(max_examples=aantal(6), deadline=None)
@given(st.integers(0, 10**9), st.sampled_from([Profiel.PARTNERS, Profiel.OPENBAAR]))
def test_no_analysis_names_her_or_the_mark_of_an_import(seed: int, profiel: Profiel) -> None:
    rijen = practised(small(seed), seed)
    beeld, tijden = beperk(view(rijen), profiel), _times(rijen)
    verleden = (beperk_tijden(tijden, profiel), limit_times(tijden, profiel))
    for naam, analyse in ANALYSES.items():
        for invoer in (beeld,) if analyse.invoer == "beeld" else verleden:
            gezegd = _said(analyse, invoer)
            assert [woord for woord in VERBODEN if woord in gezegd] == [], naam


def test_the_world_would_name_her() -> None:
    gezegd = _said(ANALYSES["evolutie"], _times(practised(small(1), 1)))
    assert [woord for woord in VERBODEN if woord not in gezegd] == []
