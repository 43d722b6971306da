"""How good a choice of new ties is, and the conditions on it, against trying every choice."""

from __future__ import annotations

import random
from collections import Counter
from itertools import chain, combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netwerkkaart.analyse.bereik import compute_reach
from netwerkkaart.analyse.drempels import Drempels
from netwerkkaart.analyse.nieuwe_bruggen import nieuwe_bruggen
from netwerkkaart.analyse.nieuwe_bruggen_grens import promise, upper_bounds
from netwerkkaart.analyse.nieuwe_bruggen_optimum import best_set
from netwerkkaart.analyse.nieuwe_bruggen_tekening import draw_nieuwe_bruggen
from netwerkkaart.analyse.winst import Winst
from netwerkkaart.fouten import GebruikersFout, NietGevonden
from tests.analyse.brute import Wereld
from tests.analyse.grafen import ANDERE, DATUM, STAPPEN, Bouwer, Rijen, geography, small, view, worlds
from tests.analyse.test_nieuwe_bruggen import Drie, meet
from tests.voorbeelden import aantal

vijfentwintig = settings(max_examples=aantal(25), deadline=None)
Paar = tuple[str, str]


def sparse(seed: int) -> Rijen:
    """A world of nine organisations with much on offer and few ties: many new ones would help."""
    r, b = random.Random(seed), Bouwer()
    gemeenten = geography(b, 2)
    scholen = [b.node("School", f"s{nr}", niveaus=r.choice([["lager"], ["secundair"]])) for nr in range(4)]
    orgs = [*scholen, b.node("Clb", "c0"), *(b.node(r.choice(ANDERE), f"a{nr}") for nr in range(4))]
    for org in orgs:
        b.rel("LIGT_IN", org, r.choice(gemeenten))
    for nr in range(5):
        stappen = r.sample(STAPPEN, r.randint(1, 2))
        aanbod = b.node("Aanbod", f"o{nr}", themas=["alle"], continuum=stappen, doelgroepen=["alle"])
        b.rel("BIEDT", r.choice(orgs[4:]), aanbod)
        b.rel("BEREIKT", aanbod, r.choice([*gemeenten, "regio:limburg"]))
    for school in scholen:
        if r.random() < 0.5:
            b.rel("BEGELEIDT", "c0", school)
    for _ in range(r.randint(1, 5)):
        b.rel("WERKT_SAMEN_MET", *r.sample(orgs, 2))
    for nr in range(2):
        forum = b.node("Forum", f"f{nr}", regio="limburg")
        for org in r.sample(orgs, 3):
            b.rel("NEEMT_DEEL_AAN", org, forum)
    return b.rijen


def helpful() -> st.SearchStrategy[Rijen]:
    return st.integers(0, 10**9).map(sparse)


def allowed(winsten: dict[Paar, set[Drie]], niet: set[str], paren: set[Paar]) -> dict[Paar, set[Drie]]:
    return {paar: w for paar, w in winsten.items() if paar not in paren and not niet & set(paar)}


def best(winsten: dict[Paar, set[Drie]], k: int, hoogstens: int) -> int:
    """By trying every choice of at most *k*."""
    return max(
        (
            len(set().union(*(winsten[paar] for paar in keuze)))
            for groot in range(1, k + 1)
            for keuze in combinations(winsten, groot)
            if max(Counter(chain.from_iterable(keuze)).values()) <= hoogstens
        ),
        default=0,
    )


@vijfentwintig
@given(st.one_of(helpful(), worlds()), st.integers(1, 2), st.data())
def test_greedy_choice_under_conditions(rijen: Rijen, hoogstens: int, data: st.DataObject) -> None:
    wereld = Wereld(*rijen, DATUM)
    alle = wereld.gains()
    paren = set(data.draw(st.lists(st.sampled_from(sorted(alle)), max_size=2)) if alle else [])
    orgs = sorted({id_ for paar in alle for id_ in paar})
    niet = set(data.draw(st.lists(st.sampled_from(orgs), max_size=1)) if orgs else [])
    mag = allowed(alle, niet, paren)
    gedekt: set[Drie] = set()
    gekregen: Counter[str] = Counter()
    opties = ["|".join(paar[::-1]) for paar in sorted(paren)]
    for rij in nieuwe_bruggen(view(rijen), 4, hoogstens=hoogstens, niet=[*opties, *sorted(niet)]).rijen:
        vrij = {p: w for p, w in mag.items() if max(gekregen[p[0]], gekregen[p[1]]) < hoogstens}
        beste = min(vrij, key=lambda paar: (-len(vrij[paar] - gedekt), not meet(wereld, *paar), *paar))
        assert (rij.van, rij.naar) == beste
        assert rij.winst == len(mag[beste] - gedekt)
        gedekt |= mag[beste]
        gekregen.update(beste)
        assert rij.samen == len(gedekt)


@vijfentwintig
@given(st.one_of(helpful(), worlds()), st.data())
def test_highest_gains_and_candidates_under_conditions(rijen: Rijen, data: st.DataObject) -> None:
    beeld, alle = view(rijen), Wereld(*rijen, DATUM).gains()
    paren = data.draw(st.lists(st.sampled_from(sorted(alle)), max_size=2) if alle else st.just([]))
    n = beeld.aantal_organisaties
    mag = np.array(data.draw(st.lists(st.sampled_from([True, True, False]), min_size=n, max_size=n)), bool)
    bereik = compute_reach(beeld)
    verboden = np.array([[beeld.nummer[id_] for id_ in paar] for paar in paren], int).reshape(-1, 2)
    winst = Winst(bereik, np.ones(len(bereik.start), dtype=bool), mag, verboden)
    niet = {beeld.ids[knoop] for knoop in np.flatnonzero(~mag).tolist()}
    verwacht = allowed(alle, niet, set(paren))
    hoogste = sorted((len(drie) for drie in verwacht.values()), reverse=True)
    for k in (1, 3, 50):
        assert winst.top(k) == hoogste[:k]
    gevonden = {tuple(sorted((beeld.ids[u], beeld.ids[v]))) for u, v in winst.candidates().tolist()}
    assert gevonden == set(verwacht)
    assert winst.count() == len(winst.candidates()) == len(verwacht)


@vijfentwintig
@given(st.one_of(helpful(), worlds()), st.sampled_from([None, 1, 2]), st.sampled_from([1, 2, 3]))
def test_looking_at_one_organisation_at_a_time_changes_nothing(
    rijen: Rijen, hoogstens: int | None, schakels: int
) -> None:
    """Small worlds fit in one block: in blocks of one it shows where the bounds stop the search."""
    beeld, drempels = view(rijen), Drempels(schakels=schakels)
    heel = nieuwe_bruggen(beeld, 5, drempels, hoogstens=hoogstens)
    with pytest.MonkeyPatch.context() as anders:
        anders.setattr("netwerkkaart.analyse.winst_rijen._BLOK", 1)
        anders.setattr("netwerkkaart.analyse.winst_rijen._BLOK_HOOGSTENS", 1)
        anders.setattr("netwerkkaart.analyse.winst_scholen._TEGELIJK", 1)
        anders.setattr("netwerkkaart.analyse.hulplagen._TEGELIJK", 1)
        assert nieuwe_bruggen(beeld, 5, drempels, hoogstens=hoogstens) == heel
        winst = Winst(bereik := compute_reach(beeld, drempels), np.ones(len(bereik.start), dtype=bool))
        assert winst.count() == len(winst.candidates())


@settings(max_examples=aantal(20), deadline=None)
@given(helpful(), st.sampled_from([None, 1]))
def test_no_choice_exceeds_the_bound_and_the_solver_finds_the_best(
    rijen: Rijen, hoogstens: int | None
) -> None:
    winsten = Wereld(*rijen, DATUM).gains()
    uitkomst = nieuwe_bruggen(view(rijen), 3, hoogstens=hoogstens, optimum=True)
    for rij in uitkomst.rijen:
        beste = best(winsten, rij.rang, hoogstens or rij.rang)
        assert rij.samen <= beste <= rij.grens
        assert rij.samen >= promise(rij.rang, hoogstens) * beste
    if uitkomst.rijen:
        beste = best(winsten, 3, hoogstens or 3)
        assert uitkomst.cijfers["beste"] == uitkomst.cijfers["beste_bovengrens"] == beste
        assert uitkomst.kanttekeningen[-1].startswith(f"De beste keuze bereikt {beste} stap")


@vijfentwintig
@given(st.one_of(helpful(), worlds()))
def test_within_a_region_both_ends_lie_there(rijen: Rijen) -> None:
    wereld = Wereld(*rijen, DATUM)
    for rij in nieuwe_bruggen(view(rijen), 3, regio="limburg", binnen=True).rijen:
        assert {wereld.region(rij.van), wereld.region(rij.naar)} == {"limburg"}


def test_these_worlds_hold_choices_that_are_proven_and_that_are_not() -> None:
    uitkomsten = [nieuwe_bruggen(view(sparse(seed)), 3) for seed in range(40)]
    zeker = [u.rijen[-1].grens == u.rijen[-1].samen for u in uitkomsten if len(u.rijen) == 3]
    assert 5 < sum(zeker) < len(zeker) - 5
    for uitkomst in uitkomsten:
        if uitkomst.rijen:
            bewezen = uitkomst.rijen[-1].grens == uitkomst.rijen[-1].samen
            assert uitkomst.kanttekeningen[0].startswith("Bewezen" if bewezen else "De keuze is gretig")


def test_a_case_where_greedy_choice_is_not_the_best() -> None:
    """Greedy takes the tie with four triples first, and ends at five; the other two make six."""
    dekt = np.array([[1, 1, 1, 1, 0, 0], [1, 1, 0, 0, 1, 0], [0, 0, 1, 1, 0, 1]], dtype=bool)
    einden = np.array([[0, 1], [2, 3], [2, 4]])
    assert best_set(dekt, einden, 2).waarde == 6
    assert upper_bounds((0, 4, 5), ((4, 3, 3), (1, 1), (1,))) == (4, 6)
    beperkt = best_set(dekt, einden, 2, hoogstens=1)
    assert (beperkt.waarde, beperkt.bewezen) == (5, True)
    assert best_set(np.zeros((0, 0), dtype=bool), np.zeros((0, 2), dtype=int), 2).waarde == 0


def test_conditions_that_make_no_sense_are_told_in_dutch() -> None:
    beeld = view(small(3))
    with pytest.raises(GebruikersFout, match="niets te kiezen"):
        nieuwe_bruggen(beeld, 0)
    with pytest.raises(GebruikersFout, match="Hoogstens 0"):
        nieuwe_bruggen(beeld, hoogstens=0)
    with pytest.raises(GebruikersFout, match="welke regio"):
        nieuwe_bruggen(beeld, binnen=True)
    with pytest.raises(NietGevonden, match='"weg", "f0"'):
        nieuwe_bruggen(beeld, niet=["weg", "s0|f0"])
    with pytest.raises(NietGevonden, match=r"s0\|s1\|s2"):
        nieuwe_bruggen(beeld, niet=["s0|s1|s2"])


def test_the_picture_shows_what_every_tie_adds() -> None:
    uitkomst = next(u for nr in range(40) if len((u := nieuwe_bruggen(view(sparse(nr)), 3)).rijen) == 3)
    deze, grens = draw_nieuwe_bruggen(uitkomst).lijnen
    assert deze.punten == ((0.0, 0.0), *((float(r.rang), float(r.samen)) for r in uitkomst.rijen))
    assert all(hoog >= laag for (_, laag), (_, hoog) in zip(deze.punten, grens.punten, strict=True))


def two_towns() -> Rijen:
    """In each of two towns two providers, each with schools of its own, and an offer that the other's need."""
    b = Bouwer()
    for plaats, gemeente in enumerate(geography(b, 2)):
        for nr in range(2):
            aanbieder = b.node("Jeugdhulpaanbieder", f"a{plaats}{nr}")
            b.node("Aanbod", f"o{plaats}{nr}", themas=["2"], continuum=[STAPPEN[nr]], doelgroepen=["alle"])
            b.rel("BIEDT", aanbieder, f"o{plaats}{nr}")
            b.rel("BEREIKT", f"o{plaats}{nr}", gemeente)
            b.rel("LIGT_IN", aanbieder, gemeente)
            for school in range(2 + plaats):
                b.node("School", f"s{plaats}{nr}{school}", niveaus=["secundair"])
                b.rel("LIGT_IN", f"s{plaats}{nr}{school}", gemeente)
                b.rel("WERKT_SAMEN_MET", f"s{plaats}{nr}{school}", aanbieder)
    return b.rijen


def test_a_tie_that_helps_in_both_directions_counts_once_among_the_highest() -> None:
    """The providers of a town joined: 2 + 2 schools reach a step more in the one, 3 + 3 in the other."""
    bereik = compute_reach(view(two_towns()))
    winst = Winst(bereik, np.ones(len(bereik.start), dtype=bool))
    assert winst.top(2) == [6, 4]
    assert winst.top(4) == [6, 4, 1, 1]


def test_what_is_covered_before_anything_is_asked_is_taken_off_once() -> None:
    bereik = compute_reach(view(two_towns()))
    winst = Winst(bereik, np.ones(len(bereik.start), dtype=bool))
    eerste = winst.triples(bereik.beeld.nummer["a10"], bereik.beeld.nummer["a11"])
    eerste[np.flatnonzero(eerste.any(axis=1))[1:]] = False
    winst.cover(eerste)
    assert winst.top(2) == [5, 4]
