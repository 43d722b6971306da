"""Next year's list: find the list that it follows, and add what it leaves out to what is proposed.

The former list is read again from the file that was kept, by the same importer, so that two lists
are compared and not a list with a graph in which people went on working.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from netwerkkaart.bewaard import Inleeskeuzes, open_bewaarmap
from netwerkkaart.fouten import GebruikersFout
from netwerkkaart.graph.geschiedenis import ImportKop, read_koppen
from netwerkkaart.graph.lezen import read_bekend
from netwerkkaart.graph.store import Store
from netwerkkaart.invoeren import Voorbereid
from netwerkkaart.omzetten.context import Context
from netwerkkaart.plan.vervolglijst import Lijstverschil, compare_lists, is_successor
from netwerkkaart.plan.wijziging import Bekend
from netwerkkaart.schema.uitspraken import KnoopUitspraak, Uitspraak, Voorstel

_ZOEK = 6
"""So many earlier imports of the same kind are read again to find the one that a list follows."""


@dataclass(frozen=True, slots=True)
class Vervolg:
    """A prepared import beside the list that it follows.

    Args:
        voorbereid: the import, with the ends that the new list suggests among its proposals.
        vorige: the import of the former list.
        verschil: what differs.
    """

    voorbereid: Voorbereid
    vorige: ImportKop
    verschil: Lijstverschil


def find_former(store: Store, voorbereid: Voorbereid) -> Vervolg | None:
    """Compare a prepared import with the latest one of its kind that names the same organisations.

    Costs reading at most :data:`_ZOEK` kept files again.

    Returns:
        None when no import in effect is an earlier issue of the same list, or its file is no longer kept.
    """
    bewaarmap = open_bewaarmap(store.adres)
    kandidaten = [
        kop
        for kop in reversed(read_koppen(store.read))
        if kop.geldt and kop.soort_import == voorbereid.importer.naam and kop.bestand
    ]
    for kop in kandidaten[:_ZOEK]:
        pad = bewaarmap.find(kop.bestand)
        vorige = None if pad is None else _harvest(voorbereid, kop, pad)
        if vorige is not None and is_successor(vorige, voorbereid.oogst.uitspraken):
            return _vervolg(store, voorbereid, kop, vorige)
    return None


def _harvest(voorbereid: Voorbereid, kop: ImportKop, pad: Path) -> Sequence[Uitspraak] | None:
    """What a kept file states; None when it can no longer be read."""
    try:
        keuzes = Inleeskeuzes.from_json(kop.keuzes)
        context = Context(
            gekend=voorbereid.context.gekend,
            datum=keuzes.datum,
            bron=keuzes.bron,
            kolommen=keuzes.kolommen,
            waarden=keuzes.waarden,
            vast=keuzes.vast,
        )
        oogst = voorbereid.importer.read(voorbereid.importer.open(pad, keuzes.lezen), context)
    except (GebruikersFout, ValueError):
        return None
    return oogst.without_faulty_rows().uitspraken


def _vervolg(store: Store, voorbereid: Voorbereid, kop: ImportKop, vorige: Sequence[Uitspraak]) -> Vervolg:
    context = voorbereid.context
    verschil = compare_lists(vorige, voorbereid.oogst.uitspraken, op=context.datum, bron=context.bron)
    uitspraken = [v.uitspraak for v in verschil.voorstellen]
    ids = [u.id for u in uitspraken if isinstance(u, KnoopUitspraak)]
    rids = [u.rid for u in uitspraken if not isinstance(u, KnoopUitspraak)]
    bekend = read_bekend(store, ids, rids)
    blijvend = tuple(v for v in verschil.voorstellen if _still_holds(v, bekend))
    verschil = replace(verschil, voorstellen=blijvend)
    oogst = replace(voorbereid.oogst, voorstellen=(*voorbereid.oogst.voorstellen, *blijvend))
    return Vervolg(replace(voorbereid, oogst=oogst), kop, verschil)


def _still_holds(voorstel: Voorstel, bekend: Bekend) -> bool:
    """Whether there is something to end: it is still there, and nobody ended it yet."""
    u = voorstel.uitspraak
    nu = bekend.knopen.get(u.id) if isinstance(u, KnoopUitspraak) else bekend.relaties.get(u.rid)
    return nu is not None and nu.eigenschappen.get("tot") is None
