"""Long columns of whole numbers as text, as the page unpacks them (``web/src/data/kolommen.ts``).

A tie is a dozen small numbers; as JSON, a hundred thousand ties are a third of a file that must fit in a
mail. Here each number takes one letter or a few, and a column may first be turned into differences (places
that rise), or into values with how often each follows itself (groups), whichever is shortest.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import cast

import numpy as np

from netwerkkaart.kaart.blokken.letters import LETTERS
from netwerkkaart.kaart.getalstroom import Kolom, letters_in, pack_numbers, unpack_numbers

LANG = 64
"""From how many numbers on a column is packed; shorter ones stay legible."""
_GROOTST = 2**31
"""Numbers and their differences must stay below this on either side: the page counts in as many bits."""
_VERSCHIL, _LOPEND = 1, 2


def pack(waarde: object) -> object:
    """The same data, with each long column of numbers as ``{"kolom": text}``. O(size).

    A long list of lists of numbers becomes ``{"lijsten": [lengths, all numbers]}``, each of them packed. The
    rest stays as it is; the argument is not changed.

    >>> pack({"naam": ["Ark"], "soort": [3] * 1000})
    {'naam': ['Ark'], 'soort': {'kolom': '26=M'}}
    """
    if isinstance(waarde, Mapping):
        return {sleutel: pack(deel) for sleutel, deel in waarde.items()}
    if not isinstance(waarde, list):
        return waarde
    if len(waarde) < LANG:
        return [pack(deel) for deel in waarde]
    if _is_column(waarde):
        return {"kolom": pack_column(waarde)}
    if all(isinstance(deel, list) and _is_column(deel) for deel in waarde):
        plat = [getal for deel in waarde for getal in deel]
        return {"lijsten": [pack([len(deel) for deel in waarde]), pack(plat)]}
    return waarde


def _is_column(lijst: Sequence[object]) -> bool:
    if any(soort is not int for soort in set(map(type, lijst))):
        return False
    getallen = cast(Sequence[int], lijst)
    return not lijst or (2 * min(getallen) > -_GROOTST and 2 * max(getallen) < _GROOTST)


def pack_column(getallen: Sequence[int]) -> str:
    """A column as text: what was done to it (1: differences, 2: values and how often), then its numbers.

    Args:
        getallen: at most 2**30 in size.

    >>> pack_column([7, 8, 9, 9, 9]), unpack_column(pack_column([7, 8, 9, 9, 9]))
    ('0EGIII', [7, 8, 9, 9, 9])
    """
    kolom = np.array(getallen, np.int64)
    beste: tuple[int, int, Kolom] | None = None
    for soort in range(4):
        delen = np.diff(kolom, prepend=0) if soort & _VERSCHIL else kolom
        # Small numbers on both sides of nought become small numbers: 0, −1, 1, −2, … are 0, 1, 2, 3, …
        delen = np.where(delen < 0, -2 * delen - 1, 2 * delen)
        if soort & _LOPEND:
            delen = _runs(delen)
        lengte = int(letters_in(delen).sum())
        if beste is None or lengte < beste[0]:
            beste = (lengte, soort, delen)
    assert beste is not None
    return LETTERS[beste[1]] + pack_numbers(beste[2])


def _runs(kolom: Kolom) -> Kolom:
    """Value and how often, value and how often, …"""
    if not len(kolom):
        return kolom
    begin = np.concatenate(([0], np.flatnonzero(np.diff(kolom)) + 1))
    return np.column_stack((kolom[begin], np.diff(begin, append=len(kolom)))).ravel()


def unpack_column(tekst: str) -> list[int]:
    """The numbers of :func:`pack_column`, as the page reads them. O(n)."""
    soort = LETTERS.index(tekst[0])
    delen = unpack_numbers(tekst[1:])
    if soort & _LOPEND:
        delen = [
            waarde for waarde, hoe_vaak in zip(delen[::2], delen[1::2], strict=True) for _ in range(hoe_vaak)
        ]
    delen = [-(getal + 1) // 2 if getal % 2 else getal // 2 for getal in delen]
    if soort & _VERSCHIL:
        delen = np.cumsum(delen).tolist() if delen else []
    return delen


def unpack(waarde: object) -> object:
    """What :func:`pack` was given.

    >>> unpack(pack({"soort": [3, -1] * 100})) == {"soort": [3, -1] * 100}
    True
    """
    if isinstance(waarde, list):
        return [unpack(deel) for deel in waarde]
    if not isinstance(waarde, Mapping):
        return waarde
    if set(waarde) == {"kolom"}:
        return unpack_column(str(waarde["kolom"]))
    if set(waarde) == {"lijsten"}:
        lengtes, plat = cast(tuple[list[int], list[int]], tuple(unpack(deel) for deel in waarde["lijsten"]))
        grenzen = np.cumsum([0, *lengtes]).tolist()
        return [plat[begin:eind] for begin, eind in pairwise(grenzen)]
    return {sleutel: unpack(deel) for sleutel, deel in waarde.items()}
