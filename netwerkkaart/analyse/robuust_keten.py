"""Which chains stay closed when organisations fall away, in many worlds at once.

In each world some organisations are lost. Of each organisation one number holds in its bits in which worlds
it still stands. A route stands where all its organisations do: *and* along it; a step is reached where any
route stands: *or* over them. What leads where is worked out once, and asked for any loss.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from netwerkkaart.analyse.basis import STAPPEN, Getallen, steps_of
from netwerkkaart.analyse.bereik import Bereik
from netwerkkaart.analyse.kolommen import bounds, first_of_runs, reduce_groups, sort_rows, spread
from netwerkkaart.analyse.raakpunten import Bits
from netwerkkaart.graph.beeld import Masker
from netwerkkaart.schema.vocabularia import STAPPEN_PER_THEMA

MAX_WERELDEN = 32
"""Worlds in one question: the bits of a number."""


@dataclass(frozen=True)
class Laag:
    """Pairs (start, organisation) at so many links, and how each is come to.

    Args:
        start, wie: the start and the node of each pair.
        vanwaar: pairs of the layer before, or (first layer) starts, from which each is come to.
        grenzen: where those of each pair begin, and where the last end.
    """

    start: Getallen
    wie: Getallen
    vanwaar: Getallen
    grenzen: Getallen


class Ketenverlies:
    """The chains of a reach, and what each rests on.

    Args:
        bereik: the reach.
        telt: which of its starts count.
    """

    def __init__(self, bereik: Bereik, telt: Masker) -> None:
        self._bereik, self._telt = bereik, telt

    @cached_property
    def _lagen(self) -> list[Laag]:
        """All layers; in the last one only who has an offer. O(routes), each end once per start."""
        routes, start = self._bereik.routes, self._bereik.start.astype(np.int64)
        biedt = np.diff(self._bereik.aanbod.vrije_aanbieders.indptr) > 0
        lagen: list[Laag] = []
        for nummer in range(routes.schakels):
            schakels = routes.verder if nummer else routes.eerste
            van, link = spread(schakels.grenzen, lagen[-1].wie if nummer else start)
            wie = schakels.naar[link]
            telt = biedt[wie] if nummer == routes.schakels - 1 else np.ones(len(wie), dtype=np.bool_)
            van, wie = van[telt], wie[telt]
            lagen.append(_layer(lagen[-1].start[van] if nummer else van, wie, van))
        return lagen

    @cached_property
    def _doelen(self) -> list[tuple[Getallen, Getallen]]:
        """Per layer (the first: the start itself) its hits: positions of pairs, and start × 6 + step."""
        start = np.arange(len(self._bereik.start))
        knopen = self._bereik.start.astype(np.int64)
        return [self._hits(start, knopen), *(self._hits(laag.start, laag.wie) for laag in self._lagen)]

    def _hits(self, start: Getallen, wie: Getallen) -> tuple[Getallen, Getallen]:
        bereik, aanbod = self._bereik, self._bereik.aanbod
        biedt = aanbod.vrije_aanbieders
        rij, plek = spread(biedt.indptr.astype(np.int64), wie)
        welk = biedt.indices[plek]
        past = aanbod.gebied[bereik.plaats[start[rij]], welk]
        rij, welk = rij[past], welk[past]
        waar, stap = np.nonzero(aanbod.stappen[welk] & bereik.past[start[rij]])
        paar, doel = sort_rows(rij[waar], start[rij[waar]] * len(STAPPEN) + stap)
        eerste = first_of_runs(paar, doel) if len(paar) else np.zeros(0, dtype=np.bool_)
        return paar[eerste], doel[eerste]

    def closed(self, staat: Bits) -> Getallen:
        """How many chains are closed in each world.

        Args:
            staat: of each organisation the worlds in which it stands.

        Returns:
            Shape ``(32,)``.
        """
        bereik = self._bereik
        eigen = staat[bereik.start]
        bereikt = np.zeros(len(bereik.start) * len(STAPPEN), dtype=np.uint32)
        waarde = eigen
        for nummer, (paar, doel) in enumerate(self._doelen):
            if nummer:
                laag = self._lagen[nummer - 1]
                vorige = waarde[laag.vanwaar]
                waarde = reduce_groups(np.bitwise_or, vorige, laag.grenzen, 0) & staat[laag.wie]
            np.bitwise_or.at(bereikt, doel, waarde[paar])
        per_stap = bereikt.reshape(len(bereik.start), len(STAPPEN))
        per_stap = np.where(bereik.past, per_stap, np.uint32(0xFFFFFFFF)) & eigen[:, None]
        aantal = np.zeros(MAX_WERELDEN, dtype=np.int64)
        for thema in STAPPEN_PER_THEMA:
            telt = self._telt & bereik.past[:, steps_of(thema)].any(axis=1)
            dicht = np.bitwise_and.reduce(per_stap[telt][:, steps_of(thema)], axis=1)
            aantal += (dicht[:, None] >> np.arange(MAX_WERELDEN, dtype=np.uint32) & 1).sum(
                axis=0, dtype=np.int64
            )
        return aantal

    @property
    def aantal(self) -> int:
        """How many chains there are."""
        past = self._bereik.past[self._telt]
        return sum(int(past[:, steps_of(thema)].any(axis=1).sum()) for thema in STAPPEN_PER_THEMA)


def _layer(start: Getallen, wie: Getallen, vanwaar: Getallen) -> Laag:
    start, wie, vanwaar = sort_rows(start, wie, vanwaar)
    if not len(start):
        return Laag(start, wie, vanwaar, np.zeros(1, dtype=np.int64))
    nieuw = first_of_runs(start, wie)
    return Laag(start[nieuw], wie[nieuw], vanwaar, bounds(np.cumsum(nieuw) - 1, int(nieuw.sum())))
