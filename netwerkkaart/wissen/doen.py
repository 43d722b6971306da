"""Erase a person from all that we keep, and search again: the proof."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from netwerkkaart.bewaard import open_bewaarmap
from netwerkkaart.graph.gewist import hash_id
from netwerkkaart.graph.journaal import Journaal
from netwerkkaart.graph.lezen import read_bekend
from netwerkkaart.graph.openen import SCHEMAS
from netwerkkaart.graph.store import Store, snapshot
from netwerkkaart.graph.uitvoeren import ImportGegevens, carry_out
from netwerkkaart.plan.maak import make_plan
from netwerkkaart.schema.uitspraken import KnoopUitspraak
from netwerkkaart.wissen.edities import clean_half_editions, edition_files, erase_from_edition
from netwerkkaart.wissen.opslag import Vindplaats, erase_from_store, find_in_store
from netwerkkaart.wissen.persoon import Persoon
from netwerkkaart.wissen.plekken import files_in, holds

SOORT = "wissen"
"""Kind of import under which an erasure is remembered."""


@dataclass(frozen=True, slots=True)
class Zoektocht:
    """Where a person was looked for, and where she was found.

    Args:
        opslag: places in the graph.
        bewaard: names of kept files.
        edities: editions of the graph.
        journaal: whether the journal beside the store names her.
        bestanden: other files: exports, archives.
        niet_doorzocht: files that could not be searched.
        doorzocht: number of files that were.
    """

    opslag: tuple[Vindplaats, ...]
    bewaard: tuple[str, ...]
    journaal: bool
    bestanden: tuple[Path, ...]
    niet_doorzocht: tuple[Path, ...]
    doorzocht: int
    edities: tuple[Path, ...] = ()

    @property
    def is_schoon(self) -> bool:
        """True when she was found nowhere, and everything could be searched."""
        return not (
            self.opslag
            or self.bewaard
            or self.journaal
            or self.bestanden
            or self.niet_doorzocht
            or self.edities
        )


def search_person(store: Store, persoon: Persoon, mappen: Sequence[Path] = ()) -> Zoektocht:
    """Look for a person in a graph, its history, the kept files, and some folders. Changes nothing.

    Args:
        store: an open store.
        persoon: who.
        mappen: folders (or files) where exports and archives stand.
    """
    with snapshot(store) as read:
        opslag = tuple(find_in_store(read, persoon))
    bewaarmap = open_bewaarmap(store.adres)
    bewaard = {naam: bewaarmap.map / naam for naam in bewaarmap.names()}
    journaal = _journaal(store)
    edities = edition_files(store.adres)
    eigen = {*bewaard.values(), *edities, journaal}
    overig = [p for p in files_in(mappen) if p not in eigen]
    uitslag = {pad: holds(pad, persoon) for pad in (*bewaard.values(), *edities, *overig)}
    in_journaal = holds(journaal, persoon) if journaal is not None and journaal.is_file() else False
    return Zoektocht(
        opslag,
        tuple(naam for naam, pad in bewaard.items() if uitslag[pad]),
        bool(in_journaal),
        tuple(pad for pad in overig if uitslag[pad]),
        tuple(pad for pad, gevonden in uitslag.items() if gevonden is None),
        len(uitslag),
        tuple(pad for pad in edities if uitslag[pad]),
    )


def erase_person(
    store: Store, persoon: Persoon, mappen: Sequence[Path] = (), *, nu: datetime, wis_bestanden: bool = False
) -> Zoektocht:
    """Erase a person, and search everything again.

    First it is remembered that she was erased (by a hash of her id, so that a colleague's archive does not
    bring her back), then she goes from the graph and its history in one transaction, then from the files.
    Kept files that name her are removed: the history without her stays. Editions are written anew without
    her, and say so. Other files are removed only when asked.

    Returns:
        What is still found afterwards.

    Raises:
        OpslagFout: the store is down, or somebody wrote meanwhile.
    """
    voor = search_person(store, persoon, mappen)
    _remember(store, persoon, nu)
    erase_from_store(store, persoon)
    bewaarmap = open_bewaarmap(store.adres)
    for naam in voor.bewaard:
        bewaarmap.delete(naam)
    clean_half_editions(store.adres)
    for pad in voor.edities:
        erase_from_edition(pad, persoon, nu.date())
    journaal = _journaal(store)
    if journaal is not None:
        # Written anew from the graph, in which the history is clean by now.
        journaal.unlink(missing_ok=True)
        Journaal(journaal).catch_up(store.read)
    if wis_bestanden:
        for pad in voor.bestanden:
            pad.unlink(missing_ok=True)
    return search_person(store, persoon, mappen)


def _remember(store: Store, persoon: Persoon, nu: datetime) -> None:
    kenmerk = hash_id(persoon.id)
    uitspraak = KnoopUitspraak(
        "Wissing",
        f"wissing:{kenmerk[:24]}",
        {"naam": "Gewiste persoon", "datum": nu.date(), "kenmerk": kenmerk},
    )
    plan = make_plan([uitspraak], read_bekend(store, {uitspraak.id}, set()))
    carry_out(store, plan, ImportGegevens(SOORT, nu))


def read_erased(store: Store) -> frozenset[str]:
    """Hashes of the ids of everybody who was erased from this graph."""
    rijen = store.read("MATCH (w:Wissing) RETURN w.kenmerk AS kenmerk").rijen
    return frozenset(str(kenmerk) for (kenmerk,) in rijen)


def _journaal(store: Store) -> Path | None:
    if urlsplit(store.adres).scheme in SCHEMAS:
        return None
    pad = Path(store.adres)
    return pad.with_name(pad.name + ".wijzigingen.jsonl")
