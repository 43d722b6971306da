"""``docs/lezing.md``: every number in the reading of the example region, counted again in results and input."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

import pytest

from netwerkkaart.analyse import ANALYSES
from netwerkkaart.demo import generate_demo
from netwerkkaart.demo.inlezen import import_demo
from netwerkkaart.graph.ingebed import IngebedStore
from netwerkkaart.graph.lezen import read_beeld
from netwerkkaart.uitvoer.tabel import as_text

DATUM = date(2026, 11, 24)
DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "lezing.md"
_REGEL = re.compile(r"^- `([^`]+)` waar (.+): (\d+) rij(?:en)?$")
_EIS = re.compile(r"`([^`]+)` (=|bevat) `([^`]+)`")

Rijen = Sequence[Mapping[str, str]]


def _lines() -> list[tuple[str, tuple[tuple[str, str, str], ...], int]]:
    regels = [regel for regel in DOCUMENT.read_text("utf-8").splitlines() if regel.startswith("- `")]
    gelezen = [_REGEL.match(regel) for regel in regels]
    assert None not in gelezen
    return [(m[1], tuple(_EIS.findall(m[2])), int(m[3])) for m in gelezen if m]


@pytest.fixture(scope="module")
def bron(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Rijen]:
    map_ = tmp_path_factory.mktemp("lees")
    demo = generate_demo(map_ / "invoer", datum=DATUM)
    store = IngebedStore(map_ / "lees.kgl", schrijven=True)
    import_demo(store, demo, datetime(2026, 11, 24, 12, tzinfo=UTC))
    beeld = read_beeld(store).op(DATUM)
    store.close()

    @cache
    def rows(naam: str) -> Rijen:
        if not naam.startswith("analyse "):
            (pad,) = (map_ / "invoer").rglob(naam)
            with pad.open(encoding="utf-8-sig", newline="") as bestand:
                return list(csv.DictReader(bestand, delimiter=";"))
        _, analyse, *opties = naam.split()
        gekozen = dict(zip((o.removeprefix("--") for o in opties[::2]), opties[1::2], strict=True))
        uitkomst = ANALYSES[analyse].load()(beeld, regio="limburg", **gekozen)
        kolommen = [kolom.naam for kolom in uitkomst.kolommen]
        return [{k: as_text(getattr(rij, k)) for k in kolommen} for rij in uitkomst.rijen]

    return rows


def test_there_are_ten_findings_each_followed_to_the_input() -> None:
    delen = DOCUMENT.read_text("utf-8").split("\n## ")[1:11]
    for nummer, deel in enumerate(delen, start=1):
        assert deel.startswith(f"{nummer}. ")
        assert "- `analyse " in deel
        assert ".csv` waar" in deel


@pytest.mark.parametrize(("naam", "eisen", "aantal"), _lines())
def test_that_many_rows(
    bron: Callable[[str], Rijen], naam: str, eisen: tuple[tuple[str, str, str], ...], aantal: int
) -> None:
    rijen = bron(naam)
    assert all(kolom in rijen[0] for kolom, _, _ in eisen)
    assert sum(all(_meets(rij[k], hoe, w) for k, hoe, w in eisen) for rij in rijen) == aantal


def _meets(cel: str, hoe: str, waarde: str) -> bool:
    return cel == waarde if hoe == "=" else waarde in re.split(r"\s*[|;,]\s*", cel)
