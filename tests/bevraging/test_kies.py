"""Whom to ask: the greedy choice against every possible one, and what it must never forget."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netwerkkaart.analyse.drempels import STANDAARD, Drempels
from netwerkkaart.bevraging.dekking import EERSTE, TWEEDE
from netwerkkaart.bevraging.kies import DEEL_BLIND, choose_respondents, guiding_clb
from netwerkkaart.bevraging.vraagparen import find_questions
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.omzetten.plaatsen import area_statements, lies_in
from netwerkkaart.schema.uitspraken import KnoopUitspraak, Uitspraak
from tests.bevraging.klein import GENK, as_view, relation, statements
from tests.bevraging.wereld import Zegt, answer
from tests.voorbeelden import aantal

SOORTEN = {
    "a": "School",
    "b": "School",
    "c": "Clb",
    "d": "Jeugdhulpaanbieder",
    "e": "NaftAanbieder",
    "f": "Werkactor",
}


@st.composite
def beelden(draw: Callable[..., bool]) -> Beeld:
    uit: list[Uitspraak] = [KnoopUitspraak(label, id_, {"naam": id_}) for id_, label in SOORTEN.items()]
    uit += area_statements([f"nis:{GENK}"])
    uit += [lies_in(id_, GENK, {}, 0) for id_ in SOORTEN]
    uit += [relation("BEGELEIDT", "c", school) for school in "ab" if draw(st.booleans())]
    for een, ander in combinations(SOORTEN, 2):
        if draw(st.integers(0, 2)) == 0:
            bevestiging = draw(st.sampled_from([None, "eenzijdig", "betwist"]))
            velden = {"bevestiging": bevestiging} if bevestiging else {}
            uit.append(relation("WERKT_SAMEN_MET", een, ander, **velden))
    uit.append(KnoopUitspraak("Forum", "forum", {"naam": "forum"}))
    uit += [relation("NEEMT_DEEL_AAN", id_, "forum") for id_ in SOORTEN if draw(st.integers(0, 3)) == 0]
    uit.append(KnoopUitspraak("Bevraging", "bevraging:1", {"naam": "1"}))
    if draw(st.booleans()):
        uit += answer("d", [Zegt("e", True)])
    return as_view(uit)


def worth(beeld: Beeld, wie: Sequence[str]) -> float:
    """Straight from the definition: each pair, each end that somebody in the set speaks for."""
    clb, nummers, totaal = guiding_clb(beeld), {beeld.nummer[id_] for id_ in wie}, 0.0
    for paar in find_questions(beeld, STANDAARD, regio="limburg"):
        gehoord = 0
        for einde in paar.spreken_nog:
            ander = paar.ander if einde == paar.een else paar.een
            gehoord += einde in nummers or (clb.get(einde) in nummers and clb.get(einde) != ander)
        som = [0.0, EERSTE, EERSTE + TWEEDE]
        totaal += paar.gewicht * (som[min(2, paar.bekend + gehoord)] - som[paar.bekend])
    return totaal


@settings(max_examples=aantal(60))
@given(beelden(), st.integers(1, 3))
def test_greedy_is_near_the_best_and_says_how_near(beeld: Beeld, k: int) -> None:
    keuze = choose_respondents(beeld, regio="limburg", aantal=k)
    gekozen = [rij.id for rij in keuze.rijen]
    # In these graphs there is no coordinator, so that everybody is a blind spot; some are chosen for that.
    eerst = [rij.id for rij in keuze.rijen[: int(k * DEEL_BLIND)]]
    rest = k - len(eerst)
    anderen = [id_ for id_ in SOORTEN if id_ not in eerst]
    beste = max(worth(beeld, [*eerst, *over]) for over in combinations(anderen, min(rest, len(anderen))))
    assert keuze.waarde == pytest.approx(worth(beeld, gekozen))
    assert keuze.waarde == pytest.approx(sum(rij.winst for rij in keuze.rijen))
    basis = worth(beeld, eerst)
    assert keuze.waarde - basis >= (1 - 1 / math.e) * (beste - basis) - 1e-9
    assert keuze.hoogstens >= beste - 1e-9


@settings(max_examples=aantal(40))
@given(beelden())
def test_a_question_is_a_pair_of_which_an_end_still_has_to_speak(beeld: Beeld) -> None:
    for paar in find_questions(beeld, STANDAARD, regio="limburg"):
        assert paar.spreken_nog
        assert paar.bekend in (0, 1)
        assert paar.gewicht > 0
        assert paar.een < paar.ander


def test_who_neither_coordinator_reaches_goes_first() -> None:
    keuze = choose_respondents(as_view(statements()), regio="limburg", aantal=4)
    assert keuze.rijen[0].id == "g1"
    assert "geen van beide" in keuze.rijen[0].waarom.lower()
    assert [rij.winst for rij in keuze.rijen[1:]] == sorted((r.winst for r in keuze.rijen[1:]), reverse=True)


def test_a_clb_counts_for_its_schools_but_not_on_their_side_of_its_own_tie() -> None:
    beeld = as_view(statements())
    keuze = choose_respondents(beeld, regio="limburg", aantal=9)
    clb = next(rij for rij in keuze.rijen if rij.id == "clb:x")
    assert clb.antwoordt_voor == 2
    assert "2 scholen" in clb.waarom
    alleen_clb = worth(beeld, ["clb:x"])
    # Its own three ties (two schools, and j1 over two schools), and for its schools j1-s1 and s1-n1.
    assert alleen_clb == pytest.approx(1 + 1 + 2 + 1 + 1)


def test_what_was_confirmed_long_ago_is_a_question_again() -> None:
    beeld = as_view(statements())
    paar = (beeld.nummer["s2"], beeld.nummer["j1"])

    def asked(drempels: Drempels) -> bool:
        vragen = find_questions(beeld, drempels, regio="limburg")
        return paar in {(p.een, p.ander) for p in vragen} | {(p.ander, p.een) for p in vragen}

    assert not asked(STANDAARD)
    assert asked(Drempels(maanden_inventarisatie=6))


def test_nobody_to_ask() -> None:
    beeld = as_view(
        [u for u in statements() if not isinstance(u, KnoopUitspraak) or u.label == "Gemeente"][:0]
    )
    keuze = choose_respondents(beeld, regio="limburg")
    assert keuze.rijen == ()
    assert "niemand" in keuze.titel
