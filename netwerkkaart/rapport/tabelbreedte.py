"""How wide the columns of a table are, as shares of the whole."""

from __future__ import annotations

import re

from netwerkkaart.rapport.model import Tabel

_REGEL, _LUCHT, _MEEST, _KORT = 104, 3, 60, 16
"""Signs that fit beside each other; for the white space of a column; of its longest word at most; that a text
gets without a break, when there is room for it."""
_VET = 1.1
"""A header is bold, and so wider."""
_WOORD = re.compile(r"(?<=-)|\s+")


def shares(tabel: Tabel) -> tuple[float, ...]:
    """Shares that sum to one: room for the longest word first, the rest where it makes rows lower.

    Sign after sign goes to the column that makes most rows high, as long as any text is on more than one
    line; what is left makes all of them wider alike. O(signs of a line × cells).

    >>> [round(deel, 2) for deel in shares(Tabel("", ("A", "B"), (("1", "een lange tekst hier"),)))]
    [0.15, 0.85]
    """
    rijen = [[len(tekst) for tekst in rij] for rij in tabel.rijen]
    rijen.append([round(_VET * len(kop)) for kop in tabel.koppen])
    breed = [float(_least(kop, [rij[k] for rij in tabel.rijen])) for k, kop in enumerate(tabel.koppen)]
    kort = [max(rij[k] for rij in rijen[:-1] or rijen) for k in range(len(breed))]
    for k, lengte in enumerate(kort):
        liever = float(min(lengte, _KORT))
        if breed[k] < liever and sum(breed) + liever - breed[k] <= _over(len(breed)):
            breed[k] = liever
    for _ in range(int(_over(len(breed)) - sum(breed))):
        hoogte = [0.0] * len(breed)
        for rij in rijen:
            regels = [lengte / breedte for lengte, breedte in zip(rij, breed, strict=True)]
            meeste = max(regels)
            if meeste > 1:
                hoogte[regels.index(meeste)] += meeste
        if not any(hoogte):
            break
        breed[hoogte.index(max(hoogte))] += 1
    met_lucht = [breedte + _LUCHT for breedte in breed]
    return tuple(breedte / sum(met_lucht) for breedte in met_lucht)


def _over(kolommen: int) -> int:
    return _REGEL - _LUCHT * kolommen


def _least(kop: str, teksten: list[str]) -> float:
    """Room for the longest word of a column."""
    eigen = max((len(deel) for tekst in teksten for deel in _WOORD.split(tekst)), default=1)
    van_kop = _VET * max(map(len, _WOORD.split(kop)), default=0)
    return min(max(eigen, van_kop, 1), _MEEST)
