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
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from statistics import median
from typing import cast

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

from benchmarks.analyse_groot import DATUM, synthetic
from benchmarks.gegevens import Gegevens
from benchmarks.meten import Hoofdstuk, Uitslag, count, duration, number, seconds
from netwerkkaart.analyse.bandgraaf import Bandgraaf
from netwerkkaart.graph.beeld import Beeld

MATEN = (1_000, 10_000, 100_000)
GROOT = 1_000_000
LINEAIR = 1.3
"""The target: how much more than so many times as long so many times as much may take."""
_KAAL = "– "
"""Begins the name of what a library does alone."""


def measure_growth(gegevens: Gegevens, maten: tuple[int, ...] = MATEN) -> Hoofdstuk:
    """Every analysis at each size, and how much longer the largest takes than the smallest."""
    gezien = [
        _in_processes(maat, gegevens.map / f"groei{maat}.pickle", 3 if maat < 100_000 else 1)
        for maat in maten
    ]
    namen = [naam for naam in gezien[0] if naam not in _GEEN_TIJD]
    return Hoofdstuk(
        "Groei",
        "Hetzelfde verzonnen netwerk, telkens tien keer groter, elk in een eigen proces: "
        + "; ".join(
            f"{count(int(g['organisaties']))} organisaties met {count(int(g['banden']))} banden"
            for g in gezien
        )
        + ". De verhouding is die van de grootste maat tot de kleinste, met ernaast die van de laatste stap "
        f"(tien is lineair); het doel is {number(LINEAIR)} keer lineair over het geheel. Onderaan staan de "
        "kale bibliotheken op dezelfde banden: ook die groeien sneller dan lineair zodra de reeksen niet "
        "meer in het snelle geheugen van de processor passen.",
        tuple(_row(naam, [g[naam] for g in gezien], maten) for naam in namen),
        tuple(
            f"Geheugen bij {count(int(g['organisaties']))} organisaties: {number(g['beeld_mb'])} MB voor het "
            f"beeld, en op de piek {number(g['piek_mb'])} MB meer."
            for g in gezien
        ),
    )


def _row(naam: str, tijden: list[float], maten: tuple[int, ...]) -> Uitslag:
    geheel, stap = tijden[-1] / tijden[0], tijden[-1] / tijden[-2]
    hoogstens = LINEAIR * maten[-1] / maten[0]
    kaal = naam.startswith(_KAAL)
    return Uitslag(
        naam,
        "" if kaal else " · ".join(map(duration, tijden)),
        kaal=" · ".join(map(duration, tijden)) if kaal else "",
        verhouding=f"{number(geheel)} × (laatste stap {number(stap)} ×)",
        doel="" if kaal else f"≤ {number(hoogstens)} ×",
        gehaald=None if kaal else geheel <= hoogstens,
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
    from netwerkkaart.analyse import ANALYSES
    from netwerkkaart.analyse.bereik import compute_reach
    from netwerkkaart.graph.toen import Tijden

    leeg = _memory("VmRSS")
    with pad.open("rb") as bestand:
        beeld: Beeld = pickle.load(bestand)
    geladen = _memory("VmRSS")
    taken: dict[str, Callable[[Beeld], object]] = {"bereik": compute_reach}
    jaar_eerder = DATUM.replace(year=DATUM.year - 1)
    for analyse in ANALYSES.values():
        functie, opties = analyse.load(), {"regio": "limburg"} if analyse.regio_verplicht else {}
        if analyse.invoer == "beeld":
            taken[analyse.naam] = partial(functie, **opties)
        else:
            taken[analyse.naam] = lambda b, f=functie: f(Tijden((jaar_eerder, DATUM), (b, b), b))  # type: ignore[misc]
    uit = _timed(taken, beeld, keer)
    piek = _memory("VmHWM")
    return (
        uit
        | _timed(_raw(beeld), beeld, keer)
        | {
            "organisaties": beeld.aantal_organisaties,
            "banden": len(beeld.banden),
            "beeld_mb": geladen - leeg,
            "piek_mb": piek - geladen,
        }
    )


def _timed(taken: Mapping[str, Callable[[Beeld], object]], beeld: Beeld, keer: int) -> dict[str, float]:
    uit: dict[str, float] = {}
    for naam, taak in taken.items():
        tijden = []
        for _ in range(keer):
            vers = replace(beeld)  # nothing worked out yet
            tijden.append(seconds(lambda taak=taak, vers=vers: taak(vers)))  # type: ignore[misc]
        uit[naam] = median(tijden)
    return uit


def _raw(beeld: Beeld) -> dict[str, Callable[[Beeld], object]]:
    """What libraries do alone with the same bands, from arrays that stand ready."""
    graaf = Bandgraaf.of(beeld)
    n, (een, ander) = beeld.aantal_organisaties, graaf.randen.T
    door_elkaar = np.random.default_rng(1).permutation(een * n + ander)
    vol = np.ones((n, 64), dtype=np.float32)
    matrix = csr_array((np.ones(len(een), dtype=np.float32), (een, ander)), shape=(n, n))
    net = graaf.graaf
    taken: dict[str, Callable[[], object]] = {
        "numpy: de banden sorteren": lambda: np.sort(door_elkaar),
        "scipy: samenhangende delen": lambda: connected_components(matrix, directed=False),
        "scipy: 64 bronnen één band verder": lambda: matrix @ vol,
        "igraph: Leiden, één ronde": lambda: net.community_leiden("modularity"),
    }
    return {_KAAL + naam: lambda _, taak=taak: taak() for naam, taak in taken.items()}  # type: ignore[misc]


_GEEN_TIJD = ("organisaties", "banden", "beeld_mb", "piek_mb")


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
