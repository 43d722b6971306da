"""Run a query of somebody else: guarded, with limits on rows, time and memory."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import cast

from netwerkkaart.fouten import Afsluitcode, GebruikersFout, OpslagFout
from netwerkkaart.graph.alleen_lezen import check_read_only, without_comments
from netwerkkaart.graph.store import Parameters, Resultaat, Store

MAX_GEHEUGEN = 3 << 30
"""Address space of the child that runs a query on a file, in bytes (not on Windows)."""

_OPSTARTEN = 20.0
"""Seconds that the child may take beside the query: to start, and to load the file."""

_OPERATOREN = re.compile(
    r"""(Partitioned)?(Directed|Undirected)?(Union|Intersection|Subtraction|Asserting)?(Multi)?
        (AllNodes|AllRelationships|Node|Relationship)\w*(Scan|Seek|SeekByRange|FromCountStore)(\(.*\))?
    |(Optional|VarLength|BFSPruningVar|PruningVar)?Expand(\(.*\))?
    |(Repeat|Trail|BidirectionalRepeat\w*)(\(.*\))?|(Stateful|All)?Shortest(Path|Paths)(\(.*\))?
    |(Let)?(Anti)?(Semi|SelectOrSemi|SelectOrAntiSemi|AntiSemi|RollUp)?Apply
    |Argument|Filter|Projection|Limit|ExhaustiveLimit|Skip|Sort|PartialSort|Top|PartialTop|Top1WithTies
    |(Ordered|Eager)?(Distinct|Aggregation)|Eager|(Ordered)?Union|Unwind|UnwindCollection
    |(Node|Value|NodeLeftOuter|NodeRightOuter|LeftOuter|RightOuter)?HashJoin|CartesianProduct|Optional
    |EmptyRow|EmptyResult|ProduceResults?|CacheProperties|AssertSame(Node|Relationship)|Triadic\w+
    |ProcedureCall|NonFuseable|NonPipelined""",
    re.VERBOSE,
)
"""Operators of a Neo4j plan that only read the graph; any other is refused."""


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

    On a file it runs in another process on the last checkpoint; on a server in a reading transaction.

    Raises:
        NietToegelaten: it does more than read, with the reason.
        GebruikersFout: it is no correct Cypher, takes too long or too much memory.
        OpslagFout: the store cannot be reached.
    """
    check_read_only(cypher)
    cypher = without_comments(cypher)
    from netwerkkaart.graph.ingebed import IngebedStore

    if isinstance(store, IngebedStore):
        return _run_in_child(store.pad, cypher, params or {}, max_rijen, max_seconden)
    from netwerkkaart.graph.bolt import BoltStore

    if isinstance(store, BoltStore):
        return _run_on_server(store, cypher, params, max_rijen, max_seconden)
    raise TypeError(f"no way to guard a query on a {type(store).__name__}")


def _run_on_server(
    store: object, cypher: str, params: Parameters | None, max_rijen: int, max_seconden: float
) -> Antwoord:
    from neo4j.exceptions import ClientError, CypherSyntaxError, Neo4jError

    from netwerkkaart.fouten import NietToegelaten
    from netwerkkaart.graph.bolt import BoltStore

    server = cast(BoltStore, store)
    try:
        plan = server.explain(cypher, params)
        for operator in _operators(plan):
            if plan["type"] != "r" or not _OPERATOREN.fullmatch(operator):
                raise NietToegelaten(
                    f"De vraag is geweigerd: ze doet meer dan lezen ({operator}).",
                    hulp="Hier kan alleen gelezen worden; gegevens wijzigt u met netwerkkaart import.",
                )
        resultaat, afgekapt = server.read_limited(
            cypher, params, max_rijen=max_rijen, max_seconden=max_seconden
        )
    except Neo4jError as fout:
        if "TransactionTimedOut" in (fout.code or ""):
            raise _too_long(max_seconden) from fout
        if isinstance(fout, CypherSyntaxError | ClientError):
            raise _wrong(str(fout.message)) from fout
        raise
    return Antwoord(resultaat.kolommen, resultaat.rijen, afgekapt)


def _operators(plan: Mapping[str, object]) -> Iterator[str]:
    naam = plan.get("operatorType")
    if isinstance(naam, str):
        yield naam.partition("@")[0]
    for kind in cast("list[Mapping[str, object]]", plan.get("children") or []):
        yield from _operators(kind)


def _run_in_child(
    pad: Path, cypher: str, params: Parameters, max_rijen: int, max_seconden: float
) -> Antwoord:
    opdracht = {
        "pad": str(pad),
        "cypher": cypher,
        "params": pack(dict(params)),
        "max_rijen": max_rijen,
        "max_seconden": max_seconden,
        "max_geheugen": MAX_GEHEUGEN,
    }
    try:
        kind = subprocess.run(
            [sys.executable, "-m", "netwerkkaart.graph.vreemd_kind"],
            input=json.dumps(opdracht).encode("utf-8"),
            capture_output=True,
            timeout=max_seconden + _OPSTARTEN,
            check=False,
        )
    except subprocess.TimeoutExpired as fout:
        raise _too_long(max_seconden) from fout
    try:
        antwoord = json.loads(kind.stdout)
    except ValueError as fout:
        raise GebruikersFout(
            "De vraag vroeg te veel geheugen en is gestopt.",
            hulp="Vraag minder ineens: zet er een LIMIT op, of tel in plaats van alles op te sommen.",
            code=Afsluitcode.FOUTE_INVOER,
        ) from fout
    match antwoord["soort"]:
        case "rijen":
            rijen = [tuple(unpack(waarde) for waarde in rij) for rij in antwoord["rijen"]]
            return Antwoord(tuple(antwoord["kolommen"]), rijen, antwoord["afgekapt"])
        case "tijd":
            raise _too_long(max_seconden)
        case "fout":
            raise _wrong(antwoord["tekst"])
        case _:
            raise OpslagFout(f"{pad.name} kon niet gelezen worden.", hulp="Probeer het opnieuw.")


def _too_long(max_seconden: float) -> GebruikersFout:
    return GebruikersFout(
        f"De vraag duurde langer dan {max_seconden:g} seconden en is gestopt.",
        hulp="Vraag minder ineens: begin bij één organisatie, of zet er een LIMIT op.",
    )


def _wrong(uitleg: str) -> GebruikersFout:
    return GebruikersFout("De vraag is geen juiste Cypher.", hulp=f"De opslag zegt: {uitleg[:500]}")


def pack(waarde: object) -> object:
    """A value as JSON can carry it; dates keep their kind."""
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
        return {naam: unpack(w) for naam, w in waarde["$velden"].items()}
    return waarde
