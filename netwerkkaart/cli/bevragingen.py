"""A question round as the user walks through it: choose, write, read, look."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, datetime, time
from pathlib import Path

import click

from netwerkkaart.analyse.basis import ORGANISATIES, counted
from netwerkkaart.analyse.drempels import kept_drempels
from netwerkkaart.analyse.respons import find_round
from netwerkkaart.analyse.uitkomst import columns_of
from netwerkkaart.bevraging import lezen
from netwerkkaart.bevraging.kies import Keuze, Respondent, choose_respondents
from netwerkkaart.bevraging.maken import find_respondents, write_forms
from netwerkkaart.bevraging.ronde import Ronde
from netwerkkaart.bevraging.stand import response_table
from netwerkkaart.bevraging.verzending import KOPPEN, merge_rows, write_list
from netwerkkaart.cli.opties import give
from netwerkkaart.cli.scherm import ask, busy, scherm, show_rooster, tell_meldingen, tell_next
from netwerkkaart.fouten import GebruikersFout, Melding
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.graph.lezen import read_beeld, read_names
from netwerkkaart.graph.openen import open_store
from netwerkkaart.graph.store import Store
from netwerkkaart.importers import load_importer
from netwerkkaart.inlezen import read_tabel
from netwerkkaart.invoeren import carry_out_import, open_bestand, prepare_import
from netwerkkaart.omzetten.context import Context
from netwerkkaart.schema.uitspraken import RelatieUitspraak
from netwerkkaart.uitvoer.tabel import Rooster, write_rooster

_FOUTEN = ("fout", "fouten")
_KERN = ("rang", "naam", "soort", "gemeente", "waarom")


def read_view(adres: str | None, datum: date) -> Beeld:
    """The view of a store at a date."""
    store = open_store(adres)
    try:
        with busy("De graaf lezen"):
            return read_beeld(store).op(datum)
    finally:
        store.close()


def as_table(keuze: Keuze, *, alles: bool) -> Rooster:
    """The proposed respondents; in the terminal only what fits."""
    kolommen = [k for k in columns_of(Respondent) if alles or k.naam in _KERN]
    rijen = [tuple(getattr(rij, kolom.naam) for kolom in kolommen) for rij in keuze.rijen]
    namen = tuple(k.naam for k in kolommen)
    return Rooster(keuze.titel, namen, tuple(k.kop for k in kolommen), rijen, keuze.noten)


def make_round(
    ronde: Ronde,
    map_: Path,
    *,
    respondenten: Path | None,
    aantal: int,
    vorm: str,
    met_personen: bool,
    ja: bool,
    store: str | None,
    nu: datetime,
) -> None:
    """Write the forms and the list, and import the list.

    Raises:
        GebruikersFout: a respondent is not known, the folder is not empty, or a file cannot be written.
    """
    graaf = open_store(store, schrijven=True, maken=False)
    try:
        with busy("De graaf lezen"):
            beeld = read_beeld(graaf).op(ronde.datum)
        if respondenten is None:
            keuze = choose_respondents(beeld, kept_drempels(beeld), regio=ronde.regio, aantal=aantal)
            show_rooster(as_table(keuze, alles=False))
            ids = [rij.id for rij in keuze.rijen]
        else:
            ids = find_respondents(beeld, _listed(respondenten))
        if not ids:
            raise GebruikersFout(
                "Er is niemand om te bevragen.", hulp="Lees eerst organisaties en banden in."
            )
        vraag = f"{counted(len(ids), 'formulier', 'formulieren')} schrijven in {map_}?"
        if not ja and not ask(vraag, standaard=True):
            scherm.print("Niets geschreven.")
            return
        with busy("Formulieren schrijven"):
            gemaakt = write_forms(beeld, ronde, ids, map_, vorm=vorm, met_personen=met_personen)
        _import_list(graaf, gemaakt.verzendlijst, nu)
    finally:
        graaf.close()
    scherm.print(f"[green]✓[/] {counted(gemaakt.formulieren, 'formulier', 'formulieren')} in {map_}")
    if gemaakt.zonder_adres:
        wie = ", ".join(gemaakt.zonder_adres[:5]) + (" …" if len(gemaakt.zonder_adres) > 5 else "")
        scherm.print(f"Geen e-mailadres gekend van {len(gemaakt.zonder_adres)}: {wie}", markup=False)
    tell_next(
        [
            f"Verstuur ze met {gemaakt.verzendlijst} (afdruk samenvoegen in Word of Outlook).",
            "netwerkkaart bevraging lees MAP          de map waarin u de antwoorden bewaart",
            f'netwerkkaart bevraging stand "{ronde.naam}"   wie antwoordde',
        ]
    )


def _listed(pad: Path) -> list[str]:
    """The texts of the column id, code or naam of a list of respondents."""
    tabel = read_tabel(pad)
    for kop in ("id", "code", "naam", "organisatie"):
        for kolom in tabel.kolommen:
            if kolom.casefold() == kop:
                return [tekst for tekst in tabel.kolom(kolom) if tekst]
    raise GebruikersFout(
        f"{pad.name} heeft geen kolom met codes of namen.",
        hulp='Noem de kolom "id" of "naam", of maak de lijst met bevraging kies --uit lijst.csv.',
    )


def _import_list(store: Store, pad: Path, nu: datetime) -> None:
    importer = load_importer("verzendlijst")
    inhoud, bestand = open_bestand(importer, pad)
    voorbereid = prepare_import(
        store, importer, inhoud, lambda gekend: Context(gekend=gekend, datum=nu.date(), bron=pad.name)
    )
    carry_out_import(store, voorbereid, nu=nu, bestand=bestand)


def read_answers(
    map_: Path,
    *,
    alles_of_niets: bool,
    beeindig: bool,
    ja: bool,
    droog: bool,
    meldingen: Path | None,
    store: str | None,
    nu: datetime,
) -> None:
    """Read a folder of answers: show what is in it, ask, and import each.

    Raises:
        GebruikersFout: nothing in it can be read, or (with ``alles_of_niets``) something cannot.
    """
    paden = lezen.find_answers(map_)
    graaf = open_store(store, schrijven=not droog, maken=False)
    try:
        with busy(f"{counted(len(paden), 'antwoord', 'antwoorden')} lezen"):
            antwoorden = lezen.read_folder(graaf, paden, nu)
        _show_folder(antwoorden, graaf)
        alle = [m for g in antwoorden.gelezen if not g.leeg for m in g.meldingen]
        tell_meldingen(alle)
        if meldingen is not None:
            write_rooster(_messages(alle), meldingen)
        _refuse(antwoorden, alles_of_niets)
        if droog:
            scherm.print("Proefbeurt (--droog): er is niets geschreven.")
            return
        vraag = f"{counted(len(antwoorden.goed), 'antwoord', 'antwoorden')} inlezen?"
        if not ja and not ask(vraag, standaard=True):
            scherm.print("Niets geschreven.")
            return
        nieuw = 0
        with busy("Schrijven"):
            for _, verslag in lezen.import_answers(graaf, antwoorden.goed, nu):
                nieuw += verslag is not None
        al = len(antwoorden.goed) - nieuw
        oud = f" ({al} stonden er al)" if al else ""
        scherm.print(f"[green]✓[/] {counted(nieuw, 'antwoord', 'antwoorden')} ingelezen{oud}.")
        _ask_proposals(graaf, antwoorden, map_.name, beeindig=beeindig, ja=ja, nu=nu)
        _show_rounds(graaf, antwoorden, nu.date())
    finally:
        graaf.close()


def _show_folder(antwoorden: lezen.Antwoordmap, store: Store) -> None:
    namen = {id_: naam for id_, _, naam in read_names(store)}
    rijen: list[tuple[object, ...]] = []
    for g in antwoorden.gelezen:
        telling = g.words()
        scholen = telling["NAMENS"] - 1 if telling["NAMENS"] > 1 else ""
        oordeel = "goed" if g.goed else "niet ingevuld" if g.leeg else counted(len(_faults(g)), *_FOUTEN)
        rijen.append(
            (
                g.pad.name,
                namen.get(g.door, "?"),
                telling["ja"],
                telling["nee"],
                telling["weet niet"],
                telling["MELDT"],
                scholen,
                oordeel,
            )
        )
    koppen = ("bestand", "van", "ja", "nee", "weet niet", "hiaten", "voor scholen", "")
    show_rooster(
        Rooster(f"{counted(len(rijen), 'bestand', 'bestanden')} in de map:", koppen, koppen, rijen), 999
    )


def _faults(gelezen: lezen.Gelezen) -> list[Melding]:
    fouten = [m for m in gelezen.meldingen if m.is_fout]
    return fouten or [Melding(gelezen.fout.tekst if gelezen.fout else "")]


def _messages(meldingen: list[Melding]) -> Rooster:
    koppen = tuple(veld.name for veld in fields(Melding))
    rijen = [tuple(str(getattr(m, kop)) for kop in koppen) for m in meldingen]
    return Rooster(f"{len(rijen)} meldingen", koppen, koppen, rijen)


def _refuse(antwoorden: lezen.Antwoordmap, alles_of_niets: bool) -> None:
    """Say which files are left, and stop when nothing may, or nothing can, be imported."""
    for gelezen in antwoorden.fout:
        reden = gelezen.fout.tekst if gelezen.fout else counted(len(_faults(gelezen)), *_FOUTEN)
        click.secho(f"✗ {gelezen.pad.name}: {reden}", fg="red", err=True)
    if antwoorden.fout and alles_of_niets:
        raise GebruikersFout(
            f"{counted(len(antwoorden.fout), 'antwoord heeft', 'antwoorden hebben')} fouten; er is niets "
            "ingelezen.",
            hulp="Verbeter ze, of laat --alles-of-niets weg: dan gaan de andere wel binnen.",
        )
    if not antwoorden.goed:
        raise GebruikersFout("Er is geen enkel antwoord dat ingelezen kan worden.")


def _ask_proposals(
    store: Store, antwoorden: lezen.Antwoordmap, bron: str, *, beeindig: bool, ja: bool, nu: datetime
) -> None:
    """Offer to end, or to take up again, what the answers suggest. Without an answer nothing ends."""
    voorstellen = lezen.find_proposals(store, antwoorden.goed, bron)
    if not voorstellen:
        return
    redenen = sorted({v.reden for v in voorstellen})
    for reden in redenen:
        aantal = sum(v.reden == reden for v in voorstellen)
        scherm.print(f"Voorstel ({aantal}): {reden}", markup=False)
    if beeindig or (not ja and ask(f"Deze {len(voorstellen)} voorstellen uitvoeren?", standaard=False)):
        lezen.carry_out_proposals(store, voorstellen, bron, nu)
        scherm.print(f"[green]✓[/] {len(voorstellen)} voorstellen uitgevoerd, als één import.")
    else:
        scherm.print("Niets beëindigd. Later toch: lees de map opnieuw met --beeindig.")


def _show_rounds(store: Store, antwoorden: lezen.Antwoordmap, vandaag: date) -> None:
    beeld = read_beeld(store).op(vandaag)
    rondes = dict.fromkeys(
        u.naar
        for g in antwoorden.goed
        if g.voorbereid
        for u in g.voorbereid.oogst.uitspraken
        if isinstance(u, RelatieUitspraak) and u.type == "ANTWOORD_OP"
    )
    volgende = []
    for id_ in rondes:
        stand = response_table(beeld, beeld.nummer[id_], vandaag)
        scherm.print(f"\n[bold]{stand.rooster.titel}[/]")
        for noot in stand.rooster.noten:
            scherm.print(noot, markup=False)
        volgende.append(f'netwerkkaart bevraging stand "{stand.ronde.naam}" --herinner herinneringen.xlsx')
    tell_next([*volgende, "netwerkkaart import lijst      elk antwoord is één import", "netwerkkaart kaart"])


def show_round(
    naam: str, datum: date, *, herinner: Path | None, met_personen: bool, uit: Path | None, store: str | None
) -> None:
    """Show how a round stands, and write the list of who is to be reminded.

    Raises:
        NietGevonden: there is no such round.
    """
    beeld = read_view(store, datum)
    stand = response_table(beeld, find_round(beeld, naam), datum)
    give(stand.rooster if uit is not None else stand.short, uit)
    if herinner is None:
        return
    bestanden = _sent_files(beeld, stand.respons.bevraging)
    wie = {beeld.ids[k]: bestanden.get(k, "") for k in stand.respons.open}
    rijen = merge_rows(beeld, stand.ronde, wie, met_personen=met_personen)
    write_list(KOPPEN, rijen, herinner, datetime.combine(datum, time()))
    scherm.print(f"[green]✓[/] {counted(len(rijen), *ORGANISATIES)} te herinneren: {herinner}")


def _sent_files(beeld: Beeld, bevraging: int) -> dict[int, str]:
    tabel = beeld.van_type("BEVRAAGD_IN")
    kolommen = zip(tabel.van.tolist(), tabel.naar.tolist(), tabel.kolom("bestand"), strict=True)
    return {wie: str(bestand or "") for wie, ronde, bestand in kolommen if ronde == bevraging}
