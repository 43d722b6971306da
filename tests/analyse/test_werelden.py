"""The random worlds of the tests: what they are to try occurs in them, and not now and then."""

from __future__ import annotations

from collections import Counter

from netwerkkaart.analyse.hiaten import hiaten
from netwerkkaart.analyse.keten import keten
from netwerkkaart.analyse.ketenoordeel import Ketenoordeel
from tests.analyse.grafen import small, view

AANTAL = 150
VAAK = 0.15


def test_every_verdict_occurs_in_one_world_of_seven() -> None:
    cellen: Counter[str] = Counter()
    ketens: Counter[str] = Counter()
    for zaad in range(AANTAL):
        beeld = view(small(zaad))
        cellen.update({str(rij.oordeel) for rij in hiaten(beeld, per="gemeente").rijen})
        ketens.update({str(rij.oordeel) for rij in keten(beeld).rijen})
    oordelen = {"gedekt", "volzet", "niet verbonden", "hiaat", "witte vlek"}
    assert {oordeel for oordeel in oordelen if cellen[oordeel] < VAAK * AANTAL} == set()
    assert {str(oordeel) for oordeel in Ketenoordeel if ketens[str(oordeel)] < VAAK * AANTAL} == set()
