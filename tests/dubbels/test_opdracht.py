"""``netwerkkaart dubbels`` as a coordinator meets it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import openpyxl
import pytest

import netwerkkaart as nk
from netwerkkaart.cli.hoofd import run
from netwerkkaart.fouten import Afsluitcode, OpslagFout

LIJST = """id;naam;soort;straat;huisnummer;postcode;gemeente;telefoon
c1;CLB Kantelbrug;Clb;Stationsstraat;5;3600;Genk;011 22 33 44
mijn-1;C.L.B. Kantelbrug vzw;Clb;Stationsstr.;5;3600;Genk;011/22.33.44
s1;De Ark;School;Markt;1;3600;Genk;
s2;De Ark;School;Markt;1;3600;Genk;
j1;Ooievaar;Jeugdhulpaanbieder;;;3500;Hasselt;
"""
BANDEN = "van;naar;relatie\nmijn-1;s1;begeleidt\nc1;j1;werkt samen met\n"
CONTACTEN = "id;naam;email\np1;Sofie Peeters;s@x.be\np2;Peeters Sofie;s@x.be\n"


@pytest.fixture(autouse=True)
def graaf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("NETWERKKAART_STORE", str(tmp_path / "graaf.kgl"))
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.chdir(tmp_path)
    for importer, tekst in (("organisaties", LIJST), ("relaties", BANDEN), ("contacten", CONTACTEN)):
        (tmp_path / f"{importer}.csv").write_text(tekst, encoding="utf-8")
        assert run(["import", importer, f"{importer}.csv", "--ja"]) == 0
    capsys.readouterr()


def out(capsys: pytest.CaptureFixture[str]) -> str:
    return " ".join(capsys.readouterr().out.split())


def test_the_list_tells_why_and_what_to_do_next(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["dubbels", "lijst"]) == 0
    uit = out(capsys)
    assert "3 paren" in uit
    assert "zelfde telefoonnummer" in uit
    assert "zelfde straat en nummer" in uit
    assert "netwerkkaart dubbels voegsamen" in uit
    assert "netwerkkaart dubbels nietzelfde" in uit


@pytest.mark.parametrize("ending", ["csv", "json", "xlsx"])
def test_the_list_goes_to_a_file_without_contact_persons(
    ending: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["dubbels", "lijst", "--uit", f"d.{ending}"]) == 0
    assert "Niet in het bestand: 1 paar contactpersonen" in out(capsys)
    if ending == "csv":
        regels = Path("d.csv").read_text(encoding="utf-8-sig").splitlines()
        rijen = list(csv.DictReader(regels, delimiter=";"))
        codes = {rij["code die gaat"] for rij in rijen}
    elif ending == "json":
        rijen = json.loads(Path("d.json").read_text(encoding="utf-8"))["rijen"]
        codes = {rij["b"] for rij in rijen}
        assert all(0.5 <= float(rij["score"]) < 1 for rij in rijen)
    else:
        blad = openpyxl.load_workbook("d.xlsx").worksheets[0]
        codes = {str(rij[7]) for rij in blad.iter_rows(min_row=3, values_only=True)}
    assert codes == {"mijn-1", "s2"}
    assert b"Peeters" not in Path(f"d.{ending}").read_bytes()
    assert run(["dubbels", "lijst", "--uit", "met.json", "--contactpersonen"]) == 0
    assert "Peeters" in Path("met.json").read_text(encoding="utf-8")


def test_a_merge_is_shown_first_and_written_after_yes(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["dubbels", "voegsamen", "c1", "mijn-1", "--droog"]) == 0
    uit = out(capsys)
    assert "gaat op in" in uit
    assert "BEGELEIDT" in uit
    assert "niets geschreven" in uit
    assert run(["dubbels", "voegsamen", "c1", "mijn-1", "--ja"]) == 0
    assert "mijn-1 is nu c1" in out(capsys)
    assert (
        run(
            [
                "query",
                "cypher",
                "MATCH (c:Clb)-[:BEGELEIDT]->(s) RETURN c.id AS c, s.id AS s",
                "--uit",
                "b.json",
            ]
        )
        == 0
    )
    assert json.loads(Path("b.json").read_text(encoding="utf-8"))["rijen"] == [{"c": "c1", "s": "s1"}]
    capsys.readouterr()
    for importer in ("organisaties", "relaties"):
        assert run(["import", importer, f"{importer}.csv", "--ja"]) == 0
        assert "er verandert niets" in out(capsys)


def test_no_is_no(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("nee\n"))
    assert run(["dubbels", "voegsamen", "c1", "mijn-1"]) == 0
    assert "Niets geschreven" in out(capsys)
    assert run(["dubbels", "voegsamen", "c1", "mijn-1", "--droog"]) == 0


def test_what_was_said_not_to_be_the_same_stays_away(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["dubbels", "nietzelfde", "s1", "s2"]) == 0
    assert "er twee" in out(capsys)
    assert run(["dubbels", "nietzelfde", "s2", "s1"]) == 0
    assert "al onthouden" in out(capsys)
    run(["dubbels", "lijst"])
    uit = out(capsys)
    assert "De Ark" not in uit
    assert "Niet getoond: 1 paar" in uit
    run(["dubbels", "lijst", "--ook-afgewezen"])
    assert "(afgewezen)" in out(capsys)


def test_a_rejection_is_in_no_map_and_in_the_archive(capsys: pytest.CaptureFixture[str]) -> None:
    run(["dubbels", "nietzelfde", "s1", "s2"])
    assert run(["kaart", "--uit", "k.html", "--profiel", "intern"]) == 0
    assert "NIET_HETZELFDE" not in Path("k.html").read_text(encoding="utf-8")
    assert run(["archief", "a.zip"]) == 0
    assert run(["herstel", "a.zip", "--store", "terug.kgl"]) == 0
    capsys.readouterr()
    assert run(["dubbels", "lijst", "--store", "terug.kgl"]) == 0
    assert "Niet getoond: 1 paar" in out(capsys)


@pytest.mark.parametrize(
    ("argumenten", "code", "woord"),
    [
        (["voegsamen", "c1", "s1", "--ja"], Afsluitcode.FOUTE_INVOER, "dezelfde soort"),
        (["voegsamen", "c1", "weg", "--ja"], Afsluitcode.NIET_GEVONDEN, "weg"),
        (["voegsamen", "c1", "De Ark", "--ja"], Afsluitcode.NIET_GEVONDEN, "past bij 2 codes"),
        (["voegsamen", "c1", "mijn-1", "--van-b", "kleur"], Afsluitcode.FOUTE_INVOER, "telefoon"),
        (["nietzelfde", "c1", "c1"], Afsluitcode.FOUTE_INVOER, "verschillende"),
        (["lijst", "--drempel", "2"], Afsluitcode.VERKEERD_GEBRUIK, "drempel"),
        (["lijst", "--uit", "d.pdf"], Afsluitcode.FOUTE_INVOER, ".xlsx"),
    ],
)
def test_wrong_use_is_said_in_dutch(
    argumenten: list[str], code: Afsluitcode, woord: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["dubbels", *argumenten]) == code
    fout = capsys.readouterr().err
    assert woord in fout
    assert "Traceback" not in fout


def test_python_users_can_do_the_same() -> None:
    with nk.open_netwerk() as netwerk:
        assert {(r.a.id, r.b.id) for r in netwerk.dubbels().rijen} >= {("c1", "mijn-1")}
        with pytest.raises(OpslagFout):
            netwerk.voegsamen("c1", "mijn-1")
    with nk.open_netwerk(schrijven=True) as netwerk:
        assert netwerk.voegsamen("c1", "mijn-1").verwijderd > 0
        assert netwerk.nietzelfde("s1", "s2") is not None
        assert {r.soort for r in netwerk.dubbels().rijen} == {"Contactpersoon"}
