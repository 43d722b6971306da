"""The walk of one file through the house: file → statements → plan → store.

The only place that knows all rooms of the way in; each step is a function of its own elsewhere. The
demo, the command line and the Python API all walk this way.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from netwerkkaart.bewaard import Inleeskeuzes, hash_of, open_bewaarmap
from netwerkkaart.fouten import GebruikersFout
from netwerkkaart.geheugen import remember
from netwerkkaart.graph.bulk import paused_collector
from netwerkkaart.graph.geschiedenis import read_koppen
from netwerkkaart.graph.herleiden import complete_from_answers
from netwerkkaart.graph.lezen import read_bekend, read_bijnamen, read_names
from netwerkkaart.graph.samengevoegd import read_vroeger
from netwerkkaart.graph.store import Store
from netwerkkaart.graph.uitvoeren import ImportGegevens, ImportVerslag, Voortgang, carry_out
from netwerkkaart.importers import Importer, Leeskeuzes, load_importer
from netwerkkaart.omzetten.aliassen import land, landing_meldingen, merged_ids
from netwerkkaart.omzetten.context import Context, Gekend, Oogst
from netwerkkaart.plan.grondslag import BRON
from netwerkkaart.plan.herleiden import changes_of_known, without_answers_only
from netwerkkaart.plan.maak import make_plan
from netwerkkaart.plan.wijziging import Plan, Voorrang
from netwerkkaart.schema.uitspraken import KnoopUitspraak, RelatieUitspraak, Uitspraak


@dataclass(frozen=True, slots=True)
class Voorbereid:
    """An import that is read and weighed, but not carried out.

    Args:
        importer, context: what it is read with.
        oogst: what it says.
        plan: what it would change.
        voorrang: who is right in a conflict.
        zonder_foute_rijen: whether rows with a fault were left out.
        met_voorstellen: whether what the source only suggests was accepted.
    """

    importer: Importer
    context: Context
    oogst: Oogst
    plan: Plan
    voorrang: Voorrang = Voorrang.GRAAF
    zonder_foute_rijen: bool = False
    met_voorstellen: bool = False

    def without_faulty_rows(self, store: Store) -> Voorbereid:
        """The same import without the rows that have a fault."""
        return replace(self, zonder_foute_rijen=True)._weighed(store, self.oogst.without_faulty_rows())

    def with_proposals(self, store: Store) -> Voorbereid:
        """The same import with what the source only suggests, such as the end of what it left out."""
        return replace(self, met_voorstellen=True)._weighed(store, self.oogst.with_proposals())

    def decided(self, store: Store, voorrang: Voorrang) -> Voorbereid:
        """The same import with another answer to who is right in a conflict."""
        return replace(self, voorrang=voorrang)._weighed(store, self.oogst)

    def _weighed(self, store: Store, oogst: Oogst) -> Voorbereid:
        return replace(self, oogst=oogst, plan=weigh(store, oogst, self.voorrang))


@dataclass(frozen=True, slots=True)
class GelezenBestand:
    """A file that was opened for an import.

    Args:
        pad: the file.
        sha256: its hash when it was opened; empty for a folder.
        lezen: how it was opened.
        naam: its name as the user knows it; empty: that of the path.
    """

    pad: Path
    sha256: str
    lezen: Leeskeuzes = field(default_factory=Leeskeuzes)
    naam: str = ""


def open_bestand(
    importer: Importer, pad: Path, lezen: Leeskeuzes | None = None
) -> tuple[Any, GelezenBestand]:
    """Open a file by an importer.

    Returns:
        What ``prepare_import`` reads, and what ``carry_out_import`` keeps.

    Raises:
        OnleesbaarBestand: it is missing, unsafe, or not what its name says.
    """
    gekozen = lezen or Leeskeuzes()
    sha256 = hash_of(pad)  # before it is read: a file that is saved meanwhile is noticed when it is kept
    return importer.open(pad, gekozen), GelezenBestand(pad, sha256, gekozen)


@paused_collector()
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
    koppen = getattr(inhoud, "kolommen", ())  # the headers of a table or graph; a workbook has no choices
    onthouden = remember(importer.naam, context, koppen)
    oogst = replace(
        oogst,
        uitspraken=[*oogst.uitspraken, *onthouden],
        meldingen=(*oogst.meldingen, *landing_meldingen(oogst.uitspraken, gekend)),
    )
    plan = Plan(meldingen=oogst.meldingen) if oogst.fouten else weigh(store, oogst)
    return Voorbereid(importer, context, oogst, plan)


def read_gekend(store: Store) -> Gekend:
    """What an importer may look up: every node by id and name, and what was merged by its former ones."""
    return Gekend(read_names(store), read_bijnamen(store))


def weigh(store: Store, oogst: Oogst, voorrang: Voorrang = Voorrang.GRAAF) -> Plan:
    """The plan of a harvest against what the store knows now."""
    uitspraken = _landed(store, oogst.uitspraken)
    ids = {u.id for u in uitspraken if isinstance(u, KnoopUitspraak)}
    relaties = {u.rid: u for u in uitspraken if isinstance(u, RelatieUitspraak)}
    bekend = read_bekend(store, ids, relaties.keys())
    anders = (u.rid for u in relaties.values() if u.gezien is None and u.eigenschappen.get("bron") != BRON)
    plan = make_plan(uitspraken, without_answers_only(bekend, anders), oogst.meldingen, voorrang)
    return changes_of_known(complete_from_answers(plan, store), bekend)


def _landed(store: Store, uitspraken: Sequence[Uitspraak]) -> Sequence[Uitspraak]:
    """The statements about the nodes of today: what was merged is named by its former id for long."""
    if not read_bijnamen(store):
        return uitspraken
    gekend = read_gekend(store)
    samen = merged_ids(uitspraken, gekend)
    return land(uitspraken, gekend, read_vroeger(store, samen)) if samen else uitspraken


def carry_out_import(
    store: Store,
    voorbereid: Voorbereid,
    *,
    nu: datetime,
    sha256: str = "",
    bestand: GelezenBestand | None = None,
    voortgang: Voortgang | None = None,
) -> ImportVerslag | None:
    """Carry out a prepared import in one transaction, and keep the file that it was read from.

    The file is kept before the transaction: what a kill leaves then is a file that nobody needs, which a
    later import cleans up.

    Args:
        store: an open store.
        voorbereid: the import.
        nu: moment of the import.
        sha256: hash of the file, when it is not to be kept.
        bestand: the file, when it is.
        voortgang: if given, called with the number of changes done and their total.

    Returns:
        What was done; None when the plan is empty: then nothing is written or kept.

    Raises:
        GebruikersFout: the harvest has faults, the store changed in between, or the file did.
    """
    if voorbereid.oogst.fouten and not voorbereid.plan.knopen and not voorbereid.plan.relaties:
        raise GebruikersFout("Deze import heeft fouten.", meldingen=voorbereid.oogst.meldingen)
    gegevens = ImportGegevens(
        soort_import=voorbereid.importer.naam,
        bron=voorbereid.context.bron,
        bron_datum=voorbereid.context.datum,
        bestand_sha256=bestand.sha256 if bestand else sha256,
        tijdstip=nu,
    )
    if bestand is None or voorbereid.plan.is_leeg:
        return carry_out(store, voorbereid.plan, gegevens, voortgang)
    gegevens = replace(gegevens, keuzes=_choices(voorbereid, bestand).to_json())
    if not bestand.sha256:
        return carry_out(store, voorbereid.plan, gegevens, voortgang)
    bewaarmap = open_bewaarmap(store.adres)
    bewaarmap.clean(lambda: {kop.bestand for kop in read_koppen(store.read)})
    naam = bewaarmap.keep(bestand.pad, bestand.sha256)
    verslag = carry_out(store, voorbereid.plan, replace(gegevens, bestand=naam), voortgang)
    bewaarmap.settle(naam)
    return verslag


def _choices(voorbereid: Voorbereid, bestand: GelezenBestand) -> Inleeskeuzes:
    context = voorbereid.context
    return Inleeskeuzes(
        importer=voorbereid.importer.naam,
        naam=bestand.naam or bestand.pad.name,
        bron=context.bron,
        datum=context.datum,
        kolommen=context.kolommen,
        waarden=context.waarden,
        vast=context.vast,
        lezen=bestand.lezen,
        zonder_foute_rijen=voorbereid.zonder_foute_rijen,
        met_voorstellen=voorbereid.met_voorstellen,
        voorrang=voorbereid.voorrang,
    )


def read_again(store: Store, pad: Path, keuzes: Inleeskeuzes) -> Voorbereid:
    """Read a kept file with the choices of then, against what the store knows now. Writes nothing.

    Raises:
        GebruikersFout: it can no longer be read so.
    """
    importer = load_importer(keuzes.importer)

    def context(gekend: Gekend) -> Context:
        return Context(
            gekend=gekend,
            datum=keuzes.datum,
            bron=keuzes.bron,
            kolommen=keuzes.kolommen,
            waarden=keuzes.waarden,
            vast=keuzes.vast,
        )

    gelezen = prepare_import(store, importer, importer.open(pad, keuzes.lezen), context)
    if keuzes.zonder_foute_rijen:
        gelezen = gelezen.without_faulty_rows(store)
    if keuzes.voorrang is not Voorrang.GRAAF:
        gelezen = gelezen.decided(store, keuzes.voorrang)
    return gelezen.with_proposals(store) if keuzes.met_voorstellen else gelezen
