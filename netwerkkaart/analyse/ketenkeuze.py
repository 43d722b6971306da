"""Which of all ties that mend as much is proposed, and how it stands in a row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from netwerkkaart.analyse.basis import Getallen, enumerate_words, id_rank
from netwerkkaart.analyse.fora import Ontmoetingen
from netwerkkaart.analyse.ketenafstand import Gemeten, Ligging
from netwerkkaart.analyse.ketenhulp import Hulp, positions, step_names
from netwerkkaart.analyse.kolommen import first_of_runs
from netwerkkaart.analyse.uitkomst import kop

VER = 100_000.0
"""Kilometres that stand for a distance that is not known: farther than any."""


@dataclass(frozen=True, slots=True)
class Herstelband:
    """A new tie, and what it mends.

    Args:
        van, naar: ids of its ends; the school's side first.
        van_naam, naar_naam: their names.
        stappen: the steps that it mends.
        schakels: links of the longest of the routes that it opens.
        afstand_km: distance between its ends; None when it is not known.
        gemeten: what that was measured between.
        fora: ids of the fora in which both ends sit.
    """

    van: str = field(metadata=kop("Van"))
    van_naam: str = field(metadata=kop("Naam (van)"))
    naar: str = field(metadata=kop("Naar"))
    naar_naam: str = field(metadata=kop("Naam (naar)"))
    stappen: tuple[str, ...] = field(metadata=kop("Stappen"))
    schakels: int = field(metadata=kop("Schakels"))
    afstand_km: float | None = field(metadata=kop("Afstand (km)"))
    gemeten: Gemeten = field(metadata=kop("Gemeten"))
    fora: tuple[str, ...] = field(metadata=kop("Fora"))

    def __str__(self) -> str:
        return f"{self.van_naam} – {self.naar_naam}"


@dataclass(frozen=True)
class Gekozen:
    """A chosen tie as numbers: nodes of its ends, the steps that it mends, links of its longest route."""

    van: int
    naar: int
    stappen: int
    schakels: int


@dataclass(frozen=True)
class Keuze:
    """Chooses among ties that mend as much.

    In order: the ends sit in a forum together; the route is shorter; the ends lie nearer; their ids.

    Args:
        hulp: who helps whom.
    """

    hulp: Hulp

    @cached_property
    def ontmoetingen(self) -> Ontmoetingen:
        """Who sits in a forum with whom."""
        return Ontmoetingen(self.hulp.bereik.beeld)

    @cached_property
    def ligging(self) -> Ligging:
        """Where organisations lie."""
        return Ligging.of(self.hulp.bereik.beeld)

    @cached_property
    def rang(self) -> Getallen:
        """Rank of each node's id."""
        return id_rank(self.hulp.bereik.beeld)

    def best(self, school: int, stappen: int) -> list[Gekozen]:
        """The fewest new ties that mend all of some steps of a school that can be mended.

        Of sets as small: the one with most ties whose ends sit in a forum together, then with the fewest
        links, then with the fewest kilometres, then by ids. Exact: of the ties that mend the same steps
        only the first can stand in such a set, and all sets of steps are tried.
        """
        k = self.hulp.candidates(school, stappen)
        los = ~self.ontmoetingen.meet(k.van, k.naar)
        km = np.nan_to_num(self.ligging.km(k.van, k.naar), nan=VER)
        eens, anders = self.rang[k.van], self.rang[k.naar]
        laag, hoog = np.minimum(eens, anders), np.maximum(eens, anders)
        orde = np.lexsort((hoog, laag, km, k.schakels, los, k.stappen))
        eerste = orde[first_of_runs(k.stappen[orde])]
        beste: dict[int, tuple[tuple[float, ...], tuple[tuple[int, int], ...], tuple[int, ...]]]
        beste = {0: ((0, 0, 0, 0), (), ())}
        for plek in eerste.tolist():
            for gedekt, (prijs, paren, keuze) in list(beste.items()):
                erbij = (1, int(los[plek]), int(k.schakels[plek]), float(km[plek]))
                nieuw = (
                    tuple(een + ander for een, ander in zip(prijs, erbij, strict=True)),
                    tuple(sorted((*paren, (int(laag[plek]), int(hoog[plek]))))),
                    (*keuze, plek),
                )
                samen = gedekt | int(k.stappen[plek])
                if samen not in beste or nieuw < beste[samen]:
                    beste[samen] = nieuw
        return [
            Gekozen(int(k.van[plek]), int(k.naar[plek]), int(k.stappen[plek]), int(k.schakels[plek]))
            for plek in beste[stappen][2]
        ]

    def row(self, band: Gekozen) -> Herstelband:
        """A chosen tie as it stands in a row."""
        beeld = self.hulp.bereik.beeld
        return Herstelband(
            beeld.ids[band.van],
            beeld.naam(band.van),
            beeld.ids[band.naar],
            beeld.naam(band.naar),
            step_names(band.stappen),
            band.schakels,
            *self.ligging.between(band.van, band.naar),
            tuple(beeld.ids[f] for f in self.ontmoetingen.shared(band.van, band.naar)),
        )

    def evidence(self, school: int, banden: Iterable[Gekozen]) -> tuple[str, ...]:
        """Ends of the ties, and what each mended step rests on beside them; each once."""
        beeld = self.hulp.bereik.beeld
        uit = [beeld.ids[int(self.hulp.bereik.start[school])]]
        for band in banden:
            uit += beeld.ids[band.van], beeld.ids[band.naar]
            for stap in positions(band.stappen):
                uit += self.hulp.evidence(school, band.van, band.naar, stap)
        return tuple(dict.fromkeys(uit))


def proposal(banden: Sequence[Herstelband]) -> str:
    """New ties in words; empty for none.

    >>> proposal([])
    ''
    """
    return enumerate_words([str(band) for band in banden])
