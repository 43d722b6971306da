"""Fixtures for every test: stores of both engines, see ``tests/neo4j_server/fixture.py``."""

from tests.browser import browser
from tests.neo4j_server.fixture import (
    ingebed_store,
    neo4j_omgeving,
    neo4j_server,
    neo4j_store,
    store,
)
from tests.voorbeelden import load_profile

load_profile()

__all__ = ["browser", "ingebed_store", "neo4j_omgeving", "neo4j_server", "neo4j_store", "store"]
