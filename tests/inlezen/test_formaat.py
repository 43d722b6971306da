from __future__ import annotations

import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from netwerkkaart.fouten import Afsluitcode, OnleesbaarBestand
from netwerkkaart.inlezen import read_bladen, read_tabel

Schrijver = Callable[[str, str | bytes], Path]
Maker = Callable[..., Path]
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("naam", "inhoud", "woorden"),
    [
        ("lijst.xlsx", b"\x89PNG\r\n\x1a\n" + bytes(50), "afbeelding"),
        ("lijst.csv", b"\xff\xd8\xff\xe0" + bytes(50), "afbeelding"),
        ("lijst.csv", b"BM" + bytes(60), "afbeelding"),
        ("lijst.pdf", b"%PDF-1.7\n", "PDF"),
        ("lijst.csv", b"%PDF-1.7\n", "PDF"),
        ("lijst.xls", OLE + bytes(600), "oud Excel-bestand"),
        ("lijst.xlsx", OLE + bytes(100) + "EncryptedPackage".encode("utf-16-le"), "wachtwoord"),
        ("lijst.doc", OLE + bytes(100) + "WordDocument".encode("utf-16-le"), "Word"),
        ("lijst.xls", b"\n<html><table><tr><td>id</td></tr></table></html>", "webpagina"),
        ("lijst.xml", b"<?xml version='1.0'?><a/>", "XML"),
        (
            "lijst.xls",
            b"<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'/>",
            "2003",
        ),
        ("lijst.json", b'[{"id": 1}]', "JSON"),
        ("lijst.json", b'{\n  "id": 1}', "JSON"),
        ("lijst.csv.gz", b"\x1f\x8b\x08" + bytes(20), "gzip"),
        ("lijst.xlsx", bytes(range(256)) * 4, "geen werkmap"),
        ("lijst.csv", b"", "0 bytes"),
        ("~$lijst.xlsx", b"\x05Jan" + bytes(160), "hulpbestand"),
    ],
)
def test_each_mistake_has_its_sentence(schrijf: Schrijver, naam: str, inhoud: bytes, woorden: str) -> None:
    for lees in (read_tabel, read_bladen):
        with pytest.raises(OnleesbaarBestand, match=woorden) as fout:
            lees(schrijf(naam, inhoud))
        assert fout.value.hulp
        assert fout.value.code is Afsluitcode.ONLEESBAAR_BESTAND
        assert naam in fout.value.tekst


@pytest.mark.parametrize(
    ("deel", "woorden"),
    [
        ("word/document.xml", "Word"),
        ("xl/workbook.bin", "xlsb"),
        ("Index/Document.iwa", "Numbers"),
        ("meta.json", "archief van Netwerkkaart"),
        ("foto.jpg", "ZIP"),
    ],
)
def test_other_archives(tmp_path: Path, deel: str, woorden: str) -> None:
    pad = tmp_path / "lijst.xlsx"
    with zipfile.ZipFile(pad, "w") as archief:
        archief.writestr(deel, "x")
    with pytest.raises(OnleesbaarBestand, match=woorden):
        read_tabel(pad)


def test_content_goes_before_the_name(schrijf: Schrijver, xlsx: Maker, tmp_path: Path) -> None:
    boek = xlsx({"A": [["id"], ["1"]]}).rename(tmp_path / "lijst.csv")
    assert read_tabel(boek).blad == "A"
    assert read_tabel(schrijf("lijst.xlsx", "id;naam\n1;A\n")).kolommen == ("id", "naam")
    assert read_tabel(schrijf("lijst.txt", "id;naam\n1;A\n")).kolommen == ("id", "naam")


def test_text_that_begins_like_another_file_is_text(schrijf: Schrijver) -> None:
    for kop in ("MZ;b", "BM;b", "[a];b", "{a};b"):
        assert read_tabel(schrijf("a.csv", f"{kop}\n1;2\n")).kolommen[1] == "b"


def test_missing_folder_and_near_name(tmp_path: Path) -> None:
    (tmp_path / "scholen.csv").write_text("id\n1\n")
    with pytest.raises(OnleesbaarBestand, match="bestaat niet") as fout:
        read_tabel(tmp_path / "schoolen.csv")
    assert "scholen.csv" in fout.value.hulp
    with pytest.raises(OnleesbaarBestand, match="map"):
        read_tabel(tmp_path)
    with pytest.raises(OnleesbaarBestand, match="De map"):
        read_tabel(tmp_path / "weg" / "a.csv")
    with pytest.raises(OnleesbaarBestand):
        read_tabel(tmp_path / "a\x00b.csv")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root mag alles lezen")
def test_no_permission(tmp_path: Path) -> None:
    pad = tmp_path / "a.csv"
    pad.write_text("id\n1\n")
    pad.chmod(0)
    with pytest.raises(OnleesbaarBestand, match="mag niet"):
        read_tabel(pad)


def test_too_large(schrijf: Schrijver, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("netwerkkaart.inlezen.formaat.MAX_BESTAND", 10)
    with pytest.raises(OnleesbaarBestand, match="te groot"):
        read_tabel(schrijf("a.csv", "id;naam\n1;A\n"))
