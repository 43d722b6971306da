"""Looking up in a store what is remembered."""

from __future__ import annotations

from datetime import date

from netwerkkaart.geheugen.keuzes import LABEL, Herinnering, revive
from netwerkkaart.graph.geschiedenis import read_koppen
from netwerkkaart.graph.lezen import read_bekend, read_names
from netwerkkaart.graph.store import Store


def read_geheugen(store: Store) -> list[Herinnering]:
    """Everything that is remembered, by importer and source. O(nodes)."""
    ids = {id_ for id_, label, _ in read_names(store) if label == LABEL}
    if not ids:
        return []
    dagen = {kop.id: date.fromisoformat(kop.tijdstip[:10]) for kop in read_koppen(store.read) if kop.tijdstip}
    knopen = read_bekend(store, ids, set()).knopen
    alle = (
        revive(id_, knoop.eigenschappen, dagen.get(str(knoop.eigenschappen.get("imp", ""))))
        for id_, knoop in knopen.items()
        if id_ in ids
    )
    return sorted(filter(None, alle), key=lambda h: (h.importer, h.bron, h.id))
