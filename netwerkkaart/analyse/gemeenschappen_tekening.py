"""The picture of the communities: in which regions their members lie."""

from __future__ import annotations

from netwerkkaart.analyse.basis import number
from netwerkkaart.analyse.gemeenschappen import GemeenschapRij
from netwerkkaart.analyse.tekening import Raster, Reeks, Staaf, Staven, Toon, Vak
from netwerkkaart.analyse.uitkomst import Uitkomst
from netwerkkaart.schema.vocabularia import REGIO

_HOOGSTENS = 20
_KLEIN = 0.1


def draw_gemeenschappen(uitkomst: Uitkomst[GemeenschapRij]) -> Raster | Staven:
    """Community by region: how many members; the largest twenty. Where all lie in one region, their bands."""
    rijen = uitkomst.rijen[:_HOOGSTENS]
    namen = tuple(f"{rij.nummer} · {rij.gemeente or '?'} ({number(rij.organisaties)})" for rij in rijen)
    if len({deel.rsplit(": ", 1)[0] for rij in rijen for deel in rij.per_regio}) < 2:
        return Staven(
            uitkomst.titel,
            "banden",
            (Reeks("banden binnen de gemeenschap", "goed"), Reeks("banden naar een andere", "onbekend")),
            tuple(
                Staaf(naam, (float(rij.banden_binnen), float(rij.banden_buiten)))
                for naam, rij in zip(namen, rijen, strict=True)
            ),
            "Tussen haakjes het aantal leden; de gemeente is die van de meeste.",
        )
    tellingen = [dict(deel.rsplit(": ", 1) for deel in rij.per_regio) for rij in rijen]
    regios = [
        woord
        for woord in (REGIO.woord(code) for code in REGIO.codes)
        if any(woord in telling for telling in tellingen)
    ]
    vakken = tuple(
        tuple(_cell(int(telling.get(regio, 0)), rij.organisaties, regio == rij.regio) for regio in regios)
        for rij, telling in zip(rijen, tellingen, strict=True)
    )
    onder = "Elke rij is een gemeenschap, elk vak het aantal leden in die regio."
    if len(uitkomst.rijen) > _HOOGSTENS:
        onder += f" De {_HOOGSTENS} grootste van {number(len(uitkomst.rijen))}."
    return Raster(
        uitkomst.titel,
        namen,
        tuple(regios),
        vakken,
        (
            ("goed", "de regio van de meeste leden"),
            ("let op", "een tiende of meer van de leden in een andere regio"),
            ("onbekend", "minder, of geen"),
        ),
        onder,
    )


def _cell(aantal: int, alle: int, meeste: bool) -> Vak:
    toon: Toon = "goed" if meeste else "let op" if aantal >= _KLEIN * alle else "onbekend"
    return Vak(number(aantal) if aantal else "·", toon)
