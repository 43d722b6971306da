"""Measures of the band graph: betweenness, Burt's constraint and effective size, Gould–Fernandez roles.

igraph does the counting. Beyond a size betweenness is estimated from a fixed sample of sources (Brandes
and Pich 2007), with its standard error; below it, it is exact.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from netwerkkaart.analyse.bandgraaf import Bandgraaf
from netwerkkaart.analyse.basis import Getallen
from netwerkkaart.schema.vocabularia import SECTOR

Waarden = NDArray[np.float64]

EXACT_TOT = 30_000_000
"""Betweenness is exact as long as vertices × edges stay below this (about a second)."""
GROEPEN, GROEPSGROOTTE = 12, 30
"""The sample: so many groups of so many sources; the spread between the groups gives the error."""


@dataclass(frozen=True)
class Tussenligging:
    """Betweenness of vertices or of edges.

    Args:
        waarde: shortest paths between other pairs (unordered) that run over each.
        fout: standard error of each; zero when exact.
        bronnen: number of sampled sources; 0 when exact.
    """

    waarde: Waarden
    fout: Waarden
    bronnen: int = 0


def vertex_betweenness(graaf: Bandgraaf, exact_tot: int = EXACT_TOT) -> Tussenligging:
    """Betweenness of each organisation (Freeman 1977), exact or beyond ``exact_tot`` estimated."""
    return _betweenness(
        graaf, exact_tot, lambda bronnen: graaf.graaf.betweenness(directed=False, sources=bronnen)
    )


def edge_betweenness(graaf: Bandgraaf, exact_tot: int = EXACT_TOT) -> Tussenligging:
    """Betweenness of each edge, exact or beyond ``exact_tot`` estimated."""
    return _betweenness(
        graaf, exact_tot, lambda bronnen: graaf.graaf.edge_betweenness(directed=False, sources=bronnen)
    )


def _betweenness(
    graaf: Bandgraaf, exact_tot: int, measure: Callable[[list[int] | None], Sequence[float]]
) -> Tussenligging:
    """Brandes' algorithm (2001), O(n m), from all sources or from a fixed sample in equal groups."""
    n, aantal = graaf.beeld.aantal_organisaties, GROEPEN * GROEPSGROOTTE
    if n * len(graaf) <= exact_tot or n <= aantal:
        exact = np.array(measure(None), dtype=np.float64)
        return Tussenligging(exact, np.zeros(len(exact)))
    steekproef = random.Random(0).sample(range(n), aantal)
    per_groep = np.array([measure(steekproef[i::GROEPEN]) for i in range(GROEPEN)]) * (n / GROEPSGROOTTE)
    # Sources are drawn without putting back, hence the correction for a finite population.
    fout = per_groep.std(axis=0, ddof=1) / np.sqrt(GROEPEN) * np.sqrt(1 - aantal / n)
    return Tussenligging(per_groep.mean(axis=0), fout, aantal)


def constraint(graaf: Bandgraaf) -> Waarden:
    """Burt's constraint (1992) of each organisation, unweighted; NaN without bands."""
    return np.array(graaf.graaf.constraint(), dtype=np.float64)


def triangles(graaf: Bandgraaf) -> Getallen:
    """All triangles as triples of vertices, shape ``(k, 3)``."""
    return np.array(graaf.graaf.list_triangles(), dtype=np.int64).reshape(-1, 3)


def effective_size(graaf: Bandgraaf, drie: Getallen) -> Waarden:
    """Burt's effective size (1992): *n − 2t / n* (Borgatti 1997); NaN without bands.

    *n* is the number of neighbours, *t* the number of bands among them.
    """
    onderling = np.bincount(drie.ravel(), minlength=graaf.beeld.aantal_organisaties)
    graad = graaf.graad.astype(np.float64)
    with np.errstate(divide="ignore", invalid="ignore"):
        maat: Waarden = graad - 2 * onderling / graad
    return maat


@dataclass(frozen=True)
class Rollen:
    """Brokerage roles by sector (Gould and Fernandez 1989), per organisation.

    Every pair of neighbours that have no band with each other counts once: bands have no direction here,
    so representative and gatekeeper are one role.

    Args:
        binnen: both neighbours in the own sector (coordinator).
        buiten: both in one other sector (consultant, itinerant broker).
        poort: one in the own sector, one outside (representative, gatekeeper).
        tussen: in two other sectors (liaison).
    """

    binnen: Getallen
    buiten: Getallen
    poort: Getallen
    tussen: Getallen


def brokerage(graaf: Bandgraaf, drie: Getallen) -> Rollen:
    """The roles of every organisation. O(m + triangles)."""
    open_ = _open_pairs(graaf, drie)
    n, s = open_.shape[0], open_.shape[1]
    eigen = np.zeros((n, s), dtype=np.bool_)
    bekend = np.flatnonzero(graaf.sector >= 0)
    eigen[bekend, graaf.sector[bekend]] = True
    gelijk = np.eye(s, dtype=np.bool_)
    een, ander = eigen[:, :, None], eigen[:, None, :]

    def count(masker: NDArray[np.bool_]) -> Getallen:
        return np.asarray((open_ * masker).sum(axis=(1, 2)), dtype=np.int64)

    return Rollen(
        count(een & ander),
        count(~een & ~ander & gelijk),
        count(een ^ ander),
        count(~een & ~ander & ~gelijk),
    )


def _open_pairs(graaf: Bandgraaf, drie: Getallen) -> Getallen:
    """Pairs of neighbours without a band, per organisation and (lower, higher) sector: ``(n, s, s)``."""
    n, s, sector = graaf.beeld.aantal_organisaties, len(SECTOR.codes), graaf.sector
    buren = np.zeros((n, s), dtype=np.int64)
    for een, ander in ((0, 1), (1, 0)):
        np.add.at(buren, (graaf.randen[:, een], sector[graaf.randen[:, ander]]), 1)
    paren = np.triu(buren[:, :, None] * buren[:, None, :], 1)
    rij = np.arange(s)
    paren[:, rij, rij] = buren * (buren - 1) // 2
    for midden, een, ander in ((0, 1, 2), (1, 0, 2), (2, 0, 1)):
        a, b = sector[drie[:, een]], sector[drie[:, ander]]
        np.subtract.at(paren, (drie[:, midden], np.minimum(a, b), np.maximum(a, b)), 1)
    return paren
