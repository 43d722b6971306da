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
from netwerkkaart.analyse.kolommen import bounds, first_of_runs
from netwerkkaart.analyse.raakpunten import Raakpunten, find_hits
from netwerkkaart.analyse.routes import Routes, further_links, rids_of, school_links
from netwerkkaart.graph.beeld import Beeld, Indexen, Masker


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
        return self.beste >= 0

    @cached_property
    def hits(self) -> Matrix:
        """Start × offer: reached, fitting, not full; shape ``(S, A)``, ``int32`` ones."""
        een, shape = np.ones(len(self.raak.start), dtype=np.int32), (len(self.start), len(self.aanbod))
        return csr_array((een, self.raak.aanbod, bounds(self.raak.start, len(self.start))), shape=shape)

    @cached_property
    def passend(self) -> Getallen:
        """Number of fitting offers per municipality and (theme, step), shape ``(G + 1, 6)``."""
        return _count_fitting(self.aanbod.gebied, self.aanbod.stappen)

    @cached_property
    def passend_vrij(self) -> Getallen:
        """The same, of offers that are not full."""
        return _count_fitting(self.aanbod.gebied, self.aanbod.vrij_per_stap)

    @cached_property
    def beste(self) -> Getallen:
        """Place in ``raak`` of the first hit that serves each start's step, shape ``(S, 6)``; −1: none."""
        uit = np.full(self.past.shape, -1, dtype=np.int64)
        for stap in range(self.past.shape[1]):
            dient = np.flatnonzero(self.aanbod.stappen[:, stap][self.raak.aanbod])
            starts = self.raak.start[dient]
            eerste = first_of_runs(starts)
            uit[starts[eerste], stap] = dient[eerste]
        return np.where(self.past, uit, -1)


def _count_fitting(gebied: Masker, stappen: Masker) -> Getallen:
    # Through floats, which have a quick product; exact below 2²⁴ offers.
    return (gebied.astype(np.float32) @ stappen.astype(np.float32)).astype(np.int64)


def compute_reach(beeld: Beeld, drempels: Drempels = STANDAARD) -> Bereik:
    """Compute what every school reaches. Some sparse products; 10,000 / 100,000: well under a second.

    Raises:
        ValueError: the view is not tied to a date.
    """
    scholen = beeld.van_soort("School")
    routes = Routes(school_links(beeld), further_links(beeld), drempels.schakels)
    return reach_from(beeld, drempels, scholen, school_steps(beeld, scholen), routes)


def reach_from(beeld: Beeld, drempels: Drempels, start: Indexen, past: Masker, routes: Routes) -> Bereik:
    """The same from any starts, along given routes."""
    datum = reference_date(beeld)
    aanbod = offer_table(beeld, drempels)
    plaats = place_of(beeld)[start]
    raak = find_hits(start, plaats, aanbod, routes)
    return Bereik(beeld, drempels, datum, start, past, plaats, aanbod, routes, raak)


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
    routes = Routes(school_links(beeld), further_links(beeld), drempels.schakels)
    van, naar = (np.array([beeld.nummer[id_]], dtype=np.int64) for id_ in (school, provider))
    if van == naar:
        return ()
    paden = (routes.paths(van, naar, lengte)[0].tolist() for lengte in range(1, drempels.schakels + 1))
    return next((rids_of(beeld, pad) for pad in paden if pad[0] >= 0), None)
