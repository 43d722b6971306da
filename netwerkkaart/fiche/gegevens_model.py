"""What stands on the page "dit staat over u", as plain values: the page that shows it computes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Wie(StrEnum):
    """Who sees something in an output, from most to fewest."""

    IEDEREEN = "iedereen"
    PARTNERS = "partners"
    COORDINATOREN = "coördinatoren"


@dataclass(frozen=True, slots=True)
class Regel:
    """One thing that is stated of the organisation.

    Args:
        nr: its number on the page, for the reply slip.
        wat: name of a field, or the whole sentence of a tie or seat.
        waarde: value of a field, details of what else.
        bron: who states it; empty: not known.
        datum: day of that source, as precisely as it is known; empty: not known.
        wie: who sees it.
        stand: of a tie: how it is confirmed.
        antwoord: of a tie: what the organisation itself answered.
    """

    nr: int
    wat: str
    waarde: str
    bron: str
    datum: str
    wie: Wie
    stand: str = ""
    antwoord: str = ""


@dataclass(frozen=True, slots=True)
class Groep:
    """Lines of one sort: a heading and, where there are none, nothing."""

    kop: str
    regels: tuple[Regel, ...]


@dataclass(frozen=True, slots=True)
class Contact:
    """A coordinator to whom the slip goes back: name, role, e-mail, telephone."""

    naam: str
    rol: str
    email: str
    telefoon: str


@dataclass(frozen=True, slots=True)
class Gegevensblad:
    """All that outputs show of one organisation, and to whom.

    Args:
        id, naam, soort, gemeente, regio: the organisation; kind and places in words, empty when not known.
        datum: reference date.
        zin: how much there is and who sees it.
        velden: its own fields.
        leeg: names of the fields that are empty.
        banden: its ties, by sort.
        aanbod: what it offers.
        deelname: seats, memberships, agreements, practices and the like.
        antwoorden: what it answered itself and what is no tie above.
        contacten: the coordinators of its region.
        editie: sentences about the edition that it is made from; none: the living graph.
        schuilnaam: what partners read instead of her name, of a sole practitioner; empty: they read her name.
    """

    id: str
    naam: str
    soort: str
    gemeente: str
    regio: str
    datum: date
    zin: str
    velden: tuple[Regel, ...]
    leeg: tuple[str, ...]
    banden: tuple[Groep, ...]
    aanbod: tuple[Regel, ...]
    deelname: tuple[Groep, ...]
    antwoorden: tuple[Regel, ...]
    contacten: tuple[Contact, ...]
    editie: tuple[str, ...] = ()
    schuilnaam: str = ""

    @property
    def regels(self) -> tuple[Regel, ...]:
        """All lines, in the order of their numbers."""
        groepen = (*self.banden, Groep("", self.aanbod), *self.deelname, Groep("", self.antwoorden))
        return (*self.velden, *(regel for groep in groepen for regel in groep.regels))


VERBORGEN: tuple[tuple[str, str], ...] = (
    (
        "Namen en gegevens van contactpersonen",
        "Dat zijn persoonsgegevens. Een contactpersoon mag altijd vragen wat over haar of hem bewaard is.",
    ),
    (
        "Namen en adressen van zelfstandigen die dat niet vrijgaven",
        "Wie onder eigen naam werkt, is een persoon: anderen zien soort en gemeente.",
    ),
    ("Opmerkingen bij een organisatie of een band", "Dat zijn werknotities, die niemand naleest."),
    ("Hiaten die partners melden, en wie ze meldde", "Wie iets meldt, moet dat vrijuit kunnen doen."),
    (
        "Wat elke organisatie apart antwoordde in een bevraging",
        "Een antwoord is van wie het gaf. Naar buiten gaat alleen of beide kanten een band noemen, of één.",
    ),
    (
        "Dat de ene kant een band noemt en de andere hem ontkent",
        "Dat bespreken de coördinatoren met beide kanten, niet met anderen.",
    ),
    ("Langs welke persoon een band loopt", "Dat zegt iets over een persoon."),
    (
        "Wat de bron of de coördinator als intern aanduidde",
        "Eigen gegevens, eigen aanbod en eigen antwoorden staan hier wel.",
    ),
)
"""What no partner ever sees, and why. Always the same, whatever is stored: that something is left out, or
that nothing is, would tell what others said in confidence."""
