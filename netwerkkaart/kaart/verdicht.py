"""The map of a network too large to show each organisation: municipalities and sectors, with summed ties.

Up to :data:`GRENS` organisations the ordinary map holds every one, with its name, ties and sources. Above it
the file would pass 6 MB (measured: 20,000 organisations and 200,000 ties take 7.7), more than many a mailbox
takes. This page then holds numbers alone, and says so: its size depends on how many municipalities there
are, not on how many organisations. The numbers are made in ``sommen.py``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.kaart.buurnamen import neighbour_names
from netwerkkaart.kaart.code import page_code
from netwerkkaart.kaart.grenzen import Grenzen
from netwerkkaart.kaart.keuze import municipalities_on_map, nis_codes, nodes_on_map
from netwerkkaart.kaart.lijf import page_body
from netwerkkaart.kaart.meta import Opties, area_name, confirmed
from netwerkkaart.kaart.omlijning import municipality_block
from netwerkkaart.kaart.resultaten import Blok
from netwerkkaart.kaart.richting import isolate, isolate_names
from netwerkkaart.kaart.sjabloon import make_page
from netwerkkaart.kaart.sommen import (
    BANDEN,
    SOORTEN,
    Kenmerken,
    count_organisations,
    count_ties,
    kinds,
    municipality_table,
    pair_table,
    region_table,
    themes,
)
from netwerkkaart.kaart.soorten import BANDGROEPEN, ZONES
from netwerkkaart.kaart.woorden import source_line, tekst
from netwerkkaart.schema.vocabularia import REGIO, STAP

GRENS = 15_000
"""A map of more organisations than this is summed per municipality."""

VERSIE = 2
"""Version of the data block; the page refuses another."""


def is_large(beeld: Beeld, regio: str | None = None, grens: int = GRENS) -> bool:
    """True when the map of a view, or of one region of it, would hold more organisations than ``grens``."""
    return int(np.count_nonzero(nodes_on_map(beeld, regio)[: beeld.aantal_organisaties])) > grens


def make_sums(
    beeld: Beeld,
    grenzen: Grenzen,
    opties: Opties,
    *,
    grens: int = GRENS,
    kaarten: Mapping[str, str] = MappingProxyType({}),
) -> Blok:
    """The data of the page: only numbers per municipality, kind and theme, and names of municipalities.

    O(n + m log m).

    Args:
        beeld: the view at its reference date, already limited to what the profile may show.
        grenzen: outlines and points of municipalities.
        opties: what to show, and for whom.
        grens: from how many organisations on a map is summed, as the page says.
        kaarten: where the map of a region stands that was written beside this page, by its code: relative to
            it, and it is opened from the page. Of others the page gives the command.
    """
    beeld = isolate_names(beeld)
    mag = nodes_on_map(beeld, opties.regio)
    eigen = municipalities_on_map(beeld, mag, opties.regio)
    gemeenten, _, _, rond = municipality_block(beeld, eigen, nis_codes(beeld, eigen), grenzen)
    plaats = np.full(len(beeld) + 1, -1, np.int64)
    plaats[eigen] = np.arange(len(eigen))
    gemeente = np.where(mag, plaats[beeld.gemeente], -1)
    soort = kinds(beeld)
    kenmerken = Kenmerken(beeld, gemeente, len(eigen), soort, themes(beeld, soort))
    banden = count_ties(kenmerken)
    regio = beeld.regio[eigen].astype(np.int64)
    regio = np.where(regio < 0, len(REGIO.codes), regio)
    paren, fijn = pair_table(banden, len(eigen))
    telt = mag[: beeld.aantal_organisaties]
    return {
        "versie": VERSIE,
        "meta": _meta(beeld, mag, grenzen, opties),
        "grens": grens,
        "regio": opties.regio or "",
        "organisaties": int(np.count_nonzero(telt)),
        "zonder": int(np.count_nonzero(telt & (gemeente[: beeld.aantal_organisaties] < 0))),
        "regios": [{**regio, "kaart": kaarten.get(str(regio["code"]), "")} for regio in _regions(beeld, mag)],
        "soorten": [asdict(soort_) for soort_ in SOORTEN],
        "banden": [{"code": groep.code, "naam": groep.naam, "lijn": groep.lijn} for groep in BANDEN],
        "zones": [asdict(zone) for zone in ZONES],
        "stappen": [STAP.woord(code) for code in STAP.codes],
        "tellingen": {
            "organisaties": count_organisations(kenmerken),
            "regios": region_table(banden, regio),
            "gemeenten": municipality_table(banden, regio),
            "paren": paren,
        },
        "nergens": len(REGIO.codes),
        "fijn": fijn,
        "gemeenten": gemeenten,
        "buurnamen": neighbour_names(grenzen, rond),
    }


def _meta(beeld: Beeld, mag: NDArray[np.bool_], grenzen: Grenzen, opties: Opties) -> Blok:
    """What the frame says."""
    dag = beeld.datum
    return {
        "titel": isolate(
            opties.titel or (REGIO.woord(opties.regio) if opties.regio else area_name(beeld, mag))
        ),
        "datum": dag.strftime("%d-%m-%Y") if dag else "",
        "profiel": str(opties.profiel),
        "bevestigd": list(confirmed(beeld, np.flatnonzero(mag).tolist(), opties.maanden)),
        "maanden": opties.maanden,
        "bron": "; ".join(filter(None, (opties.editie, opties.bron or _sources(beeld)))),
        "grenzen": grenzen.bron or ("Grenzen benaderd" if grenzen.benaderd else ""),
        "uitleg": list(opties.herkomst),
    }


def _regions(beeld: Beeld, mag: NDArray[np.bool_]) -> list[Blok]:
    """The regions that occur, by code, with how many organisations a map of each would hold."""
    regio = beeld.regio[: beeld.aantal_organisaties][mag[: beeld.aantal_organisaties]]
    aantal = np.bincount(regio[regio >= 0], minlength=len(REGIO.codes))
    return [
        {"code": REGIO.codes[c], "nummer": c, "naam": REGIO.woord(REGIO.codes[c]), "organisaties": int(n)}
        for c, n in enumerate(aantal.tolist())
        if n
    ]


def _sources(beeld: Beeld) -> str:
    """The four sources that most ties name."""
    tel: Counter[str] = Counter()
    for groep in BANDGROEPEN:
        for type_ in groep.typen:
            tel.update(tekst(waarde) for waarde in beeld.van_type(type_).kolom("bron"))
    tel.pop("", None)
    return source_line(sorted(tel, key=lambda bron: (-tel[bron], bron))[:4])


def make_verdicht(
    beeld: Beeld,
    grenzen: Grenzen,
    opties: Opties,
    *,
    grens: int = GRENS,
    kaarten: Mapping[str, str] = MappingProxyType({}),
) -> str:
    """The page as text; the same arguments, which are those of :func:`make_sums`, give the same text.

    Raises:
        GebruikersFout: the page's code was never built (in a checkout alone).
    """
    gegevens = make_sums(beeld, grenzen, opties, grens=grens, kaarten=kaarten)
    meta = gegevens["meta"]
    naam = str(meta["titel"]) if isinstance(meta, dict) else opties.titel
    script, stijl = page_code("verdicht")
    return make_page(f"Netwerkkaart {naam}", page_body(naam, opties.profiel), gegevens, [script], stijl)
