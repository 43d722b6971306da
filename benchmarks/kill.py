"""Kill an import twenty times on each store, and a server twenty times: before or after, never between.

    python benchmarks/kill.py [--aantal 20] [--scholen 2000] [ingebed] [client] [server]

``client`` kills the process that imports into a server; ``server`` kills the server itself and starts
it again on the same data. Needs Java and Maven for the last two (see ``tests/neo4j_server``).
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from netwerkkaart.fouten import OpslagFout
from netwerkkaart.graph import open_store
from tests.graph.hulp import voer_in
from tests.graph.kill_hulp import basis, fingerprint, import_groot, kill_import
from tests.neo4j_server.fixture import open_neo4j, wipe
from tests.neo4j_server.server import environment, running


def judge(gezien: str, voor: str, na: str) -> str:
    return "voor" if gezien == voor else "na" if gezien == na else "ERTUSSEN"


def ingebed(aantal: int, scholen: int, kans: random.Random) -> Counter[str]:
    uitslag: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as map_:
        voor_pad = Path(map_) / "voor.kgl"
        store = open_store(str(voor_pad), schrijven=True)
        voer_in(store, basis())
        voor = fingerprint(store)
        store.close()
        na, duur = None, 0.0
        for nr in range(aantal + 1):
            pad = Path(map_) / f"k{nr}.kgl"
            shutil.copy(voor_pad, pad)
            if na is None:
                na, duur = complete(str(pad), scholen)
                continue
            kill_import({"NETWERKKAART_STORE": str(pad)}, scholen, kans.uniform(0, duur * 1.1))
            lezer = open_store(str(pad))
            uitslag[judge(fingerprint(lezer), voor, na)] += 1
            lezer.close()
            if complete(str(pad), scholen)[0] != na:
                uitslag["NIET TE VOLTOOIEN"] += 1
    return uitslag


def complete(adres: str, scholen: int) -> tuple[str, float]:
    store = open_store(adres, schrijven=True)
    begin = time.perf_counter()
    import_groot(store, scholen)
    duur = time.perf_counter() - begin
    na = fingerprint(store)
    store.close()
    return na, duur


def client(aantal: int, scholen: int, kans: random.Random) -> Counter[str]:
    uitslag: Counter[str] = Counter()
    with running() as server:
        store = open_neo4j(server)
        voer_in(store, basis())
        voor = fingerprint(store)
        begin = time.perf_counter()
        import_groot(store, scholen)
        duur = time.perf_counter() - begin
        na = fingerprint(store)
        for _ in range(aantal):
            wipe(store)
            voer_in(store, basis())
            kill_import(environment(server), scholen, kans.uniform(0, duur * 1.1))
            uitslag[judge(fingerprint(store), voor, na)] += 1
            import_groot(store, scholen)
            if fingerprint(store) != na:
                uitslag["NIET TE VOLTOOIEN"] += 1
        store.close()
    return uitslag


def server(aantal: int, scholen: int, kans: random.Random) -> Counter[str]:
    uitslag: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as map_:
        thuis = Path(map_)
        duur = 1.0
        voor = na = ""
        for nr in range(aantal + 1):
            with running(map_=thuis) as levend:
                store = open_neo4j(levend)
                if voor:
                    uitslag[judge(fingerprint(store), voor, na)] += 1
                wipe(store)
                voer_in(store, basis())
                if not voor:
                    voor = fingerprint(store)
                    begin = time.perf_counter()
                    import_groot(store, scholen)
                    duur = time.perf_counter() - begin
                    na = fingerprint(store)
                    wipe(store)
                    voer_in(store, basis())
                if nr < aantal:
                    bom = threading.Timer(kans.uniform(0, duur * 1.05), levend.proces.kill)
                    bom.start()
                    try:
                        import_groot(store, scholen)
                    except OpslagFout:
                        uitslag["gemeld"] += 1
                    bom.join()
                store.close()
    return uitslag


PROEVEN: dict[str, Callable[[int, int, random.Random], Counter[str]]] = {
    "ingebed": ingebed,
    "client": client,
    "server": server,
}


def main() -> int:
    lezer = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    lezer.add_argument("proeven", nargs="*", default=list(PROEVEN))
    lezer.add_argument("--aantal", type=int, default=20)
    lezer.add_argument("--scholen", type=int, default=2000)
    lezer.add_argument("--zaad", type=int, default=1)
    keuze = lezer.parse_args()
    slecht = 0
    for naam in keuze.proeven:
        uitslag = PROEVEN[naam](keuze.aantal, keuze.scholen, random.Random(keuze.zaad))
        print(naam, dict(uitslag), flush=True)
        slecht += uitslag["ERTUSSEN"] + uitslag["NIET TE VOLTOOIEN"]
    return 1 if slecht else 0


if __name__ == "__main__":
    sys.exit(main())
