"""``netwerkkaart stijl``: how Neo4j Browser draws the graph."""

from __future__ import annotations

from pathlib import Path

import click

from netwerkkaart.cli import opties
from netwerkkaart.cli.nederlands import Opdracht


@click.command(cls=Opdracht)
@click.argument("bestand", type=opties.BESTAND, default=Path("netwerkkaart.grass"))
def stijl(bestand: Path) -> None:
    """Schrijf een stijlblad voor Neo4j Browser: soorten in de kleuren van de kaart.

    Voorbeeld: netwerkkaart stijl netwerkkaart.grass
    """
    from netwerkkaart.bestanden import write_atomic
    from netwerkkaart.cli.scherm import scherm, tell_next
    from netwerkkaart.uitvoer.neo4jstijl import grass

    write_atomic(bestand, grass())
    scherm.print(f"Stijlblad geschreven: {bestand}", markup=False)
    tell_next(["Sleep het bestand in Neo4j Browser, of typ daar :style en plak het."])
