"""The library: every query says what it asks, and both engines give the same rows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import neo4j.time
import pytest

from netwerkkaart.demo import DemoBestanden, generate_demo
from netwerkkaart.demo.inlezen import import_demo
from netwerkkaart.fouten import GebruikersFout, NietGevonden
from netwerkkaart.graph.ingebed import IngebedStore
from netwerkkaart.graph.store import Store
from netwerkkaart.graph.vreemd_server import plan_operators
from netwerkkaart.uitvoer.tabel import as_text
from netwerkkaart.vragen.bibliotheek import (
    Vraag,
    VraagError,
    find_query,
    library_folder,
    load_library,
    parse_query,
)
from netwerkkaart.vragen.documentatie import OVER, queries_markdown
from tests.graph.hulp import voer_in
from tests.neo4j_server.server import GEBRUIKER, WACHTWOORD, Server
from tests.vragen.voorbeeld import DATUM, example

NU = datetime(2026, 11, 24, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> DemoBestanden:
    return generate_demo(tmp_path_factory.mktemp("demo"), datum=DATUM)


@pytest.fixture(scope="module")
def klein(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = IngebedStore(tmp_path_factory.mktemp("klein") / "klein.kgl", schrijven=True)
    voer_in(store, example())
    yield store
    store.close()


def _answer(store: Store, vraag: Vraag) -> tuple[tuple[str, ...], ...]:
    uitslag = store.read(vraag.cypher, vraag.bind({}, DATUM))
    assert uitslag.kolommen == tuple(vraag.kolommen)
    return tuple(tuple(as_text(waarde) for waarde in rij) for rij in uitslag.rijen)


def test_there_are_at_least_thirty_over_nine_subjects() -> None:
    assert len(load_library()) >= 30
    assert {vraag.map for vraag in load_library().values()} == set(OVER)


@pytest.mark.parametrize("naam", list(load_library()))
def test_its_answer_is_the_one_in_its_header(klein: Store, naam: str) -> None:
    vraag = find_query(naam)
    assert _answer(klein, vraag) == vraag.voorbeeld


@pytest.mark.neo4j
def test_on_a_server_as_well_without_multiplying_all_by_all_or_reading_every_node(
    neo4j_server: Server, neo4j_store: Store
) -> None:
    voer_in(neo4j_store, example())
    toegang = (GEBRUIKER, WACHTWOORD)
    with neo4j.GraphDatabase.driver(
        neo4j_server.uri, auth=toegang, notifications_min_severity="OFF"
    ) as driver:
        for vraag in load_library().values():
            uitslag = driver.execute_query(f"PROFILE {vraag.cypher}", vraag.bind({}, DATUM))
            rijen = tuple(tuple(as_text(_native(waarde)) for waarde in rij) for rij in uitslag.records)
            assert rijen == vraag.voorbeeld, vraag.naam
            plan = uitslag.summary.profile
            assert plan is not None
            slecht = [n for n in plan_operators(plan) if n.startswith(("CartesianProduct", "AllNodesScan"))]
            assert not slecht, vraag.naam


def _native(waarde: object) -> object:
    return waarde.to_native() if isinstance(waarde, neo4j.time.Date) else waarde


def test_the_document_is_made_from_the_headers() -> None:
    document = Path(library_folder().parent / "docs" / "queries.md").read_text("utf-8")
    assert document == queries_markdown(), "run: python -m netwerkkaart.vragen.documentatie"


def test_every_file_in_the_folder_is_in_the_library() -> None:
    assert {pad.stem for pad in Path(library_folder()).rglob("*.cypher")} == set(load_library())


@pytest.mark.neo4j
def test_both_engines_give_the_same_rows(
    ingebed_store: Store, neo4j_store: Store, demo: DemoBestanden
) -> None:
    for store in (ingebed_store, neo4j_store):
        import_demo(store, demo, NU)
    for vraag in load_library().values():
        waarden = vraag.bind({}, DATUM)
        hier, daar = ingebed_store.read(vraag.cypher, waarden), neo4j_store.read(vraag.cypher, waarden)
        assert list(hier.rijen) == list(daar.rijen), vraag.naam


def test_a_parameter_is_read_as_its_kind() -> None:
    vraag = find_query("bereikte_scholen")
    waarden = vraag.bind({"regio": "limburg", "wachttijd": "4", "datum": "2025-01-01"}, DATUM)
    assert (waarden["regio"], waarden["wachttijd"], waarden["datum"]) == ("limburg", 4, date(2025, 1, 1))


@pytest.mark.parametrize("gegeven", [{"wachttijd": "veel"}, {"bestaat": "niet"}, {"datum": "morgen"}])
def test_a_wrong_parameter_is_told(gegeven: dict[str, str]) -> None:
    with pytest.raises(GebruikersFout):
        find_query("bereikte_scholen").bind(gegeven, DATUM)


def test_an_unknown_query_is_told() -> None:
    with pytest.raises(NietGevonden):
        find_query("bestaat_niet")


@pytest.mark.parametrize(
    "kop",
    ["// titel: A", "// titel: A\n// vraag: B\n// parameter: x | lijst | | C\n// kolom: a | b\n// bron: z"],
)
def test_a_header_that_lacks_something_is_a_fault_of_its_author(kop: str) -> None:
    with pytest.raises(VraagError):
        parse_query("proef", "map", kop + "\nRETURN 1 AS a")
