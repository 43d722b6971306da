"""The view: a read-only, columnar picture of the graph, tied to no store.

Analyses, maps, reports and exports read this and nothing else. Nodes are numbered 0…n−1,
organisations first, then by kind and id, so that the same graph gives the same numbers from either
engine. Relations are integer arrays per type, sorted by their key.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray

from netwerkkaart.schema.basis import ORGANISATIE
from netwerkkaart.schema.register import BANDEN, SOORTEN, TYPEN, stored_keys
from netwerkkaart.schema.vocabularia import REGIO, SECTOR

Indexen = NDArray[np.int32]
Masker = NDArray[np.bool_]
Kolom = Sequence[object]

LABELS: tuple[str, ...] = tuple(SOORTEN)
"""Label of a kind by its code; ``Beeld.soort`` holds the codes."""

_BASISSEN = [SOORTEN[label].soort.basis for label in LABELS]
_RANG = {label: (_BASISSEN[code] != ORGANISATIE, code) for code, label in enumerate(LABELS)}
_SECTOR_VAN_SOORT = np.array(
    [SECTOR.codes.index(k.soort.sector) if k.soort.sector else -1 for k in SOORTEN.values()], dtype=np.int8
)

_VELDEN = frozenset().union(*map(stored_keys, SOORTEN.values())) - {"id"}

KnoopRij = tuple[str, str, Mapping[str, object]]
"""``(label of the kind, id, properties)``"""
RelatieRij = tuple[str, str, str, Mapping[str, object]]
"""``(type, id of the one end, id of the other, properties with rid)``"""


@dataclass(frozen=True)
class Relaties:
    """All relations of one type, as columns.

    Args:
        type: name of the type.
        rids: key of each, sorted.
        van, naar: numbers of the nodes at either end, shape ``(m,)``, ``int32``.
        kolommen: property → value per relation, ``None`` where absent; only properties that occur.
    """

    type: str
    rids: Sequence[str]
    van: Indexen
    naar: Indexen
    kolommen: Mapping[str, Kolom]

    def __len__(self) -> int:
        return len(self.rids)

    def kolom(self, naam: str) -> Kolom:
        """One property of every relation; ``None`` where it is absent. O(1) after the first absent one."""
        return self.kolommen.get(naam) or self._afwezig

    @cached_property
    def _afwezig(self) -> Kolom:
        return (None,) * len(self.rids)


@dataclass(frozen=True)
class Banden:
    """All ties, of all band types together: ends, type code (in ``BANDEN``), key."""

    van: Indexen
    naar: Indexen
    type: NDArray[np.int8]
    rids: Sequence[str]

    def __len__(self) -> int:
        return len(self.rids)


@dataclass(frozen=True)
class Beeld:
    """The graph at a reference date (or, with ``datum`` None, all that was ever stated).

    Args:
        datum: reference date, or None for all.
        ids: id of each node, organisations first.
        soort: code of each node's kind (position in ``LABELS``), shape ``(n,)``, ``int8``.
        kolommen: property → value per node, ``None`` where absent.
        relaties: per type; a type without relations is absent, see :meth:`van_type`.
        geheel: all that was ever stated, where a sole practitioner of it is no more: her name can still
            stand in texts of others. None in every other view.
    """

    datum: date | None
    ids: Sequence[str]
    soort: NDArray[np.int8]
    kolommen: Mapping[str, Kolom]
    relaties: Mapping[str, Relaties]
    geheel: Beeld | None = field(default=None, repr=False, compare=False)

    @classmethod
    def from_rows(cls, knopen: Iterable[KnoopRij], relaties: Iterable[RelatieRij]) -> Beeld:
        """Build a view from rows in any order. O(n log n + m log m).

        What the schema does not store is left out: kglite adds ``title`` and ``type`` to every row.

        Raises:
            KeyError: a label, type or end that does not exist.

        >>> beeld = Beeld.from_rows(
        ...     [("School", "s", {"naam": "De Ark"}), ("Clb", "c", {"naam": "CLB"})],
        ...     [("BEGELEIDT", "c", "s", {"rid": "BEGELEIDT|c|s"})])
        >>> beeld.ids, beeld.van_type("BEGELEIDT").van.tolist()
        (['s', 'c'], [1])
        """
        rijen = sorted(knopen, key=lambda rij: (_RANG[rij[0]], rij[1]))
        ids = [rij[1] for rij in rijen]
        nummer = {id_: plaats for plaats, id_ in enumerate(ids)}
        codes = {label: code for code, label in enumerate(LABELS)}
        soort = np.fromiter((codes[rij[0]] for rij in rijen), dtype=np.int8, count=len(rijen))
        per_type: dict[str, list[RelatieRij]] = {}
        for relatie in relaties:
            per_type.setdefault(relatie[0], []).append(relatie)
        tabellen = {naam: _relations(naam, per_type[naam], nummer) for naam in TYPEN if naam in per_type}
        return cls(None, ids, soort, _columns([rij[2] for rij in rijen], _VELDEN), tabellen)

    def op(self, datum: date) -> Beeld:
        """The same graph as it holds at a date: ``sinds`` ≤ date < ``tot``, empty ends open.

        A relation falls away with either of its ends. O(n + m).
        """
        houdt = _holds(self.kolommen, len(self.ids), datum)
        nieuw = np.cumsum(houdt, dtype=np.int32) - 1
        blijft = np.flatnonzero(houdt)
        tabellen: dict[str, Relaties] = {}
        for naam, tabel in self.relaties.items():
            masker = _holds(tabel.kolommen, len(tabel), datum) & houdt[tabel.van] & houdt[tabel.naar]
            if masker.any():
                tabellen[naam] = _take_relations(tabel, np.flatnonzero(masker), nieuw)
        ids = [self.ids[i] for i in blijft.tolist()]
        zelf = zip(self.kolommen.get("zelfstandige", ()), houdt.tolist(), strict=False)
        geheel = self if any(waarde and not nog for waarde, nog in zelf) else self.geheel
        return Beeld(datum, ids, self.soort[blijft], _take(self.kolommen, blijft), tabellen, geheel)

    def met_bevestiging(self, bevestiging: Iterable[str]) -> Beeld:
        """The same graph with only the ties of which the ends say so; all else stays. O(ties).

        Args:
            bevestiging: codes of ``BEVESTIGING``; the empty text for ties of which nobody was asked.

        >>> beeld = Beeld.from_rows(
        ...     [("School", "s", {}), ("Clb", "c", {})],
        ...     [("BEGELEIDT", "c", "s", {"rid": "r", "bevestiging": "eenzijdig"})])
        >>> [len(beeld.met_bevestiging(codes).banden) for codes in (["bevestigd", ""], ["eenzijdig"])]
        [0, 1]
        """
        mag = {code or None for code in bevestiging}
        zelfde = np.arange(len(self), dtype=np.int32)
        tabellen: dict[str, Relaties] = {}
        for naam, tabel in self.relaties.items():
            houdt = [naam not in BANDEN or w in mag for w in tabel.kolom("bevestiging")]
            if any(houdt):
                blijft = np.flatnonzero(houdt)
                tabellen[naam] = tabel if all(houdt) else _take_relations(tabel, blijft, zelfde)
        return Beeld(self.datum, self.ids, self.soort, self.kolommen, tabellen, self.geheel)

    def __len__(self) -> int:
        return len(self.ids)

    @cached_property
    def nummer(self) -> Mapping[str, int]:
        """Number of a node by its id."""
        return {id_: plaats for plaats, id_ in enumerate(self.ids)}

    @cached_property
    def aantal_organisaties(self) -> int:
        """Organisations are the nodes 0 … this number − 1."""
        return int(np.count_nonzero(self._is_organisatie))

    @cached_property
    def _is_organisatie(self) -> Masker:
        codes = [code for code, basis in enumerate(_BASISSEN) if basis == ORGANISATIE]
        return np.isin(self.soort, codes)

    @cached_property
    def sector(self) -> NDArray[np.int8]:
        """Sector code of each node (position in ``SECTOR.codes``); −1 for none."""
        return _SECTOR_VAN_SOORT[self.soort]

    def van_soort(self, label: str) -> Indexen:
        """Numbers of the nodes of one kind, in order of id."""
        return np.flatnonzero(self.soort == LABELS.index(label)).astype(np.int32)

    def van_type(self, naam: str) -> Relaties:
        """The relations of one type; empty when there are none."""
        if (tabel := self.relaties.get(naam)) is not None:
            return tabel
        leeg = np.empty(0, dtype=np.int32)
        return Relaties(naam, [], leeg, leeg, {})

    def kolom(self, naam: str) -> Kolom:
        """One property of every node; ``None`` where it is absent. O(1) after the first absent one."""
        return self.kolommen.get(naam) or self._afwezig

    @cached_property
    def _afwezig(self) -> Kolom:
        return (None,) * len(self.ids)

    def naam(self, knoop: int) -> str:
        """Name of a node as people read it; its id when it has none."""
        return str(self.kolom("naam")[knoop] or self.ids[knoop])

    def label(self, knoop: int) -> str:
        """Label of a node's kind."""
        return LABELS[int(self.soort[knoop])]

    @cached_property
    def gemeente(self) -> Indexen:
        """Number of the municipality node in which each node lies (``LIGT_IN``); −1 when unknown.

        Where several are stated, the one with the first key counts.
        """
        return self._first_target("LIGT_IN")

    @cached_property
    def regio(self) -> NDArray[np.int8]:
        """Region code of each node (position in ``REGIO.codes``); −1 when unknown.

        Organisations lie in the region of their municipality; all others name it in ``regio``.
        """
        codes = {code: plaats for plaats, code in enumerate(REGIO.codes)}
        eigen, code_van_regio = (np.full(len(self), -1, dtype=np.int8) for _ in range(2))
        for kolom, uit in (("regio", eigen), ("code", code_van_regio)):
            for knoop, waarde in enumerate(self.kolom(kolom)):
                if waarde is not None:  # most nodes have neither
                    uit[knoop] = codes.get(str(waarde), -1)
        deel_van = self._first_target("DEEL_VAN")
        van_gemeente = np.where(deel_van >= 0, code_van_regio[deel_van], -1)
        via_gemeente = np.where(self.gemeente >= 0, van_gemeente[self.gemeente], -1)
        resultaat = np.select(
            [via_gemeente >= 0, van_gemeente >= 0, code_van_regio >= 0],
            [via_gemeente, van_gemeente, code_van_regio],
            eigen,
        )
        return resultaat.astype(np.int8)

    @cached_property
    def banden(self) -> Banden:
        """All ties together, in the order of ``BANDEN`` and then of their keys."""
        delen = [self.van_type(naam) for naam in BANDEN]
        return Banden(
            np.concatenate([deel.van for deel in delen]),
            np.concatenate([deel.naar for deel in delen]),
            np.repeat(np.arange(len(delen), dtype=np.int8), [len(deel) for deel in delen]),
            [rid for deel in delen for rid in deel.rids],
        )

    def _first_target(self, type_: str) -> Indexen:
        tabel = self.van_type(type_)
        doel = np.full(len(self), -1, dtype=np.int32)
        # Backwards, so that the first key is written last and wins.
        doel[tabel.van[::-1]] = tabel.naar[::-1]
        return doel


def _relations(naam: str, rijen: list[RelatieRij], nummer: Mapping[str, int]) -> Relaties:
    rijen.sort(key=lambda rij: str(rij[3]["rid"]))
    return Relaties(
        naam,
        [str(rij[3]["rid"]) for rij in rijen],
        np.fromiter(map(nummer.__getitem__, map(itemgetter(1), rijen)), dtype=np.int32, count=len(rijen)),
        np.fromiter(map(nummer.__getitem__, map(itemgetter(2), rijen)), dtype=np.int32, count=len(rijen)),
        _columns([rij[3] for rij in rijen], stored_keys(TYPEN[naam]) - {"rid"}),
    )


def _columns(rijen: Sequence[Mapping[str, object]], mag: Container[str]) -> dict[str, Kolom]:
    """The properties in ``mag`` as columns. Row by row: most properties are absent from most rows."""
    alle: dict[str, list[object]] = {naam: [None] * len(rijen) for naam in sorted(set().union(*rijen))}
    for plaats, rij in enumerate(rijen):
        for naam, waarde in rij.items():
            alle[naam][plaats] = waarde
    return {naam: kolom for naam, kolom in alle.items() if naam in mag}


def _holds(kolommen: Mapping[str, Kolom], aantal: int, datum: date) -> Masker:
    houdt = np.ones(aantal, dtype=np.bool_)
    for naam, na in (("sinds", False), ("tot", True)):
        for plaats, waarde in enumerate(kolommen.get(naam, ())):
            if isinstance(waarde, date) and (waarde <= datum if na else waarde > datum):
                houdt[plaats] = False
    return houdt


def _take(kolommen: Mapping[str, Kolom], blijft: NDArray[np.intp]) -> dict[str, Kolom]:
    plaatsen = blijft.tolist()
    return {naam: [kolom[i] for i in plaatsen] for naam, kolom in kolommen.items()}


def _take_relations(tabel: Relaties, blijft: NDArray[np.intp], nieuw: Indexen) -> Relaties:
    if len(blijft) == len(tabel) and len(nieuw) and nieuw[-1] == len(nieuw) - 1:
        return tabel
    return Relaties(
        tabel.type,
        [tabel.rids[i] for i in blijft.tolist()],
        nieuw[tabel.van[blijft]],
        nieuw[tabel.naar[blijft]],
        _take(tabel.kolommen, blijft),
    )
