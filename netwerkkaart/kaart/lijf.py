"""The body of a map, in which its script puts what it has: bar, panels, picture, source line."""

from __future__ import annotations

import html

from netwerkkaart.graph.vrijgave import Profiel
from netwerkkaart.kaart.profiel import BAND_BOVENAAN

_MERK = (
    '<svg viewBox="0 0 26 26" aria-hidden="true"><path d="M6 20L13 6L21 17L6 20" fill="none" stroke="#fff" '
    'stroke-width="1.5"/><circle cx="13" cy="6" r="3.4" fill="#ffe045"/><circle cx="6" cy="20" r="3.4" '
    'fill="#5db3e6"/><circle cx="21" cy="17" r="3.4" fill="#2fbf94"/></svg>'
)

_LIJF = """<button id="spring" class="spring" type="button">Naar de kaart</button>
<button id="springpaneel" class="spring" type="button">Naar de toelichting</button>
<header class="balk">
<div class="merk">{merk}<span>Netwerkkaart <b>{naam}</b></span></div>
<nav id="tabs" role="tablist" aria-label="Weergave"></nav>
<div id="stand"></div>
<div id="acties"></div>
<button id="toonlinks" type="button" aria-label="Zoek en filter" aria-expanded="false" aria-controls="links">
<svg viewBox="0 0 20 20" width="20" height="20" fill="none" stroke="currentColor" stroke-width="2"
 aria-hidden="true"><circle cx="8.5" cy="8.5" r="5.5"/><path d="M12.8 12.8L18 18"/></svg></button>
</header>
<section id="intern" aria-label="Voor wie"{verborgen}>{waarschuwing}</section>
<div class="romp">
<aside id="links" aria-label="Zoeken en filteren"></aside>
<main>
<div id="midden" role="tabpanel">
<div id="doek" tabindex="0" role="application"></div>
<div class="kop" data-bezet><h1 id="titel"></h1><p id="ondertitel"></p></div>
<p id="noot" data-bezet></p>
<div id="legende" data-bezet></div>
<div id="knoppen" data-bezet></div>
<div id="onder"></div>
</div>
</main>
<aside id="rechts" aria-label="Toelichting" tabindex="-1"></aside>
</div>
<footer id="voet"></footer>
<div id="meld" class="stil" role="status" aria-live="polite"></div>
<noscript>Deze kaart heeft JavaScript nodig. Zet het aan in uw browser en open het bestand opnieuw.
</noscript>"""


def page_body(naam: str, profiel: Profiel) -> str:
    """Markup of the body of a map, of one organisation each or of sums.

    Args:
        naam: name in the top bar, as plain text.
        profiel: for whom the map is made; an internal one says so above all else.
    """
    waarschuwing = BAND_BOVENAAN[profiel]
    return _LIJF.format(
        merk=_MERK,
        naam=html.escape(naam),
        waarschuwing=html.escape(waarschuwing),
        verborgen="" if waarschuwing else " hidden",
    )
