"""What the house promises its readers."""

from __future__ import annotations

from pathlib import Path

PAKKET = Path(__file__).resolve().parents[1] / "netwerkkaart"


def test_no_module_is_longer_than_a_reader_holds() -> None:
    lang = {
        str(pad.relative_to(PAKKET)): regels
        for pad in PAKKET.rglob("*.*")
        if pad.suffix in (".py", ".ts")
        and "node_modules" not in pad.parts
        and (regels := len(pad.read_text("utf-8").splitlines())) > 400
    }
    assert lang == {}
