"""Columns that repeat themselves, as runs: the page unpacks them (``data/gegevens.ts``)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

Banden = dict[str, list[int]]
"""Columns of ties."""
LOPEND = ("groep", "stap")
"""Columns of ties that are written as runs: ties stand group after group, and few name a step."""


def runs(kolom: Sequence[int]) -> list[int]:
    """Value and how often, value and how often, …

    >>> runs([0, 0, 0, 2, -1, -1])
    [0, 3, 2, 1, -1, 2]
    """
    uit: list[int] = []
    for waarde, groep in groupby(kolom):
        uit += [waarde, sum(1 for _ in groep)]
    return uit


def pack_ties(banden: Banden) -> Banden:
    """The block of ties as it is written."""
    return {naam: runs(kolom) if naam in LOPEND else kolom for naam, kolom in banden.items()}
