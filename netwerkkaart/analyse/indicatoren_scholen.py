"""Indicators that count schools and cells: chains, steps, NAFT, agreements, covered cells and gaps."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from netwerkkaart.analyse.afspraken import school_parties
from netwerkkaart.analyse.afspraken_partijen import Partijen
from netwerkkaart.analyse.basis import LEEFTIJD, STAPPEN, Getallen, steps_of
from netwerkkaart.analyse.bereik import Bereik
from netwerkkaart.analyse.cellen import Cellen
from netwerkkaart.analyse.gebieden import areas
from netwerkkaart.analyse.hiaten_oordeel import OORDELEN, Celoordeel, verdicts
from netwerkkaart.analyse.indicatoren_maat import (
    CODE_HIATEN,
    CODE_KETEN,
    Bewijs,
    Leerlingen,
    Maat,
    per_region,
)
from netwerkkaart.analyse.ketenoordeel import known_cells
from netwerkkaart.analyse.naft import reaches_naft
from netwerkkaart.graph.beeld import Masker
from netwerkkaart.schema.vocabularia import STAP, STAPPEN_PER_THEMA

_ROUTE = ("wachttijd_weken", "schakels")


class Scholen:
    """Schools as columns, and the indicators that count them.

    Args:
        bereik: the reach.
    """

    def __init__(self, bereik: Bereik) -> None:
        beeld = bereik.beeld
        self.bereik = bereik
        self.regio: Getallen = beeld.regio[bereik.start].astype(np.int64)
        aantallen = [beeld.kolom("leerlingen")[knoop] for knoop in bereik.start.tolist()]
        self.leerlingen = np.array([float(a) if isinstance(a, int | float) else np.nan for a in aantallen])
        self.onbekend = ~known_cells(bereik)[bereik.plaats]
        """Which (school, step) lies in a cell (target group leerling) that is not mapped; ``(S, 6)``."""

    def measures(self) -> Iterator[Maat]:
        """All indicators that count schools, theme after theme."""
        partij = school_parties(self.bereik, Partijen.of(self.bereik.beeld))
        for thema, stappen in STAPPEN_PER_THEMA.items():
            yield self._chain(thema)
            for stap in stappen:
                yield self._step(thema, stap)
            if thema == "2":
                naft = reaches_naft(self.bereik)
                naam = "secundaire scholen die een NAFT-aanbieder bereiken"
                yield self._plain("NAFT", naam, thema, naft, "analyse naft", ("schakels",))
            hier = np.asarray(partij[:, steps_of(thema)].any(axis=1))
            naam = "scholen die partij zijn bij een afspraak"
            yield self._plain("partij bij afspraak", naam, thema, hier, "analyse afspraken", ())

    def _chain(self, thema: str) -> Maat:
        stappen = steps_of(thema)
        past = self.bereik.past[:, stappen]
        heeft = np.asarray(past.any(axis=1))
        bereikt, onbekend = self.bereik.bereikt[:, stappen], self.onbekend[:, stappen]
        dicht = np.asarray(heeft & (bereikt | ~past).all(axis=1))
        hoog = np.asarray(heeft & (bereikt | ~past | onbekend).all(axis=1))
        bron, drempels = "analyse ketencijfers", (*_ROUTE, "maanden_inventarisatie")
        open_ = np.asarray((past & onbekend).any(axis=1))
        return self._of(
            CODE_KETEN, "scholen met een gesloten keten", thema, dicht, heeft, bron, drempels, (hoog, open_)
        )

    def _step(self, thema: str, stap: str) -> Maat:
        plek = STAPPEN.index((thema, stap))
        heeft, bereikt, onbekend = (
            m[:, plek] for m in (self.bereik.past, self.bereik.bereikt, self.onbekend)
        )
        naam = f"scholen die de stap bereiken: {STAP.woord(stap)}"
        bron, drempels = "analyse keten", (*_ROUTE, "maanden_inventarisatie")
        return self._of(
            f"stap: {stap}",
            naam,
            thema,
            bereikt,
            heeft,
            bron,
            drempels,
            (heeft & (bereikt | onbekend), heeft & onbekend),
        )

    def _plain(
        self, code: str, naam: str, thema: str, telt: Masker, bron: str, drempels: tuple[str, ...]
    ) -> Maat:
        """An indicator without a range: nothing says how complete it is."""
        heeft = np.asarray(self.bereik.past[:, steps_of(thema)].any(axis=1))
        return self._of(code, naam, thema, telt & heeft, heeft, bron, drempels, None)

    def _of(
        self,
        code: str,
        naam: str,
        thema: str,
        telt: Masker,
        heeft: Masker,
        bron: str,
        drempels: tuple[str, ...],
        marge: tuple[Masker, Masker] | None,
    ) -> Maat:
        """An indicator; ``marge``: who counts at most, and of whom something is not mapped."""
        beeld, knopen = self.bereik.beeld, self.bereik.start[telt].tolist()
        return Maat(
            code,
            naam,
            LEEFTIJD[thema],
            bron,
            drempels,
            per_region(self.regio, telt),
            per_region(self.regio, heeft),
            Bewijs([beeld.ids[k] for k in knopen], self.regio[telt]),
            None if marge is None else per_region(self.regio, marge[0]),
            None if marge is None else per_region(self.regio, marge[1]),
            Leerlingen(
                self._pupils(telt),
                self._pupils(heeft),
                per_region(self.regio, heeft & np.isnan(self.leerlingen)),
            ),
        )

    def _pupils(self, telt: Masker) -> Getallen:
        gekend = telt & ~np.isnan(self.leerlingen) & (self.regio >= 0)
        som = np.bincount(self.regio[gekend], self.leerlingen[gekend], minlength=6)
        return som[:6].astype(np.int64)


def cell_measures(bereik: Bereik) -> Iterator[Maat]:
    """Covered cells and gaps among all municipality × step × target group with schools, per theme."""
    beeld, gemeenten = bereik.beeld, bereik.beeld.van_soort("Gemeente")
    cellen = Cellen.of(bereik, areas(beeld, "gemeente", None))
    oordelen, regio = verdicts(cellen, bereik.drempels), beeld.regio[gemeenten].astype(np.int64)
    nis = [beeld.ids[g] for g in gemeenten.tolist()]
    drempels = (*_ROUTE, "aandeel_niet_verbonden", "maanden_inventarisatie")
    for thema in STAPPEN_PER_THEMA:
        deel, met_school = oordelen[:, steps_of(thema)], cellen.scholen[:, steps_of(thema)] > 0
        waar = np.broadcast_to(regio[:, None, None], deel.shape).ravel()
        wit = deel == OORDELEN.index(Celoordeel.WITTE_VLEK)
        for oordeel, naam, goed in (
            (Celoordeel.GEDEKT, "gedekte cellen", True),
            (Celoordeel.HIAAT, CODE_HIATEN, False),
        ):
            telt = deel == OORDELEN.index(oordeel)
            raakt = np.flatnonzero(telt.any(axis=(1, 2)))
            alle = per_region(waar, met_school.ravel())
            yield Maat(
                naam,
                f"{naam} (gemeente × stap × doelgroep)",
                LEEFTIJD[thema],
                "analyse hiaten --per gemeente",
                drempels,
                per_region(waar, telt.ravel()),
                alle,
                Bewijs([nis[g] for g in raakt.tolist()], regio[raakt]),
                per_region(waar, (telt | wit).ravel()),
                per_region(waar, (met_school & ~cellen.in_kaart[:, steps_of(thema)]).ravel()),
                hoog_is_goed=goed,
            )
