"""Values that were published for known networks, each with its source; and networkx on the same networks."""

from __future__ import annotations

from typing import Any

import networkx as nx
import pytest

from netwerkkaart.analyse.bandgraaf import Bandgraaf
from netwerkkaart.analyse.brugfiguren import BrugFiguur, brugfiguren
from netwerkkaart.analyse.bruggen import bruggen
from netwerkkaart.analyse.gemeenschappen import gemeenschappen
from netwerkkaart.analyse.maten import (
    constraint,
    edge_betweenness,
    effective_size,
    triangles,
    vertex_betweenness,
)
from netwerkkaart.analyse.sectoren import sectoren
from netwerkkaart.analyse.sectoren_blik import ei_index
from netwerkkaart.graph.beeld import Beeld
from tests.analyse.grafen import Bouwer, view


def as_view(g: Any, soort: Any = lambda _: "School") -> Beeld:
    """A known network as organisations and ties."""
    b = Bouwer()
    for knoop in g:
        b.node(soort(knoop), str(knoop))
    for een, ander in g.edges:
        b.rel("WERKT_SAMEN_MET", str(een), str(ander))
    return view(b.rijen)


def holes() -> Any:
    """The network of Borgatti's note on Burt's measures (Connections 20, 1997, figure 1)."""
    paren = "AB AF AG AE EG FG BG BD DG GC"
    return nx.Graph([(paar[0], paar[1]) for paar in paren.split()])


NETWERKEN = {
    "florence": nx.florentine_families_graph,
    "vrouwen": nx.davis_southern_women_graph,
    "karate": nx.karate_club_graph,
    "gaten": holes,
    "misérables": nx.les_miserables_graph,
}


@pytest.mark.parametrize("naam", NETWERKEN)
def test_measures_are_those_of_networkx(naam: str) -> None:
    g = NETWERKEN[naam]()
    for _, _, gegevens in g.edges(data=True):
        gegevens.clear()  # our bands have no weight
    beeld = as_view(g)
    graaf = Bandgraaf.of(beeld)
    knopen = [next(knoop for knoop in g if str(knoop) == id_) for id_ in beeld.ids]
    for ons, zij in (
        (vertex_betweenness(graaf).waarde, nx.betweenness_centrality(g, normalized=False)),
        (constraint(graaf, triangles(graaf)), nx.constraint(g)),
        (effective_size(graaf, triangles(graaf)), nx.effective_size(g)),
    ):
        assert ons.tolist() == pytest.approx([zij[knoop] for knoop in knopen])
    op_rand = nx.edge_betweenness_centrality(g, normalized=False)
    for (een, ander), waarde in zip(graaf.randen.tolist(), edge_betweenness(graaf).waarde, strict=True):
        paar = knopen[een], knopen[ander]
        assert waarde == pytest.approx(op_rand.get(paar, op_rand.get(paar[::-1])))
    gevonden = {frozenset(graaf.randen[rand].tolist()) for rand in graaf.graaf.bridges()}
    plek = {knoop: nr for nr, knoop in enumerate(knopen)}
    assert gevonden == {frozenset((plek[u], plek[v])) for u, v in nx.bridges(g)}
    assert set(graaf.graaf.articulation_points()) == {plek[k] for k in nx.articulation_points(g)}


def test_betweenness_of_the_florentine_families() -> None:
    """M. O. Jackson, *Social and Economic Networks*, Princeton 2008, § 1.2.1.

    Marriages after J. F. Padgett and C. K. Ansell, *Robust action and the rise of the Medici*, American Journal of
    Sociology 98, 1993: the Medici lie on 0.522 of the shortest paths between others, the Guadagni on 0.255,
    the Strozzi on 0.103. With the Pucci, who had no marriages, the Medici lie on 0.452 of them.
    """
    g = nx.florentine_families_graph()
    beeld = as_view(g)
    tussen = dict(zip(beeld.ids, vertex_betweenness(Bandgraaf.of(beeld)).waarde.tolist(), strict=True))
    paren = 14 * 13 / 2
    for familie, waarde in (("Medici", 0.522), ("Guadagni", 0.255), ("Strozzi", 0.103)):
        assert tussen[familie] / paren == pytest.approx(waarde, abs=0.0006)
    assert tussen["Medici"] / (15 * 14 / 2) == pytest.approx(0.452, abs=0.0006)


def test_burts_measures_on_borgattis_network() -> None:
    """S. P. Borgatti, *Structural holes: unpacking Burt's redundancy measures*, Connections 20, 1997.

    Effective size of G: 6 neighbours, 4 ties among them, 6 − 2 · 4/6 = 4.67. Constraint of G, A and C
    as UCINET and igraph give it for the same network.
    """
    beeld = as_view(holes())
    graaf = Bandgraaf.of(beeld)
    omvang = dict(zip(beeld.ids, effective_size(graaf, triangles(graaf)).tolist(), strict=True))
    beperking = dict(zip(beeld.ids, constraint(graaf, triangles(graaf)).tolist(), strict=True))
    assert omvang["G"] == pytest.approx(4.67, abs=0.005)
    assert omvang["A"] == pytest.approx(2.5)
    assert omvang["C"] == pytest.approx(1)
    assert [round(beperking[wie], 3) for wie in "GAC"] == [0.4, 0.595, 1.0]


def test_modularity_of_the_karate_club() -> None:
    """U. Brandes et al., *On modularity clustering*, IEEE Transactions on Knowledge and Data Engineering 20, 2008.

    The highest modularity that any division of Zachary's karate club has is 0.4198 (proven), in four groups.
    """
    g = nx.karate_club_graph()
    uitkomst = gemeenschappen(as_view(g))
    assert uitkomst.cijfers["modulariteit"] == 0.4198
    assert uitkomst.cijfers["gemeenschappen"] == 4


BEZOEKEN = {
    "Evelyn Jefferson": 8, "Laura Mandeville": 7, "Theresa Anderson": 8, "Brenda Rogers": 7,
    "Charlotte McDowd": 4, "Frances Anderson": 4, "Eleanor Nye": 4, "Pearl Oglethorpe": 3,
    "Ruth DeSand": 4, "Verne Sanderson": 4, "Myra Liddel": 4, "Katherina Rogers": 6,
    "Sylvia Avondale": 7, "Nora Fayette": 8, "Helen Lloyd": 5, "Dorothy Murchison": 2,
    "Olivia Carleton": 2, "Flora Price": 2,
}  # fmt: skip


def test_women_and_events_of_the_deep_south() -> None:
    """A. Davis, B. B. Gardner and M. R. Gardner, *Deep South*, Chicago 1941: 18 women at 14 events.

    Women stand as schools, events as providers: all 89 attendances then are bridges.
    """
    g = nx.davis_southern_women_graph()
    vrouwen = set(g.graph["top"])
    beeld = as_view(g, lambda knoop: "School" if knoop in vrouwen else "Jeugdhulpaanbieder")
    figuren = {rij.id: rij for rij in brugfiguren(beeld).rijen}
    assert {id_: rij.banden for id_, rij in figuren.items() if id_ in vrouwen} == BEZOEKEN
    assert all(rij.banden == rij.bruggen for rij in figuren.values())
    assert bruggen(beeld).cijfers["bruggen"] == 89
    # Nobody joins two of her own kind, so all open pairs lie within the other sector.
    assert all(rij.rol_buiten == rij.banden * (rij.banden - 1) // 2 for rij in figuren.values())
    assert _other_roles(figuren) == 0
    assert ei_index(beeld).rijen[0].ei == 1.0
    (paar,) = [r for r in sectoren(beeld).rijen if (r.sector, r.ander) == ("onderwijs", "welzijn")]
    assert (paar.banden, paar.mogelijk, paar.dichtheid) == (89, 18 * 14, 35.32)


def _other_roles(figuren: dict[str, BrugFiguur]) -> int:
    return sum(rij.rol_binnen + rij.rol_poort + rij.rol_tussen for rij in figuren.values())
