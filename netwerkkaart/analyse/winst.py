"""What a new ``WERKT_SAMEN_MET`` would add: for every pair at once, and exactly.

A new tie between *u* and *v* makes (school, theme, step) reached when it is the missing link of a route of
at most *L* links: as first link of a school *u*, or from a *u* at *i* links to a *v* that helps within
*L* − 1 − *i* more. Both directions of one tie can never serve the same open triple (the sum of the four
distances would have to be at most 2L − 2 and, as neither end helps yet, at least 2L + 2), so the
gain of a tie is the sum over its two directions: two matrices and their transpose hold every gain.
Ties that are not allowed have no gain.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csc_array, csr_array, hstack, vstack

from netwerkkaart.analyse.aanbod import Matrix
from netwerkkaart.analyse.basis import STAPPEN, Getallen
from netwerkkaart.analyse.bereik import Bereik
from netwerkkaart.analyse.knelpunten import goal_layers
from netwerkkaart.analyse.routes import is_kind
from netwerkkaart.graph.beeld import Masker

Winsten = NDArray[np.float32]


class Winst:
    """Gains of every possible tie, kept exact while triples are covered one tie after another.

    Args:
        bereik: the reach.
        telt: which schools count, shape ``(S,)``.
        mag: which organisations may get a new tie, shape ``(n,)``; all for None.
        verboden: pairs that may not be joined, shape ``(p, 2)``.
    """

    def __init__(
        self, bereik: Bereik, telt: Masker, mag: Masker | None = None, verboden: Getallen | None = None
    ) -> None:
        n = bereik.beeld.aantal_organisaties
        self.bereik = bereik
        self._mag: Masker = np.ones(n, dtype=np.bool_) if mag is None else mag
        self._verboden = np.zeros((0, 2), dtype=np.int64) if verboden is None else verboden
        self._vol = np.zeros(n, dtype=np.bool_)
        self._matrix: tuple[Winsten, Getallen] | None = None
        self.open: Masker = bereik.past & ~bereik.bereikt & telt[:, None]
        self._diepte = bereik.routes.schakels
        doorgang = ~is_kind(bereik.beeld, "School", "Clb", "Bestuur")
        lagen = [goal_layers(bereik, stap, self._diepte - 1) for stap in range(len(STAPPEN))]
        # [depth][step, municipality, organisation]; a Clb or school is never entered by a new tie.
        self._helpt = [np.stack([per_stap[j] for per_stap in lagen]) & doorgang for j in range(self._diepte)]
        # Where a school stands after 1, 2, … links that leave at least one over for the new tie.
        niveaus = bereik.routes.levels(self._diepte - 1)
        self._kolom = [csc_array(niveau) for niveau in niveaus]
        self._afstand = [niveau[bereik.start].astype(np.float32).T.tocsr() for niveau in niveaus]
        self._doelen = np.flatnonzero(self._helpt[-1].any(axis=(0, 1)))
        # Place of each organisation among the goals, and among the rows of the matrix of gains.
        self._plek, self._rang = np.full(n, -1), np.full(n, -1)
        self._plek[self._doelen] = np.arange(len(self._doelen))
        self._schoolwinst = np.full(len(bereik.start), -1.0, dtype=np.float32)

    def triples(self, u: int, v: int, open_: Masker | None = None) -> Masker:
        """Which open (school, step) a tie would make reached; shape ``(S, 6)``."""
        open_ = self.open if open_ is None else open_
        uit = np.zeros_like(open_)
        for van, naar in ((u, v), (v, u)):
            for scholen, over in self._reaching(van):
                helpt = self._helpt[over][:, self.bereik.plaats[scholen], naar].T
                uit[scholen] |= helpt & open_[scholen]
        return uit

    def best(self) -> tuple[float, Getallen, Getallen]:
        """The highest gain, and both ends of every tie that has it; not with who has enough new ties."""
        score, rijen = self._scores()
        if self._vol.any():
            score = score * ~self._vol[rijen][:, None] * ~self._vol[self._doelen]
        per_rij = score.max(axis=1, initial=0)
        top = float(per_rij.max(initial=0))
        delen: list[tuple[Getallen, Getallen]] = []
        if top <= len(STAPPEN):
            self._refresh_schools()
            top = max(top, float(self._schoolwinst.max(initial=0)))
            delen.extend(self._school_ties(lambda winst: winst == top) if top > 0 else ())
        if top > 0 and (per_rij == top).any():
            hoogste = np.flatnonzero(per_rij == top)
            rij, kolom = np.nonzero(score[hoogste] == top)
            delen.append((rijen[hoogste[rij]], self._doelen[kolom]))
        leeg = np.empty(0, dtype=np.int64)
        if top <= 0 or not delen:
            return 0.0, leeg, leeg
        return top, np.concatenate([d[0] for d in delen]), np.concatenate([d[1] for d in delen])

    def cover(self, gedekt: Masker) -> None:
        """Take triples out: they are reached now."""
        self._scores()  # they are taken off what was gained before
        self.open = self.open & ~gedekt
        self._add(-self._directed(gedekt))
        self._schoolwinst[gedekt.any(axis=1)] = -1

    def fill(self, organisaties: Masker) -> None:
        """These organisations have enough new ties: the next ones go to others."""
        self._vol = organisaties
        self._schoolwinst[:] = -1

    def top(self, aantal: int) -> list[int]:
        """The highest gains of so many ties, descending; less when there are fewer with a gain.

        Who has enough new ties still counts: this serves to bound every choice, also others.
        """
        score, rijen = self._scores()
        # The highest of all stand in the rows with the highest maxima. A tie may stand there twice.
        plekken = np.argsort(-score.max(axis=1, initial=0), kind="stable")[: 2 * aantal]
        rij, kolom = np.nonzero(score[plekken])
        waarden, paren = score[plekken][rij, kolom], self._keys(rijen[plekken][rij], self._doelen[kolom])
        _, eerste = np.unique(paren, return_index=True)
        hoogste = np.sort(waarden[eerste])[::-1][:aantal]
        if len(hoogste) < aantal or hoogste[-1] < len(STAPPEN):
            winsten = [winst[winst > 0] for _, winst in self._school_tables(vol=False)]
            hoogste = np.sort(np.concatenate([hoogste, *winsten]))[::-1][:aantal]
        uit: list[int] = hoogste.astype(np.int64).tolist()
        return uit

    def candidates(self) -> Getallen:
        """Both ends of every tie with a gain, the lower number first, in order; shape ``(c, 2)``."""
        score, rijen = self._scores()
        rij, kolom = np.nonzero(score)
        delen = [(rijen[rij], self._doelen[kolom]), *self._school_ties(lambda winst: winst > 0, vol=False)]
        sleutels = np.unique(np.concatenate([self._keys(u, v) for u, v in delen]))
        n = self.bereik.beeld.aantal_organisaties
        return np.column_stack([sleutels // max(n, 1), sleutels % max(n, 1)])

    def _keys(self, u: Getallen, v: Getallen) -> Getallen:
        """One number for each pair, whichever end comes first."""
        sleutels: Getallen = np.minimum(u, v) * self.bereik.beeld.aantal_organisaties + np.maximum(u, v)
        return sleutels

    def _reaching(self, knoop: int) -> Iterator[tuple[Getallen, int]]:
        """Schools at each distance from a node, and how many links are over after a tie from it."""
        eigen = np.flatnonzero(self.bereik.start == knoop)
        if len(eigen):
            yield eigen.astype(np.int64), self._diepte - 1
        for afstand, kolom in enumerate(self._kolom, start=1):
            knopen = kolom.indices[kolom.indptr[knoop] : kolom.indptr[knoop + 1]]
            if len(knopen):
                yield (
                    np.searchsorted(self.bereik.start, np.sort(knopen)).astype(np.int64),
                    self._diepte - 1 - afstand,
                )

    def _directed(self, open_: Masker) -> Matrix:
        """Gain from each organisation (row) to each that helps (column), in that direction.

        A product of (organisation × how many open schools per municipality and step it stands near) and
        (municipality and step × who helps).
        """
        n = self.bereik.beeld.aantal_organisaties
        som = csr_array((n, len(self._doelen)), dtype=np.float32)
        for afstand in range(1, self._diepte):
            helpt = self._helpt[self._diepte - 1 - afstand][:, :, self._doelen]
            bij, wie = [], []
            for stap in range(len(STAPPEN)):
                scholen = np.flatnonzero(open_[:, stap])
                gemeenten, kolom = np.unique(self.bereik.plaats[scholen], return_inverse=True)
                waar = csr_array(
                    (np.ones(len(scholen), dtype=np.float32), (scholen, kolom)),
                    shape=(len(open_), len(gemeenten)),
                )
                bij.append(self._afstand[afstand - 1] @ waar)
                wie.append(csr_array(helpt[stap][gemeenten].astype(np.float32)))
            som = som + csr_array(hstack(bij, format="csr")) @ csr_array(_stack(wie, len(self._doelen)))
        return csr_array(som)

    def _scores(self) -> tuple[Winsten, Getallen]:
        """Gain of every pair, row node × goal, both directions; and the nodes of the rows.

        Made once, and then kept: what is covered is taken off.
        """
        if self._matrix is None:
            heen = self._directed(self.open)
            rijen = np.flatnonzero(np.diff(heen.indptr) > 0).astype(np.int64)
            self._rang[rijen] = np.arange(len(rijen))
            self._matrix = np.zeros((len(rijen), len(self._doelen)), dtype=np.float32), rijen
            self._add(heen)
        return self._matrix

    def _add(self, gericht: Matrix) -> None:
        """Add directed gains to the matrix, at both places where a pair may stand, where it is allowed."""
        score, _ = self._scores()
        deel = gericht.tocoo()
        van, kolom = (kant.astype(np.int64) for kant in deel.coords)
        naar = self._doelen[kolom]
        mag = self._mag[van] & self._mag[naar]
        for rij, plek in ((self._rang[van], kolom), (self._rang[naar], self._plek[van])):
            # The other direction counts where the goal is a row too, and the row a goal.
            waar = np.flatnonzero(mag & (rij >= 0) & (plek >= 0))
            score[rij[waar], plek[waar]] += deel.data[waar]
        for u, v in (*self._verboden.tolist(), *self._verboden[:, ::-1].tolist()):
            if self._rang[u] >= 0 and self._plek[v] >= 0:
                score[self._rang[u], self._plek[v]] = 0

    def _refresh_schools(self) -> None:
        """Best gain of a tie of each school, where it changed."""
        for scholen, winst in self._school_tables(np.flatnonzero(self._schoolwinst < 0)):
            self._schoolwinst[scholen] = winst.max(axis=1, initial=0)

    def _school_ties(
        self, kiest: Callable[[Winsten], Masker], *, vol: bool = True
    ) -> Iterator[tuple[Getallen, Getallen]]:
        """Both ends of the ties of schools whose gain is chosen."""
        beste = np.flatnonzero(kiest(self._schoolwinst)) if vol else None
        for scholen, winst in self._school_tables(beste, vol=vol):
            rij, kolom = np.nonzero(kiest(winst))
            yield self.bereik.start[scholen[rij]].astype(np.int64), self._doelen[kolom].astype(np.int64)

    def _school_tables(
        self, scholen: Getallen | None = None, *, vol: bool = True
    ) -> Iterator[tuple[Getallen, Winsten]]:
        """Per municipality its schools among some (or all), and the gain of a tie of each with each goal.

        Args:
            scholen: positions of schools.
            vol: whether who has enough new ties is left out.
        """
        scholen = np.arange(len(self.open)) if scholen is None else scholen
        mag = self._mag & ~self._vol if vol else self._mag
        plaats = self.bereik.plaats[scholen]
        for gemeente in np.unique(plaats).tolist():
            hier = scholen[plaats == gemeente]
            start = self.bereik.start[hier]
            helpt = self._helpt[-1][:, gemeente, :][:, self._doelen].astype(np.float32)
            winst: Winsten = (self.open[hier] & mag[start][:, None]).astype(np.float32) @ (
                helpt * mag[self._doelen]
            )
            for u, v in (*self._verboden.tolist(), *self._verboden[:, ::-1].tolist()):
                if self._plek[v] >= 0:
                    winst[start == u, self._plek[v]] = 0
            yield hier, winst


def _stack(delen: list[Matrix], breedte: int) -> Matrix:
    """Sparse matrices under each other; empty when there are none."""
    leeg = csr_array(np.zeros((0, breedte), dtype=np.float32))
    return csr_array(vstack([leeg, *delen], format="csr"))
