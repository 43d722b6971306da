"""``netwerkkaart herbouw``: an equal graph from nothing."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import click

from netwerkkaart.cli import opties
from netwerkkaart.cli.nederlands import Opdracht


@click.command(cls=Opdracht)
@click.option("--naar", metavar="PAD|URI", help="Lege graaf om in te herbouwen; zonder dit is het een proef.")
@click.option(
    "--journaal",
    type=opties.BESTAND,
    help="Herbouw uit een .wijzigingen.jsonl, als de graaf zelf verloren is.",
)
@opties.store_option
def herbouw(naar: str | None, journaal: Path | None, store: str | None) -> None:
    """Maak dezelfde graaf opnieuw, uit de bewaarde bestanden en het journaal.

    Elke import wordt herhaald: uit haar bestand waar dat er nog is en hetzelfde geeft, anders uit haar
    wijzigingen. Zonder --naar ziet u alleen of het lukt.
    """
    from netwerkkaart.cli.herbouwscherm import run_herbouw

    if naar is not None:
        run_herbouw(naar, journaal, store)
        return
    with TemporaryDirectory() as map_:
        run_herbouw(str(Path(map_) / "proef.kgl"), journaal, store, proef=True)
