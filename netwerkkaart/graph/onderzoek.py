"""A copy for research: what held at a day, without people, and without what was not given for research.

An answer to a question round says what it may be used for. One that was not given for research goes, and
with it what rests on it alone. What follows from answers is derived anew by the same function as on every
import (:func:`netwerkkaart.plan.herleiden.complete_plan`); what an answer stated besides is found by its
source and taken off by the journal. The rules stand in ``docs/onderzoek.md``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date
from typing import cast

from netwerkkaart.graph.archief_delen import Inhoud, Velden, holds_at, to_json_text
from netwerkkaart.graph.onderzoek_personen import without_people
from netwerkkaart.graph.regels import read_line
from netwerkkaart.plan.antwoordstand import ANTWOORD, ANTWOORDRELATIES, Antwoordstand, apply_change
from netwerkkaart.plan.bevestiging import Antwoordkop, newest_answers
from netwerkkaart.plan.grondslag import AFGELEIDE_VELDEN
from netwerkkaart.plan.herleiden import complete_plan
from netwerkkaart.plan.wijziging import (
    Bekend,
    BekendeKnoop,
    BekendeRelatie,
    KnoopWijziging,
    Plan,
    RelatieWijziging,
    Wijziging,
)
from netwerkkaart.schema.register import BANDEN, Waarde

DOEL = "onderzoek"
"""What an answer must have been given for, to be in the copy."""
_INTERN = "intern"
_NIET_MEE = frozenset({"NIET_HETZELFDE_ALS"})
"""Types of relations that are about keeping the graph tidy."""
_GESTELD = frozenset({"Aanbod", "Hiaat"})
_GESTELD_TYPEN = frozenset({"BIEDT", "BEREIKT", "GEMELD_DOOR", "MELDT"})
"""What answers state beside who has a tie with whom."""

_Eigen = dict[str, Waarde]


@dataclass(frozen=True)
class Onderzoeksinhoud:
    """The content of a copy for research, and what was left out of it.

    Args:
        inhoud: what is copied.
        antwoorden: answers that were left out, because of their purpose or because they came after the day.
        banden: ties that were there at the day, and rest on such answers alone.
        overig: offers, reported gaps and relations that rest on such answers alone.
        personen: contact persons that were left out.
    """

    inhoud: Inhoud
    antwoorden: int = 0
    banden: int = 0
    overig: int = 0
    personen: int = 0


def for_research(inhoud: Inhoud, dag: date) -> Onderzoeksinhoud:
    """What a copy for research holds. Pure; O(n + m + changes of the history).

    Args:
        inhoud: everything in a store, with its history where there is one.
        dag: the day at which it must hold.
    """
    stand = _Stand(inhoud)
    oud = Antwoordstand(stand.of_kind(ANTWOORD), stand.of_types(ANTWOORDRELATIES))
    geweigerd = refused(oud)
    later = {id_ for id_, velden in oud.antwoorden.items() if _after(velden, dag)}
    bronnen = frozenset(str(b) for id_ in geweigerd if (b := oud.antwoorden[id_].get("bron")))
    banden_eerst = stand.ties(dag)
    stand.take_off_sources(bronnen, (regel for _, regel in inhoud.wijzigingen or ()))
    overig = stand.drop_sources(bronnen)
    stand.drop_answers(geweigerd | later, oud)
    gehouden, banden = stand.content(dag), stand.ties(dag)
    schoon = without_people(gehouden)
    soorten = Counter(label for label, *_ in gehouden.knopen)
    return Onderzoeksinhoud(
        schoon, len(geweigerd | later), len(banden_eerst - banden), overig, soorten["Contactpersoon"]
    )


def refused(stand: Antwoordstand) -> frozenset[str]:
    """Ids of the answers that were not given for research.

    An answer that was sent again decides for those that it replaced: who no longer agrees, is out with
    what she said before. O(answers).
    """
    niet = {id_ for id_, velden in stand.antwoorden.items() if not _given(velden)}
    laatste = newest_answers(stand.koppen.values())
    ingetrokken = {_subject(stand.koppen[id_]) for id_ in laatste & niet}
    return frozenset(niet | {id_ for id_, kop in stand.koppen.items() if _subject(kop) in ingetrokken})


def _subject(kop: Antwoordkop) -> tuple[str, str, str]:
    return kop.bevraging, kop.door, kop.namens


def _given(velden: Mapping[str, object]) -> bool:
    """Whether an answer was given for research; one that does not say what for, was not."""
    doelen = velden.get("doelen")
    return isinstance(doelen, list) and DOEL in doelen


def _after(velden: Mapping[str, object], dag: date) -> bool:
    datum = velden.get("datum")
    return isinstance(datum, date) and datum > dag


def _holds(velden: Mapping[str, object], dag: date) -> bool:
    return holds_at(velden, dag) and velden.get("vrijgave") != _INTERN


class _Stand:
    """Nodes and relations while things are taken out."""

    def __init__(self, inhoud: Inhoud) -> None:
        self._knopen: dict[str, BekendeKnoop] = {
            id_: BekendeKnoop(label, cast(_Eigen, velden)) for label, id_, velden in inhoud.knopen
        }
        self._relaties: dict[str, BekendeRelatie] = {
            rid: BekendeRelatie(type_, van, naar, cast(_Eigen, velden))
            for type_, rid, van, naar, velden in inhoud.relaties
        }

    def of_kind(self, label: str) -> dict[str, Mapping[str, Waarde]]:
        """Properties of every node of one kind, by id."""
        return {id_: k.eigenschappen for id_, k in self._knopen.items() if k.label == label}

    def of_types(self, types: Iterable[str]) -> dict[str, BekendeRelatie]:
        """Every relation of some types, by rid."""
        soorten = frozenset(types)
        return {rid: r for rid, r in self._relaties.items() if r.type in soorten}

    def ties(self, dag: date) -> set[str]:
        """Keys of the ties that hold at a day."""
        return {rid for rid, r in self._relaties.items() if r.type in BANDEN and _holds(r.eigenschappen, dag)}

    def take_off_sources(self, bronnen: AbstractSet[str], regels: Iterable[str]) -> None:
        """Put back every field that a source changed and that nobody changed since."""
        if not bronnen:
            return
        gezocht = [to_json_text(bron) for bron in bronnen]
        for regel in reversed(list(regels)):
            # Most lines are of other sources, and a text is quicker searched than read.
            if any(bron in regel for bron in gezocht):
                wijziging = read_line(regel)
                if wijziging.voor is not None and wijziging.na.get("bron") in bronnen:
                    self._take_off(wijziging)

    def _take_off(self, w: Wijziging) -> None:
        nu = self._knopen.get(w.id) if isinstance(w, KnoopWijziging) else self._relaties.get(w.rid)
        if nu is None or not w.voor:
            return
        terug = {
            naam: w.voor.get(naam)
            for naam, waarde in w.na.items()
            if naam not in AFGELEIDE_VELDEN and nu.eigenschappen.get(naam) == waarde
        }
        velden = {n: v for n, v in {**nu.eigenschappen, **terug}.items() if v is not None}
        if isinstance(w, KnoopWijziging) and isinstance(nu, BekendeKnoop):
            self._knopen[w.id] = replace(nu, eigenschappen=velden)
        elif isinstance(w, RelatieWijziging) and isinstance(nu, BekendeRelatie):
            self._relaties[w.rid] = replace(nu, eigenschappen=velden)

    def drop_sources(self, bronnen: AbstractSet[str]) -> int:
        """Leave out what answers may state beside ties and that names such a source still; how many."""
        knopen = {
            id_
            for id_, k in self._knopen.items()
            if k.label in _GESTELD and k.eigenschappen.get("bron") in bronnen
        }
        relaties = {
            rid
            for rid, r in self._relaties.items()
            if (r.type in _GESTELD_TYPEN and r.eigenschappen.get("bron") in bronnen)
            or r.van in knopen
            or r.naar in knopen
        }
        for id_ in knopen:
            del self._knopen[id_]
        for rid in relaties:
            del self._relaties[rid]
        return len(knopen) + len(relaties)

    def drop_answers(self, ids: AbstractSet[str], oud: Antwoordstand) -> None:
        """Leave out answers, and derive anew what follows from those that stay."""
        if not ids:
            return
        knopen = tuple(KnoopWijziging(ANTWOORD, i, {**oud.antwoorden[i]}, {}) for i in sorted(ids))
        weg = [(rid, r) for rid, r in self._relaties.items() if r.van in ids]
        relaties = tuple(
            RelatieWijziging(r.type, rid, r.van, r.naar, "", "", {**r.eigenschappen}, {}) for rid, r in weg
        )
        labels = {id_: k.label for id_, k in self._knopen.items()}
        plan = complete_plan(Plan(knopen, relaties), oud, Bekend(self._knopen, self._relaties, labels))
        for w in plan.knopen:
            self._change(w)
        for r in plan.relaties:
            self._change(r)

    def _change(self, w: Wijziging) -> None:
        if isinstance(w, KnoopWijziging):
            knoop = self._knopen.pop(w.id, None)
            velden = apply_change(w, knoop.eigenschappen if knoop else None)
            if velden is not None:
                self._knopen[w.id] = BekendeKnoop(w.label, velden)
            return
        relatie = self._relaties.pop(w.rid, None)
        velden = apply_change(w, relatie.eigenschappen if relatie else None)
        if velden is not None:
            self._relaties[w.rid] = BekendeRelatie(w.type, w.van, w.naar, velden)

    def content(self, dag: date) -> Inhoud:
        """What holds at the day, without imports and history. A relation goes with either of its ends."""
        knopen: list[tuple[str, str, Velden]] = [
            (k.label, id_, k.eigenschappen) for id_, k in self._knopen.items() if _holds(k.eigenschappen, dag)
        ]
        er_zijn = {id_ for _, id_, _ in knopen}
        relaties: list[tuple[str, str, str, str, Velden]] = [
            (r.type, rid, r.van, r.naar, r.eigenschappen)
            for rid, r in self._relaties.items()
            if r.type not in _NIET_MEE
            and r.van in er_zijn
            and r.naar in er_zijn
            and _holds(r.eigenschappen, dag)
        ]
        return Inhoud(knopen, relaties, None, None)
