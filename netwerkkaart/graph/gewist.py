"""What a graph remembers of people who were erased from it: no names, only a hash of each id."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace

from netwerkkaart.graph.archief_delen import Inhoud

PERSONEN = ("Contactpersoon", "Coordinator")
"""Kinds of nodes that are people."""


def hash_id(id_: str) -> str:
    """What is kept of an erased person: a hash of her id, by which another's archive is recognised.

    >>> len(hash_id("c1"))
    64
    """
    return hashlib.sha256(f"netwerkkaart-wissing:{id_}".encode()).hexdigest()


def erased_in(inhoud: Inhoud) -> frozenset[str]:
    """Hashes of everybody who was erased from a graph, as its archive tells."""
    return frozenset(str(velden.get("kenmerk")) for label, _, velden in inhoud.knopen if label == "Wissing")


def find_erased(inhoud: Inhoud, gewist: AbstractSet[str]) -> frozenset[str]:
    """Ids of people in an archive who were erased somewhere. O(people)."""
    if not gewist:
        return frozenset()
    mensen = (id_ for label, id_, _ in inhoud.knopen if label in PERSONEN)
    return frozenset(id_ for id_ in mensen if hash_id(id_) in gewist)


def without_people(inhoud: Inhoud, ids: AbstractSet[str]) -> Inhoud:
    """An archive without some people: their nodes, relations and history; ties no longer run through them."""
    if not ids:
        return inhoud
    return replace(
        inhoud,
        knopen=[rij for rij in inhoud.knopen if rij[1] not in ids],
        relaties=[
            (type_, rid, van, naar, _without_via(velden, ids))
            for type_, rid, van, naar, velden in inhoud.relaties
            if van not in ids and naar not in ids
        ],
        wijzigingen=None
        if inhoud.wijzigingen is None
        else [(imp, regel) for imp, regel in inhoud.wijzigingen if not _about(regel, ids)],
    )


def _without_via(velden: Mapping[str, object], ids: AbstractSet[str]) -> Mapping[str, object]:
    if velden.get("via") not in ids:
        return velden
    return {naam: waarde for naam, waarde in velden.items() if naam != "via"}


def _about(regel: str, ids: AbstractSet[str]) -> bool:
    if not any(id_ in regel for id_ in ids):
        return False
    delen = json.loads(regel)
    return bool({delen["sleutel"], delen.get("van"), delen.get("naar")} & ids)
