"""What a workbook held when it was written: the hidden sheet on which reading it back stands.

Each exported row is kept with its key and its stored values, as JSON, many rows to a cell and each cell
well under the 32,767 characters of a spreadsheet. From this, and from nothing else, comes what the
coordinator had before her (``gezien``): which rows she took away, which cells she changed or emptied.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from functools import cache
from typing import Any

from netwerkkaart.omzetten.werkboekbladen import FORMAAT
from netwerkkaart.schema.basis import Knoop, Relatie
from netwerkkaart.schema.register import SOORTEN, TYPEN, Waarde, properties_of

KOPPEN = ("blad", "gegevens")
_MERK, _NAMEN, _VERVOLG = "#werkboek", "#namen", "#vervolg"
_MAX_CEL = 16_000
"""Characters in a cell: under half of what fits, as Excel counts rarer signs twice."""

Verband = tuple[str, Mapping[str, Waarde]]
"""``(rid, stored properties)`` of a relation that a cell of a node names."""


class StandFout(Exception):
    """The hidden sheet is torn; what is wrong is said by who reads it."""


@dataclass(frozen=True, slots=True)
class Merkteken:
    """What a workbook says of itself.

    Args:
        formaat: version of the workbook.
        kenmerk: unlike that of any other workbook; ids of new rows are made with it.
        graaf: id of the first import of the graph it came from; empty for an empty graph.
        versie: version of that graph.
        regio: code of the region; empty for all.
        gemaakt: when, in UTC, ISO 8601.
        personen: whether contact persons are in it.
        rijen: number of exported rows per sheet.
    """

    formaat: int = FORMAAT
    kenmerk: str = ""
    graaf: str = ""
    versie: int = 0
    regio: str = ""
    gemaakt: str = ""
    personen: bool = False
    rijen: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Standrij:
    """One exported row.

    Args:
        sleutel: id of the node, or key of the relation.
        soort: label of the node, or type of the relation.
        velden: the stored properties, the program's bookkeeping aside.
        verbanden: of a node: column → id of the other end → its relation.
        van, naar: of a relation: ids of its ends.
    """

    sleutel: str
    soort: str
    velden: Mapping[str, Waarde]
    verbanden: Mapping[str, Mapping[str, Verband]] = field(default_factory=dict)
    van: str = ""
    naar: str = ""


@dataclass(frozen=True, slots=True)
class Naam:
    """A node that cells may name: how it is shown, its id, its label, its name."""

    getoond: str
    id: str
    label: str
    naam: str


@dataclass(frozen=True, slots=True)
class Stand:
    """All that was exported: by sheet the rows, and the names that cells may hold."""

    merk: Merkteken = Merkteken()
    bladen: Mapping[str, Sequence[Standrij]] = field(default_factory=dict)
    namen: Sequence[Naam] = ()


def write_stand(stand: Stand) -> Iterator[tuple[str, str]]:
    """The rows of the hidden sheet, below its header. O(characters)."""
    yield _MERK, _to_json(asdict(stand.merk))
    yield from _cells(_NAMEN, ([n.getoond, n.id, n.label, n.naam] for n in stand.namen))
    for blad, rijen in stand.bladen.items():
        yield from _cells(blad, map(_plain_row, rijen))


def _plain_row(rij: Standrij) -> list[object]:
    if rij.van:
        return [rij.sleutel, rij.soort, rij.velden, rij.van, rij.naar]
    return [rij.sleutel, rij.soort, rij.velden, *([rij.verbanden] if rij.verbanden else [])]


def _cells(blad: str, rijen: Iterable[object]) -> Iterator[tuple[str, str]]:
    """Rows as JSON arrays, as many to a cell as fit; one that is too long goes on in the cells below."""
    partij: list[str] = []
    lengte = 0
    for rij in rijen:
        tekst = _to_json(rij)
        if partij and lengte + len(tekst) > _MAX_CEL:
            yield blad, f"[{','.join(partij)}]"
            partij, lengte = [], 0
        if len(tekst) > _MAX_CEL:
            # As JSON texts of their own, so that no edge of a piece is white space that a reader strips.
            for begin in range(0, len(tekst), _MAX_CEL // 2):
                yield _VERVOLG, _to_json(tekst[begin : begin + _MAX_CEL // 2])
            yield blad, _VERVOLG
            continue
        partij.append(tekst)
        lengte += len(tekst) + 1
    if partij:
        yield blad, f"[{','.join(partij)}]"


def _iso(waarde: object) -> str:
    if isinstance(waarde, date):
        return waarde.isoformat()
    raise TypeError(f"{type(waarde).__name__} cannot be stored")


_leesbaar = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_iso).encode
_ascii = json.JSONEncoder(separators=(",", ":"), default=_iso).encode


def _to_json(waarde: object) -> str:
    """JSON that survives a spreadsheet: no double blanks, nothing that a reader would mend.

    Letters stay readable, so that who searches a file for a name finds it.
    """
    tekst = _leesbaar(waarde)
    if not tekst.isascii() and not (tekst.isprintable() and unicodedata.is_normalized("NFC", tekst)):
        tekst = _ascii(waarde)
    # _x0041_ is how a workbook writes a sign that XML cannot hold.
    return tekst.replace("\x7f", "\\u007f").replace("  ", " \\u0020").replace("_x", "_\\u0078")


def read_stand(rijen: Iterable[tuple[str, str]]) -> Stand:
    """What was exported, from the rows of the hidden sheet. O(characters).

    Raises:
        StandFout: the sheet is not as it was written. A stand of another version holds the mark only.
    """
    try:
        return _read(list(rijen))
    except (ValueError, TypeError, KeyError, AttributeError) as fout:
        raise StandFout from fout


def _read(rijen: Sequence[tuple[str, str]]) -> Stand:
    if not rijen or rijen[0][0] != _MERK:
        raise StandFout
    ruw = json.loads(rijen[0][1])
    if ruw["formaat"] != FORMAAT:
        return Stand(Merkteken(formaat=int(ruw["formaat"])))
    merk = Merkteken(**ruw)
    namen: list[Naam] = []
    bladen: dict[str, list[Standrij]] = {blad: [] for blad in merk.rijen}
    vervolg: list[str] = []
    for blad, tekst in rijen[1:]:
        if blad == _VERVOLG:
            vervolg.append(json.loads(tekst))
            continue
        if tekst == _VERVOLG:
            delen, vervolg = [json.loads("".join(vervolg))], []
        else:
            delen = json.loads(tekst)
        if blad == _NAMEN:
            namen += [Naam(*deel) for deel in delen]
        else:
            bladen[blad] += map(_row, delen)
    if vervolg or {blad: len(deel) for blad, deel in bladen.items()} != merk.rijen:
        raise StandFout
    return Stand(merk, bladen, tuple(namen))


def _row(deel: list[Any]) -> Standrij:
    sleutel, soort, velden, *rest = deel
    if soort in TYPEN:
        van, naar = rest
        return Standrij(sleutel, soort, _revive(TYPEN[soort], velden), van=van, naar=naar)
    kolommen = rest[0] if rest else {}
    verbanden = {
        kolom: {id_: (rid, _revive(TYPEN[rid.partition("|")[0]], p)) for id_, (rid, p) in einden.items()}
        for kolom, einden in kolommen.items()
    }
    return Standrij(sleutel, soort, _revive(SOORTEN[soort], velden), verbanden)


def _revive(model: type[Knoop] | type[Relatie], velden: dict[str, Any]) -> Mapping[str, Waarde]:
    """Stored values from their JSON: the schema says which texts are dates."""
    for naam in _dates(model) & velden.keys():
        velden[naam] = date.fromisoformat(velden[naam])
    return velden


@cache
def _dates(model: type[Knoop] | type[Relatie]) -> frozenset[str]:
    return frozenset(naam for naam, e in properties_of(model).items() if e.vorm.naam == "datum")
