"""Compare two sides three ways, without a common base: the imports that each has seen take its place.

A value of one side that the other has seen before is older than what the other made of it: the other is
then simply ahead. Where neither has seen the other's value, both changed it, and that is a conflict. This
is how version vectors tell "before" from "at the same time" (Parker e.a., 1983, "Detection of mutual
inconsistency in distributed systems", IEEE TSE 9(3)); an import is an event, and every import has an id
that no other graph makes.

In a conflict the later one wins, unless the user decides: that rule is the same whoever asks, so that two
graphs that exchange in either order become equal.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from netwerkkaart.plan.grondslag import AFGELEIDE_VELDEN
from netwerkkaart.plan.velden import HERKOMST
from netwerkkaart.uitwisseling.kant import GEHEEL, Feit, Kant, Moment, import_ids, newest

STIL = HERKOMST
"""Fields that follow the others: a conflict about them is settled, and not shown."""


class Oordeel(StrEnum):
    """What one difference means for us."""

    HUN_NIEUWER = "hun nieuwer"
    ONS_NIEUWER = "ons nieuwer"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Verschil:
    """One field that differs, or a whole node or relation that only one side has.

    Args:
        soort: label or type.
        sleutel: id or rid.
        veld: the property, :data:`~netwerkkaart.uitwisseling.kant.DOEL`, or ``""`` for the whole.
        ons, hun: the value of either side; for the whole: whether it is there.
        oordeel: who is ahead, or a conflict.
        ons_moment, hun_moment: when either side last changed it.
    """

    soort: str
    sleutel: str
    veld: str
    ons: object
    hun: object
    oordeel: Oordeel
    ons_moment: Moment
    hun_moment: Moment

    @property
    def laatste_is_hun(self) -> bool:
        """Who wins a conflict when nobody decides: the later one."""
        return self.hun_moment > self.ons_moment

    @property
    def is_stil(self) -> bool:
        """True for a difference that is not worth telling."""
        return self.veld in STIL


def compare(ons: Kant, hun: Kant) -> list[Verschil]:
    """Everything in which two sides differ, in order of key and field. O(facts + changes).

    What is derived from statements of several imports is left out: it is worked out again.
    """
    anders = [s for s in ons.feiten.keys() | hun.feiten.keys() if ons.feiten.get(s) != hun.feiten.get(s)]
    anders.sort()
    for kant in (ons, hun):
        kant.follow(anders)
    return [verschil for sleutel in anders for verschil in _differences(sleutel, ons, hun)]


def _differences(sleutel: str, ons: Kant, hun: Kant) -> Iterator[Verschil]:
    a, b = ons.feiten.get(sleutel), hun.feiten.get(sleutel)
    if a is None or b is None or a.soort != b.soort or a.van != b.van:
        yield from _whole(sleutel, a, b, ons, hun)
        return
    for veld in sorted(a.velden.keys() | b.velden.keys()):
        if veld not in AFGELEIDE_VELDEN and a.velden.get(veld) != b.velden.get(veld):
            yield _difference(sleutel, veld, a.soort, (a.velden.get(veld), b.velden.get(veld)), ons, hun)


def _whole(sleutel: str, a: Feit | None, b: Feit | None, ons: Kant, hun: Kant) -> Iterator[Verschil]:
    feit = a or b
    assert feit is not None
    if a is None and not ons.ooit(sleutel):
        oordeel = Oordeel.HUN_NIEUWER
    elif b is None and not hun.ooit(sleutel):
        oordeel = Oordeel.ONS_NIEUWER
    else:
        yield _difference(sleutel, GEHEEL, feit.soort, (a is not None, b is not None), ons, hun)
        return
    yield Verschil(
        feit.soort,
        sleutel,
        GEHEEL,
        a is not None,
        b is not None,
        oordeel,
        _moment(ons, sleutel, GEHEEL),
        _moment(hun, sleutel, GEHEEL),
    )


def _difference(
    sleutel: str, veld: str, soort: str, waarden: tuple[object, object], ons: Kant, hun: Kant
) -> Verschil:
    zij_zagen = _has_seen(hun, ons, sleutel, veld, waarden[0])
    wij_zagen = _has_seen(ons, hun, sleutel, veld, waarden[1])
    if zij_zagen and wij_zagen and _lacks_end(sleutel, waarden, ons, hun):
        # It could not come where an end was gone: that follows from what was decided of the end.
        oordeel = Oordeel.HUN_NIEUWER if waarden[0] else Oordeel.ONS_NIEUWER
    elif zij_zagen == wij_zagen:
        oordeel = Oordeel.CONFLICT
    else:
        oordeel = Oordeel.HUN_NIEUWER if zij_zagen else Oordeel.ONS_NIEUWER
    momenten = _moment(ons, sleutel, veld), _moment(hun, sleutel, veld)
    return Verschil(soort, sleutel, veld, *waarden, oordeel, *momenten)


def _lacks_end(sleutel: str, er: tuple[object, object], ons: Kant, hun: Kant) -> bool:
    """Whether a relation that one side has is not at the other for want of a node."""
    heeft, mist = (ons, hun) if er[0] else (hun, ons)
    feit = heeft.feiten.get(sleutel)
    return bool(
        feit
        and feit.is_relatie
        and sleutel not in mist.feiten
        and not {feit.van, feit.naar} <= mist.feiten.keys()
    )


def _has_seen(wie: Kant, ander: Kant, sleutel: str, veld: str, waarde: object) -> bool:
    """Whether one side has seen the present value of another: then what it states itself is later.

    A value that came by an exchange was stated by one of the imports that the exchange brought.
    """
    reeks = ander.verloop(sleutel, veld, wie.kent)
    if not reeks:
        return bool(ander.verloop(sleutel, veld))
    laatste = reeks[-1][0]
    if laatste in wie.kent:
        return True
    gebracht = ander.omvat.get(laatste)
    if gebracht is None:
        return False
    if gebracht <= wie.kent:
        return True
    if veld == GEHEEL:
        return not gebracht.isdisjoint(import_ids(wie.verloop(sleutel, veld)))
    return any(imp in gebracht and gaf == waarde for imp, gaf in wie.verloop(sleutel, veld))


def _moment(kant: Kant, sleutel: str, veld: str) -> Moment:
    reeks = kant.verloop(sleutel, veld)
    return kant.moment(reeks[-1][0]) if reeks else newest(())
