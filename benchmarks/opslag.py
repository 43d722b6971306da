"""How long carrying out a plan and reading the view take, beside the engine alone on the same rows.

    python benchmarks/opslag.py [--organisaties 10000] [--relaties 100000] [--keer 3] [ingebed] [neo4j]

``kaal`` is what the engine itself needs: the same rows in batches of UNWIND + MERGE in one transaction,
with its commit (and checkpoint), and the same rows read back. The best of the rounds counts.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from netwerkkaart.graph import cypher
from netwerkkaart.graph.bulk import paused_collector
from netwerkkaart.graph.ingebed import IngebedStore
from netwerkkaart.graph.lezen import read_beeld, read_bekend
from netwerkkaart.graph.store import Store
from netwerkkaart.graph.uitvoeren import ImportGegevens, carry_out
from netwerkkaart.plan.maak import make_plan
from netwerkkaart.plan.wijziging import Plan
from netwerkkaart.schema.uitspraken import KnoopUitspraak, RelatieUitspraak, Uitspraak
from tests.neo4j_server.fixture import open_neo4j, wipe
from tests.neo4j_server.server import running

KNOOP = "UNWIND $rijen AS rij MERGE (n:Organisatie {id: rij.id}) SET n:School SET n += rij.p"
BAND = (
    "UNWIND $rijen AS rij MATCH (a:Organisatie {id: rij.van}) MATCH (b:Organisatie {id: rij.naar}) "
    "MERGE (a)-[x:WERKT_SAMEN_MET {rid: rij.rid}]->(b) SET x += rij.p"
)


def statements(organisaties: int, relaties: int) -> list[Uitspraak]:
    kans = random.Random(1)
    uitspraken: list[Uitspraak] = [
        KnoopUitspraak(
            "School",
            f"o{i:05}",
            {
                "naam": f"School {i}",
                "postcode": "3000",
                "sinds": date(2020, 1, 1),
                "themas": ["1"],
                "bron": "x",
            },
        )
        for i in range(organisaties)
    ]
    paren: set[tuple[int, int]] = set()
    while len(paren) < relaties:
        a, b = sorted((kans.randrange(organisaties), kans.randrange(organisaties)))
        if a != b:
            paren.add((a, b))
    for a, b in sorted(paren):
        van, naar = f"o{a:05}", f"o{b:05}"
        uitspraken.append(
            RelatieUitspraak(
                "WERKT_SAMEN_MET",
                f"WERKT_SAMEN_MET|{van}|{naar}",
                van,
                naar,
                {"sterkte": 2, "sinds": date(2021, 9, 1), "bron": "x"},
            )
        )
    return uitspraken


def raw_load(store: Store, plan: Plan) -> None:
    with paused_collector(), store.write() as transactie:
        knopen = [{"id": w.id, "p": {**w.na, "imp": "i"}} for w in plan.knopen]
        banden = [
            {"van": w.van, "naar": w.naar, "rid": w.rid, "p": {**w.na, "imp": "i"}} for w in plan.relaties
        ]
        for opdracht, rijen in ((KNOOP, knopen), (BAND, banden)):
            for begin in range(0, len(rijen), 5000):
                transactie.run(opdracht, {"rijen": rijen[begin : begin + 5000]})


def raw_read(store: Store) -> None:
    with paused_collector():
        store.read(cypher.ALL_NODES)
        store.read(cypher.ALL_RELATIONS)


@contextmanager
def fresh_file() -> Iterator[Callable[[], Store]]:
    with tempfile.TemporaryDirectory() as map_:
        teller = iter(range(1000))
        yield lambda: IngebedStore(Path(map_) / f"{next(teller)}.kgl", schrijven=True)


@contextmanager
def fresh_server() -> Iterator[Callable[[], Store]]:
    with running("2g") as server:

        def empty() -> Store:
            store = open_neo4j(server)
            wipe(store)
            return store

        yield empty


def seconds(doe: Callable[[], object]) -> float:
    begin = time.perf_counter()
    doe()
    return time.perf_counter() - begin


def bind(doe: Callable[..., object], *rest: object) -> Callable[[], object]:
    return lambda: doe(*rest)


def measure(nieuw: Callable[[], Store], uitspraken: list[Uitspraak], keer: int) -> dict[str, float]:
    tijden: dict[str, list[float]] = {}
    gegevens = ImportGegevens("meting", datetime.now(UTC), bron="x")

    def note(naam: str, doe: Callable[[], object]) -> None:
        tijden.setdefault(naam, []).append(seconds(doe))

    for _ in range(keer):
        store = nieuw()
        with store.write() as transactie:
            for opdracht in cypher.constraints():
                transactie.run(opdracht)
        plan = make_plan(uitspraken, read_bekend(store))
        note("kaal laden", bind(raw_load, store, plan))
        store.close()
        store = nieuw()
        note("carry_out", bind(carry_out, store, plan, gegevens))
        note("kaal lezen", bind(raw_read, store))
        note("read_beeld", bind(read_beeld, store))
        note("read_bekend, alles", bind(read_bekend, store))
        note("read_bekend, 1000", bind(read_bekend, store, [f"o{i:05}" for i in range(1000)], []))
        store.close()
    return {naam: min(waarden) for naam, waarden in tijden.items()}


def main() -> None:
    lezer = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    lezer.add_argument("opslag", nargs="*", default=["ingebed", "neo4j"])
    lezer.add_argument("--organisaties", type=int, default=10_000)
    lezer.add_argument("--relaties", type=int, default=100_000)
    lezer.add_argument("--keer", type=int, default=3)
    keuze = lezer.parse_args()
    uitspraken = statements(keuze.organisaties, keuze.relaties)
    for naam in keuze.opslag:
        with (fresh_file if naam == "ingebed" else fresh_server)() as nieuw:
            tijden = measure(nieuw, uitspraken, keuze.keer)
        print(naam)
        for wat, duur in tijden.items():
            print(f"  {wat:20} {duur:6.2f} s")
        print(f"  carry_out / kaal     {tijden['carry_out'] / tijden['kaal laden']:6.2f}")
        print(f"  read_beeld / kaal    {tijden['read_beeld'] / tijden['kaal lezen']:6.2f}", flush=True)


if __name__ == "__main__":
    main()
