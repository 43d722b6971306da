"""Statements: what an importer yields and a plan weighs. They speak the schema's words only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from netwerkkaart.schema.register import Waarde


@dataclass(slots=True)
class KnoopUitspraak:
    """«There is a node of this kind with these properties.»

    Args:
        label: label of the kind.
        id: id of the node.
        eigenschappen: stored properties that are stated, without the id; what is not stated is left
            as it is.
        rij: row of the source, for messages; 0: none.
        aanvulling: true when the node is only needed as an end (a municipality, a board named by a
            school): it never overwrites what another source says of it.
        leeg: properties that are stated to be empty.
        gezien: the properties that the writer had before her, where that is known (a workbook, an
            archive): what she left as it was is then not stated, and what changed meanwhile is a
            conflict. None: not known.
        blad: sheet of the source, for messages; empty: none.
    """

    label: str
    id: str
    eigenschappen: dict[str, Waarde] = field(default_factory=dict)
    rij: int = 0
    aanvulling: bool = False
    leeg: frozenset[str] = frozenset()
    gezien: Mapping[str, Waarde] | None = None
    blad: str = ""


@dataclass(slots=True)
class RelatieUitspraak:
    """«There is a relation of this type between these two nodes.»

    Ends are ids; the other fields are as in :class:`KnoopUitspraak`.
    """

    type: str
    rid: str
    van: str
    naar: str
    eigenschappen: dict[str, Waarde] = field(default_factory=dict)
    rij: int = 0
    leeg: frozenset[str] = frozenset()
    gezien: Mapping[str, Waarde] | None = None
    blad: str = ""


Uitspraak = KnoopUitspraak | RelatieUitspraak


@dataclass(frozen=True, slots=True)
class Voorstel:
    """A statement that nobody made but that a source suggests by leaving something out.

    It goes into a plan only when the user says so.

    Args:
        uitspraak: mostly an end (``tot``) of what the source no longer names.
        reden: a Dutch sentence that says why it is proposed.
    """

    uitspraak: Uitspraak
    reden: str
