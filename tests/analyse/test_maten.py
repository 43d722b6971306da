"""Betweenness from a sample: without bias, and with an error that covers what it says."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings

from benchmarks.analyse_groot import synthetic
from netwerkkaart.analyse import maten_steekproef
from netwerkkaart.analyse.bandgraaf import Bandgraaf
from netwerkkaart.analyse.maten import STEEKPROEF, edge_betweenness, vertex_betweenness
from netwerkkaart.analyse.maten_steekproef import sample_betweenness
from tests.analyse.brute import Wereld
from tests.analyse.grafen import DATUM, Rijen, view, worlds
from tests.voorbeelden import aantal


def check_all_sources(rijen: Rijen) -> None:
    """With every organisation as a source the estimate is the exact value, and the error nothing."""
    wereld = Wereld(*rijen, DATUM)
    graaf = Bandgraaf.of(view(rijen))
    ids, n = graaf.beeld.ids, graaf.beeld.aantal_organisaties
    g = nx.Graph(wereld.pairs())
    g.add_nodes_from(ids[:n])
    punt, fout = sample_betweenness(graaf, np.arange(n), randen=False)
    echt = nx.betweenness_centrality(g, normalized=False)
    assert punt.tolist() == pytest.approx([echt[id_] for id_ in ids[:n]])
    assert not fout.any()
    lijn, fout = sample_betweenness(graaf, np.arange(n), randen=True)
    op_rand = nx.edge_betweenness_centrality(g, normalized=False)
    verwacht = {frozenset(paar): waarde for paar, waarde in op_rand.items()}
    einden = [frozenset((ids[u], ids[v])) for u, v in graaf.randen.tolist()]
    assert lijn.tolist() == pytest.approx([verwacht[paar] for paar in einden])
    assert not fout.any()


@settings(max_examples=aantal(25), deadline=None)
@given(worlds())
def test_all_sources_together_give_the_exact_value(rijen: Rijen) -> None:
    check_all_sources(rijen)


@settings(max_examples=aantal(25), deadline=None)
@given(worlds())
def test_so_they_do_where_paths_are_too_long_to_be_halved(rijen: Rijen) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(maten_steekproef, "DIEP", 1)
        check_all_sources(rijen)


def test_the_stated_error_covers_the_exact_value() -> None:
    """Two standard errors would cover 95% of a bell curve; the documentation promises nine in ten."""
    graaf = Bandgraaf.of(view(synthetic(1500, 8000)))
    for functie in (vertex_betweenness, edge_betweenness):
        exact, geschat = functie(graaf), functie(graaf, exact_tot=0)
        assert not exact.bronnen
        assert not exact.fout.any()
        assert geschat.bronnen == STEEKPROEF
        assert geschat.waarde.sum() == pytest.approx(exact.waarde.sum(), rel=0.01)
        afwijking = np.abs(geschat.waarde - exact.waarde)
        assert (afwijking <= 2 * geschat.fout + 1).mean() > 0.9
        assert np.median(afwijking / np.maximum(exact.waarde, 1)) < 0.1
