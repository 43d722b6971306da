"""Betweenness from a sample: without bias, and with an error that covers what it says."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings

from benchmarks.analyse_groot import synthetic
from netwerkkaart.analyse import maten, maten_steekproef
from netwerkkaart.analyse.bandgraaf import Bandgraaf
from netwerkkaart.analyse.bruggen import sampling_note
from netwerkkaart.analyse.maten import MINSTENS, STEEKPROEF, edge_betweenness, vertex_betweenness
from netwerkkaart.analyse.maten_steekproef import sample_betweenness
from netwerkkaart.graph.beeld import KnoopRij, RelatieRij
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
    punt, fout = sample_betweenness(graaf, np.arange(n))
    echt = nx.betweenness_centrality(g, normalized=False)
    assert punt.tolist() == pytest.approx([echt[id_] for id_ in ids[:n]])
    assert not fout.any()
    lijn, fout = sample_betweenness(graaf, np.arange(n), np.arange(len(graaf)))
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


@settings(max_examples=aantal(25), deadline=None)
@given(worlds())
def test_so_they_do_in_double_precision(rijen: Rijen) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(maten_steekproef, "_ENKEL", 1)
        check_all_sources(rijen)


def test_what_is_looked_up_by_itself_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Thin levels are multiplied by their rows alone; never or always doing so gives the same."""
    graaf = Bandgraaf.of(view(synthetic(400, 1500)))
    bronnen, randen = np.arange(0, 400, 7), np.arange(len(graaf))
    for wat in (None, randen):
        gezien = []
        for dun in (0.001, 4, 10**6):
            monkeypatch.setattr(maten_steekproef, "_DUN", dun)
            gezien.append(sample_betweenness(graaf, bronnen, wat)[0].tolist())
        assert gezien[0] == pytest.approx(gezien[1], rel=1e-4)
        assert gezien[0] == pytest.approx(gezien[2], rel=1e-4)


def test_only_the_edges_that_are_asked_for() -> None:
    graaf = Bandgraaf.of(view(synthetic(400, 1500)))
    alle, enkele = edge_betweenness(graaf, 0), edge_betweenness(graaf, 0, np.array([3, 40, 200]))
    assert np.flatnonzero(~np.isnan(enkele.waarde)).tolist() == [3, 40, 200]
    for een, ander in ((alle.waarde, enkele.waarde), (alle.fout, enkele.fout)):
        assert een[[3, 40, 200]].tolist() == ander[[3, 40, 200]].tolist()


def test_beyond_a_budget_of_work_there_are_fewer_sources(monkeypatch: pytest.MonkeyPatch) -> None:
    graaf = Bandgraaf.of(view(synthetic(400, 1500)))
    m = len(graaf)
    for werk, verwacht in ((1000 * m, STEEKPROEF), (150 * m, 128), (0, MINSTENS)):
        monkeypatch.setattr(maten, "WERK", werk)
        maat = vertex_betweenness(graaf, 0)
        assert maat.bronnen == verwacht
        assert ("te veel banden" in sampling_note(maat)[0]) == (verwacht < STEEKPROEF)


def test_the_stated_error_covers_the_exact_value() -> None:
    """Two standard errors would cover 95% of a bell curve; the documentation promises nine in ten."""
    graaf = Bandgraaf.of(view(synthetic(1500, 8000)))
    n = graaf.beeld.aantal_organisaties
    for functie in (vertex_betweenness, edge_betweenness):
        exact, geschat = functie(graaf), functie(graaf, exact_tot=0)
        assert not exact.bronnen
        assert not exact.fout.any()
        assert geschat.bronnen == STEEKPROEF
        assert geschat.waarde.sum() == pytest.approx(exact.waarde.sum(), rel=0.01)
        afwijking = np.abs(geschat.waarde - exact.waarde)
        assert (afwijking <= 2 * geschat.fout + 1).mean() > 0.9
        assert np.median(afwijking / np.maximum(exact.waarde, 1)) < 0.1
        # With the least number of sources that is ever used: nearly nine in ten.
        randen = np.arange(len(graaf)) if functie is edge_betweenness else None
        bronnen = np.random.default_rng(1).choice(n, MINSTENS, replace=False)
        waarde, fout = sample_betweenness(graaf, bronnen, randen)
        assert (np.abs(waarde - exact.waarde) <= 2 * fout + 1).mean() > 0.85


def test_the_stated_error_covers_less_in_a_tree() -> None:
    """What the note and the documentation say of paths over 12 links; the estimate itself stays close."""
    boom = nx.random_labeled_tree(800, seed=3)
    knopen: list[KnoopRij] = [("School", f"s{nr:03d}", {}) for nr in boom]
    banden: list[RelatieRij] = [
        ("WERKT_SAMEN_MET", f"s{a:03d}", f"s{b:03d}", {"rid": f"{a}-{b}"}) for a, b in boom.edges
    ]
    graaf = Bandgraaf.of(view((knopen, banden)))
    for functie, minstens in ((vertex_betweenness, 0.65), (edge_betweenness, 0.4)):
        exact, geschat = functie(graaf), functie(graaf, exact_tot=0)
        afwijking = np.abs(geschat.waarde - exact.waarde)
        gedekt = (afwijking <= 2 * geschat.fout + 1).mean()
        assert minstens < gedekt < 0.9
        assert np.median(afwijking / np.maximum(exact.waarde, 1)) < 0.05
