"""What is known of the bridges of the whole network, from which a region only selects."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from netwerkkaart.analyse.bandgraaf import Bandgraaf
from netwerkkaart.analyse.basis import Getallen
from netwerkkaart.analyse.bereik import Bereik
from netwerkkaart.analyse.bruggen_groepen import Breekbaar, fragile
from netwerkkaart.analyse.knelpunten import bottlenecks
from netwerkkaart.analyse.kolommen import bounds, first_of_runs, sort_rows
from netwerkkaart.analyse.maten import Tussenligging, edge_betweenness
from netwerkkaart.graph.beeld import Masker


@dataclass(frozen=True)
class Scholen:
    """Schools per edge.

    Args:
        knopen: the schools, edge after edge, in order.
        grenzen: where those of each edge begin, and where the last end.
    """

    knopen: Getallen
    grenzen: Getallen


def schools_per_edge(graaf: Bandgraaf, bereik: Bereik) -> Scholen:
    """For each edge the schools that lose a step when it falls away."""
    knel = bereik.once(bottlenecks)
    randen, scholen = sort_rows(graaf.edge_of(knel.van, knel.naar), bereik.start[knel.start])
    nieuw = first_of_runs(randen, scholen)
    return Scholen(scholen[nieuw], bounds(randen[nieuw], len(graaf)))


@dataclass(frozen=True)
class Brugnet:
    """The bridges of a whole network; ask for it by ``bereik.once(Brugnet.of)``.

    Args:
        graaf: the band graph.
        groepen: on what each edge, or those beside it, hang.
        snijdt: which edges cut the network.
        scholen: per edge the schools that lose a step.
    """

    graaf: Bandgraaf
    groepen: Breekbaar
    snijdt: Masker
    scholen: Scholen

    @classmethod
    def of(cls, bereik: Bereik) -> Brugnet:
        """Look at every edge. O(m log m) beside the bottlenecks."""
        graaf = Bandgraaf.of(bereik.beeld)
        snijdt = np.zeros(len(graaf), dtype=np.bool_)
        snijdt[graaf.graaf.bridges()] = True
        return cls(graaf, fragile(graaf), snijdt, schools_per_edge(graaf, bereik))

    @cached_property
    def telt(self) -> Masker:
        """Which bridges are told of, in whatever region: those that are fragile or cut the network."""
        return self.graaf.is_brug & (self.groepen.breekbaar | self.snijdt)

    @cached_property
    def maat(self) -> Tussenligging:
        """The betweenness of these, all at once: most of the time goes to the paths, not to the edges."""
        return edge_betweenness(self.graaf, randen=np.flatnonzero(self.telt))
