"""Weigh statements against what is known: pure, and linear in the number of statements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from netwerkkaart.fouten import Melding, NetwerkkaartError
from netwerkkaart.plan.wijziging import Bekend, KnoopWijziging, Plan, RelatieWijziging, Velden
from netwerkkaart.schema.register import SOORTEN, TYPEN, Waarde, may_connect
from netwerkkaart.schema.uitspraken import KnoopUitspraak, RelatieUitspraak, Uitspraak


class PlanError(NetwerkkaartError):
    """Statements that contradict the schema: a fault of the importer, not of the user."""


def make_plan(uitspraken: Iterable[Uitspraak], bekend: Bekend, meldingen: Iterable[Melding] = ()) -> Plan:
    """Compare statements with what is known, and keep only what would change.

    Several statements about the same node or relation are joined, a later one going before an earlier
    one; an ``aanvulling`` only fills what nobody stated. O(number of statements and their fields).

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
            if eerder is None:
                relaties[uitspraak.rid] = uitspraak
            else:
                eerder.eigenschappen = eerder.eigenschappen | uitspraak.eigenschappen
    nieuw_k = [w for u in knopen.values() if (w := _node_change(u, bekend)) is not None]
    labels = {u.id: u.label for u in knopen.values()}
    nieuw_r = [wijziging for r in relaties.values() for wijziging in _relation_changes(r, bekend, labels)]
    return Plan(
        tuple(nieuw_k),
        tuple(nieuw_r),
        ongewijzigd=len(knopen) + len(relaties) - len(nieuw_k) - len({w.rid for w in nieuw_r}),
        versie=bekend.versie,
        meldingen=tuple(meldingen),
    )


def _join_node(knopen: dict[str, KnoopUitspraak], nieuw: KnoopUitspraak) -> None:
    eerder = knopen.get(nieuw.id)
    if eerder is None:
        knopen[nieuw.id] = nieuw
        return
    if eerder.label != nieuw.label:
        raise PlanError(f"node {nieuw.id!r} is stated as {eerder.label} and as {nieuw.label}")
    sterk, zwak = (eerder, nieuw) if nieuw.aanvulling else (nieuw, eerder)
    knopen[nieuw.id] = KnoopUitspraak(
        nieuw.label,
        nieuw.id,
        zwak.eigenschappen | sterk.eigenschappen,
        sterk.rij or zwak.rij,
        aanvulling=eerder.aanvulling and nieuw.aanvulling,
    )


def _node_change(uitspraak: KnoopUitspraak, bekend: Bekend) -> KnoopWijziging | None:
    nu = bekend.knopen.get(uitspraak.id)
    if nu is None:
        return KnoopWijziging(uitspraak.label, uitspraak.id, None, {**uitspraak.eigenschappen})
    if nu.label != uitspraak.label:
        raise PlanError(f"node {uitspraak.id!r} is a {nu.label}, the statement says {uitspraak.label}")
    if uitspraak.aanvulling:
        return None
    voor, na = changed_fields(nu.eigenschappen, uitspraak.eigenschappen)
    return KnoopWijziging(uitspraak.label, uitspraak.id, voor, na) if na else None


def _relation_changes(
    uitspraak: RelatieUitspraak, bekend: Bekend, nieuwe_labels: Mapping[str, str]
) -> Iterator[RelatieWijziging]:
    """Nothing, one change, or (another target of a unique type) the former one away and a new one."""

    def label_of(id_: str) -> str | None:
        return nieuwe_labels.get(id_) or bekend.labels.get(id_)

    van, naar = label_of(uitspraak.van), label_of(uitspraak.naar)
    if van is None or naar is None or not may_connect(TYPEN[uitspraak.type], van, naar):
        raise PlanError(f"relation {uitspraak.rid!r} cannot run from {van} to {naar}")

    def change(doel: str, label: str, voor: Velden | None, na: Velden) -> RelatieWijziging:
        einden = SOORTEN[van].soort.basis, SOORTEN[label].soort.basis
        return RelatieWijziging(uitspraak.type, uitspraak.rid, uitspraak.van, doel, *einden, voor, na)

    nu = bekend.relaties.get(uitspraak.rid)
    if nu is not None and nu.naar == uitspraak.naar:
        voor, na = changed_fields(nu.eigenschappen, uitspraak.eigenschappen)
        if na:
            yield change(uitspraak.naar, naar, voor, na)
        return
    if nu is not None:
        yield change(nu.naar, bekend.labels[nu.naar], {**nu.eigenschappen}, {})
    yield change(uitspraak.naar, naar, None, {**uitspraak.eigenschappen})


def changed_fields(nu: Mapping[str, Waarde], gesteld: Mapping[str, Waarde]) -> tuple[Velden, Velden]:
    """Fields whose stated value differs from the known one: ``(before, after)``.

    Who says it (``bron``, ``bron_datum``) counts only together with another change: the same fact from
    another list is no change. A new date without a precision clears the old precision.

    >>> changed_fields({"naam": "A", "bron": "x"}, {"naam": "A", "bron": "y"})
    ({}, {})
    >>> changed_fields({"naam": "A", "bron": "x"}, {"naam": "B", "bron": "y"})
    ({'naam': 'A', 'bron': 'x'}, {'naam': 'B', 'bron': 'y'})
    """
    na: Velden = {sleutel: waarde for sleutel, waarde in gesteld.items() if nu.get(sleutel) != waarde}
    for sleutel in gesteld:
        precisie = f"{sleutel}_precisie"
        if precisie in nu and precisie not in gesteld:
            na[precisie] = None
    if all(sleutel in ("bron", "bron_datum", "bron_datum_precisie") for sleutel in na):
        return {}, {}
    return {sleutel: nu.get(sleutel) for sleutel in na}, na
