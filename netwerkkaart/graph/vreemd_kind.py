"""The child process that runs somebody's query on a file, so that it can take nothing down with it.

It reads one request as JSON on stdin and writes one answer as JSON on stdout; see ``vreemd.py``.
"""

from __future__ import annotations

import json
import os
import sys
import warnings
from datetime import date, datetime, time
from typing import Any, cast

from netwerkkaart.graph.vreemd import pack, unpack

_KNOOP = {"id", "labels", "properties"}
_RELATIE = {"id", "start", "end", "type", "properties"}
_PAD = {"nodes", "relationships"}
_DUUR = {"months", "days", "seconds"}


def main() -> None:
    """Answer the request on stdin."""
    opdracht = json.load(sys.stdin)
    uit = os.dup(1)
    # Whatever the engine prints goes nowhere: stdout carries the answer alone.
    niets = os.open(os.devnull, os.O_WRONLY)
    os.dup2(niets, 1)
    os.dup2(niets, 2)
    _limit(opdracht["max_geheugen"], opdracht["max_seconden"])
    antwoord = json.dumps(answer(opdracht), default=str).encode("utf-8")
    with os.fdopen(uit, "wb") as stroom:
        stroom.write(antwoord)


def _limit(geheugen: int, seconden: float) -> None:
    try:
        import resource
    except ImportError:  # Windows: the time limit remains
        return
    resource.setrlimit(resource.RLIMIT_AS, (geheugen, geheugen))
    tijd = int(seconden) + 20
    resource.setrlimit(resource.RLIMIT_CPU, (tijd, tijd))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def answer(opdracht: dict[str, Any]) -> dict[str, object]:
    """Run the query of a request; faults come back as values."""
    import kglite

    kglite.set_query_warning_policy("silent")
    warnings.simplefilter("ignore")
    try:
        graaf = kglite.load(opdracht["pad"])
    except kglite.KgError as fout:
        return {"soort": "opslag", "tekst": str(fout)}
    graaf.read_only(True)
    try:
        gezien = graaf.cypher(
            opdracht["cypher"],
            params=cast("dict[str, Any]", unpack(opdracht["params"])),
            timeout_ms=max(1, int(opdracht["max_seconden"] * 1000)),
        )
    except kglite.CypherTimeoutError:
        return {"soort": "tijd"}
    except (kglite.KgError, ValueError, KeyError, TypeError) as fout:
        return {"soort": "fout", "tekst": str(fout)}
    assert isinstance(gezien, kglite.ResultView)  # the guard lets no FORMAT CSV through
    kolommen = list(gezien.columns)
    deel = gezien.head(opdracht["max_rijen"])
    rijen = [[pack(plain(rij[naam])) for naam in kolommen] for rij in deel.to_list()] if len(deel) else []
    return {
        "soort": "rijen",
        "kolommen": kolommen,
        "rijen": rijen,
        "afgekapt": len(gezien) > opdracht["max_rijen"],
    }


def plain(waarde: object) -> object:
    """The engine's way to give nodes, relations and moments, turned into ours; see ``Antwoord``."""
    if isinstance(waarde, datetime | time):
        return waarde.isoformat()
    if isinstance(waarde, date):
        return waarde
    if isinstance(waarde, list):
        return [plain(deel) for deel in waarde]
    if not isinstance(waarde, dict):
        return waarde
    sleutels = set(waarde)
    if sleutels == _KNOOP and isinstance(waarde["properties"], dict):
        return {"labels": sorted(waarde["labels"]), "eigenschappen": _fields(waarde["properties"])}
    if sleutels == _RELATIE and isinstance(waarde["properties"], dict):
        return {"type": waarde["type"], "eigenschappen": _fields(waarde["properties"])}
    if sleutels == _PAD:
        return {"knopen": plain(waarde["nodes"]), "relaties": plain(waarde["relationships"])}
    if sleutels == _DUUR:
        return f"P{waarde['months']}M{waarde['days']}DT{waarde['seconds']}S"
    return _fields(waarde)


def _fields(velden: dict[str, object]) -> dict[str, object]:
    """Properties without the ``title`` and ``type`` that the engine makes up for a node."""
    soort, id_ = velden.get("type"), velden.get("id")
    weg = {"title", "type"} if velden.get("title") == f"{soort}_{id_}" else set()
    if "rid" in velden and str(velden["rid"]).startswith(f"{soort}|"):
        weg = {"type"}
    return {naam: plain(w) for naam, w in velden.items() if naam not in weg}


if __name__ == "__main__":
    main()
