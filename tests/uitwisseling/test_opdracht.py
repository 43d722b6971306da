"""An exchange on the command line: two coordinators, a month apart, one conflict, decided in a table."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from netwerkkaart.cli.hoofd import run
from netwerkkaart.fouten import Afsluitcode


def _org(map_: Path, naam: str, *rijen: str) -> str:
    (map_ / naam).write_text("\n".join(["id;naam;soort;straat", *rijen]) + "\n", encoding="utf-8")
    return naam


@pytest.fixture
def twee(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    """Two graphs that began as one, and then each changed the same street; returns their addresses."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "220")
    een, ander = str(tmp_path / "een.kgl"), str(tmp_path / "ander.kgl")
    begin = _org(tmp_path, "begin.csv", "c1;CLB Noord;Clb;Kaai", "s1;De Ark;School;Dreef")
    assert run(["import", "organisaties", begin, "--ja", "--store", een]) == Afsluitcode.GOED
    assert run(["archief", "begin.zip", "--store", een]) == Afsluitcode.GOED
    assert run(["herstel", "begin.zip", "--store", ander]) == Afsluitcode.GOED
    for store, straat, nieuw in (
        (een, "Markt", "w1;Werkwinkel;Werkactor;"),
        (ander, "Plein", "n1;Naft Zuid;NaftAanbieder;"),
    ):
        lijst = _org(tmp_path, "later.csv", f"c1;CLB Noord;Clb;{straat}", nieuw)
        assert run(["import", "organisaties", lijst, "--ja", "--store", store]) == Afsluitcode.GOED
    assert run(["archief", "ander.zip", "--store", ander]) == Afsluitcode.GOED
    return een, ander


def _streets(store: str, capsys: pytest.CaptureFixture[str]) -> dict[str, str]:
    vraag = "MATCH (o:Organisatie) RETURN o.id AS id, o.straat AS straat ORDER BY id"
    assert run(["query", "cypher", vraag, "--uit", "s.csv", "--store", store]) == Afsluitcode.GOED
    capsys.readouterr()
    with Path("s.csv").open(encoding="utf-8-sig") as bestand:
        rijen = list(csv.DictReader(bestand, delimiter=";"))
    return {rij["id"]: rij["straat"] for rij in rijen}


def test_a_dry_run_shows_the_conflict_and_writes_nothing(
    twee: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    een, _ = twee
    assert run(["import", "archief", "ander.zip", "--droog", "--store", een]) == Afsluitcode.GOED
    uit = capsys.readouterr().out
    assert "Markt" in uit
    assert "Plein" in uit
    assert "n1" not in _streets(een, capsys)


def test_conflicts_are_decided_in_a_table_and_both_become_equal(
    twee: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    een, ander = twee
    assert run(["import", "archief", "ander.zip", "--droog", "--conflicten", "c.csv", "--store", een]) == 0
    tekst = Path("c.csv").read_text(encoding="utf-8-sig")
    regel = next(r for r in tekst.splitlines() if "straat" in r)
    Path("c.csv").write_text(tekst.replace(regel, "graaf" + regel), encoding="utf-8")
    assert (
        run(["import", "archief", "ander.zip", "--keuzes", "c.csv", "--ja", "--store", een])
        == Afsluitcode.GOED
    )
    assert _streets(een, capsys) == {"c1": "Markt", "n1": "", "s1": "Dreef", "w1": ""}
    assert run(["archief", "een.zip", "--store", een]) == Afsluitcode.GOED
    assert run(["import", "archief", "een.zip", "--ja", "--store", ander]) == Afsluitcode.GOED
    assert "keer veranderden" not in capsys.readouterr().out
    assert _streets(ander, capsys) == _streets(een, capsys)
    assert run(["levering", "--store", een]) == Afsluitcode.GOED
    assert "ander.zip" in capsys.readouterr().out


def _on_terminal(store: str, antwoorden: str) -> str:
    """What somebody sees who types these answers at a real terminal."""
    pty = pytest.importorskip("pty", reason="no terminals of this kind on Windows")
    heer, knecht = pty.openpty()
    omgeving = {**os.environ, "TERM": "dumb"}
    opdracht = [sys.executable, "-m", "netwerkkaart", "import", "archief", "ander.zip", "--store", store]
    with subprocess.Popen(opdracht, stdin=knecht, stdout=knecht, stderr=knecht, env=omgeving) as proces:
        os.close(knecht)
        os.write(heer, antwoorden.encode())
        delen = []
        with suppress(OSError):  # so it ends when the other side is closed
            while deel := os.read(heer, 4096):
                delen.append(deel)
    os.close(heer)
    assert proces.returncode == Afsluitcode.GOED
    return b"".join(delen).decode()


@pytest.mark.parametrize(
    ("antwoorden", "straten"),
    [
        ("misschien\nu\nh\n\n", ("Markt", "Weg")),
        ("uu\n\n", ("Markt", "Laan")),
        ("hh\n\n", ("Plein", "Weg")),
        ("\n\n\n", None),
        ("u\ns\n", ("Markt", "Laan")),
    ],
)
def test_on_a_terminal_each_conflict_is_asked_with_both_values_and_their_sources(
    twee: tuple[str, str],
    antwoorden: str,
    straten: tuple[str, ...] | None,
    capsys: pytest.CaptureFixture[str],
) -> None:
    een, ander = twee
    for store, straat in ((een, "Laan"), (ander, "Weg")):
        lijst = _org(Path.cwd(), "school.csv", f"s1;De Ark;School;{straat}")
        assert run(["import", "organisaties", lijst, "--ja", "--store", store]) == Afsluitcode.GOED
    assert run(["archief", "ander.zip", "--store", ander]) == Afsluitcode.GOED
    gezien = _on_terminal(een, antwoorden)
    assert "1 van 2  Clb CLB Noord (c1), straat" in gezien
    assert "uit later.csv" in gezien
    assert gezien.index("u   Markt") < gezien.index("hen Plein")
    nu = _streets(een, capsys)
    # Made within one second, so that chance says which is the later one.
    laatst = tuple(r.split()[1] for r in gezien.splitlines() if r.endswith("het laatst"))
    assert (nu["c1"], nu["s1"]) == (straten or laatst)
    assert ("n1" in nu) == ("s" not in antwoorden.splitlines())
    if "s" in antwoorden.splitlines():
        assert "niets geschreven" in gezien
    else:
        assert "Overgenomen" in gezien
        assert run(["import", "archief", "ander.zip", "--droog", "--store", een]) == Afsluitcode.GOED
        assert "U hebt alles al" in capsys.readouterr().out


def test_a_choice_that_does_not_exist_names_its_row_and_writes_nothing(
    twee: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    een, _ = twee
    Path("c.csv").write_text("keuze;code;veld\nmisschien;c1;straat\ngraaf;zz;naam\n", encoding="utf-8")
    code = run(["import", "archief", "ander.zip", "--keuzes", "c.csv", "--ja", "--store", een])
    assert code == Afsluitcode.FOUTE_INVOER
    fout = capsys.readouterr().err
    assert "rij 2" in fout
    assert "misschien" in fout
    assert "rij 3" in fout
    assert _streets(een, capsys)["c1"] == "Markt"


def test_a_file_that_is_no_archive_gets_a_sentence(
    twee: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    een, _ = twee
    assert run(["import", "archief", "begin.csv", "--ja", "--store", een]) == Afsluitcode.ONLEESBAAR_BESTAND
    assert "archief" in capsys.readouterr().err
