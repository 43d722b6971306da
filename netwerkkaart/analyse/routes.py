"""Routes along bands, exactly as the design (§3) defines them.

The first link goes from the school to an *x* that serves it (``BEGELEIDT``, ``ONDERSTEUNT``,
``ADVISEERT``), works with it, or to which it refers; a Clb counts only by ``BEGELEIDT``; *x* is no School.
Each further link goes from *x* to a *y* by ``WERKT_SAMEN_MET`` or a referral from *x*; *y* is no School and
no Clb. (The school's own Clb is at one link already, so entering it later never makes a route shorter.)
A referral counts whatever step it names: it shows that one knows the way.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from netwerkkaart.analyse.aanbod import Matrix
from netwerkkaart.analyse.basis import Getallen
from netwerkkaart.analyse.kolommen import bounds, find, first_of_runs, spread
from netwerkkaart.graph.beeld import LABELS, Banden, Beeld, Masker
from netwerkkaart.schema.register import BANDEN

BEGELEIDT = BANDEN.index("BEGELEIDT")
SAMEN = BANDEN.index("WERKT_SAMEN_MET")
VERWIJST = BANDEN.index("VERWIJST_NAAR")
BEDIENT = tuple(BANDEN.index(naam) for naam in ("BEGELEIDT", "ONDERSTEUNT", "ADVISEERT"))
"""Codes of the types by which an organisation serves a school."""


@dataclass(frozen=True)
class Schakels:
    """Directed links between organisations, each resting on one or more bands.

    Args:
        aantal_knopen: number of organisations.
        sleutels: ``van × aantal_knopen + naar`` of each link, sorted and unique.
        band: a band that makes the link, as a position in ``beeld.banden``; the first of its bands.
        aantal: how many bands make the link.
    """

    aantal_knopen: int
    sleutels: Getallen
    band: Getallen
    aantal: Getallen

    @cached_property
    def van(self) -> Getallen:
        """Node at which each link starts."""
        return self.sleutels // max(self.aantal_knopen, 1)

    @cached_property
    def naar(self) -> Getallen:
        """Node at which each link ends."""
        return self.sleutels % max(self.aantal_knopen, 1)

    @cached_property
    def grenzen(self) -> Getallen:
        """Where the links from each node begin, and where the last ends; shape ``(aantal_knopen + 1,)``."""
        return bounds(self.van, self.aantal_knopen)

    @cached_property
    def matrix(self) -> Matrix:
        """The links as a boolean matrix, organisation × organisation."""
        n, waar = self.aantal_knopen, np.ones(len(self.sleutels), dtype=np.bool_)
        return csr_array((waar, self.naar, self.grenzen), shape=(n, n))

    def place(self, van: Getallen, naar: Getallen) -> Getallen:
        """Position of the link of each pair; −1 where there is none."""
        return find(self.sleutels, van * self.aantal_knopen + naar)


def make_links(n: int, van: Getallen, naar: Getallen, band: Getallen) -> Schakels:
    """Gather directed bands into links; of parallel bands the first in order stands for all. O(m log m)."""
    m = int(band.max(initial=0)) + 1
    # One number for (link, band): to sort plain numbers is several times quicker than to sort by two keys.
    # It fits in 63 bits as long as organisations² × bands does: up to some 900,000 organisations.
    alle = np.sort((van * n + naar) * m + band)
    links = alle // m
    begin = np.flatnonzero(first_of_runs(links))
    aantal = np.diff(begin, append=len(alle))
    return Schakels(n, links[begin], alle[begin] % m, aantal)


def is_kind(beeld: Beeld, *labels: str) -> Masker:
    """Which organisations are of one of these kinds."""
    return np.isin(beeld.soort[: beeld.aantal_organisaties], [LABELS.index(label) for label in labels])


def school_links(beeld: Beeld) -> Schakels:
    """First links: from each school."""
    school, clb, bestuur = (is_kind(beeld, label) for label in ("School", "Clb", "Bestuur"))
    van, naar, band, soort = _both_ways(beeld.banden)
    begeleidt = soort == BEGELEIDT
    mag = school[van] & ~school[naar] & ~bestuur[naar] & (begeleidt | ~clb[naar])
    return make_links(beeld.aantal_organisaties, van[mag], naar[mag], band[mag])


def further_links(beeld: Beeld) -> Schakels:
    """Further links: from any *x* that is no school."""
    verboden = is_kind(beeld, "School", "Clb", "Bestuur")
    van, naar, band, soort = _both_ways(beeld.banden)
    mag = (
        ((soort == SAMEN) | (soort == VERWIJST)) & ~verboden[naar] & ~is_kind(beeld, "School", "Bestuur")[van]
    )
    return make_links(beeld.aantal_organisaties, van[mag], naar[mag], band[mag])


def any_links(beeld: Beeld, start: Masker) -> Schakels:
    """First links from a start that is no school: any band, either way, to no school."""
    verboden = is_kind(beeld, "School", "Bestuur")
    banden = beeld.banden
    plaats = np.arange(len(banden), dtype=np.int64)
    van = np.concatenate([banden.van, banden.naar]).astype(np.int64)
    naar = np.concatenate([banden.naar, banden.van]).astype(np.int64)
    mag = start[van] & ~verboden[naar]
    return make_links(beeld.aantal_organisaties, van[mag], naar[mag], np.concatenate([plaats, plaats])[mag])


def _both_ways(banden: Banden) -> tuple[Getallen, Getallen, Getallen, NDArray[np.int8]]:
    """Every band in the direction(s) in which a route may take it: start, end, band, type."""
    plaats = np.arange(len(banden), dtype=np.int64)
    # Who serves a school is found from the school: against the arrow. A referral runs with the arrow,
    # working together runs both ways.
    bedient, samen, verwijst = np.isin(banden.type, BEDIENT), banden.type == SAMEN, banden.type == VERWIJST
    mee, tegen = samen | verwijst, bedient | samen
    van = np.concatenate([banden.van[mee], banden.naar[tegen]]).astype(np.int64)
    naar = np.concatenate([banden.naar[mee], banden.van[tegen]]).astype(np.int64)
    return (
        van,
        naar,
        np.concatenate([plaats[mee], plaats[tegen]]),
        np.concatenate([banden.type[mee], banden.type[tegen]]),
    )


@dataclass(frozen=True)
class Routes:
    """All routes of at most so many links.

    Args:
        eerste, verder: first and further links.
        schakels: most links of a route.
    """

    eerste: Schakels
    verder: Schakels
    schakels: int

    def levels(self, hoogstens: int) -> list[Matrix]:
        """Pairs (start × end) at exactly 1, 2, … links. One sparse product per further link."""
        niveaus = [self.eerste.matrix] if hoogstens else []
        gezien = self.eerste.matrix
        for _ in range(hoogstens - 1):
            verste = niveaus[-1] @ self.verder.matrix
            nieuw = csr_array(verste > verste.multiply(gezien))
            niveaus.append(nieuw)
            gezien = csr_array(gezien + nieuw)
        return niveaus

    def paths(self, van: Getallen, naar: Getallen, lengte: int) -> Getallen:
        """Bands of a route of exactly so many links for each pair; of several the one by the first nodes.

        Returns:
            Positions in ``beeld.banden``, shape ``(len(van), lengte)``; −1 all along where there is none.
        """
        doelen, doel = np.unique(naar, return_inverse=True)
        lagen = self._towards(doelen, lengte - 1)
        uit = np.full((len(van), lengte), -1, dtype=np.int64)
        wie, plek, schakels = np.arange(len(van)), van, self.eerste
        for stap, laag in enumerate(reversed(lagen)):
            rij, link = spread(schakels.grenzen, plek)
            leidt = find(laag, schakels.naar[link] * len(doelen) + doel[wie[rij]]) >= 0
            rij, link = rij[leidt], link[leidt]
            eerste = first_of_runs(rij)
            wie, link = wie[rij[eerste]], link[eerste]
            uit[wie, stap] = schakels.band[link]
            plek, schakels = schakels.naar[link], self.verder
        return uit

    def _towards(self, doelen: Getallen, meest: int) -> list[Getallen]:
        """Who comes to which goal in exactly 0, 1, … *meest* further links: sorted keys node × goal."""
        k, n = len(doelen), self.verder.aantal_knopen
        laag = csr_array((np.ones(k, dtype=np.bool_), (doelen, np.arange(k))), shape=(n, k))
        uit = []
        for over in range(meest + 1):
            laag = self.verder.matrix @ laag if over else laag
            knoop, doel = laag.tocoo().coords
            uit.append(np.sort(knoop.astype(np.int64) * k + doel))
        return uit


def rids_of(beeld: Beeld, banden: Iterable[int]) -> tuple[str, ...]:
    """Keys of bands."""
    return tuple(beeld.banden.rids[band] for band in banden)
