"""Import and view beside the engine alone on the same rows: kglite in this process, Neo4j over Bolt.

The raw load reads the same files with ``csv.reader`` and writes every row with its filled cells, as text,
by ``UNWIND`` and ``MERGE`` in batches in one transaction. It checks nothing, converts nothing, and keeps
nothing by which an import could be shown or undone.
"""

from __future__ import annotations

import csv
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import kglite

from benchmarks.gegevens import NU, Gegevens
from benchmarks.meten import Hoofdstuk, Taak, count, duration, paired, ratio_row
from netwerkkaart.graph import cypher, open_store
from netwerkkaart.graph.bolt import BoltStore
from netwerkkaart.graph.lezen import read_beeld
from netwerkkaart.graph.store import Store
from netwerkkaart.importers import load_importer
from netwerkkaart.inlezen import read_tabel
from netwerkkaart.invoeren import carry_out_import, prepare_import
from netwerkkaart.omzetten.context import Context
from tests.neo4j_server.fixture import open_neo4j, wipe
from tests.neo4j_server.server import GEBRUIKER, WACHTWOORD, NotAvailableError, Server, running

PARTIJ = 5_000
Rijen = list[dict[str, object]]
Uitvoeren = Callable[[str, Rijen], object]
STAPPEN = ("lezen", "voorbereiden", "uitvoeren")


def whole_walk(store: Store, gegevens: Gegevens) -> dict[str, float]:
    """Both files into a store as the command line does it; seconds per stage."""
    tijden = dict.fromkeys(STAPPEN, 0.0)
    for naam, pad in (("organisaties", gegevens.organisaties), ("relaties", gegevens.relaties)):
        begin = time.perf_counter()
        tabel = read_tabel(pad)
        gelezen = time.perf_counter()
        voorbereid = prepare_import(
            store,
            load_importer(naam),
            tabel,
            lambda gekend, bron=pad.name: Context(gekend=gekend, datum=NU.date(), bron=bron),  # type: ignore[misc]
        )
        gewogen = time.perf_counter()
        carry_out_import(store, voorbereid, nu=NU, sha256=tabel.inhoud_sha256)
        for stap, duur in zip(
            STAPPEN, (gelezen - begin, gewogen - gelezen, time.perf_counter() - gewogen), strict=True
        ):
            tijden[stap] += duur
    return tijden


def raw_load(gegevens: Gegevens, voer_uit: Uitvoeren) -> None:
    """Both files by ``csv.reader`` and batches of ``UNWIND``."""
    for soort, rijen in _grouped(gegevens.organisaties, "soort").items():
        opdracht = f"UNWIND $rijen AS rij MERGE (n:Organisatie {{id: rij.id}}) SET n:{soort} SET n += rij.p"
        _in_batches(opdracht, [{"id": p.pop("id"), "p": p} for p in rijen], voer_uit)
    for type_, rijen in _grouped(gegevens.relaties, "relatie").items():
        opdracht = (
            "UNWIND $rijen AS rij MATCH (a:Organisatie {id: rij.van}) MATCH (b:Organisatie {id: rij.naar}) "
            f"MERGE (a)-[x:{type_} {{rid: rij.rid}}]->(b) SET x += rij.p"
        )
        klaar: Rijen = []
        for p in rijen:
            van, naar = p.pop("van"), p.pop("naar")
            klaar.append({"van": van, "naar": naar, "rid": f"{type_}|{van}|{naar}", "p": p})
        _in_batches(opdracht, klaar, voer_uit)


def _grouped(pad: Path, sleutel: str) -> dict[str, Rijen]:
    """The rows by the value of one column: labels and types cannot be parameters."""
    groepen: dict[str, Rijen] = {}
    with pad.open(encoding="utf-8-sig", newline="") as bestand:
        lezer = csv.reader(bestand, delimiter=";")
        kop = next(lezer)
        plek = kop.index(sleutel)
        for rij in lezer:
            p: dict[str, object] = {naam: cel for naam, cel in zip(kop, rij, strict=True) if cel}
            del p[sleutel]
            groepen.setdefault(rij[plek], []).append(p)
    return groepen


def _in_batches(opdracht: str, rijen: Rijen, voer_uit: Uitvoeren) -> None:
    for begin in range(0, len(rijen), PARTIJ):
        voer_uit(opdracht, rijen[begin : begin + PARTIJ])


@contextmanager
def _our_embedded(gegevens: Gegevens, stappen: list[dict[str, float]]) -> Iterator[Taak]:
    with TemporaryDirectory(dir=gegevens.map) as map_:
        store = open_store(str(Path(map_) / "ons.kgl"), schrijven=True)
        yield lambda: stappen.append(whole_walk(store, gegevens))
        store.close()


@contextmanager
def _raw_embedded(gegevens: Gegevens) -> Iterator[Taak]:
    with TemporaryDirectory(dir=gegevens.map) as map_:
        graaf = kglite.open(str(Path(map_) / "kaal.kgl"))
        graaf.cypher("CREATE CONSTRAINT FOR (n:Organisatie) REQUIRE n.id IS UNIQUE")

        def load() -> None:
            transactie = graaf.begin()
            raw_load(gegevens, lambda opdracht, rijen: transactie.cypher(opdracht, params={"rijen": rijen}))
            transactie.commit()
            graaf.save()

        yield load
        graaf.close()


def measure_embedded(gegevens: Gegevens, keer: int = 3) -> Hoofdstuk:
    """The whole walk of both files into one file, beside raw kglite."""
    stappen: list[dict[str, float]] = []
    paar = paired(lambda: _our_embedded(gegevens, stappen), lambda: _raw_embedded(gegevens), keer)
    naam = _name(gegevens)
    return Hoofdstuk(
        "Inlezen in de ingebedde opslag",
        "De hele weg van twee CSV-bestanden tot in de opslag (lezen, keuren, afwegen tegen wat er al staat, "
        "wegschrijven met geschiedenis), naast csv.reader met kale kglite op dezelfde rijen, met logboek en "
        "bewaarmoment.",
        (ratio_row(naam, paar, 3.0),),
        (_where(stappen),),
    )


def _name(gegevens: Gegevens) -> str:
    return f"{count(gegevens.aantal_organisaties)} organisaties + {count(gegevens.aantal_relaties)} relaties"


def _where(stappen: list[dict[str, float]]) -> str:
    delen = ", ".join(f"{stap} {duration(median(t[stap] for t in stappen))}" for stap in STAPPEN)
    return f"Waar onze tijd heen gaat: {delen}."


@contextmanager
def _our_server(server: Server, gegevens: Gegevens, stappen: list[dict[str, float]]) -> Iterator[Taak]:
    with empty_server(server) as store:
        yield lambda: stappen.append(whole_walk(store, gegevens))


@contextmanager
def _raw_server(server: Server, gegevens: Gegevens) -> Iterator[Taak]:
    from neo4j import GraphDatabase

    with (
        empty_server(server),
        GraphDatabase.driver(
            server.uri, auth=(GEBRUIKER, WACHTWOORD), notifications_min_severity="OFF"
        ) as driver,
    ):

        def load() -> None:
            with driver.session() as sessie, sessie.begin_transaction() as transactie:
                raw_load(gegevens, lambda opdracht, rijen: transactie.run(opdracht, rijen=rijen).consume())
                transactie.commit()

        yield load


@contextmanager
def empty_server(server: Server) -> Iterator[BoltStore]:
    """The server without data, with our constraints: both sides need them."""
    store = open_neo4j(server)
    try:
        wipe(store)
        for opdracht in cypher.constraints().values():
            with store.write() as transactie:
                transactie.run(opdracht)
        yield store
    finally:
        store.close()


def measure_server(gegevens: Gegevens, keer: int = 3) -> Hoofdstuk:
    """The same into a real Neo4j server; a round of each before counts for nothing (the server warms up)."""
    titel = "Inlezen in Neo4j"
    uitleg = (
        "Dezelfde weg naar een echte Neo4j-server op deze machine, naast de kale driver met dezelfde rijen "
        "in reeksen van 5.000 (UNWIND, MERGE) in één transactie. Een eerste ronde van elk, om de server op "
        "te warmen, telt niet mee."
    )
    stappen: list[dict[str, float]] = []
    try:
        with running("2g") as server:
            versie = _server_version(server)
            for proef in (_our_server(server, gegevens, []), _raw_server(server, gegevens)):
                with proef as warm:
                    warm()
            paar = paired(
                lambda: _our_server(server, gegevens, stappen), lambda: _raw_server(server, gegevens), keer
            )
    except NotAvailableError:
        return Hoofdstuk(
            titel, uitleg, (), ("Overgeslagen: er is hier geen Java of Maven om een server mee te starten.",)
        )
    return Hoofdstuk(titel, uitleg, (ratio_row(_name(gegevens), paar, 2.0),), (_where(stappen), versie))


def _server_version(server: Server) -> str:
    from neo4j import GraphDatabase

    with GraphDatabase.driver(server.uri, auth=(GEBRUIKER, WACHTWOORD)) as driver:
        return f"De server: {driver.get_server_info().agent}."


def measure_view(gegevens: Gegevens, keer: int = 3) -> Hoofdstuk:
    """Reading the view of the demo, beside reading the same rows from kglite."""

    @contextmanager
    def ours() -> Iterator[Taak]:
        store = open_store(str(gegevens.demo))
        yield lambda: read_beeld(store)
        store.close()

    @contextmanager
    def raw() -> Iterator[Taak]:
        graaf = kglite.load(str(gegevens.demo))

        def read() -> list[object]:
            kolommen: list[object] = []
            for vraag in (cypher.ALL_NODES, cypher.ALL_RELATIONS):
                gezien = graaf.cypher(vraag)
                assert isinstance(gezien, kglite.ResultView)
                kolommen.extend(gezien.column(naam) for naam in gezien.columns)
            return kolommen

        yield read

    paar = paired(ours, raw, keer)
    knopen, relaties = len(gegevens.beeld), sum(map(len, gegevens.beeld.relaties.values()))
    return Hoofdstuk(
        "Het beeld lezen",
        "read_beeld (rijen uit de opslag, genummerd en in kolommen) naast dezelfde rijen uit kale kglite, "
        "als Python-waarden.",
        (ratio_row(f"{count(knopen)} knopen + {count(relaties)} relaties", paar, 2.0),),
    )
