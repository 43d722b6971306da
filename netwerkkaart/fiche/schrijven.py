"""Sheets as files: one for one school; for a region a folder with a list, and a file for each."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from netwerkkaart.analyse.drempels import Drempels
from netwerkkaart.bestanden import make_folder, write_atomic
from netwerkkaart.fiche.bestandsnaam import safe_name
from netwerkkaart.fiche.model import Fiche
from netwerkkaart.fiche.pagina import make_index, make_page

INDEX = "index.html"
SAMEN = "alle-fiches.html"


def file_name(fiche: Fiche) -> str:
    """Name of the file of a school: safe everywhere, readable, and never that of another school.

    Args:
        fiche: its sheet; only municipality, name and id count, so the name stays when the sheet changes.
    """
    return safe_name(f"{fiche.gemeente} {fiche.naam}", fiche.id)


def write_one(fiche: Fiche, map_: Path, drempels: Drempels) -> Path:
    """Write the sheet of one school into a folder.

    Raises:
        GebruikersFout: it cannot be written.
    """
    make_folder(map_)
    pad = map_ / f"fiche-{file_name(fiche)}"
    write_atomic(pad, make_page([fiche], drempels))
    return pad


def write_all(fiches: Sequence[Fiche], map_: Path, drempels: Drempels, waar: str) -> Path:
    """Write the sheets of a region; the list comes last, so that it never names what is not there.

    Args:
        fiches: at least one sheet, in order.
        map_: the folder.
        drempels: the thresholds.
        waar: name of the area.

    Returns:
        The list.

    Raises:
        GebruikersFout: a file cannot be written.
    """
    make_folder(map_)
    namen = [file_name(fiche) for fiche in fiches]
    for fiche, naam in zip(fiches, namen, strict=True):
        write_atomic(map_ / naam, make_page([fiche], drempels, terug=INDEX))
    write_atomic(map_ / SAMEN, make_page(fiches, drempels, terug=INDEX))
    write_atomic(map_ / INDEX, make_index(fiches, namen, SAMEN, waar))
    return map_ / INDEX
