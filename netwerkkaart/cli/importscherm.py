"""One import in the terminal: what it did, what stands on it, and taking it back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from netwerkkaart.bestanden import write_atomic
from netwerkkaart.bewaard import Inleeskeuzes, open_bewaarmap
from netwerkkaart.cli import opties
from netwerkkaart.cli.planscherm import show_plan
from netwerkkaart.cli.scherm import ask, busy, counted, scherm, show_rooster, tell_meldingen, tell_next
from netwerkkaart.fouten import GebruikersFout, NietGevonden
from netwerkkaart.graph.geschiedenis import ImportKop, read_koppen
from netwerkkaart.graph.lezen import read_changes, read_names
from netwerkkaart.graph.openen import open_store
from netwerkkaart.graph.store import Store
from netwerkkaart.graph.terugnemen import Terugdraaiing, choose_import, read_beletselen
from netwerkkaart.plan.wijziging import KnoopWijziging, Plan, RelatieWijziging
from netwerkkaart.terugdraaien import prepare_take_back, take_back
from netwerkkaart.uitvoer.importlijst import list_beletselen, moment, short_id, state_of
from netwerkkaart.uitvoer.planlijst import list_changes, names_in, summarize_plan


def show_import(tekst: str, uit: Path | None, adres: str | None) -> None:
    """Show what an import did, and what builds on it.

    Raises:
        NietGevonden: there is no such import.
    """
    graaf = open_store(adres)
    try:
        koppen = read_koppen(graaf.read)
        kop = choose_import(koppen, tekst)
        with busy("De geschiedenis lezen"):
            plan = _as_plan(graaf, kop)
            namen = _names(graaf, plan)
            beletselen = read_beletselen(graaf, kop) if kop.geldt else ()
    finally:
        graaf.close()
    _show_kop(kop, koppen)
    lijst = list_changes(plan, namen)
    if uit is not None:
        opties.give(lijst, uit)
        return
    show_rooster(summarize_plan(plan, titel="Dit veranderde ze:"))
    show_rooster(lijst)
    if beletselen:
        show_rooster(list_beletselen(beletselen, namen))
    elif kop.geldt:
        scherm.print("Geen latere import bouwt hierop voort.")
    if kop.geldt:
        ook = " --ook-latere" if beletselen else ""
        tell_next([f"netwerkkaart import terugdraaien {kop.versie}{ook}    haal ze er weer uit"])


def _as_plan(store: Store, kop: ImportKop) -> Plan:
    wijzigingen = read_changes(store, kop.id)
    return Plan(
        tuple(w for w in wijzigingen if isinstance(w, KnoopWijziging)),
        tuple(w for w in wijzigingen if isinstance(w, RelatieWijziging)),
    )


def _names(store: Store, plan: Plan) -> Mapping[str, str]:
    return {**names_in(plan.wijzigingen), **{id_: naam for id_, _, naam in read_names(store)}}


def _show_kop(kop: ImportKop, koppen: list[ImportKop]) -> None:
    toestand = state_of(kop, {k.id: k.versie for k in koppen})
    regels = [
        f"Import {kop.versie} ({short_id(kop)}): {kop.soort_import}, {moment(kop)}",
        f"Bron: {kop.bron}" + (f", {kop.bron_datum}" if kop.bron_datum else "") if kop.bron else "",
        f"Bestand: {_file_name(kop)}; netwerkkaart import bestand {kop.versie} geeft het terug"
        if kop.bestand
        else "",
        f"Toestand: {toestand}" if toestand else "",
    ]
    for regel in filter(None, regels):
        scherm.print(regel, markup=False)


def _file_name(kop: ImportKop) -> str:
    """The name under which the user knew the file; only the last part of it, whoever wrote it."""
    try:
        naam = Inleeskeuzes.from_json(kop.keuzes).naam.replace("\\", "/")
    except ValueError:
        return kop.bestand
    return Path(naam).name or kop.bestand


@dataclass(frozen=True, slots=True)
class Terugkeuzes:
    """What the user chose for taking an import back."""

    tekst: str
    ook_latere: bool = False
    ja: bool = False
    droog: bool = False
    plan: Path | None = None
    store: str | None = None


def run_terugdraaien(keuzes: Terugkeuzes, nu: datetime) -> None:
    """Take an import back: show what changes, ask, write.

    Raises:
        NietGevonden: there is no such import.
        GebruikersFout: it was taken back already, or later imports build on it and may not go along.
    """
    graaf = open_store(keuzes.store, schrijven=not keuzes.droog, maken=False)
    try:
        with busy("Nagaan wat erop voortbouwt"):
            terug = prepare_take_back(graaf, keuzes.tekst, ook_latere=keuzes.ook_latere)
            namen = _names(graaf, terug.plan)
        _show_terugdraaiing(terug, namen, keuzes)
        if keuzes.droog:
            scherm.print("Proefbeurt (--droog): er is niets geschreven.")
            return
        if not keuzes.ja and not ask("Terugdraaien?", standaard=True):
            scherm.print("Niets geschreven.")
            return
        with counted("Terugdraaien") as voortgang:
            verslag = take_back(graaf, terug, nu=nu, voortgang=voortgang)
    finally:
        graaf.close()
    scherm.print(f"[green]✓[/] Teruggedraaid: {_numbers(terug)}. Dat is zelf import {verslag.versie}.")
    tell_next([f"netwerkkaart import terugdraaien {verslag.versie}    toch niet? zo komt alles weer terug"])


def _show_terugdraaiing(terug: Terugdraaiing, namen: Mapping[str, str], keuzes: Terugkeuzes) -> None:
    kop = terug.doel
    scherm.print(
        f"Import {kop.versie}: {kop.soort_import}, {moment(kop)}" + (f", {kop.bron}" if kop.bron else ""),
        markup=False,
    )
    if terug.beletselen:
        show_rooster(list_beletselen(terug.beletselen, namen))
    if not terug.toegestaan:
        raise _refusal(terug)
    if len(terug.imports) > 1:
        scherm.print(f"Samen gaan eruit: {_numbers(terug)}.")
    tell_meldingen(terug.plan.meldingen)
    show_plan(terug.plan, namen, uit=keuzes.plan)
    if terug.plan.is_leeg:
        scherm.print("In de graaf is er niets meer van over: ze wordt alleen als teruggedraaid aangeduid.")


def _numbers(terug: Terugdraaiing) -> str:
    nummers = [str(kop.versie) for kop in terug.imports]
    samen = ", ".join(nummers[:-1]) + f" en {nummers[-1]}" if len(nummers) > 1 else nummers[0]
    return f"import {samen}" if len(nummers) == 1 else f"de imports {samen}"


def _refusal(terug: Terugdraaiing) -> GebruikersFout:
    later = [str(kop.versie) for kop in terug.imports if kop.id != terug.doel.id]
    if not later:
        return GebruikersFout(
            f"Wat import {terug.doel.versie} schreef, is buiten de imports om veranderd; "
            "er is niets teruggedraaid.",
            hulp="Met --ook-latere zet u terug wat er voor die import stond.",
        )
    wie = f"bouwt import {later[0]}" if len(later) == 1 else f"bouwen de imports {', '.join(later)}"
    return GebruikersFout(
        f"Op import {terug.doel.versie} {wie} voort; er is niets teruggedraaid.",
        hulp=f"Samen terugdraaien: netwerkkaart import terugdraaien {terug.doel.versie} --ook-latere",
    )


def give_bestand(tekst: str, uit: Path | None, adres: str | None) -> None:
    """Write the kept file of an import where the user wants it.

    Raises:
        NietGevonden: there is no such import, or no file was kept with it.
        GebruikersFout: there is a file of that name already.
        OpslagFout: the kept file is gone or damaged.
    """
    graaf = open_store(adres)
    try:
        kop = choose_import(read_koppen(graaf.read), tekst)
        bewaarmap = open_bewaarmap(graaf.adres)
    finally:
        graaf.close()
    if not kop.bestand:
        raise NietGevonden(f"Bij import {kop.versie} ({kop.soort_import}) is geen bestand bewaard.")
    inhoud = bewaarmap.read(kop.bestand)
    doel = uit or Path(_file_name(kop))
    if uit is None and doel.exists():
        raise GebruikersFout(
            f"Hier staat al een bestand {doel.name}.", hulp="Kies een andere naam met --uit."
        )
    write_atomic(doel, inhoud)
    scherm.print(f"{doel} geschreven ({len(inhoud)} bytes).", markup=False)
