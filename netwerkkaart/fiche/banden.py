"""What the ladder of a step rests on: paths of any length, the bands of a route, and meetings to come."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import breadth_first_order

from netwerkkaart.analyse.basis import Getallen
from netwerkkaart.analyse.bereik import Bereik
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.schema.register import BANDEN

Stap = tuple[int, int]
"""Node that a link leads to, and its band as a position in ``beeld.banden``."""


class Paden:
    """Shortest paths of one school to everybody, however long: the routes of the design without their limit.

    Args:
        ouder: the node before each on its path; negative where there is none.
        school: node of the school.
    """

    def __init__(self, ouder: Getallen, school: int) -> None:
        self._ouder = ouder
        self._school = school

    def nodes(self, doel: int) -> tuple[int, ...] | None:
        """The path from the school to a node, both with it; None when there is none. O(its length)."""
        pad = [doel]
        while pad[-1] != self._school:
            voor = int(self._ouder[pad[-1]])
            if voor < 0:
                return None
            pad.append(voor)
        return tuple(reversed(pad))

    def links(self, doel: int) -> int | None:
        """How many links away a node is; None when no path is known."""
        pad = self.nodes(doel)
        return None if pad is None else len(pad) - 1


@dataclass(frozen=True)
class Banden:
    """The bands of a reach by their keys and ends.

    Args:
        bereik: the reach.
    """

    bereik: Bereik

    @cached_property
    def _matrix(self) -> csr_array:
        # First links leave a school only, further ones never enter one: so any path along both is a route.
        routes = self.bereik.routes
        samen = csr_array(routes.eerste.matrix + routes.verder.matrix).astype(np.int8)
        samen.sort_indices()
        return samen

    def paths_from(self, school: int) -> Paden:
        """Search from one school. O(bands)."""
        _, ouder = breadth_first_order(self._matrix, school, directed=True, return_predecessors=True)
        return Paden(np.asarray(ouder, dtype=np.int64), school)

    def band_of(self, van: int, naar: int, *, eerste: bool) -> int:
        """The band that makes the link between two nodes, as a position in ``beeld.banden``."""
        schakels = self.bereik.routes.eerste if eerste else self.bereik.routes.verder
        plek = int(schakels.place(np.array([van]), np.array([naar]))[0])
        return int(schakels.band[plek])

    def follow(self, begin: int, rids: Iterable[str]) -> list[Stap]:
        """The nodes to which some bands lead, one after another, from a node on."""
        uit: list[Stap] = []
        plek, banden = begin, self.bereik.beeld.banden
        for rid in rids:
            band = self._plaats[rid]
            van, naar = int(banden.van[band]), int(banden.naar[band])
            plek = naar if van == plek else van
            uit.append((plek, band))
        return uit

    def is_band(self, rid: str) -> bool:
        """Whether a key is that of a band."""
        return rid in self._plaats

    def confirmed(self, band: int) -> bool:
        """Whether both ends of a band confirmed it."""
        return self._bevestiging[band] == "bevestigd"

    def source(self, band: int) -> str:
        """Who states a band; empty when not known."""
        return str(self._bron[band] or "")

    def offer_of(self, biedt: str) -> int:
        """Node of the offer at the end of a ``BIEDT``."""
        return self._aanbod[biedt]

    @cached_property
    def _plaats(self) -> dict[str, int]:
        return {rid: plaats for plaats, rid in enumerate(self.bereik.beeld.banden.rids)}

    @cached_property
    def _aanbod(self) -> dict[str, int]:
        tabel = self.bereik.beeld.van_type("BIEDT")
        return dict(zip(tabel.rids, tabel.naar.tolist(), strict=True))

    @cached_property
    def _bevestiging(self) -> Sequence[object]:
        return _band_column(self.bereik.beeld, "bevestiging")

    @cached_property
    def _bron(self) -> Sequence[object]:
        return _band_column(self.bereik.beeld, "bron")


def _band_column(beeld: Beeld, naam: str) -> list[object]:
    """One property of every band, in the order of ``beeld.banden``."""
    return [waarde for type_ in BANDEN for waarde in beeld.van_type(type_).kolom(naam)]


def next_meetings(beeld: Beeld, datum: date) -> dict[int, date]:
    """The first meeting after a date of each forum (or network) of which one is planned."""
    tabel, dagen = beeld.van_type("OVERLEG_VAN"), beeld.kolom("datum")
    uit: dict[int, date] = {}
    for overleg, forum in zip(tabel.van.tolist(), tabel.naar.tolist(), strict=True):
        dag = dagen[overleg]
        if isinstance(dag, date) and dag > datum:
            uit[forum] = min(dag, uit.get(forum, dag))
    return uit
