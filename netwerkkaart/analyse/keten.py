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
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from netwerkkaart.analyse.basis import (
    DOELGROEPEN,
    STAPPEN,
    Getallen,
    counted,
    in_region,
    municipality_name,
    number,
    percentage,
    region_name,
    steps_of,
)
from netwerkkaart.analyse.bereik import Bereik, compute_reach
from netwerkkaart.analyse.drempels import STANDAARD, Drempels
from netwerkkaart.analyse.hiaten import mapped_cells
from netwerkkaart.analyse.kanttekeningen import data_notes
from netwerkkaart.analyse.rijen import Rijen, joined
from netwerkkaart.analyse.uitkomst import Uitkomst, kop
from netwerkkaart.analyse.vouwen import Groepen, Niveau, groups
from netwerkkaart.analyse.wegen import Wegen
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
_NVT = -1


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
    wegen, codes = Wegen(bereik), step_verdicts(bereik)
    hier = in_region(beeld, regio)[bereik.start]
    delen: list[Ketens] = []
    for thema in STAPPEN_PER_THEMA:
        doet_mee = np.flatnonzero(hier & bereik.past[:, steps_of(thema)].any(axis=1))
        delen.append(Ketens.of(wegen, codes, thema, groups(beeld, bereik.start, doet_mee, niveau)))
    return Uitkomst(
        "keten",
        _title(delen, regio, niveau),
        bereik.datum,
        bereik.drempels,
        KetenRij,
        joined(*(deel.rows() for deel in delen)),
        data_notes(bereik, regio),
        {f"thema {deel.thema} {o}": aantal for deel in delen for o, aantal in deel.counts().items()},
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
            bereik.passend_vrij[bereik.plaats],
            bereik.passend[bereik.plaats],
            in_kaart,
        ],
        [_NVT, _GESLOTEN, _LOS, _VOLZET, _HIAAT],
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


@dataclass(frozen=True)
class Ketens:
    """Chains for one theme, of one start each or of several that are folded together, as columns.

    Args:
        wegen: the routes to show.
        thema: the theme.
        groepen: the starts of each chain.
        codes: verdict on each step, shape ``(chains, 6)``: the gravest of the starts; −1 for a step that
            does not apply.
        gesloten: how many starts of each have a closed chain.
    """

    wegen: Wegen
    thema: str
    groepen: Groepen
    codes: Codes
    gesloten: Getallen

    @classmethod
    def of(cls, wegen: Wegen, codes: Codes, thema: str, groepen: Groepen) -> Ketens:
        """Gather the verdicts of the starts (``codes``, as :func:`step_verdicts` gives them)."""
        van_leden = codes[groepen.leden]
        geldt = np.zeros((len(groepen), len(STAPPEN)), dtype=np.bool_)
        geldt[:, steps_of(thema)] = wegen.bereik.past[groepen.eerste][:, steps_of(thema)]
        dicht = (chain_verdicts(van_leden, thema) == _GESLOTEN).astype(np.int64)
        if len(groepen) < len(groepen.leden):
            begin = groepen.grenzen[:-1]
            van_leden, dicht = np.maximum.reduceat(van_leden, begin, axis=0), np.add.reduceat(dicht, begin)
        return cls(wegen, thema, groepen, np.where(geldt, van_leden, _NVT), dicht)

    @property
    def oordeel(self) -> Codes:
        """Verdict on each chain: the gravest of its steps."""
        gravest: Codes = self.codes.max(axis=1, initial=_NVT)
        return gravest

    def counts(self) -> dict[str, int]:
        """How many chains have each verdict."""
        aantal = np.bincount(self.oordeel, minlength=len(OORDELEN)).tolist()
        return {str(oordeel): aantal[code] for code, oordeel in enumerate(OORDELEN)}

    def rows(self) -> Rijen[KetenRij]:
        """A row per chain."""
        return Rijen(len(self.groepen), self.row)

    def row(self, plek: int) -> KetenRij:
        """The row of one chain; it shows the routes of the first start."""
        beeld, leden = self.wegen.bereik.beeld, self.groepen.per_groep[plek]
        knopen, codes, gesloten = self._lijsten
        stappen = tuple(
            self._step(leden[0], plaats, code) for plaats, code in enumerate(codes[plek]) if code != _NVT
        )
        return KetenRij(
            self.groepen.ids[plek],
            self.groepen.namen[plek],
            municipality_name(beeld, knopen[leden[0]]),
            self.thema,
            OORDELEN[max(codes[plek])],
            tuple([s.stap for s in stappen if s.oordeel is Ketenoordeel.GESLOTEN]),
            tuple([s.stap for s in stappen if s.oordeel is not Ketenoordeel.GESLOTEN]),
            stappen,
            len(leden),
            gesloten[plek],
            pupils(beeld, [knopen[lid] for lid in leden]),
            tuple(dict.fromkeys([rid for stap in stappen for rid in stap.route])),
        )

    @cached_property
    def _lijsten(self) -> tuple[list[int], list[list[int]], list[int]]:
        """Node of each start, codes and closed starts of each chain: quicker to read one by one."""
        return self.wegen.bereik.start.tolist(), self.codes.tolist(), self.gesloten.tolist()

    def _step(self, start: int, plaats: int, code: int) -> KetenStap:
        weg = self.wegen.of_step(start, plaats) if code == _GESLOTEN else ()
        return KetenStap(STAPPEN[plaats][1], OORDELEN[code], *weg)


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


def _title(delen: Sequence[Ketens], regio: str | None, niveau: Niveau) -> str:
    waar = region_name(regio)
    zinnen = []
    for deel in delen:
        alle, gesloten = len(deel.groepen), deel.counts()[Ketenoordeel.GESLOTEN]
        if alle:
            zinnen.append(
                f"thema {deel.thema}: bij {number(gesloten)} van de {counted(alle, *_WOORDEN[niveau])} "
                f"is de keten gesloten ({percentage(gesloten, alle)})"
            )
    if not zinnen:
        return f"In {waar} staan nog geen scholen met een thema: er is geen keten te beoordelen."
    return f"{waar}, {'; '.join(zinnen)}."
