"""How many points of each part fit on one A4: pure, by the length of their texts."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from netwerkkaart.agenda.model import Punt, Rubriek

KORT: frozenset[str] = frozenset({"acties", "nieuws"})
"""Parts of which a point is one line over the whole width, two at most; of others it is two columns."""
RUIMTE = 545
"""Height for all points together, in CSS pixels; the styles fix the height of all else."""
_LINKS, _RECHTS, _BREED = 70, 32, 104
"""Signs that are sure to fit on a line of the left column, the right one, and of both."""


def fit(rubrieken: Sequence[Rubriek], ruimte: int = RUIMTE) -> tuple[Rubriek, ...]:
    """The parts with as many points as fit: the part that takes most room gives the last of its points up.

    Every part that has points keeps one.

    Args:
        rubrieken: the parts, each with the most that it may show.
        ruimte: the height there is.
    """
    uit = list(rubrieken)
    while sum(map(height, uit)) > ruimte:
        kan = [nr for nr, rubriek in enumerate(uit) if len(rubriek.getoond) > 1]
        if not kan:
            break
        grootste = max(kan, key=lambda nr: height(uit[nr]))
        uit[grootste] = replace(uit[grootste], toont=len(uit[grootste].getoond) - 1)
    return tuple(uit)


def height(rubriek: Rubriek) -> int:
    """The most that the shown points of a part take, in CSS pixels.

    >>> height(Rubriek("acties", "", (Punt("Bellen", "An", "", ()),), 7, ""))
    19
    """
    if not rubriek.punten:
        return 23
    return sum(_point(punt, kort=rubriek.naam in KORT) for punt in rubriek.getoond)


def _point(punt: Punt, *, kort: bool) -> int:
    merk = len(punt.merk) + 4 if punt.merk else 0
    links = len(punt.kop) + len(punt.tekst) + merk + 2
    if kort:
        return 4 + 15 * _lines(links + len(punt.vraag), _BREED, 2)
    return 8 + 15 * max(_lines(links, _LINKS, 3), _lines(len(punt.vraag), _RECHTS, 6))


def _lines(tekens: int, per_regel: int, hoogstens: int) -> int:
    return min(max(math.ceil(tekens / per_regel), 1), hoogstens)
