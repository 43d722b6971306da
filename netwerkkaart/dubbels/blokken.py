"""Which pairs are worth comparing: blocking, so that the work grows with the nodes and not with their square.

Two nodes of a kind are compared when they share a *key* (a number, an address, a telephone, a domain, a
whole name), or when their names look alike and they lie in one *place*; in a kind of up to a thousand
nodes that place is everywhere. A pair of which neither holds
cannot reach a score of a half: see ``docs/dubbels.md``, and the test that proves it. What is shared by
very many is split once, and left out when even then it is too large; that is told.

Papadakis, G. e.a. (2020), "Blocking and filtering techniques for entity resolution: a survey",
ACM Computing Surveys 53(2).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from rapidfuzz.fuzz import ratio
from rapidfuzz.process import cdist

from netwerkkaart.dubbels.fiche import Fiche
from netwerkkaart.dubbels.namen import Naam
from netwerkkaart.dubbels.vergelijken import contains

Paar = tuple[int, int]
"""Positions of two fiches, the lower one first."""

MAX_SLEUTEL = 100
"""Most nodes that share a key of which all pairs are compared."""
MAX_PLAATS = 1000
"""Most nodes in one place of which all names are compared."""
LIJKT = 70.0
"""Names in one place are compared from this likeness on, in per cent: below it a name counts as another."""


@dataclass(frozen=True, slots=True)
class Overvol:
    """A group that was too large to compare all pairs within.

    Args:
        label: kind of its nodes.
        sleutel: what they share, as ``telefoon 011223344``.
        aantal: how many they are.
        over: how many of them were not compared within their postcode either.
    """

    label: str
    sleutel: str
    aantal: int
    over: int


@dataclass(frozen=True, slots=True)
class Blokken:
    """The pairs to compare, sorted, and the groups that were left out."""

    paren: tuple[Paar, ...]
    overvol: tuple[Overvol, ...]


def find_paren(
    fiches: Sequence[Fiche], max_sleutel: int = MAX_SLEUTEL, max_plaats: int = MAX_PLAATS
) -> Blokken:
    """The pairs that may be doubles. O(n · cap) at worst, in practice some tens of pairs a node."""
    paren: set[Paar] = set()
    overvol: list[Overvol] = []
    aantal = Counter(fiche.label for fiche in fiches)
    klein = {label for label, hoeveel in aantal.items() if hoeveel <= max_plaats}

    def places(fiche: Fiche) -> Iterator[tuple[str, str]]:
        return iter([("alle", "")]) if fiche.label in klein else _places(fiche)

    for groepen, hoogstens, expand in (
        (_groups(fiches, _keys), max_sleutel, _all_pairs),
        (_groups(fiches, places), max_plaats, _alike),
    ):
        for (label, soort, waarde), leden in groepen.items():
            delen = [leden] if len(leden) <= hoogstens else _split(fiches, leden)
            passend = [deel for deel in delen if len(deel) <= hoogstens]
            for deel in passend:
                paren.update(expand(fiches, deel))
            # A name that so many bear weighs too little to count without a place or another key.
            if len(leden) > hoogstens and soort not in ("naam", "kern"):
                over = sum(map(len, delen)) - sum(map(len, passend))
                overvol.append(Overvol(label, f"{soort} {waarde}".strip(), len(leden), over))
    return Blokken(tuple(sorted(paren)), tuple(overvol))


Sleutel = tuple[str, str, str]


def _groups(
    fiches: Sequence[Fiche], keys: Callable[[Fiche], Iterator[tuple[str, str]]]
) -> dict[Sleutel, list[int]]:
    groepen: dict[Sleutel, list[int]] = {}
    for plaats, fiche in enumerate(fiches):
        for soort, waarde in dict.fromkeys(keys(fiche)):
            groepen.setdefault((fiche.label, soort, waarde), []).append(plaats)
    return {sleutel: leden for sleutel, leden in sorted(groepen.items()) if len(leden) > 1}


def _keys(fiche: Fiche) -> Iterator[tuple[str, str]]:
    for naam in fiche.namen:
        yield "naam", naam.vol
        yield "kern", naam.kern
    for veld in ("telefoon", "email", "kbo", "ovo", "instelling"):
        waarde = getattr(fiche, veld)
        if waarde:
            yield veld, waarde
    if fiche.adres:
        for plaats in (fiche.nis, fiche.postcode):
            if plaats:
                yield "adres", f"{plaats} {fiche.adres}"
    for domein in sorted(fiche.domeinen):
        yield "domein", domein


def _places(fiche: Fiche) -> Iterator[tuple[str, str]]:
    """Where names are compared, in a kind that is too large to compare all of them."""
    for veld, waarde in (("gemeente", fiche.nis), ("postcode", fiche.postcode), ("regio", fiche.regio)):
        if waarde:
            yield veld, waarde
    for id_ in sorted(fiche.omgeving):
        yield "bij", id_


def _split(fiches: Sequence[Fiche], leden: Iterable[int]) -> list[list[int]]:
    """A group that is too large, in parts that lie in one postcode, else in one municipality."""
    delen: dict[str, list[int]] = {}
    for plaats in leden:
        delen.setdefault(fiches[plaats].postcode or fiches[plaats].nis, []).append(plaats)
    return [deel for _, deel in sorted(delen.items()) if len(deel) > 1]


def _all_pairs(fiches: Sequence[Fiche], leden: Iterable[int]) -> Iterator[Paar]:  # noqa: ARG001
    return combinations(leden, 2)


def _alike(fiches: Sequence[Fiche], leden: Sequence[int]) -> Iterator[Paar]:
    """Pairs of which a name looks alike, or of which the one stands within the other."""
    rijen = [(plaats, naam) for plaats in leden for naam in fiches[plaats].namen]
    lijkt = np.zeros((len(rijen), len(rijen)), dtype=np.bool_)
    for vorm in ([naam.kern for _, naam in rijen], [naam.plak for _, naam in rijen]):
        lijkt |= cdist(vorm, vorm, scorer=ratio, score_cutoff=LIJKT, dtype=np.float32) > 0
    for een, ander in np.argwhere(np.triu(lijkt, 1)).tolist():
        links, rechts = rijen[een][0], rijen[ander][0]
        if links != rechts:
            yield min(links, rechts), max(links, rechts)
    for een, ander in _within(rijen):
        if rijen[een][0] != rijen[ander][0]:
            yield min(rijen[een][0], rijen[ander][0]), max(rijen[een][0], rijen[ander][0])


def _within(rijen: Sequence[tuple[int, Naam]]) -> Iterator[Paar]:
    """Pairs of names of which the one stands within the other, or is made of its first letters."""
    per_deel: dict[str, list[int]] = {}
    per_letters: dict[str, list[int]] = {}
    for nummer, (_, naam) in enumerate(rijen):
        for deel in naam.delen:
            per_deel.setdefault(deel, []).append(nummer)
        if naam.letters:
            per_letters.setdefault(naam.letters, []).append(nummer)
    for nummers in per_deel.values():
        for een, ander in combinations(nummers, 2):
            if contains(rijen[een][1], rijen[ander][1]):
                yield een, ander
    for nummer, (_, naam) in enumerate(rijen):
        for woord in naam.woorden & per_letters.keys():
            yield from ((nummer, ander) for ander in per_letters[woord])
