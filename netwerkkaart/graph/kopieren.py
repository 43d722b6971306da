"""A whole graph from one store into another: from laptop to server, and back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

from netwerkkaart.graph.archief import fill_store
from netwerkkaart.graph.archief_delen import Inhoud, Velden, encode, hashes, read_content
from netwerkkaart.graph.bulk import paused_collector
from netwerkkaart.graph.store import Store, snapshot


@dataclass(frozen=True, slots=True)
class Kopie:
    """What was copied.

    Args:
        aantallen: number of nodes, relations, imports and changes.
        kenmerk: SHA-256 over the hashes of all parts; two equal graphs have the same.
    """

    aantallen: dict[str, int]
    kenmerk: str


def copy_store(bron: Store, doel: Store, *, stand: date | None = None) -> Kopie:
    """Copy a graph into an empty store. All or nothing; what was written is compared before it counts.

    Args:
        bron: where from; read in one snapshot.
        doel: an empty store, open to write.
        stand: copy only what holds at this day, without imports and history; None: everything.

    Raises:
        OpslagFout: the target is not empty, or does not give back what was written; nothing is changed.
    """
    with paused_collector(), snapshot(bron) as read:
        inhoud = read_content(read)
    if stand is not None:
        inhoud = at_date(inhoud, stand)
    aantallen = fill_store(doel, inhoud)
    return Kopie(aantallen, fingerprint(inhoud))


def fingerprint(inhoud: Inhoud) -> str:
    """One hash of all parts."""
    regels = sorted(f"{naam} {kenmerk}" for naam, kenmerk in hashes(encode(inhoud)).items())
    return sha256("\n".join(regels).encode()).hexdigest()


def at_date(inhoud: Inhoud, dag: date) -> Inhoud:
    """What holds at a day, without imports and history. O(n + m).

    A relation goes with an end that does not hold.
    """
    knopen = [
        (label, id_, _without_import(velden)) for label, id_, velden in inhoud.knopen if _holds(velden, dag)
    ]
    er_zijn = {id_ for _, id_, _ in knopen}
    relaties = [
        (type_, rid, van, naar, _without_import(velden))
        for type_, rid, van, naar, velden in inhoud.relaties
        if van in er_zijn and naar in er_zijn and _holds(velden, dag)
    ]
    return replace(inhoud, knopen=knopen, relaties=relaties, imports=None, wijzigingen=None)


def _holds(velden: Velden, dag: date) -> bool:
    sinds, tot = velden.get("sinds"), velden.get("tot")
    return (not isinstance(sinds, date) or sinds <= dag) and (not isinstance(tot, date) or tot > dag)


def _without_import(velden: Velden) -> Velden:
    """Without the mark of an import that is not copied."""
    return {naam: waarde for naam, waarde in velden.items() if naam != "imp"}
