"""Taking imports back: on any history the graph is the fold of the imports in effect, on both stores."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from netwerkkaart.fouten import GebruikersFout, NietGevonden, NietToegelaten, OpslagFout
from netwerkkaart.graph import teruglezen, wegschrijven
from netwerkkaart.graph.geschiedenis import read_koppen
from netwerkkaart.graph.herkomst import field_provenance
from netwerkkaart.graph.ingebed import IngebedStore
from netwerkkaart.graph.store import Store
from netwerkkaart.graph.terugdraaien import key_of
from netwerkkaart.graph.uitvoeren import ImportGegevens, carry_out
from netwerkkaart.herbouwen import compare, from_store, rebuild
from netwerkkaart.omzetten.plaatsen import area_statements
from netwerkkaart.schema.uitspraken import KnoopUitspraak, Uitspraak
from netwerkkaart.terugdraaien import prepare_take_back, take_back
from tests.graph.hulp import NU, VOORBEELD, knoop, plan_voor, relatie, voer_in
from tests.graph.leven import Leven, Opslag, Papier, facts_of
from tests.graph.model import ground, handelingen, is_ground
from tests.neo4j_server.fixture import wipe
from tests.voorbeelden import aantal

Handelingen = list[tuple[str, Any]]


GENK = [
    (sleutel, d["soort"], d["van"], d["naar"], {n: w for n, w in d["velden"].items() if n != "bron"})
    for sleutel, d in ground("nis:71016")
]


def lijst(nr: int, **velden: str) -> tuple[str, Any]:
    return "import", ([("s0", "School", "", "", velden)], f"lijst {nr}")


LAATSTE_BRON: Handelingen = [
    # The source of a field is who said it last of those that stay, though a later one quotes the other.
    lijst(1, naam="A"), lijst(2, naam="B"), lijst(3, opmerking="x"), ("terug", (1, False)), ("terug", (2, False)),
]  # fmt: skip
TERUG_VAN_TERUG: Handelingen = [
    # A taking-back cannot be undone when what it brings back hangs on what was taken back after it.
    lijst(1, naam="A"), lijst(2, naam="B"), ("terug", (1, False)), ("terug", (0, False)),
    ("terug", (2, False)), ("terug", (2, True)),
]  # fmt: skip
VIJFMAAL: Handelingen = [
    ("import", ([("s0", "School", "", "", {}), *GENK], "lijst 1")), *(("terug", (nr, False)) for nr in range(5))
]  # fmt: skip
HEROPEND: Handelingen = [
    # Undoing the fourth brings the third back, which builds on what goes.
    lijst(1), ("weg", 0), ("terug", (1, False)), lijst(1, naam="A"), ("terug", (0, True)), ("terug", (2, True)),
]  # fmt: skip


@settings(max_examples=aantal(200))
@example(leven=LAATSTE_BRON)
@example(leven=TERUG_VAN_TERUG)
@example(leven=VIJFMAAL)
@example(leven=HEROPEND)
@given(leven=handelingen)
def test_any_history_is_the_fold_of_the_imports_in_effect(leven: Handelingen) -> None:
    samen = Leven(Papier())
    samen.live(leven)
    samen.undo_all()


def _from_so_many_on(veel: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """From so many changes on it asks in another way, and from so many relations on it removes in another."""
    monkeypatch.setattr(teruglezen, "VEEL", veel)
    monkeypatch.setattr(wegschrijven, "VEEL", veel)


def _everything(
    store: Store, map_: Path, leven: Handelingen, veel: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Live, ask where all comes from, make it again from nothing, and undo it."""
    _from_so_many_on(veel, monkeypatch)
    samen = Leven(Opslag(store))
    samen.live(leven)
    for sleutel in samen.model.fold():
        if not is_ground(sleutel):
            herkomst = {van.veld: van for van in field_provenance(store, sleutel)}
            nummers = {veld: van.imp.versie - 1 for veld, van in herkomst.items() if van.imp}
            assert nummers == samen.model.provenance(sleutel)
            assert {van.bron for van in herkomst.values()} <= {"lijst 1", "lijst 2", "lijst 3"}
    opnieuw = IngebedStore(map_ / f"opnieuw-{uuid4().hex}.kgl", schrijven=True)
    try:
        rebuild(from_store(store), opnieuw)
        assert not [v for v in compare(store, opnieuw) if v.verschillen]
    finally:
        opnieuw.close()
    samen.undo_all()


@settings(
    max_examples=aantal(15), suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@example(leven=LAATSTE_BRON, veel=0)
@example(leven=VIJFMAAL, veel=9)
@given(leven=handelingen, veel=st.sampled_from([0, 5_000]))
def test_any_history_is_that_fold_in_a_file(
    tmp_path: Path, leven: Handelingen, veel: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = IngebedStore(tmp_path / f"leven-{uuid4().hex}.kgl", schrijven=True)
    try:
        _everything(store, tmp_path, leven, veel, monkeypatch)
    finally:
        store.close()


@pytest.mark.neo4j
@settings(
    max_examples=aantal(6), suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@example(leven=LAATSTE_BRON, veel=0)
@given(leven=handelingen, veel=st.sampled_from([0, 5_000]))
def test_any_history_is_that_fold_on_a_server(
    neo4j_store: Store, tmp_path: Path, leven: Handelingen, veel: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    wipe(neo4j_store)
    _everything(neo4j_store, tmp_path, leven, veel, monkeypatch)


def test_who_made_the_first_list_may_take_it_back_from_under_the_others(store: Store) -> None:
    genk = area_statements(["nis:71016"])
    voer_in(store, [knoop("School", "s1"), *genk, relatie("LIGT_IN", "s1", "nis:71016")])
    voer_in(store, [knoop("Clb", "c1"), relatie("LIGT_IN", "c1", "nis:71016")], "imp:2")
    terug = prepare_take_back(store, "1")
    assert terug.beletselen == ()
    take_back(store, terug, nu=NU)
    assert set(facts_of(store)) == {
        "c1", "LIGT_IN|c1", "nis:71016", "regio:limburg", "regio:vlaanderen", "DEEL_VAN|nis:71016",
        "DEEL_VAN|regio:limburg",
    }  # fmt: skip
    take_back(store, prepare_take_back(store, "2"), nu=NU)
    assert facts_of(store) == {}
    take_back(store, prepare_take_back(store, "3"), nu=NU)
    assert {"s1", "LIGT_IN|s1", "nis:71016", "DEEL_VAN|regio:limburg"} <= set(facts_of(store))


def test_what_builds_on_an_import_is_named_and_stops_it(store: Store) -> None:
    voer_in(store, VOORBEELD)
    voer_in(store, [KnoopUitspraak("School", "s1", {"telefoon": "089"}), knoop("Clb", "c2")], "imp:2")
    voer_in(store, [relatie("BEGELEIDT", "c2", "s1")], "imp:3")
    voor = facts_of(store)
    terug = prepare_take_back(store, "imp:2")
    assert [(b.imp.versie if b.imp else 0, b.hoe, key_of(b.wijziging)) for b in terug.beletselen] == [
        (3, "verbond", "BEGELEIDT|c2|s1")
    ]
    assert [kop.versie for kop in terug.imports] == [2, 3]
    with pytest.raises(GebruikersFout, match="bouwen latere"):
        take_back(store, terug, nu=NU)
    assert facts_of(store) == voor
    take_back(store, prepare_take_back(store, "3"), nu=NU)
    # What was taken back itself does not count any more.
    assert prepare_take_back(store, "2").beletselen == ()
    assert {b.hoe for b in prepare_take_back(store, "1").beletselen} == {"veranderde"}


def test_an_import_says_that_it_was_taken_back_and_by_which(store: Store) -> None:
    voer_in(store, VOORBEELD)
    verslag = take_back(store, prepare_take_back(store, "1"), nu=NU)
    eerste, tweede = read_koppen(store.read)
    assert (eerste.teruggedraaid_door, tweede.draait_terug, verslag.versie) == (tweede.id, (eerste.id,), 2)
    with pytest.raises(GebruikersFout, match="al teruggedraaid, door import 2"):
        prepare_take_back(store, "1")
    take_back(store, prepare_take_back(store, "2"), nu=NU)
    assert [kop.geldt for kop in read_koppen(store.read)] == [True, False, True]
    with pytest.raises(NietGevonden, match="geen import"):
        prepare_take_back(store, "9")


def test_a_plan_of_before_somebody_elses_write_takes_nothing_back(store: Store) -> None:
    voer_in(store, VOORBEELD)
    terug = prepare_take_back(store, "1")
    voer_in(store, [knoop("School", "s9")], "imp:2")
    voor = facts_of(store)
    with pytest.raises(OpslagFout, match="intussen gewijzigd"):
        take_back(store, terug, nu=NU)
    assert facts_of(store) == voor


@pytest.mark.parametrize("veel", [0, 5_000])
def test_what_was_erased_stays_away_and_what_was_changed_aside_is_told(
    store: Store, veel: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    _from_so_many_on(veel, monkeypatch)
    voer_in(store, VOORBEELD)
    nieuw: list[Uitspraak] = [
        KnoopUitspraak("School", "s2", {"telefoon": "1"}),
        relatie("BEGELEIDT", "c1", "s2"),
    ]
    voer_in(store, nieuw, "imp:2")
    with store.write() as transactie:
        transactie.run("MATCH (:Clb)-[x:BEGELEIDT]->(:School {id: 's2'}) DELETE x")
        transactie.run("MATCH (s:School {id: 's2'}) SET s += $p", {"p": {"telefoon": "2"}})
    terug = prepare_take_back(store, "2")
    assert [(b.imp, key_of(b.wijziging)) for b in terug.beletselen] == [(None, "s2")]
    assert not terug.toegestaan
    take_back(store, prepare_take_back(store, "2", ook_latere=True), nu=NU)
    nu = facts_of(store)
    assert "telefoon" not in nu["s2"]["velden"]
    assert "BEGELEIDT|c1|s2" not in nu


def test_an_erasure_is_not_taken_back(store: Store) -> None:
    voer_in(store, VOORBEELD)
    carry_out(store, plan_voor(store, [knoop("Clb", "c8")]), ImportGegevens("wissen", NU))
    with pytest.raises(NietToegelaten, match="kan niet teruggedraaid"):
        prepare_take_back(store, "2")
    assert prepare_take_back(store, "1").beletselen == ()


def test_what_is_remembered_of_a_source_stands_in_nobodys_way(store: Store) -> None:
    def onthoud(keuzes: str) -> KnoopUitspraak:
        return KnoopUitspraak("Koppeling", "koppeling:1", {"naam": "x", "importer": "fora", "keuzes": keuzes})

    voer_in(store, [knoop("Forum", "f1"), onthoud("1")])
    voer_in(store, [knoop("Forum", "f2"), onthoud("2")], "imp:2")
    take_back(store, prepare_take_back(store, "1"), nu=NU)
    nu = facts_of(store)
    assert set(nu) == {"f2", "koppeling:1"}
    assert nu["koppeling:1"]["velden"]["keuzes"] == "2"
