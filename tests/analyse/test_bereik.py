"""Reach, cells and chains against the oracle that is written straight from the definitions."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings

from netwerkkaart.analyse.basis import STAPPEN
from netwerkkaart.analyse.bereik import compute_reach, route
from netwerkkaart.analyse.drempels import Drempels
from netwerkkaart.analyse.hiaten import hiaten
from netwerkkaart.analyse.keten import keten
from tests.analyse.brute import Wereld
from tests.analyse.grafen import DATUM, Rijen, small, view, worlds
from tests.voorbeelden import aantal

vijftig = settings(max_examples=aantal(50), deadline=None)


def reached(rijen: Rijen, drempels: Drempels) -> set[tuple[str, str, str]]:
    bereik = compute_reach(view(rijen), drempels)
    return {
        (bereik.beeld.ids[int(bereik.start[s])], *STAPPEN[t])
        for s, t in zip(*bereik.bereikt.nonzero(), strict=True)
    }


@vijftig
@given(worlds())
def test_reach_is_what_the_definition_says(rijen: Rijen) -> None:
    for schakels in (1, 2, 3):
        wereld = Wereld(*rijen, DATUM, schakels=schakels)
        assert reached(rijen, Drempels(schakels=schakels)) == wereld.reached()


@vijftig
@given(worlds())
def test_route_is_shortest_and_rests_on_existing_bands(rijen: Rijen) -> None:
    beeld = view(rijen)
    wereld = Wereld(*rijen, DATUM)
    bestaat = {r[3]["rid"] for r in wereld.rel}
    for school in wereld.nodes("School"):
        afstand = wereld.distance(school)
        for org in beeld.ids[: beeld.aantal_organisaties]:
            pad = route(beeld, school, org)
            assert (None if pad is None else len(pad)) == afstand.get(org)
            assert set(pad or ()) <= bestaat


@vijftig
@given(worlds())
def test_every_cell_gets_the_first_verdict_that_fits(rijen: Rijen) -> None:
    beeld = view(rijen)
    wereld = Wereld(*rijen, DATUM)
    for cel in hiaten(beeld, per="gemeente").rijen:
        assert cel.oordeel == wereld.cell([cel.gebied], cel.thema, cel.stap, cel.doelgroep)
    for cel in hiaten(beeld).rijen:
        gemeenten = [g for g in wereld.nodes("Gemeente") if wereld.region_of(g) == cel.gebied]
        assert cel.oordeel == wereld.cell(gemeenten, cel.thema, cel.stap, cel.doelgroep)


@vijftig
@given(worlds())
def test_every_chain_gets_its_verdict_and_a_route_per_reached_step(rijen: Rijen) -> None:
    beeld = view(rijen)
    wereld = Wereld(*rijen, DATUM)
    bestaat = {str(r[3]["rid"]) for r in wereld.rel}
    uitkomst = keten(beeld)
    assert {(r.id, r.thema) for r in uitkomst.rijen} == {(s, t) for s, t, _ in wereld.triples()}
    for rij in uitkomst.rijen:
        assert rij.oordeel == wereld.chain(rij.id, rij.thema)
        for stap in rij.stappen:
            assert stap.oordeel == wereld.step(rij.id, rij.thema, stap.stap)
            if stap.schakels is not None:
                assert stap.schakels == wereld.distance(rij.id)[stap.aanbieder]
                assert stap.aanbod in wereld.reached_offers(rij.id, rij.thema, stap.stap)
                assert len(stap.route) == stap.schakels + 2
                assert set(stap.route) <= bestaat


def test_generator_makes_every_verdict_occur_often() -> None:
    cellen: Counter[str] = Counter()
    ketens: Counter[str] = Counter()
    for seed in range(60):
        beeld = view(small(seed))
        cellen.update(str(cel.oordeel) for cel in hiaten(beeld, per="gemeente").rijen)
        ketens.update(str(rij.oordeel) for rij in keten(beeld).rijen)
    assert min(cellen.values()) >= 30, cellen
    assert len(cellen) == 6
    assert min(ketens.values()) >= 5, ketens
    assert len(ketens) == 5
