"""A plan is a value: what would change, field by field, before anything changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from netwerkkaart.fouten import Melding
from netwerkkaart.schema.register import Waarde

Velden = dict[str, Waarde | None]
"""Changed fields; ``None`` means that the field is (or was) absent."""


def filled(velden: Velden) -> Velden:
    """The fields that are not absent.

    >>> filled({"naam": "CLB", "straat": None})
    {'naam': 'CLB'}
    """
    return {naam: waarde for naam, waarde in velden.items() if waarde is not None}


@dataclass(frozen=True, slots=True)
class BekendeKnoop:
    """A node as the store knows it now."""

    label: str
    eigenschappen: Mapping[str, Waarde]


@dataclass(frozen=True, slots=True)
class BekendeRelatie:
    """A relation as the store knows it now."""

    type: str
    van: str
    naar: str
    eigenschappen: Mapping[str, Waarde]


@dataclass(frozen=True, slots=True)
class Bekend:
    """What the store knows of the ids and rids that a plan touches.

    Args:
        knopen: by id; what is absent does not exist.
        relaties: by rid.
        labels: label of *every* node in the store by id: ends of relations are looked up here.
        versie: version of the graph at the moment of reading; carrying out checks that it still holds.
    """

    knopen: Mapping[str, BekendeKnoop] = field(default_factory=dict)
    relaties: Mapping[str, BekendeRelatie] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)
    versie: int = 0


@dataclass(frozen=True, slots=True)
class KnoopWijziging:
    """One node that is new (``voor is None``) or changed (only the changed fields)."""

    label: str
    id: str
    voor: Velden | None
    na: Velden


@dataclass(frozen=True, slots=True)
class RelatieWijziging:
    """One relation that is new (``voor is None``), changed (the changed fields) or gone (``na`` empty)."""

    type: str
    rid: str
    van: str
    naar: str
    van_basis: str
    naar_basis: str
    voor: Velden | None
    na: Velden


Wijziging = KnoopWijziging | RelatieWijziging


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field that the source changed, and that changed in the graph as well since the source was made.

    Args:
        soort: label of the node, or type of the relation.
        sleutel: id of the node, or rid of the relation.
        veld: the property; empty: the whole node or relation is no longer there.
        gezien: the value that the writer of the source had before her.
        nu: the value in the graph now.
        gesteld: the value that the source states.
    """

    soort: str
    sleutel: str
    veld: str
    gezien: Waarde | None
    nu: Waarde | None
    gesteld: Waarde | None


class Voorrang(StrEnum):
    """Who is right in a conflict: what stands in the graph, or what the source says."""

    GRAAF = "graaf"
    BRON = "bron"


@dataclass(frozen=True, slots=True)
class Plan:
    """All changes of one import, and what is to be told about them.

    Args:
        knopen, relaties: the changes, in the order of the source.
        ongewijzigd: number of statements that say what is known already.
        versie: version of the graph that the plan was made against.
        meldingen: warnings that go with it.
        conflicten: where source and graph both changed; decided by the :class:`Voorrang` it was made with.
    """

    knopen: tuple[KnoopWijziging, ...] = ()
    relaties: tuple[RelatieWijziging, ...] = ()
    ongewijzigd: int = 0
    versie: int = 0
    meldingen: tuple[Melding, ...] = ()
    conflicten: tuple[Conflict, ...] = ()

    @property
    def wijzigingen(self) -> tuple[Wijziging, ...]:
        """All changes, those of nodes first."""
        return (*self.knopen, *self.relaties)

    @property
    def is_leeg(self) -> bool:
        """True when carrying it out would change nothing."""
        return not (self.knopen or self.relaties)
