"""The ground of the graph: municipalities, regions, and what is part of what. Pure.

Any list that names a place puts its municipality there when it is not there yet. So the first list makes
nearly all of them, and everything that follows stands on them: taking that list back must not take the
ground away from under the others. Ground is therefore nobody's: it stays as long as something lies on it
or an import in effect made it, it goes with the last of these, and it comes back when it is needed again.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace

from netwerkkaart.gebied import gemeenten
from netwerkkaart.graph.cypher import basis_of
from netwerkkaart.omzetten.plaatsen import area_statements
from netwerkkaart.plan.maak import make_plan
from netwerkkaart.plan.wijziging import Bekend, KnoopWijziging, Plan, RelatieWijziging, Velden, Wijziging
from netwerkkaart.schema.register import Waarde
from netwerkkaart.schema.uitspraken import KnoopUitspraak
from netwerkkaart.schema.vocabularia import REGIO

GROND = ("Gemeente", "Regio")
DEEL_VAN = "DEEL_VAN"


def lays_ground(wijziging: Wijziging) -> bool:
    """Whether a change makes or removes ground.

    >>> lays_ground(KnoopWijziging("Gemeente", "nis:71016", None, {"naam": "Genk"}))
    True
    """
    van_grond = (
        wijziging.label in GROND if isinstance(wijziging, KnoopWijziging) else wijziging.type == DEEL_VAN
    )
    return van_grond and (wijziging.voor is None or not wijziging.na)


def laid_by(wijzigingen: Iterable[Wijziging]) -> set[str]:
    """Ids of the ground that changes make."""
    return {w.id for w in wijzigingen if isinstance(w, KnoopWijziging) and w.voor is None and lays_ground(w)}


def ground_under(wijzigingen: Iterable[Wijziging]) -> set[str]:
    """Ids of the ground under relations that changes make or remove."""
    return {
        einde
        for w in wijzigingen
        if isinstance(w, RelatieWijziging) and (w.voor is None or not w.na)
        for einde in (w.van, w.naar)
        if einde.startswith(("nis:", "regio:"))
    }


def known_ground(ids: Iterable[str]) -> dict[str, str]:
    """The ids among these that can be laid anew, with their labels.

    >>> known_ground(["nis:71016", "regio:limburg", "nis:00000", "s1"])
    {'nis:71016': 'Gemeente', 'regio:limburg': 'Regio'}
    """
    uit = {}
    for id_ in ids:
        soort, _, code = id_.partition(":")
        if soort == "nis" and code in gemeenten():
            uit[id_] = "Gemeente"
        elif soort == "regio" and code in REGIO.codes:
            uit[id_] = "Regio"
    return uit


def held_by(plan: Plan, rond: Iterable[tuple[str, str, Collection[str]]]) -> set[str]:
    """Ids of the ground on which something lies that a plan leaves there. O(relations at it).

    Args:
        plan: the plan.
        rond: the relations at ground, as ``(type, id of the ground, keys)``.
    """
    verdwijnt = {r.rid for r in plan.relaties if r.voor is not None and not r.na}
    return {id_ for type_, id_, rids in rond if type_ != DEEL_VAN and not verdwijnt.issuperset(rids)}


def settle_ground(
    plan: Plan,
    gaat: AbstractSet[str],
    nodig: AbstractSet[str],
    rond: Bekend,
    houvast: AbstractSet[str],
    gezegd: Callable[[AbstractSet[str]], AbstractSet[str]],
) -> Plan:
    """Complete a plan with the ground that goes with it, and the ground that it needs.

    Args:
        plan: the plan, which neither makes nor removes ground.
        gaat: ids of ground that may go: made by what goes, or under a relation that goes.
        nodig: ids of ground that must be there, beside the ends of relations in the plan.
        rond: all ground as it is now, and what of it is part of what.
        houvast: ids of the ground on which something lies that stays; see :func:`held_by`.
        gezegd: which of some ground an import that stays made.
    """
    nieuw = {einde for r in plan.relaties if r.voor is None for einde in (r.van, r.naar)} | nodig
    gelegd = area_statements(known_ground(nieuw - rond.knopen.keys()))
    aangelegd = make_plan(gelegd, rond)
    vast = nieuw | {u.id for u in gelegd if isinstance(u, KnoopUitspraak)} | houvast
    weg = _loose({id_ for id_ in gaat if id_ in rond.knopen}, vast, rond, gezegd)
    return replace(
        plan,
        knopen=(*plan.knopen, *aangelegd.knopen, *_gone(weg, rond)),
        relaties=(*plan.relaties, *aangelegd.relaties, *_parts_gone(weg, rond)),
    )


def _loose(
    kandidaten: set[str],
    vast: AbstractSet[str],
    rond: Bekend,
    gezegd: Callable[[AbstractSet[str]], AbstractSet[str]],
) -> set[str]:
    """What nothing holds: a municipality on which nothing lies, then a region of which nothing is part."""
    deel_van = {r.van: r.naar for r in rond.relaties.values() if r.type == DEEL_VAN}
    weg: set[str] = set()
    blijft: set[str] = set()
    while True:
        houdt = {geheel for deel, geheel in deel_van.items() if deel not in weg}
        los = kandidaten - weg - blijft - vast - houdt
        gezien = gezegd(los) if los else frozenset[str]()
        blijft |= gezien
        los -= gezien
        if not los:
            return weg
        weg |= los
        kandidaten |= {deel_van[id_] for id_ in los if deel_van.get(id_) in rond.knopen}


def _gone(weg: AbstractSet[str], rond: Bekend) -> Iterator[KnoopWijziging]:
    for id_ in sorted(weg):
        yield KnoopWijziging(rond.knopen[id_].label, id_, _own(rond.knopen[id_].eigenschappen), {})


def _parts_gone(weg: AbstractSet[str], rond: Bekend) -> Iterator[RelatieWijziging]:
    for rid, r in sorted(rond.relaties.items()):
        if r.type == DEEL_VAN and r.van in weg:
            bases = basis_of(rond.knopen[r.van].label), basis_of(rond.knopen[r.naar].label)
            yield RelatieWijziging(DEEL_VAN, rid, r.van, r.naar, *bases, _own(r.eigenschappen), {})


def _own(eigenschappen: Mapping[str, Waarde]) -> Velden:
    return {naam: waarde for naam, waarde in eigenschappen.items() if naam != "imp"}
