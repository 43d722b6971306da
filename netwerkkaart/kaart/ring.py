"""The ring of sectors: where each dot stands, which cells there are, and the bundles between them.

Clockwise from the top the zones of :data:`netwerkkaart.kaart.soorten.ZONES`; inside a zone, cells:
municipalities in clusters of neighbours, north at the top of the page on both sides. When that would
make the ring too large to read (several regions), a cell is a whole region instead.

Whoever comes in may hardly move another. So the order of zones, clusters and municipalities is fixed, the
room between them is there whether they are filled or not, a cell grows by parts of a column, its dots stand
along one path (:func:`spots`) that hangs on nothing, and the ring turns so that its zones stay, on average,
where :data:`_THUIS` has them: what comes in pushes half to the left and half to the right.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

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
CELRUIMTE = 1.4
TROSRUIMTE = 5.0
_ZONERUIMTE = 15.0
VOL = 20
"""From so many dots on a zone has all the room between its clusters; below, a part, so that the first of a
sector does not open all of it at once."""
_EERSTE_RIJ = 11.0
_THUIS = {
    "naft": (8, 14),
    "welzijn": (41, 48),
    "gezondheid": (80, 24),
    "werk": (109, 31),
    "andere": (129, 4),
    "lokaal": (158, 55),
    "overleg": (194, 13),
    "scholen": (268, 132),
    "clb": (347, 21),
}
"""Where the middle of each zone belongs, in degrees clockwise from the top, and how much it weighs: as wide
as it usually is, filled or not."""

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
        trossen: every cluster that has room, filled or not; empty: those of the nodes.
    """

    zone: Getallen
    tros: Getallen
    rang: Getallen
    gemeente: Getallen
    regio: Getallen
    trossen: tuple[int, ...] = ()


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
    trossen = plaatsing.trossen or tuple(sorted({cel.tros for cel in ontwerp if cel.tros >= 0}))
    straal = _radius(ontwerp, trossen, per_regio=False)
    regios = {int(r) for r in plaatsing.regio.tolist() if r >= 0}
    per_regio = straal > GROOT and len(regios) > 1
    if per_regio:
        ontwerp = _design(plaatsing, per_regio=True)
        trossen = tuple(sorted(regios))
        straal = _radius(ontwerp, trossen, per_regio=True)
    return _place(ontwerp, trossen, max(STRAAL, straal), per_regio, plaatsing)


def room(aantal: int, rijen: int, breed: int) -> float:
    """Columns that are reserved: never fewer than are taken, and for each dot more a part of one.

    >>> [round(room(n, 7, 1), 2) for n in (1, 2, 3, 9, 16)]
    [1.0, 2.0, 2.14, 3.0, 4.0]
    """
    return min(aantal, 2 * breed) + max(0, aantal - 2 * breed) / rijen


def spots(aantal: int, rijen: int, breed: int) -> list[tuple[int, int]]:
    """Column (from the middle of the cell) and row of each dot, in order.

    The middle dot stands in the middle of the cell, at the core; from there one path runs to the right for
    those after it, and one to the left for those before: up a strip of ``breed`` columns and down the next.
    Of some newcomers before a dot and some after it, only half the difference moves it, by so many spots
    along the path, and nobody jumps from the rim to the core.

    >>> spots(5, 7, 1)
    [(-1, 1), (-1, 0), (0, 0), (0, 1), (0, 2)]
    """
    rechts = _path(aantal - aantal // 2, rijen, breed)
    links = [(-1 - kolom, rij) for kolom, rij in rechts[: aantal // 2]]
    return links[::-1] + rechts


def _path(aantal: int, rijen: int, breed: int) -> list[tuple[int, int]]:
    """To and fro over a strip; where two strips meet, to and fro over the height of some rows.

    Otherwise the turn would be as long as two strips are wide. For neighbours to stay neighbours at each
    join, ``rijen`` is odd and more than twice the height of a turn, or ``breed`` is 1.
    """
    plekken: list[tuple[int, int]] = []
    bocht = breed + 1 - breed % 2
    laatste = rijen - bocht - 1
    strook = 0
    while len(plekken) < aantal:
        links = strook * breed
        weg: list[tuple[int, int]] = []
        for rij in range(bocht if strook else 0, laatste + 1):
            kolommen = range(breed - 1, -1, -1) if (laatste - rij) % 2 == 0 else range(breed)
            weg += [(links + kolom, rij) for kolom in kolommen]
        for kolom in range(2 * breed):
            hoogte = range(laatste + 1, rijen) if kolom % 2 == 0 else range(rijen - 1, laatste, -1)
            weg += [(links + kolom, rij) for rij in hoogte]
        plekken += weg if strook % 2 == 0 else [(kolom, rijen - 1 - rij) for kolom, rij in weg]
        strook += 1
    return plekken[:aantal]


def grid(zone: int, per_regio: bool) -> tuple[int, int]:
    """Rows of a zone, and columns of a strip: the more dots a cell holds, the wider.

    >>> grid(0, False), grid(7, False), grid(0, True), grid(7, True)
    ((4, 1), (7, 1), (7, 1), (13, 2))
    """
    rijen = 2 * ZONES[zone].rijen - 1 if per_regio else ZONES[zone].rijen
    return rijen, 2 if rijen > 7 else 1


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
    gehad: Counter[tuple[int, int]] = Counter()
    for (zone, regio, tros, rang, gemeente), knoop in volgorde:
        sleutel = (zone, regio, regio, -1, -1) if per_regio else (zone, regio, tros, rang, gemeente)
        if not per_regio and gemeente < 0:
            # Fora lie in no municipality: small cells of their own, or all their lines would be one.
            plaats = gehad[zone, regio] // ZONES[zone].rijen
            gehad[zone, regio] += 1
            sleutel = (zone, regio, -1, -1, -2 - plaats)
        if sleutel not in cellen:
            cellen[sleutel] = _Ontwerp(zone, sleutel[2], max(sleutel[4], -1), regio, [])
        cellen[sleutel].knopen.append(knoop)
    for cel in cellen.values():
        cel.breedte = room(len(cel.knopen), *grid(cel.zone, per_regio)) * STEEK + CELRUIMTE
    return list(cellen.values())


def _gaps(ontwerp: Sequence[_Ontwerp], per_regio: bool) -> list[float]:
    """Room between two clusters, per zone of ``ZONES``."""
    per_zone = Counter[int]()
    for cel in ontwerp:
        per_zone[cel.zone] += len(cel.knopen)
    # Fora seldom lie in a municipality: they need no room between clusters of those.
    return [
        0.0 if zone.code == "overleg" and not per_regio else TROSRUIMTE * min(1.0, per_zone[nummer] / VOL)
        for nummer, zone in enumerate(ZONES)
    ]


def _free(ruimte: Sequence[float], trossen: Sequence[int]) -> float:
    """All room that no dot takes."""
    return len(ZONES) * _ZONERUIMTE + max(0, len(trossen) - 1) * sum(ruimte)


def _radius(ontwerp: Sequence[_Ontwerp], trossen: Sequence[int], per_regio: bool) -> float:
    vrij = _free(_gaps(ontwerp, per_regio), trossen)
    return (sum(cel.breedte for cel in ontwerp) + vrij) / (2 * math.pi)


def _place(
    ontwerp: list[_Ontwerp], alle: Sequence[int], straal: float, per_regio: bool, plaatsing: Plaatsing
) -> Ring:
    ruimte = _gaps(ontwerp, per_regio)
    vrij = 2 * math.pi * straal - _free(ruimte, alle)
    factor = vrij / max(sum(cel.breedte for cel in ontwerp), 1.0)
    hoek = draai = 0.0
    zones: list[tuple[int, float, float]] = []
    trossen: list[tuple[int, float]] = []
    cellen: list[Cel] = []
    tros_van_cel: list[int] = []
    for zone, soort in enumerate(ZONES):
        per_tros: dict[int, list[_Ontwerp]] = {}
        for cel in ontwerp:
            if cel.zone == zone:
                per_tros.setdefault(cel.tros, []).append(cel)
        begin = hoek
        middens: list[float] = []
        links = soort.code in LINKS
        # Who has no municipality stands first, and takes no room of a cluster.
        volgorde = sorted({*per_tros, *alle}, reverse=links)
        for tros in volgorde:
            leden = per_tros.get(tros, [])
            begin_tros = hoek
            for cel in reversed(leden) if links else leden:
                eind = hoek + cel.breedte * factor / straal
                cellen.append(Cel(zone, tros, cel.gemeente, cel.regio, hoek, eind, tuple(cel.knopen)))
                tros_van_cel.append(len(trossen))
                hoek = eind
            if leden:
                trossen.append((zone, (begin_tros + hoek) / 2))
            middens.append((begin_tros + hoek) / 2)
            if tros in alle and tros != (alle[0] if links else alle[-1]):
                hoek += ruimte[zone] / straal
        zones.append((zone, begin, hoek))
        thuis, gewicht = _THUIS[soort.code]
        draai += gewicht * (math.radians(thuis) - sum(middens) / len(middens))
        hoek += _ZONERUIMTE / straal
    draai /= sum(gewicht for _, gewicht in _THUIS.values())
    cellen = [replace(cel, begin=cel.begin + draai, eind=cel.eind + draai) for cel in cellen]
    cel_van, x, y = _dots(cellen, straal, per_regio, len(plaatsing.zone))
    bezet = {cel.zone for cel in cellen}
    return Ring(
        straal,
        per_regio,
        [(zone, begin + draai, eind + draai) for zone, begin, eind in zones if zone in bezet],
        [(zone, midden + draai) for zone, midden in trossen],
        cellen,
        tros_van_cel,
        cel_van,
        x,
        y,
        straal + _EERSTE_RIJ + (max((grid(z, per_regio)[0] for z in bezet), default=1) - 1) * STEEK,
    )


def _dots(
    cellen: Sequence[Cel], straal: float, per_regio: bool, aantal: int
) -> tuple[Getallen, Getallen, Getallen]:
    """Stack the dots of each cell outwards, along the path of :func:`spots`."""
    cel_van, x, y = (np.zeros(aantal, np.int32) for _ in range(3))
    # The angle is that of the inner row, so that columns stay straight and never touch.
    steek = STEEK / (straal + _EERSTE_RIJ)
    for nummer, cel in enumerate(cellen):
        n, (rijen, breed) = len(cel.knopen), grid(cel.zone, per_regio)
        # The first few of a cell: their columns are not yet the same on both sides.
        scheef = n % 2 if n < 2 * breed else 0
        eerste = (cel.begin + cel.eind) / 2 + (1 - scheef) / 2 * steek
        for knoop, (kolom, rij) in zip(cel.knopen, spots(n, rijen, breed), strict=True):
            r = straal + _EERSTE_RIJ + rij * STEEK
            hoek = eerste + kolom * steek
            cel_van[knoop] = nummer
            x[knoop] = round(10 * r * math.sin(hoek))
            y[knoop] = round(-10 * r * math.cos(hoek))
    return cel_van, x, y


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
