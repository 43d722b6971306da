"""Measures of the band graph: betweenness, Burt's constraint and effective size.

igraph does most of the counting. Beyond a size betweenness is estimated from a fixed sample of sources
(:mod:`~.maten_steekproef`), with its standard error; below it, it is exact.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from netwerkkaart.analyse.bandgraaf import Bandgraaf
from netwerkkaart.analyse.basis import Getallen
from netwerkkaart.analyse.maten_steekproef import TEGELIJK, sample_betweenness

Waarden = NDArray[np.float64]

EXACT_TOT = 30_000_000
"""Betweenness is exact as long as vertices × edges stay below this (about a second)."""
STEEKPROEF = 192
"""So many sources are sampled beyond it, as long as there is work for no more than ``WERK``."""
MINSTENS = 96
"""So many at the least, in whatever network; the spread between them gives the error."""
WERK = 100_000_000
"""Sources × edges that are followed; beyond it there are fewer sources, and the stated error grows."""


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
    if _is_exact(graaf, exact_tot):
        return _exact(graaf.graaf.betweenness(directed=False))
    steekproef = choose_sources(graaf)
    return Tussenligging(*sample_betweenness(graaf, steekproef), len(steekproef))


def edge_betweenness(
    graaf: Bandgraaf, exact_tot: int = EXACT_TOT, randen: Getallen | None = None
) -> Tussenligging:
    """Betweenness of each edge, exact or beyond ``exact_tot`` estimated.

    Args:
        graaf: the band graph.
        exact_tot: up to which vertices × edges it is exact.
        randen: positions of the edges that are asked for, None: all. What is estimated is NaN for others.
    """
    if _is_exact(graaf, exact_tot):
        return _exact(graaf.graaf.edge_betweenness(directed=False))
    steekproef = choose_sources(graaf)
    randen = np.arange(len(graaf)) if randen is None else randen
    waarde, fout = np.full((2, len(graaf)), np.nan)
    waarde[randen], fout[randen] = sample_betweenness(graaf, steekproef, randen)
    return Tussenligging(waarde, fout, len(steekproef))


def _is_exact(graaf: Bandgraaf, exact_tot: int) -> bool:
    """Whether Brandes' algorithm (2001), O(n m), is run from all sources."""
    n = graaf.beeld.aantal_organisaties
    return n * len(graaf) <= exact_tot or n <= STEEKPROEF


def _exact(waarden: Sequence[float]) -> Tussenligging:
    waarde = np.array(waarden, dtype=np.float64)
    return Tussenligging(waarde, np.zeros(len(waarde)))


def choose_sources(graaf: Bandgraaf) -> Getallen:
    """The fixed sample of sources: as many as the work allows, drawn without putting back."""
    # In full batches: one with a few sources takes nearly as long as a full one.
    batches = WERK // max(len(graaf), 1) // TEGELIJK
    aantal = max(MINSTENS, min(STEEKPROEF, batches * TEGELIJK))
    n = graaf.beeld.aantal_organisaties
    return np.array(random.Random(0).sample(range(n), aantal), dtype=np.int64)


@dataclass(frozen=True)
class Driehoeken:
    """Three organisations that all have a band with each other; each triangle once.

    Args:
        punten: the organisations, shape ``(k, 3)``.
        randen: the edge opposite each, between the two others; shape ``(k, 3)``.
    """

    punten: Getallen
    randen: Getallen


def triangles(graaf: Bandgraaf) -> Driehoeken:
    """All triangles. O(m^1.5) at most, as igraph finds them."""
    punten = np.array(graaf.graaf.list_triangles(), dtype=np.int64).reshape(-1, 3)
    over = [graaf.edge_of(punten[:, een], punten[:, ander]) for een, ander in ((1, 2), (0, 2), (0, 1))]
    return Driehoeken(punten, np.stack(over, axis=1))


def constraint(graaf: Bandgraaf, drie: Driehoeken) -> Waarden:
    """Burt's constraint (1992) of each organisation, unweighted; NaN without bands. O(m + triangles).

    Σⱼ (pᵢⱼ + Σ_q pᵢq pqⱼ)² over the neighbours *j*, where pᵢⱼ = 1 / degree of *i*. Who lies between, *q*,
    is a neighbour of both, so the triangles say all: (1 / degree²) Σⱼ (1 + Σ_q 1 / degree of *q*)².
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        aandeel = 1 / graaf.graad
        gewicht = aandeel[drie.punten.ravel()]
        omweg = np.bincount(drie.randen.ravel(), weights=gewicht, minlength=len(graaf))
        som = np.bincount(
            graaf.randen.ravel(), weights=np.repeat((1 + omweg) ** 2, 2), minlength=len(aandeel)
        )
        maat: Waarden = som * aandeel**2
    return maat


def effective_size(graaf: Bandgraaf, drie: Driehoeken) -> Waarden:
    """Burt's effective size (1992): *n − 2t / n* (Borgatti 1997); NaN without bands.

    *n* is the number of neighbours, *t* the number of bands among them.
    """
    onderling = np.bincount(drie.punten.ravel(), minlength=graaf.beeld.aantal_organisaties)
    graad = graaf.graad.astype(np.float64)
    with np.errstate(divide="ignore", invalid="ignore"):
        maat: Waarden = graad - 2 * onderling / graad
    return maat
