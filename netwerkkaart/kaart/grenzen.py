"""Outlines of municipalities for the page: projected, simplified without gaps, as small integers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Punt = tuple[float, float]
Omtrek = Sequence[Sequence[Sequence[Punt]]]
"""Polygons of one municipality; each is a list of rings (outer first) of ``(longitude, latitude)``."""

Rooster = tuple[int, int]
Vormen = dict[str, list[list[list[int]]]]
"""Encoded rings, per polygon, per NIS code."""
STAP_KM = 0.02
"""Size of a grid cell: all positions on the page are whole numbers of these, y pointing south."""


def _nowhere(nis: str, postcode: str, deelgemeente: str) -> Punt | None:  # noqa: ARG001  # a default
    return None


@dataclass(frozen=True)
class Grenzen:
    """Where municipalities lie, as the map needs it.

    Args:
        omtrekken: outline by NIS code; a municipality may be absent.
        punten: a central point ``(longitude, latitude)`` by NIS code.
        project: to kilometres, x east and y north.
        benaderd: true when the outlines are approximations; the page says so.
        bron: name of the source of the outlines, for the source line.
        plaats: the best known point of an address, by NIS code, postcode and part of the municipality;
            None when it knows no better than the central point.
    """

    omtrekken: Mapping[str, Omtrek]
    punten: Mapping[str, Punt]
    project: Callable[[float, float], Punt]
    benaderd: bool = True
    bron: str = ""
    plaats: Callable[[str, str, str], Punt | None] = _nowhere

    def rooster(self, punt: Punt) -> Rooster:
        """Place of a point on the grid of the page."""
        x, y = self.project(*punt)
        return round(x / STAP_KM), round(-y / STAP_KM)

    @cached_property
    def gecodeerd(self) -> dict[tuple[frozenset[str], float], Vormen]:
        """What :func:`encode` made before: the maps of six regions are drawn on the same outlines."""
        return {}


def encode(grenzen: Grenzen, nissen: Sequence[str], tolerantie: float) -> Vormen:
    """Outlines as flat lists of differences: ``[x0, y0, dx, dy, …]`` per ring, per polygon, per NIS code.

    Lines that two municipalities share are simplified once, so that no gaps open between neighbours.

    Args:
        grenzen: the outlines.
        nissen: which municipalities; those without an outline are absent from the result.
        tolerantie: how far a line may move, in grid cells.

    Returns:
        The same object for the same outlines: not to be changed.
    """
    welke = frozenset(nis for nis in nissen if nis in grenzen.omtrekken)
    if (welke, tolerantie) not in grenzen.gecodeerd:
        grenzen.gecodeerd[welke, tolerantie] = _encode(grenzen, sorted(welke), tolerantie)
    return grenzen.gecodeerd[welke, tolerantie]


def _encode(grenzen: Grenzen, nissen: Sequence[str], tolerantie: float) -> Vormen:
    ringen: dict[tuple[str, int, int], list[Rooster]] = {}
    for nis in nissen:
        for p, veelhoek in enumerate(grenzen.omtrekken[nis]):
            for r, ring in enumerate(veelhoek):
                ringen[nis, p, r] = _open_ring([grenzen.rooster(punt) for punt in ring])
    knopen = _junctions(ringen.values())
    resultaat: Vormen = {}
    for (nis, p, r), ring in ringen.items():
        klein = _simplify_ring(ring, knopen, tolerantie)
        if len(klein) < 3:
            # An islet smaller than the tolerance; an outer ring that goes takes its holes along.
            continue
        veelhoeken = resultaat.setdefault(nis, [])
        if r == 0:
            veelhoeken.append([_delta(klein)])
        elif veelhoeken and p < len(grenzen.omtrekken[nis]):
            veelhoeken[-1].append(_delta(klein))
    return resultaat


def decode(vlak: Sequence[int]) -> list[Rooster]:
    """The points of one encoded ring.

    >>> decode([10, 20, 1, 0, 0, 2])
    [(10, 20), (11, 20), (11, 22)]
    """
    x = y = 0
    punten: list[Rooster] = []
    for dx, dy in zip(vlak[::2], vlak[1::2], strict=True):
        x, y = x + dx, y + dy
        punten.append((x, y))
    return punten


def _delta(punten: Sequence[Rooster]) -> list[int]:
    vlak: list[int] = []
    vorige = (0, 0)
    for punt in punten:
        vlak += [punt[0] - vorige[0], punt[1] - vorige[1]]
        vorige = punt
    return vlak


def _open_ring(punten: Sequence[Rooster]) -> list[Rooster]:
    """Without doubles in a row, and without the closing point."""
    ring = [punt for i, punt in enumerate(punten) if i == 0 or punt != punten[i - 1]]
    if len(ring) > 1 and ring[0] == ring[-1]:
        ring.pop()
    return ring


def _junctions(ringen: Iterable[list[Rooster]]) -> set[Rooster]:
    """Points where lines meet: seen with more than two different neighbours."""
    buren: dict[Rooster, set[Rooster]] = {}
    for ring in ringen:
        for i, punt in enumerate(ring):
            buren.setdefault(punt, set()).update((ring[i - 1], ring[(i + 1) % len(ring)]))
    return {punt for punt, andere in buren.items() if len(andere) > 2}


def _simplify_ring(ring: list[Rooster], knopen: set[Rooster], tolerantie: float) -> list[Rooster]:
    """Simplify between junctions; a ring without any is cut at its two extremes, the same in each copy."""
    if len(ring) < 4:
        return ring
    snijpunten = [i for i, punt in enumerate(ring) if punt in knopen]
    if len(snijpunten) < 2:
        vast = {min(ring), max(ring), *(ring[i] for i in snijpunten)}
        snijpunten = [i for i, punt in enumerate(ring) if punt in vast]
    klein: list[Rooster] = []
    for begin, eind in zip(snijpunten, [*snijpunten[1:], snijpunten[0] + len(ring)], strict=True):
        lijn = [ring[i % len(ring)] for i in range(begin, eind + 1)]
        # One direction for both neighbours, so that ties fall the same way.
        omgekeerd = lijn[0] > lijn[-1]
        dun = _douglas_peucker(lijn[::-1] if omgekeerd else lijn, tolerantie)
        klein += (dun[::-1] if omgekeerd else dun)[:-1]
    return klein


def _douglas_peucker(lijn: list[Rooster], tolerantie: float) -> list[Rooster]:
    blijft = {0, len(lijn) - 1}
    stapel = [(0, len(lijn) - 1)]
    while stapel:
        begin, eind = stapel.pop()
        (ax, ay), (bx, by) = lijn[begin], lijn[eind]
        dx, dy = bx - ax, by - ay
        lengte2 = dx * dx + dy * dy
        verst, beste = tolerantie * tolerantie, -1
        for i in range(begin + 1, eind):
            px, py = lijn[i][0] - ax, lijn[i][1] - ay
            t = max(0.0, min(1.0, (px * dx + py * dy) / lengte2)) if lengte2 else 0.0
            afstand2 = (px - t * dx) ** 2 + (py - t * dy) ** 2
            if afstand2 > verst:
                verst, beste = afstand2, i
        if beste >= 0:
            blijft.add(beste)
            stapel += [(begin, beste), (beste, eind)]
    return [lijn[i] for i in sorted(blijft)]


def contains(
    veelhoeken: Sequence[Sequence[Sequence[int]]], x: NDArray[np.float64], y: NDArray[np.float64]
) -> NDArray[np.bool_]:
    """Which points of the grid lie inside encoded polygons (even-odd rule). O(points × vertices)."""
    binnen = np.zeros(len(x), np.bool_)
    for veelhoek in veelhoeken:
        for vlak in veelhoek:
            a = np.array(decode(vlak), np.float64)
            b = np.roll(a, -1, axis=0)
            for (ax, ay), (bx, by) in zip(a.tolist(), b.tolist(), strict=True):
                if ay == by:
                    continue
                kruist = (ay > y) != (by > y)
                binnen ^= kruist & (x < (bx - ax) * (y - ay) / (by - ay) + ax)
    return binnen


def area(veelhoeken: Sequence[Sequence[Sequence[int]]]) -> float:
    """Area of encoded polygons in grid cells, holes taken off."""
    totaal = 0.0
    for veelhoek in veelhoeken:
        for nummer, vlak in enumerate(veelhoek):
            punten = decode(vlak)
            dubbel = sum(
                ax * by - bx * ay for (ax, ay), (bx, by) in zip(punten, [*punten[1:], punten[0]], strict=True)
            )
            totaal += abs(dubbel) / 2 * (1 if nummer == 0 else -1)
    return totaal
