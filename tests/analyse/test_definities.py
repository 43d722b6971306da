"""A definition that changes gets another version; the file of versions tells when somebody forgot."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from netwerkkaart.analyse import ANALYSES, definities
from netwerkkaart.analyse.definities import (
    GEDEELD,
    changed_silently,
    find_section,
    kept_definitions,
    read_definitions,
    sections,
    versions,
)

DOCS = (Path(__file__).parents[2] / "docs" / "analyses.md").read_text(encoding="utf-8")
RAAD = "python -m netwerkkaart.analyse.definities tells what to do; see CONTRIBUTING.md"


def test_no_definition_changed_without_its_version() -> None:
    assert changed_silently(read_definitions(DOCS), kept_definitions()) == [], RAAD


def test_what_is_kept_is_of_this_version_of_every_analysis() -> None:
    assert {naam: d.versie for naam, d in kept_definitions().items()} == versions(), RAAD


def test_a_changed_word_is_seen_and_another_line_break_is_not() -> None:
    nu = read_definitions(DOCS)
    anders = read_definitions(DOCS.replace("Het oordeel is het eerste dat klopt", "Het oordeel is het laatste dat klopt", 1))  # fmt: skip
    assert changed_silently(anders, nu) == ["hiaten"]
    verhoogd = {**anders, "hiaten": replace(anders["hiaten"], versie="2")}
    assert changed_silently(verhoogd, nu) == []
    assert read_definitions(DOCS.replace("Het oordeel is", "Het\n oordeel is")) == nu


@pytest.mark.parametrize("naam", ANALYSES)
def test_every_analysis_has_a_section_that_defines_it(naam: str) -> None:
    assert find_section(naam, sections(DOCS)) not in GEDEELD


def test_the_tool_keeps_nothing_when_a_text_changed_silently(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    oud = {naam: replace(d, sha256="0") if naam == "keten" else d for naam, d in kept_definitions().items()}
    monkeypatch.setattr(definities, "kept_definitions", lambda: oud)
    monkeypatch.setattr(definities, "BESTAND", tmp_path / "d.json")
    (tmp_path / "d.json").write_text("blijft")
    assert definities.main([]) == 1
    assert "keten" in capsys.readouterr().out
    assert (tmp_path / "d.json").read_text() == "blijft"
    assert definities.main(["--in-andere-woorden", "Keten"]) == 0
    assert '"keten"' in (tmp_path / "d.json").read_text(encoding="utf-8")
