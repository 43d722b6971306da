"""The ties that an answer speaks of: rows of the sheets Samenwerken and Scholen become mentions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from netwerkkaart.omzetten.antwoordlezer import Lezing, Rij, Woord
from netwerkkaart.omzetten.antwoordvorm import Blad, band_type
from netwerkkaart.schema.register import BANDEN, SOORTEN, TYPEN, Waarde, may_connect, properties_of
from netwerkkaart.schema.vocabularia import ALLE

_STAPPEN = properties_of(SOORTEN["Aanbod"])["continuum"]
_STERKTE = properties_of(TYPEN["NOEMT"])["sterkte"]
_VRAGEN = ("samen", "sterkte", "verwijst", "stap", "ontvangt")


@dataclass(frozen=True, slots=True)
class Gezegd:
    """One mention: for whom, of whom, and its properties as they are stored."""

    namens: str
    doel: str
    velden: dict[str, Waarde]
    rij: int
    blad: str


@dataclass
class Banden:
    """The mentions of one answer; what is said twice counts once, and may not contradict itself."""

    lezing: Lezing
    gezegd: dict[tuple[str, ...], Gezegd] = field(default_factory=dict)

    def read(self) -> list[Gezegd]:
        """Everything that the answer says of ties, in the order of its sheets."""
        for rij in self.lezing.rows(Blad.SAMENWERKEN):
            self._own_row(rij)
        for rij in self.lezing.rows(Blad.SCHOLEN):
            self._school_row(rij)
        return list(self.gezegd.values())

    def _own_row(self, rij: Rij) -> None:
        if not _says_something(rij):
            return
        code = rij.code
        if code and len(code) != 2:
            self._broken(rij)
            return
        doel, type_ = code if code else ("", "")
        self._row(rij, self.lezing.door, doel, type_)

    def _school_row(self, rij: Rij) -> None:
        if not _says_something(rij):
            return
        if self.lezing.label(self.lezing.door) != "Clb":
            self.lezing.tell(
                rij, "school", "Alleen een CLB antwoordt voor scholen.", verwacht="een leeg blad"
            )
            return
        code = rij.code
        if len(code) not in (0, 1, 3):
            self._broken(rij)
            return
        if code:
            school = code[0]
        elif rij["school"]:
            school = self.lezing.organisation(rij, "school")
        else:
            self.lezing.tell(rij, "school", "Hier ontbreekt de school.", verwacht="een school uit de lijst")
            return
        if not school:
            return
        if self.lezing.context.gekend.labels.get(school) != "School":
            self.lezing.tell(rij, "school", "Dit is geen school die wij kennen.", verwacht="een school")
            return
        doel, type_ = (code[1], code[2]) if len(code) == 3 else ("", "")
        self._row(rij, school, doel, type_)

    def _row(self, rij: Rij, namens: str, doel: str, type_: str) -> None:
        lezing, toegevoegd = self.lezing, not doel
        if toegevoegd:
            if not rij["organisatie"]:
                lezing.tell(rij, "organisatie", "Hier ontbreekt de organisatie.", verwacht="een naam")
                return
            doel = lezing.organisation(rij, "organisatie")
            if not doel:
                return
        elif not lezing.is_organisation(doel):
            lezing.warn(rij, "organisatie", "Deze organisatie is er niet meer; de rij is niet overgenomen.")
            return
        if doel == namens:
            lezing.tell(rij, "organisatie", "Een organisatie werkt niet met zichzelf samen.")
            return
        for velden in self._mentions(rij, namens, doel, type_, toegevoegd):
            self._add(Gezegd(namens, doel, velden, rij.nummer, rij.tabel.blad), rij)

    def _mentions(
        self, rij: Rij, namens: str, doel: str, type_: str, toegevoegd: bool
    ) -> Iterator[dict[str, Waarde]]:
        lezing = self.lezing
        samen, verwijst, ontvangt = (lezing.word(rij, vraag) for vraag in ("samen", "verwijst", "ontvangt"))
        sterkte = lezing.read(rij, "sterkte", _STERKTE).get("sterkte")
        stappen = self._steps(rij)
        # How close, or for which step: who says that, says yes; so does who adds a name and no more.
        if samen is None and not rij["samen"]:
            niets = not (rij["verwijst"] or rij["ontvangt"] or stappen)
            samen = Woord.JA if sterkte is not None or (toegevoegd and niets) else None
        if verwijst is None and not rij["verwijst"] and stappen:
            verwijst = Woord.JA
        if samen is not None:
            yield from self._together(rij, namens, doel, type_, samen, sterkte)
        if verwijst is not None:
            if stappen and verwijst is not Woord.JA:
                lezing.warn(rij, "stap", "Zonder doorverwijzing telt de stap niet.")
            for stap in stappen if verwijst is Woord.JA and stappen else ("",):
                yield _mention("VERWIJST_NAAR", "uit", verwijst, stap=stap)
        if ontvangt is not None:
            yield _mention("VERWIJST_NAAR", "in", ontvangt)

    def _together(
        self, rij: Rij, namens: str, doel: str, type_: str, samen: Woord, sterkte: Waarde | None
    ) -> Iterator[dict[str, Waarde]]:
        labels = self.lezing.label(namens), self.lezing.label(doel)
        relatie, richting = band_type(*labels)
        if type_ and type_ != relatie:
            relatie, richting = type_, ""
        if relatie not in BANDEN or relatie == "VERWIJST_NAAR":
            self._broken(rij)
            return
        if not richting and not TYPEN[relatie].soort.ongericht:
            richting = "uit" if may_connect(TYPEN[relatie], *labels) else "in"
        einden = labels if richting != "in" else labels[::-1]
        if not may_connect(TYPEN[relatie], *einden):
            self._broken(rij)
            return
        if sterkte is not None and samen is not Woord.JA:
            self.lezing.warn(rij, "sterkte", "Zonder samenwerking telt niet hoe nauw ze is.")
            sterkte = None
        yield _mention(relatie, richting, samen, sterkte=sterkte)

    def _steps(self, rij: Rij) -> list[str]:
        stappen = self.lezing.read(rij, "stap", _STAPPEN, "stappen").get("stappen", [])
        return [] if not isinstance(stappen, list) or ALLE in stappen else stappen

    def _add(self, nieuw: Gezegd, rij: Rij) -> None:
        velden = nieuw.velden
        sleutel = (
            nieuw.namens,
            nieuw.doel,
            *(str(velden.get(naam, "")) for naam in ("relatie", "richting", "stap")),
        )
        eerder = self.gezegd.setdefault(sleutel, nieuw)
        if {**eerder.velden, **velden} == {**velden, **eerder.velden}:
            # The same twice; how close may stand on one row only.
            eerder.velden.update(velden)
        else:
            self.lezing.tell(
                rij,
                "organisatie",
                f'Rij {eerder.rij} van blad "{eerder.blad}" zegt iets anders over hetzelfde.',
                verwacht="één antwoord per band",
            )

    def _broken(self, rij: Rij) -> None:
        self.lezing.tell(
            rij, "code", "De code achteraan de rij is gewijzigd.", verwacht="de code van het formulier"
        )


def _says_something(rij: Rij) -> bool:
    """Whether a respondent wrote in a row: an answer, or a name of her own."""
    eigen_naam = len(rij.code) < 2 and bool(rij["organisatie"])
    return eigen_naam or any(rij[vraag] for vraag in _VRAGEN)


def _mention(
    relatie: str, richting: str, woord: Woord, *, stap: str = "", sterkte: Waarde | None = None
) -> dict[str, Waarde]:
    velden: dict[str, Waarde | None] = {
        "relatie": relatie,
        "richting": richting or None,
        "stap": stap or None,
        "ja": woord.value,
        "sterkte": sterkte,
    }
    return {naam: waarde for naam, waarde in velden.items() if waarde is not None}
