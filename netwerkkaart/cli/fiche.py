"""``netwerkkaart fiche``: a printed page per school, or what is stated of any organisation."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from netwerkkaart.cli import opties
from netwerkkaart.cli.leesbron import Leesbron, editie_option, open_leesbron
from netwerkkaart.cli.nederlands import Opdracht

if TYPE_CHECKING:
    from netwerkkaart.graph.beeld import Beeld


@click.command(cls=Opdracht)
@click.argument("organisatie", metavar="[ORGANISATIE]", required=False)
@click.option("--regio", type=click.Choice(opties.REGIOS), default=None, help="Alle scholen van deze regio.")
@click.option(
    "--soort",
    type=click.Choice(opties.ORGANISATIES),
    default=None,
    help="Schrijf voor elke organisatie van deze soort wat er over haar staat (met --regio: van die regio).",
)
@click.option(
    "--gegevens", is_flag=True, help="Ook voor een school: wat er over haar staat, niet haar keten."
)
@click.option("--map", "map_", type=opties.BESTAND, default=None, help="Waar het komt; anders in exports.")
@opties.datum_option
@opties.profiel_option(
    "Voor wie: wat die niet mag zien, staat niet op het blad van een school.", openbaar=False
)
@editie_option
@opties.store_option
def fiche(
    organisatie: str | None,
    regio: str | None,
    soort: str | None,
    gegevens: bool,
    map_: Path | None,
    datum: date | None,
    profiel: str,
    editie: str | None,
    store: str | None,
) -> None:
    """Schrijf een fiche om af te drukken: van een school haar keten, van elke andere wat er over haar staat.

    Geef de code of de naam van één school, of met --regio alle scholen van een regio: dan komt er een map met
    een lijst, een bestand per school, en alles na elkaar om in één keer af te drukken.

    Van elke andere organisatie komt er een blad "dit staat over u": alles wat iedereen, partners en de
    coördinatoren van haar zien, om het met haar af te spreken voor u iets doorgeeft. Met --gegevens ook van
    een school, met --soort van alle organisaties van een soort.

    Voorbeeld: netwerkkaart fiche "Basisschool De Ark"
    """
    from netwerkkaart.cli.scherm import busy
    from netwerkkaart.fiche.zoeken import find_organisatie
    from netwerkkaart.graph.lezen import read_beeld, read_bijnamen

    _check(organisatie, regio, soort, gegevens=gegevens)
    with open_leesbron(store, editie) as bron:
        dag = bron.day(datum) or date.today()
        with busy("De graaf lezen"):
            beeld, bijnamen = read_beeld(bron.store).op(dag), read_bijnamen(bron.store)
        if organisatie is not None:
            knoop = find_organisatie(beeld, organisatie, bijnamen)
            ketenblad = beeld.label(knoop) == "School" and not gegevens
            gekozen = [beeld.ids[knoop]]
        else:
            ketenblad = soort is None and not gegevens
            gekozen = [] if ketenblad else _of_kind(beeld, soort or "school", regio)
        if not ketenblad:
            if profiel == "intern":
                raise click.UsageError(
                    "Wat er over een organisatie staat, is altijd voor haarzelf: --profiel intern past er "
                    "niet bij. Alles wat u zelf ziet: netwerkkaart toon CODE",
                    click.get_current_context(),
                )
            _write_gegevens(bron, beeld, gekozen, map_, _folder(soort or "school", regio, dag), organisatie)
            return
    _write_keten(bron, beeld, gekozen, regio, map_, profiel)


def _check(organisatie: str | None, regio: str | None, soort: str | None, *, gegevens: bool) -> None:
    """One organisation, or an area or kind: never both, never neither."""
    if (organisatie is None) == (regio is None and soort is None):
        raise click.UsageError(
            "Geef ofwel één school of organisatie, ofwel --regio of --soort.", click.get_current_context()
        )
    if gegevens and organisatie is None and soort is None:
        raise click.UsageError(
            "Van welke soort organisaties? Geef --soort erbij, bijvoorbeeld --soort school.",
            click.get_current_context(),
        )


def _of_kind(beeld: Beeld, soort: str, regio: str | None) -> list[str]:
    """Ids of the organisations of a kind in a region, by municipality, name and id."""
    from netwerkkaart.analyse.basis import in_region, municipality_name, region_name
    from netwerkkaart.fouten import NietGevonden
    from netwerkkaart.schema.register import SOORTEN

    label = next(label for label in SOORTEN if label.lower() == soort)
    hier = in_region(beeld, regio)
    gekozen = [k for k in beeld.van_soort(label).tolist() if hier[k]]
    if not gekozen:
        raise NietGevonden(f"In {region_name(regio)} staan geen {SOORTEN[label].soort.meervoud}.")
    gekozen.sort(key=lambda k: (municipality_name(beeld, k), beeld.naam(k), beeld.ids[k]))
    return [beeld.ids[k] for k in gekozen]


def _folder(soort: str, regio: str | None, dag: date) -> str:
    return "-".join(filter(None, ("dit-staat-over", soort, regio, dag.isoformat())))


def _write_gegevens(
    bron: Leesbron, beeld: Beeld, ids: list[str], map_: Path | None, map_naam: str, een: str | None
) -> None:
    from functools import partial

    from rich.markup import escape

    from netwerkkaart.analyse.basis import ORGANISATIES, counted
    from netwerkkaart.cli.scherm import busy, scherm, tell_next
    from netwerkkaart.fiche.gegevens import make_gegevens
    from netwerkkaart.fiche.gegevens_pagina import write_all_gegevens, write_gegevens
    from netwerkkaart.fiche.gegevens_zicht import Zicht
    from netwerkkaart.graph.herkomst import field_provenance
    from netwerkkaart.schema.register import SOORTEN

    with busy("Opzoeken wat er staat, en wie het zei"):
        zicht = Zicht.of(beeld)
        herkomst, citaat = partial(field_provenance, bron.store), bron.quote_short(beeld.datum)
        bladen = [replace(make_gegevens(zicht, id_, herkomst), editie=citaat) for id_ in ids]
        if een is not None:
            pad = write_gegevens(bladen[0], map_ or Path("exports"))
        else:
            soort = SOORTEN[beeld.label(beeld.nummer[ids[0]])].soort.meervoud
            pad = write_all_gegevens(
                bladen, map_ or Path("exports") / map_naam, soort[:1].upper() + soort[1:]
            )
    if een is not None:
        scherm.print(f"[green]✓[/] Dit staat over {escape(bladen[0].naam)}: {escape(str(pad))}")
        tell_next(["Overloop het samen, of mail het. Wat op de strook terugkomt, verbetert u in uw lijst."])
    else:
        scherm.print(f"[green]✓[/] Geschreven voor {counted(len(bladen), *ORGANISATIES)}: {escape(str(pad))}")
        tell_next(["Mail elke organisatie alleen haar eigen bestand."])
    bron.tell(beeld.datum)


def _write_keten(
    bron: Leesbron, beeld: Beeld, gekozen: list[str], regio: str | None, map_: Path | None, profiel: str
) -> None:
    from netwerkkaart.analyse.basis import reference_date, region_name
    from netwerkkaart.cli.scherm import busy, scherm, tell_next
    from netwerkkaart.fiche.maken import make_fiches, schools_of
    from netwerkkaart.fiche.schrijven import write_all, write_one
    from netwerkkaart.fouten import NietGevonden
    from netwerkkaart.graph.vrijgave import Profiel, beperk

    voor, drempels, dag = Profiel(profiel), bron.thresholds(beeld), reference_date(beeld)
    gezien = beperk(beeld, voor)
    if any(id_ not in gezien.nummer for id_ in gekozen):
        raise NietGevonden(
            "Deze school staat op intern: partners zien haar niet, dus ook geen fiche van haar.",
            hulp="Voor uzelf: --profiel intern. Wat er over haar staat: --gegevens",
        )
    scholen = [gezien.nummer[id_] for id_ in gekozen] if gekozen else schools_of(gezien, regio)
    if not scholen:
        raise NietGevonden(f"In {region_name(regio)} staan geen scholen.", hulp="Lees ze in: import scholen")
    with busy("De fiches maken"):
        fiches = list(make_fiches(gezien, scholen, drempels, voor, vooraf=bron.quote_short(dag)))
        if gekozen:
            pad = write_one(fiches[0], map_ or Path("exports"), drempels)
        else:
            doel = map_ or Path("exports") / f"fiches-{regio}-{dag.isoformat()}"
            pad = write_all(fiches, doel, drempels, region_name(regio))
    scherm.print(f"[green]✓[/] {'Fiche' if gekozen else f'{len(fiches)} fiches'} geschreven: {pad}")
    bron.tell(dag)
    if voor is Profiel.INTERN:
        tell_next(["Dit is intern: geef het niet door. Voor de school zelf: laat --profiel weg."])
    else:
        tell_next(["Open het in een browser en druk af met Ctrl+P: elke school komt op één blad A4."])
