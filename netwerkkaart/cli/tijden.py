"""What an analysis reads: the graph at a date, or as it was known at several moments."""

from __future__ import annotations

from collections.abc import MutableMapping
from datetime import date, timedelta
from typing import TYPE_CHECKING

from netwerkkaart.fouten import GebruikersFout

if TYPE_CHECKING:
    from netwerkkaart.analyse.catalogus.basis import Invoer
    from netwerkkaart.graph.beeld import Beeld
    from netwerkkaart.graph.store import Store
    from netwerkkaart.graph.toen import Tijden


def read_invoer(
    store: Store, invoer: Invoer, datum: date | None, eigen: MutableMapping[str, object]
) -> Beeld | Tijden:
    """What an analysis reads: the graph at a date, or as it was known at the moments that are asked for.

    Args:
        store: an open store.
        invoer: what it reads.
        datum: the reference date, and the last moment when ``tot`` is not given; today when neither is.
        eigen: the options of the analysis; ``van``, ``tot`` and ``stappen`` are taken out.

    Raises:
        GebruikersFout: the moments do not follow each other, or there are too few or too many.
    """
    from netwerkkaart.graph.lezen import read_beeld
    from netwerkkaart.graph.toen import read_tijden

    if invoer == "beeld":
        return read_beeld(store).op(datum or date.today())
    van, tot, stappen = (eigen.pop(naam, None) for naam in ("van", "tot", "stappen"))
    einde = tot if isinstance(tot, date) else datum or date.today()
    begin = van if isinstance(van, date) else _year_before(einde)
    return read_tijden(store, moments(begin, einde, stappen if isinstance(stappen, int) else 2))


def moments(van: date, tot: date, aantal: int) -> tuple[date, ...]:
    """Days at equal distances, both ends among them.

    Raises:
        GebruikersFout: the first does not come before the last, or there are too few or too many.

    >>> [dag.isoformat() for dag in moments(date(2026, 1, 1), date(2026, 1, 5), 3)]
    ['2026-01-01', '2026-01-03', '2026-01-05']
    """
    if van >= tot:
        raise GebruikersFout(
            f"Het begin ({van.isoformat()}) ligt niet vóór het einde ({tot.isoformat()}).",
            hulp="Kies met --van een vroegere dag, of met --tot een latere.",
        )
    if not 2 <= aantal <= min(60, (tot - van).days + 1):
        raise GebruikersFout(
            f"{aantal} momenten passen hier niet.", hulp="Kies er met --stappen minstens 2 en hoogstens 60."
        )
    dagen = (tot - van).days
    return tuple(van + timedelta(days=round(dagen * nr / (aantal - 1))) for nr in range(aantal))


def _year_before(dag: date) -> date:
    from netwerkkaart.analyse.basis import months_before

    return months_before(dag, 12)


def reference_view(invoer: Beeld | Tijden) -> Beeld:
    """The view at the reference date, from which the thresholds that are kept with the graph are read."""
    from netwerkkaart.graph.beeld import Beeld

    return invoer if isinstance(invoer, Beeld) else invoer.achteraf(-1)
