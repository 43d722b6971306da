"""The workbook as a coordinator walks with it: out, faults, corrected, in, looked at; on both stores."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from netwerkkaart.cli.hoofd import run
from netwerkkaart.fouten import Afsluitcode
from netwerkkaart.graph.ingebed import IngebedStore
from netwerkkaart.graph.lezen import read_beeld, read_imports, read_version
from netwerkkaart.graph.store import Store
from netwerkkaart.importers import Leeskeuzes, load_importer
from netwerkkaart.invoeren import Voorbereid, carry_out_import, prepare_import
from netwerkkaart.omzetten.context import Context
from netwerkkaart.schema.uitspraken import KnoopUitspraak, RelatieUitspraak
from netwerkkaart.werkboek.boek import make_werkboek
from netwerkkaart.werkboek.stand import Herkomst, make_stand
from tests.graph.hulp import NU, voer_in
from tests.werkboek.hulp import DAG, rich

Capsys = pytest.CaptureFixture[str]


@pytest.fixture
def eigen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("NETWERKKAART_STORE", str(tmp_path / "graaf.kgl"))
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.chdir(tmp_path)
    rijen = ["id;naam;soort;gemeente", "s1;De Ark;School;Genk", "s2;De Boom;School;Hasselt"]
    rijen += ["c1;CLB Kantelbrug;Clb;Genk", "x1;Elders;School;Gent"]
    Path("org.csv").write_text("\n".join(rijen), encoding="utf-8")
    Path("rel.csv").write_text("van;naar;relatie\nc1;s1;begeleidt\n", encoding="utf-8")
    assert run(["import", "organisaties", "org.csv", "--ja"]) == 0
    assert run(["import", "relaties", "rel.csv", "--ja"]) == 0
    return tmp_path


def _edit(pad: str, naar: str, change: Callable[[openpyxl.Workbook], None]) -> None:
    boek = openpyxl.load_workbook(pad)
    change(boek)
    boek.save(naar)


def _put(werk: Worksheet, rij: int, **cellen: str) -> None:
    koppen = {cel.value.removesuffix(" *"): cel.column for cel in werk[1]}
    for kop, tekst in cellen.items():
        werk.cell(rij, koppen[kop], tekst)


def _rows(cypher: str) -> list[dict[str, object]]:
    assert run(["query", "cypher", cypher, "--uit", "q.json"]) == 0
    rijen = json.loads(Path("q.json").read_text(encoding="utf-8"))["rijen"]
    assert isinstance(rijen, list)
    return rijen


@pytest.mark.filterwarnings("ignore:Print area")
def test_out_three_faults_corrected_in_and_looked_at(eigen: Path, capsys: Capsys) -> None:
    assert run(["werkboek", "--regio", "limburg", "--uit", "w.xlsx"]) == 0
    assert "3 op Organisaties, 1 op Relaties" in capsys.readouterr().out

    def wrong(boek: openpyxl.Workbook) -> None:
        _put(boek["Organisaties"], 6, naam="Huis van het Kind", gemeente="Gank")
        _put(boek["Relaties"], 4, van="CLB Kantelburg", relatie="werkt samen met", naar="De Boom")

    _edit("w.xlsx", "fout.xlsx", wrong)
    assert run(["import", "werkboek", "fout.xlsx", "--ja"]) == Afsluitcode.FOUTE_INVOER
    fout = capsys.readouterr().err
    assert 'blad "Organisaties", rij 6, kolom "soort *"' in fout
    assert 'blad "Organisaties", rij 6, kolom "gemeente"' in fout
    assert 'blad "Relaties", rij 4, kolom "van *"' in fout
    assert 'misschien "CLB Kantelbrug"' in fout

    def right(boek: openpyxl.Workbook) -> None:
        _put(boek["Organisaties"], 6, soort="AndereOrganisatie", gemeente="Genk")
        _put(boek["Relaties"], 4, van="CLB Kantelbrug")
        boek["Organisaties"].delete_rows(4)

    _edit("fout.xlsx", "goed.xlsx", right)
    assert run(["import", "werkboek", "goed.xlsx", "--droog"]) == 0
    assert "voorstel: School s2 (De Boom) tot" in capsys.readouterr().out
    assert run(["import", "werkboek", "goed.xlsx", "--ja", "--beeindig"]) == 0
    gevonden = _rows("MATCH (o:Organisatie) RETURN o.naam AS naam, o.tot IS NULL AS geldt ORDER BY naam")
    assert [(r["naam"], r["geldt"]) for r in gevonden] == [
        ("CLB Kantelbrug", True), ("De Ark", True), ("De Boom", False), ("Elders", True),
        ("Huis van het Kind", True),
    ]  # fmt: skip
    capsys.readouterr()
    assert run(["import", "werkboek", "goed.xlsx", "--ja"]) == 0
    assert "er verandert niets" in capsys.readouterr().out


def test_a_workbook_that_is_there_is_not_written_over(eigen: Path, capsys: Capsys) -> None:
    assert run(["werkboek", "--uit", "w.xlsx"]) == 0
    inhoud = Path("w.xlsx").read_bytes()
    assert run(["werkboek", "--uit", "w.xlsx"]) == Afsluitcode.FOUTE_INVOER
    assert "bestaat al" in capsys.readouterr().err
    assert Path("w.xlsx").read_bytes() == inhoud
    assert run(["werkboek", "--uit", "w.xlsx", "--overschrijf"]) == 0
    assert run(["werkboek", "--uit", "w.csv"]) == Afsluitcode.FOUTE_INVOER


def test_an_empty_workbook_needs_no_graph(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capsys
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NETWERKKAART_STORE", str(tmp_path / "graaf.kgl"))
    assert run(["werkboek", "--leeg"]) == 0
    assert len(list(Path("exports").glob("werkboek-leeg-*.xlsx"))) == 1


@pytest.mark.parametrize("naam", ["org.csv", "org.xlsx"])
def test_a_file_that_is_no_workbook_gets_a_sentence(eigen: Path, capsys: Capsys, naam: str) -> None:
    if naam.endswith("xlsx"):
        boek = openpyxl.Workbook()
        boek.active.append(["id", "naam"])
        boek.active.append(["a", "b"])
        boek.save(naam)
    assert run(["import", "werkboek", naam, "--ja"]) == Afsluitcode.ONLEESBAAR_BESTAND
    fout = capsys.readouterr().err
    assert "is geen werkboek" in fout
    assert "Organisaties" in fout
    assert run(["import", "werkboek", naam, "--blad", "Sheet"]) == Afsluitcode.VERKEERD_GEBRUIK


def _prepare(store: Store, pad: Path) -> Voorbereid:
    importer = load_importer("werkboek")
    inhoud = importer.open(pad, Leeskeuzes())
    return prepare_import(store, importer, inhoud, lambda g: Context(gekend=g, datum=DAG, bron="w.xlsx"))


def _write(store: Store, pad: Path) -> bytes:
    herkomst = Herkomst(NU, str(read_imports(store)[0]["id"]), read_version(store))
    inhoud = make_werkboek(make_stand(read_beeld(store), herkomst, personen=True))
    pad.write_bytes(inhoud)
    return inhoud


@pytest.mark.filterwarnings("ignore:Print area")
def test_both_stores_give_and_take_the_same_workbook(store: Store, tmp_path: Path) -> None:
    bekend = rich()
    knopen = [KnoopUitspraak(k.label, id_, {**k.eigenschappen}) for id_, k in bekend.knopen.items()]
    relaties = [
        RelatieUitspraak(r.type, rid, r.van, r.naar, {**r.eigenschappen})
        for rid, r in bekend.relaties.items()
    ]
    voer_in(store, [*knopen, *relaties])
    pad = tmp_path / "w.xlsx"
    eerst = _write(store, pad)
    assert _prepare(store, pad).plan.is_leeg
    ander = IngebedStore(tmp_path / "ander.kgl", schrijven=True)
    carry_out_import(ander, _prepare(ander, pad), nu=NU)
    beeld, terug = (make_stand(read_beeld(s), Herkomst(NU), personen=True) for s in (store, ander))
    assert beeld == terug
    ander.close()
    _edit(str(pad), str(tmp_path / "w2.xlsx"), lambda boek: _put(boek["Fora"], 3, frequentie="elke week"))
    carry_out_import(store, _prepare(store, tmp_path / "w2.xlsx"), nu=NU)
    assert read_version(store) == 2
    assert _write(store, pad) != eerst
    assert _prepare(store, tmp_path / "w2.xlsx").plan.is_leeg
