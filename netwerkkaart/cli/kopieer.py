"""``netwerkkaart kopieer VAN NAAR``: a whole graph into another store."""

from __future__ import annotations

from datetime import date

import click

from netwerkkaart.cli import opties
from netwerkkaart.cli.nederlands import Opdracht


@click.command(cls=Opdracht)
@click.argument("van", metavar="VAN")
@click.argument("naar", metavar="NAAR")
@click.option(
    "--stand",
    type=opties.Dag(),
    default=None,
    help="Alleen wat op deze dag geldt, zonder imports en geschiedenis.",
)
def kopieer(van: str, naar: str, stand: date | None) -> None:
    """Kopieer een hele graaf naar een andere, lege opslag: van laptop naar server, of terug.

    VAN en NAAR zijn een bestand, of een adres als neo4j://server:7687. Gebruiker en wachtwoord van een server
    staan in NEO4J_USERNAME en NEO4J_PASSWORD. De kopie telt pas als ze precies gelijk is.

    Voorbeeld: netwerkkaart kopieer netwerkkaart.kgl neo4j://server:7687
    """
    from netwerkkaart.cli.scherm import busy, scherm, tell_next
    from netwerkkaart.fouten import GebruikersFout
    from netwerkkaart.graph.kopieren import copy_store
    from netwerkkaart.graph.openen import open_store

    if van == naar:
        raise GebruikersFout(
            "VAN en NAAR zijn dezelfde opslag.", hulp="Kies voor NAAR een nieuwe, lege opslag."
        )
    bron = open_store(van)
    try:
        doel = open_store(naar, schrijven=True)
        try:
            with busy("Kopiëren"):
                kopie = copy_store(bron, doel, stand=stand)
        finally:
            doel.close()
    finally:
        bron.close()
    delen = ", ".join(f"{aantal} {naam}" for naam, aantal in kopie.aantallen.items())
    scherm.print(f"Gekopieerd naar {doel.adres}: {delen}.", markup=False)
    scherm.print(f"De kopie is nagelezen en gelijk. Kenmerk: {kopie.kenmerk[:16]}", markup=False)
    tell_next([f"netwerkkaart stand --store {naar}    wat er nu in staat"])
