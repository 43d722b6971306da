"""Gaps matched to good practices elsewhere, with whom to call.

A *gap* is an area × theme × step of which at least one target group is hiaat, volzet or niet verbonden; and
every gap that a partner reports. A practice fits when it lists the theme and the step and when at least one
organisation outside the gap's area applies it (``PAST_TOE``). Ranked by target groups in common, then by how
many features of the circumstances are alike (:mod:`~.praktijken_context`) with the most alike of those who
apply it, then by code.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from netwerkkaart.analyse.basis import (
    DOELGROEPEN,
    Getallen,
    counted,
    enumerate_words,
    in_region,
    municipality_name,
    number,
    part_of,
    region_name,
)
from netwerkkaart.analyse.bereik import Bereik, compute_reach
from netwerkkaart.analyse.cellen import Cellen
from netwerkkaart.analyse.drempels import STANDAARD, Drempels
from netwerkkaart.analyse.gebieden import Per, areas
from netwerkkaart.analyse.hiaten_oordeel import OORDELEN, verdicts
from netwerkkaart.analyse.praktijken_passing import Passing
from netwerkkaart.analyse.rijen import Rijen
from netwerkkaart.analyse.uitkomst import BEWIJS_MAX, Uitkomst, kop
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.schema.vocabularia import REGIO


@dataclass(frozen=True, slots=True)
class PraktijkRij:
    """One practice for one gap."""

    gebied: str = field(metadata=kop("Gebied", "Code van de regio, of nis: en de NIS-code; leeg: gemeld."))
    gebied_naam: str = field(metadata=kop("Waar", "Regio, of gemeenten."))
    themas: tuple[str, ...] = field(metadata=kop("Thema", "1 (−12) of 2 (+12)."))
    stappen: tuple[str, ...] = field(metadata=kop("Stap"))
    gemeld: str = field(metadata=kop("Gemeld", "Code van het gemelde hiaat; leeg: berekend."))
    oordelen: tuple[str, ...] = field(metadata=kop("Oordelen", "Per doelgroep wat er ontbreekt."))
    rang: int = field(metadata=kop("Rang", "1 past het best bij dit hiaat."))
    praktijk: str = field(metadata=kop("Code praktijk"))
    praktijk_naam: str = field(metadata=kop("Praktijk"))
    doelgroepen: tuple[str, ...] = field(metadata=kop("Zelfde doelgroepen"))
    gelijkenis: tuple[str, ...] = field(
        metadata=kop("Gelijkt op", "Wat gelijk is met wie ze toepast: niveau, grootte, stedelijkheid.")
    )
    toepassers: tuple[str, ...] = field(
        metadata=kop("Wie past ze elders toe", "Met gemeente; wie het meest gelijkt eerst (hoogstens 25).")
    )
    contact: tuple[str, ...] = field(
        metadata=kop("Contact", "Algemeen nummer en adres van de eerste; nooit van een persoon.")
    )
    coordinatoren: tuple[str, ...] = field(
        metadata=kop("Coördinatoren", "Van het lerend netwerk van die regio's.")
    )
    hier: int = field(metadata=kop("Ook hier", "Organisaties in het gebied zelf die ze al toepassen."))
    bewijs: tuple[str, ...] = field(
        metadata=kop("Bewijs", "De praktijk, wie ze elders toepast, en het gemelde hiaat (hoogstens 25).")
    )


def praktijken(
    beeld: Beeld,
    drempels: Drempels = STANDAARD,
    *,
    per: Per = "regio",
    regio: str | None = None,
    aantal: int = 3,
    bereik: Bereik | None = None,
) -> Uitkomst[PraktijkRij]:
    """The best practices for every gap. Arguments as :func:`~.hiaten.hiaten`.

    Args:
        beeld: the view at a date.
        drempels: the thresholds.
        per: computed gaps per region or per municipality.
        regio: only gaps of this region; practices come from everywhere.
        aantal: most practices per gap.
        bereik: the reach, when it was computed already with the same thresholds.

    Raises:
        NietGevonden: there is no such region.
        ValueError: the view is not tied to a date.
    """
    bereik = bereik or compute_reach(beeld, drempels)
    cellen = Cellen.of(bereik, areas(beeld, per, regio))
    oordelen = verdicts(cellen, bereik.drempels)
    passing = Passing(cellen, oordelen, _in_scope(cellen, regio))
    per_hiaat = np.minimum(passing.past.sum(axis=1), max(aantal, 0))
    eindes = np.cumsum(per_hiaat)

    def make(plek: int) -> PraktijkRij:
        hiaat = int(np.searchsorted(eindes, plek, side="right"))
        return _row(passing, oordelen, hiaat, plek - int(eindes[hiaat] - per_hiaat[hiaat]))

    alle, met, gedeeld = (
        int(n) for n in (len(passing.past), passing.past.any(axis=1).sum(), passing.gedeeld.sum())
    )
    return Uitkomst(
        "praktijken",
        _title(met, gedeeld, alle, regio),
        bereik.datum,
        bereik.drempels,
        PraktijkRij,
        Rijen(int(per_hiaat.sum()), make),
        _notes(passing),
        {
            "hiaten": alle,
            "met praktijk": met,
            "met zelfde doelgroep": gedeeld,
            "praktijken": len(passing.praktijken),
        },
    )


def _in_scope(cellen: Cellen, regio: str | None) -> Getallen:
    """Positions of the reported gaps that name a municipality of the region."""
    dekking = cellen.gemeld.dekking
    beeld = cellen.bereik.beeld
    hier = in_region(beeld, regio)[beeld.van_soort("Gemeente")]
    return np.flatnonzero(dekking.gemeenten[:, hier].any(axis=1)).astype(np.int64)


def _row(passing: Passing, oordelen: Getallen, hiaat: int, rang: int) -> PraktijkRij:
    """The row of one gap and the practice at a place in its ranking."""
    past, beeld = passing.ranked(hiaat)[rang], passing.beeld
    praktijk = int(passing.praktijken[past.praktijk])
    wie = passing.toepassingen[0][past.toepassingen].tolist()
    rids = beeld.van_type("PAST_TOE").rids
    gebied, naam, gemeld, woorden = _described(passing, oordelen, hiaat)
    bewijs = [beeld.ids[praktijk], *(rids[r] for r in past.toepassingen), *([gemeld] if gemeld else [])]
    return PraktijkRij(
        gebied,
        naam,
        *passing.steps(hiaat),
        gemeld,
        woorden,
        rang + 1,
        beeld.ids[praktijk],
        beeld.naam(praktijk),
        tuple(DOELGROEPEN[g] for g in np.flatnonzero(past.doelgroepen).tolist()),
        past.gelijkenis,
        tuple(f"{beeld.naam(o)} ({municipality_name(beeld, o)})" for o in wie[:BEWIJS_MAX]),
        tuple(str(w) for k in ("telefoon", "email") if (w := beeld.kolom(k)[wie[0]]) is not None),
        _coordinators(beeld, wie),
        passing.used_here(hiaat, past.praktijk),
        tuple(bewijs[:BEWIJS_MAX]),
    )


def _described(passing: Passing, oordelen: Getallen, hiaat: int) -> tuple[str, str, str, tuple[str, ...]]:
    """Code and name of a gap's area, id of the report, and its verdicts in words."""
    beeld = passing.beeld
    if hiaat >= len(passing.berekend):
        dekking = passing.cellen.gemeld.dekking
        k = int(passing.meldingen[hiaat - len(passing.berekend)])
        gemeenten = beeld.van_soort("Gemeente")[dekking.gemeenten[k]].tolist()
        namen = enumerate_words([beeld.naam(g) for g in gemeenten])
        return "", namen, beeld.ids[dekking.knopen[k]], ("gemeld",)
    gebied, stap = passing.berekend[hiaat].tolist()
    groepen = np.flatnonzero(passing.noemt[hiaat, stap]).tolist()
    woorden = (f"{DOELGROEPEN[g]}: {OORDELEN[oordelen[gebied, stap, g]]}" for g in groepen)
    waar = passing.cellen.gebieden[gebied]
    return waar.code, waar.naam, "", tuple(woorden)


def _coordinators(beeld: Beeld, wie: list[int]) -> tuple[str, ...]:
    """Who coordinates the learning network of the regions of some organisations."""
    regios = {int(beeld.regio[o]) for o in wie} - {-1}
    return tuple(
        f"{beeld.naam(c)} ({REGIO.woord(REGIO.codes[int(beeld.regio[c])])})"
        for c in beeld.van_soort("Coordinator").tolist()
        if beeld.kolom("rol")[c] == "lerend-netwerk" and int(beeld.regio[c]) in regios
    )


def _notes(passing: Passing) -> tuple[str, ...]:
    """What the data cannot tell, as Dutch sentences."""
    _, praktijk, plaats = passing.toepassingen
    gebruikt = np.isin(np.arange(len(passing.praktijken)), praktijk[plaats >= 0])
    gevallen = (
        (~passing.stappen.any(axis=1), "zonder thema of stap: die past nergens"),
        (~gebruikt, "die niemand met een gekende gemeente toepast: daar kunt u niet bellen"),
    )
    return tuple(
        f"{counted(aantal, 'goede praktijk', 'goede praktijken')} {gevolg}."
        for masker, gevolg in gevallen
        if (aantal := int(np.count_nonzero(masker)))
    )


def _title(met: int, gedeeld: int, alle: int, regio: str | None) -> str:
    waar = region_name(regio)
    if not alle:
        return f"In {waar} is er geen hiaat waarvoor een goede praktijk gezocht wordt."
    ook = f", voor {number(gedeeld)} ook voor minstens één zelfde doelgroep" if met else ""
    return (
        f"{waar}: voor {part_of(met, alle, 'hiaat', 'hiaten', het=True)} is er elders een goede praktijk "
        f"voor hetzelfde thema en dezelfde stap{ook}."
    )
