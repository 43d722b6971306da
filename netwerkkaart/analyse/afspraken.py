"""Agreements for quick interventions: which cells have one, who is a party, and who could become one.

A cell is area × theme × step × target group, as for gaps. An agreement covers it when it lists the theme, the
step and the target group, and when at least one party lies in the area. Of its schools, and of the providers
of its offers, the row tells who is a party, and who is not but has a band with a party: whom to ask first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np
from scipy.sparse import csr_array

from netwerkkaart.analyse.afspraken_partijen import Partijen
from netwerkkaart.analyse.basis import (
    DOELGROEPEN,
    STAPPEN,
    Getallen,
    counted,
    in_region,
    part_of,
    place_of,
    region_name,
    verb,
)
from netwerkkaart.analyse.bereik import Bereik, compute_reach
from netwerkkaart.analyse.cellen import Cellen
from netwerkkaart.analyse.drempels import STANDAARD, Drempels
from netwerkkaart.analyse.gebieden import Per, areas
from netwerkkaart.analyse.hiaten_tekening import cell_grid
from netwerkkaart.analyse.rijen import Rijen
from netwerkkaart.analyse.tekening import Raster, Toon, Vak
from netwerkkaart.analyse.uitkomst import BEWIJS_MAX, Uitkomst, kop
from netwerkkaart.graph.beeld import Beeld, Masker


class Afspraakoordeel(StrEnum):
    """Whether a cell has an agreement."""

    GEEN_SCHOLEN = "geen scholen"
    GEEN_AFSPRAAK = "geen afspraak"
    AFSPRAAK = "afspraak"


@dataclass(frozen=True, slots=True)
class AfspraakCel:
    """The agreements of one area × theme × step × target group."""

    gebied: str = field(metadata=kop("Gebied", "Code van de regio, of nis: en de NIS-code van de gemeente."))
    gebied_naam: str = field(metadata=kop("Naam", "Naam van de regio of gemeente."))
    regio: str = field(metadata=kop("Regio", "Code van de regio; leeg als die niet gekend is."))
    thema: str = field(metadata=kop("Thema", "1 (−12) of 2 (+12)."))
    stap: str = field(metadata=kop("Stap", "Stap van het continuüm."))
    doelgroep: str = field(metadata=kop("Doelgroep", "Voor wie de afspraak bedoeld is."))
    oordeel: Afspraakoordeel = field(metadata=kop("Oordeel", "Geen scholen, geen afspraak of afspraak."))
    aantal: int = field(metadata=kop("Afspraken", "Met minstens één partij uit het gebied."))
    afspraken: tuple[str, ...] = field(metadata=kop("Welke", "Namen van die afspraken (hoogstens 25)."))
    partijen: int = field(metadata=kop("Partijen hier", "Organisaties van het gebied die partij zijn."))
    partij_namen: tuple[str, ...] = field(metadata=kop("Wie", "Namen van die partijen (hoogstens 25)."))
    scholen: int = field(metadata=kop("Scholen", "Aantal vestigingsplaatsen met dit thema."))
    scholen_partij: int = field(metadata=kop("Scholen partij", "Hoeveel daarvan partij zijn."))
    scholen_te_vragen: int = field(
        metadata=kop("Scholen te vragen", "Geen partij, wel een band met een partij.")
    )
    scholen_te_vragen_codes: tuple[str, ...] = field(
        metadata=kop("Welke scholen", "Codes van die scholen (hoogstens 25).")
    )
    aanbieders: int = field(metadata=kop("Aanbieders", "Organisaties die het aanbod van de cel bieden."))
    aanbieders_partij: int = field(metadata=kop("Aanbieders partij", "Hoeveel daarvan partij zijn."))
    aanbieders_te_vragen: int = field(
        metadata=kop("Aanbieders te vragen", "Geen partij, wel een band met een partij.")
    )
    aanbieders_te_vragen_codes: tuple[str, ...] = field(
        metadata=kop("Welke aanbieders", "Codes van die aanbieders (hoogstens 25).")
    )
    bewijs: tuple[str, ...] = field(
        metadata=kop("Bewijs", "De afspraken, en wie er hier partij bij is (PARTIJ_BIJ; hoogstens 25).")
    )


def afspraken(
    beeld: Beeld,
    drempels: Drempels = STANDAARD,
    *,
    per: Per = "regio",
    regio: str | None = None,
    bereik: Bereik | None = None,
) -> Uitkomst[AfspraakCel]:
    """The agreements of every cell. Arguments as :func:`~.hiaten.hiaten`.

    Raises:
        NietGevonden: there is no such region.
        ValueError: the view is not tied to a date.
    """
    bereik = bereik or compute_reach(beeld, drempels)
    cellen = Cellen.of(bereik, areas(beeld, per, regio))
    gedekt = _Gedekt(cellen, Partijen.of(beeld))
    vorm = cellen.aanbod.shape

    def make(plek: int) -> AfspraakCel:
        return gedekt.row(*(int(deel) for deel in np.unravel_index(plek, vorm)))

    met_school = cellen.scholen > 0
    met, alle = int((met_school & (gedekt.aantal > 0)).sum()), int(met_school.sum())
    scholen = in_region(beeld, regio)[bereik.start] & bereik.past.any(axis=1)
    partij = int(np.count_nonzero(school_parties(bereik, gedekt.partijen).any(axis=1) & scholen))
    cijfers = {"cellen": alle, "met afspraak": met, "scholen": int(scholen.sum()), "scholen partij": partij}
    return Uitkomst(
        "afspraken",
        _title(cijfers, per, regio),
        bereik.datum,
        bereik.drempels,
        AfspraakCel,
        Rijen(gedekt.aantal.size, make),
        _notes(gedekt.partijen),
        cijfers,
    )


def school_parties(bereik: Bereik, partijen: Partijen) -> Masker:
    """Which schools are a party to an agreement for a (theme, step) that applies; shape ``(S, 6)``."""
    dient = csr_array(partijen.dient.any(axis=2).astype(np.int32))
    per_stap = (partijen.partij[bereik.start].astype(np.int32) @ dient).toarray()
    return np.asarray(bereik.past & (per_stap > 0))


class _Gedekt:
    """Which agreements cover which cells."""

    def __init__(self, cellen: Cellen, partijen: Partijen) -> None:
        self.cellen, self.partijen = cellen, partijen
        beeld = cellen.bereik.beeld
        self._plaats = place_of(beeld)[: beeld.aantal_organisaties]
        self.hier = [np.isin(self._plaats, gebied.gemeenten) for gebied in cellen.gebieden]
        self._raakt = np.array(
            [partijen.partij[hier].sum(axis=0) > 0 for hier in self.hier], dtype=np.bool_
        ).reshape(len(self.hier), len(partijen.knopen))
        vorm = len(STAPPEN), len(DOELGROEPEN)
        dient = partijen.dient.reshape(-1, vorm[0] * vorm[1]).astype(np.int64)
        self.aantal: Getallen = (self._raakt.astype(np.int64) @ dient).reshape(-1, *vorm)
        """How many agreements each cell has, shape ``(areas, 6, 4)``."""

    def row(self, gebied: int, stap: int, groep: int) -> AfspraakCel:
        beeld, waar, partijen = self.cellen.bereik.beeld, self.cellen.gebieden[gebied], self.partijen
        welke = np.flatnonzero(self._raakt[gebied] & partijen.dient[:, stap, groep]).astype(np.int64)
        is_partij, buur = partijen.parties(welke), partijen.neighbours(welke)
        scholen = self.cellen.scholen_van[gebied]
        scholen = self.cellen.bereik.start[scholen[self.cellen.bereik.past[scholen, stap]]]
        aanbieders = self._providers(gebied, stap, groep)
        partij_hier = np.flatnonzero(is_partij & self.hier[gebied]).tolist()
        thema, naam_stap = STAPPEN[stap]
        return AfspraakCel(
            waar.code,
            waar.naam,
            waar.regio,
            thema,
            naam_stap,
            DOELGROEPEN[groep],
            _verdict(len(scholen), len(welke)),
            len(welke),
            tuple(beeld.naam(int(k)) for k in partijen.knopen[welke[:BEWIJS_MAX]]),
            len(partij_hier),
            tuple(beeld.naam(o) for o in partij_hier[:BEWIJS_MAX]),
            *_asked(beeld, scholen.astype(np.int64), is_partij, buur),
            *_asked(beeld, aanbieders, is_partij, buur),
            self._evidence(gebied, welke),
        )

    def _providers(self, gebied: int, stap: int, groep: int) -> Getallen:
        """Nodes of who provides the offers of a cell, in order."""
        per_aanbod = self.cellen.bereik.aanbod.aanbieders_van
        wie = {o for a in self.cellen.offers(gebied, stap, groep).tolist() for o in per_aanbod[a]}
        return np.array(sorted(wie), dtype=np.int64)

    def _evidence(self, gebied: int, welke: Getallen) -> tuple[str, ...]:
        beeld, tabel = self.cellen.bereik.beeld, self.cellen.bereik.beeld.van_type("PARTIJ_BIJ")
        knopen = self.partijen.knopen[welke]
        telt = np.isin(tabel.naar, knopen) & self.hier[gebied][tabel.van]
        rids = (tabel.rids[r] for r in np.flatnonzero(telt).tolist())
        return (*(beeld.ids[k] for k in knopen.tolist()), *rids)[:BEWIJS_MAX]


def _asked(
    beeld: Beeld, wie: Getallen, is_partij: Masker, buur: Masker
) -> tuple[int, int, int, tuple[str, ...]]:
    """How many there are, how many are a party, how many to ask, and the ids of these."""
    vragen = wie[buur[wie] & ~is_partij[wie]]
    codes = tuple(beeld.ids[o] for o in vragen[:BEWIJS_MAX].tolist())
    return len(wie), int(np.count_nonzero(is_partij[wie])), len(vragen), codes


def _verdict(scholen: int, welke: int) -> Afspraakoordeel:
    if not scholen:
        return Afspraakoordeel.GEEN_SCHOLEN
    return Afspraakoordeel.AFSPRAAK if welke else Afspraakoordeel.GEEN_AFSPRAAK


def _notes(partijen: Partijen) -> tuple[str, ...]:
    woorden = ("afspraak", "afspraken")
    gevallen = (
        (~partijen.dient.any(axis=(1, 2)), "zonder thema, stap of doelgroep: buiten elke cel"),
        (np.diff(partijen.partij.tocsc().indptr) == 0, "zonder gekende partij: buiten elke telling"),
    )
    return tuple(
        f"{counted(n, *woorden)} {gevolg}."
        for masker, gevolg in gevallen
        if (n := int(np.count_nonzero(masker)))
    )


def _title(cijfers: dict[str, int], per: Per, regio: str | None) -> str:
    waar = region_name(regio)
    if not cijfers["cellen"]:
        return f"In {waar} staan nog geen scholen met een thema: er is niets te beoordelen."
    per_gemeente = " per gemeente" if per == "gemeente" else ""
    partij = cijfers["scholen partij"]
    return (
        f"{waar}: voor {part_of(cijfers['met afspraak'], cijfers['cellen'], 'combinatie', 'combinaties')} "
        f"van thema, stap en doelgroep{per_gemeente} is er een afspraak; "
        f"{part_of(partij, cijfers['scholen'], 'school', 'scholen')} {verb(partij, 'is', 'zijn')} partij."
    )


def draw_afspraken(uitkomst: Uitkomst[AfspraakCel]) -> Raster:
    """How many agreements each cell has, as a grid."""
    legende: tuple[tuple[Toon, str], ...] = (
        ("goed", "minstens één afspraak"),
        ("fout", "geen afspraak"),
        ("neutraal", "geen scholen"),
    )
    return cell_grid(uitkomst, _one, _many, legende)


def _one(rij: AfspraakCel) -> Vak:
    if rij.oordeel is Afspraakoordeel.AFSPRAAK:
        return Vak(counted(rij.aantal, "afspraak", "afspraken"), "goed")
    geen = rij.oordeel is Afspraakoordeel.GEEN_AFSPRAAK
    return Vak(str(rij.oordeel), "fout" if geen else "neutraal")


def _many(rijen: Sequence[AfspraakCel]) -> Vak:
    met_scholen = [rij for rij in rijen if rij.scholen]
    met = sum(bool(rij.aantal) for rij in met_scholen)
    if not met_scholen:
        return Vak(str(Afspraakoordeel.GEEN_SCHOLEN))
    return Vak(
        f"{met} van {len(met_scholen)}", "goed" if met == len(met_scholen) else "let op" if met else "fout"
    )
