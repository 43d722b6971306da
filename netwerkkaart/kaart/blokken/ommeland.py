"""Links of routes that run outside a regional map, for what the page computes itself (what if …)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from netwerkkaart.analyse.basis import Getallen
from netwerkkaart.analyse.bereik import Bereik
from netwerkkaart.analyse.routes import Schakels
from netwerkkaart.kaart.blokken.elders import Elders
from netwerkkaart.kaart.keuze import Keuze
from netwerkkaart.kaart.resultaten import Blok

_VER = 99


def surroundings_block(keuze: Keuze, bereik: Bereik, welke: Getallen, elders: Elders) -> Blok:
    """Links with an end off the map that a route over a new tie on the map can use.

    A new tie joins two organisations of the map and takes one link of a route, so of the others only
    *L* − 1 are left: a link from *a* to *b* counts when the links from the map to *a*, itself, and those from
    *b* back to the map or to a provider of its offers are no more than that. A map of everything has none.

    Args:
        keuze: what the map shows.
        bereik: the reach over the whole view.
        welke: places of the offers on the map.
        elders: numbers organisations; who is met is added.

    Returns:
        ``eerste`` (from schools) and ``verder``: start, end, start, end, …
    """
    n = keuze.beeld.aantal_organisaties
    hier = keuze.nummer[:n] >= 0
    uit: dict[str, list[int]] = {"eerste": [], "verder": []}
    if hier.all():
        return dict(uit)
    eerste, verder = bereik.routes.eerste, bereik.routes.verder
    over = bereik.routes.schakels - 1
    biedt = np.asarray(bereik.aanbod.aanbieders[:, welke].sum(axis=1) > 0).ravel()
    heen = np.where(hier, 0, _VER)
    terug = np.where(hier | biedt, 0, _VER)
    for _ in range(over):
        for schakels in (eerste, verder):
            np.minimum.at(heen, schakels.naar, heen[schakels.van] + 1)
        np.minimum.at(terug, verder.van, terug[verder.naar] + 1)
    for naam, schakels in (("eerste", eerste), ("verder", verder)):
        telt = _off_map(schakels, hier) & (heen[schakels.van] + 1 + terug[schakels.naar] <= over)
        for van, naar in zip(schakels.van[telt].tolist(), schakels.naar[telt].tolist(), strict=True):
            uit[naam] += [elders.nummer(van), elders.nummer(naar)]
    return dict(uit)


def _off_map(schakels: Schakels, hier: NDArray[np.bool_]) -> NDArray[np.bool_]:
    return np.asarray(~(hier[schakels.van] & hier[schakels.naar]))
