"""``netwerkkaart dubbels``: who stands in the graph twice, and what to do about it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import click

from netwerkkaart.cli import opties
from netwerkkaart.cli.leesbron import read_bron
from netwerkkaart.cli.nederlands import Groep


@click.group(cls=Groep)
def dubbels() -> None:
    """Zoek wat dubbel in de graaf staat, voeg het samen, of onthoud dat het er twee zijn.

    Voorbeeld: netwerkkaart dubbels lijst --regio limburg --uit dubbels.xlsx

    Uitleg van de score: docs/dubbels.md
    """


@dubbels.command()
@opties.regio_option
@click.option(
    "--drempel",
    type=click.FloatRange(0, 1),
    default=0.5,
    metavar="0–1",
    help="Laagste score [0.5]; onder 0,5 is de lijst niet volledig.",
)
@click.option("--ook-afgewezen", is_flag=True, help="Ook de paren waarvan u zei dat het er twee zijn.")
@click.option("--contactpersonen", is_flag=True, help="Schrijf ook contactpersonen in het bestand van --uit.")
@opties.datum_option
@opties.uit_option
@opties.store_option
def lijst(
    regio: str | None,
    drempel: float,
    ook_afgewezen: bool,
    contactpersonen: bool,
    datum: date | None,
    uit: Path | None,
    store: str | None,
) -> None:
    """Toon de paren die waarschijnlijk één en dezelfde zijn, met de redenen, de waarschijnlijkste eerst."""
    from netwerkkaart.cli.dubbelscherm import show_dubbels
    from netwerkkaart.cli.scherm import busy, scherm
    from netwerkkaart.dubbels.zoeken import find_dubbels
    from netwerkkaart.uitvoer.dubbellijst import as_rooster
    from netwerkkaart.uitvoer.tabel import write_rooster

    beeld = read_bron(store, None, datum)[1]
    with busy("Dubbels zoeken"):
        gevonden = find_dubbels(beeld, drempel=drempel, regio=regio, ook_afgewezen=ook_afgewezen)
    if uit is None:
        show_dubbels(gevonden)
        return
    rooster = as_rooster(gevonden, met_contactpersonen=contactpersonen)
    write_rooster(rooster, uit)
    scherm.print(f"{rooster.titel}\n{len(rooster.rijen)} rijen geschreven in {uit}", markup=False)
    for noot in rooster.noten:
        scherm.print(f"[dim]{noot}[/]")


@dubbels.command()
@click.argument("a")
@click.argument("b")
@click.option("--van-b", multiple=True, metavar="VELD", help="Neem dit veld van B over, bv. telefoon.")
@click.option("--van-a", multiple=True, metavar="VELD", help="Houd dit veld van A zoals het is.")
@click.option("--ja", is_flag=True, help="Vraag niets, schrijf meteen.")
@click.option("--droog", is_flag=True, help="Toon alleen wat er zou veranderen.")
@opties.store_option
def voegsamen(
    a: str,
    b: str,
    van_b: tuple[str, ...],
    van_a: tuple[str, ...],
    ja: bool,
    droog: bool,
    store: str | None,
) -> None:
    """Laat B opgaan in A: A blijft, relaties verhuizen, beide namen en codes blijven vindbaar.

    A en B zijn codes uit de lijst, of namen die maar één keer voorkomen. U ziet eerst wat er verandert;
    terugdraaien kan altijd.
    """
    from netwerkkaart.cli.dubbelscherm import show_samenvoeging, tell_terug
    from netwerkkaart.cli.scherm import ask, busy, scherm
    from netwerkkaart.dubbels.doen import carry_out_merge, prepare_merge
    from netwerkkaart.graph.lezen import read_names
    from netwerkkaart.graph.openen import open_store

    graaf = open_store(store, schrijven=not droog, maken=False)
    try:
        samenvoeging = prepare_merge(graaf, a, b, van_a=van_a, van_b=van_b)
        show_samenvoeging(samenvoeging, {id_: naam for id_, _, naam in read_names(graaf)})
        if droog:
            scherm.print("Proefbeurt (--droog): er is niets geschreven.")
            return
        if not ja and not ask("Samenvoegen?", standaard=True):
            scherm.print("Niets geschreven.")
            return
        with busy("Schrijven"):
            verslag = carry_out_merge(graaf, samenvoeging, datetime.now(UTC))
        scherm.print(f"[green]✓[/] {samenvoeging.b} is nu {samenvoeging.a}.")
        tell_terug(verslag)
    finally:
        graaf.close()


@dubbels.command()
@click.argument("een")
@click.argument("ander")
@opties.store_option
def nietzelfde(een: str, ander: str, store: str | None) -> None:
    """Onthoud dat EEN en ANDER er twee zijn: ze komen niet meer in de lijst."""
    from netwerkkaart.cli.dubbelscherm import tell_terug
    from netwerkkaart.cli.scherm import scherm
    from netwerkkaart.dubbels.doen import carry_out_rejection, prepare_rejection
    from netwerkkaart.graph.openen import open_store

    nu = datetime.now(UTC)
    graaf = open_store(store, schrijven=True, maken=False)
    try:
        verslag = carry_out_rejection(graaf, prepare_rejection(graaf, een, ander, nu), nu)
    finally:
        graaf.close()
    if verslag is None:
        scherm.print("Dat was al onthouden: er verandert niets.")
        return
    scherm.print(f"[green]✓[/] Onthouden: {een} en {ander} zijn er twee.", soft_wrap=True)
    tell_terug(verslag)
