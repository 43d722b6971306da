"""At which moments each thing was there: as it was known then, and as it is known now."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from netwerkkaart.analyse.drempels import Drempels
from netwerkkaart.analyse.evolutie_toestand import BEREKEND, SOORTEN, Toestand
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.graph.toen import Tijden

Maskers = tuple[int, int]
"""Bit *i*: it was there at moment *i*, as known then; the same, as known now."""


@dataclass(frozen=True)
class Staten:
    """The states of the graph at some moments, each as it was known then and as it is known now.

    Args:
        tijden: the graph as it was known at the moments.
        drempels: the thresholds.
        regio: only what touches this region.
    """

    tijden: Tijden
    drempels: Drempels
    regio: str | None

    @cached_property
    def toen(self) -> tuple[Toestand, ...]:
        """Each moment as it was known then."""
        laatst, zelfde = len(self.tijden.momenten) - 1, self.tijden.gekend[-1] is self.tijden.nu
        return tuple(
            self.achteraf[plek] if zelfde and plek == laatst else self._state(self.tijden.toen(plek))
            for plek in range(laatst + 1)
        )

    @cached_property
    def achteraf(self) -> tuple[Toestand, ...]:
        """Each moment as it is known now."""
        return tuple(self._state(self.tijden.achteraf(plek)) for plek in range(len(self.tijden.momenten)))

    def _state(self, beeld: Beeld) -> Toestand:
        return Toestand(beeld, self.drempels, self.regio, "regio")

    def masks(self, soort: str) -> dict[str, Maskers]:
        """When each thing of a sort was there, by its key. O(things × moments)."""
        uit: dict[str, list[int]] = {}
        for kant, staten in enumerate((self.toen, self.achteraf)):
            for plek, staat in enumerate(staten):
                for sleutel in staat.things(soort).waarde:
                    uit.setdefault(sleutel, [0, 0])[kant] |= 1 << plek
        return {sleutel: (toen, achteraf) for sleutel, (toen, achteraf) in uit.items()}

    def last_with(self, soort: str, sleutel: str, maskers: Maskers) -> Toestand:
        """The latest state that holds a thing, first as it is known now."""
        for masker, staten in zip(reversed(maskers), (self.achteraf, self.toen), strict=True):
            if masker:
                return staten[masker.bit_length() - 1]
        raise KeyError(soort, sleutel)

    def place(self, staat: Toestand, rid: str) -> tuple[str, int]:
        """Type and row of a relation in one of the states."""
        plekken = self._plekken.get(id(staat))
        if plekken is None:
            tabellen = staat.beeld.relaties.values()
            plekken = {r: (tabel.type, rij) for tabel in tabellen for rij, r in enumerate(tabel.rids)}
            self._plekken[id(staat)] = plekken
        return plekken[rid]

    @cached_property
    def _plekken(self) -> dict[int, dict[str, tuple[str, int]]]:
        """Filled as states are asked for; these live as long as this does."""
        return {}

    def keys(self, soort: str) -> list[str]:
        """Keys of all things of a sort in any state, sorted."""
        return sorted({s for staat in (*self.toen, *self.achteraf) for s in staat.things(soort).waarde})

    def counts(self) -> dict[str, list[list[int]]]:
        """Per sort how many at each moment, as known then and as known now; of verdicts the good ones."""
        return {
            soort: [[staat.things(soort).goede for staat in staten] for staten in (self.toen, self.achteraf)]
            for soort in SOORTEN
        } | {
            # What a share of chains and cells is of.
            f"{soort}_alle": [
                [len(staat.things(soort).waarde) for staat in staten] for staten in (self.toen, self.achteraf)
            ]
            for soort in BEREKEND
        }
