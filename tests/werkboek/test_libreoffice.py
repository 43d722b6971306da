"""Opened and saved by LibreOffice, as XLSX and as ODS: nothing lost, nothing changed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from netwerkkaart.werkboek.boek import make_werkboek
from tests.werkboek.hulp import content, export, known, read, reopen, rich, weigh

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")

pytestmark = pytest.mark.skipif(
    SOFFICE is None,
    reason="LibreOffice is not here: apt-get install libreoffice-calc-nogui, or sh tools/systeem.sh as root",
)


@pytest.mark.parametrize("formaat", ["xlsx:Calc MS Excel 2007 XML", "ods"])
def test_libreoffice_opens_and_saves_it_and_nothing_is_lost(tmp_path: Path, formaat: str) -> None:
    bekend = rich()
    pad = tmp_path / "werkboek.xlsx"
    pad.write_bytes(make_werkboek(export(bekend, personen=True)))
    uit = tmp_path / "uit"
    opdracht = [
        str(SOFFICE),
        "--headless",
        "--norestore",
        f"-env:UserInstallation={(tmp_path / 'profiel').as_uri()}",
        "--convert-to",
        formaat,
        "--outdir",
        str(uit),
        str(pad),
    ]
    subprocess.run(opdracht, check=True, timeout=300, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    boek = reopen(next(uit.iterdir()))
    assert content(boek) == content(reopen(pad))
    oogst = read(boek, known(bekend))
    assert weigh(oogst, bekend).is_leeg
    assert not oogst.meldingen
    assert not oogst.voorstellen
