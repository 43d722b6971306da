"""The ring of sectors: where each dot stands, which cells there are, and the bundles between them.

Clockwise from the top the zones of :data:`netwerkkaart.kaart.soorten.ZONES`; inside a zone, cells:
municipalities in clusters of neighbours, north at the top of the page on both sides. When that would
make the ring too large to read (several regions), a cell is a whole region instead.

Whoever comes in may hardly move another. So widths grow smoothly with the number of dots and not by whole
columns, the room between clusters is there whether they are filled or not, the side of a zone is fixed, and
the dots of a cell stand along one path (:func:`spots`) on which they move up by one.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from netwerkkaart.kaart.soorten import ZONES

STRAAL = 284.0
"""Radius of a ring that is not full, in pixels of the picture at scale 1."""
GROOT = 430.0
"""Above this radius cells are regions."""
STEEK = 5.9
LINKS = frozenset({"overleg", "scholen", "clb"})
"""Zones of the left half: clockwise they run from south to north. Fixed, or a zone near the bottom would turn
around when its middle passes the lowest point."""
_ENKEL = 2
"""So many dots stand in one column."""
_CELRUIMTE = 1.8
_TROSRUIMTE = 5.0
_ZONERUIMTE = 15.0
_EERSTE_RIJ = 11.0
_BEGIN = math.radians(-5)

Getallen = NDArray[np.int32]


@dataclass(frozen=True)
class Plaatsing:
    """What the ring needs to know of each node; every array has shape ``(n,)``.

    Args:
        zone: position in ``ZONES``.
        tros: cluster of its municipality; −1 when unknown.
        rang: order of its municipality; −1 when unknown.
        gemeente: number of its municipality; −1 when unknown.
        regio: code of its region; −1 when unknown.
    """

    zone: Getallen
    tros: Getallen
    rang: Getallen
    gemeente: Getallen
    regio: Getallen


@dataclass(frozen=True)
class Cel:
    """One cell: its zone, cluster, municipality and region (−1: none), angles, and its nodes."""

    zone: int
    tros: int
    gemeente: int
    regio: int
    begin: float
    eind: float
    knopen: tuple[int, ...]


@dataclass(frozen=True)
class Ring:
    """The ring as laid out.

    Args:
        straal: radius of the inner edge.
        per_regio: true when cells are regions.
        zones: ``(zone, begin, end)`` in radians, clockwise from the top.
        trossen: ``(zone, middle)`` per cluster.
        cellen: the cells, clockwise.
        tros_van_cel: number in ``trossen`` of each cell.
        cel: cell of each node.
        x, y: place of each node, in tenths of a pixel from the centre, y pointing down.
        buiten: radius of the outermost dot.
    """

    straal: float
    per_regio: bool
    zones: list[tuple[int, float, float]]
    trossen: list[tuple[int, float]]
    cellen: list[Cel]
    tros_van_cel: list[int]
    cel: Getallen
    x: Getallen
    y: Getallen
    buiten: float


@dataclass
class _Ontwerp:
    """A cell before its angle is known."""

    zone: int
    tros: int
    gemeente: int
    regio: int
    knopen: list[int]
    breedte: float = 0.0


def make_ring(plaatsing: Plaatsing) -> Ring:
    """Lay out the ring. O(n log n)."""
    ontwerp = _design(plaatsing, per_regio=False)
    trossen = sorted({cel.tros for cel in ontwerp})
    straal = _radius(ontwerp, trossen)
    regios = {int(r) for r in plaatsing.regio.tolist() if r >= 0}
    per_regio = straal > GROOT and len(regios) > 1
    if per_regio:
        ontwerp = _design(plaatsing, per_regio=True)
        trossen = sorted({cel.tros for cel in ontwerp})
        straal = _radius(ontwerp, trossen)
    return _place(ontwerp, trossen, max(STRAAL, straal), per_regio, plaatsing)


def columns(aantal: int, rijen: int) -> int:
    """Columns that dots take: one for two, then strips of two.

    >>> [columns(n, 7) for n in (1, 2, 3, 14, 15, 16, 70)]
    [1, 1, 2, 2, 3, 4, 10]
    """
    if aantal <= _ENKEL:
        return min(aantal, 1)
    vol, rest = divmod(aantal, 2 * rijen)
    return 2 * vol + min(rest, 2)


def room(aantal: int, rijen: int) -> float:
    """Columns that are reserved: never fewer than are taken, and for each dot more a part of one.

    >>> [round(room(n, 7), 2) for n in (1, 2, 3, 9, 16)]
    [1.0, 1.5, 2.14, 3.0, 4.0]
    """
    return 1 + min(aantal - 1, _ENKEL) / _ENKEL + max(0, aantal - _ENKEL) / rijen


def spots(aantal: int, rijen: int) -> list[tuple[int, int]]:
    """Column and row of each dot, in order; ``rijen`` at least 3.

    A path up one column of a strip and down the other, so that the next strip begins where the last one ends,
    at the core. One more dot before another moves it by one spot along the path, and the last strip grows by
    one: nobody jumps from the rim to the core.

    >>> spots(2, 4), spots(5, 4)
    ([(0, 0), (0, 1)], [(0, 0), (0, 1), (0, 2), (1, 1), (1, 0)])
    """
    if aantal <= _ENKEL:
        return [(0, rij) for rij in range(aantal)]
    plekken: list[tuple[int, int]] = []
    for begin in range(0, aantal, 2 * rijen):
        n = min(2 * rijen, aantal - begin)
        kolom = begin // rijen
        plekken += [(kolom, rij) for rij in range((n + 1) // 2)]
        plekken += [(kolom + 1, rij) for rij in reversed(range(n // 2))]
    return plekken


def _rows(zone: int, per_regio: bool) -> int:
    return ZONES[zone].rijen * (2 if per_regio else 1)


def _design(plaatsing: Plaatsing, per_regio: bool) -> list[_Ontwerp]:
    # Per region the municipalities stay in order inside the cell, so that neighbours stand together.
    sleutels = zip(
        plaatsing.zone.tolist(),
        plaatsing.regio.tolist(),
        plaatsing.tros.tolist(),
        plaatsing.rang.tolist(),
        plaatsing.gemeente.tolist(),
        strict=True,
    )
    cellen: dict[tuple[int, int, int, int, int], _Ontwerp] = {}
    volgorde = sorted((sleutel, knoop) for knoop, sleutel in enumerate(sleutels))
    zonder = Counter((zone, regio) for (zone, regio, _, _, gemeente), _ in volgorde if gemeente < 0)
    gehad: Counter[tuple[int, int]] = Counter()
    for (zone, regio, tros, rang, gemeente), knoop in volgorde:
        sleutel = (zone, regio, regio, -1, -1) if per_regio else (zone, regio, tros, rang, gemeente)
        if not per_regio and gemeente < 0:
            # Fora lie in no municipality: small cells of their own, or all their lines would be one.
            alle = zonder[zone, regio]
            plaats = gehad[zone, regio] * math.ceil(alle / ZONES[zone].rijen) // alle
            gehad[zone, regio] += 1
            sleutel = (zone, regio, -1, -1, -2 - plaats)
        if sleutel not in cellen:
            cellen[sleutel] = _Ontwerp(zone, sleutel[2], max(sleutel[4], -1), regio, [])
        cellen[sleutel].knopen.append(knoop)
    for cel in cellen.values():
        cel.breedte = room(len(cel.knopen), _rows(cel.zone, per_regio)) * STEEK + _CELRUIMTE
    return list(cellen.values())


def _gaps(ontwerp: Sequence[_Ontwerp], trossen: Sequence[int]) -> float:
    zones = {cel.zone for cel in ontwerp}
    return sum(
        _ZONERUIMTE + (len(_clusters(ontwerp, zone, trossen)) - 1) * _TROSRUIMTE for zone in sorted(zones)
    )


def _clusters(ontwerp: Sequence[_Ontwerp], zone: int, trossen: Sequence[int]) -> Sequence[int]:
    """Clusters that have room in a zone: all, unless nobody there has a municipality."""
    return trossen if any(cel.tros >= 0 for cel in ontwerp if cel.zone == zone) else (-1,)


def _radius(ontwerp: Sequence[_Ontwerp], trossen: Sequence[int]) -> float:
    return (sum(cel.breedte for cel in ontwerp) + _gaps(ontwerp, trossen)) / (2 * math.pi)


def _place(
    ontwerp: list[_Ontwerp], alle: Sequence[int], straal: float, per_regio: bool, plaatsing: Plaatsing
) -> Ring:
    vrij = 2 * math.pi * straal - _gaps(ontwerp, alle)
    factor = vrij / max(sum(cel.breedte for cel in ontwerp), 1.0)
    hoek = _BEGIN
    zones: list[tuple[int, float, float]] = []
    trossen: list[tuple[int, float]] = []
    cellen: list[Cel] = []
    tros_van_cel: list[int] = []
    for zone in sorted({cel.zone for cel in ontwerp}):
        eigen = [cel for cel in ontwerp if cel.zone == zone]
        begin = hoek
        links = ZONES[zone].code in LINKS
        eigen_trossen = _clusters(ontwerp, zone, alle)
        for plaats, tros in enumerate(reversed(eigen_trossen) if links else eigen_trossen):
            hoek += _TROSRUIMTE / straal if plaats else 0.0
            leden = [cel for cel in eigen if cel.tros == tros]
            begin_tros = hoek
            for cel_ in reversed(leden) if links else leden:
                eind = hoek + cel_.breedte * factor / straal
                cellen.append(Cel(zone, tros, cel_.gemeente, cel_.regio, hoek, eind, tuple(cel_.knopen)))
                tros_van_cel.append(len(trossen))
                hoek = eind
            if leden:
                trossen.append((zone, (begin_tros + hoek) / 2))
        zones.append((zone, begin, hoek))
        hoek += _ZONERUIMTE / straal
    cel, x, y, buiten = _dots(cellen, straal, per_regio, len(plaatsing.zone))
    return Ring(straal, per_regio, zones, trossen, cellen, tros_van_cel, cel, x, y, buiten)


def _dots(
    cellen: Sequence[Cel], straal: float, per_regio: bool, aantal: int
) -> tuple[Getallen, Getallen, Getallen, float]:
    """Stack the dots of each cell outwards, along the path of :func:`spots`."""
    cel_van, x, y = (np.zeros(aantal, np.int32) for _ in range(3))
    buiten = straal
    # The angle is that of the inner row, so that columns stay straight and never touch.
    steek = STEEK / (straal + _EERSTE_RIJ)
    for nummer, cel in enumerate(cellen):
        n, rijen = len(cel.knopen), _rows(cel.zone, per_regio)
        eerste = (cel.begin + cel.eind) / 2 - (columns(n, rijen) - 1) / 2 * steek
        for knoop, (kolom, rij) in zip(cel.knopen, spots(n, rijen), strict=True):
            r = straal + _EERSTE_RIJ + rij * STEEK
            hoek = eerste + kolom * steek
            cel_van[knoop] = nummer
            x[knoop] = round(10 * r * math.sin(hoek))
            y[knoop] = round(-10 * r * math.cos(hoek))
            buiten = max(buiten, r)
    return cel_van, x, y, buiten


@dataclass(frozen=True)
class Bundels:
    """Ties summed per pair of cells and class; parallel arrays, thin first.

    Args:
        a, b: cells, ``a < b``.
        klasse: 0 crosses a sector line, 1 does not, or is a seat in a forum.
        aantal: number of ties.
    """

    a: Getallen
    b: Getallen
    klasse: Getallen
    aantal: Getallen


def bundle(cel_van: Getallen, cel_naar: Getallen, klasse: Getallen, zone_van_cel: Getallen) -> Bundels:
    """Sum ties per pair of cells; ties inside one zone have no bundle. O(m log m).

    >>> cel = np.array([0, 1, 1], np.int32)
    >>> b = bundle(cel, cel[::-1].copy(), np.zeros(3, np.int32), np.array([0, 1], np.int32))
    >>> b.a.tolist(), b.b.tolist(), b.aantal.tolist()
    ([0], [1], [2])
    """
    tussen = zone_van_cel[cel_van] != zone_van_cel[cel_naar]
    a = np.minimum(cel_van, cel_naar)[tussen].astype(np.int64)
    b = np.maximum(cel_van, cel_naar)[tussen].astype(np.int64)
    cellen = max(len(zone_van_cel), 1)
    sleutel = (a * cellen + b) * 2 + klasse[tussen]
    uniek, aantal = np.unique(sleutel, return_counts=True)
    volgorde = np.lexsort((uniek, aantal))
    uniek, aantal = uniek[volgorde], aantal[volgorde]
    paar = uniek // 2
    return Bundels(
        (paar // cellen).astype(np.int32),
        (paar % cellen).astype(np.int32),
        (uniek % 2).astype(np.int32),
        aantal.astype(np.int32),
    )
