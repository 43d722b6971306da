"""Files that are something else than a table."""

from __future__ import annotations

import os
from pathlib import Path

from tests.inlezen.vijandig.bouw import Deel, xlsx_delen, zip_van
from tests.inlezen.vijandig.geval import FOUT, ONLEESBAAR, Aanvaard, Geval, Geweigerd, bytes_van

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
GOED = b"id;naam;soort\ns1;De Ark;School\n"


def _map(pad: Path) -> None:
    pad.mkdir()


def _pijp(pad: Path) -> None:
    os.mkfifo(pad)


def _lus(pad: Path) -> None:
    pad.symlink_to(pad.name)


def _koppeling(pad: Path) -> None:
    echt = pad.with_name("echt.txt")
    echt.write_bytes(GOED)
    pad.symlink_to(echt)


def _niets(pad: Path) -> None:
    """The file does not exist."""


def _is(id_: str, bestand: str, inhoud: bytes, woorden: str) -> Geval:
    return Geval(id_, bestand, bytes_van(inhoud), Geweigerd(ONLEESBAAR, woorden))


GEVALLEN = (
    Geval("map", "lijst.csv", _map, Geweigerd(ONLEESBAAR, "is een map, geen bestand"), zet=True),
    Geval("pijp", "lijst.csv", _pijp, Geweigerd(ONLEESBAAR, "geen gewoon bestand"), zet=True),
    Geval("koppeling-naar-zichzelf", "lijst.csv", _lus, Geweigerd(ONLEESBAAR, "kon niet gelezen"), zet=True),
    Geval("koppeling", "lijst.csv", _koppeling, Aanvaard({"s1": "De Ark"}), zet=True),
    Geval("bestaat-niet", "lijst.csv", _niets, Geweigerd(ONLEESBAAR, "bestaat niet"), zet=True),
    _is("leeg", "lijst.csv", b"", "is leeg (0 bytes)"),
    _is(
        "oude-excel",
        "lijst.xls",
        OLE + b"\x09\x08\x10\x00\x00\x06\x05\x00" + bytes(99),
        "oud Excel-bestand (.xls)",
    ),
    _is(
        "wachtwoord",
        "lijst.xlsx",
        OLE + "EncryptedPackage".encode("utf-16-le") + bytes(99),
        "met een wachtwoord",
    ),
    _is("oude-word", "lijst.doc", OLE + "WordDocument".encode("utf-16-le"), "oud Word-document"),
    _is(
        "html-als-xls",
        "export.xls",
        b"\r\n<HTML><table><tr><td>id</td></tr></table></HTML>",
        "webpagina (HTML)",
    ),
    _is(
        "excel-2003-xml",
        "lijst.xls",
        b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
        "oude XML-werkmap",
    ),
    _is(
        "xml",
        "lijst.xml",
        b'\xef\xbb\xbf<?xml version="1.0"?><!DOCTYPE a SYSTEM "http://127.0.0.1/x"><a/>',
        "XML-bestand",
    ),
    _is("json", "lijst.csv", b'[{"id": "s1", "naam": "De Ark"}]', "JSON-bestand"),
    _is("pdf", "lijst.csv", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "een PDF"),
    _is("png-als-xlsx", "lijst.xlsx", b"\x89PNG\r\n\x1a\n" + bytes(99), "afbeelding (PNG)"),
    _is("jpeg-als-csv", "lijst.csv", b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(99), "afbeelding (JPEG)"),
    _is("gzip", "lijst.csv.gz", b"\x1f\x8b\x08\x00" + bytes(20), "ingepakt bestand (gzip)"),
    _is("zevenzip", "lijst.7z", b"7z\xbc\xaf\x27\x1c" + bytes(20), "ingepakt bestand (7z)"),
    _is("programma", "lijst.csv", b"MZ\x90\x00\x03\x00\x00\x00" + bytes(99), "een programma"),
    _is("databank", "lijst.csv", b"SQLite format 3\x00" + bytes(99), "databank (SQLite)"),
    _is("ruis-als-xlsx", "lijst.xlsx", bytes(range(256)) * 20, "geen werkmap"),
    _is("ruis-als-csv", "lijst.csv", bytes((n * 7919) % 251 for n in range(4000)), "onleesbare tekens (NUL)"),
    _is("slotbestand", "~$lijst.xlsx", b"\x05Jan" + bytes(160), "hulpbestand"),
    _is("zip", "lijst.zip", zip_van([Deel("lijst.csv", GOED)]), "ingepakt bestand (ZIP)"),
    _is("word", "lijst.xlsx", zip_van([Deel("word/document.xml", b"<w/>")]), "Word-document"),
    _is("xlsb", "lijst.xlsx", zip_van([Deel("xl/workbook.bin", b"")]), "binaire Excel-werkmap"),
    _is(
        "odt",
        "lijst.ods",
        zip_van([Deel("mimetype", b"application/vnd.oasis.opendocument.text", methode=0)]),
        "geen rekenblad",
    ),
    _is("lege-zip", "lijst.xlsx", zip_van([]), "ingepakt bestand (ZIP)"),
    _is(
        "alleen-het-einde-van-een-zip", "lijst.xlsx", b"PK\x03\x04" + bytes(200), "beschadigde of onvolledige"
    ),
    Geval("werkmap-als-csv", "lijst.csv", lambda: zip_van(xlsx_delen()), Aanvaard({"s1": "De Ark"})),
    Geval("csv-als-xlsx", "lijst.xlsx", bytes_van(GOED), Aanvaard({"s1": "De Ark"})),
    Geval(
        "opmaak-in-de-naam",
        "[red]lijst[bold].csv",
        bytes_van(b"id;naam;soort\ns1;De Ark;Nee\n"),
        Geweigerd(FOUT, "[red]lijst[bold].csv"),
    ),
)
