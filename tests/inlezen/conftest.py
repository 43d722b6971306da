from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

ECHT = Path(__file__).resolve().parents[2].parent / "shared" / "data"
Schrijver = Callable[[str, str | bytes], Path]
Bladen = dict[str, Sequence[Sequence[Any]]]
_HOOFD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SHEETML = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_ODF = "".join(
    f' xmlns:{kort}="urn:oasis:names:tc:opendocument:xmlns:{kort}:1.0"'
    for kort in ("office", "table", "text")
)
_CALCEXT = ' xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'


@pytest.fixture
def schrijf(tmp_path: Path) -> Schrijver:
    """Write a file with this name and content."""

    def doe(naam: str, inhoud: str | bytes) -> Path:
        pad = tmp_path / naam
        pad.write_bytes(inhoud.encode() if isinstance(inhoud, str) else inhoud)
        return pad

    return doe


@pytest.fixture
def echt() -> Path:
    """The folder with real files."""
    if not ECHT.is_dir():
        pytest.skip("De map met echte gegevens is er niet.")
    return ECHT


@pytest.fixture
def xlsx(tmp_path: Path) -> Callable[..., Path]:
    """Write a workbook; names in ``verborgen`` are hidden sheets."""

    def doe(bladen: Bladen, verborgen: Sequence[str] = (), naam: str = "boek.xlsx") -> Path:
        pad = tmp_path / naam
        with xlsxwriter.Workbook(str(pad), {"strings_to_formulas": False}) as boek:
            for blad, rijen in bladen.items():
                vel = boek.add_worksheet(blad)
                for nummer, rij in enumerate(rijen):
                    vel.write_row(nummer, 0, rij)
                if blad in verborgen:
                    vel.hide()
        return pad

    return doe


@pytest.fixture
def xlsx_rauw(tmp_path: Path) -> Callable[..., Path]:
    """A workbook whose only sheet holds exactly this XML between ``<sheetData>`` and its end."""

    def doe(
        cellen: str, *, kop: str = "", extra: Sequence[tuple[str, str]] = (), naam: str = "rauw.xlsx"
    ) -> Path:
        buffer = io.BytesIO()
        with xlsxwriter.Workbook(buffer) as boek:
            boek.add_worksheet("Blad1")
        pad = tmp_path / naam
        with zipfile.ZipFile(buffer) as bron, zipfile.ZipFile(pad, "w", zipfile.ZIP_DEFLATED) as uit:
            for deel in bron.namelist():
                inhoud = bron.read(deel)
                if deel == "xl/worksheets/sheet1.xml":
                    binnen = f"<sheetData>{cellen}</sheetData>"
                    inhoud = f'{_HOOFD}{kop}<worksheet xmlns="{_SHEETML}">{binnen}</worksheet>'.encode()
                uit.writestr(deel, inhoud)
            for deel, tekst in extra:
                uit.writestr(deel, tekst)
        return pad

    return doe


@pytest.fixture
def ods(tmp_path: Path) -> Callable[..., Path]:
    """An ODS file whose ``office:spreadsheet`` holds exactly this XML."""

    def doe(tabellen: str, *, kop: str = "", manifest: str = "", naam: str = "boek.ods") -> Path:
        pad = tmp_path / naam
        with zipfile.ZipFile(pad, "w", zipfile.ZIP_DEFLATED) as uit:
            uit.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
            uit.writestr("META-INF/manifest.xml", f"{_HOOFD}<manifest>{manifest}</manifest>")
            uit.writestr(
                "content.xml",
                f"{_HOOFD}{kop}<office:document-content{_ODF}{_CALCEXT}><office:body><office:spreadsheet>"
                f"{tabellen}</office:spreadsheet></office:body></office:document-content>",
            )
        return pad

    return doe
