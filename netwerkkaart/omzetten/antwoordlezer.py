"""What reading each sheet of an answer needs: cells by our names, values, and messages with their place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from netwerkkaart.fouten import Ernst, Melding
from netwerkkaart.inlezen.antwoordbestand import Antwoordbestand
from netwerkkaart.inlezen.tabel import Tabel
from netwerkkaart.omzetten.antwoordvorm import JA_NEE, KOPPEN, Blad
from netwerkkaart.omzetten.context import Context
from netwerkkaart.omzetten.uiteinden import Uiteinden
from netwerkkaart.schema.basis import ORGANISATIE
from netwerkkaart.schema.register import SOORTEN, Eigenschap, Misvorming, Waarde, flatten, read_value
from netwerkkaart.schema.uitspraken import Uitspraak
from netwerkkaart.schema.vocabularia import fold


class Woord(Enum):
    """What a respondent says of a tie."""

    JA = True
    NEE = False
    WEET_NIET = None


_WOORDEN: Mapping[str, Woord] = {
    **dict.fromkeys(("ja", "j", "x", "yes", "ok", "waar", "klopt"), Woord.JA),
    **dict.fromkeys(("nee", "neen", "n", "no", "onwaar", "niet meer"), Woord.NEE),
    **dict.fromkeys(("weet niet", "weet ik niet", "geen idee", "onbekend", "w"), Woord.WEET_NIET),
}


@dataclass(frozen=True, slots=True)
class Rij:
    """One row of a sheet, by our names of the columns."""

    tabel: Tabel
    nummer: int
    cellen: Mapping[str, str]
    koppen: Mapping[str, str]

    def __getitem__(self, naam: str) -> str:
        return self.cellen.get(naam, "")

    @property
    def code(self) -> list[str]:
        """The parts of the code beside the row; empty when the respondent added it."""
        return self["code"].split("|") if self["code"] else []


@dataclass
class Lezing:
    """One answer while it is read.

    Args:
        bestand: the filled form.
        context: choices of the user, and what the store knows.
        datum: day of the answer; known once the first sheet is read.
    """

    bestand: Antwoordbestand
    context: Context
    door: str = ""
    bevraging: str = ""
    regio: str = ""
    datum: date = date(1970, 1, 1)
    uitspraken: list[Uitspraak] = field(default_factory=list)
    meldingen: list[Melding] = field(default_factory=list)
    vreemd: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._uiteinden = Uiteinden(self.context.gekend)
        self._lijst = {
            fold(rij["organisatie"]): rij["code"]
            for rij in self.rows(Blad.LIJST)
            if rij["organisatie"] and rij["code"]
        }

    @property
    def herkomst(self) -> dict[str, Waarde]:
        """Where it comes from: the file, and the day of the answer."""
        return {"bron": self.context.bron, "bron_datum": self.datum}

    def rows(self, blad: Blad) -> Iterator[Rij]:
        """The rows of a sheet; none when the form has no such sheet.

        A header that is gone is a fault: what stood beneath it can then not be told.
        """
        tabel = self.bestand.bladen.get(blad)
        if tabel is None:
            return
        plaats = {fold(kop): nummer for nummer, kop in enumerate(tabel.kolommen)}
        koppen = KOPPEN[blad]
        weg = [kop for kop in koppen.values() if fold(kop) not in plaats]
        for kop in weg:
            self.meldingen.append(
                tabel.melding(f'De kolom "{kop}" ontbreekt.', verwacht="het formulier met al zijn kolommen")
            )
        if weg:
            return
        for nummer, cellen in tabel:
            yield Rij(
                tabel, nummer, {naam: cellen[plaats[fold(kop)]] for naam, kop in koppen.items()}, koppen
            )

    def tell(
        self,
        rij: Rij,
        kolom: str,
        tekst: str,
        *,
        verwacht: str = "",
        waarde: str | None = None,
        ernst: Ernst = Ernst.FOUT,
    ) -> None:
        """Say something about one cell."""
        self.meldingen.append(
            rij.tabel.melding(
                tekst,
                rij=rij.nummer,
                kolom=rij.koppen.get(kolom, ""),
                waarde=rij[kolom] if waarde is None else waarde,
                verwacht=verwacht,
                ernst=ernst,
            )
        )

    def warn(
        self, rij: Rij, kolom: str, tekst: str, *, verwacht: str = "", waarde: str | None = None
    ) -> None:
        """Say something about one cell that does not stop the import."""
        self.tell(rij, kolom, tekst, verwacht=verwacht, waarde=waarde, ernst=Ernst.WAARSCHUWING)

    def word(self, rij: Rij, kolom: str) -> Woord | None:
        """Yes, no or don't know; None: the cell is empty, or (a fault) none of these."""
        tekst = rij[kolom]
        if not tekst:
            return None
        woord = Woord.WEET_NIET if tekst.strip() == "?" else _WOORDEN.get(fold(tekst))
        if woord is None:
            self.tell(rij, kolom, "Dit antwoord past hier niet.", verwacht=", ".join(JA_NEE))
        return woord

    def read(self, rij: Rij, kolom: str, eigenschap: Eigenschap, naam: str = "") -> dict[str, Waarde]:
        """A cell as stored properties; empty when the cell is, or (a fault) when it does not fit."""
        if not rij[kolom]:
            return {}
        waarde = read_value(eigenschap, rij[kolom])
        if isinstance(waarde, Misvorming):
            self.tell(rij, kolom, waarde.tekst, verwacht=waarde.verwacht)
            return {}
        return flatten(naam or eigenschap.naam, waarde)

    def organisation(self, rij: Rij, kolom: str) -> str:
        """Id of an organisation that a respondent added; empty (with a warning) when it is not known."""
        tekst = rij[kolom]
        code = self._lijst.get(fold(tekst), "")
        if self.is_organisation(code):
            return code
        gevonden = self._uiteinden.find(tekst, (ORGANISATIE,))
        if not gevonden.fout and self.is_organisation(gevonden.id):
            return gevonden.id
        self.vreemd.append(tekst)
        self.warn(
            rij,
            kolom,
            "Deze organisatie staat niet in de graaf; deze rij is niet overgenomen.",
            verwacht="een naam uit de lijst; voeg de organisatie toe en lees het antwoord opnieuw in",
        )
        return ""

    def is_organisation(self, id_: str) -> bool:
        """Whether there is an organisation of this id, one that may have ties."""
        label = self.context.gekend.labels.get(id_)
        return label is not None and SOORTEN[label].soort.basis == ORGANISATIE and label != "Bestuur"

    def label(self, id_: str) -> str:
        """Kind of a node that is known."""
        return self.context.gekend.labels[id_]
