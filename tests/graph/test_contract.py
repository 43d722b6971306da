"""What both stores promise alike; every test runs on each engine."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from netwerkkaart.fouten import OpslagFout
from netwerkkaart.graph import cypher, wegschrijven
from netwerkkaart.graph.lezen import (
    read_beeld,
    read_bekend,
    read_changes,
    read_imports,
    read_names,
    read_version,
)
from netwerkkaart.graph.store import Store
from netwerkkaart.graph.uitvoeren import ImportGegevens, carry_out
from netwerkkaart.plan.maak import make_plan
from netwerkkaart.plan.wijziging import KnoopWijziging, Plan, RelatieWijziging
from netwerkkaart.schema.register import Waarde
from netwerkkaart.schema.uitspraken import KnoopUitspraak, Uitspraak
from tests.graph.hulp import NU, VOORBEELD, gegevens, knoop, plan_voor, relatie, staat, voer_in


def test_importing_twice_changes_nothing(store: Store) -> None:
    verslag = voer_in(store, VOORBEELD)
    assert verslag is not None
    assert (verslag.versie, verslag.nieuw, verslag.gewijzigd) == (1, len(VOORBEELD), 0)
    eerst = staat(store)
    assert voer_in(store, VOORBEELD, "imp:2") is None
    assert staat(store) == eerst


def test_values_come_back_as_they_went_in(store: Store) -> None:
    voer_in(store, VOORBEELD)
    bekend = read_bekend(store)
    assert bekend.knopen["s1"].eigenschappen == {
        "naam": "School s1",
        "niveaus": ["kleuter", "lager"],
        "sinds": date(2020, 9, 1),
        "leerlingen": 212,
        "imp": "imp:1",
    }
    assert bekend.knopen["a1"].eigenschappen["capaciteit"] == 0
    band = bekend.relaties["WERKT_SAMEN_MET|n1|s2"]
    assert (band.van, band.naar, band.eigenschappen["opmerking"]) == (
        "n1",
        "s2",
        'tekst met "aanhaling"\nen een regel',
    )
    assert {r.eigenschappen["stap"] for r in bekend.relaties.values() if r.type == "VERWIJST_NAAR"} == {
        "voorkomen",
        "heroriënteren",
    }


def test_only_changed_fields_change_and_none_clears(store: Store) -> None:
    voer_in(store, VOORBEELD)
    wijzigingen: list[Uitspraak] = [
        KnoopUitspraak("School", "s2", {"sinds": date(2023, 9, 1)}),
        relatie("BEGELEIDT", "c1", "s1", tot=date(2025, 1, 1)),
    ]
    verslag = voer_in(store, wijzigingen, "imp:2")
    assert verslag is not None
    assert (verslag.nieuw, verslag.gewijzigd) == (0, 2)
    bekend = read_bekend(store)
    assert bekend.knopen["s2"].eigenschappen == {
        "naam": "School s2",
        "niveaus": ["secundair"],
        "sinds": date(2023, 9, 1),  # and the precision of the old date is gone
        "imp": "imp:2",
    }
    assert bekend.relaties["BEGELEIDT|c1|s1"].eigenschappen == {
        "sinds": date(2021, 9, 1),
        "tot": date(2025, 1, 1),
        "imp": "imp:2",
    }
    assert bekend.knopen["s1"].eigenschappen["imp"] == "imp:1"


def test_an_import_remembers_its_changes_and_its_source(store: Store) -> None:
    plan = plan_voor(store, VOORBEELD)
    carry_out(store, plan, ImportGegevens("proef", NU, bron="lijst", bestand_sha256="ab" * 32, id="imp:1"))
    (imp,) = store.read(cypher.IMPORTS).dicts()
    assert isinstance(imp["p"], dict)
    assert imp["p"]["tijdstip"] == "2026-03-02T10:00:00Z"
    gebruikt = store.read("MATCH (:Import)-[:GEBRUIKT]->(b:Bron) RETURN b.naam, b.sha256").rijen
    assert list(gebruikt) == [("lijst", "ab" * 32)]
    assert read_changes(store, "imp:1") == [*plan.knopen, *plan.relaties]
    assert [imp["id"] for imp in read_imports(store)] == ["imp:1"]
    assert read_changes(store, "imp:9") == []


def _turned_round(wijziging: KnoopWijziging | RelatieWijziging) -> KnoopWijziging | RelatieWijziging:
    if wijziging.voor is None:
        return replace(wijziging, voor=wijziging.na, na={})
    return replace(wijziging, voor=wijziging.na or None, na=wijziging.voor)


def test_a_node_with_relations_is_not_removed(store: Store) -> None:
    voer_in(store, VOORBEELD)
    eerst = staat(store)
    weg = Plan(knopen=(KnoopWijziging("Clb", "c1", {"naam": "Clb c1"}, {}),), versie=1)
    with pytest.raises(OpslagFout, match="nog relaties: c1"):
        carry_out(store, weg, gegevens("imp:2"))
    assert staat(store) == eerst


def test_changes_turned_round_undo_an_import(store: Store) -> None:
    voer_in(store, VOORBEELD)
    eerst = read_bekend(store)
    wijzigingen: list[Uitspraak] = [
        KnoopUitspraak(
            "School", "s2", {"naam": "Ander", "telefoon": "016 11 22 33", "sinds": date(2023, 9, 1)}
        ),
        relatie("BEGELEIDT", "c1", "s1", tot=date(2025, 1, 1)),
        knoop("Clb", "c2"),
        knoop("Gemeente", "nis:11002", nis="11002"),
        relatie("BEGELEIDT", "c2", "s2"),
        relatie("LIGT_IN", "s1", "nis:11002"),
    ]
    voer_in(store, wijzigingen, "imp:2")
    terug = [_turned_round(w) for w in reversed(read_changes(store, "imp:2"))]
    plan = Plan(
        tuple(w for w in terug if isinstance(w, KnoopWijziging)),
        tuple(w for w in terug if isinstance(w, RelatieWijziging)),
        versie=2,
    )
    carry_out(store, plan, gegevens("imp:3"))
    nu = read_bekend(store)
    bijgehouden = {"Import", "Bron"}
    assert nu.knopen.keys() - {"imp:2", "imp:3"} == eerst.knopen.keys()
    for id_, knoop_ in eerst.knopen.items():
        if knoop_.label not in bijgehouden:
            assert {**nu.knopen[id_].eigenschappen, "imp": ""} == {**knoop_.eigenschappen, "imp": ""}
    assert nu.relaties.keys() - {"GEBRUIKT|imp:2", "GEBRUIKT|imp:3"} >= eerst.relaties.keys()
    for rid, band in eerst.relaties.items():
        assert {**nu.relaties[rid].eigenschappen, "imp": ""} == {**band.eigenschappen, "imp": ""}
        assert (nu.relaties[rid].van, nu.relaties[rid].naar) == (band.van, band.naar)
    assert "BEGELEIDT|c2|s2" not in nu.relaties


def test_a_plan_of_before_somebody_elses_write_is_refused(store: Store) -> None:
    oud = plan_voor(store, VOORBEELD)
    voer_in(store, [knoop("School", "s9")])
    eerst = staat(store)
    with pytest.raises(OpslagFout, match="intussen gewijzigd"):
        carry_out(store, oud, gegevens("imp:2"))
    assert staat(store) == eerst


def test_an_exception_amid_a_transaction_leaves_all_as_it_was(store: Store) -> None:
    voer_in(store, VOORBEELD)
    eerst = staat(store)

    class Halverwege(Exception):
        pass

    def breek_af(gedaan: int, totaal: int) -> None:
        if gedaan >= totaal // 2:
            raise Halverwege

    plan = plan_voor(store, [knoop("School", f"x{i}") for i in range(20)] + [knoop("Clb", "c9")])
    with pytest.raises(Halverwege):
        carry_out(store, plan, gegevens("imp:2"), breek_af)
    assert staat(store) == eerst
    assert carry_out(store, plan, gegevens("imp:2")) is not None


def test_a_change_to_what_is_not_there_is_refused_whole(store: Store) -> None:
    voer_in(store, VOORBEELD)
    eerst = staat(store)
    plan = Plan(
        knopen=(
            KnoopWijziging("School", "nieuw", None, {"naam": "N"}),
            KnoopWijziging("School", "bestaat-niet", {"naam": "A"}, {"naam": "B"}),
        ),
        versie=1,
    )
    with pytest.raises(OpslagFout, match="passen niet meer"):
        carry_out(store, plan, gegevens("imp:2"))
    assert staat(store) == eerst


def test_an_id_cannot_be_taken_twice(store: Store) -> None:
    voer_in(store, VOORBEELD)
    eerst = staat(store)
    plan = Plan(knopen=(KnoopWijziging("Clb", "s1", None, {"naam": "N"}),), versie=1)
    with pytest.raises(OpslagFout, match="intussen"):
        carry_out(store, plan, gegevens("imp:2"))
    assert staat(store) == eerst


def test_a_change_without_after_removes(store: Store) -> None:
    voer_in(store, VOORBEELD)
    bekend = read_bekend(store)
    aanbod = dict(bekend.knopen["a1"].eigenschappen)
    biedt = bekend.relaties["BIEDT|n1|a1"]
    weg = Plan(
        knopen=(KnoopWijziging("Aanbod", "a1", {**aanbod}, {}),),
        relaties=(
            RelatieWijziging(
                "BIEDT", "BIEDT|n1|a1", "n1", "a1", "Organisatie", "Aanbod", {**biedt.eigenschappen}, {}
            ),
        ),
        versie=1,
    )
    verslag = carry_out(store, weg, gegevens("imp:2"))
    assert verslag is not None
    assert verslag.verwijderd == 2
    over = read_bekend(store)
    assert "a1" not in over.labels
    assert "BIEDT|n1|a1" not in over.relaties


def test_many_relations_of_a_type_go_in_one_walk_all_or_none(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wegschrijven, "VEEL", 2)
    monkeypatch.setattr(wegschrijven, "PARTIJ_INEENS", 2)
    extra = [relatie("WERKT_SAMEN_MET", van, "n1", sterkte=1) for van in ("s1", "c1", "a2", "a3")]
    voer_in(store, [*VOORBEELD, knoop("School", "a2"), knoop("Clb", "a3"), *extra])
    bekend = read_bekend(store)

    def gone(rids: list[str]) -> Plan:
        einden = "Organisatie", "Organisatie"
        delen = [rid.split("|") for rid in rids]
        return Plan(
            relaties=tuple(
                RelatieWijziging(type_, f"{type_}|{van}|{naar}", van, naar, *einden, {"sterkte": 1}, {})
                for type_, van, naar in delen
            ),
            versie=1,
        )

    banden = sorted(rid for rid, r in bekend.relaties.items() if r.type == "WERKT_SAMEN_MET")
    eerst = staat(store)
    with pytest.raises(OpslagFout, match="passen niet meer"):
        carry_out(store, gone([*banden, "WERKT_SAMEN_MET|s1|s2"]), gegevens("imp:2"))
    assert staat(store) == eerst
    carry_out(store, gone(banden[1:]), gegevens("imp:2"))
    over = read_bekend(store)
    assert bekend.relaties.keys() - over.relaties.keys() == {*banden[1:]}
    assert banden[0] in over.relaties


def test_progress_ends_at_the_total(store: Store) -> None:
    stappen: list[tuple[int, int]] = []
    plan = plan_voor(store, VOORBEELD)
    carry_out(store, plan, gegevens("imp:1"), lambda gedaan, totaal: stappen.append((gedaan, totaal)))
    assert stappen[-1] == (len(VOORBEELD), len(VOORBEELD))
    assert stappen == sorted(stappen)


def test_what_is_asked_is_known_and_the_labels_of_all(store: Store) -> None:
    voer_in(store, [knoop("School", f"s{i:02}") for i in range(40)])
    voer_in(
        store, [knoop("Clb", "c1"), *(relatie("BEGELEIDT", "c1", f"s{i:02}") for i in range(40))], "imp:2"
    )
    bekend = read_bekend(store, ["s03", "onbekend"], ["BEGELEIDT|c1|s05", "BEGELEIDT|c1|onbekend"])
    assert set(bekend.knopen) == {"s03"}
    assert set(bekend.relaties) == {"BEGELEIDT|c1|s05"}
    assert bekend.labels["s39"] == "School"
    assert bekend.versie == read_version(store) == 2
    assert read_bekend(store, [], []).knopen == {}


def test_names_are_what_people_call_them(store: Store) -> None:
    voer_in(store, VOORBEELD)
    namen = read_names(store)
    assert ("c1", "Clb", "Clb c1") in namen
    assert ("nis:24062", "Gemeente", "Gemeente nis:24062") in namen
    assert namen == sorted(namen)


def test_the_view_holds_the_facts_and_no_bookkeeping(store: Store) -> None:
    voer_in(store, VOORBEELD)
    beeld = read_beeld(store)
    assert list(beeld.ids[:4]) == ["s1", "s2", "c1", "n1"]
    assert {beeld.label(i) for i in range(len(beeld))} == {
        "School", "Clb", "NaftAanbieder", "Aanbod", "Gemeente", "Bron",
    }  # fmt: skip
    assert not {"title", "type", "name", "label"} & set(beeld.kolommen)
    assert list(beeld.van_type("WERKT_SAMEN_MET").rids) == ["WERKT_SAMEN_MET|n1|s2"]
    assert beeld.van_type("WERKT_SAMEN_MET").kolom("sterkte") == [2]


def test_an_empty_store_is_known_as_empty(store: Store) -> None:
    bekend = read_bekend(store)
    assert (bekend.knopen, bekend.relaties, bekend.versie) == ({}, {}, 0)
    assert carry_out(store, make_plan([], bekend), gegevens("imp:1")) is None
    assert store.read(cypher.HAS_DATA).rijen == []
    assert len(read_beeld(store)) == 0


def test_a_closed_store_says_so(store: Store) -> None:
    store.close()
    store.close()
    with pytest.raises(OpslagFout, match="al gesloten"):
        store.read("RETURN 1 AS een")


def test_a_school_that_moves_has_one_municipality(store: Store) -> None:
    voer_in(store, VOORBEELD)
    verhuis: list[Uitspraak] = [
        knoop("Gemeente", "nis:11002", nis="11002"),
        relatie("LIGT_IN", "s1", "nis:11002"),
    ]
    voer_in(store, verhuis, "imp:2")
    gemeenten = store.read("MATCH (:School {id: 's1'})-[x:LIGT_IN]->(g) RETURN g.id, x.imp").rijen
    assert list(gemeenten) == [("nis:11002", "imp:2")]


def test_rows_that_travel_together_keep_each_their_own_fields(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("netwerkkaart.graph.wegschrijven.PARTIJ", 3)
    los: list[dict[str, Waarde]] = [
        {"sinds": date(2020, 1, 1), "themas": ["1"], "leerlingen": 0},
        {"tot": date(2021, 2, 3), "tot_precisie": "jaar", "lengte": 4.5},
        {"sinds": date(1800, 1, 1), "themas": ["1", "2"]},
        {},
    ]
    scholen = {f"s{nr}": {"bron": "x", "bron_datum": date(2026, 1, 1), **los[nr % 4]} for nr in range(8)}
    banden = {f"s{nr}": date(2020, 1, nr) for nr in range(1, 8)}
    uitspraken: list[Uitspraak] = [knoop("Clb", "c1")]
    uitspraken += [knoop("School", id_, **velden) for id_, velden in scholen.items()]
    uitspraken += [relatie("BEGELEIDT", "c1", id_, sinds=datum) for id_, datum in banden.items()]
    uitspraken.append(relatie("BEGELEIDT", "c1", "s0", opmerking="geen datum"))
    voer_in(store, uitspraken)
    bekend = read_bekend(store)
    for id_, velden in scholen.items():
        assert bekend.knopen[id_].eigenschappen == {"naam": f"School {id_}", "imp": "imp:1", **velden}
    for id_, datum in banden.items():
        assert bekend.relaties[f"BEGELEIDT|c1|{id_}"].eigenschappen == {"imp": "imp:1", "sinds": datum}
    assert bekend.relaties["BEGELEIDT|c1|s0"].eigenschappen == {"imp": "imp:1", "opmerking": "geen datum"}


@pytest.mark.parametrize("naam", ["x", "naam: 1}) DETACH DELETE n //", "na\\u0060am"])
def test_only_fields_of_the_schema_stand_in_a_text(naam: str) -> None:
    for vast, los in (([naam], []), ([], [naam])):
        with pytest.raises(KeyError):
            cypher.create_nodes("School", vast, los)
        with pytest.raises(KeyError):
            cypher.create_relations("BEGELEIDT", "Organisatie", "Organisatie", vast, los)
