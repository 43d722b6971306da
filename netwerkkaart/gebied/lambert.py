"""Belgian map coordinates to longitude and latitude.

Official Belgian files come in Lambert 72 (EPSG:31370) or Lambert 2008 (EPSG:3812), both Lambert conformal
conic projections with two standard parallels. Formulas and parameters: NGI, "De Belgische kaartprojecties";
Snyder, "Map Projections, a Working Manual" (1987), pp. 107-109; datum shift BD72 to WGS84: EPSG operation
15929 (position vector form of the seven parameters).
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

Omzetting = Callable[[float, float], tuple[float, float]]
"""From a file's ``(x, y)`` to ``(lon, lat)`` in degrees WGS84."""


@dataclass(frozen=True, slots=True)
class _Kegel:
    """A Lambert conformal conic projection: ellipsoid, parallels, origin and false origin."""

    a: float
    afplatting: float
    breedte_1: float
    breedte_2: float
    breedte_0: float
    lengte_0: float
    x_0: float
    y_0: float

    @property
    def e(self) -> float:
        """Eccentricity of the ellipsoid."""
        return math.sqrt(self.afplatting * (2 - self.afplatting))

    def _m(self, breedte: float) -> float:
        return math.cos(breedte) / math.sqrt(1 - (self.e * math.sin(breedte)) ** 2)

    def _t(self, breedte: float) -> float:
        schuin = self.e * math.sin(breedte)
        return math.tan(math.pi / 4 - breedte / 2) / math.pow((1 - schuin) / (1 + schuin), self.e / 2)

    def invert(self, x: float, y: float) -> tuple[float, float]:
        """``(lon, lat)`` in radians on the own ellipsoid."""
        b1, b2 = math.radians(self.breedte_1), math.radians(self.breedte_2)
        n = math.log(self._m(b1) / self._m(b2)) / math.log(self._t(b1) / self._t(b2))
        f = self._m(b1) / (n * self._t(b1) ** n)
        # The origin of Lambert 72 is the pole itself, where t would be 0.
        rho_0 = self.a * f * self._t(math.radians(self.breedte_0)) ** n if self.breedte_0 < 90 else 0.0
        oost, noord = x - self.x_0, rho_0 - (y - self.y_0)
        t = (math.hypot(oost, noord) / (self.a * f)) ** (1 / n)
        lon = math.atan2(oost, noord) / n + math.radians(self.lengte_0)
        lat = math.pi / 2 - 2 * math.atan(t)
        for _ in range(6):
            schuin = self.e * math.sin(lat)
            lat = math.pi / 2 - 2 * math.atan(t * ((1 - schuin) / (1 + schuin)) ** (self.e / 2))
        return lon, lat


_LAMBERT_2008 = _Kegel(
    6378137.0, 1 / 298.257222101, 49 + 5 / 6, 51 + 1 / 6, 50.797815, 4.359215833, 649328.0, 665262.0
)
_LAMBERT_72 = _Kegel(
    6378388.0, 1 / 297.0, 51.16666723333333, 49.8333339, 90.0, 4.367486666666666, 150000.013, 5400088.438
)
_WGS84_A, _WGS84_AFPLATTING = 6378137.0, 1 / 298.257223563
_VERSCHUIVING = (-106.8686, 52.2978, -103.7239)
_DRAAIING = tuple(math.radians(boogseconden / 3600) for boogseconden in (0.3366, -0.457, 1.8422))
_SCHAAL = 1 - 1.2747e-6


def van_lambert_2008(x: float, y: float) -> tuple[float, float]:
    """Lambert 2008 to degrees; ETRS89 and WGS84 are taken as one.

    >>> [round(getal, 5) for getal in van_lambert_2008(649328.0, 665262.0)]
    [4.35922, 50.79782]
    """
    lon, lat = _LAMBERT_2008.invert(x, y)
    return math.degrees(lon), math.degrees(lat)


def van_lambert_72(x: float, y: float) -> tuple[float, float]:
    """Lambert 72 to degrees, right to about a metre.

    >>> [round(getal, 4) for getal in van_lambert_72(150000.0, 170000.0)]
    [4.3688, 50.8404]
    """
    lon, lat = _LAMBERT_72.invert(x, y)
    a, e2 = _LAMBERT_72.a, _LAMBERT_72.e**2
    straal = a / math.sqrt(1 - e2 * math.sin(lat) ** 2)
    px, py = straal * math.cos(lat) * math.cos(lon), straal * math.cos(lat) * math.sin(lon)
    pz = straal * (1 - e2) * math.sin(lat)
    (tx, ty, tz), (rx, ry, rz) = _VERSCHUIVING, _DRAAIING
    qx = tx + _SCHAAL * (px - rz * py + ry * pz)
    qy = ty + _SCHAAL * (rz * px + py - rx * pz)
    qz = tz + _SCHAAL * (-ry * px + rx * py + pz)
    return _geodetic(qx, qy, qz)


def _geodetic(x: float, y: float, z: float) -> tuple[float, float]:
    """From the centre of the earth to degrees on WGS84 (height left out)."""
    e2 = _WGS84_AFPLATTING * (2 - _WGS84_AFPLATTING)
    afstand = math.hypot(x, y)
    lat = math.atan2(z, afstand * (1 - e2))
    for _ in range(5):
        straal = _WGS84_A / math.sqrt(1 - e2 * math.sin(lat) ** 2)
        lat = math.atan2(z + e2 * straal * math.sin(lat), afstand)
    return math.degrees(math.atan2(y, x)), math.degrees(lat)


def herken(x: float, y: float) -> Omzetting | None:
    """Which conversion a Belgian point needs, by its magnitude; None when it is no Belgian point at all.

    Degrees give the identity.

    >>> herken(4.35, 50.8)(4.35, 50.8), herken(150000.0, 170000.0) is van_lambert_72, herken(50.8, 4.35)
    ((4.35, 50.8), True, None)
    """
    if 2.0 < x < 7.0 and 49.0 < y < 52.0:
        return lambda lon, lat: (lon, lat)
    if 15_000 < x < 310_000 and 15_000 < y < 260_000:
        return van_lambert_72
    if 500_000 < x < 810_000 and 500_000 < y < 770_000:
        return van_lambert_2008
    return None
