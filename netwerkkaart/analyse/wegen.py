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

from netwerkkaart.analyse.basis import STAPPEN, Getallen
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


class _Kolommen(NamedTuple):
    """Routes as flat lists: to read one number from a list is quicker than from an array.

    Args:
        weg: number of the route of each start and step, start after start; −1: the step is not reached.
        aanbod, aanbieder: nodes of each route's offer and provider.
        schakels: its links.
        banden: a list per link, with the band of each route; −1 beyond a route's links.
        biedt, gebied: place of its ``BIEDT`` and ``BEREIKT``.
        teksten: ids of nodes; keys of bands, ``BIEDT`` and ``BEREIKT``.
    """

    weg: list[int]
    aanbod: list[int]
    aanbieder: list[int]
    schakels: list[int]
    banden: list[list[int]]
    biedt: list[int]
    gebied: list[int]
    teksten: tuple[Sequence[str], Sequence[str], Sequence[str], Sequence[str]]


@dataclass(frozen=True)
class Wegen:
    """The shown routes of a reach."""

    bereik: Bereik

    def of_step(self, start: int, stap: int) -> Stapweg:
        """The route of a start to a step that it reaches. The first call finds them all, in O(links)."""
        alle = self._kolommen
        weg = alle.weg[start * len(STAPPEN) + stap]
        schakels = alle.schakels[weg]
        ids, van_band, van_biedt, van_bereikt = alle.teksten
        bewijs = [van_band[banden[weg]] for banden in alle.banden[:schakels]]
        bewijs += van_biedt[alle.biedt[weg]], van_bereikt[alle.gebied[weg]]
        return Stapweg(ids[alle.aanbod[weg]], ids[alle.aanbieder[weg]], schakels, tuple(bewijs))

    @cached_property
    def _kolommen(self) -> _Kolommen:
        bereik, beeld, beste = self.bereik, self.bereik.beeld, self.bereik.beste
        starts, stappen = np.nonzero(beste >= 0)
        per_start = max(len(bereik.aanbod), 1) * (bereik.routes.schakels + 1)
        # The same offer over as many links may serve several steps: one route.
        uniek, nummer = np.unique(starts * per_start + beste[starts, stappen], return_inverse=True)
        weg = np.full(beste.shape, -1, dtype=np.int64)
        weg[starts, stappen] = nummer
        rest, aanbod = np.divmod(uniek, max(len(bereik.aanbod), 1))
        start, schakels = np.divmod(rest, bereik.routes.schakels + 1)
        aanbieder, banden = _find_routes(bereik, start, aanbod, schakels)
        gebied = bereik.aanbod.reaching(aanbod, beeld.gemeente[bereik.start[start]])
        return _Kolommen(
            weg.ravel().tolist(),
            bereik.aanbod.knopen[aanbod].tolist(),
            aanbieder.tolist(),
            schakels.tolist(),
            banden.T.tolist(),
            bereik.aanbod.providing(aanbieder, aanbod).tolist(),
            gebied.tolist(),
            (beeld.ids, beeld.banden.rids, beeld.van_type("BIEDT").rids, beeld.van_type("BEREIKT").rids),
        )


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
