"""``netwerkkaart fiche`` as a coordinator types it."""

from __future__ import annotations

from pathlib import Path

import pytest

from netwerkkaart.cli.hoofd import run
from netwerkkaart.fouten import Afsluitcode

pytestmark = pytest.mark.usefixtures("graaf")


def test_one_school_by_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["fiche", "de brug", "--datum", "2026-11-24"]) == 0
    (pad,) = Path("exports").iterdir()
    assert pad.name.startswith("fiche-bree-de-brug-")
    assert pad.name in capsys.readouterr().out.replace("\n", "")
    assert "De Brug" in pad.read_text("utf-8")


def test_a_region_is_a_folder_and_the_same_data_are_the_same_bytes() -> None:
    for map_ in ("een", "twee"):
        assert run(["fiche", "--regio", "limburg", "--map", map_, "--datum", "2026-11-24"]) == 0
    een, twee = ({p.name: p.read_bytes() for p in Path(m).iterdir()} for m in ("een", "twee"))
    assert een == twee
    assert {"index.html", "alle-fiches.html"} < set(een)
    assert len(een) == 4


@pytest.mark.parametrize(
    ("woorden", "code", "zin"),
    [
        ([], Afsluitcode.VERKEERD_GEBRUIK, "ofwel"),
        (["De Ark", "--regio", "limburg"], Afsluitcode.VERKEERD_GEBRUIK, "ofwel"),
        (["De Arke"], Afsluitcode.NIET_GEVONDEN, "De Ark, Genk (ark)"),
        (["--regio", "brussel"], Afsluitcode.NIET_GEVONDEN, "geen scholen"),
    ],
)
def test_what_cannot_be_made_is_told(
    woorden: list[str], code: Afsluitcode, zin: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["fiche", *woorden]) == code
    assert zin in capsys.readouterr().err
    assert not Path("exports").exists()
