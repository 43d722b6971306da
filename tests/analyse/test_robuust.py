"""Curves of loss against taking organisations out one by one; R of graphs of which it is known."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netwerkkaart.analyse.drempels import Drempels
from netwerkkaart.analyse.robuust_kromme import degree_order, largest_parts, random_order, robustness
from netwerkkaart.analyse.robuustheid import AANDELEN, RONDES, draw_robuustheid, robuustheid
from tests.analyse.brute import ORG, Wereld
from tests.analyse.grafen import DATUM, Rijen, view, worlds
from tests.voorbeelden import aantal


@st.composite
def graphs(draw: st.DrawFn) -> nx.Graph:
    n = draw(st.integers(1, 9))
    paren = [(a, b) for a in range(n) for b in range(a + 1, n)]
    graaf = nx.Graph()
    graaf.add_nodes_from(range(n))
    graaf.add_edges_from(draw(st.lists(st.sampled_from(paren), unique=True)) if paren else [])
    return graaf


def edges(graaf: nx.Graph) -> np.ndarray[tuple[int, ...], np.dtype[np.int64]]:
    return np.array(sorted(map(sorted, graaf.edges)), dtype=np.int64).reshape(-1, 2)


@settings(max_examples=aantal(60))
@given(graphs(), st.data())
def test_the_largest_part_after_each_loss(graaf: nx.Graph, data: st.DataObject) -> None:
    n = len(graaf)
    orde = data.draw(st.permutations(range(n)))
    gevonden = largest_parts(n, edges(graaf), orde).tolist()
    for weg in range(n + 1):
        over = graaf.subgraph(orde[weg:])
        assert gevonden[weg] == max(map(len, nx.connected_components(over)), default=0)


@settings(max_examples=aantal(60))
@given(graphs())
def test_the_best_connected_goes_first(graaf: nx.Graph) -> None:
    n, over = len(graaf), graaf.copy()
    for knoop in degree_order(n, edges(graaf), opnieuw=True):
        assert knoop == min(over, key=lambda k: (-over.degree[k], k))
        over.remove_node(knoop)
    assert degree_order(n, edges(graaf), opnieuw=False) == sorted(graaf, key=lambda k: (-graaf.degree[k], k))


def test_r_of_graphs_of_which_it_is_known() -> None:
    n = 20
    alle = edges(nx.complete_graph(n))
    # Of a complete graph N − Q stay connected: R = (N − 1) / 2N, in whatever order.
    assert robustness(largest_parts(n, alle, random_order(n, 3))) == pytest.approx((n - 1) / (2 * n))
    ster = edges(nx.star_graph(n - 1))
    # A star falls apart with its centre: N − 1 times 1 is left, and nothing at the end.
    gericht = largest_parts(n, ster, degree_order(n, ster, opnieuw=True))
    assert robustness(gericht) == pytest.approx((n - 1) / n**2)
    vijf = edges(nx.star_graph(4))
    assert robustness(largest_parts(5, vijf, degree_order(5, vijf, opnieuw=True))) == pytest.approx(0.16)
    assert robustness(largest_parts(5, edges(nx.complete_graph(5)), range(5))) == pytest.approx(0.40)
    assert robustness(np.array([0])) is None


@settings(max_examples=aantal(15))
@given(worlds(), st.sampled_from([None, "limburg"]), st.integers(1, 3))
def test_chains_and_parts_are_those_of_what_is_left(rijen: Rijen, regio: str | None, schakels: int) -> None:
    knopen, relaties = rijen
    uitkomst = robuustheid(view(rijen), Drempels(schakels=schakels), regio=regio)
    heel = Wereld(*rijen, DATUM, schakels=schakels)
    here = sorted(o for o, s in heel.soort.items() if s in ORG and regio in (None, heel.region(o)))
    rang = {id_: nr for nr, id_ in enumerate(view(rijen).ids)}
    here.sort(key=rang.__getitem__)
    n = len(here)
    paren = {p for p in heel.pairs() if set(p) <= set(here)}
    randen = edges(nx.Graph([(here.index(a), here.index(b)) for a, b in paren]))
    orden = [*(random_order(n, RONDES + nr) for nr in range(RONDES)), degree_order(n, randen, opnieuw=True)]

    def measure(weg: set[str]) -> tuple[int, int]:
        w = Wereld(
            [k for k in knopen if k[1] not in weg],
            [r for r in relaties if not weg & {r[1], r[2]}],
            DATUM,
            schakels=schakels,
        )
        graaf = nx.Graph([p for p in w.pairs() if p in paren])
        graaf.add_nodes_from(set(here) - weg)
        dicht = sum(
            w.chain(s, t) == "gesloten"
            for s in w.nodes("School")
            for t in w.themes(s)
            if regio in (None, w.region(s))
        )
        return max(map(len, nx.connected_components(graaf)), default=0), dicht

    if not n:
        assert not uitkomst.rijen
        return
    nu = measure(set())[1]
    for plek in (0, 4, 10):
        rij, weg = uitkomst.rijen[plek], round(AANDELEN[plek] * n)
        metingen = [measure({here[k] for k in orde[:weg]}) for orde in orden]
        delen, ketens = [d / n for d, _ in metingen], [k for _, k in metingen]
        assert rij.weg == weg
        assert rij.deel_toeval == pytest.approx(sum(delen[:-1]) / RONDES)
        assert (rij.deel_toeval_laag, rij.deel_toeval_hoog) == (min(delen[:-1]), max(delen[:-1]))
        assert rij.deel_gericht == delen[-1]
        if nu:
            assert rij.keten_toeval == pytest.approx(sum(ketens[:-1]) / nu / RONDES)
            assert rij.keten_toeval_laag == pytest.approx(min(ketens[:-1]) / nu)
            assert rij.keten_gericht == pytest.approx(ketens[-1] / nu)
        else:
            assert rij.keten_gericht is None
    lijnen = draw_robuustheid(uitkomst)
    assert len(lijnen.lijnen) == (4 if nu else 2)
