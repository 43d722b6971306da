"""At which moments each thing was there: as it was known then, and as it is known now."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from netwerkkaart.analyse.bereik import Bereik
from netwerkkaart.analyse.evolutie_toestand import BEREKEND, SOORTEN, Toestand
from netwerkkaart.analyse.momenten import Momenten

Maskers = tuple[int, int]
"""Bit *i*: it was there at moment *i*, as known then; the same, as known now."""


@dataclass(frozen=True)
class Staten:
    """The states of the graph at some moments, each as it was known then and as it is known now.

    Args:
        momenten: the graph at the moments.
        regio: only what touches this region.
    """

    momenten: Momenten
    regio: str | None

    @cached_property
    def toen(self) -> tuple[Toestand, ...]:
        """Each moment as it was known then."""
        paren = zip(self.momenten.toen, self.momenten.achteraf, self.achteraf, strict=True)
        return tuple(staat if toen is nu else self._state(toen) for toen, nu, staat in paren)

    @cached_property
    def achteraf(self) -> tuple[Toestand, ...]:
        """Each moment as it is known now."""
        return tuple(map(self._state, self.momenten.achteraf))

    def _state(self, bereik: Bereik) -> Toestand:
        return Toestand(bereik.beeld, bereik.drempels, self.regio, "regio", bereik)

    def masks(self, soort: str) -> dict[str, Maskers]:
        """When each thing of a sort was there, by its key, in no order. O(things × moments)."""
        # Most things were there at the same moments, so sets of keys are split rather than keys marked.
        groepen: dict[Maskers, set[str]] = {}
        gezien: set[str] = set()
        for kant, staten in enumerate((self.toen, self.achteraf)):
            for plek, staat in enumerate(staten):
                hier, bit = staat.things(soort).waarde.keys(), 1 << plek
                nieuw: dict[Maskers, set[str]] = {(bit * (not kant), bit * kant): set(hier - gezien)}
                for (toen, achteraf), groep in groepen.items():
                    er_nog = groep & hier
                    nieuw[toen | bit * (not kant), achteraf | bit * kant] = er_nog
                    nieuw[toen, achteraf] = groep - er_nog
                groepen = {maskers: groep for maskers, groep in nieuw.items() if groep}
                gezien |= hier
        return {sleutel: maskers for maskers, groep in groepen.items() for sleutel in groep}

    def last_with(self, soort: str, sleutel: str, maskers: Maskers) -> Toestand:
        """The latest state that holds a thing, first as it is known now."""
        for masker, staten in zip(reversed(maskers), (self.achteraf, self.toen), strict=True):
            if masker:
                return staten[masker.bit_length() - 1]
        raise KeyError(soort, sleutel)

    def place(self, staat: Toestand, rid: str) -> tuple[str, int]:
        """Type and row of a relation in one of the states."""
        return self.momenten.places(staat.beeld)[rid]

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
