"""Hostile queries: each is refused with a reason or stopped by a limit, and the store stays as it was."""

from __future__ import annotations

import hashlib
import json
import re

import pytest

from netwerkkaart.fouten import GebruikersFout, NietToegelaten
from netwerkkaart.graph import vreemd
from netwerkkaart.graph.ingebed import IngebedStore
from netwerkkaart.graph.store import Store
from netwerkkaart.graph.vreemd import run_foreign
from tests.graph.hulp import VOORBEELD, staat, voer_in
from tests.voorbeelden import DIEP

GEWEIGERD = {
    "writes": [
        "CREATE (n:School {id: 'x'})",
        "MATCH (n) DETACH DELETE n",
        "MATCH (n) /* tussen */ sEt /* woorden */ n.naam = 'x'",
        "MATCH (n) REMOVE n:School",
        "MERGE (n:School {id: 'x'}) ON CREATE SET n.a = 1",
        "INSERT (n:School {id: 'x'})",
        "MATCH (n) FOREACH (x IN [1] | SET n.a = x)",
        "MATCH (n) WHERE EXISTS { CREATE (x) RETURN x } RETURN n",
        "RETURN COLLECT { MERGE (x:School {id: 'z'}) RETURN x } AS c",
        "UNWIND [1] AS x CALL (x) { CREATE (n) RETURN n } RETURN n",
        "MATCH (n) CALL (n) { SET n.a = 1 } IN CONCURRENT TRANSACTIONS OF 1 ROWS",
        "MATCH (n) RETURN n; MATCH (n) DELETE n",
        "EXPLAIN MATCH (n) RETURN n",
        "PROFILE MATCH (n) SET n.a = 1",
        "CYPHER runtime=slotted MATCH (n) DELETE n",
        "CREATE INDEX x FOR (n:School) ON (n.naam)",
        "DROP CONSTRAINT merk_id",
    ],
    "glued to a number": [
        "MATCH (n) WHERE n.id <> 1SET n.a = 1",
        "MATCH (n) WHERE n.id <> 1.5SET n.a = 1",
        "MATCH (n) WHERE n.id <> 1e3DELETE n",
        "MATCH (n) WHERE n.id <> 1LOAD CSV FROM 'file:///etc/passwd' AS r RETURN r",
        "RETURN 1FORMAT CSV",
        "MATCH (n) RETURN 1.SET n.a = 2",
    ],
    "hidden by signs": [
        "MATCH (n) RETURN '\\u0027 SET n.naam = \\u0027x'",
        "MATCH (n) \\u0053ET n.naam = 'x'",
        "MATCH (n:`a\\u0060 SET n.x = 1 //`) RETURN n",
        "MATCH (n) ſET n.a = 1",
        "MATCH (n)\u00a0SET\u00a0n.a = 1",
        "MATCH (n)\x0bSET\x0bn.a = 1",
        "MATCH (n) // niets\rSET n.a = 1",
        "MATCH (n) WHERE n.id = 'a\\\\' SET n.a = 1 //'",
        "MATCH (n:`a```) SET n.a = 1 //`",
        "MATCH (n) RETURN '\ud800' AS x",
        "MATCH (n) /* open",
        "RETURN '" + "\\'" * 9_900,
        "RETURN 1 " + "/* " * 6_600,
        "RETURN size('" + "x" * 100_000 + "') AS n",
        "RETURN " + "(" * 5_000 + "1" + ")" * 5_000 + " AS n",
        "RETURN " + "CASE WHEN true THEN " * 500 + "1" + " END" * 500 + " AS n",
        "RETURN " + "NOT " * 2_000 + "true AS n",
        "RETURN " + "COUNT { MATCH (n) WHERE 0 < " * 300 + "1" + " }" * 300 + " AS n",
    ],
    "files, addresses and the server": [
        "LOAD CSV FROM 'file:///etc/passwd' AS rij RETURN rij",
        "UNWIND [1] AS x CALL { LOAD CSV FROM 'http://example.org' AS r RETURN r } RETURN r",
        "USING PERIODIC COMMIT LOAD CSV FROM 'file:///x' AS r RETURN r",
        "USE system MATCH (n) RETURN n",
        "MATCH (n) RETURN 1 AS a UNION SHOW DATABASES YIELD name RETURN name AS a",
        "TERMINATE TRANSACTION 'neo4j-transaction-1'",
        "CALL dbms.listConfig() YIELD name RETURN name",
        "OPTIONAL CALL dbms.components() YIELD name RETURN name",
        "CALL `db`.`createLabel`('x')",
        "CALL apoc.load.json('http://example.org') YIELD value RETURN value",
        "RETURN apoc.util.sleep(100000) AS x",
        "RETURN genai.vector.encode('x', 'OpenAI', {}) AS v",
        "CALL $naam()",
    ],
}
_KRUIS = ", ".join(f"(a{i})" for i in range(14))
GESTOPT = {
    "all with all": f"UNWIND range(1, 1000000) AS x MATCH {_KRUIS} WHERE a0.id + a13.id = 'x' RETURN count(*) AS n",
    "endless paths": "UNWIND range(1, 100000) AS x MATCH p = (a)-[*]-(b)-[*]-(c)-[*]-(d) RETURN count(p) AS n",
    "text that doubles": "RETURN size(reduce(t = 'x', i IN range(1, 60) | t + t)) AS n",
    "text in text": "RETURN size(reduce(t = 'aaaaaaaaaa', i IN range(1, 12) | replace(t, 'a', 'aaaaaaaaaa'))) AS n",
    "a list too long": "UNWIND range(1, 100000000000) AS x RETURN collect(x) AS n",
    "sorted": "UNWIND range(1, 100000000000) AS x RETURN x ORDER BY -x LIMIT 1",
    "rows too wide": "UNWIND range(1, 10000) AS i RETURN range(1, 100000) AS n",
    "a year too late": "RETURN date('+99999-01-01') AS d",
}

OP_SERVER = ("all with all", "text that doubles", "a list too long", "a year too late")
"""One of each kind for a server: rows without end, a value, memory, what Python cannot hold; in depth all."""


def test_there_are_at_least_forty() -> None:
    assert len({vraag for soort in GEWEIGERD.values() for vraag in soort} | set(GESTOPT.values())) >= 40


@pytest.mark.parametrize("soort", GEWEIGERD)
def test_each_is_refused_with_a_reason_and_the_store_is_unchanged(store: Store, soort: str) -> None:
    voer_in(store, VOORBEELD)
    eerst = _hash(store)
    for vraag in GEWEIGERD[soort]:
        with pytest.raises(NietToegelaten, match="De vraag is geweigerd: ") as gevangen:
            run_foreign(store, vraag, {"naam": "dbms.components"})
        assert gevangen.value.hulp
    assert _hash(store) == eerst


def test_each_is_stopped_and_the_store_answers_as_before(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    voer_in(store, VOORBEELD)
    eerst = _hash(store)
    monkeypatch.setattr(vreemd, "LANGER_OP_SERVER", 1)  # here the server is near, and they wait in turn
    for naam, vraag in GESTOPT.items():
        if not DIEP and naam not in OP_SERVER and not isinstance(store, IngebedStore):
            continue
        with pytest.raises(GebruikersFout) as gevangen:
            run_foreign(store, vraag, max_seconden=0.3)
        assert re.search(r"gestopt|geen juiste Cypher", str(gevangen.value)), naam
    assert _hash(store) == eerst


@pytest.mark.neo4j
def test_an_evaluation_that_a_server_cannot_stop_holds_nobody_up(
    neo4j_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    voer_in(neo4j_store, VOORBEELD)
    eerst = _hash(neo4j_store)
    monkeypatch.setattr(vreemd, "LANGER_OP_SERVER", 0.1)  # so that it does not keep the server busy for long
    with pytest.raises(GebruikersFout, match="gestopt"):
        run_foreign(
            neo4j_store, "RETURN reduce(t = 0, i IN range(1, 150000000) | t + i) AS t", max_seconden=0.1
        )
    assert _hash(neo4j_store) == eerst


def test_an_answer_that_is_too_large_is_not_read(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    voer_in(store, VOORBEELD)
    monkeypatch.setattr(vreemd, "MAX_ANTWOORD", 1_000)
    with pytest.raises(GebruikersFout, match="te veel geheugen"):
        run_foreign(store, "UNWIND range(1, 1000) AS x RETURN x")


def test_behind_the_first_wall_stands_a_second(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the words did not give away, the engine itself refuses to write."""
    voer_in(store, VOORBEELD)
    eerst = _hash(store)
    monkeypatch.setattr(vreemd, "check_read_only", lambda _: None)
    for vraag in ("MATCH (n) DETACH DELETE n", "MATCH (n:School) SET n.naam = 'x' RETURN n"):
        with pytest.raises(GebruikersFout):
            run_foreign(store, vraag)
    assert _hash(store) == eerst


def _hash(store: Store) -> str:
    """Of all that is in the store, and of its file."""
    inhoud = json.dumps(staat(store), default=str).encode()
    bestand = store.pad.read_bytes() if isinstance(store, IngebedStore) else b""
    return hashlib.sha256(inhoud + bestand).hexdigest()
