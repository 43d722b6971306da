"""Join polygons that share borders: what an outline of before a merger needs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from netwerkkaart.gebied.topologie import RoosterPunt, RoosterRing, Topologie, ring_van


def oppervlak(ring: Sequence[RoosterPunt]) -> float:
    """Signed area in grid steps: positive when the ring runs counter-clockwise.

    >>> oppervlak([(0, 0), (2, 0), (2, 2), (0, 2)])
    4.0
    """
    som = sum(ax * by - bx * ay for (ax, ay), (bx, by) in zip(ring, [*ring[1:], ring[0]], strict=True))
    return som / 2


def gericht(ringen: Iterable[RoosterRing]) -> list[RoosterRing]:
    """The outer ring counter-clockwise, the holes clockwise, whatever the file did."""
    return [
        ring if (oppervlak(ring) > 0) == (plaats == 0) else ring[::-1] for plaats, ring in enumerate(ringen)
    ]


def voeg_samen(topologie: Topologie, nissen: Iterable[str]) -> Topologie:
    """Drop the arcs that two polygons of the same municipality share, and close the rings again.

    Args:
        topologie: made of rings that :func:`gericht` turned.
        nissen: the municipalities to join; the others stay as they are.
    """
    vormen = dict(topologie.vormen)
    for nis in nissen:
        vormen[nis] = _join(topologie.bogen, vormen[nis])
    return _without_unused(Topologie(topologie.bogen, vormen))


def _join(bogen: Sequence[RoosterRing], delen: list[list[list[int]]]) -> list[list[list[int]]]:
    tel = Counter(nummer for deel in delen for ring in deel for nummer in ring)
    over = [nummer for nummer in tel if ~nummer not in tel]
    buiten: list[list[int]] = []
    gaten: list[list[int]] = []
    for ring in _stitch(bogen, over):
        (buiten if oppervlak(ring_van(bogen, ring)[:-1]) > 0 else gaten).append(ring)
    uit = [[ring] for ring in sorted(buiten, key=lambda ring: oppervlak(ring_van(bogen, ring)[:-1]))]
    for gat in gaten:
        midden = ring_van(bogen, gat)[0]
        # Smallest first, so that a hole goes to the island it lies in and not to the land around it.
        passend = [deel for deel in uit if _contains(ring_van(bogen, deel[0]), midden)]
        if passend:
            passend[0].append(gat)
    return uit or delen


def _stitch(bogen: Sequence[RoosterRing], nummers: Sequence[int]) -> list[list[int]]:
    """Chain arcs end to start; a chain that does not close is left out."""

    def ends(nummer: int) -> tuple[RoosterPunt, RoosterPunt]:
        boog = bogen[nummer] if nummer >= 0 else bogen[~nummer]
        return (boog[0], boog[-1]) if nummer >= 0 else (boog[-1], boog[0])

    vanaf: defaultdict[RoosterPunt, list[int]] = defaultdict(list)
    for nummer in nummers:
        vanaf[ends(nummer)[0]].append(nummer)
    uit = []
    for begin in nummers:
        if begin not in vanaf[ends(begin)[0]]:
            continue
        ring, (start, punt) = [begin], ends(begin)
        vanaf[start].remove(begin)
        while punt != start and vanaf[punt]:
            ring.append(vanaf[punt].pop())
            punt = ends(ring[-1])[1]
        if punt == start:
            uit.append(ring)
    return uit


def _contains(ring: RoosterRing, punt: RoosterPunt) -> bool:
    """Even-odd rule; a point on the line counts as either."""
    x, y = punt
    binnen = False
    for (ax, ay), (bx, by) in pairwise(ring):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            binnen = not binnen
    return binnen


def _without_unused(topologie: Topologie) -> Topologie:
    gebruikt = sorted(
        {
            n if n >= 0 else ~n
            for delen in topologie.vormen.values()
            for deel in delen
            for ring in deel
            for n in ring
        }
    )
    nieuw = {oud: plaats for plaats, oud in enumerate(gebruikt)}
    vormen = {
        nis: [[[nieuw[n] if n >= 0 else ~nieuw[~n] for n in ring] for ring in deel] for deel in delen]
        for nis, delen in topologie.vormen.items()
    }
    return Topologie([topologie.bogen[oud] for oud in gebruikt], vormen)
