"""What the demo is meant to show: per municipality, theme, step and target group one state.

The mix of verdicts is made here, by shares of schools and a fixed turn of states, not by picking a
seed. Definitions of the verdicts: ``docs/analyses.md``. The states become offers in
:mod:`~netwerkkaart.demo.aanbod` and routes in :mod:`~netwerkkaart.demo.banden`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import cycle
from random import Random

from netwerkkaart.demo.model import Cel, Stand
from netwerkkaart.demo.plaatsen import KLEINST, Plaats, kernen
from netwerkkaart.schema.vocabularia import DOELGROEP, STAPPEN_PER_THEMA

LEERLING = "leerling"


class Modus(Enum):
    """How a target group follows the state of the pupils in the same municipality."""

    MEE = auto()  # the same
    DEELS = auto()  # the same where open, in half of the places; elsewhere nothing
    OVERAL = auto()  # open everywhere, by offers for the whole region
    VOL = auto()  # full wherever pupils have something
    VOL_OVERAL = auto()  # full everywhere, by an offer for the whole region
    LOS = auto()  # hardly reached wherever pupils have something
    GEEN = auto()  # nothing, and all mapped: a gap of the whole region
    GEEN_ONBEKEND = auto()  # nothing, and mapped in some places only


_V, _H, _W, _D = STAPPEN_PER_THEMA["2"]
MODI: Mapping[tuple[str, str], tuple[Modus, Modus, Modus]] = {
    ("1", _V): (Modus.MEE, Modus.OVERAL, Modus.LOS),
    ("1", _H): (Modus.VOL, Modus.DEELS, Modus.GEEN),
    ("2", _V): (Modus.DEELS, Modus.OVERAL, Modus.MEE),
    ("2", _H): (Modus.VOL_OVERAL, Modus.LOS, Modus.GEEN_ONBEKEND),
    ("2", _W): (Modus.GEEN, Modus.GEEN_ONBEKEND, Modus.DEELS),
    ("2", _D): (Modus.DEELS, Modus.GEEN, Modus.GEEN_ONBEKEND),
}
"""Modes of parents, teachers and school, by theme and step."""

# Shares of the schools of a theme that lack something at all, and per step.
_TEKORT: Mapping[str, float] = {"1": 0.40, "2": 0.38}
_TEKORT_PER_STAP: Mapping[tuple[str, str], float] = {
    ("1", _V): 0.18,
    ("1", _H): 0.33,
    ("2", _V): 0.10,
    ("2", _H): 0.17,
    ("2", _W): 0.22,
    ("2", _D): 0.29,
}
_ONBEKEND = "onbekend"
_BEURT: tuple[str, ...] = (Stand.LOS, Stand.VOL, Stand.GEEN, Stand.LOS, Stand.VOL, _ONBEKEND, Stand.GEEN)
_AANDEEL_NOOIT = 0.15


@dataclass(frozen=True, slots=True)
class Bedoeling:
    """What is meant.

    Args:
        stand: per cell the state of each municipality that has schools of the theme.
        gekaart: per cell the municipalities that were mapped.
        nooit: municipalities that nobody ever mapped (white spots).
        volledig: cells that were mapped for the whole region at once.
    """

    stand: Mapping[Cel, Mapping[str, Stand]]
    gekaart: Mapping[Cel, tuple[str, ...]]
    nooit: tuple[str, ...]
    volledig: tuple[Cel, ...]


def make_bedoeling(
    rng: Random, plaatsen: Sequence[Plaats], scholen: Mapping[str, Mapping[str, int]]
) -> Bedoeling:
    """Plan every cell.

    Args:
        rng: source of chance.
        plaatsen: the municipalities of the region.
        scholen: theme → NIS code → number of sites (above 0).
    """
    nooit = _nooit(rng, plaatsen, scholen)
    stand: dict[Cel, dict[str, Stand]] = {}
    onbekend: dict[tuple[str, str], set[str]] = {}
    for thema, stappen in STAPPEN_PER_THEMA.items():
        tekorten = _tekorten(rng, plaatsen, scholen[thema], thema, nooit)
        toegewezen = _wijs_toe(rng, tekorten, nooit)
        for stap in stappen:
            basis = {nis: toegewezen.get((nis, stap), Stand.OPEN) for nis in scholen[thema]}
            onbekend[thema, stap] = {nis for nis, wat in basis.items() if wat == _ONBEKEND}
            leerling = {nis: Stand.GEEN if wat == _ONBEKEND else Stand(wat) for nis, wat in basis.items()}
            stand[thema, stap, LEERLING] = leerling
            for groep, modus in zip(DOELGROEP.codes[1:], MODI[thema, stap], strict=True):
                stand[thema, stap, groep] = _volg(rng, leerling, modus)
    gekaart = {cel: _kaart(rng, plaatsen, cel, nooit, onbekend[cel[:2]]) for cel in stand}
    volledig = tuple(cel for cel in stand if _modus(cel) is Modus.GEEN)
    return Bedoeling(stand, gekaart, nooit, volledig)


def _modus(cel: Cel) -> Modus | None:
    thema, stap, groep = cel
    return None if groep == LEERLING else MODI[thema, stap][DOELGROEP.codes.index(groep) - 1]


def _nooit(
    rng: Random, plaatsen: Sequence[Plaats], scholen: Mapping[str, Mapping[str, int]]
) -> tuple[str, ...]:
    """Smaller places that nobody mapped: half of them with secondary schools, where there are."""
    kern = {plaats.nis for plaats in kernen(plaatsen)}
    rand = sorted(
        (p for p in plaatsen if p.nis not in kern and p.gewicht >= KLEINST), key=lambda p: (p.gewicht, p.nis)
    )
    aantal = max(2, round(_AANDEEL_NOOIT * len(plaatsen)))
    met = [p.nis for p in rand if p.nis in scholen["2"]]
    met = rng.sample(met[: len(met) * 2 // 3], min((aantal + 1) // 2, len(met) * 2 // 3))
    zonder = [p.nis for p in rand[: max(aantal, len(rand) // 2)] if p.nis not in met]
    return tuple(sorted([*met, *rng.sample(zonder, min(aantal - len(met), len(zonder)))]))


def _tekorten(
    rng: Random, plaatsen: Sequence[Plaats], scholen: Mapping[str, int], thema: str, nooit: Sequence[str]
) -> list[tuple[str, str]]:
    """Pairs (municipality, step) that lack something, up to the shares of schools that are meant."""
    kern = [plaats.nis for plaats in reversed(kernen(plaatsen)) if plaats.nis in scholen]
    rand = [nis for nis in scholen if nis not in kern and nis not in nooit]
    rng.shuffle(rand)
    totaal = sum(scholen.values())
    vooraan = [nis for nis in nooit if nis in scholen]
    geraakt = _tot_aandeel([*vooraan, *rand, *kern], scholen, _TEKORT[thema] * totaal)
    uit: list[tuple[str, str]] = []
    for stap in STAPPEN_PER_THEMA[thema]:
        volgorde = rng.sample(geraakt, len(geraakt))
        # White spots lack nearly everything: they come first, but for the first step half of them.
        eerst = [nis for nis in vooraan if nis in geraakt and (stap != _V or rng.random() < 0.5)]
        volgorde = [*eerst, *(nis for nis in volgorde if nis not in eerst)]
        doel = _TEKORT_PER_STAP[thema, stap] * totaal
        uit += [(nis, stap) for nis in _tot_aandeel(volgorde, scholen, doel)]
    laatste = STAPPEN_PER_THEMA[thema][-1]
    getroffen = {nis for nis, _ in uit}
    return [*uit, *((nis, laatste) for nis in geraakt if nis not in getroffen)]


def _tot_aandeel(volgorde: Sequence[str], scholen: Mapping[str, int], doel: float) -> list[str]:
    """Take places in order while their schools fit in the goal; a place that overshoots is passed by."""
    uit: list[str] = []
    som = 0
    for nis in volgorde:
        if som + scholen[nis] <= doel + 0.5:
            uit.append(nis)
            som += scholen[nis]
    return uit


def _wijs_toe(
    rng: Random, tekorten: Sequence[tuple[str, str]], nooit: Sequence[str]
) -> dict[tuple[str, str], str]:
    """Deal the states in a fixed turn, so that each has its share on any seed."""
    gewoon = [paar for paar in tekorten if paar[0] not in nooit]
    rng.shuffle(gewoon)
    beurt = cycle(_BEURT)
    uit = {paar: next(beurt) for paar in gewoon}
    return uit | {paar: _ONBEKEND for paar in tekorten if paar[0] in nooit}


def _volg(rng: Random, leerling: Mapping[str, Stand], modus: Modus) -> dict[str, Stand]:
    """The states of another target group, from those of the pupils."""
    vast = {
        Modus.OVERAL: Stand.OPEN,
        Modus.VOL_OVERAL: Stand.VOL,
        Modus.GEEN: Stand.GEEN,
        Modus.GEEN_ONBEKEND: Stand.GEEN,
    }
    if modus in vast:
        return dict.fromkeys(leerling, vast[modus])
    if modus is Modus.MEE:
        return dict(leerling)
    if modus is Modus.DEELS:
        open_ = [nis for nis, stand in leerling.items() if stand is Stand.OPEN]
        houdt = set(rng.sample(open_, (len(open_) + 1) // 2))
        return {nis: Stand.OPEN if nis in houdt else Stand.GEEN for nis in leerling}
    nieuw = Stand.VOL if modus is Modus.VOL else Stand.LOS
    return {nis: Stand.GEEN if stand is Stand.GEEN else nieuw for nis, stand in leerling.items()}


def _kaart(
    rng: Random, plaatsen: Sequence[Plaats], cel: Cel, nooit: Sequence[str], onbekend: set[str]
) -> tuple[str, ...]:
    """Which places were mapped for this cell."""
    wel = [p.nis for p in plaatsen if p.nis not in nooit and p.nis not in onbekend]
    if _modus(cel) is Modus.GEEN_ONBEKEND:
        return tuple(sorted(rng.sample(wel, len(wel) // 3)))
    if cel[2] in DOELGROEP.codes[2:]:
        return tuple(sorted(rng.sample(wel, len(wel) * 4 // 5)))
    return tuple(wel)
