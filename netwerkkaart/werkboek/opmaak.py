"""How the workbook looks: colours, cell formats, widths. Every colour means one thing, see ``KLEUREN``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from netwerkkaart.omzetten.werkboektekst import Cel
from netwerkkaart.omzetten.werkboekvorm import Kolom

KOP, KOP_VERPLICHT = "#3D5A6C", "#1F3A4D"
VOORBEELDRIJ, ONTBREEKT, NUTTIG, ONBEKEND, NIEUWE_NAAM = "#ECECEC", "#FFC766", "#FFF3C9", "#F8C9C4", "#D6E8FA"

KLEUREN: tuple[tuple[str, str], ...] = (
    (ONTBREEKT, "Verplicht en nog leeg: vul dit in, anders wordt het werkboek geweigerd."),
    (NUTTIG, "Nog niet geweten. Het mag leeg blijven, maar de analyses worden er beter van."),
    (ONBEKEND, "Deze waarde staat niet in de keuzelijst: kies er een uit de lijst."),
    (NIEUWE_NAAM, "Deze naam staat niet in de lijst. Is hij nieuw? Voeg hem toe op het blad waar hij hoort."),
    (VOORBEELDRIJ, "Voorbeeld. Deze rij wordt nooit ingelezen."),
)
"""What each colour in a cell means, for the explanation."""

_LANG = frozenset({"opmerking", "omschrijving", "agenda", "uitkomst", "ook_bekend_als"})
_KORT = frozenset({"gemeente", "onderdeel van", "overleg van", "werkt voor"})
_SMAL, _LANG_BREED, _BREED = 7, 44, 36
STAAL = 400
"""Rows that widths are judged by, evenly over the sheet."""


_REGEL, _MEESTE_REGELS = 15, 12
"""Height of a line in points, and how many lines a row shows at most."""
_LEESBAAR = 205
"""Characters beside each other on a landscape A4 that can still be read."""


@dataclass(frozen=True, slots=True)
class Stijlen:
    """The formats of one workbook, made once."""

    kop: Any
    kop_verplicht: Any
    tekst: Any
    lang: Any
    getal: Any
    code: Any
    voorbeeld: Any
    voorbeeld_lang: Any
    voorbeeld_getal: Any
    ontbreekt: Any
    nuttig: Any
    onbekend: Any
    nieuwe_naam: Any


def make_styles(boek: Any) -> Stijlen:
    """Make the formats; every cell but the headers is unlocked, so that rows can be sorted and removed."""
    kop = {"bold": True, "font_color": "white", "text_wrap": True, "valign": "vcenter", "border": 1,
           "border_color": "#8CA3B0"}  # fmt: skip
    cel = {"locked": False, "valign": "top", "num_format": "@"}
    grijs = {"font_color": "#6B6B6B", "italic": True, "bg_color": VOORBEELDRIJ}
    return Stijlen(
        kop=boek.add_format({**kop, "bg_color": KOP}),
        kop_verplicht=boek.add_format({**kop, "bg_color": KOP_VERPLICHT}),
        tekst=boek.add_format(cel),
        lang=boek.add_format({**cel, "text_wrap": True}),
        getal=boek.add_format({**cel, "num_format": "General", "align": "right"}),
        code=boek.add_format({**cel, "font_color": "#8A8A8A"}),
        voorbeeld=boek.add_format({**cel, **grijs}),
        voorbeeld_lang=boek.add_format({**cel, **grijs, "text_wrap": True}),
        voorbeeld_getal=boek.add_format({**cel, **grijs, "num_format": "General", "align": "right"}),
        ontbreekt=boek.add_format({"bg_color": ONTBREEKT}),
        nuttig=boek.add_format({"bg_color": NUTTIG}),
        onbekend=boek.add_format({"bg_color": ONBEKEND}),
        nieuwe_naam=boek.add_format({"bg_color": NIEUWE_NAAM}),
    )


def is_long(kolom: Kolom) -> bool:
    """True for a column whose texts go on over several lines."""
    if kolom.verband is not None:
        return kolom.naam not in _KORT
    meer = kolom.eigenschap is not None and kolom.eigenschap.vorm.naam in ("keuzes", "gemeenten")
    return meer or kolom.naam in _LANG or kolom.naam == "naam"


def cell_style(stijlen: Stijlen, kolom: Kolom) -> Any:
    """The format of the cells of a column."""
    if kolom.is_getal:
        return stijlen.getal
    if kolom.aard == "id":
        return stijlen.code
    return stijlen.lang if is_long(kolom) else stijlen.tekst


def example_style(stijlen: Stijlen, kolom: Kolom) -> Any:
    """The format of a cell of the example row."""
    if kolom.is_getal:
        return stijlen.voorbeeld_getal
    return stijlen.voorbeeld_lang if is_long(kolom) else stijlen.voorbeeld


def width(kolom: Kolom, cellen: Sequence[Cel]) -> int:
    """Width of a column in characters: room for nine in ten of its texts, within bounds."""
    if kolom.aard == "id":
        return 13
    lengtes = sorted(len(str(cel)) for cel in cellen if cel is not None)
    meeste = lengtes[int(0.9 * (len(lengtes) - 1))] if lengtes else 0
    # The button of the filter takes three; a header may break at a blank.
    kop = max(map(len, kolom.kop.split(" "))) + 3
    if kolom.naam in _LANG:
        return _LANG_BREED
    ruim = kolom.naam in ("naam", "van", "naar", "bron") or kolom.verband is not None
    laagste = 24 if ruim and kolom.naam not in _KORT else _SMAL
    if kolom.aard in ("soort", "relatie"):
        laagste = 22
    elif kolom.vocabularium is not None:
        laagste = min(22, 2 + max(map(len, kolom.vocabularium.codes)))
    return max(laagste, kop, min(_BREED if ruim else 28, meeste + 2))


def print_columns(breedtes: Sequence[int]) -> int:
    """How many columns are printed: the first ones, as long as the letters stay large enough to read.

    >>> print_columns([13, 34, 24, 90, 60, 12])
    4
    """
    som = 0
    for aantal, breedte in enumerate(breedtes):
        som += breedte
        if som > _LEESBAAR and aantal:
            return aantal
    return len(breedtes)


def row_height(cellen: Sequence[Cel], breedtes: Mapping[int, int]) -> int:
    """Height of a row in points, by the lines that its long texts take.

    Args:
        cellen: its cells.
        breedtes: by place the width of each column whose texts go on over several lines.

    >>> row_height(["a", "b" * 70], {1: 34}), row_height(["a", None], {1: 34})
    (30, 15)
    """
    regels = 1
    for plaats, breedte in breedtes.items():
        cel = cellen[plaats]
        if isinstance(cel, str) and (len(cel) > breedte or "\n" in cel):
            regels = max(regels, sum(1 + (len(deel) - 1) // (breedte + 2) for deel in cel.split("\n")))
    return _REGEL * min(regels, _MEESTE_REGELS)
