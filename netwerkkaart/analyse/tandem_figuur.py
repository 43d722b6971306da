"""Whom the tandem reaches, as bars: one per kind of organisation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from netwerkkaart.analyse.tandem_verdeling import VERDELINGEN, Verdeling, VerdelingRij
from netwerkkaart.analyse.tandems import Tandemoordeel, TandemRij, TandemTelling
from netwerkkaart.analyse.tekening import Reeks, Staaf, Staven
from netwerkkaart.analyse.uitkomst import Uitkomst
from netwerkkaart.schema.register import SOORTEN

_BEREIK = (
    (Tandemoordeel.BEIDE, Reeks("beide", "goed")),
    (Tandemoordeel.LEREND_NETWERK, Reeks("alleen lerend netwerk", "neutraal")),
    (Tandemoordeel.STS, Reeks("alleen STS", "nadruk")),
    (Tandemoordeel.GEEN, Reeks("blinde vlek", "onbekend")),
)
_TONEN = {
    Verdeling.LEREND_NETWERK: Reeks("lerend netwerk", "neutraal"),
    Verdeling.STS: Reeks("STS", "nadruk"),
    Verdeling.SAMEN: Reeks("samen", "goed"),
    Verdeling.NIEMAND: Reeks("niemand", "onbekend"),
}


def draw_tandem(uitkomst: Uitkomst[TandemRij]) -> Staven:
    """Organisations of each kind by who reaches them."""
    telling = Counter((rij.soort, rij.oordeel) for rij in uitkomst.rijen)
    per_soort: dict[str, list[int]] = {
        soort: [telling[soort, oordeel] for oordeel, _ in _BEREIK]
        for soort in sorted({s for s, _ in telling})
    }
    return _bars(uitkomst.titel, [reeks for _, reeks in _BEREIK], per_soort)


def draw_overzicht(uitkomst: Uitkomst[TandemTelling]) -> Staven:
    """The same from the counts."""
    per_soort: dict[str, list[int]] = {}
    for rij in uitkomst.rijen:
        eigen = per_soort.setdefault(rij.soort, [0] * len(_BEREIK))
        telt = (rij.beide, rij.alleen_lerend_netwerk, rij.alleen_sts, rij.blinde_vlek)
        per_soort[rij.soort] = [al + erbij for al, erbij in zip(eigen, telt, strict=True)]
    return _bars(uitkomst.titel, [reeks for _, reeks in _BEREIK], per_soort)


def draw_verdeling(uitkomst: Uitkomst[VerdelingRij]) -> Staven:
    """Organisations of each kind by who keeps contact with them."""
    telling = Counter((rij.soort, rij.verdeling) for rij in uitkomst.rijen)
    orde = (*VERDELINGEN[1:], VERDELINGEN[0])
    per_soort = {soort: [telling[soort, v] for v in orde] for soort in sorted({s for s, _ in telling})}
    return _bars(uitkomst.titel, [_TONEN[v] for v in orde], per_soort)


def _bars(titel: str, reeksen: Sequence[Reeks], per_soort: Mapping[str, Sequence[int]]) -> Staven:
    staven = tuple(
        Staaf(SOORTEN[soort].soort.meervoud, tuple(map(float, aantallen)))
        for soort, aantallen in per_soort.items()
    )
    return Staven(titel, "organisaties", tuple(reeksen), staven)
