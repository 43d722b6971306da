"""Rows that are made on reading are the rows; the moves on columns do what plain Python does."""

from __future__ import annotations

import pickle
from bisect import bisect_right
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netwerkkaart.analyse import ANALYSES
from netwerkkaart.analyse.bereik import compute_reach
from netwerkkaart.analyse.drempels import Drempels
from netwerkkaart.analyse.kolommen import bounds, find, first_of_runs, reduce_groups, sort_rows, spread
from netwerkkaart.analyse.rijen import Rijen, joined
from tests.analyse.brute import STAPPEN, Wereld
from tests.analyse.grafen import DATUM, view, worlds
from tests.analyse.grafen import Rijen as Wereldrijen
from tests.analyse.invoer import make_invoer

getallen = st.lists(st.integers(0, 9), max_size=30)


def row(plek: int) -> tuple[str, int]:
    return f"rij {plek}", plek


def test_rows_made_on_reading_are_the_tuple_of_them() -> None:
    rijen, zelfde = Rijen(4, row), tuple(map(row, range(4)))
    assert rijen == zelfde
    assert zelfde == rijen
    assert rijen == Rijen(4, row)
    assert (hash(rijen), repr(rijen), list(rijen)) == (hash(zelfde), repr(zelfde), list(zelfde))
    assert rijen[-1] == zelfde[-1]
    assert rijen[1:] == zelfde[1:]
    assert rijen[::-2] == zelfde[::-2]
    assert ("rij 2", 2) in rijen
    assert rijen.index(("rij 2", 2)) == 2
    assert pickle.loads(pickle.dumps(rijen)) == zelfde
    assert rijen != zelfde[:3]
    assert rijen != Rijen(5, row)
    assert rijen != list(zelfde)
    assert not Rijen(0, row)
    for plek in (4, -5):
        with pytest.raises(IndexError):
            rijen[plek]


@given(st.lists(st.lists(st.integers(), max_size=4), max_size=5))
def test_joined_rows_stand_after_each_other(delen: list[list[int]]) -> None:
    alles = tuple(waarde for deel in delen for waarde in deel)
    samen = joined(*delen)
    assert samen == alles
    assert [samen[plek] for plek in range(-len(alles), len(alles))] == [*alles, *alles]


@pytest.mark.parametrize("naam", list(ANALYSES))
@settings(max_examples=15, deadline=None)
@given(rijen=worlds(), data=st.data())
def test_a_row_is_the_same_whenever_it_is_read(naam: str, rijen: Wereldrijen, data: st.DataObject) -> None:
    analyse = ANALYSES[naam]
    opties = {"regio": "limburg"} if analyse.regio_verplicht else {}
    beeld = view(rijen)
    eerst, later = (tuple(analyse.load()(make_invoer(analyse, beeld), **opties).rijen) for _ in range(2))
    assert eerst == later
    uitkomst = analyse.load()(make_invoer(analyse, beeld), **opties)
    for plek in data.draw(st.lists(st.sampled_from(range(len(eerst))), max_size=5) if eerst else st.just([])):
        assert uitkomst.rijen[plek] == eerst[plek]
    assert pickle.loads(pickle.dumps(uitkomst)) == uitkomst


@settings(max_examples=50, deadline=None)
@given(worlds(), st.integers(1, 3))
def test_everything_that_is_reached_is_what_the_definition_says(rijen: Wereldrijen, schakels: int) -> None:
    wereld = Wereld(*rijen, DATUM, schakels=schakels)
    bereik = compute_reach(view(rijen), Drempels(schakels=schakels))
    ids = bereik.beeld.ids
    dient = np.asarray(bereik.aanbod.stappen.any(axis=1))
    gevonden = {
        (ids[int(bereik.start[s])], ids[int(bereik.aanbod.knopen[a])])
        for s, a in zip(*bereik.raak.alle.nonzero(), strict=True)
        if dient[a]
    }
    # Whether the school has the theme does not matter here: an offer fits it or its neighbours.
    assert gevonden == {
        (school, aanbod)
        for school in wereld.nodes("School")
        for thema, stappen in STAPPEN.items()
        for stap in stappen
        for aanbod in wereld.reached_offers(school, thema, stap)
    }
    assert (bereik.raak.alle.data == 1).all()


@given(getallen, getallen)
def test_find_gives_the_last_of_equals_or_nothing(sleutels: list[int], gezocht: list[int]) -> None:
    sleutels = sorted(sleutels)
    verwacht = [bisect_right(sleutels, w) - 1 if w in sleutels else -1 for w in gezocht]
    assert find(np.array(sleutels, dtype=np.int64), np.array(gezocht, dtype=np.int64)).tolist() == verwacht


@given(getallen, st.lists(st.integers(0, 9), max_size=8))
def test_groups_of_a_sorted_column(waarden: list[int], groepen: list[int]) -> None:
    kolom = np.array(sorted(waarden), dtype=np.int64)
    grenzen = bounds(kolom, 10)
    per_groep = [range(begin, eind) for begin, eind in pairwise(grenzen.tolist())]
    assert [kolom[list(leden)].tolist() for leden in per_groep] == [[w] * waarden.count(w) for w in range(10)]
    rij, lid = spread(grenzen, np.array(groepen, dtype=np.int64))
    assert list(zip(rij.tolist(), lid.tolist(), strict=True)) == [
        (nummer, lid) for nummer, groep in enumerate(groepen) for lid in per_groep[groep]
    ]
    inhoud = np.array([7 * w % 5 for w in range(len(kolom))], dtype=np.int64)
    assert reduce_groups(np.minimum, inhoud, grenzen, -1).tolist() == [
        min((int(inhoud[lid]) for lid in leden), default=-1) for leden in per_groep
    ]
    assert np.flatnonzero(first_of_runs(kolom)).tolist() == [leden[0] for leden in per_groep if leden]


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 2**40), st.integers(0, 2**30)), max_size=20))
def test_rows_of_numbers_are_sorted_also_when_they_do_not_fit_in_one(rijen: list[tuple[int, ...]]) -> None:
    kolommen = np.array(rijen, dtype=np.int64).reshape(-1, 3).T
    gesorteerd = zip(*(kolom.tolist() for kolom in sort_rows(*kolommen)), strict=True)
    assert list(gesorteerd) == sorted(rijen)
