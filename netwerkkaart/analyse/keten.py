"""The closed chain: does a school reach every step that applies to it?

Per school and theme the chain is closed when each step that applies is reached. Of each broken step the
verdict says why: *volzet*: offers fit, all are full; *niet verbonden*: an offer fits and is not full, but
there is no route; *hiaat*: none fits, and the school's municipality is mapped for that step (target
group leerling); *witte vlek*: none fits and it is not mapped.

The chain carries the gravest verdict of its broken steps, of which something is *known* first: hiaat,
niet verbonden, volzet; witte vlek only when nothing is known of any broken step.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from netwerkkaart.analyse.basis import (
    DOELGROEPEN,
    STAPPEN,
    counted,
    in_region,
    municipality_name,
    number,
    percentage,
    region_name,
    steps_of,
)
from netwerkkaart.analyse.bereik import Bereik, StapRoute, compute_reach
from netwerkkaart.analyse.drempels import STANDAARD, Drempels
from netwerkkaart.analyse.hiaten import mapped_cells
from netwerkkaart.analyse.kanttekeningen import data_notes
from netwerkkaart.analyse.uitkomst import Uitkomst, kop
from netwerkkaart.analyse.vouwen import Niveau, groups
from netwerkkaart.graph.beeld import Beeld, Masker
from netwerkkaart.schema.vocabularia import STAPPEN_PER_THEMA

Codes = NDArray[np.int8]
LEERLING = DOELGROEPEN.index("leerling")


class Ketenoordeel(StrEnum):
    """The verdict on a chain or step, from good to grave; what is not known comes before what is."""

    GESLOTEN = "gesloten"
    WITTE_VLEK = "witte vlek"
    VOLZET = "volzet"
    NIET_VERBONDEN = "niet verbonden"
    HIAAT = "hiaat"


OORDELEN = tuple(Ketenoordeel)
_GESLOTEN, _WIT, _VOLZET, _LOS, _HIAAT = range(5)


@dataclass(frozen=True, slots=True)
class KetenStap:
    """One step of a chain.

    Args:
        stap: the step.
        oordeel: ``gesloten`` when it is reached, else why not.
        aanbod, aanbieder: ids of the offer and its provider on the shown route; empty when not reached.
        schakels: links of that route; None when not reached.
        route: keys of its bands, then of ``BIEDT`` and ``BEREIKT``.
    """

    stap: str
    oordeel: Ketenoordeel
    aanbod: str = ""
    aanbieder: str = ""
    schakels: int | None = None
    route: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KetenRij:
    """The chain of one school (or school, or board) for one theme."""

    id: str = field(metadata=kop("Code", "Code van de vestiging, instelling of het bestuur."))
    naam: str = field(metadata=kop("Naam"))
    gemeente: str = field(metadata=kop("Gemeente", "Gemeente van de (eerste) vestiging."))
    thema: str = field(metadata=kop("Thema", "1 (−12) of 2 (+12)."))
    oordeel: Ketenoordeel = field(
        metadata=kop("Oordeel", "Gesloten, of waarom niet: het zwaarste van de open stappen.")
    )
    bereikt: tuple[str, ...] = field(metadata=kop("Bereikte stappen"))
    ontbreekt: tuple[str, ...] = field(metadata=kop("Ontbrekende stappen"))
    stappen: tuple[KetenStap, ...] = field(
        metadata=kop("Stappen", "Per stap het oordeel en één route, met haar bewijs.")
    )
    vestigingen: int = field(metadata=kop("Vestigingen", "Aantal vestigingen in deze rij."))
    vestigingen_gesloten: int = field(metadata=kop("Gesloten", "Aantal daarvan met een gesloten keten."))
    leerlingen: int | None = field(metadata=kop("Leerlingen", "Som waar gekend; leeg als niets gekend is."))
    bewijs: tuple[str, ...] = field(metadata=kop("Bewijs", "Alle sleutels van de getoonde routes."))


def keten(
    beeld: Beeld,
    drempels: Drempels = STANDAARD,
    *,
    regio: str | None = None,
    niveau: Niveau = "vestiging",
    bereik: Bereik | None = None,
) -> Uitkomst[KetenRij]:
    """The chain of every school, per theme.

    Args:
        beeld: the view at a date.
        drempels: the thresholds.
        regio: only schools of this region.
        niveau: a row per site, or folded per ``instelling`` or ``bestuur``: then a step is reached
            when every site reaches it, and the row shows the first site's routes.
        bereik: the reach, when it was computed already with the same thresholds.

    Raises:
        NietGevonden: there is no such region.
        ValueError: the view is not tied to a date.
    """
    bereik = bereik or compute_reach(beeld, drempels)
    codes = step_verdicts(bereik)
    hier = in_region(beeld, regio)[bereik.start]
    rijen: list[KetenRij] = []
    for thema in STAPPEN_PER_THEMA:
        doet_mee = hier & bereik.past[:, steps_of(thema)].any(axis=1)
        for sleutel, naam, leden in groups(beeld, bereik.start, np.flatnonzero(doet_mee).tolist(), niveau):
            rijen.append(chain_row(bereik, codes, thema, sleutel, naam, leden))
    return Uitkomst(
        "keten",
        _title(rijen, regio, niveau),
        bereik.datum,
        bereik.drempels,
        KetenRij,
        tuple(rijen),
        data_notes(bereik, regio),
        {
            f"thema {t} {o}": sum(r.thema == t and r.oordeel is o for r in rijen)
            for t in ("1", "2")
            for o in OORDELEN
        },
    )


def step_verdicts(bereik: Bereik) -> Codes:
    """Verdict on each (school, step) as a position in ``OORDELEN``; −1 where a step does not apply.

    Shape ``(S, 6)``.
    """
    in_kaart = known_cells(bereik)[bereik.plaats]
    codes = np.select(
        [
            ~bereik.past,
            bereik.bereikt,
            bereik.passend_vrij[bereik.plaats] > 0,
            bereik.passend[bereik.plaats] > 0,
            in_kaart,
        ],
        [-1, _GESLOTEN, _LOS, _VOLZET, _HIAAT],
        _WIT,
    )
    return codes.astype(np.int8)


def known_cells(bereik: Bereik) -> Masker:
    """Which municipality × (theme, step) is mapped for the target group leerling; shape ``(G + 1, 6)``.

    The last row is for an unknown municipality, which nobody mapped.
    """
    in_kaart = mapped_cells(bereik.beeld, bereik.drempels)[:, :, LEERLING]
    return np.vstack([in_kaart, np.zeros((1, len(STAPPEN)), dtype=np.bool_)])


def chain_verdicts(codes: Codes, thema: str) -> Codes:
    """Verdict on each school's chain: the highest code of its steps; −1 where the theme does not apply."""
    gravest: Codes = codes[:, steps_of(thema)].max(axis=1)
    return gravest


def chain_row(
    bereik: Bereik, codes: Codes, thema: str, sleutel: str, naam: str, leden: Sequence[int]
) -> KetenRij:
    """The row of one chain: of one start, or of several that are folded together."""
    plaatsen = [plaats for plaats in steps_of(thema) if bereik.past[leden[0], plaats]]
    ergst = codes[np.ix_(leden, plaatsen)].max(axis=0).tolist()
    stappen = tuple(
        _step(bereik, leden[0], plaats, OORDELEN[code]) for plaats, code in zip(plaatsen, ergst, strict=True)
    )
    gesloten = int(np.count_nonzero(chain_verdicts(codes[leden], thema) == _GESLOTEN))
    return KetenRij(
        sleutel,
        naam,
        municipality_name(bereik.beeld, int(bereik.start[leden[0]])),
        thema,
        OORDELEN[max(ergst)],
        tuple(s.stap for s in stappen if s.oordeel is Ketenoordeel.GESLOTEN),
        tuple(s.stap for s in stappen if s.oordeel is not Ketenoordeel.GESLOTEN),
        stappen,
        len(leden),
        gesloten,
        pupils(bereik.beeld, [int(bereik.start[lid]) for lid in leden]),
        tuple(dict.fromkeys(rid for stap in stappen for rid in stap.route)),
    )


def _step(bereik: Bereik, school: int, plaats: int, oordeel: Ketenoordeel) -> KetenStap:
    naam = STAPPEN[plaats][1]
    weg: StapRoute | None = None
    if oordeel is Ketenoordeel.GESLOTEN:
        weg = bereik.route_to_step(school, plaats)
    if weg is None:
        return KetenStap(naam, oordeel)
    ids = bereik.beeld.ids
    return KetenStap(naam, oordeel, ids[weg.aanbod], ids[weg.aanbieder], weg.schakels, weg.bewijs)


def pupils(beeld: Beeld, knopen: Sequence[int]) -> int | None:
    """Pupils of schools together, where known; None when none is known."""
    waarden = [beeld.kolom("leerlingen")[knoop] for knoop in knopen]
    gekend = [int(w) for w in waarden if isinstance(w, int | float)]
    return sum(gekend) if gekend else None


_WOORDEN: dict[str, tuple[str, str]] = {
    "vestiging": ("school", "scholen"),
    "instelling": ("instelling", "instellingen"),
    "bestuur": ("bestuur", "besturen"),
}


def _title(
    rijen: Sequence[KetenRij], regio: str | None, niveau: Literal["vestiging", "instelling", "bestuur"]
) -> str:
    waar = region_name(regio)
    delen = []
    for thema in STAPPEN_PER_THEMA:
        alle = [rij for rij in rijen if rij.thema == thema]
        gesloten = sum(rij.oordeel is Ketenoordeel.GESLOTEN for rij in alle)
        if alle:
            van = counted(len(alle), *_WOORDEN[niveau])
            delen.append(
                f"thema {thema}: bij {number(gesloten)} van de {van} is de keten gesloten "
                f"({percentage(gesloten, len(alle))})"
            )
    if not delen:
        return f"In {waar} staan nog geen scholen met een thema: er is geen keten te beoordelen."
    return f"{waar}, {'; '.join(delen)}."
