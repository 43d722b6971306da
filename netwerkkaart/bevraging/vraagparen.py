"""Which pairs of organisations a question round is about: those of which an end still has to speak.

A pair is a question when nothing or only one side of it is known. Of a tie that holds: nobody was asked,
or one end stated it, or what was confirmed is too old. Of a pair without a tie: both sit in the same
forum or learning network, so that they may well work together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from netwerkkaart.analyse.basis import in_region, months_before, reference_date
from netwerkkaart.analyse.drempels import Drempels
from netwerkkaart.analyse.respons import current_answers
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.schema.register import BANDEN

ZONDER_BAND = 0.5
"""Weight of a pair that only meets, beside that of a pair with a tie."""


@dataclass(frozen=True, slots=True)
class Vraagpaar:
    """One pair that is a question.

    Args:
        een, ander: numbers of the two organisations, the lower one first.
        gewicht: schools that the pair touches, halved when there is no tie.
        bekend: how many sides are known, 0 or 1.
        spreken_nog: the ends that can still say something.
        band: true when a tie is known.
    """

    een: int
    ander: int
    gewicht: float
    bekend: int
    spreken_nog: tuple[int, ...]
    band: bool


@dataclass(slots=True)
class _Stand:
    """What is known of a pair."""

    band: bool = False
    bevestigd: bool = False
    eenzijdig: bool = False
    betwist: bool = False


def find_questions(beeld: Beeld, drempels: Drempels, *, regio: str) -> list[Vraagpaar]:
    """All question pairs that touch a region, in order of their numbers. O(ties + pairs that meet).

    Args:
        beeld: the view at a date.
        drempels: ``maanden_inventarisatie`` says how long a confirmation or an answer counts.
        regio: the region; at least one end lies in it.
    """
    vanaf = months_before(reference_date(beeld), drempels.maanden_inventarisatie)
    binnen = in_region(beeld, regio)[: beeld.aantal_organisaties]
    mag = [beeld.label(k) != "Bestuur" for k in range(beeld.aantal_organisaties)]
    standen = _known(beeld, vanaf)
    for paar in _meeting(beeld):
        standen.setdefault(paar, _Stand())
    gesproken = _spoken(beeld, vanaf)
    scholen = schools_of(beeld)
    uit: list[Vraagpaar] = []
    for (een, ander), stand in sorted(standen.items()):
        if not (mag[een] and mag[ander] and (binnen[een] or binnen[ander])):
            continue
        zei = gesproken.get((een, ander), frozenset())
        if stand.bevestigd or stand.betwist or len(zei) == 2:
            continue
        bekend = 1 if zei or stand.eenzijdig else 0
        over = tuple(einde for einde in (een, ander) if einde not in zei)
        gewicht = len(_touched(beeld, een, ander, scholen)) * (1.0 if stand.band else ZONDER_BAND)
        uit.append(Vraagpaar(een, ander, gewicht, bekend, over, stand.band))
    return uit


def schools_of(beeld: Beeld) -> Mapping[int, frozenset[int]]:
    """The schools to which each organisation has a tie. O(ties)."""
    is_school = {int(k) for k in beeld.van_soort("School")}
    uit: dict[int, set[int]] = {}
    for van, naar in zip(beeld.banden.van.tolist(), beeld.banden.naar.tolist(), strict=True):
        for een, ander in ((van, naar), (naar, van)):
            if ander in is_school:
                uit.setdefault(een, set()).add(ander)
    return {knoop: frozenset(scholen) for knoop, scholen in uit.items()}


def _touched(beeld: Beeld, een: int, ander: int, scholen: Mapping[int, frozenset[int]]) -> set[int]:
    """The schools that a pair touches: those at its ends, else all that have a tie to either of them."""
    einden = {knoop for knoop in (een, ander) if beeld.label(knoop) == "School"}
    leeg: frozenset[int] = frozenset()
    return einden or {*scholen.get(een, leeg), *scholen.get(ander, leeg)} or {een}


def _known(beeld: Beeld, vanaf: date) -> dict[tuple[int, int], _Stand]:
    standen: dict[tuple[int, int], _Stand] = {}
    for type_ in BANDEN:
        tabel = beeld.van_type(type_)
        kolommen = zip(
            tabel.van.tolist(),
            tabel.naar.tolist(),
            tabel.kolom("bevestiging"),
            tabel.kolom("bevestigd_op"),
            strict=True,
        )
        for van, naar, bevestiging, op in kolommen:
            stand = standen.setdefault((min(van, naar), max(van, naar)), _Stand())
            stand.band = True
            stand.bevestigd |= bevestiging == "bevestigd" and isinstance(op, date) and op > vanaf
            stand.eenzijdig |= bevestiging == "eenzijdig"
            stand.betwist |= bevestiging == "betwist"
    return standen


def _meeting(beeld: Beeld) -> Iterator[tuple[int, int]]:
    """Pairs that sit in the same forum or learning network."""
    for type_ in ("NEEMT_DEEL_AAN", "LID_VAN"):
        per_plek: dict[int, set[int]] = {}
        tabel = beeld.van_type(type_)
        for wie, plek in zip(tabel.van.tolist(), tabel.naar.tolist(), strict=True):
            if wie < beeld.aantal_organisaties:
                per_plek.setdefault(plek, set()).add(wie)
        for leden in per_plek.values():
            yield from combinations(sorted(leden), 2)


def _spoken(beeld: Beeld, vanaf: date) -> dict[tuple[int, int], frozenset[int]]:
    """The ends that said yes or no of a pair, in answers that still count."""
    uit: dict[tuple[int, int], set[int]] = {}
    antwoorden = current_answers(beeld)
    for wie, doel, ja, dag in _mentions(beeld):
        antwoord = antwoorden.get(wie)
        if antwoord is not None and ja is not None and isinstance(dag, date) and dag > vanaf:
            einde = antwoord.namens
            uit.setdefault((min(einde, doel), max(einde, doel)), set()).add(einde)
    return {paar: frozenset(zei) for paar, zei in uit.items()}


def _mentions(beeld: Beeld) -> Iterable[tuple[int, int, object, object]]:
    tabel = beeld.van_type("NOEMT")
    return zip(tabel.van.tolist(), tabel.naar.tolist(), tabel.kolom("ja"), tabel.kolom("datum"), strict=True)
