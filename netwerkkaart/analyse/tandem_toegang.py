"""By which forum or partner the tandem could reach organisations that it does not reach yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from netwerkkaart.analyse.bandgraaf import Bandgraaf
from netwerkkaart.analyse.basis import Getallen, counted, id_rank
from netwerkkaart.analyse.contacten import Wegen
from netwerkkaart.analyse.kolommen import first_of_runs, sort_rows
from netwerkkaart.graph.beeld import Beeld, Masker

DEELNAME = "NEEMT_DEEL_AAN"
_ROLLEN = ("lerend netwerk", "STS")


@dataclass(frozen=True)
class Toegang:
    """The best forum and the best partner towards each organisation.

    Args:
        beeld: the view.
        bereikt: whether each role reaches each organisation, by node; shape ``(2, organisations)``.
        forum: position of the participation in the best forum among ``NEEMT_DEEL_AAN``; −1: none.
        band: a band to the best partner, as a position in ``beeld.banden``; −1: none.
        partner: node of that partner; −1: none.
        zetels: organisations in each forum, by node.
    """

    beeld: Beeld
    bereikt: Masker
    forum: Getallen
    band: Getallen
    partner: Getallen
    zetels: Getallen

    @classmethod
    def of(cls, beeld: Beeld, knopen: Getallen, wegen: Sequence[Wegen], bereikt: Masker) -> Toegang:
        """Find them: the forum with most organisations; the partner that is reached by most ways.

        Of equals the first id. O(ties + participations).

        Args:
            beeld: the view.
            knopen: the organisations.
            wegen: per role the ways by which it reaches organisations.
            bereikt: whether each role reaches each of ``knopen``.
        """
        n, rang = beeld.aantal_organisaties, id_rank(beeld)
        plek = np.full(n, -1, dtype=np.int64)
        plek[knopen] = np.where(bereikt.any(axis=0), -1, np.arange(len(knopen)))
        alle = np.arange(n)
        allen = np.stack([deel.reaches(alle) for deel in wegen])
        aantal = sum(deel.grenzen[alle + 1] - deel.grenzen[alle] for deel in wegen)

        tabel = beeld.van_type(DEELNAME)
        van_org = np.flatnonzero(tabel.van < n)
        zetels = np.bincount(tabel.naar[van_org], minlength=len(beeld)).astype(np.int64)
        wie = plek[tabel.van[van_org]]
        forum = _best(len(knopen), wie, zetels[tabel.naar[van_org]], rang[tabel.naar[van_org]], van_org)

        graaf = Bandgraaf.of(beeld)
        een, ander = graaf.randen[:, 0], graaf.randen[:, 1]
        begin, eind = np.concatenate([een, ander]), np.concatenate([ander, een])
        rand = np.tile(np.arange(len(graaf)), 2)
        telt = np.flatnonzero((plek[begin] >= 0) & np.asarray(allen.any(axis=0))[eind])
        welke = _best(len(knopen), plek[begin[telt]], np.asarray(aantal)[eind[telt]], rang[eind[telt]], telt)
        heeft = welke >= 0
        partner, band = np.full(len(knopen), -1), np.full(len(knopen), -1)
        partner[heeft] = eind[welke[heeft]]
        band[heeft] = [graaf.bands_of(r)[0] for r in rand[welke[heeft]].tolist()]
        return cls(beeld, allen, forum, band, partner, zetels)

    def aantal(self, wie: Masker) -> int:
        """To how many of some organisations there is any way."""
        return int(np.count_nonzero(wie & ((self.forum >= 0) | (self.partner >= 0))))

    def suggest(self, plek: int) -> tuple[str, tuple[str, ...]]:
        """In words, and the keys it rests on; empty when there is no way."""
        delen, bewijs = [], []
        partner, deelname = int(self.partner[plek]), int(self.forum[plek])
        if partner >= 0:
            kent = " en ".join(_ROLLEN[rol] for rol in (0, 1) if self.bereikt[rol, partner])
            delen.append(f"partner {self.beeld.naam(partner)} (al bereikt door {kent})")
            bewijs.append(self.beeld.banden.rids[int(self.band[plek])])
        if deelname >= 0:
            tabel = self.beeld.van_type(DEELNAME)
            forum = int(tabel.naar[deelname])
            leden = counted(int(self.zetels[forum]), "organisatie", "organisaties")
            delen.append(f"forum {self.beeld.naam(forum)} ({leden})")
            bewijs.append(tabel.rids[deelname])
        return "; ".join(delen), tuple(bewijs)


def _best(aantal: int, wie: Getallen, gewicht: Getallen, rang: Getallen, wat: Getallen) -> Getallen:
    """For each of 0 … *aantal* − 1 the ``wat`` with the greatest weight, then the lowest rank; −1: none."""
    uit = np.full(aantal, -1, dtype=np.int64)
    telt = np.flatnonzero(wie >= 0)
    if len(telt):
        laag = int(gewicht.max(initial=0)) - gewicht[telt]
        wie, _, _, wat = sort_rows(wie[telt], laag, rang[telt], wat[telt])
        eerste = first_of_runs(wie)
        uit[wie[eerste]] = wat[eerste]
    return uit
