"""The offers of a view as matrices: what each is for, whom it serves, where it reaches, who provides it.

Definitions (design §3): an offer *fits* a school, theme and step when it holds, lists that theme and
step, and reaches (``BEREIKT``) the school's municipality, its region, or ``vlaanderen`` for a school
outside Brussels. It is *full* when its waiting time exceeds the threshold, its capacity is 0, or as
many places are taken as there are; what is unknown is not full.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy.sparse import csr_array

from netwerkkaart.analyse.basis import DOELGROEPEN, STAPPEN, VLAANDEREN, membership
from netwerkkaart.analyse.drempels import Drempels
from netwerkkaart.graph.beeld import Beeld, Indexen, Masker
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
    def biedt(self) -> Mapping[tuple[int, int], str]:
        """Key of the ``BIEDT`` by (provider, offer node)."""
        tabel = self.beeld.van_type("BIEDT")
        return dict(zip(zip(tabel.van.tolist(), tabel.naar.tolist(), strict=True), tabel.rids, strict=True))

    @cached_property
    def bereikt(self) -> Mapping[int, list[tuple[int, str]]]:
        """For each offer node the areas it reaches: (node of the area, key)."""
        tabel = self.beeld.van_type("BEREIKT")
        uit: dict[int, list[tuple[int, str]]] = {}
        for aanbod, gebied, rid in zip(tabel.van.tolist(), tabel.naar.tolist(), tabel.rids, strict=True):
            uit.setdefault(aanbod, []).append((gebied, rid))
        return uit

    def reaching_rid(self, aanbod: int, gemeente: int) -> str:
        """Key of the ``BEREIKT`` by which an offer reaches a municipality: the narrowest area first."""
        knoop = int(self.knopen[aanbod])
        regio = int(self.beeld.regio[gemeente])
        rangen = {gemeente: 0}
        codes = self.beeld.kolom("code")
        keuzes: list[tuple[int, str]] = []
        for gebied, rid in self.bereikt.get(knoop, ()):
            is_eigen = regio >= 0 and codes[gebied] == REGIO.codes[regio]
            keuzes.append((rangen.get(gebied, 1 if is_eigen else 2 + (codes[gebied] != "vlaanderen")), rid))
        return min(keuzes)[1] if keuzes else ""


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
    wacht, capaciteit, bezet = (beeld.kolom(naam) for naam in ("wachttijd_weken", "capaciteit", "bezet"))
    uit = np.zeros(len(knopen), dtype=np.bool_)
    for plaats, knoop in enumerate(knopen.tolist()):
        weken, plaatsen, genomen = (_whole(kolom[knoop]) for kolom in (wacht, capaciteit, bezet))
        te_lang = weken is not None and weken > drempels.wachttijd_weken
        geen_plaats = plaatsen is not None and (
            plaatsen == 0 or (genomen is not None and genomen >= plaatsen)
        )
        uit[plaats] = te_lang or geen_plaats
    return uit


def _whole(waarde: object) -> float | None:
    """A stored number; None when it is unknown."""
    return float(waarde) if isinstance(waarde, int | float) and not isinstance(waarde, bool) else None


def _areas(beeld: Beeld, knopen: Indexen) -> Masker:
    gemeenten = beeld.van_soort("Gemeente")
    plaats = {knoop: nr for nr, knoop in enumerate(gemeenten.tolist())}
    rij = {knoop: nr for nr, knoop in enumerate(knopen.tolist())}
    regio = beeld.regio[gemeenten]
    codes = beeld.kolom("code")
    uit = np.zeros((len(gemeenten) + 1, len(knopen)), dtype=np.bool_)
    tabel = beeld.van_type("BEREIKT")
    for aanbod, gebied in zip(tabel.van.tolist(), tabel.naar.tolist(), strict=True):
        if gebied in plaats:
            uit[plaats[gebied], rij[aanbod]] = True
        elif (code := codes[gebied]) in REGIO.codes:
            uit[:-1, rij[aanbod]] |= _municipalities_of(regio, REGIO.codes.index(str(code)))
    return uit


def _municipalities_of(regio: np.ndarray[tuple[int, ...], np.dtype[np.int8]], code: int) -> Masker:
    """Which municipalities a region holds; ``vlaanderen`` holds all that lie outside Brussels."""
    if code == VLAANDEREN:
        return np.asarray((regio >= 0) & (regio != REGIO.codes.index("brussel")))
    return np.asarray(regio == code)


def _providers(beeld: Beeld, knopen: Indexen) -> Matrix:
    tabel = beeld.van_type("BIEDT")
    rij = np.full(len(beeld), -1, dtype=np.int32)
    rij[knopen] = np.arange(len(knopen), dtype=np.int32)
    waar = np.ones(len(tabel), dtype=np.bool_)
    return csr_array((waar, (tabel.van, rij[tabel.naar])), shape=(beeld.aantal_organisaties, len(knopen)))
