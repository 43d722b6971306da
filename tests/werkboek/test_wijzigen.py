"""What a coordinator does to her workbook, and what comes of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from netwerkkaart.fouten import Ernst
from netwerkkaart.omzetten.context import Oogst
from netwerkkaart.omzetten.plaatsen import area_statements, lies_in
from netwerkkaart.omzetten.werkboek import Werkboek
from netwerkkaart.omzetten.werkboekbladen import FORMAAT
from netwerkkaart.plan.maak import make_plan
from netwerkkaart.plan.wijziging import Bekend, BekendeKnoop, Conflict, Plan, Velden, Voorrang
from netwerkkaart.schema.register import TYPEN, Waarde, relation_id
from netwerkkaart.schema.uitspraken import KnoopUitspraak, RelatieUitspraak, Uitspraak
from tests.werkboek.hulp import DAG, apply_plan, as_boek, edit, export, known, read, weigh

Rijen = list[list[str]]
Koppen = dict[str, int]


def _node(label: str, id_: str, naam: str, **velden: Waarde) -> KnoopUitspraak:
    return KnoopUitspraak(label, id_, {"naam": naam, "bron": "lijst", **velden})


def _tie(type_: str, van: str, naar: str, **velden: Waarde) -> RelatieUitspraak:
    rid = relation_id(TYPEN[type_], van, naar, velden)
    return RelatieUitspraak(type_, rid, van, naar, {"bron": "lijst", **velden})


UITSPRAKEN: list[Uitspraak] = [
    *area_statements(["nis:71016", "nis:71072"]),
    _node("School", "s1", "De Ark", straat="Dorp", niveaus=["lager"], sinds=date(2024, 1, 1), sinds_precisie="jaar"),
    _node("School", "s2", "De Regenboog"),
    _node("School", "s3", "De Regenboog"),
    _node("Clb", "c1", "CLB Kantelbrug"),
    _node("NaftAanbieder", "n1", "NAFT Appel"),
    _node("Bestuur", "b1", "vzw Mussen"),
    _node("Forum", "f1", "Overleg Genk"),
    _node("LerendNetwerk", "l1", "Netwerk Limburg"),
    _node("Coordinator", "k1", "An", rol="lerend-netwerk", regio="limburg"),
    _node("Aanbod", "a1", "Time-out", continuum=["voorkomen"], themas=["1"], doelgroepen=["leerling"], capaciteit=9),
    _node("Overleg", "o1", "Maart", datum=date(2026, 1, 5)),
    _node("Hiaat", "h1", "Geen plaats"),
    lies_in("s1", "71016", {"bron": "lijst"}, 0),
    _tie("BEGELEIDT", "c1", "s1", sinds=date(2020, 9, 1)),
    _tie("BEGELEIDT", "c1", "s2"),
    _tie("WERKT_SAMEN_MET", "c1", "n1", sterkte=2, tot=date(2025, 6, 1)),
    _tie("VERWIJST_NAAR", "s1", "n1", stap="voorkomen"),
    _tie("BIEDT", "n1", "a1"),
    _tie("BEREIKT", "a1", "nis:71016"),
    _tie("NEEMT_DEEL_AAN", "c1", "f1"),
    _tie("LID_VAN", "s1", "l1", engagement="deelnemer"),
    _tie("OVERLEG_VAN", "o1", "f1"),
    _tie("AANWEZIG_OP", "c1", "o1"),
    _tie("AANWEZIG_OP", "k1", "o1"),
    _tie("AGENDEERT", "o1", "h1"),
]  # fmt: skip


@pytest.fixture
def bekend() -> Bekend:
    return apply_plan(Bekend(), make_plan(UITSPRAKEN, Bekend()))


@pytest.fixture
def boek(bekend: Bekend) -> Werkboek:
    return as_boek(export(bekend, datum=DAG))


def _row(rijen: Rijen, tekst: str) -> list[str]:
    return next(rij for rij in rijen if tekst in rij)


def _set(zoek: str, kolom: str, tekst: str) -> Callable[[Rijen, Koppen], None]:
    def change(rijen: Rijen, koppen: Koppen) -> None:
        _row(rijen, zoek)[koppen[kolom]] = tekst

    return change


def _add(**cellen: str) -> Callable[[Rijen, Koppen], None]:
    def change(rijen: Rijen, koppen: Koppen) -> None:
        rij = [""] * len(koppen)
        for kop, tekst in cellen.items():
            rij[koppen[kop.replace("_", " ")]] = tekst
        rijen.append(rij)

    return change


def _drop(zoek: str) -> Callable[[Rijen, Koppen], None]:
    return lambda rijen, _: rijen.remove(_row(rijen, zoek))


def _changes(plan: Plan) -> dict[str, Velden]:
    weg = {"bron", "bron_datum"}
    alle = {w.id: w.na for w in plan.knopen} | {w.rid: w.na for w in plan.relaties}
    return {sleutel: {n: w for n, w in na.items() if n not in weg} for sleutel, na in alle.items()}


def _told(oogst: Oogst, ernst: Ernst = Ernst.WAARSCHUWING) -> str:
    return "\n".join(str(m) for m in oogst.meldingen if m.ernst is ernst)


# ---- changing, emptying, sorting -----------------------------------------------------------------------


def test_a_changed_cell_changes_that_field_and_the_workbook_says_it(bekend: Bekend, boek: Werkboek) -> None:
    plan = weigh(read(edit(boek, "Organisaties", _set("s1", "straat", "Markt")), known(bekend)), bekend)
    assert _changes(plan) == {"s1": {"straat": "Markt"}}
    assert plan.knopen[0].na["bron"] == "werkboek.xlsx"
    assert plan.knopen[0].na["bron_datum"] == DAG


def test_an_emptied_cell_is_emptied_with_its_precision(bekend: Bekend, boek: Werkboek) -> None:
    plan = weigh(read(edit(boek, "Organisaties", _set("s1", "sinds", "")), known(bekend)), bekend)
    assert _changes(plan) == {"s1": {"sinds": None, "sinds_precisie": None}}


@pytest.mark.parametrize(
    ("tekst", "dag", "precisie"),
    [
        ("2021", date(2021, 1, 1), "jaar"),
        ("2024-03", date(2024, 3, 1), "maand"),
        ("2024-01-01", date(2024, 1, 1), None),
    ],
)
def test_another_date_is_no_more_precise_than_she_wrote_it(
    bekend: Bekend, boek: Werkboek, tekst: str, dag: date, precisie: str | None
) -> None:
    oogst = read(edit(boek, "Organisaties", _set("s1", "sinds", tekst)), known(bekend))
    velden = apply_plan(bekend, weigh(oogst, bekend)).knopen["s1"].eigenschappen
    assert (velden["sinds"], velden.get("sinds_precisie")) == (dag, precisie)


def test_sorted_and_moved_rows_are_the_same_rows(bekend: Bekend, boek: Werkboek) -> None:
    for blad in ("Organisaties", "Relaties", "Deelnames"):
        boek = edit(boek, blad, lambda rijen, _: rijen.sort(key=lambda rij: rij[1:3], reverse=True))
    oogst = read(boek, known(bekend))
    assert weigh(oogst, bekend).is_leeg
    assert not oogst.voorstellen


def test_what_changed_in_the_graph_meanwhile_is_kept_or_asked(bekend: Bekend, boek: Werkboek) -> None:
    def later(**velden: Waarde) -> Bekend:
        knoop = bekend.knopen["s1"]
        nieuw = BekendeKnoop(knoop.label, {**knoop.eigenschappen, **velden})
        return replace(bekend, knopen={**bekend.knopen, "s1": nieuw})

    oogst = read(edit(boek, "Organisaties", _set("s1", "straat", "Markt")), known(bekend))
    assert _changes(weigh(oogst, later(postcode="3600"))) == {"s1": {"straat": "Markt"}}
    botsing = weigh(oogst, later(straat="Plein"))
    assert botsing.is_leeg
    assert botsing.conflicten == (Conflict("School", "s1", "straat", "Dorp", "Plein", "Markt"),)
    zij = make_plan(oogst.uitspraken, later(straat="Plein"), voorrang=Voorrang.BRON)
    assert _changes(zij) == {"s1": {"straat": "Markt"}}


def test_the_source_alone_is_told_and_left(bekend: Bekend, boek: Werkboek) -> None:
    oogst = read(edit(boek, "Organisaties", _set("s1", "bron", "directeur")), known(bekend))
    assert weigh(oogst, bekend).is_leeg
    assert "Alleen de bron" in _told(oogst)
    beide = edit(boek, "Organisaties", _set("s1", "bron", "directeur"))
    beide = edit(beide, "Organisaties", _set("s1", "straat", "Markt"))
    assert weigh(read(beide, known(bekend)), bekend).knopen[0].na["bron"] == "directeur"


def test_another_municipality_moves_an_organisation(bekend: Bekend, boek: Werkboek) -> None:
    oogst = read(edit(boek, "Organisaties", _set("s1", "gemeente", "Hasselt")), known(bekend))
    na = apply_plan(bekend, weigh(oogst, bekend))
    assert na.relaties["LIGT_IN|s1"].naar == "nis:71072"
    leeg = read(edit(boek, "Organisaties", _set("s1", "gemeente", "")), known(bekend))
    assert weigh(leeg, bekend).is_leeg
    assert [v.uitspraak.eigenschappen["tot"] for v in leeg.voorstellen] == [DAG]


# ---- taking away ---------------------------------------------------------------------------------------


def test_a_removed_row_is_proposed_to_end_and_nothing_more(bekend: Bekend, boek: Werkboek) -> None:
    oogst = read(edit(boek, "Organisaties", _drop("s2")), known(bekend))
    assert weigh(oogst, bekend).is_leeg
    assert [v.reden for v in oogst.voorstellen] == [
        '"De Regenboog [s2]" staat niet meer op het blad Organisaties.'
    ]
    assert _changes(weigh(oogst.with_proposals(), bekend)) == {"s2": {"tot": DAG}}


def test_a_name_taken_out_of_a_cell_is_proposed_to_end(bekend: Bekend, boek: Werkboek) -> None:
    oogst = read(edit(boek, "Overleg", _set("o1", "aanwezig", "An; De Ark")), known(bekend))
    assert _changes(weigh(oogst, bekend)) == {"AANWEZIG_OP|s1|o1": {}}
    met = _changes(weigh(oogst.with_proposals(), bekend))
    assert met["AANWEZIG_OP|c1|o1"] == {"tot": DAG}


def test_a_changed_end_ends_the_old_tie_and_makes_a_new_one(bekend: Bekend, boek: Werkboek) -> None:
    def change(rijen: Rijen, koppen: Koppen) -> None:
        rij = next(r for r in rijen if "BEGELEIDT|c1|s1" in r)
        rij[koppen["naar"]] = "De Regenboog [s3]"

    oogst = read(edit(boek, "Relaties", change), known(bekend))
    assert _changes(weigh(oogst, bekend)) == {"BEGELEIDT|c1|s3": {"sinds": date(2020, 9, 1)}}
    assert "in plaats van" in oogst.voorstellen[0].reden
    na = apply_plan(bekend, weigh(oogst.with_proposals(), bekend))
    assert na.relaties["BEGELEIDT|c1|s1"].eigenschappen["tot"] == DAG


def test_a_missing_sheet_or_column_ends_and_empties_nothing(bekend: Bekend, boek: Werkboek) -> None:
    zonder = replace(boek, bladen=[t for t in boek.bladen if t.blad != "Relaties"])
    oogst = read(zonder, known(bekend))
    assert not oogst.voorstellen
    assert 'Het blad "Relaties" is weg' in _told(oogst)
    tabel = next(t for t in boek.bladen if t.blad == "Organisaties")
    plaats = tabel.kolommen.index("straat")
    smal = replace(
        tabel,
        kolommen=(*tabel.kolommen[:plaats], *tabel.kolommen[plaats + 1 :]),
        rijen=[(*rij[:plaats], *rij[plaats + 1 :]) for rij in tabel.rijen],
    )
    bladen = [smal if t.blad == "Organisaties" else t for t in boek.bladen]
    oogst = read(
        edit(replace(boek, bladen=bladen), "Organisaties", _set("s1", "postcode", "3600")), known(bekend)
    )
    assert _changes(weigh(oogst, bekend)) == {"s1": {"postcode": "3600"}}
    assert 'De kolom "straat" is weg' in _told(oogst)


# ---- adding --------------------------------------------------------------------------------------------


def test_a_new_row_gets_an_id_and_other_sheets_may_name_it_at_once(bekend: Bekend, boek: Werkboek) -> None:
    boek = edit(
        boek, "Organisaties", _add(naam="Huis van het Kind", soort="AndereOrganisatie", gemeente="Genk")
    )
    boek = edit(
        boek, "Relaties", _add(van="CLB Kantelbrug", relatie="werkt samen met", naar="huis van het kind")
    )
    boek = edit(boek, "Aanbod", _set("a1", "aanbieders", "NAFT Appel; Huis van het Kind"))
    plan = weigh(read(boek, known(bekend)), bekend)
    (nieuw,) = [k for k in plan.knopen if k.label == "AndereOrganisatie"]
    van, naar = sorted(("c1", nieuw.id))
    assert {r.rid for r in plan.relaties} == {
        f"LIGT_IN|{nieuw.id}", f"WERKT_SAMEN_MET|{van}|{naar}", f"BIEDT|{nieuw.id}|a1",
    }  # fmt: skip
    na = apply_plan(bekend, plan)
    omgekeerd = edit(boek, "Organisaties", lambda rijen, _: rijen.reverse())
    assert weigh(read(omgekeerd, known(na)), na).is_leeg
    assert not read(omgekeerd, known(na)).voorstellen


def test_two_coordinators_never_make_the_same_id(bekend: Bekend) -> None:
    def made(graaf: str) -> str:
        stand = export(bekend)
        stand = replace(stand, merk=replace(stand.merk, kenmerk=graaf))
        boek = edit(as_boek(stand), "Organisaties", _add(naam="Nieuw", soort="School"))
        return weigh(read(boek, known(bekend)), bekend).knopen[0].id

    assert made("een") != made("ander")
    assert made("een") == made("een")


def test_an_official_number_is_the_id(bekend: Bekend, boek: Werkboek) -> None:
    rij = {"naam": "Nieuw", "soort": "School", "instellingsnummer": "3772", "vestigingsnummer": "2"}
    plan = weigh(read(edit(boek, "Organisaties", _add(**rij)), known(bekend)), bekend)
    assert [k.id for k in plan.knopen] == ["003772-2"]


def test_an_ended_tie_that_is_written_again_holds_again(bekend: Bekend, boek: Werkboek) -> None:
    rij = {"van": "NAFT Appel", "relatie": "samenwerking", "naar": "CLB Kantelbrug"}
    plan = weigh(read(edit(boek, "Relaties", _add(**rij)), known(bekend)), bekend)
    assert _changes(plan) == {"WERKT_SAMEN_MET|c1|n1": {"tot": None}}


def test_a_copied_row_with_its_hidden_key_is_a_new_row(bekend: Bekend, boek: Werkboek) -> None:
    def change(rijen: Rijen, koppen: Koppen) -> None:
        rij = next(r for r in rijen if "BEGELEIDT|c1|s1" in r)
        kopie = [*rij]
        kopie[koppen["naar"]] = "De Regenboog [s3]"
        rijen.insert(1, kopie)

    oogst = read(edit(boek, "Relaties", change), known(bekend))
    assert not oogst.voorstellen
    assert set(_changes(weigh(oogst, bekend))) == {"BEGELEIDT|c1|s3"}


def test_a_row_that_repeats_another_counts_once_and_is_told(bekend: Bekend, boek: Werkboek) -> None:
    dubbel = edit(boek, "Organisaties", lambda rijen, _: rijen.append([*_row(rijen, "s1")]))
    oogst = read(dubbel, known(bekend))
    assert weigh(oogst, bekend).is_leeg
    assert "herhaalt rij" in _told(oogst)
    rij = {"van": "CLB Kantelbrug", "relatie": "begeleidt", "naar": "De Ark", "opmerking": "anders"}
    oogst = read(edit(boek, "Relaties", _add(**rij)), known(bekend))
    assert "zegt iets anders over dezelfde relatie" in _told(oogst, Ernst.FOUT)


def test_the_same_name_again_is_told(bekend: Bekend, boek: Werkboek) -> None:
    oogst = read(edit(boek, "Organisaties", _add(naam="De Ark", soort="School")), known(bekend))
    assert "Er bestaat al een School met deze naam: s1" in _told(oogst)
    tweemaal = edit(boek, "Organisaties", _add(naam="Nieuw", soort="School"))
    tweemaal = edit(tweemaal, "Organisaties", _add(naam="Nieuw", soort="School"))
    oogst = read(tweemaal, known(bekend))
    assert len(weigh(oogst, bekend).knopen) == 2
    assert "Deze naam staat ook op rij" in _told(oogst)


# ---- names ---------------------------------------------------------------------------------------------


def test_a_renamed_organisation_keeps_its_ties_and_both_names_work(bekend: Bekend, boek: Werkboek) -> None:
    boek = edit(boek, "Organisaties", _set("c1", "naam", "CLB Nieuw"))
    for wie in ("CLB Kantelbrug", "CLB Nieuw"):
        rij = {"van": wie, "relatie": "begeleidt", "naar": "De Regenboog [s3]"}
        oogst = read(edit(boek, "Relaties", _add(**rij)), known(bekend))
        assert _changes(weigh(oogst, bekend)) == {"c1": {"naam": "CLB Nieuw"}, "BEGELEIDT|c1|s3": {}}
        assert not oogst.voorstellen


@pytest.mark.parametrize(
    ("naar", "woord"),
    [("De Regenboog", "past bij 2"), ("De Arck", 'misschien "De Ark"'), ("NAFT Appel", "kan niet van Clb")],
)
def test_a_name_that_means_nothing_or_two_things_is_a_fault_with_its_place(
    bekend: Bekend, boek: Werkboek, naar: str, woord: str
) -> None:
    oogst = read(edit(boek, "Relaties", _add(van="c1", relatie="begeleidt", naar=naar)), known(bekend))
    (fout,) = oogst.fouten
    assert woord in str(fout)
    assert (fout.blad, fout.rij) == ("Relaties", 6)


def test_two_places_in_one_name_are_never_one_of_them(bekend: Bekend, boek: Werkboek) -> None:
    for tekst in ("Genk en Hasselt", "Genk, Hasselt"):
        oogst = read(edit(boek, "Aanbod", _set("a1", "gebied", tekst)), known(bekend))
        assert "gebied" in _told(oogst, Ernst.FOUT)
    oogst = read(edit(boek, "Aanbod", _set("a1", "gebied", "Genk; hasselt; regio:vlaanderen")), known(bekend))
    assert set(_changes(weigh(oogst, bekend))) == {"BEREIKT|a1|nis:71072", "BEREIKT|a1|regio:vlaanderen"}


def test_a_code_that_went_is_told_by_the_name(bekend: Bekend, boek: Werkboek) -> None:
    oogst = read(edit(boek, "Organisaties", _set("c1", "code", "")), known(bekend))
    assert weigh(oogst, bekend).is_leeg
    assert not oogst.voorstellen
    assert "aan de naam herkend als c1" in _told(oogst)


# ---- faults --------------------------------------------------------------------------------------------


def test_all_faults_of_all_sheets_are_told_with_their_places(bekend: Bekend, boek: Werkboek) -> None:
    boek = edit(boek, "Organisaties", _set("s1", "postcode", "36"))
    boek = edit(boek, "Aanbod", _set("a1", "continuum", "nergens"))
    boek = edit(boek, "Leden", _set("De Ark", "engagement", "veel"))
    boek = edit(boek, "Overleg", _set("o1", "aanwezig", "An; Niemand"))
    plaatsen = {(m.blad, m.rij, m.kolom) for m in read(boek, known(bekend)).fouten}
    assert plaatsen == {
        ("Organisaties", 3, "postcode"), ("Aanbod", 3, "continuum *"), ("Leden", 3, "engagement"),
        ("Overleg", 3, "aanwezig"),
    }  # fmt: skip


def test_without_a_faulty_row_what_needs_it_stays_out_too(bekend: Bekend, boek: Werkboek) -> None:
    boek = edit(boek, "Organisaties", _add(naam="Fout", soort="School", postcode="x"))
    boek = edit(boek, "Relaties", _add(van="CLB Kantelbrug", relatie="begeleidt", naar="Fout"))
    boek = edit(boek, "Organisaties", _set("s1", "straat", "Markt"))
    oogst = read(boek, known(bekend))
    assert "verwijst naar rij" in _told(oogst, Ernst.FOUT)
    assert _changes(make_plan(oogst.without_faulty_rows().uitspraken, bekend)) == {"s1": {"straat": "Markt"}}


def test_a_faulty_row_is_not_taken_for_a_removed_one(bekend: Bekend, boek: Werkboek) -> None:
    boek = edit(boek, "Organisaties", _set("s1", "postcode", "x"))
    boek = edit(boek, "Relaties", _set("BEGELEIDT|c1|s1", "naar", "Niemand"))
    assert not read(boek, known(bekend)).voorstellen


def test_what_is_no_longer_in_the_graph_is_not_made_again(bekend: Bekend, boek: Werkboek) -> None:
    zonder = replace(
        bekend,
        knopen={i: k for i, k in bekend.knopen.items() if i != "h1"},
        labels={i: la for i, la in bekend.labels.items() if i != "h1"},
        relaties={r: w for r, w in bekend.relaties.items() if r != "AGENDEERT|o1|h1"},
    )
    oogst = read(boek, known(zonder))
    assert make_plan(oogst.uitspraken, zonder).is_leeg
    oogst = read(edit(boek, "Hiaten", _set("h1", "omschrijving", "nieuw")), known(zonder))
    assert [c.sleutel for c in make_plan(oogst.uitspraken, zonder).conflicten] == ["h1"]


def test_the_example_is_passed_by_and_told_when_somebody_filled_it_in(bekend: Bekend, boek: Werkboek) -> None:
    oogst = read(edit(boek, "Fora", _set("voorbeeld", "naam", "Mijn overleg")), known(bekend))
    assert weigh(oogst, bekend).is_leeg
    assert "De voorbeeldrij is gewijzigd, maar telt niet mee" in _told(oogst)


# ---- other workbooks -----------------------------------------------------------------------------------


def test_another_version_or_a_torn_sheet_gets_a_sentence(bekend: Bekend, boek: Werkboek) -> None:
    assert boek.stand is not None
    ouder = [(b, t.replace(f'"formaat":{FORMAAT}', '"formaat":99')) for b, t in boek.stand]
    assert "formaat 99" in _told(read(replace(boek, stand=ouder), known(bekend)), Ernst.FOUT)
    for kapot in (boek.stand[:-1], [], [("x", "y")], [*boek.stand[:-1], (boek.stand[-1][0], "[")]):
        assert "beschadigd" in _told(read(replace(boek, stand=kapot), known(bekend)), Ernst.FOUT)


def test_sheets_that_we_do_not_know_are_told(bekend: Bekend, boek: Werkboek) -> None:
    oogst = read(replace(boek, onbekend=("Notities",)), known(bekend))
    assert weigh(oogst, bekend).is_leeg
    assert 'Het blad "Notities"' in _told(oogst)


def test_a_workbook_made_by_hand_states_what_stands_in_it_and_no_more(bekend: Bekend, boek: Werkboek) -> None:
    hand = replace(boek, stand=None, sha256="abc")
    hand = edit(hand, "Organisaties", _drop("s2"))
    hand = edit(hand, "Organisaties", _set("s1", "straat", ""))
    hand = edit(hand, "Organisaties", _add(naam="Nieuw", soort="School"))
    oogst = read(hand, known(bekend))
    assert not oogst.voorstellen
    plan = weigh(oogst, bekend)
    assert [k.voor for k in plan.knopen] == [None]
    na = apply_plan(bekend, plan)
    opnieuw = read(replace(hand, sha256="bewaard"), known(na))
    assert weigh(opnieuw, na).is_leeg
    assert "aan de naam herkend" in _told(opnieuw)


def test_into_another_graph_all_of_it_counts_and_emptied_stays_emptied(
    bekend: Bekend, boek: Werkboek
) -> None:
    boek = edit(boek, "Organisaties", _set("s1", "straat", ""))
    boek = edit(boek, "Organisaties", _drop("s2"))
    oogst = read(boek, known(bekend, graaf="imp:andere"))
    assert "komt uit een andere graaf" in _told(oogst)
    assert _changes(weigh(oogst, bekend)) == {"s1": {"straat": None}}
    assert _changes(weigh(oogst.with_proposals(), bekend)) == {"s1": {"straat": None}, "s2": {"tot": DAG}}


def test_options_of_plain_tables_are_refused(bekend: Bekend, boek: Werkboek) -> None:
    from netwerkkaart.omzetten.context import Context
    from netwerkkaart.omzetten.werkboek import read_werkboek

    oogst = read_werkboek(boek, Context(gekend=known(bekend), datum=DAG, vast={"soort": "School"}))
    assert "--vast" in _told(oogst, Ernst.FOUT)
