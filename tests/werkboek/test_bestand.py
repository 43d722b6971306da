"""The file as Excel meets it: choices, protection, remarks, hidden sheets; texts that are texts."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import openpyxl
import pytest
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from netwerkkaart.omzetten.werkboekbladen import BLADEN, LIJSTEN, STAND, UITLEG, Relatieblad
from netwerkkaart.omzetten.werkboekvorm import SLEUTEL, columns
from netwerkkaart.plan.wijziging import Bekend
from netwerkkaart.werkboek.boek import make_werkboek
from netwerkkaart.werkboek.stand import empty_stand
from tests.werkboek.hulp import HERKOMST, content, export, known, read, reopen, rich, weigh

# openpyxl does not know a print area of whole columns, which Excel and LibreOffice do.
pytestmark = pytest.mark.filterwarnings("ignore:Print area")


@pytest.fixture(scope="module")
def graaf() -> Bekend:
    return rich()


@pytest.fixture(scope="module")
def inhoud(graaf: Bekend) -> bytes:
    return make_werkboek(export(graaf, personen=True))


@pytest.fixture(scope="module")
def boek(inhoud: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(inhoud))


def _sheets(boek: openpyxl.Workbook) -> list[Worksheet]:
    return [boek[blad.naam] for blad in BLADEN]


def test_the_sheets_in_their_order_with_what_is_not_hers_out_of_sight(boek: openpyxl.Workbook) -> None:
    assert boek.sheetnames == [UITLEG, *(blad.naam for blad in BLADEN), LIJSTEN, STAND]
    assert boek[LIJSTEN].sheet_state == "hidden"
    assert boek[STAND].sheet_state == "veryHidden"
    assert boek.active.title == UITLEG


def test_without_persons_there_are_none(graaf: Bekend) -> None:
    zonder = make_werkboek(export(graaf))
    with zipfile.ZipFile(io.BytesIO(zonder)) as archief:
        tekst = b"".join(archief.read(deel) for deel in archief.namelist())
    assert b"Contactpersoon 1" not in tekst
    assert b"contactpersoon:1" not in tekst
    assert b"Coordinator 1" in tekst


def test_headers_are_locked_and_explained_and_all_else_can_be_typed_in_sorted_and_removed(
    boek: openpyxl.Workbook,
) -> None:
    for werk, blad in zip(_sheets(boek), BLADEN, strict=True):
        assert werk.protection.sheet
        assert not werk.protection.password
        mag = ("insertRows", "deleteRows", "sort", "autoFilter", "formatColumns")
        assert not any(getattr(werk.protection, naam) for naam in mag), "an attribute that is set forbids"
        assert werk.freeze_panes == "C2"
        assert werk.auto_filter.ref.startswith("A1:")
        for kop, kolom in zip(werk[1], columns(blad), strict=True):
            assert kop.value == kolom.kop
            assert kop.protection.locked
            if kolom.naam != SLEUTEL:
                assert kop.comment.text.startswith(kolom.uitleg)
        assert not any(cel.protection.locked for rij in werk.iter_rows(min_row=2) for cel in rij if cel.value)
        daarnaast = werk.column_dimensions[get_column_letter(len(columns(blad)) + 1)]
        assert daarnaast.max == 16_384
        assert not daarnaast.protection.locked
        if isinstance(blad, Relatieblad):
            assert werk.column_dimensions[werk[1][-1].column_letter].hidden


def test_every_choice_has_a_list_that_exists(boek: openpyxl.Workbook) -> None:
    gebruikt = set()
    for werk in _sheets(boek):
        for keuze in werk.data_validations.dataValidation:
            assert (keuze.prompt or keuze.error or "")[:255] == (keuze.prompt or keuze.error or "")
            if keuze.type == "list":
                gebruikt.add(keuze.formula1.lstrip("="))
    assert gebruikt <= set(boek.defined_names)
    assert {"lijst_regio", "lijst_stap", "lijst_partners", "lijst_fora", "lijst_soort"} <= gebruikt
    for naam in gebruikt:
        (blad, bereik) = next(boek.defined_names[naam].destinations)
        assert all(cel.value for (cel,) in boek[blad][bereik])


def test_what_is_missing_or_unknown_is_coloured(boek: openpyxl.Workbook) -> None:
    for werk, blad in zip(_sheets(boek), BLADEN, strict=True):
        formules = [
            regel.formula[0]
            for bereik in werk.conditional_formatting
            for regel in bereik.rules
        ]  # fmt: skip
        verplicht = sum(kolom.verplicht for kolom in columns(blad))
        assert sum("COUNTA" in formule for formule in formules) >= verplicht
        assert all("voorbeeld" in formule for formule in formules)


def test_it_prints_on_the_width_of_a_page_with_its_header(boek: openpyxl.Workbook, inhoud: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(inhoud)) as archief:
        namen = archief.read("xl/workbook.xml").decode()
    assert len(re.findall(r"Print_Area[^>]*>[^<]*!\$A:\$[A-Z]+<", namen)) == len(BLADEN)
    for werk in _sheets(boek):
        assert werk.page_setup.orientation == "landscape"
        assert werk.sheet_properties.pageSetUpPr.fitToPage
        assert (werk.page_setup.fitToWidth or 1, werk.page_setup.fitToHeight) == (1, 0)
        assert werk.print_title_rows == "$1:$1"


def test_texts_are_texts_and_the_xml_is_sound(inhoud: bytes) -> None:
    from defusedxml.ElementTree import fromstring

    with zipfile.ZipFile(io.BytesIO(inhoud)) as archief:
        for deel in archief.namelist():
            if deel.endswith((".xml", ".rels", ".vml")):
                fromstring(archief.read(deel))
        bladen = [archief.read(d) for d in archief.namelist() if d.startswith("xl/worksheets/sheet")]
    assert not any(re.search(rb"<f[ >]", blad.partition(b"<conditionalFormatting")[0]) for blad in bladen)
    assert any(b"=1+1" in blad for blad in bladen)


def test_saved_by_another_program_it_reads_the_same(graaf: Bekend, inhoud: bytes, tmp_path: Path) -> None:
    boek = openpyxl.load_workbook(io.BytesIO(inhoud))
    boek.create_sheet("Notities")["C3"] = "een losse nota, niet als tabel"
    boek["Notities"]["E3"] = "nog iets"
    boek.save(tmp_path / "w.xlsx")
    (tmp_path / "eerst.xlsx").write_bytes(inhoud)
    gelezen = reopen(tmp_path / "w.xlsx")
    assert content(gelezen) == content(reopen(tmp_path / "eerst.xlsx"))
    assert gelezen.onbekend == ("Notities",)
    assert weigh(read(gelezen, known(graaf)), graaf).is_leeg


def test_an_empty_workbook_has_everything_but_rows(tmp_path: Path) -> None:
    pad = tmp_path / "leeg.xlsx"
    pad.write_bytes(make_werkboek(empty_stand(HERKOMST)))
    boek = reopen(pad)
    assert [len(tabel) for tabel in boek.bladen] == [1] * (len(BLADEN) - 1)
    oogst = read(boek, known(Bekend()))
    assert not oogst.meldingen
    assert not oogst.uitspraken
