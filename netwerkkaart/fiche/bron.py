"""What all sheets of one view share: the reach, who helps whom, and what is looked up for each school."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

import numpy as np

from netwerkkaart.analyse.basis import STAPPEN, Getallen, id_rank
from netwerkkaart.analyse.bereik import Bereik, compute_reach
from netwerkkaart.analyse.drempels import Drempels
from netwerkkaart.analyse.ketenhulp import Hulp
from netwerkkaart.analyse.ketenkeuze import Keuze
from netwerkkaart.analyse.ketenoordeel import Codes, step_verdicts
from netwerkkaart.analyse.wegen import Wegen
from netwerkkaart.fiche.banden import Banden, Paden, next_meetings
from netwerkkaart.graph.beeld import Beeld


@dataclass(frozen=True)
class Bron:
    """One view, and what was computed of it for all schools at once.

    Args:
        bereik: the reach of every school.
    """

    bereik: Bereik

    @classmethod
    def of(cls, beeld: Beeld, drempels: Drempels) -> Bron:
        """Compute the reach of a view that is already limited to what may be shown.

        Raises:
            ValueError: the view is not tied to a date.
        """
        return cls(compute_reach(beeld, drempels))

    @property
    def beeld(self) -> Beeld:
        """The view."""
        return self.bereik.beeld

    @cached_property
    def hulp(self) -> Hulp:
        """Who helps whom with which step."""
        return self.bereik.once(Hulp)

    @cached_property
    def keuze(self) -> Keuze:
        """Which new ties are proposed."""
        return Keuze(self.hulp)

    @cached_property
    def wegen(self) -> Wegen:
        """The shown route of each step that is reached."""
        return Wegen(self.bereik)

    @cached_property
    def banden(self) -> Banden:
        """Bands and paths."""
        return Banden(self.bereik)

    @cached_property
    def oordelen(self) -> Codes:
        """Verdict on each step of each school."""
        return self.bereik.once(step_verdicts)

    @cached_property
    def overleg(self) -> dict[int, date]:
        """The next meeting of each forum."""
        return next_meetings(self.beeld, self.bereik.datum)

    @cached_property
    def rang(self) -> Getallen:
        """Order of ids."""
        return id_rank(self.beeld)

    @cached_property
    def vrij(self) -> list[list[tuple[int, int]]]:
        """Per step the (place of an offer that has room, node of its provider) pairs."""
        aanbod = self.bereik.aanbod
        return [
            [
                (plek, wie)
                for plek in np.flatnonzero(aanbod.vrij_per_stap[:, stap]).tolist()
                for wie in aanbod.aanbieders_van[plek]
            ]
            for stap in range(len(STAPPEN))
        ]

    def school(self, knoop: int) -> Schoolzicht:
        """Look from one school, by its node."""
        plek = int(np.searchsorted(self.bereik.start, knoop))
        wie = np.arange(self.beeld.aantal_organisaties)
        km = self.keuze.ligging.km(np.array([knoop]), wie).round(1).tolist()
        return Schoolzicht(
            self, knoop, plek, self.banden.paths_from(knoop), [None if k != k else k for k in km]
        )


class Naaste(NamedTuple):
    """An offer and who provides it nearby.

    Args:
        aanbod: place of the offer.
        aanbieder: node of the provider.
        schakels: links from the school; None: no path is known.
        km: kilometres; None: not known.
    """

    aanbod: int
    aanbieder: int
    schakels: int | None
    km: float | None


@dataclass(frozen=True)
class Schoolzicht:
    """What is near one school.

    Args:
        bron: what all schools share.
        knoop, plek: node of the school, and its place in the reach.
        paden: shortest paths from it.
        km: kilometres to each organisation; None: not known.
    """

    bron: Bron
    knoop: int
    plek: int
    paden: Paden
    km: list[float | None]

    def fitting(self, stap: int) -> list[int]:
        """Places of the offers that fit a step, full ones too."""
        aanbod, plaats = self.bron.bereik.aanbod, self.bron.bereik.plaats[self.plek]
        past: list[int] = np.flatnonzero(aanbod.gebied[plaats] & aanbod.stappen[:, stap]).tolist()
        return past

    def provider(self, aanbod: int) -> Naaste | None:
        """Of who provides an offer the one with the fewest links, then kilometres; None: nobody is known."""
        wie = self.bron.bereik.aanbod.aanbieders_van[aanbod]
        alle = [Naaste(aanbod, w, self.paden.links(w), self.km[w]) for w in wie]
        return min(alle, key=self._order, default=None)

    def nearest(self, aanbod: list[int]) -> Naaste | None:
        """Of some offers the one with the fewest links, then kilometres; None: nobody provides any."""
        alle = [naaste for plek in aanbod if (naaste := self.provider(plek)) is not None]
        return min(alle, key=self._order, default=None)

    def elsewhere(self, stap: int) -> Naaste | None:
        """The nearest offer for a step that has room but does not reach the municipality of the school."""
        past = set(self.fitting(stap))
        alle = (
            Naaste(aanbod, wie, None, self.km[wie])
            for aanbod, wie in self.bron.vrij[stap]
            if aanbod not in past and wie != self.knoop
        )
        return min(alle, key=self._order, default=None)

    def _order(self, n: Naaste) -> tuple[float, float, int, int]:
        ver = float("inf")
        return (
            ver if n.schakels is None else n.schakels,
            ver if n.km is None else n.km,
            int(self.bron.rang[n.aanbieder]),
            n.aanbod,
        )
