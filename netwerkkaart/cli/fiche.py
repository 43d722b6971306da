"""``netwerkkaart fiche``: a printed page per school."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from netwerkkaart.cli import opties
from netwerkkaart.cli.nederlands import Opdracht


@click.command(cls=Opdracht)
@click.argument("school", metavar="[SCHOOL]", required=False)
@click.option("--regio", type=click.Choice(opties.REGIOS), default=None, help="Alle scholen van deze regio.")
@click.option("--map", "map_", type=opties.BESTAND, default=None, help="Waar het komt; anders in exports.")
@opties.datum_option
@click.option(
    "--profiel",
    type=click.Choice(["intern", "partners"]),
    default="partners",
    show_default=True,
    help="Voor wie: wat die niet mag zien, staat niet op het blad.",
)
@opties.store_option
def fiche(
    school: str | None,
    regio: str | None,
    map_: Path | None,
    datum: date | None,
    profiel: str,
    store: str | None,
) -> None:
    """Schrijf een schoolfiche: één blad A4 over de keten van een school, om af te drukken en te bespreken.

    Geef de code of de naam van één school, of met --regio alle scholen van een regio: dan komt er een map met
    een lijst, een bestand per school, en alles na elkaar om in één keer af te drukken.

    Voorbeeld: netwerkkaart fiche "Basisschool De Ark"
    """
    from netwerkkaart.analyse.basis import region_name
    from netwerkkaart.analyse.drempels import kept_drempels
    from netwerkkaart.cli.scherm import busy, scherm, tell_next
    from netwerkkaart.fiche.maken import make_fiches, schools_of
    from netwerkkaart.fiche.schrijven import write_all, write_one
    from netwerkkaart.fiche.zoeken import find_school
    from netwerkkaart.fouten import NietGevonden
    from netwerkkaart.graph.lezen import read_beeld, read_bijnamen
    from netwerkkaart.graph.openen import open_store
    from netwerkkaart.graph.vrijgave import Profiel, beperk

    if (school is None) == (regio is None):
        raise click.UsageError("Geef ofwel één school, ofwel --regio.", click.get_current_context())
    dag, voor = datum or date.today(), Profiel(profiel)
    graaf = open_store(store)
    try:
        with busy("De graaf lezen"):
            beeld, bijnamen = read_beeld(graaf).op(dag), read_bijnamen(graaf)
    finally:
        graaf.close()
    drempels = kept_drempels(beeld)
    beeld = beperk(beeld, voor)
    if school is not None:
        gekozen = [find_school(beeld, school, bijnamen)]
    elif not (gekozen := schools_of(beeld, regio)):
        raise NietGevonden(f"In {region_name(regio)} staan geen scholen.", hulp="Lees ze in: import scholen")
    with busy("De fiches maken"):
        fiches = list(make_fiches(beeld, gekozen, drempels, voor))
        if school is not None:
            pad = write_one(fiches[0], map_ or Path("exports"), drempels)
        else:
            doel = map_ or Path("exports") / f"fiches-{regio}-{dag.isoformat()}"
            pad = write_all(fiches, doel, drempels, region_name(regio))
    scherm.print(
        f"[green]✓[/] {'Fiche' if school is not None else f'{len(fiches)} fiches'} geschreven: {pad}"
    )
    if voor is Profiel.INTERN:
        tell_next(["Dit is intern: geef het niet door. Voor de school zelf: laat --profiel weg."])
    else:
        tell_next(["Open het in een browser en druk af met Ctrl+P: elke school komt op één blad A4."])
