"""GraphML, as networkx and igraph read it.

Definition: http://graphml.graphdrawing.org/primer/graphml-primer.html. Written by hand and row by row: the
writer of networkx wants the whole graph in memory and leaves out what the columns mean. Every edge is
directed, because both readers refuse a graph with edges of two sorts; ``gericht`` says which way means
nothing. The key of an edge stands twice: networkx reads its id, igraph mixes these up and reads the data.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from netwerkkaart.export.gegevens import Gegevens, Relaties, Tabel, Veld, union_fields
from netwerkkaart.export.teksten import as_text, plain, render, xml_text
from netwerkkaart.schema.register import TYPEN

_TYPE = {"getal": "int", "kommagetal": "double", "ja/nee": "boolean"}
_KOP = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns '
    'http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n'
)
SOORT = Veld("soort", omschrijving="Soort van de knoop.")
TYPE = Veld("type", omschrijving="Type van de relatie.")
RID = Veld("rid", omschrijving="Vaste sleutel van de relatie.")
GERICHT = Veld("gericht", "ja/nee", "Nee: de richting betekent niets.")


def write(gegevens: Gegevens, doel: BinaryIO) -> None:
    """Write all nodes and relations. O(n + m, times the columns)."""
    knoopvelden = (SOORT, *union_fields(gegevens.knopen))
    relatievelden = (RID, TYPE, GERICHT, *union_fields(gegevens.relaties))
    with as_text(doel) as uit:
        uit.write(_KOP)
        uit.write(f"  <desc>{xml_text(gegevens.kop.toelichting)}</desc>\n")
        uit.writelines(_keys("n", "node", knoopvelden))
        uit.writelines(_keys("r", "edge", relatievelden))
        uit.write('  <graph id="netwerkkaart" edgedefault="directed">\n')
        for knopen in gegevens.knopen:
            eerst = _data("n", SOORT, plain(knopen.naam))
            delen = _cells("n", knopen)
            uit.writelines(
                f'    <node id="{xml_text(id_)}">{eerst}{"".join(cellen)}</node>\n'
                for id_, *cellen in zip(knopen.ids, *delen, strict=True)
            )
        for relaties in gegevens.relaties:
            gericht = plain(not TYPEN[relaties.naam].soort.ongericht)
            eerst = _data("r", TYPE, relaties.naam) + _data("r", GERICHT, gericht)
            einden = zip(relaties.rids, *ends(relaties), *_cells("r", relaties), strict=True)
            uit.writelines(
                f'    <edge id="{xml_text(rid)}" source="{van}" target="{naar}">'
                f"{_data('r', RID, rid)}{eerst}{''.join(cellen)}</edge>\n"
                for rid, van, naar, *cellen in einden
            )
        uit.write("  </graph>\n</graphml>\n")


def ends(relaties: Relaties) -> tuple[list[str], list[str]]:
    """Both ends of each relation as XML."""
    return render(relaties.van, xml_id), render(relaties.naar, xml_id)


def xml_id(id_: object) -> str:
    """An id as XML."""
    return xml_text(str(id_))


def _keys(voor: str, waarvan: str, velden: Iterable[Veld]) -> Iterable[str]:
    for veld in velden:
        soort = _TYPE.get(veld.vorm, "string")
        yield (
            f'  <key id="{voor}_{veld.naam}" for="{waarvan}" attr.name="{veld.naam}" attr.type="{soort}">'
            f"<desc>{xml_text(veld.omschrijving)}</desc></key>\n"
        )


def _data(voor: str, veld: Veld, tekst: str) -> str:
    return f'<data key="{voor}_{veld.naam}">{xml_text(tekst)}</data>'


def _cells(voor: str, tabel: Tabel) -> list[list[str]]:
    return [
        render(kolom, lambda waarde, veld=veld: _data(voor, veld, plain(waarde)))  # type: ignore[misc]
        for veld, kolom in tabel.columns()
    ]
