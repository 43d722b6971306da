"""The gains of new ties of one organisation after another: rows of a product that is never written out whole.

With *A* the open triples near each organisation (organisation × cell, a cell being a step in a municipality)
and *H* who helps in each cell, the gain of a tie from *u* to *v* is (*A H*)[u, v] + (*A H*)[v, u], summed
over the distances. Of each organisation a bound on the best of its ties is kept, so that only the rows that
can hold what is sought are made: O(cells near *u* × who helps there) each.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_array

from netwerkkaart.analyse.aanbod import Matrix
from netwerkkaart.analyse.basis import STAPPEN, Getallen
from netwerkkaart.analyse.bereik import Bereik
from netwerkkaart.analyse.hulplagen import Helpers, Stappen, from_steps
from netwerkkaart.analyse.kolommen import pair_keys
from netwerkkaart.graph.beeld import Indexen, Masker

_BLOK = 64
"""Organisations whose ties are looked at together."""
_BLOK_HOOGSTENS = 512
"""The same when many have to be looked at."""


class _Stand(NamedTuple):
    """How open triples and who helps stand to each other, at one distance.

    Args:
        staat: organisation × cell: open triples of the cell (step and municipality) near it.
        erbij: the same the other way around.
        helpt: cell × organisation: helps there.
        dient: the same the other way around.
    """

    staat: Matrix
    erbij: Matrix
    helpt: Matrix
    dient: Matrix


class Winstrijen:
    """Gains of ties between organisations that are no schools, kept exact while triples are covered.

    Args:
        bereik: the reach.
        open_: the open triples, shape ``(S, 6)``.
        helpt: who may be entered and helps with what where, within 0, 1, … further links.
        niveaus: where a school stands after 1, 2, … links, as :meth:`~.routes.Routes.levels` gives them.
        mag: which organisations may get a new tie.
        verboden: pairs that may not be joined, shape ``(p, 2)``.
    """

    def __init__(
        self,
        bereik: Bereik,
        open_: Masker,
        helpt: Sequence[Stappen],
        niveaus: Sequence[Matrix],
        mag: Masker,
        verboden: Getallen,
    ) -> None:
        self._plaats, self._mag = bereik.plaats, mag
        self._verboden = pair_keys(len(mag), verboden[:, 0], verboden[:, 1])
        # The best tie of each as it was when it was looked at last.
        self._gezien = np.full(len(mag), np.inf)
        self._cel = _number_cells(open_, bereik.plaats, len(bereik.aanbod.gebied))
        # The farther a school stands, the fewer links are left to help over.
        self._helpers = [self._helping(laag) for laag in helpt[: len(niveaus)][::-1]]
        self._afstand = [csr_array(niveau[bereik.start].astype(np.float32).T) for niveau in niveaus]
        self._standen = self._stand(open_)

    def cover(self, open_: Masker) -> None:
        """What is open now; never more than before."""
        self._standen = self._stand(open_)

    def _helping(self, laag: Stappen) -> tuple[Matrix, Matrix]:
        """Who that may get a new tie helps in which cell: cell × organisation, and the other way around."""
        helpers = Helpers.of(laag * self._mag)
        stap, plek = np.nonzero(from_steps(helpers.stappen).T)
        cel = self._cel[stap, helpers.gemeente[plek]]
        telt = cel >= 0
        waar = np.ones(int(np.count_nonzero(telt)), dtype=np.float32)
        vorm = (int(self._cel.max()) + 1, laag.shape[1])
        helpt = csr_array((waar, (cel[telt], helpers.wie[plek[telt]])), shape=vorm)
        return helpt, csr_array(helpt.T)

    def _stand(self, open_: Masker) -> list[_Stand]:
        """How things stand with what is open now."""
        school, stap = np.nonzero(open_)
        cel = self._cel[stap, self._plaats[school]]
        school, cel = school[cel >= 0], cel[cel >= 0]
        in_cel = csr_array(
            (np.ones(len(cel), dtype=np.float32), (school, cel)),
            shape=(len(open_), int(self._cel.max()) + 1),
        )
        uit = []
        for afstand, (helpt, dient) in zip(self._afstand, self._helpers, strict=True):
            staat = csr_array(afstand @ in_cel)
            wie = np.repeat(self._mag, np.diff(staat.indptr))
            # Where nobody helps nothing is gained.
            staat.data *= wie & (np.diff(helpt.indptr) > 0)[staat.indices]
            staat.eliminate_zeros()
            uit.append(_Stand(staat, csr_array(staat.T), helpt, dient))
        return uit

    def near(self) -> Getallen:
        """Open triples near each organisation, at any distance."""
        dichtbij = np.zeros(len(self._mag), dtype=np.int64)
        for stand in self._standen:
            dichtbij += stand.staat.sum(axis=1).astype(np.int64)
        return dichtbij

    def blocks(self, telt: Masker | None = None) -> Iterator[tuple[float, Getallen]]:
        """Organisations by what a tie of theirs can gain at most, descending; with the most of each block.

        A tie need only be looked at with the end that has most open triples near it.

        Args:
            telt: which organisations count; all for None.
        """
        helpt = np.zeros(len(self._mag), dtype=np.bool_)
        for stand in self._standen:
            helpt |= np.diff(stand.dient.indptr) > 0
        # In the other direction nothing is gained by who does not help.
        grens = np.minimum(self._gezien, self.near() * np.where(helpt, 2, 1))
        orde = np.argsort(-grens, kind="stable")[: np.count_nonzero(grens)]
        if telt is not None:
            orde = orde[telt[orde]]
        begin, breedte = 0, _BLOK
        while begin < len(orde):
            yield float(grens[orde[begin]]), orde[begin : begin + breedte]
            begin, breedte = begin + breedte, min(2 * breedte, _BLOK_HOOGSTENS)

    def ties_of(self, blok: Getallen) -> tuple[Getallen, Getallen, Getallen]:
        """Both ends and gain of every tie with a gain of some organisations, as columns."""
        som = csr_array((len(blok), len(self._mag)), dtype=np.float32)
        for stand in self._standen:
            som = som + stand.staat[blok] @ stand.helpt + stand.dient[blok] @ stand.erbij
        rij, kolom = som.tocoo().coords
        u, v, winst = blok[rij], kolom.astype(np.int64), som.data.astype(np.int64)
        if len(self._verboden):
            mag = ~np.isin(pair_keys(len(self._mag), u, v), self._verboden)
            rij, u, v, winst = rij[mag], u[mag], v[mag], winst[mag]
        hoogste = np.zeros(len(blok), dtype=np.int64)
        np.maximum.at(hoogste, rij, winst)
        self._gezien[blok] = hoogste
        return u, v, winst


def _number_cells(open_: Masker, plaats: Indexen, gemeenten: int) -> Getallen:
    """A number for each (step, municipality) with an open triple; −1 for others. The last is unknown."""
    heeft = np.zeros((len(STAPPEN), gemeenten), dtype=np.bool_)
    school, stap = np.nonzero(open_)
    heeft[stap, plaats[school]] = True
    heeft[:, -1] = False
    return np.where(heeft, np.cumsum(heeft).reshape(heeft.shape) - 1, -1)
