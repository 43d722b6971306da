"""Folding sites into schools (instellingen) or boards, so that twelve sites do not count twelve times."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np

from netwerkkaart.analyse.basis import Getallen
from netwerkkaart.analyse.rijen import Rijen
from netwerkkaart.graph.beeld import Beeld, Indexen

Niveau = Literal["vestiging", "instelling", "bestuur"]


@dataclass(frozen=True)
class Groepen:
    """Starts gathered in groups, in order of the groups' ids.

    Args:
        ids, namen: id and name of each group.
        leden: positions of the starts, group after group.
        grenzen: where each group begins in ``leden``, and where the last ends.
    """

    ids: Sequence[str]
    namen: Sequence[str]
    leden: Getallen
    grenzen: Getallen

    def __len__(self) -> int:
        return len(self.grenzen) - 1

    @property
    def eerste(self) -> Getallen:
        """The first start of each group."""
        return self.leden[self.grenzen[:-1]]

    def members(self, groep: int) -> list[int]:
        """The starts of one group, in order."""
        leden, grenzen = self._lijsten
        return leden[grenzen[groep] : grenzen[groep + 1]]

    @cached_property
    def _lijsten(self) -> tuple[list[int], list[int]]:
        return self.leden.tolist(), self.grenzen.tolist()


def groups(beeld: Beeld, start: Indexen, posities: Getallen, niveau: Niveau = "vestiging") -> Groepen:
    """Starts gathered per site, ``instellingsnummer``, or board (``ONDERDEEL_VAN``).

    A site without a number or board stands on its own. A school carries the name of its first site.

    Args:
        beeld: the view.
        start: node number of each start, in order of id.
        posities: positions in ``start`` to gather, ascending.
        niveau: what to gather by.
    """
    if niveau == "vestiging":
        knopen = start[posities].tolist()
        ids, namen = (
            Rijen(len(knopen), lambda plek, tekst=tekst: tekst(knopen[plek]))  # type: ignore[misc]
            for tekst in (beeld.ids.__getitem__, beeld.naam)
        )
        return Groepen(ids, namen, posities, np.arange(len(posities) + 1))
    besturen = _boards(beeld) if niveau == "bestuur" else {}
    nummers = beeld.kolom("instellingsnummer")
    per_sleutel: dict[str, tuple[str, list[int]]] = {}
    for positie in posities.tolist():
        knoop = int(start[positie])
        sleutel, naam = beeld.ids[knoop], beeld.naam(knoop)
        if niveau == "instelling" and nummers[knoop]:
            sleutel = str(nummers[knoop])
        elif niveau == "bestuur" and knoop in besturen:
            sleutel, naam = beeld.ids[besturen[knoop]], beeld.naam(besturen[knoop])
        per_sleutel.setdefault(sleutel, (naam, []))[1].append(positie)
    gevonden = sorted(per_sleutel.items())
    leden = [groep for _, (_, groep) in gevonden]
    return Groepen(
        [sleutel for sleutel, _ in gevonden],
        [naam for _, (naam, _) in gevonden],
        np.array([positie for groep in leden for positie in groep], dtype=np.int64),
        np.cumsum([0, *map(len, leden)]),
    )


def _boards(beeld: Beeld) -> dict[int, int]:
    """The board of each organisation: the one with the first key where several are stated."""
    tabel = beeld.van_type("ONDERDEEL_VAN")
    uit: dict[int, int] = {}
    for van, naar in zip(tabel.van.tolist(), tabel.naar.tolist(), strict=True):
        uit.setdefault(van, naar)
    return uit
