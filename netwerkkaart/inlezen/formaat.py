"""What a file really is, by its first bytes; its name is believed only where the bytes say nothing."""

from __future__ import annotations

import difflib
import io
import re
import zipfile
import zlib
from enum import StrEnum
from pathlib import Path
from typing import Final

from netwerkkaart.fouten import OnleesbaarBestand
from netwerkkaart.inlezen.grenzen import MAX_BESTAND, MAX_ONDERDELEN

_WEL: Final = "Bewaar de tabel als Excel-werkmap (.xlsx), als .ods of als CSV, en probeer opnieuw."
_OPSLAAN_ALS: Final = 'Open het bestand in Excel, kies "Opslaan als" en dan "Excel-werkmap (.xlsx)".'
_LEEG: Final = "Controleer of het juiste bestand gekozen is, en of het volledig gedownload of bewaard is."


class Formaat(StrEnum):
    """The kinds of file that we read. Later: JSON lines, XML."""

    CSV = "csv"
    XLSX = "xlsx"
    ODS = "ods"


# First bytes of what is often picked by mistake: (start, what it is, what to do).
_HERKENBAAR: Final[tuple[tuple[bytes, str, str], ...]] = (
    (
        b"%PDF",
        "een PDF",
        "Een tabel in een PDF kan niet ingelezen worden. Vraag het Excel- of CSV-bestand erachter.",
    ),
    (b"\x89PNG", "een afbeelding (PNG)", _WEL),
    (b"\xff\xd8\xff", "een afbeelding (JPEG)", _WEL),
    (b"GIF8", "een afbeelding (GIF)", _WEL),
    (b"II*\x00", "een afbeelding (TIFF)", _WEL),
    (b"MM\x00*", "een afbeelding (TIFF)", _WEL),
    (b"RIFF", "een beeld- of geluidsbestand", _WEL),
    (b"\x00\x00\x00\x18ftyp", "een foto of een film", _WEL),
    (b"\x00\x00\x00\x1cftyp", "een foto of een film", _WEL),
    (b"\x00\x00\x00\x20ftyp", "een foto of een film", _WEL),
    (b"\x1f\x8b", "een ingepakt bestand (gzip)", "Pak het eerst uit."),
    (b"7z\xbc\xaf\x27\x1c", "een ingepakt bestand (7z)", "Pak het eerst uit."),
    (b"Rar!", "een ingepakt bestand (RAR)", "Pak het eerst uit."),
    (b"{\\rtf", "een tekstdocument (RTF)", _WEL),
    (b"SQLite format 3", "een databank (SQLite)", _WEL),
    (b"\x7fELF", "een programma", _WEL),
)
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP_FOUTEN: Final = (
    *(zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, ValueError),
    *(KeyError, IndexError, OSError, EOFError),
)
"""All that zipfile raises on a broken archive."""
_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")


def read_raw(pad: Path) -> bytes:
    """The bytes of a file that a user named.

    Raises:
        OnleesbaarBestand: missing, a folder, empty, too large, a lock file of Excel, or not allowed.
    """
    naam = pad.name
    if naam.startswith("~$"):
        raise OnleesbaarBestand(
            f"{naam} is een hulpbestand dat Excel maakt zolang de werkmap open is.",
            hulp=f"Kies het bestand zonder ~$ ervoor: {naam[2:]}",
        )
    try:
        if pad.is_dir():
            raise OnleesbaarBestand(
                f"{naam or pad} is een map, geen bestand.", hulp="Kies één bestand in die map."
            )
        if pad.exists() and not pad.is_file():
            raise OnleesbaarBestand(
                f"{naam} is geen gewoon bestand.", hulp="Kies een bestand op een schijf."
            )  # a pipe or a device would never end
        grootte = pad.stat().st_size
        if grootte > MAX_BESTAND:
            raise te_groot(naam, grootte, MAX_BESTAND)
        inhoud = pad.read_bytes()
    except FileNotFoundError as fout:
        raise _ontbreekt(pad) from fout
    except PermissionError as fout:
        raise OnleesbaarBestand(
            f"{naam} mag niet gelezen worden.",
            hulp="Sluit het bestand in andere programma's, of vraag leesrechten op de map.",
        ) from fout
    except (OSError, ValueError) as fout:
        raise OnleesbaarBestand(
            f"{naam} kon niet gelezen worden.",
            hulp="Kopieer het bestand naar deze computer en probeer opnieuw.",
        ) from fout
    if not inhoud:
        raise OnleesbaarBestand(f"{naam} is leeg (0 bytes).", hulp=_LEEG)
    return inhoud


def te_groot(naam: str, grootte: int, grens: int) -> OnleesbaarBestand:
    """The refusal of a file of more bytes than may be."""
    return OnleesbaarBestand(
        f"{naam} is te groot: {grootte // 2**20} MB. Hoogstens {grens // 2**20} MB mag.",
        hulp="Laat kolommen en bladen weg die niet nodig zijn, of verdeel de tabel over bestanden.",
    )


def _ontbreekt(pad: Path) -> OnleesbaarBestand:
    """The refusal for a missing file, with the name that was perhaps meant."""
    if not pad.parent.is_dir():
        return OnleesbaarBestand(
            f"De map {pad.parent} bestaat niet.", hulp="Controleer de schrijfwijze van het pad."
        )
    try:
        buren = [buur.name for buur in pad.parent.iterdir() if buur.is_file()]
    except OSError:
        buren = []
    lijkt = difflib.get_close_matches(pad.name, buren, n=1, cutoff=0.7)
    hulp = f"Is dit bestand bedoeld: {lijkt[0]}?" if lijkt else "Controleer de naam en de map."
    return OnleesbaarBestand(f"{pad.name} bestaat niet.", hulp=hulp)


def bepaal_formaat(inhoud: bytes, naam: str) -> Formaat:
    """Which reader suits these bytes.

    Args:
        inhoud: all bytes of the file.
        naam: its name, for the sentences and for text files without a mark.

    Raises:
        OnleesbaarBestand: the bytes are of something else: a PDF, a picture, an old .xls, a web page …
    """
    if inhoud.startswith(_ZIP):
        return _formaat_van_zip(inhoud, naam)
    if inhoud.startswith(_OLE):
        raise _oud_of_beveiligd(inhoud, naam)
    for begin, wat, hulp in _HERKENBAAR:
        if inhoud.startswith(begin):
            raise OnleesbaarBestand(f"{naam} is {wat}, geen tabel.", hulp=hulp)
    for begin, wat in ((b"BM", "een afbeelding (BMP)"), (b"MZ", "een programma")):
        if inhoud.startswith(begin) and b"\x00" in inhoud[:64]:  # two letters alone may begin a text
            raise OnleesbaarBestand(f"{naam} is {wat}, geen tabel.", hulp=_WEL)
    _weiger_opmaaktaal(inhoud, naam)
    if naam.lower().endswith((".xlsx", ".xlsm", ".ods")) and b"\x00" in inhoud[:4096]:
        raise OnleesbaarBestand(f"{naam} is beschadigd of geen werkmap.", hulp=_LEEG)
    return Formaat.CSV


def _formaat_van_zip(inhoud: bytes, naam: str) -> Formaat:
    """Tell a workbook from the many other things that are ZIP archives."""
    # Before the directory is read: each part of it costs memory. No office program makes so many.
    if inhoud.count(b"PK\x01\x02") > 2 * MAX_ONDERDELEN:
        raise OnleesbaarBestand(
            f"{naam} bestaat uit te veel onderdelen. Het bestand is uit voorzorg niet geopend.", hulp=_WEL
        )
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as archief:
            delen = {deel.lower() for deel in archief.namelist()}
            soort = b""
            if "mimetype" in archief.namelist():
                with archief.open("mimetype") as bron:
                    soort = bron.read(80)  # it may unpack to gigabytes
    except ZIP_FOUTEN as fout:
        raise OnleesbaarBestand(f"{naam} is een beschadigde of onvolledige werkmap.", hulp=_LEEG) from fout
    if "xl/workbook.xml" in delen:
        return Formaat.XLSX
    if b"opendocument.spreadsheet" in soort:
        return Formaat.ODS
    if "xl/workbook.bin" in delen:
        raise OnleesbaarBestand(f"{naam} is een binaire Excel-werkmap (.xlsb).", hulp=_OPSLAAN_ALS)
    for deel, wat in (
        ("word/document.xml", "een Word-document"),
        ("ppt/presentation.xml", "een presentatie"),
        ("index/document.iwa", "een bestand van Apple Numbers of Pages"),
        ("meta.json", "een archief van Netwerkkaart; dat gaat terug met het commando herstel"),
    ):
        if deel in delen:
            raise OnleesbaarBestand(f"{naam} is {wat}, geen tabel.", hulp=_WEL)
    if b"opendocument" in soort:
        raise OnleesbaarBestand(f"{naam} is een document van LibreOffice, geen rekenblad.", hulp=_WEL)
    raise OnleesbaarBestand(
        f"{naam} is een ingepakt bestand (ZIP), geen werkmap.",
        hulp="Pak het eerst uit en kies het bestand erin.",
    )


def _oud_of_beveiligd(inhoud: bytes, naam: str) -> OnleesbaarBestand:
    """An OLE container: old Excel, old Word, or a new workbook behind a password."""
    if "EncryptedPackage".encode("utf-16-le") in inhoud:
        return OnleesbaarBestand(
            f"{naam} is beveiligd met een wachtwoord.",
            hulp="Haal in Excel het wachtwoord weg (Bestand > Info > Werkmap beveiligen) en bewaar opnieuw.",
        )
    if "WordDocument".encode("utf-16-le") in inhoud:
        return OnleesbaarBestand(f"{naam} is een oud Word-document, geen tabel.", hulp=_WEL)
    return OnleesbaarBestand(f"{naam} is een oud Excel-bestand (.xls).", hulp=_OPSLAAN_ALS)


def _weiger_opmaaktaal(inhoud: bytes, naam: str) -> None:
    """Refuse web pages, XML and JSON: text, but no table (many web sites call their HTML ``.xls``)."""
    begin = inhoud[:2048].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if re.match(rb"<!doctype html|<html|<table|<head|<meta", begin):
        raise OnleesbaarBestand(f"{naam} is een webpagina (HTML), geen werkmap.", hulp=_OPSLAAN_ALS)
    if begin.startswith(b"<?xml"):
        if b"urn:schemas-microsoft-com:office:spreadsheet" in begin:
            raise OnleesbaarBestand(f"{naam} is een oude XML-werkmap van Excel (2003).", hulp=_OPSLAAN_ALS)
        raise OnleesbaarBestand(f"{naam} is een XML-bestand, geen tabel.", hulp=_WEL)
    if re.match(rb'\{\s*("|\})|\[\s*[\[{"\]]', begin):
        raise OnleesbaarBestand(f"{naam} is een JSON-bestand, geen tabel.", hulp=_WEL)
