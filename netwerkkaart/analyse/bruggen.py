"""Bridges: bands between two sectors, and on which of them much hangs.

* *Cut edge*: without it the network falls into two parts.
* *Fragile*: see :mod:`~.bruggen_groepen`: the only band between two groups, or all via one person. Beside it:
  bands between two groups that all hang on one organisation.
* *Schools*: those that lose a step they now reach when both directions of the band fall away.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from netwerkkaart.analyse.bandgraaf import Bandgraaf
from netwerkkaart.analyse.basis import (
    Getallen,
    id_rank,
    in_region,
    municipality_name,
    number,
    part_of,
    region_name,
    verb,
)
from netwerkkaart.analyse.bereik import Bereik, compute_reach
from netwerkkaart.analyse.bruggen_groepen import Breekbaar
from netwerkkaart.analyse.bruggen_net import Brugnet, Scholen
from netwerkkaart.analyse.drempels import STANDAARD, Drempels
from netwerkkaart.analyse.kolommen import pair_keys
from netwerkkaart.analyse.maten import STEEKPROEF, Tussenligging, edge_betweenness
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
    een_persoon: bool = field(
        metadata=kop("Eén persoon", "Alle banden tussen beide groepen lopen via één contactpersoon.")
    )
    een_organisatie: str = field(
        metadata=kop("Eén organisatie", "Wie aan elke band tussen beide groepen hangt, als er meer zijn.")
    )
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
    net = bereik.once(Brugnet.of)
    graaf, groepen, snijdt = net.graaf, net.groepen, net.snijdt
    hier = in_region(beeld, regio)
    brug = graaf.is_brug & (hier[graaf.randen[:, 0]] | hier[graaf.randen[:, 1]])
    kiest = np.flatnonzero(brug if alle else brug & net.telt)
    maat = edge_betweenness(graaf, randen=kiest) if alle else net.maat
    bruggen_ = _Bruggen.of(net, kiest, maat)
    aantal, breekbaar, snijdend, organisatie = (
        int(np.count_nonzero(brug & deel))
        for deel in (brug, groepen.breekbaar, snijdt, (groepen.organisatie >= 0) & ~groepen.breekbaar)
    )
    cijfers: dict[str, float | int | str | None] = {
        "bruggen": aantal,
        "breekbaar": breekbaar,
        "enige_band": int(np.count_nonzero(brug & groepen.enig)),
        "een_persoon": int(np.count_nonzero(brug & groepen.persoon)),
        "een_organisatie": organisatie,
        "snijranden": snijdend,
        "banden": len(graaf),
        **_per_sectors(graaf, brug, groepen),
    }
    return Uitkomst(
        "bruggen",
        _title(aantal, breekbaar, snijdend, organisatie, regio),
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
    "alle banden tussen beide groepen hangen aan {naam}",
)
"""Why a bridge is told of; one for each mark of :class:`_Bruggen`."""


@dataclass(frozen=True)
class _Bruggen:
    """The bridges that are told of, as columns in the order of the rows.

    Args:
        graaf: the band graph.
        randen: edge of each.
        einden: both ends, the lower id first; shape ``(bridges, 2)``.
        merken: only one between its groups, all via one person, cuts, all on one organisation; shape
            ``(bridges, 4)``.
        organisatie: that one organisation; −1 for none.
        scholen: per edge the schools that lose a step.
        maat: per edge the betweenness.
    """

    graaf: Bandgraaf
    randen: Getallen
    einden: Getallen
    merken: Masker
    organisatie: Getallen
    scholen: Scholen
    maat: Tussenligging

    @classmethod
    def of(cls, net: Brugnet, randen: Getallen, maat: Tussenligging) -> _Bruggen:
        """Put edges in order: most schools, fragile, cutting, most betweenness, then the ids."""
        graaf, groepen, scholen = net.graaf, net.groepen, net.scholen
        rang, einden = id_rank(graaf.beeld), graaf.randen[randen]
        einden = np.take_along_axis(einden, np.argsort(rang[einden], axis=1), axis=1)
        merken = (groepen.enig, groepen.persoon, net.snijdt, groepen.organisatie >= 0)
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
        wie = groepen.organisatie[randen]
        return cls(graaf, randen[orde], einden[orde], merk[orde], wie[orde], scholen, maat)

    def row(self, plek: int) -> BrugRij:
        """The row of one bridge."""
        beeld, (rand, een, ander, merken, drager, waarde, fout) = self.graaf.beeld, self._lijst[plek]
        banden = self.graaf.bands_of(rand)
        begin, eind = self._grenzen[rand], self._grenzen[rand + 1]
        return BrugRij(
            *self._end(een),
            *self._end(ander),
            tuple(dict.fromkeys([BANDEN[beeld.banden.type[band]] for band in banden])),
            merken[0] or merken[1],
            merken[2],
            "; ".join([reden for waar, reden in zip(merken, _REDENEN, strict=True) if waar]).format(
                naam=beeld.naam(drager)
            ),
            merken[1],
            beeld.ids[drager] if merken[3] else "",
            tuple([beeld.ids[school] for school in self.scholen.knopen[begin:eind].tolist()]),
            waarde,
            fout,
            rids_of(beeld, banden),
        )

    @cached_property
    def _lijst(self) -> list[tuple[int, int, int, list[bool], int, float, float]]:
        """Of each bridge the edge, both ends, marks, who carries it, betweenness and its error.

        As lists: quicker to read one by one.
        """
        waarde, fout = (
            np.round(deel[self.randen], _DECIMALEN) for deel in (self.maat.waarde, self.maat.fout)
        )
        einden, wie = (self.einden[:, 0], self.einden[:, 1]), self.organisatie
        kolommen = (self.randen, *einden, self.merken, wie, waarde, fout)
        return list(zip(*(kolom.tolist() for kolom in kolommen), strict=True))

    @cached_property
    def _grenzen(self) -> list[int]:
        grenzen: list[int] = self.scholen.grenzen.tolist()
        return grenzen

    def _end(self, knoop: int) -> tuple[str, str, str, str]:
        beeld = self.graaf.beeld
        sector = _SECTOREN[self.graaf.sector[knoop]]
        return beeld.ids[knoop], beeld.naam(knoop), sector, municipality_name(beeld, knoop)


def cut_words(aantal: int) -> str:
    """What it means that so many ties or organisations cut the network, as the end of a sentence."""
    if not aantal:
        return "geen enkele ervan is de enige verbinding met een deel van het netwerk"
    return (
        f"zonder {number(aantal)} ervan valt {'telkens ' if aantal > 1 else ''}een deel van het netwerk los"
    )


def sampling_note(maat: Tussenligging) -> tuple[str, ...]:
    """How betweenness was estimated; nothing to say when it is exact."""
    if not maat.bronnen:
        return ()
    minder = maat.bronnen < STEEKPROEF
    return (
        f"De tussenligging is geschat uit een vaste steekproef van {maat.bronnen} organisaties"
        + (f" (er zijn te veel banden voor de gewone {STEEKPROEF})" if minder else "")
        + "; de standaardfout staat erbij. In een proef lag de echte waarde in "
        + ("bijna " if minder else "")
        + "negen gevallen op de tien binnen twee standaardfouten; in een netwerk met wegen van meer dan 12 "
        "banden minder vaak, en in een boom, waar elke weg de enige is, maar in vier tot zeven op de tien.",
    )


def _per_sectors(graaf: Bandgraaf, brug: Masker, groepen: Breekbaar) -> dict[str, int]:
    """For each two sectors that have a bridge: how many, and how many of these are fragile and why."""
    een, ander = graaf.sector[graaf.randen].T
    sectoren = len(_SECTOREN)
    code = pair_keys(sectoren, een, ander)
    redenen = {
        "bruggen": brug,
        "enige band": brug & groepen.enig,
        "één persoon": brug & groepen.persoon & ~groepen.enig,
        "één organisatie": brug & (groepen.organisatie >= 0) & ~groepen.breekbaar,
    }
    tel = {reden: np.bincount(code[waar], minlength=sectoren**2) for reden, waar in redenen.items()}
    return {
        f"{_SECTOREN[paar // sectoren]} – {_SECTOREN[paar % sectoren]}: {reden}": int(aantal[paar])
        for paar in np.flatnonzero(tel["bruggen"]).tolist()
        for reden, aantal in tel.items()
    }


def _title(aantal: int, breekbaar: int, snijdend: int, organisatie: int, regio: str | None) -> str:
    waar = region_name(regio)
    if not aantal:
        return f"{waar}: er zijn nog geen bruggen tussen twee sectoren."
    hangen = "hangt er" if organisatie == 1 else "hangen er"
    andere = "van de andere" if breekbaar else "wel"
    ook = f" {andere} {hangen} {number(organisatie)} aan één organisatie;" if organisatie else ""
    return (
        f"{waar}: {part_of(breekbaar, aantal, 'brug', 'bruggen')} tussen twee sectoren "
        f"{verb(breekbaar, 'is', 'zijn')} breekbaar;{ook} {cut_words(snijdend)}."
    )
