"""Day occupation: a provider of step 4 should have bands to education *and* to work."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from netwerkkaart.analyse.aanbod import offer_table
from netwerkkaart.analyse.bandgraaf import Bandgraaf
from netwerkkaart.analyse.basis import (
    STAPPEN,
    Getallen,
    in_region,
    municipality_name,
    part_of,
    reference_date,
    region_name,
    verb,
)
from netwerkkaart.analyse.drempels import STANDAARD, Drempels
from netwerkkaart.analyse.kolommen import bounds, sort_rows, spread
from netwerkkaart.analyse.rijen import Rijen
from netwerkkaart.analyse.routes import is_kind, rids_of
from netwerkkaart.analyse.uitkomst import Uitkomst, kop
from netwerkkaart.graph.beeld import Beeld, Masker
from netwerkkaart.schema.vocabularia import SECTOR

DAGBESTEDING = STAPPEN.index(("2", "alternatieve dagbesteding"))
_SECTOREN = tuple(SECTOR.codes.index(code) for code in ("onderwijs", "werk"))


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
    aanbieders = _Aanbieders.of(beeld, drempels, in_region(beeld, regio))
    goed = int(np.count_nonzero(aanbieders.aantal.all(axis=1)))
    waar, totaal = region_name(regio), len(aanbieders.knopen)
    titel = (
        f"{waar}: {part_of(goed, totaal, 'aanbieder', 'aanbieders')} van dagbesteding "
        f"{verb(goed, 'heeft', 'hebben')} een band met onderwijs en met werk."
    )
    if not totaal:
        titel = f"In {waar} staat nog geen aanbieder van alternatieve dagbesteding."
    return Uitkomst(
        "dagbesteding",
        titel,
        datum,
        drempels,
        DagbestedingRij,
        Rijen(totaal, aanbieders.row),
        (),
        {"aanbieders": totaal, "beide": goed},
    )


@dataclass(frozen=True)
class _Aanbieders:
    """Providers of day occupation as columns.

    Args:
        beeld: the view.
        knopen: their nodes, ascending.
        aantal: organisations of education and of work to which each has a band; shape ``(providers, 2)``.
        aanbod: nodes of their offers, provider after provider; and where those of each begin.
        banden: their bands to education and work, as positions in ``beeld.banden``; and where these begin.
    """

    beeld: Beeld
    knopen: Getallen
    aantal: Getallen
    aanbod: tuple[Getallen, Getallen]
    banden: tuple[Getallen, Getallen]

    @classmethod
    def of(cls, beeld: Beeld, drempels: Drempels, hier: Masker) -> _Aanbieders:
        """Gather what every provider has. O(bands), and sorting only of those of providers."""
        tabel, graaf = offer_table(beeld, drempels), Bandgraaf.of(beeld)
        wie, wat = (kant.astype(np.int64) for kant in tabel.aanbieders.tocoo().coords)
        telt = tabel.stappen[wat, DAGBESTEDING] & hier[wie] & ~is_kind(beeld, "Bestuur")[wie]
        wie, wat = sort_rows(wie[telt], wat[telt])
        knopen = np.unique(wie)
        plek = np.full(beeld.aantal_organisaties, -1, dtype=np.int64)
        plek[knopen] = np.arange(len(knopen))
        # Every edge between a provider and education or work, seen from the provider.
        van, naar, rand = (
            np.concatenate(kolom)
            for kolom in (graaf.randen.T, graaf.randen.T[::-1], [np.arange(len(graaf))] * 2)
        )
        raakt = np.flatnonzero((plek[van] >= 0) & np.isin(graaf.sector[naar], _SECTOREN))
        van, rand, sector = plek[van[raakt]], rand[raakt], graaf.sector[naar[raakt]]
        aantal = [np.bincount(van[sector == code], minlength=len(knopen)) for code in _SECTOREN]
        van, rand = sort_rows(van, rand)
        raakt_rand = np.zeros(len(graaf) + 1, dtype=np.bool_)
        raakt_rand[rand] = True  # the last place is read by −1: a band that makes no edge
        banden = np.flatnonzero(raakt_rand[graaf.rand_van_band])
        per_rand, banden = sort_rows(graaf.rand_van_band[banden], banden)
        rij, lid = spread(bounds(per_rand, len(graaf)), rand)
        return cls(
            beeld,
            knopen,
            np.column_stack(aantal),
            (tabel.knopen[wat].astype(np.int64), bounds(plek[wie], len(knopen))),
            (banden[lid], bounds(van[rij], len(knopen))),
        )

    def row(self, plek: int) -> DagbestedingRij:
        """The row of one provider."""
        beeld, knoop = self.beeld, int(self.knopen[plek])
        onderwijs, werk = self.aantal[plek].tolist()
        aanbod, banden = (
            kolom[grenzen[plek] : grenzen[plek + 1]] for kolom, grenzen in (self.aanbod, self.banden)
        )
        return DagbestedingRij(
            beeld.ids[knoop],
            beeld.naam(knoop),
            municipality_name(beeld, knoop),
            onderwijs,
            werk,
            min(onderwijs, werk) > 0,
            (*(beeld.ids[nr] for nr in aanbod.tolist()), *rids_of(beeld, banden.tolist())),
        )
