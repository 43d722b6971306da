"""What those at one table can act on: gaps, and new ties between them.

A *gap* is a municipality × theme × step with the target groups that have one and the same verdict there:
hiaat, volzet or niet verbonden (:mod:`~.hiaten_oordeel`). Those at the table can act on it when

* it is niet verbonden, and a proposed tie between two of them makes that step reached for a school there
  (``band``);
* one of them provides an offer for that theme, step and one of these target groups that reaches the
  municipality (``biedt``; when it is niet verbonden, one that is not full), or that is not full and does not
  reach it yet (``elders``);
* one of them is a school there with the theme, or the first link of a route of such a school (``kent``).

The first of these that fits says how. Ties are those of ``nieuwe-bruggen`` with both ends at the table.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

import numpy as np

from netwerkkaart.analyse.basis import DOELGROEPEN, STAPPEN, Getallen, in_region
from netwerkkaart.analyse.bereik import Bereik
from netwerkkaart.analyse.cellen import Cellen
from netwerkkaart.analyse.gebieden import areas
from netwerkkaart.analyse.hiaten_oordeel import OORDELEN, OPEN, Celoordeel, verdicts
from netwerkkaart.analyse.nieuwe_bruggen import NieuweBrug, nieuwe_bruggen
from netwerkkaart.analyse.winst import Winst
from netwerkkaart.graph.beeld import Masker


class Hoe(StrEnum):
    """How those at the table can act on a gap, what is most certain first."""

    BAND = "band"
    BIEDT = "biedt"
    ELDERS = "elders"
    KENT = "kent"


@dataclass(frozen=True, slots=True)
class Tafelhiaat:
    """One gap on which somebody at the table can act.

    Args:
        gebied, naam: code and name of the municipality.
        thema, stap: of the step.
        oordeel, doelgroepen: the verdict, and the target groups that have it.
        scholen: schools with the theme.
        zonder: the most of these that reach no offer with room for one of these groups.
        hoe: how they can act.
        wie: ids of those at the table who can; of a tie both ends.
        bewijs: the municipality, the offers, or the schools that it rests on.
    """

    gebied: str
    naam: str
    thema: str
    stap: str
    oordeel: Celoordeel
    doelgroepen: tuple[str, ...]
    scholen: int
    zonder: int
    hoe: Hoe
    wie: tuple[str, ...]
    bewijs: tuple[str, ...]


class Tafel(NamedTuple):
    """What a table can act on: the gaps, in order, and the proposed ties between those who sit at it."""

    hiaten: tuple[Tafelhiaat, ...]
    banden: tuple[NieuweBrug, ...]


def look_from_table(
    bereik: Bereik, leden: Sequence[int], *, regio: str | None = None, banden: int = 3
) -> Tafel:
    """Gaps and ties for those at one table. The cost of ``nieuwe-bruggen`` and ``hiaten`` together.

    Args:
        bereik: the reach.
        leden: nodes of the organisations at the table.
        regio: only schools and municipalities of this region; offers and ties of everywhere count.
        banden: most ties.

    Raises:
        NietGevonden: there is no such region.

    Returns:
        The gaps by how one can act, then by the most schools without, then by theme, step and code.
    """
    beeld = bereik.beeld
    mag = np.zeros(beeld.aantal_organisaties, dtype=np.bool_)
    mag[list(leden)] = True
    voorgesteld: tuple[NieuweBrug, ...] = ()
    if len(leden) > 1:
        voorgesteld = tuple(nieuwe_bruggen(beeld, banden, regio=regio, bereik=bereik, tussen=mag).rijen)
    cellen = Cellen.of(bereik, areas(beeld, "gemeente", regio))
    helpt = _ties_per_cell(bereik, voorgesteld, mag, regio)
    zicht = _Zicht(bereik, cellen, verdicts(cellen, bereik.drempels), np.flatnonzero(mag).astype(np.int64))
    open_ = np.isin(zicht.oordelen, [OORDELEN.index(oordeel) for oordeel in OPEN]).any(axis=2)
    rijen = (
        zicht.row((int(gebied), int(stap)), oordeel, voorgesteld, helpt)
        for gebied, stap in np.argwhere(open_)
        for oordeel in OPEN
    )
    orde = list(Hoe)
    stappen = list(STAPPEN)
    return Tafel(
        tuple(
            sorted(
                (rij for rij in rijen if rij is not None),
                key=lambda r: (orde.index(r.hoe), -r.zonder, stappen.index((r.thema, r.stap)), r.gebied),
            )
        ),
        voorgesteld,
    )


def _ties_per_cell(
    bereik: Bereik, banden: Sequence[NieuweBrug], mag: Masker, regio: str | None
) -> list[Getallen]:
    """Per tie how many schools of each municipality and step it helps by itself, shape ``(G + 1, 6)``."""
    if not banden:
        return []
    winst = Winst(bereik, in_region(bereik.beeld, regio)[bereik.start], mag)
    uit = []
    for band in banden:
        nieuw = winst.triples(bereik.beeld.nummer[band.van], bereik.beeld.nummer[band.naar])
        telling = np.zeros((len(bereik.aanbod.gebied), len(STAPPEN)), dtype=np.int64)
        np.add.at(telling, bereik.plaats, nieuw.astype(np.int64))  # an unknown place is −1, the last row
        uit.append(telling)
    return uit


@dataclass(frozen=True)
class _Zicht:
    """The cells as those at the table see them.

    Args:
        bereik, cellen: what they were computed from.
        oordelen: verdicts on the cells.
        leden: nodes of those at the table, in order.
    """

    bereik: Bereik
    cellen: Cellen
    oordelen: Getallen
    leden: Getallen

    def row(
        self,
        waar_en_stap: tuple[int, int],
        oordeel: Celoordeel,
        banden: Sequence[NieuweBrug],
        helpt: Sequence[Getallen],
    ) -> Tafelhiaat | None:
        """One gap; None when there is none of this verdict, or nobody at the table can act on it."""
        gebied, stap = waar_en_stap
        groepen = np.flatnonzero(self.oordelen[gebied, stap] == OORDELEN.index(oordeel))
        if not len(groepen):
            return None
        los = oordeel is Celoordeel.NIET_VERBONDEN
        gevonden = self._act(gebied, stap, groepen, banden if los else (), helpt if los else (), los=los)
        if gevonden is None:
            return None
        hoe, wie, bewijs = gevonden
        cellen, waar = self.cellen, self.cellen.gebieden[gebied]
        zonder = cellen.scholen[gebied, stap, groepen] - cellen.bereikt[gebied, stap, groepen]
        return Tafelhiaat(
            waar.code,
            waar.naam,
            *STAPPEN[stap],
            oordeel,
            tuple(DOELGROEPEN[g] for g in groepen.tolist()),
            int(cellen.scholen[gebied, stap, groepen].max()),
            int(zonder.max()),
            hoe,
            tuple(dict.fromkeys(wie)),
            tuple(dict.fromkeys((waar.code, *bewijs))),
        )

    def _act(
        self,
        gebied: int,
        stap: int,
        groepen: Getallen,
        banden: Sequence[NieuweBrug],
        helpt: Sequence[Getallen],
        *,
        los: bool,
    ) -> tuple[Hoe, list[str], list[str]] | None:
        ids, gemeente = self.bereik.beeld.ids, int(self.cellen.gebieden[gebied].gemeenten[0])
        beste = [(-int(n[gemeente, stap]), nr) for nr, n in enumerate(helpt) if n[gemeente, stap]]
        if beste:
            band = banden[min(beste)[1]]
            return Hoe.BAND, [band.van, band.naar], list(band.bewijs)
        bereikt, erbuiten = self._offers(gemeente, stap, groepen, met_plaats=los)
        for hoe, paren in ((Hoe.BIEDT, bereikt), (Hoe.ELDERS, erbuiten)):
            if paren:
                return hoe, [ids[wie] for wie, _ in paren], [ids[wat] for _, wat in paren]
        kent = self._know(gemeente, stap)
        return (Hoe.KENT, kent, kent) if kent else None

    def _offers(
        self, gemeente: int, stap: int, groepen: Getallen, *, met_plaats: bool
    ) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
        """(Member, offer) pairs for a step: of offers that reach the municipality, and of free others."""
        aanbod = self.bereik.aanbod
        dient = aanbod.stappen[:, stap] & aanbod.doelgroepen[:, groepen].any(axis=1)
        wie, wat = self._biedt
        telt = dient[wat]
        wie, wat = wie[telt], wat[telt]
        reikt, vrij = aanbod.gebied[gemeente, wat], ~aanbod.vol[wat]
        hier, buiten = reikt & (vrij if met_plaats else True), ~reikt & vrij
        knopen = aanbod.knopen
        paren = [
            [(int(wie[p]), int(knopen[wat[p]])) for p in np.flatnonzero(masker).tolist()]
            for masker in (hier, buiten)
        ]
        return paren[0], paren[1]

    @cached_property
    def _biedt(self) -> tuple[Getallen, Getallen]:
        """Node of the member and place of the offer of all that those at the table provide, in that order."""
        rij, wat = self.bereik.aanbod.aanbieders[self.leden].tocoo().coords
        orde = np.lexsort((wat, rij))
        return self.leden[rij[orde]], wat[orde].astype(np.int64)

    def _know(self, gemeente: int, stap: int) -> list[str]:
        """Members that are a school there with the theme, or the first link of one's route."""
        bereik = self.bereik
        scholen = bereik.start[(bereik.plaats == gemeente) & bereik.past[:, stap]]
        if not len(scholen):
            return []
        leidt = np.asarray(bereik.routes.eerste.matrix[scholen][:, self.leden].sum(axis=0)).ravel() > 0
        kent = leidt | np.isin(self.leden, scholen)
        return [bereik.beeld.ids[knoop] for knoop in self.leden[kent].tolist()]
