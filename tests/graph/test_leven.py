"""Fifty steps of imports, merges, rejections and undoing: the graph is the fold of the imports in effect.

And it can be made again from nothing, and undone to nothing, in whatever order; on both stores.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netwerkkaart.graph.ingebed import IngebedStore
from netwerkkaart.graph.store import Store
from netwerkkaart.herbouwen import compare, from_store, rebuild
from tests.graph.reeks import OpPapier, OpSchijf, Reeks, reeksen
from tests.neo4j_server.fixture import wipe
from tests.voorbeelden import aantal

STAPPEN = 50
LANG = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large,
        HealthCheck.large_base_example]  # fmt: skip
EERST = st.sampled_from([max, min])
Handelingen = list[tuple[str, Any]]


@settings(max_examples=aantal(40), suppress_health_check=LANG)
@given(leven=reeksen(STAPPEN), eerst=EERST)
def test_fifty_steps_fold_on_paper(leven: Handelingen, eerst: Any) -> None:
    samen = Reeks(OpPapier())
    samen.live(leven)
    samen.undo_all(eerst)


def live_and_rebuild(store: Store, map_: Path, leven: Handelingen, eerst: Any) -> None:
    """Live, make it again from nothing, undo all, and make that again as well."""
    samen = Reeks(OpSchijf(store))
    samen.live(leven)
    assert_rebuilt(store, map_)
    samen.undo_all(eerst)
    assert_rebuilt(store, map_)


def assert_rebuilt(store: Store, map_: Path) -> None:
    """A graph made from its imports alone is the same, down to the byte of its archive."""
    opnieuw = IngebedStore(map_ / f"opnieuw-{uuid4().hex}.kgl", schrijven=True)
    try:
        rebuild(from_store(store), opnieuw)
        assert not [v for v in compare(store, opnieuw) if v.verschillen]
    finally:
        opnieuw.close()


@settings(max_examples=aantal(10), suppress_health_check=LANG)
@given(leven=reeksen(STAPPEN), eerst=EERST)
def test_fifty_steps_fold_in_a_file(tmp_path: Path, leven: Handelingen, eerst: Any) -> None:
    store = IngebedStore(tmp_path / f"leven-{uuid4().hex}.kgl", schrijven=True)
    try:
        live_and_rebuild(store, tmp_path, leven, eerst)
    finally:
        store.close()


@pytest.mark.neo4j
@settings(max_examples=aantal(2), suppress_health_check=LANG)
@given(leven=reeksen(STAPPEN // 3), eerst=EERST)
def test_as_many_steps_as_fit_fold_on_a_server(
    neo4j_store: Store, tmp_path: Path, leven: Handelingen, eerst: Any
) -> None:
    wipe(neo4j_store)
    live_and_rebuild(neo4j_store, tmp_path, leven, eerst)
