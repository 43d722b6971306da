"""A deposit can be checked and cited, is the same twice, and never shows what it may not."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from datacite.schema45 import tostring, validator
from lxml import etree

from netwerkkaart.cli.hoofd import run
from netwerkkaart.export.datacite_xml import NOG_TE_GEVEN, datacite_xml
from netwerkkaart.export.formaten import FORMATEN
from netwerkkaart.export.gegevens import Gegevens, Kop
from netwerkkaart.export.keuze import choose
from netwerkkaart.export.neerleggen import deposit_files, write_deposit
from netwerkkaart.export.neerleggen_keuze import (
    GEEN_LICENTIE,
    LICENTIES,
    Neerlegging,
    Toegang,
    check_deposit,
)
from netwerkkaart.export.neerleggen_teksten import metadata
from netwerkkaart.fouten import Afsluitcode, GebruikersFout
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.graph.ingebed import IngebedStore
from netwerkkaart.graph.vrijgave import Profiel
from tests.export.hulp import DAG, rijen
from tests.graph.hulp import knoop, relatie, voer_in

KERN = "{http://datacite.org/schema/kernel-4}"
OPEN = Neerlegging(("LNW Limburg",), "Zenodo", 2026, tuple(FORMATEN.values()))
BESLOTEN = replace(OPEN, toegang=Toegang.BESLOTEN, licentie=GEEN_LICENTIE)


def _public() -> Gegevens:
    return choose(Beeld.from_rows(*rijen()), Kop(DAG, Profiel.OPENBAAR))


def _read(gegevens: Gegevens, neerlegging: Neerlegging) -> dict[str, bytes]:
    doel = io.BytesIO()
    write_deposit(gegevens, neerlegging, doel)
    with zipfile.ZipFile(doel) as archief:
        assert archief.testzip() is None
        return {naam: archief.read(naam) for naam in archief.namelist()}


def test_it_holds_every_format_as_the_export_writes_it() -> None:
    gegevens = _public()
    inhoud = _read(gegevens, OPEN)
    aantal = 5
    for formaat in FORMATEN.values():
        for naam, write in formaat.files(gegevens).items():
            doel = io.BytesIO()
            write(doel)
            aantal += 1
            if formaat.naam != "xlsx":  # a ZIP in a ZIP says elsewhere how long its parts are
                assert inhoud[f"{formaat.naam}/{naam}"] == doel.getvalue()
    assert len(inhoud) == aantal
    for naam in inhoud:
        assert naam.partition("/")[0] + "/" in inhoud["LEESMIJ.md"].decode() or "/" not in naam
    assert {"LEESMIJ.md", "LICENTIE.txt", "datacite.json", "datacite.xml", "sha256.txt"} < inhoud.keys()


def test_checksums_cover_every_other_file() -> None:
    inhoud = _read(_public(), OPEN)
    regels = inhoud.pop("sha256.txt").decode().splitlines()
    assert [regel.partition("  ")[2] for regel in regels] == sorted(inhoud)
    assert {regel.partition("  ")[2]: regel.partition("  ")[0] for regel in regels} == {
        naam: hashlib.sha256(bytes_).hexdigest() for naam, bytes_ in inhoud.items()
    }


def test_the_same_data_give_the_same_bytes() -> None:
    a, b = io.BytesIO(), io.BytesIO()
    write_deposit(_public(), OPEN, a)
    write_deposit(_public(), OPEN, b)
    assert a.getvalue() == b.getvalue()


@pytest.mark.parametrize("neerlegging", [OPEN, BESLOTEN])
@pytest.mark.parametrize("datum", [DAG, None])
def test_the_metadata_fit_the_schema_of_datacite(neerlegging: Neerlegging, datum: date | None) -> None:
    kop = Kop(datum, Profiel.OPENBAAR, regio="limburg" if datum else None)
    files = deposit_files(
        choose(Beeld.from_rows([], []), kop), replace(neerlegging, makers=("LNW", "Peeters, An"))
    )
    doel = io.BytesIO()
    files["datacite.json"](doel)
    metadata = json.loads(doel.getvalue())
    assert [fout.message for fout in validator.iter_errors(metadata)] == []
    assert [c["nameType"] for c in metadata["creators"]] == ["Organizational", "Personal"]
    assert metadata["titles"][0]["title"] == kop.titel
    assert metadata["rightsList"][1]["rights"] == (
        "Open Access" if neerlegging is OPEN else "Restricted Access"
    )


@pytest.mark.parametrize("neerlegging", [OPEN, replace(BESLOTEN, versie="Editie 1 «é <b>»")])
@pytest.mark.parametrize("datum", [DAG, None])
def test_the_xml_says_what_the_library_of_datacite_makes_of_the_json(neerlegging: Neerlegging, datum: date | None) -> None:  # fmt: skip
    makers = ("LNW & <co>\x0b", "Peeters, An")
    waarden = metadata(choose(Beeld.from_rows([], []), Kop(datum)), replace(neerlegging, makers=makers))
    onze = etree.fromstring(datacite_xml(waarden))
    waarden["creators"][0]["name"] = "LNW & <co>\ufffd"
    bibliotheek = etree.fromstring(tostring({**waarden, "doi": NOG_TE_GEVEN}).encode())
    taal = onze.find(f"{KERN}publisher").attrib.pop("{http://www.w3.org/XML/1998/namespace}lang")
    assert taal == "nl", "the library leaves this one out"
    assert _facts(onze) == _facts(bibliotheek)


def _facts(element: Any) -> dict[str, object]:
    """Each part of the metadata by its name, whatever its place: kernel 4 gives them no order."""
    return {kind.tag: _tree(kind) for kind in element}


def _tree(element: Any) -> tuple[object, ...]:
    tekst = (element.text or "").strip()
    return (element.tag, tekst, dict(element.attrib), [_tree(kind) for kind in element])


def test_the_readme_says_what_is_in_it() -> None:
    gegevens = _public()
    inhoud = _read(gegevens, OPEN)
    tekst = inhoud["LEESMIJ.md"].decode()
    aantallen = {t.naam: len(t) for t in gegevens.knopen} | {t.naam: len(t) for t in gegevens.relaties}
    for naam, aantal in aantallen.items():
        assert any(r.startswith(f"| {naam} |") and r.endswith(f"| {aantal} |") for r in tekst.splitlines())
    assert "LNW Limburg (2026). Netwerkkaart van" in tekst
    assert all(noot in tekst for noot in gegevens.kop.noten)
    assert LICENTIES["CC-BY-4.0"].url in inhoud["LICENTIE.txt"].decode()


@pytest.mark.parametrize(
    ("kop", "neerlegging", "code"),
    [
        (Kop(DAG, Profiel.INTERN, personen=True), OPEN, Afsluitcode.NIET_TOEGELATEN),
        (Kop(DAG, Profiel.INTERN, personen=True), BESLOTEN, Afsluitcode.NIET_TOEGELATEN),
        (Kop(DAG, Profiel.INTERN), BESLOTEN, Afsluitcode.NIET_TOEGELATEN),
        (Kop(DAG, Profiel.PARTNERS), OPEN, Afsluitcode.NIET_TOEGELATEN),
        (Kop(DAG, Profiel.OPENBAAR), replace(OPEN, licentie=GEEN_LICENTIE), Afsluitcode.VERKEERD_GEBRUIK),
        (
            Kop(DAG, Profiel.PARTNERS),
            replace(BESLOTEN, licentie=LICENTIES["CC0-1.0"]),
            Afsluitcode.VERKEERD_GEBRUIK,
        ),
        (Kop(DAG, Profiel.OPENBAAR), replace(OPEN, makers=(" ",)), Afsluitcode.VERKEERD_GEBRUIK),
        (Kop(DAG, Profiel.OPENBAAR), replace(OPEN, formaten=()), Afsluitcode.VERKEERD_GEBRUIK),
    ],
)
def test_what_may_not_be_deposited_is_refused(kop: Kop, neerlegging: Neerlegging, code: Afsluitcode) -> None:
    with pytest.raises(GebruikersFout) as fout:
        check_deposit(kop, neerlegging)
    assert fout.value.code is code
    doel = io.BytesIO()
    with pytest.raises(GebruikersFout):
        write_deposit(choose(Beeld.from_rows([], []), kop), neerlegging, doel)
    assert not doel.getvalue()


def test_only_what_is_public_may_be_closed_with_partners() -> None:
    check_deposit(Kop(DAG, Profiel.PARTNERS), BESLOTEN)
    check_deposit(Kop(DAG, Profiel.OPENBAAR), BESLOTEN)


# ---- the command ------------------------------------------------------------------------------------


@pytest.fixture
def graaf(tmp_path: Path) -> Path:
    pad = tmp_path / "g.kgl"
    store = IngebedStore(pad, schrijven=True)
    voer_in(
        store,
        [
            knoop("Clb", "c1", vrijgave="openbaar"),
            knoop("School", "s2"),
            knoop("Contactpersoon", "p1", vrijgave="openbaar"),
            relatie("BEGELEIDT", "c1", "s2"),
        ],
    )
    store.close()
    return pad


def _ids(pad: Path) -> set[str]:
    with zipfile.ZipFile(pad) as archief:
        tekst = archief.read("csv/organisaties.csv").decode()
    return {rij["id"] for rij in csv.DictReader(io.StringIO(tekst))}


def test_the_command_deposits_what_is_public(
    graaf: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pad = tmp_path / "n.zip"
    vast = ["neerleggen", "--store", str(graaf), "--uit", str(pad), "--maker", "LNW"]
    assert run(vast) == 0
    tekst = " ".join(capsys.readouterr().out.split())
    assert "CC-BY-4.0" in tekst
    assert _ids(pad) == {"c1"}
    assert run([*vast, "--profiel", "partners", "--toegang", "besloten", "--formaten", "csv"]) == 0
    assert _ids(pad) == {"c1", "s2"}


@pytest.mark.parametrize(
    ("opties", "code", "zegt"),
    [
        (["--maker", "LNW", "--profiel", "partners"], Afsluitcode.NIET_TOEGELATEN, "besloten"),
        (
            ["--maker", "LNW", "--profiel", "intern", "--toegang", "besloten"],
            Afsluitcode.NIET_TOEGELATEN,
            "intern",
        ),
        (["--maker", "LNW", "--formaten", "csv,pdf"], Afsluitcode.VERKEERD_GEBRUIK, "pdf"),
        (["--maker", "LNW", "--uit", "a.tar"], Afsluitcode.VERKEERD_GEBRUIK, ".zip"),
        ([], Afsluitcode.VERKEERD_GEBRUIK, "--maker"),
    ],
)
def test_the_command_says_what_cannot_be(
    opties: list[str], code: Afsluitcode, zegt: str, graaf: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["neerleggen", "--store", str(graaf), *opties]) == code
    assert zegt in " ".join(capsys.readouterr().err.split())
