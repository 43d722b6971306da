"""Two graphs that grew apart become equal, whoever receives first; a conflict is shown once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netwerkkaart.graph.archief import herstel, write_archief
from netwerkkaart.graph.archief_delen import read_content
from netwerkkaart.graph.lezen import read_bekend
from netwerkkaart.graph.openen import open_store
from netwerkkaart.graph.store import Store, snapshot
from netwerkkaart.graph.uitvoeren import ImportGegevens, carry_out
from netwerkkaart.plan.wijziging import Bekend, KnoopWijziging, Plan, RelatieWijziging, Velden
from netwerkkaart.schema.register import TYPEN, Waarde, relation_id
from netwerkkaart.uitwisseling.kant import Kant
from netwerkkaart.uitwisseling.ontvangen import Uitwisseling, prepare_receipt, receive
from netwerkkaart.uitwisseling.voorstel import Keuze
from tests.graph.hulp import NU
from tests.voorbeelden import aantal

ORG = "Organisatie"
Daad = tuple[str, int, int, str]
"""What somebody does: how, to which node, with which other, and a value."""

daden = st.lists(
    st.tuples(
        st.sampled_from(["knoop", "veld", "band", "sterkte", "band weg", "knoop weg"]),
        st.integers(0, 3),
        st.integers(0, 3),
        st.sampled_from(["a", "b", "c"]),
    ),
    max_size=6,
)
_klok = count()


def do(store: Store, daad: Daad, wie: str) -> None:
    """Carry out one deed as an import of its own; what makes no sense at that moment does nothing."""
    plan = _plan(read_bekend(store), daad)
    nr = next(_klok)
    moment = NU + timedelta(seconds=nr)
    carry_out(store, plan, ImportGegevens("proef", moment, bron=f"bron {nr % 3}", id=f"imp:{wie}-{nr:06d}"))


def _plan(bekend: Bekend, daad: Daad) -> Plan:
    hoe, een, ander, waarde = daad
    a, b = sorted((f"o{een}", f"o{ander}"))
    rid = relation_id(TYPEN["WERKT_SAMEN_MET"], a, b, {})
    knoop, band = bekend.knopen.get(a), bekend.relaties.get(rid)

    def tie(voor: Velden | None, na: Velden) -> RelatieWijziging:
        return RelatieWijziging("WERKT_SAMEN_MET", rid, a, b, ORG, ORG, voor, na)

    if hoe == "knoop" and knoop is None:
        return Plan((KnoopWijziging("Clb", a, None, {"naam": waarde, "bron": waarde}),), versie=bekend.versie)
    if hoe == "veld" and knoop is not None and knoop.eigenschappen.get("straat") != waarde:
        voor: Velden = {"straat": knoop.eigenschappen.get("straat")}
        return Plan((KnoopWijziging("Clb", a, voor, {"straat": waarde}),), versie=bekend.versie)
    if hoe == "band" and a != b and band is None and {a, b} <= bekend.knopen.keys():
        return Plan((), (tie(None, {"opmerking": waarde}),), versie=bekend.versie)
    if hoe == "sterkte" and band is not None and band.eigenschappen.get("opmerking") != waarde:
        return Plan(
            (),
            (tie({"opmerking": band.eigenschappen["opmerking"]}, {"opmerking": waarde}),),
            versie=bekend.versie,
        )
    if hoe == "band weg" and band is not None:
        return Plan((), (tie(_no_imp(band.eigenschappen), {}),), versie=bekend.versie)
    if hoe == "knoop weg" and knoop is not None:
        weg = [
            RelatieWijziging(r.type, rid_, r.van, r.naar, ORG, ORG, _no_imp(r.eigenschappen), {})
            for rid_, r in bekend.relaties.items()
            if a in (r.van, r.naar)
        ]
        return Plan(
            (KnoopWijziging("Clb", a, _no_imp(knoop.eigenschappen), {}),), tuple(weg), versie=bekend.versie
        )
    return Plan(versie=bekend.versie)


def _no_imp(velden: Mapping[str, Waarde]) -> Velden:
    return {naam: waarde for naam, waarde in velden.items() if naam != "imp"}


def facts(store: Store) -> dict[str, object]:
    with snapshot(store) as read:
        return dict(Kant(read_content(read)).feiten)


def exchange(naar: Store, van: Store, map_: Path) -> Uitwisseling:
    """Send an archive, receive it; what was weighed is returned."""
    nr = next(_klok)
    pad = map_ / f"{nr}.zip"
    write_archief(van, pad, gemaakt=NU)
    gewogen = prepare_receipt(naar, pad)
    receive(naar, gewogen, nu=NU + timedelta(seconds=nr), bron="collega")
    return gewogen


@contextmanager
def two_stores(samen: list[Daad], a: list[Daad], b: list[Daad]) -> Iterator[tuple[Store, Store, Path]]:
    with TemporaryDirectory() as naam:
        map_ = Path(naam)
        een = open_store(str(map_ / "een.kgl"), schrijven=True)
        ander = open_store(str(map_ / "ander.kgl"), schrijven=True)
        try:
            for daad in samen:
                do(een, daad, "samen")
            pad = map_ / "begin.zip"
            write_archief(een, pad, gemaakt=NU)
            herstel(ander, pad)
            # Turn about, so that neither is always the later one.
            for nr in range(max(len(a), len(b))):
                for store, wie, eigen in ((een, "een", a), (ander, "ander", b)):
                    if nr < len(eigen):
                        do(store, eigen[nr], wie)
            yield een, ander, map_
        finally:
            een.close()
            ander.close()


GEWOON = [("knoop", n, n, "a") for n in range(3)] + [("band", 0, 1, "a")]


@settings(max_examples=aantal(25), suppress_health_check=[HealthCheck.too_slow])
@given(daden, daden, daden)
def test_either_way_round_gives_the_same_graph_and_a_conflict_is_shown_once(
    samen: list[Daad], a: list[Daad], b: list[Daad]
) -> None:
    begin = GEWOON + samen
    with two_stores(begin, a, b) as (een, ander, map_):
        write_archief(een, map_ / "een0.zip", gemaakt=NU)
        write_archief(ander, map_ / "ander0.zip", gemaakt=NU)
        exchange(een, ander, map_)
        tweede = exchange(ander, een, map_)
        assert tweede.voorstel.conflicten == ()
        assert facts(een) == facts(ander)
        assert exchange(een, ander, map_).verschillen == ()
        omgekeerd_een, omgekeerd_ander = (open_store(str(map_ / f"r{n}.kgl"), schrijven=True) for n in (1, 2))
        try:
            herstel(omgekeerd_een, map_ / "een0.zip")
            herstel(omgekeerd_ander, map_ / "ander0.zip")
            exchange(omgekeerd_ander, omgekeerd_een, map_)
            exchange(omgekeerd_een, omgekeerd_ander, map_)
            assert facts(omgekeerd_een) == facts(omgekeerd_ander) == facts(een)
        finally:
            omgekeerd_een.close()
            omgekeerd_ander.close()


@settings(max_examples=aantal(25), suppress_health_check=[HealthCheck.too_slow])
@given(daden, daden, daden, daden)
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
        exchange(een, ander, map_)
        assert facts(een) == facts(ander)


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
