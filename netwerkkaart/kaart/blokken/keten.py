"""The chain of every school on the map: per step the verdict, the route, and what would open the step."""

from __future__ import annotations

import numpy as np

from netwerkkaart.analyse.basis import STAPPEN, Getallen
from netwerkkaart.analyse.bereik import Bereik
from netwerkkaart.analyse.ketenoordeel import OORDELEN as KETENOORDELEN
from netwerkkaart.analyse.ketenoordeel import step_verdicts
from netwerkkaart.analyse.ketenstappen import REMEDIES, open_stappen
from netwerkkaart.analyse.wegen import Wegen
from netwerkkaart.kaart.blokken.aanbod import bits
from netwerkkaart.kaart.blokken.elders import Elders
from netwerkkaart.kaart.blokken.matrix import school_bits
from netwerkkaart.kaart.blokken.schakels import Schakels
from netwerkkaart.kaart.keuze import Keuze
from netwerkkaart.kaart.resultaten import OORDELEN, Blok

_GEEN = -1


def chain_block(keuze: Keuze, bereik: Bereik, welke: Getallen, elders: Elders, schakels: Schakels) -> Blok:
    """The chains as columns.

    ``scholen``, ``past`` and ``raakt`` have a place per school; the rest one per step that applies, school
    after school, in the order of ``STAPPEN``. ``route`` holds numbers of ties (see :class:`Schakels`);
    from ``remedie`` on there is a place per *open* step alone.

    Args:
        keuze: what the map shows.
        bereik: the reach over the whole view.
        welke: places of the offers on the map, as the page numbers them.
        elders: numbers organisations.
        schakels: numbers ties.
    """
    hier = np.flatnonzero(keuze.nummer[bereik.start] >= 0)
    hier = hier[np.argsort(keuze.nummer[bereik.start[hier]], kind="stable")].astype(np.int64)
    plek = np.full(len(bereik.aanbod) + 1, _GEEN, dtype=np.int64)
    plek[welke] = np.arange(len(welke))
    codes = np.array([OORDELEN.index(oordeel) for oordeel in KETENOORDELEN])[step_verdicts(bereik)]
    wegen, oordeel, aanbod, route = Wegen(bereik), [], [], []
    for school in hier.tolist():
        for stap in np.flatnonzero(bereik.past[school]).tolist():
            oordeel.append(int(codes[school, stap]))
            beste = int(bereik.beste[school, stap])
            aanbod.append(int(plek[beste % len(bereik.aanbod)]) if beste >= 0 else _GEEN)
            route.append(_route(wegen, schakels, school, stap) if beste >= 0 else [])
    return {
        "scholen": keuze.nummer[bereik.start[hier]].tolist(),
        "past": bits(bereik.past[hier]),
        "raakt": school_bits(bereik, hier),
        "oordeel": oordeel,
        "aanbod": aanbod,
        "route": route,
        **_remedies(keuze, bereik, hier, plek, elders),
    }


def _route(wegen: Wegen, schakels: Schakels, school: int, stap: int) -> list[int]:
    weg = wegen.of_step(school, stap)
    return [schakels.nummer(rid) for rid in weg.bewijs[: weg.schakels]]


def _remedies(keuze: Keuze, bereik: Bereik, hier: Getallen, plek: Getallen, elders: Elders) -> Blok:
    """What would open each open step: the nearest offer with room, its provider, and the tie that lacks."""
    uitkomst, beeld = (
        open_stappen(keuze.beeld, bereik.drempels, regio=keuze.regio, bereik=bereik),
        keuze.beeld,
    )
    per_stap = {(rij.id, rij.thema, rij.stap): rij for rij in uitkomst.rijen}
    knoop_aanbod = {beeld.ids[k]: nr for nr, k in enumerate(bereik.aanbod.knopen.tolist())}
    kolommen: dict[str, list[int]] = {naam: [] for naam in ("remedie", "dicht", "wie", "km", "van", "naar")}
    for school in hier.tolist():
        for stap in np.flatnonzero(bereik.past[school] & ~bereik.bereikt[school]).tolist():
            rij = per_stap[(beeld.ids[int(bereik.start[school])], *STAPPEN[stap])]
            band = rij.band
            kolommen["remedie"].append(REMEDIES.index(rij.remedie))
            kolommen["dicht"].append(int(plek[knoop_aanbod[rij.aanbod]]) if rij.aanbod else _GEEN)
            kolommen["wie"].append(elders.van_id(rij.aanbieder))
            kolommen["km"].append(_GEEN if rij.afstand_km is None else round(rij.afstand_km * 10))
            kolommen["van"].append(elders.van_id(band.van) if band else _GEEN)
            kolommen["naar"].append(elders.van_id(band.naar) if band else _GEEN)
    return dict(kolommen)
