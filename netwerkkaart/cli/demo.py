"""``netwerkkaart demo``: a lifelike region from nothing, imported, analysed and drawn."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Literal

import click

from netwerkkaart.cli import opties
from netwerkkaart.cli.nederlands import Opdracht


@click.command(cls=Opdracht)
@click.option(
    "--map", "map_", type=opties.BESTAND, default=Path(), help="Map om in te schrijven [de huidige]."
)
@click.option(
    "--regio", type=click.Choice(opties.REGIOS), default="limburg", show_default=True, help="Welke regio."
)
@click.option(
    "--omvang",
    type=click.Choice(["regio", "vlaanderen"]),
    default="regio",
    show_default=True,
    help="Eén regio, of zes regio's met 10.000 organisaties en 100.000 banden.",
)
@click.option(
    "--zaad", type=int, default=2026, show_default=True, help="Een ander getal geeft een andere regio."
)
@opties.datum_option
@click.option("--geen-browser", is_flag=True, help="Open de browser niet.")
def demo(
    map_: Path,
    regio: str,
    omvang: Literal["regio", "vlaanderen"],
    zaad: int,
    datum: date | None,
    geen_browser: bool,
) -> None:
    """Maak een voorbeeldregio met verzonnen organisaties op echte gemeenten, en toon de kaart.

    De bestanden gaan door dezelfde importeurs als de uwe: u kunt ze openen, wijzigen en opnieuw inlezen.
    """
    from netwerkkaart.analyse.bevindingen import drie_bevindingen
    from netwerkkaart.analyse.drempels import STANDAARD
    from netwerkkaart.analyse.opgave import map_moments
    from netwerkkaart.cli.kaarten import make_map, open_browser
    from netwerkkaart.cli.scherm import busy, scherm, tell_next
    from netwerkkaart.demo import generate_demo
    from netwerkkaart.demo.inlezen import import_demo
    from netwerkkaart.fouten import GebruikersFout
    from netwerkkaart.graph.openen import open_store
    from netwerkkaart.graph.toen import read_tijden
    from netwerkkaart.graph.vrijgave import Profiel, beperk

    dag = datum or date.today()
    graafpad = map_ / "netwerkkaart.kgl"
    if graafpad.exists():
        raise GebruikersFout(
            f"In {map_} staat al een graaf ({graafpad.name}).",
            hulp="Kies een lege map met --map, of verwijder de map van een vorige demo.",
        )
    with busy("Een regio verzinnen"):
        bestanden = generate_demo(map_ / "invoer", regio=regio, omvang=omvang, zaad=zaad, datum=dag)
    aantal = sum(bestanden.organisaties.values())
    scherm.print(f"Verzonnen: {aantal} organisaties en {bestanden.banden} banden, in {map_ / 'invoer'}")
    graaf = open_store(str(graafpad), schrijven=True)
    try:
        with busy("Inlezen, bestand per bestand"):
            import_demo(graaf, bestanden, datetime(dag.year, dag.month, dag.day, 12, tzinfo=UTC))
        tijden = read_tijden(graaf, map_moments(None, dag))
        beeld = tijden.achteraf(-1)
    finally:
        graaf.close()
    scherm.print(f"Ingelezen met de gewone importeurs: {len(bestanden.bestanden)} bestanden.")
    gekozen = regio if omvang == "regio" else None
    kaartpad = map_ / "kaart.html"
    with busy("Analyseren en tekenen"):
        # What the terminal says is what the mailed map says: of the view that partners may see.
        bevindingen = drie_bevindingen(beperk(beeld, Profiel.PARTNERS), STANDAARD, regio=gekozen)
        make_map(beeld, kaartpad, gekozen, Profiel.PARTNERS, STANDAARD, tijden=tijden)
    scherm.print("\n[bold]De drie sprekendste bevindingen[/]")
    for nummer, bevinding in enumerate(bevindingen, start=1):
        scherm.print(f"  {nummer}. {bevinding.kop}: {bevinding.zin} {bevinding.uitleg}", markup=False)
    scherm.print(f"\nKaart: {kaartpad.resolve()}\nGraaf: {graafpad.resolve()}", markup=False)
    tell_next(
        [
            f"netwerkkaart analyse hiaten --store {graafpad} --per gemeente",
            f"netwerkkaart analyse nieuwe-bruggen --store {graafpad}",
            f"netwerkkaart query lijst                       (voer er een uit met --store {graafpad})",
        ]
    )
    if not geen_browser:
        open_browser(kaartpad)
