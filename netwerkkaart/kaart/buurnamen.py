"""Names around the own area: the other regions, and what lies beyond the border."""

from __future__ import annotations

from collections.abc import Sequence

from netwerkkaart.kaart.grenzen import Grenzen
from netwerkkaart.schema.vocabularia import REGIO

_REGIO_VAN_NIS = {
    "1": "antwerpen",
    "21": "brussel",
    "23": "vlaams-brabant",
    "24": "vlaams-brabant",
    "3": "west-vlaanderen",
    "4": "oost-vlaanderen",
    "7": "limburg",
}
"""Region by the first digits of a NIS code: arrondissements keep their numbers through mergers."""

_BUITENLAND: tuple[tuple[str, tuple[tuple[float, float], ...]], ...] = (
    ("Nederland", ((6.0, 51.28), (5.95, 51.0), (5.86, 51.42), (5.2, 51.55), (4.5, 51.62), (3.75, 51.42))),
    ("Wallonië", ((5.35, 50.64), (5.6, 50.66), (5.0, 50.62), (4.5, 50.58), (3.7, 50.58), (5.45, 50.6))),
    ("Frankrijk", ((2.5, 50.78), (2.75, 50.68), (3.1, 50.62))),
    ("Noordzee", ((2.75, 51.38), (2.95, 51.42), (2.6, 51.3))),
)
"""Points ``(longitude, latitude)`` where the name of a neighbour may stand."""


def region_of_nis(nis: str) -> str:
    """Code of the region of a NIS code; empty when it is none of the six.

    >>> region_of_nis("23027"), region_of_nis("71016"), region_of_nis("62063")
    ('vlaams-brabant', 'limburg', '')
    """
    return _REGIO_VAN_NIS.get(nis[:2]) or _REGIO_VAN_NIS.get(nis[:1], "")


def neighbour_names(grenzen: Grenzen, rond: Sequence[str]) -> list[dict[str, object]]:
    """Each name with the points of the grid where it may stand.

    Args:
        grenzen: for points and projection.
        rond: NIS codes of the municipalities that are drawn as background.
    """
    per_regio: dict[str, list[tuple[int, int]]] = {}
    for nis in rond:
        regio = region_of_nis(nis)
        if regio and nis in grenzen.punten:
            per_regio.setdefault(regio, []).append(grenzen.rooster(grenzen.punten[nis]))
    namen: list[dict[str, object]] = [
        {"naam": REGIO.woord(regio), "punten": [list(punt) for punt in per_regio[regio]]}
        for regio in sorted(per_regio)
    ]
    namen += [
        {"naam": naam, "punten": [list(grenzen.rooster(punt)) for punt in punten]}
        for naam, punten in _BUITENLAND
    ]
    return namen
