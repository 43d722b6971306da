"""Read the graph: what importers look up, what a plan is weighed against, and the view."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import cast

from netwerkkaart.graph import cypher
from netwerkkaart.graph.beeld import Beeld, KnoopRij, RelatieRij
from netwerkkaart.graph.bulk import paused_collector
from netwerkkaart.graph.regels import read_line
from netwerkkaart.graph.store import Reader, Resultaat, Store, snapshot
from netwerkkaart.plan.wijziging import (
    Bekend,
    BekendeKnoop,
    BekendeRelatie,
    KnoopWijziging,
    RelatieWijziging,
)
from netwerkkaart.schema.register import SOORTEN, TYPEN, Waarde

_DEEL = 0.33
"""From this share on, reading everything is quicker than looking up one by one."""
_PARTIJ = 10_000
_BEWAARD = frozenset({str, int, float, bool, date, list})
"""The types of stored values; exact, because this is asked for every value of a graph."""
_INTERN = frozenset(
    [label for label, kind in SOORTEN.items() if kind.soort.intern]
    + [naam for naam, relatie in TYPEN.items() if relatie.soort.intern]
)


_KnoopAntwoord = tuple[object, str, dict[str, object]]
"""``(labels, id, properties)`` of a node, as an engine gives them."""


def read_version(store: Store) -> int:
    """Version of the graph: the number of writes so far; 0 for an empty store."""
    return version_by(store.read)


def version_by(read: Reader) -> int:
    """Version of the graph by a reader: in a snapshot it goes with all else that is read there."""
    rijen = read(cypher.MERK, None).rijen
    return cast(int, rijen[0][1]) if rijen else 0


def _labels(read: Reader) -> dict[str, str]:
    labels: dict[str, str] = {}
    for lijst, ids in read(cypher.IDS_BY_LABEL, None).rijen:
        labels |= dict.fromkeys(cast("list[str]", ids), _label(lijst))
    return labels


def read_names(store: Store) -> list[tuple[str, str, str]]:
    """``(id, label, naam)`` of every node (bookkeeping aside), in order of id. O(n log n)."""
    rijen = store.read(cypher.NAMES).rijen
    return sorted((str(id_), _label(labels), str(naam or "")) for labels, id_, naam in rijen)


Bijnamen = tuple[str, str, tuple[str, ...], tuple[str, ...]]
"""``(id, label, former ids, other names)`` of one node."""


def read_bijnamen(store: Store) -> list[Bijnamen]:
    """Every node that was merged with others or has other names, in order of id. O(n)."""
    return sorted(
        (str(id_), _label(labels), _texts(ids), _texts(namen))
        for labels, id_, ids, namen in store.read(cypher.BIJNAMEN).rijen
    )


def _texts(waarde: object) -> tuple[str, ...]:
    return tuple(map(str, waarde)) if isinstance(waarde, list) else ()


def read_around(store: Store, ids: Collection[str]) -> Bekend:
    """What the store knows of some nodes and of every relation that touches them.

    Relations that run ``via`` one of them touch it as well. O(nodes + what is found).
    """
    with snapshot(store) as read:
        versie, labels = version_by(read), _labels(read)
        knopen = _known_nodes(read, ids, labels)
        rijen = [*_relation_rows(read(cypher.VIA, {"ids": sorted(ids)}))]
        for basis in {cypher.basis_of(labels[id_]) for id_ in ids if id_ in labels}:
            for vraag in cypher.relations_around(basis):
                rijen += _relation_rows(read(vraag, {"ids": sorted(ids)}))
        return Bekend(knopen, _to_relations(rijen), labels, versie)


def read_kinds(store: Store, labels: Iterable[str], types: Iterable[str]) -> Bekend:
    """Every node of some kinds, and every relation of some types that leaves them. O(what is found).

    Nothing is known of other nodes: ``labels`` and ``versie`` of the answer are not to be used.
    """
    relaties: dict[str, BekendeRelatie] = {}
    knopen: dict[str, BekendeKnoop] = {}
    with snapshot(store) as read:
        for label in labels:
            gevonden = _to_nodes(_node_rows(read(cypher.all_of_kind(label), None)))
            knopen |= gevonden
            for type_ in types if gevonden else ():
                rijen = read(cypher.all_of_type(type_, cypher.basis_of(label)), None)
                relaties |= _to_relations(_relation_rows(rijen))
    return Bekend(knopen, relaties)


def read_bekend(
    store: Store, ids: Collection[str] | None = None, rids: Collection[str] | None = None
) -> Bekend:
    """What the store knows of the nodes and relations that a plan touches.

    Args:
        store: an open store.
        ids: ids of nodes; None: all.
        rids: keys of relations; None: all.

    Returns:
        The known among these, the labels of all nodes, and the version that a plan must name. What is
        asked is in it when it exists; more may be in it too.
    """
    with paused_collector(), snapshot(store) as read:
        return known_by(read, ids, rids)


def known_by(
    read: Reader,
    ids: Collection[str] | None,
    rids: Collection[str] | None,
    labels: Mapping[str, str] | None = None,
) -> Bekend:
    """The same by a reader; ``labels``: those of all nodes, when they were read already."""
    versie = version_by(read)
    labels = _labels(read) if labels is None else labels
    knopen = _known_nodes(read, ids, labels)
    return Bekend(knopen, _known_relations(read, rids, labels), labels, versie)


def read_marks(read: Reader, imports: Collection[str]) -> tuple[dict[str, str], dict[str, set[str]]]:
    """The label of every node by id, and by import the ids and rids of what it changed last. O(n + m)."""
    labels: dict[str, str] = {}
    staan: dict[str, set[str]] = {imp: set() for imp in imports}
    for lijst, imp, ids in read(cypher.IDS_BY_IMPORT, None).rijen:
        groep = cast("list[str]", ids)
        labels |= dict.fromkeys(groep, _label(lijst))
        if imp in staan:
            staan[str(imp)].update(groep)
    for imp, rids in read(cypher.RIDS_OF_IMPORTS, {"imps": [*imports]}).rijen:
        staan[str(imp)].update(cast("list[str]", rids))
    return labels, staan


def read_rids_around(read: Reader, labels: Mapping[str, str]) -> list[tuple[str, str, list[str]]]:
    """The keys of all relations that touch some nodes, as ``(type, id of the node, keys)``.

    Args:
        read: reads from the store.
        labels: the label of each of these nodes by id.
    """
    per_basis: dict[str, list[str]] = {}
    for id_, label in labels.items():
        per_basis.setdefault(cypher.basis_of(label), []).append(id_)
    return [
        cast("tuple[str, str, list[str]]", rij)
        for basis, ids in per_basis.items()
        for vraag in cypher.rids_around(basis)
        for rij in read(vraag, {"ids": sorted(ids)}).rijen
    ]


def read_beeld(store: Store) -> Beeld:
    """The view of all that was ever stated; see :meth:`Beeld.op` for a date. O(n log n + m log m).

    The graph's own bookkeeping (imports, their changes, the mark) is not in it.
    """
    with paused_collector():
        with snapshot(store) as read:
            knopen = cast("Iterable[_KnoopAntwoord]", read(cypher.ALL_NODES, None).rijen)
            relaties = cast("Iterable[RelatieRij]", read(cypher.ALL_RELATIONS, None).rijen)
        soorten = ((_label(labels), id_, velden) for labels, id_, velden in knopen)
        return Beeld.from_rows(
            [rij for rij in soorten if rij[0] not in _INTERN],
            [rij for rij in relaties if rij[0] not in _INTERN],
        )


def read_imports(store: Store) -> list[dict[str, object]]:
    """The properties of every import (``id``, ``versie``, ``tijdstip``, ``bron``, …), the first one first."""
    rijen = cast("Iterable[tuple[str, dict[str, object]]]", store.read(cypher.IMPORTS).rijen)
    return [cypher.clean(velden) for _, velden in rijen]


def read_changes(store: Store, imp: str) -> list[KnoopWijziging | RelatieWijziging]:
    """The changes of one import in the order in which they were stated; empty when it is unknown.

    With ``voor`` and ``na`` exchanged and the order turned round they are its undoing. O(changes + nodes).
    """
    with snapshot(store) as read:
        reeksen = read(cypher.WIJZIGINGEN, {"imp": imp}).rijen
        labels = _labels(read)
    wijzigingen = [read_line(regel) for _, tekst, _ in reeksen for regel in str(tekst).split("\n")]
    # Nodes that this import removed are no longer there to tell what they were.
    labels |= {w.id: w.label for w in wijzigingen if isinstance(w, KnoopWijziging)}

    def basis(id_: str) -> str:
        return cypher.basis_of(labels[id_]) if id_ in labels else ""

    return [
        replace(w, van_basis=basis(w.van), naar_basis=basis(w.naar)) if isinstance(w, RelatieWijziging) else w
        for w in wijzigingen
    ]


def _label(labels: object) -> str:
    """The kind among a node's labels: the one that is not its base, in whatever order they come."""
    lijst = cast("list[str]", labels)
    return next((label for label in lijst if label in SOORTEN), lijst[0])


def _node_rows(resultaat: Resultaat) -> Iterator[KnoopRij]:
    rijen = cast("Iterable[_KnoopAntwoord]", resultaat.rijen)
    for labels, id_, velden in rijen:
        yield _label(labels), id_, cypher.clean(velden)


def _relation_rows(resultaat: Resultaat) -> Iterator[RelatieRij]:
    rijen = cast("Iterable[tuple[str, str, str, dict[str, object]]]", resultaat.rijen)
    for type_, van, naar, velden in rijen:
        yield type_, van, naar, cypher.clean(velden)


def _values(velden: Mapping[str, object], sleutel: str) -> dict[str, Waarde]:
    return {
        naam: cast(Waarde, waarde)
        for naam, waarde in velden.items()
        if naam != sleutel and type(waarde) in _BEWAARD
    }


def _known_nodes(
    read: Reader, ids: Collection[str] | None, labels: Mapping[str, str]
) -> dict[str, BekendeKnoop]:
    if ids is None or len(ids) > _DEEL * len(labels):
        return _to_nodes(_node_rows(read(cypher.ALL_NODES, None)))
    per_basis: dict[str, list[str]] = {}
    for id_ in ids:
        if id_ in labels:
            per_basis.setdefault(cypher.basis_of(labels[id_]), []).append(id_)
    gevonden: dict[str, BekendeKnoop] = {}
    for basis, groep in per_basis.items():
        for partij in _batches(groep):
            gevonden |= _to_nodes(_node_rows(read(cypher.nodes_by_id(basis), {"ids": partij})))
    return gevonden


def _known_relations(
    read: Reader, rids: Collection[str] | None, labels: Mapping[str, str]
) -> dict[str, BekendeRelatie]:
    if rids is not None:
        gevraagd = set(rids)
        begin = _starts(gevraagd, labels)
        if sum(map(len, begin.values())) <= _DEEL * len(labels):
            gevonden: dict[str, BekendeRelatie] = {}
            for (type_, basis), groep in begin.items():
                for partij in _batches(sorted(groep)):
                    rijen = read(cypher.relations_from(type_, basis), {"ids": partij})
                    gevonden |= _to_relations(_relation_rows(rijen))
            return {rid: gevonden[rid] for rid in gevraagd if rid in gevonden}
        types = sorted({type_ for type_, _ in begin})
        return _to_relations(_relation_rows(read(cypher.relations_of(types), None)))
    return _to_relations(_relation_rows(read(cypher.ALL_RELATIONS, None)))


def _starts(rids: Iterable[str], labels: Mapping[str, str]) -> dict[tuple[str, str], set[str]]:
    """Where the relations with these keys begin: ids per type and base label.

    A key names its type and its first end (see ``relation_id``), so that the unique id of that end
    finds it; no engine needs an index on keys for this.
    """
    begin: dict[tuple[str, str], set[str]] = {}
    for type_, van in {(*rid.split("|", 2), "")[:2] for rid in rids}:
        if type_ in TYPEN and van in labels:
            begin.setdefault((type_, cypher.basis_of(labels[van])), set()).add(van)
    return begin


def _to_nodes(rijen: Iterable[KnoopRij]) -> dict[str, BekendeKnoop]:
    return {id_: BekendeKnoop(label, _values(velden, "id")) for label, id_, velden in rijen}


def _to_relations(rijen: Iterable[RelatieRij]) -> dict[str, BekendeRelatie]:
    return {
        str(velden["rid"]): BekendeRelatie(type_, van, naar, _values(velden, "rid"))
        for type_, van, naar, velden in rijen
    }


def _batches(waarden: list[str]) -> Iterator[list[str]]:
    return (waarden[begin : begin + _PARTIJ] for begin in range(0, len(waarden), _PARTIJ))
