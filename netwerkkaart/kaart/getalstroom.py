"""Many small numbers as one text: short in the file, and read by the page in one walk."""

from __future__ import annotations

from collections.abc import Iterable

from netwerkkaart.kaart.blokken.letters import LETTERS

_HALF = len(LETTERS) // 2


def pack_numbers(getallen: Iterable[int]) -> str:
    """Numbers from 0 up as text, the small ones in one letter. O(n).

    A number stands in base 44, its lowest digit first. Letters of the second half of ``LETTERS`` say that
    more digits follow; the page reads them in ``data/getalstroom.ts``.

    >>> pack_numbers([0, 9, 43]), pack_numbers([44]), pack_numbers([5000])
    ('09h', 'i1', '.+2')
    """
    return "".join(map(_digits, getallen))


def _digits(getal: int) -> str:
    tekst = ""
    while getal >= _HALF:
        tekst += LETTERS[_HALF + getal % _HALF]
        getal //= _HALF
    return tekst + LETTERS[getal]
