"""Which analyses stand on which page of a region, and running them on one reach."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from inspect import signature
from itertools import islice
from typing import Any

from netwerkkaart.analyse.bereik import Bereik
from netwerkkaart.analyse.catalogus import ANALYSES
from netwerkkaart.analyse.tekening import Raster, Staven
from netwerkkaart.analyse.uitkomst import Uitkomst
from netwerkkaart.uitvoer.tabel import Rooster
from netwerkkaart.uitvoer.tekening_woorden import describe
from netwerkkaart.uitvoer.uitkomsttabel import as_rooster, core

RIJEN = 100
"""Rows of a result that a page shows; the workbook of the analysis has all."""


@dataclass(frozen=True, slots=True)
class Hoofdstuk:
    """One page of a region.

    Args:
        naam: name of its file, without ending.
        titel, inleiding: what it is about.
        analyses: names of the analyses on it, in order, each with options that differ from the default.
    """

    naam: str
    titel: str
    inleiding: str
    analyses: tuple[tuple[str, Mapping[str, object]], ...]


HOOFDSTUKKEN = (
    Hoofdstuk(
        "hiaten",
        "Hiaten",
        "Waar ontbreekt hulp, waar is ze volzet of niet verbonden, en waar weten we het niet.",
        (("hiaten", {}), ("ketencijfers", {"per": "gemeente"}), ("open-stappen", {})),
    ),
    Hoofdstuk(
        "bruggen",
        "Bruggen",
        "Banden tussen sectoren die kunnen breken, en nieuwe die de meeste scholen vooruithelpen.",
        (("nieuwe-bruggen", {}), ("ketenherstel-samen", {}), ("bruggen", {})),
    ),
    Hoofdstuk(
        "tandem",
        "Tandem",
        "Wie de tandem samen bereikt, wie één van beide, wie niemand, en aan welke tafels.",
        (("tandem-overzicht", {}), ("fora", {}), ("zonder-forum", {})),
    ),
    Hoofdstuk(
        "praktijken",
        "Praktijken",
        "Wat elders werkte voor een hiaat van hier, en welke afspraken er zijn.",
        (("praktijken", {}), ("afspraken", {})),
    ),
)


@dataclass(frozen=True, slots=True)
class Deel:
    """One analysis on a page.

    Args:
        naam, kort, uitleg, wanneer_niet: as the catalogue has them.
        kern: the columns that a reader looks at first, of the first rows.
        aantal: how many rows there are.
        tekening: the picture; None: there is none that a page draws.
        woorden: the picture in words.
        getallen: which columns hold only numbers.
        orde: how the rows were put in order for this page, as it stands after *de 15*; empty: as they came.
    """

    naam: str
    kort: str
    uitleg: str
    wanneer_niet: str
    kern: Rooster
    aantal: int
    tekening: Staven | Raster | None
    woorden: str
    getallen: tuple[bool, ...]
    orde: str


def _open_chains(rij: Any) -> int:
    return int(rij.gesloten - rij.scholen)


_ORDE: Mapping[str, tuple[Callable[[Any], int], str]] = {
    # Of a hundred municipalities by name a page would show those with an A or a B.
    "ketencijfers": (_open_chains, "met de meeste open ketens"),
}
"""What a page puts in another order than its analysis does, and how."""


def run_part(naam: str, bereik: Bereik, regio: str, gekozen: Mapping[str, object]) -> Uitkomst[Any]:
    """Run one analysis for a region.

    Args:
        naam: its name in the catalogue.
        bereik: the reach over the view that may be shown.
        regio: the region.
        gekozen: options that differ from the default.

    Raises:
        NietGevonden: there is no such region.
    """
    analyse = ANALYSES[naam]
    functie = analyse.load()
    opties = {**analyse.defaults(), **gekozen}
    if "bereik" in signature(functie).parameters:
        opties["bereik"] = bereik
    uitkomst: Uitkomst[Any] = functie(bereik.beeld, drempels=bereik.drempels, regio=regio, **opties)
    return uitkomst


def make_part(uitkomst: Uitkomst[Any]) -> Deel:
    """A result as a page shows it."""
    analyse = ANALYSES[uitkomst.naam]
    sleutel, orde = _ORDE.get(uitkomst.naam, (None, ""))
    if sleutel is not None:
        uitkomst = replace(uitkomst, rijen=tuple(sorted(uitkomst.rijen, key=sleutel)))
    teken = analyse.load_tekening()
    tekening = teken(uitkomst) if teken is not None and len(uitkomst.rijen) else None
    if not isinstance(tekening, Staven | Raster):
        tekening = None
    # Rows are made on reading, and a page shows the first only.
    eerste = replace(uitkomst, rijen=tuple(islice(uitkomst.rijen, RIJEN)))
    kern = core(as_rooster(eerste), analyse.kern)
    return Deel(
        analyse.naam,
        analyse.kort,
        analyse.uitleg,
        analyse.wanneer_niet,
        kern,
        len(uitkomst.rijen),
        tekening,
        "" if tekening is None else describe(tekening),
        tuple(_are_numbers([rij[k] for rij in kern.rijen]) for k in range(len(kern.koppen))),
        orde,
    )


def _are_numbers(waarden: Sequence[object]) -> bool:
    """Whether a column holds numbers, and beside these at most nothing."""
    soorten = {type(waarde) for waarde in waarden if waarde is not None}
    return bool(soorten) and soorten <= {int, float}
