"""All analyses in one folder: a page that tells the findings, and per analysis a workbook and a picture."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from netwerkkaart.analyse.catalogus import Analyse
from netwerkkaart.analyse.uitkomst import Uitkomst
from netwerkkaart.bestanden import write_atomic
from netwerkkaart.uitvoer.tabel import Rooster, as_text, write_rooster
from netwerkkaart.uitvoer.tekening_woorden import describe
from netwerkkaart.uitvoer.uitkomsttabel import as_rooster, core

BLADWIJZER = "index.html"
RIJEN = 8
"""Rows of each analysis that the page shows; the workbook has all."""


@dataclass(frozen=True, slots=True)
class Deel:
    """One analysis on the page.

    Args:
        naam: its name, which is that of its files.
        kort, uitleg, wanneer_niet: as the catalogue has them.
        kern: the columns that a reader looks at first.
        aantal: how many rows there are.
        figuur: the picture in words; empty: there is no picture.
    """

    naam: str
    kort: str
    uitleg: str
    wanneer_niet: str
    kern: Rooster
    aantal: int
    figuur: str


def write_part(map_: Path, analyse: Analyse, uitkomst: Uitkomst[Any]) -> Deel:
    """Write the workbook and the picture of one analysis into a folder.

    Raises:
        GebruikersFout: the folder cannot be written.
    """
    rooster = as_rooster(uitkomst)
    write_rooster(rooster, map_ / f"{analyse.naam}.xlsx")
    figuur = ""
    if (draw := analyse.load_tekening()) is not None and rooster.rijen:
        from netwerkkaart.uitvoer.tekening_svg import to_svg

        tekening = draw(uitkomst)
        figuur = describe(tekening)
        write_atomic(map_ / f"{analyse.naam}.svg", to_svg(tekening, met_titel=False))
    return Deel(
        analyse.naam,
        analyse.kort,
        analyse.uitleg,
        analyse.wanneer_niet,
        core(rooster, analyse.kern),
        len(rooster.rijen),
        figuur,
    )


def write_index(
    map_: Path, titel: str, datum: date, delen: Sequence[Deel], over: Iterable[tuple[str, str]] = ()
) -> Path:
    """Write the page; it needs nothing but the files beside it.

    Args:
        map_: the folder.
        titel: heading of the page.
        datum: reference date.
        delen: the analyses, in order.
        over: names of analyses that are left out, with the reason.
    """
    from jinja2 import Environment, PackageLoader, select_autoescape

    omgeving = Environment(
        loader=PackageLoader("netwerkkaart.uitvoer", "sjablonen"), autoescape=select_autoescape(["html.j2"])
    )
    omgeving.filters["tekst"] = as_text
    pagina = omgeving.get_template("analyses.html.j2").render(
        titel=titel, datum=f"{datum:%d-%m-%Y}", delen=delen, over=list(over), hoogstens=RIJEN
    )
    doel = map_ / BLADWIJZER
    write_atomic(doel, pagina)
    return doel
