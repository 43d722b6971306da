"""The map of all Flanders, from a view to a file."""

from __future__ import annotations

from statistics import median

from benchmarks.gegevens import Gegevens
from benchmarks.meten import Hoofdstuk, Uitslag, duration, number, seconds
from netwerkkaart.fouten import GebruikersFout
from netwerkkaart.kaart.pagina import write_kaart

SECONDEN = 10.0


def measure_map(gegevens: Gegevens, keer: int = 2) -> Hoofdstuk:
    """Analyses and page together; the size of the file."""
    titel = "De kaart schrijven"
    uitleg = "Van beeld tot één HTML-bestand: de analyses die op de kaart staan, en de pagina."
    pad = gegevens.map / "kaart.html"
    tijden = []
    try:
        for _ in range(keer):
            beeld = gegevens.fresh()
            tijden.append(seconds(lambda beeld=beeld: write_kaart(beeld, pad)))  # type: ignore[misc]
    except GebruikersFout as fout:
        return Hoofdstuk(titel, uitleg, (), (f"Overgeslagen: {fout}",))
    duur = median(tijden)
    return Hoofdstuk(
        titel,
        uitleg,
        (
            Uitslag(
                "Kaart van Vlaanderen en Brussel",
                duration(duur),
                doel=f"≤ {number(SECONDEN)} s",
                gehaald=duur <= SECONDEN,
            ),
            Uitslag("Grootte van het bestand", f"{number(pad.stat().st_size / 1e6)} MB"),
        ),
    )
