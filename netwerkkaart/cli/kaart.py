"""``netwerkkaart kaart``: the map, or the surroundings of one organisation."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from netwerkkaart.cli import opties
from netwerkkaart.cli.leesbron import editie_option, open_leesbron
from netwerkkaart.cli.nederlands import Opdracht


@click.command(cls=Opdracht)
@click.option(
    "--uit", type=opties.BESTAND, default=None, help="Naam van het HTML-bestand [exports/kaart.html]."
)
@opties.regio_option
@opties.datum_option
@opties.profiel_option("Voor wie: wat die niet mag zien, staat niet in het bestand.")
@click.option("--rond", metavar="ID", default=None, help="Alleen de omgeving van één organisatie.")
@click.option(
    "--diepte",
    type=click.IntRange(1, 3),
    default=1,
    show_default=True,
    help="Bij --rond: hoeveel schakels ver.",
)
@click.option(
    "--van",
    type=opties.Dag(),
    default=None,
    help="Waar de weergave Tijd begint [12 maanden voor de peildatum].",
)
@click.option(
    "--verhaal",
    type=opties.BESTAND,
    default=None,
    help="Een verhaal dat u op de kaart maakte (.json): het zit dan in het bestand.",
)
@click.option("--open", "openen", is_flag=True, help="Open de kaart in de browser.")
@editie_option
@opties.store_option
def kaart(
    uit: Path | None,
    regio: str | None,
    datum: date | None,
    profiel: str,
    rond: str | None,
    diepte: int,
    van: date | None,
    verhaal: Path | None,
    openen: bool,
    editie: str | None,
    store: str | None,
) -> None:
    """Schrijf de kaart als één HTML-bestand dat zonder internet opent.

    Voorbeeld: netwerkkaart kaart --regio limburg --uit limburg.html
    """
    from netwerkkaart.analyse.opgave import map_moments
    from netwerkkaart.cli.scherm import busy, scherm, tell_next
    from netwerkkaart.fouten import Afsluitcode, GebruikersFout
    from netwerkkaart.graph.lezen import read_beeld
    from netwerkkaart.graph.toen import read_tijden
    from netwerkkaart.graph.vrijgave import Profiel
    from netwerkkaart.kaart.verhaal import read_verhaal

    verteld = None
    if verhaal is not None:
        if rond is not None:
            raise GebruikersFout(
                "Een verhaal past bij de hele kaart, niet bij --rond.",
                hulp="Laat --rond of --verhaal weg.",
                code=Afsluitcode.VERKEERD_GEBRUIK,
            )
        verteld = read_verhaal(verhaal)
    pad = uit or Path("exports") / ("kaart.html" if rond is None else "omgeving.html")
    if uit is None:
        pad.parent.mkdir(exist_ok=True)
    with busy("De graaf lezen"), open_leesbron(store, editie) as bron:
        dag = bron.day(datum) or date.today()
        if rond is None:
            tijden = read_tijden(bron.store, map_moments(van, dag))
            beeld = tijden.achteraf(-1)
        else:
            beeld, tijden = read_beeld(bron.store).op(dag), None
    citaat = bron.editie.citaat_kort if bron.editie else ""
    with busy("De kaart tekenen"):
        if rond is None:
            from netwerkkaart.cli.kaarten import make_map

            herkomst = bron.quote(dag=beeld.datum)
            grenzen = bron.thresholds(beeld)
            make_map(beeld, pad, regio, Profiel(profiel), grenzen, citaat, herkomst, tijden, verteld)
        else:
            from netwerkkaart.kaart.rond import write_rond

            write_rond(beeld, rond, pad, diepte=diepte, profiel=Profiel(profiel), editie=citaat)
    scherm.print(f"[green]✓[/] Kaart geschreven: {pad} ({pad.stat().st_size / 1000:.0f} kB)")
    for zin in bron.quote(dag=beeld.datum):
        scherm.print(zin, markup=False)
    if openen:
        from netwerkkaart.cli.kaarten import open_browser

        open_browser(pad)
    verder = []
    if rond is None and regio is None:
        from netwerkkaart.cli.kaarten import main_region

        if (vooral := main_region(beeld)) is not None:
            verder.append(f"Bijna alles ligt in één regio. Die alleen: netwerkkaart kaart --regio {vooral}")
    if profiel == "intern":
        tell_next([*verder, "Deze kaart is intern: stuur ze niet door. Voor partners: netwerkkaart kaart"])
    else:
        tell_next([*verder, "Open het bestand in een browser, of mail het: het werkt zonder internet."])
