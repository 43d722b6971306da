"""Which municipalities around the own ones belong in the background of a map."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def nearby(
    rond: Sequence[str], eigen: Sequence[str], vormen: Mapping[str, list[list[list[int]]]]
) -> list[str]:
    """Only what can come into the picture: within one width of the own municipalities."""
    begin = [veelhoek[0][:2] for nis in eigen for veelhoek in vormen.get(nis, [])]
    if not begin:
        return []
    xs, ys = [b[0] for b in begin], [b[1] for b in begin]
    marge = max(max(xs) - min(xs), max(ys) - min(ys), 500)
    return [
        nis
        for nis in rond
        if any(
            min(xs) - marge <= veelhoek[0][0] <= max(xs) + marge
            and min(ys) - marge <= veelhoek[0][1] <= max(ys) + marge
            for veelhoek in vormen.get(nis, [])
        )
    ]
