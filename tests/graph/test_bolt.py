"""What a person meets with a Neo4j server."""

from __future__ import annotations

import socket
import threading

import pytest

from netwerkkaart.fouten import Afsluitcode, OpslagFout
from netwerkkaart.graph import open_store
from netwerkkaart.graph.bolt import BoltStore
from netwerkkaart.graph.lezen import read_beeld, read_bekend, read_names
from netwerkkaart.graph.uitvoeren import carry_out
from tests.graph.hulp import VOORBEELD, gegevens, knoop, plan_voor, staat, voer_in
from tests.neo4j_server.fixture import open_neo4j
from tests.neo4j_server.server import Server


def fout_bij(adres: str | None = None, *, schrijven: bool = False) -> OpslagFout:
    with pytest.raises(OpslagFout) as gevangen:
        open_store(adres, schrijven=schrijven).close()
    assert gevangen.value.hulp
    assert gevangen.value.code is Afsluitcode.OPSLAG
    return gevangen.value


@pytest.mark.parametrize("schema", ["bolt", "neo4j"])
def test_a_server_that_is_down_is_told_with_its_address(schema: str) -> None:
    with socket.socket() as deur:
        deur.bind(("127.0.0.1", 0))
        poort = deur.getsockname()[1]
    fout = fout_bij(f"{schema}://localhost:{poort}")
    assert fout.tekst == f"De Neo4j-server {schema}://localhost:{poort} antwoordt niet."
    assert "docker compose" in fout.hulp


def test_something_else_that_listens_there_is_no_server() -> None:
    with socket.socket() as deur:
        deur.bind(("127.0.0.1", 0))
        deur.listen()
        poort = deur.getsockname()[1]

        def hang_up() -> None:
            for _ in range(3):
                try:
                    deur.accept()[0].close()
                except OSError:
                    return

        threading.Thread(target=hang_up, daemon=True).start()
        assert "antwoordt niet" in fout_bij(f"bolt://127.0.0.1:{poort}").tekst


def test_a_password_in_the_address_is_in_no_message() -> None:
    fout = fout_bij("bolt://ik:geheim@localhost:1")
    assert "geheim" not in fout.tekst + fout.hulp
    assert "bolt://localhost:1" in fout.tekst


@pytest.mark.neo4j
def test_a_wrong_password(neo4j_omgeving: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", "fout")
    fout = fout_bij()
    assert "wachtwoord" in fout.tekst
    assert "NEO4J_PASSWORD" in fout.hulp
    monkeypatch.setenv("NEO4J_USERNAME", "")
    assert "wachtwoord" in fout_bij().tekst


@pytest.mark.neo4j
@pytest.mark.parametrize("schema", ["bolt", "neo4j"])
def test_an_unknown_database(
    neo4j_omgeving: dict[str, str], monkeypatch: pytest.MonkeyPatch, schema: str
) -> None:
    monkeypatch.setenv("NEO4J_DATABASE", "bestaatniet")
    adres = neo4j_omgeving["NETWERKKAART_STORE"].replace("bolt:", f"{schema}:")
    assert "bestaatniet bestaat niet" in fout_bij(adres).tekst


@pytest.mark.neo4j
def test_empty_not_ours_and_another_version(neo4j_store: BoltStore, neo4j_omgeving: dict[str, str]) -> None:
    assert "nog geen gegevens" in fout_bij().tekst
    with neo4j_store.write() as transactie:
        transactie.run("CREATE (n:Persoon {id: 'p'})")
    for schrijven in (False, True):
        assert "niet van Netwerkkaart" in fout_bij(schrijven=schrijven).tekst
    with neo4j_store.write() as transactie:
        transactie.run("CREATE (m:Merk {id: 'merk', formaat: 99, versie: 0})")
    assert "andere versie" in fout_bij(schrijven=True).tekst


@pytest.mark.neo4j
def test_a_reader_over_routing_sees_what_was_written(
    neo4j_store: BoltStore, neo4j_omgeving: dict[str, str]
) -> None:
    voer_in(neo4j_store, VOORBEELD)
    lezer = open_store(neo4j_omgeving["NETWERKKAART_STORE"].replace("bolt:", "neo4j:"))
    assert ("c1", "Clb", "Clb c1") in read_names(lezer)
    with pytest.raises(OpslagFout, match="alleen geopend om te lezen"), lezer.write():
        pass
    lezer.close()


@pytest.mark.neo4j
def test_of_writers_at_the_same_time_one_wins(neo4j_store: BoltStore, neo4j_server: Server) -> None:
    voer_in(neo4j_store, VOORBEELD)
    stores = [open_neo4j(neo4j_server) for _ in range(4)]
    plannen = [plan_voor(store, [knoop("School", f"x{nr}")]) for nr, store in enumerate(stores)]
    gelukt: list[int] = []
    geweigerd: list[str] = []
    klaar = threading.Barrier(len(stores))

    def write(nr: int) -> None:
        klaar.wait()
        try:
            carry_out(stores[nr], plannen[nr], gegevens(f"imp:x{nr}"))
            gelukt.append(nr)
        except OpslagFout as fout:
            geweigerd.append(fout.tekst)

    draden = [threading.Thread(target=write, args=(nr,)) for nr in range(len(stores))]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    for store in stores:
        store.close()
    assert len(gelukt) == 1
    assert geweigerd == ["De gegevens zijn intussen gewijzigd door iemand anders."] * 3
    namen = {id_ for id_, _, _ in read_names(neo4j_store)}
    assert namen & {f"x{nr}" for nr in range(4)} == {f"x{gelukt[0]}"}


@pytest.mark.neo4j
def test_an_import_that_is_too_big_for_the_server_changes_nothing(neo4j_store: BoltStore) -> None:
    voer_in(neo4j_store, VOORBEELD)
    eerst = staat(neo4j_store)
    with pytest.raises(OpslagFout, match="te weinig geheugen"):
        write_too_much(neo4j_store)
    assert staat(neo4j_store) == eerst
    with pytest.raises(OpslagFout, match="te weinig geheugen"):
        neo4j_store.read(TE_VEEL)


TE_VEEL = (
    "UNWIND range(1, 30000000) AS x WITH collect(toString(x) + 'xxxxxxxx') AS alles RETURN size(alles) AS n"
)


def write_too_much(store: BoltStore) -> None:
    with store.write() as transactie:
        transactie.run("CREATE (n:Clb {id: 'weg'})")
        transactie.run(TE_VEEL)


@pytest.mark.neo4j
def test_readers_wait_for_a_running_import_and_see_all_of_it(
    neo4j_store: BoltStore, neo4j_server: Server
) -> None:
    voer_in(neo4j_store, VOORBEELD)
    lezers = [open_neo4j(neo4j_server) for _ in range(2)]
    ids: list[set[str]] = []
    versies: list[int] = []
    draden = [
        threading.Thread(target=lambda: ids.append(set(read_beeld(lezers[0]).ids))),
        threading.Thread(target=lambda: versies.append(read_bekend(lezers[1]).versie)),
    ]

    def lees_halverwege(gedaan: int, totaal: int) -> None:
        if draden[0].ident is None:
            for draad in draden:
                draad.start()
            draden[0].join(0.5)  # time enough to see too little, if it did not wait

    plan = plan_voor(neo4j_store, [knoop("Clb", "c7"), knoop("School", "s7")])
    carry_out(neo4j_store, plan, gegevens("imp:2"), lees_halverwege)
    for draad in draden:
        draad.join()
    for lezer in lezers:
        lezer.close()
    assert {"c7", "s7"} <= ids[0]
    assert versies == [2]
