"""How wide the columns of a table are, as shares of the whole."""

from __future__ import annotations

import re

from netwerkkaart.rapport.model import Tabel

_REGEL, _LUCHT, _MEEST = 104, 3, 60
"""Signs that fit beside each other, for the white space of a column, and of its text on one line at most."""


_WOORD = re.compile(r"[\s-]+")


def shares(tabel: Tabel) -> tuple[float, ...]:
    """Shares that sum to one: room for the longest word first, the rest by how long its texts are.

    >>> [round(deel, 2) for deel in shares(Tabel("", ("A", "B"), (("1", "een lange tekst hier"),)))]
    [0.04, 0.96]
    """
    minst, wens = [], []
    for k, kop in enumerate(tabel.koppen):
        teksten = [kop, *(rij[k] for rij in tabel.rijen)]
        woord = max((len(deel) for tekst in teksten for deel in _WOORD.split(tekst)), default=1)
        lengtes = sorted(map(len, teksten))
        minst.append(min(woord, _MEEST) + _LUCHT)
        wens.append(max(min(lengtes[len(lengtes) * 3 // 4], _MEEST) + _LUCHT - minst[-1], 0))
    rest = max(_REGEL - sum(minst), 0)
    breed = [
        m + rest * (w / sum(wens) if sum(wens) else 1 / len(wens)) for m, w in zip(minst, wens, strict=True)
    ]
    return tuple(deel / sum(breed) for deel in breed)
