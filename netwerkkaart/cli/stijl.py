"""``netwerkkaart stijl``: how Neo4j Browser and Bloom draw the graph."""

from __future__ import annotations

from pathlib import Path

import click

from netwerkkaart.cli import opties
from netwerkkaart.cli.nederlands import Opdracht


@click.command(cls=Opdracht)
@click.argument("bestand", type=opties.BESTAND, default=Path("netwerkkaart.grass"))
def stijl(bestand: Path) -> None:
    """Schrijf een stijlblad voor Neo4j Browser, of een perspectief voor Bloom: soorten in de kleuren van de
    kaart.

    Eindigt de naam op .json, dan is het een perspectief voor Bloom, met zoekzinnen; anders een stijlblad.

    Voorbeeld: netwerkkaart stijl netwerkkaart.grass

    Voorbeeld: netwerkkaart stijl netwerkkaart-bloom.json
    """
    from netwerkkaart.bestanden import write_atomic
    from netwerkkaart.cli.scherm import scherm, tell_next
    from netwerkkaart.uitvoer.neo4jperspectief import perspective
    from netwerkkaart.uitvoer.neo4jstijl import grass

    if bestand.suffix.lower() == ".json":
        write_atomic(bestand, perspective())
        scherm.print(f"Perspectief geschreven: {bestand}", markup=False)
        tell_next(["Kies in Bloom (Explore) bij de perspectieven: Import, en dan dit bestand."])
        return
    write_atomic(bestand, grass())
    scherm.print(f"Stijlblad geschreven: {bestand}", markup=False)
    tell_next(["Sleep het bestand in Neo4j Browser, of typ daar :style en plak het."])
