"""Routes along bands, exactly as the design (§3) defines them.

The first link goes from the school to an *x* that serves it (``BEGELEIDT``, ``ONDERSTEUNT``,
``ADVISEERT``), works with it, or to which it refers; a Clb counts only by ``BEGELEIDT``; *x* is no School.
Each further link goes from *x* to a *y* by ``WERKT_SAMEN_MET`` or a referral from *x*; *y* is no School and
no Clb. (The school's own Clb is at one link already, so entering it later never makes a route shorter.)
A referral counts whatever step it names: it shows that one knows the way.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from netwerkkaart.analyse.aanbod import Matrix
from netwerkkaart.analyse.basis import Getallen
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
    def matrix(self) -> Matrix:
        """The links as a boolean matrix, organisation × organisation."""
        n = self.aantal_knopen
        return csr_array((np.ones(len(self.van), dtype=np.bool_), (self.van, self.naar)), shape=(n, n))

    @cached_property
    def rijen(self) -> list[list[int]]:
        """Ends of the links from each node, in order."""
        grenzen = np.searchsorted(self.van, np.arange(1, self.aantal_knopen))
        return [deel.tolist() for deel in np.split(self.naar, grenzen)]

    @cached_property
    def voorgangers(self) -> list[set[int]]:
        """Starts of the links to each node."""
        uit: list[set[int]] = [set() for _ in range(self.aantal_knopen)]
        for van, naar in zip(self.van.tolist(), self.naar.tolist(), strict=True):
            uit[naar].add(van)
        return uit

    @cached_property
    def band_van(self) -> dict[int, int]:
        """Band of a link by its key."""
        return dict(zip(self.sleutels.tolist(), self.band.tolist(), strict=True))

    def place(self, van: Getallen, naar: Getallen) -> Getallen:
        """Position of each link that is known to exist."""
        plaatsen: Getallen = np.searchsorted(self.sleutels, van * self.aantal_knopen + naar)
        return plaatsen


def make_links(n: int, van: Getallen, naar: Getallen, band: Getallen) -> Schakels:
    """Gather directed bands into links; of parallel bands the first in order stands for all."""
    alle = van.astype(np.int64) * n + naar
    orde = np.lexsort((band, alle))
    sleutels, eerste, aantal = np.unique(alle[orde], return_index=True, return_counts=True)
    return Schakels(n, sleutels, band[orde][eerste].astype(np.int64), aantal.astype(np.int64))


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
        niveaus: ``niveaus[i]`` holds the pairs at exactly *i + 1* links, start × end.
    """

    eerste: Schakels
    verder: Schakels
    niveaus: tuple[Matrix, ...]

    def path(self, van: int, naar: int, lengte: int) -> tuple[int, ...] | None:
        """Bands of a route of exactly so many links, or None; of several the one by the first nodes."""
        if lengte == 0:
            return () if van == naar else None
        lagen: list[set[int]] = [{naar}]
        for _ in range(lengte - 1):
            lagen.append(set().union(*(self.verder.voorgangers[y] for y in lagen[-1])))
        banden: list[int] = []
        plek, schakels = van, self.eerste
        for laag in reversed(lagen):
            volgende = next((y for y in schakels.rijen[plek] if y in laag), None)
            if volgende is None:
                return None
            banden.append(schakels.band_van[plek * schakels.aantal_knopen + volgende])
            plek, schakels = volgende, self.verder
        return tuple(banden)

    def shortest(self, van: int, naar: int) -> tuple[int, ...] | None:
        """Bands of a shortest route, or None when there is none; empty for a node to itself."""
        for lengte in range(len(self.niveaus) + 1):
            pad = self.path(van, naar, lengte)
            if pad is not None:
                return pad
        return None


def all_routes(eerste: Schakels, verder: Schakels, schakels: int) -> Routes:
    """Pairs at exactly 1, 2, … links. One sparse product per further link."""
    niveaus = [eerste.matrix]
    gezien = eerste.matrix
    for _ in range(schakels - 1):
        verste = niveaus[-1] @ verder.matrix
        nieuw = _without(verste, gezien)
        niveaus.append(nieuw)
        gezien = csr_array(gezien + nieuw)
    return Routes(eerste, verder, tuple(niveaus))


def _without(matrix: Matrix, gezien: Matrix) -> Matrix:
    """The entries of a boolean matrix that another does not have."""
    verschil = csr_array(matrix.astype(np.int8) - matrix.multiply(gezien).astype(np.int8))
    verschil.eliminate_zeros()
    return verschil.astype(np.bool_)


def rids_of(beeld: Beeld, banden: Sequence[int]) -> tuple[str, ...]:
    """Keys of bands."""
    return tuple(beeld.banden.rids[band] for band in banden)
