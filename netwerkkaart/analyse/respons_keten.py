"""How many chains could be closed at most, if every pair of which nobody said *nee* had a tie.

A school would then reach, at one link, whoever is no school and was not denied; and at two links any provider
that is no school and no Clb, over somebody whom neither of them denied. Nearly every provider is so reached:
only schools with a *nee* are looked at one by one.
"""

from __future__ import annotations

import numpy as np

from netwerkkaart.analyse.basis import STAPPEN, Getallen, steps_of
from netwerkkaart.analyse.bereik import Bereik
from netwerkkaart.analyse.routes import is_kind
from netwerkkaart.graph.beeld import Masker
from netwerkkaart.schema.vocabularia import STAPPEN_PER_THEMA


def closed_chains(bereik: Bereik, bereikt: Masker, telt: Masker) -> dict[str, tuple[int, int]]:
    """Per theme how many chains are closed if these steps are reached, and how many there are.

    Args:
        bereik: the reach.
        bereikt: which (school, step) are reached, shape ``(S, 6)``.
        telt: which schools count.
    """
    uit = {}
    for thema in STAPPEN_PER_THEMA:
        past = bereik.past[:, steps_of(thema)]
        geldt = telt & past.any(axis=1)
        dicht = (bereikt[:, steps_of(thema)] | ~past).all(axis=1)
        uit[thema] = int(np.count_nonzero(geldt & dicht)), int(np.count_nonzero(geldt))
    return uit


def closed_at_most(bereik: Bereik, nee: Getallen, telt: Masker) -> dict[str, tuple[int, int]]:
    """The same if every pair that is not *nee* had every tie that may be. Exact up to two links.

    O(offers × municipalities), and O(n) for each school with a *nee*.

    Args:
        bereik: the reach.
        nee: pairs without a tie that were denied, as keys ``lower × n + higher``.
        telt: which schools count.
    """
    beeld, aanbod = bereik.beeld, bereik.aanbod
    n = beeld.aantal_organisaties
    school, clb, bestuur = (is_kind(beeld, label) for label in ("School", "Clb", "Bestuur"))
    biedt = aanbod.vrije_aanbieders.tocoo()
    wie, wat = (deel.astype(np.int64) for deel in biedt.coords)
    ander = ~school[wie] & ~bestuur[wie]
    wie, wat = wie[ander], wat[ander]
    extern = np.zeros(len(aanbod), dtype=np.bool_)
    extern[wat] = True
    per_gemeente = np.column_stack(
        [aanbod.gebied[:, np.flatnonzero(dient & extern)].any(axis=1) for dient in aanbod.stappen.T]
    )
    bereikt = bereik.past & (bereik.eigen | per_gemeente[bereik.plaats])

    zei_nee: dict[int, list[int]] = {}
    for u, v in zip((nee // n).tolist(), (nee % n).tolist(), strict=True):
        zei_nee.setdefault(u, []).append(v)
        zei_nee.setdefault(v, []).append(u)
    doorgang = ~school & ~bestuur
    for plek, knoop in enumerate(bereik.start.tolist()):
        if knoop not in zei_nee:
            continue
        mag = doorgang.copy()
        mag[zei_nee[knoop]] = False
        raakt = mag.copy()
        if bereik.drempels.schakels > 1:
            for doel in zei_nee[knoop]:
                if doorgang[doel] and not clb[doel]:
                    via = mag.copy()
                    via[[doel, *zei_nee.get(doel, ())]] = False
                    raakt[doel] = bool(via.any())
        past = raakt[wie] & aanbod.gebied[bereik.plaats[plek], wat]
        dient = (
            aanbod.stappen[wat[past]].any(axis=0) if past.any() else np.zeros(len(STAPPEN), dtype=np.bool_)
        )
        bereikt[plek] = bereik.past[plek] & (bereik.eigen[plek] | dient)
    return closed_chains(bereik, bereikt | bereik.bereikt, telt)
