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
from scipy.sparse.csgraph import reverse_cuthill_mckee

from netwerkkaart.analyse.bandgraaf import Bandgraaf
from netwerkkaart.analyse.basis import Getallen
from netwerkkaart.analyse.kolommen import first_of_runs
from netwerkkaart.graph.beeld import Masker

Waarden = NDArray[np.float64]
Breuken = NDArray[np.floating]

TEGELIJK = 32
"""So many sources are followed side by side, one in each column."""
DIEP = 12
"""Where paths are longer than this, the whole path counts, in proportion to how far along it one stands:
bisection takes time with the square of the length."""
_ENKEL = 1e30
"""Numbers of paths up to here fit in single precision, which is read twice as quickly."""
_DUN = 4
"""What is less than one in so many of the organisations is looked up by itself."""
_STUK = 4096
"""So many organisations or edges are added up at a time: what is at hand then fits in the cache."""


def sample_betweenness(
    graaf: Bandgraaf, bronnen: Getallen, randen: Getallen | None = None
) -> tuple[Waarden, Waarden]:
    """Betweenness of each organisation or of some edges, and its standard error. O(k m) for *k* sources.

    Args:
        graaf: the band graph.
        bronnen: the sampled organisations, drawn without putting back; all of them give the exact value.
        randen: positions of the edges that are asked for; None: the organisations.
    """
    n, k = graaf.beeld.aantal_organisaties, len(bronnen)
    buren, plek = _neighbours(graaf)
    wie = plek[np.arange(n) if randen is None else graaf.randen[randen]]
    som, kwadraat = np.zeros((2, len(wie)))
    for begin in range(0, k, TEGELIJK):
        golf = _Golf.of(buren, plek[bronnen[begin : begin + TEGELIJK]])
        erbij = golf.on_vertices if randen is None else golf.on_edges
        for eerste in range(0, len(wie), _STUK):
            stuk = slice(eerste, eerste + _STUK)
            waarden = erbij(wie[stuk]).astype(np.float64)
            som[stuk] += waarden.sum(axis=1)
            kwadraat[stuk] += np.einsum("ij,ij->i", waarden, waarden)
    midden = n * som / k
    variantie = np.maximum(n**2 * kwadraat / k - midden**2, 0) * k / max(k - 1, 1)
    # Sources are drawn without putting back, hence the correction for a finite population.
    return midden, np.sqrt(variantie / k * (1 - k / n))


def _neighbours(graaf: Bandgraaf) -> tuple[csr_array, Getallen]:
    """The band graph as a symmetric matrix of ones, and the row of each organisation in it.

    Neighbours stand near each other (Cuthill and McKee 1969, backwards): in a large network most of the time
    goes into fetching what lies far apart.
    """
    n, m = graaf.beeld.aantal_organisaties, len(graaf)
    een, ander = graaf.randen.T.astype(np.int32)
    paren = (np.concatenate([een, ander]), np.concatenate([ander, een]))
    buren = csr_array((np.ones(2 * m, dtype=np.float32), paren), shape=(n, n))
    orde = reverse_cuthill_mckee(buren, symmetric_mode=True)
    plek = np.empty(n, dtype=np.int64)
    plek[orde] = np.arange(n)
    een, ander = (plek[kant].astype(np.int32) for kant in paren)
    return csr_array((buren.data, (een, ander)), shape=(n, n)), plek


@dataclass(frozen=True)
class _Golf:
    """Shortest paths from some sources, one in each column, level after level.

    Args:
        buren: the graph, ``(n, n)``.
        afstand: distance from each source, −1: out of reach; ``(n, b)``.
        paden: number of shortest paths; ``(n, b)``.
        rijen: per distance the rows in which it occurs; None for most of them.
    """

    buren: csr_array
    afstand: NDArray[np.int16]
    paden: Breuken
    rijen: tuple[Getallen | None, ...]

    @classmethod
    def of(cls, buren: csr_array, bronnen: Getallen) -> _Golf:
        """Follow the paths; in double precision when there are too many for single."""
        n, b = buren.shape[0], len(bronnen)
        afstand, paden = np.full((n, b), -1, dtype=np.int16), np.zeros((n, b), dtype=buren.dtype)
        rand, rijen = np.zeros_like(paden), list[Getallen | None]()
        rand[bronnen, np.arange(b)] = 1
        while (hoogste := rand.max(initial=0)) > 0:
            if hoogste > _ENKEL and buren.dtype == np.float32:
                return cls.of(buren.astype(np.float64), bronnen)
            np.copyto(afstand, len(rijen), where=rand > 0)
            paden += rand
            rijen.append(_rows(rand > 0))
            verder = afstand < 0
            rand = _multiply(buren, rand, rijen[-1], _rows(verder))
            np.multiply(rand, verder, out=rand)
        return cls(buren, afstand, paden, tuple(rijen))

    @cached_property
    def _deel(self) -> Breuken:
        """One over the number of paths: the share of each in a pair."""
        return np.divide(1, self.paden, out=np.zeros_like(self.paden), where=self.paden > 0)

    def _back(self, stroom: Breuken, stap: int, op: Masker) -> Breuken:
        """What flows to who stands at a distance from the next."""
        uit = _multiply(self.buren, stroom, self.rijen[stap + 1], self.rijen[stap])
        return np.multiply(uit, op, out=uit)

    @cached_property
    def _punt(self) -> Breuken:
        """What far halves of the paths to all others add to each organisation."""
        return self._far_halves(0)

    @cached_property
    def _lijn(self) -> Breuken:
        """The same over the bands by which one comes to it; both per shortest path; ``(n, b)``."""
        return self._far_halves(1)

    def _far_halves(self, lijn: int) -> Breuken:
        """Targets at a distance above *d* and up to 2 *d* count for who stands at *d*; the last for half.

        A band into who stands at *d* lies half a link nearer: its targets are from *d* up to 2 *d* − 1.

        Args:
            lijn: 1 for the bands, 0 for the organisations.
        """
        lengte = len(self.rijen) - 1
        if lengte > DIEP:
            return self._in_proportion(lijn)
        uit, ver = np.zeros_like(self.paden), (lengte + lijn) // 2 + 1
        # Nearly all stand further than halfway the longest path, and have all their targets in one walk.
        wandelingen = [(lengte, ver, 1.0), *((2 * d - lijn, d, 0.5) for d in range(1, ver))]
        for boven, onder, weegt in wandelingen:
            stroom = np.zeros_like(uit)
            for stap in range(boven, onder - 1, -1):
                op = self.afstand == stap
                if stap < boven:
                    stroom = self._back(stroom, stap, op)
                telt = weegt == 1 or stap == onder
                if telt and not lijn:
                    uit += stroom
                np.add(stroom, self._deel * (weegt if stap == boven else 1), out=stroom, where=op)
                if telt and lijn:
                    uit += stroom
        return uit

    def _in_proportion(self, lijn: int) -> Breuken:
        """The same, where all of a path counts by how far along it one stands (linear scaling)."""
        uit, stroom = np.zeros_like(self.paden), np.zeros_like(self.paden)
        for stap in range(len(self.rijen) - 1, 0, -1):
            op = self.afstand == stap
            if stap + 1 < len(self.rijen):
                stroom = self._back(stroom, stap, op)
            if not lijn:
                uit += stroom * stap
            np.add(stroom, self._deel / stap, out=stroom, where=op)
            if lijn:
                uit += stroom * (stap - 0.5)
        return uit

    def on_vertices(self, wie: Getallen) -> Breuken:
        """What each source adds to some organisations; ``(k, b)``."""
        return self._punt[wie] * self.paden[wie]

    def on_edges(self, einden: Getallen) -> Breuken:
        """What each source adds to some edges, given by their ends; ``(k, b)``."""
        een, ander = einden.T
        verder = self.afstand[ander] - self.afstand[een]
        uit: Breuken = self.paden[een] * self._lijn[ander] * (verder == 1)
        uit += self.paden[ander] * self._lijn[een] * (verder == -1)
        return uit


def _rows(masker: Masker) -> Getallen | None:
    """The rows in which a mask is true anywhere, when these are few; None when they may be many."""
    n, b = masker.shape
    if np.count_nonzero(masker) * _DUN > n:
        return None
    rijen: Getallen = np.flatnonzero(masker) // b
    uit: Getallen = rijen[first_of_runs(rijen)]
    return uit


def _multiply(buren: csr_array, waarden: Breuken, van: Getallen | None, naar: Getallen | None) -> Breuken:
    """Values of the neighbours added up; only rows *van* hold any, and only rows *naar* are asked for."""
    uit: Breuken
    if naar is not None:
        uit = np.zeros_like(waarden)
        uit[naar] = buren[naar] @ waarden
    elif van is not None:
        uit = buren[van].T @ waarden[van]
    else:
        uit = buren @ waarden
    return uit
