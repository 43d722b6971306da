"""One ``BAND`` per pair of organisations that have a tie: short Cypher for researchers.

It is derived and in no schema: only a copy for research holds it, and nothing is imported there.
"""

from __future__ import annotations

from dataclasses import dataclass

from netwerkkaart.graph import cypher
from netwerkkaart.graph.archief_delen import Inhoud, Velden
from netwerkkaart.graph.store import Store, Transactie
from netwerkkaart.plan.bevestiging import BETWIST, BEVESTIGD, EENZIJDIG
from netwerkkaart.schema.register import BANDEN

BESTE: tuple[str | None, ...] = (BEVESTIGD, EENZIJDIG, None, BETWIST)
"""Confirmations from best to worst; None: nobody was asked. A tie that nobody disputes goes before one
that somebody does."""
_PARTIJ = 10_000


@dataclass(frozen=True, slots=True)
class Band:
    """All ties between two organisations as one.

    Args:
        laag, hoog: their ids, the lower one first.
        typen: types of the ties, sorted.
        aantal: number of ties.
        bevestiging: the best confirmation among them, by :data:`BESTE`.
        sterkte: the greatest strength, 1–3; None: none is known.
    """

    laag: str
    hoog: str
    typen: tuple[str, ...]
    aantal: int
    bevestiging: str | None
    sterkte: int | None


def derive_band(inhoud: Inhoud) -> list[Band]:
    """The pairs of organisations with a tie, by their ids. O(ties log ties).

    >>> inhoud = Inhoud(relaties=[
    ...     ("WERKT_SAMEN_MET", "r1", "a", "b", {"sterkte": 2, "bevestiging": "betwist"}),
    ...     ("VERWIJST_NAAR", "r2", "b", "a", {})])
    >>> derive_band(inhoud)[0].typen, derive_band(inhoud)[0].bevestiging, derive_band(inhoud)[0].sterkte
    (('VERWIJST_NAAR', 'WERKT_SAMEN_MET'), None, 2)
    """
    per_paar: dict[tuple[str, str], list[tuple[str, Velden]]] = {}
    for type_, _, van, naar, velden in inhoud.relaties:
        if type_ in BANDEN and van != naar:
            per_paar.setdefault((min(van, naar), max(van, naar)), []).append((type_, velden))
    return [_join(*paar, banden) for paar, banden in sorted(per_paar.items())]


def _join(laag: str, hoog: str, banden: list[tuple[str, Velden]]) -> Band:
    typen = tuple(sorted({type_ for type_, _ in banden}))
    gezegd = {velden.get("bevestiging") for _, velden in banden}
    beste = next((code for code in BESTE if code in gezegd), None)
    sterktes = [s for _, velden in banden if isinstance(s := velden.get("sterkte"), int)]
    return Band(laag, hoog, typen, len(banden), beste, max(sterktes, default=None))


def write_band(transactie: Transactie, banden: list[Band]) -> None:
    """Write the derived ties into a fresh copy, and mark it as one for research."""
    for begin in range(0, len(banden), _PARTIJ):
        rijen = [
            [b.laag, b.hoog, f"BAND|{b.laag}|{b.hoog}", list(b.typen), b.aantal, b.bevestiging, b.sterkte]
            for b in banden[begin : begin + _PARTIJ]
        ]
        transactie.run(cypher.CREATE_BAND, {"rijen": rijen})
    transactie.run(cypher.MARK_RESEARCH)


def is_research(store: Store) -> bool:
    """Whether a store holds a copy for research."""
    rijen = store.read(cypher.IS_RESEARCH).rijen
    return bool(rijen and rijen[0][0])
