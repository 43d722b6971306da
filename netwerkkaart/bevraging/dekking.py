"""The worth of a set of respondents, and the greedy choice of one."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Sequence

from netwerkkaart.bevraging.vraagparen import Vraagpaar

EERSTE, TWEEDE = 1.0, 0.5
"""Worth of a first and of a second end that speaks, as a share of the weight of the pair."""
_SOM = (0.0, EERSTE, EERSTE + TWEEDE)

Sprekers = Sequence[Sequence[tuple[int, tuple[int, ...]]]]
"""Per pair, per end that can still speak: the end, and who may be asked for it."""


class Dekking:
    """The worth of a growing set of respondents.

    Args:
        paren: the questions.
        sprekers: per pair, per end: who may speak for it.
    """

    def __init__(self, paren: Sequence[Vraagpaar], sprekers: Sprekers) -> None:
        self._paren = paren
        self._gehoord: list[set[int]] = [set() for _ in paren]
        self.per_kandidaat: dict[int, dict[int, list[int]]] = {}
        for nr, einden in enumerate(sprekers):
            for einde, wie in einden:
                for kandidaat in wie:
                    self.per_kandidaat.setdefault(kandidaat, {}).setdefault(nr, []).append(einde)
        self.waarde = 0.0

    @property
    def covered(self) -> int:
        """Of how many pairs somebody that was taken can speak."""
        return sum(map(bool, self._gehoord))

    def gain(self, kandidaat: int) -> float:
        """What a respondent adds now."""
        return sum(
            self._worth(nr, self._gehoord[nr].union(einden)) - self._worth(nr, self._gehoord[nr])
            for nr, einden in self.per_kandidaat.get(kandidaat, {}).items()
        )

    def _worth(self, nr: int, gehoord: set[int]) -> float:
        paar = self._paren[nr]
        voor, na = paar.bekend, min(2, paar.bekend + len(gehoord))
        return paar.gewicht * (_SOM[na] - _SOM[voor])

    def take(self, kandidaat: int) -> tuple[float, int]:
        """Add a respondent; what it added, and of how many pairs."""
        winst, vragen = self.gain(kandidaat), 0
        for nr, einden in self.per_kandidaat.get(kandidaat, {}).items():
            vragen += not self._gehoord[nr].issuperset(einden)
            self._gehoord[nr].update(einden)
        self.waarde += winst
        return winst, vragen

    def greedy(self, aantal: int, al: Iterable[int], ids: Sequence[str]) -> Iterator[int]:
        """The best ones left, one after another; each must be taken before the next is asked for.

        Lazily (Minoux 1978): a gain only falls, so that an old one is an upper bound. Equal gains: the
        lower id first.
        """
        weg = set(al)
        rij = [(-self.gain(k), ids[k], k) for k in self.per_kandidaat if k not in weg]
        heapq.heapify(rij)
        while aantal > 0 and rij:
            _, id_, knoop = heapq.heappop(rij)
            winst = self.gain(knoop)
            if winst <= 0:
                continue  # nothing left to tell; others may still have something
            if rij and (-winst, id_) > rij[0][:2]:
                heapq.heappush(rij, (-winst, id_, knoop))
                continue
            aantal -= 1
            yield knoop

    def best_left(self, aantal: int, gekozen: Sequence[tuple[int, float, int]]) -> float:
        """The sum of the greatest gains that are left: no set of that size adds more."""
        al = {knoop for knoop, _, _ in gekozen}
        return sum(heapq.nlargest(aantal, (self.gain(k) for k in self.per_kandidaat if k not in al)))
