"""Who meets whom: the fora in which organisations sit."""

from __future__ import annotations

from functools import cached_property

import numpy as np
from scipy.sparse import csr_array

from netwerkkaart.analyse.aanbod import Matrix
from netwerkkaart.analyse.basis import Getallen
from netwerkkaart.analyse.kolommen import bounds, spread
from netwerkkaart.graph.beeld import Beeld, Indexen, Masker


def seats(beeld: Beeld, fora: Indexen) -> Matrix:
    """Organisation × forum: takes part (boolean)."""
    plaats = np.full(len(beeld), -1, dtype=np.int64)
    plaats[fora] = np.arange(len(fora))
    tabel = beeld.van_type("NEEMT_DEEL_AAN")
    mag = (tabel.van < beeld.aantal_organisaties) & (plaats[tabel.naar] >= 0)
    waar = np.ones(int(np.count_nonzero(mag)), dtype=np.bool_)
    return csr_array(
        (waar, (tabel.van[mag], plaats[tabel.naar[mag]])), shape=(beeld.aantal_organisaties, len(fora))
    )


class Ontmoetingen:
    """Which organisations sit in a forum together."""

    def __init__(self, beeld: Beeld) -> None:
        self._beeld = beeld
        self._fora = beeld.van_soort("Forum")
        zetels = seats(beeld, self._fora).astype(np.int32)
        zetels.sort_indices()
        self._zetels = zetels
        samen = (zetels @ zetels.T).tocoo()
        self._n = beeld.aantal_organisaties
        rij, kolom = samen.coords
        self._sleutels = np.unique(rij.astype(np.int64) * self._n + kolom)

    def meet(self, u: Getallen, v: Getallen) -> Masker:
        """Which pairs share a forum."""
        gezocht = u * self._n + v
        plaats = np.searchsorted(self._sleutels, gezocht)
        plaats[plaats == len(self._sleutels)] = 0
        if not len(self._sleutels):
            return np.zeros(len(gezocht), dtype=np.bool_)
        return np.asarray(self._sleutels[plaats] == gezocht)

    @cached_property
    def _grenzen(self) -> Getallen:
        """Where the keys of each organisation begin, and where the last end."""
        return bounds(self._sleutels // self._n, self._n)

    def partner_counts(self, u: Getallen) -> Getallen:
        """How many share a forum with each organisation, itself among them; 0 when it sits in none."""
        return np.diff(self._grenzen)[u]

    def partners(self, u: Getallen) -> tuple[Getallen, Getallen]:
        """Who share a forum with each of some organisations: the place in *u* of each, and its node."""
        rij, plek = spread(self._grenzen, u)
        return rij, self._sleutels[plek] % self._n

    def shared(self, u: int, v: int) -> list[int]:
        """Nodes of the fora in which both sit, in order."""
        grens, kolom = self._zetels.indptr, self._zetels.indices
        samen = np.intersect1d(kolom[grens[u] : grens[u + 1]], kolom[grens[v] : grens[v + 1]])
        return [int(forum) for forum in self._fora[samen]]


def forum_to_raise(beeld: Beeld, een: int, ander: int) -> tuple[int, int] | None:
    """Where a pair without a common forum could meet: a forum in which one of them sits.

    Of several, the one with the most seats, then the first by id.

    Returns:
        Node of the forum, and the one of the two that is still to be invited; None when neither sits in any.
    """
    tabel = beeld.van_type("NEEMT_DEEL_AAN")
    zetels = np.bincount(tabel.naar, minlength=len(beeld))
    kandidaten = [
        (-int(zetels[forum]), beeld.ids[forum], int(forum), ander if zit == een else een)
        for zit, forum in zip(tabel.van.tolist(), tabel.naar.tolist(), strict=True)
        if zit in (een, ander)
    ]
    if not kandidaten:
        return None
    _, _, forum, uit_te_nodigen = min(kandidaten)
    return forum, uit_te_nodigen
