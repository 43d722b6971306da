"""Bridges by the groups that they join: on what everything between two groups hangs.

A *group* is a sector in a municipality. Bridges between two groups are *fragile* when there is only one, or
when all of them go ``via`` one contact person. Apart from that: all of several may hang on one organisation,
which then is the only one of its group that looks that way. Without a municipality there is no group.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from netwerkkaart.analyse.bandgraaf import Bandgraaf
from netwerkkaart.analyse.basis import Getallen, place_of
from netwerkkaart.analyse.kolommen import pair_keys
from netwerkkaart.graph.beeld import Masker
from netwerkkaart.schema.register import BANDEN


@dataclass(frozen=True)
class Breekbaar:
    """On what each edge, or the edges beside it, hang.

    Args:
        enig: it is the only bridge between its two groups.
        persoon: all bands between these groups go via one contact person.
        organisatie: the one organisation at which all of several bridges between these groups end; −1: none.
        alleen: for each organisation, how many pairs of groups are joined, on her side, by nobody but her;
            also by a single bridge.
    """

    enig: Masker
    persoon: Masker
    organisatie: Getallen
    alleen: Getallen

    @cached_property
    def breekbaar(self) -> Masker:
        """Fragile: the only one, or all via one person."""
        return self.enig | self.persoon


def groups_of(graaf: Bandgraaf) -> Getallen:
    """The group of each organisation, its sector in its municipality; −1 where that is not known."""
    beeld = graaf.beeld
    plaats = place_of(beeld)[: beeld.aantal_organisaties].astype(np.int64)
    groepen = int(plaats.max(initial=0)) + 1
    return np.where(plaats >= 0, graaf.sector * groepen + plaats, -1)


def fragile(graaf: Bandgraaf, groep: Getallen | None = None) -> Breekbaar:
    """On what the bridges between each two groups hang. O(m log m).

    Args:
        graaf: the band graph.
        groep: group of each organisation, −1: none; None: as :func:`groups_of`. A bridge within one group
            hangs on nothing here.
    """
    beeld, m = graaf.beeld, len(graaf)
    groep = groups_of(graaf) if groep is None else groep
    een, ander = groep[graaf.randen[:, 0]], groep[graaf.randen[:, 1]]
    telt = np.flatnonzero(graaf.is_brug & (een >= 0) & (ander >= 0) & (een != ander))
    sleutel = pair_keys(int(groep.max(initial=0)) + 1, een, ander)
    uniek, paar, aantal = np.unique(sleutel[telt], return_inverse=True, return_counts=True)
    enig, persoon = np.zeros(m, dtype=np.bool_), np.zeros(m, dtype=np.bool_)
    enig[telt] = aantal[paar] == 1
    van_paar = np.full(m, -1, dtype=np.int64)
    van_paar[telt] = paar
    persoon[telt] = _one_person(graaf, van_paar, len(uniek))[paar]
    # The end in the lower group first: the groups differ, as the sectors do.
    einden = np.where((een <= ander)[:, None], graaf.randen, graaf.randen[:, ::-1])[telt]
    dragers = [_the_same(einden[:, kant], paar, len(uniek)) for kant in range(2)]
    organisatie, alleen = np.full(m, -1, dtype=np.int64), np.zeros(beeld.aantal_organisaties, dtype=np.int64)
    for drager in dragers:
        wie = np.where(aantal > 1, drager, -1)[paar]
        organisatie[telt] = np.where(wie >= 0, wie, organisatie[telt])
        np.add.at(alleen, drager[drager >= 0], 1)
    return Breekbaar(enig, persoon, organisatie, alleen)


def _the_same(waarden: Getallen, groep: Getallen, groepen: int) -> Getallen:
    """The value that all members of a group have; −1 where they differ, or none is known."""
    laagst, hoogst = np.full(groepen, np.iinfo(np.int64).max), np.full(groepen, -1)
    np.minimum.at(laagst, groep, waarden)
    np.maximum.at(hoogst, groep, waarden)
    return np.where((laagst == hoogst) & (laagst >= 0), hoogst, -1)


def _one_person(graaf: Bandgraaf, van_paar: Getallen, paren: int) -> Masker:
    """For each pair of groups: do all its bands go via one and the same person?"""
    via = [w for naam in BANDEN for w in graaf.beeld.van_type(naam).kolom("via")]
    nummers: dict[object, int] = {}
    code = np.full(len(via), -1, dtype=np.int64)
    for band, persoon in enumerate(via):
        if persoon:
            code[band] = nummers.setdefault(persoon, len(nummers))
    rand = graaf.rand_van_band
    paar = np.where(rand >= 0, van_paar[rand] if len(van_paar) else -1, -1)
    return np.asarray(_the_same(code[paar >= 0], paar[paar >= 0], paren) >= 0)
