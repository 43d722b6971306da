"""The child process that runs somebody's query, so that it can take nothing down with it.

It reads one request as JSON on stdin and writes one answer as JSON on stdout; see ``vreemd.py``.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import warnings
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from netwerkkaart.graph.vreemd import pack, unpack

if TYPE_CHECKING:
    import kglite

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
    try:
        antwoord = json.dumps(_answer(opdracht), default=str).encode("utf-8")
    except MemoryError:
        antwoord = b""
    if not antwoord or len(antwoord) > opdracht["max_antwoord"]:
        antwoord = json.dumps({"soort": "geheugen"}).encode("utf-8")
    with os.fdopen(uit, "wb") as stroom:
        stroom.write(antwoord)


def _answer(opdracht: dict[str, Any]) -> dict[str, object]:
    def begin() -> None:
        _end_after(opdracht["max_seconden"] + opdracht["langer"])

    try:
        if "pad" in opdracht:
            return answer(opdracht, begin)
        from netwerkkaart.graph.vreemd_server import answer_on_server

        return answer_on_server(opdracht, begin)
    finally:
        _end_after(opdracht["nawerk"])


def _end_after(seconden: float) -> None:
    """Let the system end this process: an engine looks at the clock only now and then, or never."""
    if hasattr(signal, "setitimer"):  # not on Windows: there the parent waits, and ends us
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, seconden)


def _limit(geheugen: int, seconden: float) -> None:
    try:
        import resource
    except ImportError:  # Windows: the time limit remains
        return
    resource.setrlimit(resource.RLIMIT_AS, (geheugen, geheugen))
    tijd = int(seconden) + 20
    resource.setrlimit(resource.RLIMIT_CPU, (tijd, tijd))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def answer(opdracht: dict[str, Any], begin: Callable[[], None]) -> dict[str, object]:
    """Run the query of a request on a file; faults come back as values. See ``vreemd_server.py``."""
    import kglite

    kglite.set_query_warning_policy("silent")
    warnings.simplefilter("ignore")
    try:
        graaf = kglite.load(opdracht["pad"])
    except kglite.KgError as fout:
        naam = Path(opdracht["pad"]).name
        hulp = f"Probeer het opnieuw. De opslag zegt: {fout}"
        return {"soort": "opslag", "tekst": f"{naam} kon niet gelezen worden.", "hulp": hulp}
    graaf.read_only(True)
    begin()
    try:
        gezien = graaf.cypher(
            opdracht["cypher"],
            params=cast("dict[str, Any]", unpack(opdracht["params"])),
            timeout_ms=max(1, int(opdracht["max_seconden"] * 1000)),
        )
        assert isinstance(gezien, kglite.ResultView)  # the guard lets no FORMAT CSV through
        return _rows(gezien, opdracht["max_rijen"])
    except kglite.CypherTimeoutError:
        return {"soort": "tijd"}
    except (kglite.KgError, ValueError, OverflowError, KeyError, TypeError) as fout:
        return {"soort": "fout", "tekst": str(fout)}  # a date after the year 9999 shows on reading only


def _rows(gezien: kglite.ResultView, max_rijen: int) -> dict[str, object]:
    kolommen = list(gezien.columns)
    deel = gezien.head(max_rijen)
    rijen = [[pack(plain(rij[naam])) for naam in kolommen] for rij in deel.to_list()] if len(deel) else []
    return {"soort": "rijen", "kolommen": kolommen, "rijen": rijen, "afgekapt": len(gezien) > max_rijen}


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
