"""What differs between stated and known fields: two ways, or three when the writer's view is known."""

from __future__ import annotations

from collections.abc import Mapping

from netwerkkaart.plan.wijziging import Conflict, Velden, Voorrang
from netwerkkaart.schema.register import Waarde
from netwerkkaart.schema.uitspraken import Uitspraak

HERKOMST = frozenset({"bron", "bron_datum", "bron_datum_precisie"})
"""Who says it: never a change by itself."""
_PRECISIE = "_precisie"


def stated_fields(uitspraak: Uitspraak) -> Velden:
    """Everything that a statement says, the properties that it says are empty included."""
    return {**uitspraak.eigenschappen, **dict.fromkeys(uitspraak.leeg)}


def changed_fields(nu: Mapping[str, Waarde], gesteld: Mapping[str, Waarde | None]) -> tuple[Velden, Velden]:
    """Fields whose stated value differs from the known one: ``(before, after)``.

    Who says it (``bron``, ``bron_datum``) counts only together with another change: the same fact from
    another list is no change. A new date without a precision clears the old precision.

    >>> changed_fields({"naam": "A", "bron": "x"}, {"naam": "A", "bron": "y"})
    ({}, {})
    >>> changed_fields({"naam": "A", "bron": "x"}, {"naam": "B", "bron": "y"})
    ({'naam': 'A', 'bron': 'x'}, {'naam': 'B', 'bron': 'y'})
    """
    na: Velden = {sleutel: waarde for sleutel, waarde in gesteld.items() if nu.get(sleutel) != waarde}
    for sleutel in gesteld:
        precisie = f"{sleutel}{_PRECISIE}"
        if precisie in nu and precisie not in gesteld:
            na[precisie] = None
    if HERKOMST.issuperset(na):
        return {}, {}
    return {sleutel: nu.get(sleutel) for sleutel in na}, na


def weigh_three_ways(
    gesteld: Mapping[str, Waarde | None],
    gezien: Mapping[str, Waarde],
    nu: Mapping[str, Waarde],
    voorrang: Voorrang,
) -> tuple[Velden, list[tuple[str, Waarde | None, Waarde | None, Waarde | None]]]:
    """What a writer changed of what she saw, and where somebody else changed the same meanwhile.

    A three-way merge per field, as of Mens (2002), "A state-of-the-art survey on software merging",
    IEEE TSE 28(5): what she left as it was is not stated; what both changed alike is agreed. A date and its
    precision are one field: another month is stated as a month, though "month" is what she saw as well.

    Returns:
        The fields to state, and the conflicts as ``(field, seen, now, stated)``.

    >>> gezien = {"naam": "A", "straat": "X"}
    >>> weigh_three_ways({"naam": "B", "straat": "X"}, gezien, {"naam": "C"}, Voorrang.GRAAF)
    ({}, [('naam', 'A', 'C', 'B')])
    """
    stellen: Velden = {}
    botsingen: list[tuple[str, Waarde | None, Waarde | None, Waarde | None]] = []
    for veld in gesteld:
        if veld.endswith(_PRECISIE) and veld.removesuffix(_PRECISIE) in gesteld:
            continue
        delen = (veld, f"{veld}{_PRECISIE}") if f"{veld}{_PRECISIE}" in gesteld else (veld,)
        eerder, bewaard, nieuw = ([bron.get(deel) for deel in delen] for bron in (gezien, nu, gesteld))
        if nieuw == eerder and veld not in HERKOMST:
            continue
        if bewaard not in (eerder, nieuw) and veld not in HERKOMST:
            vier = list(zip(delen, eerder, bewaard, nieuw, strict=True))
            botsingen += [v for v in vier if v[2] not in (v[1], v[3])] or vier[:1]
            if voorrang is Voorrang.GRAAF:
                continue
        stellen |= dict(zip(delen, nieuw, strict=True))
    return stellen, botsingen


def to_conflicts(
    soort: str, sleutel: str, botsingen: list[tuple[str, Waarde | None, Waarde | None, Waarde | None]]
) -> list[Conflict]:
    """The conflicts of one node or relation."""
    return [Conflict(soort, sleutel, *botsing) for botsing in botsingen]
