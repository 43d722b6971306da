"""Measures every case of the corpus in processes of their own: ``python -m tests.inlezen.vijandig.meet``.

For each: the most memory and the processor time of the command with the child that parses, and the
elapsed time. Not part of the tests: what a machine needs differs, what it may need is limited in
:mod:`netwerkkaart.inlezen.grenzen`.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.inlezen.vijandig import GEVALLEN
from tests.inlezen.vijandig.geval import Geval

_KIND = """
import json, resource, sys
from netwerkkaart.cli.hoofd import run
code = run(sys.argv[2:])
eigen, kind = (resource.getrusage(wie) for wie in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
with open(sys.argv[1], "w") as uit:
    json.dump([code, eigen.ru_maxrss, eigen.ru_utime + eigen.ru_stime, kind.ru_maxrss, kind.ru_utime + kind.ru_stime], uit)
"""


def _meet(geval: Geval, map_: Path) -> tuple[str, float, float, float, float, float]:
    import json

    pad, uit = geval.leg(map_), map_ / "uit.json"
    begin = time.perf_counter()
    subprocess.run(
        [sys.executable, "-c", _KIND, str(uit), "import", geval.importer, str(pad), "--ja", *geval.opties],
        env=os.environ | {"NETWERKKAART_STORE": str(map_ / "g.kgl"), "PYTHONPATH": str(Path.cwd())},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=True,
    )
    duur = time.perf_counter() - begin
    _, eigen, eigen_s, kind, kind_s = json.loads(uit.read_text())
    return geval.id, eigen / 1024, kind / 1024, eigen_s, kind_s, duur


def main() -> None:
    """Measure the cases whose name holds an argument (none: all), and show the heaviest."""
    gekozen = [g for g in GEVALLEN if not sys.argv[1:] or any(woord in g.id for woord in sys.argv[1:])]
    rijen = []
    for geval in gekozen:
        with tempfile.TemporaryDirectory() as map_:
            rijen.append(_meet(geval, Path(map_)))
    print(
        f"{len(rijen)} bestanden\n{'geval':45} {'MB':>6} {'kind MB':>8} {'cpu s':>6} {'kind s':>7} {'duur s':>7}"
    )
    for sleutel in (1, 2, 3, 4, 5):
        rij = max(rijen, key=lambda r: r[sleutel])
        print(f"{rij[0]:45} {rij[1]:6.0f} {rij[2]:8.0f} {rij[3]:6.2f} {rij[4]:7.2f} {rij[5]:7.2f}")


if __name__ == "__main__":
    main()
