"""Islands: the communities of the network (analysis ``gemeenschappen``), with a name that people know.

A community and no municipality: administrative borders say nothing of who works with whom, and between
forty municipalities nobody sees which water is wide.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from netwerkkaart.analyse.basis import Getallen
from netwerkkaart.analyse.gemeenschappen_indeling import Indeling
from netwerkkaart.kaart.keuze import Keuze
from netwerkkaart.schema.vocabularia import REGIO, SECTOR

LOS, ELDERS = -1, -2
"""No tie is known of it; its community has too few members on the map to be an island there."""
KLEINST = 3
"""A community with fewer members on the map is no island there."""
_VOORAL = 0.6
_OOK = 0.7


@dataclass(frozen=True)
class Eilanden:
    """The islands of a map.

    Args:
        keuze: what the map shows.
        indeling: the communities of its view.
    """

    keuze: Keuze
    indeling: Indeling

    @cached_property
    def _gemeenschap(self) -> Getallen:
        """Community of each node of the view; −1: none."""
        leden = np.full(len(self.keuze.beeld), -1, dtype=np.int64)
        leden[: self.keuze.beeld.aantal_organisaties] = self.indeling.leden
        return leden

    @cached_property
    def _welke(self) -> Getallen:
        """Communities that are islands here, largest first."""
        hier = self._gemeenschap[self.keuze.knopen]
        aantal = np.bincount(hier[hier >= 0])
        groot = np.flatnonzero(aantal >= KLEINST)
        return groot[np.lexsort((groot, -aantal[groot]))]

    @cached_property
    def _eiland(self) -> Getallen:
        """Island of each node of the view; −1: none."""
        plek = np.full(int(self._gemeenschap.max(initial=-1)) + 2, -1, dtype=np.int64)
        plek[self._welke] = np.arange(len(self._welke))
        eilanden: Getallen = plek[self._gemeenschap]
        return eilanden

    @cached_property
    def groep(self) -> Getallen:
        """Island of each organisation of the view, on the map or not; −1: none."""
        return self._eiland[: self.keuze.beeld.aantal_organisaties]

    @cached_property
    def van(self) -> list[int]:
        """Island of each node on the map; :data:`LOS` or :data:`ELDERS` for organisations without one.

        Fora, networks and coordinators are no organisations, and lie in the sea: :data:`ELDERS`.
        """
        knopen = np.array(self.keuze.knopen, dtype=np.int64)
        is_org = knopen < self.keuze.beeld.aantal_organisaties
        eiland, los = self._eiland[knopen], is_org & (self._gemeenschap[knopen] < 0)
        uit: list[int] = np.where(eiland >= 0, eiland, np.where(los, LOS, ELDERS)).tolist()
        return uit

    def __len__(self) -> int:
        return len(self._welke)

    @cached_property
    def namen(self) -> list[str]:
        """Name of each island: its region, or the municipalities where most members lie. All differ."""
        van, beeld = np.array(self.van), self.keuze.beeld
        sectoren = beeld.sector[self.keuze.knopen]
        regios = beeld.regio[self.keuze.knopen]
        meer_regios = len(np.unique(regios[(van >= 0) & (regios >= 0)])) > 1
        bezet: set[str] = set()
        namen = []
        for eiland in range(len(self)):
            leden = van == eiland
            vast = REGIO.woord(REGIO.codes[_most(regios[leden])]) if meer_regios else ""
            if not vast or vast in bezet or _share(regios[leden]) < _VOORAL:
                vast = self._by_places(leden, bezet)
                # Who helps without a school of its own around it is told by its sector.
                sector = _most(sectoren[leden])
                if sector > 0 and _share(sectoren[leden]) > _OOK:
                    vast = f"{SECTOR.woord(SECTOR.codes[sector])}, {vast[0].lower()}{vast[1:]}"
            bezet.add(vast)
            namen.append(vast)
        return namen

    def _by_places(self, leden: np.ndarray, bezet: set[str]) -> str:
        beeld = self.keuze.beeld
        gemeente = self.keuze.gemeente[leden]
        plekken, aantal = np.unique(gemeente[gemeente >= 0], return_counts=True)
        orde = np.lexsort((plekken, -aantal))
        namen = [beeld.naam(self.keuze.gemeenten[int(plekken[i])]) for i in orde]
        if not namen:
            return _free("Zonder gemeente", bezet)
        twee = len(namen) > 1 and aantal[orde[1]] >= _OOK * aantal[orde[0]]
        keuzes = [f"Rond {namen[0]}", *(f"Rond {namen[0]} en {naam}" for naam in namen[1:4])]
        if twee:
            keuzes = [keuzes[1], keuzes[0], *keuzes[2:]]
        return next((keuze for keuze in keuzes if keuze not in bezet), _free(keuzes[0], bezet))


def _free(naam: str, bezet: set[str]) -> str:
    nummer = 2
    while naam in bezet:
        naam, nummer = f"{naam.split(' (')[0]} ({nummer})", nummer + 1
    return naam


def _most(waarden: np.ndarray) -> int:
    """The commonest value from 0 on; the lowest of equals, 0 when there is none."""
    geldig = waarden[waarden >= 0]
    return int(np.bincount(geldig).argmax()) if len(geldig) else 0


def _share(waarden: np.ndarray) -> float:
    geldig = waarden[waarden >= 0]
    return float(np.bincount(geldig).max() / len(waarden)) if len(geldig) else 0.0
