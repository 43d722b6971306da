"""Answers in a store, on both engines: ties follow, and taking any answer back leaves no trace."""

from __future__ import annotations

import random
from collections.abc import Iterable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netwerkkaart.analyse.respons import compute_response, find_round
from netwerkkaart.graph.ingebed import IngebedStore
from netwerkkaart.graph.lezen import read_beeld, read_bekend, read_imports
from netwerkkaart.graph.store import Store
from netwerkkaart.graph.uitvoeren import ImportGegevens, carry_out
from netwerkkaart.graph.vrijgave import Profiel, beperk
from netwerkkaart.plan.maak import make_plan
from netwerkkaart.schema.uitspraken import Uitspraak
from netwerkkaart.terugdraaien import prepare_take_back, take_back
from tests.bevraging.klein import NU, relation, state, statements
from tests.bevraging.test_bevestiging import antwoorden, lijsten
from tests.bevraging.wereld import Zegt, answer, organisations
from tests.voorbeelden import aantal

RONDE = "bevraging:limburg-najaar-2026"


def say(door: str, *zegt: Zegt, namens: str = "", dag: int = 1, nr: int = 1) -> list[Uitspraak]:
    return answer(door, zegt, namens=namens, dag=dag, nr=nr, bevraging=RONDE, kloppen=True)


def graph(store: Store) -> object:
    """Everything but the bookkeeping of imports."""
    bekend = read_bekend(store)
    knopen = {
        id_: (k.label, {n: w for n, w in k.eigenschappen.items() if n != "imp"})
        for id_, k in bekend.knopen.items()
        if k.label not in ("Import", "Bron")
    }
    relaties = {
        rid: (r.van, r.naar, {n: w for n, w in r.eigenschappen.items() if n != "imp"})
        for rid, r in bekend.relaties.items()
        if r.type != "GEBRUIKT"
    }
    return knopen, relaties


def band(store: Store, rid: str) -> dict[str, object] | None:
    relatie = read_bekend(store, (), [rid]).relaties.get(rid)
    if relatie is None:
        return None
    return {n: w for n, w in relatie.eigenschappen.items() if n not in ("imp", "bron", "bron_datum")}


def take_back_all(store: Store, imps: Iterable[object]) -> None:
    for imp in imps:
        klaar = prepare_take_back(store, str(imp))
        assert klaar.toegestaan, klaar.beletselen
        take_back(store, klaar, nu=NU)


ANTWOORDEN = (
    say("j1", Zegt("s1", True, sterkte=3), Zegt("n1", False), Zegt("w1", True), dag=3),
    say("s1", Zegt("j1", True, sterkte=2), Zegt("n1", True, "VERWIJST_NAAR", "uit", "voorkomen"), dag=5),
    say("n1", Zegt("j1", False), Zegt("s1", True, "VERWIJST_NAAR", "in"), dag=4),
    say("clb:x", Zegt("j1", True), dag=6),
    say("clb:x", Zegt("j1", False), namens="s2", dag=6),
    say("w1", Zegt("j1", False), dag=7),
)


def test_ties_follow_from_what_their_ends_say(store: Store) -> None:
    state(store, statements())
    for antwoord in ANTWOORDEN:
        state(store, antwoord, "antwoorden")
    assert band(store, "WERKT_SAMEN_MET|j1|s1") == {
        "bevestiging": "bevestigd",
        "bevestigd_op": date(2026, 11, 5),
        "sterkte": 2,
        "sterkte_lijst": 1,
    }
    assert band(store, "VERWIJST_NAAR|s1|n1|voorkomen") == {
        "bevestiging": "bevestigd",
        "bevestigd_op": date(2026, 11, 5),
        "stap": "voorkomen",
    }
    betwist = {rid: (band(store, rid) or {}).get("bevestiging") for rid in (
        "WERKT_SAMEN_MET|j1|n1", "WERKT_SAMEN_MET|j1|s2", "WERKT_SAMEN_MET|j1|w1"
    )}  # fmt: skip
    assert set(betwist.values()) == {"betwist"}
    # A word against a word stands in no list: only coordinators see it.
    klein = beperk(read_beeld(store).op(NU.date()), Profiel.PARTNERS)
    rids = set(klein.van_type("WERKT_SAMEN_MET").rids)
    assert "WERKT_SAMEN_MET|j1|w1" not in rids
    assert "WERKT_SAMEN_MET|j1|n1" in rids
    assert "Antwoord" not in {klein.label(k) for k in range(len(klein))}


def test_any_order_of_lists_and_answers_and_of_taking_back(store: Store) -> None:
    lijst: list[Uitspraak] = [relation("WERKT_SAMEN_MET", "j1", "w1", sterkte=2)]
    state(store, statements())
    begin = graph(store)
    imports: list[tuple[list[Uitspraak], str]] = [(a, "antwoorden") for a in ANTWOORDEN] + [
        (lijst, "relaties")
    ]
    eind: object = None
    for zaad in range(3):
        random.Random(zaad).shuffle(imports)
        al = {str(imp["id"]) for imp in read_imports(store)}
        for uitspraken, soort in imports:
            state(store, uitspraken, soort)
        eind = eind or graph(store)
        assert graph(store) == eind
        nieuw = [imp["id"] for imp in read_imports(store) if str(imp["id"]) not in al]
        random.Random(zaad + 9).shuffle(nieuw)
        take_back_all(store, nieuw)
        assert graph(store) == begin


@settings(max_examples=aantal(12))
@given(antwoorden(), lijsten(), st.randoms(use_true_random=False), st.data())
def test_any_import_that_goes_leaves_the_graph_as_if_it_never_came(
    tmp_path_factory: pytest.TempPathFactory,
    gezegd: list[list[Uitspraak]],
    bekend: list[list[Uitspraak]],
    rng: random.Random,
    data: st.DataObject,
) -> None:
    """By the real history of a store: lists that confirm ties themselves, and answers, in any order."""
    alles = [(u, "relaties") for u in bekend] + [(u, "antwoorden") for u in gezegd]
    rng.shuffle(alles)
    weg = data.draw(st.integers(0, len(alles) - 1))
    grafen = []
    for zonder in (False, True):
        map_ = tmp_path_factory.mktemp("graaf")
        store = IngebedStore(map_ / "g.kgl", schrijven=True)
        try:
            state(store, organisations())
            imps = []
            for nr, (uitspraken, soort) in enumerate(alles):
                if not (zonder and nr == weg):
                    state(store, uitspraken, soort)
                    imps.append(read_imports(store)[-1]["id"])
            if not zonder and len(imps) == len(set(imps)):
                take_back_all(store, [imps[weg]])
            elif not zonder:
                return  # an import that changed nothing is none, and cannot be taken back
            grafen.append(graph(store))
        finally:
            store.close()
    assert grafen[0] == grafen[1]


def test_a_list_that_goes_leaves_what_answers_say(store: Store) -> None:
    state(store, statements())
    state(store, say("j1", Zegt("w1", True)), "antwoorden")
    alleen = band(store, "WERKT_SAMEN_MET|j1|w1")
    state(store, [relation("WERKT_SAMEN_MET", "j1", "w1", sterkte=2)], "relaties")
    lijst = read_imports(store)[-1]["id"]
    assert band(store, "WERKT_SAMEN_MET|j1|w1") == {
        "bevestiging": "eenzijdig",
        "sterkte": 2,
        "sterkte_lijst": 2,
    }
    take_back_all(store, [lijst])
    assert band(store, "WERKT_SAMEN_MET|j1|w1") == alleen == {"bevestiging": "eenzijdig"}


def test_a_tie_of_answers_without_answers_is_not_made_twice(store: Store) -> None:
    """As after an archive in which the answers were left out."""
    state(store, statements())
    los = relation("WERKT_SAMEN_MET", "j1", "w1", bron="antwoorden op bevragingen", bevestiging="eenzijdig")
    carry_out(store, make_plan([los], read_bekend(store)), ImportGegevens("archief", NU))
    state(store, [relation("WERKT_SAMEN_MET", "j1", "w1", sterkte=2)], "relaties")
    rids = [r for r in read_beeld(store).van_type("WERKT_SAMEN_MET").rids if r == los.rid]
    assert rids == [los.rid]
    assert (band(store, los.rid) or {})["sterkte"] == 2


def test_a_change_of_a_list_that_goes_is_gone_beneath_the_answers_too(store: Store) -> None:
    state(store, statements())
    state(store, [relation("WERKT_SAMEN_MET", "j1", "s1", sterkte=3, bron="lijst 2")], "relaties")
    lijst = read_imports(store)[-1]["id"]
    state(store, say("s1", Zegt("j1", True, sterkte=2)), "antwoorden")
    take_back_all(store, [lijst])
    assert (band(store, "WERKT_SAMEN_MET|j1|s1") or {})["sterkte_lijst"] == 1


def test_taking_back_can_be_taken_back(store: Store) -> None:
    state(store, statements())
    for antwoord in ANTWOORDEN[:3]:
        state(store, antwoord, "antwoorden")
    vol = graph(store)
    imp = read_imports(store)[-2]["id"]
    take_back_all(store, [imp])
    take_back_all(store, [read_imports(store)[-1]["id"]])
    assert graph(store) == vol


def test_the_response_of_a_round(store: Store) -> None:
    state(store, statements())
    state(store, [relation("BEVRAAGD_IN", id_, RONDE) for id_ in ("j1", "n1", "g1", "clb:x")])
    for antwoord in ANTWOORDEN[:5]:
        state(store, antwoord, "antwoorden")
    beeld = read_beeld(store).op(NU.date())
    respons = compute_response(beeld, find_round(beeld, "najaar 2026"))
    assert [beeld.ids[k] for k in respons.open] == ["g1"]
    assert respons.beantwoord == 3
    assert {beeld.ids[wie]: beeld.ids[door] for wie, door in respons.namens.items()} == {"s2": "clb:x"}
    # ja: j1-s1, j1-w1, s1-n1, clb-j1; nee: j1-n1, j1-s2; open: the CLB's two schools, and g1-j2.
    assert (respons.paren_ja, respons.paren_nee, respons.paren_open) == (4, 2, 3)
    assert list(respons.grenzen) == pytest.approx([4 / 9, 7 / 9])


def test_analyses_take_only_confirmed_ties_when_asked(store: Store) -> None:
    state(store, statements())
    state(store, ANTWOORDEN[1], "antwoorden")
    beeld = read_beeld(store).op(NU.date())
    per_code = {code: len(beeld.met_bevestiging([code]).banden) for code in ("bevestigd", "eenzijdig", "")}
    assert per_code == {"bevestigd": 1, "eenzijdig": 2, "": 5}
    assert len(beeld.met_bevestiging(["bevestigd"]).van_type("LIGT_IN")) == len(beeld.van_type("LIGT_IN"))
