"""What follows from answers to question rounds, for a plan on its way into a store."""

from __future__ import annotations

from netwerkkaart.graph.lezen import read_bekend, read_kinds
from netwerkkaart.graph.store import Store
from netwerkkaart.plan.antwoordstand import ANTWOORD, ANTWOORDRELATIES, Antwoordstand
from netwerkkaart.plan.herleiden import (
    affected,
    complete_plan,
    possible_rids,
    touches_answers,
    touches_derived,
)
from netwerkkaart.plan.wijziging import Plan


def complete_from_answers(plan: Plan, store: Store) -> Plan:
    """A plan with the properties that follow from answers, as they become; see :mod:`plan.herleiden`.

    Costs one short query when there are no answers, and nothing when a plan touches no ties.
    """
    raakt = touches_answers(plan)
    if not raakt and not touches_derived(plan):
        return plan
    stand = read_answers(store)
    if not raakt and not stand.antwoorden:
        return plan
    paren, organisaties = affected(plan, stand)
    if not paren and not organisaties:
        return plan
    rids = {rid for paar in paren for rid in possible_rids(paar)}
    return complete_plan(plan, stand, read_bekend(store, organisaties, rids))


def read_answers(store: Store) -> Antwoordstand:
    """All answers in the store. O(answers)."""
    gevonden = read_kinds(store, (ANTWOORD,), ANTWOORDRELATIES)
    return Antwoordstand({id_: k.eigenschappen for id_, k in gevonden.knopen.items()}, gevonden.relaties)
