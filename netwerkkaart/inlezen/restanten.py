"""What a workbook holds beside its cells: remarks, text boxes, properties, copies that a pivot table keeps.

None of it is read into a table, but a register number in it is still pupil data in a file that we keep.
So these parts are searched as text: tags away, entities resolved, runs of one paragraph joined. They are
not parsed, so nothing in them can do harm or fail.
"""

from __future__ import annotations

import codecs
import html
import io
import re
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from netwerkkaart.inlezen.formaat import ZIP_FOUTEN
from netwerkkaart.inlezen.kolomnamen import is_leerlingkolom
from netwerkkaart.inlezen.rijksregister import (
    as_plain,
    bare_numbers,
    formatted_numbers,
    is_rijksregisternummer,
    may_hold_number,
)

_NUMMER: Final = "een rijksregisternummer"
# Which part tells what, in order; names are flat (see archief). A trailing ``{}`` is what was found.
_SOORTEN: Final[tuple[tuple[re.Pattern[str], str], ...]] = tuple(
    (re.compile(patroon), wat)
    for patroon, wat in (
        (r"xl/(threaded)?comments", f"Een opmerking bij een cel bevat {_NUMMER}."),
        (r"xl/(drawings|diagrams)/", f"Een tekstvak, tekening of opmerking bevat {_NUMMER}."),
        (r"xl/charts", f"Een grafiek bewaart {_NUMMER}."),
        (r"xl/pivot", f"Een draaitabel bewaart {_NUMMER}."),
        (
            r"xl/(externallinks|querytables|queries|connections)",
            f"Een koppeling naar buiten bewaart {_NUMMER}.",
        ),
        (r"docprops/|meta\.xml$", f"De eigenschappen van het bestand (Bestand > Info) bevatten {_NUMMER}."),
        (
            r"customxml/|xl/customproperty",
            f"Verborgen gegevens in het bestand (custom XML) bevatten {_NUMMER}.",
        ),
        (r"xl/workbook\.xml$", f"Een naam in de werkmap (Formules > Namen beheren) bevat {_NUMMER}."),
        (r"xl/sharedstrings", f"Een tekst die in geen enkele cel meer staat, bevat {_NUMMER}."),
        (
            r"xl/(worksheets|macrosheets|dialogsheets|chartsheets)/(?!_rels)",
            f"Een kop- of voettekst, formule, keuzelijst of koppeling op het blad bevat {_NUMMER}.",
        ),
        (r"xl/embeddings/|object ", f"Een ingesloten document bevat {_NUMMER}."),
        (r"styles\.xml$", f"Een kop- of voettekst bevat {_NUMMER}."),
        (r"content\.xml$", f"Een opmerking, tekstvak, formule of wijziging bevat {_NUMMER}."),
        (r"", f"Een verborgen onderdeel van de werkmap bevat {_NUMMER}."),
    )
)
_DRAAITABEL: Final = "Een draaitabel bewaart een kolom met gegevens van leerlingen of ouders."
_DTD: Final = re.compile(r"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_COMMENTAAR: Final = re.compile(r"<!--|-->|<!\[CDATA\[|\]\]>")
_ALINEA: Final = re.compile(
    r"</?(?:[\w.-]+:)?(?:p|h|si|is|comment|text|div|tr|td|row|c|v|f|br|author|sheet)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_TAG: Final = re.compile(r"<[^<>]*>")
_RUN: Final = re.compile(r"<(?:[\w.-]+:)?(?:r|span|s|a|font|b|i)[\s/>]", re.IGNORECASE)
_ATTRIBUUT: Final = re.compile(r"=\s*(?:\"([^\"<]{11,})\"|'([^'<]{11,})')")
_DRAAIVELD: Final = re.compile(r"<(?:\w+:)?cacheField\b[^<>]*?\bname=\"([^\"]{1,200})\"")
_FORMULE: Final = re.compile(r"<(?:\w+:)?f(?:\s[^<>]*)?>([^<]*)<")
_BEGIN_CELLEN: Final = re.compile(r"<(?:\w+:)?sheetData(?:\s[^<>]*)?/?>")
_EINDE_CELLEN: Final = "sheetData>"
_STAART: Final = 4_096
_BEELD: Final = re.compile(r"\.(png|jpe?g|gif|bmp|tiff?|emf|wmf|wdp|ico|mp[34]|wav|ttf|odttf|fntdata)$")
_MAX_KALE: Final = 50
_MAX_INGESLOTEN: Final = 50 * 2**20
_MAX_DELEN: Final = 500


@dataclass(frozen=True, slots=True)
class Restant:
    """Something beside the cells that looks like pupil data.

    Args:
        wat: a Dutch sentence that says where, without the value.
        blad: name of the sheet, where it is known.
        zeker: its form leaves no doubt.
        kaal: bare digits that are a register number, unless a cell shows what else they are.
    """

    wat: str
    blad: str = ""
    zeker: bool = True
    kaal: frozenset[str] = frozenset()


@dataclass(slots=True)
class Zoeker:
    """Takes one part of a workbook in pieces, and keeps what it found.

    Args:
        is_blad: a sheet that the parser reads: its cells are left to the judge of cells.
    """

    is_blad: bool = False
    zeker: bool = False
    draaiveld: bool = False
    dtd: bool = False
    kaal: set[str] = field(default_factory=set)
    _decoder: codecs.IncrementalDecoder | None = None
    _staart: str = ""
    _halve_cel: str = ""
    _in_cellen: bool = False

    def voer(self, stuk: bytes) -> None:
        """Take the next piece."""
        if self._decoder is None:
            codering = "utf-16" if stuk[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) else "utf-8"
            self._decoder = codecs.getincrementaldecoder(codering)("replace")
        tekst = self._decoder.decode(stuk)
        self._zoek_verder(self._zonder_cellen(tekst) if self.is_blad else tekst)

    def sluit(self) -> None:
        """Say that the part has ended."""
        if self.is_blad:
            self._staart += self._zonder_cellen("", einde=True)
        self._zoek(self._staart)
        self._staart = ""

    def _zoek_verder(self, tekst: str) -> None:
        """Search what is known so far; its end is searched again with what comes, as a text may go on."""
        tekst = self._staart + tekst
        einde = _begin_tag(tekst, len(tekst))
        self._zoek(tekst[:einde])
        self._staart = tekst[_begin_tag(tekst, max(0, einde - _STAART)) :]

    def zoek_tekst(self, teksten: Iterable[str]) -> None:
        """Search texts that somebody else took out of the XML."""
        tekst = "\x1f".join(teksten)
        if not may_hold_number(tekst):
            return
        plat = as_plain(tekst)
        self.zeker = self.zeker or next(formatted_numbers(plat), None) is not None
        if len(self.kaal) < _MAX_KALE:
            self.kaal.update(filter(is_rijksregisternummer, bare_numbers(plat)))

    def as_restanten(self, deel: str, blad: str = "") -> list[Restant]:
        """What was found, said in words; ``deel`` is the flat name of the part."""
        gevonden = []
        if self.zeker or self.kaal:
            wat = next(wat for patroon, wat in _SOORTEN if patroon.match(deel) or patroon.search(deel))
            gevonden.append(Restant(wat, blad, self.zeker, frozenset(self.kaal)))
        if self.draaiveld:
            gevonden.append(Restant(_DRAAITABEL, blad))
        return gevonden

    def _zoek(self, tekst: str) -> None:
        if not tekst:
            return
        self.dtd = self.dtd or ("<!" in tekst and _DTD.search(tekst) is not None)
        if "cacheField" in tekst:
            namen = map(html.unescape, _DRAAIVELD.findall(tekst))
            self.draaiveld = self.draaiveld or any(map(is_leerlingkolom, namen))
        runs = _RUN.search(tekst) is not None
        if not runs and "&" not in tekst and not may_hold_number(tekst):
            return
        tekst = _COMMENTAAR.sub(" ", tekst)
        self.zoek_tekst(html.unescape(a or b) for a, b in _ATTRIBUUT.findall(tekst))
        self.zoek_tekst([html.unescape(_TAG.sub("\x1f", tekst))])
        if runs:
            self.zoek_tekst([html.unescape(_TAG.sub("", _ALINEA.sub("\x1f", tekst)))])

    def _zonder_cellen(self, tekst: str, einde: bool = False) -> str:
        """The part of a piece of a sheet that is no cell, and the formulas in the cells."""
        tekst = self._halve_cel + tekst
        tot = (
            len(tekst) if einde else max(tekst.rfind("<c"), tekst.rfind("<", 0, max(0, len(tekst) - _STAART)))
        )
        tot = tot if tot >= 0 or len(tekst) < _STAART else len(tekst)
        self._halve_cel, tekst = tekst[max(tot, 0) :], tekst[: max(tot, 0)]
        buiten = _FORMULE.findall(tekst) if "<f>" in tekst or "<f " in tekst else []
        plaats = 0
        while plaats < len(tekst):
            if self._in_cellen:
                plaats = tekst.find(_EINDE_CELLEN, plaats)
                if plaats < 0:
                    break
                plaats += len(_EINDE_CELLEN)
                self._in_cellen = False
                continue
            begin = _BEGIN_CELLEN.search(tekst, plaats)
            buiten.append(tekst[plaats : begin.start() if begin else len(tekst)])
            if begin is None:
                break
            self._in_cellen = not begin[0].endswith("/>")
            plaats = begin.end()
        return "\x1f".join(buiten)


def _begin_tag(tekst: str, tot: int) -> int:
    """Where the last tag begins before this place, so that none is cut; the place itself if none is near."""
    plaats = tekst.rfind("<", max(0, tot - _STAART), tot)
    return tot if plaats < 0 else plaats


def is_picture(deel: str) -> bool:
    """True for a part in which there is nothing to read."""
    return _BEELD.search(deel) is not None


def search_embedded(inhoud: bytes, zoeker: Zoeker) -> None:
    """Search a document inside the workbook: the XML of a nested archive, or raw bytes. One level deep."""
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as archief:
            over = _MAX_INGESLOTEN
            for deel in archief.infolist()[:_MAX_DELEN]:
                over -= deel.file_size
                if over < 0:
                    return
                if deel.filename.lower().endswith((".xml", ".rels", ".vml", ".txt", ".csv")):
                    binnen = Zoeker()
                    binnen.voer(archief.read(deel))
                    binnen.sluit()
                    zoeker.zeker = zoeker.zeker or binnen.zeker
                    zoeker.kaal |= binnen.kaal
    except ZIP_FOUTEN:
        zoeker.zoek_tekst([inhoud.decode("latin-1"), inhoud.decode("utf-16-le", "replace")])
