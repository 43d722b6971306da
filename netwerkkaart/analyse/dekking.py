"""The smallest choice of sets that covers everything: minimum set cover, exact (HiGHS, by scipy)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp

from netwerkkaart.analyse.basis import Getallen
from netwerkkaart.graph.beeld import Masker

MAX_SECONDEN = 10.0
"""Longest time for one solve; beyond it the answer is the best found, and says so."""
Keuze = NDArray[np.float64]


@dataclass(frozen=True)
class Dekking:
    """The smallest set.

    Args:
        fora: positions of the chosen sets, ascending.
        bewezen: true when it is proven that no smaller set exists.
    """

    fora: tuple[int, ...]
    bewezen: bool


def smallest_cover(leden: Sequence[set[int]], zetels: Sequence[int]) -> Dekking:
    """The smallest choice of sets that covers their union; then most seats; then the first positions.

    A minimum set cover: NP-hard, in practice milliseconds for a region's fora.

    >>> smallest_cover([{1, 2}, {2, 3}, {1, 3}, {3}], [2, 2, 2, 1])
    Dekking(fora=(0, 1), bewezen=True)
    """
    punten = sorted(set().union(*leden))
    dekt = np.array([[punt in groep for groep in leden] for punt in punten], dtype=np.bool_)
    return cover(dekt.reshape(len(punten), len(leden)), np.array(zetels, dtype=np.int64))


def cover(zit: Masker, zetels: Getallen) -> Dekking:
    """The same for a matrix point × set; a point in no set asks nothing."""
    dekt = np.unique(zit[zit.any(axis=1)], axis=0).astype(np.float64)
    if not len(dekt):
        return Dekking((), True)
    stoelen, n = zetels.astype(np.float64), len(zetels)
    regels = [LinearConstraint(dekt, lb=1)]
    # One set fewer outweighs all seats together.
    keuze, bewezen = _solve(stoelen.sum() + 1 - stoelen, regels, np.zeros(n), np.ones(n))
    if keuze is None:  # cannot happen: all sets together cover
        return Dekking(tuple(range(n)), False)
    regels.append(LinearConstraint(np.ones((1, n)), lb=keuze.sum(), ub=keuze.sum()))
    regels.append(LinearConstraint(stoelen[None, :], lb=stoelen @ keuze, ub=stoelen @ keuze))
    return _first_in_order(keuze, regels, bewezen)


def _first_in_order(keuze: Keuze, regels: list[LinearConstraint], bewezen: bool) -> Dekking:
    """Of all equally good choices the one with the first positions: fix them one after another."""
    laagst, hoogst = np.zeros(len(keuze)), np.ones(len(keuze))
    nodig = round(keuze.sum())
    for plek in range(len(keuze)):
        if laagst.sum() == nodig:
            break
        laagst[plek] = 1
        if not keuze[plek]:
            andere, zeker = _solve(np.zeros(len(keuze)), regels, laagst, hoogst)
            bewezen &= zeker
            if andere is None:
                laagst[plek] = hoogst[plek] = 0
            else:
                keuze = andere
    return Dekking(tuple(np.flatnonzero(keuze).tolist()), bewezen)


def _solve(
    doel: Keuze, regels: list[LinearConstraint], laagst: Keuze, hoogst: Keuze
) -> tuple[Keuze | None, bool]:
    """A best 0/1 choice within the bounds (None: there is none), and whether that is certain."""
    uit = milp(
        doel,
        integrality=np.ones(len(doel), dtype=np.int64),
        bounds=Bounds(laagst, hoogst),
        constraints=regels,
        options={"time_limit": MAX_SECONDEN, "mip_rel_gap": 0.0},
    )
    zeker = uit.status in (0, 2)  # optimal, or proven to have no solution
    return (None, zeker) if uit.x is None else (np.round(uit.x), zeker)
