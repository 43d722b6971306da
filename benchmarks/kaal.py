"""The igraph and scipy calls that each analysis needs, alone, on ready arrays.

The raw side is given its numbers ready, in arrays: it numbers no nodes, applies no definitions, makes no
rows, words or evidence. Where an order of the products or a form of the input is quicker, it has it too.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import igraph
import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array, hstack, vstack

from netwerkkaart.analyse.bandgraaf import Bandgraaf
from netwerkkaart.analyse.basis import STAPPEN, in_region
from netwerkkaart.analyse.bereik import Bereik, compute_reach
from netwerkkaart.analyse.routes import is_kind
from netwerkkaart.analyse.tandems import ROLLEN, coordinators
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.schema.vocabularia import REGIOS

Getallen = NDArray[np.int64]
Matrix = csr_array
Paren = tuple[NDArray[np.int32], NDArray[np.int32]]
GROEPEN, GROEPSGROOTTE = 12, 30
"""igraph's own estimate of betweenness: so many groups of so many sources, for an error from their spread."""


@dataclass(frozen=True)
class Kaal:
    """The same work by the libraries alone, on ready arrays."""

    beeld: Beeld

    @cached_property
    def bereik(self) -> Bereik:
        """Where the arrays come from; made before anything is timed."""
        return compute_reach(self.beeld)

    @cached_property
    def graaf(self) -> Bandgraaf:
        """The same for the band graph."""
        return Bandgraaf.of(self.beeld)

    @cached_property
    def eerste(self) -> Paren:
        """From each school (its place among the starts) to where its first links lead."""
        eerste = self.bereik.routes.eerste
        plek = np.full(eerste.aantal_knopen, -1)
        plek[self.bereik.start] = np.arange(len(self.bereik.start))
        return plek[eerste.van].astype(np.int32), eerste.naar.astype(np.int32)

    @cached_property
    def verder(self) -> Paren:
        """Both ends of each further link."""
        verder = self.bereik.routes.verder
        return verder.van.astype(np.int32), verder.naar.astype(np.int32)

    @cached_property
    def aanbod(self) -> Matrix:
        """Organisation × offer that is not full."""
        return self.bereik.aanbod.vrije_aanbieders.astype(np.int32)

    def prepare(self) -> None:
        """Work out every array now, so that nothing of it is timed."""
        _ = self.bereik.raak.alle, self.paren, self.aanbod, self.eerste, self.verder
        _ = self.zetels, self.helpers

    def reach(self) -> Matrix:
        """Schools × offers that are not full at 0, 1 and 2 links; gives the matrix of the further links.

        In the quickest order of the products: schools' links by (links by offers) takes a fifth of
        (schools' links by links) by offers.
        """
        n, scholen = self.beeld.aantal_organisaties, len(self.bereik.start)
        eerste = csr_array((np.ones(len(self.eerste[0]), dtype=np.int32), self.eerste), shape=(scholen, n))
        verder = csr_array((np.ones(len(self.verder[0]), dtype=np.int32), self.verder), shape=(n, n))
        _ = self.aanbod[self.bereik.start], eerste @ self.aanbod, eerste @ (verder @ self.aanbod)
        return verder

    def hiaten(self) -> None:
        """Reach, and who reaches each step for each target group."""
        self.reach()
        aanbod = self.bereik.aanbod
        for groep in range(aanbod.doelgroepen.shape[1]):
            voor_groep = (aanbod.stappen & aanbod.doelgroepen[:, [groep]]).astype(np.int32)
            _ = self.bereik.raak.alle @ voor_groep

    def keten(self) -> None:
        """Reach, and who reaches each step."""
        self.reach()
        _ = self.bereik.raak.alle @ self.bereik.aanbod.stappen.astype(np.int32)

    def goals(self, verder: Matrix) -> None:
        """Who helps with each step, per municipality, itself or within one link."""
        wie, verderop = self.aanbod.astype(np.float32), verder.astype(np.float32)
        for stap in range(len(STAPPEN)):
            dient = np.flatnonzero(self.bereik.aanbod.vrij_per_stap[:, stap])
            helpt = wie[:, dient] @ self.bereik.aanbod.gebied[:, dient].T.astype(np.float32)
            _ = verderop @ (helpt > 0).astype(np.float32)

    def bruggen(self) -> None:
        """Cut edges, sampled edge betweenness, and the products by which schools lose a step."""
        self.goals(self.reach())
        graaf = self.make_graph()
        graaf.bridges()
        for bronnen in self.sources():
            graaf.edge_betweenness(directed=False, sources=bronnen)

    def brugfiguren(self) -> None:
        """Cut vertices, sampled betweenness, constraint, triangles."""
        graaf = self.make_graph()
        graaf.articulation_points()
        graaf.constraint()
        graaf.list_triangles()
        for bronnen in self.sources():
            graaf.betweenness(directed=False, sources=bronnen)

    def make_graph(self) -> igraph.Graph:
        """The band graph, from a list of pairs: igraph reads that six times as quickly as an array."""
        return igraph.Graph(n=self.beeld.aantal_organisaties, edges=self.paren)

    @cached_property
    def paren(self) -> list[tuple[int, int]]:
        """Both ends of each edge."""
        return list(zip(*self.graaf.randen.T.tolist(), strict=True))

    def sources(self) -> list[list[int]]:
        """Groups of sources for igraph; it needs more of them than the analysis does for a larger error."""
        stap = max(self.beeld.aantal_organisaties // (GROEPEN * GROEPSGROOTTE), 1)
        alle = list(range(0, self.beeld.aantal_organisaties, stap))[: GROEPEN * GROEPSGROOTTE]
        return [alle[i::GROEPEN] for i in range(GROEPEN)]

    @cached_property
    def zetels(self) -> dict[str, tuple[Matrix, Matrix]]:
        """Per region: forum × organisation of the region, and role × forum."""
        tabel = self.beeld.van_type("NEEMT_DEEL_AAN")
        regios = self.beeld.kolom("regio")
        mag = ~is_kind(self.beeld, "Bestuur")
        uit: dict[str, tuple[Matrix, Matrix]] = {}
        for regio in REGIOS:
            fora = np.array([f for f in self.beeld.van_soort("Forum").tolist() if regios[f] == regio])
            hier = np.flatnonzero(in_region(self.beeld, regio)[: len(mag)] & mag)
            zit = csr_array(
                (np.ones(len(tabel), dtype=np.int32), (tabel.naar, tabel.van)),
                shape=(len(self.beeld), len(self.beeld)),
            )[fora]
            rollen: list[Getallen] = [
                np.asarray(zit[:, coordinators(self.beeld, rol, regio)].sum(axis=1)) for rol in ROLLEN
            ]
            uit[regio] = (csr_array(zit[:, hier]), csr_array(np.vstack(rollen)))
        return uit

    def fora(self) -> None:
        """Whom each role meets, and the smallest cover, in every region."""
        for zit, rollen in self.zetels.values():
            _ = rollen @ zit
            dekt = np.unique(zit[:, np.flatnonzero(zit.sum(axis=0))].toarray().T > 0, axis=0)
            n = dekt.shape[1]
            milp(
                np.ones(n),
                integrality=np.ones(n, dtype=np.int64),
                bounds=Bounds(np.zeros(n), np.ones(n)),
                constraints=[LinearConstraint(dekt.astype(np.float64), lb=1)],
            )

    def nieuwe_bruggen(self, k: int = 10) -> None:
        """Reach, who helps, the gain of every pair as one sparse product, and *k* times its highest."""
        self.goals(self.reach())
        som = self.gains()
        for _ in range(k):
            score = som.toarray()
            _ = score.max(), score[:, : min(score.shape)].T

    def gains(self) -> Matrix:
        """(Who stands near which open schools) × (who helps their municipality)."""
        bereik = self.bereik
        bij, wie = [], []
        nabij = csr_array(bereik.routes.eerste.matrix[bereik.start].astype(np.float32).T)
        helpt = self.helpers
        for stap in range(len(STAPPEN)):
            scholen = np.flatnonzero(bereik.past[:, stap] & ~bereik.bereikt[:, stap])
            gemeenten, kolom = np.unique(bereik.plaats[scholen], return_inverse=True)
            een = np.ones(len(scholen), dtype=np.float32)
            waar = csr_array((een, (scholen, kolom)), shape=(len(bereik.start), len(gemeenten)))
            bij.append(nabij @ waar)
            wie.append(helpt[stap][gemeenten])
        return csr_array(csr_array(hstack(bij, format="csr")) @ csr_array(vstack(wie, format="csr")))

    @cached_property
    def helpers(self) -> list[Matrix]:
        """Per step: municipality × organisation that offers it there and is not full."""
        aanbod = self.bereik.aanbod
        uit = []
        for stap in range(len(STAPPEN)):
            dient = np.flatnonzero(aanbod.vrij_per_stap[:, stap])
            dicht = aanbod.aanbieders[:, dient].astype(np.float32) @ aanbod.gebied[:, dient].T.astype(
                np.float32
            )
            uit.append(csr_array((np.asarray(dicht) > 0).T.astype(np.float32)))
        return uit
