"""The order of municipalities along the ring, in clusters of neighbours, north before south.

The order of a map is that of all municipalities that are known, not of those that happen to be on it: who
comes in finds a place that was kept, and moves no other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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


def fixed_order(
    nissen: Sequence[str], regio: Sequence[int], bekend: Mapping[str, tuple[int, int, int]]
) -> tuple[Volgorde, dict[int, int]]:
    """Order the municipalities of a map among all that are known.

    One that appears for the first time changes neither the order nor the clusters of the others. What is not
    known stands last in its region. O(g log² g).

    Args:
        nissen: NIS code of each municipality of the map.
        regio: code of its region.
        bekend: x, y (pointing south) and region of every municipality of which the place is known.

    Returns:
        The order, and the region of every cluster of these regions in order, also of those where nobody is.

    >>> drie = {"a": (0, 1, 0), "b": (0, 2, 0), "c": (0, 0, 0)}
    >>> volgorde, trossen = fixed_order(["b", "x", "a"], [0, 0, 0], drie)
    >>> volgorde.rang.tolist(), volgorde.tros.tolist(), trossen
    ([2, 3, 1], [0, 0, 0], {0: 0})
    """
    regios = set(regio)
    namen = sorted(nis for nis, (_, _, code) in bekend.items() if code in regios)
    namen_los = sorted(set(nissen) - set(namen))
    codes = [bekend[nis][2] for nis in namen]
    vast = order_municipalities([bekend[n][0] for n in namen], [bekend[n][1] for n in namen], codes)
    code_van = dict(zip(nissen, regio, strict=True)) | dict(zip(namen, codes, strict=True))
    laatste: dict[int, int] = {}
    tros_van = dict(zip(namen, vast.tros.tolist(), strict=True))
    for nis, tros in tros_van.items():
        laatste[code_van[nis]] = max(tros, laatste.get(code_van[nis], 0))
    rang_van = dict(zip(namen, vast.rang.tolist(), strict=True))
    orde = sorted([*namen, *namen_los], key=lambda n: (code_van[n], rang_van.get(n, len(namen)), n))
    plaats = {nis: i for i, nis in enumerate(orde)}
    tros = [tros_van.get(nis, laatste.get(code_van[nis], 0)) for nis in nissen]
    rang = [plaats[nis] for nis in nissen]
    regio_van = {tros: code_van[nis] for nis, tros in sorted(tros_van.items(), key=lambda paar: paar[1])}
    return Volgorde(np.array(rang, np.int32), np.array(tros, np.int32)), regio_van or {0: 0}


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
