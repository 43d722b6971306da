"""A form goes out and comes back: workbook and page give the same statements, and nothing is lost."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netwerkkaart.bevraging.pagina import make_pagina
from netwerkkaart.bevraging.werkmap import make_werkmap
from netwerkkaart.fouten import NietToegelaten, OnleesbaarBestand
from netwerkkaart.graph.vrijgave import Profiel, beperk
from netwerkkaart.inlezen.lezer import read_bladen
from netwerkkaart.inlezen.tabel import Tabel
from netwerkkaart.omzetten.antwoorden import NIETS
from netwerkkaart.omzetten.antwoordvorm import KOPPEN, Blad
from netwerkkaart.schema.uitspraken import RelatieUitspraak
from tests.bevraging.klein import (
    ORGANISATIES,
    RONDE,
    Vuller,
    as_view,
    fill_json,
    fill_workbook,
    form,
    mentions,
    nodes,
    read_form,
    relation,
    statements,
)
from tests.voorbeelden import aantal

VULLERS = pytest.mark.parametrize("vul", [fill_workbook, fill_json], ids=["werkmap", "pagina"])
SAMEN = Blad.SAMENWERKEN


def test_a_form_shows_what_is_known_as_its_reader_would_say_it() -> None:
    school = {r.code: (r.organisatie, r.weten) for r in form("s1").banden}
    assert school == {
        "clb:x|BEGELEIDT": ("CLB Kantelbrug (Genk)", "is uw CLB"),
        "j1|WERKT_SAMEN_MET": ("Ooievaar (Genk)", "werkt met u samen"),
        "n1|WERKT_SAMEN_MET": ("NAFT De Brug (Genk)", "u verwijst naar hen door (voorkomen)"),
    }
    clb = form("clb:x")
    assert clb.schoolnamen == ["De Ark (Genk)", "De Regenboog (Genk)"]
    assert [(r.school, r.organisatie) for r in clb.scholen] == [
        ("De Ark (Genk)", "NAFT De Brug (Genk)"),
        ("De Ark (Genk)", "Ooievaar (Genk)"),
        ("De Regenboog (Genk)", "Ooievaar (Genk)"),
    ]
    assert form("n1").aanbod is not None
    assert form("s1").aanbod is None


def test_a_form_tells_nothing_that_partners_may_not_see() -> None:
    geheim = [
        relation("WERKT_SAMEN_MET", "s1", "w1", bevestiging="betwist", vrijgave="intern"),
        relation("WERKT_SAMEN_MET", "g1", "s1", bevestiging="betwist", bron="antwoorden op bevragingen"),
    ]
    beeld = beperk(as_view([*statements(), *geheim]), Profiel.PARTNERS)
    f = form("s1", beeld)
    assert not {r.code for r in f.banden} & {"w1|WERKT_SAMEN_MET", "g1|WERKT_SAMEN_MET"}
    for inhoud in (str(openpyxl.load_workbook(io.BytesIO(make_werkmap(f)))), make_pagina(form("j1", beeld))):
        assert "Bea Peeters" not in inhoud
        assert "betwist" not in inhoud


@VULLERS
def test_what_is_said_of_ties(vul: Vuller, tmp_path: Path) -> None:
    pad = vul(
        form("s1"),
        tmp_path / "antwoord",
        {
            SAMEN: {
                "clb:x|BEGELEIDT": {"samen": "ja"},
                "j1|WERKT_SAMEN_MET": {"samen": "Neen", "verwijst": "weet niet"},
                "n1|WERKT_SAMEN_MET": {"sterkte": "2", "stap": "voorkomen; heroriënteren", "ontvangt": "ja"},
                "+1": {"organisatie": "Windklok (Genk)"},
                "+2": {"organisatie": "Jobpunt", "verwijst": "ja"},
            }
        },
    )
    oogst = read_form(pad)
    assert oogst.fouten == ()
    assert mentions(oogst) == {
        ("s1", "clb:x", "BEGELEIDT", "in", None, True, None),
        ("s1", "j1", "WERKT_SAMEN_MET", None, None, False, None),
        ("s1", "j1", "VERWIJST_NAAR", "uit", None, None, None),
        ("s1", "n1", "WERKT_SAMEN_MET", None, None, True, 2),
        ("s1", "n1", "VERWIJST_NAAR", "uit", "voorkomen", True, None),
        ("s1", "n1", "VERWIJST_NAAR", "uit", "heroriënteren", True, None),
        ("s1", "n1", "VERWIJST_NAAR", "in", None, True, None),
        ("s1", "j2", "WERKT_SAMEN_MET", None, None, True, None),
        ("s1", "w1", "VERWIJST_NAAR", "uit", None, True, None),
    }


@VULLERS
def test_a_clb_answers_for_its_schools(vul: Vuller, tmp_path: Path) -> None:
    pad = vul(
        form("clb:x"),
        tmp_path / "antwoord",
        {
            SAMEN: {"s1|BEGELEIDT": {"samen": "ja"}, "s2|BEGELEIDT": {"samen": "nee"}},
            Blad.SCHOLEN: {
                "s1|j1|WERKT_SAMEN_MET": {"samen": "ja", "sterkte": "3"},
                "+1": {"school": "De Regenboog (Genk)", "organisatie": "GGZ Tegel (Genk)"},
            },
        },
    )
    oogst = read_form(pad)
    assert oogst.fouten == ()
    assert mentions(oogst) == {
        ("clb:x", "s1", "BEGELEIDT", "uit", None, True, None),
        ("clb:x", "s2", "BEGELEIDT", "uit", None, False, None),
        ("s1", "j1", "WERKT_SAMEN_MET", None, None, True, 3),
        ("s2", "g1", "WERKT_SAMEN_MET", None, None, True, None),
    }
    door = {u.naar for u in oogst.uitspraken if isinstance(u, RelatieUitspraak) and u.type == "GEGEVEN_DOOR"}
    assert door == {"clb:x"}
    assert len(nodes(oogst, "Antwoord")) == 3


@VULLERS
def test_the_rest_of_the_form(vul: Vuller, tmp_path: Path) -> None:
    pad = vul(
        form("n1"),
        tmp_path / "antwoord",
        {
            Blad.ORGANISATIE: {
                "functie": {"antwoord": "trajectbegeleider"},
                "datum": {"antwoord": "2026-11-18"},
                "rapport": {"antwoord": "ja"},
                "kloppen": {"antwoord": "ja"},
                "telefoon": {"antwoord": "089 12 34 56"},
            },
            Blad.AANBOD: {
                "a1": {"bestaat": "nee"},
                "+1": {"naam": "Klas op maat", "continuum": "voorkomen", "themas": "2",
                       "doelgroepen": "leerling; leerkracht", "wachttijd_weken": "4"},
            },
            Blad.ONTBREEKT: {"+1": {"omschrijving": "Te weinig plaatsen in het noorden.", "thema": "2"}},
        },
    )  # fmt: skip
    oogst = read_form(pad)
    assert oogst.fouten == ()
    (antwoord,) = nodes(oogst, "Antwoord")
    assert antwoord["datum"] == date(2026, 11, 18)
    assert antwoord["tijdstip"] == "2026-11-20T09:30:00Z"
    assert antwoord["doelen"] == ["werking", "rapport"]
    assert (antwoord["rol"], antwoord["gegevens_kloppen"]) == ("trajectbegeleider", True)
    assert nodes(oogst, "NaftAanbieder")[0]["telefoon"] == "089 12 34 56"
    (aanbod,) = nodes(oogst, "Aanbod")
    assert (aanbod["naam"], aanbod["doelgroepen"], aanbod["wachttijd_weken"]) == (
        "Klas op maat",
        ["leerling", "leerkracht"],
        4,
    )
    (hiaat,) = nodes(oogst, "Hiaat")
    assert (hiaat["omschrijving"], hiaat["regio"], hiaat["gemeenten"]) == (
        "Te weinig plaatsen in het noorden.",
        "limburg",
        ["alle"],
    )
    types = {u.type for u in oogst.uitspraken if isinstance(u, RelatieUitspraak)}
    assert types >= {"BIEDT", "BEREIKT", "GEMELD_DOOR", "MELDT"}
    assert [v.uitspraak.eigenschappen["tot"] for v in oogst.voorstellen] == [date(2026, 11, 18)]


woorden = st.sampled_from(["", "ja", "nee", "weet niet"])
VELDEN = {
    "samen": woorden,
    "sterkte": st.sampled_from(["", "1", "2", "3"]),
    "verwijst": woorden,
    "stap": st.sampled_from(["", "voorkomen", "voorkomen; toeleiden naar werk"]),
    "ontvangt": woorden,
}


@st.composite
def antwoorden(draw: Callable[..., str], id_: str) -> dict[Blad, dict[str, dict[str, str]]]:
    f = form(id_)
    rijen = {r.code: {n: draw(s) for n, s in VELDEN.items()} for r in f.banden}
    al = {r.organisatie for r in f.banden}
    over = [naam for naam, _ in f.lijst if naam not in al]
    for nr, naam in enumerate(draw(st.lists(st.sampled_from(over), max_size=3, unique=True))):
        rijen[f"+{nr}"] = {"organisatie": naam, **{n: draw(s) for n, s in VELDEN.items()}}
    uit = {SAMEN: rijen}
    if f.scholen:
        velden = {n: s for n, s in VELDEN.items() if n != "ontvangt"}
        uit[Blad.SCHOLEN] = {r.code: {n: draw(s) for n, s in velden.items()} for r in f.scholen}
    return uit


@settings(max_examples=aantal(25))
@given(st.data(), st.sampled_from(["s1", "clb:x", "j1"]))
def test_workbook_and_page_say_the_same_and_a_second_reading_nothing_new(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject, id_: str
) -> None:
    invulling = data.draw(antwoorden(id_))
    map_ = tmp_path_factory.mktemp("rond")
    werkmap = read_form(fill_workbook(form(id_), map_ / "a.xlsx", invulling))
    pagina = read_form(fill_json(form(id_), map_ / "a.json", invulling))
    assert mentions(werkmap) == mentions(pagina)
    assert {m.tekst for m in werkmap.meldingen} == {m.tekst for m in pagina.meldingen}
    assert read_form(map_ / "a.xlsx").uitspraken == werkmap.uitspraken


def test_a_form_that_nobody_filled_in_is_no_answer(tmp_path: Path) -> None:
    pad = tmp_path / "leeg.xlsx"
    pad.write_bytes(make_werkmap(form("s1")))
    assert [m.tekst for m in read_form(pad).fouten] == [NIETS]


def test_all_faults_of_all_sheets_are_told_with_their_place(tmp_path: Path) -> None:
    pad = fill_workbook(
        form("clb:x"),
        tmp_path / "fout.xlsx",
        {
            Blad.ORGANISATIE: {"datum": {"antwoord": "2027-01-01"}, "rapport": {"antwoord": "misschien"}},
            SAMEN: {"j1|WERKT_SAMEN_MET": {"samen": "soms", "sterkte": "9"}, "+1": {"samen": "ja"}},
            Blad.SCHOLEN: {"+1": {"organisatie": "GGZ Tegel (Genk)"}},
            Blad.ONTBREEKT: {"+1": {"omschrijving": "Iets.", "stap": "later"}, "+2": {"thema": "1"}},
        },
    )
    gevonden = {(m.blad, m.kolom, m.waarde) for m in read_form(pad).fouten}
    assert gevonden == {
        ("Uw organisatie", "Uw antwoord", "2027-01-01"),
        ("Uw organisatie", "Uw antwoord", "misschien"),
        ("Samenwerken", "Werkt u samen?", "soms"),
        ("Samenwerken", "Hoe nauw? (1–3)", "9"),
        ("Samenwerken", "Organisatie", ""),
        ("Scholen", "School", ""),
        ("Wat ontbreekt", "Stap", "later"),
        ("Wat ontbreekt", "Wat ontbreekt er?", ""),
    }


def test_two_rows_may_not_contradict_each_other(tmp_path: Path) -> None:
    dubbel = {"j1|WERKT_SAMEN_MET": {"samen": "nee"}, "+1": {"organisatie": "Ooievaar (Genk)"}}
    (fout,) = read_form(fill_workbook(form("s1"), tmp_path / "a.xlsx", {SAMEN: dubbel})).fouten
    assert "zegt iets anders over hetzelfde" in fout.tekst
    eens = {"j1|WERKT_SAMEN_MET": {"samen": "ja"}, "+1": {"organisatie": "Ooievaar (Genk)", "sterkte": "3"}}
    oogst = read_form(fill_workbook(form("s1"), tmp_path / "b.xlsx", {SAMEN: eens}))
    assert mentions(oogst) == {("s1", "j1", "WERKT_SAMEN_MET", None, None, True, 3)}


def test_a_name_that_is_not_known_is_told_and_the_rest_goes_in(tmp_path: Path) -> None:
    rijen = {"j1|WERKT_SAMEN_MET": {"samen": "ja"}, "+1": {"organisatie": "Buurthuis"}}
    oogst = read_form(fill_workbook(form("s1"), tmp_path / "a.xlsx", {SAMEN: rijen}))
    assert oogst.fouten == ()
    assert [m.waarde for m in oogst.meldingen] == ["Buurthuis"]
    assert {doel for _, doel, *_ in mentions(oogst)} == {"j1"}


@pytest.mark.parametrize(
    "tekst", ["Voor leerling Emma uit 3B is er niets.", "Niets voor de zoon van An (°3/4/2012)."]
)
def test_a_text_about_one_pupil_stays_out(tekst: str, tmp_path: Path) -> None:
    rijen = {"+1": {"omschrijving": tekst}, "+2": {"omschrijving": "Te weinig plaatsen voor leerlingen."}}
    oogst = read_form(fill_workbook(form("s1"), tmp_path / "a.xlsx", {Blad.ONTBREEKT: rijen}))
    assert [h["omschrijving"] for h in nodes(oogst, "Hiaat")] == ["Te weinig plaatsen voor leerlingen."]
    assert all(tekst not in str(m) for m in oogst.meldingen)


@VULLERS
def test_a_register_number_refuses_the_whole_file(vul: Vuller, tmp_path: Path) -> None:
    rijen = {Blad.ONTBREEKT: {"+1": {"omschrijving": "Dossier 85.07.30-033.28 wacht."}}}
    with pytest.raises(NietToegelaten) as fout:
        read_form(vul(form("s1"), tmp_path / "a", rijen))
    assert "85.07.30" not in str(fout.value) + str([str(m) for m in fout.value.meldingen])


@pytest.mark.parametrize(
    "inhoud",
    [
        b"{",
        b'{"formaat": "iets anders"}',
        b'{"formaat": "netwerkkaart-antwoord", "versie": 9, "bladen": []}',
        b'{"formaat": "netwerkkaart-antwoord", "versie": 1, "bladen": {"a": 1}}',
        b'{"formaat": "netwerkkaart-antwoord", "versie": 1, "bladen": [{"naam": "Lijst", "rijen": [[1]]}]}',
        b'{"a":' + b"[" * 100_000,
    ],
)
def test_a_file_that_is_no_answer_is_refused(inhoud: bytes, tmp_path: Path) -> None:
    pad = tmp_path / "a.json"
    pad.write_bytes(inhoud)
    with pytest.raises(OnleesbaarBestand):
        read_form(pad)


def test_another_workbook_is_no_answer(tmp_path: Path) -> None:
    boek = openpyxl.Workbook()
    boek.active.append(["id", "naam"])
    boek.active.append(["s1", "De Ark"])
    boek.save(tmp_path / "lijst.xlsx")
    (fout,) = read_form(tmp_path / "lijst.xlsx").fouten
    assert "wie antwoordt" in fout.tekst


def test_codes_that_were_changed_are_told(tmp_path: Path) -> None:
    pad = fill_workbook(form("s1"), tmp_path / "a.xlsx", {SAMEN: {"j1|WERKT_SAMEN_MET": {"samen": "ja"}}})
    boek = openpyxl.load_workbook(pad)
    for rij in boek[SAMEN].iter_rows(min_row=2):
        if rij[-1].value == "j1|WERKT_SAMEN_MET":
            rij[-1].value = "j1|BEGELEIDT"
    boek.save(pad)
    (fout,) = read_form(pad).fouten
    assert "code" in fout.tekst


def test_a_header_that_is_gone_is_a_fault(tmp_path: Path) -> None:
    pad = fill_workbook(form("s1"), tmp_path / "a.xlsx", {SAMEN: {"j1|WERKT_SAMEN_MET": {"samen": "ja"}}})
    boek = openpyxl.load_workbook(pad)
    boek[SAMEN].cell(1, 3).value = "Antwoord"
    boek.save(pad)
    assert any('"Werkt u samen?" ontbreekt' in m.tekst for m in read_form(pad).fouten)


def test_the_day_comes_from_the_file_and_never_lies_ahead(tmp_path: Path) -> None:
    rijen = {SAMEN: {"j1|WERKT_SAMEN_MET": {"samen": "ja"}}}
    pad = fill_workbook(form("s1"), tmp_path / "a.xlsx", rijen, datetime(2026, 11, 2, 8))
    assert nodes(read_form(pad), "Antwoord")[0]["datum"] == date(2026, 11, 2)
    pad = fill_workbook(form("s1"), tmp_path / "b.xlsx", rijen, datetime(2031, 1, 1, 8))
    assert nodes(read_form(pad), "Antwoord")[0]["datum"] == date(2026, 11, 24)


def test_the_workbook_has_choices_room_and_protected_headers() -> None:
    boek = openpyxl.load_workbook(io.BytesIO(make_werkmap(form("clb:x"))))
    assert boek.sheetnames == [str(blad) for blad in Blad]
    for blad in (SAMEN, Blad.SCHOLEN, Blad.AANBOD, Blad.ONTBREEKT):
        werk = boek[blad]
        assert werk.protection.sheet
        assert werk.freeze_panes
        assert all(cel.protection.locked for cel in werk[1])
        assert werk.data_validations.dataValidation
        assert not werk.cell(werk.max_row, 1).protection.locked, "er is plaats om iets toe te voegen"
    assert boek[SAMEN].column_dimensions["H"].hidden  # the codes
    assert make_werkmap(form("clb:x")) == make_werkmap(form("clb:x"))


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is er niet")
def test_libreoffice_opens_and_saves_it_without_loss(tmp_path: Path) -> None:
    rijen = {
        SAMEN: {"j1|WERKT_SAMEN_MET": {"samen": "ja", "sterkte": "2", "stap": "voorkomen"}},
        Blad.SCHOLEN: {"s1|j1|WERKT_SAMEN_MET": {"samen": "nee"}},
    }
    pad = fill_workbook(form("clb:x"), tmp_path / "a.xlsx", rijen)
    for vorm, filter_ in (("ods", "ods"), ("xlsx", "xlsx:Calc MS Excel 2007 XML")):
        doel = tmp_path / vorm
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{tmp_path}/profiel", "--headless", "--convert-to", filter_,
             "--outdir", str(doel), str(pad)],
            check=True, capture_output=True, timeout=180,
        )  # fmt: skip
        oogst = read_form(doel / f"a.{vorm}")
        assert oogst.fouten == ()
        assert mentions(oogst) == mentions(read_form(pad))
        assert nodes(oogst, "Antwoord")[0]["tijdstip"]


def test_the_sheets_are_what_the_readers_expect(tmp_path: Path) -> None:
    namen = {tabel.blad for tabel in _sheets(make_werkmap(form("n1")), tmp_path)}
    assert {str(blad) for blad in KOPPEN} - {Blad.SCHOLEN} <= namen
    assert len(ORGANISATIES) - 1 == len(form("n1").lijst)
    assert RONDE.id == "bevraging:limburg-najaar-2026"


def _sheets(inhoud: bytes, map_: Path) -> list[Tabel]:
    pad = map_ / "a.xlsx"
    pad.write_bytes(inhoud)
    return list(read_bladen(pad, alleen=lambda naam: naam in set(map(str, KOPPEN))))
