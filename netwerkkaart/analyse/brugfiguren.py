"""Bridge figures: the organisations that join sectors, with the measures of the literature side by side."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from netwerkkaart.analyse.bandgraaf import Bandgraaf
from netwerkkaart.analyse.basis import (
    ORGANISATIES,
    Getallen,
    counted,
    id_rank,
    in_region,
    municipality_name,
    number,
    reference_date,
    region_name,
)
from netwerkkaart.analyse.bruggen import cut_words, sampling_note
from netwerkkaart.analyse.drempels import STANDAARD, Drempels
from netwerkkaart.analyse.kolommen import bounds, sort_rows
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
from netwerkkaart.analyse.rijen import Rijen
from netwerkkaart.analyse.routes import rids_of
from netwerkkaart.analyse.uitkomst import BEWIJS_MAX, Uitkomst, kop
from netwerkkaart.graph.beeld import Beeld, Masker
from netwerkkaart.schema.vocabularia import SECTOR

_SECTOREN = SECTOR.codes


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
    graaf, hier = Bandgraaf.of(beeld), in_region(beeld, regio)
    figuren = _Figuren.of(graaf, hier)
    aantal = len(figuren.knopen)
    snijpunten = int(np.count_nonzero(figuren.maten.snijpunt[figuren.knopen]))
    alle = int(np.count_nonzero(hier[: beeld.aantal_organisaties] & (graaf.sector >= 0)))
    titel = (
        f"{region_name(regio)}: {number(aantal)} van de {counted(alle, *ORGANISATIES)} "
        f"{'heeft' if aantal == 1 else 'hebben'} een band met een andere sector; "
        f"{cut_words(snijpunten)}."
    )
    return Uitkomst(
        "brugfiguren",
        titel,
        datum,
        drempels,
        BrugFiguur,
        Rijen(aantal, figuren.row),
        sampling_note(figuren.maten.tussen),
        {"organisaties": alle, "brugfiguren": aantal, "snijpunten": snijpunten},
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


_Cijfers = tuple[bool, float, float, float | None, float | None, int, int, int, int]
"""Cuts, betweenness and its error, constraint, effective size, the four roles: in the order of the row."""


@dataclass(frozen=True)
class _Figuren:
    """The organisations with a bridge, as columns in the order of the rows.

    Args:
        graaf: the band graph.
        maten: the measures of every organisation.
        knopen: node of each figure.
        bruggen: edges of bridges, organisation after organisation.
        grenzen: where those of each organisation begin, and where the last end.
    """

    graaf: Bandgraaf
    maten: _Maten
    knopen: Getallen
    bruggen: Getallen
    grenzen: Getallen

    @classmethod
    def of(cls, graaf: Bandgraaf, hier: Masker) -> _Figuren:
        """Put them in order: highest betweenness first, then the ids."""
        maten, n, bruggen = _measure(graaf), graaf.beeld.aantal_organisaties, np.flatnonzero(graaf.is_brug)
        knopen, randen = sort_rows(graaf.randen[bruggen].ravel(), np.repeat(bruggen, 2))
        grenzen = bounds(knopen, n)
        gekozen = np.flatnonzero((np.diff(grenzen) > 0) & hier[:n])
        orde = np.lexsort((id_rank(graaf.beeld)[gekozen], -np.round(maten.tussen.waarde[gekozen], 2)))
        return cls(graaf, maten, gekozen[orde], randen, grenzen)

    def row(self, plek: int) -> BrugFiguur:
        """The row of one organisation."""
        graaf, beeld, (knoop, sector, graad) = self.graaf, self.graaf.beeld, self._wie[plek]
        bruggen, grenzen = self._bruggen
        randen = bruggen[grenzen[knoop] : grenzen[knoop + 1]]
        banden = [band for rand in randen for band in graaf.bands_of(rand)]
        return BrugFiguur(
            beeld.ids[knoop],
            beeld.naam(knoop),
            beeld.label(knoop),
            _SECTOREN[sector],
            municipality_name(beeld, knoop),
            graad,
            len(randen),
            *self._cijfers[plek],
            rids_of(beeld, banden[:BEWIJS_MAX]),
            len(banden),
        )

    @cached_property
    def _wie(self) -> list[tuple[int, int, int]]:
        """Node, sector and degree of each figure: quicker to read one by one, as the two below."""
        knopen = self.knopen
        kolommen = (knopen, self.graaf.sector[knopen], self.graaf.graad[knopen])
        return list(zip(*(kolom.tolist() for kolom in kolommen), strict=True))

    @cached_property
    def _cijfers(self) -> list[_Cijfers]:
        knopen, maten, rollen = self.knopen, self.maten, self.maten.rollen
        kolommen = (
            maten.snijpunt[knopen].tolist(),
            *(np.round(maat[knopen], 2).tolist() for maat in (maten.tussen.waarde, maten.tussen.fout)),
            *(_known(maat[knopen]) for maat in (maten.beperking, maten.omvang)),
            *(rol[knopen].tolist() for rol in (rollen.binnen, rollen.buiten, rollen.poort, rollen.tussen)),
        )
        return list(zip(*kolommen, strict=True))

    @cached_property
    def _bruggen(self) -> tuple[list[int], list[int]]:
        return self.bruggen.tolist(), self.grenzen.tolist()


def _known(maat: Waarden) -> list[float | None]:
    """Rounded values; None where a measure has none."""
    return [None if waarde != waarde else waarde for waarde in np.round(maat, 4).tolist()]
