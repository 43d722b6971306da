"""The commands as a coordinator uses them: an edition is made, quoted, made from again, and compared."""

from __future__ import annotations

import json
import re
import zipfile
from datetime import date
from pathlib import Path

import pytest

from netwerkkaart.analyse.definities import versions
from netwerkkaart.cli.hoofd import run
from netwerkkaart.fouten import Afsluitcode
from netwerkkaart.graph.ingebed import IngebedStore
from tests.graph.hulp import knoop, voer_in
from tests.vragen.voorbeeld import example

NAAM = "najaar [bold]</script> 2026".replace("/", "")


@pytest.fixture(autouse=True)
def eigen_graaf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    pad = tmp_path / "graaf.kgl"
    monkeypatch.setenv("NETWERKKAART_STORE", str(pad))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")
    store = IngebedStore(pad, schrijven=True)
    voer_in(store, example())
    store.close()
    assert run(["editie", "maak", NAAM]) == Afsluitcode.GOED
    return pad


def change(pad: Path) -> None:
    store = IngebedStore(pad, schrijven=True)
    voer_in(
        store,
        [knoop("School", "ark", naam="Heel anders", tot=date(2020, 1, 1)), knoop("School", "n1")],
        "imp:2",
    )
    store.close()


def made(*opdracht: str, uit: str) -> bytes:
    assert run([*opdracht, "--uit", uit]) == Afsluitcode.GOED
    return Path(uit).read_bytes()


@pytest.mark.parametrize(
    ("opdracht", "uit"),
    [
        (("rapport", "voortgang", "--regio", "limburg"), "r.html"),
        (("rapport", "overdracht", "--regio", "limburg"), "r.docx"),
        (("analyse", "indicatoren"), "i.xlsx"),
        (("analyse", "evolutie"), "e.json"),
        (("kaart",), "k.html"),
        (("query", "cypher", "MATCH (s:School) RETURN s.naam AS naam ORDER BY naam"), "q.json"),
        (("query", "voer", "bijeenkomsten"), "v.json"),
        (("export", "graphml"), "x.graphml"),
        (("export", "csv", "--alles"), "x.zip"),
        (("neerleggen", "--maker", "LNW"), "n.zip"),
        (("agenda", "Tafel Genk"), "a.json"),
    ],
)
def test_what_is_made_from_an_edition_is_the_same_after_the_graph_went_on(
    opdracht: tuple[str, ...], uit: str, eigen_graaf: Path
) -> None:
    eerst = made(*opdracht, "--editie", "1", uit=uit)
    change(eigen_graaf)
    Path(uit).unlink()
    assert made(*opdracht, "--editie", NAAM.upper(), uit=uit) == eerst


def test_the_living_graph_gives_other_figures_and_an_edition_does_not_need_it(eigen_graaf: Path) -> None:
    eerst = made("analyse", "keten", "--editie", "1", uit="a.json")
    levend = made("analyse", "keten", uit="b.json")
    change(eigen_graaf)
    assert made("analyse", "keten", uit="b.json") != levend
    eigen_graaf.unlink()
    assert made("analyse", "keten", "--editie", "1", uit="a.json") == eerst


def test_a_report_says_where_it_comes_from_and_how_to_check_it() -> None:
    uit_editie = made("rapport", "overdracht", "--regio", "limburg", "--editie", "1", uit="e.html").decode()
    levend = made("rapport", "overdracht", "--regio", "limburg", uit="l.html").decode()
    sha = Path("graaf.kgl.bestanden/edities/editie-001.zip.sha256").read_text().split()[0]
    assert f"sha256 {sha}, peildatum {date.today():%d-%m-%Y}" in uit_editie
    assert "«najaar [bold]&lt;script&gt; 2026»" in uit_editie
    assert f"--datum {date.today().isoformat()} --editie 1" in uit_editie
    assert "Uit de levende graaf" not in uit_editie
    assert "Uit de levende graaf" in levend
    assert "--editie" not in levend.replace("netwerkkaart editie maak", "")


def test_figures_and_maps_quote_it(capsys: pytest.CaptureFixture[str]) -> None:
    sha = Path("graaf.kgl.bestanden/edities/editie-001.zip.sha256").read_text().split()[0]
    noten = json.loads(made("analyse", "indicatoren", "--editie", "1", uit="i.json"))["noten"]
    assert f"Editie 1 «{NAAM}», sha256 {sha}, peildatum {date.today().isoformat()}." in noten
    kaart = made("kaart", "--editie", "1", uit="k.html").decode()
    assert kaart.count(sha[:12]) >= 2
    assert NAAM not in kaart, "a name never stands in a page as markup"
    assert sha[:12] in made("kaart", "--rond", "ark", "--editie", "1", uit="o.html").decode()
    assert run(["analyse", "hiaten", "--editie", "1", "--figuur", "h.svg"]) == 0
    assert sha[:12] in Path("h.svg").read_text(encoding="utf-8")
    capsys.readouterr()
    assert run(["analyse", "hiaten", "--editie", "1", "--datum", "2026-01-01"]) == 0
    assert "een andere dag dan de peildatum" in capsys.readouterr().out


@pytest.mark.parametrize(
    "opdracht",
    [
        ("portaal", "--fiches"),
        ("fiche", "De Ark"),
        ("fiche", "De Ark", "--gegevens"),
        ("fiche", "--soort", "clb"),
        ("agenda", "Tafel Genk"),
    ],
)
def test_pages_are_the_same_and_quote_it(opdracht: tuple[str, ...], eigen_graaf: Path) -> None:
    def pages(map_: str) -> dict[str, str]:
        assert run([*opdracht, "--editie", "1", "--map", map_]) == Afsluitcode.GOED
        gevonden = sorted(Path(map_).rglob("*.html"))
        return {pad.relative_to(map_).as_posix(): pad.read_text(encoding="utf-8") for pad in gevonden}

    eerst = pages("eerst")
    change(eigen_graaf)
    assert pages("later") == eerst
    sha = Path("graaf.kgl.bestanden/edities/editie-001.zip.sha256").read_text().split()[0]
    bladen = [naam for naam, tekst in eerst.items() if sha[:12] in tekst]
    assert bladen
    assert {Path(naam).name for naam in eerst.keys() - set(bladen)} <= {"index.html"}, "lists of sheets only"
    assert not [naam for naam, tekst in eerst.items() if NAAM in tekst], "a name never stands there as markup"


def test_exports_deposits_queries_and_forecasts_quote_it(tmp_path: Path) -> None:
    sha = Path("graaf.kgl.bestanden/edities/editie-001.zip.sha256").read_text().split()[0]
    citaat = f"Editie 1 «{NAAM}», sha256 {sha}, peildatum {date.today().isoformat()}."
    noten = json.loads(made("export", "geojson", "--editie", "1", uit="g.geojson"))["netwerkkaart"]["noten"]
    assert citaat in noten
    made("neerleggen", "--maker", "LNW", "--editie", "1", uit="n.zip")
    with zipfile.ZipFile("n.zip") as archief:
        metadata = json.loads(archief.read("datacite.json"))
        assert citaat in archief.read("LEESMIJ.md").decode()
    assert metadata["version"] == f"Editie 1 «{NAAM}»"
    assert citaat in metadata["descriptions"][0]["description"]
    Path("uit").mkdir()
    made("pseudoniem", "--sleutel", str(tmp_path / "thuis" / "s"), "--editie", "1", uit="uit/net.zip")
    with zipfile.ZipFile("uit/net.zip") as archief:
        assert citaat in archief.read("LEESMIJ.md").decode()
    vraag = ("query", "cypher", "MATCH (s:School) RETURN count(s) AS n", "--editie", "1")
    assert citaat in json.loads(made(*vraag, uit="q.json"))["noten"]
    scenario = Path("s.csv")
    scenario.write_text("doe;wat;van;naar\ntoevoegen;band;ark;jh\n", encoding="utf-8")
    blik = json.loads(made("analyse", "vooruitblik", "s.csv", "--editie", "1", uit="v.json"))
    assert citaat in blik["noten"]


def test_a_query_cannot_write_in_an_edition(capsys: pytest.CaptureFixture[str]) -> None:
    pad = Path("graaf.kgl.bestanden/edities/editie-001.zip")
    eerst = pad.read_bytes()
    assert (
        run(["query", "cypher", "CREATE (:School {id: 'x'})", "--editie", "1"]) == Afsluitcode.NIET_TOEGELATEN
    )
    assert pad.read_bytes() == eerst


def test_thresholds_are_those_of_the_edition(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["drempels", "--wachttijd", "3"]) == 0
    capsys.readouterr()
    assert run(["analyse", "hiaten", "--editie", "1"]) == 0
    assert "meer dan 8 weken" in capsys.readouterr().out
    assert run(["analyse", "hiaten", "--editie", "1", "--wachttijd", "5"]) == 0
    assert "meer dan 5 weken" in capsys.readouterr().out


def test_another_definition_is_said_on_what_is_made(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:  # fmt: skip
    nu = versions() | {"hiaten": "2"}
    monkeypatch.setattr("netwerkkaart.editie.citeren.versions", lambda: nu)
    capsys.readouterr()
    assert run(["analyse", "hiaten", "--editie", "1"]) == 0
    assert "hiaten (versie 1 werd 2)" in capsys.readouterr().out
    assert run(["analyse", "bruggen", "--editie", "1"]) == 0
    assert "versie 1" not in capsys.readouterr().out
    rapport = made("rapport", "overdracht", "--regio", "limburg", "--editie", "1", uit="r.html").decode()
    assert "hiaten (versie 1 werd 2)" in rapport


def test_editions_are_listed_shown_checked_and_compared(eigen_graaf: Path, capsys: pytest.CaptureFixture[str]) -> None:  # fmt: skip
    change(eigen_graaf)
    assert run(["editie", "maak", "later"]) == 0
    capsys.readouterr()
    assert run(["editie", "lijst"]) == 0
    assert "2 edities" in capsys.readouterr().out
    assert run(["editie", "toon", "later"]) == 0
    uit = capsys.readouterr().out
    assert "Editie 2 «later»" in uit
    assert "dezelfde definities" in uit
    assert run(["editie", "controleer"]) == 0
    assert capsys.readouterr().out.count("is wat ze was") == 2
    assert run(["editie", "vergelijk", "1", "later"]) == 0
    met_editie = capsys.readouterr().out
    assert run(["editie", "vergelijk", "1", "--uit", "v.xlsx"]) == 0
    assert re.search(r"waarvan [1-9]\d* over toen", met_editie)
    assert "Heel anders (School)" in met_editie


def test_a_damaged_edition_is_told_and_nothing_is_made_from_it(capsys: pytest.CaptureFixture[str]) -> None:
    pad = Path("graaf.kgl.bestanden/edities/editie-001.zip")
    inhoud = bytearray(pad.read_bytes())
    inhoud[len(inhoud) // 2] ^= 1
    pad.write_bytes(inhoud)
    assert run(["editie", "controleer"]) == Afsluitcode.ONLEESBAAR_BESTAND
    assert "is niet meer wat het was" in capsys.readouterr().err
    assert (
        run(["rapport", "vlaanderen", "--editie", "1", "--uit", "r.html"]) == Afsluitcode.ONLEESBAAR_BESTAND
    )
    assert "Traceback" not in capsys.readouterr().err
    assert not Path("r.html").exists()


@pytest.mark.parametrize("naam", ["../../x", "7", "«", "a" * 500, "..", "\x1b[31m"])
def test_what_is_no_edition_is_told(naam: str, capsys: pytest.CaptureFixture[str]) -> None:
    for opdracht in (["editie", "toon", naam], ["analyse", "hiaten", "--editie", naam]):
        capsys.readouterr()
        assert run(opdracht) == Afsluitcode.NIET_GEVONDEN
        fout = capsys.readouterr().err
        assert "Er is geen editie" in fout
        assert "\x1b[31m" not in fout
    assert (
        run(["editie", "maak", naam if not naam.startswith(("«", "a")) else "/"]) == Afsluitcode.FOUTE_INVOER
    )


def test_a_report_tells_what_was_corrected_since_an_edition(eigen_graaf: Path) -> None:
    change(eigen_graaf)
    assert run(["editie", "maak", "later"]) == 0
    opdracht = ("rapport", "vlaanderen", "--editie", "later", "--sinds-editie", "1")
    eerst = made(*opdracht, uit="r.html")
    assert "Wat is er verbeterd sinds de vorige editie?" in eerst.decode()
    assert "Indicatoren die verschuiven" in eerst.decode()
    eigen_graaf.unlink()
    assert made(*opdracht, uit="r.html") == eerst


@pytest.mark.parametrize(
    ("opdracht", "uit"),
    [
        (("rapport", "overdracht", "--regio", "limburg"), "r.html"),
        (("analyse", "evolutie"), "e.json"),
        (("kaart",), "k.html"),
    ],
)
def test_no_day_but_that_of_the_edition_is_in_what_is_made(opdracht: tuple[str, ...], uit: str) -> None:
    assert run(["editie", "maak", "vroeger", "--datum", "2026-03-15"]) == 0
    tekst = made(*opdracht, "--editie", "vroeger", uit=uit).decode()
    assert "15-03-2026" in tekst or "2026-03-15" in tekst
    vandaag = date.today()
    assert not [dag for vorm in ("%d-%m-%Y", "%Y-%m-%d") if (dag := vandaag.strftime(vorm)) in tekst]
