"""At which moments each thing was there: as it was known then, and as it is known now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from netwerkkaart.analyse.basis import Getallen
from netwerkkaart.analyse.bereik import Bereik
from netwerkkaart.analyse.evolutie_toestand import BEREKEND, RELATIES, SOORTEN, Toestand
from netwerkkaart.analyse.momenten import KNOPEN, Momenten, Nummers
from netwerkkaart.graph.beeld import Masker

Maskers = tuple[int, int]
"""Bit *i*: it was there at moment *i*, as known then; the same, as known now."""


@dataclass(frozen=True)
class Verloop:
    """When each thing of a sort was there, by its key.

    Args:
        nummers: their numbers.
        toen, achteraf: at which moments each was there, as known then and as known now; 0 for none.
    """

    nummers: Nummers
    toen: Getallen
    achteraf: Getallen

    def get(self, sleutel: str) -> Maskers | None:
        """When one was there; None: never, as far as these states go."""
        nr = self.nummers.nummer.get(sleutel, -1)
        return (int(self.toen[nr]), int(self.achteraf[nr])) if nr >= 0 and self._ooit[nr] else None

    def others(self, op_kaart: Iterable[str], vol: int = 0) -> Iterator[tuple[str, Maskers]]:
        """Those that are not on the map, by key; not what was there at all the moments of ``vol``."""
        telt = self._ooit if not vol else self._ooit & ((self.toen != vol) | (self.achteraf != vol))
        telt = telt.copy()
        bekend = (self.nummers.nummer.get(sleutel, -1) for sleutel in op_kaart)
        telt[[nr for nr in bekend if nr >= 0]] = False
        for nr in np.flatnonzero(telt).tolist():
            yield self.nummers.sleutels[nr], (int(self.toen[nr]), int(self.achteraf[nr]))

    def place(self, staat: Toestand, sleutel: str) -> tuple[str, int]:
        """Type and row of one in one of the states."""
        return self.nummers.place(staat.beeld, sleutel)

    @cached_property
    def _ooit(self) -> Masker:
        return (self.toen | self.achteraf) > 0


def _rows(staat: Toestand, soort: str) -> list[tuple[str, Getallen]]:
    """The rows of a sort in a state, per type of relation."""
    return staat.relations(soort) if soort in RELATIES else [(KNOPEN, staat.nodes(soort))]


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

    def masks(self, soort: str) -> Verloop:
        """When each thing of a sort that has a row was there. O(rows × moments), in columns."""
        nummers = self.momenten.numbers(RELATIES.get(soort, (KNOPEN,)))
        maskers = np.zeros((2, len(nummers.sleutels)), dtype=np.int64)
        for kant, staten in enumerate((self.toen, self.achteraf)):
            for plek, staat in enumerate(staten):
                for type_, rijen in _rows(staat, soort):
                    maskers[kant, nummers.van[id(staat.beeld), type_][rijen]] |= 1 << plek
        return Verloop(nummers, *maskers)

    def last_with(self, soort: str, sleutel: str, maskers: Maskers) -> Toestand:
        """The latest state that holds a thing, first as it is known now."""
        for masker, staten in zip(reversed(maskers), (self.achteraf, self.toen), strict=True):
            if masker:
                return staten[masker.bit_length() - 1]
        raise KeyError(soort, sleutel)

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
