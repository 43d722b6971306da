"""The portal as a folder: a first page, and per region a map and pages of what is found of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from netwerkkaart.analyse.bandgraaf import Bandgraaf
from netwerkkaart.analyse.basis import counted, in_region, number, percentage, reference_date
from netwerkkaart.analyse.bereik import Bereik, compute_reach
from netwerkkaart.analyse.bevinding import Bevinding
from netwerkkaart.analyse.drempels import STANDAARD, Drempels
from netwerkkaart.analyse.gemeenschappen_indeling import find_communities
from netwerkkaart.analyse.indicatoren import Indicator, indicatoren
from netwerkkaart.analyse.indicatoren_maat import CODE_KETEN
from netwerkkaart.analyse.momenten import Momenten
from netwerkkaart.analyse.uitkomst import Uitkomst
from netwerkkaart.bestanden import make_folder, write_atomic
from netwerkkaart.fiche.maken import make_fiches, schools_of
from netwerkkaart.fiche.schrijven import write_all
from netwerkkaart.graph.afscherming import Afscherming
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.graph.bulk import paused_collector
from netwerkkaart.graph.toen import Tijden
from netwerkkaart.graph.vrijgave import Profiel, beperk, beperk_tijden
from netwerkkaart.kaart.grenzen import Grenzen
from netwerkkaart.kaart.meta import Opties
from netwerkkaart.kaart.ondergrond import standard_ground
from netwerkkaart.kaart.pagina import make_kaart
from netwerkkaart.kaart.richting import isolate_names, isolate_past
from netwerkkaart.kaart.uit_analyse import make_invoer
from netwerkkaart.kaart.verdicht import GRENS, is_large, make_verdicht
from netwerkkaart.portaal.hoofdstukken import HOOFDSTUKKEN, make_part, run_part
from netwerkkaart.portaal.pagina import Kader, Regio, Wegen, make_chapter, make_front, make_region
from netwerkkaart.portaal.zoeklijst import make_search
from netwerkkaart.schema.vocabularia import REGIO, REGIOS

INDEX = "index.html"
KAART = "kaart.html"
FICHES = "fiches"
"""Folder of the sheets within that of a region."""


def write_portaal(
    beeld: Beeld,
    map_: Path,
    *,
    drempels: Drempels = STANDAARD,
    profiel: Profiel = Profiel.PARTNERS,
    grenzen: Grenzen | None = None,
    fiches: bool = False,
    editie: tuple[str, ...] = (),
    tijden: Tijden | None = None,
    grens: int = GRENS,
    tel: Callable[[int, int], None] = lambda _gedaan, _alle: None,
) -> Path:
    """Write all pages; the first page comes last, so that it never leads to what is not there.

    The view is limited to what the profile may show before anything is computed from it.

    Args:
        beeld: the whole view at its reference date.
        map_: the folder; it is made.
        drempels: the thresholds.
        profiel: for whom.
        grenzen: outlines for the maps; None: the approximate ones that ship.
        fiches: a sheet for each school as well, in a folder of each region.
        editie: sentences about the edition that it is made from, its quotation first; none: the living graph.
        tijden: the whole graph as it was known at several days, the last one that of ``beeld``; limited
            here. Without it the maps know no past.
        grens: the map of a region of more organisations than this is summed per municipality.
        tel: told how many regions are done, and of how many.

    Returns:
        The first page.

    Raises:
        GebruikersFout: a file cannot be written, or the code of the map was never built.
        ValueError: the view is not tied to a date.
    """
    eerder = () if tijden is None else (tijden.nu, *tijden.gekend)
    klein = isolate_names(beperk(beeld, profiel, Afscherming.of(profiel, *(eerder or (beeld,)))))
    kader = Kader(reference_date(klein), profiel, editie)
    bereik = compute_reach(klein, drempels)
    momenten = None if tijden is None else Momenten(isolate_past(beperk_tijden(tijden, profiel)), bereik)
    grond, indeling = grenzen or standard_ground(), find_communities(Bandgraaf.of(klein))
    citaat = editie[0].removesuffix(".") if editie else ""
    make_folder(map_)
    met = [code for code in REGIOS if _has_organisations(klein, code)]
    opgeteld: list[str] = []
    for nummer, code in enumerate(met):
        tel(nummer, len(met))
        make_folder(map_ / code)
        samengevat = is_large(klein, code, grens)
        opties = Opties(code, profiel, editie=citaat, herkomst=editie)
        with paused_collector():
            # The map and the pages of the region tell the same, and each is computed once.
            delen = {
                naam: run_part(naam, bereik, code, gekozen)
                for hoofdstuk in HOOFDSTUKKEN
                for naam, gekozen in hoofdstuk.analyses
            }
            invoer = make_invoer(klein, drempels, regio=code, bereik=bereik, klaar=delen, indeling=indeling)
            if momenten is not None:
                invoer = replace(invoer, tijden=momenten.tijden, momenten=momenten)
            kaart = (
                make_verdicht(klein, grond, opties, grens=grens)
                if samengevat
                else make_kaart(klein, invoer, grond, opties)
            )
        write_atomic(map_ / code / KAART, kaart)
        met_fiches = fiches and _write_sheets(kader, bereik, code, map_ / code)
        wegen = Wegen(FICHES if met_fiches else "", samengevat)
        _write_region(kader, bereik, code, map_ / code, delen, invoer.bevindingen, wegen)
        if samengevat:
            opgeteld.append(code)
    _write_whole(klein, grond, map_, Opties(None, profiel, editie=citaat, herkomst=editie), grens, met)
    uitkomst = indicatoren(klein, drempels, bereik=bereik)
    regios = [_card(code, uitkomst, leeg=code not in met) for code in REGIOS]
    zoeklijst = make_search(klein, met, opgeteld)
    write_atomic(map_ / INDEX, make_front(kader, uitkomst, regios, zoeklijst, apart=not opgeteld))
    tel(len(met), len(met))
    return map_ / INDEX


def _write_whole(
    beeld: Beeld, grond: Grenzen, map_: Path, opties: Opties, grens: int, regios: Sequence[str]
) -> None:
    """Write the map of all regions, summed per municipality, which leads to the map of each."""
    kaarten = {code: f"{code}/{KAART}" for code in regios}
    write_atomic(map_ / KAART, make_verdicht(beeld, grond, opties, grens=grens, kaarten=kaarten))


def _write_sheets(kader: Kader, bereik: Bereik, code: str, map_: Path) -> bool:
    """Write the sheets of the schools of a region; False when there are none."""
    scholen = schools_of(bereik.beeld, code)
    if scholen:
        gemaakt = list(
            make_fiches(bereik.beeld, scholen, bereik.drempels, kader.profiel, vooraf=kader.editie)
        )
        write_all(gemaakt, map_ / FICHES, bereik.drempels, REGIO.woord(code))
    return bool(scholen)


def _write_region(
    kader: Kader,
    bereik: Bereik,
    code: str,
    map_: Path,
    uitkomsten: Mapping[str, Uitkomst[Any]],
    bevindingen: Sequence[Bevinding],
    wegen: Wegen,
) -> None:
    for hoofdstuk in HOOFDSTUKKEN:
        delen = [make_part(uitkomsten[naam]) for naam, _ in hoofdstuk.analyses]
        write_atomic(map_ / f"{hoofdstuk.naam}.html", make_chapter(kader, code, hoofdstuk, delen))
    uitkomst = indicatoren(bereik.beeld, bereik.drempels, regio=code, bereik=bereik)
    write_atomic(map_ / INDEX, make_region(kader, code, uitkomst, bevindingen, wegen))


def _has_organisations(beeld: Beeld, code: str) -> bool:
    return bool(in_region(beeld, code)[: beeld.aantal_organisaties].any())


def _card(code: str, uitkomst: Uitkomst[Indicator], *, leeg: bool) -> Regio:
    """A region on the first page, with its closed chains for −12 and +12."""
    if leeg:
        return Regio(code, REGIO.woord(code), leeg=True)
    delen = tuple(
        f"{rij.leeftijd}: {number(rij.teller)} van {counted(rij.noemer, 'keten', 'ketens')} gesloten "
        f"({percentage(rij.teller, rij.noemer)})."
        for rij in uitkomst.rijen
        if rij.gebied == code and rij.code == CODE_KETEN and rij.noemer
    )
    return Regio(code, REGIO.woord(code), delen or ("Er staan nog geen scholen in.",))
