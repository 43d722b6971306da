"""Day occupation: a provider of step 4 should have bands to education *and* to work."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from netwerkkaart.analyse.aanbod import offer_table
from netwerkkaart.analyse.bandgraaf import Bandgraaf
from netwerkkaart.analyse.basis import (
    STAPPEN,
    counted,
    in_region,
    municipality_name,
    number,
    reference_date,
    region_name,
)
from netwerkkaart.analyse.drempels import STANDAARD, Drempels
from netwerkkaart.analyse.routes import is_kind
from netwerkkaart.analyse.uitkomst import Uitkomst, kop
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.schema.vocabularia import SECTOR

DAGBESTEDING = STAPPEN.index(("2", "alternatieve dagbesteding"))


@dataclass(frozen=True, slots=True)
class DagbestedingRij:
    """One provider of day occupation."""

    id: str = field(metadata=kop("Code"))
    naam: str = field(metadata=kop("Naam"))
    gemeente: str = field(metadata=kop("Gemeente"))
    onderwijs: int = field(metadata=kop("Banden met onderwijs", "Aantal organisaties."))
    werk: int = field(metadata=kop("Banden met werk", "Aantal organisaties."))
    in_orde: bool = field(metadata=kop("Beide", "Er is een band met onderwijs én met werk."))
    bewijs: tuple[str, ...] = field(metadata=kop("Bewijs", "Het aanbod en de banden."))


def dagbesteding(
    beeld: Beeld, drempels: Drempels = STANDAARD, *, regio: str | None = None
) -> Uitkomst[DagbestedingRij]:
    """Every provider of day occupation (theme 2, step 4), with its bands to education and to work.

    Raises:
        NietGevonden: there is no such region.
        ValueError: the view is not tied to a date.
    """
    datum = reference_date(beeld)
    aanbod, graaf = offer_table(beeld, drempels), Bandgraaf.of(beeld)
    per_aanbieder: dict[int, list[str]] = {}
    for plek in np.flatnonzero(aanbod.stappen[:, DAGBESTEDING]).tolist():
        for aanbieder in aanbod.aanbieders_van[plek]:
            per_aanbieder.setdefault(aanbieder, []).append(beeld.ids[int(aanbod.knopen[plek])])
    hier, bestuur = in_region(beeld, regio), is_kind(beeld, "Bestuur")
    rijen = tuple(
        _row(graaf, aanbieder, per_aanbieder[aanbieder])
        for aanbieder in sorted(per_aanbieder)
        if hier[aanbieder] and not bestuur[aanbieder]
    )
    goed = sum(rij.in_orde for rij in rijen)
    waar = region_name(regio)
    titel = (
        f"{waar}: {number(goed)} van de {counted(len(rijen), 'aanbieder', 'aanbieders')} van dagbesteding "
        f"{'heeft' if goed == 1 else 'hebben'} een band met onderwijs en met werk."
    )
    if not rijen:
        titel = f"In {waar} staat nog geen aanbieder van alternatieve dagbesteding."
    cijfers = {"aanbieders": len(rijen), "beide": goed}
    return Uitkomst("dagbesteding", titel, datum, drempels, DagbestedingRij, rijen, (), cijfers)


def _row(graaf: Bandgraaf, knoop: int, aanbod: list[str]) -> DagbestedingRij:
    beeld = graaf.beeld
    telling = {"onderwijs": 0, "werk": 0}
    bewijs = list(aanbod)
    for rand in graaf.randen_van[knoop]:
        ander = int(graaf.randen[rand].sum()) - knoop
        sector = SECTOR.codes[int(graaf.sector[ander])]
        if sector in telling:
            telling[sector] += 1
            bewijs.extend(beeld.banden.rids[band] for band in graaf.bands_of(rand))
    return DagbestedingRij(
        beeld.ids[knoop],
        beeld.naam(knoop),
        municipality_name(beeld, knoop),
        telling["onderwijs"],
        telling["werk"],
        min(telling.values()) > 0,
        tuple(bewijs),
    )
