"""The picture of new ties: how much every next one still adds."""

from __future__ import annotations

from netwerkkaart.analyse.nieuwe_bruggen import NieuweBrug
from netwerkkaart.analyse.tekening import Lijn, Lijnen, Reeks
from netwerkkaart.analyse.uitkomst import Uitkomst


def draw_nieuwe_bruggen(uitkomst: Uitkomst[NieuweBrug]) -> Lijnen:
    """Steps reached after every tie, beneath what no choice of as many ties can exceed."""
    samen = ((0.0, 0.0), *((float(rij.rang), float(rij.samen)) for rij in uitkomst.rijen))
    grens = ((0.0, 0.0), *((float(rij.rang), float(rij.grens)) for rij in uitkomst.rijen))
    return Lijnen(
        uitkomst.titel,
        "aantal nieuwe banden",
        "stappen die scholen bereiken",
        (Lijn(Reeks("deze keuze", "goed"), samen), Lijn(Reeks("kan niet meer dan", "onbekend"), grens)),
        onderschrift="Vlakt de lijn af, dan brengt een band meer nog weinig op.",
    )
