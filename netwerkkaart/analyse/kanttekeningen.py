"""Sentences on what a result leaves out: schools without a municipality, offers that nobody can match."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from netwerkkaart.analyse.basis import counted, in_region
from netwerkkaart.analyse.bereik import Bereik

_SCHOOL = ("school", "scholen")
_AANBOD = ("aanbod", "aanbiedingen")


def data_notes(bereik: Bereik, regio: str | None) -> tuple[str, ...]:
    """What the data cannot tell, as Dutch sentences; empty when nothing is missing."""
    aanbod = bereik.aanbod
    hier = in_region(bereik.beeld, regio)[bereik.start]
    zonder_aanbieder = np.diff(aanbod.aanbieders.tocsc().indptr) == 0
    gevallen = (
        (bereik.plaats < 0, _SCHOOL, "zonder gekende gemeente: daar past geen enkel aanbod"),
        (hier & ~bereik.past.any(axis=1), _SCHOOL, "zonder onderwijsniveau: buiten elk thema"),
        (~aanbod.stappen.any(axis=1), _AANBOD, "zonder een stap die bij een thema hoort: dat past nergens"),
        (~aanbod.doelgroepen.any(axis=1), _AANBOD, "zonder doelgroep: dat staat in geen enkele cel"),
        (zonder_aanbieder, _AANBOD, "zonder gekende aanbieder: dat kan geen school bereiken"),
    )
    return tuple(
        f"{counted(aantal, *woorden)} {gevolg}."
        for masker, woorden, gevolg in gevallen
        if (aantal := _true(masker))
    )


def _true(masker: NDArray[np.bool_] | np.bool_) -> int:
    return int(np.count_nonzero(masker))
