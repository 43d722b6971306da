"""The shared core: which school reaches which step, over which offers and routes.

A school *reaches* a step when it has a route to a provider (``BIEDT``) of a fitting offer that is not full.
Everything is computed for the whole graph; a region only selects rows.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, TypeVar, cast

import numpy as np

from netwerkkaart.analyse.aanbod import Aanbodtabel, offer_table
from netwerkkaart.analyse.basis import Getallen, place_of, reference_date, school_steps
from netwerkkaart.analyse.drempels import STANDAARD, Drempels
from netwerkkaart.analyse.raakpunten import Bits, Raakpunten, find_hits
from netwerkkaart.analyse.routes import Routes, further_links, rids_of, school_links
from netwerkkaart.graph.beeld import Beeld, Indexen, Masker

T = TypeVar("T")


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
        raak: what each start reaches.
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
    _eens: dict[Callable[[Bereik], Any], Any] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def once(self, maak: Callable[[Bereik], T]) -> T:
        """What a function makes of this reach: made when it is first asked for, and kept along with it.

        Six regions ask the same of all Flanders. What is kept is shared, so nobody may change it.

        Args:
            maak: a function of a module, so that the next to ask names the same one.
        """
        if maak not in self._eens:
            self._eens[maak] = maak(self)
        return cast(T, self._eens[maak])

    @cached_property
    def bereikt(self) -> Masker:
        """Which applying (theme, step) pairs each start reaches, shape ``(S, 6)``."""
        return self.past & self.reaching(self.aanbod.stappen)

    @cached_property
    def passend(self) -> Masker:
        """Whether any offer fits, per municipality and (theme, step): shape ``(G + 1, 6)``."""
        return _any_fits(self.aanbod.gebied, self.aanbod.stappen)

    @cached_property
    def passend_vrij(self) -> Masker:
        """The same, of offers that are not full."""
        return _any_fits(self.aanbod.gebied, self.aanbod.vrij_per_stap)

    @cached_property
    def beste(self) -> Getallen:
        """The offer over which each step is reached first: links × A + place of the offer; −1: not reached.

        Least links, then the order of the offers; shape ``(S, 6)``.
        """
        eerste = np.column_stack([self.raak.first(dient) for dient in self.aanbod.stappen.T])
        return np.where(self.past, eerste, -1)

    @cached_property
    def eigen(self) -> Masker:
        """Which applying (theme, step) pairs each start serves itself, so that it needs no route."""
        return self.past & _from_bits(self.raak.own(_to_bits(self.aanbod.stappen)), self.past.shape[1])

    def reaching(self, cellen: Masker) -> Masker:
        """Which starts reach an offer of each of some cells.

        Args:
            cellen: which offers count for which cell, shape ``(A, cells)``; at most 32 cells.

        Returns:
            Shape ``(S, cells)``.
        """
        return _from_bits(self.raak.union(_to_bits(cellen)), cellen.shape[1])


def _to_bits(masker: Masker) -> Bits:
    """Each row of a mask as one number."""
    plaatsen = np.arange(masker.shape[1], dtype=np.uint32)
    bits: Bits = np.bitwise_or.reduce(masker.astype(np.uint32) << plaatsen, axis=1)
    return bits


def _from_bits(bits: Bits, aantal: int) -> Masker:
    return (bits[:, None] >> np.arange(aantal, dtype=np.uint32) & 1).astype(np.bool_)


def _any_fits(gebied: Masker, stappen: Masker) -> Masker:
    return np.column_stack([gebied[:, np.flatnonzero(dient)].any(axis=1) for dient in stappen.T])


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
