"""``netwerkkaart toon``: all that is known of one node, and where it comes from."""

from __future__ import annotations

from pathlib import Path

import click

from netwerkkaart.cli import opties
from netwerkkaart.cli.nederlands import Opdracht


@click.command(cls=Opdracht)
@click.argument("wie", metavar="CODE|NAAM")
@click.option("--contactpersonen", is_flag=True, help="Schrijf ook contactpersonen in het bestand van --uit.")
@opties.uit_option
@opties.store_option
def toon(wie: str, contactpersonen: bool, uit: Path | None, store: str | None) -> None:
    """Toon alles wat van één organisatie, aanbod, forum … bekend is.

    Bij elk gegeven staat welke bron het zegt, van wanneer, en met welke import het kwam. Daarna de
    relaties, en wat er in de loop van de tijd aan veranderde.
    """
    from netwerkkaart.cli.scherm import busy, show_rooster
    from netwerkkaart.fouten import NietToegelaten
    from netwerkkaart.graph.geschiedenis import in_effect
    from netwerkkaart.graph.herkomst import field_provenance, find_knoop, read_history
    from netwerkkaart.graph.lezen import read_around, read_names
    from netwerkkaart.graph.openen import open_store
    from netwerkkaart.graph.terugdraaien import key_of
    from netwerkkaart.uitvoer import herkomstlijst

    graaf = open_store(store)
    try:
        with busy("De geschiedenis lezen"):
            id_ = find_knoop(graaf, wie)
            bekend = read_around(graaf, [id_])
            namen = {id_: naam for id_, _, naam in read_names(graaf)}
            herkomst = field_provenance(graaf, id_)
            geschiedenis = read_history(graaf, id_)
    finally:
        graaf.close()
    label = bekend.labels[id_]
    relaties = list(bekend.relaties.items())
    imports = {key_of(w): kop.versie for kop, w in geschiedenis if in_effect([kop])}
    if uit is not None and not contactpersonen:
        # A file may be mailed: people are left out of it unless the user says otherwise.
        if label == "Contactpersoon":
            raise NietToegelaten(
                "Een contactpersoon komt niet vanzelf in een bestand.", hulp="Voeg toe: --contactpersonen"
            )
        mensen = {id_ for id_, label in bekend.labels.items() if label == "Contactpersoon"}
        relaties = [(rid, r) for rid, r in relaties if not {r.van, r.naar} & mensen]
        geschiedenis = [(kop, w) for kop, w in geschiedenis if not {*herkomstlijst.ends(w)} & mensen]
    delen = (
        herkomstlijst.list_fields(f"{label} {id_}: {namen.get(id_, '')}", herkomst),
        herkomstlijst.list_relations(id_, relaties, namen, imports),
        herkomstlijst.list_history(geschiedenis, namen),
    )
    if uit is not None:
        opties.give(herkomstlijst.join(*delen), uit)
        return
    for deel in delen:
        show_rooster(deel)
