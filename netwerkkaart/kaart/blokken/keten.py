"""The chain of every school on the map: per step the verdict, the route, and what would open the step."""

from __future__ import annotations

import math

import numpy as np

from netwerkkaart.analyse.basis import Getallen
from netwerkkaart.analyse.bereik import Bereik
from netwerkkaart.analyse.ketenhulp import Hulp
from netwerkkaart.analyse.ketenoordeel import OORDELEN as KETENOORDELEN
from netwerkkaart.analyse.ketenoordeel import step_verdicts
from netwerkkaart.analyse.ketenstappen import Openstappen
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
    codes = np.array([OORDELEN.index(oordeel) for oordeel in KETENOORDELEN])[bereik.once(step_verdicts)]
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
        **_remedies(bereik, hier, plek, elders),
    }


def _route(wegen: Wegen, schakels: Schakels, school: int, stap: int) -> list[int]:
    weg = wegen.of_step(school, stap)
    return [schakels.nummer(rid) for rid in weg.bewijs[: weg.schakels]]


def _remedies(bereik: Bereik, hier: Getallen, plek: Getallen, elders: Elders) -> Blok:
    """What would open each open step: the nearest offer with room, its provider, and the tie that lacks."""
    mag = np.zeros(len(bereik.start), dtype=np.bool_)
    mag[hier] = True
    open_ = Openstappen.of(bereik.once(Hulp), mag)
    rijen = np.full(bereik.past.shape, _GEEN, dtype=np.int64)
    rijen[open_.school, open_.stap] = np.arange(len(open_.school))
    rijen = rijen[hier][rijen[hier] >= 0]  # school after school, as the page has them
    wie = np.stack([open_.aanbieder[rijen], open_.banden.van[rijen], open_.banden.naar[rijen]], axis=1)
    nummers = [[elders.nummer(knoop) if knoop >= 0 else _GEEN for knoop in drie] for drie in wie.tolist()]
    return {
        "remedie": open_.remedie[rijen].tolist(),
        "dicht": plek[open_.aanbod[rijen]].tolist(),
        "wie": [drie[0] for drie in nummers],
        # To a tenth first, as the analysis gives them.
        "km": [_GEEN if math.isnan(km) else round(round(km, 1) * 10) for km in open_.km[rijen].tolist()],
        "van": [drie[1] for drie in nummers],
        "naar": [drie[2] for drie in nummers],
    }
