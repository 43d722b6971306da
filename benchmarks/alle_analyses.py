"""Every analysis of the catalogue on the Flanders demo, from a view of which nothing was worked out yet."""

from __future__ import annotations

from datetime import timedelta

from benchmarks.gegevens import DATUM, Gegevens
from benchmarks.meten import Hoofdstuk, Uitslag, duration, seconds
from netwerkkaart.analyse import ANALYSES, Analyse
from netwerkkaart.graph import open_store
from netwerkkaart.graph.toen import Tijden, read_tijden
from netwerkkaart.schema.vocabularia import REGIOS

DOEL = 2.0
"""Seconds that an analysis may take."""
RUIMER = {"fora": 5.0, "nieuwe-bruggen": 10.0}
"""What is proved to be the smallest, and ten choices after each other, may take longer."""


def measure_all(gegevens: Gegevens) -> Hoofdstuk:
    """Seconds of each analysis; one about a region takes the slowest of the six."""
    store = open_store(str(gegevens.demo))
    try:
        tijden = read_tijden(store, (DATUM - timedelta(days=365), DATUM))
    finally:
        store.close()
    uitslagen = []
    for analyse in ANALYSES.values():
        duur = max(_seconds(analyse, gegevens, tijden, regio) for regio in _regions(analyse))
        doel = RUIMER.get(analyse.naam, DOEL)
        uitslagen.append(Uitslag(analyse.naam, duration(duur), doel=f"≤ {doel:.0f} s", gehaald=duur <= doel))
    return Hoofdstuk(
        "Alle analyses",
        "Elke analyse op de zes regio's van de demo (10.000 organisaties, 100.000 banden), met haar gewone "
        "opties, telkens vanaf een beeld waarop nog niets berekend is. Gaat ze over één regio, dan telt de "
        "traagste.",
        tuple(uitslagen),
    )


def _regions(analyse: Analyse) -> tuple[str | None, ...]:
    return REGIOS if analyse.regio_verplicht else (None,)


def _seconds(analyse: Analyse, gegevens: Gegevens, tijden: Tijden, regio: str | None) -> float:
    functie = analyse.load()
    eigen = {"k": 10} if analyse.naam == "nieuwe-bruggen" else {}
    invoer = gegevens.fresh() if analyse.invoer == "beeld" else tijden
    return seconds(lambda: functie(invoer, regio=regio, **eigen))
