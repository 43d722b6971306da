"""Fixtures for every test: stores of both engines, see ``tests/neo4j_server/fixture.py``."""

import os

from tests.browser import browser, vensters
from tests.neo4j_server.fixture import (
    ingebed_store,
    neo4j_omgeving,
    neo4j_server,
    neo4j_store,
    store,
)
from tests.voorbeelden import load_profile

# The width of whoever runs the tests, or of their runner, is not that of a test: rich keeps what it finds first.
os.environ.pop("COLUMNS", None)
load_profile()

__all__ = ["browser", "ingebed_store", "neo4j_omgeving", "neo4j_server", "neo4j_store", "store", "vensters"]
