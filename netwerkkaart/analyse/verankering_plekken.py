"""Where organisations meet because of a coordinator, and which pairs meet nowhere else.

A *place* is a forum or learning network. A place of hers is one that she coordinates; it *hangs on her* when
nobody else does. Organisations sit in a forum (``NEEMT_DEEL_AAN``) or are members of a network (``LID_VAN``).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy.sparse import csr_array

from netwerkkaart.analyse.aanbod import Matrix
from netwerkkaart.analyse.bandgraaf import Bandgraaf
from netwerkkaart.analyse.basis import Getallen, in_region
from netwerkkaart.analyse.kolommen import find
from netwerkkaart.analyse.routes import is_kind
from netwerkkaart.graph.beeld import Beeld, Masker

PLEKKEN = ("Forum", "LerendNetwerk")
COORDINEERT = "COORDINEERT"
ZITTEN = ("NEEMT_DEEL_AAN", "LID_VAN")


@dataclass(frozen=True)
class Plekken:
    """Who coordinates and who sits in every place.

    Args:
        graaf: the band graph.
        plekken: node of each place.
        zit: organisation × place, boolean; boards left out.
        leidt: coordinator × place, boolean; rows are the nodes of ``coordinatoren``.
        coordinatoren: the coordinators, in order of id.
    """

    graaf: Bandgraaf
    plekken: Getallen
    zit: Matrix
    leidt: Masker
    coordinatoren: list[int]

    @classmethod
    def of(cls, beeld: Beeld) -> Plekken:
        """Gather them. O(relations of the three types + places × coordinators)."""
        plekken = np.concatenate([beeld.van_soort(label) for label in PLEKKEN]).astype(np.int64)
        plek = np.full(len(beeld), -1, dtype=np.int64)
        plek[plekken] = np.arange(len(plekken))
        n, rijen, kolommen = beeld.aantal_organisaties, [], []
        mag = np.zeros(len(beeld), dtype=np.bool_)
        mag[:n] = ~is_kind(beeld, "Bestuur")
        for type_ in ZITTEN:
            tabel = beeld.van_type(type_)
            telt = mag[tabel.van] & (plek[tabel.naar] >= 0)
            rijen.append(tabel.van[telt])
            kolommen.append(plek[tabel.naar[telt]])
        rij, kolom = np.concatenate(rijen), np.concatenate(kolommen)
        zit = csr_array((np.ones(len(rij), dtype=np.bool_), (rij, kolom)), shape=(n, len(plekken)))
        zit.sum_duplicates()
        coordinatoren = beeld.van_soort("Coordinator").tolist()
        wie = {knoop: nr for nr, knoop in enumerate(coordinatoren)}
        leidt, tabel = np.zeros((len(wie), len(plekken)), dtype=np.bool_), beeld.van_type(COORDINEERT)
        for van, naar in zip(tabel.van.tolist(), plek[tabel.naar].tolist(), strict=True):
            if van in wie and naar >= 0:
                leidt[wie[van], naar] = True
        return cls(Bandgraaf.of(beeld), plekken, zit, leidt, coordinatoren)

    def of_her(self, coordinator: int) -> Masker:
        """Which places a coordinator coordinates."""
        return np.asarray(self.leidt[self.coordinatoren.index(coordinator)])

    def hanging(self, coordinator: int) -> Masker:
        """Which of these nobody else does."""
        return np.asarray(self.of_her(coordinator) & (self.leidt.sum(axis=0) == 1))

    def pairs(self, plekken: Masker) -> Getallen:
        """The pairs of organisations that meet in one of some places: ``lower × n + higher``, ascending.

        O(pairs that meet).
        """
        zit = self.zit[:, np.flatnonzero(plekken)].astype(np.int32)
        een, ander = (zit @ zit.T).tocoo().coords
        telt = een < ander
        return np.sort(een[telt].astype(np.int64) * self.zit.shape[0] + ander[telt])

    def lost(self, coordinator: int) -> Getallen:
        """The pairs that meet in places that hang on her, in no other place, and that have no band.

        O(pairs that meet, times the log of how many bands there are).
        """
        hangt = self.hanging(coordinator)
        paren = self.pairs(hangt)
        for ergens in (self._pairs_elsewhere(hangt), self._met_band):
            paren = paren[find(ergens, paren) < 0]
        return paren

    def _pairs_elsewhere(self, hangt: Masker) -> Getallen:
        """Pairs that meet in a place that stays; only of who sits in a place that hangs on her."""
        zit = self.zit.astype(np.int32)
        leden = zit[:, np.flatnonzero(hangt)].sum(axis=1) > 0
        eigen = np.flatnonzero(leden).astype(np.int64)
        deel = zit[eigen][:, np.flatnonzero(~hangt)]
        een, ander = (deel @ deel.T).tocoo().coords
        telt = een < ander
        return np.sort(eigen[een[telt]] * self.zit.shape[0] + eigen[ander[telt]])

    @cached_property
    def _met_band(self) -> Getallen:
        randen = self.graaf.randen
        return randen[:, 0] * self.zit.shape[0] + randen[:, 1]

    def ids(self, plekken: Masker) -> tuple[str, ...]:
        """Ids of places."""
        return tuple(self.graaf.beeld.ids[k] for k in self.plekken[plekken].tolist())


def choose_coordinators(beeld: Beeld, regio: str | None) -> list[int]:
    """The coordinators of a region, or all; in order of id.

    Raises:
        NietGevonden: there is no such region.
    """
    hier = in_region(beeld, regio)
    return [k for k in beeld.van_soort("Coordinator").tolist() if hier[k]]
