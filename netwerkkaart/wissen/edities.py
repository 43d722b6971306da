"""Editions that hold a person: found, and written anew without her. Nothing else ever changes an edition."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from netwerkkaart.editie.bestand import check_editie, read_editie
from netwerkkaart.editie.map import open_editiemap, replace_editie
from netwerkkaart.editie.model import MANIFEST, Wissing
from netwerkkaart.editie.openen import open_editie
from netwerkkaart.fouten import GebruikersFout
from netwerkkaart.graph.archief import archive_files
from netwerkkaart.graph.archief_delen import read_content
from netwerkkaart.wissen.opslag import erase_from_store
from netwerkkaart.wissen.persoon import Persoon


def edition_files(adres: str) -> list[Path]:
    """The editions of the store at an address."""
    return open_editiemap(adres).names()


def clean_half_editions(adres: str) -> None:
    """Remove what a killed making left: nobody would find her there."""
    open_editiemap(adres).clean(ouder=0)


def erase_from_edition(pad: Path, persoon: Persoon, dag: date) -> bool:
    """Write an edition anew without a person; it says that this was done, and what its hash was before.

    Returns:
        False when it is damaged, and left as it is.

    Raises:
        GebruikersFout: it is whole, and cannot be opened or written; the old one stands.
    """
    try:
        editie = read_editie(pad)
    except GebruikersFout:
        return False
    if check_editie(editie):
        return False
    with open_editie(editie, schrijven=True) as store:
        erase_from_store(store, persoon)
        inhoud = read_content(store.read)
    bestanden = archive_files(inhoud, gemaakt=datetime.fromisoformat(editie.manifest.gemaakt))
    wissing = Wissing(dag, editie.sha256)
    manifest = editie.manifest.with_content(bestanden, inhoud.count(), wissing)
    replace_editie(pad, {MANIFEST: manifest.to_bytes(), **bestanden})
    return True
