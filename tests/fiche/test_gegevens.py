"""The page "dit staat over u": all that profiles show, and never what others said in confidence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netwerkkaart.cli.hoofd import run
from netwerkkaart.fiche.gegevens import make_gegevens
from netwerkkaart.fiche.gegevens_model import Gegevensblad, Wie
from netwerkkaart.fiche.gegevens_pagina import make_gegevenspagina
from netwerkkaart.fiche.gegevens_zicht import Zicht
from netwerkkaart.fouten import Afsluitcode
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.graph.vrijgave import Profiel, beperk
from netwerkkaart.plan.grondslag import BRON
from netwerkkaart.schema.register import BANDEN
from tests.analyse.grafen import Bouwer, Rijen, geography, view, worlds
from tests.fiche.wereld import VIJANDIG, hostile
from tests.voorbeelden import aantal

enkele = settings(max_examples=aantal(30), deadline=None)
GEHEIM = "GEHEIM-WOORD"


def sheet(beeld: Beeld, id_: str) -> Gegevensblad:
    return make_gegevens(Zicht.of(beeld), id_)


def a_world() -> Bouwer:
    """A CLB with a tie of every sort, answers of both ends, and secrets all around it."""
    b = Bouwer()
    genk = geography(b)[0]
    for soort, id_ in (
        ("Clb", "clb"),
        ("School", "school"),
        ("Jeugdhulpaanbieder", "huis"),
        ("Werkactor", "werk"),
    ):
        b.node(soort, id_, opmerking=GEHEIM, bron="lijst", bron_datum=date(2026, 2, 1))
        b.rel("LIGT_IN", id_, genk)
    b.rel(
        "BEGELEIDT",
        "clb",
        "school",
        bevestiging="bevestigd",
        bevestigd_op=date(2026, 3, 1),
        bron="ronde",
        opmerking=GEHEIM,
    )
    b.rel(
        "WERKT_SAMEN_MET", "clb", "huis", bevestiging="betwist", bevestigd_op=date(2026, 3, 2), bron="lijst"
    )
    b.rel("VERWIJST_NAAR", "clb", "werk", stap="toeleiden naar werk", bevestiging="betwist", bron=BRON)
    b.rel("VERWIJST_NAAR", "huis", "clb", vrijgave="intern", bron=GEHEIM)
    b.node("Contactpersoon", "mens", naam=GEHEIM)
    b.rel("WERKT_VOOR", "mens", "clb")
    b.node("Hiaat", "h", naam=GEHEIM, omschrijving=GEHEIM)
    b.rel("GEMELD_DOOR", "h", "huis")
    b.node(
        "Aanbod",
        "eigen",
        vrijgave="intern",
        themas=["2"],
        continuum=["voorkomen"],
        doelgroepen=["ouder"],
        opmerking=GEHEIM,
    )
    b.rel("BIEDT", "clb", "eigen")
    b.rel("BEREIKT", "eigen", genk)
    b.node("Forum", "tafel", regio="limburg")
    b.rel("NEEMT_DEEL_AAN", "clb", "tafel")
    b.node("Forum", "stil", naam=GEHEIM, vrijgave="intern")
    b.rel("NEEMT_DEEL_AAN", "clb", "stil")
    b.node("Coordinator", "an", naam="An", rol="lerend-netwerk", regio="limburg", email="an@voorbeeld.be")
    b.node("Bevraging", "q")
    for wie, ander, ja in (
        ("clb", "huis", True),
        ("huis", "clb", False),
        ("clb", "werk", True),
        ("werk", "clb", False),
    ):
        id_ = f"a-{wie}"
        if id_ not in {k[1] for k in b.knopen}:
            b.node("Antwoord", id_, datum=date(2026, 3, 1))
            b.rel("ANTWOORD_OP", id_, "q")
            b.rel("GEGEVEN_DOOR", id_, wie)
            b.rel("NAMENS", id_, wie)
        type_, richting = (
            ("WERKT_SAMEN_MET", None)
            if "huis" in (wie, ander)
            else ("VERWIJST_NAAR", "uit" if wie == "clb" else "in")
        )
        b.rel("NOEMT", id_, ander, relatie=type_, richting=richting, ja=ja, datum=date(2026, 3, 1),
              **({"stap": "toeleiden naar werk"} if type_ == "VERWIJST_NAAR" else {}))  # fmt: skip
    return b


def test_each_tie_says_how_it_stands_and_what_the_organisation_itself_answered() -> None:
    blad = sheet(view(a_world().rijen), "clb")
    banden = [r for groep in blad.banden for r in groep.regels]
    assert [(r.wat, r.stand, r.antwoord) for r in banden] == [
        ("U begeleidt SCHOOL, NIS:71001", "Beide kanten noemen deze band (op 01-03-2026).", ""),
        ("U werkt samen met HUIS, NIS:71001", "Eén kant noemt deze band.", "ja, 01-03-2026"),
    ]
    (antwoord,) = blad.antwoorden
    assert (antwoord.wat, antwoord.antwoord, antwoord.wie) == (
        "U verwijst naar WERK, NIS:71001", "ja, 01-03-2026", Wie.COORDINATOREN,
    )  # fmt: skip
    assert [(r.wat, r.wie) for r in blad.aanbod] == [("EIGEN", Wie.COORDINATOREN)]
    assert [r.nr for r in blad.regels] == list(range(1, len(blad.regels) + 1))
    assert [(c.naam, c.email) for c in blad.contacten] == [("An", "an@voorbeeld.be")]
    assert blad.zin == (
        "Over u staan 3 eigen gegevens, 2 banden, 1 keer aanbod en 1 deelname in de netwerkkaart. "
        "Partners zien er 6 van. Niets daarvan is openbaar."
    )


@pytest.mark.parametrize("id_", ["clb", "school", "huis", "werk"])
def test_secrets_of_others_are_on_no_page_and_their_absence_reads_the_same(id_: str) -> None:
    pagina = make_gegevenspagina(sheet(view(a_world().rijen), id_))
    assert GEHEIM not in pagina
    assert "betwist" not in pagina.lower()
    schoon = a_world()
    schoon.knopen = [k for k in schoon.knopen if k[0] not in ("Hiaat", "Contactpersoon")]
    weg = {"GEMELD_DOOR|h|huis", "WERKT_VOOR|mens|clb"}
    schoon.relaties = {rid: r for rid, r in schoon.relaties.items() if rid not in weg}
    assert make_gegevenspagina(sheet(view(schoon.rijen), id_)) == pagina


def test_what_the_other_end_answered_changes_nothing_that_its_status_does_not() -> None:
    b = a_world()
    pagina = make_gegevenspagina(sheet(view(b.rijen), "clb"))
    b.relaties = {
        rid: r for rid, r in b.relaties.items() if not rid.startswith(("NOEMT|a-huis", "NOEMT|a-werk"))
    }
    assert make_gegevenspagina(sheet(view(b.rijen), "clb")) == pagina


def test_who_names_a_tie_of_a_list_cannot_read_that_the_other_denies_it() -> None:
    b = a_world()
    pagina = make_gegevenspagina(sheet(view(b.rijen), "clb"))
    rid = "WERKT_SAMEN_MET|clb|huis"
    type_, van, naar, velden = b.relaties[rid]
    b.relaties[rid] = (type_, van, naar, {**velden, "bevestiging": "eenzijdig"})
    assert make_gegevenspagina(sheet(view(b.rijen), "clb")) == pagina


def test_an_answer_given_by_another_in_its_name_is_not_its_own() -> None:
    b = a_world()
    b.node("Antwoord", "namens", datum=date(2026, 3, 5))
    b.rel("ANTWOORD_OP", "namens", "q")
    b.rel("GEGEVEN_DOOR", "namens", "clb")
    b.rel("NAMENS", "namens", "school")
    b.rel("NOEMT", "namens", "huis", relatie="WERKT_SAMEN_MET", ja=True, datum=date(2026, 3, 5))
    assert sheet(view(b.rijen), "school").antwoorden == ()


def test_an_internal_organisation_sees_its_own_fields_and_that_partners_do_not() -> None:
    b = a_world()
    b.knopen = [(s, i, {**p, "vrijgave": "intern"} if i == "clb" else p) for s, i, p in b.knopen]
    blad = sheet(view(b.rijen), "clb")
    assert {r.wie for r in blad.velden} == {Wie.COORDINATOREN}
    assert not blad.banden
    assert not blad.deelname
    assert "Partners zien er niets van." in blad.zin


@given(worlds(), st.sampled_from(["intern", "partners", "openbaar", None]))
@enkele
def test_the_page_has_exactly_the_ties_that_the_filter_leaves(rijen: Rijen, vrijgave: str | None) -> None:
    knopen, relaties = rijen
    relaties = [
        (t, v, n, {**p, "vrijgave": vrijgave} if nr % 3 == 0 and vrijgave else p)
        for nr, (t, v, n, p) in enumerate(relaties)
    ]
    beeld = view((knopen, relaties))
    zicht = Zicht.of(beeld)
    partners, openbaar = beperk(beeld, Profiel.PARTNERS), beperk(beeld, Profiel.OPENBAAR)
    for id_ in beeld.ids[: beeld.aantal_organisaties]:
        blad = make_gegevens(zicht, id_)
        zien = {
            rid
            for type_ in BANDEN
            for tabel in [partners.van_type(type_)]
            for rid, v, n in zip(tabel.rids, tabel.van.tolist(), tabel.naar.tolist(), strict=True)
            if id_ in (partners.ids[v], partners.ids[n])
        }
        regels = [r for groep in blad.banden for r in groep.regels]
        assert len(regels) == len(zien)
        iedereen = {rid for type_ in BANDEN for rid in openbaar.van_type(type_).rids}
        assert sum(r.wie is Wie.IEDEREEN for r in regels) == len(zien & iedereen)


def test_hostile_names_are_text_and_the_same_data_are_the_same_bytes() -> None:
    beeld = hostile()
    for id_ in ("s0", "s1", "x0", "x2"):
        pagina = make_gegevenspagina(sheet(beeld, id_))
        assert "<script" not in pagina
        assert pagina == make_gegevenspagina(sheet(hostile(), id_))
    assert "{{7*7}}" in make_gegevenspagina(sheet(beeld, "s1"))
    assert VIJANDIG[0] not in make_gegevenspagina(sheet(beeld, "s0"))


def test_the_slip_names_nobody_where_no_coordinator_is_known() -> None:
    blad = replace(sheet(view(a_world().rijen), "clb"), contacten=())
    assert "de coördinator van uw regio" in make_gegevenspagina(blad)


@pytest.mark.usefixtures("graaf")
def test_any_organisation_by_name_and_a_school_when_asked(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["fiche", "appelhuis", "--datum", "2026-11-24"]) == 0
    (pad,) = Path("exports").iterdir()
    assert pad.name.startswith("dit-staat-over-appelhuis-genk-")
    tekst = pad.read_text("utf-8")
    assert "Time-out" in tekst
    assert "lijst" in tekst, "who stated a field is known from the import"
    assert "Iemand" not in tekst, "a contact person is on no page"
    assert run(["fiche", "De Brug", "--gegevens", "--map", "school", "--datum", "2026-11-24"]) == 0
    assert "Geen plaats in Bree" not in next(Path("school").iterdir()).read_text("utf-8")
    assert "Dit staat over De Brug" in capsys.readouterr().out.replace("\n", " ")


@pytest.mark.usefixtures("graaf")
def test_all_of_a_kind_get_a_file_each() -> None:
    for map_ in ("een", "twee"):
        assert (
            run(["fiche", "--soort", "school", "--regio", "limburg", "--map", map_, "--datum", "2026-11-24"])
            == 0
        )
    een, twee = ({p.name: p.read_bytes() for p in Path(m).iterdir()} for m in ("een", "twee"))
    assert een == twee
    assert len(een) == 3


@pytest.mark.usefixtures("graaf")
@pytest.mark.parametrize(
    ("woorden", "code", "zin"),
    [
        (["Apelhuis"], Afsluitcode.NIET_GEVONDEN, "Appelhuis, Genk (jh)"),
        (["tafel"], Afsluitcode.NIET_GEVONDEN, "geen organisatie"),
        (["jh", "--profiel", "intern"], Afsluitcode.VERKEERD_GEBRUIK, "netwerkkaart toon"),
        (["--gegevens", "--regio", "limburg"], Afsluitcode.VERKEERD_GEBRUIK, "--soort"),
        (["--soort", "werkactor", "--regio", "brussel"], Afsluitcode.NIET_GEVONDEN, "geen werkactoren"),
    ],
)
def test_what_cannot_be_made_is_told(
    woorden: list[str], code: Afsluitcode, zin: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["fiche", *woorden]) == code
    assert zin in capsys.readouterr().err.replace("\n", " ")
    assert not Path("exports").exists()
