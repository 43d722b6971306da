"""Long columns of small numbers as text: a letter each, or runs of letters, whichever is shorter."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from itertools import groupby
from typing import Generic, TypeVar

from netwerkkaart.kaart.resultaten import Blok

T = TypeVar("T", bound=Hashable)
LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%()*+,-./:;=?@[]^_`{|}~"
"""Letters that JSON and HTML leave as they are; the page reads the same ones (``data/letters.ts``)."""
_BASIS = len(LETTERS)


class Nummering(Generic[T]):
    """Numbers values in the order in which they come."""

    def __init__(self) -> None:
        self._nummers: dict[T, int] = {}

    def nummer(self, waarde: T) -> int:
        """The number of a value."""
        return self._nummers.setdefault(waarde, len(self._nummers))

    @property
    def rijen(self) -> list[T]:
        """All values, in order of their numbers."""
        return list(self._nummers)


def pack_letters(nummers: Sequence[int]) -> Blok:
    """A column of numbers from −1 up as text. O(n).

    Args:
        nummers: below the square of the number of letters, less one.

    Returns:
        ``breed``: letters for each number (of number + 1); ``lopend``: 1 when after each number stands one
        letter more that says how often it follows itself; ``tekst``.

    >>> pack_letters([0, 0, 0, 0, 0, 2])["tekst"], pack_letters([0, 1, -1])["tekst"]
    ('1430', '120')
    """
    breed = 1 if max(nummers, default=0) + 1 < _BASIS else 2
    plat = "".join([letters_of(nummer + 1, breed) for nummer in nummers])
    delen = []
    for nummer, groep in groupby(nummers):
        rest = sum(1 for _ in groep)
        while rest:
            stuk = min(rest, _BASIS)
            delen.append(letters_of(nummer + 1, breed) + LETTERS[stuk - 1])
            rest -= stuk
    lopend = "".join(delen)
    korter = len(lopend) < len(plat)
    return {"breed": breed, "lopend": int(korter), "tekst": lopend if korter else plat}


def letters_of(nummer: int, breed: int) -> str:
    """A number in one or two letters.

    >>> letters_of(10, 1), letters_of(100, 2)
    ('A', '1C')
    """
    hoog, laag = divmod(nummer, _BASIS)
    return LETTERS[laag] if breed == 1 else LETTERS[hoog] + LETTERS[laag]
