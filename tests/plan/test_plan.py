"""A plan holds exactly what would change: nothing twice, nothing lost, nothing for what is known."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netwerkkaart.plan.maak import PlanError, changed_fields, make_plan
from netwerkkaart.plan.wijziging import Bekend, BekendeKnoop, BekendeRelatie, Conflict, Plan, Voorrang
from netwerkkaart.schema.register import TYPEN, Waarde, relation_id
from netwerkkaart.schema.uitspraken import KnoopUitspraak, RelatieUitspraak, Uitspraak
from tests.voorbeelden import aantal

LABELS = ("School", "Clb", "Jeugdhulpaanbieder")
waarden: st.SearchStrategy[dict[str, Waarde]] = st.dictionaries(
    st.sampled_from(["naam", "straat", "postcode", "sinds"]),
    st.one_of(st.sampled_from(["a", "b", "3000"]), st.just(date(2024, 1, 1))),
    max_size=3,
)


def _node(nummer: int, eigenschappen: dict[str, Waarde], aanvulling: bool = False) -> KnoopUitspraak:
    label = LABELS[nummer % 3]
    return KnoopUitspraak(label, f"k{nummer}", {**eigenschappen}, nummer + 2, aanvulling)


@st.composite
def statements(draw: st.DrawFn) -> list[Uitspraak]:
    nummers = draw(st.lists(st.integers(0, 8), min_size=2, max_size=12))
    knopen: list[Uitspraak] = [_node(n, draw(waarden), draw(st.booleans())) for n in nummers]
    er_zijn = sorted({u.id for u in knopen if isinstance(u, KnoopUitspraak)})
    paren = draw(st.lists(st.tuples(st.sampled_from(er_zijn), st.sampled_from(er_zijn)), max_size=6))
    banden: list[Uitspraak] = []
    for van, naar in paren:
        if van != naar:
            van, naar = sorted((van, naar))
            rid = relation_id(TYPEN["WERKT_SAMEN_MET"], van, naar, {})
            banden.append(
                RelatieUitspraak("WERKT_SAMEN_MET", rid, van, naar, {"sterkte": draw(st.integers(1, 3))})
            )
    return knopen + banden


def _apply(bekend: Bekend, plan: Plan) -> Bekend:
    """What the store would know after the plan: the model that the stores are held to as well."""
    knopen = dict(bekend.knopen)
    for k in plan.knopen:
        oud = dict(knopen[k.id].eigenschappen) if k.id in knopen else {}
        knopen[k.id] = BekendeKnoop(k.label, {s: w for s, w in (oud | k.na).items() if w is not None})
    relaties = dict(bekend.relaties)
    for r in sorted(plan.relaties, key=lambda w: bool(w.na)):
        if not r.na:
            del relaties[r.rid]
            continue
        oud = dict(relaties[r.rid].eigenschappen) if r.rid in relaties else {}
        nieuw = {s: w for s, w in (oud | r.na).items() if w is not None}
        relaties[r.rid] = BekendeRelatie(r.type, r.van, r.naar, nieuw)
    return Bekend(knopen, relaties, {id_: k.label for id_, k in knopen.items()}, bekend.versie + 1)


@settings(max_examples=aantal(60))
@given(statements(), statements())
def test_the_same_statements_twice_change_nothing(eerst: list[Uitspraak], dan: list[Uitspraak]) -> None:
    bekend = _apply(Bekend(), make_plan(eerst, Bekend()))
    na = _apply(bekend, make_plan(dan, bekend))
    assert make_plan(dan, na).is_leeg


@settings(max_examples=aantal(60))
@given(statements())
def test_every_stated_field_is_known_afterwards(uitspraken: list[Uitspraak]) -> None:
    na = _apply(Bekend(), make_plan(uitspraken, Bekend()))
    assert {u.id for u in uitspraken if isinstance(u, KnoopUitspraak)} == set(na.knopen)
    for u in uitspraken:
        if isinstance(u, KnoopUitspraak):
            assert set(u.eigenschappen) <= set(na.knopen[u.id].eigenschappen)


def test_an_addition_never_overwrites_what_is_known() -> None:
    bekend = Bekend({"k0": BekendeKnoop("School", {"naam": "De Ark"})}, {}, {"k0": "School"})
    plan = make_plan([_node(0, {"naam": "Ander"}, aanvulling=True)], bekend)
    assert plan.is_leeg
    assert plan.ongewijzigd == 1


def test_the_same_fact_from_another_list_is_no_change() -> None:
    bekend = Bekend({"k0": BekendeKnoop("School", {"naam": "De Ark", "bron": "x"})}, {}, {"k0": "School"})
    assert make_plan([_node(0, {"naam": "De Ark", "bron": "y"})], bekend).is_leeg


def test_a_more_precise_date_clears_the_old_precision() -> None:
    nu: dict[str, Waarde] = {"sinds": date(2024, 1, 1), "sinds_precisie": "jaar"}
    voor, na = changed_fields(nu, {"sinds": date(2024, 1, 1)})
    assert na == {"sinds_precisie": None}
    assert voor == {"sinds_precisie": "jaar"}


@pytest.mark.parametrize(
    ("uitspraken", "zin"),
    [
        ([RelatieUitspraak("BEGELEIDT", "r", "weg", "ook weg")], "cannot run"),
        ([_node(0, {}), _node(1, {}), RelatieUitspraak("BEGELEIDT", "r", "k0", "k1")], "cannot run"),
        ([_node(0, {}), KnoopUitspraak("Clb", "k0")], "stated as School and as Clb"),
    ],
)
def test_statements_against_the_schema_are_a_fault_of_the_importer(
    uitspraken: list[Uitspraak], zin: str
) -> None:
    with pytest.raises(PlanError, match=zin):
        make_plan(uitspraken, Bekend())


def test_a_school_that_moves_has_one_municipality() -> None:
    def lies(nis: str) -> list[Uitspraak]:
        rid = relation_id(TYPEN["LIGT_IN"], "k0", f"nis:{nis}", {})
        return [
            _node(0, {"naam": "De Ark"}),
            KnoopUitspraak("Gemeente", f"nis:{nis}", {"nis": nis, "naam": nis}, aanvulling=True),
            RelatieUitspraak("LIGT_IN", rid, "k0", f"nis:{nis}", {"bron": "lijst"}),
        ]

    eerst = _apply(Bekend(), make_plan(lies("71016"), Bekend()))
    na = _apply(eerst, make_plan(lies("71022"), eerst))
    assert [r.naar for r in na.relaties.values() if r.type == "LIGT_IN"] == ["nis:71022"]


def _school(velden: dict[str, Waarde], gezien: dict[str, Waarde] | None, *leeg: str) -> KnoopUitspraak:
    return KnoopUitspraak("School", "s", velden, 2, leeg=frozenset(leeg), gezien=gezien)


def _known(velden: dict[str, Waarde]) -> Bekend:
    return Bekend({"s": BekendeKnoop("School", velden)}, {}, {"s": "School"}, 7)


def test_what_the_writer_left_as_it_was_does_not_undo_what_another_changed() -> None:
    plan = make_plan(
        [_school({"naam": "Oud", "straat": "Dorp"}, {"naam": "Oud", "straat": "Markt"})],
        _known({"naam": "Nieuw", "straat": "Markt"}),
    )
    assert [(k.voor, k.na) for k in plan.knopen] == [({"straat": "Markt"}, {"straat": "Dorp"})]
    assert plan.conflicten == ()


def test_an_emptied_cell_empties_only_what_the_writer_saw_filled() -> None:
    plan = make_plan([_school({}, {"straat": "Markt"}, "straat", "email")], _known({"straat": "Markt"}))
    assert [k.na for k in plan.knopen] == [{"straat": None}]


@pytest.mark.parametrize(("voorrang", "naam"), [(Voorrang.GRAAF, None), (Voorrang.BRON, "Hier")])
def test_what_both_changed_is_a_conflict_and_the_user_decides(voorrang: Voorrang, naam: str | None) -> None:
    plan = make_plan([_school({"naam": "Hier"}, {"naam": "Toen"})], _known({"naam": "Daar"}), (), voorrang)
    assert plan.conflicten == (Conflict("School", "s", "naam", "Toen", "Daar", "Hier"),)
    assert [k.na["naam"] for k in plan.knopen] == ([naam] if naam else [])


def test_what_vanished_meanwhile_does_not_come_back_unless_the_writer_is_right() -> None:
    uitspraken = [_school({"naam": "Hier"}, {"naam": "Toen"})]
    plan = make_plan(uitspraken, Bekend())
    assert plan.is_leeg
    assert plan.conflicten == (Conflict("School", "s", "", None, None, None),)
    assert [k.na for k in make_plan(uitspraken, Bekend(), (), Voorrang.BRON).knopen] == [{"naam": "Hier"}]
    # A row that she did not touch is no conflict: it went, and she did not care.
    assert make_plan([_school({"naam": "Toen"}, {"naam": "Toen"})], Bekend()) == Plan(ongewijzigd=1)


@given(waarden, waarden, waarden)
def test_three_ways_agree_with_a_table_of_all_cases(
    gezien: dict[str, Waarde], nu: dict[str, Waarde], gesteld: dict[str, Waarde]
) -> None:
    leeg = {veld for veld in gezien if veld not in gesteld}
    plan = make_plan([_school(gesteld, gezien, *leeg)], _known(nu), (), Voorrang.BRON)
    verwacht = dict(nu)
    for veld in gezien | gesteld:
        if gesteld.get(veld) != gezien.get(veld):
            verwacht[veld] = gesteld.get(veld)  # type: ignore[assignment]
    verwacht = {veld: waarde for veld, waarde in verwacht.items() if waarde is not None}
    assert dict(_apply(_known(nu), plan).knopen["s"].eigenschappen) == verwacht
    botsend = {
        veld
        for veld in gezien | gesteld
        if gesteld.get(veld) != gezien.get(veld) and nu.get(veld) not in (gezien.get(veld), gesteld.get(veld))
    }
    assert {c.veld for c in plan.conflicten} == botsend
