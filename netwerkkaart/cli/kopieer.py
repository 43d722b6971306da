"""``netwerkkaart kopieer VAN NAAR``: a whole graph into another store."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from netwerkkaart.cli import opties
from netwerkkaart.cli.nederlands import Opdracht

if TYPE_CHECKING:
    from netwerkkaart.graph.onderzoek import Onderzoeksinhoud


@click.command(cls=Opdracht)
@click.argument("van", metavar="VAN")
@click.argument("naar", metavar="NAAR")
@click.option(
    "--stand",
    type=opties.Dag(),
    default=None,
    help="Alleen wat op deze dag geldt, zonder imports en geschiedenis.",
)
@click.option(
    "--onderzoek",
    is_flag=True,
    help="Een kopie voor onderzoekers: zonder personen, en zonder wat niet voor onderzoek gegeven is.",
)
def kopieer(van: str, naar: str, stand: date | None, onderzoek: bool) -> None:
    """Kopieer een hele graaf naar een andere, lege opslag: van laptop naar server, of terug.

    VAN en NAAR zijn een bestand, of een adres als neo4j://server:7687. Gebruiker en wachtwoord van een server
    staan in NEO4J_USERNAME en NEO4J_PASSWORD. De kopie telt pas als ze precies gelijk is.

    Een kopie voor onderzoek (docs/onderzoek.md) houdt wat op één dag geldt (anders vandaag), met één BAND per
    paar organisaties; er wordt niets in ingelezen.

    Voorbeeld: netwerkkaart kopieer netwerkkaart.kgl neo4j://server:7687
    Voorbeeld: netwerkkaart kopieer netwerkkaart.kgl onderzoek.kgl --stand 2026-06-30 --onderzoek
    """
    from netwerkkaart.cli.scherm import busy, scherm, tell_next
    from netwerkkaart.fouten import GebruikersFout
    from netwerkkaart.graph.kopieren import copy_for_research, copy_store
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
                if onderzoek:
                    kopie, weg = copy_for_research(bron, doel, stand=stand or date.today())
                else:
                    kopie, weg = copy_store(bron, doel, stand=stand), None
        finally:
            doel.close()
    finally:
        bron.close()
    delen = ", ".join(f"{aantal} {naam}" for naam, aantal in kopie.aantallen.items())
    scherm.print(f"Gekopieerd naar {doel.adres}: {delen}.", markup=False)
    scherm.print(f"De kopie is nagelezen en gelijk. Kenmerk: {kopie.kenmerk[:16]}", markup=False)
    if weg is not None:
        scherm.print(left_out(weg), markup=False)
    vraag = "MATCH (s:School)-[b:BAND]-() RETURN s.naam, count(b) AS banden ORDER BY banden DESC LIMIT 10"
    eigen = [f'netwerkkaart query cypher --store {naar} "{vraag}"    een eigen vraag'] if onderzoek else []
    tell_next([f"netwerkkaart stand --store {naar}    wat er nu in staat", *eigen])


def left_out(weg: Onderzoeksinhoud) -> str:
    """What a copy for research does not hold, in one sentence."""
    from netwerkkaart.analyse.basis import counted

    delen = (
        counted(weg.antwoorden, "antwoord", "antwoorden"),
        f"{counted(weg.banden, 'band', 'banden')} en {weg.overig} andere gegevens die alleen daarop steunden",
        counted(weg.personen, "contactpersoon", "contactpersonen"),
    )
    return f"Niet mee voor onderzoek: {delen[0]}, {delen[1]}, en {delen[2]}."
