"""How densely each two sectors are joined, and how outward they look (E-I index).

All within one area: the organisations of a region, and the bands of which both ends lie in it.

* *Density* of a pair of sectors: bands there are / pairs of organisations there could be.
* *E-I index* (Krackhardt and Stern 1988): (external − internal) / (external + internal), from −1 (all bands
  stay in the own sector) to +1. Of one sector the ends of its bands are counted, so that a band within it
  counts twice.

Beside both stands what chance gives: sectors dealt out anew over the organisations of the area, bands left as
they are (:mod:`~.nulmodel`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property, partial

import numpy as np

from netwerkkaart.analyse.bandgraaf import Bandgraaf
from netwerkkaart.analyse.basis import (
    Getallen,
    counted,
    in_region,
    number,
    part_of,
    reference_date,
    region_name,
    verb,
)
from netwerkkaart.analyse.drempels import STANDAARD, Drempels
from netwerkkaart.analyse.nulmodel import Kansmaat, Loting, Waarden, adjacent_pairs, count_sectors
from netwerkkaart.analyse.rijen import Rijen
from netwerkkaart.analyse.routes import rids_of
from netwerkkaart.analyse.uitkomst import BEWIJS_MAX, Uitkomst, kop
from netwerkkaart.graph.beeld import Beeld, Masker
from netwerkkaart.schema.vocabularia import SECTOR

AANTAL = len(SECTOR.codes)
PAREN = tuple((een, ander) for een in range(AANTAL) for ander in range(een, AANTAL))
"""Every pair of sectors, a sector with itself among them: 28."""


@dataclass(frozen=True, slots=True)
class SectorPaar:
    """Two sectors (or one with itself) in an area."""

    sector: str = field(metadata=kop("Sector"))
    ander: str = field(metadata=kop("Andere sector", "Dezelfde sector: banden binnen de sector."))
    organisaties: int = field(metadata=kop("Organisaties", "Van de ene sector, in dit gebied."))
    organisaties_ander: int = field(metadata=kop("Organisaties (andere)", "Van de andere sector."))
    banden: int = field(metadata=kop("Banden", "Paren met minstens één band."))
    mogelijk: int = field(metadata=kop("Mogelijk", "Paren die er zouden kunnen zijn."))
    dichtheid: float | None = field(
        metadata=kop("Dichtheid (%)", "Banden op honderd mogelijke; leeg als er geen enkel paar mogelijk is.")
    )
    verwacht: float = field(
        metadata=kop("Verwacht", "Banden als de sectoren willekeurig verdeeld waren over dezelfde banden.")
    )
    verhouding: float | None = field(
        metadata=kop("Verhouding", "Banden gedeeld door verwacht: onder 1 is dunner dan toeval.")
    )
    z: float | None = field(
        metadata=kop("z", "Hoeveel standaardafwijkingen boven of onder verwacht; leeg als niets varieert.")
    )
    bewijs: tuple[str, ...] = field(metadata=kop("Bewijs", "Sleutels van de relaties (hoogstens 25)."))
    bewijs_totaal: int = field(metadata=kop("Bewijs (aantal)", "Hoeveel er in het geheel zijn."))


@dataclass(frozen=True)
class Sectorgraaf:
    """The bands within an area, by sector.

    Args:
        graaf: the band graph.
        hier: which organisations lie in the area and have a sector, shape ``(n,)``.
    """

    graaf: Bandgraaf
    hier: Masker

    @classmethod
    def of(cls, graaf: Bandgraaf, regio: str | None) -> Sectorgraaf:
        """The bands within a region; all for None."""
        n = graaf.beeld.aantal_organisaties
        return cls(graaf, in_region(graaf.beeld, regio)[:n] & (graaf.sector >= 0))

    @cached_property
    def randen(self) -> Getallen:
        """Edges with both ends in the area."""
        return np.flatnonzero(self.hier[self.graaf.randen].all(axis=1)).astype(np.int64)

    @cached_property
    def einden(self) -> Getallen:
        """Sectors of both ends of each of these, the lower first; shape ``(m, 2)``."""
        return np.sort(self.graaf.sector[self.graaf.randen[self.randen]], axis=1)

    @cached_property
    def aantallen(self) -> Getallen:
        """Organisations of each sector."""
        return count_sectors(self.graaf.sector[self.hier], AANTAL)

    @cached_property
    def banden(self) -> Getallen:
        """Bands of each two sectors, symmetric; shape ``(s, s)``."""
        tel = np.zeros((AANTAL, AANTAL), dtype=np.int64)
        np.add.at(tel, (self.einden[:, 0], self.einden[:, 1]), 1)
        return np.asarray(tel + np.triu(tel, 1).T)

    @cached_property
    def buren(self) -> int:
        """Pairs of bands that share an organisation."""
        return adjacent_pairs(np.bincount(self.graaf.randen[self.randen].ravel()).astype(np.int64))

    @cached_property
    def _loting(self) -> Loting:
        return Loting(self.aantallen)

    def chance(self, gewicht: Waarden) -> Kansmaat:
        """What a weight per band adds up to by chance."""
        return self._loting.over_bands(gewicht, len(self.randen), self.buren)

    def rids(self, randen: Getallen) -> tuple[tuple[str, ...], int]:
        """Keys of the relations of edges, at most 25; and how many there are."""
        banden = [band for rand in randen.tolist() for band in self.graaf.bands_of(rand)]
        return rids_of(self.graaf.beeld, banden[:BEWIJS_MAX]), len(banden)


def sectoren(
    beeld: Beeld, drempels: Drempels = STANDAARD, *, regio: str | None = None
) -> Uitkomst[SectorPaar]:
    """Every two sectors with how densely they are joined, within one region or in all.

    Args:
        beeld: the view at a date.
        drempels: not used; kept with the result.
        regio: only organisations of this region, and bands between two of these.

    Raises:
        NietGevonden: there is no such region.
        ValueError: the view is not tied to a date.
    """
    datum = reference_date(beeld)
    deel = Sectorgraaf.of(Bandgraaf.of(beeld), regio)
    rijen = Rijen(len(PAREN), partial(_row, deel))
    tussen = int(np.count_nonzero(deel.einden[:, 0] != deel.einden[:, 1]))
    cijfers: dict[str, float | int | str | None] = {
        "organisaties": int(deel.aantallen.sum()),
        "banden": len(deel.randen),
        "tussen_sectoren": tussen,
        "over_de_grens": _crossing(deel),
    }
    return Uitkomst(
        "sectoren",
        _title(deel, tussen, regio),
        datum,
        drempels,
        SectorPaar,
        rijen,
        _notes(deel, regio),
        cijfers,
    )


def _row(deel: Sectorgraaf, plek: int) -> SectorPaar:
    een, ander = PAREN[plek]
    aantal, aantal_ander = (int(deel.aantallen[s]) for s in (een, ander))
    mogelijk = aantal * (aantal - 1) // 2 if een == ander else aantal * aantal_ander
    banden = int(deel.banden[een, ander])
    gewicht = np.zeros((AANTAL, AANTAL))
    gewicht[een, ander] = gewicht[ander, een] = 1
    kans = deel.chance(gewicht)
    verwacht, z = float(kans.verwacht), float(kans.z(np.array(banden)))
    rids, totaal = deel.rids(deel.randen[(deel.einden == (een, ander)).all(axis=1)])
    return SectorPaar(
        SECTOR.codes[een],
        SECTOR.codes[ander],
        aantal,
        aantal_ander,
        banden,
        mogelijk,
        round(100 * banden / mogelijk, 2) if mogelijk else None,
        round(verwacht, 2),
        round(banden / verwacht, 2) if verwacht else None,
        None if z != z else round(z, 2),
        rids,
        totaal,
    )


def _crossing(deel: Sectorgraaf) -> int:
    """Bands with just one end in the area."""
    return int(np.count_nonzero(deel.hier[deel.graaf.randen].sum(axis=1) == 1))


def thinnest(deel: Sectorgraaf) -> tuple[int, int] | None:
    """Of the pairs of two sectors: the one furthest below what chance gives, in bands; None when none is.

    In bands and not as a ratio: between two small sectors one band more or less is a large ratio.
    """
    beste, tekort = None, 0.5
    totaal = int(deel.aantallen.sum())
    for een, ander in PAREN:
        if een == ander:
            continue
        mogelijk = int(deel.aantallen[een] * deel.aantallen[ander])
        verwacht = len(deel.randen) * mogelijk / max(totaal * (totaal - 1) / 2, 1)
        if verwacht - deel.banden[een, ander] > tekort:
            beste, tekort = (een, ander), verwacht - float(deel.banden[een, ander])
    return beste


def _title(deel: Sectorgraaf, tussen: int, regio: str | None) -> str:
    waar, banden = region_name(regio), len(deel.randen)
    if not banden:
        return f"{waar}: er zijn nog geen banden tussen organisaties."
    begin = (
        f"{waar}: {part_of(tussen, banden, 'band', 'banden')} "
        f"{verb(tussen, 'loopt', 'lopen')} tussen twee sectoren"
    )
    dun = thinnest(deel)
    if dun is None:
        return f"{begin}; geen twee sectoren blijven onder wat toeval geeft."
    een, ander = (SECTOR.woord(SECTOR.codes[s]) for s in dun)
    totaal = int(deel.aantallen.sum())
    verwacht = banden * int(deel.aantallen[dun[0]] * deel.aantallen[dun[1]]) / (totaal * (totaal - 1) / 2)
    return (
        f"{begin}; tussen {een} en {ander} zijn er {number(int(deel.banden[dun]))}, "
        f"waar toeval er {number(verwacht)} zou geven."
    )


def _notes(deel: Sectorgraaf, regio: str | None) -> tuple[str, ...]:
    zonder = int(np.count_nonzero(deel.hier & (deel.graaf.graad == 0)))
    over = _crossing(deel)
    uit = []
    if regio is not None and over:
        uit.append(
            f"{counted(over, 'band loopt', 'banden lopen')} naar een organisatie buiten {region_name(regio)} "
            "of zonder gekende gemeente: die tellen hier niet mee."
        )
    if zonder:
        uit.append(
            f"{counted(zonder, 'organisatie heeft', 'organisaties hebben')} nog geen enkele gekende band. "
            "Ze tellen mee bij wat mogelijk is: een lage dichtheid kan dus ook een witte vlek zijn."
        )
    return tuple(uit)
