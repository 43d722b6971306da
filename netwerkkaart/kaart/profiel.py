"""What a page says of the profile it was made for; the filter itself is ``graph/vrijgave.py``."""

from __future__ import annotations

from netwerkkaart.graph.vrijgave import Profiel

BAND_BOVENAAN: dict[Profiel, str] = {
    Profiel.INTERN: "Intern: alleen voor coördinatoren. Stuur deze kaart niet door.",
    Profiel.PARTNERS: "",
    Profiel.OPENBAAR: "",
}
"""A warning over the whole width of the page; empty for none."""
