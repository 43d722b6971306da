"""Every query of the library on the Flanders demo, on both engines; and the demo copied to a server.

The plan of each query is the one that Neo4j makes with the statistics of the full graph. A plan that
multiplies all by all or reads every node fails, whatever it takes.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, cast

from benchmarks.gegevens import DATUM, Gegevens
from benchmarks.meten import Hoofdstuk, Taak, Uitslag, count, duration, paired, ratio_row
from benchmarks.opslag import PARTIJ, empty_server
from netwerkkaart.graph import cypher, open_store
from netwerkkaart.graph.beeld import RelatieRij
from netwerkkaart.graph.bolt import BoltStore
from netwerkkaart.graph.kopieren import copy_store
from netwerkkaart.graph.store import Store
from netwerkkaart.graph.vreemd_server import plan_operators
from netwerkkaart.vragen.bibliotheek import Vraag, load_library
from tests.neo4j_server.fixture import open_neo4j
from tests.neo4j_server.server import GEBRUIKER, WACHTWOORD, NotAvailableError, Server, running

if TYPE_CHECKING:
    from neo4j import Driver

TITEL = "Vragen uit de bibliotheek"
DOEL = 2.0
"""Seconds that a query may take on either engine."""
_Knoop = tuple[list[str], str, dict[str, object]]
_VERBODEN = ("CartesianProduct", "AllNodesScan")


def measure_queries(gegevens: Gegevens) -> Hoofdstuk:
    """Copying the demo to a server beside the raw driver, and then each query on both engines."""
    uitleg = (
        "De hele demo van Vlaanderen (met imports en journaal) door «kopieer» naar een echte Neo4j-server en "
        "daar teruggelezen en vergeleken, naast de kale driver met dezelfde knopen en relaties in reeksen "
        "van 5.000 (UNWIND, CREATE) zonder die controle; een eerste kale kopie, om de server op te warmen, "
        "telt niet mee. Daarna elke vraag met haar gewone parameters op beide opslagen: dezelfde rijen, en "
        "op Neo4j een plan zonder cartesisch product en zonder alle knopen te lezen."
    )
    bron = open_store(str(gegevens.demo))
    try:
        with running("2g") as server:
            with _raw_copy(server, bron) as warm:
                warm()
            paar = paired(partial(_our_copy, server, bron), partial(_raw_copy, server, bron), 1)
            with _our_copy(server, bron) as kopieer:
                kopieer()
                vragen = tuple(_queries(server, bron))
    except NotAvailableError as fout:
        return Hoofdstuk(TITEL, uitleg, (), (f"Overgeslagen: {fout}",))
    finally:
        bron.close()
    return Hoofdstuk(TITEL, uitleg, (ratio_row("kopieer de demo naar Neo4j", paar, 2.0), *vragen))


@contextmanager
def _our_copy(server: Server, bron: Store) -> Iterator[Taak]:
    with empty_server(server) as doel:
        yield lambda: copy_store(bron, doel)


@contextmanager
def _raw_copy(server: Server, bron: Store) -> Iterator[Taak]:
    with empty_server(server), _driver(server) as driver:
        yield lambda: _raw_load(bron, driver)


@contextmanager
def _driver(server: Server) -> Iterator[Driver]:
    from neo4j import GraphDatabase

    toegang = (GEBRUIKER, WACHTWOORD)
    with GraphDatabase.driver(server.uri, auth=toegang, notifications_min_severity="OFF") as driver:
        yield driver


def _raw_load(bron: Store, driver: Driver) -> None:
    """All nodes and relations as they are, grouped by label and type."""
    knopen: dict[str, list[dict[str, object]]] = {}
    waar: dict[str, str] = {}
    for soorten, id_, eigen in cast("Iterable[_Knoop]", bron.read(cypher.ALL_NODES, None).rijen):
        knopen.setdefault(":".join(soorten), []).append({"p": eigen})
        waar[id_] = soorten[0]
    banden: dict[tuple[str, str, str], list[dict[str, object]]] = {}
    for type_, van, naar, velden in cast("Iterable[RelatieRij]", bron.read(cypher.ALL_RELATIONS, None).rijen):
        banden.setdefault((type_, waar[van], waar[naar]), []).append({"v": van, "n": naar, "p": velden})
    with driver.session() as sessie, sessie.begin_transaction() as transactie:
        for labels, rijen in knopen.items():
            opdracht = f"UNWIND $rijen AS rij CREATE (n:{labels}) SET n = rij.p"
            for begin in range(0, len(rijen), PARTIJ):
                transactie.run(opdracht, rijen=rijen[begin : begin + PARTIJ]).consume()
        for (type_, van, naar), rijen in banden.items():
            opdracht = (
                f"UNWIND $rijen AS rij MATCH (a:{van} {{id: rij.v}}) MATCH (b:{naar} {{id: rij.n}}) "
                f"CREATE (a)-[x:{type_}]->(b) SET x = rij.p"
            )
            for begin in range(0, len(rijen), PARTIJ):
                transactie.run(opdracht, rijen=rijen[begin : begin + PARTIJ]).consume()
        transactie.commit()


def _queries(server: Server, bron: Store) -> Iterator[Uitslag]:
    store = open_neo4j(server)
    try:
        with _driver(server) as driver:
            for vraag in load_library().values():
                yield _query(vraag, bron, store, driver)
    finally:
        store.close()


def _query(vraag: Vraag, bron: Store, store: BoltStore, driver: Driver) -> Uitslag:
    waarden = vraag.bind({}, DATUM)
    hier, duur_hier = _timed(bron, vraag, waarden)
    _timed(store, vraag, waarden)  # makes the plan
    daar, duur_daar = _timed(store, vraag, waarden)
    plan = driver.execute_query(f"EXPLAIN {vraag.cypher}", waarden).summary.plan
    slecht = sorted({n for n in plan_operators(plan or {}) if n.startswith(_VERBODEN)})
    fouten = [*slecht, *(["andere rijen"] if hier != daar else [])]
    return Uitslag(
        f"{vraag.map}/{vraag.naam}",
        f"ingebed {duration(duur_hier)} · Neo4j {duration(duur_daar)}",
        verhouding=", ".join(fouten) or f"{count(len(hier))} gelijke rijen",
        doel=f"≤ {DOEL:.0f} s",
        gehaald=not fouten and max(duur_hier, duur_daar) <= DOEL,
    )


def _timed(store: Store, vraag: Vraag, waarden: dict[str, object]) -> tuple[Sequence[object], float]:
    gc.collect()
    begin = time.perf_counter()
    rijen = [tuple(rij) for rij in store.read(vraag.cypher, waarden).rijen]
    return rijen, time.perf_counter() - begin
