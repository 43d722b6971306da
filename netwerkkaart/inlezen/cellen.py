"""Walk through the XML of a sheet before any parser builds it: how far cells reach, which have no value.

Two questions are answered in one pass of expat (which refuses what is not well formed and
keeps no more than one element in memory):

* How large is the rectangle around the filled cells? calamine allocates it whole, so that one cell
  at XFD1048576 asks for 512 GiB.
* Which cells hold an error (``#N/A``) or a formula whose result was never stored? calamine gives empty
  text for these, which would pass for "not filled in".
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from dataclasses import dataclass
from typing import Final, NoReturn
from xml.parsers import expat

from netwerkkaart.fouten import OnleesbaarBestand
from netwerkkaart.inlezen.grenzen import MAX_CELFOUTEN, MAX_CELLEN, MAX_KOLOMMEN, MAX_RIJEN
from netwerkkaart.inlezen.raster import kolomletter

_CIJFERS: Final = "0123456789"
_LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_BEGIN: Final = rb'<c r="[A-Z]{1,3}[1-9][0-9]{0,6}"(?: s="[0-9]+")?(?: t="(?:s|n|b|d|str|inlineStr)")?'
_TEKST: Final = rb"[ !#-%'-;=-Z^-~]*"  # ASCII without what could make XML of it that is not well formed
_WAARDE: Final = rb'<v>%b</v>|<is><t(?: xml:space="preserve")?>%b</t></is>' % (_TEKST, _TEKST)
# Possessive: a run of a million cells leaves nothing behind to come back to.
_GEWONE_CELLEN: Final = re.compile(rb"(?:%b(?:/>|>(?:%b)</c>))++" % (_BEGIN, _WAARDE))
_GEVULD: Final = re.compile(
    rb"%b(?=><[vi])" % _BEGIN.replace(rb'"[A-Z]{1,3}[1-9][0-9]{0,6}"', rb'"([A-Z]{1,3}[1-9][0-9]{0,6})"')
)
_LANGSTE_CEL: Final = 2**20
"""Bytes to wait for the end of a cell; Excel allows 32,767 characters."""
_HULP_GROOT: Final = (
    "Verwijder in Excel de lege rijen onder en de lege kolommen naast de tabel,"
    " of kopieer de tabel naar een nieuw blad."
)


@dataclass(frozen=True, slots=True)
class Celfout:
    """A cell whose value cannot be known.

    Args:
        blad: name of the sheet (ODS) or of its part in the archive (XLSX).
        plaats: the cell as Excel names it: ``B4``.
        waarde: the error as shown (``#N/A``); empty for a formula without a stored result.
    """

    blad: str
    plaats: str
    waarde: str = ""


class XmlKijker:
    """Feed one XML part in pieces; DTDs are refused. The two children look at sheets.

    Args:
        bestand: name of the file, for the sentences.
        deel: name of the part in the archive.

    Raises:
        OnleesbaarBestand: from :meth:`voer` and :meth:`sluit`: not well formed, or with a DTD.
    """

    def __init__(self, bestand: str, deel: str) -> None:
        self.bestand = bestand
        self.deel = deel
        self.fouten: list[Celfout] = []
        self.fouten_geteld = 0
        self.cellen = 0
        self._begonnen = False
        self._parser = expat.ParserCreate(
            "UTF-8"
        )  # whatever the part says of itself: calamine reads no other
        self._parser.buffer_text = True
        self._parser.StartDoctypeDeclHandler = self._weiger_dtd
        self._parser.StartElementHandler = self._begin
        self._parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)

    def voer(self, stuk: bytes) -> None:
        """Take the next piece."""
        if not self._begonnen:
            self._begonnen = True
            if stuk.startswith((b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<")):
                # expat would find out and read on; calamine would find nothing in it.
                raise OnleesbaarBestand(
                    f"{self.bestand} bevat een onderdeel dat niet in UTF-8 bewaard is.",
                    hulp="Open het bestand in Excel of LibreOffice en bewaar het opnieuw als .xlsx.",
                )
        self._ontleed(stuk, False)

    def sluit(self) -> None:
        """Say that the part has ended."""
        self._ontleed(b"", True)

    def _ontleed(self, stuk: bytes, einde: bool) -> None:
        try:
            self._parser.Parse(stuk, einde)
        except expat.ExpatError as fout:
            raise OnleesbaarBestand(
                f"{self.bestand} is beschadigd: een onderdeel van de werkmap is geen geldige XML.",
                hulp="Open het bestand in Excel of LibreOffice, laat het herstellen, en bewaar het opnieuw.",
            ) from fout

    def _begin(self, naam: str, attributen: dict[str, str]) -> None:
        """Nothing to see in a part that is no sheet."""

    def _weiger_dtd(self, *_: object) -> NoReturn:
        raise met_dtd(self.bestand)

    def _meld(self, fout: Celfout) -> None:
        self.fouten_geteld += 1
        if len(self.fouten) < MAX_CELFOUTEN:
            self.fouten.append(fout)

    def _keur(self, rijen: int, kolommen: int) -> None:
        """Refuse a sheet whose last cell lies too far; both are counted from 1."""
        if rijen > MAX_RIJEN or kolommen > MAX_KOLOMMEN:
            plaats = f"{kolomletter(kolommen - 1)}{rijen}"
            raise OnleesbaarBestand(
                f"{self.bestand} bevat een blad dat te groot is: de laatste gevulde cel is {plaats}."
                f" Er mogen hoogstens {MAX_RIJEN} rijen en {MAX_KOLOMMEN} kolommen zijn.",
                hulp=_HULP_GROOT,
            )

    def _keur_cellen(self) -> None:
        if self.cellen > MAX_CELLEN:
            raise te_veel_cellen(self.bestand)


def met_dtd(bestand: str) -> OnleesbaarBestand:
    """The refusal of a workbook with a document type definition: entities, or files to be fetched."""
    return OnleesbaarBestand(
        f"{bestand} bevat een DTD, en dat hoort niet in een werkmap."
        " Het bestand is uit voorzorg niet geopend.",
        hulp="Open het bestand in Excel of LibreOffice en bewaar het opnieuw als .xlsx.",
    )


def te_veel_cellen(bestand: str) -> OnleesbaarBestand:
    """The refusal of a workbook with more cells than :data:`MAX_CELLEN`."""
    return OnleesbaarBestand(
        f"{bestand} is te groot: er zijn meer dan {MAX_CELLEN} cellen.",
        hulp="Laat kolommen en bladen weg die niet nodig zijn. " + _HULP_GROOT,
    )


class XlsxKijker(XmlKijker):
    """Look at a worksheet of an XLSX file.

    There is no handler for the end of an element, which saves a third of the time on a large sheet: a
    cell ends where the next element begins that is none of ``f``, ``v`` and ``is``.

    Nearly all cells of a sheet are written in one plain way. These are read by a regular expression, and of
    a run of them only the last one goes to expat. That one stands where the run stood, and what is left
    out is well formed by itself, so expat refuses what it would have refused. As long as there is no
    comment, CDATA or instruction, every ``<`` of what expat accepts begins a tag, so that what looks like
    a plain cell is one; from the first such sign on everything goes to expat.
    """

    def __init__(self, bestand: str, deel: str) -> None:
        super().__init__(bestand, deel)
        self._soort: dict[str, str] = {}
        self._gevuld: list[str] = []
        self._rij = 0
        self._ref = ""  # of the last cell of this row
        self._type = ""
        self._open = self._formule = self._waarde = False
        self._tekst = ""
        self._hoek: tuple[int, int, int, int] | None = None  # first row and column, last row and column
        self._rest = b""  # begins at a tag of which the end is not there yet
        self._is_snel = True

    def voer(self, stuk: bytes) -> None:
        """Take the next piece, and judge the cells in it."""
        super().voer(stuk)
        self._meet()

    def sluit(self) -> None:
        """Judge the last cell, and the size of the whole."""
        super().sluit()
        self._einde_cel()
        self._meet()
        if self._hoek:
            boven, links, onder, rechts = self._hoek
            self.cellen = (onder - boven + 1) * (rechts - links + 1)
            self._keur_cellen()

    def _ontleed(self, stuk: bytes, einde: bool) -> None:
        stuk = self._rest + stuk
        self._rest = b""
        if self._is_snel and not einde:
            # A cell waits for its end, and any "<" for what follows it: it might be a comment.
            for begin in (b'<c r="', b"<"):
                knip = stuk.rfind(begin)
                if knip >= 0 and len(stuk) - knip < _LANGSTE_CEL:
                    stuk, self._rest = stuk[:knip], stuk[knip:]
                    break
        # The declaration at the very beginning is the only instruction that is no reason for care.
        verder = stuk if self._parser.CurrentByteIndex > 0 else stuk.removeprefix(BOM_UTF8)[2:]
        self._is_snel = self._is_snel and b"<!" not in verder and b"<?" not in verder
        if self._is_snel and (gevuld := _GEVULD.findall(stuk)):
            self._hoeken_van(gevuld)
            stuk = _GEWONE_CELLEN.sub(_last_cell, stuk)
        super()._ontleed(stuk, einde)

    def _begin(self, naam: str, attributen: dict[str, str]) -> None:
        soort = self._soort.get(naam)
        if soort is None:
            soort = self._soort[naam] = naam.rpartition(":")[2]
        if soort == "v" or soort == "is":
            if self._ref:
                self._gevuld.append(self._ref)
            self._waarde = True
        elif soort == "c":
            if self._formule or self._type == "e":
                self._einde_cel()
            self._ref = attributen.get("r") or self._volgende()
            self._type = attributen.get("t", "")
            self._open = True
            self._waarde = False
            if self._type == "e":
                self._luister()
        elif soort == "f":
            if self._open:
                self._formule = True
                self._luister()
        else:
            self._einde_cel()
            if soort == "row":
                nummer = attributen.get("r", "")
                self._rij = int(nummer) if nummer.isdecimal() and len(nummer) < 9 else self._rij + 1
                self._ref = ""

    def _volgende(self) -> str:
        """Place of a cell that does not say it: right of the one before."""
        letters = self._ref.rstrip(_CIJFERS).upper()
        return f"{kolomletter(_kolomnummer(letters))}{self._rij}" if self._ref else f"A{self._rij}"

    def _luister(self) -> None:
        """Collect the text of this cell: its value may be empty, or an error to be told."""
        self._tekst = ""
        self._parser.CharacterDataHandler = self._hoor

    def _hoor(self, tekst: str) -> None:
        if self._waarde and len(self._tekst) < 20:
            self._tekst += tekst.strip()

    def _einde_cel(self) -> None:
        """Judge a cell that is an error or a formula."""
        if self._open and self._type == "e":
            self._meld(Celfout(self.deel, self._ref, error_text(self._tekst)))
        elif self._open and self._formule and not self._tekst and not (self._waarde and self._type == "str"):
            # A formula may well give the empty text; then it is of type str and has an empty value.
            self._meld(Celfout(self.deel, self._ref))
        if self._formule or self._type == "e":
            self._parser.CharacterDataHandler = None
        self._open = self._formule = False
        self._type = ""

    def _hoeken_van(self, plaatsen: list[bytes]) -> None:
        """Widen the rectangle by cells that are written in the plain way: all at once, without a loop."""
        alle = b",".join(plaatsen)
        letters = set(alle.translate(None, b"0123456789").split(b","))
        cijfers = set(alle.translate(None, _LETTERS.encode()).split(b","))
        self._verruim([*map(int, cijfers)], [_kolomnummer(deel.decode()) for deel in letters])

    def _meet(self) -> None:
        """Widen the rectangle by the other filled cells of this piece."""
        if not self._gevuld:
            return
        # A sheet has few columns, and a row many cells: the sets are far smaller than the list.
        letters = {ref.rstrip(_CIJFERS).upper() for ref in self._gevuld}
        cijfers = {ref.lstrip(_LETTERS) for ref in self._gevuld}
        self._gevuld.clear()
        if not all(len(deel) < 8 and deel.isascii() and deel.isalpha() for deel in letters):
            raise self._vreemd()
        nummers = [int(deel.lstrip(_LETTERS.lower())) for deel in cijfers if _is_rijnummer(deel)]
        if len(nummers) != len(cijfers):
            raise self._vreemd()
        self._verruim(nummers, [_kolomnummer(deel) for deel in letters])

    def _verruim(self, nummers: list[int], kolommen: list[int]) -> None:
        boven, links, onder, rechts = self._hoek or (min(nummers), min(kolommen), 0, 0)
        self._hoek = (
            min(boven, *nummers),
            min(links, *kolommen),
            max(onder, *nummers),
            max(rechts, *kolommen),
        )
        self._keur(self._hoek[2], self._hoek[3])

    def _vreemd(self) -> OnleesbaarBestand:
        return OnleesbaarBestand(
            f"{self.bestand} is beschadigd: een cel heeft geen geldige plaats.",
            hulp="Open het bestand in Excel of LibreOffice, laat het herstellen, en bewaar het opnieuw.",
        )


def _last_cell(cellen: re.Match[bytes]) -> bytes:
    """Of a run of cells the last: the place of one that says none follows from it."""
    alle = cellen[0]
    return alle[alle.rindex(b"<c ") :]


def error_text(tekst: str) -> str:
    """The error if it is one; a cell that only says so may hold anything, and that is not repeated."""
    return tekst if re.fullmatch(r"#[A-Z/0!?_]{1,15}|(?:Err|Fout):[0-9]{3}", tekst) else "#?"


def _is_rijnummer(deel: str) -> bool:
    """True for the digits of a cell's place (lower-case letters may stand before them)."""
    cijfers = deel.lstrip(_LETTERS.lower())
    return cijfers.isascii() and cijfers.isdecimal() and 0 < len(cijfers) < 10


def _kolomnummer(letters: str) -> int:
    """Number of a column, from 1.

    >>> _kolomnummer("A"), _kolomnummer("XFD")
    (1, 16384)
    """
    nummer = 0
    for letter in letters:
        nummer = nummer * 26 + ord(letter) - ord("A") + 1
    return nummer
