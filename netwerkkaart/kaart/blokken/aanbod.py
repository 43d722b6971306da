"""The offers and inventories that a map can show as evidence, with where each reaches."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np

from netwerkkaart.analyse.basis import DOELGROEPEN, STAPPEN, Getallen
from netwerkkaart.analyse.bereik import Bereik
from netwerkkaart.analyse.inventaris import inventories_of
from netwerkkaart.graph.beeld import Masker
from netwerkkaart.kaart.blokken.elders import Elders
from netwerkkaart.kaart.keuze import Keuze
from netwerkkaart.kaart.resultaten import Blok
from netwerkkaart.kaart.woorden import Woordenlijst, datum_tekst


def bits(masker: Masker) -> list[int]:
    """Each row of a mask of at most 32 columns as one number, the first column as bit 0.

    >>> bits(np.array([[True, False, True], [False, False, False]]))
    [5, 0]
    """
    waarden = masker.astype(np.int64) @ (1 << np.arange(masker.shape[1], dtype=np.int64))
    return [int(waarde) for waarde in waarden]


@dataclass(frozen=True)
class Plaatsen:
    """The municipalities of the map against those of the analyses.

    Args:
        keuze: what the map shows.
        bereik: the reach; its rows of areas are the municipalities of the view.
    """

    keuze: Keuze
    bereik: Bereik

    @cached_property
    def plek(self) -> Getallen:
        """Row of the analyses of each municipality on the map."""
        rij = np.full(len(self.keuze.beeld), -1, dtype=np.int64)
        gemeenten = self.keuze.beeld.van_soort("Gemeente")
        rij[gemeenten] = np.arange(len(gemeenten))
        return rij[np.array(self.keuze.gemeenten, dtype=np.int64)]

    @cached_property
    def _regios(self) -> list[tuple[int, Getallen]]:
        """Number of each region on the map, and its municipalities there."""
        regio = self.keuze.beeld.regio[np.array(self.keuze.gemeenten, dtype=np.int64)]
        return [(code, np.flatnonzero(regio == code)) for code in np.unique(regio[regio >= 0]).tolist()]

    def where(self, hier: Masker) -> tuple[list[int], list[int]]:
        """Which regions of the map a mask over its municipalities fills, and the municipalities beside."""
        vol = [code for code, leden in self._regios if hier[leden].all()]
        rest = hier.copy()
        for code, leden in self._regios:
            if code in vol:
                rest[leden] = False
        return vol, np.flatnonzero(rest).tolist()


def offers_on_map(plaatsen: Plaatsen) -> Getallen:
    """Places of the offers that reach a municipality of the map, in order."""
    aanbod = plaatsen.bereik.aanbod
    return np.flatnonzero(aanbod.gebied[plaatsen.plek].any(axis=0)).astype(np.int64)


def offer_block(plaatsen: Plaatsen, welke: Getallen, elders: Elders) -> Blok:
    """The offers as columns: what for, for whom, how full, by whom, and where.

    ``stappen`` and ``groepen`` are bits over ``STAPPEN`` and ``DOELGROEPEN``; what is not known is −1.
    """
    bereik, beeld = plaatsen.bereik, plaatsen.keuze.beeld
    aanbod = bereik.aanbod
    waar = [plaatsen.where(rij) for rij in aanbod.gebied[plaatsen.plek][:, welke].T]
    knopen = aanbod.knopen[welke].tolist()
    return {
        "naam": [beeld.naam(knoop) for knoop in knopen],
        "stappen": bits(aanbod.stappen[welke]),
        "groepen": bits(aanbod.doelgroepen[welke]),
        "vol": aanbod.vol[welke].astype(int).tolist(),
        "wacht": _whole(beeld.kolom("wachttijd_weken")[knoop] for knoop in knopen),
        "plaatsen": _whole(beeld.kolom("capaciteit")[knoop] for knoop in knopen),
        "bezet": _whole(beeld.kolom("bezet")[knoop] for knoop in knopen),
        "aanbieders": [
            [elders.nummer(wie) for wie in aanbod.aanbieders_van[plek]] for plek in welke.tolist()
        ],
        "regios": [vol for vol, _ in waar],
        "gemeenten": [rest for _, rest in waar],
    }


def inventory_block(plaatsen: Plaatsen, datums: Woordenlijst) -> Blok:
    """The inventories that count today and name a municipality of the map: day, cells as bits, where."""
    bereik, beeld = plaatsen.bereik, plaatsen.keuze.beeld
    dekking = bereik.once(inventories_of)
    hier = dekking.gemeenten[:, plaatsen.plek]
    welke = np.flatnonzero(hier.any(axis=1)).tolist()
    waar = [plaatsen.where(hier[k]) for k in welke]
    knopen = [dekking.knopen[k] for k in welke]
    cellen = dekking.cellen.reshape(len(dekking.knopen), len(STAPPEN) * len(DOELGROEPEN))
    return {
        "id": [beeld.ids[knoop] for knoop in knopen],
        "datum": [datums.nummer(_day(beeld.kolom("datum")[knoop])) for knoop in knopen],
        "cellen": bits(cellen[welke]),
        "regios": [vol for vol, _ in waar],
        "gemeenten": [rest for _, rest in waar],
    }


def _day(waarde: object) -> str:
    return datum_tekst(waarde, None) if isinstance(waarde, date) else ""


def _whole(waarden: Iterable[object]) -> list[int]:
    return [w if isinstance(w, int) and not isinstance(w, bool) else -1 for w in waarden]
