"""``netwerkkaart rapport``: reports for Opgroeien, and the pack for whoever takes over."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import click

from netwerkkaart.cli import opties
from netwerkkaart.cli.leesbron import Leesbron, editie_option, open_leesbron
from netwerkkaart.cli.nederlands import Groep, Opdracht


@click.group(cls=Groep)
def rapport() -> None:
    """Maak een rapport in Word, als webpagina, PDF of dia's, met vaststellingen die berekend zijn.

    Wat u zelf toevoegt, zet u in het tekstbestand naast het rapport: het staat in elke volgende versie.

    Voorbeeld: netwerkkaart rapport voortgang --regio limburg --van 2025-09-01
    """


def _shared(functie: Callable[..., Any]) -> Callable[..., Any]:
    """Options of every report, the last one first."""
    for optie in (
        opties.store_option,
        editie_option,
        click.option("--overschrijf", is_flag=True, help="Ook als u in dat bestand zelf iets wijzigde."),
        click.option("--contactpersonen", is_flag=True, help="Met namen van personen: stuur dat niet door."),
        opties.profiel_option("Voor wie: wat die niet mag zien, staat er niet in en telt niet mee."),
        click.option(
            "--uit",
            type=opties.BESTAND,
            default=None,
            help="Naam die eindigt op .docx, .html, .pdf of .pptx.",
        ),
    ):
        functie = optie(functie)
    return functie


_sinds = click.option(
    "--sinds-editie",
    metavar="NAAM|NUMMER",
    default=None,
    help="Met een deel over wat er sinds deze editie verbeterd is.",
)
_regio = click.option("--regio", type=click.Choice(opties.REGIOS), required=True, help="Welke regio.")
_van = click.option("--van", type=opties.Dag(), default=None, help="Vanaf deze dag; anders een jaar eerder.")
_tot = click.option("--tot", type=opties.Dag(), default=None, help="Tot deze dag; anders vandaag.")


@rapport.command(cls=Opdracht)
@_regio
@_van
@_tot
@_sinds
@_shared
def voortgang(regio: str, van: date | None, tot: date | None, **keuze: Any) -> None:
    """Wat er veranderde in een regio, waar ze staat, en wat we vragen.

    Voorbeeld: netwerkkaart rapport voortgang --regio limburg --van 2025-09-01 --uit voortgang.docx
    """
    _make("voortgang", regio, van, tot, **keuze)


@rapport.command(cls=Opdracht)
@_regio
@click.option("--van", type=opties.Dag(), default=None, help="Begin; anders de dag van de eerste import.")
@_tot
@_sinds
@_shared
def eind(regio: str, van: date | None, tot: date | None, **keuze: Any) -> None:
    """Het eindrapport van een regio: alles van het begin, en wat blijft als de coördinator stopt.

    Voorbeeld: netwerkkaart rapport eind --regio limburg --uit eindrapport.docx
    """
    _make("eind", regio, van, tot, **keuze)


@rapport.command(cls=Opdracht)
@_van
@_tot
@_sinds
@_shared
def vlaanderen(van: date | None, tot: date | None, **keuze: Any) -> None:
    """Vlaanderen en Brussel samen, met de regio's naast elkaar.

    Voorbeeld: netwerkkaart rapport vlaanderen --uit vlaanderen.pdf
    """
    _make("vlaanderen", None, van, tot, **keuze)


@rapport.command(cls=Opdracht)
@_regio
@opties.datum_option
@_shared
def overdracht(regio: str, datum: date | None, **keuze: Any) -> None:
    """Wat aan één coördinator hangt, wat de partner dekt, en wie u aan wie voorstelt.

    Met --profiel intern --contactpersonen staat ook wie u kunt bellen erin.

    Voorbeeld: netwerkkaart rapport overdracht --regio limburg --uit overdracht.docx
    """
    _make("overdracht", regio, None, datum, **keuze)


def _make(
    soort: str,
    regio: str | None,
    van: date | None,
    tot: date | None,
    *,
    uit: Path | None,
    profiel: str,
    contactpersonen: bool,
    overschrijf: bool,
    editie: str | None,
    store: str | None,
    sinds_editie: str | None = None,
) -> None:
    from netwerkkaart.cli.scherm import busy
    from netwerkkaart.graph.vrijgave import Profiel
    from netwerkkaart.rapport.bewijs import sheets
    from netwerkkaart.rapport.bron import Bron
    from netwerkkaart.rapport.maken import RAPPORTEN
    from netwerkkaart.rapport.schrijven import check_target, write_report
    from netwerkkaart.rapport.zicht import limit_view

    pad = uit or Path("-".join(filter(None, ("rapport", soort, regio))) + ".docx")
    check_target(pad, overschrijven=overschrijf)
    voor = Profiel(profiel)
    with busy("De graaf lezen"), open_leesbron(store, editie) as uit_bron:
        dag = uit_bron.day(tot) or date.today()
        beeld, tijden, wie = _read(uit_bron.store, soort, van, dag, voor, contactpersonen)
        zicht = partial(limit_view, profiel=voor, personen=contactpersonen)
        sinds = _compare(uit_bron, sinds_editie, store, regio, zicht) if sinds_editie else None
    gezien = limit_view(beeld, voor, personen=contactpersonen, afscherming=wie)
    drempels, vast = uit_bron.thresholds(beeld), _frozen(uit_bron, dag)
    bron = Bron(gezien, drempels, regio, tijden, voor, contactpersonen, vast, sinds)
    with busy("Het rapport maken"):
        document = RAPPORTEN[soort](bron)
        geschreven = write_report(document, sheets(bron, document), pad)
    _tell(document.titel, document.waarschuwing, geschreven, uit_bron.quote(dag=dag))


def _compare(bron: Leesbron, sinds: str, store: str | None, regio: str | None, zicht: Any) -> Any:
    """What differs since an earlier edition, of what the reader may see."""
    from netwerkkaart.editie import find_editie
    from netwerkkaart.editie.vergelijken import compare_editie
    from netwerkkaart.graph.archief import read_archief
    from netwerkkaart.graph.archief_delen import read_content
    from netwerkkaart.graph.store import snapshot

    eerder = find_editie(sinds, store)
    ander = bron.editie.kort if bron.editie else "de graaf van nu"
    with snapshot(bron.store) as read:
        nu = read_content(read)
    return compare_editie(eerder.manifest, read_archief(eerder.pad), nu, ander, regio=regio, zicht=zicht)


def _frozen(bron: Leesbron, dag: date) -> Any:
    """The edition as a report tells of it; None for the living graph."""
    from netwerkkaart.rapport.bron import Vastgelegd

    if bron.editie is None:
        return None
    return Vastgelegd(bron.editie.manifest.nummer, bron.editie.kort, bron.quote(dag=dag))


def _read(
    graaf: Any, soort: str, van: date | None, dag: date, profiel: Any, personen: bool
) -> tuple[Any, Any, Any]:
    """The view at a day, the graph as it was known at both ends of the period (none for a handover), and
    whose names are kept back in either.
    """
    from netwerkkaart.cli.tijden import read_invoer
    from netwerkkaart.graph.afscherming import Afscherming
    from netwerkkaart.graph.lezen import read_beeld
    from netwerkkaart.rapport.zicht import limit_times

    if soort == "overdracht":
        beeld = read_beeld(graaf).op(dag)
        return beeld, None, Afscherming.of(profiel, beeld)
    begin = van or (_first_import(graaf, dag) if soort == "eind" else None)
    keuze: dict[str, object] = {"van": begin, "tot": dag}
    tijden: Any = read_invoer(graaf, "tijden", dag, keuze)
    wie = Afscherming.of(profiel, tijden.nu, *tijden.gekend)
    return tijden.nu.op(dag), limit_times(tijden, profiel, personen=personen), wie


def _first_import(graaf: Any, voor: date) -> date | None:
    """The day of the first import, when it lies before a day."""
    from netwerkkaart.graph.geschiedenis import read_koppen

    dagen = [date.fromisoformat(kop.tijdstip[:10]) for kop in read_koppen(graaf.read) if kop.tijdstip]
    eerste = min(dagen, default=None)
    return eerste if eerste is not None and eerste < voor else None


def _tell(titel: str, waarschuwing: str, geschreven: Any, herkomst: tuple[str, ...]) -> None:
    from netwerkkaart.cli.scherm import scherm, tell_next

    scherm.print(titel, markup=False)
    for zin in herkomst:
        scherm.print(zin, markup=False, soft_wrap=True)
    scherm.print(f"Rapport geschreven in {geschreven.rapport}", markup=False)
    scherm.print(f"Alle rijen achter de vaststellingen: {geschreven.werkmap}", markup=False)
    if geschreven.eigen_delen:
        delen = "één deel" if geschreven.eigen_delen == 1 else f"{geschreven.eigen_delen} delen"
        scherm.print(f"Met uw eigen tekst in {delen}, uit {geschreven.tekst}", markup=False)
    volgende = [f"Eigen tekst toevoegen: schrijf in {geschreven.tekst}, en maak het rapport opnieuw."]
    tell_next([*([waarschuwing] if waarschuwing else []), *volgende])
