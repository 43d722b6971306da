"""One question round, as it is made: what it asks, of which region, by when, and for what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from netwerkkaart.schema.vocabularia import DOEL, fold

TERMIJN = timedelta(days=21)
"""How long respondents have, when nobody says otherwise."""

VRAAG = "Met wie werkt u samen, hoe nauw, naar wie verwijst u door, wat biedt u aan, en wat ontbreekt er?"


@dataclass(frozen=True, slots=True)
class Ronde:
    """A question round.

    Args:
        naam: as respondents read it.
        regio: code of the region.
        datum: day on which it is sent.
        deadline: day by which an answer is asked.
        doelen: codes of what the answers are for.
    """

    naam: str
    regio: str
    datum: date
    deadline: date
    doelen: tuple[str, ...] = DOEL.codes

    @property
    def id(self) -> str:
        """Id of its node: the same region and name are the same round.

        >>> Ronde("Najaar 2026", "limburg", date(2026, 11, 24), date(2026, 12, 15)).id
        'bevraging:limburg-najaar-2026'
        """
        return f"bevraging:{self.regio}-{slug(self.naam)}"

    def purposes(self) -> str:
        """What the answers are for, as a sentence."""
        delen = [term.uitleg.rstrip(".") for term in DOEL.termen if term.code in self.doelen]
        return "; ".join([*delen[:1], *(deel[:1].lower() + deel[1:] for deel in delen[1:])]) + "."


def slug(tekst: str, lengte: int = 60) -> str:
    """A text as it can stand in an id or the name of a file.

    >>> slug("CLB Kantelbrug (Genk)")
    'clb-kantelbrug-genk'
    """
    return fold(tekst).replace(" ", "-")[:lengte].strip("-") or "zonder-naam"


def file_names(namen: Sequence[tuple[str, str]]) -> dict[str, str]:
    """A name for the form of each organisation, without ending: its own name, told apart where needed.

    >>> file_names([("s1", "De Ark"), ("s2", "De Ark"), ("c", "CLB")])
    {'s1': 'de-ark-1', 's2': 'de-ark-2', 'c': 'clb'}
    """
    per_naam: dict[str, list[str]] = {}
    for id_, naam in namen:
        per_naam.setdefault(slug(naam), []).append(id_)
    uit = {
        id_: naam if len(ids) == 1 else f"{naam}-{nr}"
        for naam, ids in per_naam.items()
        for nr, id_ in enumerate(ids, start=1)
    }
    return {id_: uit[id_] for id_, _ in namen}
