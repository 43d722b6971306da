"""Queries of others: what reads gets through, nothing else does, on either engine."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netwerkkaart.fouten import GebruikersFout, NietToegelaten
from netwerkkaart.graph.alleen_lezen import check_read_only
from netwerkkaart.graph.store import Store
from netwerkkaart.graph.vreemd import Antwoord, pack, run_foreign, unpack
from tests.graph.hulp import VOORBEELD, staat, voer_in
from tests.voorbeelden import aantal

LEZEN = [
    "MATCH (n:School) RETURN n.id AS id ORDER BY id",
    "match (n) where n.naam = 'DELETE; SET' return count(n) as aantal",
    'MATCH (n) WHERE NOT n.naam CONTAINS "it\'s \\"CREATE\\"" RETURN n.id // SET x = 1',
    "/* MERGE */ MATCH (n) RETURN n.id LIMIT 3;",
    "MATCH (n:School) RETURN n.id AS `set`, n.`delete` AS b",
    "MATCH (n) RETURN n.load AS a, n.create AS b",
    "MATCH (a:Clb)-[r:BEGELEIDT]->(b) WHERE r.sinds >= date('2020-01-01') RETURN b.id AS id",
    "CALL { MATCH (n:School) RETURN n.id AS id } RETURN id ORDER BY id",
    "UNWIND [1, 2] AS x RETURN x",
    "WITH $grens AS g RETURN g",
    "CALL db.labels() YIELD label RETURN count(label) > 0 AS er",
    "MATCH (n:School) RETURN n.id AS een UNION MATCH (n:Clb) RETURN n.id AS een",
    "MATCH p = shortestPath((a {id: 'c1'})-[*..4]-(b {id: 's1'})) RETURN length(p) AS lengte",
    "MATCH (n:School) WHERE EXISTS { (n)<-[:BEGELEIDT]-() } RETURN n.id",
]
SCHRIJVEN = [
    "CREATE (n:School {id: 'x'})",
    "MATCH (n) SET n.naam = 'x'",
    "MATCH (n) sEt n.naam = 'x'",
    "MATCH (n)\nDETACH\nDELETE n",
    "MATCH (n) REMOVE n.naam",
    "MERGE (n:School {id: 'x'}) RETURN n",
    "MATCH (n) FOREACH (x IN [1] | SET n.a = x)",
    "MATCH (n) RETURN n; MATCH (n) DELETE n",
    "LOAD CSV FROM 'file:///etc/passwd' AS rij RETURN rij",
    "MATCH (n) LOAD CSV FROM 'http://example.org' AS rij RETURN rij",
    "CALL dbms.listConfig()",
    "CALL `dbms`.listConfig()",
    "MATCH (n) CALL apoc.refactor.rename.label('a', 'b') YIELD x RETURN x",
    "CALL { MATCH (n) DELETE n } IN TRANSACTIONS",
    "TERMINATE TRANSACTION 'neo4j-transaction-1'",
    "SHOW TRANSACTIONS",
    "USE system MATCH (n) RETURN n",
    "DROP CONSTRAINT merk_id",
    "CREATE INDEX x FOR (n:School) ON (n.naam)",
    "MATCH (n) RETURN 1.SET n.a = 2",
    "MATCH (n) RETURN '\\u0027 SET n.naam = \\u0027x'",
    "MATCH (n:`a\\u0060 SET n.x = 1 //`) RETURN n",
    "MATCH (n) /* open",
    "MATCH (n) WHERE n.naam = 'open RETURN n",
    "MATCH (n) RETURN `open",
    "RETURN genai.vector.encode('x', 'OpenAI', {}) AS v",
    "RETURN apoc.util.sleep(10)",
    "EXPLAIN MATCH (n) RETURN n",
    "CYPHER 25 MATCH (n) RETURN n",
    "",
    "   // alleen commentaar",
    ";",
]


@pytest.mark.parametrize("vraag", SCHRIJVEN)
def test_what_does_more_than_read_is_refused_with_a_reason(vraag: str) -> None:
    with pytest.raises(NietToegelaten) as gevangen:
        check_read_only(vraag)
    assert gevangen.value.tekst.startswith("De vraag is geweigerd: ")
    assert gevangen.value.hulp


@settings(max_examples=aantal(50))
@given(st.text(alphabet="MATCH(n) SET'\"`/*\\\n;.DELETE1", max_size=40))
def test_any_text_is_judged_and_none_breaks_the_guard(tekst: str) -> None:
    try:
        check_read_only(tekst)
    except NietToegelaten:
        return


@settings(max_examples=aantal(50))
@given(st.text(max_size=30))
def test_a_text_in_a_comment_or_string_is_no_clause(tekst: str) -> None:
    schoon = tekst.replace("*/", "").replace("\\", "").replace("'", "").rstrip("*")
    check_read_only(f"MATCH (n) /*{schoon}*/ WHERE n.naam = '{schoon}' RETURN n.id")


@pytest.mark.parametrize("vraag", LEZEN)
def test_reading_queries_get_through_on_both_engines(store: Store, vraag: str) -> None:
    voer_in(store, VOORBEELD)
    eerst = staat(store)
    antwoord = run_foreign(store, vraag, {"grens": date(2020, 1, 1)})
    assert isinstance(antwoord, Antwoord)
    assert len(antwoord.rijen) >= 1
    assert not antwoord.afgekapt
    assert staat(store) == eerst


def test_values_are_the_same_on_both_engines(store: Store) -> None:
    voer_in(store, VOORBEELD)
    (rij,) = run_foreign(store, "MATCH p = (c:Clb)-[r:BEGELEIDT]->(s) RETURN s, r, p, s {.*} AS m").dicts()
    school = {
        "id": "s1",
        "naam": "School s1",
        "niveaus": ["kleuter", "lager"],
        "sinds": date(2020, 9, 1),
        "leerlingen": 212,
        "imp": "imp:1",
    }
    band = {"rid": "BEGELEIDT|c1|s1", "sinds": date(2021, 9, 1), "imp": "imp:1"}
    assert rij["s"] == {"labels": ["Organisatie", "School"], "eigenschappen": school}
    assert rij["m"] == school
    assert rij["r"] == {"type": "BEGELEIDT", "eigenschappen": band}
    assert isinstance(rij["p"], dict)
    assert [knoop["labels"] for knoop in rij["p"]["knopen"]] == [
        ["Clb", "Organisatie"],
        ["Organisatie", "School"],
    ]
    assert rij["p"]["relaties"] == [rij["r"]]


def test_rows_are_capped_and_it_is_told(store: Store) -> None:
    voer_in(store, VOORBEELD)
    antwoord = run_foreign(store, "UNWIND range(1, 100) AS x RETURN x", max_rijen=7)
    assert [rij[0] for rij in antwoord.rijen] == list(range(1, 8))
    assert antwoord.afgekapt


@pytest.mark.parametrize(
    "vraag",
    [
        "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a * b < 0 RETURN count(*) AS n",
        "RETURN reduce(t = 'x', i IN range(1, 60) | t + t) AS t",
    ],
)
def test_a_query_that_would_never_end_is_stopped(store: Store, vraag: str) -> None:
    voer_in(store, VOORBEELD)
    with pytest.raises(GebruikersFout, match=r"gestopt|geheugen"):
        run_foreign(store, vraag, max_seconden=1.0)
    assert run_foreign(store, "MATCH (n:Clb) RETURN n.id").rijen == [("c1",)]


@pytest.mark.parametrize("vraag", ["MATCH (n RETURN n", "RETURN onbekend", "MATCH (n) RETURN n.naam +"])
def test_wrong_cypher_is_explained(store: Store, vraag: str) -> None:
    voer_in(store, VOORBEELD)
    with pytest.raises(GebruikersFout, match="geen juiste Cypher") as gevangen:
        run_foreign(store, vraag)
    assert "De opslag zegt" in gevangen.value.hulp


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text() | st.dates(),
        lambda deel: st.lists(deel) | st.dictionaries(st.text(), deel),
        max_leaves=10,
    )
)
@settings(max_examples=aantal(50))
def test_values_survive_the_way_from_the_child(waarde: object) -> None:
    assert unpack(pack(waarde)) == waarde
