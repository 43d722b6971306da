"""The map as one HTML file that opens offline, with zero requests."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import cast

from netwerkkaart.analyse.drempels import STANDAARD, Drempels
from netwerkkaart.bestanden import write_atomic
from netwerkkaart.graph.afscherming import Afscherming
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.graph.toen import Tijden
from netwerkkaart.graph.vrijgave import Profiel, beperk, beperk_tijden
from netwerkkaart.kaart.code import page_code
from netwerkkaart.kaart.gegevens import make_gegevens
from netwerkkaart.kaart.grenzen import Grenzen
from netwerkkaart.kaart.inpakken import pack_sites
from netwerkkaart.kaart.invoer import KaartInvoer
from netwerkkaart.kaart.kolommen import pack
from netwerkkaart.kaart.lijf import page_body
from netwerkkaart.kaart.meta import Opties
from netwerkkaart.kaart.ondergrond import standard_ground
from netwerkkaart.kaart.resultaten import Blok
from netwerkkaart.kaart.richting import isolate_names, isolate_past
from netwerkkaart.kaart.sjabloon import make_page
from netwerkkaart.kaart.uit_analyse import make_invoer
from netwerkkaart.kaart.verdicht import is_large, make_verdicht
from netwerkkaart.kaart.verhaal import Verhaal, check_verhaal, too_large
from netwerkkaart.kaart.verhaalschuil import shield_verhaal


def make_kaart(
    beeld: Beeld,
    invoer: KaartInvoer,
    grenzen: Grenzen,
    opties: Opties | None = None,
    verhaal: Verhaal | None = None,
) -> str:
    """The map as the text of a page; the same arguments give the same text.

    Args:
        beeld: the view at its reference date, already limited to what the profile may show.
        invoer: results of analyses over that same view.
        grenzen: outlines and points of municipalities.
        opties: what to show, and for whom.
        verhaal: a story to put into the page; None: none.

    Raises:
        GebruikersFout: the story asks for what the map does not have, or the page's code was never built
            (in a checkout alone).
    """
    opties = opties or Opties()
    if invoer.tijden is not None:
        invoer = replace(invoer, tijden=isolate_past(invoer.tijden))
    gegevens = make_gegevens(isolate_names(beeld), invoer, grenzen, opties)
    if verhaal is not None:
        check_verhaal(verhaal, gegevens)
    # What only some views read is parsed when one of them opens, not when the page does.
    diepte = cast(Blok, gegevens.pop("diepte"))
    organisaties = cast(dict[str, list[str]], gegevens["organisaties"])
    gegevens["organisaties"] = organisaties | {
        "website": pack_sites(organisaties["website"], organisaties["email"])
    }
    meta = gegevens["meta"]
    naam = str(meta["titel"]) if isinstance(meta, dict) else opties.titel
    lijf = page_body(naam, opties.profiel)
    script, stijl = page_code("kaart")
    extra = {} if verhaal is None else {"verhaalblok": verhaal.block()}
    return make_page(
        f"Netwerkkaart {naam}", lijf, pack(gegevens), [script], stijl, {"diepte": pack(diepte), **extra}
    )


def write_kaart(
    beeld: Beeld,
    pad: Path,
    *,
    opties: Opties | None = None,
    drempels: Drempels = STANDAARD,
    grenzen: Grenzen | None = None,
    invoer: KaartInvoer | None = None,
    tijden: Tijden | None = None,
    verhaal: Verhaal | None = None,
) -> Path:
    """Write the map as one HTML file, whole or not at all.

    Beyond :data:`netwerkkaart.kaart.verdicht.GRENS` organisations the page holds numbers per municipality.

    The view is limited to what the profile may show *before* anything is computed from it, so that no
    sentence or figure in the file speaks of what was left out.

    Args:
        beeld: the whole view at its reference date.
        pad: the file; its folder must exist.
        opties: region, profile (``partners`` by default), title, source line.
        drempels: thresholds of the analyses.
        grenzen: outlines; None: the approximate ones that ship.
        invoer: results to show instead of running the analyses; they must come from a limited view.
        tijden: the whole graph as it was known at several days, the last one that of ``beeld``; limited
            here. Without it the map knows no past: no view *tijd*, no broken bridges.
        verhaal: a story to put into the page; one that was made on the page for coordinators names
            stand-ins on another.

    Returns:
        The path.

    Raises:
        GebruikersFout: the file cannot be written, the story asks for what the map does not have, or the
            page's code was never built.
        NietGevonden: there is no such region.
    """
    opties = opties or Opties()
    eerder = () if tijden is None else (tijden.nu, *tijden.gekend)
    wie = Afscherming.of(opties.profiel, *(eerder or (beeld,)))
    klein = beperk(beeld, opties.profiel, wie)
    if verhaal is not None and opties.profiel is not Profiel.INTERN:
        verhaal = shield_verhaal(verhaal, wie, beeld, klein)
    if invoer is None and is_large(klein, opties.regio):
        # Too much to show apart: numbers per municipality, without the analyses of each school.
        if verhaal is not None:
            raise too_large(verhaal)
        write_atomic(pad, make_verdicht(klein, grenzen or standard_ground(), opties))
        return pad
    if invoer is None:
        invoer = make_invoer(klein, drempels, regio=opties.regio)
    if tijden is not None:
        invoer = replace(invoer, tijden=beperk_tijden(tijden, opties.profiel))
    write_atomic(pad, make_kaart(klein, invoer, grenzen or standard_ground(), opties, verhaal))
    return pad
