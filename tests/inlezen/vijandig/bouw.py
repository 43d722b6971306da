"""Builders: raw ZIP archives with any lie in them, and workbooks from pieces of XML."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

HOOFD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SHEETML = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PAKKET = "http://schemas.openxmlformats.org/package/2006"
KOP = ("id", "naam", "soort")
RIJ = ("s1", "De Ark", "School")


@dataclass
class Deel:
    """One part of an archive. What is not told is true; every field may lie."""

    naam: str
    inhoud: bytes
    ingepakt: bytes | None = None
    methode: int = 8
    vlaggen: int = 0x800
    crc: int | None = None
    grootte: int | None = None
    ingepakte_grootte: int | None = None
    attributen: int = 0
    op_plaats_van: int | None = None
    lokale_naam: str | None = None

    def pak(self) -> bytes:
        """Its bytes as they stand in the archive."""
        if self.ingepakt is not None:
            return self.ingepakt
        if self.methode == 0:
            return self.inhoud
        pakker = zlib.compressobj(9, zlib.DEFLATED, -15)
        return pakker.compress(self.inhoud) + pakker.flush()


def zip_van(delen: Sequence[Deel], commentaar: bytes = b"") -> bytes:
    """An archive, written by hand: any date is 1980, so that the bytes are always the same."""
    uit = bytearray()
    plaatsen: list[int] = []
    centraal = bytearray()
    for deel in delen:
        ruw = deel.pak()
        naam = deel.naam.encode("utf-8")
        lokaal = (deel.lokale_naam or deel.naam).encode("utf-8")
        crc = zlib.crc32(deel.inhoud) if deel.crc is None else deel.crc
        groot = len(deel.inhoud) if deel.grootte is None else deel.grootte
        klein = len(ruw) if deel.ingepakte_grootte is None else deel.ingepakte_grootte
        velden = (20, deel.vlaggen, deel.methode, 0, 0x21, crc, klein, groot)
        if deel.op_plaats_van is None:
            plaats = len(uit)
            uit += b"PK\x03\x04" + struct.pack("<5H3I2H", *velden, len(lokaal), 0) + lokaal + ruw
        else:
            plaats = plaatsen[deel.op_plaats_van]
        plaatsen.append(plaats)
        centraal += b"PK\x01\x02" + struct.pack(
            "<6H3I5H2I", 0x314, *velden, len(naam), 0, 0, 0, 0, deel.attributen, plaats
        )
        centraal += naam
    aantal = min(len(delen), 0xFFFF)
    einde = struct.pack("<4H2IH", 0, 0, aantal, aantal, len(centraal), len(uit), len(commentaar))
    return bytes(uit + centraal + b"PK\x05\x06" + einde + commentaar)


def tekst_cel(plaats: str, tekst: str) -> str:
    """A cell with a text."""
    return f'<c r="{plaats}" t="inlineStr"><is><t xml:space="preserve">{escape(tekst)}</t></is></c>'


def rijen_xml(rijen: Sequence[Sequence[str]], vanaf: int = 1) -> str:
    """Rows of texts; a cell that begins with ``<`` is XML already."""
    uit = []
    for nummer, rij in enumerate(rijen, start=vanaf):
        cellen = [
            cel if cel.startswith("<") else tekst_cel(f"{chr(65 + kolom)}{nummer}", cel)
            for kolom, cel in enumerate(rij)
        ]
        uit.append(f'<row r="{nummer}">{"".join(cellen)}</row>')
    return "".join(uit)


def blad_xml(cellen: str, *, voor: str = "", na: str = "", kop: str = "") -> str:
    """A worksheet part."""
    return (
        f'{HOOFD}{kop}<worksheet xmlns="{SHEETML}" xmlns:r="{RELS}">{voor}'
        f"<sheetData>{cellen}</sheetData>{na}</worksheet>"
    )


def xlsx_delen(
    bladen: dict[str, str] | None = None,
    *,
    cellen: str | None = None,
    extra: dict[str, str | bytes] | None = None,
    boek_na: str = "",
    boek_voor: str = "",
    stand: dict[str, str] | None = None,
    blad_rels: dict[int, str] | None = None,
    inhoudstype: str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
) -> list[Deel]:
    """The parts of a workbook.

    Args:
        bladen: XML of the whole part by sheet name; else one sheet ``Blad1`` with ``cellen``.
        cellen: what stands in ``sheetData``; nothing: one good school.
        extra: more parts, or other content for a part, by name.
        boek_na: XML behind the list of sheets in the workbook.
        boek_voor: XML before it.
        stand: ``hidden`` or ``veryHidden`` by sheet name.
        blad_rels: XML of relations by number of the sheet.
        inhoudstype: content type of the workbook.
    """
    if bladen is None:
        bladen = {"Blad1": blad_xml(rijen_xml([KOP, RIJ]) if cellen is None else cellen)}
    lijst, relaties, typen = [], [], []
    delen: dict[str, str | bytes] = {}
    for nummer, (naam, xml) in enumerate(bladen.items(), start=1):
        toestand = f' state="{stand[naam]}"' if stand and naam in stand else ""
        lijst.append(f'<sheet name={quoteattr(naam)} sheetId="{nummer}"{toestand} r:id="rId{nummer}"/>')
        relaties.append(
            f'<Relationship Id="rId{nummer}" Type="{RELS}/worksheet" Target="worksheets/sheet{nummer}.xml"/>'
        )
        typen.append(
            f'<Override PartName="/xl/worksheets/sheet{nummer}.xml"'
            ' ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
        )
        delen[f"xl/worksheets/sheet{nummer}.xml"] = xml
        if blad_rels and nummer in blad_rels:
            delen[f"xl/worksheets/_rels/sheet{nummer}.xml.rels"] = rels_xml(blad_rels[nummer])
    alles: dict[str, str | bytes] = {
        "[Content_Types].xml": f'{HOOFD}<Types xmlns="{PAKKET}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{inhoudstype}"/>{"".join(typen)}</Types>',
        "_rels/.rels": rels_xml(
            f'<Relationship Id="rId1" Type="{RELS}/officeDocument" Target="xl/workbook.xml"/>'
        ),
        "xl/workbook.xml": f'{HOOFD}<workbook xmlns="{SHEETML}" xmlns:r="{RELS}">{boek_voor}'
        f"<sheets>{''.join(lijst)}</sheets>{boek_na}</workbook>",
        "xl/_rels/workbook.xml.rels": rels_xml("".join(relaties)),
        **delen,
        **(extra or {}),
    }
    return [Deel(naam, xml.encode() if isinstance(xml, str) else xml) for naam, xml in alles.items()]


def rels_xml(relaties: str) -> str:
    """A part of relations."""
    return f'{HOOFD}<Relationships xmlns="{PAKKET}/relationships">{relaties}</Relationships>'


_ODF = "".join(
    f' xmlns:{kort}="urn:oasis:names:tc:opendocument:xmlns:{lang}:1.0"'
    for kort, lang in (
        *(("office", "office"), ("table", "table"), ("text", "text"), ("draw", "drawing")),
        *(("script", "script"), ("meta", "meta"), ("style", "style")),
    )
)
_MEER = (
    ' xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
    ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
)


def ods_cel(tekst: str, attributen: str = "", binnen: str = "") -> str:
    """A text cell of ODS."""
    return (
        f'<table:table-cell office:value-type="string"{attributen}>{binnen}<text:p>{escape(tekst)}</text:p>'
        "</table:table-cell>"
    )


def ods_tabel(
    rijen: Sequence[Sequence[str]], naam: str = "Blad1", *, voor: str = "", na: str = "", attributen: str = ""
) -> str:
    """A table of ODS; a cell that begins with ``<`` is XML already."""
    regels = "".join(
        "<table:table-row>"
        + "".join(c if c.startswith("<") else ods_cel(c) for c in rij)
        + "</table:table-row>"
        for rij in rijen
    )
    return f"<table:table table:name={quoteattr(naam)}{attributen}>{voor}{regels}{na}</table:table>"


def ods_van(
    tabellen: str,
    *,
    kop: str = "",
    voor: str = "",
    na: str = "",
    begin: str = "",
    manifest: str = "",
    extra: dict[str, str | bytes] | None = None,
) -> bytes:
    """An ODS file with this XML in ``office:spreadsheet``."""
    alles: dict[str, str | bytes] = {
        "content.xml": f"{HOOFD}{kop}<office:document-content{_ODF}{_MEER}>{begin}<office:body><office:spreadsheet>"
        f"{voor}{tabellen}{na}</office:spreadsheet></office:body></office:document-content>",
        "META-INF/manifest.xml": f"{HOOFD}<manifest>{manifest}</manifest>",
        **(extra or {}),
    }
    eerst = Deel("mimetype", b"application/vnd.oasis.opendocument.spreadsheet", methode=0)
    return zip_van(
        [eerst, *(Deel(naam, x.encode() if isinstance(x, str) else x) for naam, x in alles.items())]
    )


def odf_deel(wortel: str, binnen: str) -> str:
    """Another part of ODS, such as ``meta.xml``."""
    return f"{HOOFD}<office:{wortel}{_ODF}{_MEER}>{binnen}</office:{wortel}>"
