"""The map of a network too large to show each organisation: municipalities and sectors, with summed ties.

Up to :data:`GRENS` organisations the ordinary map holds every one, with its name, ties and sources. Above it
the file would pass 6 MB (measured: 20,000 organisations and 200,000 ties take 7.7), more than many a mailbox
takes. This page then holds numbers alone, and says so: its size depends on how many municipalities there
are, not on how many organisations.
"""

from __future__ import annotations

import html
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict

import numpy as np
from numpy.typing import NDArray

from netwerkkaart.analyse.basis import Getallen
from netwerkkaart.analyse.kolommen import pair_keys
from netwerkkaart.graph.beeld import LABELS, Beeld
from netwerkkaart.kaart.buurnamen import neighbour_names
from netwerkkaart.kaart.code import page_code
from netwerkkaart.kaart.grenzen import Grenzen
from netwerkkaart.kaart.keuze import municipalities_on_map, nis_codes, nodes_on_map
from netwerkkaart.kaart.meta import Opties, area_name
from netwerkkaart.kaart.omlijning import municipality_block
from netwerkkaart.kaart.profiel import BAND_BOVENAAN
from netwerkkaart.kaart.resultaten import Blok
from netwerkkaart.kaart.sjabloon import make_page
from netwerkkaart.kaart.soorten import BANDGROEPEN, KAARTSOORTEN, SOORT_VAN_LABEL, SOORTCODE, ZONES
from netwerkkaart.kaart.woorden import tekst
from netwerkkaart.schema.vocabularia import REGIO

GRENS = 15_000
"""A map of more organisations than this is summed per municipality."""

_ZONE = {zone.code: plaats for plaats, zone in enumerate(ZONES)}
_OVERLEG = _ZONE["overleg"]

_LIJF = """<header class="balk"><div class="merk"><span>Netwerkkaart <b>{naam}</b></span></div>
<div id="stand"></div></header>
<section id="intern" aria-label="Voor wie"{verborgen}>{waarschuwing}</section>
<div class="romp verdicht">
<main><div id="midden">
<div id="doek" tabindex="0" role="application"></div>
<div class="kop" data-bezet><h1 id="titel"></h1><p id="ondertitel"></p></div>
<div id="legende" data-bezet></div>
<div id="knoppen" data-bezet></div>
</div></main>
<aside id="rechts" aria-label="Toelichting" tabindex="0"></aside>
</div>
<footer id="voet"></footer>
<div id="meld" class="stil" role="status" aria-live="polite"></div>
<noscript>Deze kaart heeft JavaScript nodig. Zet het aan in uw browser en open het bestand opnieuw.
</noscript>"""


def is_large(beeld: Beeld, regio: str | None = None, grens: int = GRENS) -> bool:
    """True when the map of a view, or of one region of it, would hold more organisations than ``grens``."""
    return int(np.count_nonzero(nodes_on_map(beeld, regio)[: beeld.aantal_organisaties])) > grens


def make_sums(beeld: Beeld, grenzen: Grenzen, opties: Opties) -> Blok:
    """The data of the page: only numbers per municipality and zone, and names of municipalities. O(n + m).

    Args:
        beeld: the view at its reference date, already limited to what the profile may show.
        grenzen: outlines and points of municipalities.
        opties: what to show, and for whom.
    """
    mag = nodes_on_map(beeld, opties.regio)
    eigen = municipalities_on_map(beeld, mag, opties.regio)
    gemeenten, _, _, rond = municipality_block(beeld, eigen, nis_codes(beeld, eigen), grenzen)
    plaats = np.full(len(beeld) + 1, -1, np.int64)
    plaats[eigen] = np.arange(len(eigen))
    gemeente = np.where(mag, plaats[beeld.gemeente], -1)
    zone = _zones(beeld)
    aantal = _count(gemeente, zone, len(eigen))
    telt = mag[: beeld.aantal_organisaties]
    banden = _ties(beeld, mag, gemeente, zone, len(eigen))
    dag = beeld.datum
    return {
        "titel": opties.titel or (REGIO.woord(opties.regio) if opties.regio else area_name(beeld, mag)),
        "datum": dag.strftime("%d-%m-%Y") if dag else "",
        "profiel": str(opties.profiel),
        "bron": "; ".join(filter(None, (opties.editie, opties.bron or _sources(beeld)))),
        "grenzen": grenzen.bron or ("Grenzen benaderd" if grenzen.benaderd else ""),
        "grens": GRENS,
        "organisaties": int(np.count_nonzero(telt)),
        "zonder": int(np.count_nonzero(telt & (gemeente[: beeld.aantal_organisaties] < 0))),
        "zones": [asdict(zone_) for zone_ in ZONES],
        "aantal": aantal.ravel().tolist(),
        **banden,
        "gemeenten": gemeenten,
        "buurnamen": neighbour_names(grenzen, rond),
    }


def _zones(beeld: Beeld) -> Getallen:
    """Position in ``ZONES`` by node; a school's levels make no difference there."""
    per_label = np.full(len(LABELS), -1, np.int64)
    for label, code in SOORT_VAN_LABEL.items():
        soort = KAARTSOORTEN[SOORTCODE[code]]
        per_label[LABELS.index(label)] = _ZONE[soort.zone]
    zones: Getallen = per_label[beeld.soort]
    return zones


def _count(gemeente: Getallen, zone: Getallen, aantal: int) -> Getallen:
    """Organisations per municipality and zone; fora and people lie nowhere."""
    telt = (gemeente >= 0) & (zone >= 0) & (zone != _OVERLEG)
    vak = np.bincount(gemeente[telt] * len(ZONES) + zone[telt], minlength=aantal * len(ZONES))
    return vak.reshape(aantal, len(ZONES))


def _sources(beeld: Beeld) -> str:
    """The four sources that most ties name."""
    tel: Counter[str] = Counter()
    for groep in BANDGROEPEN:
        for type_ in groep.typen:
            tel.update(tekst(waarde) for waarde in beeld.van_type(type_).kolom("bron"))
    tel.pop("", None)
    return ", ".join(sorted(tel, key=lambda bron: (-tel[bron], bron))[:4])


def _ends(beeld: Beeld) -> Iterator[tuple[Getallen, Getallen]]:
    """Ends of all ties that the map draws, type by type; seats in fora are no ties."""
    for groep in BANDGROEPEN:
        for type_ in () if groep.overleg else groep.typen:
            tabel = beeld.van_type(type_)
            yield tabel.van.astype(np.int64), tabel.naar.astype(np.int64)


def _ties(
    beeld: Beeld, mag: NDArray[np.bool_], gemeente: Getallen, zone: Getallen, aantal: int
) -> dict[str, object]:
    """Ties summed per pair of municipalities, and per pair of zones: in all, and of each municipality."""
    kleur = np.array([[z.kleur for z in ZONES].index(z.kleur) for z in ZONES], np.int64)
    breed, zones = max(aantal, 1), len(ZONES)
    paren = np.zeros((breed * breed, 2), np.int64)
    sectoren = np.zeros(zones * zones, np.int64)
    eigen = np.zeros((breed, 2), np.int64)
    for van, naar in _ends(beeld):
        telt = mag[van] & mag[naar] & (van != naar) & (gemeente[van] >= 0) & (gemeente[naar] >= 0)
        a, b, p, q = gemeente[van[telt]], gemeente[naar[telt]], zone[van[telt]], zone[naar[telt]]
        over = kleur[p] != kleur[q]
        sectoren += np.bincount(pair_keys(zones, p, q), minlength=zones * zones)
        sleutel = pair_keys(breed, a, b)
        for kolom, masker in ((0, slice(None)), (1, over)):
            paren[:, kolom] += np.bincount(sleutel[masker], minlength=breed * breed)
        binnen = a == b
        eigen[:, 0] += np.bincount(a[binnen], minlength=breed)
        buiten = np.concatenate([a[~binnen], b[~binnen]])
        eigen[:, 1] += np.bincount(buiten, minlength=breed)
    geteld = np.flatnonzero(paren[:, 0])
    geteld = geteld[geteld // breed != geteld % breed]
    return {
        "banden": int(sectoren.sum()),
        "paren": {
            "a": (geteld // breed).tolist(),
            "b": (geteld % breed).tolist(),
            "aantal": paren[geteld, 0].tolist(),
            "over": paren[geteld, 1].tolist(),
        },
        "sectoren": sectoren.tolist(),
        "binnen": eigen[:aantal, 0].tolist(),
        "buiten": eigen[:aantal, 1].tolist(),
    }


def make_verdicht(beeld: Beeld, grenzen: Grenzen, opties: Opties) -> str:
    """The page as text; the same arguments give the same text.

    Raises:
        GebruikersFout: the page's code was never built (in a checkout alone).
    """
    gegevens = make_sums(beeld, grenzen, opties)
    naam = str(gegevens["titel"])
    waarschuwing = BAND_BOVENAAN[opties.profiel]
    lijf = _LIJF.format(
        naam=html.escape(naam),
        waarschuwing=html.escape(waarschuwing),
        verborgen="" if waarschuwing else " hidden",
    )
    script, stijl = page_code("verdicht")
    return make_page(f"Netwerkkaart {naam}", lijf, gegevens, [script], stijl)
