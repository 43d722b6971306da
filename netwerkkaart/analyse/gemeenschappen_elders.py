"""Where practice differs from the map: organisations that by their bands belong elsewhere.

* *Per region*: most of the community of the organisation lies in another region.
* *Per municipality*: most of the other organisations of its municipality sit in another community (of equals
  the largest community counts; at least two others must sit in any).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

import numpy as np

from netwerkkaart.analyse.basis import (
    ORGANISATIES,
    Getallen,
    id_rank,
    in_region,
    number,
    part_of,
    reference_date,
    region_name,
    verb,
)
from netwerkkaart.analyse.drempels import STANDAARD, Drempels
from netwerkkaart.analyse.gemeenschappen import Kaartbeeld, agreement_figures, agreement_notes
from netwerkkaart.analyse.gemeenschappen_indeling import largest_two, majority
from netwerkkaart.analyse.organisatierij import OrganisatieRij, describe
from netwerkkaart.analyse.rijen import Rijen
from netwerkkaart.analyse.routes import rids_of
from netwerkkaart.analyse.uitkomst import BEWIJS_MAX, Uitkomst, kop
from netwerkkaart.graph.beeld import Beeld, Masker
from netwerkkaart.schema.vocabularia import REGIO, SECTOR

_MINSTENS = 2
"""So many others of a municipality must sit in a community, before one can be said to sit elsewhere."""


@dataclass(frozen=True, slots=True)
class EldersRij(OrganisatieRij):
    """One organisation that belongs elsewhere by its bands."""

    sector: str = field(metadata=kop("Sector"))
    regio: str = field(metadata=kop("Regio", "Waar ze op de kaart ligt."))
    gemeenschap: int = field(metadata=kop("Gemeenschap", "Nummer, zoals in de analyse gemeenschappen."))
    hoort_bij: str = field(
        metadata=kop(
            "Hoort bij",
            "De regio van de meeste leden van haar gemeenschap; of het nummer en de gemeente daarvan.",
        )
    )
    banden: int = field(metadata=kop("Banden"))
    banden_daar: int = field(metadata=kop("Banden daar", "Banden met leden van haar gemeenschap."))
    banden_thuis: int = field(
        metadata=kop("Banden thuis", "Banden met organisaties van haar eigen regio (of gemeente).")
    )
    sectorgenoten: int = field(
        metadata=kop("Sectorgenoten", "Andere organisaties van haar regio en sector die een band hebben.")
    )
    sectorgenoten_daar: int = field(
        metadata=kop("Sectorgenoten daar", "Hoeveel daarvan in dezelfde gemeenschap zitten.")
    )
    ronden: int = field(metadata=kop("Ronden", "In hoeveel van de zoektochten dit ook zo is."))
    bewijs: tuple[str, ...] = field(
        metadata=kop("Bewijs", "Sleutels van de banden met haar gemeenschap (hoogstens 25).")
    )
    bewijs_totaal: int = field(metadata=kop("Bewijs (aantal)", "Hoeveel er in het geheel zijn."))


def hoort_elders(
    beeld: Beeld,
    drempels: Drempels = STANDAARD,
    *,
    regio: str | None = None,
    per: Literal["regio", "gemeente"] = "regio",
) -> Uitkomst[EldersRij]:
    """The organisations whose community is not where they lie; surest first.

    Args:
        beeld: the view at a date.
        drempels: not used; kept with the result.
        regio: only organisations of this region; communities are of the whole network.
        per: whether they are held against their region or their municipality.

    Raises:
        NietGevonden: there is no such region.
        ValueError: the view is not tied to a date.
    """
    datum = reference_date(beeld)
    kaart, hier = Kaartbeeld.of(beeld), in_region(beeld, regio)[: beeld.aantal_organisaties]
    leden = kaart.indeling.leden
    wijken = np.stack([_elsewhere(kaart, ronde, per) for ronde in kaart.indeling.ronden])
    ronden = wijken.sum(axis=0)
    knopen = np.flatnonzero(wijken[kaart.indeling.beste] & hier)
    knopen = knopen[np.lexsort((id_rank(beeld)[knopen], -ronden[knopen]))]
    plek = kaart.regio if per == "regio" else kaart.plaats
    telt = int(np.count_nonzero(hier & (leden >= 0) & (plek >= 0)))
    rijen = Rijen(len(knopen), _Rijen(kaart, per, knopen, ronden).row)
    vast = int(np.count_nonzero(ronden[knopen] == len(kaart.indeling.ronden)))
    return Uitkomst(
        "hoort-elders",
        _title(len(knopen), telt, vast, per, regio),
        datum,
        drempels,
        EldersRij,
        rijen,
        agreement_notes(agreement_figures(kaart)),
        {"elders": len(knopen), "organisaties": telt, "elders_vast": vast},
    )


def _elsewhere(kaart: Kaartbeeld, leden: Getallen, per: str) -> Masker:
    """Which organisations belong elsewhere, in one run."""
    if per == "regio":
        return kaart.deviates(leden)
    plaats = kaart.plaats
    telt = np.flatnonzero((leden >= 0) & (plaats >= 0))
    uit = np.zeros(len(leden), dtype=np.bool_)
    if not len(telt):
        return uit
    hier, eigen = plaats[telt], leden[telt]
    (eerste, tweede), (hoeveel, daarna) = largest_two(hier, eigen, int(hier.max()) + 1)
    anderen = np.bincount(hier)[hier] - 1  # she herself does not count
    # Who sits in the largest community of her municipality is at home, unless the next is larger without her.
    haalt_in = np.where(tweede < eerste, daarna >= hoeveel - 1, daarna >= hoeveel)
    uit[telt] = (anderen >= _MINSTENS) & ((eerste[hier] != eigen) | haalt_in[hier])
    return uit


@dataclass(frozen=True)
class _Rijen:
    """The rows, made on reading, from what is counted once.

    Args:
        kaart: communities beside the map.
        per: whether they are held against their region or their municipality.
        knopen: the organisations, in the order of the rows.
        ronden: in how many runs each organisation belongs elsewhere.
    """

    kaart: Kaartbeeld
    per: str
    knopen: Getallen
    ronden: Getallen

    @cached_property
    def _soort(self) -> Getallen:
        """Region and sector of each organisation, as one number."""
        return (self.kaart.regio + 1) * len(SECTOR.codes) + self.kaart.sector

    @cached_property
    def _samen(self) -> Counter[tuple[int, int]]:
        """How many with a band there are of each region and sector in each community, and (−1) in any."""
        leden = self.kaart.indeling.leden
        telt = leden >= 0
        soort = self._soort[telt].tolist()
        return Counter(zip(soort, leden[telt].tolist(), strict=True)) + Counter((s, -1) for s in soort)

    @cached_property
    def _plek(self) -> Getallen:
        return self.kaart.regio if self.per == "regio" else self.kaart.plaats

    @cached_property
    def _meeste(self) -> list[int]:
        """Where most of each community lie."""
        indeling = self.kaart.indeling
        meeste: list[int] = majority(indeling.leden, self._plek, indeling.aantal)[0].tolist()
        return meeste

    def row(self, rij: int) -> EldersRij:
        """The row of one organisation."""
        kaart, knoop = self.kaart, int(self.knopen[rij])
        beeld, graaf, leden, plek = kaart.beeld, kaart.indeling.graaf, kaart.indeling.leden, self._plek
        nummer, sector, regio, soort = (
            int(kolom[knoop]) for kolom in (leden, kaart.sector, kaart.regio, self._soort)
        )
        randen = np.array(graaf.randen_van[knoop], dtype=np.int64)
        buren = graaf.randen[randen].sum(axis=1) - knoop
        samen = randen[leden[buren] == nummer]
        banden = [band for rand in samen.tolist() for band in graaf.bands_of(rand)]
        return EldersRij(
            *describe(beeld, knoop),
            SECTOR.codes[sector],
            REGIO.woord(REGIO.codes[regio]) if regio >= 0 else "",
            nummer + 1,
            self._belongs(nummer),
            len(randen),
            len(samen),
            int(np.count_nonzero(plek[buren] == plek[knoop])),
            self._samen[soort, -1] - 1,  # she herself does not count
            self._samen[soort, nummer] - 1,
            int(self.ronden[knoop]),
            rids_of(beeld, banden[:BEWIJS_MAX]),
            len(banden),
        )

    def _belongs(self, nummer: int) -> str:
        """Name of the region of most members of a community; or its number, and their municipality."""
        meeste, beeld = self._meeste[nummer], self.kaart.beeld
        if meeste < 0:
            return ""
        if self.per == "regio":
            return REGIO.woord(REGIO.codes[meeste])
        return f"{nummer + 1}, vooral {beeld.naam(int(beeld.van_soort('Gemeente')[meeste]))}"


def _title(aantal: int, telt: int, vast: int, per: str, regio: str | None) -> str:
    waar = region_name(regio)
    if not telt:
        return f"{waar}: er zijn nog geen organisaties met een band waarvan de {per} gekend is."
    horen = verb(aantal, "hoort", "horen")
    waarbij = (
        "een gemeenschap die vooral in een andere regio ligt"
        if per == "regio"
        else "een andere gemeenschap dan de meeste organisaties van hun gemeente"
    )
    zeker = f"; bij {number(vast) if vast else 'geen'} daarvan gaf elke zoektocht dat" if aantal else ""
    return (
        f"{waar}: {part_of(aantal, telt, *ORGANISATIES)} met een band {horen} "
        f"door die banden bij {waarbij}{zeker}."
    )
