"""After a merge next month's lists still name both: they land on the one that stayed, and undo nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netwerkkaart.dubbels.doen import carry_out_merge, prepare_merge
from netwerkkaart.graph.lezen import read_bekend
from netwerkkaart.graph.store import Store
from netwerkkaart.importers import load_importer
from netwerkkaart.inlezen.tabel import Tabel
from netwerkkaart.invoeren import Voorbereid, carry_out_import, prepare_import
from netwerkkaart.omzetten.context import Context, Gekend
from netwerkkaart.schema.register import Waarde
from netwerkkaart.terugdraaien import prepare_take_back, take_back
from tests.graph.hulp import NU
from tests.neo4j_server.fixture import wipe
from tests.omzetten.tabellen import make_tabel
from tests.voorbeelden import aantal

RUIM = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large]


def prepare(store: Store, importer: str, tabel: Tabel) -> Voorbereid:
    def context(gekend: Gekend) -> Context:
        return Context(gekend=gekend, datum=NU.date(), bron=tabel.bestand)

    voorbereid = prepare_import(store, load_importer(importer), tabel, context)
    assert not voorbereid.oogst.fouten, voorbereid.oogst.fouten
    return voorbereid


def read_in(store: Store, importer: str, tabel: Tabel) -> Voorbereid:
    voorbereid = prepare(store, importer, tabel)
    carry_out_import(store, voorbereid, nu=NU)
    return voorbereid


def merge_in(store: Store, a: str, b: str, **keuzes: list[str]) -> int:
    return carry_out_merge(store, prepare_merge(store, a, b, **keuzes), NU).versie


def fields(store: Store, id_: str) -> dict[str, Waarde]:
    return dict(read_bekend(store).knopen[id_].eigenschappen)


KOPPEN = (
    "id",
    "naam",
    "soort",
    "gemeente",
    "telefoon",
    "straat",
    "huisnummer",
    "themas",
    "sinds",
    "tot",
    "vrijgave",
)
_CELLEN = st.tuples(
    st.sampled_from(["Naam", "naam", "Ander"]),
    st.just("Clb"),
    st.sampled_from(["", "Genk", "Hasselt"]),
    st.sampled_from(["", "011 22 33 44", "089 10 20 30"]),
    st.sampled_from(["", "Markt", "Dorp"]),
    st.sampled_from(["", "5", "7"]),
    st.sampled_from(["", "1", "2", "1;2"]),
    st.sampled_from(["", "2019", "2021-09-01"]),
    st.sampled_from(["", "2030", "2031-01-01"]),
    st.sampled_from(["", "intern", "partners", "openbaar"]),
)
_BANDEN = st.lists(
    st.tuples(
        st.sampled_from(["a", "b", "c"]),
        st.sampled_from(["a", "b", "c", "s"]),
        st.sampled_from(["werkt samen met", "verwijst naar"]),
        st.sampled_from(["", "2020", "2022-01-01"]),
        st.sampled_from(["", "2030"]),
    ),
    max_size=7,
)


def tables(
    rijen: dict[str, tuple[str, ...]], banden: Sequence[tuple[str, ...]], samen: bool
) -> list[tuple[str, Tabel]]:
    """The lists: all organisations in one, or each in its own; and the same for the relations."""
    orgs = [(id_, *cellen) for id_, cellen in rijen.items()]
    per_band = {
        (r, frozenset((v, n)) if r == "werkt samen met" else (v, n)): (v, n, r, s, t)
        for v, n, r, s, t in banden
        if v != n
    }
    alle = list(per_band.values())
    koppen = ("van", "naar", "relatie", "sinds", "tot")
    groepen = [orgs] if samen else [[rij] for rij in orgs]
    uit = [
        ("organisaties", make_tabel(KOPPEN, *groep, naam=f"org{nr}.csv")) for nr, groep in enumerate(groepen)
    ]
    uit.append(("organisaties", make_tabel(("id", "naam", "soort"), ("s", "De Ark", "School"), naam="s.csv")))
    for nr, deel in enumerate([alle] if samen else [[rij] for rij in alle]):
        if deel:
            uit.append(("relaties", make_tabel(koppen, *deel, naam=f"rel{nr}.csv")))
    return uit


@settings(max_examples=aantal(25), deadline=None, suppress_health_check=RUIM)
@given(
    st.fixed_dictionaries({"a": _CELLEN, "b": _CELLEN, "c": _CELLEN}),
    _BANDEN,
    st.booleans(),
    st.lists(
        st.sampled_from(["naam", "telefoon", "straat", "themas", "sinds", "tot", "vrijgave"]),
        max_size=3,
        unique=True,
    ),
    st.booleans(),
)
def test_the_same_lists_again_change_nothing_after_a_merge(
    ingebed_store: Store,
    rijen: dict[str, Any],
    banden: list[tuple[str, ...]],
    samen: bool,
    van_b: list[str],
    twee: bool,
) -> None:
    store = ingebed_store
    wipe(store)
    lijsten = tables(rijen, banden, samen)
    for importer, tabel in lijsten:
        read_in(store, importer, tabel)
    merge_in(store, "a", "b", van_b=van_b)
    if twee:
        merge_in(store, "a", "c")
    for importer, tabel in reversed(lijsten):
        plan = prepare(store, importer, tabel).plan
        assert plan.is_leeg, (tabel.bestand, plan.wijzigingen)
        assert not plan.conflicten


ORG = ("id", "naam", "soort", "telefoon", "email", "gemeente")
LIJST_A = make_tabel(ORG, ("a", "CLB Kantelbrug", "Clb", "011 22 33 44", "", "Genk"), naam="a.csv")
LIJST_B = make_tabel(ORG, ("b", "Kantelbrug", "Clb", "", "x@b.be", "Hasselt"), naam="b.csv")


def test_what_a_row_of_a_former_id_says_anew_lands_on_the_node(store: Store) -> None:
    read_in(store, "organisaties", LIJST_A)
    read_in(store, "organisaties", LIJST_B)
    merge_in(store, "a", "b")
    nieuw = make_tabel(ORG, ("b", "Kantelbrug", "Clb", "", "y@b.be", "Hasselt"), naam="b.csv")
    voorbereid = read_in(store, "organisaties", nieuw)
    assert any("vroegere code" in m.tekst and "b is nu a" in m.tekst for m in voorbereid.oogst.meldingen)
    assert "b" not in read_bekend(store).knopen
    velden = fields(store, "a")
    assert (velden["email"], velden["naam"], velden["telefoon"]) == (
        "y@b.be",
        "CLB Kantelbrug",
        "011 22 33 44",
    )
    assert read_bekend(store).relaties["LIGT_IN|a"].naar == "nis:71016"


def test_what_was_chosen_and_changes_in_the_other_list_is_a_conflict(store: Store) -> None:
    read_in(store, "organisaties", LIJST_A)
    read_in(
        store,
        "organisaties",
        make_tabel(ORG, ("b", "Kantelbrug", "Clb", "089 10 20 30", "", "Hasselt"), naam="b.csv"),
    )
    merge_in(store, "a", "b")
    anders = make_tabel(ORG, ("b", "Kantelbrug", "Clb", "089 99 99 99", "", "Hasselt"), naam="b.csv")
    plan = prepare(store, "organisaties", anders).plan
    assert [(c.veld, c.nu, c.gesteld) for c in plan.conflicten] == [
        ("telefoon", "011 22 33 44", "089 99 99 99")
    ]
    assert plan.is_leeg


def test_relations_by_former_code_or_name_land_as_well(store: Store) -> None:
    read_in(store, "organisaties", LIJST_A)
    read_in(store, "organisaties", LIJST_B)
    scholen = [("s1", "De Ark", "School", "", "", ""), ("s2", "De Regenboog", "School", "", "", "")]
    read_in(store, "organisaties", make_tabel(ORG, *scholen, naam="s.csv"))
    merge_in(store, "a", "b")
    banden = make_tabel(
        ("van", "naar", "relatie"),
        ("b", "s1", "begeleidt"),
        ("Kantelbrug", "s2", "begeleidt"),
        ("CLB Kantelbrug", "b", "werkt samen met"),
        naam="banden.csv",
    )
    voorbereid = read_in(store, "relaties", banden)
    assert {rid for rid, r in read_bekend(store).relaties.items() if {r.van, r.naar} & {"a", "b"}} == {
        "BEGELEIDT|a|s1",
        "BEGELEIDT|a|s2",
        "LIGT_IN|a",
    }
    assert any("valt weg" in m.tekst for m in voorbereid.oogst.meldingen)


def test_the_official_list_lands_too(store: Store) -> None:
    koppen = ("nummer", "volgnummer", "naam", "gemeente", "clb")
    officieel = make_tabel(koppen, ("012345", "1", "De Ark", "Genk", "CLB Kantelbrug"), naam="scholen.csv")
    read_in(
        store,
        "organisaties",
        make_tabel(ORG, ("mijn-ark", "Arkje", "School", "011 22 33 44", "", "Genk"), naam="m.csv"),
    )
    read_in(store, "scholen", officieel)
    merge_in(store, "mijn-ark", "012345-1")
    read_in(store, "organisaties", make_tabel(ORG, ("mijn-clb", "Mijn CLB", "Clb", "", "", ""), naam="c.csv"))
    merge_in(store, "mijn-clb", "clb:clb-kantelbrug")
    assert prepare(store, "scholen", officieel).plan.is_leeg
    volgend = make_tabel(
        (*koppen, "telefoon"),
        ("012345", "1", "De Ark", "Genk", "CLB Kantelbrug", "011 99 99 99"),
        naam="scholen.csv",
    )
    plan = prepare(store, "scholen", volgend).plan
    assert {w.id for w in plan.knopen} <= {"mijn-ark"}
    assert plan.conflicten[0].sleutel == "mijn-ark"


def test_a_name_that_two_bear_stays_ambiguous(store: Store) -> None:
    read_in(store, "organisaties", LIJST_A)
    read_in(store, "organisaties", LIJST_B)
    read_in(store, "organisaties", make_tabel(ORG, ("c", "Kantelbrug", "Clb", "", "", ""), naam="c.csv"))
    merge_in(store, "a", "b")
    voorbereid = prepare_import(
        store,
        load_importer("relaties"),
        make_tabel(("van", "naar", "relatie"), ("Kantelbrug", "a", "werkt samen met")),
        lambda gekend: Context(gekend=gekend),
    )
    assert ["past bij 2" in fout.tekst for fout in voorbereid.oogst.fouten] == [True]


def test_once_a_merge_is_taken_back_the_lists_make_two_again(store: Store) -> None:
    read_in(store, "organisaties", LIJST_A)
    read_in(store, "organisaties", LIJST_B)
    versie = merge_in(store, "a", "b")
    take_back(store, prepare_take_back(store, str(versie)), nu=NU)
    assert prepare(store, "organisaties", LIJST_B).plan.is_leeg
    assert fields(store, "b")["naam"] == "Kantelbrug"
    assert "vroegere_ids" not in fields(store, "a")


def test_an_import_on_a_merge_stands_in_the_way_of_taking_it_back(store: Store) -> None:
    read_in(store, "organisaties", LIJST_A)
    read_in(store, "organisaties", LIJST_B)
    versie = merge_in(store, "a", "b")
    read_in(
        store,
        "organisaties",
        make_tabel(ORG, ("b", "Kantelbrug", "Clb", "", "y@b.be", "Hasselt"), naam="b.csv"),
    )
    assert not prepare_take_back(store, str(versie)).toegestaan


@pytest.mark.parametrize("met_journaal", [True, False])
def test_without_a_journal_the_choice_stands_where_both_are_in_one_list(
    ingebed_store: Store, met_journaal: bool
) -> None:
    """An archive may come without what each import changed."""
    store = ingebed_store
    lijst = make_tabel(
        ORG,
        ("a", "CLB Kantelbrug", "Clb", "011 22 33 44", "", "Genk"),
        ("b", "Kantelbrug", "Clb", "089", "x@b.be", "Genk"),
        naam="l.csv",
    )
    lijst = make_tabel(
        ORG, *[[c.replace("089", "089 10 20 30") for c in rij] for rij in lijst.rijen], naam="l.csv"
    )
    read_in(store, "organisaties", lijst)
    merge_in(store, "a", "b")
    if not met_journaal:
        with store.write() as transactie:
            transactie.run("MATCH (w:Wijziging) DETACH DELETE w")
    assert prepare(store, "organisaties", lijst).plan.is_leeg
