"""A report as PDF, by Typst: tagged (PDF/UA-1), pictures as vector, the same bytes for the same report.

The template reads the report as data, so that no text in it can be taken for markup. Letters are those that
come with matplotlib: the page is then the same on every machine.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime, time
from importlib.resources import files
from pathlib import Path
from typing import Any

from netwerkkaart.rapport.bouwstenen import edition_mark, subtitle
from netwerkkaart.rapport.model import Cijfers, Deel, Document, Figuur, Tabel, Vaststelling
from netwerkkaart.rapport.tabelbreedte import shares
from netwerkkaart.uitvoer.tekening_svg import to_svg

FIGUUR_INCH = 7.5


def to_pdf(document: Document) -> bytes:
    """The report as PDF. The same report gives the same bytes."""
    import matplotlib as mpl
    import typst

    bestanden: dict[str, bytes] = {}
    inhoud = _plain(document, bestanden)
    sjabloon = files("netwerkkaart.rapport").joinpath("sjablonen/rapport.typ").read_bytes()
    bestanden |= {"main": sjabloon, "rapport.json": json.dumps(inhoud, ensure_ascii=False).encode()}
    invoer: Any = bestanden  # its types do not say that it takes files by name
    uit: bytes = typst.compile(
        invoer,
        format="pdf",
        font_paths=[str(Path(mpl.get_data_path()) / "fonts" / "ttf")],
        ignore_system_fonts=True,
        pdf_standards=["ua-1"],
        timestamp=int(datetime.combine(document.stand, time(), UTC).timestamp()),
    )
    return uit


def _plain(document: Document, bestanden: dict[str, bytes]) -> dict[str, Any]:
    """The report as what JSON holds; pictures go into ``bestanden`` by their name."""
    nummers = document.nummers()

    def block(blok: object) -> dict[str, Any]:
        # Dataclasses with slots have no __dict__: their fields are their slots.
        velden = {naam: getattr(blok, naam) for naam in type(blok).__slots__}  # type: ignore[attr-defined]
        if isinstance(blok, Figuur):
            naam = f"figuur-{sum(n.endswith('.svg') for n in bestanden) + 1}.svg"
            svg = to_svg(blok.tekening, met_titel=False, breedte=FIGUUR_INCH)
            bestanden[naam] = svg.encode()
            velden = {"bijschrift": blok.bijschrift, "bestand": naam, "beschrijving": blok.beschrijving}
        elif isinstance(blok, Tabel):
            velden |= {"rechts": blok.rechts, "breedtes": shares(blok)}
        elif isinstance(blok, Vaststelling):
            velden["nummer"] = nummers[blok.code]
        elif isinstance(blok, Cijfers):
            velden["cijfers"] = [block(c) | {"geschreven": c.geschreven} for c in blok.cijfers]
        elif "punten" in velden and velden["punten"] and not isinstance(velden["punten"][0], str):
            velden["punten"] = [
                {"kop": punt.kop, "tekst": punt.tekst, "nummers": [nummers[c] for c in punt.steunt_op]}
                for punt in velden["punten"]
            ]
        return {"blok": type(blok).__name__, **velden}

    def section(deel: Deel) -> dict[str, Any]:
        return {"titel": deel.titel, "blokken": [block(blok) for blok in deel.blokken]}

    return {
        "soort": document.soort,
        "titel": document.titel,
        "gebied": document.gebied,
        "merk": edition_mark(document),
        "ondertitel": subtitle(document),
        "dag": [document.stand.year, document.stand.month, document.stand.day],
        "waarschuwing": document.waarschuwing,
        "delen": [section(deel) for deel in document.delen if not deel.bijlage],
        "bijlagen": [section(deel) for deel in document.delen if deel.bijlage],
    }
