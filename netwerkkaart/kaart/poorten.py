"""Gates of the ring: where the stream between two sectors leaves the one and enters the other.

All ties between two sectors run through one trunk, as in hierarchical edge bundling at full strength
(Holten 2006); at both gates it fans out to the clusters, and from there to the cells. So a reader follows
a few streams instead of thousands of lines, and two trunks cross only where their sectors lie across.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

Zones = Sequence[tuple[int, float, float]]

_SMALST = 0.3
"""Least room of a zone for its gates, in radians: a narrow sector has as many streams as a wide one."""
_BREEDST = 0.5
"""Part of its arc that the gates of a zone take."""
_TUSSEN = 4.0
"""Weight of the room between two gates, beside the root of the ties through them."""


def gates(zones: Zones, stromen: Mapping[tuple[int, int], int]) -> dict[tuple[int, int], float]:
    """Angle of the gate of each zone towards each partner.

    Clockwise from zone to zone the partners lie in some order; along the arc of a zone its gates stand in
    the reverse one, so that two trunks never cross unless their zones lie across on the ring.
    O(zones² log zones).

    Args:
        zones: ``(zone, begin, end)`` in radians, clockwise.
        stromen: number of ties per pair of zones, either way around.

    Returns:
        The angle per ``(zone, partner)``, both ways for each pair.

    >>> {paar: round(hoek, 2) for paar, hoek in gates([(0, 0, 1), (1, 2, 3), (2, 4, 5)],
    ...     {(0, 1): 1, (2, 0): 1}).items()}
    {(0, 2): 0.38, (0, 1): 0.62, (1, 0): 2.5, (2, 0): 4.5}
    """
    midden = {zone: (begin + eind) / 2 for zone, begin, eind in zones}
    per_zone: dict[int, dict[int, int]] = {zone: {} for zone in midden}
    for (a, b), aantal in stromen.items():
        for zone, partner in ((a, b), (b, a)):
            per_zone[zone][partner] = per_zone[zone].get(partner, 0) + aantal
    hoeken: dict[tuple[int, int], float] = {}
    for zone, begin, eind in zones:
        rond = 2 * math.pi
        partners = sorted(per_zone[zone], key=lambda p: -((midden[p] - midden[zone]) % rond))
        breed = [math.sqrt(per_zone[zone][p]) + _TUSSEN for p in partners]
        ruimte = max(_BREEDST * (eind - begin), _SMALST)
        hoek = midden[zone] - ruimte / 2
        for partner, deel in zip(partners, breed, strict=True):
            stap = ruimte * deel / sum(breed)
            hoeken[zone, partner] = hoek + stap / 2
            hoek += stap
    return hoeken
