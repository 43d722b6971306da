"""The graph at some moments with what its schools reach, each made once for whoever looks at them.

A region only selects from these, so that six maps of six regions share the views and the reaches of all
Flanders instead of computing each of them six times.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

import numpy as np

from netwerkkaart.analyse.basis import Getallen
from netwerkkaart.analyse.bereik import Bereik, compute_reach
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.graph.toen import Tijden

KNOPEN = ""
"""Stands for the nodes where else the name of a type of relation stands."""


@dataclass(frozen=True)
class Nummers:
    """Numbers for what stands in any of some views, by its key.

    Args:
        sleutels: the keys, sorted; the number of each is its place.
        nummer: the number of each key.
        van: numbers of the rows of each view (by ``id``) and type.
    """

    sleutels: Sequence[str]
    nummer: Mapping[str, int]
    van: Mapping[tuple[int, str], Getallen]
    _plekken: dict[int, list[tuple[str, Getallen]]] = field(default_factory=dict, init=False, repr=False)

    @classmethod
    def of(cls, beelden: Iterable[Beeld], types: Iterable[str]) -> Nummers:
        """Number the relations of some types in views that stay, or the nodes for :data:`KNOPEN`."""
        rijen = {
            (id(beeld), type_): beeld.van_type(type_).rids if type_ else beeld.ids
            for beeld in beelden
            for type_ in types
        }
        sleutels = sorted(dict.fromkeys(chain.from_iterable(rijen.values())))
        nummer = {sleutel: nr for nr, sleutel in enumerate(sleutels)}
        van = {
            welke: np.fromiter(map(nummer.__getitem__, keys), np.int64, len(keys))
            for welke, keys in rijen.items()
        }
        return cls(sleutels, nummer, van)

    def place(self, beeld: Beeld, sleutel: str) -> tuple[str, int]:
        """Type and row of what stands in a view. O(types), and O(rows) once for each view.

        Raises:
            KeyError: it does not stand there.
        """
        nummer = self.nummer[sleutel]
        for type_, rij in self._places(beeld):
            if rij[nummer] >= 0:
                return type_, int(rij[nummer])
        raise KeyError(sleutel)

    def _places(self, beeld: Beeld) -> list[tuple[str, Getallen]]:
        """Per type the row that each number has in a view; −1: none."""
        if id(beeld) not in self._plekken:
            per_type = []
            for type_ in [type_ for welk, type_ in self.van if welk == id(beeld)]:
                nummers = self.van[id(beeld), type_]
                rij = np.full(len(self.sleutels), -1, dtype=np.int64)
                rij[nummers] = np.arange(len(nummers))
                per_type.append((type_, rij))
            self._plekken[id(beeld)] = per_type
        return self._plekken[id(beeld)]


class Momenten:
    """The reaches at some moments, as known then and as known now; computed when they are asked for.

    Args:
        tijden: the graph as it was known at the moments, limited already to what may be shown.
        bereik: what the schools reach at the last moment, as known now; its thresholds hold for all.
    """

    def __init__(self, tijden: Tijden, bereik: Bereik) -> None:
        self.tijden, self._laatst = tijden, bereik
        self._nummers: dict[tuple[str, ...], Nummers] = {}

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

    def numbers(self, types: tuple[str, ...]) -> Nummers:
        """Numbers for the relations of some types, or for the nodes, over all views; made once."""
        if types not in self._nummers:
            beelden = {id(bereik.beeld): bereik.beeld for bereik in (*self.toen, *self.achteraf)}
            self._nummers[types] = Nummers.of(beelden.values(), types)
        return self._nummers[types]

    def _reach(self, beeld: Beeld) -> Bereik:
        return compute_reach(beeld, self._laatst.drempels)
