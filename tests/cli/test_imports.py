"""Imports on the command line: listed, shown, taken back, given back, rebuilt."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from netwerkkaart.cli.hoofd import run
from netwerkkaart.cli.invoer import ANDERE
from netwerkkaart.fouten import Afsluitcode
from netwerkkaart.importers import importer_names

ORG = "id;naam;soort;gemeente;telefoon\ns1;De Ark;School;Genk;\nc1;CLB Kantelbrug;Clb;Hasselt;\n"
LATER = "id;naam;soort;telefoon\ns1;De Ark;School;089 11 22 33\n"
REL = "van;naar;relatie\nc1;s1;BEGELEIDT\n"


@pytest.fixture(autouse=True)
def drie_imports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("NETWERKKAART_STORE", str(tmp_path / "graaf.kgl"))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")
    for naam, inhoud, importer in (
        ("org.csv", ORG, "organisaties"),
        ("later.csv", LATER, "organisaties"),
        ("rel.csv", REL, "relaties"),
    ):
        Path(naam).write_text(inhoud, encoding="utf-8")
        assert run(["import", importer, naam, "--ja"]) == 0
    capsys.readouterr()


def rijen(naam: str) -> list[dict[str, object]]:
    gelezen: list[dict[str, object]] = json.loads(Path(naam).read_text(encoding="utf-8"))["rijen"]
    return gelezen


def facts(capsys: pytest.CaptureFixture[str]) -> str:
    vraag = "MATCH (n:Organisatie) RETURN n.id AS id, n.telefoon AS telefoon ORDER BY id"
    assert run(["query", "cypher", vraag, "--uit", "feiten.json"]) == 0
    capsys.readouterr()
    return json.dumps(rijen("feiten.json"))


def test_no_importer_takes_the_name_of_a_command_of_the_group() -> None:
    assert not set(ANDERE) & set(importer_names())


def test_the_list_says_what_was_taken_back_and_by_which(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["import", "terugdraaien", "2", "--ja"]) == 0
    assert run(["import", "lijst", "--uit", "imports.json"]) == 0
    gevonden = [(r["nr"], r["wat"], r["bron"], r["toestand"]) for r in rijen("imports.json")]
    assert gevonden == [
        (4, "terugdraaien", "", "draait 2 terug"),
        (3, "relaties", "rel.csv", ""),
        (2, "organisaties", "later.csv", "teruggedraaid door 4"),
        (1, "organisaties", "org.csv", ""),
    ]
    capsys.readouterr()
    kenmerk = str(rijen("imports.json")[1]["kenmerk"])
    assert run(["import", "toon", kenmerk]) == 0
    assert capsys.readouterr().out.startswith(f"Import 3 ({kenmerk})")


def test_an_import_is_shown_field_by_field_with_what_builds_on_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["import", "toon", "1"]) == 0
    uit = capsys.readouterr().out
    assert "De Ark" in uit
    assert "begeleidt: CLB Kantelbrug → De Ark" in uit
    assert "veranderde hetzelfde veld" in uit
    assert run(["import", "toon", "2", "--uit", "toon.csv"]) == 0
    assert "gewijzigd;School;s1;De Ark;telefoon;;089 11 22 33" in Path("toon.csv").read_text("utf-8-sig")
    assert run(["import", "toon", "7"]) == Afsluitcode.NIET_GEVONDEN


def test_taking_back_refuses_names_and_then_does_as_told(capsys: pytest.CaptureFixture[str]) -> None:
    voor = facts(capsys)
    assert run(["import", "terugdraaien", "1", "--ja"]) == Afsluitcode.FOUTE_INVOER
    gezegd = capsys.readouterr()
    assert "Op import 1 bouwen de imports 2, 3 voort" in gezegd.err
    assert "rel.csv" in gezegd.out
    assert facts(capsys) == voor
    assert run(["import", "terugdraaien", "1", "--ook-latere", "--droog", "--plan", "plan.csv"]) == 0
    assert "verwijderd;School;s1;De Ark" in Path("plan.csv").read_text("utf-8-sig")
    assert facts(capsys) == voor
    assert run(["import", "terugdraaien", "1", "--ook-latere", "--ja"]) == 0
    assert "import terugdraaien 4" in capsys.readouterr().out
    assert facts(capsys) == "[]"
    assert run(["import", "terugdraaien", "4", "--ja"]) == 0
    capsys.readouterr()
    assert facts(capsys) == voor
    assert run(["import", "terugdraaien", "4", "--ja"]) == Afsluitcode.FOUTE_INVOER
    assert "al teruggedraaid, door import 5" in capsys.readouterr().err


def test_a_no_takes_nothing_back(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    voor = facts(capsys)
    monkeypatch.setattr("sys.stdin", io.StringIO("misschien\nNee\n"))
    assert run(["import", "terugdraaien", "3"]) == 0
    gezegd = capsys.readouterr().out
    assert "Terugdraaien? [J/n]" in gezegd
    assert "Antwoord met ja of nee." in gezegd
    assert "Niets geschreven" in gezegd
    assert facts(capsys) == voor


@pytest.mark.parametrize("antwoord", ["j", "Ja", "", "y"])
def test_a_yes_in_dutch_is_a_yes(
    antwoord: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{antwoord}\n"))
    assert run(["import", "terugdraaien", "3"]) == 0
    assert "Teruggedraaid: import 3" in capsys.readouterr().out


def test_the_file_comes_back_as_it_was_and_overwrites_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["import", "bestand", "2"]) == Afsluitcode.FOUTE_INVOER
    assert "staat al een bestand later.csv" in capsys.readouterr().err
    Path("later.csv").unlink()
    assert run(["import", "bestand", "2"]) == 0
    assert Path("later.csv").read_bytes() == LATER.encode()
    assert run(["import", "bestand", "2", "--uit", "ander.csv"]) == 0
    assert Path("ander.csv").read_bytes() == LATER.encode()
    for bewaard in Path("graaf.kgl.bestanden").iterdir():
        bewaard.unlink()
    capsys.readouterr()
    assert run(["import", "bestand", "2", "--uit", "derde.csv"]) == Afsluitcode.OPSLAG
    assert run(["import", "terugdraaien", "2", "--ja"]) == 0
    assert run(["import", "bestand", "4"]) == Afsluitcode.NIET_GEVONDEN


def test_all_that_is_known_of_one_node_and_who_said_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["toon", "De Ark", "--uit", "ark.json"]) == 0
    deel = {(r["deel"], r["wat"]): (r["waarde"], r["bron"], r["import"]) for r in rijen("ark.json")}
    assert deel["gegeven", "naam"] == ("De Ark", "org.csv", "1")
    assert deel["gegeven", "telefoon"] == ("089 11 22 33", "later.csv", "2")
    assert deel["relatie", "← BEGELEIDT"][1:] == ("rel.csv", "3")
    assert run(["import", "terugdraaien", "2", "--ja"]) == 0
    capsys.readouterr()
    assert run(["toon", "s1"]) == 0
    uit = capsys.readouterr().out
    assert "organisaties (teruggedraaid)" in uit
    assert run(["toon", "Niemand"]) == Afsluitcode.NIET_GEVONDEN


def test_a_contact_person_comes_in_no_file_unless_asked(capsys: pytest.CaptureFixture[str]) -> None:
    Path("contacten.csv").write_text("id;naam\np1;Jana Peeters\n", encoding="utf-8")
    assert run(["import", "contacten", "contacten.csv", "--ja"]) == 0
    assert run(["toon", "p1", "--uit", "p.csv"]) == Afsluitcode.NIET_TOEGELATEN
    assert not Path("p.csv").exists()
    assert run(["toon", "p1", "--contactpersonen", "--uit", "p.csv"]) == 0
    assert "Jana" in Path("p.csv").read_text("utf-8-sig")


def test_rebuilding_says_how_each_import_went_and_that_it_is_equal(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["import", "terugdraaien", "3", "--ja"]) == 0
    capsys.readouterr()
    assert run(["herbouw"]) == 0
    uit = capsys.readouterr().out
    assert uit.count("opnieuw gelezen") == 3
    assert "Gelijk" in uit
    assert run(["herbouw", "--naar", "opnieuw.kgl"]) == 0
    assert run(["herbouw", "--naar", "opnieuw.kgl"]) == Afsluitcode.OPSLAG
    assert "niet leeg" in capsys.readouterr().err
    assert run(["herbouw", "--journaal", "graaf.kgl.wijzigingen.jsonl", "--naar", "derde.kgl"]) == 0
    assert run(["import", "toon", "4", "--store", "derde.kgl"]) == 0
