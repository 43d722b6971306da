"""Verdicts on the steps of a chain, and on the chain, for every school at once.

Per school and theme the chain is closed when each step that applies is reached. Of each broken step the
verdict says why: *volzet*: offers fit, all are full; *niet verbonden*: an offer fits and is not full, but
there is no route; *hiaat*: none fits, and the school's municipality is mapped for that step (target
group leerling); *witte vlek*: none fits and it is not mapped.

The chain carries the gravest verdict of its broken steps, of which something is *known* first: hiaat,
niet verbonden, volzet; witte vlek only when nothing is known of any broken step.
"""

from __future__ import annotations

from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from netwerkkaart.analyse.basis import DOELGROEPEN, STAPPEN, steps_of
from netwerkkaart.analyse.bereik import Bereik
from netwerkkaart.analyse.inventaris import inventories_of
from netwerkkaart.graph.beeld import Masker

Codes = NDArray[np.int8]
LEERLING = DOELGROEPEN.index("leerling")


class Ketenoordeel(StrEnum):
    """The verdict on a chain or step, from good to grave; what is not known comes before what is."""

    GESLOTEN = "gesloten"
    WITTE_VLEK = "witte vlek"
    VOLZET = "volzet"
    NIET_VERBONDEN = "niet verbonden"
    HIAAT = "hiaat"


OORDELEN = tuple(Ketenoordeel)
GESLOTEN, _WIT, _VOLZET, _LOS, _HIAAT = range(5)
"""Codes: positions in ``OORDELEN``."""
NVT = -1
"""Code of a step or theme that does not apply."""


def step_verdicts(bereik: Bereik) -> Codes:
    """Verdict on each (school, step) as a position in ``OORDELEN``; −1 where a step does not apply.

    Shape ``(S, 6)``.
    """
    in_kaart = known_cells(bereik)[bereik.plaats]
    codes = np.select(
        [
            ~bereik.past,
            bereik.bereikt,
            bereik.passend_vrij[bereik.plaats],
            bereik.passend[bereik.plaats],
            in_kaart,
        ],
        [NVT, GESLOTEN, _LOS, _VOLZET, _HIAAT],
        _WIT,
    )
    return codes.astype(np.int8)


def known_cells(bereik: Bereik) -> Masker:
    """Which municipality × (theme, step) is mapped for the target group leerling; shape ``(G + 1, 6)``.

    The last row is for an unknown municipality, which nobody mapped.
    """
    in_kaart = bereik.once(inventories_of).mapped()[:, :, LEERLING]
    return np.vstack([in_kaart, np.zeros((1, len(STAPPEN)), dtype=np.bool_)])


def chain_verdicts(codes: Codes, thema: str) -> Codes:
    """Verdict on each school's chain: the highest code of its steps; −1 where the theme does not apply."""
    gravest: Codes = codes[:, steps_of(thema)].max(axis=1)
    return gravest
