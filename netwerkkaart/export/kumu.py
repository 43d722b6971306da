"""Kumu's JSON: a blueprint, with an id for every element and connection.

Definition: https://docs.kumu.io/guides/import/blueprints. Our own importer of graphs reads it back.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import BinaryIO

from netwerkkaart.export.gegevens import Gegevens, Knopen, Relaties
from netwerkkaart.export.jsontekst import encode, members, parted
from netwerkkaart.export.teksten import as_text, render
from netwerkkaart.schema.register import TYPEN

_NAAM = frozenset({"naam"})


def write(gegevens: Gegevens, doel: BinaryIO) -> None:
    """Write all nodes and relations. O(n + m, times the columns)."""
    with as_text(doel) as uit:
        uit.write('{\n"elements": [\n')
        uit.writelines(parted(el for tabel in gegevens.knopen for el in _elements(tabel, gegevens.namen)))
        uit.write('\n],\n"connections": [\n')
        uit.writelines(parted(c for tabel in gegevens.relaties for c in _connections(tabel)))
        uit.write("\n]\n}\n")


def _elements(tabel: Knopen, namen: Mapping[str, str]) -> Iterator[str]:
    for id_, *cellen in zip(tabel.ids, *members(tabel, _NAAM), strict=True):
        yield (f'{{"id":{encode(id_)},"label":{encode(namen[id_])},"type":"{tabel.naam}"{"".join(cellen)}}}')


def _connections(tabel: Relaties) -> Iterator[str]:
    soort = TYPEN[tabel.naam].soort
    richting = "undirected" if soort.ongericht else "directed"
    vast = f'"direction":"{richting}","type":{encode(soort.woorden[0] if soort.woorden else soort.type)}'
    einden = render(tabel.van, encode), render(tabel.naar, encode)
    for rid, van, naar, *cellen in zip(tabel.rids, *einden, *members(tabel), strict=True):
        yield f'{{"id":{encode(rid)},"from":{van},"to":{naar},{vast}{"".join(cellen)}}}'
