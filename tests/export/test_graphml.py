"""GraphML and GEXF as networkx and igraph read them, and by a schema."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

import igraph
import networkx as nx
import pytest
from hypothesis import given, settings
from lxml import etree

from netwerkkaart.export.gegevens import Gegevens
from netwerkkaart.inlezen.graaf import read_graaf
from netwerkkaart.schema.register import TYPEN
from tests.analyse.grafen import Rijen, view, worlds
from tests.export.hulp import Feiten, as_plain, facts, geheel, vol, write
from tests.voorbeelden import aantal

AFGELEID = frozenset({"sector", "gemeente", "nis", "regio"})
PERIODE = frozenset({"sinds", "tot"})
_GEEN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_safe(velden: Mapping[str, str]) -> dict[str, str]:
    return {naam: _GEEN_XML.sub("\ufffd", tekst) for naam, tekst in velden.items()}


def expected(gegevens: Gegevens, zonder: frozenset[str] = frozenset()) -> tuple[object, object]:
    """Nodes and relations as texts."""
    knopen, relaties = facts(gegevens)
    return (
        {i: {"soort": s, **xml_safe(as_plain(v, zonder=zonder | AFGELEID))} for i, (s, v) in knopen.items()},
        {
            rid: (van, naar, {"type": t, "gericht": not TYPEN[t].soort.ongericht, **xml_safe(as_plain(v, zonder=zonder))})
            for rid, (t, van, naar, v) in relaties.items()
        },
    )  # fmt: skip


def read_networkx(graaf: nx.MultiDiGraph[str], zonder: frozenset[str] = frozenset()) -> tuple[object, object]:
    """The same from a graph of networkx; one without parallel edges has no keys, and keeps their id as data."""
    weg = zonder | AFGELEID | {"label", "spells", "id"}
    knopen = {
        i: {n: v if n == "soort" else _text(v) for n, v in d.items() if n not in weg and v != ""}
        for i, d in graaf.nodes(data=True)
    }
    relaties = {
        d.get("id", rid): (van, naar, {n: v if n in ("type", "gericht") else _text(v) for n, v in d.items() if n not in zonder | {"spells", "id", "rid"} and v != ""})
        for van, naar, rid, d in nx.MultiDiGraph(graaf).edges(keys=True, data=True)
    }  # fmt: skip
    return knopen, relaties


def _text(waarde: object) -> str:
    return str(waarde).lower() if isinstance(waarde, bool) else str(waarde)


def test_networkx_reads_the_graphml_back() -> None:
    gegevens = geheel(vol())
    graaf = nx.read_graphml(io.BytesIO(write("graphml", gegevens)), force_multigraph=True)
    assert read_networkx(graaf) == expected(gegevens)
    school = graaf.nodes["School-1"]
    assert isinstance(school["leerlingen"], int)
    assert isinstance(school["lengte"], float)


@settings(max_examples=aantal(15))
@given(worlds())
def test_networkx_reads_any_graph_back(rijen: Rijen) -> None:
    gegevens = geheel(view(rijen))
    graaf = nx.read_graphml(io.BytesIO(write("graphml", gegevens)), force_multigraph=True)
    assert read_networkx(graaf) == expected(gegevens)
    gexf = nx.MultiDiGraph(nx.read_gexf(io.BytesIO(write("gexf", gegevens))))
    assert read_networkx(gexf, PERIODE) == expected(gegevens, PERIODE)


def test_igraph_reads_the_graphml_back(tmp_path: Path) -> None:
    gegevens = geheel(vol())
    pad = tmp_path / "a.graphml"
    pad.write_bytes(write("graphml", gegevens))
    graaf = igraph.Graph.Read_GraphML(str(pad))
    knopen, relaties = expected(gegevens)
    assert isinstance(knopen, dict)
    assert isinstance(relaties, dict)
    # Its reader leaves an ampersand in an attribute of XML as "&#38;", however it is written.
    namen = [id_.replace("&#38;", "&") for id_ in graaf.vs["id"]]
    assert {i: n for i, n in zip(namen, graaf.vs["naam"], strict=True) if n} == {
        i: v["naam"] for i, v in knopen.items() if "naam" in v
    }
    assert {e["rid"]: (namen[e.source], namen[e.target], e["type"]) for e in graaf.es} == {
        rid: (van, naar, velden["type"]) for rid, (van, naar, velden) in relaties.items()
    }


def test_networkx_reads_the_gexf_back_with_its_periods() -> None:
    gegevens = geheel(vol())
    graaf = nx.MultiDiGraph(nx.read_gexf(io.BytesIO(write("gexf", gegevens))))
    assert read_networkx(graaf, PERIODE) == expected(gegevens, PERIODE)
    knopen, relaties = facts(gegevens)
    assert {i: d["spells"] for i, d in graaf.nodes(data=True) if "spells" in d} == spells(
        {i: v for i, (_, v) in knopen.items()}
    )
    assert {r: d["spells"] for _, _, r, d in graaf.edges(keys=True, data=True) if "spells" in d} == spells(
        {r: v for r, (*_, v) in relaties.items()}
    )


def spells(velden: Mapping[str, Mapping[str, object]]) -> dict[str, list[tuple[str, str]]]:
    """First and last day of each; networkx says ``None`` as a text for an open end."""
    uit = {}
    for sleutel, eigen in velden.items():
        sinds, tot = eigen.get("sinds"), eigen.get("tot")
        einde = tot - timedelta(days=1) if isinstance(tot, date) else None
        if sinds or einde:
            uit[sleutel] = [(str(sinds), str(einde))]
    return uit


@pytest.mark.parametrize("datum", [None, date(2026, 3, 31)])
def test_the_gexf_is_one_by_its_definition(datum: date | None) -> None:
    schema = etree.RelaxNG(etree.parse(Path(__file__).with_name("gexf13.rng")))
    beeld = vol()
    boom = etree.parse(io.BytesIO(write("gexf", geheel(beeld.op(datum) if datum else beeld, datum))))
    assert schema.validate(boom), schema.error_log
    ids = [*boom.iter("{http://gexf.net/1.3}node")]
    assert len({k.get("id") for k in ids}) == len(ids) == int(boom.find(".//{*}nodes").get("count"))


def test_what_ended_before_it_began_stands_on_one_day() -> None:
    knopen = [("Clb", "c", {"naam": "C", "sinds": date(2025, 1, 1), "tot": date(2024, 1, 1)})]
    boom = etree.parse(io.BytesIO(write("gexf", geheel(type(vol()).from_rows(knopen, [])))))
    assert dict(boom.find(".//{*}spell").attrib) == {"start": "2025-01-01", "end": "2025-01-01"}


@pytest.mark.parametrize("formaat", ["graphml", "gexf"])
def test_our_own_importer_reads_it(formaat: str, tmp_path: Path) -> None:
    gegevens = geheel(vol())
    pad = tmp_path / f"a.{formaat}"
    pad.write_bytes(write(formaat, gegevens))
    graaf = read_graaf(pad)
    feiten: Feiten = facts(gegevens)
    assert {k.id: k.attributen["soort"] for k in graaf.knopen} == {i: s for i, (s, _) in feiten[0].items()}
    assert sorted((v.van, v.naar, v.attributen["type"]) for v in graaf.verbindingen) == sorted(
        (van, naar, t) for t, van, naar, _ in feiten[1].values()
    )
