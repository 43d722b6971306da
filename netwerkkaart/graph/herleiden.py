"""What follows from answers to question rounds, for a plan on its way into a store."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from netwerkkaart.graph.geschiedenis import ImportKop, read_koppen, read_wijzigingen
from netwerkkaart.graph.lezen import read_bekend, read_kinds
from netwerkkaart.graph.store import Store, snapshot
from netwerkkaart.graph.terugdraaien import stays_in_effect
from netwerkkaart.plan.antwoordstand import ANTWOORD, ANTWOORDRELATIES, Antwoordstand
from netwerkkaart.plan.grondslag import fold_grounds
from netwerkkaart.plan.herleiden import (
    affected,
    complete_plan,
    possible_rids,
    touches_answers,
    touches_derived,
)
from netwerkkaart.plan.wijziging import Plan, Velden

ANTWOORDEN = "antwoorden"
"""Name of the importer of answers: what it changes of ties only follows."""


def complete_from_answers(plan: Plan, store: Store) -> Plan:
    """A plan with the properties that follow from answers, as they become; see :mod:`plan.herleiden`.

    Costs one short query when there are no answers, and nothing when a plan touches no ties.
    O(answers + changes).
    """
    return _complete(plan, store, None)


def complete_undo(plan: Plan, store: Store, gaan: Sequence[ImportKop]) -> Plan:
    """The plan of a taking-back with the properties that follow from the answers that stay.

    What lists say of a tie is then what the lists that stay said of it: it is looked up in the history,
    for the ties that the plan changes and of which an answer speaks.

    Args:
        plan: the plan.
        store: an open store.
        gaan: the imports that are taken back.
    """
    return _complete(plan, store, gaan)


def _complete(plan: Plan, store: Store, gaan: Sequence[ImportKop] | None) -> Plan:
    if not touches_answers(plan) and not touches_derived(plan):
        return plan
    stand = read_answers(store)
    straks = stand.after(plan)
    paren, organisaties = affected(plan, stand, straks)
    if not paren and not organisaties:
        return plan
    rids = {rid for paar in paren for rid in possible_rids(paar)}
    bekend = read_bekend(store, organisaties, rids)
    gronden: Mapping[str, Velden] = {}
    if gaan is not None:
        eigen = {w.id for w in plan.knopen} | {r.rid for r in plan.relaties}
        gronden = _grounds(store, gaan, eigen & (organisaties | rids))
    return complete_plan(plan, stand, bekend, gronden, straks)


def _grounds(store: Store, gaan: Sequence[ImportKop], sleutels: set[str]) -> Mapping[str, Velden]:
    if not sleutels:
        return {}
    with snapshot(store) as read:
        blijft = [k for k in stays_in_effect(read_koppen(read), gaan) if k.soort_import != ANTWOORDEN]
        wijzigingen = (
            w for k in blijft for w in read_wijzigingen(read, k.id, lambda sleutel, *_: sleutel in sleutels)
        )
        return fold_grounds(wijzigingen, sleutels)


def read_answers(store: Store) -> Antwoordstand:
    """All answers in the store. O(answers)."""
    gevonden = read_kinds(store, (ANTWOORD,), ANTWOORDRELATIES)
    return Antwoordstand({id_: k.eigenschappen for id_, k in gevonden.knopen.items()}, gevonden.relaties)
