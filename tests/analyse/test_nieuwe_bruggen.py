"""New bridges against adding every possible tie and walking the graph again."""

from __future__ import annotations

import math
from itertools import combinations

import numpy as np
from hypothesis import given, settings

from netwerkkaart.analyse.basis import STAPPEN
from netwerkkaart.analyse.bereik import compute_reach
from netwerkkaart.analyse.drempels import Drempels
from netwerkkaart.analyse.keten import keten
from netwerkkaart.analyse.nieuwe_bruggen import nieuwe_bruggen
from netwerkkaart.analyse.winst import Winst
from tests.analyse.brute import Wereld
from tests.analyse.grafen import DATUM, Rijen, view, worlds
from tests.voorbeelden import aantal

Drie = tuple[str, str, str]
dertig = settings(max_examples=aantal(30), deadline=None)


def meet(wereld: Wereld, u: str, v: str) -> bool:
    fora = {
        o: {f for org, f in wereld.of("NEEMT_DEEL_AAN") if org == o and wereld.soort[f] == "Forum"}
        for o in (u, v)
    }
    return bool(fora[u] & fora[v])


@dertig
@given(worlds())
def test_the_gain_of_every_possible_tie_is_exact(rijen: Rijen) -> None:
    for schakels in (1, 2, 3):
        wereld = Wereld(*rijen, DATUM, schakels=schakels)
        beeld = view(rijen)
        bereik = compute_reach(beeld, Drempels(schakels=schakels))
        winst = Winst(bereik, np.ones(len(bereik.start), dtype=np.bool_))
        verwacht = wereld.gains()
        gevonden = {}
        for u, v in combinations(range(beeld.aantal_organisaties), 2):
            nieuw = winst.triples(u, v)
            if nieuw.any():
                paar = (min(beeld.ids[u], beeld.ids[v]), max(beeld.ids[u], beeld.ids[v]))
                gevonden[paar] = {
                    (beeld.ids[int(bereik.start[s])], *STAPPEN[t])
                    for s, t in zip(*nieuw.nonzero(), strict=True)
                }
        assert gevonden == verwacht
        top, eens, anders = winst.best()
        assert top == max(map(len, verwacht.values()), default=0)
        hoogste = {
            (min(beeld.ids[u], beeld.ids[v]), max(beeld.ids[u], beeld.ids[v]))
            for u, v in zip(eens, anders, strict=True)
        }
        assert hoogste == {paar for paar, drie in verwacht.items() if len(drie) == top}


@dertig
@given(worlds())
def test_each_pick_is_the_greedy_one_with_ties_broken_by_forum_then_ids(rijen: Rijen) -> None:
    wereld = Wereld(*rijen, DATUM)
    winsten = wereld.gains()
    gedekt: set[Drie] = set()
    for rij in nieuwe_bruggen(view(rijen), 4).rijen:
        beste = min(winsten, key=lambda paar: (-len(winsten[paar] - gedekt), not meet(wereld, *paar), *paar))
        assert (rij.van, rij.naar) == beste
        assert rij.winst == len(winsten[beste] - gedekt)
        assert rij.winst_alleen == len(winsten[beste])
        assert set(rij.scholen) == {s for s, _, _ in winsten[beste] - gedekt}
        assert bool(rij.forum) == meet(wereld, *beste)
        gedekt |= winsten[beste]


@dertig
@given(worlds())
def test_greedy_reaches_the_promised_share_of_the_best_set(rijen: Rijen) -> None:
    winsten = Wereld(*rijen, DATUM).gains()
    # Only the maximal ones can matter, so that enumeration stays small.
    groot = list({frozenset(d) for d in winsten.values()})
    groot = [d for d in groot if not any(d < ander for ander in groot)]
    for k in (1, 2, 3):
        beste = max(
            (len(frozenset().union(*keuze)) for keuze in combinations(groot, min(k, len(groot)))), default=0
        )
        gekozen = sum(rij.winst for rij in nieuwe_bruggen(view(rijen), k).rijen)
        assert beste >= gekozen >= (1 - 1 / math.e) * beste


@dertig
@given(worlds())
def test_chains_that_close_are_the_chains_that_a_real_tie_closes(rijen: Rijen) -> None:
    for rij in nieuwe_bruggen(view(rijen), 1).rijen:
        rid = f"WERKT_SAMEN_MET|{rij.van}|{rij.naar}"
        met = (rijen[0], [*rijen[1], ("WERKT_SAMEN_MET", rij.van, rij.naar, {"rid": rid})])
        dicht = [
            {(r.id, r.thema) for r in keten(view(w)).rijen if r.oordeel == "gesloten"} for w in (rijen, met)
        ]
        assert dicht[0] <= dicht[1]
        assert len(dicht[1] - dicht[0]) == rij.ketens_gesloten
        assert {id_ for id_, _ in dicht[1] - dicht[0]} == set(rij.scholen_gesloten)


@dertig
@given(worlds())
def test_a_region_counts_only_its_own_schools(rijen: Rijen) -> None:
    wereld = Wereld(*rijen, DATUM)
    for rij in nieuwe_bruggen(view(rijen), 3, regio="Limburg").rijen:
        assert {wereld.region(s) for s in rij.scholen} == {"limburg"}
