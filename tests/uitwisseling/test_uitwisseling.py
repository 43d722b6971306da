"""Two graphs that grew apart become equal, whoever receives first; a conflict is shown once."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, event, given, settings

from netwerkkaart.graph.archief import herstel, write_archief
from netwerkkaart.graph.archief_delen import read_content
from netwerkkaart.graph.lezen import read_bekend
from netwerkkaart.graph.openen import open_store
from netwerkkaart.graph.store import Store, snapshot
from netwerkkaart.graph.uitvoeren import ImportGegevens, carry_out
from netwerkkaart.plan.wijziging import KnoopWijziging, Plan
from netwerkkaart.uitwisseling.ontvangen import prepare_receipt, receive
from netwerkkaart.uitwisseling.voorstel import Keuze
from tests.graph.hulp import NU
from tests.neo4j_server.fixture import wipe
from tests.uitwisseling.hulp import (
    Daad,
    do,
    erased,
    exchange,
    facts,
    maanden,
    person_name,
    real_conflicts,
    two_stores,
)
from tests.voorbeelden import aantal

GEWOON = [("knoop", n, n, "a") for n in range(3)] + [("band", 0, 1, "a")]


LANG = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


@pytest.fixture(autouse=True)
def eigen_map(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NETWERKKAART_BEWAARD", str(tmp_path / "elders"))


def grow_apart(samen: list[Daad], a: list[Daad], b: list[Daad], server: Store | None = None) -> None:
    """Merge either way round: the same graph, each conflict once, and who was erased stays away."""
    with two_stores(GEWOON + samen, a, b, server) as (een, ander, map_):
        write_archief(een, map_ / "een0.zip", gemaakt=NU)
        write_archief(ander, map_ / "ander0.zip", gemaakt=NU)
        verwacht, gewist = real_conflicts(een, ander), erased(een) | erased(ander)
        eerste = exchange(een, ander, map_)
        getoond = [(c.sleutel, c.veld) for c in eerste.voorstel.conflicten]
        assert sorted(getoond) == sorted(verwacht)
        event(f"conflicten: {len(verwacht)}, gewist: {len(gewist)}")
        assert exchange(ander, een, map_).voorstel.conflicten == ()
        samen_ = facts(een)
        assert samen_ == facts(ander)
        assert not gewist & samen_.keys()
        assert exchange(een, ander, map_).verschillen == ()
        for store in (een, ander):
            with snapshot(store) as read:
                alles = repr(read_content(read))
            assert not any(f"'{id_}'" in alles or person_name(id_) in alles for id_ in gewist)
        een2 = server or open_store(str(map_ / "een2.kgl"), schrijven=True)
        ander2 = open_store(str(map_ / "ander2.kgl"), schrijven=True)
        try:
            wipe(een2)
            herstel(een2, map_ / "een0.zip")
            herstel(ander2, map_ / "ander0.zip")
            assert {(c.sleutel, c.veld) for c in exchange(ander2, een2, map_).voorstel.conflicten} == verwacht
            assert exchange(een2, ander2, map_).voorstel.conflicten == ()
            assert facts(een2) == facts(ander2) == samen_
        finally:
            ander2.close()
            if server is None:
                een2.close()


@settings(max_examples=aantal(15), suppress_health_check=LANG)
@given(maanden(), maanden(), maanden())
def test_two_that_grew_apart_for_a_month_become_equal_either_way_round(
    samen: list[Daad], a: list[Daad], b: list[Daad]
) -> None:
    grow_apart(samen, a, b)


@pytest.mark.neo4j
@settings(max_examples=aantal(2), suppress_health_check=LANG)
@given(maanden(), maanden(), maanden())
def test_two_that_grew_apart_become_equal_when_one_is_a_server(
    neo4j_store: Store, samen: list[Daad], a: list[Daad], b: list[Daad]
) -> None:
    wipe(neo4j_store)
    grow_apart(samen, a, b, neo4j_store)


@settings(max_examples=aantal(15), suppress_health_check=[HealthCheck.too_slow])
@given(maanden(), maanden(), maanden(), maanden())
def test_they_keep_agreeing_when_they_go_on_and_exchange_again(
    a: list[Daad], b: list[Daad], later_a: list[Daad], later_b: list[Daad]
) -> None:
    with two_stores(list(GEWOON), a, b) as (een, ander, map_):
        exchange(een, ander, map_)
        exchange(ander, een, map_)
        for daad in later_a:
            do(een, daad, "een")
        for daad in later_b:
            do(ander, daad, "ander")
        exchange(ander, een, map_)
        assert exchange(een, ander, map_).voorstel.conflicten == ()
        assert facts(een) == facts(ander)
        assert not (erased(een) | erased(ander)) & facts(een).keys()


@pytest.mark.parametrize(("keuze", "straat"), [(Keuze.NIEUWSTE, "b"), (Keuze.GRAAF, "a"), (Keuze.BRON, "b")])
def test_a_conflict_is_decided_by_the_user_and_that_decision_travels(keuze: Keuze, straat: str) -> None:
    with two_stores(list(GEWOON), [("veld", 0, 0, "a")], [("veld", 0, 0, "b")]) as (een, ander, map_):
        write_archief(ander, map_ / "a.zip", gemaakt=NU)
        gewogen = prepare_receipt(een, map_ / "a.zip")
        assert [(c.sleutel, c.veld, c.ons, c.hun) for c in gewogen.voorstel.conflicten] == [
            ("o0", "straat", "a", "b")
        ]
        gewogen = gewogen.decided(een, {("o0", "straat"): keuze})
        receive(een, gewogen, nu=datetime(2026, 5, 1, tzinfo=UTC), bron="collega")
        assert read_bekend(een).knopen["o0"].eigenschappen["straat"] == straat
        assert exchange(ander, een, map_).voorstel.conflicten == ()
        assert read_bekend(ander).knopen["o0"].eigenschappen["straat"] == straat


def test_what_one_removed_does_not_come_back_and_what_the_other_did_since_is_a_conflict() -> None:
    with two_stores(list(GEWOON), [("knoop weg", 1, 1, "a")], []) as (een, ander, map_):
        assert exchange(een, ander, map_).voorstel.plan.is_leeg
        exchange(ander, een, map_)
        assert "o1" not in facts(ander)
    with two_stores(list(GEWOON), [("knoop weg", 1, 1, "a")], [("veld", 1, 1, "b")]) as (een, ander, map_):
        gewogen = exchange(een, ander, map_)
        assert [(c.sleutel, c.veld) for c in gewogen.voorstel.conflicten] == [("o1", "")]


def test_six_deliveries_of_strangers_make_one_graph(store: Store, tmp_path: Path) -> None:
    alles: dict[str, object] = {}
    for nr in range(6):
        regio = open_store(str(tmp_path / f"r{nr}.kgl"), schrijven=True)
        carry_out(
            regio,
            Plan(
                (
                    KnoopWijziging("Clb", f"r{nr}", None, {"naam": "CLB"}),
                    KnoopWijziging("Clb", "samen", None, {"naam": "X"}),
                )
            ),
            ImportGegevens("proef", NU + timedelta(seconds=nr), id=f"imp:r{nr}"),
        )
        alles |= facts(regio)
        write_archief(regio, tmp_path / f"r{nr}.zip", gemaakt=NU)
        regio.close()
        gewogen = prepare_receipt(store, tmp_path / f"r{nr}.zip")
        assert gewogen.voorstel.conflicten == ()
        receive(store, gewogen, nu=NU + timedelta(minutes=nr), bron=f"regio {nr}")
    assert facts(store) == alles
    again = prepare_receipt(store, tmp_path / "r3.zip")
    assert again.is_leeg
