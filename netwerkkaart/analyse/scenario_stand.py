"""What exists at one row of a scenario: the view, with what the rows above it come down to."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

import numpy as np

from netwerkkaart.analyse.scenario import Ingreep, Saldo, node_row, relation_rows
from netwerkkaart.graph.beeld import Beeld, KnoopRij, RelatieRij


@dataclass(frozen=True)
class Stand:
    """A view and the interventions so far.

    Args:
        beeld: the view.
        saldo: what the interventions come down to.
    """

    beeld: Beeld
    saldo: Saldo = field(default_factory=lambda: Saldo.of(()))

    def add(self, ingreep: Ingreep) -> None:
        """One more intervention."""
        self.saldo.add(ingreep)

    def exists(self, id_: str) -> bool:
        """Whether there is a node with this id."""
        return id_ in self.saldo.knopen or (id_ in self.beeld.nummer and id_ not in self.saldo.weg)

    def node(self, id_: str) -> KnoopRij:
        """A node that exists, as a row."""
        return self.saldo.knopen.get(id_) or node_row(self.beeld, self.beeld.nummer[id_])

    def name(self, id_: str) -> str:
        """Name of a node that exists; its id when it has none."""
        return str(self.node(id_)[2].get("naam") or id_)

    def has_relation(self, type_: str, rid: str) -> bool:
        """Whether there is a relation with this key. O(relations of the type)."""
        if rid in self.saldo.relaties:
            return True
        tabel = self.beeld.van_type(type_)
        plekken = [plek for plek, ander in enumerate(tabel.rids) if ander == rid]
        return any(map(self._stays, relation_rows(self.beeld, tabel, plekken)))

    def between(self, type_: str, paren: Collection[tuple[str, str]]) -> Iterator[str]:
        """Keys of the relations of a type that run between some ends."""
        for rid, rij in self.saldo.relaties.items():
            if rij[0] == type_ and (rij[1], rij[2]) in paren:
                yield rid
        nummer, tabel = self.beeld.nummer, self.beeld.van_type(type_)
        for een, ander in paren:
            if een in nummer and ander in nummer:
                plekken = np.flatnonzero((tabel.van == nummer[een]) & (tabel.naar == nummer[ander]))
                rijen = relation_rows(self.beeld, tabel, plekken.tolist())
                yield from (str(rij[3]["rid"]) for rij in rijen if self._stays(rij))

    def offers_left_alone(self, id_: str) -> set[str]:
        """Offers that nobody but this organisation provides. O(offers)."""
        tabel = self.beeld.van_type("BIEDT")
        rijen = [r for r in relation_rows(self.beeld, tabel, range(len(tabel))) if self._stays(r)]
        rijen += [rij for rij in self.saldo.relaties.values() if rij[0] == "BIEDT"]
        eigen = {aanbod for _, van, aanbod, _ in rijen if van == id_}
        return eigen - {aanbod for _, van, aanbod, _ in rijen if van != id_}

    def _stays(self, rij: RelatieRij) -> bool:
        """Whether a relation of the view is still as it was."""
        rid = str(rij[3]["rid"])
        anders = self.saldo.weg_relaties | self.saldo.relaties.keys()
        return rid not in anders and not {rij[1], rij[2]} & self.saldo.weg
