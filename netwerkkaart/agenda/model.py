"""What stands on an agenda, as plain values: the page that shows it computes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from netwerkkaart.graph.vrijgave import Profiel


@dataclass(frozen=True, slots=True)
class Punt:
    """One point.

    Args:
        kop: what it is about, in a few words.
        tekst: what is known of it.
        vraag: what to do or to ask, and of whom; empty: nothing.
        bewijs: ids and keys that it rests on.
        merk: a word in front that says how it stands; empty: none.
    """

    kop: str
    tekst: str
    vraag: str
    bewijs: tuple[str, ...]
    merk: str = ""


@dataclass(frozen=True, slots=True)
class Rubriek:
    """One part of the agenda.

    Args:
        naam: its code.
        kop: its heading.
        punten: all its points, the most pressing first.
        toont: how many of these stand on the page.
        leeg: what is said when there are none.
    """

    naam: str
    kop: str
    punten: tuple[Punt, ...]
    toont: int
    leeg: str

    @property
    def getoond(self) -> tuple[Punt, ...]:
        """The points that stand on the page."""
        return self.punten[: self.toont]

    @property
    def meer(self) -> int:
        """How many more there are."""
        return max(len(self.punten) - self.toont, 0)


@dataclass(frozen=True, slots=True)
class Vorige:
    """The meeting before: its day, agenda and outcome, and how many took part."""

    datum: date
    agenda: str
    uitkomst: str
    aanwezig: int


@dataclass(frozen=True, slots=True)
class Agenda:
    """The agenda of one forum.

    Args:
        id, naam, regio: the forum; the region in words, empty when not known.
        datum: reference date.
        profiel: for whom it was made.
        volgende: the next meeting; None: no date is known.
        vorige: the meeting before; None: none is known.
        leden: names of the organisations at the table.
        zin: what there is to do, in one sentence.
        rubrieken: gaps, ties, practices, actions, news.
        noten: thresholds and what the agenda rests on.
    """

    id: str
    naam: str
    regio: str
    datum: date
    profiel: Profiel
    volgende: date | None
    vorige: Vorige | None
    leden: tuple[str, ...]
    zin: str
    rubrieken: tuple[Rubriek, ...]
    noten: tuple[str, ...]

    def rubriek(self, naam: str) -> Rubriek:
        """One part by its code. Raises ``StopIteration`` when there is no such part."""
        return next(rubriek for rubriek in self.rubrieken if rubriek.naam == naam)
