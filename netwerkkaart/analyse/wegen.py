"""The one route that is shown for each step that is reached, and the relations it rests on.

Of equally short ways the first offer in the order of the view, its first provider, and the first nodes on
the way. All are found at once, as columns of numbers, when somebody asks for the first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np

from netwerkkaart.analyse.basis import Getallen
from netwerkkaart.analyse.bereik import Bereik


class Stapweg(NamedTuple):
    """The route to one step.

    Args:
        aanbod: id of the offer.
        aanbieder: id of its provider.
        schakels: links from the start to the provider.
        bewijs: keys of its bands in order, then of ``BIEDT`` and ``BEREIKT``.
    """

    aanbod: str
    aanbieder: str
    schakels: int
    bewijs: tuple[str, ...]


@dataclass(frozen=True)
class Wegen:
    """The shown routes of a reach."""

    bereik: Bereik

    def of_step(self, start: int, stap: int) -> Stapweg:
        """The route of a start to a step that it reaches. The first call finds them all, in O(links)."""
        aanbod, aanbieder, schakels, banden, biedt, gebied = self._wegen[self._nummer[start][stap]]
        ids, van_band, van_biedt, van_bereikt = self._teksten
        keys = [van_band[band] for band in banden[:schakels]]
        return Stapweg(ids[aanbod], ids[aanbieder], schakels, (*keys, van_biedt[biedt], van_bereikt[gebied]))

    @cached_property
    def _teksten(self) -> tuple[Sequence[str], ...]:
        """Ids of nodes; keys of bands, ``BIEDT`` and ``BEREIKT``."""
        beeld = self.bereik.beeld
        return beeld.ids, beeld.banden.rids, *(beeld.van_type(naam).rids for naam in ("BIEDT", "BEREIKT"))

    @cached_property
    def _treffers(self) -> tuple[Getallen, Getallen]:
        """Each (start, links, offer) that is shown, as one number; and which of them each step has."""
        beste = self.bereik.beste
        starts, stappen = np.nonzero(beste >= 0)
        per_start = max(len(self.bereik.aanbod), 1) * (self.bereik.routes.schakels + 1)
        uniek, nummer = np.unique(starts * per_start + beste[starts, stappen], return_inverse=True)
        uit = np.full(beste.shape, -1, dtype=np.int64)
        uit[starts, stappen] = nummer
        return uniek, uit

    @cached_property
    def _nummer(self) -> list[list[int]]:
        nummers: list[list[int]] = self._treffers[1].tolist()
        return nummers

    @cached_property
    def _wegen(self) -> list[tuple[int, int, int, list[int], int, int]]:
        """Of each route: offer, provider, links, bands, and places of its ``BIEDT`` and ``BEREIKT``."""
        bereik = self.bereik
        rest, aanbod = np.divmod(self._treffers[0], max(len(bereik.aanbod), 1))
        start, schakels = np.divmod(rest, bereik.routes.schakels + 1)
        aanbieder, banden = _find_routes(bereik, start, aanbod, schakels)
        gemeente = bereik.beeld.gemeente[bereik.start[start]]
        kolommen = (
            bereik.aanbod.knopen[aanbod],
            aanbieder,
            schakels,
            banden,
            bereik.aanbod.providing(aanbieder, aanbod),
            bereik.aanbod.reaching(aanbod, gemeente),
        )
        return list(zip(*(kolom.tolist() for kolom in kolommen), strict=True))


def _find_routes(
    bereik: Bereik, start: Getallen, aanbod: Getallen, schakels: Getallen
) -> tuple[Getallen, Getallen]:
    """Of each hit the first provider to whom a route of so many links leads, and the bands of that route.

    The bands have shape ``(hits, most links)``; −1 beyond the route's links.
    """
    per_aanbod = bereik.aanbod.aanbieders.tocsc()
    per_aanbod.sort_indices()
    aantal = np.diff(per_aanbod.indptr)[aanbod]
    aanbieder = np.full(len(start), -1, dtype=np.int64)
    banden = np.full((len(start), bereik.routes.schakels), -1, dtype=np.int64)
    for rang in range(int(aantal.max(initial=0))):
        for lengte in np.unique(schakels).tolist():
            zoekt = np.flatnonzero((aanbieder < 0) & (aantal > rang) & (schakels == lengte))
            van = bereik.start[start[zoekt]].astype(np.int64)
            naar = per_aanbod.indices[per_aanbod.indptr[aanbod[zoekt]] + rang].astype(np.int64)
            pad = bereik.routes.paths(van, naar, lengte) if lengte else banden[zoekt]
            gevonden = pad[:, 0] >= 0 if lengte else van == naar
            aanbieder[zoekt[gevonden]] = naar[gevonden]
            banden[zoekt[gevonden], :lengte] = pad[gevonden, :lengte]
    return aanbieder, banden
