"""A merge on both stores: it equals a model, keeps every neighbour, and is undone whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings

from netwerkkaart.dubbels.doen import (
    carry_out_merge,
    carry_out_rejection,
    find_knoop,
    prepare_merge,
    prepare_rejection,
)
from netwerkkaart.fouten import GebruikersFout, NietGevonden
from netwerkkaart.graph.herleiden import complete_from_answers
from netwerkkaart.graph.lezen import read_beeld, read_bekend, read_changes, read_imports
from netwerkkaart.graph.store import Store
from netwerkkaart.graph.uitvoeren import carry_out
from netwerkkaart.invoeren import read_gekend
from netwerkkaart.plan.wijziging import Bekend, KnoopWijziging, Plan, RelatieWijziging
from netwerkkaart.schema.register import Waarde
from netwerkkaart.schema.uitspraken import KnoopUitspraak, Uitspraak
from netwerkkaart.terugdraaien import prepare_take_back, take_back
from tests.dubbels.hulp import netten
from tests.dubbels.model import Graaf, merge, picture
from tests.graph.hulp import NU, gegevens, knoop, plan_voor, relatie, voer_in
from tests.neo4j_server.fixture import wipe
from tests.voorbeelden import aantal

RUIM = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large]


def graph_of(store: Store) -> Graaf:
    return picture(read_bekend(store))


def merge_in(store: Store, a: str = "a", b: str = "b", **keuzes: list[str]) -> int:
    return carry_out_merge(store, prepare_merge(store, a, b, **keuzes), NU).versie


def turned_round(store: Store, imp: str) -> Plan:
    """The plainest undoing: ``voor`` and ``na`` exchanged, in reverse order."""
    terug = [
        replace(w, voor=w.na, na={}) if w.voor is None else replace(w, voor=w.na or None, na=w.voor)
        for w in reversed(read_changes(store, imp))
    ]
    return Plan(
        tuple(w for w in terug if isinstance(w, KnoopWijziging)),
        tuple(w for w in terug if isinstance(w, RelatieWijziging)),
        versie=read_bekend(store).versie,
    )


@settings(max_examples=aantal(12), deadline=None, suppress_health_check=RUIM)
@given(net=netten())
def test_a_merge_equals_the_model_and_is_undone_whole(store: Store, net: list[Uitspraak]) -> None:
    wipe(store)
    voer_in(store, net)
    eerst = graph_of(store)
    verslag = carry_out_merge(store, prepare_merge(store, "a", "b"), NU)
    na = graph_of(store)
    assert na == merge(eerst, "a", "b")
    assert "b" not in na.knopen
    assert not any("b" in (van, naar) for _, van, naar, _ in na.relaties)
    assert all(velden.get("via") != "b" for velden in na.relaties.values())
    carry_out(store, turned_round(store, verslag.id), gegevens("imp:terug"))
    assert graph_of(store) == eerst


@settings(max_examples=aantal(12), deadline=None, suppress_health_check=RUIM)
@given(net=netten())
def test_a_merge_keeps_every_neighbour_and_can_be_taken_back(store: Store, net: list[Uitspraak]) -> None:
    wipe(store)
    voer_in(store, net)
    eerst = graph_of(store)
    versie = merge_in(store)
    na = graph_of(store)
    uniek = {"LIGT_IN"}  # of which the one that stays keeps its own target
    for soort in {type_ for type_, _, _, _ in eerst.relaties} - uniek:
        buren = eerst.neighbours("a", soort) | eerst.neighbours("b", soort)
        assert na.neighbours("a", soort) == buren - {"a", "b"}
    assert na.neighbours("a", "LIGT_IN") == eerst.neighbours("a", "LIGT_IN") or eerst.neighbours(
        "b", "LIGT_IN"
    )
    take_back(store, prepare_take_back(store, str(versie)), nu=NU)
    assert graph_of(store) == eerst


@settings(max_examples=aantal(12), deadline=None, suppress_health_check=RUIM)
@given(net=netten())
def test_persons_are_merged_with_the_ties_that_run_through_them(store: Store, net: list[Uitspraak]) -> None:
    wipe(store)
    voer_in(store, net)
    eerst = graph_of(store)
    versie = merge_in(store, "p0", "p1")
    na = graph_of(store)
    assert na == merge(eerst, "p0", "p1")
    assert all(velden.get("via") != "p1" for velden in na.relaties.values())
    take_back(store, prepare_take_back(store, str(versie)), nu=NU)
    assert graph_of(store) == eerst


KANTELBRUG: tuple[Uitspraak, ...] = (
    KnoopUitspraak("Clb", "c1", {"naam": "CLB Kantelbrug", "telefoon": "011 22 33 44", "straat": "Markt"}),
    KnoopUitspraak(
        "Clb",
        "c2",
        {
            "naam": "Kantelbrug",
            "telefoon": "089 10 20 30",
            "email": "a@b.be",
            "straat": "Dorp",
            "huisnummer": "5",
        },
    ),
    knoop("School", "s1"),
    knoop("School", "s2"),
    knoop("Gemeente", "nis:71016"),
    knoop("Gemeente", "nis:71022"),
    relatie("BEGELEIDT", "c1", "s1", sinds=date(2021, 9, 1)),
    relatie("BEGELEIDT", "c2", "s1", sinds=date(2019, 9, 1), tot=date(2022, 9, 1), opmerking="oud"),
    relatie("BEGELEIDT", "c2", "s2"),
    relatie("WERKT_SAMEN_MET", "c1", "c2", sterkte=2),
    relatie("LIGT_IN", "c1", "nis:71016"),
    relatie("LIGT_IN", "c2", "nis:71022"),
)


def test_what_happens_is_told_before_it_happens(store: Store) -> None:
    voer_in(store, KANTELBRUG)
    s = prepare_merge(store, "c1", "c2")
    velden = {lot.veld: (lot.van_a, lot.van_b, lot.wordt) for lot in s.velden}
    assert velden["telefoon"] == ("011 22 33 44", "089 10 20 30", "011 22 33 44")
    assert velden["email"] == (None, "a@b.be", "a@b.be")
    assert velden["huisnummer"] == (None, "5", None), "a number of one street does not go with another street"
    loten = {(lot.lot, lot.type, lot.ander) for lot in s.relaties}
    assert loten == {
        ("samengenomen", "BEGELEIDT", "s1"),
        ("verhuist", "BEGELEIDT", "s2"),
        ("vervalt", "WERKT_SAMEN_MET", "c1"),
        ("blijft", "LIGT_IN", "nis:71022"),
    }
    assert read_imports(store)[-1]["soort_import"] == "proef", "nothing was written"
    merge_in(store, "c1", "c2")
    band = read_bekend(store).relaties["BEGELEIDT|c1|s1"].eigenschappen
    assert (band["sinds"], band.get("tot"), band["opmerking"]) == (date(2019, 9, 1), None, "oud")
    knoop_ = read_bekend(store).knopen["c1"].eigenschappen
    assert (knoop_["ook_bekend_als"], knoop_["vroegere_ids"]) == (["Kantelbrug"], ["c2"])
    assert read_imports(store)[-1]["soort_import"] == "voegsamen"


def test_a_field_may_be_taken_from_the_other(store: Store) -> None:
    voer_in(store, KANTELBRUG)
    merge_in(store, "c1", "c2", van_b=["telefoon", "naam", "straat"])
    velden = read_bekend(store).knopen["c1"].eigenschappen
    assert (velden["telefoon"], velden["naam"]) == ("089 10 20 30", "Kantelbrug")
    assert (velden["straat"], velden["huisnummer"]) == ("Dorp", "5")
    assert velden["ook_bekend_als"] == ["CLB Kantelbrug"]


def test_a_merge_shows_nobody_more_than_before(store: Store) -> None:
    voer_in(
        store, [knoop("Clb", "c1"), KnoopUitspraak("Clb", "c2", {"naam": "Geheim", "vrijgave": "intern"})]
    )
    merge_in(store, "c1", "c2")
    assert read_bekend(store).knopen["c1"].eigenschappen["vrijgave"] == "intern"


def test_merging_again_keeps_all_names_and_ids_in_order(store: Store) -> None:
    voer_in(store, [KnoopUitspraak("Clb", f"c{nr}", {"naam": f"CLB {nr}"}) for nr in range(4)])
    merge_in(store, "c2", "c3")
    merge_in(store, "c0", "c1")
    merge_in(store, "c0", "c2")
    velden = read_bekend(store).knopen["c0"].eigenschappen
    assert velden["vroegere_ids"] == ["c1", "c2", "c3"]
    assert velden["ook_bekend_als"] == ["CLB 1", "CLB 2", "CLB 3"]
    gekend = read_gekend(store)
    assert {find_knoop(gekend, tekst) for tekst in ("c3", "CLB 3", "clb 2", "c0")} == {"c0"}


def test_nobody_is_also_known_as_what_it_is_called(store: Store) -> None:
    velden: dict[str, Waarde] = {"naam": "Kantelbrug", "ook_bekend_als": ["CLB Kantelbrug"]}
    voer_in(
        store, [KnoopUitspraak("Clb", "c1", {"naam": "CLB Kantelbrug"}), KnoopUitspraak("Clb", "c2", velden)]
    )
    merge_in(store, "c1", "c2")
    assert read_bekend(store).knopen["c1"].eigenschappen["ook_bekend_als"] == ["Kantelbrug"]
    voer_in(store, [KnoopUitspraak("Clb", "c1", {"naam": "Kantelbrug"}), knoop("Clb", "c3")], "imp:3")
    voer_in(store, [KnoopUitspraak("Clb", "c3", {"naam": "Kantelbrug"})], "imp:4")
    merge_in(store, "c3", "c1")
    assert "ook_bekend_als" not in read_bekend(store).knopen["c3"].eigenschappen


@pytest.mark.parametrize(
    ("a", "b", "keuzes", "zin"),
    [
        ("c1", "s1", {}, "alleen twee van dezelfde soort"),
        ("c1", "c1", {}, "met zichzelf"),
        ("nis:71016", "nis:71022", {}, "wordt nooit samengevoegd"),
        ("c1", "c2", {"van_b": ["gewicht"]}, "geen veld van een Clb"),
        ("c1", "c2", {"van_b": ["vroegere_ids"]}, "geen veld van een Clb"),
        ("c1", "c2", {"van_a": ["naam"], "van_b": ["naam"]}, "bij --van-a en bij --van-b"),
    ],
)
def test_what_cannot_be_merged_is_refused_with_a_sentence(
    store: Store, a: str, b: str, keuzes: dict[str, list[str]], zin: str
) -> None:
    voer_in(store, KANTELBRUG)
    with pytest.raises(GebruikersFout, match=zin):
        prepare_merge(store, a, b, **keuzes)


@pytest.mark.parametrize(
    ("tekst", "zin"), [("c9", "geen code en geen naam"), ("Twee", "past bij 2 codes"), ("C1", "geen code")]
)
def test_who_is_not_found_is_told(store: Store, tekst: str, zin: str) -> None:
    voer_in(store, [*KANTELBRUG, *(KnoopUitspraak("Clb", f"t{nr}", {"naam": "Twee"}) for nr in (1, 2))])
    with pytest.raises(NietGevonden, match=zin) as gevangen:
        prepare_merge(store, "c1", tekst)
    assert gevangen.value.hulp


def test_what_was_merged_already_is_told(store: Store) -> None:
    voer_in(store, KANTELBRUG)
    merge_in(store, "c1", "c2")
    with pytest.raises(GebruikersFout, match="zijn al dezelfde: c1"):
        prepare_merge(store, "c1", "c2")


def test_a_rejection_is_remembered_once_is_no_tie_and_can_be_taken_back(store: Store) -> None:
    voer_in(store, KANTELBRUG)
    eerst = graph_of(store)
    verslag = carry_out_rejection(store, prepare_rejection(store, "c2", "c1", NU), NU)
    assert verslag is not None
    assert carry_out_rejection(store, prepare_rejection(store, "c1", "c2", NU), NU) is None
    beeld = read_beeld(store)
    assert beeld.van_type("NIET_HETZELFDE_ALS").rids == ["NIET_HETZELFDE_ALS|c1|c2"]
    assert "NIET_HETZELFDE_ALS|c1|c2" not in beeld.banden.rids
    assert prepare_merge(store, "c1", "c2").afgewezen
    take_back(store, prepare_take_back(store, str(verslag.versie)), nu=NU)
    assert graph_of(store) == eerst


@pytest.mark.parametrize(
    ("een", "ander", "zin"), [("c1", "c1", "één en dezelfde"), ("c1", "s1", "komen nooit in de lijst")]
)
def test_a_rejection_of_what_is_never_listed_is_refused(store: Store, een: str, ander: str, zin: str) -> None:
    voer_in(store, KANTELBRUG)
    with pytest.raises(GebruikersFout, match=zin):
        prepare_rejection(store, een, ander, NU)


def test_the_answers_of_both_count_for_the_one_that_stays(store: Store) -> None:
    """Answers to a question round hang on organisations by relations of which there is one."""
    dag = date(2026, 3, 1)
    rond: list[Uitspraak] = [knoop("Bevraging", "v1")]
    for nr, door in enumerate(("c2", "s1")):
        rond.append(KnoopUitspraak("Antwoord", f"w{nr}", {"naam": f"w{nr}", "datum": dag}))
        rond += [
            relatie("GEGEVEN_DOOR", f"w{nr}", door),
            relatie("NAMENS", f"w{nr}", door),
            relatie("ANTWOORD_OP", f"w{nr}", "v1"),
        ]
    ja: dict[str, Waarde] = {"relatie": "WERKT_SAMEN_MET", "ja": True, "datum": dag}
    rond += [
        relatie("NOEMT", "w0", "s1", **ja),
        relatie("NOEMT", "w1", "c2", **ja),
        relatie("NOEMT", "w0", "c1", **ja),
    ]
    plan = plan_voor(store, [*KANTELBRUG, *rond, relatie("WERKT_SAMEN_MET", "c1", "s1")])
    carry_out(store, complete_from_answers(plan, store), gegevens("imp:1"))
    eerst = graph_of(store)
    versie = merge_in(store, "c1", "c2")
    bekend: Bekend = read_bekend(store)
    assert bekend.relaties["GEGEVEN_DOOR|w0"].naar == "c1"
    assert bekend.relaties["WERKT_SAMEN_MET|c1|s1"].eigenschappen["bevestiging"] == "bevestigd"
    assert "WERKT_SAMEN_MET|c1|c1" not in bekend.relaties, "what c2 said of c1 is about itself now"
    take_back(store, prepare_take_back(store, str(versie)), nu=NU)
    assert graph_of(store) == eerst
