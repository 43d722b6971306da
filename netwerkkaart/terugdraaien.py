"""Taking an import back as the user does it: prepare, look, carry out.

Beside ``graph.terugdraaien`` this knows the rooms that derive fields from statements of several imports.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from netwerkkaart.fouten import GebruikersFout
from netwerkkaart.graph.geschiedenis import ImportKop
from netwerkkaart.graph.herleiden import complete_undo
from netwerkkaart.graph.store import Store
from netwerkkaart.graph.terugnemen import Terugdraaiing, prepare_undo
from netwerkkaart.graph.uitvoeren import ImportGegevens, ImportVerslag, Voortgang, carry_out
from netwerkkaart.plan.wijziging import Plan

SOORT = "terugdraaien"
"""Kind of import under which a taking-back is remembered."""

Herleiding = Callable[[Plan, Store, Sequence[ImportKop]], Plan]
"""Completes the plan of a taking-back with derived fields, as they become without the imports that go."""

HERLEIDINGEN: tuple[Herleiding, ...] = (complete_undo,)
"""Run in this order on every plan that takes imports back; see :data:`graph.terugdraaien.AFGELEID`."""


def prepare_take_back(store: Store, tekst: str, *, ook_latere: bool = False) -> Terugdraaiing:
    """Work out how to take an import back, derived fields included. Writes nothing.

    Args and errors are those of :func:`netwerkkaart.graph.terugnemen.prepare_undo`.
    """
    gemaakt = prepare_undo(store, tekst, ook_latere=ook_latere)
    plan = gemaakt.plan
    if gemaakt.toegestaan:
        for herleid in HERLEIDINGEN:
            plan = herleid(plan, store, gemaakt.imports)
    return replace(gemaakt, plan=plan)


def take_back(
    store: Store, terugdraaiing: Terugdraaiing, *, nu: datetime, voortgang: Voortgang | None = None
) -> ImportVerslag:
    """Take imports back, as one import of its own that can be taken back in turn.

    Raises:
        GebruikersFout: later imports build on it, and they were not allowed to go along.
        OpslagFout: somebody wrote since it was prepared. Nothing is changed.
    """
    if not terugdraaiing.toegestaan:
        raise GebruikersFout(f"Op import {terugdraaiing.doel.versie} bouwen latere wijzigingen voort.")
    terug = tuple(kop.id for kop in terugdraaiing.imports)
    verslag = carry_out(store, terugdraaiing.plan, ImportGegevens(SOORT, nu, draait_terug=terug), voortgang)
    assert verslag is not None  # an import that takes others back is never empty
    return verslag
