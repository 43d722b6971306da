"""Writers of every format, for what the readers must give back; networkx where it can write it."""

from __future__ import annotations

import io
import json
import unicodedata
from dataclasses import dataclass
from pathlib import Path

import networkx as nx
import xlsxwriter
from hypothesis import strategies as st

Attributen = dict[str, str]


@dataclass(frozen=True)
class Proefgraaf:
    """A graph as it should come back: nodes by id, connections as a list."""

    knopen: dict[str, Attributen]
    verbindingen: list[tuple[str, str, Attributen]]
    gericht: bool = True

    def as_networkx(self) -> nx.MultiDiGraph | nx.MultiGraph:
        """The same for networkx."""
        graaf = nx.MultiDiGraph() if self.gericht else nx.MultiGraph()
        for id_, attributen in self.knopen.items():
            graaf.add_node(id_, **attributen)
        for van, naar, attributen in self.verbindingen:
            graaf.add_edge(van, naar, **attributen)
        return graaf


# Texts that were mangled elsewhere: zeros in front, decimal commas, accents, signs beyond the first plane.
LASTIG = (
    "003772",
    "1,5",
    "0,10",
    "1e5",
    "Zoë & Ïris",
    "👩‍🏫 Ünïcode",
    "=1+1",
    "<b>",
    "ja",
    "NaN",
    "null",
    "-0",
    "\"'",
)
_TEKENS = st.characters(exclude_categories=("Cs", "Cc", "Cn"), exclude_characters="\u2028\u2029\ufffe\uffff")


def composed(tekst: str) -> str:
    """The one form in which a text is kept."""
    return unicodedata.normalize("NFC", tekst)


TEKSTEN = st.one_of(
    st.sampled_from(LASTIG), st.text(_TEKENS, min_size=1, max_size=30).map(composed).filter(str.strip)
)
KOPPEN = st.sampled_from(("naam", "soort", "Gemeente", "weg met é", "kop 5", "x"))
ATTRIBUTEN = st.dictionaries(KOPPEN, TEKSTEN, max_size=4)
IDS = st.one_of(
    st.sampled_from(LASTIG),
    st.text(_TEKENS, min_size=1, max_size=12).map(composed).filter(lambda t: t.strip() == t != ""),
)


@st.composite
def proefgrafen(draw: st.DrawFn) -> Proefgraaf:
    """Small graphs with texts that are hard to keep."""
    ids = draw(st.lists(IDS, min_size=1, max_size=6, unique=True))
    knopen = {id_: draw(ATTRIBUTEN) for id_ in ids}
    paren = draw(st.lists(st.tuples(st.sampled_from(ids), st.sampled_from(ids)), max_size=8))
    verbindingen = [(van, naar, draw(ATTRIBUTEN)) for van, naar in paren]
    return Proefgraaf(knopen, verbindingen, draw(st.booleans()))


def as_graphml(graaf: Proefgraaf) -> bytes:
    """GraphML as networkx writes it."""
    uit = io.BytesIO()
    nx.write_graphml_xml(graaf.as_networkx(), uit)
    return uit.getvalue()


def as_gexf(graaf: Proefgraaf) -> bytes:
    """GEXF as networkx writes it."""
    uit = io.BytesIO()
    nx.write_gexf(graaf.as_networkx(), uit)
    return uit.getvalue()


def as_kumu(graaf: Proefgraaf, *, export: bool) -> bytes:
    """Kumu's JSON: as an export with ``attributes`` and ``_id``, or as a blueprint."""

    def deel(kop: Attributen, attributen: Attributen) -> dict[str, object]:
        return {**kop, "attributes": attributen} if export else {**kop, **attributen}

    richting = "directed" if graaf.gericht else "undirected"
    elementen = [deel({"_id" if export else "id": id_}, a) for id_, a in graaf.knopen.items()]
    verbindingen = [
        deel({"from": van, "to": naar, "direction": richting}, a) for van, naar, a in graaf.verbindingen
    ]
    return json.dumps({"elements": elementen, "connections": verbindingen}, ensure_ascii=False).encode()


def write_kumu_xlsx(
    pad: Path,
    elementen: list[Attributen],
    verbindingen: list[Attributen],
    bladen: tuple[str, str] = ("Elements", "Connections"),
) -> None:
    """A workbook as Kumu exports it; every cell is a text."""
    with xlsxwriter.Workbook(pad, {"strings_to_formulas": False, "strings_to_urls": False}) as boek:
        for naam, rijen in zip(bladen, (elementen, verbindingen), strict=True):
            blad = boek.add_worksheet(naam)
            koppen = list(dict.fromkeys(kop for rij in rijen for kop in rij))
            for kolom, kop in enumerate(koppen):
                blad.write_string(0, kolom, kop)
                for nummer, rij in enumerate(rijen, start=1):
                    blad.write_string(nummer, kolom, rij.get(kop, ""))
