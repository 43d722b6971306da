"""Run a query of somebody else: guarded, with limits on rows, time and memory."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from dataclasses import dataclass
from datetime import date, datetime
from typing import cast

from netwerkkaart.fouten import Afsluitcode, GebruikersFout, NietToegelaten, OpslagFout
from netwerkkaart.graph.alleen_lezen import check_read_only, without_comments
from netwerkkaart.graph.store import Parameters, Resultaat, Store

MAX_GEHEUGEN = 3 << 30
"""Address space of the child that runs a query on a file, in bytes (not on Windows)."""

MAX_ANTWOORD = 256 << 20
"""Largest answer that the child hands over, in bytes: this process reads it into memory."""

_OPSTARTEN = 20.0
"""Seconds that the child may take before the query: to start, and to load the file."""

_NAWERK = 20.0
"""Seconds that it may take after the query, to hand over the answer."""

LANGER = 1.0
"""Seconds after its time at which an engine that did not stop by itself is stopped."""

LANGER_OP_SERVER = 3.0
"""The same for a server, which looks at the clock every two seconds."""

_OP_TIJD = {getattr(signal, naam, 0) for naam in ("SIGALRM", "SIGXCPU")} - {0}
"""Signals that end a child whose time is up."""


@dataclass(frozen=True, slots=True)
class Antwoord(Resultaat):
    """The rows of somebody's query; ``afgekapt`` when there were more than the limit.

    A node is a map ``{"labels": […], "eigenschappen": {…}}``, a relation ``{"type": …,
    "eigenschappen": {…}}``, a path ``{"knopen": […], "relaties": […]}``; moments, durations and points
    are texts. The same query gives the same on either engine.
    """

    afgekapt: bool = False


def run_foreign(
    store: Store,
    cypher: str,
    params: Parameters | None = None,
    *,
    max_rijen: int = 10_000,
    max_seconden: float = 30.0,
) -> Antwoord:
    """Run a query that somebody hands us, when it only reads.

    It runs in another process: on the last checkpoint of a file, or in a reading transaction of a server.

    Raises:
        NietToegelaten: it does more than read, with the reason.
        GebruikersFout: it is no correct Cypher, takes too long or too much memory.
        OpslagFout: the store cannot be reached.
    """
    check_read_only(cypher)
    return _ask_child(
        {
            **_place(store),
            "cypher": without_comments(cypher),
            "params": pack(dict(params or {})),
            "max_rijen": max_rijen,
            "max_seconden": max_seconden,
            "max_geheugen": MAX_GEHEUGEN,
            "max_antwoord": MAX_ANTWOORD,
            "nawerk": _NAWERK,
        }
    )


def _place(store: Store) -> dict[str, object]:
    """Where the child finds the graph; a password goes over its stdin, which nobody else sees."""
    from netwerkkaart.graph.ingebed import IngebedStore

    if isinstance(store, IngebedStore):
        return {"pad": str(store.pad), "langer": LANGER}
    from netwerkkaart.graph.bolt import BoltStore

    if isinstance(store, BoltStore):
        return {"toegang": store.access(), "langer": LANGER_OP_SERVER}
    raise TypeError(f"no way to guard a query on a {type(store).__name__}")


def _ask_child(opdracht: dict[str, object]) -> Antwoord:
    max_seconden = cast(float, opdracht["max_seconden"])
    try:
        kind = subprocess.run(
            [sys.executable, "-m", "netwerkkaart.graph.vreemd_kind"],
            input=json.dumps(opdracht, default=_scalar).encode("utf-8"),
            capture_output=True,
            timeout=max_seconden + _OPSTARTEN + _NAWERK,
            check=False,
        )
    except subprocess.TimeoutExpired as fout:
        raise _too_long(max_seconden) from fout
    try:
        antwoord = json.loads(kind.stdout)
    except ValueError as fout:
        if -kind.returncode in _OP_TIJD:
            raise _too_long(max_seconden) from fout
        raise _too_much() from fout
    match antwoord["soort"]:
        case "rijen":
            rijen = [tuple(unpack(waarde) for waarde in rij) for rij in antwoord["rijen"]]
            return Antwoord(tuple(antwoord["kolommen"]), rijen, antwoord["afgekapt"])
        case "tijd":
            raise _too_long(max_seconden)
        case "geheugen":
            raise _too_much()
        case "fout":
            raise _wrong(antwoord["tekst"])
        case "geweigerd":
            raise NietToegelaten(
                f"De vraag is geweigerd: ze doet meer dan lezen ({antwoord['operator']}).",
                hulp="Hier kan alleen gelezen worden; gegevens wijzigt u met netwerkkaart import.",
            )
        case _:
            raise OpslagFout(antwoord["tekst"], hulp=antwoord["hulp"])


def _scalar(waarde: object) -> object:
    """What JSON does not know: numbers of numpy are told as Python's own."""
    item = getattr(waarde, "item", None)
    if callable(item):
        return item()
    raise GebruikersFout(
        f"Een parameter van de soort {type(waarde).__name__} kan niet mee.",
        hulp="Geef een tekst, getal, datum, lijst of tabel van velden.",
    )


def _too_much() -> GebruikersFout:
    return GebruikersFout(
        "De vraag vroeg te veel geheugen en is gestopt.",
        hulp="Vraag minder ineens: zet er een LIMIT op, of tel in plaats van alles op te sommen.",
        code=Afsluitcode.FOUTE_INVOER,
    )


def _too_long(max_seconden: float) -> GebruikersFout:
    return GebruikersFout(
        f"De vraag duurde langer dan {max_seconden:g} seconden en is gestopt.",
        hulp="Vraag minder ineens: begin bij één organisatie, of zet er een LIMIT op.",
    )


def _wrong(uitleg: str) -> GebruikersFout:
    return GebruikersFout("De vraag is geen juiste Cypher.", hulp=f"De opslag zegt: {uitleg[:500]}")


def pack(waarde: object) -> object:
    """A value as JSON can carry it; dates and moments keep their kind."""
    if isinstance(waarde, datetime):
        return {"$moment": waarde.isoformat()}
    if isinstance(waarde, date):
        return {"$datum": waarde.isoformat()}
    if isinstance(waarde, dict):
        return {"$velden": {str(naam): pack(w) for naam, w in waarde.items()}}
    if isinstance(waarde, list | tuple):
        return [pack(deel) for deel in waarde]
    return waarde


def unpack(waarde: object) -> object:
    """The inverse of :func:`pack`.

    >>> unpack(pack({"a": [date(2024, 1, 1), None]}))
    {'a': [datetime.date(2024, 1, 1), None]}
    """
    if isinstance(waarde, list):
        return [unpack(deel) for deel in waarde]
    if isinstance(waarde, dict):
        if "$datum" in waarde:
            return date.fromisoformat(waarde["$datum"])
        if "$moment" in waarde:
            return datetime.fromisoformat(waarde["$moment"])
        return {naam: unpack(w) for naam, w in waarde["$velden"].items()}
    return waarde
