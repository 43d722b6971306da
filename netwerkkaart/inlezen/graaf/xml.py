"""XML piece by piece: what GraphML and GEXF have in common, and what neither may hold.

defusedxml refuses a DTD, and with it every entity; nothing is ever fetched. The tree is not built: an
element is told when it begins and ends, so that memory does not grow with the file.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final, Protocol
from xml.etree.ElementTree import ParseError

from netwerkkaart.fouten import OnleesbaarBestand
from netwerkkaart.inlezen.graaf.vangst import Vangst
from netwerkkaart.inlezen.grenzen import MAX_CEL

_STUK: Final = 64 * 1024
_DIEPTE: Final = 100
"""Elements within elements: GraphML of yEd reaches some 15."""
_XINCLUDE: Final = "http://www.w3.org/2001/XInclude"
_VOORZORG: Final = "Het bestand is uit voorzorg niet geopend."
DTD: Final = f"bevat een DTD of entiteiten, en dat hoort niet in een graaf. {_VOORZORG}"
OPNIEUW: Final = "Bewaar of exporteer de graaf opnieuw in het programma waarin ze gemaakt is."
# Codes of expat (xml.parsers.expat.errors.codes) that deserve a sentence of their own.
_FOUTEN: Final = {
    3: "het bestand breekt af voor het einde",
    5: "het bestand breekt af voor het einde",
    4: "een teken past niet bij de codering die bovenaan staat, of een & of < staat los",
    7: "een element wordt niet gesloten, of in de verkeerde volgorde",
    8: "een element heeft twee keer hetzelfde attribuut",
    11: "een tekst verwijst naar een entiteit die niet bestaat",
    18: "de codering die bovenaan staat, is niet gekend",
    19: "de tekens passen niet bij de codering die bovenaan staat",
    27: "een voorvoegsel is nergens aangekondigd",
}


class _Plek(Protocol):
    CurrentLineNumber: int


class XmlLezer:
    """Walks through a file of one format; a child class says what each element means.

    Args:
        vangst: where it tells what it finds.
    """

    def __init__(self, vangst: Vangst) -> None:
        self.vangst = vangst
        self.pad: list[str] = []
        """Names of the elements around, the outermost first."""
        self._plek: _Plek | None = None
        self._tekst: list[str] = []
        self._lengte = 0

    @property
    def rij(self) -> int:
        """Line of the file at which the parser stands."""
        return self._plek.CurrentLineNumber if self._plek is not None else 0

    def begin(self, naam: str, attributen: dict[str, str]) -> None:
        """An element begins; ``pad`` holds those around it."""
        raise NotImplementedError

    def einde(self, naam: str) -> None:
        """An element ends; ``pad`` holds those around it."""
        raise NotImplementedError

    def tekst(self, tekst: str) -> None:
        """Text directly within the last element of ``pad``; it may come in pieces."""
        raise NotImplementedError

    def weiger(self, waarom: str, hulp: str = OPNIEUW) -> OnleesbaarBestand:
        """A refusal at this place."""
        return OnleesbaarBestand(f"{self.vangst.bestand}, rij {self.rij}: {waarom}", hulp=hulp)

    # ---- what the parser calls -----------------------------------------------------------------------

    def follow(self, plek: _Plek) -> None:
        """Take the lines of the file from this parser."""
        self._plek = plek

    def start(self, tag: str, attributen: dict[str, str]) -> None:
        """Called by the parser."""
        if self._tekst:
            self._spoel()
        ruimte, _, naam = tag.rpartition("}")
        if ruimte == _XINCLUDE:
            raise self.weiger(f"het bestand wil een ander bestand binnenhalen (XInclude). {_VOORZORG}")
        if len(self.pad) >= _DIEPTE:
            raise self.weiger(f"de elementen zijn dieper genest dan {_DIEPTE} lagen. {_VOORZORG}")
        self.begin(naam, attributen)
        self.pad.append(naam)

    def end(self, tag: str) -> None:  # noqa: ARG002 - expat's own signature
        """Called by the parser."""
        if self._tekst:
            self._spoel()
        self.einde(self.pad.pop())

    def data(self, tekst: str) -> None:
        """Called by the parser, with a piece of text."""
        self._tekst.append(tekst)
        self._lengte += len(tekst)
        if self._lengte > MAX_CEL:
            self._spoel()

    def close(self) -> None:
        """Called by the parser when all is read."""

    def _spoel(self) -> None:
        tekst, self._tekst, self._lengte = "".join(self._tekst), [], 0
        if self.pad:
            self.tekst(tekst)


def walk_xml(pad: Path, lezer: XmlLezer) -> None:
    """Lead a reader through a file.

    Raises:
        OnleesbaarBestand: no XML, cut off, with a DTD, or refused by the reader.
    """
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import DefusedXMLParser

    bestand = lezer.vangst.bestand
    parser = DefusedXMLParser(target=lezer, forbid_dtd=True)
    lezer.follow(parser.parser)
    # Straight to the reader: the detour of ElementTree, which rewrites every name, takes half of the time.
    parser.parser.ordered_attributes = False
    parser.parser.StartElementHandler = lezer.start
    parser.parser.EndElementHandler = lezer.end
    try:
        with pad.open("rb") as bron:
            while stuk := bron.read(_STUK):
                parser.feed(stuk)
            parser.close()
    except DefusedXmlException as fout:
        raise OnleesbaarBestand(
            f"{bestand} {DTD}",
            hulp=OPNIEUW,
        ) from fout
    except ParseError as fout:
        waarom = _FOUTEN.get(fout.code, "de tekst is geen geldige XML")
        raise OnleesbaarBestand(f"{bestand}, rij {fout.position[0]}: {waarom}.", hulp=OPNIEUW) from fout
    except (ValueError, LookupError) as fout:  # an encoding that Python knows, but not as one of characters
        raise OnleesbaarBestand(f"{bestand}: {_FOUTEN[18]}.", hulp=OPNIEUW) from fout
