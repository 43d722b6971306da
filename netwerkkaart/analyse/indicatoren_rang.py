"""An order of regions that says no more than the data allow.

A region is ordered only when at least a stated share of what the indicator rests on is mapped. Its place is a
range: as high as it could be and as low as it could be, whatever the unmapped would turn out to be.
"""

from __future__ import annotations

from collections.abc import Sequence


def rank_ranges(grenzen: Sequence[tuple[float, float] | None], *, hoog_is_goed: bool) -> list[str]:
    """The best and worst place of each, as text; empty where it is not ordered, or where it would be alone.

    One certainly stands before another when its worst share is better than the other's best. O(n²), n ≤ 6.

    Args:
        grenzen: least and greatest share of each; None: not ordered.
        hoog_is_goed: whether a higher share stands first.

    >>> rank_ranges([(0.5, 0.7), (0.6, 0.8), (0.1, 0.2), None], hoog_is_goed=True)
    ['1–2 van 3', '1–2 van 3', '3 van 3', '']
    """
    mee = [g for g in grenzen if g is not None]
    if len(mee) < 2:
        return [""] * len(grenzen)
    uit = []
    for eigen in grenzen:
        if eigen is None:
            uit.append("")
            continue
        hoger, lager = (sum(ander[0] > eigen[1] for ander in mee), sum(ander[1] < eigen[0] for ander in mee))
        voor, na = (hoger, lager) if hoog_is_goed else (lager, hoger)
        beste, slechtste = voor + 1, len(mee) - na
        plaats = str(beste) if beste == slechtste else f"{beste}–{slechtste}"
        uit.append(f"{plaats} van {len(mee)}")
    return uit
