"""One import as the user walks through it: read, show what would change, ask, write."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from netwerkkaart.cli.foutenboek import Teruggave
from netwerkkaart.cli.koppelkeuze import choose_koppeling
from netwerkkaart.cli.planscherm import messages, show_plan, show_reading
from netwerkkaart.cli.scherm import ask, busy, counted, scherm, tell_meldingen, tell_next
from netwerkkaart.cli.vervolgscherm import refuse_short, show_vervolg
from netwerkkaart.fouten import GebruikersFout
from netwerkkaart.graph.openen import open_store
from netwerkkaart.graph.store import Store
from netwerkkaart.graph.uitvoeren import ImportVerslag
from netwerkkaart.importers import Leeskeuzes, load_importer
from netwerkkaart.invoeren import Voorbereid, carry_out_import, open_bestand, prepare_import
from netwerkkaart.omzetten.context import Context, Gekend, Oogst
from netwerkkaart.omzetten.koppeltabel import Koppeltabel
from netwerkkaart.plan.wijziging import KnoopWijziging, Plan, Voorrang
from netwerkkaart.schema.register import is_organisatie
from netwerkkaart.uitvoer.tabel import write_rooster
from netwerkkaart.vervolglijst import find_former


@dataclass(frozen=True, slots=True)
class Keuzes:
    """What the user chose on the command line."""

    importer: str
    bestand: Path
    kolommen: tuple[tuple[str, str], ...] = ()
    waarden: tuple[tuple[str, str], ...] = ()
    vast: tuple[tuple[str, str], ...] = ()
    koppeling: Path | None = None
    zonder_geheugen: bool = False
    blad: str | None = None
    codering: str | None = None
    scheidingsteken: str | None = None
    bron: str = ""
    bron_datum: date | None = None
    sla_foute_rijen_over: bool = False
    meldingen: Path | None = None
    foutenboek: Path | None = None
    plan: Path | None = None
    beeindig: bool = False
    volledig: bool | None = None
    toch: bool = False
    bij_conflict: str | None = None
    droog: bool = False
    ja: bool = False
    store: str | None = None

    @property
    def teruggave(self) -> Teruggave:
        """How the rows go back to the user when there are faults."""
        return Teruggave(
            self.importer,
            self.bestand,
            self.bron or self.bestand.name,
            self.foutenboek,
            self.codering,
            self.scheidingsteken,
        )


def run_import(keuzes: Keuzes, nu: datetime) -> None:
    """Read a file, show its plan, ask, and carry it out.

    Raises:
        GebruikersFout: the file, a row or the store is not as it should be.
    """
    importer = load_importer(keuzes.importer)
    with keuzes.teruggave.on_faults(), busy(f"{keuzes.bestand.name} lezen"):
        lezen = Leeskeuzes(keuzes.blad, keuzes.codering, keuzes.scheidingsteken)
        inhoud, bestand = open_bestand(importer, keuzes.bestand, lezen)
    store = open_store(keuzes.store, schrijven=not keuzes.droog)
    try:
        with busy("Vergelijken met wat al bekend is"):
            tabel = _koppeling(store, keuzes, inhoud)
            voorbereid = prepare_import(
                store, importer, inhoud, lambda gekend: _context(keuzes, gekend, nu, tabel)
            )
        show_reading(voorbereid.oogst)
        if keuzes.meldingen is not None:
            write_rooster(messages(voorbereid.oogst), keuzes.meldingen)
        _refuse_faults(voorbereid.oogst, keuzes)
        if keuzes.sla_foute_rijen_over and voorbereid.oogst.fouten:
            voorbereid = voorbereid.without_faulty_rows(store)
        if keuzes.bij_conflict is not None:
            voorbereid = voorbereid.decided(store, Voorrang(keuzes.bij_conflict))
        voorbereid = _beside_former(voorbereid, keuzes, store)
        namen = {id_: naam for id_, _, naam in voorbereid.context.gekend.knopen}
        show_plan(voorbereid.plan, namen, voorbereid.oogst.voorstellen, uit=keuzes.plan)
        if keuzes.droog:
            scherm.print("Proefbeurt (--droog): er is niets geschreven.")
            return
        voorbereid = _ask_doubts(voorbereid, keuzes, store)
        if voorbereid.plan.is_leeg:
            scherm.print("Alles stond er al: er verandert niets.")
            return
        if not keuzes.ja and not ask("Schrijven?", standaard=True):
            scherm.print("Niets geschreven.")
            return
        with counted("Schrijven") as voortgang:
            verslag = carry_out_import(store, voorbereid, nu=nu, bestand=bestand, voortgang=voortgang)
        _tell_written(store, verslag, nieuw=_adds_organisations(voorbereid.plan))
    finally:
        store.close()


def _beside_former(voorbereid: Voorbereid, keuzes: Keuzes, store: Store) -> Voorbereid:
    """The import with what it leaves out of its former list, when it is one of a list of all there is."""
    if not (voorbereid.importer.volledig if keuzes.volledig is None else keuzes.volledig):
        return voorbereid
    with busy("Vergelijken met de vorige lijst"):
        vervolg = find_former(store, voorbereid)
    if vervolg is None:
        return voorbereid
    show_vervolg(vervolg)
    refuse_short(vervolg, toch=keuzes.toch, vraag=not keuzes.ja and not keuzes.droog)
    return vervolg.voorbereid


def _adds_organisations(plan: Plan) -> bool:
    return any(
        isinstance(w, KnoopWijziging) and w.voor is None and is_organisatie(w.label) for w in plan.wijzigingen
    )


def _tell_written(store: Store, verslag: ImportVerslag | None, *, nieuw: bool) -> None:
    nummer = verslag.versie if verslag else 0
    scherm.print(f"[green]✓[/] Geschreven in {store.adres}, als import {nummer}.")
    stappen = [
        ("netwerkkaart stand", "wat er nu in de graaf staat"),
        ("netwerkkaart kaart", "bekijk de kaart"),
        (f"netwerkkaart import terugdraaien {nummer}", "toch niet goed? zo gaat ze er weer uit"),
    ]
    if nieuw:
        stappen.insert(1, ("netwerkkaart dubbels lijst", "staat een organisatie er nu onder twee namen?"))
    tell_next([f"{opdracht:<40}{waarvoor}" for opdracht, waarvoor in stappen])


def _koppeling(store: Store, keuzes: Keuzes, inhoud: object) -> Koppeltabel:
    """What the words of the file mean: as remembered, as a mapping file says, as chosen now."""
    return choose_koppeling(
        store,
        keuzes.importer,
        keuzes.bron or keuzes.bestand.name,
        getattr(inhoud, "kolommen", ()),
        bestand=keuzes.koppeling,
        gekozen=Koppeltabel.from_options(keuzes.kolommen, keuzes.waarden, keuzes.vast),
        zonder_geheugen=keuzes.zonder_geheugen,
    )


def _context(keuzes: Keuzes, gekend: Gekend, nu: datetime, tabel: Koppeltabel) -> Context:
    return Context(
        gekend=gekend,
        datum=keuzes.bron_datum or nu.date(),
        bron=keuzes.bron or keuzes.bestand.name,
        kolommen=tabel.kolommen,
        waarden=tabel.waarden,
        vast=tabel.vast,
    )


def _many(aantal: int, een: str, meer: str) -> str:
    return f"{aantal} {een if aantal == 1 else meer}"


def _refuse_faults(oogst: Oogst, keuzes: Keuzes) -> None:
    boek = keuzes.teruggave.give(oogst.meldingen)
    if not oogst.fouten or (keuzes.sla_foute_rijen_over and all(m.rij for m in oogst.fouten)):
        tell_meldingen(oogst.meldingen)
        if boek:
            scherm.print(boek, markup=False)
        return
    rijen = {m.rij for m in oogst.fouten if m.rij}
    raise GebruikersFout(
        f"{_many(len(oogst.fouten), 'fout', 'fouten')} in {keuzes.bestand.name}; er is niets ingelezen.",
        hulp="Verbeter het bestand en probeer opnieuw"
        + (
            ", of lees de andere rijen wel in met --sla-foute-rijen-over"
            f" ({_many(len(rijen), 'rij valt', 'rijen vallen')} weg)."
            if rijen
            else "."
        )
        + (f"\n{boek}" if boek else ""),
        meldingen=oogst.meldingen,
    )


def _ask_doubts(voorbereid: Voorbereid, keuzes: Keuzes, store: Store) -> Voorbereid:
    """Let the user decide what the source only suggests, and who is right in a conflict.

    Without an answer (``--ja``) nothing ends and the graph stays as it is.
    """
    aantal = len(voorbereid.oogst.voorstellen)
    if aantal and (
        keuzes.beeindig
        or (
            not keuzes.ja
            and ask(
                _many(aantal, "rij die ontbreekt", "rijen die ontbreken") + " beëindigen?", standaard=False
            )
        )
    ):
        voorbereid = voorbereid.with_proposals(store)
    botsingen = len(voorbereid.plan.conflicten)
    if botsingen and keuzes.bij_conflict is None and not keuzes.ja:
        vraag = f"Bij de {botsingen} conflicten de waarden uit het bestand nemen?"
        if ask(vraag, standaard=False):
            voorbereid = voorbereid.decided(store, Voorrang.BRON)
    return voorbereid
