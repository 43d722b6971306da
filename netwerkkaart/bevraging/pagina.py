"""The form as one page that opens offline: no requests, a policy that allows only itself.

It saves a file with the same sheets as the workbook (:mod:`netwerkkaart.omzetten.antwoordvorm`), so that
one importer reads both.
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping, Sequence

from netwerkkaart.bevraging.formulier import Formulier
from netwerkkaart.bevraging.ronde import slug
from netwerkkaart.bevraging.teksten import OWN_WORDS, QUESTIONS, introduction
from netwerkkaart.kaart.code import page_code
from netwerkkaart.kaart.sjabloon import make_page
from netwerkkaart.omzetten.antwoordvorm import EIGEN, FORMAAT, JA_NEE, KOPPEN, STERKTES, VERSIE, Blad
from netwerkkaart.schema.vocabularia import DOELGROEP, STAP, THEMA, Vocabularium

_LIJF = """<a class="spring" href="#inhoud">Naar de vragen</a>
<header class="balk"><p>{ronde}</p><button type="button" id="bewaar" class="vol">Bewaar mijn antwoord</button>
</header>
<main id="inhoud" tabindex="-1">
<h1>{naam}</h1>
<div id="inleiding"></div>
<p class="verder"><label for="open">Eerder begonnen? Open uw bewaarde antwoord:</label>
<input type="file" id="open" accept=".json,application/json"></p>
<form id="vragen" autocomplete="off" novalidate></form>
<section aria-labelledby="klaar"><h2 id="klaar">Klaar?</h2>
<p>Bewaar uw antwoord. Er komt een klein bestand in uw map Downloads; stuur dat terug als bijlage. Er gaat
niets vanzelf over het internet.</p>
<button type="button" id="bewaar2" class="vol">Bewaar mijn antwoord</button></section>
</main>
<p id="meld" role="status" aria-live="polite"></p>
<noscript>Dit formulier heeft JavaScript nodig. Zet het aan, of vraag het als werkmap.</noscript>"""

_KEUZES: Mapping[str, Sequence[str]] = {
    **dict.fromkeys(("samen", "verwijst", "ontvangt", "bestaat"), JA_NEE),
    "sterkte": STERKTES,
    **dict.fromkeys(("rapport", "onderzoek", "kloppen"), JA_NEE[:2]),
}
_STERKTE_WOORD = {"1": "af en toe", "2": "geregeld", "3": "wekelijks"}


def make_pagina(formulier: Formulier) -> str:
    """The form as the text of a page; the same form gives the same text.

    Raises:
        GebruikersFout: the page's code was never built (in a checkout alone).
    """
    f = formulier
    gegevens = {
        "formaat": FORMAAT,
        "versie": VERSIE,
        "bestand": f"antwoord-{slug(f.naam)}.json",
        "inleiding": introduction(f),
        "lijst": list(f.lijst),
        "scholen": list(f.schoolnamen),
        "lijstblad": [Blad.LIJST, *KOPPEN[Blad.LIJST].values()],
        "kern": [list(rij) for rij in _core(f)],
        "vragen": [_question(code, vraag, uitleg) for code, vraag, uitleg in QUESTIONS],
        "eigen": [{"code": n, "vraag": OWN_WORDS[n], "nu": f.eigen.get(n, "")} for n in EIGEN],
        "koppen": {str(blad): list(koppen.values()) for blad, koppen in KOPPEN.items()},
        "kolommen": {str(blad): list(koppen) for blad, koppen in KOPPEN.items()},
        "banden": [{"organisatie": r.organisatie, "weten": r.weten, "code": r.code} for r in f.banden],
        "schoolbanden": [
            {"school": r.school, "organisatie": r.organisatie, "weten": r.weten, "code": r.code}
            for r in f.scholen
        ],
        "aanbod": None
        if f.aanbod is None
        else [{"naam": r.naam, "weten": r.weten, "code": r.code} for r in f.aanbod],
        "stappen": _terms(STAP),
        "themas": _terms(THEMA),
        "doelgroepen": _terms(DOELGROEP),
        "jaNee": list(JA_NEE),
        "sterktes": [[code, _STERKTE_WOORD[code]] for code in STERKTES],
    }
    plaats = f" ({f.gemeente})" if f.gemeente and f.gemeente not in f.naam else ""
    lijf = _LIJF.format(ronde=html.escape(f.ronde.naam), naam=html.escape(f.naam + plaats))
    script, stijl = page_code("formulier")
    return make_page(f"{f.ronde.naam}: {f.naam}", lijf, gegevens, [script], stijl)


def _core(f: Formulier) -> Iterator[tuple[str, str, str, str]]:
    """The rows that say whose answer it is, as on the sheet of the workbook."""
    yield "Bevraging", f.ronde.naam, "", f"bevraging={f.ronde.id}"
    yield "Organisatie", f.naam, "", f"organisatie={f.id}"
    yield "Regio", f.ronde.regio, "", f"regio={f.ronde.regio}"


def _question(code: str, vraag: str, uitleg: str) -> dict[str, object]:
    return {"code": code, "vraag": vraag, "uitleg": uitleg, "keuzes": list(_KEUZES.get(code, ()))}


def _terms(lijst: Vocabularium) -> list[list[str]]:
    return [[term.code, term.woord] for term in lijst.termen]
