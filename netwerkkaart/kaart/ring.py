"""The ring of sectors: where each dot stands, which cells there are, and the bundles between them.

Clockwise from the top the zones of :data:`netwerkkaart.kaart.soorten.ZONES`; inside a zone, cells:
municipalities in clusters of neighbours, north at the top of the page on both sides. When that would
make the ring too large to read (several regions), a cell is a whole region instead.
"""

from __future__ import annotations

import math
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
KLEINSTE_CEL = {"scholen": 14.6}
_CELRUIMTE = 2.6
_TROSRUIMTE = 6.0
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
    straal = _radius(ontwerp)
    regios = {int(r) for r in plaatsing.regio.tolist() if r >= 0}
    per_regio = straal > GROOT and len(regios) > 1
    if per_regio:
        ontwerp = _design(plaatsing, per_regio=True)
        straal = _radius(ontwerp)
    return _place(ontwerp, max(STRAAL, straal), per_regio, plaatsing)


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
    zonder = 0
    for (zone, regio, tros, rang, gemeente), knoop in volgorde:
        sleutel = (zone, regio, regio, -1, -1) if per_regio else (zone, regio, tros, rang, gemeente)
        if not per_regio and gemeente < 0:
            # Fora lie in no municipality: small cells of their own, or all their lines would be one.
            sleutel = (zone, regio, -1, -1, -2 - zonder // ZONES[zone].rijen)
            zonder += 1
        if sleutel not in cellen:
            cellen[sleutel] = _Ontwerp(zone, sleutel[2], max(sleutel[4], -1), regio, [])
        cellen[sleutel].knopen.append(knoop)
    for cel in cellen.values():
        kolommen = math.ceil(len(cel.knopen) / _rows(cel.zone, per_regio))
        cel.breedte = max(kolommen * STEEK, KLEINSTE_CEL.get(ZONES[cel.zone].code, STEEK)) + _CELRUIMTE
    return list(cellen.values())


def _gaps(ontwerp: Sequence[_Ontwerp]) -> float:
    zones = {cel.zone for cel in ontwerp}
    trossen = {(cel.zone, cel.tros) for cel in ontwerp}
    return len(zones) * _ZONERUIMTE + (len(trossen) - len(zones)) * _TROSRUIMTE


def _radius(ontwerp: Sequence[_Ontwerp]) -> float:
    return (sum(cel.breedte for cel in ontwerp) + _gaps(ontwerp)) / (2 * math.pi)


def _place(ontwerp: list[_Ontwerp], straal: float, per_regio: bool, plaatsing: Plaatsing) -> Ring:
    vrij = 2 * math.pi * straal - _gaps(ontwerp)
    factor = vrij / max(sum(cel.breedte for cel in ontwerp), 1.0)
    hoek = _BEGIN
    zones: list[tuple[int, float, float]] = []
    trossen: list[tuple[int, float]] = []
    cellen: list[Cel] = []
    tros_van_cel: list[int] = []
    for zone in sorted({cel.zone for cel in ontwerp}):
        eigen = [cel for cel in ontwerp if cel.zone == zone]
        omvang = (
            sum(cel.breedte for cel in eigen) * factor + (len({cel.tros for cel in eigen}) - 1) * _TROSRUIMTE
        )
        if math.sin(hoek + omvang / straal / 2) < 0:
            eigen.reverse()  # on the left side clockwise runs from south to north
        begin = hoek
        hoek = _place_zone(eigen, hoek, straal, factor, trossen, cellen, tros_van_cel)
        zones.append((zone, begin, hoek))
        hoek += _ZONERUIMTE / straal
    cel, x, y, buiten = _dots(cellen, straal, per_regio, len(plaatsing.zone))
    return Ring(straal, per_regio, zones, trossen, cellen, tros_van_cel, cel, x, y, buiten)


def _place_zone(
    eigen: list[_Ontwerp],
    hoek: float,
    straal: float,
    factor: float,
    trossen: list[tuple[int, float]],
    cellen: list[Cel],
    tros_van_cel: list[int],
) -> float:
    """Place the cells of one zone from an angle on; gives the angle at its end."""
    vorige: int | None = None
    begin_tros = hoek
    for ontwerp in eigen:
        if vorige is not None and ontwerp.tros != vorige:
            trossen[-1] = (ontwerp.zone, (begin_tros + hoek) / 2)
            hoek += _TROSRUIMTE / straal
        if vorige is None or ontwerp.tros != vorige:
            begin_tros = hoek
            trossen.append((ontwerp.zone, hoek))
        vorige = ontwerp.tros
        eind = hoek + ontwerp.breedte * factor / straal
        cellen.append(
            Cel(
                ontwerp.zone,
                ontwerp.tros,
                ontwerp.gemeente,
                ontwerp.regio,
                hoek,
                eind,
                tuple(ontwerp.knopen),
            )
        )
        tros_van_cel.append(len(trossen) - 1)
        hoek = eind
    if eigen:
        trossen[-1] = (eigen[-1].zone, (begin_tros + hoek) / 2)
    return hoek


def _dots(
    cellen: Sequence[Cel], straal: float, per_regio: bool, aantal: int
) -> tuple[Getallen, Getallen, Getallen, float]:
    """Stack the dots of each cell outwards, column by column."""
    cel_van = np.zeros(aantal, np.int32)
    x = np.zeros(aantal, np.int32)
    y = np.zeros(aantal, np.int32)
    buiten = straal
    for nummer, cel in enumerate(cellen):
        rijen = _rows(cel.zone, per_regio)
        kolommen = math.ceil(len(cel.knopen) / rijen)
        if not per_regio:
            # Even columns look calm; a wide cell takes more columns and fewer rows.
            ruim = max(1, int(((cel.eind - cel.begin) * straal - _CELRUIMTE / 2) // STEEK))
            kolommen = min(len(cel.knopen), max(kolommen, min(ruim, 1 + len(cel.knopen) // 3)))
        rijen = math.ceil(len(cel.knopen) / kolommen)
        midden = (cel.begin + cel.eind) / 2
        for plaats, knoop in enumerate(cel.knopen):
            kolom, rij = divmod(plaats, rijen)
            # Every other column runs back inwards: who comes in moves those after it by one place, and none
            # from the rim to the core. A last column that is not full begins at the core, as all do.
            if kolom % 2 and (kolom + 1) * rijen <= len(cel.knopen):
                rij = rijen - 1 - rij
            r = straal + _EERSTE_RIJ + rij * STEEK
            # The angle is that of the inner row, so that columns stay straight and never touch.
            hoek = midden + (kolom - (kolommen - 1) / 2) * STEEK / (straal + _EERSTE_RIJ)
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
