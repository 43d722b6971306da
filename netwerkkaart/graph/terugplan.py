"""The plan that takes imports back: from their changes and the present state to one change per key. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from netwerkkaart.fouten import Ernst, Melding
from netwerkkaart.graph.cypher import basis_of
from netwerkkaart.graph.terugdraaien import ZACHT, Zacht, inverse, key_of
from netwerkkaart.plan.wijziging import (
    Bekend,
    KnoopWijziging,
    Plan,
    RelatieWijziging,
    Velden,
    Wijziging,
    filled,
)
from netwerkkaart.schema.register import Waarde


@dataclass(frozen=True, slots=True)
class Terugplan:
    """How imports are taken back.

    Args:
        plan: the changes.
        afwijkingen: changes of these imports of which the graph no longer holds what they left, though
            no import says so. The plan puts back what was before all the same.
    """

    plan: Plan
    afwijkingen: tuple[Wijziging, ...] = ()


@dataclass(slots=True)
class _Ding:
    """A node or relation on its way back."""

    soort: str
    van: str
    naar: str
    velden: Velden


@dataclass
class _Stand:
    """The present state of what is touched, changed step by step into the state that is wanted."""

    nu: dict[str, _Ding | None]
    straks: dict[str, _Ding | None] = field(default_factory=dict)
    afwijkingen: list[Wijziging] = field(default_factory=list)

    def undo(self, w: Wijziging) -> None:
        """Undo one change. What is gone stays gone: an erasure is not undone by taking an import back."""
        sleutel = key_of(w)
        if w.voor is None:
            self.straks[sleutel] = None
            return
        if sleutel not in self.straks:
            nu = self.nu.get(sleutel)
            self.straks[sleutel] = nu and _Ding(nu.soort, nu.van, nu.naar, {**nu.velden})
        ding = self.straks[sleutel]
        if not w.na:
            if ding is None:
                self.straks[sleutel] = _thing(w, inverse(w).na)
            else:
                self.afwijkingen.append(w)
        elif ding is not None:
            if any(ding.velden.get(n) != waarde for n, waarde in w.na.items() if n not in ZACHT):
                self.afwijkingen.append(w)
            for naam, waarde in inverse(w).na.items():
                _put(ding.velden, naam, waarde)

    def soften(self, zacht: Mapping[str, Zacht]) -> None:
        """Give doubtful soft fields the value that the imports in effect make of them."""
        for sleutel, wat in zacht.items():
            ding = self.straks.get(sleutel)
            if ding is not None:
                for naam in ZACHT if wat.volledig else wat.velden:
                    _put(ding.velden, naam, wat.velden.get(naam))


def _put(velden: Velden, naam: str, waarde: Waarde | None) -> None:
    if waarde is None:
        velden.pop(naam, None)
    else:
        velden[naam] = waarde


def _thing(w: Wijziging, velden: Velden) -> _Ding:
    if isinstance(w, KnoopWijziging):
        return _Ding(w.label, "", "", filled(velden))
    return _Ding(w.type, w.van, w.naar, filled(velden))


def make_terugplan(
    wijzigingen: Iterable[Wijziging],
    bekend: Bekend,
    zacht: Mapping[str, Zacht] | None = None,
    gaaf: Mapping[str, Wijziging] | None = None,
) -> Terugplan:
    """Undo changes, netted to at most one change per node and relation. O(changes).

    Args:
        wijzigingen: the changes to undo, the newest first.
        bekend: what the store knows now of what they touch.
        zacht: soft fields that the changes themselves cannot tell.
        gaaf: by key the changes among these whose work stands untouched: it goes as it came. The store
            need not know more of it than labels.
    """
    gaaf = gaaf or {}
    gedaan = [*wijzigingen]
    knopen = {w.id for w in gedaan if isinstance(w, KnoopWijziging)}
    relaties = {w.rid for w in gedaan if isinstance(w, RelatieWijziging)}
    stand = _Stand(dict(_present(bekend, knopen - gaaf.keys(), relaties - gaaf.keys())))
    for w in gedaan:
        stand.undo(w)
    stand.soften(zacht or {})
    weg = {id_ for id_ in knopen if stand.straks[id_] is None}
    terug = {id_: ding.soort for id_ in knopen if (ding := stand.straks[id_]) is not None}
    labels = {**bekend.labels, **terug}
    knoopplan, relatieplan, meldingen = list[KnoopWijziging](), list[RelatieWijziging](), list[Melding]()
    for rid, straks in stand.straks.items():
        if rid in gaaf:
            maakte = gaaf[rid]
            if isinstance(maakte, KnoopWijziging):
                knoopplan.append(KnoopWijziging(maakte.label, rid, filled(maakte.na), {}))
            else:
                bases = basis_of(labels[maakte.van]), basis_of(labels[maakte.naar])
                einden = maakte.van, maakte.naar
                relatieplan.append(RelatieWijziging(maakte.type, rid, *einden, *bases, filled(maakte.na), {}))
            continue
        if rid in knopen:
            knoopplan += _node_change(stand, rid)
            continue
        zoek = [id_ for id_ in (straks.van, straks.naar) if id_ not in labels or id_ in weg] if straks else []
        if zoek and stand.nu.get(rid) is None:
            meldingen.append(_lost(rid, zoek[0]))
            continue
        relatieplan += _relation_changes(stand, rid, labels)
    plan = Plan(tuple(knoopplan), tuple(relatieplan), versie=bekend.versie, meldingen=tuple(meldingen))
    return Terugplan(plan, tuple(stand.afwijkingen))


def _lost(rid: str, einde: str) -> Melding:
    return Melding(
        f"De relatie {rid} komt niet terug, want {einde} is er niet meer.", ernst=Ernst.WAARSCHUWING
    )


def _present(bekend: Bekend, knopen: set[str], relaties: set[str]) -> Iterator[tuple[str, _Ding]]:
    for id_ in knopen & bekend.knopen.keys():
        knoop = bekend.knopen[id_]
        yield id_, _Ding(knoop.label, "", "", _own(knoop.eigenschappen))
    for rid in relaties & bekend.relaties.keys():
        r = bekend.relaties[rid]
        yield rid, _Ding(r.type, r.van, r.naar, _own(r.eigenschappen))


def _own(eigenschappen: Mapping[str, Waarde]) -> Velden:
    eigen: Velden = {**eigenschappen}
    eigen.pop("imp", None)
    return eigen


def _node_change(stand: _Stand, id_: str) -> Iterator[KnoopWijziging]:
    nu, straks = stand.nu.get(id_), stand.straks[id_]
    if nu is None and straks is not None:
        yield KnoopWijziging(straks.soort, id_, None, straks.velden)
    elif nu is not None and straks is None:
        yield KnoopWijziging(nu.soort, id_, nu.velden, {})
    elif nu is not None and straks is not None:
        voor, na = _difference(nu.velden, straks.velden)
        if na:
            yield KnoopWijziging(nu.soort, id_, voor, na)


def _relation_changes(stand: _Stand, rid: str, labels: Mapping[str, str]) -> Iterator[RelatieWijziging]:
    nu, straks = stand.nu.get(rid), stand.straks[rid]
    if nu is not None and straks is not None and (nu.van, nu.naar) == (straks.van, straks.naar):
        voor, na = _difference(nu.velden, straks.velden)
        if na:
            yield _relation_change(rid, nu, labels, voor, na)
        return
    if nu is not None:
        yield _relation_change(rid, nu, labels, nu.velden, {})
    if straks is not None:
        yield _relation_change(rid, straks, labels, None, straks.velden)


def _relation_change(
    rid: str, ding: _Ding, labels: Mapping[str, str], voor: Velden | None, na: Velden
) -> RelatieWijziging:
    van_basis, naar_basis = basis_of(labels[ding.van]), basis_of(labels[ding.naar])
    return RelatieWijziging(ding.soort, rid, ding.van, ding.naar, van_basis, naar_basis, voor, na)


def _difference(nu: Velden, straks: Velden) -> tuple[Velden, Velden]:
    na = {n: straks.get(n) for n in {**nu, **straks} if nu.get(n) != straks.get(n)}
    return {n: nu.get(n) for n in na}, na
