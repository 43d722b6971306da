from __future__ import annotations

import datetime
import io
import subprocess
import sys
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netwerkkaart.fouten import Afsluitcode, GebruikersFout, NietGevonden, OnleesbaarBestand
from netwerkkaart.inlezen import grenzen, read_bladen, read_tabel, werkmap
from tests.voorbeelden import aantal

Maker = Callable[..., Path]


def _s(tekst: str) -> str:
    """A text cell of ODS."""
    return f'<table:table-cell office:value-type="string"><text:p>{tekst}</text:p></table:table-cell>'


def _ods_blad(*rijen: str, naam: str = "Blad1") -> str:
    binnen = "".join(f"<table:table-row>{rij}</table:table-row>" for rij in rijen)
    return f'<table:table table:name="{naam}">{binnen}</table:table>'


# -- values ---------------------------------------------------------------------------------------


def test_values_become_text(tmp_path: Path) -> None:
    pad = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(pad)) as boek:
        vel = boek.add_worksheet()
        datum = boek.add_format({"num_format": "dd/mm/yyyy"})
        tijdstip = boek.add_format({"num_format": "dd/mm/yyyy hh:mm"})
        vel.write_row(0, 0, list("abcdefghij"))
        vel.write_row(1, 0, [3772, 0.1, 0.1 + 0.2, 123456789012345, -5.25])
        vel.write_string(1, 5, "003772")
        vel.write_datetime(1, 6, datetime.datetime(2024, 9, 1), datum)
        vel.write_datetime(1, 7, datetime.datetime(2024, 9, 1, 13, 30, 5), tijdstip)
        vel.write_boolean(1, 8, True)
        vel.write_boolean(1, 9, False)
    (rij,) = read_tabel(pad).rijen
    assert rij == (
        *("3772", "0.1", "0.3", "123456789012345", "-5.25", "003772"),
        *("2024-09-01", "2024-09-01T13:30:05", "ja", "nee"),
    )


def test_formulas_with_a_result_are_read(tmp_path: Path) -> None:
    pad = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(pad)) as boek:
        vel = boek.add_worksheet()
        vel.write_row(0, 0, ["a", "b", "c"])
        vel.write_formula(1, 0, "=1+1", None, 2)
        vel.write_formula(1, 1, '="x"', None, "x")
        vel.write_string(1, 2, "y")
    assert read_tabel(pad).rijen == [("2", "x", "y")]


def test_formula_that_gives_empty_text_is_empty(xlsx_rauw: Maker) -> None:
    cel = '<c r="{}" t="inlineStr"><is><t>{}</t></is></c>'
    pad = xlsx_rauw(
        f'<row r="1">{cel.format("A1", "a")}{cel.format("B1", "b")}</row>'
        f'<row r="2">{cel.format("A2", "x")}<c r="B2" t="str"><f>IF(1,"","z")</f><v></v></c></row>'
    )
    assert read_tabel(pad).rijen == [("x", "")]


def test_errors_and_uncached_formulas_are_faults_with_a_place(tmp_path: Path) -> None:
    pad = tmp_path / "a.xlsx"
    boek = openpyxl.Workbook()
    vel = boek.create_sheet("Tweede", 0)
    vel.append(["id", "naam"])
    vel.append(["1", "=1+1"])
    vel.append(["#N/A", "x"])
    del boek["Sheet"]
    boek.save(pad)
    with pytest.raises(GebruikersFout) as fout:
        read_tabel(pad)
    eerste, tweede = fout.value.meldingen
    assert (eerste.blad, eerste.rij, eerste.kolom) == ("Tweede", 2, "naam")
    assert "B2" in eerste.tekst
    assert (tweede.rij, tweede.kolom, tweede.waarde) == (3, "id", "#N/A")
    assert "A3" in tweede.tekst


def test_sheet_of_formulas_alone_is_not_called_empty(xlsx_rauw: Maker) -> None:
    with pytest.raises(GebruikersFout) as fout:
        read_tabel(xlsx_rauw('<row r="1"><c r="A1"><f>1+1</f></c></row>'))
    assert "formule" in fout.value.meldingen[0].tekst


def test_text_of_an_error_cell_is_not_repeated_unless_it_is_an_error(xlsx_rauw: Maker) -> None:
    with pytest.raises(GebruikersFout) as fout:
        read_tabel(xlsx_rauw('<row r="1"><c r="A1" t="e"><v>85.07.30-033.28</v></c></row>'))
    assert "A1" in fout.value.meldingen[0].tekst
    assert "85.07" not in fout.value.tekst + str(fout.value.meldingen[0])


def test_error_that_the_parser_does_not_know_is_placed(xlsx_rauw: Maker) -> None:
    with pytest.raises(GebruikersFout) as fout:
        read_tabel(xlsx_rauw('<row r="3"><c r="C3" t="e"><v>#SPILL!</v></c></row>'))
    (melding,) = fout.value.meldingen
    assert (melding.blad, melding.rij, melding.waarde) == ("Blad1", 3, "#SPILL!")


def test_many_errors_are_counted(xlsx_rauw: Maker) -> None:
    rijen = "".join(f'<row r="{n}"><c r="A{n}" t="e"><v>#N/A</v></c></row>' for n in range(1, 1001))
    with pytest.raises(GebruikersFout) as fout:
        read_tabel(xlsx_rauw(rijen))
    assert len(fout.value.meldingen) == 1000
    assert "1000 fouten" in fout.value.tekst


def test_protection_and_invisible_signs_go(xlsx: Maker) -> None:
    tabel = read_tabel(
        xlsx({"A": [["id", " tele\nfoon "], ["\u200b1\u00a0", "'+32 11 22 33 44"], ["2", "Zoe\u0308"]]})
    )
    assert tabel.kolommen == ("id", "tele foon")
    assert tabel.rijen == [("1", "+32 11 22 33 44"), ("2", "Zo\u00eb")]


# -- place of the table ---------------------------------------------------------------------------


def test_table_may_start_lower_and_further(xlsx: Maker) -> None:
    rijen = [[None] * 4, [None] * 4, [None, None, "id", "naam"], [None] * 4, [None, None, "1", "A"]]
    tabel = read_tabel(xlsx({"A": rijen}))
    assert tabel.kolommen == ("id", "naam")
    assert list(tabel) == [(5, ("1", "A"))]


def test_missing_and_double_headers_name_the_letter(xlsx: Maker) -> None:
    rijen = [[None, "id", "naam", None, "Naam"], [None, "1", "A", "kwijt", "B"]]
    with pytest.raises(GebruikersFout) as fout:
        read_tabel(xlsx({"A": rijen}))
    teksten = [melding.tekst for melding in fout.value.meldingen]
    assert any("Kolom D heeft geen naam" in tekst for tekst in teksten)
    assert any("kolom C en in kolom E" in tekst for tekst in teksten)


def test_merged_title_is_named(tmp_path: Path) -> None:
    pad = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(pad)) as boek:
        vel = boek.add_worksheet()
        vel.merge_range("A1:C1", "Scholen in Limburg")
        vel.write_row(1, 0, ["id", "naam", "soort"])
        vel.write_row(2, 0, ["1", "A", "School"])
    with pytest.raises(GebruikersFout) as fout:
        read_tabel(pad)
    assert "titel" in fout.value.meldingen[0].tekst


def test_styled_empty_cells_do_no_harm(xlsx_rauw: Maker) -> None:
    cel = '<c r="{}" t="inlineStr"><is><t>{}</t></is></c>'
    pad = xlsx_rauw(
        f'<row r="1">{cel.format("A1", "id")}<c r="XFD1" s="0"/></row>'
        f'<row r="2">{cel.format("A2", "1")}</row>'
        '<row r="1048576"><c r="XFD1048576" s="0"></c></row>'
    )
    assert read_tabel(pad).rijen == [("1",)]


# -- sheets ---------------------------------------------------------------------------------------

VOL = [["id"], ["1"]]


def test_the_only_filled_sheet_is_taken(xlsx: Maker) -> None:
    assert read_tabel(xlsx({"Uitleg": [], "Kop": [["id"]], "Data": VOL})).blad == "Data"


def test_several_filled_sheets_must_be_chosen(xlsx: Maker) -> None:
    pad = xlsx({"Scholen": VOL, "CLB's": VOL}, verborgen=["CLB's"])
    with pytest.raises(GebruikersFout) as fout:
        read_tabel(pad)
    assert fout.value.code is Afsluitcode.VERKEERD_GEBRUIK
    assert '"Scholen"' in fout.value.tekst
    assert '"CLB\'s" (verborgen)' in fout.value.tekst
    assert "--blad" in fout.value.hulp
    assert read_tabel(pad, blad="scholen").meldingen == ()
    assert "verborgen" in read_tabel(pad, blad="CLB's").meldingen[0].tekst
    with pytest.raises(NietGevonden) as niet:
        read_tabel(pad, blad="Klas")
    assert '"Scholen"' in niet.value.hulp


def test_all_sheets_hidden_ones_too(xlsx: Maker) -> None:
    tabellen = read_bladen(xlsx({"A": VOL, "Leeg": [], "Kop": [["x", "y"]], "B": VOL}, verborgen=["B"]))
    assert [(t.blad, len(t), bool(t.meldingen)) for t in tabellen] == [
        ("A", 1, False),
        ("Kop", 0, False),
        ("B", 1, True),
    ]
    assert len({t.inhoud_sha256 for t in tabellen}) == 1


def test_faults_of_all_sheets_come_together(xlsx: Maker) -> None:
    dubbel = [["id", "id"], ["1", "2"]]
    with pytest.raises(GebruikersFout) as fout:
        read_bladen(xlsx({"A": dubbel, "B": dubbel}))
    assert [melding.blad for melding in fout.value.meldingen] == ["A", "B"]


@pytest.mark.parametrize("bladen", [{"A": []}, {"A": [["id", "naam"]]}, {"A": [], "B": [["id"]]}])
def test_without_rows_it_is_empty(xlsx: Maker, bladen: dict[str, Any]) -> None:
    for lees in (read_tabel, read_bladen):
        with pytest.raises(OnleesbaarBestand, match="leeg"):
            lees(xlsx(bladen))


def test_csv_options_are_refused(xlsx: Maker) -> None:
    with pytest.raises(GebruikersFout, match="alleen voor CSV"):
        read_tabel(xlsx({"A": VOL}), codering="utf-8")


# -- ODS ------------------------------------------------------------------------------------------


def test_ods_with_repeats(ods: Maker) -> None:
    leeg = '<table:table-cell table:number-columns-repeated="16000"/>'
    tabel = _ods_blad(
        _s("id") + _s("naam") + _s("aantal") + leeg,
        _s("1") + '<table:table-cell office:value-type="float" office:value="3772"/>'
        '<table:table-cell office:value-type="date" office:date-value="2024-09-01"/>',
    ).replace(
        "</table:table>",
        f'<table:table-row table:number-rows-repeated="1048000">{leeg}</table:table-row></table:table>',
    )
    gelezen = read_tabel(ods(tabel))
    assert list(gelezen) == [(2, ("1", "3772", "2024-09-01"))]


def test_ods_errors_and_uncached_formulas(ods: Maker) -> None:
    fout_cel = (
        '<table:table-cell table:formula="of:=NA()" office:value-type="string" calcext:value-type="error">'
        "<text:p>#N/B</text:p></table:table-cell>"
    )
    with pytest.raises(GebruikersFout) as fout:
        read_tabel(
            ods(_ods_blad(_s("id") + _s("x"), fout_cel + '<table:table-cell table:formula="of:=1+1"/>'))
        )
    assert [(m.rij, m.kolom, m.waarde) for m in fout.value.meldingen] == [(2, "id", "#N/B"), (2, "x", "")]


def test_ods_of_libreoffice_like_library(tmp_path: Path) -> None:
    opendocument = pytest.importorskip("odf.opendocument")
    from odf.table import Table, TableCell, TableRow
    from odf.text import P

    document = opendocument.OpenDocumentSpreadsheet()
    for naam in ("Eerste", "Tweede"):
        tabel = Table(name=naam)
        for rij in (["id", "naam"], ["003772", "Zoë"]):
            regel = TableRow()
            for tekst in rij:
                cel = TableCell(valuetype="string")
                cel.addElement(P(text=tekst))
                regel.addElement(cel)
            tabel.addElement(regel)
        document.spreadsheet.addElement(tabel)
    pad = tmp_path / "a.ods"
    document.save(str(pad))
    assert [t.rijen for t in read_bladen(pad)] == [[("003772", "Zoë")]] * 2


@pytest.mark.parametrize(
    "tabel",
    [
        f'<table:table table:name="A"><table:table-row table:number-rows-repeated="1000000">{_s("x")}'
        "</table:table-row></table:table>",
        '<table:table table:name="A"><table:table-row><table:table-cell table:number-columns-repeated="16384"'
        ' office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row></table:table>',
        '<table:table table:name="A"><table:table-row table:number-rows-repeated="100000"><table:table-cell'
        ' table:number-columns-repeated="600" office:value-type="string"><text:p>x</text:p>'
        "</table:table-cell></table:table-row></table:table>",
    ],
)
def test_ods_bomb_of_repeats(ods: Maker, tabel: str) -> None:
    with pytest.raises(OnleesbaarBestand, match="te groot"):
        read_tabel(ods(tabel))


def test_ods_nonsense_repeat_dtd_and_password(ods: Maker) -> None:
    with pytest.raises(OnleesbaarBestand, match="beschadigd"):
        read_tabel(ods(_ods_blad('<table:table-cell table:number-columns-repeated="-1"/>')))
    with pytest.raises(OnleesbaarBestand, match="DTD"):
        read_tabel(ods("", kop='<!DOCTYPE x [<!ENTITY a "b">]>'))
    with pytest.raises(OnleesbaarBestand, match="wachtwoord"):
        read_tabel(ods("", manifest="<manifest:encryption-data/>"))


# -- hostile archives -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "cellen",
    [
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c><c r="xfd1048576"><v>1</v></c></row>',
        "<row r='1'><c s='0' r='XFD1048576'><v>1</v></c></row>",
        '<row r="1048576"><c><v>1</v></c></row>',
        '<row r="1"><c r="XFC1"><v>1</v></c><c><v>1</v></c></row>',
        '<row r="1"><c r="A&#49;048576" t="inlineStr"><is><t>x</t></is></c></row>',
        '<x:row xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" r="1">'
        '<x:c r="XFD1048576"><x:v>1</x:v></x:c></x:row>',
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="400000"><c r="ZZ400000"><v>1</v></c></row>',
    ],
)
def test_far_cell_is_refused_before_any_parser(
    xlsx_rauw: Maker, cellen: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    pad = xlsx_rauw(cellen)
    monkeypatch.setattr(sys, "executable", "/bestaat/niet")  # a child would raise something else
    with pytest.raises(OnleesbaarBestand, match="te groot"):
        read_tabel(pad)


@pytest.mark.parametrize("ref", ["", "1", "A", "A0x", "ÀB1", "A" * 20 + "1", "A" + "1" * 30])
def test_nonsense_place(xlsx_rauw: Maker, ref: str) -> None:
    with pytest.raises(OnleesbaarBestand):
        read_tabel(xlsx_rauw(f'<row r="1"><c r="{ref}"><v>1</v></c></row>'))


def test_cell_far_on_another_part_that_the_workbook_names(xlsx_rauw: Maker, tmp_path: Path) -> None:
    pad = xlsx_rauw(
        '<row r="1"><c r="A1"><v>1</v></c></row>',
        extra=[
            (
                "xl/elders.xml",
                '<worksheet><row r="1"><c r="XFD1048576"><v>1</v></c></row></worksheet>',
            )
        ],
    )
    with pytest.raises(OnleesbaarBestand, match="te groot"):
        read_tabel(pad)


def test_zip_bomb(xlsx_rauw: Maker) -> None:
    pad = xlsx_rauw("<row>" + " " * 60_000_000 + "</row>")
    assert pad.stat().st_size < 1_000_000
    with pytest.raises(OnleesbaarBestand, match="groter dan het lijkt"):
        read_tabel(pad)


def test_bomb_that_lies_about_its_size(xlsx_rauw: Maker) -> None:
    pad = xlsx_rauw('<row r="1"><c r="A1"><v>1</v></c></row>' + " " * 50_000_000)
    with zipfile.ZipFile(pad) as archief:
        echt = archief.getinfo("xl/worksheets/sheet1.xml").file_size
    ruw = pad.read_bytes()
    pad.write_bytes(ruw.replace(echt.to_bytes(4, "little"), (1000).to_bytes(4, "little")))
    with pytest.raises(OnleesbaarBestand):
        read_tabel(pad)


def test_dtd(xlsx_rauw: Maker) -> None:
    with pytest.raises(OnleesbaarBestand, match="DTD"):
        read_tabel(xlsx_rauw("", kop='<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'))


def test_encoding_that_a_part_claims_is_not_believed(xlsx: Maker, tmp_path: Path) -> None:
    goed, pad = xlsx({"A": VOL}), tmp_path / "b.xlsx"
    for codering in ("klingon", "cp037", "utf-16"):
        with zipfile.ZipFile(goed) as bron, zipfile.ZipFile(pad, "w") as uit:
            for deel in bron.namelist():
                uit.writestr(deel, bron.read(deel).replace(b'"UTF-8"', f'"{codering}"'.encode(), 1))
        try:
            assert read_tabel(pad).rijen == [("1",)]
        except OnleesbaarBestand:
            continue  # the parser may refuse it, as long as it is a sentence


def test_double_parts(xlsx_rauw: Maker) -> None:
    for naam in ("xl/worksheets/sheet1.xml", "XL/Worksheets/Sheet1.xml", "xl\\worksheets\\sheet1.xml"):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)  # zipfile warns of what we do on purpose
            pad = xlsx_rauw("<row/>", extra=[(naam, "<worksheet/>")])
        with pytest.raises(OnleesbaarBestand, match="twee keer"):
            read_tabel(pad)


def test_many_parts(xlsx_rauw: Maker) -> None:
    pad = xlsx_rauw("<row/>", extra=[(f"xl/media/{nummer}.txt", "") for nummer in range(2_100)])
    with pytest.raises(OnleesbaarBestand, match="onderdelen"):
        read_tabel(pad)


def test_damaged_archives(xlsx: Maker, tmp_path: Path) -> None:
    goed = xlsx({"A": VOL}).read_bytes()
    for nummer, slecht in enumerate(
        [goed[:-40], goed[: len(goed) // 2], goed[:200] + bytes(300) + goed[500:], b"PK\x03\x04"]
    ):
        pad = tmp_path / f"{nummer}.xlsx"
        pad.write_bytes(slecht)
        with pytest.raises(OnleesbaarBestand):
            read_tabel(pad)


def test_malformed_xml(xlsx_rauw: Maker) -> None:
    with pytest.raises(OnleesbaarBestand, match="geldige XML"):
        read_tabel(xlsx_rauw('<row r="1"><c r="A1"><v>1</v></row>'))


def test_password_of_the_archive(xlsx: Maker) -> None:
    pad = xlsx({"A": VOL})
    ruw = bytearray(pad.read_bytes())
    with zipfile.ZipFile(io.BytesIO(bytes(ruw))) as archief:
        begin = archief.start_dir
    ruw[begin + 8] |= 1
    pad.write_bytes(bytes(ruw))
    with pytest.raises(OnleesbaarBestand, match="wachtwoord"):
        read_tabel(pad)


def test_death_of_the_child_is_a_sentence(xlsx: Maker, monkeypatch: pytest.MonkeyPatch) -> None:
    pad = xlsx({"A": VOL})
    monkeypatch.setattr(grenzen, "KIND_GEHEUGEN", 1)
    with pytest.raises(OnleesbaarBestand, match="onleesbaar"):
        read_tabel(pad)
    monkeypatch.undo()
    monkeypatch.setattr(grenzen, "KIND_WACHTTIJD", 0)
    with pytest.raises(OnleesbaarBestand, match="duurt te lang"):
        read_tabel(pad)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows kent deze grens niet.")
def test_what_passes_the_look_dies_alone(xlsx_rauw: Maker, tmp_path: Path) -> None:
    """The child given the far cell directly: the memory limit stops it, and only it."""
    pad = xlsx_rauw('<row r="1"><c r="A1"><v>1</v></c></row><row r="9"><c r="XFD1048576"><v>1</v></c></row>')
    with pytest.raises(OnleesbaarBestand, match="onleesbaar"):
        werkmap._ontleed_in_kind(pad, tmp_path / "uit", "x.xlsx")
    assert grenzen.KIND_GEHEUGEN <= 500_000_000, "what we promise for any file"


def test_folder_of_the_user_is_not_imported(
    xlsx: Maker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit(9)")
    monkeypatch.chdir(tmp_path)
    assert read_tabel(xlsx({"A": VOL})).rijen == [("1",)]


def test_nothing_is_left_behind(xlsx: Maker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tijdelijk = tmp_path / "tmp"
    tijdelijk.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tijdelijk))
    read_tabel(xlsx({"A": VOL}))
    assert list(tijdelijk.iterdir()) == []


# -- properties -----------------------------------------------------------------------------------

_CEL = st.text(alphabet="aZ09 éë=+-@'\"<>&_\n;€", max_size=8).map(str.strip)


@settings(max_examples=aantal(15), suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(rijen=st.lists(st.lists(_CEL, min_size=3, max_size=3), min_size=1, max_size=6))
def test_round_trip(xlsx: Maker, rijen: list[list[str]]) -> None:
    from netwerkkaart.bestanden import csv_safe

    rijen = [["x", *rij[1:]] for rij in rijen]
    tabel = read_tabel(xlsx({"A": [["a", "b", "c"], *([csv_safe(c) for c in r] for r in rijen)]}))
    assert [list(rij) for rij in tabel.rijen] == rijen
    assert list(tabel.rijnummers) == list(range(2, len(rijen) + 2))


def test_real_list_gives_the_same_by_every_road(echt: Path, xlsx: Maker) -> None:
    uit_csv = read_tabel(echt / "scholen_limburg_hageland_2021" / "vestigingen.csv")
    pad = xlsx({"Vestigingen": [uit_csv.kolommen, *uit_csv.rijen]})
    uit_xlsx = read_tabel(pad)
    assert uit_xlsx.kolommen == uit_csv.kolommen
    assert list(uit_xlsx.rijen) == list(uit_csv.rijen)
    assert list(uit_xlsx.rijnummers) == list(uit_csv.rijnummers)


def test_child_is_light() -> None:
    """The child must not load our package: that would triple the time of a small workbook."""
    from netwerkkaart.inlezen import kind

    code = (
        f"import sys, runpy; sys.argv = ['kind']; runpy.run_path({kind.__file__!r}, run_name='kind');"
        "print([naam for naam in sys.modules if naam.startswith('netwerkkaart')])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout.strip() == "[]"
