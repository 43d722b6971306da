"""Run the measurements, show them, and write ``docs/metingen.md``.

    python -m benchmarks [--groot] [naam …]

With names only those run, and the page stays as it is.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console

from benchmarks import (
    alle_analyses,
    analyses,
    export,
    groei,
    indeling,
    invoer,
    kaart,
    kaart_vlot,
    machine,
    opslag,
    opstart,
    tabel,
    vragen,
)
from benchmarks.gegevens import Gegevens, make_gegevens
from benchmarks.meten import Hoofdstuk
from netwerkkaart.bestanden import write_atomic

PAGINA = Path(__file__).resolve().parents[1] / "docs" / "metingen.md"

METINGEN: Mapping[str, Callable[[Gegevens], Hoofdstuk]] = {
    "ingebed": opslag.measure_embedded,
    "neo4j": opslag.measure_server,
    "invoer": invoer.measure_input,
    "beeld": opslag.measure_view,
    "analyses": analyses.measure_analyses,
    "alle-analyses": alle_analyses.measure_all,
    "vragen": vragen.measure_queries,
    "kaart": kaart.measure_map,
    "kaart-vlot": kaart_vlot.measure_views,
    "indeling": lambda _: indeling.measure_layout(),
    "export": export.measure_exports,
    "opstart": opstart.measure_start,
    "groei": groei.measure_growth,
}


def main() -> None:
    """Measure what was asked, or all."""
    lezer = argparse.ArgumentParser(
        prog="python -m benchmarks", description="Metingen naast de kale bibliotheken."
    )
    lezer.add_argument("metingen", nargs="*", metavar="naam", help=", ".join(METINGEN))
    lezer.add_argument("--groot", action="store_true", help="de groei ook met 1.000.000 organisaties")
    keuze = lezer.parse_args()
    onbekend = sorted(set(keuze.metingen) - set(METINGEN))
    if onbekend:
        lezer.error(f"onbekende meting: {', '.join(onbekend)}")
    metingen = dict(METINGEN)
    if keuze.groot:
        metingen["groei"] = partial(groei.measure_growth, maten=(*groei.MATEN, groei.GROOT))
    run({naam: meting for naam, meting in metingen.items() if naam in (keuze.metingen or METINGEN)},
        bewaar=not keuze.metingen)  # fmt: skip


def run(metingen: Mapping[str, Callable[[Gegevens], Hoofdstuk]], *, bewaar: bool) -> None:
    """Run measurements in order; with ``bewaar`` the page is written."""
    console = Console()
    begin, belasting = time.perf_counter(), machine.load()
    hoofdstukken: list[Hoofdstuk] = []
    with TemporaryDirectory(prefix="metingen-") as map_:
        console.print("De gegevens worden gemaakt (10.000 organisaties) …")
        gegevens = make_gegevens(Path(map_))
        for meting in metingen.values():
            hoofdstukken.append(meting(gegevens))
            tabel.print_chapter(console, hoofdstukken[-1])
    duur = time.perf_counter() - begin
    console.print(f"\n{tabel.summary(hoofdstukken)} ({duur:.0f} s)")
    if bewaar:
        write_atomic(PAGINA, tabel.markdown(hoofdstukken, machine.describe(belasting, duur)))
        console.print(f"Bewaard in {PAGINA.relative_to(PAGINA.parents[1])}.")


if __name__ == "__main__":
    main()
