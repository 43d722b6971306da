"""Many numbers as one text: short in the file, and read by the page in one walk."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import numpy as np

from netwerkkaart.kaart.blokken.letters import LETTERS

Kolom = np.ndarray[tuple[int], np.dtype[np.int64]]
_HALF: Final = len(LETTERS) // 2
"""Letters below this end a number; the others say that more of it follows."""


def pack_numbers(getallen: Iterable[int]) -> str:
    """Numbers from 0 up as text, the small ones in one letter. O(n).

    A number stands in base 44, its lowest digit first. Letters of the second half of ``LETTERS`` say that
    more digits follow; the page reads them in ``data/getalstroom.ts``.

    >>> pack_numbers([0, 9, 43]), pack_numbers([44]), pack_numbers([5000])
    ('09h', 'i1', '.+2')
    """
    kolom = np.fromiter(getallen, np.int64) if not isinstance(getallen, np.ndarray) else getallen
    aantal = letters_in(kolom)
    plek = np.arange(int(aantal.max(initial=1)))
    cijfers = (kolom[:, None] // _HALF**plek) % _HALF
    cijfers += np.where(plek < aantal[:, None] - 1, _HALF, 0)
    letters = np.frombuffer(LETTERS.encode("ascii"), np.uint8)
    return str(letters[cijfers[plek < aantal[:, None]]].tobytes(), "ascii")


def letters_in(kolom: Kolom) -> Kolom:
    """How many letters each number takes."""
    aantal = np.ones(len(kolom), np.int64)
    grens = _HALF
    while (groter := kolom >= grens).any():
        aantal += groter
        grens *= _HALF
    return aantal


def unpack_numbers(tekst: str) -> list[int]:
    """The numbers of :func:`pack_numbers`. O(n).

    >>> unpack_numbers(pack_numbers([0, 9, 43, 44, 5000]))
    [0, 9, 43, 44, 5000]
    """
    uit: list[int] = []
    getal, gewicht = 0, 1
    for letter in tekst:
        cijfer = LETTERS.index(letter)
        getal += cijfer % _HALF * gewicht
        gewicht *= _HALF
        if cijfer < _HALF:
            uit.append(getal)
            getal, gewicht = 0, 1
    return uit
