"""Which start reaches which offer: fitting, not full, over a route.

With *W*ⱼ who helps with which offer that is not full after exactly *j* further links (*W*₀: the providers,
*W*ⱼ₊₁ = *V* *W*ⱼ with *V* the further links), a start reaches at *j* + 1 links what its first links *E* lead
to: *E* *W*ⱼ, kept where the offer reaches the start's municipality. Two things make this quick: the products
are taken from the side of the offers, where few rows are filled; and what starts of one municipality share,
an *x* and its offers there, is looked up once. Most questions (is a step reached, over which offer first)
are then answered without listing every (start, offer).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from netwerkkaart.analyse.aanbod import Aanbodtabel, Matrix
from netwerkkaart.analyse.basis import Getallen
from netwerkkaart.analyse.kolommen import bounds, first_of_runs, reduce_groups, sort_rows, sparse_rows, spread
from netwerkkaart.analyse.routes import Routes
from netwerkkaart.graph.beeld import Indexen, Masker

Bits = NDArray[np.uint32]


@dataclass(frozen=True)
class Raakpunten:
    """What each start reaches.

    Args:
        eigen: start × its own offers, at no link; shape ``(S, A)``.
        via: what each pair (municipality, *x*) helps with at 1, 2, … links; shape ``(pairs, A)`` each.
        grenzen: where the first links of each start begin, and where the last end; shape ``(S + 1,)``.
        paar: the pair to which each first link leads.
    """

    eigen: Matrix
    via: tuple[Matrix, ...]
    grenzen: Getallen
    paar: Getallen

    def union(self, bits: Bits) -> Bits:
        """Of each start the bits of all offers that it reaches; ``bits`` has those of each offer."""
        per_paar = np.zeros(self.via[0].shape[0], dtype=np.uint32)
        for helpt in self.via:
            per_paar |= reduce_groups(np.bitwise_or, bits[helpt.indices], helpt.indptr, 0)
        return self.own(bits) | reduce_groups(np.bitwise_or, per_paar[self.paar], self.grenzen, 0)

    def own(self, bits: Bits) -> Bits:
        """Of each start the bits of its own offers."""
        return reduce_groups(np.bitwise_or, bits[self.eigen.indices], self.eigen.indptr, 0)

    def first(self, dient: Masker) -> Getallen:
        """The first of some offers that each start reaches: least links, then the order of the offers.

        Args:
            dient: which offers count, shape ``(A,)``.

        Returns:
            links × A + offer of each start; −1 where it reaches none.
        """
        aantal = len(dient)
        geen = (len(self.via) + 1) * aantal
        beste = np.full(self.via[0].shape[0], geen, dtype=np.int32)
        # From far to near: what is nearer is lower, so it takes the place of what is farther.
        for links in range(len(self.via), 0, -1):
            helpt = self.via[links - 1]
            np.minimum(beste, _first_per_row(helpt, dient, links * aantal, geen), out=beste)
        uit = reduce_groups(np.minimum, beste[self.paar], self.grenzen, geen)
        np.minimum(uit, _first_per_row(self.eigen, dient, 0, geen), out=uit)
        return np.where(uit < geen, uit, -1).astype(np.int64)

    @cached_property
    def alle(self) -> Matrix:
        """Start × offer: everything that is reached, as ``int32`` ones; shape ``(S, A)``."""
        leidt = sparse_rows(self.grenzen, self.paar, self.via[0].shape[0])
        samen = self.via[0]
        for helpt in self.via[1:]:
            samen = csr_array(samen + helpt)
        return csr_array((leidt @ samen + self.eigen).astype(np.int32))


def find_hits(start: Indexen, plaats: Indexen, aanbod: Aanbodtabel, routes: Routes) -> Raakpunten:
    """What each start reaches. One sparse product per further link.

    Args:
        start: nodes of the starts.
        plaats: position of the municipality of each; −1: unknown.
        aanbod: the offers.
        routes: the routes.
    """
    rij, link = spread(routes.eerste.grenzen, start)
    # Links to the same x from the same municipality together: these lead to the same offers.
    gemeente, wie, orde = sort_rows(
        plaats[rij] % len(aanbod.gebied), routes.eerste.naar[link], np.arange(len(link))
    )
    nieuw = first_of_runs(gemeente, wie)
    paar = np.empty(len(link), dtype=np.int64)
    paar[orde] = np.cumsum(nieuw) - 1
    gemeente, wie = gemeente[nieuw], wie[nieuw]
    helpt, via = aanbod.vrije_aanbieders, []
    for verder in range(routes.schakels):
        helpt = routes.verder.matrix @ helpt if verder else helpt
        via.append(_fitting(helpt, wie, gemeente, aanbod))
    eigen = _fitting(aanbod.vrije_aanbieders, start, plaats, aanbod)
    return Raakpunten(eigen, tuple(via), bounds(rij, len(start)), paar)


def _fitting(
    helpt: Matrix, wie: Indexen | Getallen, plaats: Indexen | Getallen, aanbod: Aanbodtabel
) -> Matrix:
    """Row × offer: what each of some organisations helps with that reaches the municipality beside it."""
    alle = helpt[wie]
    # Through flat positions: several times quicker than by row and column. They fit in 32 bits.
    begin = (plaats % len(aanbod.gebied) * len(aanbod)).astype(np.int32)
    plek = np.repeat(begin, np.diff(alle.indptr)) + alle.indices
    past = np.flatnonzero(aanbod.gebied.ravel().take(plek))
    return sparse_rows(np.searchsorted(past, alle.indptr), alle.indices[past], len(aanbod))


def _first_per_row(helpt: Matrix, dient: Masker, begin: int, geen: int) -> NDArray[np.int32]:
    """*begin* + the lowest of some offers in each row; *geen* where there is none."""
    waarden = np.where(dient[helpt.indices], helpt.indices + np.int32(begin), np.int32(geen))
    return reduce_groups(np.minimum, waarden, helpt.indptr, geen)
