"""The one route that is shown for each step that is reached, and the relations it rests on.

Of equally short ways the first offer in the order of the view, its first provider, and the first nodes on
the way. Everything is worked out for all starts at once, as columns of numbers.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from netwerkkaart.analyse.basis import Getallen
from netwerkkaart.analyse.bereik import Bereik
from netwerkkaart.analyse.routes import rids_of


@dataclass(frozen=True)
class Wegen:
    """Shown routes, as columns of equal length; a route may serve several steps.

    Args:
        bereik: what they were found in.
        weg: number of the route per start and step, shape ``(S, 6)``; −1: the step is not reached.
        aanbod: place of the offer.
        aanbieder: node of its provider.
        schakels: links of the route.
        banden: positions in ``beeld.banden``, shape ``(routes, most links)``; −1 beyond the route's links.
        biedt, gebied: positions of its ``BIEDT`` and ``BEREIKT``.
    """

    bereik: Bereik
    weg: Getallen
    aanbod: Getallen
    aanbieder: Getallen
    schakels: Getallen
    banden: Getallen
    biedt: Getallen
    gebied: Getallen

    @classmethod
    def of(cls, bereik: Bereik) -> Wegen:
        """Find them. O(hits + links of the starts)."""
        starts, stappen = np.nonzero(bereik.beste >= 0)
        aantal, niveaus = max(len(bereik.aanbod), 1), bereik.routes.schakels + 1
        treffers, nummer = np.unique(
            starts * (aantal * niveaus) + bereik.beste[starts, stappen], return_inverse=True
        )
        weg = np.full(bereik.beste.shape, -1, dtype=np.int64)
        weg[starts, stappen] = nummer
        rest, aanbod = np.divmod(treffers, aantal)
        start, schakels = np.divmod(rest, niveaus)
        aanbieder, banden = _routes(bereik, start, aanbod, schakels)
        return cls(
            bereik,
            weg,
            aanbod,
            aanbieder,
            schakels,
            banden,
            bereik.aanbod.providing(aanbieder, aanbod),
            bereik.aanbod.reaching(aanbod, bereik.beeld.gemeente[bereik.start[start]]),
        )

    def rids(self, weg: int) -> tuple[str, ...]:
        """Keys of a route's bands in order, then of ``BIEDT`` and ``BEREIKT``."""
        beeld = self.bereik.beeld
        return (
            *rids_of(beeld, self.banden[weg, : self.schakels[weg]].tolist()),
            beeld.van_type("BIEDT").rids[self.biedt[weg]],
            beeld.van_type("BEREIKT").rids[self.gebied[weg]],
        )


def _routes(
    bereik: Bereik, start: Getallen, aanbod: Getallen, schakels: Getallen
) -> tuple[Getallen, Getallen]:
    """Of each hit the first provider to whom a route of so many links leads, and its bands."""
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
