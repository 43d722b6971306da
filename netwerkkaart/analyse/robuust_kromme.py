"""How the largest connected part shrinks while organisations fall away one after another.

All sizes of one order in a single walk backwards (Newman and Ziff 2001): organisations are added from the
last to the first, and parts joined. Only the edges of a spanning forest can join parts, the one in which
edges that live longest go first; so the walk looks at one edge per organisation.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import minimum_spanning_tree

from netwerkkaart.analyse.basis import Getallen
from netwerkkaart.analyse.kolommen import bounds, sort_rows, spread
from netwerkkaart.graph.beeld import Indexen


def largest_parts(aantal: int, randen: Getallen, volgorde: Sequence[int]) -> Getallen:
    """Size of the largest connected part after 0, 1, … *aantal* losses. O(m log m).

    Args:
        aantal: number of nodes.
        randen: both ends of each edge, each pair once, shape ``(m, 2)``.
        volgorde: the nodes, the first to fall away first.

    >>> largest_parts(4, np.array([[0, 1], [1, 2], [2, 3]]), [1, 3, 0, 2]).tolist()
    [4, 2, 1, 1, 0]
    """
    # Numbered backwards, the last to fall is 0: an edge comes in with the higher of its ends.
    nummer = np.empty(aantal, dtype=np.int64)
    nummer[np.asarray(volgorde, dtype=np.int64)] = np.arange(aantal - 1, -1, -1)
    einden = nummer[randen.T]
    laag, hoog = np.minimum(*einden), np.maximum(*einden)
    gewichten = csr_array((hoog + 1, (hoog, laag)), shape=(aantal, aantal))
    hoog, laag = minimum_spanning_tree(gewichten).tocoo().coords  # row after row: as they come in
    grootste = np.zeros(aantal + 1, dtype=np.int64)
    grootste[1:] = 1
    np.maximum.at(grootste, hoog + 1, _joined(aantal, hoog, laag))
    return np.maximum.accumulate(grootste)[::-1]


def _joined(aantal: int, een: Indexen, ander: Indexen) -> list[int]:
    """Size of the part that each edge of a forest makes, when they are put in one after another.

    Of each part the smaller hangs under the larger, so that nothing lies deeper than log₂ n. At a node stands
    under whom it hangs; at the head of a part its size, below zero.
    """
    hoofd, uit = [-1] * aantal, []
    for a, b in zip(een.tolist(), ander.tolist(), strict=True):
        while (p := hoofd[a]) >= 0:
            a = p
        while (q := hoofd[b]) >= 0:
            b = q
        if p > q:
            a, b = b, a
        hoofd[b] = a
        hoofd[a] = p + q
        uit.append(-p - q)
    return uit


def random_order(aantal: int, zaad: int) -> list[int]:
    """All nodes in a random order that is the same for the same seed: that of 64 random bits for each."""
    bits = np.frombuffer(random.Random(zaad).randbytes(8 * aantal), dtype="<u8")
    return [int(knoop) for knoop in np.argsort(bits, kind="stable").tolist()]


def degree_order(aantal: int, randen: Getallen, *, opnieuw: bool) -> list[int]:
    """The nodes with most edges first; of equals the lowest number.

    Counted anew, all that have the same highest number of edges are looked at together. O(n) for each
    number of edges that occurs, and O(edges of those looked at).

    Args:
        aantal: number of nodes.
        randen: both ends of each edge.
        opnieuw: whether the edges that are left are counted anew after each loss.

    >>> ster = np.array([[0, 1], [0, 2], [0, 3], [3, 4]])
    >>> degree_order(5, ster, opnieuw=False), degree_order(5, ster, opnieuw=True)
    ([0, 3, 1, 2, 4], [0, 3, 1, 2, 4])
    """
    graad = np.bincount(randen.ravel().astype(np.int64), minlength=aantal).astype(np.int64)
    if not opnieuw:
        return [int(k) for k in np.lexsort((np.arange(aantal), -graad))]
    een, twee = randen.astype(np.int64).T
    einden, ander = sort_rows(np.concatenate([een, twee]), np.concatenate([twee, een]))
    grenzen = bounds(einden, aantal)
    delen = list[Getallen]()
    while (hoogste := graad.max(initial=-1)) >= 0:
        wie = np.flatnonzero(graad == hoogste)
        rij, plek = spread(grenzen, wie)
        buren = ander[plek]
        # Who loses an edge to one that goes first is no longer among the highest. Nobody comes to be.
        mee = (graad[buren] == hoogste) & (buren > wie[rij])
        na: set[int] = set()
        for eerste, tweede in zip(wie[rij[mee]].tolist(), buren[mee].tolist(), strict=True):
            if eerste not in na:
                na.add(tweede)
        weg = np.ones(len(wie), dtype=np.bool_) if not na else ~np.isin(wie, list(na))
        delen.append(wie[weg])
        np.subtract.at(graad, buren[weg[rij]], 1)
        graad[wie[weg]] = -aantal
    return [knoop for deel in delen for knoop in deel.tolist()]


def robustness(grootste: NDArray[np.integer]) -> float | None:
    """R of Schneider et al. (2011): the mean share of the largest part after 1 … N losses; at most 0.5.

    Args:
        grootste: as :func:`largest_parts` gives it.

    >>> robustness(np.array([4, 3, 2, 1, 0]))
    0.375
    """
    aantal = len(grootste) - 1
    return float(grootste[1:].sum()) / aantal**2 if aantal else None
