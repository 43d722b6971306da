"""Routes along bands, exactly as the design (§3) defines them.

The first link goes from the school to an *x* that serves it (``BEGELEIDT``, ``ONDERSTEUNT``,
``ADVISEERT``), works with it, or to which it refers; a Clb counts only by ``BEGELEIDT``; *x* is no School.
Each further link goes from *x* to a *y* by ``WERKT_SAMEN_MET`` or a referral from *x*; *y* is no School and
no Clb. (The school's own Clb is at one link already, so entering it later never makes a route shorter.)
A referral counts whatever step it names: it shows that one knows the way.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy.sparse import csr_array

from netwerkkaart.analyse.aanbod import Matrix
from netwerkkaart.analyse.basis import Getallen
from netwerkkaart.analyse.kolommen import bounds, find, first_of_runs, sort_rows, sparse_rows, spread
from netwerkkaart.graph.beeld import LABELS, Beeld, Indexen, Masker
from netwerkkaart.schema.register import BANDEN

BEGELEIDT, ONDERSTEUNT, ADVISEERT, SAMEN, VERWIJST = (
    BANDEN.index(naam)
    for naam in ("BEGELEIDT", "ONDERSTEUNT", "ADVISEERT", "WERKT_SAMEN_MET", "VERWIJST_NAAR")
)
_GEEN_DOORGANG = ("School", "Bestuur")
Links = tuple[Indexen, Indexen, Getallen]
"""Directed bands as columns: start, end, position in ``beeld.banden``."""


@dataclass(frozen=True)
class Schakels:
    """Directed links between organisations, each resting on one or more bands.

    Args:
        aantal_knopen: number of organisations.
        van, naar: node at which each link starts and ends; in this order, each pair once.
        band: a band that makes the link, as a position in ``beeld.banden``; the first of its bands.
        aantal: how many bands make the link.
    """

    aantal_knopen: int
    van: Getallen
    naar: Getallen
    band: Getallen
    aantal: Getallen

    @cached_property
    def sleutels(self) -> Getallen:
        """One number for each link, ascending: ``van × aantal_knopen + naar``."""
        return self.van * self.aantal_knopen + self.naar

    @cached_property
    def grenzen(self) -> Getallen:
        """Where the links from each node begin, and where the last ends; shape ``(aantal_knopen + 1,)``."""
        return bounds(self.van, self.aantal_knopen)

    @cached_property
    def matrix(self) -> Matrix:
        """The links as a boolean matrix, organisation × organisation."""
        return sparse_rows(self.grenzen, self.naar, self.aantal_knopen)

    def place(self, van: Getallen, naar: Getallen) -> Getallen:
        """Position of the link of each pair; −1 where there is none."""
        return find(self.sleutels, van * self.aantal_knopen + naar)


def make_links(n: int, delen: Sequence[Links]) -> Schakels:
    """Gather directed bands into links; of parallel bands the first in order stands for all. O(m log m).

    Args:
        n: number of organisations.
        delen: ``(start, end, position of the band)`` of bands, as columns.
    """
    van, naar, band = sort_rows(*(np.concatenate(kolom) for kolom in zip(*delen, strict=True)))
    begin = np.flatnonzero(first_of_runs(van, naar))
    return Schakels(n, van[begin], naar[begin], band[begin], np.diff(begin, append=len(van)))


def is_kind(beeld: Beeld, *labels: str) -> Masker:
    """Which organisations are of one of these kinds."""
    soort = beeld.soort[: beeld.aantal_organisaties]
    return np.asarray(np.logical_or.reduce([soort == LABELS.index(label) for label in labels]))


def school_links(beeld: Beeld) -> Schakels:
    """First links: from each school."""
    school, clb, verboden = (is_kind(beeld, *labels) for labels in (("School",), ("Clb",), _GEEN_DOORGANG))
    # Who serves a school is found from the school: against the arrow. A Clb counts by guiding it only.
    begeleidt = _directed(beeld, tegen=(BEGELEIDT,), van=school, naar=~verboden)
    tegen = (ONDERSTEUNT, ADVISEERT, SAMEN)
    ander = _directed(beeld, mee=(VERWIJST, SAMEN), tegen=tegen, van=school, naar=~(verboden | clb))
    return make_links(beeld.aantal_organisaties, begeleidt + ander)


def further_links(beeld: Beeld) -> Schakels:
    """Further links: from any *x* that is no school."""
    verboden = is_kind(beeld, *_GEEN_DOORGANG)
    naar = ~(verboden | is_kind(beeld, "Clb"))
    links = _directed(beeld, mee=(VERWIJST, SAMEN), tegen=(SAMEN,), van=~verboden, naar=naar)
    return make_links(beeld.aantal_organisaties, links)


def any_links(beeld: Beeld, start: Masker) -> Schakels:
    """First links from a start that is no school: any band, either way, to no school."""
    alle, naar = range(len(BANDEN)), ~is_kind(beeld, *_GEEN_DOORGANG)
    return make_links(beeld.aantal_organisaties, _directed(beeld, mee=alle, tegen=alle, van=start, naar=naar))


def _directed(
    beeld: Beeld, *, mee: Iterable[int] = (), tegen: Iterable[int] = (), van: Masker, naar: Masker
) -> list[Links]:
    """Bands of some types with the arrow, of some against it: start, end, position in ``beeld.banden``.

    Args:
        beeld: the view.
        mee: types that are taken with the arrow.
        tegen: types that are taken against it.
        van: where a link may start.
        naar: where it may end.
    """
    delen: list[Links] = []
    for types, om in ((mee, False), (tegen, True)):
        for type_ in types:
            tabel, begin = beeld.van_type(BANDEN[type_]), _begin_of(beeld, type_)
            eens, anders = (tabel.naar, tabel.van) if om else (tabel.van, tabel.naar)
            telt = np.flatnonzero(van[eens] & naar[anders])
            delen.append((eens[telt], anders[telt], telt + begin))
    return delen


def _begin_of(beeld: Beeld, type_: int) -> int:
    """Where the bands of a type begin in ``beeld.banden``, in which the types follow each other."""
    return sum(len(beeld.van_type(naam)) for naam in BANDEN[:type_])


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

        Args:
            van: node of the start of each pair.
            naar: node of its end.
            lengte: how many links, at least one.

        Returns:
            Positions in ``beeld.banden``, shape ``(len(van), lengte)``; −1 all along where there is none.
        """
        doelen, doel = np.unique(naar, return_inverse=True)
        uit = np.full((len(van), lengte), -1, dtype=np.int64)
        wie, plek, schakels = np.arange(len(van)), van, self.eerste
        for stap, laag in enumerate(reversed(self._towards(doelen, lengte - 1))):
            rij, link = spread(schakels.grenzen, plek)
            leidt = find(laag, schakels.naar[link] * len(doelen) + doel[wie[rij]]) >= 0
            rij, link = rij[leidt], link[leidt]
            eerste = first_of_runs(rij)
            wie, link = wie[rij[eerste]], link[eerste]
            uit[wie, stap] = schakels.band[link]
            plek, schakels = schakels.naar[link], self.verder
        laatste = schakels.place(plek, naar[wie])
        uit[wie[laatste >= 0], -1] = schakels.band[laatste[laatste >= 0]]
        return uit

    def _towards(self, doelen: Getallen, meest: int) -> list[Getallen]:
        """Who comes to which goal in exactly 1, 2, … *meest* further links: sorted keys node × goal."""
        uit: list[Getallen] = []
        laag = self.verder.matrix[:, doelen]
        for over in range(meest):
            laag = self.verder.matrix @ laag if over else laag
            knoop, doel = laag.tocoo().coords
            uit.append(np.sort(knoop.astype(np.int64) * len(doelen) + doel))
        return uit


def rids_of(beeld: Beeld, banden: Iterable[int]) -> tuple[str, ...]:
    """Keys of bands."""
    return tuple(beeld.banden.rids[band] for band in banden)
