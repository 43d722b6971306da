"""How time and memory grow with the network: ten ties per organisation, ten times as many organisations.

Every size is measured in a process of its own that starts from a view on disk, so that what was needed to
make up the network counts for nothing::

    python -m benchmarks.groei maak 1000 beeld.pickle
    python -m benchmarks.groei meet beeld.pickle 3
"""

from __future__ import annotations

import json
import pickle
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import cast

from benchmarks.analyse_groot import DATUM, synthetic
from benchmarks.gegevens import Gegevens
from benchmarks.meten import Hoofdstuk, Uitslag, count, duration, number, seconds
from netwerkkaart.graph.beeld import Beeld

NAMEN = ("bereik", "hiaten", "keten")
MATEN = (1_000, 10_000, 100_000)
GROOT = 1_000_000


def measure_growth(gegevens: Gegevens, maten: tuple[int, ...] = MATEN) -> Hoofdstuk:
    """Reach, gaps and chains at each size, and the ratio to the size before."""
    uitslagen: list[Uitslag] = []
    vorige: dict[str, float] = {}
    for maat in maten:
        gezien = _in_processes(maat, gegevens.map / f"groei{maat}.pickle", 3 if maat < 100_000 else 1)
        organisaties, banden = int(gezien["organisaties"]), int(gezien["banden"])
        for naam in NAMEN:
            keer = gezien[naam] / vorige[naam] if vorige else None
            uitslagen.append(
                Uitslag(
                    f"{naam}, {count(organisaties)} organisaties + {count(banden)} banden",
                    duration(gezien[naam]),
                    verhouding=f"{number(keer)} × de vorige maat" if keer else "",
                )
            )
        uitslagen.append(
            Uitslag(
                f"geheugen, {count(organisaties)} organisaties",
                f"{number(gezien['beeld_mb'])} MB",
                verhouding=f"piek: {number(gezien['piek_mb'])} MB erbij",
            )
        )
        vorige = gezien
    return Hoofdstuk(
        "Groei",
        "Hetzelfde verzonnen netwerk, telkens tien keer groter, elk in een eigen proces. Geheugen: wat het "
        "beeld inneemt, en hoeveel de analyses daar op hun piek bij nemen.",
        tuple(uitslagen),
    )


def _in_processes(maat: int, pad: Path, keer: int) -> dict[str, float]:
    zelf = [sys.executable, "-m", "benchmarks.groei"]
    subprocess.run([*zelf, "maak", str(maat), str(pad)], check=True)
    uit = subprocess.run([*zelf, "meet", str(pad), str(keer)], check=True, capture_output=True, text=True)
    pad.unlink()
    return cast("dict[str, float]", json.loads(uit.stdout))


def make_view(maat: int, pad: Path) -> None:
    """Write a view of a made-up network."""
    beeld = Beeld.from_rows(*synthetic(maat, 10 * maat)).op(DATUM)
    with pad.open("wb") as bestand:
        pickle.dump(beeld, bestand, protocol=pickle.HIGHEST_PROTOCOL)


def measure_view(pad: Path, keer: int) -> dict[str, float]:
    """Seconds of each analysis on the view in a file, and megabytes."""
    from netwerkkaart.analyse.bereik import compute_reach
    from netwerkkaart.analyse.hiaten import hiaten
    from netwerkkaart.analyse.keten import keten

    leeg = _memory("VmRSS")
    with pad.open("rb") as bestand:
        beeld: Beeld = pickle.load(bestand)
    geladen = _memory("VmRSS")
    analyses: dict[str, Callable[[Beeld], object]] = dict(
        zip(NAMEN, (compute_reach, hiaten, keten), strict=True)
    )
    uit: dict[str, float] = {}
    for naam, analyse in analyses.items():
        tijden = []
        for _ in range(keer):
            vers = replace(beeld)  # nothing worked out yet
            tijden.append(seconds(lambda analyse=analyse, vers=vers: analyse(vers)))  # type: ignore[misc]
        uit[naam] = median(tijden)
    return uit | {
        "organisaties": beeld.aantal_organisaties,
        "banden": len(beeld.banden),
        "beeld_mb": geladen - leeg,
        "piek_mb": _memory("VmHWM") - geladen,
    }


def _memory(veld: str) -> float:
    """Megabytes of this process: now (``VmRSS``) or at its highest (``VmHWM``); the highest off Linux."""
    stand = Path("/proc/self/status")
    if stand.exists():
        treffer = re.search(rf"{veld}:\s*(\d+) kB", stand.read_text("ascii"))
        if treffer:
            return int(treffer[1]) / 1024
    import resource

    piek = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return piek / (1024 * 1024 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    if sys.argv[1] == "maak":
        make_view(int(sys.argv[2]), Path(sys.argv[3]))
    else:
        print(json.dumps(measure_view(Path(sys.argv[2]), int(sys.argv[3]))))
