"""What stood at nodes before they were merged into others, as the journal remembers it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from netwerkkaart.graph.geschiedenis import read_koppen, read_wijzigingen
from netwerkkaart.graph.store import Store, snapshot
from netwerkkaart.plan.wijziging import KnoopWijziging, Velden

VOEGSAMEN = "voegsamen"
"""Kind of import under which a merge is remembered."""


@dataclass(frozen=True, slots=True)
class Vroeger:
    """Nodes and relations as they were when they went into others.

    Args:
        knopen: properties by former id.
        relaties: target and properties by former rid.
    """

    knopen: Mapping[str, Velden] = field(default_factory=dict)
    relaties: Mapping[str, tuple[str, Velden]] = field(default_factory=dict)


def read_vroeger(store: Store, ids: Collection[str]) -> Vroeger:
    """What stood at nodes that were merged away, and at their relations. O(changes of all merges).

    Args:
        store: an open store.
        ids: their former ids. Of those that no journal knows nothing is given.
    """
    zoek = frozenset(ids)
    knopen: dict[str, Velden] = {}
    relaties: dict[str, tuple[str, Velden]] = {}

    def concerns(sleutel: str, van: str, naar: str) -> bool:
        return sleutel in zoek or van in zoek or naar in zoek

    with snapshot(store) as read:
        for kop in read_koppen(read):
            if kop.soort_import != VOEGSAMEN or not kop.geldt:
                continue
            for w in read_wijzigingen(read, kop.id, concerns):
                if w.voor is None or w.na:
                    continue
                if isinstance(w, KnoopWijziging):
                    knopen[w.id] = w.voor
                else:
                    relaties[w.rid] = w.naar, w.voor
    return Vroeger(knopen, relaties)
