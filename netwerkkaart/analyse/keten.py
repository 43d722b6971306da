"""The closed chain: does a school reach every step that applies to it, and over which route?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

import numpy as np

from netwerkkaart.analyse.basis import (
    STAPPEN,
    Getallen,
    in_region,
    municipality_name,
    part_of,
    percentage,
    region_name,
    steps_of,
)
from netwerkkaart.analyse.bereik import Bereik, compute_reach
from netwerkkaart.analyse.drempels import STANDAARD, Drempels
from netwerkkaart.analyse.kanttekeningen import data_notes
from netwerkkaart.analyse.ketenoordeel import (
    GESLOTEN,
    NVT,
    OORDELEN,
    Codes,
    Ketenoordeel,
    chain_verdicts,
    step_verdicts,
)
from netwerkkaart.analyse.rijen import Rijen, joined
from netwerkkaart.analyse.uitkomst import Uitkomst, kop
from netwerkkaart.analyse.vouwen import Groepen, Niveau, groups
from netwerkkaart.analyse.wegen import Wegen
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.schema.vocabularia import STAPPEN_PER_THEMA


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
    wegen, codes = Wegen(bereik), bereik.once(step_verdicts)
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
        dicht = (chain_verdicts(van_leden, thema) == GESLOTEN).astype(np.int64)
        if len(groepen) < len(groepen.leden):
            begin = groepen.grenzen[:-1]
            van_leden, dicht = np.maximum.reduceat(van_leden, begin, axis=0), np.add.reduceat(dicht, begin)
        return cls(wegen, thema, groepen, np.where(geldt, van_leden, NVT), dicht)

    @property
    def oordeel(self) -> Codes:
        """Verdict on each chain: the gravest of its steps."""
        gravest: Codes = self.codes.max(axis=1, initial=NVT)
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
        beeld, leden = self.wegen.bereik.beeld, self.groepen.members(plek)
        knopen, vormen, gesloten = self._lijsten
        vorm = vormen[plek]
        stappen = tuple(
            [open_ or self._reached(leden[0], plaats) for plaats, open_ in zip(*vorm[:2], strict=True)]
        )
        return KetenRij(
            self.groepen.ids[plek],
            self.groepen.namen[plek],
            municipality_name(beeld, knopen[leden[0]]),
            self.thema,
            *vorm[2:],
            stappen,
            len(leden),
            gesloten[plek],
            pupils(beeld, [knopen[lid] for lid in leden]),
            tuple(dict.fromkeys([rid for stap in stappen for rid in stap.route])),
        )

    @cached_property
    def _lijsten(self) -> tuple[list[int], list[_Vorm], list[int]]:
        """Node of each start; shape and closed starts of each chain: quicker to read one by one."""
        uniek, welke = np.unique(self.codes, axis=0, return_inverse=True)
        vormen = [_shape(codes) for codes in uniek.tolist()]
        per_keten = [vormen[nummer] for nummer in welke.ravel().tolist()]
        return self.wegen.bereik.start.tolist(), per_keten, self.gesloten.tolist()

    def _reached(self, start: int, plaats: int) -> KetenStap:
        return KetenStap(STAPPEN[plaats][1], Ketenoordeel.GESLOTEN, *self.wegen.of_step(start, plaats))


class _Vorm(NamedTuple):
    """What chains with the same verdicts share.

    Args:
        plaatsen: the steps that apply.
        open: for each the step as it stands in a row; None where it is reached, over a route of its own.
        oordeel, bereikt, ontbreekt: as in :class:`KetenRij`.
    """

    plaatsen: list[int]
    open: list[KetenStap | None]
    oordeel: Ketenoordeel
    bereikt: tuple[str, ...]
    ontbreekt: tuple[str, ...]


def _shape(codes: Sequence[int]) -> _Vorm:
    plaatsen = [plaats for plaats, code in enumerate(codes) if code != NVT]
    namen = [(STAPPEN[plaats][1], codes[plaats]) for plaats in plaatsen]
    return _Vorm(
        plaatsen,
        [KetenStap(naam, OORDELEN[code]) if code != GESLOTEN else None for naam, code in namen],
        OORDELEN[max(codes)],
        tuple(naam for naam, code in namen if code == GESLOTEN),
        tuple(naam for naam, code in namen if code != GESLOTEN),
    )


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
                f"thema {deel.thema}: bij {part_of(gesloten, alle, *_WOORDEN[niveau])} "
                f"is de keten gesloten ({percentage(gesloten, alle)})"
            )
    if not zinnen:
        return f"In {waar} staan nog geen scholen met een thema: er is geen keten te beoordelen."
    return f"{waar}, {'; '.join(zinnen)}."
