"""The band graph: organisations, and a single undirected edge where one or more bands join two of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import igraph
import numpy as np

from netwerkkaart.analyse.basis import Getallen
from netwerkkaart.analyse.kolommen import bounds, first_of_runs, pair_keys, sort_rows
from netwerkkaart.analyse.routes import is_kind
from netwerkkaart.graph.beeld import Beeld, Masker


@dataclass(frozen=True)
class Bandgraaf:
    """The band graph of a view.

    Args:
        beeld: the view.
        randen: both ends of each edge, the lower number first; shape ``(m, 2)``, sorted.
        rand_van_band: edge of each band, in the order of ``beeld.banden``; −1 for a band that makes none
            (a band of an organisation with itself or with a ``Bestuur``).
    """

    beeld: Beeld
    randen: Getallen
    rand_van_band: Getallen

    @classmethod
    def of(cls, beeld: Beeld) -> Bandgraaf:
        """Gather the bands of a view. O(m log m)."""
        banden = beeld.banden
        bestuur = is_kind(beeld, "Bestuur")
        telt = np.flatnonzero((banden.van != banden.naar) & ~bestuur[banden.van] & ~bestuur[banden.naar])
        van, naar = banden.van[telt], banden.naar[telt]
        laag, hoog, band = sort_rows(np.minimum(van, naar), np.maximum(van, naar), telt)
        nieuw = first_of_runs(laag, hoog)
        rand_van_band = np.full(len(banden), -1, dtype=np.int64)
        rand_van_band[band] = np.cumsum(nieuw) - 1
        return cls(beeld, np.column_stack([laag[nieuw], hoog[nieuw]]), rand_van_band)

    def __len__(self) -> int:
        return len(self.randen)

    @cached_property
    def graaf(self) -> igraph.Graph:
        """The same as an igraph graph; vertices are organisations, by node number."""
        # A list of pairs is read six times as quickly as an array of them.
        paren = zip(self.randen[:, 0].tolist(), self.randen[:, 1].tolist(), strict=True)
        return igraph.Graph(n=self.beeld.aantal_organisaties, edges=list(paren))

    @cached_property
    def sector(self) -> Getallen:
        """Sector code of each organisation; −1 for a board."""
        return self.beeld.sector[: self.beeld.aantal_organisaties].astype(np.int64)

    @cached_property
    def is_brug(self) -> Masker:
        """Which edges are bridges: between two sectors."""
        return np.asarray(self.sector[self.randen[:, 0]] != self.sector[self.randen[:, 1]])

    def bands_of(self, rand: int) -> list[int]:
        """Bands of an edge, in order."""
        orde, grenzen = self._bands_by_edge
        return orde[grenzen[rand] : grenzen[rand + 1]]

    @cached_property
    def _bands_by_edge(self) -> tuple[list[int], list[int]]:
        """Bands in the order of their edges, and where each edge begins."""
        echt = np.flatnonzero(self.rand_van_band >= 0)
        randen, orde = sort_rows(self.rand_van_band[echt], echt)
        return orde.tolist(), bounds(randen, len(self)).tolist()

    @cached_property
    def randen_van(self) -> list[list[int]]:
        """Edges of each organisation, in order."""
        einden = self.randen.ravel()
        orde = np.argsort(einden, kind="stable")
        grenzen = np.searchsorted(einden[orde], np.arange(1, self.beeld.aantal_organisaties))
        return [deel.tolist() for deel in np.split(orde // 2, grenzen)]

    @cached_property
    def graad(self) -> Getallen:
        """Edges of each organisation."""
        return np.bincount(self.randen.ravel(), minlength=self.beeld.aantal_organisaties).astype(np.int64)

    def edge_of(self, van: Getallen, naar: Getallen) -> Getallen:
        """Edge of each pair that is known to be joined."""
        n = self.beeld.aantal_organisaties
        sleutels = self.randen[:, 0] * n + self.randen[:, 1]
        return np.searchsorted(sleutels, pair_keys(n, van, naar)).astype(np.int64)
