"""By which ways coordinators reach organisations: a contact, a forum that both sit in, a network of hers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from netwerkkaart.analyse.basis import Getallen
from netwerkkaart.analyse.kolommen import bounds, sort_rows
from netwerkkaart.graph.beeld import Beeld, Masker

CONTACT = "CONTACT_MET"
_SAMEN = (("NEEMT_DEEL_AAN", "NEEMT_DEEL_AAN", "Forum"), ("COORDINEERT", "LID_VAN", "LerendNetwerk"))
"""How the coordinator, and how an organisation, is joined to what they share."""
_TYPES = (CONTACT, *(ander for _, ander, _ in _SAMEN))
"""The relation of the organisation in each sort of way."""


@dataclass(frozen=True, slots=True)
class Weg:
    """One way by which a coordinator reaches an organisation: in words, and the keys it rests on."""

    tekst: str
    bewijs: tuple[str, ...]


@dataclass(frozen=True)
class Wegen:
    """The ways of some coordinators together, as columns: organisation after organisation.

    Those of one organisation stand in the order contact, forum, network, and then of their keys.

    Args:
        beeld: the view.
        soort: position in ``_TYPES`` of each way.
        relatie: position of the organisation's relation in its table.
        grenzen: where the ways to each node begin, and where the last end.
        eigen: keys by which the coordinators are joined to each forum or network.
    """

    beeld: Beeld
    soort: Getallen
    relatie: Getallen
    grenzen: Getallen
    eigen: Mapping[int, Sequence[str]]

    @classmethod
    def of(cls, beeld: Beeld, wie: Sequence[int]) -> Wegen:
        """Find the ways of these coordinators. O(relations of the five types)."""
        zij = np.zeros(len(beeld), dtype=np.bool_)
        zij[list(wie)] = True
        contact = beeld.van_type(CONTACT)
        telt = np.flatnonzero(zij[contact.van])
        delen = [(contact.naar[telt], telt)]
        eigen: dict[int, list[str]] = {}
        for van_haar, van_hen, soort in _SAMEN:
            tabel, gedeeld = beeld.van_type(van_haar), np.zeros(len(beeld), dtype=np.bool_)
            for relatie in np.flatnonzero(zij[tabel.van]).tolist():
                plek = int(tabel.naar[relatie])
                if beeld.label(plek) == soort:
                    gedeeld[plek] = True
                    eigen.setdefault(plek, []).append(tabel.rids[relatie])
            tabel = beeld.van_type(van_hen)
            telt = np.flatnonzero(gedeeld[tabel.naar] & (tabel.van < beeld.aantal_organisaties))
            delen.append((tabel.van[telt], telt))
        knopen, soorten, relaties = sort_rows(
            np.concatenate([deel[0] for deel in delen]),
            np.repeat(np.arange(len(delen)), [len(deel[0]) for deel in delen]),
            np.concatenate([deel[1] for deel in delen]),
        )
        return cls(beeld, soorten, relaties, bounds(knopen, len(beeld)), eigen)

    def reaches(self, knopen: Getallen) -> Masker:
        """Which organisations are reached."""
        return np.asarray(self.grenzen[knopen + 1] > self.grenzen[knopen])

    def to(self, knoop: int) -> list[Weg]:
        """The ways to one organisation."""
        soorten, relaties, grenzen = self._lijsten
        wegen = range(grenzen[knoop], grenzen[knoop + 1])
        return [self._way(_TYPES[soorten[weg]], relaties[weg]) for weg in wegen]

    @cached_property
    def _lijsten(self) -> tuple[list[int], list[int], list[int]]:
        """The columns as lists: quicker to read one by one."""
        return self.soort.tolist(), self.relatie.tolist(), self.grenzen.tolist()

    def _way(self, type_: str, relatie: int) -> Weg:
        tabel = self.beeld.van_type(type_)
        if type_ == CONTACT:
            return Weg("contact", (tabel.rids[relatie],))
        plek = int(tabel.naar[relatie])
        return Weg(self.beeld.naam(plek), (*self.eigen[plek], tabel.rids[relatie]))
