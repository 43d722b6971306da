"""The real municipalities under the invented organisations: weights, distances, fair shares."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from netwerkkaart import gebied
from netwerkkaart.demo.gewichten import DORP, GEWICHTEN

KLEINST = 0.5
"""Places lighter than this (Herstappe) have no school and no provider."""

_KERN_AANDEEL = 0.5


@dataclass(frozen=True, slots=True)
class Plaats:
    """A municipality as the demo needs it; ``gewicht`` is in thousands of inhabitants, roughly."""

    nis: str
    naam: str
    regio: str
    lon: float
    lat: float
    postcodes: tuple[str, ...]
    gewicht: float


def load_plaatsen(regio: str) -> list[Plaats]:
    """The municipalities of a region, by NIS code."""
    return [
        Plaats(g.nis, g.naam, g.regio, g.lon, g.lat, tuple(g.postcodes), GEWICHTEN.get(g.nis, DORP))
        for _, g in sorted(gebied.gemeenten().items())
        if g.regio == regio
    ]


def afstand(a: Plaats, b: Plaats) -> float:
    """Distance in km between the points of two places; flat-earth, good to 1% over 200 km."""
    x = (a.lon - b.lon) * math.cos(math.radians((a.lat + b.lat) / 2))
    return 111.2 * math.hypot(x, a.lat - b.lat)


def kernen(plaatsen: Sequence[Plaats]) -> list[Plaats]:
    """The heaviest places that together hold half of the weight, heaviest first; at least three."""
    zwaarst = sorted(plaatsen, key=lambda p: (-p.gewicht, p.nis))
    doel = _KERN_AANDEEL * sum(p.gewicht for p in plaatsen)
    uit: list[Plaats] = []
    for plaats in zwaarst:
        if len(uit) >= 3 and sum(p.gewicht for p in uit) >= doel:
            break
        uit.append(plaats)
    return uit


def verdeel(totaal: int, gewichten: Sequence[float], minimum: int = 0) -> list[int]:
    """Split a total over weights: largest remainders (Hamilton), every positive weight ≥ ``minimum``.

    >>> verdeel(10, [5, 3, 0, 1], minimum=1)
    [6, 3, 0, 1]
    """
    telt = [gewicht > 0 for gewicht in gewichten]
    basis = [minimum if mee else 0 for mee in telt]
    rest = totaal - sum(basis)
    som = sum(gewichten)
    if rest < 0 or som <= 0:
        raise ValueError("there is less to divide than the minimum asks")
    # The minimum counts as part of the fair share, so that small places do not get it on top.
    tekort = [max(0.0, totaal * g / som - b) for g, b in zip(gewichten, basis, strict=True)]
    schaal = rest / sum(tekort) if sum(tekort) else 0.0
    deel = [t * schaal for t in tekort]
    uit = [b + int(d) for b, d in zip(basis, deel, strict=True)]
    volgorde = sorted(range(len(deel)), key=lambda i: (int(deel[i]) - deel[i], i))
    for i in volgorde[: totaal - sum(uit)]:
        uit[i] += 1
    return uit
