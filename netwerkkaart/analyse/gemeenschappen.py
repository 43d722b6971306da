"""Communities: groups of organisations with many bands among them, beside the regions and sectors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial

import numpy as np

from netwerkkaart.analyse.bandgraaf import Bandgraaf
from netwerkkaart.analyse.basis import (
    ORGANISATIES,
    Getallen,
    counted,
    in_region,
    number,
    place_of,
    reference_date,
    region_name,
)
from netwerkkaart.analyse.drempels import STANDAARD, Drempels
from netwerkkaart.analyse.gemeenschappen_indeling import (
    Indeling,
    agreement,
    find_communities,
    majority,
)
from netwerkkaart.analyse.kolommen import bounds, sort_rows
from netwerkkaart.analyse.rijen import Rijen
from netwerkkaart.analyse.uitkomst import BEWIJS_MAX, Uitkomst, kop
from netwerkkaart.graph.beeld import Beeld, Masker
from netwerkkaart.schema.vocabularia import REGIO, SECTOR


@dataclass(frozen=True, slots=True)
class GemeenschapRij:
    """One community."""

    nummer: int = field(metadata=kop("Gemeenschap", "Volgens grootte genummerd: 1 is de grootste."))
    organisaties: int = field(metadata=kop("Organisaties"))
    regio: str = field(metadata=kop("Regio", "De regio van de meeste leden."))
    regio_aandeel: float | None = field(
        metadata=kop("In die regio (%)", "Van de leden met een gekende regio.")
    )
    sector: str = field(metadata=kop("Sector", "De sector van de meeste leden."))
    sector_aandeel: float = field(metadata=kop("In die sector (%)"))
    gemeente: str = field(metadata=kop("Gemeente", "De gemeente van de meeste leden."))
    gemeenten: int = field(metadata=kop("Gemeenten", "In hoeveel gemeenten de leden liggen."))
    banden_binnen: int = field(metadata=kop("Banden binnen", "Banden tussen twee leden."))
    banden_buiten: int = field(metadata=kop("Banden naar buiten", "Banden van een lid met een ander."))
    per_regio: tuple[str, ...] = field(metadata=kop("Per regio", "Regio en aantal leden."))
    bewijs: tuple[str, ...] = field(metadata=kop("Bewijs", "Codes van leden (hoogstens 25)."))
    bewijs_totaal: int = field(metadata=kop("Bewijs (aantal)", "Hoeveel er in het geheel zijn."))


@dataclass(frozen=True)
class Kaartbeeld:
    """Communities beside the map: which region, sector and municipality everybody is of.

    Args:
        indeling: the communities.
    """

    indeling: Indeling

    @classmethod
    def of(cls, beeld: Beeld) -> Kaartbeeld:
        """Find the communities of a view."""
        return cls(find_communities(Bandgraaf.of(beeld)))

    @property
    def beeld(self) -> Beeld:
        """The view."""
        return self.indeling.graaf.beeld

    @cached_property
    def regio(self) -> Getallen:
        """Region of each organisation; −1 unknown."""
        return self.beeld.regio[: self.beeld.aantal_organisaties].astype(np.int64)

    @cached_property
    def sector(self) -> Getallen:
        """Sector of each organisation; −1 for a board."""
        return self.indeling.graaf.sector

    @cached_property
    def plaats(self) -> Getallen:
        """Position of the municipality of each organisation; −1 unknown."""
        return place_of(self.beeld)[: self.beeld.aantal_organisaties].astype(np.int64)

    def home(self, leden: Getallen | None = None) -> tuple[Getallen, Getallen]:
        """Region of most members of each community, and how many these are."""
        leden = self.indeling.leden if leden is None else leden
        return majority(leden, self.regio, int(leden.max(initial=-1)) + 1)

    def deviates(self, leden: Getallen | None = None) -> Masker:
        """Which organisations lie in another region than most of their community."""
        leden = self.indeling.leden if leden is None else leden
        thuis, _ = self.home(leden)
        eigen = np.append(thuis, -1)[leden]
        return np.asarray((leden >= 0) & (self.regio >= 0) & (eigen != self.regio))


def gemeenschappen(
    beeld: Beeld, drempels: Drempels = STANDAARD, *, regio: str | None = None
) -> Uitkomst[GemeenschapRij]:
    """The communities of the network, largest first.

    Args:
        beeld: the view at a date.
        drempels: not used; kept with the result.
        regio: only communities with a member in this region; they are of the whole network.

    Raises:
        NietGevonden: there is no such region.
        ValueError: the view is not tied to a date.
    """
    datum = reference_date(beeld)
    kaart, hier = Kaartbeeld.of(beeld), in_region(beeld, regio)[: beeld.aantal_organisaties]
    leden = kaart.indeling.leden
    gekozen = np.unique(leden[hier & (leden >= 0)])
    telt = int(np.count_nonzero(hier & (leden >= 0)))
    elders = int(np.count_nonzero(kaart.deviates() & hier))
    maten = agreement_figures(kaart)
    return Uitkomst(
        "gemeenschappen",
        _title(len(gekozen), telt, elders, regio),
        datum,
        drempels,
        GemeenschapRij,
        Rijen(len(gekozen), partial(_row, _Tellingen(kaart), gekozen)),
        agreement_notes(maten),
        {"gemeenschappen": len(gekozen), "organisaties": telt, "elders": elders, **maten},
    )


@dataclass(frozen=True)
class _Tellingen:
    """What is told of all communities at once."""

    kaart: Kaartbeeld

    @cached_property
    def banden(self) -> tuple[Getallen, Getallen]:
        """Bands within each community, and from it to another."""
        indeling = self.kaart.indeling
        een, ander = (indeling.leden[indeling.graaf.randen[:, kant]] for kant in range(2))
        binnen = np.bincount(een[een == ander], minlength=indeling.aantal)
        einden = np.concatenate([een[een != ander], ander[een != ander]])
        return binnen.astype(np.int64), np.bincount(einden, minlength=indeling.aantal).astype(np.int64)

    @cached_property
    def _per_gemeenschap(self) -> tuple[Getallen, Getallen]:
        leden, telt = self.kaart.indeling.leden, np.flatnonzero(self.kaart.indeling.leden >= 0)
        nummers, knopen = sort_rows(leden[telt], telt)
        return knopen, bounds(nummers, self.kaart.indeling.aantal)

    def members(self, nummer: int) -> Getallen:
        """Organisations of a community, in order."""
        knopen, grenzen = self._per_gemeenschap
        return knopen[grenzen[nummer] : grenzen[nummer + 1]]


def _row(tellingen: _Tellingen, gekozen: Getallen, plek: int) -> GemeenschapRij:
    kaart, nummer = tellingen.kaart, int(gekozen[plek])
    beeld, leden = kaart.beeld, tellingen.members(nummer)
    regios = np.bincount(kaart.regio[leden] + 1, minlength=len(REGIO.codes) + 1)[1:]
    sectoren = np.bincount(kaart.sector[leden], minlength=len(SECTOR.codes))
    plaatsen = np.bincount(kaart.plaats[leden] + 1)[1:]
    gemeenten = beeld.van_soort("Gemeente")
    gekend, (binnen, buiten) = int(regios.sum()), tellingen.banden
    return GemeenschapRij(
        nummer + 1,
        len(leden),
        REGIO.woord(REGIO.codes[int(regios.argmax())]) if gekend else "",
        round(100 * int(regios.max()) / gekend, 1) if gekend else None,
        SECTOR.codes[int(sectoren.argmax())],
        round(100 * int(sectoren.max()) / len(leden), 1),
        beeld.naam(int(gemeenten[plaatsen.argmax()])) if plaatsen.sum() else "",
        int(np.count_nonzero(plaatsen)),
        int(binnen[nummer]),
        int(buiten[nummer]),
        tuple(f"{REGIO.woord(REGIO.codes[r])}: {int(regios[r])}" for r in np.flatnonzero(regios).tolist()),
        tuple(beeld.ids[knoop] for knoop in leden[:BEWIJS_MAX].tolist()),
        len(leden),
    )


_INDELINGEN = ("regio", "gemeente", "sector")


def agreement_figures(kaart: Kaartbeeld) -> dict[str, float | int | str | None]:
    """Modularity, stability, and agreement with the regions, municipalities and sectors."""
    indeling = kaart.indeling
    uit: dict[str, float | int | str | None] = {
        "modulariteit": _rounded(indeling.modulariteit),
        "stabiliteit": _rounded(indeling.stabiliteit),
        "zoektochten": len(indeling.ronden),
    }
    for naam, groep in zip(_INDELINGEN, (kaart.regio, kaart.plaats, kaart.sector), strict=True):
        rand, nmi = agreement(indeling.leden, groep)
        uit[f"rand_{naam}"], uit[f"nmi_{naam}"] = _rounded(rand), _rounded(nmi)
        uit[f"modulariteit_{naam}"] = _rounded(indeling.modularity_of(groep))
    return uit


def _rounded(waarde: float | None) -> float | None:
    return None if waarde is None else round(waarde, 4)


def agreement_notes(cijfers: Mapping[str, float | int | str | None]) -> tuple[str, ...]:
    """How sure the communities are, and how they agree with the map: sentences, from the figures."""
    if cijfers["modulariteit_regio"] is None:  # there is no band
        return ()

    def told(sleutel: str) -> str:
        waarde = cijfers[sleutel]
        return "–" if waarde is None else f"{waarde:.2f}".replace(".", ",").replace("-", "−")

    zinnen = [
        f"Modulariteit {told('modulariteit')}: 0 is wat toeval geeft, vanaf ongeveer 0,3 is er een "
        f"duidelijke indeling. Dezelfde maat voor de regio's: {told('modulariteit_regio')}; voor de "
        f"sectoren: {told('modulariteit_sector')}.",
        f"Overeenkomst (Rand, 1 is gelijk en 0 is toeval) met de regio's {told('rand_regio')}, met de "
        f"gemeenten {told('rand_gemeente')}, met de sectoren {told('rand_sector')}.",
    ]
    if cijfers["stabiliteit"] is not None:
        zinnen.append(
            f"Er is {cijfers['zoektochten']} keer gezocht; de beste telt. Twee zoektochten komen gemiddeld "
            f"voor {told('stabiliteit')} overeen: hoe verder onder 1, hoe minder vast de grenzen liggen."
        )
    return tuple(zinnen)


def _title(aantal: int, organisaties: int, elders: int, regio: str | None) -> str:
    waar = region_name(regio)
    if not aantal:
        return f"{waar}: er zijn nog geen banden, en dus geen gemeenschappen."
    vormen = "zit" if organisaties == 1 else "zitten"
    hoeveel = "geen enkele daarvan" if not elders else f"{number(elders)} daarvan"
    horen = "hoort" if elders < 2 else "horen"
    return (
        f"{waar}: {counted(organisaties, *ORGANISATIES)} met een band {vormen} in "
        f"{counted(aantal, 'gemeenschap', 'gemeenschappen')}; {hoeveel} {horen} bij een "
        "gemeenschap die vooral in een andere regio ligt."
    )
