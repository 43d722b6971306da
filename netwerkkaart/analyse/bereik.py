"""The shared core: which school reaches which step, over which offers and routes.

A school *reaches* a step when it has a route to a provider (``BIEDT``) of a fitting offer that is not full.
Everything is computed for the whole graph; a region only selects rows.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np
from scipy.sparse import csr_array

from netwerkkaart.analyse.aanbod import Aanbodtabel, Matrix, offer_table
from netwerkkaart.analyse.basis import Getallen, place_of, reference_date, school_steps
from netwerkkaart.analyse.drempels import STANDAARD, Drempels
from netwerkkaart.analyse.routes import Routes, all_routes, further_links, rids_of, school_links
from netwerkkaart.graph.beeld import Beeld, Indexen, Masker


@dataclass(frozen=True)
class Raakpunten:
    """Every (start, offer) that is reached: fitting, not full, over a route; columns of equal length.

    Args:
        start: position among the starts, ascending.
        niveau: links of the shortest route, 0 for an own offer; ascending within a start.
        aanbod: position among the offers; ascending within a level.
    """

    start: Getallen
    niveau: Getallen
    aanbod: Getallen


@dataclass(frozen=True)
class StapRoute:
    """How a step is reached: the offer, its provider, the links, and the keys it all rests on."""

    aanbod: int
    aanbieder: int
    schakels: int
    bewijs: tuple[str, ...]


@dataclass(frozen=True)
class Bereik:
    """What each start (by default: school) reaches.

    Args:
        beeld, drempels: what it was computed from.
        datum: reference date.
        start: node numbers, shape ``(S,)``.
        past: which (theme, step) pairs apply, shape ``(S, 6)``.
        plaats: position of the municipality of each start, shape ``(S,)``; −1: unknown.
        aanbod: the offers.
        routes: the routes.
        raak: every (start, offer) that is reached.
    """

    beeld: Beeld
    drempels: Drempels
    datum: date
    start: Indexen
    past: Masker
    plaats: Indexen
    aanbod: Aanbodtabel
    routes: Routes
    raak: Raakpunten

    @cached_property
    def bereikt(self) -> Masker:
        """Which applying (theme, step) pairs each start reaches, shape ``(S, 6)``."""
        return self.past & (self.hits @ self.aanbod.stappen.astype(np.int32) > 0)

    @cached_property
    def hits(self) -> Matrix:
        """Start × offer: reached, fitting, not full; shape ``(S, A)``, ``int32`` ones."""
        een = np.ones(len(self.raak.start), dtype=np.int32)
        return csr_array(
            (een, (self.raak.start, self.raak.aanbod)), shape=(len(self.start), len(self.aanbod))
        )

    @cached_property
    def passend(self) -> Getallen:
        """Number of fitting offers per municipality and (theme, step), shape ``(G + 1, 6)``."""
        return self.aanbod.gebied.astype(np.int64) @ self.aanbod.stappen.astype(np.int64)

    @cached_property
    def passend_vrij(self) -> Getallen:
        """The same, of offers that are not full."""
        return self.aanbod.gebied.astype(np.int64) @ self.aanbod.vrij_per_stap.astype(np.int64)

    @cached_property
    def beste(self) -> tuple[Getallen, ...]:
        """Per (theme, step): place in ``raak`` of the first hit of each start that serves it; −1: none."""
        uit = []
        for stap in range(self.past.shape[1]):
            dient = np.flatnonzero(self.aanbod.stappen[self.raak.aanbod, stap])
            starts, eerste = np.unique(self.raak.start[dient], return_index=True)
            beste = np.full(len(self.start), -1, dtype=np.int64)
            beste[starts] = dient[eerste]
            uit.append(beste)
        return tuple(uit)

    def route_to_step(self, start: int, stap: int) -> StapRoute | None:
        """One shortest way by which a start reaches a step; None when it does not.

        Of equally short ways the first offer in the order of the view, its first provider, and the first
        nodes on the way.
        """
        treffer = int(self.beste[stap][start])
        if treffer < 0 or not self.past[start, stap]:
            return None
        aanbod, niveau = int(self.raak.aanbod[treffer]), int(self.raak.niveau[treffer])
        knoop = int(self.aanbod.knopen[aanbod])
        for aanbieder in self.aanbod.aanbieders_van[aanbod]:
            pad = self.routes.path(int(self.start[start]), aanbieder, niveau)
            if pad is not None:
                gemeente = int(self.beeld.gemeente[int(self.start[start])])
                rids = (*rids_of(self.beeld, pad), self.aanbod.biedt[aanbieder, knoop])
                return StapRoute(
                    knoop, aanbieder, niveau, (*rids, self.aanbod.reaching_rid(aanbod, gemeente))
                )
        raise AssertionError("a hit without a route")


def compute_reach(beeld: Beeld, drempels: Drempels = STANDAARD) -> Bereik:
    """Compute what every school reaches. Some sparse products; 10,000 / 100,000: well under a second.

    Raises:
        ValueError: the view is not tied to a date.
    """
    scholen = beeld.van_soort("School")
    routes = all_routes(school_links(beeld), further_links(beeld), drempels.schakels)
    return reach_from(beeld, drempels, scholen, school_steps(beeld, scholen), routes)


def reach_from(beeld: Beeld, drempels: Drempels, start: Indexen, past: Masker, routes: Routes) -> Bereik:
    """The same from any starts, along given routes."""
    datum = reference_date(beeld)
    aanbod = offer_table(beeld, drempels)
    plaats = place_of(beeld)[start]
    raak = _hits(start, plaats, aanbod, routes)
    return Bereik(beeld, drempels, datum, start, past, plaats, aanbod, routes, raak)


def _hits(start: Indexen, plaats: Indexen, aanbod: Aanbodtabel, routes: Routes) -> Raakpunten:
    delen: list[tuple[Getallen, Getallen, Getallen]] = []
    tellers = aanbod.aanbieders.astype(np.int32)
    niveaus = [
        aanbod.aanbieders[start],
        *(niveau[start].astype(np.int32) @ tellers for niveau in routes.niveaus),
    ]
    for nummer, niveau in enumerate(niveaus):
        punten = niveau.tocoo()
        rij, kolom = punten.coords
        mag = aanbod.gebied[plaats[rij], kolom] & ~aanbod.vol[kolom]
        rij, kolom = rij[mag].astype(np.int64), kolom[mag].astype(np.int64)
        delen.append((rij, np.full(len(rij), nummer, dtype=np.int64), kolom))
    rij, nummers, kolom = (np.concatenate(deel) for deel in zip(*delen, strict=True))
    orde = np.lexsort((kolom, nummers, rij))
    rij, nummers, kolom = rij[orde], nummers[orde], kolom[orde]
    # The same offer over a longer way adds nothing: keep the shortest.
    _, eerste = np.unique(rij * max(len(aanbod), 1) + kolom, return_index=True)
    blijft = np.sort(eerste)
    return Raakpunten(rij[blijft], nummers[blijft], kolom[blijft])


def route(beeld: Beeld, school: str, provider: str, drempels: Drempels = STANDAARD) -> tuple[str, ...] | None:
    """Keys of the bands on one shortest route of a school to an organisation.

    Args:
        beeld: the view; a date is not needed.
        school: id of the school.
        provider: id of the organisation to reach.
        drempels: gives the most links.

    Returns:
        The keys in order; empty when it is the school itself; None when there is no route.

    Raises:
        KeyError: there is no such node.
    """
    routes = Routes(school_links(beeld), further_links(beeld), (csr_array((0, 0)),) * drempels.schakels)
    pad = routes.shortest(beeld.nummer[school], beeld.nummer[provider])
    return None if pad is None else rids_of(beeld, pad)
