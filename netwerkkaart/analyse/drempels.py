"""The thresholds that analyses work with: options, kept with every result and printed beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from netwerkkaart.graph.beeld import Beeld

DREMPEL_ID = "drempels"
"""Id of the one node that keeps the thresholds of a graph."""


def _threshold(standaard: float, omschrijving: str) -> float:
    waarde: float = field(default=standaard, metadata={"omschrijving": omschrijving})
    return waarde


def _count(standaard: int, omschrijving: str) -> int:
    waarde: int = field(default=standaard, metadata={"omschrijving": omschrijving})
    return waarde


@dataclass(frozen=True, slots=True)
class Drempels:
    """Thresholds of the analyses, with the defaults of the design (§3).

    Args:
        wachttijd_weken: an offer with a longer waiting time, in weeks, is full.
        aandeel_niet_verbonden: share (0–1) of schools above which a cell is "niet verbonden".
        maanden_inventarisatie: how old an inventory may be, in months.
        schakels: how many links a route may have, at least 1.

    Raises:
        ValueError: a threshold that has no meaning.

    >>> print(Drempels(schakels=3).zinnen()["schakels"])
    Een route telt hoogstens 3 schakels.
    """

    wachttijd_weken: int = _count(8, "Een aanbod met meer dan {} weken wachttijd is vol.")
    aandeel_niet_verbonden: float = _threshold(
        0.25, "Een cel is niet verbonden als meer dan {} van de scholen geen vrij aanbod bereikt."
    )
    maanden_inventarisatie: int = _count(24, "Een inventarisatie telt {} maanden mee.")
    schakels: int = _count(2, "Een route telt hoogstens {} schakels.")

    def __post_init__(self) -> None:
        if self.schakels < 1 or self.maanden_inventarisatie < 0 or self.wachttijd_weken < 0:
            raise ValueError("thresholds must not be negative, and schakels at least 1")
        if not 0 <= self.aandeel_niet_verbonden <= 1:
            raise ValueError("aandeel_niet_verbonden must lie between 0 and 1")

    def zinnen(self) -> Mapping[str, str]:
        """One Dutch sentence per threshold, with its value, to print with a result."""
        return {
            veld.name: str(veld.metadata["omschrijving"]).format(
                _readable(veld.name, getattr(self, veld.name))
            )
            for veld in fields(self)
        }


STANDAARD = Drempels()
"""The defaults of the design."""


def kept_drempels(beeld: Beeld, **gekozen: float | None) -> Drempels:
    """The thresholds that hold for a graph: what is chosen now, else what is kept with it, else the default.

    Args:
        beeld: a view; its node of kind ``Drempelkeuze`` keeps the thresholds.
        gekozen: thresholds by name; None: not chosen.

    Raises:
        ValueError: a threshold that has no meaning.
    """
    knoop = beeld.nummer.get(DREMPEL_ID)
    waarden: dict[str, Any] = {}
    for veld in fields(Drempels):
        bewaard = None if knoop is None else beeld.kolom(veld.name)[knoop]
        waarde = bewaard if gekozen.get(veld.name) is None else gekozen[veld.name]
        if waarde is not None:
            waarden[veld.name] = waarde
    return Drempels(**waarden)


def _readable(naam: str, waarde: float) -> str:
    """A share as a percentage, any other number as it stands."""
    if naam.startswith("aandeel"):
        return f"{waarde * 100:.4g}%".replace(".", ",")
    return str(waarde)
