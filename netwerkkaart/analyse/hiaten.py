"""Gaps, told apart from unmapped spots: a verdict for each area × theme × step × target group.

Each row says why: the sources that make it mapped, the schools that reach nothing and the way that one of
them lacks, and what partners report of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial

import numpy as np

from netwerkkaart.analyse.basis import (
    DOELGROEPEN,
    STAPPEN,
    Getallen,
    enumerate_words,
    number,
    region_name,
)
from netwerkkaart.analyse.bereik import Bereik, compute_reach
from netwerkkaart.analyse.cellen import Cellen
from netwerkkaart.analyse.drempels import STANDAARD, Drempels
from netwerkkaart.analyse.gebieden import Per, areas
from netwerkkaart.analyse.hiaten_gemeld import report_notes
from netwerkkaart.analyse.hiaten_oordeel import OORDELEN as OORDELEN
from netwerkkaart.analyse.hiaten_oordeel import Celoordeel as Celoordeel
from netwerkkaart.analyse.hiaten_oordeel import verdicts as verdicts
from netwerkkaart.analyse.hiaten_weg import loose_schools, missing_way
from netwerkkaart.analyse.kanttekeningen import data_notes
from netwerkkaart.analyse.rijen import Rijen
from netwerkkaart.analyse.uitkomst import BEWIJS_MAX, Uitkomst, kop
from netwerkkaart.graph.beeld import Beeld


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
    bronnen: tuple[str, ...] = field(
        metadata=kop("Bronnen", "Die inventarisaties, met hun datum (hoogstens 25).")
    )
    gemeld: int = field(metadata=kop("Gemeld", "Hiaten die partners hier melden."))
    gemelde_hiaten: tuple[str, ...] = field(
        metadata=kop("Gemelde hiaten", "Codes van die meldingen (hoogstens 25).")
    )
    zonder_weg: tuple[str, ...] = field(
        metadata=kop(
            "Zonder weg", "Codes van scholen die geen vrij aanbod bereiken, terwijl het er is (hoogstens 25)."
        )
    )
    ontbrekende_weg: str = field(
        metadata=kop("Ontbrekende weg", "Voor één van die scholen: waar haar weg naar het aanbod stopt.")
    )
    ontbrekende_band: tuple[str, ...] = field(
        metadata=kop("Ontbrekende band", "Codes van beide einden van de band die daar ontbreekt.")
    )
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
        data_notes(bereik, regio) + report_notes(cellen, oordelen),
        {str(oordeel): aantal for oordeel, aantal in telling.items()},
    )


def _row(cellen: Cellen, oordelen: Getallen, plek: int) -> Cel:
    gebied, stap, groep = waar = tuple(int(deel) for deel in np.unravel_index(plek, oordelen.shape))
    waarover, (thema, naam_stap) = cellen.gebieden[gebied], STAPPEN[stap]
    beeld, bewijs = cellen.bereik.beeld, cellen.evidence(gebied, stap, groep)
    bronnen, gemeld = (deel.nodes(gebied, stap, groep) for deel in (cellen.inventaris, cellen.gemeld))
    los = loose_schools(cellen, gebied, stap, groep) if cellen.vrij[waar] else np.empty(0, dtype=np.int64)
    weg = missing_way(cellen.bereik, los, stap, groep)
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
        len(bronnen),
        tuple(f"{beeld.ids[k]} ({beeld.kolom('datum')[k]})" for k in bronnen[:BEWIJS_MAX]),
        len(gemeld),
        tuple(beeld.ids[k] for k in gemeld[:BEWIJS_MAX]),
        tuple(beeld.ids[k] for k in cellen.bereik.start[los[:BEWIJS_MAX]].tolist()),
        weg.tekst,
        weg.band,
        tuple(beeld.ids[k] for k in bewijs[:BEWIJS_MAX]),
        len(bewijs),
    )


def _title(telling: Mapping[Celoordeel, int], per: Per, regio: str | None) -> str:
    met_scholen = sum(telling.values()) - telling[Celoordeel.GEEN_SCHOLEN]
    waar = region_name(regio)
    if not met_scholen:
        return f"In {waar} staan nog geen scholen met een thema: er is niets te beoordelen."
    per_gemeente = " per gemeente" if per == "gemeente" else ""
    begin = f"{waar}: van de {number(met_scholen)} combinaties van thema, stap en doelgroep{per_gemeente}"
    namen = {
        Celoordeel.HIAAT: "een hiaat",
        Celoordeel.WITTE_VLEK: "een witte vlek",
        Celoordeel.GEDEKT: "gedekt",
    }
    tellen = [(telling[oordeel], naam) for oordeel, naam in namen.items() if telling[oordeel]]
    if not tellen:
        return f"{begin} is er geen een hiaat, een witte vlek of gedekt."
    delen = enumerate_words([f"{number(aantal)} {naam}" for aantal, naam in tellen])
    slot = "" if telling[Celoordeel.HIAAT] else "; geen enkele is een hiaat"
    return f"{begin} {'is' if tellen[0][0] == 1 else 'zijn'} er {delen}{slot}."
