"""A store without a person: her node, her relations, her name in texts, and the history of all of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from netwerkkaart.graph import cypher
from netwerkkaart.graph.gewist import PERSONEN
from netwerkkaart.graph.initialiseren import next_version
from netwerkkaart.graph.lezen import read_version
from netwerkkaart.graph.store import Reader, Store, Transactie
from netwerkkaart.schema.register import SOORTEN, TYPEN
from netwerkkaart.wissen.persoon import Persoon
from netwerkkaart.wissen.regels import clean_lines, clean_value

Vindplaats = tuple[str, str]
"""Where she was found: (kind of place, what)."""


@dataclass(frozen=True, slots=True)
class _Tekst:
    """A property that names her: where it stands, and what it becomes."""

    soort: str
    sleutel: str
    veld: str
    nieuw: object


def find_in_store(read: Reader, persoon: Persoon) -> list[Vindplaats]:
    """Every place in a graph that holds her: node, relations, texts, history. O(graph + history)."""
    gevonden: list[Vindplaats] = []
    label = cypher.basis_of(persoon.label)
    rijen = read(f"MATCH (n:{label} {{id: $id}}) RETURN n.id AS id", {"id": persoon.id}).rijen
    gevonden += [("knoop", persoon.label) for _ in rijen]
    rijen = read(f"MATCH (n:{label} {{id: $id}})-[x]-() RETURN type(x) AS type", {"id": persoon.id}).rijen
    gevonden += [("relatie", str(type_)) for (type_,) in rijen]
    gevonden += [("tekst", f"{t.soort} {t.sleutel}: {t.veld}") for t in _texts(read, persoon)]
    gevonden += [("geschiedenis", imp) for imp, _, _ in _histories(read, persoon)]
    return gevonden


def erase_from_store(store: Store, persoon: Persoon) -> None:
    """Take her out of a graph, in one transaction. What is left of her are no names.

    Raises:
        OpslagFout: the store is down, or somebody wrote meanwhile. Nothing is changed.
    """
    versie = read_version(store)
    teksten, reeksen = list(_texts(store.read, persoon)), list(_histories(store.read, persoon))
    with store.write() as transactie:
        next_version(transactie, versie)
        for tekst in teksten:
            _write_text(transactie, tekst)
        label = cypher.basis_of(persoon.label)
        transactie.run(f"MATCH (n:{label} {{id: $id}})-[x]-() DELETE x", {"id": persoon.id})
        transactie.run(f"MATCH (n:{label} {{id: $id}}) DELETE n", {"id": persoon.id})
        for _, id_, regels in reeksen:
            if regels:
                transactie.run(
                    "MATCH (w:Wijziging {id: $id}) SET w.regels = $regels",
                    {"id": id_, "regels": "\n".join(regels)},
                )
            else:
                transactie.run("MATCH (w:Wijziging {id: $id}) DELETE w", {"id": id_})


def _write_text(transactie: Transactie, tekst: _Tekst) -> None:
    if tekst.soort in TYPEN:
        # A key names its ends, and these are no persons: it stays.
        opdracht = f"MATCH ()-[x:{tekst.soort}]->() WHERE x.rid = $sleutel SET x += $p"
    else:
        opdracht = f"MATCH (x:{cypher.basis_of(tekst.soort)} {{id: $sleutel}}) SET x += $p"
    transactie.run(opdracht, {"sleutel": tekst.sleutel, "p": {tekst.veld: tekst.nieuw}})


def _texts(read: Reader, persoon: Persoon) -> Iterator[_Tekst]:
    """Properties of other nodes and relations that name her or run through her."""
    for labels, id_, velden in read(cypher.ALL_NODES, None).rijen:
        label = next(naam for naam in cast("list[str]", labels) if naam in SOORTEN)
        if id_ != persoon.id:
            yield from _named(label, str(id_), cast("dict[str, object]", velden), persoon)
    for type_, van, naar, velden in read(cypher.ALL_RELATIONS, None).rijen:
        if persoon.id not in (van, naar):
            eigen = cast("dict[str, object]", velden)
            yield from _named(str(type_), str(eigen.get("rid")), eigen, persoon)


def _named(soort: str, sleutel: str, velden: dict[str, object], persoon: Persoon) -> Iterator[_Tekst]:
    for veld, waarde in cypher.clean(dict(velden)).items():
        if veld not in ("id", "rid") and isinstance(waarde, str | list):
            nieuw = clean_value(waarde, persoon)
            if nieuw != waarde:
                yield _Tekst(soort, sleutel, veld, nieuw)


def _histories(read: Reader, persoon: Persoon) -> Iterator[tuple[str, str, list[str]]]:
    """Series of changes that name her: (import, id of the series, the lines that stay)."""
    rijen = read(
        "MATCH (w:Wijziging) RETURN w.imp AS imp, w.id AS id, w.regels AS regels ORDER BY w.id", None
    ).rijen
    for imp, id_, regels in rijen:
        oud = str(regels).split("\n")
        nieuw = clean_lines(oud, persoon)
        if nieuw != oud:
            yield str(imp), str(id_), nieuw


def persons(read: Reader) -> list[tuple[str, str, str]]:
    """``(kind, id, name)`` of every person, in order of name."""
    uit = []
    for labels, id_, naam in read(cypher.NAMES, None).rijen:
        for label in cast("list[str]", labels):
            if label in PERSONEN:
                uit.append((label, str(id_), str(naam or "")))
    return sorted(uit, key=lambda rij: (rij[2].casefold(), rij[1]))
