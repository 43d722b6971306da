"""What a new ``WERKT_SAMEN_MET`` would add: exactly, for as many pairs as need be looked at.

A new tie between *u* and *v* makes (school, theme, step) reached when it is the missing link of a route of
at most *L* links: as first link of a school *u*, or from a *u* at *i* links to a *v* that helps within
*L* − 1 − *i* more. Both directions of one tie can never serve the same open triple (the sum of the four
distances would have to be at most 2L − 2 and, as neither end helps yet, at least 2L + 2), so the
gain of a tie is the sum over its two directions.

The gains of all ties, written out, would fill far more memory than the network. So they are worked out as
lazy greedy choice asks for them (Minoux 1978): of each organisation a bound on its best tie is known, the
highest is looked at first, and what was once found bounds all that comes later, as gains only fall when
triples are covered. The first bound: no tie gains more than the open triples near both its ends, so at most
twice those near the end that has most. Ties between others: :mod:`~netwerkkaart.analyse.winst_rijen`; ties
of schools themselves: :mod:`~netwerkkaart.analyse.winst_scholen`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from netwerkkaart.analyse.basis import STAPPEN, Getallen
from netwerkkaart.analyse.bereik import Bereik
from netwerkkaart.analyse.hulplagen import Helpers, from_steps, to_steps
from netwerkkaart.analyse.ketenhulp import Hulp
from netwerkkaart.analyse.kolommen import pair_keys
from netwerkkaart.analyse.winst_rijen import Winstrijen
from netwerkkaart.analyse.winst_scholen import Schoolwinst, count_kinds
from netwerkkaart.graph.beeld import Masker

Paren = tuple[Getallen, Getallen]
"""Both ends of some pairs, as columns."""


def _keep(u: Getallen, v: Getallen) -> Paren:
    return u, v


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
        self.open: Masker = bereik.past & ~bereik.bereikt & telt[:, None]
        self._mag: Masker = np.ones(n, dtype=np.bool_) if mag is None else mag
        self._verboden = np.zeros((0, 2), dtype=np.int64) if verboden is None else verboden
        self._vol = np.zeros(n, dtype=np.bool_)
        self._hulp = bereik.once(Hulp)
        helpt, niveaus = self._hulp.helpt, self._hulp.niveaus
        self._rijen = Winstrijen(bereik, self.open, helpt, niveaus, self._mag, self._verboden)
        self._schoolhelpers = Helpers.of(helpt[-1])
        self._soorten: dict[bool, Getallen] = {}

    def triples(self, u: int, v: int, open_: Masker | None = None) -> Masker:
        """Which open (school, step) a tie would make reached; shape ``(S, 6)``."""
        return from_steps(self._hulp.mended(u, v)) & (self.open if open_ is None else open_)

    def best(self, houd: Callable[[Getallen, Getallen], Paren] = _keep) -> tuple[int, Getallen, Getallen]:
        """The highest gain, and both ends of every tie that has it; not with who has enough new ties.

        Args:
            houd: keeps of ties with equal gain those that may be chosen, so that they need not all be
                held at once. What it keeps of all is what it keeps of what it kept of each part.
        """
        top, delen = 0, _Delen(houd)
        for hoogstens, blok in self._rijen.blocks(~self._vol):
            if hoogstens < top:
                break
            u, v, winst = self._rijen.ties_of(blok)
            winst = winst * ~self._vol[v]
            hoogste = int(winst.max(initial=0))
            if hoogste > top:
                top, delen = hoogste, _Delen(houd)
            if top and hoogste == top:
                delen.add(u[winst == top], v[winst == top])
        if top <= len(STAPPEN):
            scholen = self._schools()
            hoogste = int(np.flatnonzero(scholen.counts()).max(initial=0))
            if hoogste > top:
                top, delen = hoogste, _Delen(houd)
            if top and hoogste == top:
                for paren in scholen.ties(lambda winst: winst == top):
                    delen.add(*paren)
        return top, *delen.joined()

    def cover(self, gedekt: Masker) -> None:
        """Take triples out: they are reached now."""
        self.open = self.open & ~gedekt
        self._rijen.cover(self.open)

    def fill(self, organisaties: Masker) -> None:
        """These organisations have enough new ties: the next ones go to others."""
        self._vol = organisaties
        self._soorten.pop(True, None)

    def top(self, aantal: int) -> list[int]:
        """The highest gains of so many ties, descending; less when there are fewer with a gain.

        Who has enough new ties still counts: this serves to bound every choice, also others.
        """
        sleutels, hoogste = (np.empty(0, dtype=np.int64) for _ in range(2))
        for hoogstens, blok in self._rijen.blocks():
            if len(hoogste) == aantal and hoogstens <= hoogste[-1]:
                break
            u, v, winst = self._rijen.ties_of(blok)
            # A tie stands with both its ends: once is enough.
            sleutels, eerste = np.unique(
                np.append(sleutels, pair_keys(len(self._mag), u, v)), return_index=True
            )
            winsten = np.append(hoogste, winst)[eerste]
            orde = np.argsort(-winsten, kind="stable")[:aantal]
            sleutels, hoogste = sleutels[orde], winsten[orde]
        if len(hoogste) < aantal or hoogste[-1] < len(STAPPEN):
            per_winst = self._schools(vol=False).counts()
            van_scholen = np.repeat(np.arange(len(per_winst)), np.minimum(per_winst, aantal))
            hoogste = np.sort(np.append(hoogste, van_scholen[van_scholen > 0]))[::-1][:aantal]
        uit: list[int] = hoogste.tolist()
        return uit

    def count(self) -> int:
        """How many ties have a gain."""
        aantal = sum(len(u) for u, _ in self._once())
        return aantal + int(self._schools(vol=False).counts()[1:].sum())

    def candidates(self) -> Getallen:
        """Both ends of every tie with a gain, the lower number first, in order; shape ``(c, 2)``."""
        n, delen = max(self.bereik.beeld.aantal_organisaties, 1), _Delen()
        for paren in self._once():
            delen.add(*paren)
        for paren in self._schools(vol=False).ties(lambda winst: winst > 0):
            delen.add(*paren)
        sleutels = np.sort(pair_keys(len(self._mag), *delen.joined()))
        return np.column_stack([sleutels // n, sleutels % n])

    def _once(self) -> Iterator[Paren]:
        """Both ends of the ties with a gain that are no ties of schools, each tie once."""
        dichtbij = self._rijen.near()
        for _, blok in self._rijen.blocks():
            u, v, _ = self._rijen.ties_of(blok)
            eens = (u < v) | (dichtbij[v] == 0)  # else it stands with the other end too
            yield u[eens], v[eens]

    def _schools(self, *, vol: bool = True) -> Schoolwinst:
        """What ties of schools themselves gain, between who may get a new tie.

        Args:
            vol: whether who has enough new ties is left out.
        """
        mag = self._mag & ~self._vol if vol else self._mag
        if vol not in self._soorten:
            self._soorten[vol] = count_kinds(self._schoolhelpers, mag)
        start, helpers = self.bereik.start, self._schoolhelpers
        open_ = to_steps(self.open & mag[start][:, None])
        return Schoolwinst(start, self.bereik.plaats, open_, helpers, self._soorten[vol], mag, self._verboden)


class _Delen:
    """Pairs that come in parts; of these only what may be chosen is held."""

    def __init__(self, houd: Callable[[Getallen, Getallen], Paren] = _keep) -> None:
        self._houd = houd
        self._delen: list[Paren] = []

    def add(self, u: Getallen, v: Getallen) -> None:
        """Add pairs: two columns."""
        self._delen.append(self._houd(u, v))

    def joined(self) -> Paren:
        """All that is held."""
        if not self._delen:
            return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64)
        u, v = (np.concatenate(kolom) for kolom in zip(*self._delen, strict=True))
        return self._houd(u, v)
