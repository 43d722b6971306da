"""Weigh statements against what is known: pure, and linear in the number of statements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from netwerkkaart.fouten import Melding, NetwerkkaartError
from netwerkkaart.plan.velden import changed_fields, stated_fields, to_conflicts, weigh_three_ways
from netwerkkaart.plan.wijziging import (
    Bekend,
    Conflict,
    KnoopWijziging,
    Plan,
    RelatieWijziging,
    Velden,
    Voorrang,
)
from netwerkkaart.schema.register import SOORTEN, TYPEN, Waarde, may_connect
from netwerkkaart.schema.uitspraken import KnoopUitspraak, RelatieUitspraak, Uitspraak

__all__ = ["PlanError", "changed_fields", "make_plan"]

U = TypeVar("U", KnoopUitspraak, RelatieUitspraak)


class PlanError(NetwerkkaartError):
    """Statements that contradict the schema: a fault of the importer, not of the user."""


def make_plan(
    uitspraken: Iterable[Uitspraak],
    bekend: Bekend,
    meldingen: Iterable[Melding] = (),
    voorrang: Voorrang = Voorrang.GRAAF,
) -> Plan:
    """Compare statements with what is known, and keep only what would change.

    Several statements about the same node or relation are joined, a later one going before an earlier
    one; an ``aanvulling`` only fills what nobody stated. Where a statement knows what its writer saw
    (``gezien``), only what she changed counts, and what changed in the graph as well is a conflict.
    O(number of statements and their fields).

    Args:
        uitspraken: the statements, in the order of the source.
        bekend: what the store knows of them.
        meldingen: warnings to carry along.
        voorrang: who is right in a conflict.

    Raises:
        PlanError: a statement with an unknown end, or ends that the schema forbids.
    """
    knopen: dict[str, KnoopUitspraak] = {}
    relaties: dict[str, RelatieUitspraak] = {}
    for uitspraak in uitspraken:
        if isinstance(uitspraak, KnoopUitspraak):
            _join_node(knopen, uitspraak)
        else:
            eerder = relaties.get(uitspraak.rid)
            relaties[uitspraak.rid] = uitspraak if eerder is None else _joined(eerder, uitspraak)
    weging = _Weging(bekend, voorrang)
    nieuw_k = [w for u in knopen.values() if (w := weging.node_change(u)) is not None]
    weging.labels = {**bekend.labels, **{w.id: w.label for w in nieuw_k}}
    nieuw_r = [wijziging for r in relaties.values() for wijziging in weging.relation_changes(r)]
    return Plan(
        tuple(nieuw_k),
        tuple(nieuw_r),
        ongewijzigd=len(knopen) + len(relaties) - len(nieuw_k) - len({w.rid for w in nieuw_r}),
        versie=bekend.versie,
        meldingen=tuple(meldingen),
        conflicten=tuple(weging.conflicten),
    )


def _join_node(knopen: dict[str, KnoopUitspraak], nieuw: KnoopUitspraak) -> None:
    eerder = knopen.get(nieuw.id)
    if eerder is None:
        knopen[nieuw.id] = nieuw
        return
    if eerder.label != nieuw.label:
        raise PlanError(f"node {nieuw.id!r} is stated as {eerder.label} and as {nieuw.label}")
    sterk, zwak = (eerder, nieuw) if nieuw.aanvulling else (nieuw, eerder)
    samen = _joined(zwak, sterk)
    knopen[nieuw.id] = replace(
        samen, rij=sterk.rij or zwak.rij, aanvulling=eerder.aanvulling and nieuw.aanvulling
    )


def _joined(zwak: U, sterk: U) -> U:
    velden = {
        naam: w for naam, w in zwak.eigenschappen.items() if naam not in sterk.leeg
    } | sterk.eigenschappen
    leeg = (zwak.leeg | sterk.leeg) - velden.keys()
    return replace(sterk, eigenschappen=velden, leeg=leeg)


@dataclass
class _Weging:
    """Weighs statements one by one, and gathers the conflicts."""

    bekend: Bekend
    voorrang: Voorrang
    labels: Mapping[str, str] = field(default_factory=dict)
    conflicten: list[Conflict] = field(default_factory=list)

    def node_change(self, uitspraak: KnoopUitspraak) -> KnoopWijziging | None:
        nu = self.bekend.knopen.get(uitspraak.id)
        if nu is None:
            if self._vanished(uitspraak.label, uitspraak.id, uitspraak):
                return None
            return KnoopWijziging(uitspraak.label, uitspraak.id, None, {**uitspraak.eigenschappen})
        if nu.label != uitspraak.label:
            raise PlanError(f"node {uitspraak.id!r} is a {nu.label}, the statement says {uitspraak.label}")
        if uitspraak.aanvulling:
            return None
        voor, na = self._changes(uitspraak.label, uitspraak.id, uitspraak, nu.eigenschappen)
        return KnoopWijziging(uitspraak.label, uitspraak.id, voor, na) if na else None

    def relation_changes(self, uitspraak: RelatieUitspraak) -> Iterator[RelatieWijziging]:
        """Nothing, one change, or (another target of a unique type) the former one away and a new one."""
        nu = self.bekend.relaties.get(uitspraak.rid)
        if nu is None and self._vanished(uitspraak.type, uitspraak.rid, uitspraak):
            return
        van, naar = self.labels.get(uitspraak.van), self.labels.get(uitspraak.naar)
        if (van is None or naar is None) and uitspraak.gezien is not None:
            # An end went since the writer saw it: nothing to tie to, whoever is right.
            self.conflicten.append(Conflict(uitspraak.type, uitspraak.rid, "", None, None, None))
            return
        if van is None or naar is None or not may_connect(TYPEN[uitspraak.type], van, naar):
            raise PlanError(f"relation {uitspraak.rid!r} cannot run from {van} to {naar}")

        def change(doel: str, label: str, voor: Velden | None, na: Velden) -> RelatieWijziging:
            einden = SOORTEN[van].soort.basis, SOORTEN[label].soort.basis
            return RelatieWijziging(uitspraak.type, uitspraak.rid, uitspraak.van, doel, *einden, voor, na)

        if nu is not None and nu.naar == uitspraak.naar:
            voor, na = self._changes(uitspraak.type, uitspraak.rid, uitspraak, nu.eigenschappen)
            if na:
                yield change(uitspraak.naar, naar, voor, na)
            return
        if nu is not None:
            yield change(nu.naar, self.bekend.labels[nu.naar], {**nu.eigenschappen}, {})
        yield change(uitspraak.naar, naar, None, {**uitspraak.eigenschappen})

    def _vanished(self, soort: str, sleutel: str, uitspraak: Uitspraak) -> bool:
        """Whether the writer saw what is no longer there; her row then counts only if she is right."""
        if uitspraak.gezien is None:
            return False
        if stated_fields(uitspraak) != {**uitspraak.gezien}:
            self.conflicten.append(Conflict(soort, sleutel, "", None, None, None))
            return self.voorrang is Voorrang.GRAAF
        return True

    def _changes(
        self, soort: str, sleutel: str, uitspraak: Uitspraak, nu: Mapping[str, Waarde]
    ) -> tuple[Velden, Velden]:
        gesteld = stated_fields(uitspraak)
        if uitspraak.gezien is not None:
            gesteld, botsingen = weigh_three_ways(gesteld, uitspraak.gezien, nu, self.voorrang)
            self.conflicten += to_conflicts(soort, sleutel, botsingen)
        return changed_fields(nu, gesteld)
