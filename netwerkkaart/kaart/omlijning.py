"""The municipalities of a map with their outlines, and those around them that belong in the background."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.kaart.grenzen import Grenzen, Rooster, encode
from netwerkkaart.kaart.resultaten import Blok

Vorm = list[list[list[int]]]
"""Encoded outline of one municipality."""


def municipality_block(
    beeld: Beeld, gemeenten: Sequence[int], eigen: Sequence[str], grenzen: Grenzen
) -> tuple[Blok, list[Vorm], list[Rooster | None], list[str]]:
    """Own municipalities first, in their order; then those around, as background.

    Args:
        beeld: the view.
        gemeenten: the own ones, as numbers in the view.
        eigen: their NIS codes.
        grenzen: outlines and points of municipalities.

    Returns:
        The block ``gemeenten`` of the page's data; outline and point of each own one, and the NIS codes of
        those around.
    """
    rond = sorted(set(grenzen.omtrekken) - set(eigen))
    # Fine lines where one region fills the page; coarse where six do.
    omtrekken = encode(grenzen, [*eigen, *rond], tolerantie=3.0 if len(eigen) <= 110 else 8.0)
    punten = [grenzen.rooster(grenzen.punten[nis]) if nis in grenzen.punten else None for nis in eigen]
    if eigen:
        rond = nearby(rond, eigen, omtrekken)
    vormen = [omtrekken.get(nis, []) for nis in eigen]
    blok: Blok = {
        "nis": list(eigen),
        "naam": [beeld.naam(g) for g in gemeenten],
        "regio": [int(beeld.regio[g]) for g in gemeenten],
        "x": [punt[0] if punt else None for punt in punten],
        "y": [punt[1] if punt else None for punt in punten],
        "vormen": vormen,
        "rond": [omtrekken[nis] for nis in rond if nis in omtrekken],
    }
    return blok, vormen, punten, rond


def nearby(rond: Sequence[str], eigen: Sequence[str], vormen: Mapping[str, Vorm]) -> list[str]:
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
