"""How soon the command line answers, beside a program of click alone."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from benchmarks.gegevens import Gegevens
from benchmarks.meten import Hoofdstuk, Taak, paired, ratio_row, ready

KAAL = '''\
import click


@click.group()
def main() -> None:
    """Een programma."""


@main.command()
@click.option("--naam", help="Een naam.")
def groet(naam: str) -> None:
    """Zeg iets."""


main()
'''


def measure_start(gegevens: Gegevens, keer: int = 7) -> Hoofdstuk:
    """``--help`` as a process of its own."""
    script = gegevens.map / "kaal.py"
    script.write_text(KAAL, "utf-8")
    programma = shutil.which("netwerkkaart", path=str(Path(sys.executable).parent))
    ons = [programma] if programma else [sys.executable, "-m", "netwerkkaart"]
    paar = paired(ready(_help(ons)), ready(_help([sys.executable, str(script)])), keer)
    return Hoofdstuk(
        "Opstarten",
        "netwerkkaart --help als apart proces, naast --help van een programma met alleen click.",
        (ratio_row("netwerkkaart --help", paar, 2.0),),
    )


def _help(opdracht: list[str]) -> Taak:
    return lambda: subprocess.run([*opdracht, "--help"], check=True, capture_output=True)
