"""Which good practices fit which gaps, and in what order."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import NamedTuple

import numpy as np

from netwerkkaart.analyse.basis import DOELGROEPEN, STAPPEN, Getallen, membership, place_of
from netwerkkaart.analyse.cellen import Cellen
from netwerkkaart.analyse.hiaten_oordeel import OORDELEN, OPEN
from netwerkkaart.analyse.praktijken_context import Omstandigheden, alike, context_of, context_of_schools
from netwerkkaart.graph.beeld import Masker
from netwerkkaart.schema.vocabularia import STAP, THEMA


class Past(NamedTuple):
    """One practice that fits a gap.

    Args:
        praktijk: its place among the practices.
        doelgroepen: target groups in common, shape ``(4,)``.
        toepassingen: positions among ``PAST_TOE`` outside the gap's area, the most alike first.
        gelijkenis: what is alike with the first of these.
    """

    praktijk: int
    doelgroepen: Masker
    toepassingen: list[int]
    gelijkenis: tuple[str, ...]


class Passing:
    """Gaps, practices, and which fit.

    Gaps come computed first (area after area, step after step), then reported.

    Args:
        cellen: the cells.
        oordelen: their verdicts.
        meldingen: positions of the reported gaps that count.
    """

    def __init__(self, cellen: Cellen, oordelen: Getallen, meldingen: Getallen) -> None:
        self.cellen, self.beeld, self.meldingen = cellen, cellen.bereik.beeld, meldingen
        open_ = np.isin(oordelen, [OORDELEN.index(oordeel) for oordeel in OPEN])
        self.berekend: Getallen = np.argwhere(open_.any(axis=2)).astype(np.int64)
        """Area and step of each computed gap."""
        self.noemt = self._cells(open_)
        """Which (theme, step) × target group each gap is about, shape ``(gaps, 6, 4)``."""
        self.waar = self._areas()
        """In which municipalities each gap lies, shape ``(gaps, G)``."""
        self.praktijken = self.beeld.van_soort("GoedePraktijk")
        self.stappen, self.doelgroepen = self._serves()
        self.past = self._fit()
        """Which practices fit which gaps, shape ``(gaps, practices)``."""
        self._omstandigheden: dict[tuple[bytes, bytes], Omstandigheden] = {}
        # A gap's ranking is asked again for each of its rows.
        self.ranked = lru_cache(maxsize=64)(self._rank)

    def _cells(self, open_: Masker) -> Masker:
        berekend = np.zeros((len(self.berekend), *open_.shape[1:]), dtype=np.bool_)
        gebied, stap = self.berekend.T
        berekend[np.arange(len(gebied)), stap] = open_[gebied, stap]
        return np.concatenate([berekend, self.cellen.gemeld.dekking.cellen[self.meldingen]])

    def _areas(self) -> Masker:
        gemeld = self.cellen.gemeld.dekking.gemeenten[self.meldingen]
        leden = np.zeros((len(self.cellen.gebieden), gemeld.shape[1]), dtype=np.bool_)
        for nummer, gebied in enumerate(self.cellen.gebieden):
            leden[nummer, gebied.gemeenten] = True
        return np.concatenate([leden[self.berekend[:, 0]], gemeld])

    def _serves(self) -> tuple[Masker, Masker]:
        """Which (theme, step) and which target groups each practice lists."""
        beeld = self.beeld
        themas, stappen, groepen = (
            membership(beeld.kolom(naam), self.praktijken, codes)
            for naam, codes in (
                ("themas", THEMA.codes),
                ("continuum", STAP.codes),
                ("doelgroepen", DOELGROEPEN),
            )
        )
        paren = [themas[:, THEMA.codes.index(t)] & stappen[:, STAP.codes.index(s)] for t, s in STAPPEN]
        return np.column_stack(paren), groepen

    @cached_property
    def toepassingen(self) -> tuple[Getallen, Getallen, Getallen]:
        """Of each ``PAST_TOE``: organisation, place of the practice, of the municipality (−1: unknown)."""
        tabel = self.beeld.van_type("PAST_TOE")
        praktijk = np.searchsorted(self.praktijken, tabel.naar).astype(np.int64)
        return tabel.van.astype(np.int64), praktijk, place_of(self.beeld)[tabel.van].astype(np.int64)

    def _fit(self) -> Masker:
        _, praktijk, plaats = self.toepassingen
        per_gemeente = np.zeros((self.waar.shape[1], len(self.praktijken)))
        np.add.at(per_gemeente, (plaats[plaats >= 0], praktijk[plaats >= 0]), 1)
        elders = (~self.waar).astype(np.float64) @ per_gemeente > 0
        zelfde = self.noemt.any(axis=2).astype(np.int64) @ self.stappen.T.astype(np.int64) > 0
        return np.asarray(zelfde & elders)

    def _rank(self, hiaat: int) -> list[Past]:
        """The practices that fit a gap, the best first."""
        wie, praktijk, plaats = self.toepassingen
        hier = self._context(hiaat)
        elders = (plaats >= 0) & ~np.append(self.waar[hiaat], False)[plaats]
        uit = []
        for p in np.flatnonzero(self.past[hiaat]).tolist():
            groepen = self.noemt[hiaat][self.stappen[p]].any(axis=0) & self.doelgroepen[p]
            gelijk = {
                r: alike(hier, self._contexten[int(wie[r])])
                for r in np.flatnonzero(elders & (praktijk == p)).tolist()
            }
            volgorde = sorted(gelijk, key=lambda r: (-len(gelijk[r]), r))
            uit.append(Past(p, groepen, volgorde, gelijk[volgorde[0]]))
        return sorted(
            uit, key=lambda past: (-int(past.doelgroepen.sum()), -len(past.gelijkenis), past.praktijk)
        )

    @property
    def gedeeld(self) -> Masker:
        """Which gaps have a practice that fits, for a target group in common too; shape ``(gaps,)``."""
        cellen = len(STAPPEN) * len(DOELGROEPEN)
        dient = (self.stappen[:, :, None] & self.doelgroepen[:, None, :]).reshape(-1, cellen)
        noemt = self.noemt.reshape(-1, cellen)
        samen = noemt.astype(np.int64) @ dient.T.astype(np.int64) > 0
        return np.asarray((samen & self.past).any(axis=1))

    @cached_property
    def _contexten(self) -> dict[int, Omstandigheden]:
        return {wie: context_of(self.beeld, wie) for wie in set(self.toepassingen[0].tolist())}

    def _context(self, hiaat: int) -> Omstandigheden:
        """The circumstances of the schools that a gap is about."""
        bereik, stappen = self.cellen.bereik, self.noemt[hiaat].any(axis=1)
        sleutel = (self.waar[hiaat].tobytes(), stappen.tobytes())
        if sleutel not in self._omstandigheden:
            hier = bereik.past[:, stappen].any(axis=1) & np.append(self.waar[hiaat], False)[bereik.plaats]
            scholen = bereik.start[hier].tolist()
            self._omstandigheden[sleutel] = context_of_schools(self.beeld, scholen, self.steps(hiaat)[0])
        return self._omstandigheden[sleutel]

    def steps(self, hiaat: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Themes and steps of a gap."""
        paren = [STAPPEN[s] for s in np.flatnonzero(self.noemt[hiaat].any(axis=1)).tolist()]
        return tuple(dict.fromkeys(t for t, _ in paren)), tuple(dict.fromkeys(s for _, s in paren))

    def used_here(self, hiaat: int, praktijk: int) -> int:
        """How many organisations within a gap's area apply a practice already."""
        _, welke, plaats = self.toepassingen
        return int(np.count_nonzero((welke == praktijk) & np.append(self.waar[hiaat], False)[plaats]))
