r"""The graph as Cypher statements that fill an empty Neo4j: constraints, nodes, relations.

The statements are those with which we write ourselves (:mod:`netwerkkaart.graph.cypher`), so that labels,
types and keys come from the schema alone; in place of a parameter stand rows as literals. A row is a list and
a date a text: rows as maps took Neo4j twelve times as long, because it plans each such statement anew. Every
text is escaped, so that a name is never Cypher. A statement ends with ``;`` and a line end, and no text holds
a line end.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import BinaryIO

from netwerkkaart.export.gegevens import Gegevens, Knopen, Relaties, Tabel
from netwerkkaart.export.teksten import as_text, render
from netwerkkaart.graph import cypher
from netwerkkaart.graph.cypher import basis_of, create_nodes, create_relations
from netwerkkaart.schema.register import SOORTEN, TYPEN, allows

REEKS = 500
"""Rows in one statement: a longer list costs the parser of Neo4j more than it saves."""

_TEKENS = str.maketrans(
    {"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
    | {chr(c): f"\\u{c:04X}" for c in (*range(9), 11, 12, *range(14, 32), 127, 0x85, 0x2028, 0x2029)}
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
    onze = cypher.constraints()
    bases = dict.fromkeys(basis_of(tabel.naam) for tabel in gegevens.knopen)
    return [onze[f"{basis.lower()}_id"] for basis in bases]


def literal(waarde: object) -> str:
    r"""A value as Cypher; a date as its text, which a statement makes a date.

    >>> literal("Zoë's \\ school\n"), literal(date(2024, 9, 1)), literal(["1", "2"]), literal(True)
    ("'Zoë\\'s \\\\ school\\n'", "'2024-09-01'", "['1','2']", 'true')
    """
    if isinstance(waarde, str):
        gewoon = waarde.isprintable() and "'" not in waarde and "\\" not in waarde
        return f"'{waarde if gewoon else waarde.translate(_TEKENS)}'"
    if isinstance(waarde, bool):
        return "true" if waarde else "false"
    if isinstance(waarde, date):
        return f"'{waarde.isoformat()}'"
    if isinstance(waarde, list):
        return f"[{','.join(map(literal, waarde))}]"
    return repr(waarde)


def _nodes(tabel: Knopen) -> Iterator[str]:
    opdracht = create_nodes(tabel.naam, (), _names(tabel))
    yield from _statements(opdracht, _rows([tabel.ids], tabel))


def _relations(tabel: Relaties, gegevens: Gegevens) -> Iterator[str]:
    """Statements for each pair of base labels, so that an index finds the ends."""
    rijen = _rows([tabel.rids, tabel.van, tabel.naar], tabel)
    for (van, naar), plekken in _by_ends(tabel, gegevens.labels).items():
        opdracht = create_relations(tabel.naam, van, naar, (), _names(tabel))
        yield from _statements(opdracht, rijen if len(plekken) == len(rijen) else [rijen[i] for i in plekken])


def _by_ends(tabel: Relaties, labels: Mapping[str, str]) -> Mapping[tuple[str, str], Sequence[int]]:
    """Rows by the base labels of their ends; most types have only one pair of these."""
    soort = TYPEN[tabel.naam].soort
    van, naar = (
        {basis_of(label) for label in SOORTEN if allows(einde, label)} for einde in (soort.van, soort.naar)
    )
    if len(van) == len(naar) == 1:
        return {(van.pop(), naar.pop()): range(len(tabel))}
    groepen: dict[tuple[str, str], list[int]] = {}
    for rij, (begin, einde) in enumerate(zip(tabel.van, tabel.naar, strict=True)):
        groepen.setdefault((basis_of(labels[begin]), basis_of(labels[einde])), []).append(rij)
    return dict(sorted(groepen.items()))


def _names(tabel: Tabel) -> list[str]:
    return [veld.naam for veld, _ in tabel.columns(afgeleid=False)]


def _rows(sleutels: Sequence[Sequence[str]], tabel: Tabel) -> list[str]:
    """Each row as a list: its keys, and the values of the columns that a graph database needs."""
    kolommen = [render(kolom, literal) for kolom in sleutels]
    kolommen += [render(kolom, literal, leeg="null") for _, kolom in tabel.columns(afgeleid=False)]
    return [f"[{','.join(rij)}]" for rij in zip(*kolommen, strict=True)]


def _statements(opdracht: str, rijen: Sequence[str]) -> Iterator[str]:
    voor, _, na = opdracht.partition("$rijen")
    for begin in range(0, len(rijen), REEKS):
        reeks = ",\n".join(rijen[begin : begin + REEKS])
        yield f"{voor}[\n{reeks}\n]{na};\n"
