"""Betweenness estimated from a sample of sources, with an error that can be relied upon.

From each sampled source *s* the shortest paths to all *t* are followed (Brandes 2001). When every path counts
in full (Brandes and Pich 2007), whoever lies next to a source is overrated, and whoever lies next to none is
underrated without the spread in the sample showing it: with few bands the error told then is far too small.
So only the far half of each path counts, and what lies in the very middle for half (the bisection of
Geisberger, Sanders and Schultes 2008). As every pair is met from both of its ends, the sum over all sources
is exact: the estimate has no bias, and each of many sources adds a little to it instead of one of them a lot.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from netwerkkaart.analyse.bandgraaf import Bandgraaf
from netwerkkaart.analyse.basis import Getallen

Waarden = NDArray[np.float64]

TEGELIJK = 16
"""So many sources are followed side by side, one in each column."""
DIEP = 12
"""Where paths are longer than this, the whole path counts, in proportion to how far along it one stands:
bisection takes time with the square of the length."""
_ENKEL = 1e30
"""Numbers of paths up to here fit in single precision, which is read twice as quickly."""


def sample_betweenness(graaf: Bandgraaf, bronnen: Getallen, *, randen: bool) -> tuple[Waarden, Waarden]:
    """Betweenness of each organisation or edge, and its standard error. O(k m) for *k* sources.

    Args:
        graaf: the band graph.
        bronnen: the sampled organisations, drawn without putting back; all of them give the exact value.
        randen: of the edges and not of the organisations.
    """
    n, k = graaf.beeld.aantal_organisaties, len(bronnen)
    buren = _neighbours(graaf)
    som, kwadraat = np.zeros((2, len(graaf) if randen else n))
    for begin in range(0, k, TEGELIJK):
        golf = _Golf(buren, bronnen[begin : begin + TEGELIJK])
        waarden = n * (golf.on_edges(graaf.randen) if randen else golf.on_vertices())
        som += waarden.sum(axis=1)
        kwadraat += np.einsum("ij,ij->i", waarden, waarden)
    midden = som / k
    variantie = np.maximum(kwadraat / k - midden**2, 0) * k / max(k - 1, 1)
    # Sources are drawn without putting back, hence the correction for a finite population.
    return midden, np.sqrt(variantie / k * (1 - k / n))


def _neighbours(graaf: Bandgraaf) -> csr_array:
    """The band graph as a symmetric matrix of ones."""
    n, (een, ander) = graaf.beeld.aantal_organisaties, graaf.randen.T
    enen = np.ones(2 * len(graaf))
    return csr_array((enen, (np.concatenate([een, ander]), np.concatenate([ander, een]))), shape=(n, n))


@dataclass(frozen=True)
class _Golf:
    """Shortest paths from some sources, one in each column, level after level.

    Args:
        buren: the graph, ``(n, n)``.
        bronnen: the sources, ``(b,)``.
    """

    buren: csr_array
    bronnen: Getallen

    @cached_property
    def _heen(self) -> tuple[NDArray[np.int16], Waarden]:
        """Distance from each source (−1: out of reach) and number of shortest paths; ``(n, b)``."""
        vorm = (self.buren.shape[0], len(self.bronnen))
        afstand, paden, rand = np.full(vorm, -1, dtype=np.int16), np.zeros(vorm), np.zeros(vorm)
        rand[self.bronnen, np.arange(vorm[1])] = 1
        stap = 0
        while rand.any():
            afstand[rand > 0] = stap
            paden += rand
            rand = self.buren @ rand
            rand[afstand >= 0] = 0
            stap += 1
        return afstand, paden

    @cached_property
    def _terug(self) -> tuple[Waarden, Waarden]:
        """What far halves of the paths to all others add: to each organisation, and over the bands into it.

        Both still to be multiplied with numbers of shortest paths; ``(n, b)``.
        """
        afstand, paden = self._heen
        lengte = int(afstand.max(initial=0))
        if lengte > DIEP:
            return self._in_proportion(lengte)
        deel = np.divide(1, paden, out=np.zeros_like(paden), where=paden > 0)
        op = [afstand == stap for stap in range(lengte + 1)]
        punt, lijn = np.zeros((2, *paden.shape))
        for doel in range(1, lengte + 1):
            # Share per shortest path, of all paths to a target at this distance; from the target back.
            stroom = np.where(op[doel], deel, 0)
            for stap in range(doel, 0, -1):
                lijn += stroom * _far(2 * stap - 1, doel)
                if stap == 1 or 2 * (stap - 1) < doel:
                    break
                stroom = np.where(op[stap - 1], self.buren @ stroom, 0)
                punt += stroom * _far(2 * (stap - 1), doel)
        return punt, lijn

    def _in_proportion(self, lengte: int) -> tuple[Waarden, Waarden]:
        """The same, where all of a path counts by how far along it one stands (linear scaling)."""
        afstand, paden = self._heen
        punt, lijn = np.zeros((2, *paden.shape))
        deel = np.divide(1, paden, out=np.zeros_like(paden), where=paden > 0)
        for stap in range(lengte, 0, -1):
            op = afstand == stap
            stroom = np.where(op, punt + deel / stap, 0)
            lijn += stroom * (stap - 0.5)
            punt += np.where(afstand == stap - 1, self.buren @ stroom, 0)
        return punt * np.maximum(afstand, 0), lijn

    def on_vertices(self) -> Waarden:
        """What each source adds to each organisation; ``(n, b)``."""
        return np.asarray(self._terug[0] * self._heen[1])

    def on_edges(self, randen: Getallen) -> Waarden:
        """What each source adds to each edge; ``(m, b)``."""
        (afstand, paden), lijn, (een, ander) = self._heen, self._terug[1], randen.T
        if paden.max(initial=0) < _ENKEL:
            paden, lijn = paden.astype(np.float32), lijn.astype(np.float32)
        verder = afstand[ander] - afstand[een]
        uit = np.where(verder == 1, paden[een] * lijn[ander], 0)
        uit += np.where(verder == -1, paden[ander] * lijn[een], 0)
        return uit.astype(np.float64)


def _far(dubbel: int, doel: int) -> float:
    """How much a place counts at half of *dubbel* along a path of length *doel*: past the middle in full."""
    return 1.0 if dubbel > doel else 0.5 if dubbel == doel else 0.0
