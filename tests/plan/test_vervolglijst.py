"""Next year's list beside this year's: what came, went, moved, merged, and nothing ends by itself."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from netwerkkaart.plan.vervolglijst import Lijstverschil, Opvolging, Verhuis, compare_lists, is_successor
from netwerkkaart.schema.register import TYPEN, relation_id
from netwerkkaart.schema.uitspraken import KnoopUitspraak, RelatieUitspraak, Uitspraak

OP = date(2026, 9, 1)


def school(id_: str, naam: str, straat: str = "", nr: str = "1") -> KnoopUitspraak:
    velden = {"naam": naam} | ({"straat": straat, "huisnummer": nr, "postcode": "3600"} if straat else {})
    return KnoopUitspraak("School", id_, dict(velden))


def clb(school_: str, van: str) -> RelatieUitspraak:
    rid = relation_id(TYPEN["BEGELEIDT"], van, school_, {})
    return RelatieUitspraak("BEGELEIDT", rid, van, school_)


def compare(vorige: list[Uitspraak], nieuw: list[Uitspraak]) -> Lijstverschil:
    return compare_lists(vorige, nieuw, op=OP, bron="lijst 2026")


def test_what_came_went_was_renamed_moved_merged_and_renumbered_is_told() -> None:
    vorige: list[Uitspraak] = [
        school("1", "De Ark", "Dorp"),
        school("2", "De Brug", "Markt"),
        school("3", "De Klim", "Kaai"),
        school("4", "De Zon", "Laan"),
        school("5", "Weg", "Elders"),
    ]
    nieuw: list[Uitspraak] = [
        school("1", "De Arke", "Dorp"),
        school("2", "De Brug", "Plein", "4"),
        school("3", "De Klim", "Laan"),
        school("6", "De Nieuwe", "Elders"),
    ]
    verschil = compare(vorige, nieuw)
    assert verschil.nieuw == ("6",)
    assert verschil.weg == ("4", "5")
    assert verschil.hernoemd == (("1", "De Ark", "De Arke"),)
    assert verschil.verhuisd == (
        Verhuis("2", "De Brug", "Markt 1 3600", "Plein 4 3600"),
        Verhuis("3", "De Klim", "Kaai 1 3600", "Laan 1 3600"),
    )
    assert verschil.opvolgingen == (
        Opvolging("4", "De Zon", "3", "De Klim", was_er_al=True),
        Opvolging("5", "Weg", "6", "De Nieuwe", was_er_al=False),
    )
    assert [(v.uitspraak.eigenschappen["tot"], v.reden) for v in verschil.voorstellen] == [
        (OP, "De Zon staat niet meer in de lijst."),
        (OP, "Weg staat niet meer in de lijst."),
    ]


def test_a_school_with_another_clb_ends_the_former_tie_and_a_school_that_went_keeps_hers() -> None:
    nodes: list[Uitspraak] = [school("1", "A"), school("2", "B")]
    verschil = compare([*nodes, clb("1", "c1"), clb("2", "c1")], [school("1", "A"), clb("1", "c2")])
    einden = [v.uitspraak for v in verschil.voorstellen if isinstance(v.uitspraak, RelatieUitspraak)]
    assert [(u.van, u.naar, u.eigenschappen["tot"]) for u in einden] == [("c1", "1", OP)]


def test_a_list_that_is_cut_off_is_an_issue_and_too_short_but_another_region_is_no_issue() -> None:
    vorige: list[Uitspraak] = [school(str(nr), f"School {nr}") for nr in range(100)]
    assert is_successor(vorige, vorige[:30])
    assert compare(vorige, vorige[:30]).is_te_kort
    assert not compare(vorige, vorige[:90]).is_te_kort
    elders: list[Uitspraak] = [school(f"x{nr}", f"Elders {nr}") for nr in range(100)]
    assert not is_successor(vorige, elders)
    assert not is_successor([], vorige)


@given(st.sets(st.integers(0, 20)), st.sets(st.integers(0, 20)))
def test_every_organisation_is_told_once(toen: set[int], nu: set[int]) -> None:
    verschil = compare(
        [school(f"{n:02}", "N") for n in sorted(toen)], [school(f"{n:02}", "N") for n in sorted(nu)]
    )
    assert {int(i) for i in verschil.nieuw} == nu - toen
    assert {int(i) for i in verschil.weg} == toen - nu
    assert len(verschil.voorstellen) == len(toen - nu)
    assert (verschil.vorige, verschil.nu) == (len(toen), len(nu))
