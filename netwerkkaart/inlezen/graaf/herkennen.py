"""Which kind of graph a file holds, by its first bytes; its name is not believed."""

from __future__ import annotations

import codecs
import re
from typing import Final

from netwerkkaart.fouten import OnleesbaarBestand
from netwerkkaart.inlezen.graaf.xml import DTD, OPNIEUW

XML: Final = ("graphml", "gexf")
_WEL: Final = "Gelezen worden GraphML, GEXF, de JSON van Kumu, en rekenbladen van Kumu (XLSX, ODS of CSV)."
_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BEGIN: Final = 16 * 1024
# What stands before the root: a declaration, comments, instructions, a document type.
_VOORAF: Final = re.compile(r"\s*(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>)", re.DOTALL)
_WORTEL: Final = re.compile(r"\s*<([A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)")
_ANDERE: Final = {
    "html": "een webpagina (HTML)",
    "svg": "een tekening (SVG)",
    "mxfile": "een tekening van draw.io",
    "opml": "een lijst (OPML)",
    "rdf": "RDF",
    "dgml": "DGML",
    "directedgraph": "DGML",
    "workbook": "een oude XML-werkmap van Excel (2003)",
}


def recognize(inhoud: bytes, naam: str) -> str:
    """``graphml``, ``gexf``, ``json``, or ``tabel`` for whatever may be a spreadsheet.

    Raises:
        OnleesbaarBestand: XML or JSON of something that is no graph.
    """
    begin = head(inhoud).lstrip("\ufeff \t\r\n")
    if begin.startswith("{"):
        return "json"
    if begin.startswith("["):
        raise OnleesbaarBestand(
            f"{naam} is JSON, maar geen graaf van Kumu: het is een losse lijst.", hulp=_WEL
        )
    if not begin.startswith("<"):
        return "tabel"
    while vooraf := _VOORAF.match(begin):
        begin = begin[vooraf.end() :]
    if begin.lstrip()[:9].upper() == "<!DOCTYPE":  # longer than any that a program writes
        raise OnleesbaarBestand(f"{naam} {DTD}", hulp=OPNIEUW)
    wortel = _WORTEL.match(begin)
    soort = wortel[2].lower() if wortel else ""
    if soort in XML:
        return soort
    wat = _ANDERE.get(soort, f"XML ({wortel[2][:40]})" if wortel else "XML")
    raise OnleesbaarBestand(f"{naam} is {wat}, geen graaf die gelezen kan worden.", hulp=_WEL)


def head(inhoud: bytes) -> str:
    """The beginning of a file as text: by its byte order mark, by the nulls of UTF-16, else as UTF-8."""
    stuk = inhoud[:_BEGIN]
    for bom, codering in _BOMS:
        if stuk.startswith(bom):
            return stuk.decode(codering, "replace")
    if stuk[:1] == b"\x00":
        return stuk.decode("utf-16-be", "replace")
    return stuk.decode("utf-16-le" if stuk[1:2] == b"\x00" else "utf-8", "replace")
