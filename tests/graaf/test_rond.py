"""What another program writes comes in as it is: every node, every connection, every text."""

from __future__ import annotations

import contextlib
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netwerkkaart.fouten import GebruikersFout
from netwerkkaart.inlezen.graaf import Graaf, Richting, read_graaf
from tests.graaf.schrijvers import Proefgraaf, as_gexf, as_graphml, as_kumu, proefgrafen, write_kumu_xlsx
from tests.voorbeelden import aantal

SCHRIJVERS: dict[str, Callable[[Proefgraaf], bytes]] = {
    "graphml": as_graphml,
    "gexf": as_gexf,
    "kumu-export": lambda graaf: as_kumu(graaf, export=True),
    "kumu-blauwdruk": lambda graaf: as_kumu(graaf, export=False),
}


def lees(inhoud: bytes, naam: str = "kaart") -> Graaf:
    with tempfile.TemporaryDirectory() as map_:
        pad = Path(map_, naam)
        pad.write_bytes(inhoud)
        return read_graaf(pad)


@pytest.mark.parametrize("formaat", SCHRIJVERS)
@settings(max_examples=aantal(12))
@given(graaf=proefgrafen())
def test_a_graph_comes_back_with_every_text_as_it_was(formaat: str, graaf: Proefgraaf) -> None:
    gelezen = lees(SCHRIJVERS[formaat](graaf))
    knopen = {knoop.id: dict(knoop.attributen) for knoop in gelezen.knopen}
    verbindingen = Counter(
        _edge(v.van, v.naar, dict(v.attributen), graaf.gericht) for v in gelezen.verbindingen
    )
    if formaat == "gexf":  # networkx gives every node a label, and every connection a key
        for id_, attributen in knopen.items():
            assert attributen.pop("label") == id_
    assert knopen == graaf.knopen
    assert verbindingen == Counter(_edge(van, naar, a, graaf.gericht) for van, naar, a in graaf.verbindingen)
    assert len(gelezen.knopen) == len(graaf.knopen)
    richting = Richting.HEEN if graaf.gericht else Richting.GEEN
    assert {v.richting for v in gelezen.verbindingen} <= {richting}


def _edge(van: str, naar: str, attributen: dict[str, str], gericht: bool) -> tuple[object, ...]:
    attributen = {kop: tekst for kop, tekst in attributen.items() if kop != "networkx_key"}
    einden = (van, naar) if gericht else tuple(sorted((van, naar)))
    return (*einden, tuple(sorted(attributen.items())))


@pytest.mark.parametrize("formaat", SCHRIJVERS)
@settings(max_examples=aantal(15))
@given(graaf=proefgrafen(), data=st.data())
def test_a_damaged_file_is_read_or_refused_in_a_sentence(
    formaat: str, graaf: Proefgraaf, data: st.DataObject
) -> None:
    inhoud = bytearray(SCHRIJVERS[formaat](graaf))
    for _ in range(data.draw(st.integers(1, 4))):
        plaats = data.draw(st.integers(0, len(inhoud)))
        lengte = data.draw(st.integers(0, 12))
        stuk = data.draw(
            st.sampled_from([b"", b"\x00", b"\xff", b"<", b'"', b"{", b"]]>", b"&#0;", b"<node>", b"NaN"])
        )
        inhoud[plaats : plaats + lengte] = stuk
    with contextlib.suppress(GebruikersFout):  # nothing else may be raised
        gelezen = lees(bytes(inhoud))
        assert gelezen.knopen or gelezen.verbindingen


def test_a_workbook_of_kumu_comes_back(tmp_path: Path) -> None:
    pad = tmp_path / "kaart.xlsx"
    write_kumu_xlsx(
        pad,
        [
            {"Label": "003772", "Type": "School", "Tags": "a|b", "Score": "1,5"},
            {"Label": "Zoë 👩‍🏫", "Type": "Clb"},
        ],
        [
            {"From": "Zoë 👩‍🏫", "To": "003772", "Type": "begeleidt", "Direction": "directed"},
            {"From": "003772", "To": "Zoë 👩‍🏫|003772", "Type": "kent", "Direction": "mutual"},
        ],
    )
    graaf = read_graaf(pad)
    assert [(k.id, dict(k.attributen), k.blad, k.plaats) for k in graaf.knopen] == [
        ("003772", {"Label": "003772", "Type": "School", "Tags": "a|b", "Score": "1,5"}, "Elements", 2),
        ("Zoë 👩‍🏫", {"Label": "Zoë 👩‍🏫", "Type": "Clb"}, "Elements", 3),
    ]
    assert [(v.van, v.naar, v.richting, v.plaats) for v in graaf.verbindingen] == [
        ("Zoë 👩‍🏫", "003772", Richting.HEEN, 2),
        ("003772", "Zoë 👩‍🏫", Richting.BEIDE, 3),
        ("003772", "003772", Richting.BEIDE, 3),
    ]


def test_ids_of_a_workbook_part_elements_with_one_label(tmp_path: Path) -> None:
    pad = tmp_path / "kaart.xlsx"
    write_kumu_xlsx(
        pad,
        [{"ID": "a", "Label": "De Ark"}, {"ID": "b", "Label": "De Ark"}, {"ID": "c", "Label": "CLB"}],
        [{"From": "a", "To": "CLB"}],
    )
    graaf = read_graaf(pad)
    assert [(v.van, v.naar) for v in graaf.verbindingen] == [("a", "c")], (
        "a label that one element has is enough"
    )


def test_sheets_that_ask_it_are_left_out_and_others_are_told(tmp_path: Path) -> None:
    pad = tmp_path / "kaart.xlsx"
    write_kumu_xlsx(pad, [{"Label": "De Ark"}], [{"Vraag": "?"}], ("Scholen", "Enquête"))
    graaf = read_graaf(pad)
    assert [k.id for k in graaf.knopen] == ["De Ark"]
    assert [m.blad for m in graaf.meldingen] == ["Enquête"]
    write_kumu_xlsx(pad, [{"Label": "De Ark"}], [{"Label": "Oud"}], ("Scholen", "Oud (ignore)"))
    assert [k.id for k in read_graaf(pad).knopen] == ["De Ark"]


def test_texts_that_look_alike_are_alike() -> None:
    graphml = """<graphml><graph edgedefault="directed"><node id="Zoe\u0308"/>
    <edge source="Zo\u00eb" target="Zoe\u0308"/></graph></graphml>"""
    graaf = lees(graphml.encode())
    assert [(v.van, v.naar) for v in graaf.verbindingen] == [("Zo\u00eb", "Zo\u00eb")]


def test_periods_and_values_in_time_of_gexf() -> None:
    gexf = """<gexf xmlns="http://gexf.net/1.3" version="1.3"><graph mode="dynamic" timeformat="date">
    <attributes class="node"><attribute id="0" title="soort" type="string"/></attributes>
    <nodes><node id="a" label="A" start="2020-09-01" end="2024-06-30">
    <attvalues><attvalue for="0" value="Clb" start="2020-01-01"/><attvalue for="0" value="School" start="2022-01-01"/>
    </attvalues></node>
    <node id="b"><spells><spell start="2019" end="2020"/><spell start="2022" endopen="2023-01-01"/></spells></node>
    </nodes><edges/></graph></gexf>"""
    graaf = lees(gexf.encode())
    a, b = graaf.knopen
    assert dict(a.attributen) == {"label": "A", "soort": "School", "sinds": "2020-09-01", "tot": "2024-07-01"}
    assert dict(b.attributen) == {"sinds": "2022", "tot": "2023-01-01"}, "of two periods the last"
    assert len(graaf.meldingen) == 2, "what was not taken is told"


def test_texts_of_yed_are_names_of_nodes_and_connections() -> None:
    ruimte = 'xmlns:y="http://www.yworks.com/xml/graphml"'
    graphml = f"""<graphml {ruimte}><key for="node" id="g" yfiles.type="nodegraphics"/>
    <key for="edge" id="e" yfiles.type="edgegraphics"/><graph edgedefault="directed">
    <node id="n0"><data key="g"><y:ShapeNode><y:Geometry x="1.0"/><y:NodeLabel>CLB
    <y:Model>x</y:Model></y:NodeLabel></y:ShapeNode></data></node>
    <node id="n1"><desc>warm</desc></node>
    <edge source="n0" target="n1" directed="false"><data key="e"><y:PolyLineEdge>
    <y:EdgeLabel>werkt samen</y:EdgeLabel></y:PolyLineEdge></data></edge></graph></graphml>"""
    graaf = lees(graphml.encode())
    assert [dict(k.attributen) for k in graaf.knopen] == [{"label": "CLB"}, {"desc": "warm"}]
    assert [(v.richting, dict(v.attributen)) for v in graaf.verbindingen] == [
        (Richting.GEEN, {"label": "werkt samen"})
    ]
