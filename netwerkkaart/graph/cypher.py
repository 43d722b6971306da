"""All Cypher that we run ourselves, in the subset on which both engines agree (``docs/cypher.md``).

Labels, types and keys come from the schema and from nowhere else: a function here raises ``KeyError``
for a name that the schema does not know. All values travel as parameters.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from pydantic import BaseModel

from netwerkkaart.graph.regels import date_keys
from netwerkkaart.schema.register import BASISLABELS, SOORTEN, TYPEN, stored_keys

MERK_ID = "merk"

HAS_DATA = "MATCH (n) RETURN 1 AS een LIMIT 1"
MERK = "MATCH (m:Merk {id: 'merk'}) RETURN m.formaat AS formaat, m.versie AS versie"
CREATE_MERK = "CREATE (m:Merk {id: 'merk'}) SET m += $p"
# Only behind LOCK in the same transaction.
NEXT_VERSION = "MATCH (m:Merk {id: 'merk'}) SET m.versie = m.versie + 1 RETURN m.versie AS versie"
# Changes nothing, but takes the lock on the mark. A constant, because Neo4j reads a property before it
# locks the node: "SET m.versie = m.versie" put an old version back over a newer one.
LOCK = "MATCH (m:Merk {id: 'merk'}) SET m.naam = 'Netwerkkaart'"
SET_VERSION = "MATCH (m:Merk {id: 'merk'}) SET m.versie = $versie"
MARK_RESEARCH = "MATCH (m:Merk {id: 'merk'}) SET m.onderzoek = true"
IS_RESEARCH = "MATCH (m:Merk {id: 'merk'}) RETURN m.onderzoek AS onderzoek"
# Derived, in no schema, and only in a copy for research; see graph/onderzoek_band.py.
CREATE_BAND = (
    "UNWIND $rijen AS rij MATCH (a:Organisatie {id: rij[0]}) MATCH (b:Organisatie {id: rij[1]}) "
    "CREATE (a)-[x:BAND {rid: rij[2]}]->(b) "
    "SET x += {typen: rij[3], aantal: rij[4], bevestiging: rij[5], sterkte: rij[6]} "
    "RETURN count(x) AS aantal"
)

_EIGENLIJK = "MATCH (n) WHERE NOT n:Wijziging AND NOT n:Merk RETURN labels(n) AS labels"
_KNOPEN = f"{_EIGENLIJK}, n.id AS id"
LABELS = _KNOPEN
# As lists, here and below: a row for each costs the driver more than the engine.
IDS_BY_LABEL = f"{_EIGENLIJK}, collect(n.id) AS ids"
IDS_BY_IMPORT = f"{_EIGENLIJK}, n.imp AS imp, collect(n.id) AS ids"
NAMES = f"{_KNOPEN}, n.naam AS naam"
BIJNAMEN = (
    "MATCH (n) WHERE n.vroegere_ids IS NOT NULL OR n.ook_bekend_als IS NOT NULL "
    "RETURN labels(n) AS labels, n.id AS id, n.vroegere_ids AS ids, n.ook_bekend_als AS namen"
)
VIA = (
    "MATCH (a)-[x]->(b) WHERE x.via IN $ids "
    "RETURN type(x) AS type, a.id AS van, b.id AS naar, properties(x) AS p"
)
ALL_NODES = f"{_KNOPEN}, properties(n) AS p"
ALL_RELATIONS = "MATCH (a)-[x]->(b) RETURN type(x) AS type, a.id AS van, b.id AS naar, properties(x) AS p"

IMPORTS = "MATCH (i:Import) RETURN i.id AS id, properties(i) AS p ORDER BY i.versie"
WIJZIGINGEN = (
    "MATCH (w:Wijziging) WHERE w.imp = $imp RETURN w.nr AS nr, w.regels AS regels, w.id AS id ORDER BY w.nr"
)
WIJZIGINGEN_OVER = (
    "MATCH (w:Wijziging) WHERE w.regels CONTAINS $zoek RETURN w.imp AS imp, w.nr AS nr, w.regels AS regels"
)
BRONNEN_VAN_IMPORTS = (
    "MATCH (i:Import)-[:GEBRUIKT]->(b:Bron) RETURN i.id AS imp, b.datum AS datum, b.sha256 AS sha256"
)
RIDS_OF_IMPORTS = "MATCH ()-[x]->() WHERE x.imp IN $imps RETURN x.imp AS imp, collect(x.rid) AS rids"
MARK_IMPORTS = "MATCH (i:Import) WHERE i.id IN $ids SET i += $p"
CREATE_WIJZIGING = "CREATE (w:Wijziging {id: $id}) SET w += $p"
MERGE_BRON = "MERGE (b:Bron {id: $id}) SET b += $p"
CREATE_IMPORT = "CREATE (i:Import {id: $id}) SET i += $p"
GEBRUIKT = (
    "MATCH (i:Import {id: $van}) MATCH (b:Bron {id: $naar}) "
    "CREATE (i)-[x:GEBRUIKT {rid: $rid}]->(b) SET x += $p"
)

_BEKEND = frozenset().union(*(stored_keys(model) for model in (*SOORTEN.values(), *TYPEN.values())))


def basis_of(label: str) -> str:
    """The label under which the id of this kind is unique."""
    return SOORTEN[label].soort.basis


INDEXES = "SHOW INDEXES YIELD name RETURN name"  # of each constraint too, under its name


def constraints() -> dict[str, str]:
    """By name: a unique id per base label, and an index for the bookkeeping that is looked up otherwise."""
    uniek = {
        f"{basis.lower()}_id": f"CREATE CONSTRAINT {basis.lower()}_id IF NOT EXISTS "
        f"FOR (n:{basis}) REQUIRE n.id IS UNIQUE"
        for basis in BASISLABELS
    }
    index = "CREATE INDEX wijziging_imp IF NOT EXISTS FOR (n:Wijziging) ON (n.imp)"
    return {**uniek, "wijziging_imp": index}


def create_nodes(label: str, vast: Iterable[str], los: Iterable[str]) -> str:
    """New nodes of one kind; rows ``[id, *values of los]``, and what all share in ``$vast``.

    A date in a row comes as a text: the driver takes far longer to pack it as a date. Null states
    nothing. A constrained label comes first, and other keys than the id come by ``SET``, as kglite asks.

    >>> create_nodes("Forum", ["imp"], ["sinds"]).partition(" CREATE ")[2]
    '(n:Forum {id: rij[0]}) SET n += {imp: $vast.imp, sinds: date(rij[1])} RETURN count(n) AS aantal'
    """
    model = SOORTEN[label]
    labels, velden = ":".join(model.soort.labels), ", ".join(_fields(model, vast, los, 1))
    return (
        f"UNWIND $rijen AS rij CREATE (n:{labels} {{id: rij[0]}}) SET n += {{{velden}}} "
        "RETURN count(n) AS aantal"
    )


def _fields(model: type[BaseModel], vast: Iterable[str], los: Iterable[str], vanaf: int) -> Iterator[str]:
    """Each field with where its value comes from; the loose ones stand in a row from ``vanaf`` on."""
    mag, datums = stored_keys(model), date_keys(model)
    for naam in vast:
        yield f"{_one_of(mag, naam)}: $vast.{naam}"
    for plek, naam in enumerate(los, vanaf):
        waarde = f"rij[{plek}]"
        yield f"{_one_of(mag, naam)}: {f'date({waarde})' if naam in datums else waarde}"


def update_nodes(basis: str) -> str:
    """Changed fields of nodes under one base label; rows ``[id, fields]`` and ``$vast``, null removes."""
    return (
        f"UNWIND $rijen AS rij MATCH (n:{_basis(basis)} {{id: rij[0]}}) "
        "SET n += rij[1] SET n += $vast RETURN count(n) AS aantal"
    )


def delete_nodes(basis: str) -> str:
    """Nodes to remove, rows ``[id]``; one that still has relations stays, and is not counted."""
    return (
        f"UNWIND $rijen AS rij MATCH (n:{_basis(basis)} {{id: rij[0]}}) "
        "WHERE NOT EXISTS { (n)--() } DELETE n RETURN count(*) AS aantal"
    )


def still_connected(basis: str) -> str:
    """Ids among the rows ``[id]`` of nodes that still have relations, at most ten."""
    return (
        f"UNWIND $rijen AS rij MATCH (n:{_basis(basis)} {{id: rij[0]}}) "
        "WHERE EXISTS { (n)--() } RETURN n.id AS id ORDER BY id LIMIT 10"
    )


def create_relations(type_: str, van: str, naar: str, vast: Iterable[str], los: Iterable[str]) -> str:
    """New relations of one type between two base labels; rows ``[rid, van, naar, *values of los]``.

    The rest as for :func:`create_nodes`. Only behind ``LOCK``, for a plan of the version that holds: no
    engine keeps a key unique by itself (a constraint on keys costs kglite a third of the load, ``MERGE``
    costs Neo4j a fifth, and a look at all relations of a node with many).
    """
    velden = ", ".join(["rid: rij[0]", *_fields(TYPEN[type_], vast, los, 3)])
    return (
        f"UNWIND $rijen AS rij MATCH (a:{_basis(van)} {{id: rij[1]}}) "
        f"MATCH (b:{_basis(naar)} {{id: rij[2]}}) "
        f"CREATE (a)-[x:{type_} {{{velden}}}]->(b) RETURN count(x) AS aantal"
    )


def _match_relation(type_: str, van: str, naar: str) -> str:
    return (
        f"UNWIND $rijen AS rij MATCH (a:{_basis(van)} {{id: rij[1]}})-[x:{_type(type_)}]->"
        f"(b:{_basis(naar)} {{id: rij[2]}}) WHERE x.rid = rij[0]"
    )


def update_relations(type_: str, van: str, naar: str) -> str:
    """Changed fields of relations; rows ``[rid, van, naar, fields]`` and ``$vast``, null removes."""
    return f"{_match_relation(type_, van, naar)} SET x += rij[3] SET x += $vast RETURN count(x) AS aantal"


def delete_relations(type_: str, van: str, naar: str) -> str:
    """Relations to remove; rows ``[rid, van, naar]``."""
    return f"{_match_relation(type_, van, naar)} DELETE x RETURN count(*) AS aantal"


def delete_relations_at_once(type_: str) -> str:
    """Relations of one type to remove, many of all that there are; rows ``rid``.

    One walk over the type instead of a search for the ends of each: of a node with many relations, the
    other way goes through all of these for every one of them.
    """
    return f"MATCH ()-[x:{_type(type_)}]->() WHERE x.rid IN $rijen DELETE x RETURN count(*) AS aantal"


def count_relations(type_: str) -> str:
    """How many relations of one type there are; a server keeps that number."""
    return f"MATCH ()-[x:{_type(type_)}]->() RETURN count(x) AS aantal"


def nodes_by_id(basis: str) -> str:
    """Nodes under one base label by ``$ids``."""
    return (
        f"UNWIND $ids AS zoek MATCH (n:{_basis(basis)} {{id: zoek}}) "
        "RETURN labels(n) AS labels, n.id AS id, properties(n) AS p"
    )


def all_of_kind(label: str) -> str:
    """Every node of one kind."""
    kind = SOORTEN[label].soort.label
    return f"MATCH (n:{kind}) RETURN labels(n) AS labels, n.id AS id, properties(n) AS p"


def all_of_type(type_: str, van: str) -> str:
    """Every relation of one type that leaves a node under one base label."""
    return (
        f"MATCH (a:{_basis(van)})-[x:{_type(type_)}]->(b) "
        "RETURN type(x) AS type, a.id AS van, b.id AS naar, properties(x) AS p"
    )


def relations_of(types: Iterable[str]) -> str:
    """Every relation of some types."""
    return (
        f"MATCH (a)-[x:{'|'.join(map(_type, types))}]->(b) "
        "RETURN type(x) AS type, a.id AS van, b.id AS naar, properties(x) AS p"
    )


def relations_from(type_: str, van: str) -> str:
    """All relations of one type that leave nodes under one base label, by ``$ids``."""
    return (
        f"UNWIND $ids AS zoek MATCH (a:{_basis(van)} {{id: zoek}})-[x:{_type(type_)}]->(b) "
        "RETURN type(x) AS type, a.id AS van, b.id AS naar, properties(x) AS p"
    )


def relations_around(basis: str) -> tuple[str, str]:
    """All relations that leave, and all that reach, nodes under one base label, by ``$ids``."""
    begin = f"UNWIND $ids AS zoek MATCH (m:{_basis(basis)} {{id: zoek}})"
    rest = "RETURN type(x) AS type, a.id AS van, b.id AS naar, properties(x) AS p"
    return (
        f"{begin}-[x]->(b) WITH m AS a, x, b {rest}",
        f"{begin}<-[x]-(a) WITH a, x, m AS b {rest}",
    )


def rids_around(basis: str) -> tuple[str, str]:
    """The keys of all relations that leave, and that reach, nodes under one base label, by ``$ids``."""
    begin = f"UNWIND $ids AS zoek MATCH (m:{_basis(basis)} {{id: zoek}})"
    rest = "RETURN type(x) AS type, zoek AS id, collect(x.rid) AS rids"
    return f"{begin}-[x]->() {rest}", f"{begin}<-[x]-() {rest}"


def clean(velden: dict[str, object]) -> dict[str, object]:
    """Leave only what the schema stores, in place: kglite adds ``title`` and ``type`` to ``properties(n)``.

    Called for every row of a graph, so that it looks for the usual two before it looks at all.
    """
    velden.pop("title", None)
    velden.pop("type", None)
    if not _BEKEND.issuperset(velden):
        for naam in [naam for naam in velden if naam not in _BEKEND]:
            del velden[naam]
    return velden


def _basis(basis: str) -> str:
    return _one_of(BASISLABELS, basis)


def _type(type_: str) -> str:
    return _one_of(TYPEN, type_)


def _one_of(bekend: Container[str], naam: str) -> str:
    if naam not in bekend:
        raise KeyError(naam)
    return naam
