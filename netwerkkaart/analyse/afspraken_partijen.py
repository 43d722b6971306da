"""Agreements as matrices: what each is for, who is a party, and who has a band with a party.

An organisation is a party when it is so itself (``PARTIJ_BIJ``), or when a board that it is part of
(``ONDERDEEL_VAN``, also over more than one) is: a board that signs, signs for its schools.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy.sparse import csc_array, csr_array

from netwerkkaart.analyse.aanbod import Matrix
from netwerkkaart.analyse.basis import DOELGROEPEN, STAPPEN, Getallen, membership
from netwerkkaart.analyse.routes import is_kind
from netwerkkaart.graph.beeld import Beeld, Indexen, Masker
from netwerkkaart.schema.vocabularia import STAP, THEMA


@dataclass(frozen=True)
class Partijen:
    """All agreements of a view.

    Args:
        beeld: the view it was made from.
        knopen: node of each agreement, shape ``(K,)``.
        dient: which (theme, step) × target group each covers, shape ``(K, 6, 4)``.
        partij: organisation × agreement: who is a party, boards aside; shape ``(organisations, K)``.
    """

    beeld: Beeld
    knopen: Indexen
    dient: Masker
    partij: Matrix

    @classmethod
    def of(cls, beeld: Beeld) -> Partijen:
        """Read the agreements of a view. O(organisations + parties)."""
        knopen = beeld.van_soort("Afspraak")
        themas = membership(beeld.kolom("themas"), knopen, THEMA.codes)
        stappen = membership(beeld.kolom("continuum"), knopen, STAP.codes)
        groepen = membership(beeld.kolom("doelgroepen"), knopen, DOELGROEPEN)
        paren = [themas[:, THEMA.codes.index(t)] & stappen[:, STAP.codes.index(s)] for t, s in STAPPEN]
        dient = np.column_stack(paren)[:, :, None] & groepen[:, None, :]
        return cls(beeld, knopen, dient, _parties(beeld, knopen))

    @cached_property
    def buren(self) -> Matrix:
        """Organisation × agreement: who has a band with a party of it; shape ``(organisations, K)``."""
        n, banden = self.beeld.aantal_organisaties, self.beeld.banden
        ander = banden.van != banden.naar
        van = np.concatenate([banden.van[ander], banden.naar[ander]])
        naar = np.concatenate([banden.naar[ander], banden.van[ander]])
        return csr_array(_matrix(van, naar, n, n) @ self.partij)

    def parties(self, afspraken: Getallen) -> Masker:
        """Which organisations are a party to any of some agreements; shape ``(organisations,)``."""
        return _in_columns(self._partij_kolommen, afspraken, self.partij.shape[0])

    def neighbours(self, afspraken: Getallen) -> Masker:
        """Which organisations have a band with a party of any of some agreements."""
        return _in_columns(self._buur_kolommen, afspraken, self.partij.shape[0])

    @cached_property
    def _partij_kolommen(self) -> csc_array:
        return self.partij.tocsc()

    @cached_property
    def _buur_kolommen(self) -> csc_array:
        return self.buren.tocsc()


def _in_columns(matrix: csc_array, kolommen: Getallen, hoog: int) -> Masker:
    """Which rows are filled in any of some columns. O(what is filled)."""
    uit = np.zeros(hoog, dtype=np.bool_)
    for kolom in kolommen.tolist():
        uit[matrix.indices[matrix.indptr[kolom] : matrix.indptr[kolom + 1]]] = True
    return uit


def _parties(beeld: Beeld, knopen: Indexen) -> Matrix:
    n, tabel, deel = beeld.aantal_organisaties, beeld.van_type("PARTIJ_BIJ"), beeld.van_type("ONDERDEEL_VAN")
    partij = _matrix(tabel.van, np.searchsorted(knopen, tabel.naar), n, len(knopen))
    omhoog = _matrix(deel.van, deel.naar, n, n)
    # Each turn goes one board further down; it ends, because there is only so much to add.
    while True:
        meer = csr_array(partij + omhoog @ partij)
        if meer.nnz == partij.nnz:
            break
        partij = csr_array(meer > 0)
    wie, wat = partij.tocoo().coords
    geen_bestuur = ~is_kind(beeld, "Bestuur")[wie]
    return _matrix(wie[geen_bestuur], wat[geen_bestuur], n, len(knopen))


def _matrix(rijen: Indexen | Getallen, kolommen: Indexen | Getallen, hoog: int, breed: int) -> Matrix:
    waar = np.ones(len(rijen), dtype=np.bool_)
    return csr_array((waar, (rijen, kolommen)), shape=(hoog, breed))
