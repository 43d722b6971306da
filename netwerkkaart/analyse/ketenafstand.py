"""How far apart organisations lie, as the crow flies.

Of an organisation its own coordinates count, else the centre of its municipality; every distance says on
which of the two it rests. Great circle (haversine; Sinnott 1984) on a sphere of 6371.0088 km.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from netwerkkaart import gebied
from netwerkkaart.analyse.basis import Getallen
from netwerkkaart.graph.beeld import Beeld, Masker

Kilometers = NDArray[np.float64]
STRAAL_KM = 6371.0088
"""Mean radius of the earth (IUGG)."""


class Gemeten(StrEnum):
    """What a distance was measured between."""

    ADRES = "tussen adressen"
    GEMEENTE = "tussen gemeentecentra"
    ONBEKEND = ""


class Afstand(NamedTuple):
    """A distance in kilometres, to a tenth; None when a place is not known; and how it was measured."""

    km: float | None
    gemeten: Gemeten


ONBEKEND = Afstand(None, Gemeten.ONBEKEND)


@dataclass(frozen=True)
class Ligging:
    """Where each organisation lies.

    Args:
        lengte, breedte: degrees (WGS84) per organisation; NaN: not known.
        eigen: whether these are the organisation's own, not those of its municipality.
    """

    lengte: Kilometers
    breedte: Kilometers
    eigen: Masker

    @classmethod
    def of(cls, beeld: Beeld) -> Ligging:
        """Read the places of a view. O(organisations)."""
        n = beeld.aantal_organisaties
        punt = np.full((n, 2), np.nan)
        for knoop, lengte, breedte in _coordinates(beeld):
            punt[knoop] = lengte, breedte
        eigen = ~np.isnan(punt[:, 0])
        centrum = np.full((len(beeld) + 1, 2), np.nan)  # the last place is read by −1: no municipality
        for knoop in beeld.van_soort("Gemeente").tolist():
            gemeente = gebied.gemeenten().get(str(beeld.kolom("nis")[knoop]))
            if gemeente is not None:
                centrum[knoop] = gemeente.lon, gemeente.lat
        punt[~eigen] = centrum[beeld.gemeente[:n][~eigen]]
        return cls(punt[:, 0], punt[:, 1], eigen)

    def km(self, een: Getallen, ander: Getallen) -> Kilometers:
        """Distance between organisations, as columns that may be broadcast; NaN when not known."""
        breedte, anders = np.radians(self.breedte[een]), np.radians(self.breedte[ander])
        lengte = np.radians(self.lengte[ander] - self.lengte[een])
        half = (
            np.sin((anders - breedte) / 2) ** 2 + np.cos(breedte) * np.cos(anders) * np.sin(lengte / 2) ** 2
        )
        afstand: Kilometers = 2 * STRAAL_KM * np.arcsin(np.sqrt(half))
        return afstand

    def nearest(self, van: Getallen, wie: Getallen) -> Getallen:
        """For each organisation the nearest of some others; the first of these when no place is known.

        Of several in one place the first. By a k-d tree on points of the unit sphere: a chord is shorter
        where the arc is. O((m + n) log n).

        Args:
            van: from where.
            wie: whom to choose from, ascending; not empty.
        """
        uit = np.full(len(van), wie[0], dtype=np.int64)
        gekend = np.flatnonzero(~np.isnan(self.lengte[wie]))
        zoekt = np.flatnonzero(~np.isnan(self.lengte[van]))
        if len(gekend) and len(zoekt):
            plekken, eerste = np.unique(
                np.column_stack([self.lengte[wie[gekend]], self.breedte[wie[gekend]]]),
                axis=0,
                return_index=True,
            )
            _, beste = cKDTree(_on_sphere(*plekken.T)).query(
                _on_sphere(self.lengte[van[zoekt]], self.breedte[van[zoekt]])
            )
            uit[zoekt] = wie[gekend[eerste[beste]]]
        return uit

    def between(self, een: int, ander: int) -> Afstand:
        """The same for one pair, as it stands in a row."""
        km = float(self.km(np.array([een]), np.array([ander]))[0])
        if np.isnan(km):
            return ONBEKEND
        precies = bool(self.eigen[een] and self.eigen[ander])
        return Afstand(round(km, 1), Gemeten.ADRES if precies else Gemeten.GEMEENTE)


def _on_sphere(lengte: Kilometers, breedte: Kilometers) -> Kilometers:
    """Points on the unit sphere, shape ``(n, 3)``."""
    oost, noord = np.radians(lengte), np.radians(breedte)
    return np.column_stack([np.cos(noord) * np.cos(oost), np.cos(noord) * np.sin(oost), np.sin(noord)])


def _coordinates(beeld: Beeld) -> Iterator[tuple[int, float, float]]:
    """Organisations that state both coordinates."""
    n = beeld.aantal_organisaties
    for knoop, (lengte, breedte) in enumerate(
        zip(beeld.kolom("lengte")[:n], beeld.kolom("breedte")[:n], strict=True)
    ):
        if isinstance(lengte, int | float) and isinstance(breedte, int | float):
            yield knoop, float(lengte), float(breedte)
