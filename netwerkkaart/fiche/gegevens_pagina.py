"""The page "dit staat over u": HTML without network or script that prints on as many A4 pages as it needs."""

from __future__ import annotations

from pathlib import Path

from netwerkkaart.analyse.basis import ORGANISATIES, counted
from netwerkkaart.bestanden import make_folder, write_atomic
from netwerkkaart.fiche.bestandsnaam import safe_name
from netwerkkaart.fiche.gegevens_model import VERBORGEN, Gegevensblad
from netwerkkaart.fiche.pagina import read_style, render

INDEX = "index.html"


def make_gegevenspagina(blad: Gegevensblad) -> str:
    """The page of one organisation; the same data give the same bytes."""
    return render(
        "gegevens.html.j2",
        read_style("gegevens.css"),
        titel=f"Dit staat over u: {blad.naam}",
        b=blad,
        verborgen=VERBORGEN,
    )


def write_gegevens(blad: Gegevensblad, map_: Path) -> Path:
    """Write the page of one organisation into a folder.

    Raises:
        GebruikersFout: it cannot be written.
    """
    make_folder(map_)
    pad = map_ / _name(blad)
    write_atomic(pad, make_gegevenspagina(blad))
    return pad


def write_all_gegevens(bladen: list[Gegevensblad], map_: Path, waar: str) -> Path:
    """Write a page for each of some organisations, to mail each its own, and a list of them.

    Args:
        bladen: at least one, in order.
        map_: the folder.
        waar: what they are, for the heading of the list.

    Returns:
        The list; it comes last, so that it never names what is not there.

    Raises:
        GebruikersFout: a file cannot be written.
    """
    rijen = [(blad, write_gegevens(blad, map_).name) for blad in bladen]
    lijst = render(
        "gegevens_index.html.j2",
        read_style("gegevens.css"),
        titel=f"Dit staat over u: {waar}",
        waar=waar,
        aantal=counted(len(bladen), *ORGANISATIES),
        datum=bladen[0].datum,
        rijen=rijen,
    )
    write_atomic(map_ / INDEX, lijst)
    return map_ / INDEX


def _name(blad: Gegevensblad) -> str:
    return f"dit-staat-over-{safe_name(f'{blad.naam} {blad.gemeente}', blad.id)}"
