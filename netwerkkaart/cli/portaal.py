"""``netwerkkaart portaal``: a folder of pages over Flanders and Brussels."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from netwerkkaart.cli import opties
from netwerkkaart.cli.leesbron import editie_option, open_leesbron
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
@click.option(
    "--van",
    type=opties.Dag(),
    default=None,
    help="Waar de weergave Tijd van de kaarten begint [12 maanden voor de peildatum].",
)
@editie_option
@opties.store_option
def portaal(
    map_: Path | None,
    datum: date | None,
    profiel: str,
    fiches: bool,
    van: date | None,
    editie: str | None,
    store: str | None,
) -> None:
    """Schrijf een map met bladzijden: Vlaanderen en Brussel, en per regio kaart, hiaten, bruggen en tandem.

    De map werkt zonder internet: zet ze op een gedeelde schijf of een USB-stick, en open index.html.

    Voorbeeld: netwerkkaart portaal --map portaal
    """
    from netwerkkaart import gebied
    from netwerkkaart.analyse.opgave import map_moments
    from netwerkkaart.cli.plekken import outlines_path
    from netwerkkaart.cli.scherm import busy, counted, scherm, tell_next
    from netwerkkaart.graph.toen import read_tijden
    from netwerkkaart.graph.vrijgave import Profiel
    from netwerkkaart.kaart.ondergrond import standard_ground
    from netwerkkaart.portaal.schrijven import write_portaal

    with busy("De graaf lezen"), open_leesbron(store, editie) as bron:
        tijden = read_tijden(bron.store, map_moments(van, bron.day(datum) or date.today()))
    beeld = tijden.achteraf(-1)
    eigen = outlines_path()
    grond = standard_ground(gebied.load_omtrekken(eigen)) if eigen.exists() else None
    doel = map_ or Path("exports") / f"portaal-{beeld.datum}"
    with counted("Regio's") as tel:
        pagina = write_portaal(
            beeld,
            doel,
            drempels=bron.thresholds(beeld),
            profiel=Profiel(profiel),
            grenzen=grond,
            fiches=fiches,
            editie=bron.quote_short(beeld.datum),
            tijden=tijden,
            tel=tel,
        )
    scherm.print(f"[green]✓[/] Portaal geschreven: {pagina}")
    bron.tell(beeld.datum)
    if profiel == "intern":
        tell_next(["Dit is intern: geef de map niet door. Voor partners: laat --profiel weg."])
    else:
        tell_next(["Open index.html in een browser, of kopieer de hele map: ze werkt zonder internet."])
