"""``netwerkkaart analyse alles``: every analysis in one folder, with a page that tells the findings."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from netwerkkaart.analyse import ANALYSES
from netwerkkaart.cli import opties
from netwerkkaart.cli.leesbron import editie_option, open_leesbron
from netwerkkaart.cli.nederlands import Opdracht


@click.command(cls=Opdracht)
@click.option("--regio", type=click.Choice(opties.REGIOS), default=None, help="Alleen deze regio.")
@click.option(
    "--map", "map_", type=opties.BESTAND, default=None, help="Waar alles komt; anders een map in deze map."
)
@opties.datum_option
@editie_option
@opties.store_option
def alles(
    regio: str | None, map_: Path | None, datum: date | None, editie: str | None, store: str | None
) -> None:
    """Schrijf alle analyses in één map, met een pagina die de bevindingen op een rij zet.

    Voorbeeld: netwerkkaart analyse alles --regio limburg
    """
    from netwerkkaart.analyse.basis import region_name
    from netwerkkaart.analyse.opgave import reference_view
    from netwerkkaart.bestanden import make_folder
    from netwerkkaart.cli.scherm import counted, scherm, tell_next
    from netwerkkaart.cli.tijden import read_invoer
    from netwerkkaart.uitvoer.dossier import write_index, write_part

    te_doen = [a for a in ANALYSES.values() if regio is not None or not a.regio_verplicht]
    over = [(a.naam, "kies een regio met --regio") for a in ANALYSES.values() if a not in te_doen]
    with open_leesbron(store, editie) as bron:
        dag = bron.day(datum) or date.today()
        soorten = sorted({a.invoer for a in te_doen})
        invoer = {soort: read_invoer(bron.store, soort, dag, {}) for soort in soorten}
    doel = map_ or Path(f"analyses-{regio or 'alle'}-{dag.isoformat()}")
    drempels = bron.thresholds(reference_view(invoer["beeld"]))
    make_folder(doel)
    delen = []
    with counted("Analyses") as tel:
        for nummer, analyse in enumerate(te_doen):
            uitkomst = analyse.load()(
                invoer[analyse.invoer], drempels=drempels, regio=regio, **analyse.defaults()
            )
            noten = (*bron.quote([analyse.naam], dag), *uitkomst.kanttekeningen)
            delen.append(write_part(doel, analyse, replace(uitkomst, kanttekeningen=noten)))
            tel(nummer + 1, len(te_doen))
    titel = f"Analyses: {region_name(regio)}" + (f" ({bron.editie.kort})" if bron.editie else "")
    pagina = write_index(doel, titel, dag, delen, over)
    scherm.print(f"{len(delen)} analyses geschreven in {doel}", markup=False)
    if over:
        scherm.print(f"{len(over)} analyses zijn over één regio: kies er een met --regio.")
    tell_next([f"open {pagina}    de bevindingen op een rij"])
