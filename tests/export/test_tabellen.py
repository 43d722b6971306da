"""CSV by the reader of data packages, and the workbook by openpyxl and LibreOffice."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import frictionless
import openpyxl
import pytest
from openpyxl.utils.escape import unescape

from netwerkkaart.bestanden import csv_restore, csv_safe
from netwerkkaart.export.formaten import FORMATEN
from netwerkkaart.export.gegevens import Gegevens
from netwerkkaart.export.schrijven import write_export
from netwerkkaart.export.teksten import characters
from netwerkkaart.schema.register import BANDEN, SOORTEN
from tests.analyse.grafen import small, view
from tests.export.hulp import facts, geheel, some, vol, write

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
AFGELEID = frozenset({"sector", "gemeente", "nis", "regio"})


@pytest.fixture(scope="module")
def gegevens() -> Gegevens:
    return geheel(vol())


@pytest.fixture(scope="module")
def pakket() -> Gegevens:
    return geheel(
        some("School", "Werkactor", "Aanbod", "Coordinator", "Inventarisatie", "Antwoord", "Gemeente")
    )


@pytest.fixture(scope="module")
def map_(pakket: Gegevens, tmp_path_factory: pytest.TempPathFactory) -> Path:
    pad = tmp_path_factory.mktemp("export") / "csv"
    write_export(FORMATEN["csv"], pakket, pad)
    return pad


def test_the_reader_of_data_packages_finds_no_fault(tmp_path: Path) -> None:
    pad = tmp_path / "a.zip"
    write_export(FORMATEN["csv"], geheel(view(small(3))), pad)
    verslag = frictionless.validate(str(pad))
    assert verslag.valid, verslag.flatten(["name", "rowNumber", "fieldName", "message"])
    assert {"organisaties", "banden", "ligt-in"} <= {taak.name for taak in verslag.tasks}


def test_the_reader_of_data_packages_gives_every_value_back(pakket: Gegevens, map_: Path) -> None:
    knopen, relaties = facts(pakket)
    gelezen: dict[str, dict[str, Any]] = {}
    lezer: Any = frictionless.Package(str(map_ / "datapackage.json"))
    for bron in lezer.resources:
        for rij in bron.read_rows():
            assert rij.valid, (bron.name, rij.errors)
            sleutel = "rid" if "rid" in rij else "id"
            velden = {n: _restored(w) for n, w in rij.to_dict().items() if w not in (None, [], "")}
            gelezen[str(velden.pop(sleutel))] = velden
    assert gelezen.keys() == knopen.keys() | relaties.keys()
    for id_, (label, velden) in knopen.items():
        assert _stated(gelezen[id_], label) == _with_commas(velden), id_
    for rid, (type_, van, naar, velden) in relaties.items():
        rij = gelezen[rid]
        assert (rij.pop("van"), rij.pop("naar")) == (van, naar)
        assert rij.pop("type", type_) == type_
        assert rij == _with_commas(velden), rid


def _stated(velden: Mapping[str, object], label: str) -> dict[str, object]:
    """Without what is derived of organisations."""
    weg = {"soort", *AFGELEID} if SOORTEN[label].soort.basis == "Organisatie" else set()
    return {naam: waarde for naam, waarde in velden.items() if naam not in weg}


def _restored(waarde: object) -> object:
    if isinstance(waarde, list):
        samen = csv_restore("|".join(waarde))
        return samen.split("|")
    if isinstance(waarde, str):
        return csv_restore(waarde)
    return float(waarde) if type(waarde).__name__ == "Decimal" else waarde  # type: ignore[arg-type]


def _with_commas(velden: Mapping[str, object]) -> dict[str, object]:
    """Values as CSV holds them: a ``|`` inside a list is a ``/``."""
    return {
        n: [deel.replace("|", "/") for deel in w] if isinstance(w, list) else w for n, w in velden.items()
    }


def test_no_cell_of_the_csv_is_a_formula(map_: Path) -> None:
    import csv

    for pad in map_.glob("*.csv"):
        with pad.open(encoding="utf-8", newline="") as bestand:
            cellen = [cel for rij in csv.reader(bestand) for cel in rij]
        assert [
            cel
            for cel in cellen
            if cel[:1] in "=+-@\t\r" and cel and csv_safe(cel) != cel and not _number(cel)
        ] == []


def _number(cel: str) -> bool:
    try:
        float(cel)
    except ValueError:
        return False
    return True


def test_the_description_says_what_every_column_is(map_: Path) -> None:
    pakket = json.loads((map_ / "datapackage.json").read_text("utf-8"))
    for bron in pakket["resources"]:
        kop = (map_ / bron["path"]).read_text("utf-8").splitlines()[0].split(",")
        assert [veld["name"] for veld in bron["schema"]["fields"]] == kop
        assert all(veld["description"] for veld in bron["schema"]["fields"])
    assert "banden" in {b["name"] for b in pakket["resources"]}


# ---- the workbook -----------------------------------------------------------------------------------


def _sheets(inhoud: bytes | Path, read: Callable[[str], str] = str) -> dict[str, list[dict[str, Any]]]:
    boek = openpyxl.load_workbook(io.BytesIO(inhoud) if isinstance(inhoud, bytes) else inhoud)
    uit: dict[str, list[dict[str, Any]]] = {}
    for blad in boek.worksheets:
        rijen = list(blad.iter_rows(values_only=True))
        uit[blad.title] = [
            {
                str(k): read(w) if isinstance(w, str) else w
                for k, w in zip(rijen[0], rij, strict=True)
                if w is not None
            }
            for rij in rijen[1:]
        ]
    return uit


def _as_cell(waarde: object) -> object:
    """A value as a cell holds it."""
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, list):
        return characters("; ".join(waarde))
    if isinstance(waarde, date):
        return datetime(waarde.year, waarde.month, waarde.day)
    return characters(waarde) if isinstance(waarde, str) else waarde


def _check_workbook(bladen: dict[str, list[dict[str, Any]]], gegevens: Gegevens) -> None:
    knopen, relaties = facts(gegevens)
    gelezen: dict[str, dict[str, Any]] = {}
    for naam, rijen in bladen.items():
        for rij in rijen:
            if naam not in ("Lees mij", "Kolommen") and "id" in rij:
                gelezen[str(rij.pop("id"))] = rij
    assert gelezen.keys() == knopen.keys()
    for id_, (label, velden) in knopen.items():
        if SOORTEN[label].soort.basis == "Organisatie":
            assert gelezen[id_]["soort"] == label
        assert _texts(_stated(gelezen[id_], label)) == _texts({n: _as_cell(w) for n, w in velden.items()}), (
            id_
        )
    einden = [
        (r["type"], r["van"], r["naar"], *_texts({"bron": r.get("bron", "")}).values())
        for blad in ("Banden", "Andere relaties")
        for r in bladen[blad]
    ]
    verwacht = [
        (t, van, naar, *_texts({"bron": _as_cell(v.get("bron", ""))}).values())
        for t, van, naar, v in relaties.values()
    ]
    assert sorted(einden) == sorted(verwacht)
    assert {r["type"] for r in bladen["Banden"]} == set(BANDEN)
    assert all(r["van_soort"] == knopen[r["van"]][0] for r in bladen["Banden"])


def _texts(velden: Mapping[str, object]) -> dict[str, object]:
    """Texts with all white space alike: a program may write the end of a line in its own way."""
    return {n: " ".join(w.split()) if isinstance(w, str) else w for n, w in velden.items() if w != ""}


def test_openpyxl_reads_the_workbook_back(gegevens: Gegevens) -> None:
    inhoud = write("xlsx", gegevens)
    # What looks like an escape of Excel is escaped itself; openpyxl leaves that as it is, Excel does not.
    _check_workbook(_sheets(inhoud, unescape), gegevens)
    boek = openpyxl.load_workbook(io.BytesIO(inhoud))
    cellen = [cel for blad in boek.worksheets for rij in blad.iter_rows() for cel in rij]
    assert {cel.data_type for cel in cellen} <= {"s", "n", "d", "inlineStr"}, "no formula"
    assert not any(cel.hyperlink for cel in cellen)
    assert boek.sheetnames[0] == "Lees mij"


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not here: sh tools/systeem.sh as root")
def test_libreoffice_reads_the_workbook_back(gegevens: Gegevens, tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(write("xlsx", gegevens))
    subprocess.run(
        [str(SOFFICE), "--headless", "--norestore", f"-env:UserInstallation={(tmp_path / 'profiel').as_uri()}",
         "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(tmp_path / "uit"), str(tmp_path / "a.xlsx")],
        check=True, timeout=300, capture_output=True,
    )  # fmt: skip
    _check_workbook(_sheets(tmp_path / "uit" / "a.xlsx"), gegevens)
