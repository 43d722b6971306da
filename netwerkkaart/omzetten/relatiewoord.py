"""A relation as a mapping names it: a type, and how their connections run compared with it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from netwerkkaart.schema.basis import Relatie
from netwerkkaart.schema.register import find_type, may_connect


class Loop(StrEnum):
    """How a connection of theirs runs compared with the relation that it becomes."""

    HEEN = "heen"
    OMGEKEERD = "omgekeerd"
    BEIDE = "beide"


HOE: tuple[str, ...] = tuple(Loop)
"""The words that may stand after a type."""


class Relatiewoord(NamedTuple):
    """A type of relation, and how it runs; ``loop`` None: as the connection itself says."""

    relatie: type[Relatie]
    loop: Loop | None = None


def find_relatie(tekst: str) -> Relatiewoord | None:
    """What ``BEGELEIDT``, ``clb van`` or ``BEGELEIDT omgekeerd`` mean; None when unknown.

    >>> find_relatie("begeleidt omgekeerd").loop, find_relatie("werkt samen").relatie.soort.type
    (<Loop.OMGEKEERD: 'omgekeerd'>, 'WERKT_SAMEN_MET')
    """
    relatie = find_type(tekst)
    if relatie is not None:
        return Relatiewoord(relatie)
    naam, _, hoe = tekst.strip().rpartition(" ")
    relatie = find_type(naam) if naam and hoe.casefold() in HOE else None
    return None if relatie is None else Relatiewoord(relatie, Loop(hoe.casefold()))


def fits(relatie: type[Relatie], van: str, naar: str) -> tuple[bool, bool]:
    """Whether a relation may run from one kind to another, and back."""
    return may_connect(relatie, van, naar), may_connect(relatie, naar, van)


def turn(van: str, naar: str, hoe: Sequence[Loop]) -> list[tuple[str, str]]:
    """The ends, once for each way to run.

    >>> turn("a", "b", [Loop.HEEN, Loop.OMGEKEERD])
    [('a', 'b'), ('b', 'a')]
    """
    return [(naar, van) if loop is Loop.OMGEKEERD else (van, naar) for loop in hoe]
