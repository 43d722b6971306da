"""Organisations off the map that stand on a route or offer something: numbered after those on it."""

from __future__ import annotations

from netwerkkaart.analyse.basis import municipality_name
from netwerkkaart.kaart.keuze import Keuze
from netwerkkaart.kaart.resultaten import Blok


class Elders:
    """Numbers nodes of the view for the page: on the map as they are there, others from ``n`` on.

    Args:
        keuze: what the map shows.
    """

    def __init__(self, keuze: Keuze) -> None:
        self._keuze = keuze
        self._nummers: dict[int, int] = {}

    def nummer(self, knoop: int) -> int:
        """The number of a node in the page."""
        plaats = int(self._keuze.nummer[knoop])
        if plaats >= 0:
            return plaats
        return self._nummers.setdefault(knoop, len(self._keuze.knopen) + len(self._nummers))

    def van_id(self, id_: str) -> int:
        """The number of the node with an id of the view; −1 for the empty id."""
        return self.nummer(self._keuze.beeld.nummer[id_]) if id_ else -1

    def block(self) -> Blok:
        """Name, kind and municipality of those that are not on the map; kind −1: none of the map's."""
        beeld = self._keuze.beeld
        return {
            "naam": [beeld.naam(knoop) for knoop in self._nummers],
            "soort": [self._keuze.kind_of(knoop) for knoop in self._nummers],
            "gemeente": [municipality_name(beeld, knoop) for knoop in self._nummers],
        }
