"""Gaps, told apart from unmapped spots: a verdict for each area × theme × step × target group.

The verdicts, the first that fits (design §3): no schools; *witte vlek*: no offers and not mapped;
*hiaat*: mapped, no offers; *volzet*: all offers full; *niet verbonden*: more than the threshold of the
schools reach none of the offers that are not full; *gedekt*.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

import numpy as np

from netwerkkaart.analyse.basis import (
    DOELGROEPEN,
    STAPPEN,
    Getallen,
    in_region,
    number,
    region_code,
    region_name,
    regions_in,
)
from netwerkkaart.analyse.bereik import Bereik, compute_reach
from netwerkkaart.analyse.drempels import STANDAARD, Drempels
from netwerkkaart.analyse.inventaris import Dekking, inventories, reported_gaps
from netwerkkaart.analyse.kanttekeningen import data_notes
from netwerkkaart.analyse.uitkomst import BEWIJS_MAX, Uitkomst, kop
from netwerkkaart.graph.beeld import Beeld, Masker
from netwerkkaart.schema.vocabularia import REGIO

Per = Literal["regio", "gemeente"]


class Celoordeel(StrEnum):
    """The verdict on a cell."""

    GEEN_SCHOLEN = "geen scholen"
    WITTE_VLEK = "witte vlek"
    HIAAT = "hiaat"
    VOLZET = "volzet"
    NIET_VERBONDEN = "niet verbonden"
    GEDEKT = "gedekt"


@dataclass(frozen=True, slots=True)
class Cel:
    """One area × theme × step × target group."""

    gebied: str = field(metadata=kop("Gebied", "Code van de regio, of nis: en de NIS-code van de gemeente."))
    gebied_naam: str = field(metadata=kop("Naam", "Naam van de regio of gemeente."))
    regio: str = field(metadata=kop("Regio", "Code van de regio; leeg als die niet gekend is."))
    thema: str = field(metadata=kop("Thema", "1 (−12) of 2 (+12)."))
    stap: str = field(metadata=kop("Stap", "Stap van het continuüm."))
    doelgroep: str = field(metadata=kop("Doelgroep", "Voor wie het aanbod bedoeld is."))
    oordeel: Celoordeel = field(
        metadata=kop("Oordeel", "Geen scholen, witte vlek, hiaat, volzet, niet verbonden of gedekt.")
    )
    scholen: int = field(metadata=kop("Scholen", "Aantal vestigingsplaatsen met dit thema."))
    scholen_bereikt: int = field(
        metadata=kop("Bereiken vrij aanbod", "Scholen met een route naar aanbod dat niet vol is.")
    )
    aanbod: int = field(
        metadata=kop("Aanbod", "Aantal aanbiedingen dat past voor minstens één van die scholen.")
    )
    aanbod_vrij: int = field(metadata=kop("Niet vol", "Hoeveel daarvan niet vol zijn."))
    in_kaart: bool = field(metadata=kop("In kaart", "Of de hele cel in kaart gebracht is."))
    inventarisaties: int = field(
        metadata=kop("Inventarisaties", "Geldige inventarisaties die iets van deze cel noemen.")
    )
    gemeld: int = field(metadata=kop("Gemeld", "Hiaten die partners hier melden."))
    bewijs: tuple[str, ...] = field(
        metadata=kop("Bewijs", "Aanbod, inventarisaties en meldingen waarop dit steunt.")
    )
    bewijs_totaal: int = field(
        metadata=kop("Bewijs (aantal)", "Hoeveel er in het geheel zijn; getoond worden er 25.")
    )


@dataclass(frozen=True)
class Gebied:
    """An area that cells are made of.

    Args:
        code, naam, regio: as in :class:`Cel`.
        gemeenten: positions of its municipalities.
    """

    code: str
    naam: str
    regio: str
    gemeenten: Getallen


@dataclass(frozen=True)
class _Bronnen:
    """What cells are computed from, beside the area itself."""

    bereik: Bereik
    scholen: Getallen  # (G + 1, 6): schools per municipality; the last row: municipality unknown
    bereikt: Getallen  # (G + 1, 6, 4): those that reach an offer for the target group
    inventaris: Dekking
    gemeld: Dekking
    in_kaart: Masker  # (G, 6, 4)


def hiaten(
    beeld: Beeld,
    drempels: Drempels = STANDAARD,
    *,
    per: Per = "regio",
    regio: str | None = None,
    bereik: Bereik | None = None,
) -> Uitkomst[Cel]:
    """The verdict on every cell.

    Args:
        beeld: the view at a date.
        drempels: the thresholds.
        per: cells per region or per municipality.
        regio: only this region; None for all that the view holds.
        bereik: the reach, when it was computed already with the same thresholds.

    Raises:
        NietGevonden: there is no such region.
        ValueError: the view is not tied to a date.
    """
    bereik = bereik or compute_reach(beeld, drempels)
    gebieden = areas(beeld, per, regio)
    bronnen = _sources(bereik)
    cellen = tuple(cel for gebied in gebieden for cel in _cells(gebied, bronnen))
    return Uitkomst(
        "hiaten",
        _title(cellen, per, regio),
        bereik.datum,
        bereik.drempels,
        Cel,
        cellen,
        data_notes(bereik, regio),
        {str(oordeel): sum(cel.oordeel is oordeel for cel in cellen) for oordeel in Celoordeel},
    )


def areas(beeld: Beeld, per: Per, regio: str | None) -> tuple[Gebied, ...]:
    """The areas to give verdicts on, in the order of the regions or of the NIS codes."""
    knopen = beeld.van_soort("Gemeente")
    hier = in_region(beeld, regio)[knopen]
    codes = beeld.regio[knopen]
    if per == "gemeente":
        return tuple(
            Gebied(
                beeld.ids[int(knopen[g])],
                beeld.naam(int(knopen[g])),
                REGIO.codes[int(codes[g])] if codes[g] >= 0 else "",
                np.array([g], dtype=np.int64),
            )
            for g in np.flatnonzero(hier).tolist()
        )
    gekozen = regions_in(beeld) if regio is None else (region_code(regio),)
    return tuple(
        Gebied(code, REGIO.woord(code), code, np.flatnonzero(in_region(beeld, code)[knopen]).astype(np.int64))
        for code in gekozen
    )


def mapped_cells(beeld: Beeld, drempels: Drempels) -> Masker:
    """Which municipality × (theme, step) × target group is mapped; shape ``(G, 6, 4)``."""
    return inventories(beeld, drempels).mapped()


def _sources(bereik: Bereik) -> _Bronnen:
    rijen = len(bereik.aanbod.gebied)
    scholen = np.zeros((rijen, len(STAPPEN)), dtype=np.int64)
    np.add.at(scholen, bereik.plaats, bereik.past.astype(np.int64))
    bereikt = np.zeros((rijen, len(STAPPEN), len(DOELGROEPEN)), dtype=np.int64)
    for groep in range(len(DOELGROEPEN)):
        voor_groep = bereik.aanbod.stappen & bereik.aanbod.doelgroepen[:, [groep]]
        raakt = (bereik.hits @ voor_groep.astype(np.int32) > 0) & bereik.past
        np.add.at(bereikt[:, :, groep], bereik.plaats, raakt.astype(np.int64))
    inventaris = inventories(bereik.beeld, bereik.drempels)
    return _Bronnen(bereik, scholen, bereikt, inventaris, reported_gaps(bereik.beeld), inventaris.mapped())


def _cells(gebied: Gebied, bronnen: _Bronnen) -> list[Cel]:
    cellen: list[Cel] = []
    aanbod = bronnen.bereik.aanbod
    for stap in range(len(STAPPEN)):
        met_school = gebied.gemeenten[bronnen.scholen[gebied.gemeenten, stap] > 0]
        passend = aanbod.gebied[met_school].any(axis=0) & aanbod.stappen[:, stap]
        for groep in range(len(DOELGROEPEN)):
            past = np.flatnonzero(passend & aanbod.doelgroepen[:, groep]).astype(np.int64)
            cellen.append(_cell(gebied, stap, groep, past, bronnen))
    return cellen


def _cell(gebied: Gebied, stap: int, groep: int, past: Getallen, bronnen: _Bronnen) -> Cel:
    beeld, aanbod = bronnen.bereik.beeld, bronnen.bereik.aanbod
    thema, naam_stap = STAPPEN[stap]
    scholen = int(bronnen.scholen[gebied.gemeenten, stap].sum())
    bereikt = int(bronnen.bereikt[gebied.gemeenten, stap, groep].sum())
    vrij = int(np.count_nonzero(~aanbod.vol[past]))
    in_kaart = bool(len(gebied.gemeenten)) and bool(bronnen.in_kaart[gebied.gemeenten, stap, groep].all())
    inventarisaties = bronnen.inventaris.nodes_for(gebied.gemeenten, stap, groep)
    gemeld = bronnen.gemeld.nodes_for(gebied.gemeenten, stap, groep)
    bewijs = [*aanbod.knopen[past[:BEWIJS_MAX]].tolist(), *inventarisaties, *gemeld][:BEWIJS_MAX]
    return Cel(
        gebied.code,
        gebied.naam,
        gebied.regio,
        thema,
        naam_stap,
        DOELGROEPEN[groep],
        verdict(scholen, bereikt, len(past), vrij, in_kaart, bronnen.bereik.drempels),
        scholen,
        bereikt,
        len(past),
        vrij,
        in_kaart,
        len(inventarisaties),
        len(gemeld),
        tuple(beeld.ids[knoop] for knoop in bewijs),
        len(past) + len(inventarisaties) + len(gemeld),
    )


def verdict(
    scholen: int, bereikt: int, aanbod: int, vrij: int, in_kaart: bool, drempels: Drempels
) -> Celoordeel:
    """The first verdict that fits.

    >>> print(verdict(4, 3, 2, 1, True, STANDAARD), verdict(4, 2, 2, 1, True, STANDAARD), sep=", ")
    gedekt, niet verbonden
    """
    if not scholen:
        return Celoordeel.GEEN_SCHOLEN
    if not aanbod:
        return Celoordeel.HIAAT if in_kaart else Celoordeel.WITTE_VLEK
    if not vrij:
        return Celoordeel.VOLZET
    if (scholen - bereikt) / scholen > drempels.aandeel_niet_verbonden:
        return Celoordeel.NIET_VERBONDEN
    return Celoordeel.GEDEKT


def _title(cellen: tuple[Cel, ...], per: Per, regio: str | None) -> str:
    telling = Counter(cel.oordeel for cel in cellen)
    met_scholen = len(cellen) - telling[Celoordeel.GEEN_SCHOLEN]
    waar = region_name(regio)
    if not met_scholen:
        return f"In {waar} staan nog geen scholen met een thema: er is niets te beoordelen."
    per_gemeente = " per gemeente" if per == "gemeente" else ""
    hiaat, wit, gedekt = (
        number(telling[oordeel]) for oordeel in (Celoordeel.HIAAT, Celoordeel.WITTE_VLEK, Celoordeel.GEDEKT)
    )
    return (
        f"{waar}: van de {number(met_scholen)} combinaties van thema, stap en doelgroep{per_gemeente} "
        f"zijn er {hiaat} een hiaat, {wit} een witte vlek en {gedekt} gedekt."
    )
