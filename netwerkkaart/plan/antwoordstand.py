"""All answers to question rounds as one value: before a plan, and after it. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from netwerkkaart.plan.bevestiging import Antwoordkop, Vermelding, newest_answers
from netwerkkaart.plan.wijziging import BekendeRelatie, KnoopWijziging, Plan, RelatieWijziging, Velden
from netwerkkaart.schema.register import Waarde

ANTWOORD = "Antwoord"
ANTWOORDRELATIES: tuple[str, ...] = ("ANTWOORD_OP", "GEGEVEN_DOOR", "NAMENS", "NOEMT")
"""The relations that say who answered, for whom, and what."""

Paar = tuple[str, str]
"""Ids of two organisations, the lower one first."""
Eigenschappen = Mapping[str, Waarde]


@dataclass(frozen=True)
class Antwoordstand:
    """All answers, as the store holds them or as they will be.

    Args:
        antwoorden: properties of each answer by id.
        relaties: the relations of the answers (:data:`ANTWOORDRELATIES`) by rid.
    """

    antwoorden: Mapping[str, Eigenschappen]
    relaties: Mapping[str, BekendeRelatie]

    def after(self, plan: Plan) -> Antwoordstand:
        """The answers once a plan is carried out. O(answers + changes)."""
        knopen, relaties = dict(self.antwoorden), dict(self.relaties)
        for w in plan.knopen:
            if w.label == ANTWOORD:
                velden = apply_change(w, knopen.pop(w.id, None))
                if velden is not None:
                    knopen[w.id] = velden
        for r in plan.relaties:
            if r.type in ANTWOORDRELATIES:
                oud = relaties.pop(r.rid, None)
                velden = apply_change(r, oud.eigenschappen if oud else None)
                if velden is not None:
                    relaties[r.rid] = BekendeRelatie(r.type, r.van, r.naar, velden)
        return Antwoordstand(knopen, relaties)

    @cached_property
    def koppen(self) -> dict[str, Antwoordkop]:
        """Who answered for whom, by id of the answer; an answer of nobody says nothing."""
        bij: dict[str, dict[str, str]] = {}
        for relatie in self.relaties.values():
            if relatie.type != "NOEMT":
                bij.setdefault(relatie.van, {})[relatie.type] = relatie.naar
        uit: dict[str, Antwoordkop] = {}
        for id_, velden in self.antwoorden.items():
            rond, datum = bij.get(id_, {}), velden.get("datum")
            door = rond.get("GEGEVEN_DOOR") or rond.get("NAMENS")
            if door and isinstance(datum, date):
                uit[id_] = Antwoordkop(
                    id_,
                    rond.get("ANTWOORD_OP", ""),
                    door,
                    rond.get("NAMENS", door),
                    datum,
                    str(velden.get("tijdstip") or ""),
                    velden.get("gegevens_kloppen") is True,
                )
        return uit

    @cached_property
    def _telt(self) -> frozenset[str]:
        return newest_answers(self.koppen.values())

    @cached_property
    def mentions(self) -> dict[Paar, frozenset[Vermelding]]:
        """What counts of what was said, per pair of organisations. O(answers)."""
        koppen, telt = self.koppen, self._telt
        uit: dict[Paar, set[Vermelding]] = {}
        for relatie in self.relaties.values():
            if relatie.type == "NOEMT" and relatie.van in telt:
                vermelding = _mention(koppen[relatie.van], relatie)
                if vermelding.kop.namens == vermelding.doel:
                    continue  # the two were merged since: nobody has a tie with herself
                uit.setdefault(make_pair(vermelding.kop.namens, vermelding.doel), set()).add(vermelding)
        return {paar: frozenset(gezegd) for paar, gezegd in uit.items()}

    @cached_property
    def confirmed_on(self) -> dict[str, date]:
        """The newest day on which each organisation confirmed its own data."""
        koppen, telt = self.koppen, self._telt
        uit: dict[str, date] = {}
        for id_, kop in koppen.items():
            if id_ in telt and kop.door == kop.namens and kop.gegevens_kloppen:
                uit[kop.door] = max(kop.datum, uit.get(kop.door, kop.datum))
        return uit


def make_pair(een: str, ander: str) -> Paar:
    """Two ids in order."""
    return (een, ander) if een <= ander else (ander, een)


def differing(oud: Mapping[Paar, object], nieuw: Mapping[Paar, object]) -> set[Paar]:
    """The keys under which two mappings differ."""
    sleutels: Iterable[Paar] = oud.keys() | nieuw.keys()
    return {sleutel for sleutel in sleutels if oud.get(sleutel) != nieuw.get(sleutel)}


def apply_change(
    wijziging: KnoopWijziging | RelatieWijziging, nu: Eigenschappen | None
) -> dict[str, Waarde] | None:
    """Properties once a change is carried out; None: it is gone.

    >>> apply_change(KnoopWijziging("Clb", "c", {"naam": "A"}, {"naam": None, "straat": "X"}), {"naam": "A"})
    {'straat': 'X'}
    """
    if wijziging.voor is not None and not wijziging.na:
        return None
    samen: Velden = {**(nu or {}), **wijziging.na}
    return {naam: waarde for naam, waarde in samen.items() if waarde is not None}


def _mention(kop: Antwoordkop, relatie: BekendeRelatie) -> Vermelding:
    velden = relatie.eigenschappen
    ja, sterkte = velden.get("ja"), velden.get("sterkte")
    return Vermelding(
        kop,
        relatie.naar,
        str(velden["relatie"]),
        str(velden.get("richting") or ""),
        str(velden.get("stap") or ""),
        ja if isinstance(ja, bool) else None,
        sterkte if isinstance(sterkte, int) else None,
    )
