"""Which start reaches which offer: fitting, not full, over a route.

With *W*ⱼ who helps with which offer that is not full after exactly *j* further links (*W*₀: the providers,
*W*ⱼ₊₁ = *V* *W*ⱼ with *V* the further links), a start reaches at *j* + 1 links what its first links *E* lead
to: *E* *W*ⱼ, kept where the offer reaches the start's municipality. Two things make this quick: the products
are taken from the side of the offers, where few rows are filled; and what starts of one municipality share,
an *x* and its offers there, is looked up once.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array

from netwerkkaart.analyse.aanbod import Aanbodtabel, Matrix
from netwerkkaart.analyse.basis import Getallen
from netwerkkaart.analyse.kolommen import find, first_of_runs, spread
from netwerkkaart.analyse.routes import Routes
from netwerkkaart.graph.beeld import Indexen


@dataclass(frozen=True)
class Raakpunten:
    """Every (start, offer) that is reached: fitting, not full, over a route; columns of equal length.

    Args:
        start: position among the starts, ascending.
        niveau: links of the shortest route, 0 for an own offer; ascending within a start.
        aanbod: position among the offers; ascending within a level.
    """

    start: Getallen
    niveau: Getallen
    aanbod: Getallen


def find_hits(start: Indexen, plaats: Indexen, aanbod: Aanbodtabel, routes: Routes) -> Raakpunten:
    """What each start reaches. One sparse product per link, and one sort of all that is reached.

    Args:
        start: nodes of the starts.
        plaats: position of the municipality of each; −1: unknown.
        aanbod: the offers.
        routes: the routes.
    """
    helpt = aanbod.vrije_aanbieders
    per_niveau = [_fitting(helpt, start, plaats, aanbod)]
    via, paar, wie = _first_links(start, plaats, aanbod, routes)
    for niveau in range(routes.schakels):
        helpt = routes.verder.matrix @ helpt if niveau else helpt
        per_niveau.append(via @ _fitting(helpt, wie, paar, aanbod))
    return _shortest(per_niveau)


def _first_links(
    start: Indexen, plaats: Indexen, aanbod: Aanbodtabel, routes: Routes
) -> tuple[Matrix, Getallen, Getallen]:
    """Start × pair (municipality, *x*) by the first links; and the municipality and *x* of each pair."""
    eerste, gemeenten = routes.eerste, len(aanbod.gebied)
    rij, link = spread(eerste.grenzen, start)
    n, m = eerste.aantal_knopen, len(link)
    sleutels = (plaats[rij].astype(np.int64) % gemeenten) * n + eerste.naar[link]
    gesorteerd = np.sort(sleutels * m + np.arange(m))
    paren, orde = gesorteerd // max(m, 1), gesorteerd % max(m, 1)
    nieuw = first_of_runs(paren)
    nummer = np.cumsum(nieuw) - 1
    paren = paren[nieuw]
    via = csr_array((np.ones(m, dtype=np.bool_), (rij[orde], nummer)), shape=(len(start), len(paren)))
    return via, paren // max(n, 1), paren % max(n, 1)


def _fitting(
    helpt: Matrix, wie: Indexen | Getallen, plaats: Indexen | Getallen, aanbod: Aanbodtabel
) -> Matrix:
    """Row × offer: what each of some organisations helps with that reaches the municipality beside it."""
    alle = helpt[wie]
    # Through flat positions: several times quicker than by row and column. They fit in 32 bits.
    begin = (plaats % len(aanbod.gebied) * len(aanbod)).astype(np.int32)
    plek = np.repeat(begin, np.diff(alle.indptr)) + alle.indices
    past = np.flatnonzero(aanbod.gebied.ravel().take(plek))
    waar, grenzen = np.ones(len(past), dtype=np.bool_), np.searchsorted(past, alle.indptr)
    return csr_array((waar, alle.indices[past], grenzen), shape=alle.shape)


def _shortest(per_niveau: list[Matrix]) -> Raakpunten:
    """All hits in order of start, level, offer; of an offer at several levels the lowest."""
    niveaus, (aantal_start, aantal) = len(per_niveau), per_niveau[0].shape
    delen = []
    for niveau, geraakt in enumerate(per_niveau):
        begin = (np.arange(aantal_start, dtype=np.int64) * niveaus + niveau) * aantal
        delen.append(np.repeat(begin, np.diff(geraakt.indptr)) + geraakt.indices)
    alle = np.sort(np.concatenate(delen))
    blijft = np.ones(len(alle), dtype=np.bool_)
    for laag, deel in enumerate(delen[:-1]):
        for verder in range(1, niveaus - laag):
            dubbel = find(alle, deel + verder * aantal)
            blijft[dubbel[dubbel >= 0]] = False
    plek, wat = np.divmod(alle[blijft], max(aantal, 1))
    return Raakpunten(plek // niveaus, plek % niveaus, wat)
