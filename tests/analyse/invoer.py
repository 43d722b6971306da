"""What each analysis reads, made from one view: the generic tests run over all of them."""

from __future__ import annotations

from datetime import date

from netwerkkaart.analyse import Analyse
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.graph.toen import Tijden


def make_invoer(analyse: Analyse, beeld: Beeld) -> Beeld | Tijden:
    """The view itself; or, as moments, a year in which it was known all along."""
    if analyse.invoer == "beeld":
        return beeld
    assert beeld.datum is not None
    eerder = date(beeld.datum.year - 1, beeld.datum.month, beeld.datum.day)
    return Tijden((eerder, beeld.datum), (beeld, beeld), beeld)
