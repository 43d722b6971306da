"""``netwerkkaart persoon``: who is in the graph by name, and erasing one with proof."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from netwerkkaart.cli import opties
from netwerkkaart.cli.nederlands import Groep, Opdracht

if TYPE_CHECKING:
    from netwerkkaart.uitvoer.tabel import Rooster
    from netwerkkaart.wissen.doen import Zoektocht


@click.group("persoon", cls=Groep)
def persoon() -> None:
    """Toon welke personen in de graaf staan, of wis er een uit alles wat bewaard is.

    Voorbeeld: netwerkkaart persoon wis "An Peeters"
    """


@persoon.command("lijst", cls=Opdracht)
@opties.uit_option
@opties.store_option
def lijst(uit: Path | None, store: str | None) -> None:
    """Toon de contactpersonen en coördinatoren, met hun code."""
    from netwerkkaart.graph.openen import open_store
    from netwerkkaart.uitvoer.tabel import Rooster
    from netwerkkaart.wissen.opslag import persons

    graaf = open_store(store)
    try:
        rijen = persons(graaf.read)
    finally:
        graaf.close()
    kolommen = ("soort", "code", "naam")
    opties.give(Rooster(f"{len(rijen)} personen", kolommen, kolommen, rijen), uit)


@persoon.command("wis", cls=Opdracht)
@click.argument("naam")
@click.option("--ja", is_flag=True, help="Vraag niets, wis meteen.")
@click.option("--droog", is_flag=True, help="Toon alleen waar zij gevonden wordt.")
@click.option(
    "--zoek-in",
    multiple=True,
    type=opties.BESTAND,
    help="Ook in deze map of dit bestand zoeken (kaarten, exports, archieven). De map exports altijd.",
)
@click.option("--wis-bestanden", is_flag=True, help="Verwijder ook de exports en archieven die haar noemen.")
@click.option("--bewijs", type=opties.BESTAND, help="Schrijf het bewijs naar een .csv, .json of .xlsx.")
@opties.store_option
def wis(
    naam: str,
    ja: bool,
    droog: bool,
    zoek_in: tuple[Path, ...],
    wis_bestanden: bool,
    bewijs: Path | None,
    store: str | None,
) -> None:
    """Wis één persoon uit de graaf, haar geschiedenis, de bewaarde bestanden en de exports.

    Daarna wordt alles opnieuw doorzocht: dat is het bewijs. Wissen kan niet teruggedraaid worden.
    Reservekopieën buiten de mappen die u noemt, en mails die u verstuurde, kent het programma niet.
    """
    from netwerkkaart.cli.scherm import ask, busy, scherm, show_rooster, tell_next
    from netwerkkaart.graph.openen import open_store
    from netwerkkaart.uitvoer.tabel import write_rooster
    from netwerkkaart.wissen.doen import erase_person, search_person
    from netwerkkaart.wissen.persoon import find_person

    mappen = (Path("exports"), *zoek_in)
    graaf = open_store(store, schrijven=not droog)
    try:
        wie = find_person(graaf, naam)
        with busy("Zoeken"):
            voor = search_person(graaf, wie, mappen)
        show_rooster(_table("Hier staat zij nu", voor))
        if droog:
            scherm.print("Proefbeurt (--droog): er is niets gewist.")
            return
        if not ja and not ask("Voorgoed wissen?", standaard=False):
            scherm.print("Niets gewist.")
            return
        with busy("Wissen"):
            na = erase_person(graaf, wie, mappen, nu=datetime.now(UTC), wis_bestanden=wis_bestanden)
        server = "://" in graaf.adres
    finally:
        graaf.close()
    rooster = _table("Na het wissen opnieuw doorzocht", na)
    show_rooster(rooster)
    if bewijs is not None:
        write_rooster(rooster, bewijs)
    if na.is_schoon:
        scherm.print("[green]✓[/] Nergens meer gevonden.")
    else:
        scherm.print("[yellow]![/] Nog niet overal weg; zie hierboven.")
    tell_next(_next_steps(na, server))


def _table(titel: str, tocht: Zoektocht) -> Rooster:
    from netwerkkaart.uitvoer.tabel import Rooster

    tellen = {
        soort: [wat for s, wat in tocht.opslag if s == soort]
        for soort in ("knoop", "relatie", "tekst", "geschiedenis")
    }
    rijen: list[tuple[object, ...]] = [
        ("graaf: knoop", len(tellen["knoop"]), ""),
        ("graaf: relaties", len(tellen["relatie"]), ""),
        ("graaf: teksten", len(tellen["tekst"]), "; ".join(sorted(set(tellen["tekst"]))[:5])),
        ("geschiedenis", len(tellen["geschiedenis"]), ""),
        ("journaal naast de graaf", int(tocht.journaal), ""),
        ("bewaarde bestanden", len(tocht.bewaard), ""),
        ("edities", len(tocht.edities), "; ".join(pad.name for pad in tocht.edities[:5])),
        ("exports en archieven", len(tocht.bestanden), "; ".join(map(str, tocht.bestanden[:5]))),
        ("niet te doorzoeken", len(tocht.niet_doorzocht), "; ".join(map(str, tocht.niet_doorzocht[:5]))),
    ]
    kolommen = ("waar", "gevonden", "welke")
    noten = (f"{tocht.doorzocht} bestanden doorzocht, ook binnen werkmappen en archieven.",)
    return Rooster(titel, kolommen, kolommen, rijen, noten)


def _next_steps(tocht: Zoektocht, server: bool) -> list[str]:
    stappen = []
    if tocht.bestanden:
        stappen.append("Verwijder de genoemde bestanden, of doe het opnieuw met --wis-bestanden.")
    if tocht.edities:
        stappen.append("Een editie die haar nog noemt, is beschadigd: verwijder dat bestand zelf.")
    if tocht.niet_doorzocht:
        stappen.append("Bekijk zelf de bestanden die niet te doorzoeken waren.")
    if server:
        stappen.append(
            "Op een Neo4j-server blijft haar naam nog even in het transactielogboek en in reservekopieën;"
        )
        stappen.append("de beheerder laat die verlopen (db.tx_log.rotation.retention_policy).")
    stappen.append(
        "Kreeg iemand eerder een kaart, archief of werkboek met haar naam? Vraag om die te verwijderen."
    )
    return stappen
