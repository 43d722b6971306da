"""Which nodes and relations of a view are on the map, and how they are numbered there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from netwerkkaart.graph.beeld import LABELS, Beeld
from netwerkkaart.kaart.soorten import BANDGROEPEN, KAARTSOORTEN, SOORT_VAN_LABEL, SOORTCODE, ZONES
from netwerkkaart.schema.vocabularia import REGIO

_ZONECODE = {zone.code: plaats for plaats, zone in enumerate(ZONES)}
_GROEPCODE = {naam: plaats for plaats, groep in enumerate(BANDGROEPEN) for naam in groep.typen}

BANDTYPEN = tuple(_GROEPCODE)
"""Types of relations that a map can draw."""


def nodes_on_map(beeld: Beeld, regio: str | None) -> NDArray[np.bool_]:
    """Which nodes of a view a map of all, or of one region, shows."""
    mag: NDArray[np.bool_] = np.isin(beeld.soort, [LABELS.index(label) for label in SOORT_VAN_LABEL])
    return mag if regio is None else mag & (beeld.regio == REGIO.codes.index(regio))


def municipalities_on_map(
    beeld: Beeld, knopen: Sequence[int] | NDArray[np.bool_], regio: str | None
) -> list[int]:
    """Numbers in the view of the municipalities of some nodes, and of a region."""
    bezet = np.zeros(len(beeld) + 1, np.bool_)  # the last place is that of −1: unknown
    bezet[beeld.gemeente[knopen]] = True
    code = None if regio is None else REGIO.codes.index(regio)
    return [
        g
        for g in beeld.van_soort("Gemeente").tolist()
        if bezet[g] or (code is not None and beeld.regio[g] == code)
    ]


def nis_codes(beeld: Beeld, gemeenten: Sequence[int]) -> list[str]:
    """NIS code of each of some municipalities; empty when it states none."""
    kolom = beeld.kolom("nis")
    return [str(kolom[g] or "") for g in gemeenten]


@dataclass(frozen=True)
class Lijnen:
    """The relations on the map: ends as numbers on the map, group, and where each came from."""

    van: NDArray[np.int32]
    naar: NDArray[np.int32]
    groep: NDArray[np.int32]
    herkomst: Sequence[tuple[str, int]]
    """``(type, row in that type)`` per relation."""

    def kolom(self, beeld: Beeld, naam: str) -> list[object]:
        """One property of every relation on the map."""
        per_type = {type_: beeld.van_type(type_).kolom(naam) for type_ in _GROEPCODE}
        return [per_type[type_][rij] for type_, rij in self.herkomst]


@dataclass(frozen=True)
class Keuze:
    """The part of a view that a map shows.

    Args:
        beeld: the view, already limited to what the profile may show.
        regio: code of one region; None for all.
    """

    beeld: Beeld
    regio: str | None = None

    @cached_property
    def knopen(self) -> list[int]:
        """Numbers in the view of the nodes on the map, by kind on the map, then as in the view."""
        gevonden = np.flatnonzero(nodes_on_map(self.beeld, self.regio)).tolist()
        return sorted(gevonden, key=lambda knoop: (self._code(knoop), knoop))

    @cached_property
    def nummer(self) -> NDArray[np.int32]:
        """Number on the map by number in the view; −1 when not on the map."""
        nummer = np.full(len(self.beeld), -1, np.int32)
        nummer[self.knopen] = np.arange(len(self.knopen), dtype=np.int32)
        return nummer

    @cached_property
    def soort(self) -> NDArray[np.int32]:
        """Position in ``KAARTSOORTEN`` of each node on the map."""
        return np.fromiter((self._code(knoop) for knoop in self.knopen), np.int32, len(self.knopen))

    @cached_property
    def zone(self) -> NDArray[np.int32]:
        """Position in ``ZONES`` of each node on the map."""
        per_soort = np.array([_ZONECODE[soort.zone] for soort in KAARTSOORTEN], np.int32)
        zones: NDArray[np.int32] = per_soort[self.soort]
        return zones

    @cached_property
    def gemeenten(self) -> list[int]:
        """Numbers in the view of the municipalities of the map: of its region, and of its nodes."""
        return municipalities_on_map(self.beeld, self.knopen, self.regio)

    @cached_property
    def nissen(self) -> list[str]:
        """NIS code of each of :attr:`gemeenten`; empty when it states none."""
        return nis_codes(self.beeld, self.gemeenten)

    @cached_property
    def gemeente(self) -> NDArray[np.int32]:
        """Per node on the map the position of its municipality in :attr:`gemeenten`; −1 unknown."""
        plaats = np.full(len(self.beeld) + 1, -1, np.int32)
        for nummer, g in enumerate(self.gemeenten):
            plaats[g] = nummer
        gekozen: NDArray[np.int32] = plaats[self.beeld.gemeente[self.knopen]]
        return gekozen

    @cached_property
    def lijnen(self) -> Lijnen:
        """Relations with both ends on the map, in the order of groups and keys."""
        van: list[NDArray[np.int32]] = []
        naar: list[NDArray[np.int32]] = []
        groepen: list[int] = []
        herkomst: list[tuple[str, int]] = []
        for type_, groep in _GROEPCODE.items():
            tabel = self.beeld.van_type(type_)
            a, b = self.nummer[tabel.van], self.nummer[tabel.naar]
            rijen = np.flatnonzero((a >= 0) & (b >= 0) & (a != b))
            van.append(a[rijen])
            naar.append(b[rijen])
            groepen += [groep] * len(rijen)
            herkomst += [(type_, rij) for rij in rijen.tolist()]
        return Lijnen(np.concatenate(van), np.concatenate(naar), np.array(groepen, np.int32), herkomst)

    def lines_of(self, herkomst: Sequence[tuple[str, int]], nummer: Callable[[int], int]) -> Lijnen:
        """Some relations, named by type and row, with ends numbered by a function of their nodes."""
        tabellen = {type_: self.beeld.van_type(type_) for type_ in BANDTYPEN}
        van = [nummer(int(tabellen[type_].van[rij])) for type_, rij in herkomst]
        naar = [nummer(int(tabellen[type_].naar[rij])) for type_, rij in herkomst]
        groep = [_GROEPCODE[type_] for type_, _ in herkomst]
        return Lijnen(np.array(van, np.int32), np.array(naar, np.int32), np.array(groep, np.int32), herkomst)

    @cached_property
    def buiten(self) -> int:
        """Ties with one end on the map and one outside it."""
        banden = self.beeld.banden
        return int(np.count_nonzero((self.nummer[banden.van] >= 0) != (self.nummer[banden.naar] >= 0)))

    @staticmethod
    def group_of(type_: str) -> int:
        """Position in ``BANDGROEPEN`` of a type of relation."""
        return _GROEPCODE[type_]

    def kind_of(self, knoop: int) -> int:
        """Position in ``KAARTSOORTEN`` of any node of the view; −1 for kinds that no map draws."""
        return self._code(knoop) if self.beeld.label(knoop) in SOORT_VAN_LABEL else -1

    def _code(self, knoop: int) -> int:
        code = SOORT_VAN_LABEL[self.beeld.label(knoop)]
        if code == "school":
            niveaus = self.beeld.kolom("niveaus")[knoop]
            code = _school_kind(niveaus if isinstance(niveaus, list) else [])
        return SOORTCODE[code]


def _school_kind(niveaus: Sequence[object]) -> str:
    """Kind of a school on the map.

    >>> _school_kind(["kleuter", "lager"]), _school_kind(["lager", "secundair"]), _school_kind([])
    ('basis', 'basis-secundair', 'school')
    """
    alle = "alle" in niveaus
    basis = alle or "kleuter" in niveaus or "lager" in niveaus
    secundair = alle or "secundair" in niveaus
    if basis and secundair:
        return "basis-secundair"
    return "basis" if basis else "secundair" if secundair else "school"
