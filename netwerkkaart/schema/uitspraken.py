"""Statements: what an importer yields and a plan weighs. They speak the schema's words only."""

from __future__ import annotations

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
    """

    label: str
    id: str
    eigenschappen: dict[str, Waarde] = field(default_factory=dict)
    rij: int = 0
    aanvulling: bool = False


@dataclass(slots=True)
class RelatieUitspraak:
    """«There is a relation of this type between these two nodes.» Ends are ids."""

    type: str
    rid: str
    van: str
    naar: str
    eigenschappen: dict[str, Waarde] = field(default_factory=dict)
    rij: int = 0


Uitspraak = KnoopUitspraak | RelatieUitspraak
