"""Next year's school list on the command line: differences told, ends asked, a cut-off list stopped."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from netwerkkaart.cli.hoofd import run
from netwerkkaart.fouten import Afsluitcode

KOP = "schoolnummer;intern_vplnummer;naam;straat;huisnummer;postcode;gemeente;onderwijsniveau;clb"


@pytest.fixture(autouse=True)
def eigen_graaf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NETWERKKAART_STORE", str(tmp_path / "graaf.kgl"))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")


def issue(naam: str, scholen: dict[int, tuple[str, str, str]]) -> str:
    rijen = [
        f"{nummer:06};1;{school};{straat};1;3600;Genk;lager;{clb}"
        for nummer, (school, straat, clb) in scholen.items()
    ]
    Path(naam).write_text("\n".join([KOP, *rijen]) + "\n", encoding="utf-8")
    return naam


def first() -> dict[int, tuple[str, str, str]]:
    return {nr: (f"School {nr}", f"Straat {nr}", "CLB Oost") for nr in range(100001, 100021)}


def ends() -> dict[str, str]:
    vraag = (
        "MATCH (o:School) WHERE o.tot IS NOT NULL RETURN o.id AS id, o.tot AS tot UNION ALL "
        "MATCH ()-[b:BEGELEIDT]->(o:School) WHERE b.tot IS NOT NULL RETURN 'band ' + o.id AS id, b.tot AS tot"
    )
    assert run(["query", "cypher", vraag, "--uit", "e.csv"]) == Afsluitcode.GOED
    with Path("e.csv").open(encoding="utf-8-sig") as bestand:
        return {rij["id"]: rij["tot"] for rij in csv.DictReader(bestand, delimiter=";")}


def test_what_went_is_told_and_ends_only_when_asked_and_comes_back_by_undo(
    capsys: pytest.CaptureFixture[str],
) -> None:
    scholen = first()
    assert run(["import", "scholen", issue("2025.csv", scholen), "--ja"]) == Afsluitcode.GOED
    del scholen[100001]
    scholen[100002] = ("School 2 nieuw", "Straat 100002", "CLB West")
    scholen[100099] = ("De Verse", "Straat 100001", "CLB Oost")
    nieuw = issue("2026.csv", scholen)
    capsys.readouterr()
    dag = ["--bron-datum", "2026-09-01"]
    assert run(["import", "scholen", nieuw, "--ja", "--droog", *dag]) == Afsluitcode.GOED
    uit = capsys.readouterr().out
    assert "Deze lijst volgt op import 1" in uit
    assert "toen 20, nu 20" in uit
    assert "School 100001 → 100099-1 De Verse (nieuw nummer)" in uit
    assert "School 100002 → School 2 nieuw" in uit
    assert ends() == {}
    assert run(["import", "scholen", nieuw, "--ja", "--beeindig", *dag]) == Afsluitcode.GOED
    assert ends() == {"100001-1": "2026-09-01", "band 100002-1": "2026-09-01"}
    capsys.readouterr()
    assert run(["import", "scholen", nieuw, "--ja", *dag]) == Afsluitcode.GOED
    assert "er verandert niets" in capsys.readouterr().out
    assert run(["import", "terugdraaien", "2", "--ja"]) == Afsluitcode.GOED
    assert ends() == {}


def test_a_list_that_was_cut_off_is_stopped_until_it_is_confirmed(capsys: pytest.CaptureFixture[str]) -> None:
    scholen = first()
    assert run(["import", "scholen", issue("2025.csv", scholen), "--ja"]) == Afsluitcode.GOED
    kort = issue("kort.csv", dict(list(scholen.items())[:15]))
    assert run(["import", "scholen", kort, "--ja", "--beeindig"]) == Afsluitcode.FOUTE_INVOER
    fout = capsys.readouterr().err
    assert "15 organisaties, de vorige lijst 20" in fout
    assert "--deel" in fout
    assert ends() == {}
    assert run(["import", "scholen", kort, "--ja", "--deel"]) == Afsluitcode.GOED
    assert ends() == {}
    assert run(["import", "scholen", kort, "--ja", "--beeindig", "--toch"]) == Afsluitcode.GOED
    assert len(ends()) == 5


def test_a_list_of_elsewhere_ends_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["import", "scholen", issue("genk.csv", first()), "--ja"]) == Afsluitcode.GOED
    elders = {nr + 500: school for nr, school in first().items()}
    capsys.readouterr()
    assert run(["import", "scholen", issue("elders.csv", elders), "--ja", "--beeindig"]) == Afsluitcode.GOED
    assert "Deze lijst volgt op" not in capsys.readouterr().out
    assert ends() == {}


def test_a_plain_list_is_an_issue_only_when_it_is_said_to_be_whole(
    capsys: pytest.CaptureFixture[str],
) -> None:
    kop = "id;naam;soort"
    Path("a.csv").write_text(f"{kop}\nw1;Werkwinkel;Werkactor\nw2;Werkhuis;Werkactor\n", encoding="utf-8")
    Path("b.csv").write_text(f"{kop}\nw1;Werkwinkel;Werkactor\n", encoding="utf-8")
    assert run(["import", "organisaties", "a.csv", "--ja"]) == Afsluitcode.GOED
    assert run(["import", "organisaties", "b.csv", "--ja", "--droog"]) == Afsluitcode.GOED
    assert "Deze lijst volgt op" not in capsys.readouterr().out
    assert run(["import", "organisaties", "b.csv", "--droog", "--volledig", "--toch"]) == Afsluitcode.GOED
    assert "Werkhuis" in capsys.readouterr().out
