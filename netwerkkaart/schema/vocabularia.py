"""The closed lists of values (vocabularies) that properties take.

A :class:`Vocabularium` knows of each value its code (what is stored), the word that people read,
and the other words that an import accepts for it. Comparing is done on :func:`fold`, so case,
accents and spaces never decide.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

ALLE = "alle"
"""The value that stands for every value of a vocabulary, wherever a list is asked."""


def fold(tekst: str) -> str:
    """Fold a text for comparing: no case, accents, punctuation or double spaces.

    >>> fold("  Heroriënteren -- naar_onderwijs ")
    'herorienteren naar onderwijs'
    """
    ontleed = unicodedata.normalize("NFKD", tekst.casefold())
    letters = (c if c.isalnum() else " " for c in ontleed if not unicodedata.combining(c))
    return " ".join("".join(letters).split())


@dataclass(frozen=True, slots=True)
class Term:
    """One value: its stored code, the word people read, other accepted words, an explanation."""

    code: str
    woord: str
    synoniemen: tuple[str, ...] = ()
    uitleg: str = ""


@dataclass(frozen=True)
class Vocabularium:
    """A closed list of values, in the order in which they are shown.

    >>> STAP.find("2"), STAP.find("Heroriënteren naar onderwijs"), STAP.find("nergens")
    ('heroriënteren', 'heroriënteren', None)
    """

    naam: str
    uitleg: str
    termen: tuple[Term, ...]
    _index: dict[str, str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        index: dict[str, str] = {}
        for term in self.termen:
            for woord in (term.code, term.woord, *term.synoniemen):
                index.setdefault(fold(woord), term.code)
        object.__setattr__(self, "_index", index)

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """The stored codes, in order."""
        return tuple(term.code for term in self.termen)

    def find(self, tekst: str) -> str | None:
        """The code that a text means, or None. O(length of the text)."""
        return self._index.get(fold(tekst))

    def woord(self, code: str) -> str:
        """The word that people read for a code. Raises ``KeyError`` when there is no such code."""
        for term in self.termen:
            if term.code == code:
                return term.woord
        raise KeyError(code)


def matches(waarden: Iterable[str] | None, code: str) -> bool:
    """True when a stored list holds the code, or ``alle``; an empty list matches nothing.

    >>> matches(["1"], "1"), matches(["alle"], "2"), matches([], "1"), matches(None, "1")
    (True, True, False, False)
    """
    return waarden is not None and any(waarde in (code, ALLE) for waarde in waarden)


THEMA = Vocabularium(
    "thema",
    "De twee thema's van de oproep van Opgroeien (mei 2020).",
    (
        Term("1", "thema 1 (−12)", ("thema 1", "basisonderwijs"), "Kleuter- en lager onderwijs."),
        Term("2", "thema 2 (+12)", ("thema 2", "secundair onderwijs"), "Secundair onderwijs."),
    ),
)

STAP = Vocabularium(
    "stap",
    "De vier stappen van het continuüm, van dreigende blokkering tot volledige uitval.",
    (
        Term(
            "voorkomen",
            "voorkomen",
            ("1", "preventie", "uitval voorkomen"),
            "Schooluitval maximaal voorkomen: NAFT, bemiddeling bij dreigende schorsing, hulp in de klas.",
        ),
        Term(
            "heroriënteren",
            "heroriënteren naar onderwijs",
            ("2", "heroriënteren naar school"),
            "Bij uitval opnieuw naar onderwijs toeleiden.",
        ),
        Term(
            "toeleiden naar werk",
            "toeleiden naar werk",
            ("3", "toeleiden", "werk"),
            "Naar werk toeleiden als onderwijs geen optie meer is.",
        ),
        Term(
            "alternatieve dagbesteding",
            "alternatieve dagbesteding",
            ("4", "dagbesteding"),
            "Zo kort als mogelijk, zo lang als nodig.",
        ),
    ),
)

STAPPEN_PER_THEMA: dict[str, tuple[str, ...]] = {"1": STAP.codes[:2], "2": STAP.codes}
"""Steps that apply to a theme: the first two for theme 1, all four for theme 2."""

DOELGROEP = Vocabularium(
    "doelgroep",
    "Voor wie een aanbod of afspraak bedoeld is.",
    (
        Term(
            "leerling",
            "leerling",
            ("leerlingen", "kind", "kinderen", "jongere", "jongeren", "groep kinderen"),
        ),
        Term("ouder", "ouder", ("ouders", "gezin", "gezinnen", "context")),
        Term("leerkracht", "leerkracht", ("leerkrachten", "leraar", "leraren", "team", "zorgteam")),
        Term("school", "school", ("scholen", "schoolteam")),
    ),
)

NIVEAU = Vocabularium(
    "niveau",
    "Onderwijsniveau van een vestigingsplaats.",
    (
        Term("kleuter", "kleuteronderwijs", ("ko", "kleuterschool")),
        Term("lager", "lager onderwijs", ("lo", "lagere school")),
        Term("secundair", "secundair onderwijs", ("so", "secundaire school", "middelbaar")),
    ),
)

THEMA_VAN_NIVEAU: dict[str, str] = {"kleuter": "1", "lager": "1", "secundair": "2"}

SECTOR = Vocabularium(
    "sector",
    "De sector van een soort organisatie; een brug verbindt twee sectoren.",
    (
        Term("onderwijs", "onderwijs"),
        Term(
            "naft", "NAFT", (), "Naadloze flexibele trajecten: tussen onderwijs en welzijn, een eigen sector."
        ),
        Term("welzijn", "welzijn"),
        Term("gezondheid", "gezondheid"),
        Term("werk", "werk"),
        Term("lokaal", "lokaal bestuur"),
        Term("andere", "andere"),
    ),
)

VRIJGAVE = Vocabularium(
    "vrijgave",
    "Wie een gegeven mag zien; elke kaart en elk rapport houdt zich hieraan.",
    (
        Term("intern", "intern", (), "Alleen de coördinatoren."),
        Term("partners", "partners", (), "De partners van het lerend netwerk."),
        Term("openbaar", "openbaar", ("publiek",), "Iedereen."),
    ),
)

BEVESTIGING = Vocabularium(
    "bevestiging",
    "Of beide kanten een band bevestigen. Leeg: nooit gevraagd.",
    (
        Term("bevestigd", "bevestigd", (), "Beide kanten noemen de band."),
        Term("eenzijdig", "eenzijdig", (), "Eén kant noemt de band."),
        Term("betwist", "betwist", (), "De ene kant noemt de band, de andere ontkent hem."),
    ),
)

ROL = Vocabularium(
    "rol",
    "De rol van een coördinator.",
    (
        Term("lerend-netwerk", "coördinator lerend netwerk", ("lerend netwerk", "jeugdhulp", "opgroeien")),
        Term("sts", "coördinator Samen tegen Schooluitval", ("samen tegen schooluitval",)),
    ),
)

TOESTAND = Vocabularium(
    "toestand",
    "Hoe ver een actie staat.",
    (
        Term("open", "open", ("te doen", "nieuw")),
        Term("bezig", "bezig", ("lopend",)),
        Term("klaar", "klaar", ("afgerond", "gedaan")),
        Term("gestopt", "gestopt", ("vervallen",)),
    ),
)

ENGAGEMENT = Vocabularium(
    "engagement",
    "Hoe sterk een lid zich verbindt met een lerend netwerk (coalition of the willing).",
    (
        Term("geïnteresseerd", "geïnteresseerd", ("volgt mee",)),
        Term("deelnemer", "deelnemer", ("neemt deel", "lid")),
        Term("trekker", "trekker", ("kernlid", "stuurgroep")),
    ),
)

DOEL = Vocabularium(
    "doel",
    "Waarvoor een antwoord op een bevraging gebruikt mag worden.",
    (
        Term("werking", "werking", ("netwerk",), "De werking van het lerend netwerk zelf."),
        Term("rapport", "rapport", ("opgroeien",), "Rapporten voor Opgroeien, zonder namen van personen."),
        Term("onderzoek", "onderzoek", ("wetenschap",), "Wetenschappelijk onderzoek."),
    ),
)

RICHTING = Vocabularium(
    "richting",
    "Hoe een band loopt, gezien vanuit wie antwoordt.",
    (
        Term("uit", "uit", ("van ons", "wij naar hen"), "Van de eigen organisatie naar de genoemde."),
        Term("in", "in", ("naar ons", "zij naar ons"), "Van de genoemde naar de eigen organisatie."),
    ),
)

BANDSOORT = Vocabularium(
    "bandsoort",
    "De types van banden, zoals een antwoord ze noemt.",
    (
        Term("BEGELEIDT", "begeleiding door het CLB", ("begeleiding",)),
        Term("ONDERSTEUNT", "leersteun", ("ondersteuning",)),
        Term("ADVISEERT", "pedagogische begeleiding", ("advies",)),
        Term("WERKT_SAMEN_MET", "samenwerking", ("werkt samen",)),
        Term("VERWIJST_NAAR", "doorverwijzing", ("verwijst",)),
    ),
)

PRECISIE = Vocabularium(
    "precisie",
    "Hoe precies een datum gekend is.",
    (Term("dag", "dag"), Term("maand", "maand"), Term("jaar", "jaar")),
)

REGIO = Vocabularium(
    "regio",
    "De vijf provincies en Brussel; Vlaanderen is een gebied dat een aanbod kan bereiken.",
    (
        Term("antwerpen", "Antwerpen", ("provincie antwerpen",)),
        Term("limburg", "Limburg", ("provincie limburg",)),
        Term("oost-vlaanderen", "Oost-Vlaanderen", ("provincie oost vlaanderen",)),
        Term("vlaams-brabant", "Vlaams-Brabant", ("provincie vlaams brabant",)),
        Term("west-vlaanderen", "West-Vlaanderen", ("provincie west vlaanderen",)),
        Term("brussel", "Brussel", ("brussels hoofdstedelijk gewest", "bhg")),
        Term("vlaanderen", "Vlaanderen", ("vlaams gewest",), "De vijf provincies, zonder Brussel."),
    ),
)

REGIOS: tuple[str, ...] = REGIO.codes[:6]
"""The six regions that each have a coordinator."""

VOCABULARIA: tuple[Vocabularium, ...] = (
    THEMA,
    STAP,
    DOELGROEP,
    NIVEAU,
    SECTOR,
    VRIJGAVE,
    BEVESTIGING,
    ROL,
    TOESTAND,
    ENGAGEMENT,
    DOEL,
    RICHTING,
    BANDSOORT,
    PRECISIE,
    REGIO,
)
