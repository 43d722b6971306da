"""What chance alone would give: sectors dealt out anew over the organisations, the bands left as they are.

Every order of the sector labels over the organisations is equally likely (a permutation test with the graph
held fixed). A figure that sums something over bands, or over pairs of neighbours, then has an expectation
and a variance in closed form: they follow from the chance that two, three, four or five organisations get
certain sectors, drawn without putting back, and from how many bands or pairs share an organisation.
Nothing is sampled, so there is no sampling error.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from netwerkkaart.analyse.basis import Getallen

Waarden = NDArray[np.float64]

_AFRONDING = 1e-9
"""A variance below this, relative to the square of the mean, is the rounding of zero."""


@dataclass(frozen=True)
class Kansmaat:
    """Expectation and standard deviation of figures under the null model; arrays of one shape.

    >>> maat = Kansmaat(np.array([4.0, 1.0]), np.array([2.0, 0.0]))
    >>> maat.z(np.array([7.0, 1.0])).tolist()
    [1.5, nan]
    """

    verwacht: Waarden
    spreiding: Waarden

    def z(self, gezien: NDArray[np.generic]) -> Waarden:
        """How many standard deviations what was seen lies above the expectation; NaN where nothing varies."""
        with np.errstate(divide="ignore", invalid="ignore"):
            uit = (gezien.astype(np.float64) - self.verwacht) / self.spreiding
        return np.where(self.spreiding > 0, uit, np.nan)


@dataclass(frozen=True)
class Loting:
    """Sectors dealt out over organisations.

    Args:
        aantallen: how many organisations there are of each sector, shape ``(s,)``.
    """

    aantallen: Getallen

    @cached_property
    def kansen(self) -> tuple[Waarden, ...]:
        """Chance that *k* organisations get a row of sectors, for *k* = 0 … 5: shapes ``()``, ``(s,)``, …

        Where there are fewer than *k* organisations the chances are zero: no figure asks for them then.
        """
        s, totaal = len(self.aantallen), int(self.aantallen.sum())
        uit: list[Waarden] = [np.ones(())]
        for k in range(5):
            assen = [
                np.arange(s).reshape([-1 if as_ == i else 1 for as_ in range(k + 1)]) for i in range(k + 1)
            ]
            al = sum(((assen[i] == assen[k]) for i in range(k)), np.zeros([1] * (k + 1), dtype=np.int64))
            over = np.maximum(self.aantallen.reshape([1] * k + [-1]) - al, 0)
            uit.append(uit[-1][..., None] * over / max(totaal - k, 1))
        return tuple(uit)

    def over_bands(self, gewicht: Waarden, banden: int, buren: int) -> Kansmaat:
        """A figure that adds up a weight per band.

        Args:
            gewicht: what a band weighs by the sectors of its ends, symmetric; shape ``(s, s)``.
            banden: how many bands there are.
            buren: how many pairs of bands share an organisation (each pair once).
        """
        _, _, twee, drie, vier, _ = self.kansen
        verwacht = banden * float((twee * gewicht).sum())
        kwadraat = banden * float((twee * gewicht**2).sum())
        kwadraat += 2 * buren * float(np.einsum("abc,ab,ac->", drie, gewicht, gewicht))
        los = banden * (banden - 1) - 2 * buren
        kwadraat += los * float(np.einsum("abcd,ab,cd->", vier, gewicht, gewicht))
        return _measure(np.array(verwacht), np.array(kwadraat))

    def over_pairs(self, rol: Waarden, paren: Getallen, buren: Getallen) -> Kansmaat:
        """For each organisation a figure that counts the open pairs of neighbours with a role.

        Args:
            rol: 1 where an organisation of the first sector has the role between neighbours of the other
                two, else 0; shape ``(s, s, s)``, symmetric in the last two.
            paren: how many open pairs each organisation has.
            buren: how many ordered pairs of these share a neighbour.
        """
        _, _, _, drie, vier, vijf = self.kansen
        kans = float((drie * rol).sum())
        gedeeld = float(np.einsum("vabc,vab,vac->", vier, rol, rol))
        los = float(np.einsum("vabcd,vab,vcd->", vijf, rol, rol))
        rest = paren * (paren - 1) - buren
        return _measure(np.asarray(paren * kans), paren * kans + buren * gedeeld + rest * los)


def _measure(verwacht: Waarden, kwadraat: Waarden) -> Kansmaat:
    """From the expectation of a figure and of its square."""
    variantie = kwadraat - verwacht**2
    variantie = np.where(variantie > _AFRONDING * np.maximum(verwacht**2, 1e-300), variantie, 0.0)
    return Kansmaat(np.asarray(verwacht, dtype=np.float64), np.sqrt(variantie))


def count_sectors(sector: Getallen, sectoren: int) -> Getallen:
    """How many organisations there are of each sector; −1 is none.

    >>> count_sectors(np.array([0, 2, 2, -1]), 3).tolist()
    [1, 0, 2]
    """
    return np.bincount(sector[sector >= 0], minlength=sectoren).astype(np.int64)


def adjacent_pairs(graad: Getallen) -> int:
    """How many pairs of bands share an organisation, each pair once; from the number of bands of each.

    Two bands share at most one organisation, as there is one band at most between any two.

    >>> adjacent_pairs(np.array([3, 1, 1, 1]))
    3
    """
    return int((graad * (graad - 1) // 2).sum())
