"""One import as the user walks through it: read, show what would change, ask, write."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import click

from netwerkkaart.cli.scherm import busy, scherm, show_rooster, tell_meldingen, tell_next
from netwerkkaart.fouten import GebruikersFout
from netwerkkaart.graph.openen import open_store
from netwerkkaart.importers import load_importer
from netwerkkaart.inlezen import read_tabel
from netwerkkaart.invoeren import Voorbereid, carry_out_import, prepare_import
from netwerkkaart.omzetten.context import Context, Gekend, Oogst
from netwerkkaart.schema.vocabularia import fold
from netwerkkaart.uitvoer.tabel import Rooster, write_rooster


@dataclass(frozen=True, slots=True)
class Keuzes:
    """What the user chose on the command line."""

    importer: str
    bestand: Path
    kolommen: tuple[tuple[str, str], ...] = ()
    waarden: tuple[tuple[str, str], ...] = ()
    vast: tuple[tuple[str, str], ...] = ()
    blad: str | None = None
    codering: str | None = None
    scheidingsteken: str | None = None
    bron: str = ""
    bron_datum: date | None = None
    sla_foute_rijen_over: bool = False
    meldingen: Path | None = None
    droog: bool = False
    ja: bool = False
    store: str | None = None


def run_import(keuzes: Keuzes, nu: datetime) -> None:
    """Read a file, show its plan, ask, and carry it out.

    Raises:
        GebruikersFout: the file, a row or the store is not as it should be.
    """
    importer = load_importer(keuzes.importer)
    with busy(f"{keuzes.bestand.name} lezen"):
        tabel = read_tabel(
            keuzes.bestand, blad=keuzes.blad, codering=keuzes.codering, scheidingsteken=keuzes.scheidingsteken
        )
    store = open_store(keuzes.store, schrijven=not keuzes.droog)
    try:
        with busy("Vergelijken met wat al bekend is"):
            voorbereid = prepare_import(store, importer, tabel, lambda gekend: _context(keuzes, gekend, nu))
        _show_reading(voorbereid.oogst, tabel.kolommen)
        if keuzes.meldingen is not None:
            write_rooster(_messages(voorbereid.oogst), keuzes.meldingen)
        _refuse_faults(voorbereid.oogst, keuzes)
        if keuzes.sla_foute_rijen_over and voorbereid.oogst.fouten:
            voorbereid = voorbereid.without_faulty_rows(store)
        _show_plan(voorbereid)
        if voorbereid.plan.is_leeg:
            scherm.print("Alles stond er al: er verandert niets.")
            return
        if keuzes.droog:
            scherm.print("Proefbeurt (--droog): er is niets geschreven.")
            return
        if not keuzes.ja and not click.confirm("Schrijven?", default=True, prompt_suffix=" "):
            scherm.print("Niets geschreven.")
            return
        with busy("Schrijven"):
            carry_out_import(store, voorbereid, nu=nu, sha256=_sha256(keuzes.bestand))
        scherm.print(f"[green]✓[/] Geschreven in {store.adres}")
        tell_next(
            [
                "netwerkkaart stand          wat er nu in de graaf staat",
                "netwerkkaart kaart          bekijk de kaart",
            ]
        )
    finally:
        store.close()


def _context(keuzes: Keuzes, gekend: Gekend, nu: datetime) -> Context:
    return Context(
        gekend=gekend,
        datum=keuzes.bron_datum or nu.date(),
        bron=keuzes.bron or keuzes.bestand.name,
        kolommen={naam: kop for kop, naam in keuzes.kolommen},
        waarden=dict(_foreign_value(links, rechts) for links, rechts in keuzes.waarden),
        vast=dict(keuzes.vast),
    )


def _foreign_value(links: str, rechts: str) -> tuple[tuple[str, str], str]:
    kolom, teken, waarde = links.partition(":")
    if not teken:
        raise GebruikersFout(
            f'Bij --waarde staat "{links}={rechts}".', hulp="Schrijf: --waarde soort:OCMW=LokaalBestuur"
        )
    return (kolom.strip(), fold(waarde)), rechts


def _sha256(pad: Path) -> str:
    return hashlib.sha256(pad.read_bytes()).hexdigest()


def _show_reading(oogst: Oogst, koppen: tuple[str, ...]) -> None:
    gelezen = {kop for kop, _ in oogst.koppeling}
    rijen = [(kop, naam) for kop, naam in oogst.koppeling] + [
        (kop, "—") for kop in koppen if kop not in gelezen
    ]
    show_rooster(
        Rooster(
            f"{oogst.rijen} rijen gelezen. De kolommen:", ("kop", "naam"), ("in het bestand", "wordt"), rijen
        )
    )
    if oogst.gemeenten:
        delen = ", ".join(
            f"{hoe} {aantal}" for hoe, aantal in sorted(oogst.gemeenten.items(), key=lambda d: -d[1])
        )
        scherm.print(f"Gemeenten gevonden via: {delen}.")


def _messages(oogst: Oogst) -> Rooster:
    """Every message as a row, so that it can be sorted and ticked off in Excel."""
    koppen = ("ernst", "bestand", "blad", "rij", "kolom", "gevonden", "melding", "verwacht")
    rijen = [
        (str(m.ernst), m.bestand, m.blad, m.rij, m.kolom, m.waarde, m.tekst, m.verwacht)
        for m in oogst.meldingen
    ]
    return Rooster(f"{len(rijen)} meldingen", koppen, koppen, rijen)


def _refuse_faults(oogst: Oogst, keuzes: Keuzes) -> None:
    if not oogst.fouten or (keuzes.sla_foute_rijen_over and all(m.rij for m in oogst.fouten)):
        tell_meldingen(oogst.meldingen)
        return
    rijen = {m.rij for m in oogst.fouten if m.rij}
    raise GebruikersFout(
        f"{len(oogst.fouten)} fouten in {keuzes.bestand.name}; er is niets ingelezen.",
        hulp="Verbeter het bestand en probeer opnieuw"
        + (
            f", of lees de andere rijen wel in met --sla-foute-rijen-over ({len(rijen)} rijen vallen weg)."
            if rijen
            else "."
        ),
        meldingen=oogst.meldingen,
    )


def _show_plan(voorbereid: Voorbereid) -> None:
    plan = voorbereid.plan
    telling: Counter[tuple[str, str]] = Counter()
    for knoop in plan.knopen:
        telling[knoop.label, "nieuw" if knoop.voor is None else "gewijzigd"] += 1
    for relatie in plan.relaties:
        telling[relatie.type, "nieuw" if relatie.voor is None else "gewijzigd"] += 1
    namen = dict.fromkeys(naam for naam, _ in telling)
    rijen = [(naam, telling[naam, "nieuw"], telling[naam, "gewijzigd"]) for naam in namen]
    noot = f"{plan.ongewijzigd} keer stond het er al." if plan.ongewijzigd else ""
    show_rooster(
        Rooster(
            "Dit verandert er:",
            ("wat", "nieuw", "gewijzigd"),
            ("wat", "nieuw", "gewijzigd"),
            rijen,
            (noot,) if noot else (),
        )
    )
    for wijziging in [w for w in plan.knopen if w.voor is not None][:10]:
        velden = ", ".join(
            f"{veld}: {wijziging.voor.get(veld)} → {na}"
            for veld, na in wijziging.na.items()
            if wijziging.voor
        )
        scherm.print(f"  {wijziging.label} {wijziging.id}: {velden}", markup=False)
