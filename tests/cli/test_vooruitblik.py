"""``analyse vooruitblik`` as a coordinator uses it: an example to fill in, and what would change."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from netwerkkaart.cli.hoofd import run
from netwerkkaart.fouten import Afsluitcode

ORGANISATIES = """id;naam;soort;gemeente;niveaus
s1;De Ark;School;Bree;lager
s2;De Brug;School;Bree;lager
c1;CLB Maas;Clb;Bree;
j1;Jeugdhulp Noord;Jeugdhulpaanbieder;Bree;
"""
AANBOD = """id;naam;themas;continuum;doelgroepen
o1;Hulp in de klas;1;voorkomen;leerling
o2;Terug naar school;1;heroriënteren;leerling
"""
RELATIES = """van;naar;relatie
c1;s1;BEGELEIDT
c1;s2;BEGELEIDT
j1;o1;BIEDT
j1;o2;BIEDT
o1;nis:72004;BEREIKT
o2;nis:72004;BEREIKT
"""


@pytest.fixture(autouse=True)
def region(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("NETWERKKAART_STORE", str(tmp_path / "graaf.kgl"))
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.chdir(tmp_path)
    for naam, inhoud in (("organisaties", ORGANISATIES), ("aanbod", AANBOD), ("relaties", RELATIES)):
        Path(f"{naam}.csv").write_text(inhoud, encoding="utf-8")
        assert run(["import", naam, f"{naam}.csv", "--ja"]) == Afsluitcode.GOED
    capsys.readouterr()


def graph(capsys: pytest.CaptureFixture[str]) -> str:
    assert run(["stand"]) == Afsluitcode.GOED
    return capsys.readouterr().out


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_the_example_can_be_tried_at_once_and_writes_nothing(
    ending: str, capsys: pytest.CaptureFixture[str]
) -> None:
    voor = graph(capsys)
    bestand = f"scenario.{ending}"
    assert run(["analyse", "vooruitblik", "--voorbeeld", bestand]) == Afsluitcode.GOED
    assert f"vooruitblik {bestand}" in capsys.readouterr().out
    assert run(["analyse", "vooruitblik", bestand, "--analyse", "ketencijfers"]) == Afsluitcode.GOED
    uit = capsys.readouterr().out
    assert "thema 1 gesloten gaat van 0 naar 2" in uit
    assert "Scenario: rij 2: nieuwe band WERKT_SAMEN_MET, CLB Maas – Jeugdhulp Noord" in uit
    assert "Nu: " in uit
    assert graph(capsys) == voor
    assert run(["analyse", "vooruitblik", "--voorbeeld", bestand]) == Afsluitcode.FOUTE_INVOER
    assert "bestaat al" in capsys.readouterr().err


def test_several_analyses_go_to_files_of_their_own(capsys: pytest.CaptureFixture[str]) -> None:
    Path("s.csv").write_text("doe;wat;van;naar\ntoevoegen;band;CLB Maas;j1\n", encoding="utf-8")
    opdracht = [
        "analyse",
        "vooruitblik",
        "s.csv",
        "--analyse",
        "keten",
        "--analyse",
        "hiaten",
        "--uit",
        "v.json",
    ]
    assert run(opdracht) == Afsluitcode.GOED
    rijen = json.loads(Path("v.json").read_text(encoding="utf-8"))["rijen"]
    oordelen = {tuple(r["sleutel"]): (r["voor"], r["na"]) for r in rijen if r["veld"] == "Oordeel"}
    assert oordelen == {(s, "1"): ("niet verbonden", "gesloten") for s in ("s1", "s2")}
    assert Path("v-hiaten.json").exists()
    assert run(["analyse", "vooruitblik", "s.csv", "--figuur", "v.svg"]) == Afsluitcode.GOED
    assert Path("v.svg").read_text(encoding="utf-8").lstrip().startswith("<")
    assert run(["analyse", "vooruitblik", "s.csv", "--optie", "niveau=instelling"]) == Afsluitcode.GOED
    capsys.readouterr()
    assert run(["analyse", "vooruitblik", "s.csv", "--optie", "kleur=rood"]) == Afsluitcode.VERKEERD_GEBRUIK
    assert 'keten heeft geen optie "kleur"' in capsys.readouterr().err


def test_faults_are_sentences_with_row_and_column(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["analyse", "vooruitblik"]) == Afsluitcode.VERKEERD_GEBRUIK
    assert "--voorbeeld" in capsys.readouterr().err
    Path("s.csv").write_text("doe;wat;van;naar\ntoevoegen;band;c1;zz\nweg;band;s1;j1\n", encoding="utf-8")
    assert run(["analyse", "vooruitblik", "s.csv"]) == Afsluitcode.FOUTE_INVOER
    fout = capsys.readouterr().err
    assert 's.csv, rij 2, kolom "naar": Deze code of naam staat niet in de graaf.' in fout
    assert 's.csv, rij 3, kolom "naar": Er is geen band tussen deze twee.' in fout
    assert "Traceback" not in fout
    assert run(["analyse", "vooruitblik", "s.csv", "--analyse", "tandem"]) == Afsluitcode.VERKEERD_GEBRUIK
    assert "--regio" in capsys.readouterr().err
