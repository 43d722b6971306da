"""The ground of the map from :mod:`netwerkkaart.gebied`: outlines, points and projection."""

from __future__ import annotations

from netwerkkaart.gebied import Omtrekken, gemeenten, omtrekken, plaats, project
from netwerkkaart.kaart.grenzen import Grenzen


def standard_ground(vormen: Omtrekken | None = None) -> Grenzen:
    """Outlines for a map.

    Args:
        vormen: outlines that the user loaded; None: the approximate ones that ship.
    """
    vormen = omtrekken() if vormen is None else vormen
    punten = {nis: (gemeente.lon, gemeente.lat) for nis, gemeente in gemeenten().items()}
    return Grenzen(vormen, punten, project, vormen.benaderd, vormen.bron, plaats)
