"""Which new ties mend broken steps of chains, for every school at once: what the repairs share.

A new tie is a ``WERKT_SAMEN_MET`` (:mod:`~netwerkkaart.analyse.nieuwe_bruggen`). Three facts keep this small:

* Whether a step can be mended depends on the municipality and the step alone: somebody must help there
  (provide a fitting offer that is not full, or come to such a provider within the links that are left) who
  may be entered by a new tie: no school and no CLB. Then the tie of the school itself with that organisation
  mends it. So a step needs one new tie, or no tie can mend it.
* For a whole chain ties of the school itself suffice to find the fewest. Take any set of new ties
  that closes it, and for each step a shortest route over it; of the last new tie on that route, from
  *u* to *v*, the tie of the school with *v* mends the step as well, and each tie is last in one direction
  only (on shortest routes from one start *v* lies one link farther than *u*). So the fewest new ties is a
  minimum cover of the open steps by what single organisations help with: at most four steps, so
  exact by trying all.
* The two directions of a tie never serve the same school (see :mod:`~netwerkkaart.analyse.winst`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
from scipy.sparse import csc_array

from netwerkkaart.analyse.aanbod import Matrix
from netwerkkaart.analyse.basis import STAPPEN, Getallen
from netwerkkaart.analyse.bereik import Bereik
from netwerkkaart.analyse.hulplagen import Helpers, Stappen, help_layers, to_steps
from netwerkkaart.analyse.routes import is_kind, rids_of
from netwerkkaart.graph.beeld import Masker


class Kandidaten(NamedTuple):
    """Ties that mend some steps of one school, as columns.

    Args:
        van: the end on the side of the school: itself, or who stands on its routes.
        naar: the end that helps.
        stappen: the steps that each mends.
        schakels: links of the longest of the routes that it opens.
    """

    van: Getallen
    naar: Getallen
    stappen: Stappen
    schakels: Getallen


@dataclass(frozen=True)
class Hulp:
    """Who helps whom, and which steps are open.

    Args:
        bereik: the reach.
    """

    bereik: Bereik

    @cached_property
    def open(self) -> Stappen:
        """The open steps of each school, shape ``(S,)``."""
        return to_steps(self.bereik.past & ~self.bereik.bereikt)

    @cached_property
    def _lagen(self) -> tuple[Stappen, list[Stappen]]:
        eerste, *verder = help_layers(self.bereik, self.bereik.routes.schakels - 1)
        mag = ~is_kind(self.bereik.beeld, "School", "Clb", "Bestuur")
        for laag in verder:
            laag *= mag
        return eerste, [eerste * mag, *verder]

    @property
    def biedt(self) -> Stappen:
        """``biedt[g, x]``: the steps of which *x* provides an offer that fits and is not full there."""
        return self._lagen[0]

    @property
    def helpt(self) -> list[Stappen]:
        """``helpt[j][g, x]``: the steps that *x* helps with in municipality *g*, within *j* further links.

        Only of whom a new tie may enter: no school, CLB or board; none of these is a passage either.
        """
        return self._lagen[1]

    @cached_property
    def soorten(self) -> Masker:
        """Which sets of steps somebody helps with in each municipality; shape ``(G + 1, 64)``."""
        helpers = Helpers.of(self.helpt[-1])
        uit = np.zeros((len(self.helpt[-1]), 1 << len(STAPPEN)), dtype=np.bool_)
        uit[helpers.gemeente, helpers.stappen] = True
        return uit

    @cached_property
    def te_herstellen(self) -> Stappen:
        """The open steps of each school that one new tie can mend."""
        codes = np.arange(self.soorten.shape[1], dtype=np.uint8)
        per_gemeente = np.bitwise_or.reduce(self.soorten * codes, axis=1)
        te_herstellen: Stappen = self.open & per_gemeente[self.bereik.plaats]
        return te_herstellen

    @cached_property
    def niveaus(self) -> list[Matrix]:
        """Pairs (start × organisation) at exactly 1, 2, … links, that leave one over for a new tie."""
        return self.bereik.routes.levels(self.bereik.routes.schakels - 1)

    @cached_property
    def _kolommen(self) -> list[csc_array]:
        return [csc_array(niveau) for niveau in self.niveaus]

    def fewest(self, school: Getallen, stappen: Stappen) -> Getallen:
        """Fewest new ties that mend all of some steps of each school, that can be mended.

        Schools of one municipality with the same steps need as many.
        """
        gevallen, geval = np.unique(
            self.bereik.plaats[school].astype(np.int64) << len(STAPPEN) | stappen, return_inverse=True
        )
        aantal = [self._fewest(g >> len(STAPPEN), g & (1 << len(STAPPEN)) - 1) for g in gevallen.tolist()]
        return np.array(aantal, dtype=np.int64)[geval]

    def _fewest(self, plaats: int, stappen: int) -> int:
        beste = {0: 0}
        for soort in np.unique(np.flatnonzero(self.soorten[plaats]) & stappen).tolist():
            for gedekt, aantal in list(beste.items()):
                samen = gedekt | soort
                beste[samen] = min(aantal + 1, beste.get(samen, len(STAPPEN)))
        return beste[stappen]

    def candidates(self, school: int, stappen: int) -> Kandidaten:
        """Every tie that mends at least one of some open steps of a school."""
        diepte, plaats = self.bereik.routes.schakels, self.bereik.plaats[school]
        knoop = int(self.bereik.start[school])
        delen: list[Kandidaten] = []
        for afstand in range(diepte):
            over = diepte - 1 - afstand
            staat = np.array([knoop]) if not afstand else _row(self.niveaus[afstand - 1], knoop)
            helpt = self.helpt[over][plaats] & np.uint8(stappen)
            wie = np.flatnonzero(helpt)
            van, naar = np.repeat(staat, len(wie)), np.tile(wie, len(staat))
            code = helpt[naar]
            lengte = np.full(len(naar), afstand + over + 1, dtype=np.int64)
            for verder in range(over - 1, -1, -1):
                lengte[code & ~self.helpt[verder][plaats, naar] == 0] = afstand + verder + 1
            anders = van != naar
            delen.append(Kandidaten(van[anders], naar[anders], code[anders], lengte[anders]))
        return Kandidaten(*(np.concatenate(kolom) for kolom in zip(*delen, strict=True)))

    def mended(self, u: int, v: int) -> Stappen:
        """The open steps of each school that one new tie would make reached, shape ``(S,)``."""
        uit = np.zeros(len(self.bereik.start), dtype=np.uint8)
        for van, naar in ((u, v), (v, u)):
            for scholen, over in self._reaching(van):
                uit[scholen] |= self.helpt[over][self.bereik.plaats[scholen], naar]
        return uit & self.open

    def mends(self, school: int, u: int, v: int, stap: int) -> bool:
        """Whether the direction from *u* to *v* of a new tie would mend an open step of a school."""
        plaats = self.bereik.plaats[school]
        return any(
            school in scholen and int(self.helpt[over][plaats, v] & self.open[school]) >> stap & 1
            for scholen, over in self._reaching(u)
        )

    def _reaching(self, knoop: int) -> Iterator[tuple[Getallen, int]]:
        """Schools at each distance from a node, and how many links are over after a tie from it."""
        diepte, start = self.bereik.routes.schakels, self.bereik.start
        eigen = np.flatnonzero(start == knoop)
        if len(eigen):
            yield eigen, diepte - 1
        for afstand, kolom in enumerate(self._kolommen, start=1):
            knopen = kolom.indices[kolom.indptr[knoop] : kolom.indptr[knoop + 1]]
            if len(knopen):
                yield np.searchsorted(start, np.sort(knopen)), diepte - 1 - afstand

    def evidence(self, school: int, u: int, v: int, stap: int) -> tuple[str, ...]:
        """What the repair of a step rests on, beside the tie: bands to *u*, bands from *v*, ``BIEDT``."""
        beeld, plaats = self.bereik.beeld, int(self.bereik.plaats[school])
        knoop, diepte = int(self.bereik.start[school]), self.bereik.routes.schakels
        banden: list[int] = []
        over = diepte - 1
        if u != knoop:
            banden += self._path(knoop, u)
            over -= len(banden)
        verder, plek, bit = self.bereik.routes.verder, v, 1 << stap
        while not self.helpt[0][plaats, plek] & bit:
            links = range(int(verder.grenzen[plek]), int(verder.grenzen[plek + 1]))
            over -= 1
            link = next(nr for nr in links if self.helpt[over][plaats, verder.naar[nr]] & bit)
            banden.append(int(verder.band[link]))
            plek = int(verder.naar[link])
        aanbod = int(self.offers_of(plek, plaats, stap)[0])
        biedt = self._biedt[plek, int(self.bereik.aanbod.knopen[aanbod])]
        return (*rids_of(beeld, banden), biedt)

    def _path(self, van: int, naar: int) -> list[int]:
        """Bands of a shortest route from a school to who stands on its routes."""
        routes, (een, ander) = self.bereik.routes, (np.array([van]), np.array([naar]))
        eerste = int(routes.eerste.place(een, ander)[0])
        if eerste >= 0:
            return [int(routes.eerste.band[eerste])]
        lengte = next(nr for nr, niveau in enumerate(self.niveaus, 1) if naar in _row(niveau, van))
        pad: list[int] = routes.paths(een, ander, lengte)[0].tolist()
        return pad

    def offers_of(self, aanbieder: int, plaats: int, stap: int) -> Getallen:
        """Offers of a provider that fit a municipality and step and are not full, in order."""
        aanbod = self.bereik.aanbod
        eigen = np.sort(_row(aanbod.aanbieders, aanbieder))
        passend: Getallen = eigen[aanbod.gebied[plaats, eigen] & aanbod.vrij_per_stap[eigen, stap]]
        return passend

    @cached_property
    def _biedt(self) -> dict[tuple[int, int], str]:
        tabel = self.bereik.beeld.van_type("BIEDT")
        paren = zip(tabel.van.tolist(), tabel.naar.tolist(), strict=True)
        # Backwards, so that the first key is written last and wins.
        return dict(zip(reversed(list(paren)), reversed(tabel.rids), strict=True))


def positions(stappen: int) -> list[int]:
    """Positions in ``STAPPEN`` of a set of steps.

    >>> positions(5)
    [0, 2]
    """
    return [stap for stap in range(len(STAPPEN)) if stappen >> stap & 1]


def step_names(stappen: int) -> tuple[str, ...]:
    """The steps of a set, by name."""
    return tuple(STAPPEN[stap][1] for stap in positions(stappen))


def theme_bits(thema: str) -> int:
    """The steps that apply to a theme, as bits."""
    return sum(1 << stap for stap, (t, _) in enumerate(STAPPEN) if t == thema)


def _row(matrix: Matrix, rij: int) -> Getallen:
    begin, eind = matrix.indptr[rij : rij + 2].tolist()
    return np.array(matrix.indices[begin:eind], dtype=np.int64)
