"""Making an edition: one reading of the graph, frozen with all that a figure depends on."""

from __future__ import annotations

import platform
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version

from netwerkkaart.analyse.definities import kept_definitions, versions
from netwerkkaart.analyse.drempels import kept_drempels
from netwerkkaart.analyse.indicatoren import indicatoren
from netwerkkaart.editie.bestand import read_editie
from netwerkkaart.editie.map import open_editiemap
from netwerkkaart.editie.model import MANIFEST, Cijfer, Editie, Manifest, clean_name
from netwerkkaart.fouten import GebruikersFout
from netwerkkaart.graph.archief import archive_files
from netwerkkaart.graph.archief_delen import Inhoud, read_content
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.graph.bulk import paused_collector
from netwerkkaart.graph.store import Store, snapshot

REKENT = ("netwerkkaart", "numpy", "scipy", "igraph")
"""Packages whose version may change a figure."""


def make_editie(store: Store, naam: str, *, nu: datetime, peildatum: date | None = None) -> Editie:
    """Freeze the graph as it is known now. O(graph), and the indicators.

    Args:
        store: an open store; it is only read, in one snapshot.
        naam: how the edition is called.
        nu: when, with a time zone.
        peildatum: the day at which figures are computed from it, not after ``nu``; None: the day of ``nu``.

    Raises:
        GebruikersFout: the name or the day cannot be, or the file cannot be written; nothing is left behind.
    """
    map_ = open_editiemap(store.adres)
    edities, _ = map_.read()
    goede_naam = clean_name(naam, [editie.manifest.naam for editie in edities])
    dag = peildatum or nu.date()
    if dag > nu.date():
        raise GebruikersFout(
            f"De peildatum {dag.isoformat()} ligt na vandaag: wat dan zal zijn, is nog niet gekend.",
            hulp="Kies met --datum vandaag of een vroegere dag.",
        )
    with paused_collector(), snapshot(store) as read:
        inhoud = read_content(read)
        bestanden = archive_files(inhoud, gemaakt=nu)
        nummer = map_.next_number()
        manifest = describe(inhoud, bestanden, nummer=nummer, naam=goede_naam, nu=nu, peildatum=dag)
    return read_editie(map_.keep(nummer, {MANIFEST: manifest.to_bytes(), **bestanden}))


def describe(
    inhoud: Inhoud, bestanden: Mapping[str, bytes], *, nummer: int, naam: str, nu: datetime, peildatum: date
) -> Manifest:
    """What an edition of some content says of itself. Pure, but for the versions of what is installed."""
    beeld = view_of(inhoud).op(peildatum)
    drempels = kept_drempels(beeld)
    importversies = [v for _, velden, _ in inhoud.imports or () if isinstance(v := velden.get("versie"), int)]
    bewaard = kept_definitions()
    return Manifest(
        nummer=nummer,
        naam=naam,
        gemaakt=nu.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
        peildatum=peildatum,
        drempels=drempels,
        definities={
            naam: replace(bewaard[naam], versie=v) for naam, v in versions().items() if naam in bewaard
        },
        programma={**{naam: _version(naam) for naam in REKENT}, "python": platform.python_version()},
        aantallen=inhoud.count(),
        laatste_import=max(importversies, default=0),
        cijfers=tuple(
            Cijfer(rij.gebied, rij.leeftijd, rij.code, rij.teller, rij.noemer)
            for rij in indicatoren(beeld, drempels).rijen
        ),
        sha256={naam: sha256(deel).hexdigest() for naam, deel in bestanden.items()},
    ).sealed()


def view_of(inhoud: Inhoud) -> Beeld:
    """The view of all that an archive holds, with no reference date. O(n log n + m)."""
    relaties = (
        (type_, van, naar, {**velden, "rid": rid}) for type_, rid, van, naar, velden in inhoud.relaties
    )
    return Beeld.from_rows(inhoud.knopen, relaties)


def _version(naam: str) -> str:
    try:
        return version(naam)
    except PackageNotFoundError:
        return ""
