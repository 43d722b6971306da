"""Choosing a partner: near ones more often than far ones, and hubs more often than small ones."""

from __future__ import annotations

import math
from bisect import bisect
from collections.abc import Mapping, Sequence
from itertools import accumulate
from random import Random

from netwerkkaart.demo.model import Organisatie
from netwerkkaart.demo.plaatsen import Plaats, afstand

VERVAL = 9.0
"""Km over which the chance of a tie falls to 1/e."""

_VER = 0.004  # a small chance at any distance: some ties cross a province


class Nabij:
    """A group of organisations from which one is drawn, seen from a municipality.

    Drawing takes two binary searches; the kernel of a municipality is made when first asked for.
    """

    def __init__(self, groep: Sequence[Organisatie], plaatsen: Mapping[str, Plaats]) -> None:
        per_nis: dict[str, list[Organisatie]] = {}
        for org in groep:
            per_nis.setdefault(org.nis, []).append(org)
        self._plaatsen = plaatsen
        self._nissen = list(per_nis)
        self._leden = list(per_nis.values())
        self._cumulatief = [list(accumulate(org.trek for org in leden)) for leden in self._leden]
        self._kernen: dict[str, list[float]] = {}

    def kies(self, rng: Random, nis: str) -> Organisatie:
        """One organisation near a municipality."""
        kern = self._kernen.get(nis)
        if kern is None:
            kern = self._kernen[nis] = self._kern(nis)
        plek = min(bisect(kern, rng.random() * kern[-1]), len(kern) - 1)
        som = self._cumulatief[plek]
        return self._leden[plek][min(bisect(som, rng.random() * som[-1]), len(som) - 1)]

    def _kern(self, nis: str) -> list[float]:
        hier = self._plaatsen[nis]
        return list(
            accumulate(
                som[-1] * (math.exp(-afstand(self._plaatsen[daar], hier) / VERVAL) + _VER)
                for daar, som in zip(self._nissen, self._cumulatief, strict=True)
            )
        )
