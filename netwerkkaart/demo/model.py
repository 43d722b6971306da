"""What the demo is made of before it is written: organisations, offers, relations."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

Cel = tuple[str, str, str]
"""Theme, step and target group."""

Rij = dict[str, str]
"""One row of a table: column → cell."""


class Stand(StrEnum):
    """What a cell of a municipality is meant to show, and what an offer is like."""

    OPEN = "open"  # an offer with room, and most schools have a route to it
    VOL = "vol"  # offers, all full
    LOS = "los"  # an offer with room, by a provider that hardly anybody is tied to
    GEEN = "geen"  # no offer


@dataclass(slots=True)
class Organisatie:
    """An organisation; ``trek`` is how much it attracts ties, ``los`` keeps it apart from schools.

    ``zelfstandig`` is one person under her own name, ``vrijgave`` to whom she released that.
    """

    id: str
    naam: str
    label: str
    soort: str
    nis: str
    postcode: str
    trek: float = 1.0
    los: bool = False
    net: str = ""
    zelfstandig: bool = False
    vrijgave: str = ""


@dataclass(slots=True)
class School(Organisatie):
    """A site. ``clb``, ``osn``, ``pbd`` are ids (empty: not known); the bodies behind it are names."""

    nummer: str = ""
    volgnummer: str = ""
    thema: str = "1"
    hoofdstructuren: str = ""
    leerlingen: int = 0
    clb: str = ""
    osn: str = ""
    pbd: str = ""
    bestuur: str = ""
    gemeenschap: str = ""


@dataclass(slots=True)
class Dienst:
    """An offer; ``bereik`` holds NIS codes, ``gebied`` a whole region instead (``regio:limburg``)."""

    id: str
    naam: str
    aanbieder: str
    stand: Stand
    themas: tuple[str, ...]
    stappen: tuple[str, ...]
    doelgroepen: tuple[str, ...]
    cellen: frozenset[Cel]
    bereik: list[str] = field(default_factory=list)
    gebied: str = ""
    eigenschappen: Rij = field(default_factory=dict)

    def bereikt(self, nis: str) -> bool:
        """True when it reaches this municipality (of its own region)."""
        return bool(self.gebied) or nis in self.bereik


@dataclass(slots=True)
class Relatie:
    """One row of the table of relations."""

    van: str
    naar: str
    type: str
    eigenschappen: Rij = field(default_factory=dict)


@dataclass(slots=True)
class Regiodemo:
    """All that exists in one region, before it is written."""

    regio: str
    organisaties: list[Organisatie]
    scholen: list[School]
    diensten: list[Dienst]
    relaties: list[Relatie]
    tabellen: dict[str, list[Rij]] = field(default_factory=dict)
