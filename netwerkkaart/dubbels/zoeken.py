"""The doubles of a graph: every pair above a threshold, with its reasons, the likeliest first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from netwerkkaart.dubbels.blokken import Overvol, find_paren
from netwerkkaart.dubbels.fiche import Fiche, Telling, make_fiches
from netwerkkaart.dubbels.vergelijken import Vergelijking, compare
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.schema.vocabularia import REGIO

DREMPEL = 0.5
"""A pair is shown from this score on: it is then likelier one than two."""


@dataclass(frozen=True, slots=True)
class Gezicht:
    """One of the two, as people recognise it."""

    id: str
    naam: str
    gemeente: str
    adres: str
    relaties: int


@dataclass(frozen=True, slots=True)
class Dubbel:
    """Two nodes that are probably one.

    Args:
        score: the chance that they are one, 0 to 1.
        soort: label of both.
        a: the one that would stay: it has an official number, more relations or more fields.
        b: the other.
        vergelijking: what speaks for and against, field by field.
        afgewezen: true when somebody said that they are not the same.
    """

    score: float
    soort: str
    a: Gezicht
    b: Gezicht
    vergelijking: Vergelijking
    afgewezen: bool = False

    @property
    def voor(self) -> tuple[str, ...]:
        """Why they would be one, the strongest reason first."""
        delen = sorted(self.vergelijking.delen, key=lambda deel: (-deel.bits, deel.veld))
        return tuple(deel.tekst for deel in delen if deel.is_voor)

    @property
    def tegen(self) -> tuple[str, ...]:
        """Why not, the strongest reason first."""
        delen = sorted(self.vergelijking.delen, key=lambda deel: (deel.bits, deel.veld))
        return tuple(deel.tekst for deel in delen if not deel.is_voor)


@dataclass(frozen=True, slots=True)
class Dubbels:
    """What was found, and what was not looked at.

    Args:
        datum: reference date.
        drempel: lowest score that is shown.
        rijen: the pairs, the likeliest first.
        vergeleken: number of pairs that were compared.
        knopen: number of nodes that were looked at.
        afgewezen: number of pairs left out because somebody said that they are not the same.
        overvol: groups that were too large to compare all pairs within.
    """

    datum: date | None
    drempel: float
    rijen: tuple[Dubbel, ...]
    vergeleken: int
    knopen: int
    afgewezen: int
    overvol: tuple[Overvol, ...]


def find_dubbels(
    beeld: Beeld, *, drempel: float = DREMPEL, regio: str | None = None, ook_afgewezen: bool = False
) -> Dubbels:
    """Find the pairs that are probably one. Deterministic. O(n log n + pairs compared).

    Args:
        beeld: a view at a date: what ended is no double of what goes on.
        drempel: lowest score, 0 to 1. From a half on every pair is found, but within groups that are
            too large (told in ``overvol``).
        regio: code of a region: only pairs of which at least one lies there.
        ook_afgewezen: also the pairs of which somebody said that they are not the same.
    """
    fiches = make_fiches(beeld)
    telling = Telling.of(fiches)
    blokken = find_paren(fiches)
    afgewezen = _rejected(beeld)
    kijker = _Kijker(beeld)
    mag = None if regio is None else beeld.regio == REGIO.codes.index(regio)
    rijen: list[Dubbel] = []
    weg = 0
    for een, ander, is_afgewezen in _pairs(fiches, blokken.paren, afgewezen, ook_afgewezen):
        if mag is not None and not (mag[een.knoop] or mag[ander.knoop]):
            continue
        vergelijking = compare(een, ander, telling)
        if vergelijking.score < drempel and not (is_afgewezen and ook_afgewezen):
            continue
        if is_afgewezen and not ook_afgewezen:
            weg += 1
            continue
        rijen.append(kijker.make(een, ander, vergelijking, is_afgewezen))
    rijen.sort(key=lambda rij: (-rij.score, -rij.vergelijking.bits, rij.a.id, rij.b.id))
    return Dubbels(beeld.datum, drempel, tuple(rijen), len(blokken.paren), len(fiches), weg, blokken.overvol)


def _rejected(beeld: Beeld) -> frozenset[tuple[int, int]]:
    tabel = beeld.van_type("NIET_HETZELFDE_ALS")
    paren = zip(tabel.van.tolist(), tabel.naar.tolist(), strict=True)
    return frozenset((min(paar), max(paar)) for paar in paren)


def _pairs(
    fiches: Sequence[Fiche],
    paren: Iterable[tuple[int, int]],
    afgewezen: frozenset[tuple[int, int]],
    ook_afgewezen: bool,
) -> Iterable[tuple[Fiche, Fiche, bool]]:
    """The pairs to compare, and which of them were rejected; those that no block has come last."""
    gezien: set[tuple[int, int]] = set()
    for i, j in paren:
        een, ander = fiches[i], fiches[j]
        knopen = min(een.knoop, ander.knoop), max(een.knoop, ander.knoop)
        if knopen in afgewezen:
            gezien.add(knopen)
        yield een, ander, knopen in afgewezen
    if ook_afgewezen:
        per_knoop = {fiche.knoop: fiche for fiche in fiches}
        for links, rechts in sorted(afgewezen - gezien):
            if links in per_knoop and rechts in per_knoop:
                een, ander = per_knoop[links], per_knoop[rechts]
                if een.label == ander.label:
                    yield een, ander, True


class _Kijker:
    """Makes rows of pairs: who stays, and how people recognise them."""

    def __init__(self, beeld: Beeld) -> None:
        self._beeld = beeld
        self._graad = np.zeros(len(beeld), dtype=np.int64)
        for tabel in beeld.relaties.values():
            for einde in (tabel.van, tabel.naar):
                self._graad += np.bincount(einde, minlength=len(beeld))

    def make(self, een: Fiche, ander: Fiche, vergelijking: Vergelijking, afgewezen: bool) -> Dubbel:
        blijft, gaat = sorted((een, ander), key=self._rank)
        return Dubbel(
            vergelijking.score,
            een.label,
            self._face(blijft),
            self._face(gaat),
            vergelijking,
            afgewezen,
        )

    def _rank(self, fiche: Fiche) -> tuple[bool, int, int, str]:
        """Who stays comes first: an official number, then more relations, then more fields, then the id."""
        nummer = bool(fiche.instelling or fiche.kbo or fiche.ovo)
        velden = sum(kolom[fiche.knoop] is not None for kolom in self._beeld.kolommen.values())
        return not nummer, -int(self._graad[fiche.knoop]), -velden, fiche.id

    def _face(self, fiche: Fiche) -> Gezicht:
        beeld, knoop = self._beeld, fiche.knoop
        gemeente = int(beeld.gemeente[knoop])
        adres = " ".join(
            str(waarde)
            for veld in ("straat", "huisnummer", "postcode")
            if (waarde := beeld.kolom(veld)[knoop]) is not None
        )
        plaats = beeld.naam(gemeente) if gemeente >= 0 else ""
        return Gezicht(fiche.id, beeld.naam(knoop), plaats, adres, int(self._graad[knoop]))
