"""The order of municipalities along the ring, in clusters of neighbours, north before south."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Volgorde:
    """A place for each municipality.

    Args:
        rang: position in the order, north first, shape ``(g,)``.
        tros: number of its cluster, in the same order, shape ``(g,)``.
    """

    rang: NDArray[np.int32]
    tros: NDArray[np.int32]


def order_municipalities(
    x: Sequence[int], y: Sequence[int], regio: Sequence[int], hoogstens: int = 6
) -> Volgorde:
    """Order municipalities by region, then by clusters of at most ``hoogstens`` neighbours.

    A set is halved along its longer side until it is small enough; the halves keep their order, north
    (or west) first. The same input gives the same order. O(g log² g).

    Args:
        x: place on the page's grid, eastward.
        y: place on the page's grid, pointing south.
        regio: code of the region; regions are never mixed.
        hoogstens: largest size of a cluster.

    >>> volgorde = order_municipalities([0, 0, 0, 0], [3, 0, 2, 1], [1, 1, 1, 1], hoogstens=2)
    >>> volgorde.rang.tolist(), volgorde.tros.tolist()
    ([3, 0, 2, 1], [1, 0, 1, 0])
    """
    rang = np.zeros(len(x), np.int32)
    tros = np.zeros(len(x), np.int32)
    plaats = nummer = 0
    for code in sorted(set(regio)):
        leden = [g for g in range(len(x)) if regio[g] == code]
        for groep in _halve(leden, x, y, hoogstens):
            for g in sorted(groep, key=lambda g: (y[g], x[g], g)):
                rang[g], tros[g] = plaats, nummer
                plaats += 1
            nummer += 1
    return Volgorde(rang, tros)


def _halve(leden: list[int], x: Sequence[int], y: Sequence[int], hoogstens: int) -> list[list[int]]:
    if len(leden) <= hoogstens:
        return [leden] if leden else []
    breed = max(x[g] for g in leden) - min(x[g] for g in leden)
    hoog = max(y[g] for g in leden) - min(y[g] for g in leden)
    # North to south is what people read along the ring, so width must clearly win before it decides.
    as_ = x if breed > 1.6 * hoog else y
    gesorteerd = sorted(leden, key=lambda g: (as_[g], x[g], y[g], g))
    midden = len(gesorteerd) // 2
    return [
        *_halve(gesorteerd[:midden], x, y, hoogstens),
        *_halve(gesorteerd[midden:], x, y, hoogstens),
    ]
