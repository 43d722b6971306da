"""A whole graph from one store into another: from laptop to server, and back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

from netwerkkaart.graph.archief import fill_store
from netwerkkaart.graph.archief_delen import Inhoud, Velden, holds_at, read_content
from netwerkkaart.graph.bulk import paused_collector
from netwerkkaart.graph.onderzoek import Onderzoeksinhoud, for_research
from netwerkkaart.graph.onderzoek_band import derive_band, is_research, write_band
from netwerkkaart.graph.store import Store, Transactie, snapshot


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

    Of a copy for research the copy is one too.

    Raises:
        OpslagFout: the target is not empty, or does not give back what was written; nothing is changed.
    """
    with paused_collector(), snapshot(bron) as read:
        inhoud = read_content(read)
    if stand is not None:
        inhoud = at_date(inhoud, stand)
    aantallen = fill_store(doel, inhoud, _band_of(inhoud) if is_research(bron) else None)
    return Kopie(aantallen, fingerprint(inhoud))


def copy_for_research(bron: Store, doel: Store, *, stand: date) -> tuple[Kopie, Onderzoeksinhoud]:
    """A copy for research in an empty store; see :func:`netwerkkaart.graph.onderzoek.for_research`.

    It holds one derived ``BAND`` per pair of organisations with a tie, and refuses to be written in.

    Args:
        bron: where from; read in one snapshot.
        doel: an empty store, open to write.
        stand: the day at which what is copied must hold.

    Returns:
        What was copied, and what was left out.

    Raises:
        OpslagFout: the target is not empty, or does not give back what was written; nothing is changed.
    """
    with paused_collector(), snapshot(bron) as read:
        uit = for_research(read_content(read), stand)
    aantallen = fill_store(doel, uit.inhoud, _band_of(uit.inhoud))
    return Kopie(aantallen, fingerprint(uit.inhoud)), uit


def _band_of(inhoud: Inhoud) -> Callable[[Transactie], None]:
    return lambda transactie: write_band(transactie, derive_band(inhoud))


def fingerprint(inhoud: Inhoud) -> str:
    """One hash of all parts."""
    regels = sorted(f"{naam} {kenmerk}" for naam, kenmerk in inhoud.kenmerken.items())
    return sha256("\n".join(regels).encode()).hexdigest()


def at_date(inhoud: Inhoud, dag: date) -> Inhoud:
    """What holds at a day, without imports and history. O(n + m).

    A relation goes with an end that does not hold.
    """
    knopen = [
        (label, id_, _without_import(velden)) for label, id_, velden in inhoud.knopen if holds_at(velden, dag)
    ]
    er_zijn = {id_ for _, id_, _ in knopen}
    relaties = [
        (type_, rid, van, naar, _without_import(velden))
        for type_, rid, van, naar, velden in inhoud.relaties
        if van in er_zijn and naar in er_zijn and holds_at(velden, dag)
    ]
    return replace(inhoud, knopen=knopen, relaties=relaties, imports=None, wijzigingen=None)


def _without_import(velden: Velden) -> Velden:
    """Without the mark of an import that is not copied."""
    return {naam: waarde for naam, waarde in velden.items() if naam != "imp"}
