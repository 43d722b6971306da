"""Measures of the band graph: betweenness, Burt's constraint and effective size.

igraph does the counting. Beyond a size betweenness is estimated from a fixed sample of sources
(:mod:`~.maten_steekproef`), with its standard error; below it, it is exact.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from netwerkkaart.analyse.bandgraaf import Bandgraaf
from netwerkkaart.analyse.basis import Getallen
from netwerkkaart.analyse.maten_steekproef import sample_betweenness

Waarden = NDArray[np.float64]

EXACT_TOT = 30_000_000
"""Betweenness is exact as long as vertices × edges stay below this (about a second)."""
STEEKPROEF = 192
"""So many sources are sampled beyond it; the spread between them gives the error."""


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
    return _betweenness(graaf, exact_tot, graaf.graaf.betweenness, randen=False)


def edge_betweenness(graaf: Bandgraaf, exact_tot: int = EXACT_TOT) -> Tussenligging:
    """Betweenness of each edge, exact or beyond ``exact_tot`` estimated."""
    return _betweenness(graaf, exact_tot, graaf.graaf.edge_betweenness, randen=True)


def _betweenness(
    graaf: Bandgraaf, exact_tot: int, measure: Callable[..., Sequence[float]], *, randen: bool
) -> Tussenligging:
    """Brandes' algorithm (2001), O(n m), from all sources or from a fixed sample."""
    n = graaf.beeld.aantal_organisaties
    if n * len(graaf) <= exact_tot or n <= STEEKPROEF:
        exact = np.array(measure(directed=False), dtype=np.float64)
        return Tussenligging(exact, np.zeros(len(exact)))
    steekproef = np.array(random.Random(0).sample(range(n), STEEKPROEF), dtype=np.int64)
    return Tussenligging(*sample_betweenness(graaf, steekproef, randen=randen), STEEKPROEF)


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
