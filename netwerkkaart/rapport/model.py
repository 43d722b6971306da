"""A report as data: sections of blocks, before anybody chose Word, a web page or a PDF.

Pure functions make it from the results of analyses; a writer turns it into a file and decides nothing
about what it says.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from netwerkkaart.analyse.basis import number
from netwerkkaart.analyse.tekening import Tekening
from netwerkkaart.graph.vrijgave import Profiel


@dataclass(frozen=True, slots=True)
class Alinea:
    """A paragraph.

    Args:
        tekst: what it says.
        kop: a few words in bold before it; empty: none.
        soort: ``inleiding`` stands larger, ``noot`` smaller.
    """

    tekst: str
    kop: str = ""
    soort: Literal["gewoon", "inleiding", "noot"] = "gewoon"


@dataclass(frozen=True, slots=True)
class Kop:
    """A heading beneath that of the section."""

    tekst: str


@dataclass(frozen=True, slots=True)
class Lijst:
    """Points, one paragraph each."""

    punten: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Vaststelling:
    """A finding: a sentence that an analysis computed.

    Args:
        code: what it is called, once in a report; its number follows from its place.
        zin: the sentence.
        bron: the command that shows it in full, after ``netwerkkaart``.
        kanttekeningen: what the result leaves out or cannot know.
    """

    code: str
    zin: str
    bron: str
    kanttekeningen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figuur:
    """A picture with its caption and its description for who does not see it."""

    bijschrift: str
    tekening: Tekening
    beschrijving: str


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table of texts.

    Args:
        bijschrift: its caption.
        koppen: headers.
        rijen: one text per header.
        noot: what is left out; empty: nothing.

    Raises:
        ValueError: a row that does not fit the headers.
    """

    bijschrift: str
    koppen: tuple[str, ...]
    rijen: tuple[tuple[str, ...], ...]
    noot: str = ""

    def __post_init__(self) -> None:
        if any(len(rij) != len(self.koppen) for rij in self.rijen):
            raise ValueError("one text per header")

    @property
    def rechts(self) -> tuple[bool, ...]:
        """Which columns hold nothing but numbers, and so stand to the right."""
        return tuple(
            any(rij[k].strip("–") for rij in self.rijen) and all(_is_number(rij[k]) for rij in self.rijen)
            for k in range(len(self.koppen))
        )


def _is_number(tekst: str) -> bool:
    return not tekst.strip("+−-0123456789.,% –/()")


@dataclass(frozen=True, slots=True)
class Cijfer:
    """A key figure: a number out of a whole, with the range that the unknown leaves.

    Args:
        naam: what is counted.
        getal: how many.
        van: out of how many.
        wat: noun of the whole.
        laag, hoog: least and greatest share (0–1).
        marge: the range in words.
    """

    naam: str
    getal: int
    van: int
    wat: str
    laag: float
    hoog: float
    marge: str

    @property
    def geschreven(self) -> tuple[str, str]:
        """The number, and the whole with its noun, as people write them."""
        return number(self.getal), f"{number(self.van)} {self.wat}"


@dataclass(frozen=True, slots=True)
class Cijfers:
    """Key figures beside each other."""

    cijfers: tuple[Cijfer, ...]


@dataclass(frozen=True, slots=True)
class Aanbeveling:
    """What is asked, and the findings it rests on.

    Args:
        kop: about what, in a few words.
        tekst: what is asked, with its numbers.
        steunt_op: codes of findings in the same report; at least one.

    Raises:
        ValueError: it rests on nothing.
    """

    kop: str
    tekst: str
    steunt_op: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.steunt_op:
            raise ValueError("a recommendation rests on a finding")


@dataclass(frozen=True, slots=True)
class Aanbevelingen:
    """Recommendations, numbered through the report."""

    punten: tuple[Aanbeveling, ...]


@dataclass(frozen=True, slots=True)
class Kader:
    """A dashed box: what is not known."""

    kop: str
    punten: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EigenTekst:
    """Paragraphs of the coordinator; a part that begins with ``- `` is a point of a list."""

    delen: tuple[str, ...]


Blok = Alinea | Kop | Lijst | Vaststelling | Figuur | Tabel | Cijfers | Aanbevelingen | Kader | EigenTekst


@dataclass(frozen=True, slots=True)
class Deel:
    """A section.

    Args:
        titel: the same from one report to the next, as own text is kept under it.
        blokken: what stands in it.
        bijlage: whether it stands at the back, without own text.
    """

    titel: str
    blokken: tuple[Blok, ...]
    bijlage: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A report.

    Args:
        soort: what kind of report, as it stands above every page.
        titel: the main finding, computed.
        gebied: the region in words.
        stand: reference date.
        profiel: for whom.
        delen: the sections, those at the back last.
        personen: whether names of persons are in it.
        editie: the edition that it is made from, in a few words; empty: the living graph.
    """

    soort: str
    titel: str
    gebied: str
    stand: date
    profiel: Profiel
    delen: tuple[Deel, ...]
    personen: bool = False
    editie: str = ""

    def vaststellingen(self) -> Iterator[Vaststelling]:
        """The findings, in order."""
        return (blok for deel in self.delen for blok in deel.blokken if isinstance(blok, Vaststelling))

    def nummers(self) -> dict[str, int]:
        """The number of each finding by its code, from 1.

        Raises:
            ValueError: two findings with one code, or a recommendation that names none of them.
        """
        codes = [vaststelling.code for vaststelling in self.vaststellingen()]
        nummers = {code: nummer for nummer, code in enumerate(codes, 1)}
        if len(nummers) != len(codes):
            raise ValueError("two findings with one code")
        los = {c for a in self.aanbevelingen() for c in a.steunt_op} - nummers.keys()
        if los:
            raise ValueError(f"recommendations rest on what is no finding here: {', '.join(sorted(los))}")
        return nummers

    def aanbevelingen(self) -> Iterator[Aanbeveling]:
        """The recommendations, in order."""
        for deel in self.delen:
            for blok in deel.blokken:
                if isinstance(blok, Aanbevelingen):
                    yield from blok.punten

    @property
    def waarschuwing(self) -> str:
        """What stands above every page when it must not go round; empty: it may."""
        if self.profiel is Profiel.INTERN:
            return "Intern: alleen voor coördinatoren. Stuur dit niet door."
        return "Met namen van personen: stuur dit niet door." if self.personen else ""

    def with_section(self, deel: Deel) -> Document:
        """The same with one more section, before those at the back."""
        voor = tuple(d for d in self.delen if not d.bijlage)
        return replace(self, delen=(*voor, deel, *(d for d in self.delen if d.bijlage)))
