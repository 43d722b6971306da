"""``netwerkkaart editie``: freeze a state of the graph, look at those there are, compare one with now."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from netwerkkaart.cli import opties
from netwerkkaart.cli.nederlands import Groep, Opdracht

if TYPE_CHECKING:
    from netwerkkaart.editie import Editie


@click.group("editie", cls=Groep)
def editie() -> None:
    """Leg de stand van de graaf vast als een genummerde editie, die niet meer verandert.

    Rapporten, kaarten en cijfers noemen de editie waaruit ze komen, en zijn er opnieuw uit te maken.

    Voorbeeld: netwerkkaart editie maak "najaar 2026"
    """


@editie.command("maak", cls=Opdracht)
@click.argument("naam")
@click.option("--datum", type=opties.Dag(), help="Peildatum van de cijfers; anders vandaag.")
@opties.store_option
def maak(naam: str, datum: date | None, store: str | None) -> None:
    """Leg vast wat nu gekend is: de hele graaf, de drempels en de versies van de definities.

    Een editie bevat alles, ook wat intern is. Het bestand blijft bij u staan, naast de bewaarde bestanden.

    Voorbeeld: netwerkkaart editie maak "najaar 2026"
    """
    from datetime import datetime

    from netwerkkaart.cli.scherm import busy, scherm, tell_next
    from netwerkkaart.editie import make_editie
    from netwerkkaart.graph.openen import open_store

    graaf = open_store(store)
    try:
        with busy("De editie maken"):
            nieuw = make_editie(graaf, naam, nu=datetime.now().astimezone(), peildatum=datum)
    finally:
        graaf.close()
    scherm.print(f"✓ {nieuw.kort} is vastgelegd in {nieuw.pad}", markup=False, soft_wrap=True)
    scherm.print(f"{nieuw.citaat}.", markup=False, soft_wrap=True)
    nummer = nieuw.manifest.nummer
    tell_next(
        [
            f"netwerkkaart rapport vlaanderen --editie {nummer}    een rapport dat de editie noemt",
            f"netwerkkaart editie vergelijk {nummer}    later: wat er sindsdien verbeterd is",
        ]
    )


@editie.command("lijst", cls=Opdracht)
@opties.uit_option
@opties.store_option
def lijst(uit: Path | None, store: str | None) -> None:
    """Toon de edities van deze graaf."""
    from netwerkkaart.editie import open_editiemap
    from netwerkkaart.graph.openen import address_of
    from netwerkkaart.uitvoer.tabel import Rooster

    map_ = open_editiemap(address_of(store))
    edities, fouten = map_.read()
    kolommen = ("nummer", "naam", "peildatum", "gemaakt", "sha256", "knopen", "relaties", "imports")
    rijen: list[tuple[object, ...]] = [
        (
            e.manifest.nummer,
            e.manifest.naam,
            e.manifest.peildatum,
            e.manifest.gemaakt,
            f"{e.sha256[:12]}…" if uit is None else e.sha256,
            *(e.manifest.aantallen.get(deel, 0) for deel in kolommen[-3:]),
        )
        for e in edities
    ]
    titel = "1 editie" if len(rijen) == 1 else f"{len(rijen)} edities"
    noten = [fout.tekst for fout in fouten]
    noten.append(f"Ze staan in {map_.map}" if rijen else "Maak er een met: netwerkkaart editie maak NAAM")
    opties.give(Rooster(titel, kolommen, kolommen, rijen, tuple(noten)), uit)


@editie.command("toon", cls=Opdracht)
@click.argument("welke", metavar="NAAM|NUMMER")
@opties.uit_option
@opties.store_option
def toon(welke: str, uit: Path | None, store: str | None) -> None:
    """Toon wat in een editie vastligt: drempels, definities, programma, aantallen."""
    from netwerkkaart.editie import find_editie
    from netwerkkaart.editie.citeren import other_definitions
    from netwerkkaart.uitvoer.tabel import Rooster

    gevonden = find_editie(welke, store)
    m = gevonden.manifest
    rijen: list[tuple[object, ...]] = [
        ("gemaakt", m.gemaakt),
        ("peildatum", m.peildatum),
        ("laatste import", m.laatste_import or "geen"),
        *((deel, aantal) for deel, aantal in m.aantallen.items()),
        *(("drempel", zin) for zin in m.drempels.zinnen().values()),
        *(("programma", f"{naam} {versie}") for naam, versie in m.programma.items() if versie),
        *(("definitie", f"{naam}: versie {d.versie}") for naam, d in m.definities.items()),
        *(("gewist", f"{w.datum.isoformat()}: één persoon, op verzoek") for w in m.gewist),
        ("bestand", str(gevonden.pad)),
    ]
    noten = other_definitions(m) or ("Het programma rekent met dezelfde definities.",)
    opties.give(Rooster(gevonden.citaat, ("wat", "waarde"), ("Wat", "Waarde"), rijen, noten), uit)


@editie.command("controleer", cls=Opdracht)
@click.argument("welke", metavar="[NAAM|NUMMER]", required=False)
@opties.store_option
def controleer(welke: str | None, store: str | None) -> None:
    """Ga na of elke editie (of één) nog tot op de byte is wat ze was."""
    from netwerkkaart.editie import open_editiemap
    from netwerkkaart.editie.bestand import read_editie
    from netwerkkaart.graph.openen import address_of

    map_ = open_editiemap(address_of(store))
    if welke is None:
        edities, fouten = map_.read()
        zinnen = [fout.tekst for fout in fouten]
    else:
        bestand = welke.lower().endswith(".zip")
        edities = [read_editie(Path(welke).expanduser()) if bestand else map_.find(welke)]
        zinnen = []
    _tell_checks(edities, zinnen)


@editie.command("vergelijk", cls=Opdracht)
@click.argument("welke", metavar="NAAM|NUMMER")
@click.argument("met", metavar="[NAAM2|NUMMER2]", required=False)
@opties.regio_option
@opties.uit_option
@opties.store_option
def vergelijk(welke: str, met: str | None, regio: str | None, uit: Path | None, store: str | None) -> None:
    """Toon wat er sinds een editie verbeterd is, apart van wat nadien gebeurde.

    Zonder tweede editie is het de graaf zoals hij nu is. De cijfers staan op dezelfde peildatum: zoals de
    editie het wist, en met wat er sindsdien verbeterd is.

    Voorbeeld: netwerkkaart editie vergelijk "najaar 2026" --uit verbeterd.xlsx
    """
    from netwerkkaart.cli.scherm import busy
    from netwerkkaart.editie import find_editie
    from netwerkkaart.editie.vergelijken import KERN, compare_editie
    from netwerkkaart.graph.archief import read_archief
    from netwerkkaart.graph.archief_delen import read_content
    from netwerkkaart.graph.openen import open_store
    from netwerkkaart.graph.store import snapshot
    from netwerkkaart.uitvoer.uitkomsttabel import as_rooster, core

    eerste = find_editie(welke, store)
    with busy("Vergelijken"):
        if met is None:
            graaf = open_store(store)
            try:
                with snapshot(graaf) as read:
                    nu, ander = read_content(read), "de graaf van nu"
            finally:
                graaf.close()
        else:
            tweede = find_editie(met, store)
            nu, ander = read_archief(tweede.pad), tweede.kort
        uitkomst = compare_editie(eerste.manifest, read_archief(eerste.pad), nu, ander, regio=regio)
    rooster = as_rooster(uitkomst)
    opties.give(rooster if uit is not None else core(rooster, KERN), uit)


def _tell_checks(edities: list[Editie], zinnen: list[str]) -> None:
    """Say of each edition whether it is what it was.

    Raises:
        OnleesbaarBestand: one of them is not.
    """
    from netwerkkaart.cli.scherm import scherm
    from netwerkkaart.editie.bestand import SOM, check_editie
    from netwerkkaart.fouten import OnleesbaarBestand

    for een in edities:
        if fouten := check_editie(een):
            zinnen += fouten
            continue
        waarbij = (
            "" if een.beloofd else f" (zonder {een.pad.name}{SOM} ernaast: alleen de inhoud is nagekeken)"
        )
        scherm.print(
            f"✓ {een.kort} is wat ze was{waarbij}: sha256 {een.sha256}", markup=False, soft_wrap=True
        )
    if zinnen:
        raise OnleesbaarBestand(
            "\n".join(zinnen), hulp="Zet het bestand terug uit een reservekopie, of maak een nieuwe editie."
        )
    if not edities:
        scherm.print("Er is nog geen editie. Maak er een met: netwerkkaart editie maak NAAM")
