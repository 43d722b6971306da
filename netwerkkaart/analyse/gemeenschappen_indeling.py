"""Communities of the band graph by the Leiden algorithm, and how they compare with other divisions.

Leiden (Traag, Waltman and van Eck 2019) seeks the division with the highest modularity (Newman and Girvan
2004): the share of bands within communities, less what it would be if bands were dealt out by degree alone.
The search is by chance, so it is run several times from fixed seeds: the best of these counts, and how much
they agree is told. The same data give the same answer.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

import igraph
import numpy as np

from netwerkkaart.analyse.bandgraaf import Bandgraaf
from netwerkkaart.analyse.basis import Getallen, id_rank
from netwerkkaart.analyse.kolommen import bounds, first_of_runs, sort_rows

RONDEN = 10
"""How often it is run, each time from another seed, as long as there is work for no more than ``WERK``."""
MINSTENS = 5
"""So often at the least, in whatever network: ten comparisons tell how much runs agree."""
WERK = 2_500_000
"""Runs × bands that are searched; beyond it there are fewer runs."""
ITERATIES = 3
"""Passes over the graph in one run; more raise the modularity by less than a thousandth."""


@dataclass(frozen=True)
class Indeling:
    """Divisions of the organisations that have a band.

    Args:
        graaf: the band graph.
        ronden: community of each organisation in every run, −1 without bands; shape ``(r, n)``.
        modulariteiten: modularity of each run.
        beste: which run counts: highest modularity, then the first.
    """

    graaf: Bandgraaf
    ronden: Getallen
    modulariteiten: tuple[float, ...]
    beste: int

    @cached_property
    def leden(self) -> Getallen:
        """Community of each organisation in the run that counts; 0 is the largest."""
        leden: Getallen = self.ronden[self.beste]
        return leden

    @cached_property
    def aantal(self) -> int:
        """How many communities there are."""
        return int(self.leden.max(initial=-1)) + 1

    @property
    def modulariteit(self) -> float:
        """Of the run that counts."""
        return self.modulariteiten[self.beste]

    @cached_property
    def stabiliteit(self) -> float | None:
        """Mean agreement (adjusted Rand) between any two runs; None when there is nothing to compare."""
        waarden = [agreement(een, ander)[0] for een, ander in combinations(self.ronden, 2)]
        bekend = [waarde for waarde in waarden if waarde is not None]
        return float(np.mean(bekend)) if bekend else None

    def modularity_of(self, groep: Getallen) -> float | None:
        """Modularity of another division of the same organisations; who is in no group is a group alone.

        Args:
            groep: group of each organisation, −1: none.
        """
        if not len(self.graaf):
            return None
        alleen = np.flatnonzero(groep < 0)
        vol = groep.copy()
        vol[alleen] = int(groep.max(initial=-1)) + 1 + np.arange(len(alleen))
        return float(self.graaf.graaf.modularity(vol.tolist()))


def find_communities(graaf: Bandgraaf) -> Indeling:
    """Run Leiden from the seeds 0, 1, …, as often as the work allows; near linear in the bands.

    Communities are numbered by size, then by the lowest id in them.
    """
    ronden = max(MINSTENS, min(RONDEN, WERK // max(len(graaf), 1)))
    n = graaf.beeld.aantal_organisaties
    rang = id_rank(graaf.beeld)[:n]
    uit, maten = [], []
    try:
        for zaad in range(ronden if len(graaf) else 0):
            igraph.set_random_number_generator(random.Random(zaad))
            leden = graaf.graaf.community_leiden(objective_function="modularity", n_iterations=ITERATIES)
            uit.append(_renumber(np.array(leden.membership, dtype=np.int64), graaf.graad > 0, rang))
            maten.append(float(leden.modularity))
    finally:
        igraph.set_random_number_generator(random)
    if not uit:
        return Indeling(graaf, np.full((1, n), -1, dtype=np.int64), (0.0,), 0)
    return Indeling(graaf, np.stack(uit), tuple(maten), int(np.argmax(np.round(maten, 9))))


def _renumber(leden: Getallen, telt: np.ndarray, rang: Getallen) -> Getallen:
    """Number communities by size and lowest id; who does not count gets −1."""
    _, groep, grootte = np.unique(leden[telt], return_inverse=True, return_counts=True)
    laagste = np.full(len(grootte), np.iinfo(np.int64).max)
    np.minimum.at(laagste, groep, rang[telt])
    plaats = np.empty(len(grootte), dtype=np.int64)
    plaats[np.lexsort((laagste, -grootte))] = np.arange(len(grootte))
    uit = np.full(len(leden), -1, dtype=np.int64)
    uit[telt] = plaats[groep]
    return uit


def agreement(een: Getallen, ander: Getallen) -> tuple[float | None, float | None]:
    """How alike two divisions are: adjusted Rand (Hubert and Arabie 1985), and normalised mutual information.

    Rand is 1 for the same division and about 0 for chance; mutual information (Danon et al. 2005) is 1 for
    the same and 0 for unrelated ones. Only who is in a group in both counts. None where either has but one
    group, or nobody is left: then there is nothing to agree on.

    >>> agreement(np.array([0, 0, 1, 1]), np.array([5, 5, 2, 2]))
    (1.0, 1.0)
    >>> agreement(np.array([0, 0, 1, -1]), np.array([5, 5, 5, 2]))
    (None, None)
    """
    telt = (een >= 0) & (ander >= 0)
    delen = [np.unique(groep[telt], return_inverse=True)[1] for groep in (een, ander)]
    if any(deel.max(initial=0) == 0 for deel in delen):
        return None, None
    a, b = (deel.tolist() for deel in delen)
    return (
        float(igraph.compare_communities(a, b, method="adjusted_rand")),
        float(igraph.compare_communities(a, b, method="nmi")),
    )


def majority(groep: Getallen, soort: Getallen, groepen: int) -> tuple[Getallen, Getallen]:
    """For each group the kind that most of its members have, and how many have it; the lowest kind of equals.

    Args:
        groep: of each member.
        soort: of each member; who has −1 in either does not count.
        groepen: how many groups there are.

    Returns:
        Shapes ``(groepen,)``; a group without members that count has kind −1 and count 0.

    >>> [deel.tolist() for deel in majority(np.array([0, 0, 0, 1]), np.array([2, 1, 2, -1]), 2)]
    [[2, -1], [2, 0]]
    """
    telt = (groep >= 0) & (soort >= 0)
    wie, hoeveel = largest_two(groep[telt], soort[telt], groepen)
    return wie[0], hoeveel[0]


def largest_two(groep: Getallen, soort: Getallen, groepen: int) -> tuple[Getallen, Getallen]:
    """The two kinds that most members of each group have, and how many have them; of equals the lowest kind.

    A kind that is not there has number −1 and nobody. O(n log n): a table of all groups by all kinds would
    take the square of the network where it lies in many pieces.

    Returns:
        Shapes ``(2, groups)``.

    >>> [deel.tolist() for deel in largest_two(np.array([0, 0, 0, 2]), np.array([7, 4, 7, 1]), 3)]
    [[[7, -1, 1], [4, -1, -1]], [[2, 0, 1], [1, 0, 0]]]
    """
    n = len(groep)
    groep, soort = sort_rows(groep, soort)
    begin = np.flatnonzero(first_of_runs(groep, soort))
    aantal = np.diff(begin, append=n)
    # Most first: counted down from the whole, as what is sorted has to be from 0 up.
    groep, minder, soort = sort_rows(groep[begin], n - aantal, soort[begin])
    grenzen = bounds(groep, groepen)
    wie, hoeveel = np.full((2, groepen), -1, dtype=np.int64), np.zeros((2, groepen), dtype=np.int64)
    for rang in range(2):
        heeft = np.flatnonzero(np.diff(grenzen) > rang)
        wie[rang, heeft] = soort[grenzen[heeft] + rang]
        hoeveel[rang, heeft] = n - minder[grenzen[heeft] + rang]
    return wie, hoeveel
