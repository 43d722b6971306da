"""Bridges: bands between two sectors, and on which of them much hangs.

* *Cut edge*: without it the network falls into two parts.
* *Fragile*: it is the only band between the (sector, municipality) groups of its two ends, or all bands
  between these groups go ``via`` one contact person. An organisation without a municipality has no group.
* *Schools*: those that lose a step they now reach when both directions of the band fall away.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from netwerkkaart.analyse.bandgraaf import Bandgraaf
from netwerkkaart.analyse.basis import (
    Getallen,
    counted,
    id_rank,
    in_region,
    municipality_name,
    number,
    place_of,
    region_name,
)
from netwerkkaart.analyse.bereik import Bereik, compute_reach
from netwerkkaart.analyse.drempels import STANDAARD, Drempels
from netwerkkaart.analyse.knelpunten import bottlenecks
from netwerkkaart.analyse.kolommen import bounds, first_of_runs, sort_rows
from netwerkkaart.analyse.maten import Tussenligging, edge_betweenness
from netwerkkaart.analyse.rijen import Rijen
from netwerkkaart.analyse.routes import rids_of
from netwerkkaart.analyse.uitkomst import Uitkomst, kop
from netwerkkaart.graph.beeld import Beeld, Masker
from netwerkkaart.schema.register import BANDEN
from netwerkkaart.schema.vocabularia import SECTOR

_SECTOREN = SECTOR.codes
_DECIMALEN = 2
"""Betweenness is told, and compared, in hundredths."""


@dataclass(frozen=True, slots=True)
class BrugRij:
    """One bridge: a single undirected edge between two sectors."""

    van: str = field(metadata=kop("Van", "Code van de ene organisatie."))
    van_naam: str = field(metadata=kop("Naam"))
    van_sector: str = field(metadata=kop("Sector"))
    van_gemeente: str = field(metadata=kop("Gemeente"))
    naar: str = field(metadata=kop("Naar", "Code van de andere organisatie."))
    naar_naam: str = field(metadata=kop("Naam (naar)"))
    naar_sector: str = field(metadata=kop("Sector (naar)"))
    naar_gemeente: str = field(metadata=kop("Gemeente (naar)"))
    types: tuple[str, ...] = field(metadata=kop("Relaties", "Soorten band tussen beide."))
    breekbaar: bool = field(
        metadata=kop("Breekbaar", "De enige band tussen beide groepen, of alles loopt via één persoon.")
    )
    snijrand: bool = field(metadata=kop("Snijdt", "Zonder deze band valt het netwerk in twee delen."))
    reden: str = field(metadata=kop("Waarom"))
    scholen: tuple[str, ...] = field(
        metadata=kop("Scholen", "Codes van scholen die een stap verliezen als deze band wegvalt.")
    )
    tussenligging: float = field(
        metadata=kop("Tussenligging", "Aantal kortste wegen tussen andere organisaties over deze band.")
    )
    tussenligging_fout: float = field(
        metadata=kop("Standaardfout", "Van de tussenligging; 0 als ze exact is.")
    )
    bewijs: tuple[str, ...] = field(metadata=kop("Bewijs", "Sleutels van de relaties."))


def bruggen(
    beeld: Beeld,
    drempels: Drempels = STANDAARD,
    *,
    regio: str | None = None,
    alle: bool = False,
    bereik: Bereik | None = None,
) -> Uitkomst[BrugRij]:
    """The bridges that are fragile or cut the network, those on which most schools hang first.

    Args:
        beeld: the view at a date.
        drempels: the thresholds.
        regio: only bridges with an end in this region; measures are of the whole graph.
        alle: every bridge, also those that are neither fragile nor cut.
        bereik: the reach, when it was computed already with the same thresholds.

    Raises:
        NietGevonden: there is no such region.
        ValueError: the view is not tied to a date.
    """
    bereik = bereik or compute_reach(beeld, drempels)
    graaf = Bandgraaf.of(beeld)
    hier = in_region(beeld, regio)
    brug = graaf.is_brug & (hier[graaf.randen[:, 0]] | hier[graaf.randen[:, 1]])
    enig, een_persoon = fragile(graaf)
    snijdt = np.zeros(len(graaf), dtype=np.bool_)
    snijdt[graaf.graaf.bridges()] = True
    maat = edge_betweenness(graaf)
    scholen = schools_per_edge(graaf, bereik)
    kiest = brug if alle else brug & (enig | een_persoon | snijdt)
    bruggen_ = _Bruggen.of(graaf, np.flatnonzero(kiest), (enig, een_persoon, snijdt), scholen, maat)
    aantal = int(np.count_nonzero(brug))
    breekbaar = int(np.count_nonzero(brug & (enig | een_persoon)))
    snijdend = int(np.count_nonzero(brug & snijdt))
    cijfers = {"bruggen": aantal, "breekbaar": breekbaar, "snijranden": snijdend, "banden": len(graaf)}
    return Uitkomst(
        "bruggen",
        _title(aantal, breekbaar, snijdend, regio),
        bereik.datum,
        bereik.drempels,
        BrugRij,
        Rijen(len(bruggen_.randen), bruggen_.row),
        sampling_note(maat),
        cijfers,
    )


_REDENEN = (
    "de enige band tussen beide sectoren in deze gemeenten",
    "alles loopt via één contactpersoon",
    "zonder deze band valt het netwerk in twee delen",
)
"""Why a bridge is told of; one for each mark of :class:`_Bruggen`."""


@dataclass(frozen=True)
class _Bruggen:
    """The bridges that are told of, as columns in the order of the rows.

    Args:
        graaf: the band graph.
        randen: edge of each.
        einden: both ends, the lower id first; shape ``(bridges, 2)``.
        merken: only one between its groups, all via one person, cuts; shape ``(bridges, 3)``.
        scholen: per edge the schools that lose a step.
        maat: per edge the betweenness.
    """

    graaf: Bandgraaf
    randen: Getallen
    einden: Getallen
    merken: Masker
    scholen: Scholen
    maat: Tussenligging

    @classmethod
    def of(
        cls,
        graaf: Bandgraaf,
        randen: Getallen,
        merken: tuple[Masker, Masker, Masker],
        scholen: Scholen,
        maat: Tussenligging,
    ) -> _Bruggen:
        """Put edges in order: most schools, fragile, cutting, most betweenness, then the ids."""
        rang, einden = id_rank(graaf.beeld), graaf.randen[randen]
        einden = np.take_along_axis(einden, np.argsort(rang[einden], axis=1), axis=1)
        merk = np.stack([masker[randen] for masker in merken], axis=1)
        orde = np.lexsort(
            (
                rang[einden[:, 1]],
                rang[einden[:, 0]],
                -np.round(maat.waarde[randen], _DECIMALEN),
                ~merk[:, 2],
                ~merk[:, :2].any(axis=1),
                -np.diff(scholen.grenzen)[randen],
            )
        )
        return cls(graaf, randen[orde], einden[orde], merk[orde], scholen, maat)

    def row(self, plek: int) -> BrugRij:
        """The row of one bridge."""
        beeld, (rand, een, ander, merken, waarde, fout) = self.graaf.beeld, self._lijst[plek]
        banden = self.graaf.bands_of(rand)
        begin, eind = self._grenzen[rand], self._grenzen[rand + 1]
        return BrugRij(
            *self._end(een),
            *self._end(ander),
            tuple(dict.fromkeys([BANDEN[beeld.banden.type[band]] for band in banden])),
            merken[0] or merken[1],
            merken[2],
            "; ".join([reden for waar, reden in zip(merken, _REDENEN, strict=True) if waar]),
            tuple([beeld.ids[school] for school in self.scholen.knopen[begin:eind].tolist()]),
            waarde,
            fout,
            rids_of(beeld, banden),
        )

    @cached_property
    def _lijst(self) -> list[tuple[int, int, int, list[bool], float, float]]:
        """Edge, both ends, marks, betweenness and its error of each bridge: quicker to read one by one."""
        waarde, fout = (
            np.round(deel[self.randen], _DECIMALEN) for deel in (self.maat.waarde, self.maat.fout)
        )
        kolommen = (self.randen, self.einden[:, 0], self.einden[:, 1], self.merken, waarde, fout)
        return list(zip(*(kolom.tolist() for kolom in kolommen), strict=True))

    @cached_property
    def _grenzen(self) -> list[int]:
        grenzen: list[int] = self.scholen.grenzen.tolist()
        return grenzen

    def _end(self, knoop: int) -> tuple[str, str, str, str]:
        beeld = self.graaf.beeld
        sector = _SECTOREN[self.graaf.sector[knoop]]
        return beeld.ids[knoop], beeld.naam(knoop), sector, municipality_name(beeld, knoop)


def fragile(graaf: Bandgraaf) -> tuple[Masker, Masker]:
    """Which bridges are the only one between their groups, and which share one contact person."""
    beeld = graaf.beeld
    plaats = place_of(beeld)[: beeld.aantal_organisaties].astype(np.int64)
    groepen = int(plaats.max(initial=0)) + 1
    groep = np.where(plaats >= 0, graaf.sector * groepen + plaats, -1)
    een, ander = groep[graaf.randen[:, 0]], groep[graaf.randen[:, 1]]
    telt = graaf.is_brug & (een >= 0) & (ander >= 0)
    sleutel = np.minimum(een, ander) * (groepen * len(SECTOR.codes)) + np.maximum(een, ander)
    uniek, paar, aantal = np.unique(sleutel[telt], return_inverse=True, return_counts=True)
    enig = np.zeros(len(graaf), dtype=np.bool_)
    enig[telt] = aantal[paar] == 1
    van_paar = np.full(len(graaf), -1, dtype=np.int64)
    van_paar[telt] = paar
    een_persoon = np.zeros(len(graaf), dtype=np.bool_)
    een_persoon[telt] = _one_person(graaf, van_paar, len(uniek))[paar]
    return enig, een_persoon


def _one_person(graaf: Bandgraaf, van_paar: Getallen, paren: int) -> Masker:
    """For each pair of groups: do all its bands go via one and the same person?"""
    via = [w for naam in BANDEN for w in graaf.beeld.van_type(naam).kolom("via")]
    nummers: dict[object, int] = {}
    code = np.full(len(via), -1, dtype=np.int64)
    for band, persoon in enumerate(via):
        if persoon:
            code[band] = nummers.setdefault(persoon, len(nummers))
    rand = graaf.rand_van_band
    paar = np.where(rand >= 0, van_paar[rand] if len(van_paar) else -1, -1)
    laagst, hoogst = np.full(paren, np.iinfo(np.int64).max), np.full(paren, -1)
    np.minimum.at(laagst, paar[paar >= 0], code[paar >= 0])
    np.maximum.at(hoogst, paar[paar >= 0], code[paar >= 0])
    return np.asarray((laagst == hoogst) & (laagst >= 0))


@dataclass(frozen=True)
class Scholen:
    """Schools per edge.

    Args:
        knopen: the schools, edge after edge, in order.
        grenzen: where those of each edge begin, and where the last end.
    """

    knopen: Getallen
    grenzen: Getallen


def schools_per_edge(graaf: Bandgraaf, bereik: Bereik) -> Scholen:
    """For each edge the schools that lose a step when it falls away."""
    knel = bottlenecks(bereik)
    randen, scholen = sort_rows(graaf.edge_of(knel.van, knel.naar), bereik.start[knel.start])
    nieuw = first_of_runs(randen, scholen)
    return Scholen(scholen[nieuw], bounds(randen[nieuw], len(graaf)))


def cut_words(aantal: int) -> str:
    """What it means that so many ties or organisations cut the network, as the end of a sentence."""
    if not aantal:
        return "geen enkele ervan is de enige verbinding met een deel van het netwerk"
    return f"zonder {number(aantal)} ervan valt telkens een deel van het netwerk los"


def sampling_note(maat: Tussenligging) -> tuple[str, ...]:
    """How betweenness was estimated; nothing to say when it is exact."""
    if not maat.bronnen:
        return ()
    return (
        f"De tussenligging is geschat uit een vaste steekproef van {maat.bronnen} organisaties; "
        "de standaardfout staat erbij. Ze is een richtwaarde: bij weinig banden kan de fout groter zijn.",
    )


def _title(aantal: int, breekbaar: int, snijdend: int, regio: str | None) -> str:
    waar = region_name(regio)
    if not aantal:
        return f"{waar}: er zijn nog geen bruggen tussen twee sectoren."
    return (
        f"{waar}: {number(breekbaar)} van de {counted(aantal, 'brug', 'bruggen')} tussen twee sectoren "
        f"{'is' if breekbaar == 1 else 'zijn'} breekbaar; {cut_words(snijdend)}."
    )
