"""Bridge figures: the organisations that join sectors, with the measures of the literature side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from netwerkkaart.analyse.bandgraaf import Bandgraaf
from netwerkkaart.analyse.basis import (
    ORGANISATIES,
    Getallen,
    id_rank,
    in_region,
    municipality_name,
    part_of,
    reference_date,
    region_name,
    verb,
)
from netwerkkaart.analyse.brugfiguren_rollen import ROLLEN, Rollen, brokerage, expected_roles
from netwerkkaart.analyse.bruggen import cut_words, sampling_note
from netwerkkaart.analyse.bruggen_groepen import fragile
from netwerkkaart.analyse.drempels import STANDAARD, Drempels
from netwerkkaart.analyse.kolommen import bounds, sort_rows
from netwerkkaart.analyse.maten import (
    Tussenligging,
    Waarden,
    constraint,
    effective_size,
    triangles,
    vertex_betweenness,
)
from netwerkkaart.analyse.nulmodel import Kansmaat
from netwerkkaart.analyse.rijen import Rijen
from netwerkkaart.analyse.routes import rids_of
from netwerkkaart.analyse.uitkomst import BEWIJS_MAX, Uitkomst, kop
from netwerkkaart.graph.beeld import Beeld, Masker
from netwerkkaart.schema.vocabularia import SECTOR

_SECTOREN = SECTOR.codes
_VERWACHT = "Hoeveel het er gemiddeld zijn als de sectoren willekeurig over dezelfde banden verdeeld worden."
_Z = "Hoeveel standaardafwijkingen het daarboven (of eronder) ligt; leeg als er niets kan variëren."


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
    draagt: int = field(
        metadata=kop(
            "Draagt alleen",
            "Tweetallen groepen (sector en gemeente) die langs haar kant alleen door haar verbonden zijn.",
        )
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
    rol_binnen_verwacht: float = field(metadata=kop("Binnen de sector: verwacht", _VERWACHT))
    rol_binnen_z: float | None = field(metadata=kop("Binnen de sector: z", _Z))
    rol_buiten: int = field(metadata=kop("Binnen een andere sector", "Verbindt twee van één andere sector."))
    rol_buiten_verwacht: float = field(metadata=kop("Binnen een andere sector: verwacht", _VERWACHT))
    rol_buiten_z: float | None = field(metadata=kop("Binnen een andere sector: z", _Z))
    rol_poort: int = field(metadata=kop("Poort", "Verbindt de eigen sector met een andere."))
    rol_poort_verwacht: float = field(metadata=kop("Poort: verwacht", _VERWACHT))
    rol_poort_z: float | None = field(metadata=kop("Poort: z", _Z))
    rol_tussen: int = field(metadata=kop("Tussenpersoon", "Verbindt twee andere sectoren."))
    rol_tussen_verwacht: float = field(metadata=kop("Tussenpersoon: verwacht", _VERWACHT))
    rol_tussen_z: float | None = field(metadata=kop("Tussenpersoon: z", _Z))
    bewijs: tuple[str, ...] = field(metadata=kop("Bewijs", "Sleutels van de bruggen (hoogstens 25)."))
    bewijs_totaal: int = field(metadata=kop("Bewijs (aantal)", "Hoeveel er in het geheel zijn."))


@dataclass(frozen=True)
class _Maten:
    snijpunt: Masker
    tussen: Tussenligging
    beperking: Waarden
    omvang: Waarden
    rollen: Rollen
    kans: Mapping[str, Kansmaat]
    draagt: Getallen


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
        f"{region_name(regio)}: {part_of(aantal, alle, *ORGANISATIES)} "
        f"{verb(aantal, 'heeft', 'hebben')} een band met een andere sector; "
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
        constraint(graaf, drie),
        effective_size(graaf, drie),
        brokerage(graaf, drie),
        expected_roles(graaf, drie),
        fragile(graaf).alleen,
    )


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
        binnen, buiten, poort, tussen = (rol[plek] for rol in self._rollen)
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
            *binnen,
            *buiten,
            *poort,
            *tussen,
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
    def _cijfers(self) -> list[tuple[bool, int, float, float, float | None, float | None]]:
        """Cuts, carries alone, betweenness and its error, constraint, effective size."""
        knopen, maten = self.knopen, self.maten
        kolommen = (
            maten.snijpunt[knopen].tolist(),
            maten.draagt[knopen].tolist(),
            *(np.round(maat[knopen], 2).tolist() for maat in (maten.tussen.waarde, maten.tussen.fout)),
            *(_known(maat[knopen]) for maat in (maten.beperking, maten.omvang)),
        )
        return list(zip(*kolommen, strict=True))

    @cached_property
    def _rollen(self) -> list[list[tuple[int, float, float | None]]]:
        """Per role, in the order of ``ROLLEN``: what was seen, what was expected, how far these lie apart."""
        knopen, uit = self.knopen, []
        for rol in ROLLEN:
            gezien, kans = getattr(self.maten.rollen, rol), self.maten.kans[rol]
            z = _known(kans.z(gezien)[knopen], 2)
            verwacht = np.round(kans.verwacht[knopen], 2).tolist()
            uit.append(list(zip(gezien[knopen].tolist(), verwacht, z, strict=True)))
        return uit

    @cached_property
    def _bruggen(self) -> tuple[list[int], list[int]]:
        return self.bruggen.tolist(), self.grenzen.tolist()


def _known(maat: Waarden, decimalen: int = 4) -> list[float | None]:
    """Rounded values; None where a measure has none."""
    return [None if waarde != waarde else waarde for waarde in np.round(maat, decimalen).tolist()]
