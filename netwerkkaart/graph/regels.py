"""One change as one line of JSON, and back: what undo, the journal and the archive stand on.

Lines are deterministic (sorted keys, no spaces, UTF-8), so that equal changes are equal bytes. A date
is written as ``2024-09-01``; on the way back the schema says which properties are dates.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from functools import cache, lru_cache
from typing import Any, cast

from pydantic import BaseModel

from netwerkkaart.plan.wijziging import KnoopWijziging, RelatieWijziging, Velden
from netwerkkaart.schema.register import SOORTEN, TYPEN, properties_of


def _iso(waarde: object) -> str:
    if isinstance(waarde, date):
        return waarde.isoformat()
    raise TypeError(f"{type(waarde).__name__} cannot be stored")


_encode = json.JSONEncoder(
    ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"), default=_iso
).encode


def to_json(waarde: Mapping[str, object]) -> str:
    """Deterministic JSON on one line; dates as ISO texts.

    >>> to_json({"tot": date(2025, 1, 1), "naam": "Zoë"})
    '{"naam":"Zoë","tot":"2025-01-01"}'
    """
    return _encode(waarde)


def node_line(nr: int, wijziging: KnoopWijziging) -> str:
    """The line of a node's change. ``na`` is null when the node was removed.

    >>> node_line(1, KnoopWijziging("Clb", "c", None, {"naam": "CLB"}))
    '{"label":"Clb","na":{"naam":"CLB"},"nr":1,"sleutel":"c","soort":"knoop","voor":null}'
    """
    return _encode(
        {
            "nr": nr,
            "soort": "knoop",
            "label": wijziging.label,
            "sleutel": wijziging.id,
            "voor": wijziging.voor,
            "na": wijziging.na or (None if wijziging.voor else {}),
        }
    )


def relation_line(nr: int, wijziging: RelatieWijziging) -> str:
    """The line of a relation's change. ``na`` is null when the relation was removed."""
    return _encode(
        {
            "nr": nr,
            "soort": "relatie",
            "type": wijziging.type,
            "sleutel": wijziging.rid,
            "van": wijziging.van,
            "naar": wijziging.naar,
            "voor": wijziging.voor,
            "na": wijziging.na or (None if wijziging.voor else {}),
        }
    )


_PLAT = frozenset({str, int, float, bool, date, type(None)})


@cache
def date_keys(model: type[BaseModel]) -> frozenset[str]:
    """Properties of a kind or type that hold a date."""
    return frozenset(naam for naam, e in properties_of(model).items() if e.vorm.naam == "datum")


_day = lru_cache(4096)(date.fromisoformat)  # a history holds few different days


def revive_dates(model: type[BaseModel], velden: Mapping[str, object]) -> Velden:
    """Stored values from their JSON: ISO texts become dates where the schema says so.

    >>> revive_dates(SOORTEN["Clb"], {"naam": "CLB", "tot": "2025-01-01"})
    {'naam': 'CLB', 'tot': datetime.date(2025, 1, 1)}
    """
    # Asked for every change of a history: what needs no work is passed on as it is.
    levend = cast(Velden, dict(velden))
    for naam in date_keys(model) & velden.keys():
        waarde = velden[naam]
        if isinstance(waarde, str):
            levend[naam] = _day(waarde)
    if not _PLAT.issuperset(map(type, levend.values())):
        for naam, waarde in velden.items():
            if isinstance(waarde, list):
                levend[naam] = [str(deel) for deel in waarde]
            elif type(levend[naam]) not in _PLAT:
                raise TypeError(f"{type(waarde).__name__} cannot be stored")
    return levend


def read_line(regel: str) -> KnoopWijziging | RelatieWijziging:
    """A change from its line; the base labels at the ends of a relation are not in it.

    Raises:
        ValueError, KeyError, TypeError: the line is not one of ours.

    >>> read_line(node_line(1, KnoopWijziging("Clb", "c", None, {"naam": "CLB"})))
    KnoopWijziging(label='Clb', id='c', voor=None, na={'naam': 'CLB'})
    """
    return read_change(json.loads(regel))


def read_change(delen: Mapping[str, Any]) -> KnoopWijziging | RelatieWijziging:
    """A change from the object that its line holds; see :func:`read_line`."""
    is_knoop = delen["soort"] == "knoop"
    model: type[BaseModel] = SOORTEN[delen["label"]] if is_knoop else TYPEN[delen["type"]]
    voor = None if delen["voor"] is None else revive_dates(model, delen["voor"])
    na = revive_dates(model, delen["na"] or {})
    if is_knoop:
        return KnoopWijziging(delen["label"], delen["sleutel"], voor, na)
    return RelatieWijziging(delen["type"], delen["sleutel"], delen["van"], delen["naar"], "", "", voor, na)
