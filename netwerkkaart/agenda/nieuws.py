"""What happened since the last meeting: only what was gained, as nobody is to be shamed at a table."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import numpy as np

from netwerkkaart.agenda.acties import done_since
from netwerkkaart.agenda.deelnemers import Kring
from netwerkkaart.agenda.model import Punt
from netwerkkaart.analyse.basis import enumerate_words
from netwerkkaart.graph.beeld import Beeld, Relaties
from netwerkkaart.schema.register import BANDEN, TYPEN


def news(beeld: Beeld, toen: Beeld, kring: Kring, overleg: int) -> tuple[Punt, ...]:
    """New participants, ties between them and offers of theirs, ties confirmed, and actions done.

    By what the data say of time (``sinds``, ``bevestigd_op``): what was only recorded since, is no news.

    Args:
        beeld: the view now.
        toen: the same data at the day of the last meeting.
        kring: who sits at the table now.
        overleg: node of that meeting, in the view of now.
    """
    return tuple(
        punt
        for punt in (
            _newcomers(beeld, toen, kring),
            *_ties(beeld, toen, kring),
            *_offers(beeld, toen, kring),
            _confirmed(beeld, toen, kring),
            _done(beeld, kring, overleg),
        )
        if punt is not None
    )


def _newcomers(beeld: Beeld, toen: Beeld, kring: Kring) -> Punt | None:
    forum = toen.nummer.get(beeld.ids[kring.forum])
    waren = {toen.ids[k] for k in Kring.of(toen, forum).leden} if forum is not None else set()
    nieuw = [k for k in kring.leden if beeld.ids[k] not in waren]
    if forum is None or not nieuw:
        return None
    namen = enumerate_words([beeld.naam(k) for k in nieuw])
    return Punt("Nieuw aan tafel", f"{namen}.", "", tuple(beeld.ids[k] for k in nieuw))


def _ties(beeld: Beeld, toen: Beeld, kring: Kring) -> Iterator[Punt]:
    waren = set(toen.banden.rids)
    for tabel, plek in _at_the_table(beeld, kring):
        if (rid := tabel.rids[plek]) not in waren:
            van, naar = (beeld.naam(int(einde[plek])) for einde in (tabel.van, tabel.naar))
            zin = TYPEN[tabel.type].soort.lezing.format(van=van, naar=naar)
            yield Punt("Nieuwe band", f"{zin}.", "", (rid,))


def _at_the_table(beeld: Beeld, kring: Kring) -> Iterator[tuple[Relaties, int]]:
    """Each tie between two at the table, as its table and its place therein: type after type, by key."""
    for type_ in BANDEN:
        tabel = beeld.van_type(type_)
        hier = np.isin(tabel.van, kring.leden) & np.isin(tabel.naar, kring.leden)
        for plek in np.flatnonzero(hier).tolist():
            yield tabel, plek


def _offers(beeld: Beeld, toen: Beeld, kring: Kring) -> Iterator[Punt]:
    zit, tabel, waren = set(kring.leden), beeld.van_type("BIEDT"), set(toen.van_type("BIEDT").rids)
    for rid, wie, wat in zip(tabel.rids, tabel.van.tolist(), tabel.naar.tolist(), strict=True):
        if wie in zit and rid not in waren:
            yield Punt("Nieuw aanbod", f"{beeld.naam(wat)} van {beeld.naam(wie)}.", "", (rid,))


def _confirmed(beeld: Beeld, toen: Beeld, kring: Kring) -> Punt | None:
    dag = toen.datum
    rids = [
        tabel.rids[plek]
        for tabel, plek in _at_the_table(beeld, kring)
        if tabel.kolom("bevestiging")[plek] == "bevestigd"
        and isinstance(op := tabel.kolom("bevestigd_op")[plek], date)
        and dag
        and op > dag
    ]
    if not rids:
        return None
    wat = (
        "1 band tussen wie hier zit, is"
        if len(rids) == 1
        else f"{len(rids)} banden tussen wie hier zit, zijn"
    )
    return Punt("Bevestigd", f"{wat} sindsdien door beide kanten bevestigd.", "", tuple(rids))


def _done(beeld: Beeld, kring: Kring, overleg: int) -> Punt | None:
    klaar = done_since(beeld, kring, overleg)
    if not klaar:
        return None
    namen = enumerate_words([beeld.naam(a) for a in klaar])
    return Punt("Afgewerkt", f"{namen}.", "", tuple(beeld.ids[a] for a in klaar))
