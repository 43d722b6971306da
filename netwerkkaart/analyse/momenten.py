"""The graph at some moments with what its schools reach, each made once for whoever looks at them.

A region only selects from these, so that six maps of six regions share the views and the reaches of all
Flanders instead of computing each of them six times.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from netwerkkaart.analyse.bereik import Bereik, compute_reach
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.graph.toen import Tijden

Plekken = Mapping[str, tuple[str, int]]
"""Type and row of each relation of a view, by its key."""


class Momenten:
    """The reaches at some moments, as known then and as known now; computed when they are asked for.

    Args:
        tijden: the graph as it was known at the moments, limited already to what may be shown.
        bereik: what the schools reach at the last moment, as known now; its thresholds hold for all.
    """

    def __init__(self, tijden: Tijden, bereik: Bereik) -> None:
        self.tijden, self._laatst = tijden, bereik
        self._plekken: dict[int, tuple[Beeld, Plekken]] = {}

    @cached_property
    def achteraf(self) -> tuple[Bereik, ...]:
        """Each moment as it is known now. O(nodes + relations) and a reach for each."""
        eerder = range(len(self.tijden.momenten) - 1)
        return (*(self._reach(self.tijden.achteraf(plek)) for plek in eerder), self._laatst)

    @cached_property
    def toen(self) -> tuple[Bereik, ...]:
        """Each moment as it was known then; the very same as :attr:`achteraf` where nothing came since."""
        return tuple(
            self.achteraf[plek]
            if self.tijden.gekend[plek] is self.tijden.nu
            else self._reach(self.tijden.toen(plek))
            for plek in range(len(self.tijden.momenten))
        )

    def places(self, beeld: Beeld) -> Plekken:
        """Where each relation of one of the views stands. O(relations), once for each view."""
        bekend = self._plekken.get(id(beeld))
        if bekend is None:
            tabellen = beeld.relaties.values()
            plekken = {rid: (tabel.type, rij) for tabel in tabellen for rij, rid in enumerate(tabel.rids)}
            # The view is kept along, so that no other one can come to have its number.
            bekend = self._plekken[id(beeld)] = beeld, plekken
        return bekend[1]

    def _reach(self, beeld: Beeld) -> Bereik:
        return compute_reach(beeld, self._laatst.drempels)
