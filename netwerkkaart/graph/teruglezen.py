"""What taking imports back must know of the store: the history, the present, and the ground."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace

from netwerkkaart.graph.geschiedenis import Filter, ImportKop, in_effect, read_wijzigingen
from netwerkkaart.graph.grond import (
    DEEL_VAN,
    GROND,
    ground_under,
    held_by,
    known_ground,
    laid_by,
    lays_ground,
    settle_ground,
)
from netwerkkaart.graph.lezen import known_by, read_kinds, read_marks, read_rids_around, version_by
from netwerkkaart.graph.opslagfouten import changed_meanwhile
from netwerkkaart.graph.store import Reader, Store, snapshot
from netwerkkaart.graph.terugdraaien import Bouwsel, key_of, stays_in_effect
from netwerkkaart.plan.grondslag import only_follows
from netwerkkaart.plan.wijziging import (
    Bekend,
    KnoopWijziging,
    Plan,
    Wijziging,
)

VEEL = 5_000
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


@dataclass(frozen=True, slots=True)
class Gaaf:
    """What stands as an import that goes made it: nothing more has to be read to take it away.

    Args:
        gemaakt: by key the change that made it.
        labels: of every node in the store by id; None: they were not read.
    """

    gemaakt: Mapping[str, Wijziging] = field(default_factory=dict)
    labels: Mapping[str, str] | None = None


def read_untouched(read: Reader, weg: Sequence[Wijziging], said: Gezegd, bouwsel: Bouwsel) -> Gaaf:
    """What stands as an import that goes made it, by the mark of the last import on each.

    There may be a hundred thousand, and to fetch all that they hold from a server takes longer than it
    took to write it: their keys are enough. O(nodes + relations of the graph), but only keys travel.

    Args:
        read: reads from the store.
        weg: the changes of what goes.
        said: the changes of imports.
        bouwsel: what goes.
    """
    if len(weg) < VEEL:
        return Gaaf()
    labels, staan = read_marks(read, [kop.id for kop in bouwsel.imports])
    vaker = {sleutel for sleutel, keer in Counter(map(key_of, weg)).items() if keer > 1}
    gemaakt: dict[str, Wijziging] = {}
    for kop in bouwsel.imports:
        hier = staan.get(kop.id, set()) - vaker
        for w in said.whole(kop.id):
            if w.voor is None and (sleutel := key_of(w)) in hier and not lays_ground(w):
                gemaakt[sleutel] = w
    return Gaaf(gemaakt, labels)


def read_now(read: Reader, weg: Iterable[Wijziging], gaaf: Gaaf) -> Bekend:
    """What stands of what goes; ground that was taken away can be laid again, so it counts as there.

    Of what is untouched it holds the labels only.
    """
    ids, rids, einden = set[str](), set[str](), set[str]()
    for w in weg:
        if isinstance(w, KnoopWijziging):
            ids.add(w.id)
        else:
            rids.add(w.rid)
            einden |= {w.van, w.naar}
    gezien = gaaf.gemaakt.keys()
    bekend = known_by(read, ids - gezien, rids - gezien, gaaf.labels)
    return replace(bekend, labels={**known_ground(einden), **bekend.labels})


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
    zoek = grond.knopen.keys() & (gaat | {r.naar for r in grond.relaties.values()})
    labels = {id_: knoop.label for id_, knoop in grond.knopen.items()}
    with snapshot(store) as read:
        if version_by(read) != plan.versie:
            raise changed_meanwhile()
        houvast = held_by(plan, read_rids_around(read, {id_: labels[id_] for id_ in zoek}))
    rond = replace(grond, labels=labels, versie=plan.versie)

    def said_by_who_stays(los: AbstractSet[str]) -> set[str]:
        zeker = {id_ for id_ in los if grond.knopen[id_].eigenschappen.get("imp") in ids}
        vraag = los - zeker
        if not vraag:
            return zeker
        stroom = (w for kop in blijft for w in said(store.read, kop.id, lambda sleutel, *_: sleutel in vraag))
        return zeker | (laid_by(stroom) & vraag)

    return settle_ground(plan, gaat, nodig, rond, houvast, said_by_who_stays)
