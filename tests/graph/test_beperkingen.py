"""A store made before the schema knew a kind gets its constraint when it is opened to write."""

from __future__ import annotations

import pytest

from netwerkkaart.fouten import OpslagFout
from netwerkkaart.graph import cypher
from netwerkkaart.graph.openen import open_store
from netwerkkaart.graph.store import Store
from tests.graph.hulp import VOORBEELD, staat, voer_in

MERK = "CREATE (w:Wissing {id: $id}) SET w += $p"


@pytest.fixture
def oud(store: Store, request: pytest.FixtureRequest) -> Store:
    """A store without two of the constraints, as an earlier version would have made it."""
    make_old(store)
    if getattr(store, "soort", "") == "bolt":
        request.getfixturevalue("neo4j_omgeving")
    return store


def make_old(store: Store) -> None:
    """Fill it, and drop what an earlier version did not make."""
    voer_in(store, VOORBEELD)
    with store.write() as transactie:
        transactie.run("DROP CONSTRAINT wissing_id IF EXISTS")
        transactie.run("DROP INDEX wijziging_imp IF EXISTS")


def again(store: Store, *, schrijven: bool) -> Store:
    """Open it as a user does."""
    store.close()
    return open_store(store.adres, schrijven=schrijven)


def write_twice(store: Store) -> None:
    with store.write() as transactie:
        for _ in range(2):
            transactie.run(MERK, {"id": "wissing:1", "p": {"naam": "x"}})


def names(store: Store) -> set[object]:
    return {naam for (naam,) in store.read(cypher.INDEXES).rijen}


def test_opening_to_write_adds_what_is_missing_and_changes_nothing_else(oud: Store) -> None:
    voor = staat(oud)
    assert not {"wissing_id", "wijziging_imp"} & names(oud)
    lezend = again(oud, schrijven=False)
    assert "wissing_id" not in names(lezend)
    nieuw = again(lezend, schrijven=True)
    try:
        assert names(nieuw) >= cypher.constraints().keys()
        assert staat(nieuw) == voor
        with pytest.raises(OpslagFout):
            write_twice(nieuw)
        assert staat(nieuw) == voor
    finally:
        nieuw.close()


@pytest.mark.neo4j
def test_a_double_that_another_program_wrote_does_not_lock_anybody_out(
    neo4j_store: Store, neo4j_omgeving: dict[str, str], caplog: pytest.LogCaptureFixture
) -> None:
    make_old(neo4j_store)
    write_twice(neo4j_store)
    nieuw = again(neo4j_store, schrijven=True)
    try:
        assert "konden niet aangevuld worden" in caplog.text
        assert voer_in(nieuw, VOORBEELD, "imp:2") is None
        with nieuw.write() as transactie:
            transactie.run("MATCH (w:Wissing) DELETE w")
    finally:
        again(nieuw, schrijven=True).close()  # the server keeps its constraints for the next test
