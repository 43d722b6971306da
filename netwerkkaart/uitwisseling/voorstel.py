"""From differences to a plan for our side: what is theirs and newer, and what was decided in a conflict."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import cast

from netwerkkaart.plan.wijziging import KnoopWijziging, Plan, RelatieWijziging, Velden
from netwerkkaart.schema.register import SOORTEN, TYPEN, may_connect
from netwerkkaart.uitwisseling.kant import DOEL, GEHEEL, Feit, Kant, relations_at
from netwerkkaart.uitwisseling.vergelijken import Oordeel, Verschil


class Keuze(StrEnum):
    """Who is right in a conflict."""

    NIEUWSTE = "nieuwste"
    GRAAF = "graaf"
    BRON = "bron"


Keuzes = Mapping[tuple[str, str], Keuze]
"""Decisions by (key, field)."""


@dataclass(frozen=True, slots=True)
class Voorstel:
    """What an exchange would do to our side.

    Args:
        plan: the changes.
        conflicten: the differences that both sides changed, as far as they are worth telling.
        hangend: keys of relations of theirs that cannot come: an end of them is gone here, or another kind.
        soorten: ids of nodes that are of another kind on either side; ours stays, and people must decide.
    """

    plan: Plan
    conflicten: tuple[Verschil, ...]
    hangend: tuple[str, ...] = ()
    soorten: tuple[str, ...] = ()


def make_voorstel(
    ons: Kant,
    hun: Kant,
    verschillen: Sequence[Verschil],
    *,
    versie: int,
    keuzes: Keuzes | None = None,
    standaard: Keuze = Keuze.NIEUWSTE,
) -> Voorstel:
    """Turn differences into a plan. O(differences + facts at the nodes that go).

    Args:
        ons: our side.
        hun: the other side.
        verschillen: what :func:`~netwerkkaart.uitwisseling.vergelijken.compare` found.
        versie: version of our graph.
        keuzes: decisions of the user for single conflicts.
        standaard: who is right in every other conflict.
    """
    soorten = tuple(v.sleutel for v in verschillen if v.veld == GEHEEL and v.ons and v.hun)
    nemen = [v for v in verschillen if v.sleutel not in soorten and _take(v, keuzes or {}, standaard)]
    opbouw = _Opbouw(ons, hun)
    for verschil in nemen:
        opbouw.add(verschil)
    plan, hangend = opbouw.finish(versie)
    conflicten = tuple(v for v in verschillen if v.oordeel is Oordeel.CONFLICT and not v.is_stil)
    return Voorstel(plan, conflicten, hangend, soorten)


def _take(verschil: Verschil, keuzes: Keuzes, standaard: Keuze) -> bool:
    if verschil.oordeel is not Oordeel.CONFLICT:
        return verschil.oordeel is Oordeel.HUN_NIEUWER
    keuze = keuzes.get((verschil.sleutel, verschil.veld), standaard)
    if keuze is Keuze.NIEUWSTE or verschil.is_stil:
        return verschil.laatste_is_hun
    return keuze is Keuze.BRON


class _Opbouw:
    """Gathers what is taken over, per node and relation."""

    def __init__(self, ons: Kant, hun: Kant) -> None:
        self._ons, self._hun = ons, hun
        self._nieuw: dict[str, Feit] = {}
        self._weg: dict[str, Feit] = {}
        self._velden: dict[str, Velden] = {}

    def add(self, verschil: Verschil) -> None:
        """Take over one difference."""
        sleutel = verschil.sleutel
        if verschil.veld == GEHEEL:
            if sleutel in self._ons.feiten:
                self._weg[sleutel] = self._ons.feiten[sleutel]
            if sleutel in self._hun.feiten:
                self._nieuw[sleutel] = self._hun.feiten[sleutel]
        elif verschil.veld == DOEL:
            # Another target is another relation under the same key: the former goes, theirs comes.
            self._weg[sleutel] = self._ons.feiten[sleutel]
            self._nieuw[sleutel] = self._hun.feiten[sleutel]
        else:
            self._velden.setdefault(sleutel, {})[verschil.veld] = cast("str | None", verschil.hun)

    def finish(self, versie: int) -> tuple[Plan, tuple[str, ...]]:
        """The plan, and what of theirs cannot come."""
        self._take_relations_along()
        labels = {s: f.soort for s, f in self._ons.feiten.items() if not f.is_relatie and s not in self._weg}
        labels |= {s: f.soort for s, f in self._nieuw.items() if not f.is_relatie}
        hangend = {s for s, f in self._nieuw.items() if f.is_relatie and not _fits(f, labels)}
        oud = {s: f.soort for s, f in self._ons.feiten.items() if not f.is_relatie}
        knopen: list[KnoopWijziging] = []
        relaties: list[RelatieWijziging] = []
        for sleutel, feit in sorted(self._nieuw.items()):
            if not feit.is_relatie:
                knopen.append(KnoopWijziging(feit.soort, sleutel, None, _stored(feit)))
            elif sleutel not in hangend:
                relaties.append(_relation(sleutel, feit, labels, None, _stored(feit)))
        for sleutel, feit in sorted(self._weg.items()):
            if not feit.is_relatie:
                knopen.append(KnoopWijziging(feit.soort, sleutel, _stored(feit), {}))
            else:
                relaties.append(_relation(sleutel, feit, oud, _stored(feit), {}))
        for sleutel, na in sorted(self._velden.items()):
            feit = self._ons.feiten[sleutel]
            if sleutel in self._weg or sleutel in self._nieuw:
                continue
            voor = cast(Velden, {veld: feit.velden.get(veld) for veld in na})
            if feit.is_relatie:
                relaties.append(_relation(sleutel, feit, oud, voor, na))
            else:
                knopen.append(KnoopWijziging(feit.soort, sleutel, voor, na))
        return Plan(tuple(knopen), tuple(relaties), versie=versie), tuple(sorted(hangend))

    def _take_relations_along(self) -> None:
        """A node that goes takes its relations along: whoever kept one had a later say in the node itself."""
        knopen = [s for s, f in self._weg.items() if not f.is_relatie and s not in self._nieuw]
        for rids in relations_at(self._ons.feiten, knopen).values():
            for rid in rids:
                self._weg.setdefault(rid, self._ons.feiten[rid])
                self._nieuw.pop(rid, None)


def _fits(feit: Feit, labels: Mapping[str, str]) -> bool:
    van, naar = labels.get(feit.van), labels.get(feit.naar)
    return van is not None and naar is not None and may_connect(TYPEN[feit.soort], van, naar)


def _stored(feit: Feit) -> Velden:
    return cast(Velden, {veld: waarde for veld, waarde in feit.velden.items() if veld != DOEL})


def _relation(
    rid: str, feit: Feit, labels: Mapping[str, str], voor: Velden | None, na: Velden
) -> RelatieWijziging:
    van, naar = (SOORTEN[labels[einde]].soort.basis for einde in (feit.van, feit.naar))
    return RelatieWijziging(feit.soort, rid, feit.van, feit.naar, van, naar, voor, na)
