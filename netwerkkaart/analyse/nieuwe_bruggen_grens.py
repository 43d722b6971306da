"""How good a greedy choice of new ties is: what no choice of as many ties could exceed.

The value of a set of ties is coverage, so what a tie adds never grows as others are chosen. Hence, whatever
set *A* was chosen, no set of *i* ties is worth more than the value of *A* plus the *i* highest gains on it
(Nemhauser, Wolsey and Fisher 1978; used as an online bound by Leskovec et al. 2007). Every state that the
greedy choice passed through gives such a bound; the lowest counts. The general promise of greedy choice
gives another: it is worth at least 1 − (1 − 1/i)ⁱ of the best set of *i* ties, and that is at least 1 − 1/e.

With at most *n* new ties for one organisation the sets that are allowed form a 2-system (each tie uses two
organisations), for which greedy choice is worth at least 1/3 of the best (Fisher, Nemhauser and Wolsey 1978;
Calinescu et al. 2011). The bound from the gains holds there too, as it only leaves restrictions out.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from netwerkkaart.analyse.basis import number, percentage


def upper_bounds(
    waarden: Sequence[int], toppen: Sequence[Sequence[int]], hoogstens: int | None = None
) -> tuple[int, ...]:
    """For *i* = 1 … *r* chosen ties: what no *i* ties together can exceed.

    Args:
        waarden: value of the choice after 0, 1, …, *r* ties; the first is 0.
        toppen: after as many ties the highest gains on top of it, descending; at least *r* where there
            are as many ties with a gain.
        hoogstens: most new ties for one organisation.

    >>> upper_bounds((0, 5, 8), ((5, 5, 4), (3, 3), (1,)))
    (5, 9)
    >>> upper_bounds((0, 4, 4), ((4, 4), (0,), (0,)))
    (4, 4)
    """
    uit = []
    for i in range(1, len(waarden)):
        uit_winst = min(waarde + sum(top[:i]) for waarde, top in zip(waarden, toppen, strict=True))
        uit.append(min(uit_winst, math.floor(waarden[i] / promise(i, hoogstens) + 1e-9)))
    return tuple(uit)


def promise(banden: int, hoogstens: int | None = None) -> float:
    """Which share of the best a greedy choice of so many ties is always worth.

    >>> promise(1), promise(2), promise(2, 1) == 1 / 3, promise(2, 2)
    (1.0, 0.75, True, 0.75)
    """
    if hoogstens is not None and banden > hoogstens:
        return 1 / 3
    return 1 - (1 - 1 / banden) ** banden


def bound_note(banden: int, waarde: int, grens: int, hoogstens: int | None) -> str:
    """What is certain of the choice, as a Dutch sentence."""
    if waarde >= grens:
        return (
            "Bewezen: geen enkele band levert meer op dan deze."
            if banden == 1
            else f"Bewezen: geen enkele andere keuze van {number(banden)} banden levert meer op."
        )
    altijd = "een derde" if hoogstens is not None and banden > hoogstens else "63%"
    return (
        f"De keuze is gretig: altijd minstens {altijd} van wat de beste keuze van evenveel banden "
        f"oplevert. Voor deze gegevens is meer zeker: geen {number(banden)} banden bereiken er meer dan "
        f"{number(grens)}, dus deze keuze haalt minstens {percentage(waarde, grens)} van het beste."
    )
