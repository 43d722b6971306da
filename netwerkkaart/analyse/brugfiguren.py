"""Bridge figures: the organisations that join sectors, with the measures of the literature side by side."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from netwerkkaart.analyse.bandgraaf import Bandgraaf
from netwerkkaart.analyse.basis import (
    ORGANISATIES,
    counted,
    in_region,
    municipality_name,
    number,
    reference_date,
    region_name,
)
from netwerkkaart.analyse.bruggen import cut_words, sampling_note
from netwerkkaart.analyse.drempels import STANDAARD, Drempels
from netwerkkaart.analyse.maten import (
    Rollen,
    Tussenligging,
    Waarden,
    brokerage,
    constraint,
    effective_size,
    triangles,
    vertex_betweenness,
)
from netwerkkaart.analyse.uitkomst import BEWIJS_MAX, Uitkomst, kop
from netwerkkaart.graph.beeld import Beeld, Masker
from netwerkkaart.schema.vocabularia import SECTOR


@dataclass(frozen=True, slots=True)
class BrugFiguur:
    """One organisation with at least one bridge."""

    id: str = field(metadata=kop("Code"))
    naam: str = field(metadata=kop("Naam"))
    soort: str = field(metadata=kop("Soort"))
    sector: str = field(metadata=kop("Sector"))
    gemeente: str = field(metadata=kop("Gemeente"))
    banden: int = field(metadata=kop("Banden", "Organisaties waarmee er een band is."))
    bruggen: int = field(metadata=kop("Bruggen", "Hoeveel daarvan in een andere sector."))
    snijpunt: bool = field(
        metadata=kop("Snijpunt", "Zonder deze organisatie valt een deel van het netwerk los.")
    )
    tussenligging: float = field(
        metadata=kop("Tussenligging", "Aantal kortste wegen tussen andere organisaties hierlangs.")
    )
    tussenligging_fout: float = field(metadata=kop("Standaardfout", "0 als de tussenligging exact is."))
    beperking: float | None = field(
        metadata=kop("Beperking", "Burts constraint: hoe lager, hoe meer gaten deze organisatie overbrugt.")
    )
    effectieve_omvang: float | None = field(
        metadata=kop("Effectieve omvang", "Burts effective size: banden die niet dubbelop zijn.")
    )
    rol_binnen: int = field(metadata=kop("Binnen de sector", "Verbindt twee van de eigen sector."))
    rol_buiten: int = field(metadata=kop("Binnen een andere sector", "Verbindt twee van één andere sector."))
    rol_poort: int = field(metadata=kop("Poort", "Verbindt de eigen sector met een andere."))
    rol_tussen: int = field(metadata=kop("Tussenpersoon", "Verbindt twee andere sectoren."))
    bewijs: tuple[str, ...] = field(metadata=kop("Bewijs", "Sleutels van de bruggen (hoogstens 25)."))
    bewijs_totaal: int = field(metadata=kop("Bewijs (aantal)", "Hoeveel er in het geheel zijn."))


@dataclass(frozen=True)
class _Maten:
    snijpunt: Masker
    tussen: Tussenligging
    beperking: Waarden
    omvang: Waarden
    rollen: Rollen


def brugfiguren(
    beeld: Beeld, drempels: Drempels = STANDAARD, *, regio: str | None = None
) -> Uitkomst[BrugFiguur]:
    """Every organisation with a bridge, highest betweenness first.

    Args:
        beeld: the view at a date.
        drempels: not used by the measures; kept with the result.
        regio: only organisations of this region; measures are of the whole graph.

    Raises:
        NietGevonden: there is no such region.
        ValueError: the view is not tied to a date.
    """
    datum = reference_date(beeld)
    graaf = Bandgraaf.of(beeld)
    maten = _measure(graaf)
    per_knoop = _bridges_per_node(graaf)
    hier = in_region(beeld, regio)
    rijen = [_row(graaf, knoop, randen, maten) for knoop, randen in per_knoop.items() if hier[knoop]]
    rijen.sort(key=lambda rij: (-rij.tussenligging, rij.id))
    snijpunten = sum(rij.snijpunt for rij in rijen)
    alle = int(np.count_nonzero(hier[: beeld.aantal_organisaties] & (graaf.sector >= 0)))
    titel = (
        f"{region_name(regio)}: {number(len(rijen))} van de {counted(alle, *ORGANISATIES)} "
        f"{'heeft' if len(rijen) == 1 else 'hebben'} een band met een andere sector; "
        f"{cut_words(snijpunten)}."
    )
    return Uitkomst(
        "brugfiguren",
        titel,
        datum,
        drempels,
        BrugFiguur,
        tuple(rijen),
        sampling_note(maten.tussen),
        {"organisaties": alle, "brugfiguren": len(rijen), "snijpunten": snijpunten},
    )


def _measure(graaf: Bandgraaf) -> _Maten:
    snijpunt = np.zeros(graaf.beeld.aantal_organisaties, dtype=np.bool_)
    snijpunt[graaf.graaf.articulation_points()] = True
    drie = triangles(graaf)
    return _Maten(
        snijpunt,
        vertex_betweenness(graaf),
        constraint(graaf),
        effective_size(graaf, drie),
        brokerage(graaf, drie),
    )


def _bridges_per_node(graaf: Bandgraaf) -> dict[int, list[int]]:
    uit: dict[int, list[int]] = {}
    for rand in np.flatnonzero(graaf.is_brug).tolist():
        for knoop in graaf.randen[rand].tolist():
            uit.setdefault(knoop, []).append(rand)
    return uit


def _row(graaf: Bandgraaf, knoop: int, randen: list[int], maten: _Maten) -> BrugFiguur:
    beeld, rollen = graaf.beeld, maten.rollen
    banden = [band for rand in randen for band in graaf.bands_of(rand)]
    return BrugFiguur(
        beeld.ids[knoop],
        beeld.naam(knoop),
        beeld.label(knoop),
        SECTOR.codes[int(graaf.sector[knoop])],
        municipality_name(beeld, knoop),
        int(graaf.graad[knoop]),
        len(randen),
        bool(maten.snijpunt[knoop]),
        round(float(maten.tussen.waarde[knoop]), 2),
        round(float(maten.tussen.fout[knoop]), 2),
        _known(maten.beperking[knoop]),
        _known(maten.omvang[knoop]),
        int(rollen.binnen[knoop]),
        int(rollen.buiten[knoop]),
        int(rollen.poort[knoop]),
        int(rollen.tussen[knoop]),
        tuple(beeld.banden.rids[band] for band in banden[:BEWIJS_MAX]),
        len(banden),
    )


def _known(waarde: float) -> float | None:
    return None if np.isnan(waarde) else round(float(waarde), 4)
