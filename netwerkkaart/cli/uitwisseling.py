"""``netwerkkaart import archief`` and ``netwerkkaart levering``: what others delivered."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from netwerkkaart.cli import opties
from netwerkkaart.cli.nederlands import Opdracht

if TYPE_CHECKING:
    from netwerkkaart.graph.store import Store
    from netwerkkaart.uitwisseling.ontvangen import Uitwisseling

_TOON = 15
"""Conflicts in the terminal; all of them go to a file by ``--conflicten``."""


@click.command("archief", cls=Opdracht)
@click.argument("bestand", type=opties.BESTAND)
@click.option("--ja", is_flag=True, help="Vraag niets, schrijf meteen.")
@click.option("--droog", is_flag=True, help="Toon alleen wat er zou veranderen.")
@click.option("--bron", help="Van wie het archief komt; anders de naam van het bestand.")
@click.option(
    "--bij-conflict",
    type=click.Choice(["nieuwste", "graaf", "bron"]),
    help="Wie gelijk heeft als beide veranderden; anders de nieuwste.",
)
@click.option(
    "--conflicten", type=opties.BESTAND, help="Schrijf de conflicten naar een tabel om in te vullen."
)
@click.option(
    "--keuzes", type=opties.BESTAND, help="Die tabel, met in de kolom keuze: nieuwste, graaf of bron."
)
@click.option("--plan", type=opties.BESTAND, help="Schrijf elke wijziging, veld per veld, naar een bestand.")
@opties.store_option
def archief(
    bestand: Path,
    ja: bool,
    droog: bool,
    bron: str | None,
    bij_conflict: str | None,
    conflicten: Path | None,
    keuzes: Path | None,
    plan: Path | None,
    store: str | None,
) -> None:
    """Neem over wat een ander in haar archief heeft, naast wat u zelf hebt.

    Wie iets het laatst zag en veranderde, is voor. Veranderden u en zij hetzelfde, dan is dat een
    conflict: u ziet het één keer, en zegt voor elk wie gelijk heeft. Wat een van beide schrapte, komt
    niet terug.

    Voorbeeld: netwerkkaart import archief collega.zip
    """
    from netwerkkaart.bewaard.map import hash_of
    from netwerkkaart.cli.scherm import ask, busy, scherm, tell_next
    from netwerkkaart.graph.openen import open_store
    from netwerkkaart.uitvoer.conflicten import list_conflicts, read_keuzes
    from netwerkkaart.uitvoer.planlijst import list_changes, summarize_plan
    from netwerkkaart.uitvoer.tabel import write_rooster
    from netwerkkaart.uitwisseling.ontvangen import prepare_receipt, receive
    from netwerkkaart.uitwisseling.voorstel import Keuze
    from netwerkkaart.wissen.doen import erase_person
    from netwerkkaart.wissen.persoon import find_person

    graaf = open_store(store, schrijven=not droog)
    try:
        with busy(f"{bestand.name} vergelijken met uw graaf"):
            uitwisseling = prepare_receipt(graaf, bestand)
        gekozen = read_keuzes(keuzes, uitwisseling.voorstel.conflicten) if keuzes else {}
        uitwisseling = uitwisseling.decided(graaf, gekozen, Keuze(bij_conflict or "nieuwste"))
        from netwerkkaart.cli.scherm import show_rooster

        voorstel = uitwisseling.voorstel
        if not voorstel.plan.is_leeg:
            show_rooster(summarize_plan(voorstel.plan))
        namen = _names(uitwisseling)
        lijst = list_conflicts(voorstel.conflicten, namen)
        if conflicten is not None:
            write_rooster(lijst, conflicten)
        if plan is not None:
            write_rooster(list_changes(voorstel.plan, namen), plan)
        vragen = bool(lijst.rijen) and not (ja or droog or bij_conflict or keuzes)
        if lijst.rijen and not (vragen and sys.stdin.isatty()):  # there each is shown when it is asked
            show_rooster(lijst, maximum=_TOON)
        for sleutel in voorstel.soorten:
            scherm.print(f"! {sleutel} is bij hen van een andere soort; de uwe blijft.", markup=False)
        if voorstel.hangend:
            scherm.print(f"! {len(voorstel.hangend)} relaties van hen kunnen niet: een uiteinde is hier weg.")
        for zin in erased_sentences(len(uitwisseling.gewist), uitwisseling.geweerd):
            scherm.print(zin)
        if uitwisseling.is_leeg:
            scherm.print("U hebt alles al: er verandert niets.")
            return
        if droog:
            scherm.print("Proefbeurt (--droog): er is niets geschreven.")
            return
        if vragen:
            beslist = _ask(uitwisseling, graaf, namen)
            if beslist is None:
                scherm.print("Gestopt: er is niets geschreven.")
                return
            uitwisseling = beslist
        if not ja and not ask("Overnemen?", standaard=True):
            scherm.print("Niets geschreven.")
            return
        with busy("Schrijven"):
            verslag = receive(
                graaf,
                uitwisseling,
                nu=datetime.now(UTC),
                bron=bron or bestand.name,
                sha256=hash_of(bestand) if bestand.is_file() else "",
            )
            for id_ in uitwisseling.gewist:
                erase_person(graaf, find_person(graaf, id_), nu=datetime.now(UTC))
    finally:
        graaf.close()
    nr = verslag.versie if verslag else ""
    scherm.print(f"[green]✓[/] Overgenomen in {graaf.adres}")
    tell_next(
        [
            f"netwerkkaart import terugdraaien {nr}    neem dit terug",
            "netwerkkaart archief voor-collega.zip    stuur uw stand terug, dan zijn beide gelijk",
            "netwerkkaart dubbels lijst               dezelfde organisatie onder twee namen?",
            "netwerkkaart levering                    wie leverde wat, en hoe oud het is",
        ]
    )


def erased_sentences(hier: int, daar: int) -> list[str]:
    """What an exchange says of people who were erased, here or there; never who."""
    zinnen = []
    if hier:
        zinnen.append(
            f"! {hier} persoon werd bij hen gewist, en wordt het hier ook."
            if hier == 1
            else f"! {hier} personen werden bij hen gewist, en worden het hier ook."
        )
    if daar:
        zinnen.append(
            f"! {daar} gewiste persoon uit het archief blijft weg."
            if daar == 1
            else f"! {daar} gewiste personen uit het archief blijven weg."
        )
    return zinnen


def _names(uitwisseling: Uitwisseling) -> dict[str, str]:
    """Name of each node by its id, and of each relation in conflict by its rid: the names of its ends."""
    kanten = (uitwisseling.hun, uitwisseling.ons)
    namen = {s: str(naam) for k in kanten for s, f in k.feiten.items() if (naam := f.velden.get("naam"))}
    for conflict in uitwisseling.voorstel.conflicten:
        feit = next((f for k in kanten if (f := k.feiten.get(conflict.sleutel)) and f.is_relatie), None)
        if feit is not None:
            einden = (namen.get(einde, einde) for einde in (feit.van, feit.naar))
            namen[conflict.sleutel] = " → ".join(einden)
    return namen


def _ask(uitwisseling: Uitwisseling, graaf: Store, namen: Mapping[str, str]) -> Uitwisseling | None:
    """Let the user decide: on a terminal conflict by conflict, else all in one way. None: she stops."""
    from netwerkkaart.cli.conflictscherm import ask_conflicts
    from netwerkkaart.uitwisseling.voorstel import Keuze

    if sys.stdin.isatty():
        keuzes = ask_conflicts(uitwisseling, namen)
        return None if keuzes is None else uitwisseling.decided(graaf, keuzes)
    keuze = click.prompt(
        "Wie heeft gelijk bij de conflicten?",
        type=click.Choice([k.value for k in Keuze]),
        default=Keuze.NIEUWSTE.value,
    )
    return uitwisseling.decided(graaf, {}, Keuze(keuze))


@click.command("levering", cls=Opdracht)
@click.option("--datum", type=opties.Dag(), help="Peildatum; anders vandaag.")
@opties.uit_option
@opties.store_option
def levering(datum: date | None, uit: Path | None, store: str | None) -> None:
    """Toon wie wat leverde, hoe oud het is, en hoeveel er nog niet in kaart gebracht is.

    Voorbeeld: netwerkkaart levering --uit levering.xlsx
    """
    from netwerkkaart.analyse.drempels import kept_drempels
    from netwerkkaart.analyse.hiaten import hiaten
    from netwerkkaart.cli.scherm import busy, show_rooster, tell_next
    from netwerkkaart.graph.geschiedenis import read_koppen
    from netwerkkaart.graph.lezen import read_beeld
    from netwerkkaart.graph.openen import open_store
    from netwerkkaart.uitvoer.levering import list_deliveries, list_regions
    from netwerkkaart.uitwisseling.ontvangen import SOORT

    peildatum = datum or date.today()
    graaf = open_store(store)
    try:
        with busy("De graaf lezen"):
            beeld = read_beeld(graaf).op(peildatum)
            koppen = read_koppen(graaf.read)
    finally:
        graaf.close()
    show_rooster(list_deliveries(koppen, SOORT))
    cellen = hiaten(beeld, kept_drempels(beeld)).rijen
    opties.give(list_regions(beeld, cellen, peildatum), uit)
    tell_next(["netwerkkaart import archief BESTAND    neem een levering over"])
