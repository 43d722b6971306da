"""The error workbook: what goes back to the user, and that it can come in again as it is."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netwerkkaart.cli.hoofd import run
from netwerkkaart.fouten import Afsluitcode, Ernst, GebruikersFout, Melding
from netwerkkaart.inlezen.lezer import read_ruwe_bladen
from netwerkkaart.inlezen.raster import RuwBlad
from netwerkkaart.inlezen.teruggave import MERKTEKEN, OVERZICHT, REDENKOLOM
from netwerkkaart.uitvoer.foutenboek import choose_path, make_foutenboek, write_foutenboek
from tests.voorbeelden import DIEP, aantal

KOP = "id;naam;soort;gemeente;telefoon\n"


@pytest.fixture(autouse=True)
def eigen_graaf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NETWERKKAART_STORE", str(tmp_path / "graaf.kgl"))
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.chdir(tmp_path)


def _csv(tmp_path: Path, *rijen: str, naam: str = "org.csv") -> Path:
    pad = tmp_path / naam
    pad.write_text(KOP + "\n".join(rijen) + "\n", encoding="utf-8")
    return pad


def _import(pad: Path, *opties: str) -> int:
    return run(["import", "organisaties", str(pad), "--ja", *opties])


def _scholen(tmp_path: Path) -> list[tuple[str, ...]]:
    """Id and name of all organisations in the graph."""
    uit = tmp_path / "uit.csv"
    run(
        [
            "query",
            "cypher",
            "MATCH (o:Organisatie) RETURN o.id AS id, o.naam AS naam ORDER BY id",
            "--uit",
            str(uit),
        ]
    )
    return [tuple(regel.split(";")) for regel in uit.read_text(encoding="utf-8-sig").splitlines()[1:]]


def _blad(*rijen: Sequence[str], naam: str = "A", **meer: Any) -> RuwBlad:
    return RuwBlad(
        naam, [tuple(r) for r in rijen], list(range(1, len(rijen) + 1)), "\x1f".join(map(str, rijen)), **meer
    )


def _boek(inhoud: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(inhoud))


# -- as a coordinator meets it ------------------------------------------------------------------------


def test_faults_come_back_and_the_corrected_workbook_goes_in(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pad = _csv(tmp_path, "s1;De Ark;School;Genk;011 22 33 44", "s2;Fout;Schoool;Genk;", ";Zonder;School;;")
    assert _import(pad) == Afsluitcode.FOUTE_INVOER
    boek_pad = tmp_path / "org-fouten.xlsx"
    assert str(boek_pad) in capsys.readouterr().err

    boek = openpyxl.load_workbook(boek_pad)
    assert boek.sheetnames == [OVERZICHT, "org"]
    vel = boek["org"]
    assert [cel.value for cel in vel[1]] == ["id", "naam", "soort", "gemeente", "telefoon", REDENKOLOM]
    assert [cel.value for cel in vel[2]][:5] == ["s1", "De Ark", "School", "Genk", "011 22 33 44"]
    assert not vel["F2"].value, "a good row has no reason"
    assert "soort" in vel["F3"].value
    assert "Clb" in vel["F3"].value, "what is expected is said"
    assert "id" in vel["F4"].value
    assert vel["C3"].fill.fgColor.rgb == vel["A4"].fill.fgColor.rgb != vel["C2"].fill.fgColor.rgb
    assert "soort is niet gekend" in vel["C3"].comment.text
    assert vel.freeze_panes == "A2"
    assert vel.auto_filter.ref == "A1:F4"

    assert _import(boek_pad) == Afsluitcode.FOUTE_INVOER, "as it is, it has the same faults"
    fout = capsys.readouterr().err
    assert 'blad "org", rij 3, kolom "soort"' in fout
    assert 'rij 4, kolom "id"' in fout

    vel["C3"], vel["A4"] = "School", "s3"
    boek.save(boek_pad)
    assert _import(boek_pad) == Afsluitcode.GOED
    assert _scholen(tmp_path) == [("s1", "De Ark"), ("s2", "Fout"), ("s3", "Zonder")]


def test_overview_lists_every_message_with_a_link_to_its_cell(tmp_path: Path) -> None:
    pad = _csv(tmp_path, "s1;De Ark;School;Genk;", "s2;Fout;Schoool;Nergens;", ";Zonder;School;;")
    _import(pad)
    boek = openpyxl.load_workbook(tmp_path / "org-fouten.xlsx")
    overzicht = boek[OVERZICHT]
    assert overzicht["A1"].value == MERKTEKEN
    uitleg = " ".join(str(overzicht.cell(rij, 1).value) for rij in range(2, 5))
    assert "org.csv" in uitleg
    assert "netwerkkaart import organisaties org-fouten.xlsx --bron org.csv" in uitleg
    koppen = [cel.value for cel in overzicht[6]]
    rijen = [dict(zip(koppen, rij, strict=True)) for rij in overzicht.iter_rows(min_row=7)]
    assert [(r["Rij"].value, r["Kolom"].value, r["Wat er staat"].value or "") for r in rijen] == [
        (3, "soort", "Schoool"),
        (3, "gemeente", "Nergens"),
        (4, "id", ""),
    ]
    for rij in rijen:
        blad, cel = re.fullmatch(r"'(.*)'!([A-Z]+\d+)", rij["Ga naar"].hyperlink.location).groups()  # type: ignore[union-attr]
        assert boek[blad][cel].comment is not None, "the link leads to a marked cell"
    assert overzicht.auto_filter.ref == "A6:H9"


@pytest.mark.parametrize("soort", ["xlsx", "ods"])
def test_workbooks_come_back_with_all_their_sheets(tmp_path: Path, soort: str) -> None:
    pad = tmp_path / f"boek.{soort}"
    if soort == "xlsx":
        with xlsxwriter.Workbook(str(pad)) as boek:
            vel = boek.add_worksheet("Scholen")
            for regel, rij in enumerate([["id", "naam", "soort"], ["007", "De Ark", "Schoool"]], start=3):
                vel.write_row(regel, 2, rij)
            vel.write_number(4, 2, 7)
            boek.add_worksheet("Leeg")
            boek.add_worksheet("Uitleg").write_row(0, 0, ["Lees mij"])
            boek.get_worksheet_by_name("Uitleg").hide()
    else:
        odf = pytest.importorskip("odf.opendocument")
        from odf.table import Table, TableCell, TableRow
        from odf.text import P

        document = odf.OpenDocumentSpreadsheet()
        for naam, rijen in (
            ("Scholen", [[], [], [], ["", "", "id", "naam", "soort"], ["", "", "7", "De Ark", "Schoool"]]),
            ("Leeg", []),
            ("Uitleg", [["Lees mij"]]),
        ):
            tabel = Table(name=naam)
            for cellen in rijen:
                regel_ = TableRow()
                for tekst in cellen or [""]:
                    cel = TableCell(valuetype="string") if tekst else TableCell()
                    if tekst:
                        cel.addElement(P(text=tekst))
                    regel_.addElement(cel)
                tabel.addElement(regel_)
            document.spreadsheet.addElement(tabel)
        document.save(str(pad))
    assert _import(pad, "--blad", "Scholen") == Afsluitcode.FOUTE_INVOER
    terug = tmp_path / "boek-fouten.xlsx"
    boek_ = openpyxl.load_workbook(terug)
    assert boek_.sheetnames == [OVERZICHT, "Scholen", "Leeg", "Uitleg"]
    assert boek_["Uitleg"].sheet_state == ("hidden" if soort == "xlsx" else "visible")
    assert boek_["Scholen"]["E5"].value == "Schoool", "every cell keeps its place"
    assert boek_["Scholen"]["F4"].value == REDENKOLOM
    was, wordt = read_ruwe_bladen(pad), read_ruwe_bladen(terug)
    assert [(b.naam, b.rijen, b.rijnummers) for b in was] == [(b.naam, b.rijen, b.rijnummers) for b in wordt]
    boek_["Scholen"]["E5"] = "School"
    boek_.save(terug)
    assert _import(terug, "--blad", "Scholen") == Afsluitcode.GOED
    assert _scholen(tmp_path) == [("7", "De Ark")]


def test_faults_of_the_table_itself_come_back_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pad = tmp_path / "a.csv"
    pad.write_text("id;Naam;naam;soort\n1;A;B;School\n2;C;D;School;te veel;x\n", encoding="utf-8")
    assert _import(pad) == Afsluitcode.FOUTE_INVOER
    assert "a-fouten.xlsx" in capsys.readouterr().err
    vel = openpyxl.load_workbook(tmp_path / "a-fouten.xlsx")["a"]
    assert [cel.value for cel in vel[3]][:6] == ["2", "C", "D", "School", "te veel", "x"]
    assert vel["B1"].comment, "both headers of the same name are marked"
    assert vel["C1"].comment
    assert "6 cellen" in vel["G3"].value


def test_what_is_not_known_stays_so_until_it_is_filled_in(tmp_path: Path) -> None:
    pad = tmp_path / "a.xlsx"
    boek = openpyxl.Workbook()
    vel = boek.active
    assert vel is not None
    for rij in (["id", "naam", "soort"], ["s1", "De Ark", "School"], ["s2", "=1+1", "School"], ["=NA()"]):
        vel.append(rij)
    boek.save(pad)
    assert _import(pad) == Afsluitcode.FOUTE_INVOER
    terug = tmp_path / "a-fouten.xlsx"
    assert _import(terug) == Afsluitcode.FOUTE_INVOER, "an unknown value is not read as an empty one"
    boek = openpyxl.load_workbook(terug)
    vel = boek.worksheets[1]
    vel["B3"], vel["A4"] = "Twee", None
    boek.save(terug)
    assert _import(terug) == Afsluitcode.GOED
    assert _scholen(tmp_path) == [("s1", "De Ark"), ("s2", "Twee")]


def test_rows_that_are_skipped_come_back(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pad = _csv(tmp_path, "s1;De Ark;School;Genk;", "s2;Fout;Schoool;Genk;")
    assert _import(pad, "--sla-foute-rijen-over") == Afsluitcode.GOED
    assert "org-fouten.xlsx" in capsys.readouterr().out
    assert (tmp_path / "org-fouten.xlsx").exists()


def test_warnings_alone_make_no_file_unless_asked(tmp_path: Path) -> None:
    pad = tmp_path / "w.csv"
    pad.write_bytes("id;naam;soort\ns1;Café;School\n".encode("cp1252"))
    assert _import(pad) == Afsluitcode.GOED
    assert not (tmp_path / "w-fouten.xlsx").exists()
    assert _import(pad, "--foutenboek", "toch.xlsx") == Afsluitcode.GOED
    overzicht = openpyxl.load_workbook(tmp_path / "toch.xlsx")[OVERZICHT]
    assert "Windows-1252" in overzicht["F7"].value
    assert "Waarschuwing" in overzicht["A7"].value


def test_dry_run_gives_it_too_and_leaves_the_graph(tmp_path: Path) -> None:
    _import(_csv(tmp_path, "s1;De Ark;School;Genk;", naam="goed.csv"))
    assert _import(_csv(tmp_path, "s2;Fout;Schoool;Genk;"), "--droog") == Afsluitcode.FOUTE_INVOER
    assert (tmp_path / "org-fouten.xlsx").exists()
    assert _scholen(tmp_path) == [("s1", "De Ark")]


def test_pupil_data_do_not_come_back(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for inhoud in (KOP + "s1;85.07.30-033.28;Schoool;;\n", "id;naam leerling;soort\n1;Piet;Schoool\n"):
        pad = tmp_path / "l.csv"
        pad.write_text(inhoud, encoding="utf-8")
        assert _import(pad, "--foutenboek", "l.xlsx") == Afsluitcode.NIET_TOEGELATEN
        assert sorted(p.name for p in tmp_path.iterdir()) == ["l.csv"]


def test_a_file_that_cannot_be_a_table_gives_no_workbook(tmp_path: Path) -> None:
    pad = tmp_path / "q.csv"
    pad.write_text('id;naam\n1;"open\n', encoding="utf-8")
    assert _import(pad) == Afsluitcode.FOUTE_INVOER
    assert [p.name for p in tmp_path.glob("*.xlsx")] == []


def test_a_huge_file_comes_back_on_request_only(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("netwerkkaart.cli.foutenboek._VEEL", 10)
    pad = _csv(tmp_path, "s1;De Ark;Schoool;Genk;", "s2;De Ark;School;Genk;")
    assert _import(pad) == Afsluitcode.FOUTE_INVOER
    assert "--foutenboek org-fouten.xlsx" in capsys.readouterr().err
    assert not (tmp_path / "org-fouten.xlsx").exists()
    assert _import(pad, "--foutenboek", "org-fouten.xlsx") == Afsluitcode.FOUTE_INVOER
    assert (tmp_path / "org-fouten.xlsx").exists()


# -- where it goes ------------------------------------------------------------------------------------


def test_no_other_file_is_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pad = _csv(tmp_path, "s1;De Ark;Schoool;Genk;")
    ander = tmp_path / "org-fouten.xlsx"
    ander.write_bytes(b"van iemand anders")
    _import(pad)
    assert ander.read_bytes() == b"van iemand anders"
    assert (tmp_path / "org-fouten-2.xlsx").exists()
    _import(pad)
    assert not (tmp_path / "org-fouten-3.xlsx").exists(), "our own, not touched since, is renewed"
    boek = openpyxl.load_workbook(tmp_path / "org-fouten-2.xlsx")
    boek.worksheets[1]["C2"] = "School"
    boek.save(tmp_path / "org-fouten-2.xlsx")
    _import(pad)
    assert (tmp_path / "org-fouten-3.xlsx").exists(), "her corrections are not lost"
    assert openpyxl.load_workbook(tmp_path / "org-fouten-2.xlsx").worksheets[1]["C2"].value == "School"
    capsys.readouterr()
    assert _import(pad, "--foutenboek", str(ander)) == Afsluitcode.FOUTE_INVOER
    assert "bestaat al" in capsys.readouterr().err
    assert ander.read_bytes() == b"van iemand anders"


def test_a_second_round_does_not_pile_up_names(tmp_path: Path) -> None:
    assert choose_path(tmp_path / "org.csv").name == "org-fouten.xlsx"
    assert choose_path(tmp_path / "org-fouten.xlsx").name == "org-fouten-2.xlsx"
    assert choose_path(tmp_path / "ORG-FOUTEN.XLSX").name == "ORG-FOUTEN.xlsx".replace(
        "ORG-FOUTEN", "ORG-FOUTEN-fouten"
    )


def test_same_faults_give_the_same_bytes() -> None:
    blad, melding = _blad(["id", "naam"], ["1", "x"]), Melding("Fout.", blad="A", rij=2, kolom="naam")
    assert make_foutenboek([blad], [melding], "a.xlsx") == make_foutenboek([blad], [melding], "a.xlsx")


# -- corners ------------------------------------------------------------------------------------------


def test_a_sheet_of_her_own_with_our_name_survives(tmp_path: Path) -> None:
    pad = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(pad)) as boek:
        boek.add_worksheet("Overzicht").write_column(0, 0, ["id", "1"])
        boek.add_worksheet("B").write_column(0, 0, ["id", "2"])
    (bladen := read_ruwe_bladen(pad))
    inhoud = make_foutenboek(bladen, [Melding("Fout.", blad="B", rij=2, kolom="id")], "a.xlsx")
    terug = tmp_path / "b.xlsx"
    write_foutenboek(terug, inhoud)
    assert _boek(inhoud).sheetnames == ["Overzicht (2)", "Overzicht", "B"]
    assert [(b.naam, b.rijen) for b in read_ruwe_bladen(terug)] == [(b.naam, b.rijen) for b in bladen]


def test_names_of_sheets_that_excel_does_not_take(tmp_path: Path) -> None:
    namen = ["Scholen/2020", "a" * 40, "A" * 40, "'x'", "History", "[1]"]
    bladen = [_blad(["id"], ["1"], naam=naam) for naam in namen]
    meldingen = [Melding("Fout.", blad=naam, rij=2, kolom="id") for naam in namen]
    vellen = _boek(make_foutenboek(bladen, meldingen, "a.ods")).sheetnames
    assert len({naam.casefold() for naam in vellen}) == len(namen) + 1
    assert all(len(naam) <= 31 for naam in vellen)


def test_messages_without_a_place_are_listed_all_the_same() -> None:
    meldingen = [
        Melding("De verplichte kolom naam ontbreekt.", bestand="a.csv"),
        Melding("Kolom wordt niet gelezen.", kolom="x", ernst=Ernst.WAARSCHUWING),
        Melding("Ergens.", blad="Bestaat niet", rij=7),
        Melding("Voorbij.", rij=99, kolom="id"),
    ]
    boek = _boek(make_foutenboek([_blad(["id", "x"], ["1", "2"], naam="")], meldingen, "a.csv"))
    overzicht = boek[OVERZICHT]
    assert [overzicht.cell(rij, 6).value for rij in range(7, 11)] == [
        "De verplichte kolom naam ontbreekt.",
        "Ergens.",
        "Voorbij.",
        "Kolom wordt niet gelezen.",
    ]
    assert boek["a"]["B1"].comment is not None, "a message about a column marks its header"


def test_both_kinds_of_mark_differ_by_more_than_colour() -> None:
    meldingen = [
        Melding("Mis.", blad="A", rij=2, kolom="a"),
        Melding("Raar.", blad="A", rij=2, kolom="b", ernst=Ernst.WAARSCHUWING),
    ]
    vel = _boek(make_foutenboek([_blad(["a", "b"], ["1", "2"])], meldingen, "a.xlsx"))["A"]
    assert vel["A2"].fill.fgColor.rgb != vel["B2"].fill.fgColor.rgb
    assert vel["A2"].border.left.style != vel["B2"].border.left.style
    assert "✗ Fout" in vel["C2"].value
    assert "! Waarschuwing" in vel["C2"].value


def test_nothing_is_cut_in_silence() -> None:
    with pytest.raises(GebruikersFout, match="langer"):
        make_foutenboek([_blad(["id"], ["x" * 40_000])], [Melding("Fout.", blad="A", rij=2)], "a.csv")


def test_numbers_that_slipped_in_are_not_repeated() -> None:
    meldingen = [Melding("Geen nummer: 85.07.30-033.28", blad="A", rij=2, kolom="a", waarde="85073003328")]
    inhoud = make_foutenboek([_blad(["a"], ["1"])], meldingen, "a.xlsx")
    tekst = " ".join(str(cel.value) for vel in _boek(inhoud) for rij in vel.iter_rows() for cel in rij)
    assert "85" not in tekst


# -- properties ---------------------------------------------------------------------------------------

_CEL = st.one_of(
    st.text(alphabet="aZ09 éë=+-@'\"<>&_x\n;€\t{}#", max_size=8),
    st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=6),
    st.sampled_from(
        ["=1+1", "'=x", "''=x", "_x0041_", "003772", "1e5", "TRUE", "https://x.be", "#N/A", "a\r\nb", "{=1}"]
    ),
).map(str.strip)


@st.composite
def _bladen(draw: st.DrawFn) -> list[RuwBlad]:
    bladen = []
    for nummer in range(draw(st.integers(1, 6))):
        breedte = draw(st.integers(1, 4))
        rijen = draw(st.lists(st.lists(_CEL, min_size=breedte, max_size=breedte), max_size=5))
        rijen = [["h"] * breedte, *(["v", *rij[1:]] for rij in rijen)]
        gaten = draw(st.lists(st.integers(0, 2), min_size=len(rijen), max_size=len(rijen)))
        nummers = [1 + sum(gaten[: plaats + 1]) + plaats for plaats in range(len(rijen))]
        bladen.append(
            RuwBlad(f"B{nummer}", [tuple(rij) for rij in rijen], nummers, "", draw(st.integers(0, 3)))
        )
    return bladen


@settings(max_examples=aantal(10), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(bladen=_bladen(), data=st.data())
def test_every_text_comes_back_in_its_row(tmp_path: Path, bladen: list[RuwBlad], data: st.DataObject) -> None:
    from netwerkkaart.inlezen.raster import schoon

    for blad in bladen:  # as a reader would have given them
        blad.rijen, blad.rijnummers = schoon(zip(blad.rijnummers, blad.rijen, strict=True), "'\u200b")
    meldingen = [
        Melding("Fout.", blad=blad.naam, rij=nummer, kolom=data.draw(st.sampled_from(["h", "", "A", "Z"])))
        for blad in bladen
        for nummer in blad.rijnummers
        if data.draw(st.booleans())
    ]
    pad = tmp_path / "b.xlsx"
    pad.write_bytes(make_foutenboek(bladen, meldingen, "a.xlsx"))
    terug = read_ruwe_bladen(pad)
    assert [blad.naam for blad in terug] == [blad.naam for blad in bladen]
    for was, wordt in zip(bladen, terug, strict=True):
        verwacht = [_zonder_staart(rij) for rij in was.rijen]
        assert [_zonder_staart(rij) for rij in wordt.rijen] == verwacht
        assert wordt.rijnummers == was.rijnummers


def _zonder_staart(rij: tuple[str, ...]) -> tuple[str, ...]:
    cellen = list(rij)
    while cellen and not cellen[-1]:
        cellen.pop()
    return tuple(cellen)


@pytest.mark.skipif(
    not DIEP or shutil.which("soffice") is None, reason="alleen in de diepte, met LibreOffice"
)
def test_libreoffice_opens_and_saves_it_without_loss(tmp_path: Path) -> None:
    bladen = [_blad(["id", "naam", "x"], ["003772", "=1+1", "a\nb"], ["1e5", "'=x", "3,5"], naam="Blad één")]
    pad = tmp_path / "b.xlsx"
    pad.write_bytes(
        make_foutenboek(bladen, [Melding("Fout.", blad="Blad één", rij=2, kolom="naam")], "a.xlsx")
    )
    for soort in ("xlsx", "ods"):
        subprocess.run(
            [
                "soffice",
                "--headless",
                f"-env:UserInstallation=file://{tmp_path}/lo",
                "--convert-to",
                soort,
                "--outdir",
                str(tmp_path / "uit"),
                str(pad),
            ],
            check=True,
            capture_output=True,
        )
        (terug,) = read_ruwe_bladen(tmp_path / "uit" / f"b.{soort}")
        assert terug.rijen == bladen[0].rijen
        assert terug.rijnummers == bladen[0].rijnummers
