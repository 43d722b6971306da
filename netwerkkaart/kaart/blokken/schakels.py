"""Ties on routes: numbered as the ties of the map where they are on it, else in a list of their own."""

from __future__ import annotations

from functools import cached_property

from netwerkkaart.kaart.blokken.elders import Elders
from netwerkkaart.kaart.keuze import BANDTYPEN, Keuze, Lijnen


class Schakels:
    """Numbers ties: those on the map as there, all others from ``m`` on.

    Args:
        keuze: what the map shows.
        elders: numbers organisations.
    """

    def __init__(self, keuze: Keuze, elders: Elders) -> None:
        self._keuze, self._elders = keuze, elders
        self._nummers: dict[str, int] = {}

    @cached_property
    def _op_kaart(self) -> dict[str, int]:
        rids = {type_: self._keuze.beeld.van_type(type_).rids for type_ in BANDTYPEN}
        return {rids[type_][rij]: nr for nr, (type_, rij) in enumerate(self._keuze.lijnen.herkomst)}

    def nummer(self, rid: str) -> int:
        """The number of a tie by its key."""
        plaats = self._op_kaart.get(rid)
        if plaats is not None:
            return plaats
        return self._nummers.setdefault(rid, len(self._op_kaart) + len(self._nummers))

    def lines(self) -> Lijnen:
        """Those that are not on the map, in the order of their numbers; ends as the page numbers them."""
        herkomst = {
            rid: (type_, rij)
            for type_ in BANDTYPEN
            for rij, rid in enumerate(self._keuze.beeld.van_type(type_).rids)
            if rid in self._nummers
        }
        return self._keuze.lines_of([herkomst[rid] for rid in self._nummers], self._elders.nummer)
