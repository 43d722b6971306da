"""Kumu's JSON: a blueprint, with an id for every element and connection.

Definition: https://docs.kumu.io/guides/import/blueprints. Our own importer of graphs reads it back.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import BinaryIO

from netwerkkaart.export.gegevens import Gegevens, Knopen, Relaties
from netwerkkaart.export.teksten import as_text
from netwerkkaart.schema.register import TYPEN

_NAAM = "naam"


def write(gegevens: Gegevens, doel: BinaryIO) -> None:
    """Write all nodes and relations. O(n + m, times the columns)."""
    with as_text(doel) as uit:
        uit.write('{\n"elements": [\n')
        uit.writelines(parted(el for tabel in gegevens.knopen for el in _elements(tabel, gegevens.namen)))
        uit.write('\n],\n"connections": [\n')
        uit.writelines(parted(c for tabel in gegevens.relaties for c in _connections(tabel)))
        uit.write("\n]\n}\n")


def parted(delen: Iterable[Mapping[str, object]]) -> Iterator[str]:
    """JSON of each, one a line, parted by commas."""
    encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=iso).encode
    voor = ""
    for deel in delen:
        yield voor + encode(deel)
        voor = ",\n"


def iso(waarde: object) -> str:
    """A date as text; nothing else needs help to become JSON.

    Raises:
        TypeError: something that no node or relation can hold.
    """
    if isinstance(waarde, date):
        return waarde.isoformat()
    raise TypeError(f"cannot write {type(waarde).__name__} as JSON")


def _elements(tabel: Knopen, namen: Mapping[str, str]) -> Iterator[dict[str, object]]:
    velden = [(veld.naam, kolom) for veld, kolom in tabel.columns() if veld.naam != _NAAM]
    koppen = [naam for naam, _ in velden]
    for id_, *rij in zip(tabel.ids, *(kolom for _, kolom in velden), strict=True):
        element: dict[str, object] = {"id": id_, "label": namen[id_], "type": tabel.naam}
        element |= {kop: waarde for kop, waarde in zip(koppen, rij, strict=True) if waarde is not None}
        yield element


def _connections(tabel: Relaties) -> Iterator[dict[str, object]]:
    soort = TYPEN[tabel.naam].soort
    vast = {
        "direction": "undirected" if soort.ongericht else "directed",
        "type": soort.woorden[0] if soort.woorden else soort.type,
    }
    koppen = [veld.naam for veld, _ in tabel.columns()]
    kolommen = [kolom for _, kolom in tabel.columns()]
    for rid, van, naar, *rij in zip(tabel.rids, tabel.van, tabel.naar, *kolommen, strict=True):
        verbinding: dict[str, object] = {"id": rid, "from": van, "to": naar, **vast}
        verbinding |= {kop: waarde for kop, waarde in zip(koppen, rij, strict=True) if waarde is not None}
        yield verbinding
