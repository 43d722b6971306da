"""What if: a scenario is a row of interventions; applied to a view it gives the view that would be.

Nothing is written anywhere: a view is values. Interventions are applied in order, so that a later one may
take away what an earlier one added.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import numpy as np

from netwerkkaart.graph.beeld import Beeld, Indexen, KnoopRij, RelatieRij, Relaties


@dataclass(frozen=True, slots=True)
class Ingreep:
    """One intervention.

    Args:
        zin: what it does, as a Dutch sentence.
        rij: row of the source; 0: none.
        weg: ids of nodes that go, with every relation that touches them.
        weg_relaties: keys of relations that go.
        knopen: nodes that come; one whose id exists takes the place of that node and keeps its relations.
        relaties: relations that come; one whose key exists takes the place of that relation.
    """

    zin: str
    rij: int = 0
    weg: frozenset[str] = frozenset()
    weg_relaties: frozenset[str] = frozenset()
    knopen: tuple[KnoopRij, ...] = ()
    relaties: tuple[RelatieRij, ...] = ()


@dataclass(frozen=True, slots=True)
class Scenario:
    """Interventions in order; see :func:`apply_scenario`.

    Args:
        ingrepen: the interventions.
        bron: where they stand, such as the name of the file.
    """

    ingrepen: tuple[Ingreep, ...] = ()
    bron: str = ""


@dataclass(frozen=True)
class Saldo:
    """What some interventions come down to together, against the view that they start from.

    Args:
        weg: ids of nodes of the view that go or are made anew, so that all their relations go.
        weg_relaties: keys of relations of the view that go.
        knopen: nodes that come, by id.
        relaties: relations that come, by key.
    """

    weg: set[str]
    weg_relaties: set[str]
    knopen: dict[str, KnoopRij]
    relaties: dict[str, RelatieRij]

    @classmethod
    def of(cls, ingrepen: Iterable[Ingreep]) -> Saldo:
        """Add up interventions. O(what they name)."""
        saldo = cls(set(), set(), {}, {})
        for ingreep in ingrepen:
            saldo.add(ingreep)
        return saldo

    def add(self, ingreep: Ingreep) -> None:
        """Add one more intervention, the last."""
        self.weg.update(ingreep.weg)
        self.weg_relaties.update(ingreep.weg_relaties)
        for id_ in ingreep.weg:
            self.knopen.pop(id_, None)
        vervalt = [
            rid
            for rid, (_, van, naar, _) in self.relaties.items()
            if rid in ingreep.weg_relaties or van in ingreep.weg or naar in ingreep.weg
        ]
        for rid in vervalt:
            del self.relaties[rid]
        self.knopen.update((rij[1], rij) for rij in ingreep.knopen)
        self.relaties.update((str(rij[3]["rid"]), rij) for rij in ingreep.relaties)


def apply_scenario(beeld: Beeld, scenario: Scenario) -> Beeld:
    """The view that would be. O(n log n + m): tables that nothing touches are only renumbered.

    What is added with ``sinds`` and ``tot`` counts at the date of the view as anything else does.

    Raises:
        KeyError: a relation is added with an end that does not exist.

    >>> beeld = Beeld.from_rows([("School", "s", {"naam": "De Ark"})], [])
    >>> erbij = Ingreep("nieuw: CLB", knopen=(("Clb", "c", {"naam": "CLB"}),))
    >>> apply_scenario(beeld, Scenario((erbij,))).ids, beeld.ids
    (['s', 'c'], ['s'])
    """
    if not scenario.ingrepen:
        return beeld
    saldo = Saldo.of(scenario.ingrepen)
    blijft = np.array([id_ not in saldo.weg and id_ not in saldo.knopen for id_ in beeld.ids], dtype=np.bool_)
    oude = (node_row(beeld, knoop) for knoop in np.flatnonzero(blijft).tolist())
    per_type: dict[str, list[RelatieRij]] = {}
    for rij in saldo.relaties.values():
        per_type.setdefault(rij[0], []).append(rij)
    geraakt = {n for n, tabel in beeld.relaties.items() if not saldo.weg_relaties.isdisjoint(tabel.rids)}
    geraakt |= per_type.keys()
    over = [rij for naam in sorted(geraakt) for rij in _kept(beeld, beeld.van_type(naam), saldo)]
    nieuw = Beeld.from_rows([*oude, *saldo.knopen.values()], [*over, *saldo.relaties.values()])
    plaats = np.array([nieuw.nummer.get(id_, -1) for id_ in beeld.ids], dtype=np.int32)
    weg = np.array([id_ in saldo.weg for id_ in beeld.ids], dtype=np.bool_)
    tabellen = {
        naam: deel
        for naam, tabel in beeld.relaties.items()
        if naam not in geraakt and len(deel := _renumbered(tabel, plaats, weg))
    }
    nieuw = replace(nieuw, relaties={**tabellen, **nieuw.relaties})
    return nieuw if beeld.datum is None else nieuw.op(beeld.datum)


def node_row(beeld: Beeld, knoop: int) -> KnoopRij:
    """A node of a view as a row: label, id, what is known of it."""
    velden = {naam: kolom[knoop] for naam, kolom in beeld.kolommen.items() if kolom[knoop] is not None}
    return beeld.label(knoop), beeld.ids[knoop], velden


def relation_rows(beeld: Beeld, tabel: Relaties, plekken: Iterable[int]) -> list[RelatieRij]:
    """Some relations of a view as rows: type, both ends, what is known of each."""
    van, naar = tabel.van.tolist(), tabel.naar.tolist()
    return [
        (tabel.type, beeld.ids[van[plek]], beeld.ids[naar[plek]], _fields(tabel, plek)) for plek in plekken
    ]


def _fields(tabel: Relaties, plek: int) -> Mapping[str, object]:
    velden = {naam: kolom[plek] for naam, kolom in tabel.kolommen.items() if kolom[plek] is not None}
    return {**velden, "rid": tabel.rids[plek]}


def _kept(beeld: Beeld, tabel: Relaties, saldo: Saldo) -> list[RelatieRij]:
    """The relations of a type that stay as they are."""
    weg = np.array([id_ in saldo.weg for id_ in beeld.ids], dtype=np.bool_)
    los = (weg[tabel.van] | weg[tabel.naar]).tolist()
    return relation_rows(
        beeld,
        tabel,
        [
            plek
            for plek, rid in enumerate(tabel.rids)
            if not los[plek] and rid not in saldo.weg_relaties and rid not in saldo.relaties
        ],
    )


def _renumbered(
    tabel: Relaties, plaats: Indexen, weg: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]
) -> Relaties:
    """The same relations between the new numbers, without those of which an end goes."""
    blijft = np.flatnonzero(~weg[tabel.van] & ~weg[tabel.naar])
    plekken = blijft.tolist()
    return Relaties(
        tabel.type,
        [tabel.rids[plek] for plek in plekken],
        plaats[tabel.van[blijft]],
        plaats[tabel.naar[blijft]],
        {naam: [kolom[plek] for plek in plekken] for naam, kolom in tabel.kolommen.items()},
    )
