"""Rows of a result that are made when somebody reads them.

An analysis works out columns of numbers: who, which verdict, on which relations it rests. The texts of a
row (names, ids, keys of relations) are looked up from these when the row is read. Who only needs the title,
the figures or the first rows does not pay for a hundred thousand texts.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from typing import TypeVar, overload

T_co = TypeVar("T_co", covariant=True)


class Rijen(Sequence[T_co]):
    """A sequence that makes each member on reading; for the rest it is the tuple of its members.

    It equals that tuple (and is hashed, printed and pickled as it), and what is made twice is equal,
    as rows are plain frozen values.

    Args:
        aantal: how many rows there are.
        make: makes the row at a position from 0 … *aantal* − 1; the same one every time.

    >>> rijen = Rijen(3, lambda plek: f"rij {plek}")
    >>> rijen[-1], rijen[1:], len(rijen), rijen == ("rij 0", "rij 1", "rij 2")
    ('rij 2', ('rij 1', 'rij 2'), 3, True)
    """

    __slots__ = ("_aantal", "_make")

    def __init__(self, aantal: int, make: Callable[[int], T_co]) -> None:
        self._aantal = aantal
        self._make = make

    @overload
    def __getitem__(self, plek: int) -> T_co: ...
    @overload
    def __getitem__(self, plek: slice) -> tuple[T_co, ...]: ...
    def __getitem__(self, plek: int | slice) -> T_co | tuple[T_co, ...]:
        plekken = range(self._aantal)[plek]  # negative positions and faults as for any sequence
        return self._make(plekken) if isinstance(plekken, int) else tuple(map(self._make, plekken))

    def __len__(self) -> int:
        return self._aantal

    def __iter__(self) -> Iterator[T_co]:
        return map(self._make, range(self._aantal))

    def __eq__(self, ander: object) -> bool:
        if isinstance(ander, tuple | Rijen):
            return len(self) == len(ander) and all(een == twee for een, twee in zip(self, ander, strict=True))
        return NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))

    def __reduce__(self) -> tuple[type[tuple[T_co, ...]], tuple[tuple[T_co, ...]]]:
        return tuple, (tuple(self),)


def joined(*delen: Sequence[T_co]) -> Rijen[T_co]:
    """Several sequences after each other, of which the members are made on reading.

    >>> joined((1, 2), (), (3,)) == (1, 2, 3)
    True
    """
    eindes = list(accumulate(map(len, delen), initial=0))

    def make(plek: int) -> T_co:
        deel = bisect_right(eindes, plek) - 1
        return delen[deel][plek - eindes[deel]]

    return Rijen(eindes[-1], make)
