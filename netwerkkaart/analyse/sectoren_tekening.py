"""Pictures of the sectors: who is joined to whom, and who looks outward."""

from __future__ import annotations

from netwerkkaart.analyse.basis import number
from netwerkkaart.analyse.sectoren import SectorPaar
from netwerkkaart.analyse.sectoren_blik import ALLE_SECTOREN, Blik, decimal
from netwerkkaart.analyse.tekening import Raster, Reeks, Staaf, Staven, Toon, Vak
from netwerkkaart.analyse.uitkomst import Uitkomst
from netwerkkaart.schema.vocabularia import SECTOR

_DUIDELIJK = 2.0
"""So many standard deviations from chance is coloured."""


def draw_sectoren(uitkomst: Uitkomst[SectorPaar]) -> Raster:
    """Sector by sector: the bands there are, coloured by how they compare with chance."""
    per_paar = {(rij.sector, rij.ander): rij for rij in uitkomst.rijen}
    codes = [code for code in SECTOR.codes if per_paar[code, code].organisaties]
    woorden = tuple(SECTOR.woord(code) for code in codes)
    vakken = tuple(
        tuple(_cell(per_paar.get((een, ander)) or per_paar[ander, een]) for ander in codes) for een in codes
    )
    return Raster(
        uitkomst.titel,
        woorden,
        woorden,
        vakken,
        (
            ("fout", "duidelijk minder banden dan toeval"),
            ("neutraal", "ongeveer wat toeval geeft"),
            ("goed", "duidelijk meer banden dan toeval"),
            ("onbekend", "geen paar mogelijk"),
        ),
        "In elk vak: de banden die er zijn, met tussen haakjes wat toeval geeft.",
    )


def _cell(rij: SectorPaar) -> Vak:
    if not rij.mogelijk:
        return Vak("–", "onbekend")
    toon: Toon = "neutraal"
    if rij.z is not None and abs(rij.z) >= _DUIDELIJK:
        toon = "goed" if rij.z > 0 else "fout"
    return Vak(f"{number(rij.banden)} ({number(rij.verwacht)})", toon)


def draw_blik(uitkomst: Uitkomst[Blik]) -> Staven:
    """Bands that go out and that stay in: per region; per sector when the result is of one region."""
    met = [rij for rij in uitkomst.rijen if rij.ei is not None]
    rijen = [rij for rij in met if rij.sector == ALLE_SECTOREN and rij.gebied]
    if len(rijen) < 2:
        eerste = uitkomst.rijen[0].gebied
        rijen = [rij for rij in met if rij.sector != ALLE_SECTOREN and rij.gebied == eerste]
    staven = tuple(
        Staaf(
            rij.gebied_naam if rij.sector == ALLE_SECTOREN else SECTOR.woord(rij.sector),
            (float(rij.extern), float(rij.intern)),
            tekst="" if rij.ei is None else f"E-I {decimal(rij.ei)}, toeval {decimal(rij.verwacht or 0.0)}",
        )
        for rij in rijen
    )
    reeksen = (Reeks("naar een andere sector", "goed"), Reeks("binnen de sector", "neutraal"))
    eenheid = "banden" if rijen and rijen[0].sector == ALLE_SECTOREN else "uiteinden van banden"
    return Staven(uitkomst.titel, eenheid, reeksen, staven)
