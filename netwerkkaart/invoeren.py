"""The walk of one file through the house: file → statements → plan → store.

The only place that knows all rooms of the way in; each step is a function of its own elsewhere. The
demo, the command line and the Python API all walk this way.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from netwerkkaart.fouten import GebruikersFout
from netwerkkaart.graph.lezen import read_bekend, read_bijnamen, read_names
from netwerkkaart.graph.store import Store
from netwerkkaart.graph.uitvoeren import ImportGegevens, carry_out
from netwerkkaart.importers import Importer
from netwerkkaart.omzetten.aliassen import land, landing_meldingen
from netwerkkaart.omzetten.context import Context, Gekend, Oogst
from netwerkkaart.plan.maak import make_plan
from netwerkkaart.plan.wijziging import Plan, Voorrang
from netwerkkaart.schema.uitspraken import KnoopUitspraak, RelatieUitspraak


@dataclass(frozen=True, slots=True)
class Voorbereid:
    """An import that is read and weighed, but not carried out."""

    importer: Importer
    context: Context
    oogst: Oogst
    plan: Plan
    voorrang: Voorrang = Voorrang.GRAAF

    def without_faulty_rows(self, store: Store) -> Voorbereid:
        """The same import without the rows that have a fault."""
        return self._weighed(store, self.oogst.without_faulty_rows())

    def with_proposals(self, store: Store) -> Voorbereid:
        """The same import with what the source only suggests, such as the end of what it left out."""
        return self._weighed(store, self.oogst.with_proposals())

    def decided(self, store: Store, voorrang: Voorrang) -> Voorbereid:
        """The same import with another answer to who is right in a conflict."""
        return replace(self, voorrang=voorrang)._weighed(store, self.oogst)

    def _weighed(self, store: Store, oogst: Oogst) -> Voorbereid:
        return replace(self, oogst=oogst, plan=weigh(store, oogst, self.voorrang))


def prepare_import(
    store: Store, importer: Importer, inhoud: object, make_context: Callable[[Gekend], Context]
) -> Voorbereid:
    """Read what an importer opened and weigh it against the store. Writes nothing.

    Faults in the rows are in ``oogst.fouten``; the plan is then empty, so that it cannot be carried
    out by mistake.
    """
    gekend = read_gekend(store)
    context = make_context(gekend)
    oogst = importer.read(inhoud, context)
    oogst = replace(oogst, meldingen=(*oogst.meldingen, *landing_meldingen(oogst.uitspraken, gekend)))
    plan = Plan(meldingen=oogst.meldingen) if oogst.fouten else weigh(store, oogst)
    return Voorbereid(importer, context, oogst, plan)


def read_gekend(store: Store) -> Gekend:
    """What an importer may look up: every node by id and name, and what was merged by its former ones."""
    return Gekend(read_names(store), read_bijnamen(store))


def weigh(store: Store, oogst: Oogst, voorrang: Voorrang = Voorrang.GRAAF) -> Plan:
    """The plan of a harvest against what the store knows now."""
    uitspraken = land(oogst.uitspraken, read_gekend(store)) if read_bijnamen(store) else oogst.uitspraken
    ids = {u.id for u in uitspraken if isinstance(u, KnoopUitspraak)}
    rids = {u.rid for u in uitspraken if isinstance(u, RelatieUitspraak)}
    return make_plan(uitspraken, read_bekend(store, ids, rids), oogst.meldingen, voorrang)


def carry_out_import(store: Store, voorbereid: Voorbereid, *, nu: datetime, sha256: str = "") -> None:
    """Carry out a prepared import in one transaction.

    Raises:
        GebruikersFout: the harvest has faults, or the store changed in between.
    """
    if voorbereid.oogst.fouten and not voorbereid.plan.knopen and not voorbereid.plan.relaties:
        raise GebruikersFout("Deze import heeft fouten.", meldingen=voorbereid.oogst.meldingen)
    gegevens = ImportGegevens(
        soort_import=voorbereid.importer.naam,
        bron=voorbereid.context.bron,
        bron_datum=voorbereid.context.datum,
        bestand_sha256=sha256,
        tijdstip=nu,
    )
    carry_out(store, voorbereid.plan, gegevens)
