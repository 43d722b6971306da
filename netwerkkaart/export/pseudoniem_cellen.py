"""Cells of at least ``k``: which characteristics of each organisation are shown, so that none stands alone.

Definition: k-anonymity, L. Sweeney, "k-anonymity: a model for protecting privacy", International Journal of
Uncertainty, Fuzziness and Knowledge-Based Systems 10(5), 2002. The quasi-identifiers are kind, region and
size band. A cell that is too small gives up, step by step, the band, the region, the kind (its sector stays)
and the sector; what is too few even then goes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from netwerkkaart.schema.register import SOORTEN

VERBORGEN = ""
"""What stands where a characteristic is not shown."""
ONGEKEND = "ongekend"
"""What stands where it is not known, or a size makes no sense."""
KLASSEN: tuple[tuple[int, str], ...] = ((100, "minder dan 100"), (300, "100 tot 299"), (600, "300 tot 599"))
"""Size bands of schools, in pupils: below each bound its name."""
GROOTST = "600 en meer"


@dataclass(frozen=True, slots=True, order=True)
class Kenmerken:
    """What is shown of an organisation; empty: not shown.

    Args:
        sector: code of the sector.
        soort: label of the kind.
        regio: code of the region, or ``ongekend``.
        grootte: name of the size band, or ``ongekend``.
    """

    sector: str
    soort: str
    regio: str
    grootte: str

    @property
    def verborgen(self) -> int:
        """How many characteristics are not shown."""
        return sum(not deel for deel in (self.sector, self.soort, self.regio, self.grootte))

    def coarser(self) -> Kenmerken | None:
        """The same with one characteristic fewer; None when nothing is left."""
        if self.grootte:
            return Kenmerken(self.sector, self.soort, self.regio, VERBORGEN)
        if self.regio:
            return Kenmerken(self.sector, self.soort, VERBORGEN, VERBORGEN)
        if self.soort:
            return Kenmerken(self.sector, VERBORGEN, VERBORGEN, VERBORGEN)
        return Kenmerken(VERBORGEN, VERBORGEN, VERBORGEN, VERBORGEN) if self.sector else None


def describe(soort: str, regio: str | None, leerlingen: object) -> Kenmerken:
    """All characteristics of an organisation.

    >>> describe("School", "limburg", 250)
    Kenmerken(sector='onderwijs', soort='School', regio='limburg', grootte='100 tot 299')
    """
    return Kenmerken(SOORTEN[soort].soort.sector or ONGEKEND, soort, regio or ONGEKEND, size_band(leerlingen))


def size_band(leerlingen: object) -> str:
    """The band of a number of pupils.

    >>> [size_band(n) for n in (99, 100, 600, None)]
    ['minder dan 100', '100 tot 299', '600 en meer', 'ongekend']
    """
    if not isinstance(leerlingen, int):
        return ONGEKEND
    return next((naam for grens, naam in KLASSEN if leerlingen < grens), GROOTST)


def protect(kenmerken: Sequence[Kenmerken], k: int) -> list[Kenmerken | None]:
    """What may be shown of each, so that every cell that is shown has at least ``k``; None: it must go.

    All of a cell that is too small become coarser together; the cells of a step are counted after those that
    came into it. So how it is done depends on no order. O(n).

    >>> a, b = describe("School", "limburg", 50), describe("School", "limburg", 150)
    >>> [uit and uit.grootte for uit in protect([a, a, b, b], 4)]
    ['', '', '', '']
    >>> protect([a, a], 3)
    [None, None]
    """
    nu: list[Kenmerken | None] = list(kenmerken)
    for stap in range(5):
        cellen = Counter(cel for cel in nu if cel is not None)
        nu = [
            cel.coarser() if cel is not None and cellen[cel] < k and cel.verborgen == stap else cel
            for cel in nu
        ]
    return nu
