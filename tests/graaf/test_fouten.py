"""All faults of a file come at once, each with its place, as the snapshots beside this file say.

``BEWAAR_VERWACHT=1 pytest tests/graaf/test_fouten.py`` writes the snapshots anew.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from netwerkkaart.fouten import GebruikersFout
from netwerkkaart.inlezen.graaf import read_graaf
from netwerkkaart.omzetten.context import Context, Gekend
from netwerkkaart.omzetten.graaf import read_graaf as make_statements
from netwerkkaart.omzetten.koppeltabel import Koppeltabel
from tests.graaf.schrijvers import write_kumu_xlsx

VERWACHT = Path(__file__).parent / "verwacht"

GRAPHML = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <key id="d0" for="node" attr.name="naam" attr.type="string"/>
  <key id="d0" for="edge" attr.name="soort" attr.type="string"/>
  <graph edgedefault="directed">
    <node id="ark"><data key="d0">De Ark</data></node>
    <node id="ark"><data key="d0">De Ark weer</data></node>
    <node><data key="d0">Zonder code</data></node>
    <node id="clb"><data key="d0">CLB</data><data key="d0">CLB?</data><data key="d9">x</data></node>
    <edge source="ark" target="spook"/>
    <edge source="ark"/>
    <edge source="clb" target="ark" directed="misschien"/>
  </graph>
</graphml>
"""

GEXF = """<gexf xmlns="http://gexf.net/1.3" version="1.3">
<graph defaultedgetype="schuin">
<attributes class="node"><attribute id="0" title="soort"/><attribute id="0" title="weer"/></attributes>
<nodes>
<node id="ark" label="De Ark"><attvalues><attvalue for="0" value="School"/><attvalue for="0" value="Clb"/></attvalues></node>
<node label="Zonder code"/>
</nodes>
<edges>
<edge source="ark" target="spook" type="mutual"/>
<edge target="ark"/>
</edges></graph></gexf>
"""

KUMU = """{"elements": [
  {"label": "De Ark", "type": "School", "type": "Clb"},
  {"label": "De Ark", "type": "School"},
  {"type": "School", "x": NaN},
  "los",
  {"_id": "elem-1", "attributes": {"label": "CLB", "plek": {"x": 1}}}
], "connections": [
  {"from": "De Ark", "to": "elem-9", "direction": "op"},
  {"from": "CLB"}
]}"""


def _read(tmp_path: Path, bestand: str) -> list[str]:
    pad = tmp_path / bestand
    if bestand.endswith(".xlsx"):
        elementen = [{"Label": "De Ark", "Type": "School"}, {"Type": "Clb"}, {"Label": "De Ark"}]
        banden = [{"From": "De Ark", "To": "spook", "Direction": "op"}, {"From": "De Ark", "Type": "kent"}]
        write_kumu_xlsx(pad, elementen, banden)
    else:
        pad.write_text({"graphml": GRAPHML, "gexf": GEXF, "json": KUMU}[pad.suffix[1:]], encoding="utf-8")
    with pytest.raises(GebruikersFout) as gevangen:
        read_graaf(pad)
    return [gevangen.value.tekst, *map(str, gevangen.value.meldingen)]


def _compare(naam: str, regels: list[str]) -> None:
    pad, tekst = VERWACHT / f"{naam}.txt", "".join(f"{regel}\n" for regel in regels)
    if os.environ.get("BEWAAR_VERWACHT"):
        pad.parent.mkdir(exist_ok=True)
        pad.write_text(tekst, encoding="utf-8")
    assert tekst == pad.read_text(encoding="utf-8")


@pytest.mark.parametrize("bestand", ["kaart.graphml", "kaart.gexf", "kaart.json", "kaart.xlsx"])
def test_all_faults_of_a_file_at_once(bestand: str, tmp_path: Path) -> None:
    _compare(bestand, _read(tmp_path, bestand))


def test_all_that_is_told_when_words_become_ours(tmp_path: Path) -> None:
    elementen = [
        {"label": "De Ark", "type": "School", "gemeente": "Genk", "postcode": "360"},
        {"label": "de ark", "type": "School", "gemeente": "Atlantis"},
        {"label": "CLB Kantelbrug", "type": "CLB", "leerlingen": "12", "tags": ["a", "b"]},
        {"label": "Overleg Zorg", "type": "Forum", "regio": "Mars"},
        {"label": "Jan", "type": "Coordinator"},
        {"label": "Idee", "type": "Project"},
    ]
    verbindingen = [
        {"from": "De Ark", "to": "CLB Kantelbrug", "type": "clb van", "direction": "directed"},
        {"from": "CLB Kantelbrug", "to": "De Ark", "type": "clb van", "direction": "directed"},
        {"from": "De Ark", "to": "CLB Kantelbrug", "type": "verwijst naar"},
        {"from": "De Ark", "to": "Overleg Zorg", "type": "werkt samen", "sterkte": "9"},
        {"from": "De Ark", "to": "Idee", "type": "werkt samen"},
    ]
    pad = tmp_path / "kaart.json"
    pad.write_text(json.dumps({"elements": elementen, "connections": verbindingen}), encoding="utf-8")
    graaf = read_graaf(pad)

    def tell(*waarden: tuple[str, str]) -> list[str]:
        tabel = Koppeltabel.from_options([("Bestaat niet", "straat")], waarden, [])
        gekend = Gekend([("clb:1", "Clb", "CLB Kantelbrug")])
        context = Context(gekend, bron="kaart", kolommen=tabel.kolommen, waarden=tabel.waarden)
        return [str(m) for m in make_statements(graaf, context).meldingen]

    _compare("niet-gekoppeld", tell())
    _compare("gekoppeld", tell(("soort:project", "overslaan")))
    _compare(
        "gekoppeld-en-gericht",
        tell(("soort:project", "overslaan"), ("relatie:verwijst naar", "VERWIJST_NAAR beide")),
    )
