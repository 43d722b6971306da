"""Thresholds are kept with the graph: chosen once, they hold for every analysis, and travel along."""

from __future__ import annotations

from pathlib import Path

import pytest

from netwerkkaart.cli.hoofd import run
from netwerkkaart.fouten import Afsluitcode


@pytest.fixture(autouse=True)
def eigen_graaf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NETWERKKAART_STORE", str(tmp_path / "graaf.kgl"))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")
    (tmp_path / "org.csv").write_text("id;naam;soort;gemeente\ns1;De Ark;School;Genk\n", encoding="utf-8")
    assert run(["import", "organisaties", "org.csv", "--ja"]) == Afsluitcode.GOED


def test_a_kept_threshold_holds_for_an_analysis_until_it_is_reset(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["drempels", "--wachttijd", "12"]) == Afsluitcode.GOED
    capsys.readouterr()
    assert run(["analyse", "hiaten"]) == Afsluitcode.GOED
    assert "meer dan 12 weken" in capsys.readouterr().out
    assert run(["analyse", "hiaten", "--wachttijd", "3"]) == Afsluitcode.GOED
    assert "meer dan 3 weken" in capsys.readouterr().out
    assert run(["drempels", "--standaard"]) == Afsluitcode.GOED
    capsys.readouterr()
    assert run(["analyse", "hiaten"]) == Afsluitcode.GOED
    assert "meer dan 8 weken" in capsys.readouterr().out


def test_a_kept_threshold_travels_with_the_archive(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["drempels", "--aandeel", "0.4", "--schakels", "3"]) == Afsluitcode.GOED
    assert run(["archief", "a.zip"]) == Afsluitcode.GOED
    monkeypatch.setenv("NETWERKKAART_STORE", str(tmp_path / "ander.kgl"))
    assert run(["herstel", "a.zip"]) == Afsluitcode.GOED
    capsys.readouterr()
    assert run(["drempels"]) == Afsluitcode.GOED
    uit = capsys.readouterr().out
    assert "40%" in uit
    assert "3 schakels" in uit


def test_a_threshold_without_meaning_is_refused_and_changes_nothing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["drempels", "--schakels", "0"]) == Afsluitcode.FOUTE_INVOER
    assert "minstens 1" in capsys.readouterr().err
    assert run(["drempels"]) == Afsluitcode.GOED
    assert "standaard" in capsys.readouterr().out
