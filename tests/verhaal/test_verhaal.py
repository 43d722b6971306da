"""End to end on real schools: from text files through the command line to verdicts worked out by hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest

from netwerkkaart.analyse.basis import STAPPEN, regions_in
from netwerkkaart.analyse.gebieden import Per
from netwerkkaart.analyse.hiaten import Celoordeel, hiaten
from netwerkkaart.analyse.keten import KetenRij, keten
from netwerkkaart.analyse.tandems import Tandemoordeel, tandem
from netwerkkaart.demo import generate_demo
from netwerkkaart.demo.inlezen import import_demo
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.graph.bolt import BoltStore
from netwerkkaart.graph.ingebed import IngebedStore
from netwerkkaart.graph.lezen import read_beeld
from netwerkkaart.graph.store import Store
from netwerkkaart.vragen.bibliotheek import find_query
from tests.verhaal import verwacht
from tests.verhaal.inlees import DATA, DATUM, Verhaal, tell_story

NU = datetime(2026, 11, 24, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def real_lists() -> None:
    """Only the story needs the real lists; the demo runs everywhere."""
    if not DATA.is_dir():
        pytest.skip("the real lists are not here: put them in ../shared/data")


@pytest.fixture(scope="module")
def verhaal(real_lists: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Verhaal]:
    map_ = tmp_path_factory.mktemp("verhaal")
    gelezen = tell_story(str(map_ / "graaf.kgl"), map_)
    yield gelezen
    gelezen.store.close()


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    map_ = tmp_path_factory.mktemp("demo")
    store = IngebedStore(map_ / "demo.kgl", schrijven=True)
    import_demo(store, generate_demo(map_, datum=DATUM), NU)
    yield store
    store.close()


def test_real_lists_alone_are_a_white_spot_everywhere(verhaal: Verhaal) -> None:
    assert_all_white(verhaal.echt)


@pytest.mark.parametrize(
    "cel",
    [*verwacht.CELLEN, *verwacht.REGIOCELLEN],
    ids=lambda c: f"{c.gebied}-{c.thema}-{c.stap}-{c.doelgroep}",
)
def test_cell(verhaal: Verhaal, cel: verwacht.Cel) -> None:
    per: Per = "gemeente" if cel in verwacht.CELLEN else "regio"
    assert found_cells(verhaal.beeld, per)[cel[:4]] == cel[4:9], cel.reden


def test_the_cells_show_every_verdict() -> None:
    getoond = {cel.oordeel for cel in (*verwacht.CELLEN, *verwacht.REGIOCELLEN)}
    assert getoond == set(Celoordeel)


@pytest.mark.parametrize("naam", verwacht.KETENS)
def test_chain(verhaal: Verhaal, naam: str) -> None:
    ketting = verwacht.KETENS[naam]
    assert found_chains(verhaal.beeld)[ketting.school, ketting.thema] == ketting


def test_a_route_names_the_invented_and_the_real_band_that_it_rests_on(verhaal: Verhaal) -> None:
    (rij,) = [rij for rij in keten(verhaal.beeld).rijen if rij.id == "039289"]
    assert rij.stappen[3].route == (
        "WERKT_SAMEN_MET|0216772927|039289",
        "WERKT_SAMEN_MET|0216772927|0267393663",
        "BIEDT|0267393663|v-o09",
        "BEREIKT|v-o09|nis:72038",
    )


def test_reached_schools_per_region_as_counted_by_hand(verhaal: Verhaal) -> None:
    assert reached_by_chain(verhaal.beeld) == verwacht.BEREIKT
    assert reached_by_query(verhaal.store) == verwacht.BEREIKT


def test_the_tandem_of_limburg_reaches_six(verhaal: Verhaal) -> None:
    rijen = tandem(verhaal.beeld, regio="limburg").rijen
    gezien = {rij.id: str(rij.oordeel) for rij in rijen if rij.oordeel is not Tandemoordeel.GEEN}
    assert gezien == verwacht.TANDEM_LIMBURG
    assert {"v-werk-spoor", "v-ggz-merel"} < {rij.id for rij in rijen}
    assert_same_blind_spots(verhaal.store, verhaal.beeld)


def test_the_query_agrees_with_the_analyses_on_the_demo(demo: Store) -> None:
    assert_query_agrees(demo)


@pytest.mark.neo4j
def test_the_query_agrees_with_the_analyses_on_neo4j(neo4j_store: BoltStore, tmp_path: Path) -> None:
    import_demo(neo4j_store, generate_demo(tmp_path / "demo", datum=DATUM), NU)
    assert_query_agrees(neo4j_store)


@pytest.mark.neo4j
@pytest.mark.usefixtures("real_lists")
def test_the_same_on_neo4j(neo4j_store: BoltStore, neo4j_omgeving: dict[str, str], tmp_path: Path) -> None:
    verhaal = tell_story(neo4j_omgeving["NETWERKKAART_STORE"], tmp_path)
    try:
        assert_all_white(verhaal.echt)
        assert_story(verhaal)
    finally:
        verhaal.store.close()


def assert_story(verhaal: Verhaal) -> None:
    gemeenten, regios = found_cells(verhaal.beeld, "gemeente"), found_cells(verhaal.beeld, "regio")
    for cellen, gevonden in ((verwacht.CELLEN, gemeenten), (verwacht.REGIOCELLEN, regios)):
        for cel in cellen:
            assert gevonden[cel[:4]] == cel[4:9], cel
    ketens = found_chains(verhaal.beeld)
    for naam, ketting in verwacht.KETENS.items():
        assert ketens[ketting.school, ketting.thema] == ketting, naam
    assert reached_by_chain(verhaal.beeld) == verwacht.BEREIKT
    assert reached_by_query(verhaal.store) == verwacht.BEREIKT
    assert_same_blind_spots(verhaal.store, verhaal.beeld)


def assert_query_agrees(store: Store) -> None:
    beeld = read_beeld(store).op(DATUM)
    door_keten = reached_by_chain(beeld)
    assert reached_by_query(store) == door_keten
    assert sum(aantal for per_regio in door_keten.values() for _, aantal in per_regio.values()) > 100
    assert_same_blind_spots(store, beeld)


def assert_all_white(beeld: Beeld) -> None:
    """The lists hold 286 sites (the test record left out) and 734 bodies, and nobody's offer."""
    scholen, besturen, verenigingen = (
        len(beeld.van_soort(soort)) for soort in ("School", "LokaalBestuur", "AndereOrganisatie")
    )
    assert (scholen, besturen + verenigingen, len(beeld.van_type("WERKT_SAMEN_MET"))) == (286, 734, 443)
    for per, met_school in (("gemeente", 17), ("regio", 4)):
        rijen = hiaten(beeld, per=per).rijen  # type: ignore[arg-type]
        oordelen = Counter(rij.oordeel for rij in rijen if rij.scholen)
        assert set(oordelen) == {Celoordeel.WITTE_VLEK}
        assert len({rij.gebied for rij in rijen if rij.scholen}) == met_school


Gevonden = Mapping[tuple[str, ...], tuple[str | int, ...]]


def found_cells(beeld: Beeld, per: Per) -> Gevonden:
    """(area, theme, step, target group) → verdict and counts."""
    return {
        (rij.gebied_naam, rij.thema, rij.stap, rij.doelgroep): (
            str(rij.oordeel),
            rij.scholen,
            rij.scholen_bereikt,
            rij.aanbod,
            rij.aanbod_vrij,
        )
        for rij in hiaten(beeld, per=per).rijen
    }


def found_chains(beeld: Beeld) -> Mapping[tuple[str, str], verwacht.Keten]:
    return {(rij.id, rij.thema): _as_keten(rij) for rij in keten(beeld).rijen}


def _as_keten(rij: KetenRij) -> verwacht.Keten:
    stappen = tuple(
        verwacht.Stap(s.stap, str(s.oordeel), s.aanbod, s.aanbieder, s.schakels) for s in rij.stappen
    )
    return verwacht.Keten(rij.id, rij.thema, str(rij.oordeel), stappen)


Bereikt = Mapping[tuple[str, str], Mapping[str, tuple[int, int]]]


def reached_by_chain(beeld: Beeld) -> Bereikt:
    """(theme, step) → region → (schools, schools that reach it), by the analysis."""
    per_regio = {regio: keten(beeld, regio=regio).rijen for regio in regions_in(beeld)}
    return {
        (thema, stap): {
            regio: (len(van_thema), sum(stap in rij.bereikt for rij in van_thema))
            for regio, rijen in per_regio.items()
            if (van_thema := [rij for rij in rijen if rij.thema == thema])
        }
        for thema, stap in STAPPEN
    }


def reached_by_query(store: Store) -> Bereikt:
    """The same, by the query of the library."""
    vraag = find_query("bereikte_scholen")
    uit = {}
    for thema, stap in STAPPEN:
        rijen = store.read(vraag.cypher, vraag.bind({"thema": thema, "stap": stap}, DATUM)).rijen
        uit[thema, stap] = {str(regio): (_int(scholen), _int(bereikt)) for regio, scholen, bereikt in rijen}
    return uit


def _int(waarde: object) -> int:
    assert isinstance(waarde, int)
    return waarde


def assert_same_blind_spots(store: Store, beeld: Beeld) -> None:
    """The query and the analysis name the same organisations, in every region."""
    vraag = find_query("blinde_vlek")
    for regio in regions_in(beeld):
        rijen = store.read(vraag.cypher, vraag.bind({"regio": regio}, DATUM)).rijen
        blind = [rij.id for rij in tandem(beeld, regio=regio).rijen if rij.oordeel is Tandemoordeel.GEEN]
        assert [rij[0] for rij in rijen] == sorted(blind), regio
