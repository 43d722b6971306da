"""``netwerkkaart archief`` and ``netwerkkaart herstel``."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from netwerkkaart.cli import opties
from netwerkkaart.cli.nederlands import Opdracht


@click.command(cls=Opdracht)
@click.argument("bestand", type=opties.BESTAND, required=False)
@opties.store_option
def archief(bestand: Path | None, store: str | None) -> None:
    """Bewaar de hele graaf in één neutraal archief (ZIP). U kunt het overal weer inlezen."""
    from netwerkkaart.cli.scherm import busy, scherm, tell_next
    from netwerkkaart.graph.archief import write_archief
    from netwerkkaart.graph.openen import open_store

    nu = datetime.now(UTC)
    pad = bestand or Path("exports") / f"netwerkkaart-{nu:%Y-%m-%d}.zip"
    graaf = open_store(store)
    try:
        with busy("Archief schrijven"):
            telling = write_archief(graaf, pad, gemaakt=nu)
    finally:
        graaf.close()
    delen = ", ".join(f"{aantal} {naam}" for naam, aantal in telling.items())
    scherm.print(f"Archief geschreven: {pad} ({delen}).", markup=False)
    tell_next([f"netwerkkaart herstel {pad} --store nieuw.kgl    vul een lege graaf uit dit archief"])


@click.command(cls=Opdracht)
@click.argument("archief", type=opties.BESTAND)
@opties.store_option
def herstel(archief: Path, store: str | None) -> None:
    """Vul een lege graaf uit een archief."""
    from netwerkkaart.cli.scherm import busy, scherm, tell_next
    from netwerkkaart.graph.archief import herstel as restore
    from netwerkkaart.graph.openen import open_store

    graaf = open_store(store, schrijven=True)
    try:
        with busy("Herstellen"):
            restore(graaf, archief)
    finally:
        graaf.close()
    scherm.print(f"Hersteld in {graaf.adres}.", markup=False)
    tell_next(["netwerkkaart stand    wat er nu in de graaf staat"])
