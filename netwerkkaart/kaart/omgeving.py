"""The surroundings of one node: who is near by ties and seats, and where each stands in the picture."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from netwerkkaart.kaart.keuze import Keuze

_EERSTE_STRAAL = 230.0
_TUSSEN = 190.0
_RIJ = 70.0
_RUIMTE = 46.0

Paar = tuple[int, int]


@dataclass(frozen=True)
class Omgeving:
    """The surroundings of a node; numbers are those of the :class:`Keuze`.

    Args:
        knopen: the nodes, the middle one first, then by distance.
        afstand: ties to the middle, per node.
        ouder: the node through which each was reached; itself for the middle.
        lijnen: rows of ``keuze.lijnen`` with both ends among the nodes.
        geheel: how many nodes there would be without a maximum.
    """

    knopen: list[int]
    afstand: Mapping[int, int]
    ouder: Mapping[int, int]
    lijnen: list[int]
    geheel: int


def surroundings(keuze: Keuze, midden: int, diepte: int, maximum: int) -> Omgeving:
    """Nodes within so many ties or seats, near before far, those with most ties first. O(n + m)."""
    buren: list[list[int]] = [[] for _ in keuze.knopen]
    paren = list(zip(keuze.lijnen.van.tolist(), keuze.lijnen.naar.tolist(), strict=True))
    for van, naar in paren:
        buren[van].append(naar)
        buren[naar].append(van)
    afstand, ouder = {midden: 0}, {midden: midden}
    laag = [midden]
    for stap in range(1, diepte + 1):
        volgende: list[int] = []
        for knoop in laag:
            for ander in sorted(set(buren[knoop])):
                if ander not in afstand:
                    afstand[ander], ouder[ander] = stap, knoop
                    volgende.append(ander)
        laag = volgende
    volgorde = sorted(afstand, key=lambda knoop: (afstand[knoop], -len(buren[knoop]), knoop))
    gekozen = volgorde[: max(1, maximum)]
    binnen = set(gekozen)
    lijnen = [rij for rij, (van, naar) in enumerate(paren) if van in binnen and naar in binnen]
    return Omgeving(gekozen, afstand, ouder, lijnen, len(volgorde))


def positions(omgeving: Omgeving, soort: Sequence[int]) -> dict[int, tuple[int, int]]:
    """A place for each node: rings around the middle, by kind; the same input gives the same places.

    Args:
        omgeving: the surroundings.
        soort: kind of each node of the :class:`Keuze`.
    """
    hoek: dict[int, float] = {}
    plaats = {omgeving.knopen[0]: (0, 0)}
    straal = 0.0
    for stap in range(1, 1 + max(omgeving.afstand[knoop] for knoop in omgeving.knopen)):
        ring = [knoop for knoop in omgeving.knopen if omgeving.afstand[knoop] == stap]
        # Behind the node that brought them, so that lines cross little; in the first ring by kind.
        ring.sort(key=lambda knoop: (hoek.get(omgeving.ouder[knoop], 0.0), soort[knoop], knoop))
        straal += _TUSSEN if stap > 1 else _EERSTE_STRAAL
        rijen = _rows(len(ring), straal)
        for nummer, knoop in enumerate(ring):
            hoek[knoop] = 2 * math.pi * nummer / len(ring)
            r = straal + (nummer % rijen) * _RIJ
            plaats[knoop] = (round(r * math.sin(hoek[knoop])), round(-r * math.cos(hoek[knoop])))
        straal += (rijen - 1) * _RIJ
    return plaats


def _rows(aantal: int, straal: float) -> int:
    """How many rows a ring of so many nodes takes from a radius on, each node with room of its own.

    >>> _rows(20, 230.0), _rows(250, 420.0)
    (1, 4)
    """
    rijen, plaatsen = 0, 0
    while plaatsen < aantal or not rijen:
        plaatsen += int(2 * math.pi * (straal + rijen * _RIJ) / _RUIMTE)
        rijen += 1
    return rijen
