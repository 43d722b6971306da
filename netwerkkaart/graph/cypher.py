"""All Cypher that we run ourselves, in the subset on which both engines agree (``docs/cypher.md``).

Labels, types and keys come from the schema and from nowhere else: a function here raises ``KeyError``
for a name that the schema does not know. All values travel as parameters.
"""

from __future__ import annotations

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

_KNOPEN = "MATCH (n) WHERE NOT n:Wijziging AND NOT n:Merk RETURN labels(n) AS labels, n.id AS id"
LABELS = _KNOPEN
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


def constraints() -> tuple[str, ...]:
    """A unique id per base label, and an index for the bookkeeping that is looked up otherwise."""
    uniek = (
        f"CREATE CONSTRAINT {basis.lower()}_id IF NOT EXISTS FOR (n:{basis}) REQUIRE n.id IS UNIQUE"
        for basis in BASISLABELS
    )
    index = "CREATE INDEX wijziging_imp IF NOT EXISTS FOR (n:Wijziging) ON (n.imp)"
    return (*uniek, index)


def create_nodes(label: str) -> str:
    """New nodes of one kind; rows ``{id, p}``. A constrained label comes first, as kglite asks."""
    labels = ":".join(SOORTEN[label].soort.labels)
    return f"UNWIND $rijen AS rij CREATE (n:{labels} {{id: rij.id}}) SET n += rij.p RETURN count(n) AS aantal"


def update_nodes(basis: str) -> str:
    """Changed fields of nodes under one base label; rows ``{id, p}``, null removes a field."""
    return (
        f"UNWIND $rijen AS rij MATCH (n:{_basis(basis)} {{id: rij.id}}) "
        "SET n += rij.p RETURN count(n) AS aantal"
    )


def delete_nodes(basis: str) -> str:
    """Nodes to remove, rows ``{id}``; an engine refuses one that still has relations."""
    return f"UNWIND $rijen AS rij MATCH (n:{_basis(basis)} {{id: rij.id}}) DELETE n RETURN count(*) AS aantal"


def still_connected(basis: str) -> str:
    """Ids among the rows ``{id}`` of nodes that still have relations, at most ten."""
    return (
        f"UNWIND $rijen AS rij MATCH (n:{_basis(basis)} {{id: rij.id}}) "
        "WHERE EXISTS { (n)--() } RETURN n.id AS id ORDER BY id LIMIT 10"
    )


def create_relations(type_: str, van: str, naar: str) -> str:
    """New relations of one type between two base labels; rows ``{rid, van, naar, p}``.

    ``MERGE``, because nothing but this keeps a key unique: a constraint on keys costs kglite more.
    """
    return (
        f"UNWIND $rijen AS rij MATCH (a:{_basis(van)} {{id: rij.van}}) "
        f"MATCH (b:{_basis(naar)} {{id: rij.naar}}) "
        f"MERGE (a)-[x:{_type(type_)} {{rid: rij.rid}}]->(b) SET x += rij.p RETURN count(x) AS aantal"
    )


def _match_relation(type_: str, van: str, naar: str) -> str:
    return (
        f"UNWIND $rijen AS rij MATCH (a:{_basis(van)} {{id: rij.van}})-[x:{_type(type_)}]->"
        f"(b:{_basis(naar)} {{id: rij.naar}}) WHERE x.rid = rij.rid"
    )


def update_relations(type_: str, van: str, naar: str) -> str:
    """Changed fields of relations; rows ``{rid, van, naar, p}``, null removes a field."""
    return f"{_match_relation(type_, van, naar)} SET x += rij.p RETURN count(x) AS aantal"


def delete_relations(type_: str, van: str, naar: str) -> str:
    """Relations to remove; rows ``{rid, van, naar}``."""
    return f"{_match_relation(type_, van, naar)} DELETE x RETURN count(*) AS aantal"


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
    if basis not in BASISLABELS:
        raise KeyError(basis)
    return basis


def _type(type_: str) -> str:
    if type_ not in TYPEN:
        raise KeyError(type_)
    return type_
