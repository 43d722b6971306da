"""Small moves on sorted integer columns, that the analyses share. All are vectorised."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from netwerkkaart.analyse.basis import Getallen
from netwerkkaart.graph.beeld import Masker

Geheel = NDArray[np.integer]
Soort = TypeVar("Soort", bound=np.integer)


def first_of_runs(*kolommen: Geheel) -> Masker:
    """Which rows of sorted columns differ from the one before them; the first always does.

    >>> first_of_runs(np.array([3, 3, 5, 8, 8])).tolist()
    [True, False, True, True, False]
    """
    uit = np.zeros(len(kolommen[0]), dtype=np.bool_)
    uit[:1] = True
    for kolom in kolommen:
        uit[1:] |= kolom[1:] != kolom[:-1]
    return uit


def bounds(gesorteerd: Geheel, aantal: int) -> Getallen:
    """Where each of the groups 0 … *aantal* − 1 begins in a sorted column, and where the last ends.

    >>> bounds(np.array([0, 0, 2]), 3).tolist()
    [0, 2, 2, 3]
    """
    grenzen = np.zeros(aantal + 1, dtype=np.int64)
    np.cumsum(np.bincount(gesorteerd, minlength=aantal), out=grenzen[1:])
    return grenzen


def spread(grenzen: Geheel, groepen: Geheel) -> tuple[Getallen, Getallen]:
    """All members of some groups: for each its place in *groepen*, and its position.

    Args:
        grenzen: as :func:`bounds` gives them.
        groepen: numbers of the groups, in any order, also more than once.

    >>> rij, lid = spread(np.array([0, 2, 2, 3]), np.array([2, 0, 1]))
    >>> rij.tolist(), lid.tolist()
    ([0, 1, 1], [2, 0, 1])
    """
    begin = grenzen[groepen]
    aantal = grenzen[1:][groepen] - begin
    rij = np.repeat(np.arange(len(groepen), dtype=np.int64), aantal)
    # Position within the column = position in the answer + how far this group lies from there.
    afstand = begin - (np.cumsum(aantal) - aantal)
    return rij, np.arange(len(rij), dtype=np.int64) + afstand[rij]


def pieces(aantallen: Geheel, tegelijk: int) -> Iterator[tuple[int, int]]:
    """Stretches of a column of groups that hold about *tegelijk* members together, at least one group each.

    >>> list(pieces(np.array([2, 2, 9, 0, 1]), 4))
    [(0, 2), (2, 3), (3, 5)]
    """
    som = np.cumsum(aantallen)
    begin = 0
    while begin < len(som):
        voor = int(som[begin - 1]) if begin else 0
        eind = max(int(np.searchsorted(som, voor + tegelijk, side="right")), begin + 1)
        yield begin, eind
        begin = eind


def reduce_groups(ufunc: np.ufunc, waarden: NDArray[Soort], grenzen: Geheel, leeg: int) -> NDArray[Soort]:
    """One value per group of a column, by a ufunc such as ``np.minimum``; *leeg* for an empty group.

    Args:
        ufunc: what joins two values.
        waarden: the values, group after group.
        grenzen: as :func:`bounds` gives them.
        leeg: what stands for a group without values.

    >>> reduce_groups(np.minimum, np.array([4, 2, 9]), np.array([0, 2, 2, 3]), -1).tolist()
    [2, -1, 9]
    """
    gevuld = np.flatnonzero(grenzen[1:] > grenzen[:-1])
    uit = np.full(len(grenzen) - 1, leeg, dtype=waarden.dtype)
    # Empty groups lie between two filled ones, so that each filled one ends where the next begins.
    uit[gevuld] = ufunc.reduceat(waarden, grenzen[gevuld]) if len(gevuld) else leeg
    return uit


def sparse_rows(grenzen: Geheel, kolommen: Geheel, breedte: int) -> csr_array:
    """A sparse boolean matrix: each row is true at the columns of its group.

    Positions have 32 bits, as scipy would choose for itself from a list of pairs: they make products quicker.
    """
    waar, vorm = np.ones(len(kolommen), dtype=np.bool_), (len(grenzen) - 1, breedte)
    return csr_array((waar, kolommen.astype(np.int32), grenzen.astype(np.int32)), shape=vorm)


def sort_rows(*kolommen: Geheel) -> tuple[Getallen, ...]:
    """Rows of numbers from 0 up, in order of the first column, then of the second, and so on.

    The columns are packed in one number each row: to sort plain numbers is several times quicker than to
    sort by more keys. Where they do not fit in 64 bits they are sorted by more keys after all; a million
    organisations with ten million bands still fit.

    >>> [kolom.tolist() for kolom in sort_rows(np.array([7, 1, 7]), np.array([2, 0, 1]))]
    [[1, 7, 7], [0, 1, 2]]
    """
    bits = [int(kolom.max(initial=0)).bit_length() for kolom in kolommen]
    if sum(bits) > 64:
        orde = np.lexsort(kolommen[::-1])
        return tuple(kolom[orde].astype(np.int64) for kolom in kolommen)
    alles = np.zeros(len(kolommen[0]), dtype=np.uint64)
    for kolom, breedte in zip(kolommen, bits, strict=True):
        alles <<= np.uint64(breedte)
        alles |= kolom.astype(np.uint64)
    alles.sort()
    uit = []
    for breedte in reversed(bits):
        uit.append((alles & np.uint64((1 << breedte) - 1)).view(np.int64))
        alles >>= np.uint64(breedte)
    return tuple(reversed(uit))


def pair_keys(n: int, u: Geheel, v: Geheel) -> Getallen:
    """One number for each pair of numbers below *n*, whichever stands first: the lower × *n* + the higher.

    >>> pair_keys(10, np.array([2, 7]), np.array([7, 2])).tolist()
    [27, 27]
    """
    return np.minimum(u, v).astype(np.int64) * n + np.maximum(u, v)


def find(sleutels: Geheel, gezocht: Geheel) -> Getallen:
    """Position of each sought value in a sorted column; −1 where it is absent. Of equals the last.

    >>> find(np.array([2, 5, 9]), np.array([5, 6, 99])).tolist()
    [1, -1, -1]
    """
    plaats = np.searchsorted(sleutels, gezocht, side="right") - 1
    uit: Getallen = np.where((plaats >= 0) & (_take(sleutels, plaats) == gezocht), plaats, -1)
    return uit


def _take(kolom: Geheel, plaats: Getallen) -> Geheel:
    """Values at positions; position −1 reads the last, and an empty column reads zeros."""
    return kolom[plaats] if len(kolom) else np.zeros(len(plaats), dtype=kolom.dtype)
