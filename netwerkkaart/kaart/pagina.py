"""The map as one HTML file that opens offline, with zero requests."""

from __future__ import annotations

import html
from functools import cache
from pathlib import Path

from netwerkkaart.bestanden import schrijf_atomisch
from netwerkkaart.fouten import Afsluitcode, GebruikersFout
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.graph.vrijgave import beperk
from netwerkkaart.kaart.gegevens import make_gegevens
from netwerkkaart.kaart.grenzen import Grenzen
from netwerkkaart.kaart.invoer import KaartInvoer
from netwerkkaart.kaart.meta import Opties
from netwerkkaart.kaart.profiel import BAND_BOVENAAN
from netwerkkaart.kaart.sjabloon import make_page

_DIST = Path(__file__).resolve().parent / "web" / "dist"

_MERK = (
    '<svg viewBox="0 0 26 26" aria-hidden="true"><path d="M6 20L13 6L21 17L6 20" fill="none" stroke="#fff" '
    'stroke-width="1.5"/><circle cx="13" cy="6" r="3.4" fill="#ffe045"/><circle cx="6" cy="20" r="3.4" '
    'fill="#5db3e6"/><circle cx="21" cy="17" r="3.4" fill="#2fbf94"/></svg>'
)

_LIJF = """<button id="spring" class="spring" type="button">Naar de kaart</button>
<header class="balk">
<div class="merk">{merk}<span>Netwerkkaart <b>{naam}</b></span></div>
<nav id="tabs" role="tablist" aria-label="Weergave"></nav>
<div id="stand"></div>
<button id="toonlinks" type="button" aria-label="Zoek en filter" aria-expanded="false" aria-controls="links">
<svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true"><circle cx="8.5" cy="8.5" r="5.5" fill="none"
 stroke="currentColor" stroke-width="2"/><path d="M12.8 12.8L18 18" stroke="currentColor" stroke-width="2"/></svg>
</button>
</header>
<div id="intern"{verborgen}>{waarschuwing}</div>
<div class="romp">
<aside id="links" aria-label="Zoeken en filteren"></aside>
<main id="midden" role="tabpanel">
<div id="doek" tabindex="0" role="application"></div>
<div class="kop" data-bezet><h1 id="titel"></h1><p id="ondertitel"></p></div>
<p id="noot" data-bezet></p>
<div id="legende" data-bezet></div>
<div id="knoppen" data-bezet></div>
<div id="onder"></div>
</main>
<aside id="rechts" aria-label="Toelichting" tabindex="-1"></aside>
</div>
<footer id="voet"></footer>
<div id="meld" class="stil" role="status" aria-live="polite"></div>
<noscript>Deze kaart heeft JavaScript nodig. Zet het aan in uw browser en open het bestand opnieuw.</noscript>"""


def make_kaart(beeld: Beeld, invoer: KaartInvoer, grenzen: Grenzen, opties: Opties | None = None) -> str:
    """The map as the text of a page; the same arguments give the same text.

    What the profile may not show is filtered from the view here and is not in the text at all.

    Args:
        beeld: the whole view at its reference date.
        invoer: results of analyses. For ``partners`` and ``openbaar`` they must come from a view that
            was limited by :func:`netwerkkaart.graph.vrijgave.beperk`, because sentences name names.
        grenzen: outlines and points of municipalities.
        opties: what to show, and for whom.

    Raises:
        GebruikersFout: the page's code was never built (in a checkout alone).
    """
    opties = opties or Opties()
    klein = beperk(beeld, opties.profiel)
    gegevens = make_gegevens(klein, invoer, grenzen, opties)
    meta = gegevens["meta"]
    naam = str(meta["titel"]) if isinstance(meta, dict) else opties.titel
    waarschuwing = BAND_BOVENAAN[opties.profiel]
    lijf = _LIJF.format(
        merk=_MERK,
        naam=html.escape(naam),
        waarschuwing=html.escape(waarschuwing),
        verborgen="" if waarschuwing else " hidden",
    )
    return make_page(f"Netwerkkaart {naam}", lijf, gegevens, *_code())


def write_kaart(
    beeld: Beeld, pad: Path, invoer: KaartInvoer, grenzen: Grenzen, opties: Opties | None = None
) -> Path:
    """Write the map, whole or not at all; see :func:`make_kaart`. Gives the path."""
    schrijf_atomisch(pad, make_kaart(beeld, invoer, grenzen, opties))
    return pad


@cache
def _code() -> tuple[str, str]:
    try:
        script = (_DIST / "kaart.js").read_text(encoding="utf-8")
        stijl = (_DIST / "kaart.css").read_text(encoding="utf-8")
    except FileNotFoundError as fout:
        raise GebruikersFout(
            "De code van de kaart is niet gebouwd.",
            hulp="Voer eerst uit: python -m netwerkkaart.kaart.bouw",
            code=Afsluitcode.ONLEESBAAR_BESTAND,
        ) from fout
    return script.rstrip("\n"), stijl.rstrip("\n")
