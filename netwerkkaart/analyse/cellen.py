"""Cells as columns: schools, offers and inventories of each area × (theme, step) × target group, counted."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from netwerkkaart.analyse.aanbod import Matrix
from netwerkkaart.analyse.basis import DOELGROEPEN, STAPPEN, Getallen
from netwerkkaart.analyse.bereik import Bereik
from netwerkkaart.analyse.gebieden import Gebied
from netwerkkaart.analyse.inventaris import Dekking, gaps_of, inventories_of
from netwerkkaart.graph.beeld import Masker

_CELLEN = len(STAPPEN) * len(DOELGROEPEN)


@dataclass(frozen=True)
class Genoemd:
    """Which of some nodes name something of each cell.

    Args:
        dekking: the nodes.
        raakt: which of them name a municipality of each area, shape ``(areas, K)``.
        aantal: how many name something of each cell, shape ``(areas, 6, 4)``.
    """

    dekking: Dekking
    raakt: Masker
    aantal: Getallen

    @classmethod
    def of(cls, dekking: Dekking, leden: Matrix) -> Genoemd:
        """Count them for areas with these municipalities (``leden``: area × municipality)."""
        raakt = np.asarray(leden @ dekking.gemeenten.T > 0)
        cellen = dekking.cellen.reshape(len(dekking.knopen), _CELLEN).astype(np.float64)
        aantal = _whole(raakt.astype(np.float64) @ cellen).reshape(len(raakt), *dekking.cellen.shape[1:])
        return cls(dekking, raakt, aantal)

    def nodes(self, gebied: int, stap: int, groep: int) -> list[int]:
        """Those that name something of one cell, in order."""
        welke = np.flatnonzero(self.raakt[gebied] & self.dekking.cellen[:, stap, groep])
        return [self.dekking.knopen[k] for k in welke.tolist()]


@dataclass(frozen=True)
class Cellen:
    """Every cell, as columns of shape ``(areas, 6, 4)``: area, (theme, step), target group.

    Args:
        bereik, gebieden: what they are about.
        met_school: which municipalities have a school with the theme, shape ``(G, 6)``.
        raakt: which schools reach an offer of a cell that is not full, shape ``(S, 6, 4)``.
        scholen: schools with the theme.
        bereikt: those that reach an offer of the cell that is not full.
        aanbod, vrij: offers of the cell, and how many are not full.
        in_kaart: whether the whole cell is mapped.
        inventaris, gemeld: inventories and reported gaps that name something of each cell.
    """

    bereik: Bereik
    gebieden: tuple[Gebied, ...]
    met_school: Masker
    raakt: Masker
    scholen: Getallen
    bereikt: Getallen
    aanbod: Getallen
    vrij: Getallen
    in_kaart: Masker
    inventaris: Genoemd
    gemeld: Genoemd

    @classmethod
    def of(cls, bereik: Bereik, gebieden: tuple[Gebied, ...]) -> Cellen:
        """Count per municipality, and add up per area."""
        inventaris, gemeld = bereik.once(inventories_of), bereik.once(gaps_of)
        gemeenten = len(bereik.aanbod.gebied) - 1
        ligt_in = np.concatenate([np.empty(0, dtype=np.int64), *(gebied.gemeenten for gebied in gebieden)])
        grenzen = np.cumsum([0, *(len(gebied.gemeenten) for gebied in gebieden)])
        leden = csr_array((np.ones(len(ligt_in)), ligt_in, grenzen), shape=(len(gebieden), gemeenten))
        scholen, raakt, bereikt = bereik.once(_per_municipality)
        onbekend = ~inventaris.mapped().reshape(gemeenten, _CELLEN)
        aanbod, vrij = _offers(bereik, leden, scholen > 0)
        vorm = aanbod.shape
        return cls(
            bereik,
            gebieden,
            scholen > 0,
            raakt.reshape(len(raakt), *vorm[1:]),
            np.broadcast_to(_whole(leden @ scholen)[:, :, None], vorm),
            _whole(leden @ bereikt).reshape(vorm),
            aanbod,
            vrij,
            (leden @ onbekend == 0).reshape(vorm) & (np.diff(grenzen) > 0)[:, None, None],
            Genoemd.of(inventaris, leden),
            Genoemd.of(gemeld, leden),
        )

    @cached_property
    def scholen_van(self) -> list[Getallen]:
        """Positions of the schools in each area, in order of id."""
        orde = np.argsort(self.bereik.plaats, kind="stable")
        grenzen = np.searchsorted(self.bereik.plaats[orde], np.arange(len(self.met_school) + 1))
        per_gemeente = [orde[begin:eind] for begin, eind in pairwise(grenzen.tolist())]
        leeg = np.empty(0, dtype=np.int64)
        return [
            np.sort(np.concatenate([leeg, *(per_gemeente[g] for g in gebied.gemeenten.tolist())]))
            for gebied in self.gebieden
        ]

    def offers(self, gebied: int, stap: int, groep: int) -> Getallen:
        """Places of the offers of a cell, in order: what fits at least one of its schools."""
        aanbod, gemeenten = self.bereik.aanbod, self.gebieden[gebied].gemeenten
        met_school = gemeenten[self.met_school[gemeenten, stap]]
        telt = aanbod.stappen[:, stap] & aanbod.doelgroepen[:, groep] & aanbod.gebied[met_school].any(axis=0)
        return np.flatnonzero(telt).astype(np.int64)

    def evidence(self, gebied: int, stap: int, groep: int) -> list[int]:
        """Nodes that a cell rests on: offers, then inventories, then reported gaps."""
        return [
            *self.bereik.aanbod.knopen[self.offers(gebied, stap, groep)].tolist(),
            *self.inventaris.nodes(gebied, stap, groep),
            *self.gemeld.nodes(gebied, stap, groep),
        ]


def _per_municipality(bereik: Bereik) -> tuple[Getallen, Masker, Getallen]:
    """What every area adds up: schools, who of them reaches each cell, and how many do; per municipality."""
    raakt = _reaching(bereik)
    return _per_place(bereik, bereik.past), raakt, _per_place(bereik, raakt)


def _reaching(bereik: Bereik) -> Masker:
    """Which schools reach an offer of each step for each target group, shape ``(S, 6 × 4)``."""
    aanbod = bereik.aanbod
    cellen = aanbod.stappen[:, :, None] & aanbod.doelgroepen[:, None, :]
    geldt = np.repeat(bereik.past, len(DOELGROEPEN), axis=1)
    return np.asarray(geldt & bereik.reaching(cellen.reshape(len(aanbod), _CELLEN)))


def _per_place(bereik: Bereik, masker: Masker) -> Getallen:
    """Starts for which each of some things holds, per municipality: shape ``(G, things)``."""
    bekend = np.flatnonzero(bereik.plaats >= 0)
    een, shape = np.ones(len(bekend), dtype=np.int64), (len(bereik.aanbod.gebied) - 1, len(bereik.start))
    uit: Getallen = csr_array((een, (bereik.plaats[bekend], bekend)), shape=shape) @ masker
    return uit


def _offers(bereik: Bereik, leden: Matrix, met_school: Masker) -> tuple[Getallen, Getallen]:
    """Offers that fit at least one school of each area, and those not full, shape ``(areas, 6, 4)``."""
    aanbod = bereik.aanbod
    alle, vrij = (
        np.zeros((leden.shape[0], len(STAPPEN), len(DOELGROEPEN)), dtype=np.int64) for _ in range(2)
    )
    for stap in range(len(STAPPEN)):
        dient = np.flatnonzero(aanbod.stappen[:, stap])
        bereikt = aanbod.gebied[:-1, dient] & met_school[:, [stap]]
        past = (leden @ bereikt > 0).astype(np.float64)
        alle[:, stap] = past @ aanbod.doelgroepen[dient]
        vrij[:, stap] = past @ (aanbod.doelgroepen & ~aanbod.vol[:, None])[dient]
    return alle, vrij


def _whole(aantal: NDArray[np.float64]) -> Getallen:
    """Counts that were added up as floats."""
    return np.asarray(aantal, dtype=np.int64)
