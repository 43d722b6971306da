"""``netwerkkaart export``: the graph in the formats of other programs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from netwerkkaart.cli import opties
from netwerkkaart.cli.leesbron import editie_option, read_bron
from netwerkkaart.cli.nederlands import Opdracht


@click.command(cls=Opdracht)
@click.argument("formaat", required=False)
@click.option("--lijst", is_flag=True, help="Toon elk formaat: voor welk programma, en wat erin staat.")
@click.option("--uit", type=opties.BESTAND, default=None, help="Bestand of map [exports/netwerkkaart.…].")
@opties.regio_option
@opties.datum_option
@opties.alles_option
@opties.profiel_option("Voor wie: wat die niet mag zien, staat er niet in.")
@click.option("--personen", is_flag=True, help="Met namen van personen; alleen met --profiel intern.")
@editie_option
@opties.store_option
def export(
    formaat: str | None,
    lijst: bool,
    uit: Path | None,
    regio: str | None,
    datum: date | None,
    alles: bool,
    profiel: str,
    personen: bool,
    editie: str | None,
    store: str | None,
) -> None:
    """Schrijf de graaf in het formaat van een ander programma: Excel, Gephi, Kumu, QGIS, Neo4j …

    Voorbeeld: netwerkkaart export gexf --regio limburg --uit limburg.gexf
    """
    from netwerkkaart.cli.scherm import busy, scherm, tell_next
    from netwerkkaart.export.formaten import find_formaat
    from netwerkkaart.export.gegevens import Kop
    from netwerkkaart.export.keuze import check_people, choose
    from netwerkkaart.export.schrijven import check_target, write_export
    from netwerkkaart.graph.vrijgave import Profiel

    if lijst or formaat is None:
        _show_list()
        return
    gekozen = find_formaat(formaat)
    kop = Kop(opties.exported_day(alles, datum), Profiel(profiel), regio, personen)
    check_people(kop)
    pad = uit or Path("exports") / gekozen.bestandsnaam
    check_target(gekozen, pad)
    if uit is None:
        pad.parent.mkdir(exist_ok=True)
    bron, beeld = read_bron(store, editie, datum, alles=alles)
    kop = replace(kop, datum=beeld.datum, herkomst=bron.quote(dag=beeld.datum))
    with busy(f"{gekozen.naam} schrijven"):
        gegevens = choose(beeld, kop, gekozen.leest)
        bytes_ = write_export(gekozen, gegevens, pad)
    knopen, relaties = gegevens.count()
    scherm.print(f"{kop.titel}.", markup=False)
    scherm.print(
        f"Geschreven: {pad} ({knopen} knopen, {relaties} relaties, {bytes_ / 1000:.0f} kB)", markup=False
    )
    for noot in kop.noten:
        scherm.print(noot, markup=False)
    tell_next([gekozen.verder.replace("{uit}", str(pad)), "Wat erin staat, en wat niet: docs/export.md"])


def _show_list() -> None:
    from netwerkkaart.cli.scherm import scherm, tell_next
    from netwerkkaart.export.formaten import FORMATEN

    for formaat in FORMATEN.values():
        scherm.print(f"\n[bold]{formaat.naam}[/]  {formaat.kort}", markup=True)
        scherm.print(f"    voor: {formaat.voor}", markup=False)
        scherm.print(f"    wat:  {formaat.inhoud}", markup=False)
    eerste = next(iter(FORMATEN.values()))
    tell_next([f"netwerkkaart export {eerste.naam} --uit {eerste.bestandsnaam}"])
