"""Taking imports back: on any history the graph is the fold of the imports in effect, on both stores."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings

from netwerkkaart.graph.ingebed import IngebedStore
from netwerkkaart.graph.store import Store
from tests.graph.leven import Leven, Opslag, Papier
from tests.graph.model import handelingen
from tests.neo4j_server.fixture import wipe
from tests.voorbeelden import aantal

Handelingen = list[tuple[str, Any]]


def lijst(nr: int, **velden: str) -> tuple[str, Any]:
    return "import", ([("s0", "School", "", "", velden)], f"lijst {nr}")


LAATSTE_BRON: Handelingen = [
    # The source of a field is who said it last of those that stay, though a later one quotes the other.
    lijst(1, naam="A"), lijst(2, naam="B"), lijst(3, opmerking="x"), ("terug", (1, False)), ("terug", (2, False)),
]  # fmt: skip
TERUG_VAN_TERUG: Handelingen = [
    # A taking-back cannot be undone when what it brings back hangs on what was taken back after it.
    lijst(1, naam="A"), lijst(2, naam="B"), ("terug", (1, False)), ("terug", (0, False)),
    ("terug", (2, False)), ("terug", (2, True)),
]  # fmt: skip
VIJFMAAL: Handelingen = [lijst(1, naam="A"), *(("terug", (nr, False)) for nr in range(5))]
HEROPEND: Handelingen = [
    # Undoing the fourth brings the third back, which builds on what goes.
    lijst(1), ("weg", 0), ("terug", (1, False)), lijst(1, naam="A"), ("terug", (0, True)), ("terug", (2, True)),
]  # fmt: skip


@settings(max_examples=aantal(200))
@example(leven=LAATSTE_BRON)
@example(leven=TERUG_VAN_TERUG)
@example(leven=VIJFMAAL)
@example(leven=HEROPEND)
@given(leven=handelingen)
def test_any_history_is_the_fold_of_the_imports_in_effect(leven: Handelingen) -> None:
    Leven(Papier()).live(leven)


@settings(
    max_examples=aantal(15), suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@example(leven=LAATSTE_BRON)
@example(leven=VIJFMAAL)
@given(leven=handelingen)
def test_any_history_is_that_fold_in_a_file(tmp_path: Path, leven: Handelingen) -> None:
    for oud in tmp_path.glob("leven.kgl*"):
        oud.unlink()
    store = IngebedStore(tmp_path / "leven.kgl", schrijven=True)
    try:
        Leven(Opslag(store)).live(leven)
    finally:
        store.close()


@pytest.mark.neo4j
@settings(
    max_examples=aantal(6), suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@example(leven=LAATSTE_BRON)
@given(leven=handelingen)
def test_any_history_is_that_fold_on_a_server(neo4j_store: Store, leven: Handelingen) -> None:
    wipe(neo4j_store)
    Leven(Opslag(neo4j_store)).live(leven)
