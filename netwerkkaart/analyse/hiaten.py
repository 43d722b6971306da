"""Gaps, told apart from unmapped spots: a verdict for each area × theme × step × target group.

The verdicts, the first that fits (design §3): no schools; *witte vlek*: no offers and not mapped;
*hiaat*: mapped, no offers; *volzet*: all offers full; *niet verbonden*: more than the threshold of the
schools reach none of the offers that are not full; *gedekt*.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial

import numpy as np

from netwerkkaart.analyse.basis import (
    DOELGROEPEN,
    STAPPEN,
    Getallen,
    number,
    region_name,
)
from netwerkkaart.analyse.bereik import Bereik, compute_reach
from netwerkkaart.analyse.cellen import Cellen
from netwerkkaart.analyse.drempels import STANDAARD, Drempels
from netwerkkaart.analyse.gebieden import Per, areas
from netwerkkaart.analyse.kanttekeningen import data_notes
from netwerkkaart.analyse.rijen import Rijen
from netwerkkaart.analyse.uitkomst import BEWIJS_MAX, Uitkomst, kop
from netwerkkaart.graph.beeld import Beeld


class Celoordeel(StrEnum):
    """The verdict on a cell."""

    GEEN_SCHOLEN = "geen scholen"
    WITTE_VLEK = "witte vlek"
    HIAAT = "hiaat"
    VOLZET = "volzet"
    NIET_VERBONDEN = "niet verbonden"
    GEDEKT = "gedekt"


OORDELEN = tuple(Celoordeel)


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
    cellen = Cellen.of(bereik, areas(beeld, per, regio))
    oordelen = verdicts(cellen, bereik.drempels)
    aantal = np.bincount(oordelen.ravel(), minlength=len(OORDELEN)).tolist()
    telling = dict(zip(OORDELEN, aantal, strict=True))
    return Uitkomst(
        "hiaten",
        _title(telling, per, regio),
        bereik.datum,
        bereik.drempels,
        Cel,
        Rijen(oordelen.size, partial(_row, cellen, oordelen)),
        data_notes(bereik, regio),
        {str(oordeel): aantal for oordeel, aantal in telling.items()},
    )


def verdicts(cellen: Cellen, drempels: Drempels) -> Getallen:
    """The first verdict that fits each cell, as a position in ``OORDELEN``; shape ``(areas, 6, 4)``."""
    scholen, vrij = cellen.scholen, cellen.vrij
    zonder = (scholen - cellen.bereikt) / np.maximum(scholen, 1)
    gevallen = {
        Celoordeel.GEEN_SCHOLEN: scholen == 0,
        Celoordeel.HIAAT: (cellen.aanbod == 0) & cellen.in_kaart,
        Celoordeel.WITTE_VLEK: cellen.aanbod == 0,
        Celoordeel.VOLZET: vrij == 0,
        Celoordeel.NIET_VERBONDEN: zonder > drempels.aandeel_niet_verbonden,
    }
    codes = [OORDELEN.index(oordeel) for oordeel in gevallen]
    return np.select(list(gevallen.values()), codes, OORDELEN.index(Celoordeel.GEDEKT))


def _row(cellen: Cellen, oordelen: Getallen, plek: int) -> Cel:
    gebied, stap, groep = waar = tuple(int(deel) for deel in np.unravel_index(plek, oordelen.shape))
    waarover, (thema, naam_stap) = cellen.gebieden[gebied], STAPPEN[stap]
    bewijs = cellen.evidence(gebied, stap, groep)
    return Cel(
        waarover.code,
        waarover.naam,
        waarover.regio,
        thema,
        naam_stap,
        DOELGROEPEN[groep],
        OORDELEN[oordelen[waar]],
        int(cellen.scholen[waar]),
        int(cellen.bereikt[waar]),
        int(cellen.aanbod[waar]),
        int(cellen.vrij[waar]),
        bool(cellen.in_kaart[waar]),
        int(cellen.inventaris.aantal[waar]),
        int(cellen.gemeld.aantal[waar]),
        tuple(cellen.bereik.beeld.ids[knoop] for knoop in bewijs[:BEWIJS_MAX]),
        len(bewijs),
    )


def _title(telling: Mapping[Celoordeel, int], per: Per, regio: str | None) -> str:
    met_scholen = sum(telling.values()) - telling[Celoordeel.GEEN_SCHOLEN]
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
