"""A view as a graph of networkx or igraph, with everything that is known of nodes and relations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from netwerkkaart.graph.beeld import Beeld, Relaties
from netwerkkaart.schema.register import BANDEN, TYPEN
from netwerkkaart.schema.vocabularia import SECTOR

if TYPE_CHECKING:
    import igraph
    import networkx as nx

Velden = dict[str, object]


def as_networkx(beeld: Beeld, *, alleen_banden: bool = False) -> nx.MultiDiGraph[str]:
    """The view as a directed multigraph. O(n + m).

    A node is named by its id and has ``soort``, ``sector`` and its properties; a relation has its ``rid`` as
    key, and ``type``, ``gericht`` (false for what has no direction) and its properties. Dates are dates.

    Args:
        beeld: the view.
        alleen_banden: only organisations and the ties between them.

    >>> beeld = Beeld.from_rows([("School", "s", {"naam": "De Ark"}), ("Clb", "c", {})],
    ...     [("BEGELEIDT", "c", "s", {"rid": "BEGELEIDT|c|s"})])
    >>> graaf = as_networkx(beeld)
    >>> graaf.nodes["s"], list(graaf.edges(keys=True))
    ({'soort': 'School', 'sector': 'onderwijs', 'naam': 'De Ark'}, [('c', 's', 'BEGELEIDT|c|s')])
    """
    import networkx as nx

    graaf: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graaf.add_nodes_from((beeld.ids[knoop], velden) for knoop, velden in _nodes(beeld, alleen_banden))
    graaf.add_edges_from(
        (beeld.ids[van], beeld.ids[naar], rid, velden)
        for van, naar, rid, velden in _relations(beeld, alleen_banden)
    )
    return graaf


def as_igraph(beeld: Beeld, *, alleen_banden: bool = False) -> igraph.Graph:
    """The view as a directed graph of igraph; ``name`` is the id of a node and the ``rid`` of a relation.

    Attributes are those of :func:`as_networkx`; None where a node or relation has none. O(n + m).
    """
    import igraph

    knopen = list(_nodes(beeld, alleen_banden))
    relaties = list(_relations(beeld, alleen_banden))
    graaf = igraph.Graph(len(knopen), [(van, naar) for van, naar, _, _ in relaties], directed=True)
    graaf.vs["name"] = [beeld.ids[knoop] for knoop, _ in knopen]
    graaf.es["name"] = [rid for _, _, rid, _ in relaties]
    for reeks, rijen in ((graaf.vs, [v for _, v in knopen]), (graaf.es, [v for *_, v in relaties])):
        for naam in sorted(set().union(*rijen)):
            reeks[naam] = [velden.get(naam) for velden in rijen]
    return graaf


def _nodes(beeld: Beeld, alleen_banden: bool) -> Iterator[tuple[int, Velden]]:
    """Number and attributes of each node; organisations come first in a view, so there are no gaps."""
    for knoop in range(beeld.aantal_organisaties if alleen_banden else len(beeld)):
        sector = int(beeld.sector[knoop])
        velden: Velden = {"soort": beeld.label(knoop)}
        if sector >= 0:
            velden["sector"] = SECTOR.codes[sector]
        velden |= {naam: w for naam, kolom in beeld.kolommen.items() if (w := kolom[knoop]) is not None}
        yield knoop, velden


def _relations(beeld: Beeld, alleen_banden: bool) -> Iterator[tuple[int, int, str, Velden]]:
    for naam, tabel in beeld.relaties.items():
        if not alleen_banden or naam in BANDEN:
            yield from _rows(naam, tabel)


def _rows(naam: str, tabel: Relaties) -> Iterator[tuple[int, int, str, Velden]]:
    gericht = not TYPEN[naam].soort.ongericht
    einden = zip(tabel.van.tolist(), tabel.naar.tolist(), tabel.rids, strict=True)
    for plek, (van, naar, rid) in enumerate(einden):
        velden: Velden = {"type": naam, "gericht": gericht}
        velden |= {naam: w for naam, kolom in tabel.kolommen.items() if (w := kolom[plek]) is not None}
        yield van, naar, rid, velden
