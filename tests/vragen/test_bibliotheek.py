"""The library: every query says what it asks, and both engines give the same rows."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from netwerkkaart.demo import DemoBestanden, generate_demo
from netwerkkaart.demo.inlezen import import_demo
from netwerkkaart.fouten import GebruikersFout, NietGevonden
from netwerkkaart.graph.store import Store
from netwerkkaart.vragen.bibliotheek import VraagError, find_query, library_folder, load_library, parse_query

DATUM = date(2026, 11, 24)
NU = datetime(2026, 11, 24, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> DemoBestanden:
    return generate_demo(tmp_path_factory.mktemp("demo"), datum=DATUM)


@pytest.fixture
def filled(ingebed_store: Store, demo: DemoBestanden) -> Store:
    import_demo(ingebed_store, demo, NU)
    return ingebed_store


def test_there_are_at_least_eight_and_each_names_what_it_returns(filled: Store) -> None:
    assert len(load_library()) >= 8
    for vraag in load_library().values():
        assert filled.read(vraag.cypher, vraag.bind({}, DATUM)).kolommen == tuple(vraag.kolommen), vraag.naam


def test_every_file_in_the_folder_is_in_the_library() -> None:
    assert {pad.stem for pad in Path(library_folder()).rglob("*.cypher")} == set(load_library())


@pytest.mark.neo4j
def test_both_engines_give_the_same_rows(filled: Store, neo4j_store: Store, demo: DemoBestanden) -> None:
    import_demo(neo4j_store, demo, NU)
    met_rijen = 0
    for vraag in load_library().values():
        waarden = vraag.bind({}, DATUM)
        hier, daar = filled.read(vraag.cypher, waarden), neo4j_store.read(vraag.cypher, waarden)
        assert list(hier.rijen) == list(daar.rijen), vraag.naam
        met_rijen += bool(hier.rijen)
    # The demo has something to say on nearly every question; an empty answer would prove little.
    assert met_rijen >= len(load_library()) - 1


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
