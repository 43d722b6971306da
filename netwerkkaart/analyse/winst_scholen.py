"""What a new tie of a school itself would add: for every school and everyone who helps, without listing them.

Such a tie makes open steps of that school alone reached: which, depends on the municipality, the open steps
and what the other end helps with there. So schools with the same municipality and open steps gain alike, and
so do all who help there with the same steps: there are few kinds of either.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from netwerkkaart.analyse.basis import STAPPEN, Getallen
from netwerkkaart.analyse.hulplagen import Helpers, Stappen
from netwerkkaart.analyse.kolommen import first_of_runs, sort_rows
from netwerkkaart.graph.beeld import Indexen, Masker

SOORTEN = 1 << len(STAPPEN)
"""How many sets of steps there are."""
_SAMEN = np.array([[bin(een & ander).count("1") for ander in range(SOORTEN)] for een in range(SOORTEN)])
"""How many steps two sets have in common: the gain of open steps by what somebody helps with."""
_TEGELIJK = 1 << 20
"""Ties that are written out together, at most about so many."""


@dataclass(frozen=True)
class Schoolwinst:
    """Gains of ties of schools, of which every other end is allowed to count.

    Args:
        start: node of each school.
        plaats: position of its municipality.
        open: its open steps; none of a school that may get no new tie.
        helpers: who helps with what where.
        soorten: how many of those that may get a new tie help with each set of steps in each municipality,
            as :func:`count_kinds` gives it.
        mag: which organisations may get a new tie.
        verboden: pairs that may not be joined, in either order.
    """

    start: Indexen
    plaats: Indexen
    open: Stappen
    helpers: Helpers
    soorten: Getallen
    mag: Masker
    verboden: Getallen

    def counts(self) -> Getallen:
        """How many ties have each gain, 0 … 6."""
        uit = np.zeros(len(STAPPEN) + 1, dtype=np.int64)
        for scholen, open_, helpers in self._groups():
            per_winst = np.bincount(_SAMEN[open_], weights=helpers, minlength=len(uit))
            uit += len(scholen) * per_winst.astype(np.int64)
        return uit

    def ties(self, kiest: Callable[[Getallen], Masker]) -> Iterator[tuple[Getallen, Getallen]]:
        """School and other end of the ties whose gain is chosen, as columns, some after others."""
        for scholen, open_, helpers in self._groups():
            soorten = kiest(_SAMEN[open_]) & (helpers > 0)
            if soorten.any():
                wie = self._allowed(scholen, soorten)
                for deel in np.array_split(self.start[scholen], -(-len(scholen) * len(wie) // _TEGELIJK)):
                    yield np.repeat(deel, len(wie)).astype(np.int64), np.tile(wie, len(deel))

    def _allowed(self, scholen: Getallen, soorten: Masker) -> Getallen:
        """Who helps some schools that are alike with one of some sets of steps."""
        wie, stappen = self.helpers.there(int(self.plaats[scholen[0]]))
        wie = wie[soorten[stappen] & self.mag[wie]]
        return wie[~np.isin(wie, self._forbidden(int(self.start[scholen[0]])))]

    def _forbidden(self, knoop: int) -> Getallen:
        """With whom an organisation may not be joined."""
        return np.concatenate(
            [self.verboden[self.verboden[:, een] == knoop, 1 - een] for een in (0, 1)]
        ).astype(np.int64)

    def _groups(self) -> Iterator[tuple[Getallen, int, Getallen]]:
        """Schools that gain alike, their open steps, and how many there are of each kind who help."""
        telt = np.flatnonzero(self.open)
        # A school with pairs that may not be joined gains like no other.
        eigen = np.where(np.isin(self.start[telt], self.verboden), telt + 1, 0)
        open_, plaats, eigen, telt = sort_rows(self.open[telt], self.plaats[telt] + 1, eigen, telt)
        begin = np.flatnonzero(first_of_runs(open_, plaats, eigen))
        for scholen in np.split(telt, begin[1:]) if len(telt) else ():
            helpers = self.soorten[self.plaats[scholen[0]]]
            niet = self._forbidden(int(self.start[scholen[0]]))
            if len(niet):
                wie, stappen = self.helpers.there(int(self.plaats[scholen[0]]))
                weg = stappen[self.mag[wie] & np.isin(wie, niet)]
                helpers = helpers - np.bincount(weg, minlength=SOORTEN)
            yield scholen, int(self.open[scholen[0]]), helpers


def count_kinds(helpers: Helpers, mag: Masker) -> Getallen:
    """How many of some organisations help with each set of steps in each municipality.

    Returns:
        Shape ``(G + 1, 64)``.
    """
    telt = mag[helpers.wie]
    soort = helpers.gemeente[telt] * SOORTEN + helpers.stappen[telt]
    aantal = np.bincount(soort, minlength=(len(helpers.grenzen) - 1) * SOORTEN)
    return aantal.reshape(-1, SOORTEN).astype(np.int64)
