"""A report as one page that opens without a network, has no script, and prints as a document."""

from __future__ import annotations

import re

from netwerkkaart.analyse.tekening import Tekening
from netwerkkaart.rapport.bouwstenen import subtitle, written_date
from netwerkkaart.rapport.model import Document
from netwerkkaart.uitvoer.tekening_svg import to_svg

FIGUUR_INCH = 8
_NAAM = re.compile(r'(?<=\bid=")([^"]+)(?=")|(?<=url\(#)([^)]+)(?=\))|(?<=href="#)([^"]+)(?=")')
_METADATA = re.compile(r"<metadata>.*?</metadata>", re.DOTALL)


def to_html(document: Document) -> str:
    """The report as a page. The same report gives the same text."""
    from jinja2 import Environment, PackageLoader, select_autoescape
    from markupsafe import Markup

    omgeving = Environment(
        loader=PackageLoader("netwerkkaart.rapport", "sjablonen"),
        autoescape=select_autoescape(["html.j2"]),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    figuren = _Telling()
    tabellen = _Telling()
    return omgeving.get_template("rapport.html.j2").render(
        d=document,
        nummers=document.nummers(),
        stand=written_date(document.stand),
        ondertitel=subtitle(document),
        soort=lambda blok: type(blok).__name__,
        figuur_nummer=figuren.next,
        tabel_nummer=tabellen.next,
        svg=lambda tekening, nummer: Markup(inline_svg(tekening, nummer)),
    )


class _Telling:
    """Counts from one."""

    def __init__(self) -> None:
        self._aantal = 0

    def next(self) -> int:
        self._aantal += 1
        return self._aantal


def inline_svg(tekening: Tekening, nummer: int) -> str:
    """A picture to stand in a page: without prologue, and with names that no other picture has."""
    svg = to_svg(tekening, met_titel=False, breedte=FIGUUR_INCH)
    binnen = _METADATA.sub("", svg[svg.index("<svg ") :])
    uniek = _NAAM.sub(lambda m: f"f{nummer}-{m.group(0)}", binnen)
    return uniek.replace(
        'aria-labelledby="titel uitleg"', f'aria-labelledby="f{nummer}-titel f{nummer}-uitleg"', 1
    )
