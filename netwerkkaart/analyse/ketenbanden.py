"""The tie that is proposed for each open step, for all steps at once.

It is the one that :class:`~netwerkkaart.analyse.ketenkeuze.Keuze` takes for that step alone, found without
listing every tie that mends it:

* Ties whose ends sit in a forum together come first. So it is asked who sits with the school, and with who
  stands on its routes, and which of these help.
* Without such a tie the shortest route counts, and that is always over a tie of the school itself: with who
  provides an offer that fits, or else comes to such a provider in the fewest links. Of these the nearest,
  and of those in one place the first by id.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from netwerkkaart.analyse.basis import STAPPEN, Getallen
from netwerkkaart.analyse.hulplagen import Helpers, Stappen, split_by_cell, to_steps
from netwerkkaart.analyse.ketenkeuze import VER, Keuze
from netwerkkaart.analyse.kolommen import first_of_runs, pieces, spread
from netwerkkaart.graph.beeld import Indexen

_TEGELIJK = 1 << 20
"""Pairs that are looked at together, at most about so many."""


class Stapbanden(NamedTuple):
    """A tie for each step, as columns.

    Args:
        van: node of the end on the side of the school; −1: no tie mends the step.
        naar: node of the end that helps.
        schakels: links of the route that it opens.
    """

    van: Getallen
    naar: Getallen
    schakels: Getallen


def step_ties(keuze: Keuze, school: Getallen, stap: Getallen) -> Stapbanden:
    """The tie that is proposed for each open step of a school.

    Args:
        keuze: chooses; gives who helps whom.
        school: position of each school.
        stap: position of the step in ``STAPPEN`` beside it; each pair once, and all steps open.
    """
    banden = _nearest_ties(keuze, school, stap)
    # Row of each (school, step) that is asked for.
    rijen = np.full((len(keuze.hulp.bereik.start), len(STAPPEN)), -1, dtype=np.int64)
    rijen[school, stap] = np.arange(len(school))
    rij, samen = _first_in_forum(keuze, rijen)
    for kolom, beter in zip(banden, samen, strict=True):
        kolom[rij] = beter
    return banden


def _nearest_ties(keuze: Keuze, school: Getallen, stap: Getallen) -> Stapbanden:
    """The shortest tie of the school itself; of several the nearest, then the first by id."""
    bereik, rang = keuze.hulp.bereik, keuze.rang
    lagen = [Helpers.of(laag) for laag in keuze.hulp.helpt]
    uit = Stapbanden(*(np.full(len(school), -1, dtype=np.int64) for _ in range(3)))
    for deel, plaats, welke in split_by_cell(bereik, school, stap):
        for verder, helpers in enumerate(lagen):
            wie = helpers.with_step(plaats, welke)
            if len(wie):
                wie = wie[np.argsort(rang[wie])]
                knopen = bereik.start[school[deel]].astype(np.int64)
                uit.van[deel], uit.schakels[deel] = knopen, verder + 1
                uit.naar[deel] = np.concatenate([
                    wie[np.nan_to_num(keuze.ligging.km(rij[:, None], wie), nan=VER).argmin(axis=1)]
                    for rij in np.array_split(knopen, -(-len(knopen) * len(wie) // _TEGELIJK))
                ])  # fmt: skip
                break
    return uit


def _first_in_forum(keuze: Keuze, rijen: Getallen) -> tuple[Getallen, Stapbanden]:
    """Rows that a tie between two who sit in a forum together can mend, and the first such tie of each."""
    delen = [deel for laag in _meeting(keuze, rijen) for deel in laag]
    leeg = (np.empty(0, dtype=np.int64),) * 4
    rij, van, naar, schakels = (np.concatenate(k) for k in zip(leeg, *delen, strict=True))
    km = np.nan_to_num(keuze.ligging.km(van, naar), nan=VER)
    eens, anders = keuze.rang[van], keuze.rang[naar]
    orde = np.lexsort((np.maximum(eens, anders), np.minimum(eens, anders), km, schakels, rij))
    eerste = orde[first_of_runs(rij[orde])]
    return rij[eerste], Stapbanden(van[eerste], naar[eerste], schakels[eerste])


_Deel = tuple[Getallen, Getallen, Getallen, Getallen]
"""Rows, and for each both ends of a tie and the links of its route."""


def _meeting(keuze: Keuze, rijen: Getallen) -> Iterator[list[_Deel]]:
    """Ties between who stands near a school and who sits with it in a forum and helps."""
    hulp, bereik = keuze.hulp, keuze.hulp.bereik
    scholen = np.flatnonzero((rijen >= 0).any(axis=1))
    zoekt = to_steps(rijen >= 0)
    diepte = bereik.routes.schakels
    for afstand in range(diepte):
        knopen = bereik.start[scholen].astype(np.int64)
        if afstand:
            niveau = hulp.niveaus[afstand - 1]
            plek, lid = spread(niveau.indptr, knopen)
            school, van = scholen[plek], niveau.indices[lid].astype(np.int64)
        else:
            school, van = scholen, knopen
        for begin, eind in pieces(keuze.ontmoetingen.partner_counts(van), _TEGELIJK):
            plek, naar = keuze.ontmoetingen.partners(van[begin:eind])
            yield _that_help(
                hulp.helpt[: diepte - afstand],
                bereik.plaats[school[begin:eind]][plek],
                zoekt[school[begin:eind]][plek],
                (rijen[school[begin:eind]][plek], van[begin:eind][plek], naar),
                afstand,
            )


def _that_help(
    helpt: list[Stappen],
    plaats: Indexen,
    zoekt: Stappen,
    wie: tuple[Getallen, Getallen, Getallen],
    afstand: int,
) -> list[_Deel]:
    """Of some pairs those of which the other end helps, per step."""
    rijen, van, naar = wie
    bits = helpt[-1][plaats, naar] & zoekt
    uit: list[_Deel] = []
    for stap in range(len(STAPPEN)):
        telt = np.flatnonzero((bits >> stap & 1 > 0) & (van != naar))
        schakels = np.full(len(telt), afstand + len(helpt), dtype=np.int64)
        for verder in range(len(helpt) - 2, -1, -1):
            schakels[helpt[verder][plaats[telt], naar[telt]] >> stap & 1 > 0] = afstand + verder + 1
        uit.append((rijen[telt, stap], van[telt], naar[telt], schakels))
    return uit
