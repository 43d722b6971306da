"""Where organisations stand on the map: at their own point, else spread inside their municipality."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.kaart.grenzen import Grenzen, area, contains

_GULDEN_HOEK = math.pi * (3 - math.sqrt(5))
_ONBEKENDE_OPPERVLAKTE = 500_000.0  # 200 km² in grid cells: a large municipality without outline

Vormen = Sequence[Sequence[Sequence[int]]]


def spread(punt: tuple[int, int], vormen: Vormen, aantal: int) -> list[tuple[int, int]]:
    """Points spread evenly around a centre, inside the outline when there is one.

    A sunflower spiral, so that the same number gives the same points. O(aantal × vertices).

    >>> spread((10, 10), [], 1)
    [(10, 10)]
    """
    if aantal <= 1:
        return [punt] * aantal
    oppervlakte = area(vormen) if vormen else _ONBEKENDE_OPPERVLAKTE
    # 0.55: a margin to the border, and room for what falls outside an odd shape.
    stap = math.sqrt(0.55 * oppervlakte / (math.pi * aantal))
    i = np.arange(aantal * 6, dtype=np.float64)
    straal = stap * np.sqrt(i)
    x = punt[0] + straal * np.cos(i * _GULDEN_HOEK)
    y = punt[1] + straal * np.sin(i * _GULDEN_HOEK)
    binnen = np.flatnonzero(contains(vormen, x, y)) if vormen else np.arange(len(x))
    gekozen = binnen[:aantal].tolist()
    gekozen += [k for k in range(len(x)) if k not in set(gekozen)][: aantal - len(gekozen)]
    return [(round(float(x[k])), round(float(y[k]))) for k in gekozen]


def place_nodes(
    beeld: Beeld,
    knopen: Sequence[int],
    gemeente: Sequence[int],
    punten: Sequence[tuple[int, int] | None],
    vormen: Sequence[Vormen],
    grenzen: Grenzen,
) -> tuple[list[int | None], list[int | None], NDArray[np.bool_]]:
    """Place each node on the grid.

    Args:
        beeld: the view.
        knopen: numbers of the nodes.
        gemeente: per node the number of its municipality in ``punten`` and ``vormen``; −1 unknown.
        punten: central point per municipality; None when unknown.
        vormen: encoded outline per municipality; empty when unknown.
        grenzen: for the projection.

    Returns:
        x and y per node (None where unknown), and whether the place is exact.
    """
    lengte, breedte = beeld.kolom("lengte"), beeld.kolom("breedte")
    x: list[int | None] = [None] * len(knopen)
    y: list[int | None] = [None] * len(knopen)
    precies = np.zeros(len(knopen), np.bool_)
    zonder: dict[int, list[int]] = {}
    for plaats, knoop in enumerate(knopen):
        lon, lat = lengte[knoop], breedte[knoop]
        if isinstance(lon, int | float) and isinstance(lat, int | float):
            x[plaats], y[plaats] = grenzen.rooster((float(lon), float(lat)))
            precies[plaats] = True
        elif gemeente[plaats] >= 0:
            zonder.setdefault(gemeente[plaats], []).append(plaats)
    for nummer, plaatsen in sorted(zonder.items()):
        punt = punten[nummer]
        if punt is None:
            continue
        for plaats, (px, py) in zip(plaatsen, spread(punt, vormen[nummer], len(plaatsen)), strict=True):
            x[plaats], y[plaats] = px, py
    return x, y, precies
