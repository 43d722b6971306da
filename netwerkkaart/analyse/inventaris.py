"""What was mapped: which cells an ``Inventarisatie`` covers, and which gaps partners reported.

A cell is mapped when inventories with ``volledig`` = ja, of that theme, step and target group (or ``alle``),
dated within the threshold before the reference date, together name all its municipalities (or ``alle``
of the inventory's region). Only what is named counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from netwerkkaart.analyse.basis import (
    BRUSSEL,
    DOELGROEPEN,
    STAPPEN,
    listed,
    months_before,
    reference_date,
)
from netwerkkaart.analyse.bereik import Bereik
from netwerkkaart.analyse.drempels import Drempels
from netwerkkaart.graph.beeld import Beeld, Masker
from netwerkkaart.schema.vocabularia import ALLE, REGIO


@dataclass(frozen=True)
class Dekking:
    """What a set of nodes (inventories, or reported gaps) covers.

    Args:
        knopen: node numbers, K of them.
        gemeenten: which municipalities each names, shape ``(K, G)``.
        cellen: which (theme, step) × target group each names, shape ``(K, 6, 4)``.
    """

    knopen: list[int]
    gemeenten: Masker
    cellen: Masker

    def mapped(self) -> Masker:
        """Which municipality × (theme, step) × target group is named by any: shape ``(G, 6, 4)``."""
        return np.asarray(np.einsum("kg,ksd->gsd", self.gemeenten.astype(np.int32), self.cellen) > 0)


def inventories(beeld: Beeld, drempels: Drempels) -> Dekking:
    """The inventories that count at the view's date."""
    datum = reference_date(beeld)
    vroegst = months_before(datum, drempels.maanden_inventarisatie)
    volledig, gemaakt = beeld.kolom("volledig"), beeld.kolom("datum")
    knopen = [
        knoop
        for knoop in beeld.van_soort("Inventarisatie").tolist()
        if volledig[knoop] in (True, "ja") and _between(gemaakt[knoop], vroegst, datum)
    ]
    return _cover(beeld, knopen, onvermeld=False)


def reported_gaps(beeld: Beeld) -> Dekking:
    """The gaps that partners report; what a report leaves open (no step, no area) does not limit it."""
    return _cover(beeld, beeld.van_soort("Hiaat").tolist(), onvermeld=True)


def inventories_of(bereik: Bereik) -> Dekking:
    """The inventories that count for a reach; ask for them by ``bereik.once``."""
    return inventories(bereik.beeld, bereik.drempels)


def gaps_of(bereik: Bereik) -> Dekking:
    """The gaps that partners report, for a reach; ask for them by ``bereik.once``."""
    return reported_gaps(bereik.beeld)


def _between(waarde: object, van: date, tot: date) -> bool:
    return isinstance(waarde, date) and van <= waarde <= tot


def _cover(beeld: Beeld, knopen: list[int], *, onvermeld: bool) -> Dekking:
    gemeenten = beeld.van_soort("Gemeente")
    nis = [str(beeld.kolom("nis")[g] or beeld.ids[g].removeprefix("nis:")) for g in gemeenten.tolist()]
    per_nis: dict[str, list[int]] = {}
    for nummer, code in enumerate(nis):
        per_nis.setdefault(code, []).append(nummer)
    regio = beeld.regio[gemeenten]
    kolommen = {naam: beeld.kolom(naam) for naam in ("gemeenten", "regio", "thema", "stap", "doelgroepen")}
    wie = np.zeros((len(knopen), len(gemeenten)), dtype=np.bool_)
    wat = np.zeros((len(knopen), len(STAPPEN), len(DOELGROEPEN)), dtype=np.bool_)
    for plaats, knoop in enumerate(knopen):
        waar, thema, stap, groep = (
            _named(kolommen[n][knoop], onvermeld) for n in ("gemeenten", "thema", "stap", "doelgroepen")
        )
        if ALLE in waar:
            wie[plaats] = _whole_area(kolommen["regio"][knoop], regio, onvermeld=onvermeld)
        else:
            wie[plaats, [g for deel in waar for g in per_nis.get(deel.removeprefix("nis:"), ())]] = True
        stappen = [(ALLE in thema or t in thema) and (ALLE in stap or s in stap) for t, s in STAPPEN]
        wat[plaats] = np.outer(stappen, [ALLE in groep or d in groep for d in DOELGROEPEN])
    return Dekking(knopen, wie, wat)


def _named(waarde: object, onvermeld: bool) -> list[str]:
    return [ALLE] if waarde is None and onvermeld else listed(waarde)


def _whole_area(code: object, regio: NDArray[np.int8], *, onvermeld: bool) -> Masker:
    """Which municipalities "alle" stands for."""
    if code == "vlaanderen":
        return np.asarray((regio >= 0) & (regio != BRUSSEL))
    if code in REGIO.codes:
        return np.asarray(regio == REGIO.codes.index(str(code)))
    # "alle" without a region names nothing for an inventory; a report without any area is about all.
    return np.full(len(regio), onvermeld)
