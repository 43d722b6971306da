"""How the largest connected part shrinks while organisations fall away one after another.

All sizes of one order in a single walk backwards (Newman and Ziff 2001): organisations are added from the
last to the first, and parts joined. Only the edges of a spanning forest can join parts, the one in which
edges that live longest go first; so the walk looks at one edge per organisation.
"""

from __future__ import annotations

import heapq
import random
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import minimum_spanning_tree

from netwerkkaart.analyse.basis import Getallen


def largest_parts(aantal: int, randen: Getallen, volgorde: Sequence[int]) -> Getallen:
    """Size of the largest connected part after 0, 1, … *aantal* losses. O(m log m).

    Args:
        aantal: number of nodes.
        randen: both ends of each edge, each pair once, shape ``(m, 2)``.
        volgorde: the nodes, the first to fall away first.

    >>> largest_parts(4, np.array([[0, 1], [1, 2], [2, 3]]), [1, 3, 0, 2]).tolist()
    [4, 2, 1, 1, 0]
    """
    valt = np.empty(aantal, dtype=np.int64)
    valt[np.asarray(volgorde, dtype=np.int64)] = np.arange(aantal)
    per_verlies: list[list[tuple[int, int]]] = [[] for _ in range(aantal)]
    if len(randen):
        # An edge lives until the first of its ends falls; the longest life is the lowest weight.
        leven = valt[randen].min(axis=1)
        gewichten = csr_array((aantal - leven, (randen[:, 0], randen[:, 1])), shape=(aantal, aantal))
        boom = minimum_spanning_tree(gewichten).tocoo()
        for een, ander, gewicht in zip(*(c.tolist() for c in boom.coords), boom.data.tolist(), strict=True):
            per_verlies[aantal - int(gewicht)].append((een, ander))
    ouder, grootte = list(range(aantal)), [1] * aantal
    grootste, uit = 0, np.zeros(aantal + 1, dtype=np.int64)
    for verloren in range(aantal - 1, -1, -1):
        grootste = max(grootste, 1)
        for een, ander in per_verlies[verloren]:
            while ouder[een] != een:
                ouder[een] = een = ouder[ouder[een]]
            while ouder[ander] != ander:
                ouder[ander] = ander = ouder[ouder[ander]]
            if grootte[een] < grootte[ander]:
                een, ander = ander, een
            ouder[ander] = een
            grootte[een] += grootte[ander]
            grootste = max(grootste, grootte[een])
        uit[verloren] = grootste
    return uit


def random_order(aantal: int, zaad: int) -> list[int]:
    """All nodes in a random order that is the same for the same seed."""
    volgorde = list(range(aantal))
    random.Random(zaad).shuffle(volgorde)
    return volgorde


def degree_order(aantal: int, randen: Getallen, *, opnieuw: bool) -> list[int]:
    """The nodes with most edges first; of equals the lowest number. O((n + m) log n).

    Args:
        aantal: number of nodes.
        randen: both ends of each edge.
        opnieuw: whether the edges that are left are counted anew after each loss.

    >>> ster = np.array([[0, 1], [0, 2], [0, 3], [3, 4]])
    >>> degree_order(5, ster, opnieuw=False), degree_order(5, ster, opnieuw=True)
    ([0, 3, 1, 2, 4], [0, 3, 1, 2, 4])
    """
    graad = np.bincount(randen.ravel().astype(np.int64), minlength=aantal)
    if not opnieuw:
        return [int(k) for k in np.lexsort((np.arange(aantal), -graad))]
    buren: list[list[int]] = [[] for _ in range(aantal)]
    for een, ander in randen.tolist():
        buren[een].append(ander)
        buren[ander].append(een)
    over = graad.tolist()
    rij = [(-g, knoop) for knoop, g in enumerate(over)]
    heapq.heapify(rij)
    weg, uit = [False] * aantal, []
    while rij:
        g, knoop = heapq.heappop(rij)
        if weg[knoop] or -g != over[knoop]:
            continue  # an older count of the same node
        weg[knoop] = True
        uit.append(knoop)
        for buur in buren[knoop]:
            if not weg[buur]:
                over[buur] -= 1
                heapq.heappush(rij, (-over[buur], buur))
    return uit


def robustness(grootste: NDArray[np.integer]) -> float | None:
    """R of Schneider et al. (2011): the mean share of the largest part after 1 … N losses; at most 0.5.

    Args:
        grootste: as :func:`largest_parts` gives it.

    >>> robustness(np.array([4, 3, 2, 1, 0]))
    0.375
    """
    aantal = len(grootste) - 1
    return float(grootste[1:].sum()) / aantal**2 if aantal else None
