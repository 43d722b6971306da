"""JSON column by column: each different value is made text once, as the json of Python makes it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from datetime import date
from json.encoder import encode_basestring

from netwerkkaart.export.gegevens import Tabel, Veld
from netwerkkaart.export.teksten import render


def _iso(waarde: object) -> str:
    if isinstance(waarde, date):
        return waarde.isoformat()
    raise TypeError(f"cannot write {type(waarde).__name__} as JSON")


_any = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=_iso).encode


def encode(waarde: object) -> str:
    """A value as JSON; a date is a text.

    >>> encode({"a": [True, None, "é"]}), encode("b")
    ('{"a":[true,null,"é"]}', '"b"')
    """
    return encode_basestring(waarde) if type(waarde) is str else _any(waarde)


def members(
    tabel: Tabel,
    zonder: AbstractSet[str] = frozenset(),
    form: Callable[[Veld], Callable[[object], str]] = lambda _: encode,
) -> list[list[str]]:
    """``,"key":value`` of each column and row; the empty text where a row has no value.

    Args:
        tabel: the table.
        zonder: columns that are left out.
        form: what writes a value of a column; otherwise as any JSON.

    >>> members(Tabel("x", (Veld("a"),), {"a": [True, None, ["é"]]}))
    [[',"a":true', '', ',"a":["é"]']]
    """
    return [
        render(kolom, _member(veld.naam, form(veld)))
        for veld, kolom in tabel.columns()
        if veld.naam not in zonder
    ]


def _member(naam: str, form: Callable[[object], str]) -> Callable[[object], str]:
    return lambda waarde: f',"{naam}":{form(waarde)}'


def parted(delen: Iterable[str]) -> Iterator[str]:
    """Texts one a line, parted by commas.

    >>> list(parted(["1", "2"]))[0]
    '1'
    """
    voor = ""
    for deel in delen:
        yield voor + deel
        voor = ",\n"
