"""``netwerkkaart import lijst | toon | terugdraaien | bestand``: what went in, and how it goes out again."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from netwerkkaart.cli import opties
from netwerkkaart.cli.nederlands import Opdracht

_IMPORT = "IMPORT"
"""How an import is named on the command line: its number, its id, or the beginning of that."""


@click.command(cls=Opdracht)
@opties.uit_option
@opties.store_option
def lijst(uit: Path | None, store: str | None) -> None:
    """Toon elke import: wanneer, wat, uit welke bron, en of ze teruggedraaid is."""
    from netwerkkaart.cli.scherm import tell_next
    from netwerkkaart.graph.geschiedenis import read_koppen
    from netwerkkaart.graph.openen import open_store
    from netwerkkaart.uitvoer.importlijst import list_imports

    graaf = open_store(store)
    try:
        koppen = read_koppen(graaf.read)
    finally:
        graaf.close()
    opties.give(list_imports(koppen, met_kenmerk=uit is not None), uit)
    if koppen and uit is None:
        nummer = koppen[-1].versie
        tell_next(
            [
                f"netwerkkaart import toon {nummer}            wat ze deed, veld per veld",
                f"netwerkkaart import terugdraaien {nummer}    haal ze er weer uit",
            ]
        )


@click.command(cls=Opdracht)
@click.argument("import_", metavar=_IMPORT)
@opties.uit_option
@opties.store_option
def toon(import_: str, uit: Path | None, store: str | None) -> None:
    """Toon wat een import deed, veld per veld, en wat er later op voortbouwt.

    IMPORT is het nummer uit import lijst, of het begin van het kenmerk.
    """
    from netwerkkaart.cli.importscherm import show_import

    show_import(import_, uit, store)


@click.command(cls=Opdracht)
@click.argument("import_", metavar=_IMPORT)
@click.option("--ook-latere", is_flag=True, help="Draai ook de latere imports terug die erop voortbouwen.")
@click.option("--ja", is_flag=True, help="Vraag niets, schrijf meteen.")
@click.option("--droog", is_flag=True, help="Toon alleen wat er zou veranderen.")
@click.option("--plan", type=opties.BESTAND, help="Schrijf elke wijziging, veld per veld, naar een bestand.")
@opties.store_option
def terugdraaien(
    import_: str, ook_latere: bool, ja: bool, droog: bool, plan: Path | None, store: str | None
) -> None:
    """Haal één import er helemaal weer uit. Ook dat kan teruggedraaid worden.

    Bouwen latere imports erop voort, dan gebeurt er niets: u ziet welke, en beslist.
    """
    from netwerkkaart.cli.importscherm import Terugkeuzes, run_terugdraaien

    run_terugdraaien(Terugkeuzes(import_, ook_latere, ja, droog, plan, store), datetime.now(UTC))


@click.command(cls=Opdracht)
@click.argument("import_", metavar=_IMPORT)
@click.option("--uit", type=opties.BESTAND, help="Waarheen; anders onder zijn eigen naam in deze map.")
@opties.store_option
def bestand(import_: str, uit: Path | None, store: str | None) -> None:
    """Geef het bestand terug dat bij een import ingelezen is."""
    from netwerkkaart.cli.importscherm import give_bestand

    give_bestand(import_, uit, store)
