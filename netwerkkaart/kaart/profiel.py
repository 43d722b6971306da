"""What a page says of the profile it was made for; the filter itself is ``graph/vrijgave.py``."""

from __future__ import annotations

from netwerkkaart.graph.vrijgave import Profiel

BAND_BOVENAAN: dict[Profiel, str] = {
    Profiel.INTERN: "Intern: alleen voor coördinatoren. Stuur deze kaart niet door.",
    Profiel.PARTNERS: "",
    Profiel.OPENBAAR: "",
}
"""A warning over the whole width of the page; empty for none."""

TELT_NIET_MEE: dict[Profiel, tuple[str, ...]] = {
    Profiel.INTERN: (),
    Profiel.PARTNERS: (
        "Deze kaart is voor partners: wat intern is, telt niet mee. Een getal kan dus verschillen van "
        "dat in een analyse voor coördinatoren.",
    ),
    Profiel.OPENBAAR: (
        "Deze kaart is voor iedereen: alleen wat openbaar is, telt mee. Een getal kan dus verschillen van "
        "dat in een analyse voor coördinatoren.",
    ),
}
"""Why a number is another one than an analysis gives, which counts all that is known."""
