"""Where organisations stand on the map: at their own point, else spread inside their municipality."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.kaart.grenzen import Grenzen, Punt, area, contains
from netwerkkaart.kaart.woorden import tekst

_GULDEN_HOEK = math.pi * (3 - math.sqrt(5))
_ONBEKENDE_OPPERVLAKTE = 500_000.0  # 200 km² in grid cells: a large municipality without outline

Vormen = Sequence[Sequence[Sequence[int]]]


def spread(punt: tuple[int, int], vormen: Vormen, aantal: int, aandeel: float = 1.0) -> list[tuple[int, int]]:
    """Points spread evenly around a centre, inside the outline when there is one.

    A sunflower spiral, so that the same number gives the same points. O(aantal × vertices).

    Args:
        punt: the centre.
        vormen: encoded outline; empty when unknown.
        aantal: how many points.
        aandeel: the share of the area that they may take.

    >>> spread((10, 10), [], 1)
    [(10, 10)]
    """
    if aantal <= 1:
        return [punt] * aantal
    oppervlakte = area(vormen) if vormen else _ONBEKENDE_OPPERVLAKTE
    # 0.55: a margin to the border, and room for what falls outside an odd shape.
    stap = math.sqrt(0.55 * aandeel * oppervlakte / (math.pi * aantal))
    gekozen: list[int] = []
    # Most shapes hold enough of the first points; an odd one needs more of them.
    for keer in (2, 6):
        i = np.arange(aantal * keer, dtype=np.float64)
        straal = stap * np.sqrt(i)
        x = punt[0] + straal * np.cos(i * _GULDEN_HOEK)
        y = punt[1] + straal * np.sin(i * _GULDEN_HOEK)
        binnen = np.flatnonzero(contains(vormen, x, y)) if vormen else np.arange(len(x))
        gekozen = binnen[:aantal].tolist()
        if len(gekozen) == aantal:
            break
    gekozen += [k for k in range(len(x)) if k not in set(gekozen)][: aantal - len(gekozen)]
    return [(round(float(x[k])), round(float(y[k]))) for k in gekozen]


def place_nodes(
    beeld: Beeld,
    knopen: Sequence[int],
    gemeente: Sequence[int],
    nissen: Sequence[str],
    vormen: Sequence[Vormen],
    grenzen: Grenzen,
) -> tuple[list[int | None], list[int | None], NDArray[np.bool_]]:
    """Place each node on the grid.

    Args:
        beeld: the view.
        knopen: numbers of the nodes.
        gemeente: per node the number of its municipality in ``nissen`` and ``vormen``; −1 unknown.
        nissen: NIS code per municipality.
        vormen: encoded outline per municipality; empty when unknown.
        grenzen: for the projection, and for points of addresses.

    Returns:
        x and y per node (None where unknown), and whether the place is exact.
    """
    lengte, breedte = beeld.kolom("lengte"), beeld.kolom("breedte")
    x: list[int | None] = [None] * len(knopen)
    y: list[int | None] = [None] * len(knopen)
    precies = np.zeros(len(knopen), np.bool_)
    zonder: dict[tuple[int, Punt], list[int]] = {}
    per_gemeente: dict[int, int] = {}
    for plaats, knoop in enumerate(knopen):
        lon, lat = lengte[knoop], breedte[knoop]
        if isinstance(lon, int | float) and isinstance(lat, int | float):
            x[plaats], y[plaats] = grenzen.rooster((float(lon), float(lat)))
            precies[plaats] = True
        elif (g := gemeente[plaats]) >= 0 and (punt := _address_point(beeld, knoop, nissen[g], grenzen)):
            zonder.setdefault((g, punt), []).append(plaats)
            per_gemeente[g] = per_gemeente.get(g, 0) + 1
    for (g, punt), plaatsen in sorted(zonder.items()):
        rooster, aandeel = grenzen.rooster(punt), len(plaatsen) / per_gemeente[g]
        punten = spread(rooster, vormen[g], len(plaatsen), aandeel)
        for plaats, (px, py) in zip(plaatsen, punten, strict=True):
            x[plaats], y[plaats] = px, py
    return x, y, precies


def _address_point(beeld: Beeld, knoop: int, nis: str, grenzen: Grenzen) -> Punt | None:
    """The best known point of a node without coordinates."""
    postcode, deel = (tekst(beeld.kolom(naam)[knoop]) for naam in ("postcode", "deelgemeente"))
    return grenzen.plaats(nis, postcode, deel) or grenzen.punten.get(nis)
