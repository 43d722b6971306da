"""Names around the own area: the other regions, and what lies beyond the border."""

from __future__ import annotations

from collections.abc import Sequence

from netwerkkaart.gebied import gemeenten
from netwerkkaart.kaart.grenzen import Grenzen
from netwerkkaart.schema.vocabularia import REGIO

_BUITENLAND: tuple[tuple[str, tuple[tuple[float, float], ...]], ...] = (
    ("Nederland", ((6.0, 51.28), (5.95, 51.0), (5.86, 51.42), (5.2, 51.55), (4.5, 51.62), (3.75, 51.42))),
    ("Wallonië", ((5.35, 50.64), (5.6, 50.66), (5.0, 50.62), (4.5, 50.58), (3.7, 50.58), (5.45, 50.6))),
    ("Frankrijk", ((2.5, 50.78), (2.75, 50.68), (3.1, 50.62))),
    ("Noordzee", ((2.75, 51.38), (2.95, 51.42), (2.6, 51.3))),
)
"""Points ``(longitude, latitude)`` where the name of a neighbour may stand."""


def neighbour_names(grenzen: Grenzen, rond: Sequence[str]) -> list[dict[str, object]]:
    """Each name with the points of the grid where it may stand.

    Args:
        grenzen: for points and projection.
        rond: NIS codes of the municipalities that are drawn as background.
    """
    bekend = gemeenten()
    per_regio: dict[str, list[tuple[int, int]]] = {}
    for nis in rond:
        if nis in bekend and nis in grenzen.punten:
            per_regio.setdefault(bekend[nis].regio, []).append(grenzen.rooster(grenzen.punten[nis]))
    namen: list[dict[str, object]] = [
        {"naam": REGIO.woord(regio), "punten": [list(punt) for punt in per_regio[regio]]}
        for regio in sorted(per_regio)
    ]
    namen += [
        {"naam": naam, "punten": [list(grenzen.rooster(punt)) for punt in punten]}
        for naam, punten in _BUITENLAND
    ]
    return namen
