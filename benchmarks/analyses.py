"""Analyses on the Flanders demo, each beside the igraph and scipy calls that it needs on ready arrays.

Reading all rows of a result is measured beside it: rows are made when they are read.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

import numpy as np

from benchmarks.gegevens import Gegevens
from benchmarks.kaal import Kaal
from benchmarks.meten import (
    Hoofdstuk,
    Paar,
    Uitslag,
    count,
    duration,
    number,
    paired,
    ratio_row,
    ready,
    seconds,
)
from netwerkkaart.analyse.brugfiguren import BrugFiguur, brugfiguren
from netwerkkaart.analyse.bruggen import bruggen
from netwerkkaart.analyse.hiaten import hiaten
from netwerkkaart.analyse.keten import keten
from netwerkkaart.analyse.kleinste_fora import fora_van_regio
from netwerkkaart.analyse.maten import EXACT_TOT, STEEKPROEF
from netwerkkaart.analyse.nieuwe_bruggen import nieuwe_bruggen
from netwerkkaart.analyse.tandems import tandem
from netwerkkaart.analyse.uitkomst import Uitkomst
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.schema.vocabularia import REGIOS

VERHOUDING, SECONDEN = 2.0, 5.0
"""The targets: ours / raw, and how long an analysis may take."""
KLEIN = 0.1
"""Below so many seconds of raw calls what lies around them decides the ratio."""
Analyse = Callable[[Beeld], Sequence[Uitkomst[Any]]]


def _all_regions(beeld: Beeld) -> list[Uitkomst[Any]]:
    return [functie(beeld, regio=regio) for regio in REGIOS for functie in (tandem, fora_van_regio)]


@dataclass(frozen=True)
class Meting:
    """One analysis beside the raw calls.

    Args:
        naam: what was measured, in Dutch.
        paar: seconds of the analysis and of the raw calls.
        rijen: how many rows it gives.
        lezen: seconds that it takes to read all rows after it.
    """

    naam: str
    paar: Paar
    rijen: int
    lezen: float

    def rows(self) -> tuple[Uitslag, Uitslag]:
        """The analysis, with its target; and the reading of all rows, beside it."""
        ons, kaal = median(self.paar.ons), median(self.paar.kaal)
        samen = f"met de analyse erbij {number((ons + self.lezen) / kaal)} ×"
        lezen = Uitslag(f"– alle {count(self.rijen)} rijen lezen", duration(self.lezen), "", samen)
        return ratio_row(self.naam, self.paar, VERHOUDING, SECONDEN), lezen

    def reason(self) -> str:
        """Why the ratio is not met although hardly anybody notices; empty where that is not so."""
        verhouding, ons, kaal = median(self.paar.verhoudingen), median(self.paar.ons), median(self.paar.kaal)
        if verhouding <= VERHOUDING or kaal >= KLEIN:
            return ""
        return (
            f"{self.naam.capitalize()} haalt {number(VERHOUDING)} × niet: de kale oproepen duren samen maar "
            f"{duration(kaal)}, en wat eromheen komt (kolommen uit het beeld, definities, zinnen) weegt dan "
            f"door. Wie de analyse vraagt, wacht {duration(ons)}, en {duration(ons + self.lezen)} als alle "
            "rijen gelezen worden."
        )


def measure_analyses(gegevens: Gegevens, keer: int = 3) -> Hoofdstuk:
    """Every analysis on a view of which nothing was worked out yet; the quick ones in more pairs."""
    kaal = Kaal(gegevens.fresh())
    kaal.prepare()

    def measure(naam: str, ons: Analyse, ander: Callable[[], object], keer: int) -> Meting:
        paar = paired(lambda: ready(_on_fresh(gegevens, ons))(), ready(ander), keer)
        return Meting(naam, paar, *_read_rows(gegevens, ons, keer))

    metingen = [
        measure("hiaten", lambda beeld: [hiaten(beeld)], kaal.hiaten, 3 * keer),
        measure("keten", lambda beeld: [keten(beeld)], kaal.keten, 3 * keer),
        measure("bruggen", lambda beeld: [bruggen(beeld)], kaal.bruggen, keer),
        measure("brugfiguren", lambda beeld: [brugfiguren(beeld)], kaal.brugfiguren, keer),
        measure("tandem en fora, zes regio's", _all_regions, kaal.fora, 3 * keer),
        measure("nieuwe bruggen, tien", lambda beeld: [nieuwe_bruggen(beeld, 10)], kaal.nieuwe_bruggen, keer),
    ]
    organisaties = int(np.count_nonzero(kaal.graaf.sector >= 0))
    return Hoofdstuk(
        f"Analyses ({count(organisaties)} organisaties, {count(len(kaal.beeld.banden))} banden)",
        "Elke analyse op een vers beeld: de titel, de cijfers, en per rij het oordeel en waarop het steunt, "
        "als kolommen van getallen. Namen, codes en routes van een rij komen erbij als iemand haar leest; "
        "wat het kost om ze alle te lezen, staat op een eigen regel. Ernaast alleen de oproepen van scipy en "
        "igraph die ze nodig heeft, in hun snelste volgorde, op reeksen die al klaarstaan.",
        tuple(uitslag for meting in metingen for uitslag in meting.rows()),
        (
            *(reden for meting in metingen if (reden := meting.reason())),
            _error_of(brugfiguren(gegevens.fresh()).rijen[:50]),
        ),
    )


def _read_rows(gegevens: Gegevens, ons: Analyse, keer: int) -> tuple[int, float]:
    """How many rows an analysis gives, and how long it takes to read them all afterwards."""
    aantal, tijden = 0, []
    for _ in range(keer):
        uitkomsten = ons(gegevens.fresh())
        aantal = sum(len(uitkomst.rijen) for uitkomst in uitkomsten)
        tijden.append(seconds(lambda alle=uitkomsten: [tuple(deel.rijen) for deel in alle]))  # type: ignore[misc]
    return aantal, median(tijden)


def _on_fresh(gegevens: Gegevens, ons: Analyse) -> Callable[[], object]:
    """The analysis on a view of its own; making that view is not timed."""
    beeld = gegevens.fresh()
    return lambda: ons(beeld)


def _error_of(hoogste: Sequence[BrugFiguur]) -> str:
    """How far sampled betweenness may be off, for those that matter: the highest."""
    if not any(rij.tussenligging_fout for rij in hoogste):
        return "De tussenligging is exact berekend."
    fouten = [rij.tussenligging_fout / rij.tussenligging for rij in hoogste if rij.tussenligging]
    midden, grootst = (number(100 * fout) for fout in (float(np.median(fouten)), max(fouten)))
    return (
        f"De tussenligging is geschat uit {STEEKPROEF} organisaties (exact is ze zolang "
        f"organisaties × banden onder {count(EXACT_TOT)} blijft). Standaardfout van de vijftig hoogste: in "
        f"het midden {midden}%, hoogstens {grootst}%."
    )
