"""The parts of the neutral archive: what stands in them, and their exact bytes.

Both ways go through here, so that what is read back can be compared with what was written. Every part
is sorted and holds one statement a line; see ``docs/archief.md``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from hashlib import sha256
from typing import cast

from netwerkkaart.graph import cypher
from netwerkkaart.graph.regels import to_json
from netwerkkaart.graph.store import Reader
from netwerkkaart.schema.register import SOORTEN, TYPEN

FORMAAT_NAAM = "netwerkkaart-archief"
VERSIE = 1
META = "meta.json"
KNOPEN = "knopen.jsonl"
RELATIES = "relaties.jsonl"
IMPORTS = "imports.jsonl"
WIJZIGINGEN = "wijzigingen.jsonl"
DELEN: tuple[str, ...] = (KNOPEN, RELATIES, IMPORTS, WIJZIGINGEN)
VERPLICHT: tuple[str, ...] = (META, KNOPEN, RELATIES)

Velden = Mapping[str, object]


@dataclass(frozen=True)
class Inhoud:
    """All that an archive holds, as values.

    Args:
        knopen: ``(label, id, properties)``.
        relaties: ``(type, rid, van, naar, properties)``.
        imports: ``(id, properties, ids of the sources used)``; None: the part is absent.
        wijzigingen: ``(id of the import, its change as a line of JSON)`` in order; None: absent.
    """

    knopen: Sequence[tuple[str, str, Velden]] = ()
    relaties: Sequence[tuple[str, str, str, str, Velden]] = ()
    imports: Sequence[tuple[str, Velden, Sequence[str]]] | None = None
    wijzigingen: Sequence[tuple[str, str]] | None = None
    gemaakt: str = field(default="", compare=False)

    @cached_property
    def kenmerken(self) -> dict[str, str]:
        """SHA-256 of each part that there is, by its name; worked out once."""
        return hashes(encode(self))

    def count(self) -> dict[str, int]:
        """Number of lines of each part that there is, by the name of the part without its suffix."""
        alle = zip(DELEN, (self.knopen, self.relaties, self.imports, self.wijzigingen), strict=True)
        return {naam.removesuffix(".jsonl"): len(deel) for naam, deel in alle if deel is not None}


def encode(inhoud: Inhoud) -> dict[str, bytes]:
    """The bytes of each part that there is, by its name; the same content gives the same bytes."""
    knopen = (
        to_json({"labels": SOORTEN[label].soort.labels, "id": id_, "eigenschappen": velden})
        for label, id_, velden in sorted(inhoud.knopen, key=lambda k: k[1])
    )
    relaties = (
        to_json({"rid": rid, "type": type_, "van": van, "naar": naar, "eigenschappen": velden})
        for type_, rid, van, naar, velden in sorted(inhoud.relaties, key=lambda r: (r[1], r[3]))
    )
    delen = {KNOPEN: _lines(knopen), RELATIES: _lines(relaties)}
    if inhoud.imports is not None:
        delen[IMPORTS] = _lines(
            to_json({"id": id_, "eigenschappen": velden, "gebruikt": sorted(bronnen)})
            for id_, velden, bronnen in sorted(inhoud.imports, key=_import_order)
        )
    if inhoud.wijzigingen is not None:
        delen[WIJZIGINGEN] = _lines(
            '{"imp":' + to_json_text(imp) + "," + regel[1:] for imp, regel in inhoud.wijzigingen
        )
    return delen


def to_json_text(tekst: str) -> str:
    """A text as JSON."""
    return to_json({"": tekst})[4:-1]


def hashes(delen: Mapping[str, bytes]) -> dict[str, str]:
    """SHA-256 of each part, in hexadecimal."""
    return {naam: sha256(inhoud).hexdigest() for naam, inhoud in sorted(delen.items())}


def _lines(regels: Iterable[str]) -> bytes:
    return "".join(f"{regel}\n" for regel in regels).encode("utf-8")


def _import_order(rij: tuple[str, Velden, Sequence[str]]) -> tuple[int, str]:
    versie = rij[1].get("versie")
    return (versie if isinstance(versie, int) else 0, rij[0])


def read_content(read: Reader) -> Inhoud:
    """Everything in a store that belongs in an archive: all but the mark. O(n log n + m log m)."""
    knopen = []
    for labels, id_, velden in read(cypher.ALL_NODES, None).rijen:
        label = next(naam for naam in cast("list[str]", labels) if naam in SOORTEN)
        if not SOORTEN[label].soort.intern:
            knopen.append((label, cast(str, id_), _without(velden, "id")))
    relaties = []
    gebruikt: dict[str, list[str]] = {}
    for type_, van, naar, velden in read(cypher.ALL_RELATIONS, None).rijen:
        naam, begin, einde = cast(str, type_), cast(str, van), cast(str, naar)
        if naam not in TYPEN:
            continue  # BAND, which a copy for research derives
        if TYPEN[naam].soort.intern:
            gebruikt.setdefault(begin, []).append(einde)
        else:
            rid = cast("dict[str, str]", velden)["rid"]
            relaties.append((naam, rid, begin, einde, _without(velden, "rid")))
    imports = [
        (cast(str, id_), _without(velden, "id"), gebruikt.get(cast(str, id_), []))
        for id_, velden in read(cypher.IMPORTS, None).rijen
    ]
    imports.sort(key=_import_order)
    wijzigingen = [
        (id_, regel)
        for id_, _, _ in imports
        for _, regels, _ in read(cypher.WIJZIGINGEN, {"imp": id_}).rijen
        for regel in cast(str, regels).split("\n")
    ]
    return Inhoud(knopen, relaties, imports, wijzigingen)


def _without(velden: object, sleutel: str) -> Velden:
    schoon = cypher.clean(cast("dict[str, object]", velden))
    schoon.pop(sleutel, None)
    return schoon


def holds_at(velden: Velden, dag: date) -> bool:
    """Whether a node or relation holds at a day: ``sinds`` ≤ day < ``tot``, empty ends open."""
    sinds, tot = velden.get("sinds"), velden.get("tot")
    return (not isinstance(sinds, date) or sinds <= dag) and (not isinstance(tot, date) or tot > dag)
