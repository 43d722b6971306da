"""Broken bridges: ties between two sectors that ended, where nothing joins the two groups any more.

A *group* is a sector in a municipality, as for fragile bridges (:mod:`netwerkkaart.analyse.bruggen_groepen`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from netwerkkaart.analyse.bandgraaf import Bandgraaf
from netwerkkaart.analyse.basis import in_region
from netwerkkaart.analyse.bruggen_groepen import groups_of
from netwerkkaart.analyse.kolommen import pair_keys
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.schema.register import BANDEN


@dataclass(frozen=True, slots=True)
class Afgebroken:
    """One broken bridge.

    Args:
        van, naar: numbers of both ends in the view of the map.
        type: type of the tie.
        plek: its row in the view of all that was stated.
        tot: first day on which it no longer held.
    """

    van: int
    naar: int
    type: str
    plek: int
    tot: date


def broken_bridges(graaf: Bandgraaf, alles: Beeld, datum: date, regio: str | None) -> list[Afgebroken]:
    """The broken bridges of which both ends are still there, latest first; one for each two organisations.

    Args:
        graaf: the band graph of the view at its date.
        alles: all that was stated, with no date, limited to the same profile.
        datum: the date.
        regio: only with an end in this region.
    """
    beeld, n = graaf.beeld, graaf.beeld.aantal_organisaties
    groep, hier = groups_of(graaf), in_region(beeld, regio)
    breed = int(groep.max(initial=0)) + 1
    telt = graaf.is_brug & (groep[graaf.randen] >= 0).all(axis=1)
    einden = groep[graaf.randen[telt]]
    nu = set(pair_keys(breed, einden[:, 0], einden[:, 1]).tolist())
    gevonden: dict[tuple[int, int], Afgebroken] = {}
    nummers = np.array([beeld.nummer.get(id_, -1) for id_ in alles.ids], dtype=np.int64)
    for type_ in BANDEN:
        tabel = alles.van_type(type_)
        for plek, tot in enumerate(tabel.kolom("tot")):
            if not isinstance(tot, date) or tot > datum:
                continue
            van, naar = int(nummers[tabel.van[plek]]), int(nummers[tabel.naar[plek]])
            # An organisation that stopped took its ties along: that is no bridge that somebody can mend.
            if not (0 <= van < n and 0 <= naar < n) or graaf.sector[van] == graaf.sector[naar]:
                continue
            een, ander = int(groep[van]), int(groep[naar])
            if een < 0 or ander < 0 or not (hier[van] or hier[naar]):
                continue
            if min(een, ander) * breed + max(een, ander) in nu:
                continue
            paar = (min(van, naar), max(van, naar))
            if paar not in gevonden or gevonden[paar].tot < tot:
                gevonden[paar] = Afgebroken(van, naar, type_, plek, tot)
    return sorted(gevonden.values(), key=lambda a: (-a.tot.toordinal(), beeld.ids[a.van], beeld.ids[a.naar]))
