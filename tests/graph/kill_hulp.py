"""Kill an import in the middle, and look at what is left. Used by a test and by ``benchmarks/kill.py``."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from netwerkkaart.graph.store import Store
from netwerkkaart.schema.uitspraken import Uitspraak
from tests.graph.hulp import knoop, relatie, staat, voer_in

WORTEL = Path(__file__).resolve().parents[2]


def basis() -> list[Uitspraak]:
    """What is there before."""
    return [knoop("Clb", f"c{i}") for i in range(5)]


def groot(aantal: int) -> list[Uitspraak]:
    """The import that is killed: schools, and two bands for each."""
    scholen: list[Uitspraak] = [knoop("School", f"s{i}") for i in range(aantal)]
    banden: list[Uitspraak] = [relatie("BEGELEIDT", f"c{i % 5}", f"s{i}") for i in range(aantal)]
    samen: list[Uitspraak] = [relatie("WERKT_SAMEN_MET", f"c{i % 4}", f"s{i}") for i in range(aantal)]
    return scholen + banden + samen


def import_groot(store: Store, aantal: int) -> None:
    voer_in(store, groot(aantal), "imp:groot")


def fingerprint(store: Store) -> str:
    """A hash of everything in the store, bookkeeping too, once two readings agree.

    A server may still be committing for a client that is gone, and a reading is several queries: one
    that falls within that commit tells of no state at all. A state that stays torn is still seen.
    """
    eerst, dan = "", repr(staat(store))
    while eerst != dan:
        eerst, dan = dan, repr(staat(store))
    return sha256(dan.encode()).hexdigest()


def kill_import(omgeving: Mapping[str, str], aantal: int, wacht: float) -> bool:
    """Start the import in another process and kill that with SIGKILL ``wacht`` seconds after it began.

    Returns:
        Whether it was still busy.
    """
    kind = subprocess.Popen(
        [sys.executable, "-m", "tests.graph.kill_hulp", str(aantal)],
        env={**os.environ, **omgeving},
        cwd=WORTEL,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert kind.stdout is not None
    assert kind.stdout.readline().strip() == "BEGIN"
    time.sleep(wacht)
    bezig = kind.poll() is None
    kind.kill()
    kind.wait()
    kind.stdout.close()
    return bezig


def main() -> None:
    from netwerkkaart.graph import open_store

    store = open_store(schrijven=True)
    print("BEGIN", flush=True)
    import_groot(store, int(sys.argv[1]))


if __name__ == "__main__":
    main()
