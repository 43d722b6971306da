r"""The graph as Cypher statements that fill an empty Neo4j: constraints, nodes, relations.

Rows travel as literals in batches; every statement ends with ``;`` and a line end, and no text holds a line
end, so that a file is easily cut in statements. Labels, types and keys come from the schema alone
(:mod:`netwerkkaart.graph.cypher`), and every text is escaped: a name is never Cypher.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import BinaryIO

from netwerkkaart.export.gegevens import Gegevens, Knopen, Relaties, Tabel
from netwerkkaart.export.teksten import as_text, render
from netwerkkaart.graph.cypher import basis_of
from netwerkkaart.schema.register import SOORTEN, TYPEN

REEKS = 500
"""Rows in one statement: a longer list costs the parser of Neo4j more than it saves."""

_TEKENS = str.maketrans(
    {"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
    | {
        chr(code): f"\\u{code:04X}"
        for code in (*range(0x09), 0x0B, *range(0x0C, 0x0D), *range(0x0E, 0x20), 0x7F)
    }
    | {chr(code): f"\\u{code:04X}" for code in (0x85, 0x2028, 0x2029)}
)


def write(gegevens: Gegevens, doel: BinaryIO) -> None:
    """Write constraints, nodes and relations. O(n + m, times the columns)."""
    with as_text(doel) as uit:
        uit.write(f"// {gegevens.kop.toelichting}\n// Laad dit in een lege gegevensbank.\n")
        uit.writelines(f"{opdracht};\n" for opdracht in constraints(gegevens))
        for knopen in gegevens.knopen:
            uit.writelines(_nodes(knopen))
        for relaties in gegevens.relaties:
            uit.writelines(_relations(relaties, gegevens))


def constraints(gegevens: Gegevens) -> list[str]:
    """A unique id for each base label that occurs; without one, loading relations takes hours."""
    return [
        f"CREATE CONSTRAINT {basis.lower()}_id IF NOT EXISTS FOR (n:{basis}) REQUIRE n.id IS UNIQUE"
        for basis in dict.fromkeys(basis_of(tabel.naam) for tabel in gegevens.knopen)
    ]


def literal(waarde: object) -> str:
    r"""A value as Cypher.

    >>> literal("Zoë's \\ school\n"), literal(date(2024, 9, 1)), literal(["1", "2"]), literal(True)
    ("'Zoë\\'s \\\\ school\\n'", "date('2024-09-01')", "['1','2']", 'true')
    """
    if isinstance(waarde, str):
        return f"'{waarde.translate(_TEKENS)}'"
    if isinstance(waarde, bool):
        return "true" if waarde else "false"
    if isinstance(waarde, date):
        return f"date('{waarde.isoformat()}')"
    if isinstance(waarde, list):
        return f"[{','.join(map(literal, waarde))}]"
    return repr(waarde)


def _nodes(tabel: Knopen) -> Iterator[str]:
    labels = ":".join(SOORTEN[tabel.naam].soort.labels)
    opdracht = f"CREATE (n:{labels} {{id: rij.id}}) SET n += rij.p"
    rijen = [
        f"{{id:{literal(id_)},p:{{{''.join(cellen)[1:]}}}}}"
        for id_, *cellen in zip(tabel.ids, *_cells(tabel), strict=True)
    ]
    yield from _statements(rijen, opdracht)


def _relations(tabel: Relaties, gegevens: Gegevens) -> Iterator[str]:
    """A statement for each pair of base labels, so that an index finds the ends."""
    labels = gegevens.labels
    einden = [(basis_of(labels[a]), basis_of(labels[b])) for a, b in zip(tabel.van, tabel.naar, strict=True)]
    rijen = [
        f"{{v:{literal(van)},n:{literal(naar)},p:{{rid:{literal(rid)}{''.join(cellen)}}}}}"
        for rid, van, naar, *cellen in zip(tabel.rids, tabel.van, tabel.naar, *_cells(tabel), strict=True)
    ]
    volgorde = sorted(range(len(rijen)), key=einden.__getitem__)
    for (van, naar), plekken in groupby(volgorde, key=einden.__getitem__):
        opdracht = (
            f"MATCH (a:{van} {{id: rij.v}}) MATCH (b:{naar} {{id: rij.n}}) "
            f"CREATE (a)-[x:{TYPEN[tabel.naam].soort.type}]->(b) SET x += rij.p"
        )
        yield from _statements([rijen[plek] for plek in plekken], opdracht)


def _cells(tabel: Tabel) -> list[list[str]]:
    """``,key:value`` of each column that a graph database needs."""
    return [
        render(kolom, lambda waarde, naam=veld.naam: f",{naam}:{literal(waarde)}")  # type: ignore[misc]
        for veld, kolom in tabel.columns(afgeleid=False)
    ]


def _statements(rijen: Sequence[str], opdracht: str) -> Iterator[str]:
    for begin in range(0, len(rijen), REEKS):
        reeks = ",\n".join(rijen[begin : begin + REEKS])
        yield f"UNWIND [\n{reeks}\n] AS rij\n{opdracht};\n"
