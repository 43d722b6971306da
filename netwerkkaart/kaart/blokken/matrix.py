"""The verdict on every cell of every region and municipality on the map, with its counts."""

from __future__ import annotations

import numpy as np

from netwerkkaart.analyse.basis import DOELGROEPEN, STAPPEN, Getallen
from netwerkkaart.analyse.bereik import Bereik
from netwerkkaart.analyse.cellen import Cellen
from netwerkkaart.analyse.gebieden import areas
from netwerkkaart.analyse.hiaten_oordeel import OORDELEN, Celoordeel, verdicts
from netwerkkaart.analyse.hiaten_weg import loose_schools, missing_way
from netwerkkaart.kaart.blokken.aanbod import bits
from netwerkkaart.kaart.blokken.elders import Elders
from netwerkkaart.kaart.keuze import Keuze
from netwerkkaart.kaart.resultaten import Blok

CELLEN = len(STAPPEN) * len(DOELGROEPEN)
"""Cells of one area: (theme, step) after (theme, step), in each the target groups."""
_CODE = {
    Celoordeel.GEEN_SCHOLEN: -1,
    Celoordeel.GEDEKT: 0,
    Celoordeel.VOLZET: 1,
    Celoordeel.NIET_VERBONDEN: 2,
    Celoordeel.HIAAT: 3,
    Celoordeel.WITTE_VLEK: 4,
}
"""Verdicts as the page numbers them: in the order of its legend, as those of chains."""
_LOS = OORDELEN.index(Celoordeel.NIET_VERBONDEN)


def matrix_block(keuze: Keuze, bereik: Bereik, elders: Elders) -> Blok:
    """Verdict and counts of each cell, area after area: regions first, then municipalities.

    ``band`` names for each cell that is *niet verbonden* the tie that one school lacks.
    """
    plaats = {keuze.beeld.ids[g]: nummer for nummer, g in enumerate(keuze.gemeenten)}
    gebieden = (
        *areas(keuze.beeld, "regio", keuze.regio),
        *(g for g in areas(keuze.beeld, "gemeente", keuze.regio) if g.code in plaats),
    )
    cellen = Cellen.of(bereik, gebieden)
    oordelen = verdicts(cellen, bereik.drempels)
    codes = np.array([_CODE[oordeel] for oordeel in OORDELEN])[oordelen]
    return {
        "code": [gebied.code for gebied in gebieden],
        "naam": [gebied.naam for gebied in gebieden],
        "gemeente": [plaats.get(gebied.code, -1) for gebied in gebieden],
        "oordeel": _flat(codes),
        # The same for each target group: once per (theme, step).
        "scholen": cellen.scholen[:, :, 0].ravel().tolist(),
        "bereikt": _flat(cellen.bereikt),
        "aanbod": _flat(cellen.aanbod),
        "vrij": _flat(cellen.vrij),
        "band": _missing(cellen, oordelen, elders),
    }


def _flat(kolom: Getallen) -> list[int]:
    uit: list[int] = kolom.ravel().tolist()
    return uit


def _missing(cellen: Cellen, oordelen: Getallen, elders: Elders) -> list[int]:
    """Cell, from, to of each cell that is not connected and that a tie would help, one after the other."""
    uit: list[int] = []
    for gebied, stap, groep in np.argwhere(oordelen == _LOS).tolist():
        los = loose_schools(cellen, gebied, stap, groep)
        band = missing_way(cellen.bereik, los, stap, groep).band
        if band:
            cel = gebied * CELLEN + stap * len(DOELGROEPEN) + groep
            uit += [cel, *(elders.van_id(id_) for id_ in band)]
    return uit


def school_bits(bereik: Bereik, hier: Getallen) -> list[int]:
    """Of which cells each of some schools reaches an offer that is not full: bits over the cells."""
    aanbod = bereik.aanbod
    cellen = aanbod.stappen[:, :, None] & aanbod.doelgroepen[:, None, :]
    raakt = bereik.reaching(cellen.reshape(len(aanbod), CELLEN))[hier]
    return bits(raakt & np.repeat(bereik.past[hier], len(DOELGROEPEN), axis=1))
