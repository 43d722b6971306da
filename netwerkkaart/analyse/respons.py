"""Who was asked and who answered, and what that says of pairs: yes, no, or not asked.

In a round a pair of organisations is *ja* when an end says that they have a tie, *nee* when an end says
that they have none and no end that they have one, and else *niet gevraagd*: nobody said a word, or did
not know. Figures on ties can so be given with the bounds that the unasked pairs allow.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np

from netwerkkaart.fouten import NietGevonden
from netwerkkaart.graph.beeld import Beeld, Masker


@dataclass(frozen=True, slots=True)
class Antwoord:
    """One answer that counts.

    Args:
        knoop: its number in the view.
        bevraging: number of the round; −1: unknown.
        door: number of the organisation that answered.
        namens: number of the one for which it speaks.
        datum: its day.
    """

    knoop: int
    bevraging: int
    door: int
    namens: int
    datum: date


@dataclass(frozen=True, slots=True)
class Respons:
    """The response of one round.

    Args:
        bevraging: number of the round in the view.
        gevraagd: the organisations that were asked, by number, in order.
        antwoord_op: day of the answer of each that answered, asked or not.
        namens: the organisations for which another answered → who did.
        paren_ja, paren_nee: pairs of which this round says so.
        paren_open: pairs with a tie, with an end that was asked or spoke, of which this round says nothing.
    """

    bevraging: int
    gevraagd: tuple[int, ...]
    antwoord_op: Mapping[int, date]
    namens: Mapping[int, int]
    paren_ja: int
    paren_nee: int
    paren_open: int

    @property
    def beantwoord(self) -> int:
        """How many of those asked answered."""
        return sum(knoop in self.antwoord_op for knoop in self.gevraagd)

    @property
    def open(self) -> tuple[int, ...]:
        """Those asked that did not answer yet, in order."""
        return tuple(knoop for knoop in self.gevraagd if knoop not in self.antwoord_op)

    @property
    def grenzen(self) -> tuple[float, float]:
        """Least and greatest share of the pairs that have a tie, whatever the unasked would say.

        >>> Respons(0, (), {}, {}, 6, 2, 2).grenzen
        (0.6, 0.8)
        """
        alle = self.paren_ja + self.paren_nee + self.paren_open
        if not alle:
            return 0.0, 1.0
        return self.paren_ja / alle, (self.paren_ja + self.paren_open) / alle


def current_answers(beeld: Beeld) -> dict[int, Antwoord]:
    """The answers that count, by number: per round, giver and subject the newest. O(answers).

    At a reference date later answers are not there yet.
    """
    ronde, gever, namens = (_targets(beeld, t) for t in ("ANTWOORD_OP", "GEGEVEN_DOOR", "NAMENS"))
    datums, tijdstippen = beeld.kolom("datum"), beeld.kolom("tijdstip")
    laatste: dict[tuple[int, int, int], tuple[tuple[date, str, str], Antwoord]] = {}
    for knoop in beeld.van_soort("Antwoord").tolist():
        datum = datums[knoop]
        door = gever.get(knoop, namens.get(knoop))
        if door is None or not isinstance(datum, date) or (beeld.datum and datum > beeld.datum):
            continue
        antwoord = Antwoord(knoop, ronde.get(knoop, -1), door, namens.get(knoop, door), datum)
        volgorde = (datum, str(tijdstippen[knoop] or ""), beeld.ids[knoop])
        sleutel = (antwoord.bevraging, antwoord.door, antwoord.namens)
        if sleutel not in laatste or volgorde > laatste[sleutel][0]:
            laatste[sleutel] = (volgorde, antwoord)
    return {antwoord.knoop: antwoord for _, antwoord in laatste.values()}


def _targets(beeld: Beeld, type_: str) -> dict[int, int]:
    tabel = beeld.van_type(type_)
    return dict(zip(tabel.van.tolist(), tabel.naar.tolist(), strict=True))


def find_round(beeld: Beeld, tekst: str) -> int:
    """The round that a text means: its id, or its name in any case.

    Raises:
        NietGevonden: there is none, or there are several of that name.
    """
    rondes = beeld.van_soort("Bevraging").tolist()
    gevonden = [k for k in rondes if beeld.ids[k] == tekst] or [
        k for k in rondes if beeld.naam(k).casefold() == tekst.strip().casefold()
    ]
    if len(gevonden) == 1:
        return int(gevonden[0])
    namen = ", ".join(f'"{beeld.naam(k)}"' for k in rondes) or "er is nog geen bevraging"
    raise NietGevonden(
        f'Er {"is geen bevraging" if not gevonden else "zijn meer bevragingen"} "{tekst}".',
        hulp=f"De bevragingen zijn: {namen}.",
    )


def compute_response(beeld: Beeld, bevraging: int, hier: Masker | None = None) -> Respons:
    """The response of a round, and what it says of pairs. O(answers + ties).

    Args:
        beeld: a view.
        bevraging: number of the round.
        hier: which nodes count: of who was asked, and at least one end of each pair; None: all.
    """
    mag = np.ones(len(beeld), dtype=np.bool_) if hier is None else hier
    antwoorden = [a for a in current_answers(beeld).values() if a.bevraging == bevraging]
    tabel = beeld.van_type("BEVRAAGD_IN")
    gevraagd: list[int] = []
    antwoord_op: dict[int, date] = {}
    for wie, ronde, dag in zip(
        tabel.van.tolist(), tabel.naar.tolist(), tabel.kolom("antwoord_op"), strict=True
    ):
        if ronde == bevraging and mag[wie]:
            gevraagd.append(wie)
            if isinstance(dag, date) and not (beeld.datum and dag > beeld.datum):
                antwoord_op[wie] = dag
    for antwoord in antwoorden:
        eerder = antwoord_op.get(antwoord.door, antwoord.datum)
        antwoord_op[antwoord.door] = max(antwoord.datum, eerder)
    namens = {a.namens: a.door for a in antwoorden if a.namens != a.door}
    ja, nee = (
        {paar for paar in paren if mag[paar[0]] or mag[paar[1]]}
        for paren in answered_pairs(beeld, antwoorden)
    )
    sprak = np.zeros(len(beeld), dtype=np.bool_)
    sprak[[*gevraagd, *antwoord_op, *namens]] = True
    van, naar = beeld.banden.van, beeld.banden.naar
    telt = (sprak[van] | sprak[naar]) & (mag[van] | mag[naar])
    laag, hoog = np.minimum(van, naar)[telt].tolist(), np.maximum(van, naar)[telt].tolist()
    banden = set(zip(laag, hoog, strict=True))
    return Respons(
        bevraging,
        tuple(sorted(gevraagd)),
        antwoord_op,
        namens,
        len(ja),
        len(nee - ja),
        len(banden - ja - nee),
    )


Paren = set[tuple[int, int]]
"""Pairs of nodes, the lower number first."""


def answered_pairs(beeld: Beeld, antwoorden: Iterable[Antwoord]) -> tuple[Paren, Paren]:
    """The pairs of which some end says yes, and those of which some end says no."""
    namens = {antwoord.knoop: antwoord.namens for antwoord in antwoorden}
    ja: Paren = set()
    nee: Paren = set()
    tabel = beeld.van_type("NOEMT")
    for wie, doel, woord in zip(tabel.van.tolist(), tabel.naar.tolist(), tabel.kolom("ja"), strict=True):
        if wie in namens and woord is not None:
            einde = namens[wie]
            (ja if woord else nee).add((min(einde, doel), max(einde, doel)))
    return ja, nee
