"""Pictures as data: what a chart shows, before anybody chose a terminal, an SVG or a page to draw it in.

A picture says in its title what is to be seen, as a sentence with the number; what it cannot show stands
beneath it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Toon = Literal["goed", "let op", "fout", "onbekend", "neutraal", "nadruk"]
"""What a colour means; each place where pictures are drawn has its own colour-blind-safe shades for them."""


@dataclass(frozen=True, slots=True)
class Reeks:
    """One series of a chart: its name in the legend, and what its colour means."""

    naam: str
    toon: Toon = "neutraal"


@dataclass(frozen=True, slots=True)
class Staaf:
    """One bar.

    Args:
        label: what it is about.
        waarden: one value per series, stacked; not negative.
        marge: lowest and highest value that the total could be, when that is known.
        tekst: what is written behind it; empty: the total.
    """

    label: str
    waarden: tuple[float, ...]
    marge: tuple[float, float] | None = None
    tekst: str = ""


@dataclass(frozen=True, slots=True)
class Staven:
    """Horizontal bars, stacked when there are several series.

    Raises:
        ValueError: a bar without a value for each series.
    """

    titel: str
    eenheid: str
    reeksen: tuple[Reeks, ...]
    staven: tuple[Staaf, ...]
    onderschrift: str = ""

    def __post_init__(self) -> None:
        if any(len(staaf.waarden) != len(self.reeksen) for staaf in self.staven):
            raise ValueError("each bar has one value per series")


@dataclass(frozen=True, slots=True)
class Vak:
    """One cell of a grid: a short text and what its colour means."""

    tekst: str
    toon: Toon = "neutraal"


@dataclass(frozen=True, slots=True)
class Raster:
    """A grid of cells, as a heat map with words.

    Args:
        titel: the finding.
        rijen, kolommen: the labels of the sides.
        vakken: one row of cells per label in ``rijen``.
        legende: what each colour means here.
        onderschrift: what the grid cannot show.

    Raises:
        ValueError: the cells do not fit the labels.
    """

    titel: str
    rijen: tuple[str, ...]
    kolommen: tuple[str, ...]
    vakken: tuple[tuple[Vak, ...], ...]
    legende: tuple[tuple[Toon, str], ...] = ()
    onderschrift: str = ""

    def __post_init__(self) -> None:
        if len(self.vakken) != len(self.rijen) or any(len(r) != len(self.kolommen) for r in self.vakken):
            raise ValueError("one cell per row and column")


@dataclass(frozen=True, slots=True)
class Lijn:
    """One line: its points in order of x, and optionally a band around it (low and high per point)."""

    reeks: Reeks
    punten: tuple[tuple[float, float], ...]
    band: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Lijnen:
    """Lines over a numeric axis.

    Args:
        titel: the finding.
        x_as, y_as: what the axes measure, with the unit.
        lijnen: the lines.
        x_namen: text for a value of x, such as a date; empty: the number itself.
        onderschrift: what the lines cannot show.
    """

    titel: str
    x_as: str
    y_as: str
    lijnen: tuple[Lijn, ...]
    x_namen: tuple[tuple[float, str], ...] = ()
    onderschrift: str = ""


Tekening = Staven | Raster | Lijnen
