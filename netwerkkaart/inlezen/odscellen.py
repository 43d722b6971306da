"""Walk through ``content.xml`` of an ODS file, as :mod:`.cellen` does through the sheets of XLSX."""

from __future__ import annotations

from typing import Final

from netwerkkaart.fouten import OnleesbaarBestand
from netwerkkaart.inlezen.cellen import Celfout, XmlKijker, error_text
from netwerkkaart.inlezen.raster import kolomletter
from netwerkkaart.inlezen.restanten import Zoeker

# How LibreOffice shows an error, in English and in Dutch.
_FOUTTEKSTEN: Final = (
    *("#N/A", "#REF!", "#DIV/0!", "#NAME?", "#VALUE!", "#NUM!", "#NULL!", "Err:"),
    *("#N/B", "#VERW!", "#DEEL/0!", "#NAAM?", "#WAARDE!", "#GETAL!", "#LEEG!", "Fout:"),
)
# Elements of ODS that are no cells, though cells and texts stand in them.
_NAAST_CELLEN: Final = frozenset(
    {
        *("office:annotation", "table:shapes", "table:tracked-changes", "table:dde-links"),
        *("table:content-validations", "table:named-expressions", "table:data-pilot-tables"),
        *("table:database-ranges", "table:label-ranges", "office:forms", "office:dde-source"),
    }
)


class OdsKijker(XmlKijker):
    """Look at ``content.xml`` of an ODS file: all sheets in one part, rows and cells with repeat counts.

        LibreOffice ends a sheet with a million empty rows, as one element with a count. Only what stands
    before a filled cell is counted.

        What stands beside the cells (remarks, shapes, tracked changes, names, formulas) goes to ``zoeker``.
    """

    def __init__(self, bestand: str, deel: str) -> None:
        super().__init__(bestand, deel)
        self._parser.EndElementHandler = self._eind
        self.zoeker = Zoeker()
        self._naast: list[str] = []
        self._naast_diep = 0
        self._blad = ""
        self._rij = self._kolom = self._laatste = 0
        self._rij_keer = self._cel_keer = 1
        self._breedste = self._ervoor = 0
        self._in_cel = self._gevuld = self._formule = self._fout = False
        self._tekst = ""

    def _begin(self, naam: str, attributen: dict[str, str]) -> None:
        if self._naast_diep:
            self._begin_naast(naam, attributen)
        elif naam == "table:table-cell" or naam == "table:covered-table-cell":
            self._begin_cel(attributen)
        elif naam == "text:p":
            self._gevuld = self._gevuld or self._in_cel
        elif naam == "table:table-row":
            self._rij_keer = self._keer(attributen.get("table:number-rows-repeated"))
            self._kolom = self._laatste = 0
        elif naam == "table:table":
            self._blad = attributen.get("table:name", "")
            self._rij = self._breedste = 0
            self._ervoor = self.cellen  # of the sheets before this one
        elif naam == "office:document-content":
            self._eis_gewone_namen(attributen)
        elif naam in _NAAST_CELLEN or naam.startswith("draw:"):
            self._begin_naast(naam, attributen)
        elif any(len(waarde) > 10 for waarde in attributen.values()):
            self.zoeker.zoek_tekst(attributen.values())

    def _begin_naast(self, naam: str, attributen: dict[str, str]) -> None:
        """Within a remark, a shape or the like: its text and attributes are searched, nothing is a cell."""
        self._naast_diep += 1
        if naam in ("text:p", "text:h"):
            self._naast.append("\x1f")
        self._naast.extend(f"\x1f{waarde}\x1f" for waarde in attributen.values() if len(waarde) > 10)
        self._parser.CharacterDataHandler = self._naast.append

    def _eind_naast(self) -> None:
        self._naast_diep -= 1
        if self._naast_diep == 0 or len(self._naast) > 10_000:
            self.zoeker.zoek_tekst(["".join(self._naast)])
            self._naast.clear()
        if self._naast_diep == 0:
            self._parser.CharacterDataHandler = self._hoor if self._formule or self._fout else None

    def _begin_cel(self, attributen: dict[str, str]) -> None:
        self._cel_keer = self._keer(attributen.get("table:number-columns-repeated"))
        soort = attributen.get("office:value-type")
        self._formule = "table:formula" in attributen
        self._fout = attributen.get("calcext:value-type") == "error"
        self._gevuld = soort is not None or self._formule
        self._in_cel = True
        self._tekst = ""
        if self._formule or self._fout:
            self.zoeker.zoek_tekst([attributen.get("table:formula", "")])
            self._parser.CharacterDataHandler = self._hoor
            if soort is None and not self._fout:
                self._meld(Celfout(self._blad, self._plaats()))

    def _hoor(self, tekst: str) -> None:
        if len(self._tekst) < 20:
            self._tekst += tekst.strip()

    def _eind(self, naam: str) -> None:
        if self._naast_diep:
            self._eind_naast()
        elif naam == "table:table-cell" or naam == "table:covered-table-cell":
            if self._fout or (self._formule and self._tekst.startswith(_FOUTTEKSTEN)):
                self._meld(Celfout(self._blad, self._plaats(), error_text(self._tekst)))
            if self._formule or self._fout:
                self._parser.CharacterDataHandler = None
            self._kolom += self._cel_keer
            if self._gevuld:
                self._laatste = self._kolom
            self._in_cel = self._formule = self._fout = False
        elif naam == "table:table-row":
            self._rij += self._rij_keer
            if self._laatste:
                self._breedste = max(self._breedste, self._laatste)
                self._keur(self._rij, self._laatste)
                self.cellen = self._ervoor + self._rij * self._breedste
                self._keur_cellen()

    def _plaats(self) -> str:
        return f"{kolomletter(self._kolom)}{self._rij + 1}"

    def _keer(self, tekst: str | None) -> int:
        """A repeat count; nonsense is refused, for a parser may take it otherwise than we do."""
        if tekst is None:
            return 1
        if not tekst.isdecimal() or len(tekst) > 7:
            raise OnleesbaarBestand(f"{self.bestand} is beschadigd: een herhaling is geen getal.")
        return max(1, int(tekst))

    def _eis_gewone_namen(self, attributen: dict[str, str]) -> None:
        """Refuse other prefixes than everybody's: calamine goes by the prefix, and so do we."""
        for voorvoegsel in ("office", "table", "text"):
            if f"urn:oasis:names:tc:opendocument:xmlns:{voorvoegsel}:1.0" != attributen.get(
                f"xmlns:{voorvoegsel}"
            ):
                raise OnleesbaarBestand(
                    f"{self.bestand} is geen gewoon ODS-rekenblad.",
                    hulp="Open het bestand in LibreOffice en bewaar het opnieuw als .ods of .xlsx.",
                )
