"""Importer of foreign graphs: GraphML, GEXF, Kumu."""

from __future__ import annotations

from pathlib import Path

from netwerkkaart.importers import Importer, Leeskeuzes
from netwerkkaart.omzetten.graaf import read_graaf


def _open(pad: Path, keuzes: Leeskeuzes) -> object:
    from netwerkkaart.inlezen import graaf  # heavy, and the list of importers needs none of it

    return graaf.read_graaf(pad, codering=keuzes.codering, scheidingsteken=keuzes.scheidingsteken)


IMPORTER = Importer(
    "graaf",
    "Een kaart uit een ander programma: GraphML, GEXF, of Kumu (JSON of rekenblad).",
    "Welke soort en welke relatie hun woorden zijn, zegt een koppeling: maak ze met netwerkkaart koppeling "
    "maak BESTAND, vul ze aan in Excel, en geef ze mee met --koppeling. De volgende keer is ze onthouden.",
    read_graaf,
    _open,
)
