"""``netwerkkaart koppeling``: what the words of a source mean, written down and remembered."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from netwerkkaart.cli import opties
from netwerkkaart.cli.nederlands import Groep
from netwerkkaart.fouten import GebruikersFout, NietGevonden, OpslagFout

if TYPE_CHECKING:
    from netwerkkaart.geheugen import Herinnering
    from netwerkkaart.inlezen.graaf import Graaf
    from netwerkkaart.omzetten.context import Context


@click.group(cls=Groep)
def koppeling() -> None:
    """Zeg wat de koppen en woorden van een bron in Netwerkkaart betekenen. Ze worden per bron onthouden.

    Voorbeeld: netwerkkaart koppeling maak oude-kaart.json
    """


@koppeling.command()
@click.argument("bestand", type=opties.BESTAND)
@click.option(
    "--uit", type=opties.BESTAND, help="Waar de tabel komt (.xlsx of .csv); anders naast het bestand."
)
@click.option("--bron", help="Naam van de bron; anders de naam van het bestand.")
@opties.store_option
def maak(bestand: Path, uit: Path | None, bron: str | None, store: str | None) -> None:
    """Maak de tabel voor een graaf uit een ander programma, al ingevuld waar het kan.

    Vul ze aan in Excel, en geef ze mee: netwerkkaart import graaf BESTAND --koppeling TABEL
    """
    from netwerkkaart.cli.scherm import scherm, tell_meldingen, tell_next
    from netwerkkaart.inlezen.graaf import read_graaf
    from netwerkkaart.omzetten.graafgissing import guess_koppeling
    from netwerkkaart.omzetten.koppeltabel import RELATIE, SOORT
    from netwerkkaart.uitvoer.koppeltabel import Koppelrij, write_koppeltabel

    doel = uit or bestand.with_name(f"{bestand.stem}-koppeling.xlsx")
    if uit is None and doel.exists():
        raise GebruikersFout(
            f"{doel.name} bestaat al; wat u erin schreef, mag niet verloren gaan.",
            hulp="Kies een andere naam met --uit, of verwijder het eerst.",
        )
    graaf = read_graaf(bestand)
    tell_meldingen(graaf.meldingen)
    gokken = guess_koppeling(graaf, _known(graaf, bron or bestand.name, store))
    write_koppeltabel(doel, [Koppelrij(gok.regel, gok.aantal, gok.uitleg) for gok in gokken])
    scherm.print(
        f"{graaf.formaat}: {len(graaf.knopen)} knopen en {len(graaf.verbindingen)} verbindingen.",
        markup=False,
    )
    for wat, naam in ((SOORT, "soorten"), (RELATIE, "relaties")):
        rijen = [gok for gok in gokken if gok.regel.wat == wat]
        leeg = [gok for gok in rijen if not gok.regel.onze]
        twijfel = sum(gok.uitleg.startswith("gok") for gok in rijen)
        scherm.print(
            f"  {len(rijen)} {naam}: {len(rijen) - len(leeg)} ingevuld"
            + (f" (waarvan {twijfel} een gok)" if twijfel else "")
            + (f", {len(leeg)} nog in te vullen" if leeg else ""),
            markup=False,
        )
    scherm.print(f"De tabel staat in {doel}.", markup=False)
    bij = f' --bron "{bron}"' if bron else ""
    vervolg = f"netwerkkaart import graaf {bestand} --koppeling {doel}{bij} --droog"
    tell_next(
        [
            f"open {doel.name} in Excel, kijk de kolom onze na, vul de gele cellen in, en bewaar",
            f"{vervolg}    zie wat er zou veranderen",
        ]
    )


def _known(graaf: Graaf, bron: str, store: str | None) -> Context:
    """What the store knows, and what was chosen for this source before; nothing when there is no store."""
    from netwerkkaart.geheugen import read_geheugen, recall
    from netwerkkaart.graph.openen import open_store
    from netwerkkaart.invoeren import read_gekend
    from netwerkkaart.omzetten.context import Context

    try:
        opslag = open_store(store)
    except OpslagFout:
        if store is not None:
            raise
        return Context(bron=bron)
    try:
        eerder = recall(read_geheugen(opslag), "graaf", bron, graaf.kolommen)
        context = Context(read_gekend(opslag), bron=bron)
    finally:
        opslag.close()
    if eerder is None:
        return context
    tabel = eerder.tabel.fitting([*graaf.kolommen, "id"])[0]
    return Context(context.gekend, bron=bron, kolommen=tabel.kolommen, waarden=tabel.waarden, vast=tabel.vast)


@koppeling.command()
@opties.store_option
def lijst(store: str | None) -> None:
    """Toon van welke bronnen een koppeling onthouden is."""
    from netwerkkaart.cli.scherm import show_rooster, tell_next
    from netwerkkaart.uitvoer.tabel import Rooster

    gevonden = _remembered(store)
    koppen = ("import", "bron", "keuzes", "sinds")
    rijen = [(h.importer, h.bron, len(h.tabel.regels), h.op) for h in gevonden]
    show_rooster(Rooster(f"{len(rijen)} koppelingen onthouden", koppen, koppen, rijen))
    if gevonden:
        naam = gevonden[0].bron
        tell_next([f'netwerkkaart koppeling toon "{naam}"', f'netwerkkaart koppeling wis "{naam}"'])


@koppeling.command()
@click.argument("bron", required=False)
@click.option("--import", "importer", help="Alleen van deze import, als een bron er bij meer dan een hoort.")
@opties.uit_option
@opties.store_option
def toon(bron: str | None, importer: str | None, uit: Path | None, store: str | None) -> None:
    """Toon wat van een bron onthouden is, of schrijf het als tabel om aan te passen."""
    from netwerkkaart.cli.scherm import scherm, show_rooster
    from netwerkkaart.omzetten.koppeltabel import KOPPEN
    from netwerkkaart.uitvoer.koppeltabel import Koppelrij, write_koppeltabel
    from netwerkkaart.uitvoer.tabel import Rooster

    h = _one(_remembered(store), bron, importer)
    if uit is not None:
        write_koppeltabel(uit, [Koppelrij(regel) for regel in h.tabel.regels])
        scherm.print(f"{len(h.tabel.regels)} keuzes geschreven in {uit}", markup=False)
        return
    titel = f"{h.importer}, bron {h.bron}" + (f", sinds {h.op:%d-%m-%Y}" if h.op else "")
    show_rooster(Rooster(titel, KOPPEN, KOPPEN, [tuple(regel) for regel in h.tabel.regels]))


@koppeling.command()
@click.argument("bron")
@click.option("--import", "importer", help="Alleen van deze import, als een bron er bij meer dan een hoort.")
@click.option("--ja", is_flag=True, help="Vraag niets, wis meteen.")
@opties.store_option
def wis(bron: str, importer: str | None, ja: bool, store: str | None) -> None:
    """Vergeet wat van een bron onthouden is. Wat ingelezen werd, blijft staan."""
    from netwerkkaart.cli.scherm import ask, scherm
    from netwerkkaart.geheugen import forget, read_geheugen
    from netwerkkaart.graph.lezen import read_bekend
    from netwerkkaart.graph.openen import open_store
    from netwerkkaart.graph.uitvoeren import ImportGegevens, carry_out
    from netwerkkaart.plan.wijziging import Plan

    opslag = open_store(store, schrijven=True, maken=False)
    try:
        h = _one(read_geheugen(opslag), bron, importer)
        vraag = f"De {len(h.tabel.regels)} keuzes van {h.importer}, bron {h.bron}, vergeten?"
        if not ja and not ask(vraag, standaard=True):
            scherm.print("Niets gewist.")
            return
        bekend = read_bekend(opslag, {h.id}, set())
        weg = forget({h.id: bekend.knopen[h.id]})
        carry_out(
            opslag, Plan(tuple(weg), versie=bekend.versie), ImportGegevens("koppeling wis", datetime.now(UTC))
        )
    finally:
        opslag.close()
    scherm.print("Vergeten.")


def _remembered(store: str | None) -> list[Herinnering]:
    from netwerkkaart.geheugen import read_geheugen
    from netwerkkaart.graph.openen import open_store

    opslag = open_store(store)
    try:
        return read_geheugen(opslag)
    finally:
        opslag.close()


def _one(gevonden: Sequence[Herinnering], bron: str | None, importer: str | None) -> Herinnering:
    """The one that is meant.

    Raises:
        NietGevonden: there is none, or more than one.
    """
    passend = [h for h in gevonden if bron in (None, h.bron, h.id) and importer in (None, h.importer)]
    if len(passend) == 1:
        return passend[0]
    namen = ", ".join(f'"{h.bron}" ({h.importer})' for h in (passend or gevonden))
    if not passend:
        wat = f'Van de bron "{bron}" is niets onthouden.' if bron else "Er is niets onthouden."
    else:
        wat = "Er is van meer dan één bron iets onthouden."
    raise NietGevonden(wat, hulp=f"Kies uit: {namen}." if namen else "")
