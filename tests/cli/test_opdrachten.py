"""The command line as a coordinator meets it: sentences, exit codes, nothing half-written."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from netwerkkaart.cli.hoofd import OPDRACHTEN, run
from netwerkkaart.fouten import Afsluitcode

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 64


@pytest.fixture(autouse=True)
def eigen_graaf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    pad = tmp_path / "graaf.kgl"
    monkeypatch.setenv("NETWERKKAART_STORE", str(pad))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")
    return pad


def write(pad: Path, tekst: str) -> str:
    pad.write_text(tekst, encoding="utf-8")
    return str(pad)


def organisations(tmp_path: Path, *rijen: str) -> str:
    return write(tmp_path / "org.csv", "\n".join(["id;naam;soort;gemeente", *rijen]) + "\n")


def test_a_list_goes_in_and_a_second_time_changes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bestand = organisations(tmp_path, "s1;De Ark;School;Genk", "c1;CLB Kantelbrug;Clb;Hasselt")
    assert run(["import", "organisaties", bestand, "--ja"]) == Afsluitcode.GOED
    assert "Geschreven" in capsys.readouterr().out
    assert run(["import", "organisaties", bestand, "--ja"]) == Afsluitcode.GOED
    assert "er verandert niets" in capsys.readouterr().out


def test_a_dry_run_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["import", "organisaties", organisations(tmp_path, "s1;De Ark;School;Genk"), "--ja"]) == 0
    voor = capsys.readouterr() and run(["query", "voer", "zonder_gemeente"])
    bestand = organisations(tmp_path, "s1;De Ark 2;School;Genk", "s9;Nieuw;School;")
    assert run(["import", "organisaties", bestand, "--droog"]) == Afsluitcode.GOED
    uit = capsys.readouterr().out
    assert "De Ark → De Ark 2" in uit
    assert "niets geschreven" in uit
    assert (
        run(
            [
                "query",
                "cypher",
                "MATCH (o:Organisatie) RETURN o.naam AS naam ORDER BY naam",
                "--uit",
                "n.json",
            ]
        )
        == voor
    )
    assert [rij["naam"] for rij in json.loads(Path("n.json").read_text(encoding="utf-8"))["rijen"]] == [
        "De Ark"
    ]


def test_faults_refuse_the_file_unless_told_and_then_name_what_was_left(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bestand = organisations(tmp_path, "s1;De Ark;School;Genk", "s2;Fout;Schoool;Genk", ";Zonder;School;")
    assert run(["import", "organisaties", bestand, "--ja"]) == Afsluitcode.FOUTE_INVOER
    fout = capsys.readouterr().err
    assert "rij 3" in fout
    assert "rij 4" in fout
    assert "--sla-foute-rijen-over" in fout
    assert (
        run(["import", "organisaties", bestand, "--ja", "--sla-foute-rijen-over", "--meldingen", "m.csv"])
        == 0
    )
    assert "org.csv" in Path("m.csv").read_text(encoding="utf-8-sig")
    assert run(["query", "cypher", "MATCH (s:School) RETURN s.id AS id", "--uit", "s.json"]) == 0
    assert [rij["id"] for rij in json.loads(Path("s.json").read_text(encoding="utf-8"))["rijen"]] == ["s1"]


@pytest.mark.parametrize(
    ("naam", "inhoud"),
    [
        ("weg.csv", None),
        ("leeg.csv", b""),
        ("foto.xlsx", PNG),
        ("kop.csv", b"id;naam;soort\n"),
        ("map", "map"),
    ],
)
def test_a_file_that_is_none_gets_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], naam: str, inhoud: bytes | str | None
) -> None:
    pad = tmp_path / naam
    if isinstance(inhoud, bytes):
        pad.write_bytes(inhoud)
    elif inhoud == "map":
        pad.mkdir()
    assert run(["import", "organisaties", str(pad), "--ja"]) == Afsluitcode.ONLEESBAAR_BESTAND
    fout = capsys.readouterr().err
    assert naam in fout
    assert "Traceback" not in fout


def test_pupil_data_are_refused_at_the_door_and_never_repeated(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], eigen_graaf: Path
) -> None:
    bestand = write(
        tmp_path / "l.csv", "id;naam;soort;rijksregisternummer\ns1;De Ark;School;85.07.30-033.28\n"
    )
    assert run(["import", "organisaties", bestand, "--ja"]) == Afsluitcode.NIET_TOEGELATEN
    uit = capsys.readouterr()
    assert "85.07.30" not in uit.out + uit.err


@pytest.mark.parametrize(
    ("argumenten", "woord"),
    [
        (["bestaatniet"], "bestaatniet"),
        (["import", "organisaties"], "ontbreekt"),
        (["import", "organisaties", "x.csv", "--nee"], "--nee"),
        (["analyse", "hiaten", "--regio", "wallonie"], "limburg"),
        (["analyse", "hiaten", "--datum", "morgen"], "datum"),
    ],
)
def test_wrong_use_is_said_in_dutch(
    argumenten: list[str], woord: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(argumenten) == Afsluitcode.VERKEERD_GEBRUIK
    fout = capsys.readouterr().err
    assert woord in fout
    assert "Error" not in fout


def test_an_empty_graph_says_how_to_begin(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["stand"]) == Afsluitcode.OPSLAG
    assert "netwerkkaart demo" in capsys.readouterr().err


def test_a_query_is_read_from_a_file_of_ones_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["import", "organisaties", organisations(tmp_path, "s1;De Ark;School;Genk"), "--ja"]) == 0
    vraag = tmp_path / "mijn vraag.cypher"
    assert run(["query", "cypher", str(vraag)]) == Afsluitcode.NIET_GEVONDEN
    vraag.write_bytes(b"\xef\xbb\xbf// Welke scholen?\r\nMATCH (s:School)\r\nRETURN s.id AS id;\r\n")
    assert run(["query", "cypher", str(vraag), "--uit", "s.json"]) == 0
    assert [rij["id"] for rij in json.loads(Path("s.json").read_text(encoding="utf-8"))["rijen"]] == ["s1"]
    vraag.write_bytes(b"RETURN '\xe9' AS x")
    assert run(["query", "cypher", str(vraag)]) == Afsluitcode.ONLEESBAAR_BESTAND


def test_a_writing_query_is_refused_with_a_reason(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["import", "organisaties", organisations(tmp_path, "s1;De Ark;School;Genk"), "--ja"])
    assert run(["query", "cypher", "MATCH (n) DETACH DELETE n"]) == Afsluitcode.NIET_TOEGELATEN
    assert "DETACH verandert gegevens" in capsys.readouterr().err


@pytest.mark.parametrize("naam", sorted(OPDRACHTEN))
def test_every_command_has_help_in_dutch(naam: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([naam, "--help"]) == 0
    assert len(capsys.readouterr().out) > 100


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys; from netwerkkaart.cli.hoofd import run; run(['--help']); "
        "print(sorted({'pydantic','numpy','scipy','igraph','kglite','neo4j','networkx','pyvis','rich'} & set(sys.modules)))"
    )
    uit = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert uit.splitlines()[-1] == "[]"


def test_an_archive_fills_another_graph(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["import", "organisaties", organisations(tmp_path, "s1;De Ark;School;Genk"), "--ja"])
    assert run(["archief", "a.zip"]) == 0
    assert run(["herstel", "a.zip", "--store", "b.kgl"]) == 0
    assert run(["archief", "b.zip", "--store", "b.kgl"]) == 0
    assert run(["herstel", "a.zip", "--store", "b.kgl"]) != 0, "a graph that is not empty is not overwritten"


def test_every_analysis_shows_columns_that_it_has() -> None:
    from datetime import date

    from netwerkkaart.analyse import ANALYSES
    from netwerkkaart.graph.beeld import Beeld
    from tests.analyse.invoer import make_invoer

    leeg = Beeld.from_rows([], []).op(date(2026, 11, 24))
    for naam, analyse in ANALYSES.items():
        uitkomst = analyse.load()(make_invoer(analyse, leeg), regio="limburg")
        assert set(analyse.kern) <= {kolom.naam for kolom in uitkomst.kolommen}, naam


def test_outlines_that_were_loaded_are_used_by_the_next_map(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("netwerkkaart.cli.plekken.user_data_path", lambda *_, **__: tmp_path / "nog" / "niet")
    vierkant = [[[5.4, 50.9], [5.6, 50.9], [5.6, 51.0], [5.4, 51.0], [5.4, 50.9]]]
    kenmerk = {
        "type": "Feature",
        "properties": {"nis": "71016"},
        "geometry": {"type": "Polygon", "coordinates": vierkant},
    }
    grenzen = write(
        tmp_path / "grenzen.geojson", json.dumps({"type": "FeatureCollection", "features": [kenmerk]})
    )
    run(
        [
            "import",
            "organisaties",
            organisations(tmp_path, "s1;De Ark;School;Genk", "c1;CLB;Clb;Genk"),
            "--ja",
        ]
    )
    assert run(["kaart", "--uit", "voor.html"]) == 0
    assert "benaderd" in Path("voor.html").read_text(encoding="utf-8")
    assert run(["gebied", "laad", grenzen]) == 0
    assert run(["kaart", "--uit", "na.html"]) == 0
    assert "grenzen benaderd" not in Path("na.html").read_text(encoding="utf-8")


def test_a_former_municipality_is_found(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["gebied", "zoek", "Heverlee"]) == 0
    assert "Leuven (nis:24062)" in capsys.readouterr().out
    assert run(["gebied", "zoek", "Nergenshuizen"]) == Afsluitcode.NIET_GEVONDEN


def test_the_demo_runs_once_and_never_over_another(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["demo", "--map", "d", "--geen-browser", "--datum", "2026-11-24"]) == 0
    uit = " ".join(capsys.readouterr().out.split())
    assert "Grootste hiaat" in uit
    assert "Beste nieuwe band" in uit
    assert (tmp_path / "d" / "kaart.html").stat().st_size > 100_000
    assert run(["demo", "--map", "d", "--geen-browser"]) != 0


def test_what_partners_may_not_see_is_not_in_the_file(tmp_path: Path) -> None:
    tabel = "id;naam;soort;opmerking;vrijgave\ns1;De Ark;School;geheimpje;\nj1;Stille Hulp;Jeugdhulpaanbieder;;intern\n"
    run(["import", "organisaties", write(tmp_path / "v.csv", tabel), "--ja"])
    run(["kaart", "--uit", "partners.html"])
    run(["kaart", "--uit", "intern.html", "--profiel", "intern"])
    voor_partners = Path("partners.html").read_text(encoding="utf-8")
    assert "De Ark" in voor_partners
    assert "geheimpje" not in voor_partners
    assert "Stille Hulp" not in voor_partners
    assert "Stille Hulp" in Path("intern.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "argumenten", [["--help"], ["import", "scholen", "--help"], ["query", "voer", "--help"]]
)
def test_help_is_dutch_throughout(argumenten: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(argumenten) == 0
    uit = capsys.readouterr().out
    assert uit.startswith("Gebruik: netwerkkaart")
    assert not {"Usage", "Options", "Commands", "OPTIONS", "Show"} & set(
        uit.replace(":", " ").replace("[", " ").split()
    )
