"""The verdict on a cell (area × theme × step × target group), the first that fits (design §3).

No schools; *witte vlek*: no offers and not mapped; *hiaat*: mapped, no offers; *volzet*: all offers full;
*niet verbonden*: more than the threshold of the schools reach none of the offers that are not full; *gedekt*.
"""

from __future__ import annotations

from enum import StrEnum

import numpy as np

from netwerkkaart.analyse.basis import Getallen
from netwerkkaart.analyse.cellen import Cellen
from netwerkkaart.analyse.drempels import Drempels


class Celoordeel(StrEnum):
    """The verdict on a cell."""

    GEEN_SCHOLEN = "geen scholen"
    WITTE_VLEK = "witte vlek"
    HIAAT = "hiaat"
    VOLZET = "volzet"
    NIET_VERBONDEN = "niet verbonden"
    GEDEKT = "gedekt"


OORDELEN = tuple(Celoordeel)
OPEN = (Celoordeel.HIAAT, Celoordeel.VOLZET, Celoordeel.NIET_VERBONDEN)
"""Verdicts by which we know that help lacks: none, full, or out of reach."""


def verdicts(cellen: Cellen, drempels: Drempels) -> Getallen:
    """The first verdict that fits each cell, as a position in ``OORDELEN``; shape ``(areas, 6, 4)``."""
    scholen, vrij = cellen.scholen, cellen.vrij
    zonder = (scholen - cellen.bereikt) / np.maximum(scholen, 1)
    gevallen = {
        Celoordeel.GEEN_SCHOLEN: scholen == 0,
        Celoordeel.HIAAT: (cellen.aanbod == 0) & cellen.in_kaart,
        Celoordeel.WITTE_VLEK: cellen.aanbod == 0,
        Celoordeel.VOLZET: vrij == 0,
        Celoordeel.NIET_VERBONDEN: zonder > drempels.aandeel_niet_verbonden,
    }
    codes = [OORDELEN.index(oordeel) for oordeel in gevallen]
    return np.select(list(gevallen.values()), codes, OORDELEN.index(Celoordeel.GEDEKT))
