"""The offers of a view as matrices: what each is for, whom it serves, where it reaches, who provides it.

Definitions (design §3): an offer *fits* a school, theme and step when it holds, lists that theme and
step, and reaches (``BEREIKT``) the school's municipality, its region, or ``vlaanderen`` for a school
outside Brussels. It is *full* when its waiting time exceeds the threshold, its capacity is 0, or as
many places are taken as there are; what is unknown is not full.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from netwerkkaart.analyse.basis import BRUSSEL, DOELGROEPEN, STAPPEN, VLAANDEREN, Getallen, membership
from netwerkkaart.analyse.drempels import Drempels
from netwerkkaart.analyse.kolommen import bounds, find, spread
from netwerkkaart.graph.beeld import Beeld, Indexen, Kolom, Masker
from netwerkkaart.schema.vocabularia import REGIO, STAP, THEMA

Matrix = csr_array
"""A sparse boolean matrix."""


@dataclass(frozen=True)
class Aanbodtabel:
    """All offers of a view.

    Args:
        beeld: the view it was made from.
        knopen: node number of each offer, shape ``(A,)``.
        stappen: which (theme, step) pairs each serves, shape ``(A, 6)``.
        doelgroepen: which target groups, shape ``(A, 4)``.
        vol: which are full, shape ``(A,)``.
        gebied: which reach each municipality, shape ``(G + 1, A)``; the last row (that −1 reads) is for
            an unknown municipality and is empty.
        aanbieders: organisation × offer, shape ``(organisations, A)``.
    """

    beeld: Beeld
    knopen: Indexen
    stappen: Masker
    doelgroepen: Masker
    vol: Masker
    gebied: Masker
    aanbieders: Matrix

    def __len__(self) -> int:
        return len(self.knopen)

    @cached_property
    def vrij_per_stap(self) -> Masker:
        """Not full, per (theme, step): shape ``(A, 6)``."""
        return self.stappen & ~self.vol[:, None]

    @cached_property
    def aanbieders_van(self) -> list[list[int]]:
        """Providers of each offer, as node numbers in order."""
        kolommen = self.aanbieders.T.tocsr()
        kolommen.sort_indices()
        return [deel.tolist() for deel in np.split(kolommen.indices, kolommen.indptr[1:-1])]

    @cached_property
    def vrije_aanbieders(self) -> Matrix:
        """Organisation × offer, of offers that are not full only: shape ``(organisations, A)``."""
        wie, wat = self.aanbieders.tocoo().coords
        vrij = ~self.vol[wat]
        waar = np.ones(int(np.count_nonzero(vrij)), dtype=np.bool_)
        return csr_array((waar, (wie[vrij], wat[vrij])), shape=self.aanbieders.shape)

    def providing(self, aanbieders: Getallen, aanbod: Getallen) -> Getallen:
        """Position among the ``BIEDT`` of each (provider node, place of an offer) that is known to exist."""
        tabel, n = self.beeld.van_type("BIEDT"), len(self.beeld)
        sleutels = tabel.van.astype(np.int64) * n + tabel.naar
        orde = np.argsort(sleutels, kind="stable")
        return orde[find(sleutels[orde], aanbieders * n + self.knopen[aanbod])]

    def reaching(self, aanbod: Getallen, gemeenten: Indexen) -> Getallen:
        """Position among the ``BEREIKT`` of the one by which each offer reaches a municipality.

        The narrowest area first: the municipality, its region, ``vlaanderen``; then the first key.

        Args:
            aanbod: places of offers that reach the municipality beside them.
            gemeenten: nodes of these municipalities.
        """
        beeld, tabel = self.beeld, self.beeld.van_type("BEREIKT")
        orde = np.argsort(tabel.van, kind="stable")
        rij, plek = spread(bounds(tabel.van, len(beeld)), self.knopen[aanbod])
        bereikt = orde[plek]
        gebied = tabel.naar[bereikt]
        code = _region_codes(beeld)[gebied]
        eigen = code == beeld.regio[gemeenten][rij]
        rang = np.select([gebied == gemeenten[rij], eigen & (code >= 0), code == VLAANDEREN], [0, 1, 2], 3)
        return np.minimum.reduceat(rang * len(tabel) + bereikt, bounds(rij, len(aanbod))[:-1]) % len(tabel)


def offer_table(beeld: Beeld, drempels: Drempels) -> Aanbodtabel:
    """Read the offers of a view. O(offers × municipalities)."""
    knopen = beeld.van_soort("Aanbod")
    themas = membership(beeld.kolom("themas"), knopen, THEMA.codes)
    stappen = membership(beeld.kolom("continuum"), knopen, STAP.codes)
    passend = [
        themas[:, THEMA.codes.index(thema)] & stappen[:, STAP.codes.index(stap)] for thema, stap in STAPPEN
    ]
    return Aanbodtabel(
        beeld,
        knopen,
        np.column_stack(passend),
        membership(beeld.kolom("doelgroepen"), knopen, DOELGROEPEN),
        _full(beeld, knopen, drempels),
        _areas(beeld, knopen),
        _providers(beeld, knopen),
    )


def _full(beeld: Beeld, knopen: Indexen, drempels: Drempels) -> Masker:
    weken, plaatsen, bezet = (
        _numbers(beeld.kolom(naam), knopen) for naam in ("wachttijd_weken", "capaciteit", "bezet")
    )
    # What is unknown is NaN, which no comparison holds of.
    return np.asarray((weken > drempels.wachttijd_weken) | (plaatsen == 0) | (bezet >= plaatsen))


def _numbers(kolom: Kolom, knopen: Indexen) -> NDArray[np.float64]:
    """Stored numbers; NaN where there is none."""
    waarden = map(kolom.__getitem__, knopen.tolist())
    gekend = (w if isinstance(w, int | float) and not isinstance(w, bool) else np.nan for w in waarden)
    return np.fromiter(gekend, np.float64, len(knopen))


def _areas(beeld: Beeld, knopen: Indexen) -> Masker:
    """Which offers reach each municipality, by naming it or a region around it."""
    gemeenten, tabel = beeld.van_soort("Gemeente"), beeld.van_type("BEREIKT")
    aanbod, gemeente = (_places_of(beeld, lijst) for lijst in (knopen, gemeenten))
    van, naar = aanbod[tabel.van], gemeente[tabel.naar]
    uit = np.zeros((len(gemeenten) + 1, len(knopen)), dtype=np.bool_)
    uit[naar[naar >= 0], van[naar >= 0]] = True
    codes, regio = _region_codes(beeld)[tabel.naar], beeld.regio[gemeenten]
    for code in np.unique(codes[codes >= 0]).tolist():
        genoemd = np.zeros(len(knopen), dtype=np.bool_)
        genoemd[van[codes == code]] = True
        uit[np.flatnonzero(_municipalities_of(regio, code))] |= genoemd
    return uit


def _places_of(beeld: Beeld, knopen: Indexen) -> Indexen:
    """Place of each node in a list of nodes; −1: not in it."""
    uit = np.full(len(beeld), -1, dtype=np.int32)
    uit[knopen] = np.arange(len(knopen), dtype=np.int32)
    return uit


def _region_codes(beeld: Beeld) -> NDArray[np.int8]:
    """Position in ``REGIO.codes`` of each node that is a region; −1 for all others."""
    uit = np.full(len(beeld), -1, dtype=np.int8)
    plaats = {code: nr for nr, code in enumerate(REGIO.codes)}
    for knoop in beeld.van_soort("Regio").tolist():
        uit[knoop] = plaats.get(str(beeld.kolom("code")[knoop]), -1)
    return uit


def _municipalities_of(regio: NDArray[np.int8], code: int) -> Masker:
    """Which municipalities a region holds; ``vlaanderen`` holds all that lie outside Brussels."""
    if code == VLAANDEREN:
        return np.asarray((regio >= 0) & (regio != BRUSSEL))
    return np.asarray(regio == code)


def _providers(beeld: Beeld, knopen: Indexen) -> Matrix:
    tabel = beeld.van_type("BIEDT")
    waar = np.ones(len(tabel), dtype=np.bool_)
    plaatsen = _places_of(beeld, knopen)[tabel.naar]
    return csr_array((waar, (tabel.van, plaatsen)), shape=(beeld.aantal_organisaties, len(knopen)))
