"""GEXF 1.3 for Gephi, with the periods of nodes and relations on its timeline.

Definition: https://gexf.net/schema.html. Both ends of a spell belong to it, so a spell ends on the day before
``tot``. Every edge is directed (networkx refuses a graph with edges of two sorts); ``gericht`` says which way
means nothing. Its ``kind`` is the type, without which Gephi would lay parallel edges on one another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import BinaryIO

from netwerkkaart.export.gegevens import Gegevens, Relaties, Tabel, Veld, union_fields
from netwerkkaart.export.graphml import GERICHT, SOORT, TYPE, ends
from netwerkkaart.export.teksten import as_text, plain, render, xml_text
from netwerkkaart.graph.beeld import Kolom
from netwerkkaart.schema.register import TYPEN

_TYPE = {"getal": "integer", "kommagetal": "double", "ja/nee": "boolean"}
_PERIODE = frozenset({"sinds", "tot"})
"""Properties that become spells."""
_DAG = timedelta(days=1)


def write(gegevens: Gegevens, doel: BinaryIO) -> None:
    """Write all nodes and relations. O(n + m, times the columns)."""
    knoopvelden = (SOORT, *_stated(union_fields(gegevens.knopen)))
    relatievelden = (TYPE, GERICHT, *_stated(union_fields(gegevens.relaties)))
    knopen, relaties = gegevens.count()
    with as_text(doel) as uit:
        uit.write(
            '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n'
        )
        uit.write("  <meta>\n    <creator>Netwerkkaart</creator>\n")
        uit.write(f"    <description>{xml_text(gegevens.kop.toelichting)}</description>\n  </meta>\n")
        uit.write('  <graph defaultedgetype="directed" mode="dynamic" timeformat="date" ')
        uit.write('timerepresentation="interval">\n')
        uit.writelines(_attributes("node", knoopvelden))
        uit.writelines(_attributes("edge", relatievelden))
        uit.write(f'    <nodes count="{knopen}">\n')
        for tabel in gegevens.knopen:
            uit.writelines(_nodes(tabel, tabel.ids, gegevens.namen))
        uit.write(f'    </nodes>\n    <edges count="{relaties}">\n')
        for banden in gegevens.relaties:
            uit.writelines(_edges(banden))
        uit.write("    </edges>\n  </graph>\n</gexf>\n")


def _stated(velden: Iterable[Veld]) -> tuple[Veld, ...]:
    return tuple(veld for veld in velden if veld.naam not in _PERIODE)


def _attributes(klasse: str, velden: Iterable[Veld]) -> Iterator[str]:
    yield f'    <attributes class="{klasse}" mode="static">\n'
    for veld in velden:
        soort = _TYPE.get(veld.vorm, "string")
        yield f'      <attribute id="{veld.naam}" title="{veld.naam}" type="{soort}"/>\n'
    yield "    </attributes>\n"


def _nodes(tabel: Tabel, ids: Sequence[str], namen: Mapping[str, str]) -> Iterator[str]:
    eerst = _value(SOORT, tabel.naam)
    for id_, periode, *cellen in zip(ids, _spells(tabel, len(ids)), *_cells(tabel), strict=True):
        yield (
            f'      <node id="{xml_text(id_)}" label="{xml_text(namen[id_])}">'
            f"<attvalues>{eerst}{''.join(cellen)}</attvalues>{periode}</node>\n"
        )


def _edges(tabel: Relaties) -> Iterator[str]:
    eerst = _value(TYPE, tabel.naam) + _value(GERICHT, plain(not TYPEN[tabel.naam].soort.ongericht))
    rijen = zip(tabel.rids, *ends(tabel), _spells(tabel, len(tabel)), *_cells(tabel), strict=True)
    for rid, begin, einde, periode, *cellen in rijen:
        yield (
            f'      <edge id="{xml_text(rid)}" source="{begin}" target="{einde}" '
            f'kind="{tabel.naam}"><attvalues>{eerst}{"".join(cellen)}</attvalues>{periode}</edge>\n'
        )


def _value(veld: Veld, tekst: str) -> str:
    return f'<attvalue for="{veld.naam}" value="{xml_text(tekst)}"/>'


def _cells(tabel: Tabel) -> list[list[str]]:
    return [
        render(kolom, lambda waarde, veld=veld: _value(veld, plain(waarde)))  # type: ignore[misc]
        for veld, kolom in tabel.columns()
        if veld.naam not in _PERIODE
    ]


def _spells(tabel: Tabel, aantal: int) -> list[str]:
    """The period of each row as a spell; the empty text for what always held."""
    leeg: Kolom = [None] * aantal
    sinds, tot = (tabel.kolommen.get(naam, leeg) for naam in ("sinds", "tot"))
    if sinds is leeg and tot is leeg:
        return [""] * aantal
    return [_spell(begin, einde) for begin, einde in zip(sinds, tot, strict=True)]


def _spell(sinds: object, tot: object) -> str:
    """One period; what ended before it began is put on the day on which it began.

    >>> _spell(date(2024, 9, 1), date(2025, 9, 1))
    '<spells><spell start="2024-09-01" end="2025-08-31"/></spells>'
    >>> _spell(None, date(2025, 9, 1)), _spell(None, None)
    ('<spells><spell end="2025-08-31"/></spells>', '')
    """
    begin = f' start="{sinds.isoformat()}"' if isinstance(sinds, date) else ""
    einde = ""
    if isinstance(tot, date):
        laatste = tot - _DAG
        einde = f' end="{(max(laatste, sinds) if isinstance(sinds, date) else laatste).isoformat()}"'
    return f"<spells><spell{begin}{einde}/></spells>" if begin or einde else ""
