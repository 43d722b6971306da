"""What lists say of a tie beside the answers, where it is kept, and what is stored of both: pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from datetime import date

from netwerkkaart.plan.antwoordstand import Eigenschappen
from netwerkkaart.plan.bevestiging import Afgeleid, Bandsleutel, Grondslag
from netwerkkaart.plan.wijziging import (
    BekendeRelatie,
    KnoopWijziging,
    RelatieWijziging,
    Velden,
    Wijziging,
    filled,
)
from netwerkkaart.schema.register import BANDEN, Waarde

BRON = "antwoorden op bevragingen"
"""Source of a tie that answers alone state; whatever else says something of it puts its own name here."""

BEWAARD: Mapping[str, str] = {
    "bevestiging": "bevestiging_lijst",
    "bevestigd_op": "bevestigd_op_lijst",
    "bevestigd_op_precisie": "bevestigd_op_lijst_precisie",
    "sterkte": "sterkte_lijst",
}
"""Properties that follow from answers → where it is kept what a list says of them."""
AFGELEIDE_VELDEN: frozenset[str] = frozenset((*BEWAARD, *BEWAARD.values()))
DAG = ("bevestigd_op", "bevestigd_op_precisie")
"""The properties of a day on which something was confirmed."""


def only_follows(wijziging: Wijziging) -> bool:
    """Whether a change only makes or removes a tie that answers alone state: it follows, nobody says it."""
    if not isinstance(wijziging, RelatieWijziging) or wijziging.type not in BANDEN:
        return False
    gemaakt = wijziging.na if wijziging.voor is None else {}
    weg = wijziging.voor if wijziging.voor and not wijziging.na else {}
    return answers_only(gemaakt) or answers_only(weg)


def fold_grounds(wijzigingen: Iterable[Wijziging], sleutels: AbstractSet[str]) -> dict[str, Velden]:
    """What lists say of some ties and organisations, from what they changed in order.

    Args:
        wijzigingen: changes of imports that are no answers.
        sleutels: rids and ids.

    Returns:
        Per key that some import made: the properties in :data:`BEWAARD`, absent where nothing is said.
    """
    uit: dict[str, Velden] = {}
    for w in wijzigingen:
        sleutel = w.rid if isinstance(w, RelatieWijziging) else w.id
        if sleutel not in sleutels:
            continue
        if w.voor is None or not w.na:
            uit[sleutel] = {}
        if sleutel in uit and not only_follows(w):
            for naam, bewaard in BEWAARD.items():
                if bewaard in w.na or naam in w.na:
                    uit[sleutel][naam] = w.na[bewaard if bewaard in w.na else naam]
    return uit


def said_of_band(
    velden: Eigenschappen, nu: BekendeRelatie | None, eigen: RelatieWijziging | None, *, gesproken: bool
) -> Velden:
    """What lists say of a tie. What stands on a tie that only answers state, no list said."""
    stond = {} if nu is None or answers_only(nu.eigenschappen) else nu.eigenschappen
    return said(velden, stond, eigen, BEWAARD, gesproken=gesproken)


def as_ground(gezegd: Velden) -> Grondslag:
    """What lists say, from properties by the names in :data:`BEWAARD`."""
    bevestiging, op, precisie, sterkte = (gezegd.get(naam) for naam in BEWAARD)
    return Grondslag(
        None if bevestiging is None else str(bevestiging),
        op if isinstance(op, date) else None,
        None if precisie is None else str(precisie),
        sterkte if isinstance(sterkte, int) else None,
    )


def said(
    velden: Eigenschappen,
    nu: Eigenschappen,
    eigen: KnoopWijziging | RelatieWijziging | None,
    namen: Iterable[str],
    *,
    gesproken: bool,
) -> Velden:
    """What lists say of each property: what the plan states, else what is kept, else what stands there."""
    uit: Velden = {}
    na = {} if eigen is None else eigen.na
    for naam in namen:
        bewaard = BEWAARD[naam]
        dag = naam.removesuffix("_precisie")  # a day that is stated anew brings its precision, or none
        if BEWAARD[dag] in na:
            uit[naam] = velden.get(bewaard)
        elif dag in na or (eigen is not None and eigen.voor is None):
            uit[naam] = na.get(naam)
        else:
            uit[naam] = nu.get(bewaard if gesproken else naam)
    return uit


def with_lists(velden: Eigenschappen, grond: Grondslag, band: Afgeleid) -> Velden:
    """All properties of a tie that lists state: theirs, what follows, and what is kept of theirs."""
    uit: Velden = {naam: w for naam, w in velden.items() if naam not in AFGELEIDE_VELDEN}
    uit |= dict(zip(BEWAARD, (band.bevestiging, band.bevestigd_op, band.precisie, band.sterkte), strict=True))
    if band.gesproken:
        stond = (grond.bevestiging, grond.bevestigd_op, grond.precisie, grond.sterkte)
        return {**filled(uit), **dict(zip(BEWAARD.values(), stond, strict=True))}
    return filled(uit)


def answers_alone(band: Afgeleid, sleutel: Bandsleutel) -> Velden:
    """All properties of a tie that only answers state."""
    return filled(
        {
            "bron": BRON,
            "bron_datum": band.laatst,
            "stap": sleutel[3] or None,
            "bevestiging": band.bevestiging,
            "bevestigd_op": band.bevestigd_op,
            "sterkte": band.sterkte,
        }
    )


def difference(nu: Eigenschappen, doel: Velden) -> tuple[Velden, Velden]:
    """Changed fields before and after; what is not in ``doel`` goes, but for the mark of the import."""
    namen = [n for n in dict.fromkeys((*nu, *doel)) if n != "imp" and nu.get(n) != doel.get(n)]
    return {n: nu.get(n) for n in namen}, {n: doel.get(n) for n in namen}


def answers_only(velden: Mapping[str, Waarde | None]) -> bool:
    """Whether these are the properties of a tie that answers alone state."""
    return velden.get("bron") == BRON
