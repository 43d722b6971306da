"""Every open step of every chain: the nearest offer that has room, and the tie that would open the way.

A step needs one new tie, or no tie can mend it: see :mod:`~netwerkkaart.analyse.ketenhulp`. Where no offer
fits (*hiaat*, *witte vlek*) or all that fit are full (*volzet*) a tie does not help: more offers do.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

import numpy as np

from netwerkkaart.analyse.basis import (
    LEEFTIJD,
    STAPPEN,
    Getallen,
    counted,
    in_region,
    municipality_name,
    number,
    part_of,
    percentage,
    region_name,
    verb,
)
from netwerkkaart.analyse.bereik import Bereik, compute_reach
from netwerkkaart.analyse.drempels import STANDAARD, Drempels
from netwerkkaart.analyse.hulplagen import Helpers, split_by_cell
from netwerkkaart.analyse.kanttekeningen import data_notes
from netwerkkaart.analyse.ketenafstand import ONBEKEND, Gemeten, Kilometers, Ligging
from netwerkkaart.analyse.ketenbanden import Stapbanden, step_ties
from netwerkkaart.analyse.ketenhulp import Hulp
from netwerkkaart.analyse.ketenkeuze import Gekozen, Herstelband, Keuze
from netwerkkaart.analyse.ketenoordeel import OORDELEN, Codes, Ketenoordeel, step_verdicts
from netwerkkaart.analyse.kolommen import spread
from netwerkkaart.analyse.rijen import Rijen
from netwerkkaart.analyse.tekening import Reeks, Staaf, Staven, Toon
from netwerkkaart.analyse.uitkomst import Uitkomst, kop
from netwerkkaart.graph.beeld import Beeld, Masker


class Remedie(StrEnum):
    """What would close a step: the last where all who provide are schools or CLBs, or nobody is known."""

    BAND = "één nieuwe band"
    PLAATS = "plaats in het aanbod"
    AANBOD = "nieuw aanbod"
    NAGAAN = "in kaart brengen"
    AANBIEDER = "een andere aanbieder"


REMEDIES = tuple(Remedie)

_REMEDIE = {
    Ketenoordeel.VOLZET: Remedie.PLAATS,
    Ketenoordeel.HIAAT: Remedie.AANBOD,
    Ketenoordeel.WITTE_VLEK: Remedie.NAGAAN,
}


@dataclass(frozen=True, slots=True)
class OpenStap:
    """One step that a school does not reach."""

    id: str = field(metadata=kop("Code", "Code van de school (vestiging)."))
    naam: str = field(metadata=kop("Naam"))
    gemeente: str = field(metadata=kop("Gemeente"))
    thema: str = field(metadata=kop("Thema", "1 (−12) of 2 (+12)."))
    stap: str = field(metadata=kop("Stap"))
    oordeel: Ketenoordeel = field(metadata=kop("Oordeel", "Waarom de stap open is."))
    remedie: Remedie = field(metadata=kop("Wat helpt", "Wat deze stap zou sluiten."))
    aanbod: str = field(metadata=kop("Aanbod", "Code van het dichtste passende aanbod dat niet vol is."))
    aanbod_naam: str = field(metadata=kop("Naam (aanbod)"))
    aanbieder: str = field(metadata=kop("Aanbieder", "Code van wie dat biedt."))
    aanbieder_naam: str = field(metadata=kop("Dichtste aanbieder"))
    afstand_km: float | None = field(
        metadata=kop("Afstand (km)", "Van de school tot die aanbieder, in vogelvlucht; leeg: niet gekend.")
    )
    gemeten: Gemeten = field(metadata=kop("Gemeten", "Tussen adressen of tussen gemeentecentra."))
    nieuwe_band: str = field(metadata=kop("Nieuwe band", "De band die de stap zou sluiten."))
    band: Herstelband | None = field(metadata=kop("Nieuwe band (codes)", "Dezelfde band, met haar codes."))
    bewijs: tuple[str, ...] = field(
        metadata=kop(
            "Bewijs", "School, uiteinden van de band, en de banden en BIEDT waarop ze verder steunt."
        )
    )


def open_stappen(
    beeld: Beeld, drempels: Drempels = STANDAARD, *, regio: str | None = None, bereik: Bereik | None = None
) -> Uitkomst[OpenStap]:
    """Every step that applies and is not reached; what a tie can mend first, then school after school.

    Args:
        beeld: the view at a date.
        drempels: the thresholds.
        regio: only schools of this region; offers and ties of everywhere count.
        bereik: the reach, when it was computed already with the same thresholds.

    Raises:
        NietGevonden: there is no such region.
        ValueError: the view is not tied to a date.
    """
    bereik = bereik or compute_reach(beeld, drempels)
    hier = in_region(beeld, regio)[bereik.start]
    deel = Openstappen.of(bereik.once(Hulp), hier)
    telling = deel.counts()
    per_remedie = telling.sum(axis=0).tolist()
    return Uitkomst(
        "open-stappen",
        _title(len(deel.school), per_remedie[0], int(np.count_nonzero(bereik.past & hier[:, None])), regio),
        bereik.datum,
        bereik.drempels,
        OpenStap,
        Rijen(len(deel.school), deel.row),
        (*data_notes(bereik, regio), *deel.notes()),
        {
            "open": len(deel.school),
            **{str(remedie): aantal for remedie, aantal in zip(REMEDIES, per_remedie, strict=True)},
            "mediane afstand (km)": deel.median(),
            **{
                _figure(thema, stap, remedie): int(telling[nr, plek])
                for nr, (thema, stap) in enumerate(STAPPEN)
                for plek, remedie in enumerate(REMEDIES)
                if telling[nr, plek]
            },
        },
    )


@dataclass(frozen=True)
class Openstappen:
    """The open steps as columns; what a tie can mend stands first.

    Args:
        hulp: who helps whom.
        school, stap: position of the school and of the step in ``STAPPEN``.
        codes: verdict on each.
        aanbieder: node of the nearest provider of an offer that fits and is not full; −1: there is none.
        km: distance to it; NaN when it is not known.
    """

    hulp: Hulp
    school: Getallen
    stap: Getallen
    codes: Codes
    aanbieder: Getallen
    km: Kilometers

    @classmethod
    def of(cls, hulp: Hulp, hier: Masker) -> Openstappen:
        """The open steps of some starts, in the order of the rows. Others count as who helps."""
        bereik = hulp.bereik
        school, stap = np.nonzero(bereik.past & ~bereik.bereikt & hier[:, None])
        codes = bereik.once(step_verdicts)[school, stap]
        # What a tie can mend stands first; then what else helps; each school after school.
        orde = np.argsort(_remedies(hulp, school, stap, codes), kind="stable")
        school, stap, codes = school[orde], stap[orde], codes[orde]
        return cls(hulp, school, stap, codes, *_nearest(hulp, school, stap))

    @cached_property
    def keuze(self) -> Keuze:
        """Chooses among ties; knows the fora and the distances."""
        return Keuze(self.hulp)

    @cached_property
    def remedie(self) -> Getallen:
        """What would close each step, as a position in ``REMEDIES``."""
        return _remedies(self.hulp, self.school, self.stap, self.codes)

    @cached_property
    def banden(self) -> Stapbanden:
        """The tie that is proposed for each; −1 where none helps. All are found at once."""
        uit = Stapbanden(*(np.full(len(self.school), -1, dtype=np.int64) for _ in range(3)))
        met = self.remedie == REMEDIES.index(Remedie.BAND)
        for kolom, deel in zip(uit, step_ties(self.keuze, self.school[met], self.stap[met]), strict=True):
            kolom[met] = deel
        return uit

    @cached_property
    def aanbod(self) -> Getallen:
        """Place of the first offer of the nearest provider that fits and is not full; −1: there is none."""
        bereik, geen = self.hulp.bereik, len(self.hulp.bereik.aanbod)
        met = np.flatnonzero(self.aanbieder >= 0)
        rij, lid = spread(bereik.aanbod.aanbieders.indptr, self.aanbieder[met])
        rij, aanbod = met[rij], bereik.aanbod.aanbieders.indices[lid]
        past = bereik.aanbod.gebied[bereik.plaats[self.school[rij]], aanbod]
        past &= bereik.aanbod.vrij_per_stap[aanbod, self.stap[rij]]
        uit = np.full(len(self.school), geen, dtype=np.int64)
        np.minimum.at(uit, rij[past], aanbod[past])
        return np.where(uit < geen, uit, -1)

    def counts(self) -> Getallen:
        """How many steps each remedy closes, shape ``(6, remedies)``."""
        plek = self.stap * len(REMEDIES) + self.remedie
        aantal = np.bincount(plek, minlength=len(STAPPEN) * len(REMEDIES))
        return aantal.reshape(len(STAPPEN), len(REMEDIES)).astype(np.int64)

    def median(self) -> float | None:
        """Median of the distances that are known, in kilometres, to a tenth."""
        gekend = self.km[~np.isnan(self.km)]
        return round(float(np.median(gekend)), 1) if len(gekend) else None

    def notes(self) -> tuple[str, ...]:
        """What the distances cannot tell."""
        met = self.aanbieder >= 0
        if not met.any():
            return ()
        zonder = int(np.count_nonzero(met & np.isnan(self.km)))
        ligging, bereik = self.keuze.ligging, self.hulp.bereik
        ruw = met & ~np.isnan(self.km)
        ruw &= ~(ligging.eigen[bereik.start[self.school]] & ligging.eigen[self.aanbieder])
        noten = ["De afstand is in vogelvlucht: de weg is langer."]
        if ruw.any():
            noten.append(
                f"Bij {counted(int(np.count_nonzero(ruw)), 'stap', 'stappen')} is gemeten tussen "
                "gemeentecentra, want een adres heeft geen coördinaten; 0 km is dan: in dezelfde gemeente."
            )
        if zonder:
            noten.append(f"Bij {counted(zonder, 'stap', 'stappen')} is de afstand niet gekend.")
        return tuple(noten)

    def row(self, plek: int) -> OpenStap:
        """One open step in words."""
        beeld, bereik = self.hulp.bereik.beeld, self.hulp.bereik
        school, stap, aanbieder = int(self.school[plek]), int(self.stap[plek]), int(self.aanbieder[plek])
        knoop = int(bereik.start[school])
        thema, naam = STAPPEN[stap]
        remedie = REMEDIES[self.remedie[plek]]
        van, naar, schakels = (int(kolom[plek]) for kolom in self.banden)
        gekozen = [Gekozen(van, naar, 1 << stap, schakels)] if van >= 0 else []
        band = self.keuze.row(gekozen[0]) if gekozen else None
        return OpenStap(
            beeld.ids[knoop],
            beeld.naam(knoop),
            municipality_name(beeld, knoop),
            thema,
            naam,
            OORDELEN[self.codes[plek]],
            remedie,
            *self._offer(plek),
            *(self.keuze.ligging.between(knoop, aanbieder) if aanbieder >= 0 else ONBEKEND),
            str(band or ""),
            band,
            self.keuze.evidence(school, gekozen),
        )

    def _offer(self, plek: int) -> tuple[str, str, str, str]:
        """Id and name of the nearest offer, and of who provides it."""
        beeld, aanbieder = self.hulp.bereik.beeld, int(self.aanbieder[plek])
        if aanbieder < 0:
            return "", "", "", ""
        knoop = int(self.hulp.bereik.aanbod.knopen[self.aanbod[plek]])
        return beeld.ids[knoop], beeld.naam(knoop), beeld.ids[aanbieder], beeld.naam(aanbieder)


def _remedies(hulp: Hulp, school: Getallen, stap: Getallen, codes: Codes) -> Getallen:
    """What would close each step, as a position in ``REMEDIES``."""
    per_oordeel = [REMEDIES.index(_REMEDIE.get(o, Remedie.AANBIEDER)) for o in OORDELEN]
    met_band = hulp.te_herstellen[school] >> stap & 1
    return np.where(met_band, REMEDIES.index(Remedie.BAND), np.array(per_oordeel)[codes])


def _nearest(hulp: Hulp, school: Getallen, stap: Getallen) -> tuple[Getallen, Kilometers]:
    """The nearest provider for each open step; of those in one place the first in the view.

    Schools of one municipality share their providers: O((open steps + providers of each) log providers).
    """
    bereik, ligging, aanbieders = hulp.bereik, Ligging.of(hulp.bereik.beeld), Helpers.of(hulp.biedt)
    uit, afstand = np.full(len(school), -1, dtype=np.int64), np.full(len(school), np.nan)
    for deel, plaats, welke in split_by_cell(bereik, school, stap):
        wie = aanbieders.with_step(plaats, welke)
        if len(wie):
            scholen = bereik.start[school[deel]].astype(np.int64)
            uit[deel] = ligging.nearest(scholen, wie)
            afstand[deel] = ligging.km(scholen, uit[deel])
    return uit, afstand


def _title(aantal: int, band: int, stappen: int, regio: str | None) -> str:
    waar = region_name(regio)
    if not stappen:
        return f"In {waar} staan nog geen scholen met een thema: er is geen keten te beoordelen."
    if not aantal:
        return f"{waar}: alle {counted(stappen, 'stap', 'stappen')} van de ketens worden bereikt."
    return (
        f"{waar}: {part_of(aantal, stappen, 'stap', 'stappen')} van de ketens "
        f"{verb(aantal, 'is', 'zijn')} open; "
        f"{number(band) if band else 'geen'} daarvan ({percentage(band, aantal)}) "
        f"{verb(band, 'is', 'zijn')} met één nieuwe band te bereiken."
    )


def _figure(thema: str, stap: str, remedie: Remedie) -> str:
    """Name of the figure: open steps of this kind that this remedy closes."""
    return f"thema {thema} {stap}: {remedie}"


_TONEN: tuple[Toon, ...] = ("goed", "let op", "fout", "onbekend", "neutraal")


def draw_open_stappen(uitkomst: Uitkomst[OpenStap]) -> Staven:
    """A bar per step: what would close the open ones."""
    komt_voor = [remedie for remedie in REMEDIES if uitkomst.cijfers[remedie]]
    staven = [
        Staaf(
            f"{LEEFTIJD[thema]} {stap}",
            tuple(float(uitkomst.cijfers.get(_figure(thema, stap, r)) or 0) for r in komt_voor),
        )
        for thema, stap in STAPPEN
    ]
    reeksen = [Reeks(str(remedie), _TONEN[REMEDIES.index(remedie)]) for remedie in komt_voor]
    onder = "Per stap het aantal scholen dat ze niet bereikt, naar wat helpt."
    return Staven(uitkomst.titel, "open stappen van scholen", tuple(reeksen), tuple(staven), onder)
