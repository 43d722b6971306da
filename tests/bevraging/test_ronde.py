"""A whole round on the command line: choose, make, fill in, read, look, remind, take back."""

from __future__ import annotations

import json
import time
from pathlib import Path

import openpyxl
import pytest

from netwerkkaart.cli.hoofd import run
from netwerkkaart.fouten import Afsluitcode
from netwerkkaart.graph.lezen import read_imports
from netwerkkaart.graph.openen import open_store
from netwerkkaart.inlezen import read_tabel
from netwerkkaart.omzetten.antwoordvorm import KOPPEN, Blad
from tests.bevraging.klein import state, statements

MAAK = ["bevraging", "maak", "--regio", "limburg", "--naam", "Najaar 2026", "--ja", "--uit", "uit"]


@pytest.fixture(autouse=True)
def graaf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    pad = tmp_path / "graaf.kgl"
    monkeypatch.setenv("NETWERKKAART_STORE", str(pad))
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.chdir(tmp_path)
    store = open_store(schrijven=True)
    try:
        state(store, [u for u in statements() if getattr(u, "label", "") != "Bevraging"])
    finally:
        store.close()
    return pad


def answer(naam: str, cellen: dict[tuple[Blad, str], dict[str, str]], als: str = "") -> None:
    """Fill a written form in: rows by their code, a row without one below."""
    boek = openpyxl.load_workbook(Path("uit", naam))
    for (blad, code), velden in cellen.items():
        werk, koppen = boek[blad], list(KOPPEN[blad])
        rij = next(r for r in werk.iter_rows(min_row=2) if ("code" not in koppen and not r[0].value) or
                   ("code" in koppen and (r[koppen.index("code")].value or "") == code))  # fmt: skip
        for kolom, tekst in velden.items():
            rij[koppen.index(kolom)].value = tekst
    Path("antwoorden").mkdir(exist_ok=True)
    boek.save(Path("antwoorden", als or naam))


def imports() -> list[str]:
    store = open_store()
    try:
        return [str(imp["soort_import"]) for imp in read_imports(store)]
    finally:
        store.close()


def test_a_whole_round(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["bevraging", "kies", "--regio", "limburg", "--aantal", "5", "--uit", "lijst.csv"]) == 0
    assert run([*MAAK, "--respondenten", "lijst.csv"]) == 0
    tabel = read_tabel(Path("uit", "verzendlijst.xlsx"))
    assert len(tabel) == 5
    assert set(tabel.kolom("bestand")) == {p.name for p in Path("uit").glob("*.xlsx")} - {"verzendlijst.xlsx"}
    assert tabel.kolom("e-mail")[0] == "info@g1.example"
    assert "Bea" not in " ".join(cel for _, rij in tabel for cel in rij)

    answer("ooievaar.xlsx", {(Blad.SAMENWERKEN, "s1|WERKT_SAMEN_MET"): {"samen": "ja", "sterkte": "3"},
                             (Blad.SAMENWERKEN, "n1|WERKT_SAMEN_MET"): {"samen": "nee"}})  # fmt: skip
    answer("ggz-tegel.xlsx", {(Blad.SAMENWERKEN, "j2|WERKT_SAMEN_MET"): {"samen": "misschien"}})
    Path("antwoorden", "foto.xlsx").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 64)
    Path("antwoorden", "naft-de-brug.xlsx").write_bytes(Path("uit", "naft-de-brug.xlsx").read_bytes())
    capsys.readouterr()

    assert run(["bevraging", "lees", "antwoorden", "--alles-of-niets", "--ja"]) == Afsluitcode.FOUTE_INVOER
    assert imports()[-1] == "verzendlijst"
    assert run(["bevraging", "lees", "antwoorden", "--ja", "--meldingen", "fouten.csv"]) == 0
    uit = capsys.readouterr()
    assert "1 antwoord ingelezen" in uit.out
    assert "niet ingevuld" in uit.out
    assert "ggz-tegel.xlsx: 1 fout" in uit.err
    assert "foto.xlsx" in uit.err
    assert "1 van de 5 organisaties antwoordden (20%)" in uit.out
    assert "misschien" in Path("fouten.csv").read_text(encoding="utf-8")
    assert imports()[-1] == "antwoorden"

    assert run(["bevraging", "stand", "Najaar 2026", "--herinner", "h.xlsx", "--uit", "stand.json"]) == 0
    assert len(read_tabel(Path("h.xlsx"))) == 4
    stand = json.loads(Path("stand.json").read_text(encoding="utf-8"))
    assert {r["id"]: r["antwoord_op"] != "nog niet" for r in stand["rijen"]}["j1"] is True

    aantal = len(imports())
    assert run(["bevraging", "lees", "antwoorden", "--ja"]) == 0
    assert "0 antwoorden ingelezen (1 stonden er al)" in capsys.readouterr().out
    assert len(imports()) == aantal


def test_an_answer_that_comes_again_replaces_the_first(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*MAAK, "--aantal", "9"]) == 0
    cel = (Blad.SAMENWERKEN, "s1|WERKT_SAMEN_MET")
    answer("ooievaar.xlsx", {cel: {"samen": "ja"}})
    assert run(["bevraging", "lees", "antwoorden", "--ja"]) == 0
    time.sleep(1.1)  # a workbook says to the second when it was saved, and the later one goes before
    answer("ooievaar.xlsx", {cel: {"samen": "nee"}}, als="ooievaar (2).xlsx")
    assert run(["bevraging", "lees", "antwoorden", "--ja"]) == 0
    vraag = "MATCH (:Organisatie {id: 'j1'})-[b:WERKT_SAMEN_MET]->(:Organisatie {id: 's1'}) RETURN b.bevestiging AS b"
    capsys.readouterr()
    assert run(["query", "cypher", vraag, "--uit", "b.json"]) == 0
    assert [r["b"] for r in json.loads(Path("b.json").read_text(encoding="utf-8"))["rijen"]] == ["betwist"]


def test_what_both_ends_deny_is_proposed_to_end(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*MAAK, "--aantal", "9"]) == 0
    answer("ooievaar.xlsx", {(Blad.SAMENWERKEN, "n1|WERKT_SAMEN_MET"): {"samen": "nee"}})
    answer("naft-de-brug.xlsx", {(Blad.SAMENWERKEN, "j1|WERKT_SAMEN_MET"): {"samen": "nee"},
                                 (Blad.AANBOD, "a1"): {"bestaat": "nee"}})  # fmt: skip
    assert run(["bevraging", "lees", "antwoorden", "--ja"]) == 0
    uit = capsys.readouterr().out
    assert "Beide kanten zeggen dat deze band er niet is" in uit
    assert "Niets beëindigd" in uit
    assert run(["bevraging", "lees", "antwoorden", "--ja", "--beeindig"]) == 0
    assert "2 voorstellen uitgevoerd" in capsys.readouterr().out
    assert imports()[-1] == "bevraging"


def test_an_analysis_over_confirmed_ties_alone_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    opdracht = ["analyse", "bruggen", "--bevestiging", "bevestigd", "--bevestiging", "eenzijdig"]
    assert run([*opdracht, "--uit", "b.json"]) == 0
    assert "bevestigd of eenzijdig" in Path("b.json").read_text(encoding="utf-8")


def test_a_list_of_names_or_codes_and_what_is_wrong_with_it(capsys: pytest.CaptureFixture[str]) -> None:
    Path("lijst.csv").write_text("naam\nOoievaar\nclb:x\n", encoding="utf-8")
    assert run([*MAAK, "--respondenten", "lijst.csv", "--vorm", "beide"]) == 0
    assert {p.name for p in Path("uit").iterdir()} == {
        "ooievaar.xlsx", "ooievaar.html", "clb-kantelbrug.xlsx", "clb-kantelbrug.html", "verzendlijst.xlsx",
    }  # fmt: skip
    assert run([*MAAK, "--respondenten", "lijst.csv"]) == Afsluitcode.FOUTE_INVOER
    assert "niet leeg" in capsys.readouterr().err
    Path("fout.csv").write_text("naam\nOoievaar\nNiemand\n", encoding="utf-8")
    assert run([*MAAK[:-1], "uit2", "--respondenten", "fout.csv"]) == Afsluitcode.NIET_GEVONDEN
    assert "Niemand" in capsys.readouterr().err
    assert not Path("uit2").exists()


def test_persons_stand_in_the_list_only_when_asked_for() -> None:
    Path("lijst.csv").write_text("id\nj1\n", encoding="utf-8")
    assert run([*MAAK, "--respondenten", "lijst.csv", "--met-personen"]) == 0
    tabel = read_tabel(Path("uit", "verzendlijst.xlsx"))
    assert tabel.kolom("aanhef") == ["Beste Bea Peeters"]
    assert tabel.kolom("e-mail") == ["bea@ooievaar.example"]


@pytest.mark.parametrize(
    ("opdracht", "code"),
    [
        (["bevraging", "lees", "bestaatniet", "--ja"], Afsluitcode.NIET_GEVONDEN),
        (["bevraging", "stand", "Ronde 9"], Afsluitcode.NIET_GEVONDEN),
    ],
)
def test_what_is_not_there_is_said(
    opdracht: list[str], code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(opdracht) == code
    assert "Traceback" not in capsys.readouterr().err
