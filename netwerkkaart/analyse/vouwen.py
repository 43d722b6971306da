"""Folding sites into schools (instellingen) or boards, so that twelve sites do not count twelve times."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from netwerkkaart.graph.beeld import Beeld, Indexen

Niveau = Literal["vestiging", "instelling", "bestuur"]
Groep = tuple[str, str, list[int]]
"""``(id, name, positions of the sites)``"""


def groups(beeld: Beeld, scholen: Indexen, posities: Sequence[int], niveau: Niveau) -> list[Groep]:
    """Sites gathered per site, ``instellingsnummer``, or board (``ONDERDEEL_VAN``), in order of id.

    A site without a number or board stands on its own. A school carries the name of its first site.

    Args:
        beeld: the view.
        scholen: node number of each school.
        posities: positions in ``scholen`` to gather.
        niveau: what to gather by.
    """
    besturen = _boards(beeld) if niveau == "bestuur" else {}
    nummers = beeld.kolom("instellingsnummer")
    per_sleutel: dict[str, tuple[str, list[int]]] = {}
    for positie in posities:
        knoop = int(scholen[positie])
        sleutel, naam = beeld.ids[knoop], beeld.naam(knoop)
        if niveau == "instelling" and nummers[knoop]:
            sleutel = str(nummers[knoop])
        elif niveau == "bestuur" and knoop in besturen:
            sleutel, naam = beeld.ids[besturen[knoop]], beeld.naam(besturen[knoop])
        per_sleutel.setdefault(sleutel, (naam, []))[1].append(positie)
    return [(sleutel, naam, leden) for sleutel, (naam, leden) in sorted(per_sleutel.items())]


def _boards(beeld: Beeld) -> dict[int, int]:
    """The board of each organisation: the one with the first key where several are stated."""
    tabel = beeld.van_type("ONDERDEEL_VAN")
    uit: dict[int, int] = {}
    for van, naar in zip(tabel.van.tolist(), tabel.naar.tolist(), strict=True):
        uit.setdefault(van, naar)
    return uit
