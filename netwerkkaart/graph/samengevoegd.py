"""What stood at nodes before they were merged into others, as the journal remembers it."""

from __future__ import annotations

from collections.abc import Collection

from netwerkkaart.graph.geschiedenis import read_koppen, read_wijzigingen
from netwerkkaart.graph.store import Store, snapshot
from netwerkkaart.omzetten.vroeger import Vroeger
from netwerkkaart.plan.wijziging import KnoopWijziging, Velden
from netwerkkaart.schema.register import Waarde

VOEGSAMEN = "voegsamen"
"""Kind of import under which a merge is remembered."""


def read_vroeger(store: Store, ids: Collection[str]) -> Vroeger:
    """What stood at nodes when they were merged, and at their relations. O(changes of all merges).

    Args:
        store: an open store.
        ids: former ids, and ids of nodes that others went into. Of those that no journal knows nothing
            is given.
    """
    zoek = frozenset(ids)
    knopen: dict[str, Velden] = {}
    relaties: dict[str, tuple[str, Velden]] = {}
    blijvers: dict[str, dict[str, list[Waarde | None]]] = {}

    def concerns(sleutel: str, van: str, naar: str) -> bool:
        return sleutel in zoek or van in zoek or naar in zoek

    with snapshot(store) as read:
        for kop in read_koppen(read):
            if kop.soort_import != VOEGSAMEN or not kop.geldt:
                continue
            for w in read_wijzigingen(read, kop.id, concerns):
                if w.voor is None:
                    continue
                if w.na:
                    waren = blijvers.setdefault(w.id if isinstance(w, KnoopWijziging) else w.rid, {})
                    for naam, waarde in w.voor.items():
                        waren.setdefault(naam, []).append(waarde)
                elif isinstance(w, KnoopWijziging):
                    knopen[w.id] = w.voor
                else:
                    relaties[w.rid] = w.naar, w.voor
    return Vroeger(knopen, relaties, blijvers)
