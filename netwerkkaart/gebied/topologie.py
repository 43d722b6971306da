"""Outlines as shared border lines (arcs), after the TopoJSON format.

A border between two municipalities is stored once, so both sides stay equal when it is simplified: no
slivers and no overlaps. The stored form is TopoJSON 1.0 (https://github.com/topojson/topojson-specification),
which ``topojson-client`` in the page reads as it is.
"""

from __future__ import annotations

import heapq
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Punt = tuple[float, float]
"""``(lon, lat)`` in degrees, WGS84."""
Ring = tuple[Punt, ...]
"""A closed line: the last point equals the first."""
Veelhoek = tuple[Ring, ...]
"""An outer ring, then its holes."""
Omtrek = tuple[Veelhoek, ...]
"""All polygons of one municipality (Baarle-Hertog has more than twenty)."""

RoosterPunt = tuple[int, int]
RoosterRing = list[RoosterPunt]

ROOSTER = 1e-4
"""Step of the grid on which points are kept, in degrees: 11 m north, 7 m east."""
_TRANSFORM = {"scale": [ROOSTER, ROOSTER], "translate": [0, 0]}
_METER_PER_STAP = ROOSTER * 111_320.0
_KRIMP = math.cos(math.radians(50.9))


@dataclass(slots=True)
class Topologie:
    """Arcs, and per NIS code the polygons as rings of arc numbers (``~n``: arc n, backwards)."""

    bogen: list[RoosterRing]
    vormen: dict[str, list[list[list[int]]]]


def op_rooster(ring: Iterable[Sequence[float]]) -> RoosterRing:
    """Move a closed ring to the grid; doubled points and spikes fall away.

    Returns:
        The points without the closing one; empty when nothing of the ring is left.
    """
    uit: RoosterRing = []
    for x, y, *_ in ring:
        _push(uit, (round(x / ROOSTER), round(y / ROOSTER)))
    while len(uit) > 2 and (uit[0] == uit[-1] or uit[1] == uit[-1] or uit[0] == uit[-2]):
        if uit[0] == uit[-1] or uit[0] == uit[-2]:
            uit.pop()
        else:
            uit.pop(0)
    return uit if len(uit) > 2 else []


def _push(uit: RoosterRing, punt: RoosterPunt) -> None:
    """Append, but drop a doubled point, and a spike that goes out and comes back."""
    if uit and uit[-1] == punt:
        return
    if len(uit) > 1 and uit[-2] == punt:
        uit.pop()
        return
    uit.append(punt)


def make_topologie(vormen: Mapping[str, Sequence[Sequence[RoosterRing]]]) -> Topologie:
    """Cut the rings at every point where borders meet, and store each piece once.

    Args:
        vormen: per NIS code its polygons, each a list of rings as :func:`op_rooster` gives them.

    A point is a junction when it has more or fewer than two different neighbours over all rings. Cost is
    linear in the number of points.
    """
    knooppunten = _junctions(ring for delen in vormen.values() for deel in delen for ring in deel)
    bogen: list[RoosterRing] = []
    nummers: dict[tuple[RoosterPunt, ...], int] = {}

    def number(boog: RoosterRing) -> int:
        vooruit, terug = tuple(boog), tuple(reversed(boog))
        if vooruit in nummers:
            return nummers[vooruit]
        if terug in nummers:
            return ~nummers[terug]
        nummers[vooruit] = len(bogen)
        bogen.append(boog)
        return len(bogen) - 1

    uit = {
        nis: [[[number(boog) for boog in _cut(ring, knooppunten)] for ring in deel] for deel in delen]
        for nis, delen in vormen.items()
    }
    return Topologie(bogen, uit)


def _junctions(ringen: Iterable[RoosterRing]) -> set[RoosterPunt]:
    buren: defaultdict[RoosterPunt, set[RoosterPunt]] = defaultdict(set)
    for ring in ringen:
        for hier, volgende in zip(ring, [*ring[1:], ring[0]], strict=True):
            buren[hier].add(volgende)
            buren[volgende].add(hier)
    return {punt for punt, naast in buren.items() if len(naast) != 2}


def _cut(ring: RoosterRing, knooppunten: set[RoosterPunt]) -> Iterator[RoosterRing]:
    """The pieces of a ring between junctions; without any, the ring from its smallest point."""
    start = next((plaats for plaats, punt in enumerate(ring) if punt in knooppunten), -1)
    heel = start < 0
    if heel:
        # The same start for both sides, so that an enclave and its hole share the arc.
        start = ring.index(min(ring))
    rond = [*ring[start:], *ring[:start], ring[start]]
    if heel:
        yield rond
        return
    boog = [rond[0]]
    for punt in rond[1:]:
        boog.append(punt)
        if punt in knooppunten:
            yield boog
            boog = [punt]


def vereenvoudig(topologie: Topologie, drempel_m2: float) -> Topologie:
    """Drop the points whose triangle is smaller than ``drempel_m2`` (Visvalingam and Whyatt 1993).

    Ends of arcs stay. An arc that would leave a ring without a surface keeps all its points.
    Cost is O(n log n) in the number of points.
    """
    drempel = drempel_m2 / (_METER_PER_STAP**2 * _KRIMP)
    nieuw = [_visvalingam(boog, drempel) for boog in topologie.bogen]
    for delen in topologie.vormen.values():
        for deel in delen:
            for ring in deel:
                if len(ring_van(nieuw, ring)) < 4:
                    for nummer in ring:
                        boog = nummer if nummer >= 0 else ~nummer
                        nieuw[boog] = topologie.bogen[boog]
    return Topologie(nieuw, topologie.vormen)


def _visvalingam(boog: RoosterRing, drempel: float) -> RoosterRing:
    aantal = len(boog)
    if aantal < 3 or drempel <= 0:
        return boog
    vorige, volgende = list(range(-1, aantal - 1)), list(range(1, aantal + 1))
    leeft = [True] * aantal

    def area(plaats: int) -> float:
        (ax, ay), (bx, by), (cx, cy) = boog[vorige[plaats]], boog[plaats], boog[volgende[plaats]]
        return abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2

    nu = [0.0, *(area(plaats) for plaats in range(1, aantal - 1)), 0.0]
    stapel = [(nu[plaats], plaats) for plaats in range(1, aantal - 1)]
    heapq.heapify(stapel)
    over, minstens = aantal, 4 if boog[0] == boog[-1] else 2
    while stapel and over > minstens:
        oppervlak, plaats = heapq.heappop(stapel)
        if oppervlak >= drempel:
            break
        if not leeft[plaats] or oppervlak != nu[plaats]:
            continue
        leeft[plaats] = False
        over -= 1
        links, rechts = vorige[plaats], volgende[plaats]
        volgende[links], vorige[rechts] = rechts, links
        for buur in (links, rechts):
            if 0 < buur < aantal - 1:
                # Never less than what was just dropped: small bumps on a large bend go first.
                nu[buur] = max(area(buur), oppervlak)
                heapq.heappush(stapel, (nu[buur], buur))
    return [punt for punt, blijft in zip(boog, leeft, strict=True) if blijft]


def ring_van(bogen: Sequence[RoosterRing], ring: Sequence[int]) -> RoosterRing:
    """The points of a ring of arc numbers, closed."""
    punten: RoosterRing = []
    for nummer in ring:
        boog = bogen[nummer] if nummer >= 0 else bogen[~nummer][::-1]
        punten.extend(boog[1:] if punten else boog)
    return punten


def ontvouw(topologie: Topologie) -> dict[str, Omtrek]:
    """The outlines as rings of ``(lon, lat)``."""
    return {
        nis: tuple(
            tuple(
                tuple(
                    (round(x * ROOSTER, 4), round(y * ROOSTER, 4)) for x, y in ring_van(topologie.bogen, ring)
                )
                for ring in deel
            )
            for deel in delen
        )
        for nis, delen in topologie.vormen.items()
    }


def naar_topojson(topologie: Topologie) -> dict[str, object]:
    """TopoJSON with one object ``gemeenten``; the id of each geometry is its NIS code."""
    geometrieen = [
        {"type": "MultiPolygon", "id": nis, "arcs": delen} for nis, delen in sorted(topologie.vormen.items())
    ]
    return {
        "type": "Topology",
        "transform": _TRANSFORM,
        "objects": {"gemeenten": {"type": "GeometryCollection", "geometries": geometrieen}},
        "arcs": [_deltas(boog) for boog in topologie.bogen],
    }


def _deltas(boog: RoosterRing) -> list[list[int]]:
    vorige = [(0, 0), *boog[:-1]]
    return [[x - px, y - py] for (x, y), (px, py) in zip(boog, vorige, strict=True)]


def van_topojson(inhoud: Mapping[str, object]) -> Topologie:
    """Read what :func:`naar_topojson` wrote.

    Raises:
        KeyError, TypeError, ValueError, IndexError: when the content is not of that form.
    """
    if inhoud["transform"] != _TRANSFORM:
        raise ValueError("transform")
    bogen = [_absolute(boog) for boog in _list(inhoud["arcs"])]
    objecten = inhoud["objects"]
    if not isinstance(objecten, dict):
        raise TypeError("objects")
    vormen: dict[str, list[list[list[int]]]] = {}
    for geometrie in _list(objecten["gemeenten"]["geometries"]):
        delen = [[[int(n) for n in ring] for ring in deel] for deel in geometrie["arcs"]]
        if any(not -len(bogen) <= n < len(bogen) for deel in delen for ring in deel for n in ring):
            raise IndexError(geometrie["id"])
        vormen[str(geometrie["id"])] = delen
    return Topologie(bogen, vormen)


def _list(waarde: object) -> list[Any]:
    if not isinstance(waarde, list):
        raise TypeError("list")
    return waarde


def _absolute(boog: Iterable[Sequence[int]]) -> RoosterRing:
    x = y = 0
    uit: RoosterRing = []
    for dx, dy in boog:
        x, y = x + int(dx), y + int(dy)
        uit.append((x, y))
    return uit
