"""Fixtures: an empty store of either engine, and of both in turn."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from netwerkkaart.graph.bolt import BoltStore
from netwerkkaart.graph.ingebed import IngebedStore
from netwerkkaart.graph.store import Store
from tests.neo4j_server.server import (
    GEBRUIKER,
    WACHTWOORD,
    NotAvailableError,
    Server,
    environment,
    in_ci,
    running,
)

_WIS = "MATCH (n) WITH n LIMIT 5000 DETACH DELETE n RETURN count(n) AS aantal"


@pytest.fixture(scope="session")
def neo4j_server() -> Iterator[Server]:
    """One server for the whole run; without Java or Maven its tests are skipped (on CI they fail)."""
    with ExitStack() as stapel:
        try:
            server = stapel.enter_context(running(kort=True))
        except NotAvailableError as fout:
            if in_ci():
                raise
            pytest.skip(str(fout))
        yield server


@pytest.fixture
def neo4j_omgeving(neo4j_server: Server, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The variables that lead ``open_store()`` to the server, set for this test."""
    variabelen = environment(neo4j_server)
    for naam, waarde in variabelen.items():
        monkeypatch.setenv(naam, waarde)
    return variabelen


def open_neo4j(server: Server) -> BoltStore:
    """A connection to the test server, without looking at what is in it."""
    return BoltStore(server.uri, gebruiker=GEBRUIKER, wachtwoord=WACHTWOORD, schrijven=True)


def wipe(store: Store) -> None:
    """Remove all nodes in batches; constraints stay."""
    while True:
        with store.write() as transactie:
            if transactie.run(_WIS).rijen[0][0] == 0:
                return


@pytest.fixture
def neo4j_store(neo4j_server: Server) -> Iterator[BoltStore]:
    """An empty store on the server, open to write."""
    store = open_neo4j(neo4j_server)
    wipe(store)
    yield store
    store.close()


@pytest.fixture
def ingebed_store(tmp_path: Path) -> Iterator[IngebedStore]:
    """An empty embedded store, open to write."""
    store = IngebedStore(tmp_path / "proef.kgl", schrijven=True)
    yield store
    store.close()


@pytest.fixture(params=["ingebed", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def store(request: pytest.FixtureRequest) -> Store:
    """An empty store, open to write, of each engine in turn."""
    gekozen: Store = request.getfixturevalue(f"{request.param}_store")
    return gekozen
