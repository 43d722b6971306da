"""Somebody's query on a server, in a child process: its plan is judged before it runs; see ``vreemd.py``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, cast

from neo4j.exceptions import BrokenRecordError, Neo4jError

from netwerkkaart.fouten import OpslagFout
from netwerkkaart.graph.bolt import BoltStore
from netwerkkaart.graph.bolt_fouten import is_memory
from netwerkkaart.graph.vreemd import pack, unpack

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


def answer_on_server(opdracht: dict[str, Any], begin: Callable[[], None]) -> dict[str, object]:
    """Run the query of a request when its plan only reads; faults come back as values.

    Args:
        opdracht: what ``vreemd.py`` asks.
        begin: called once the server is reached, when the query's own time begins.
    """
    try:
        server = BoltStore(**opdracht["toegang"])
        begin()
        return _answer(server, opdracht)
    except Neo4jError as fout:
        if "TransactionTimedOut" in (fout.code or ""):
            return {"soort": "tijd"}
        return {"soort": "fout", "tekst": str(fout.message)}
    except OpslagFout as fout:
        oorzaak = fout.__cause__
        if isinstance(oorzaak, Neo4jError) and "StackOverFlow" in (oorzaak.code or ""):
            return {"soort": "fout", "tekst": "te diep genest"}
        if isinstance(oorzaak, Neo4jError) and is_memory(oorzaak):
            return {"soort": "geheugen"}
        if isinstance(oorzaak, ValueError | BrokenRecordError):  # a date after the year 9999
            return {"soort": "fout", "tekst": str(oorzaak.__cause__ or oorzaak)}
        return {"soort": "opslag", "tekst": fout.tekst, "hulp": fout.hulp}


def _answer(server: BoltStore, opdracht: dict[str, Any]) -> dict[str, object]:
    cypher, seconden = opdracht["cypher"], opdracht["max_seconden"]
    params = cast("dict[str, Any]", unpack(opdracht["params"]))
    plan = server.explain(cypher, params, max_seconden=seconden)
    for operator in plan_operators(plan):
        if plan["type"] != "r" or not _OPERATOREN.fullmatch(operator):
            return {"soort": "geweigerd", "operator": operator}
    resultaat, afgekapt = server.read_limited(
        cypher, params, max_rijen=opdracht["max_rijen"], max_seconden=seconden
    )
    return {
        "soort": "rijen",
        "kolommen": list(resultaat.kolommen),
        "rijen": [[pack(waarde) for waarde in rij] for rij in resultaat.rijen],
        "afgekapt": afgekapt,
    }


def plan_operators(plan: Mapping[str, object]) -> Iterator[str]:
    """The names of the operators of a plan of Neo4j, from the last to the first."""
    naam = plan.get("operatorType")
    if isinstance(naam, str):
        yield naam.partition("@")[0]
    for kind in cast("list[Mapping[str, object]]", plan.get("children") or []):
        yield from plan_operators(kind)
