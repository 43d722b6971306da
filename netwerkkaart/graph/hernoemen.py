"""A view in which some nodes have another id: keys follow, and the order that a view promises."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from netwerkkaart.graph.beeld import Beeld, Indexen, Kolom, Masker, Relaties
from netwerkkaart.schema.register import TYPEN, relation_id

_T = TypeVar("_T")


def rename_nodes(beeld: Beeld, ids: Mapping[str, str]) -> Beeld:
    """The same graph with other ids for some nodes. O(n + m), and more only for what touches these.

    Args:
        beeld: the view.
        ids: former id → new id, of nodes of any kind; what the view does not hold is left out.

    Raises:
        ValueError: two nodes would have one id.

    >>> beeld = Beeld.from_rows(
    ...     [("Clb", "a", {"naam": "A"}), ("Clb", "b", {"naam": "B"}), ("School", "s", {})],
    ...     [("BEGELEIDT", "a", "s", {"rid": "BEGELEIDT|a|s"})])
    >>> nieuw = rename_nodes(beeld, {"a": "z"})
    >>> nieuw.ids, nieuw.kolom("naam"), nieuw.van_type("BEGELEIDT").rids
    (['s', 'b', 'z'], [None, 'B', 'A'], ['BEGELEIDT|z|s'])
    """
    raakt = [beeld.nummer[id_] for id_ in ids if id_ in beeld.nummer]
    if not raakt:
        return beeld
    nieuw = [ids.get(id_, id_) for id_ in beeld.ids]
    if len(set(nieuw)) < len(nieuw):
        raise ValueError("two nodes would have one id")
    # Nodes of a kind stand together, in order of id: only kinds with a new id change their order.
    volgorde = np.arange(len(nieuw))
    for soort in np.unique(beeld.soort[raakt]).tolist():
        blok = np.flatnonzero(beeld.soort == soort)
        volgorde[blok] = sorted(blok.tolist(), key=nieuw.__getitem__)
    plek = np.empty(len(nieuw), np.int32)
    plek[volgorde] = np.arange(len(nieuw), dtype=np.int32)
    anders = np.zeros(len(nieuw), np.bool_)
    anders[raakt] = True
    kolommen: dict[str, Kolom] = {n: _reordered(kolom, volgorde) for n, kolom in beeld.kolommen.items()}
    tabellen = {naam: _renamed(tabel, nieuw, anders, plek) for naam, tabel in beeld.relaties.items()}
    return Beeld(beeld.datum, _reordered(nieuw, volgorde), beeld.soort[volgorde], kolommen, tabellen)


def _reordered(kolom: Sequence[_T], volgorde: NDArray[np.intp]) -> Sequence[_T]:
    """A column in another order; what stands before and after the rows that move is taken as a whole."""
    beweegt = np.flatnonzero(volgorde != np.arange(len(volgorde)))
    if not len(beweegt):
        return kolom
    begin, einde = int(beweegt[0]), int(beweegt[-1]) + 1
    return [*kolom[:begin], *(kolom[i] for i in volgorde[begin:einde].tolist()), *kolom[einde:]]


def _renamed(tabel: Relaties, ids: Sequence[str], anders: Masker, plek: Indexen) -> Relaties:
    """The relations of one type with new keys where an end has a new id."""
    raakt = np.flatnonzero(anders[tabel.van] | anders[tabel.naar]).tolist()
    if not raakt:
        return replace(tabel, van=plek[tabel.van], naar=plek[tabel.naar])
    van, naar, rids = tabel.van.tolist(), tabel.naar.tolist(), list(tabel.rids)
    model = TYPEN[tabel.type]
    for rij in raakt:
        if model.soort.ongericht and ids[naar[rij]] < ids[van[rij]]:
            van[rij], naar[rij] = naar[rij], van[rij]
        eigen = {naam: tabel.kolom(naam)[rij] for naam in model.soort.sleutel}
        rids[rij] = relation_id(model, ids[van[rij]], ids[naar[rij]], eigen)
    volgorde = sorted(range(len(rids)), key=rids.__getitem__)
    return Relaties(
        tabel.type,
        [rids[i] for i in volgorde],
        plek[[van[i] for i in volgorde]],
        plek[[naar[i] for i in volgorde]],
        {n: [kolom[i] for i in volgorde] for n, kolom in tabel.kolommen.items()},
    )
