"""``netwerkkaart portaal``: a folder of pages over Flanders and Brussels."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from netwerkkaart.cli import opties
from netwerkkaart.cli.leesbron import read_view
from netwerkkaart.cli.nederlands import Opdracht


@click.command(cls=Opdracht)
@click.option(
    "--map", "map_", type=opties.BESTAND, default=None, help="Waar alles komt [exports/portaal-DATUM]."
)
@opties.datum_option
@opties.profiel_option("Voor wie: wat die niet mag zien, staat in geen enkel bestand.")
@click.option(
    "--fiches", is_flag=True, help="Ook een blad per school, in een map per regio (veel bestanden)."
)
@opties.store_option
def portaal(map_: Path | None, datum: date | None, profiel: str, fiches: bool, store: str | None) -> None:
    """Schrijf een map met bladzijden: Vlaanderen en Brussel, en per regio kaart, hiaten, bruggen en tandem.

    De map werkt zonder internet: zet ze op een gedeelde schijf of een USB-stick, en open index.html.

    Voorbeeld: netwerkkaart portaal --map portaal
    """
    from netwerkkaart import gebied
    from netwerkkaart.analyse.drempels import kept_drempels
    from netwerkkaart.cli.plekken import outlines_path
    from netwerkkaart.cli.scherm import counted, scherm, tell_next
    from netwerkkaart.graph.vrijgave import Profiel
    from netwerkkaart.kaart.ondergrond import standard_ground
    from netwerkkaart.portaal.schrijven import write_portaal

    dag = datum or date.today()
    beeld = read_view(store, dag)
    eigen = outlines_path()
    grond = standard_ground(gebied.load_omtrekken(eigen)) if eigen.exists() else None
    doel = map_ or Path("exports") / f"portaal-{dag.isoformat()}"
    with counted("Regio's") as tel:
        pagina = write_portaal(
            beeld,
            doel,
            drempels=kept_drempels(beeld),
            profiel=Profiel(profiel),
            grenzen=grond,
            fiches=fiches,
            tel=tel,
        )
    scherm.print(f"[green]✓[/] Portaal geschreven: {pagina}")
    if profiel == "intern":
        tell_next(["Dit is intern: geef de map niet door. Voor partners: laat --profiel weg."])
    else:
        tell_next(["Open index.html in een browser, of kopieer de hele map: ze werkt zonder internet."])
