"""What taking imports back must know of the store: the history, the present, and the ground."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from typing import cast

from netwerkkaart.graph import cypher
from netwerkkaart.graph.geschiedenis import Filter, ImportKop, in_effect, read_wijzigingen
from netwerkkaart.graph.grond import (
    DEEL_VAN,
    GROND,
    ground_under,
    known_ground,
    laid_by,
    lays_ground,
    settle_ground,
)
from netwerkkaart.graph.lezen import read_around, read_bekend, read_kinds
from netwerkkaart.graph.opslagfouten import changed_meanwhile
from netwerkkaart.graph.store import Reader, Store
from netwerkkaart.graph.terugdraaien import Bouwsel, stays_in_effect
from netwerkkaart.plan.grondslag import only_follows
from netwerkkaart.plan.wijziging import (
    Bekend,
    BekendeRelatie,
    KnoopWijziging,
    Plan,
    RelatieWijziging,
    Wijziging,
)

_VEEL = 5_000
"""From so many changes on it pays to ask first what is untouched."""


def said(read: Reader, imp: str, wanneer: Filter | None = None) -> Iterator[Wijziging]:
    """The changes of an import, but for ties that only followed from answers: nobody said these."""
    return (w for w in read_wijzigingen(read, imp, wanneer) if not only_follows(w))


@dataclass(slots=True)
class Gezegd:
    """The changes of imports; those that were read as a whole are kept, as they are asked for again.

    Args:
        read: reads from the store.
        aantallen: number of changes of each import; of one that is not there it is not known.
    """

    read: Reader
    aantallen: Mapping[str, int] = field(default_factory=dict)
    _heel: dict[str, list[Wijziging]] = field(default_factory=dict)

    def whole(self, imp: str) -> list[Wijziging]:
        """All that an import said, in order."""
        if imp not in self._heel:
            self._heel[imp] = [*said(self.read, imp)]
        return self._heel[imp]

    def stated(self, imp: str, wanneer: Filter | None) -> Iterator[Wijziging]:
        """Those on which another can build: not the ground, and not what was remembered of a source."""
        alle = self.whole(imp) if wanneer is None else self._some(imp, wanneer)
        return (w for w in alle if not lays_ground(w) and not _is_memory(w))

    def _some(self, imp: str, wanneer: Filter) -> Sequence[Wijziging]:
        if imp not in self._heel:
            deel = [*said(self.read, imp, wanneer)]
            if len(deel) != self.aantallen.get(imp):
                return deel
            self._heel[imp] = deel  # an import that stands wholly on another: it will be asked for again
        return self._heel[imp]


def _is_memory(wijziging: Wijziging) -> bool:
    return isinstance(wijziging, KnoopWijziging) and wijziging.label == "Koppeling"


def own_memory(weg: Iterable[Wijziging], bekend: Bekend, bouwsel: Bouwsel) -> Iterator[Wijziging]:
    """Without what is remembered of a source when a later import remembers it otherwise."""
    eigen = {kop.id for kop in bouwsel.imports}
    for w in weg:
        if isinstance(w, KnoopWijziging) and _is_memory(w):
            nu = bekend.knopen.get(w.id)
            if nu is not None and nu.eigenschappen.get("imp") not in eigen:
                continue
        yield w


def read_untouched(
    read: Reader, weg: Sequence[Wijziging], said: Gezegd, bouwsel: Bouwsel
) -> dict[str, BekendeRelatie]:
    """Relations that stand as an import that goes made them, by the mark of the last import on each.

    There may be a hundred thousand, and to fetch all that they hold from a server takes longer than it
    took to write it: their keys are enough.
    """
    if len(weg) < _VEEL:
        return {}
    keer = Counter(w.rid for w in weg if isinstance(w, RelatieWijziging))
    uit: dict[str, BekendeRelatie] = {}
    for kop in bouwsel.imports:
        staan: set[str] = set()
        for _, rids in read(cypher.RIDS_OF_IMPORT, {"imp": kop.id}).rijen:
            staan.update(cast("list[str]", rids))
        for w in said.whole(kop.id):
            if isinstance(w, RelatieWijziging) and w.voor is None and w.rid in staan and keer[w.rid] == 1:
                eigenschappen = {naam: waarde for naam, waarde in w.na.items() if waarde is not None}
                uit[w.rid] = BekendeRelatie(w.type, w.van, w.naar, eigenschappen)
    return uit


def read_now(
    store: Store, weg: Iterable[Wijziging], vers: Mapping[str, BekendeRelatie], versie: int
) -> Bekend:
    """What stands of what goes; ground that was taken away can be laid again, so it counts as there."""
    ids, rids, einden = set[str](), set[str](), set[str]()
    for w in weg:
        if isinstance(w, KnoopWijziging):
            ids.add(w.id)
        else:
            rids.add(w.rid)
            einden |= {w.van, w.naar}
    bekend = read_bekend(store, ids, rids - vers.keys())
    if bekend.versie != versie:
        raise changed_meanwhile()
    relaties = {**bekend.relaties, **vers}
    return replace(bekend, relaties=relaties, labels={**known_ground(einden), **bekend.labels})


def settle(
    store: Store, plan: Plan, koppen: list[ImportKop], bouwsel: Bouwsel, weg: Sequence[Wijziging]
) -> Plan:
    """The plan with the ground that goes along, and the ground that comes back.

    Args:
        store: an open store.
        plan: the plan without it.
        koppen: all imports, in order.
        bouwsel: what goes.
        weg: all changes of what goes, those of ground included.
    """
    blijft = [*stays_in_effect(koppen, bouwsel.imports)]
    ids = {kop.id for kop in blijft}
    weer = ids - {kop.id for kop in in_effect(koppen)}
    nodig = {id_ for imp in weer for id_ in laid_by(said(store.read, imp))}
    gaat = laid_by(weg) | ground_under(weg)
    if not (gaat or nodig):
        return plan
    grond = read_kinds(store, GROND, (DEEL_VAN,))
    regios = {id_ for id_, knoop in grond.knopen.items() if knoop.label == "Regio"}
    rond = read_around(store, (gaat & grond.knopen.keys()) | regios)
    if rond.versie != plan.versie:
        raise changed_meanwhile()
    rond = replace(
        rond,
        knopen={**grond.knopen},
        relaties={**grond.relaties, **rond.relaties},
        labels={id_: knoop.label for id_, knoop in grond.knopen.items()},
    )

    def said_by_who_stays(los: AbstractSet[str]) -> set[str]:
        zeker = {id_ for id_ in los if grond.knopen[id_].eigenschappen.get("imp") in ids}
        vraag = los - zeker
        if not vraag:
            return zeker
        stroom = (w for kop in blijft for w in said(store.read, kop.id, lambda sleutel, *_: sleutel in vraag))
        return zeker | (laid_by(stroom) & vraag)

    return settle_ground(plan, gaat, nodig, rond, said_by_who_stays)
