"""What an analysis reads: the graph at a date, or as it was known at several moments."""

from __future__ import annotations

from collections.abc import MutableMapping
from datetime import date
from typing import TYPE_CHECKING

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
        datum: the reference date; today when none is given.
        eigen: the options of the analysis; those about moments are taken out.

    Raises:
        GebruikersFout: the moments do not follow each other, or there are too few or too many.
    """
    from netwerkkaart.analyse.opgave import take_moments
    from netwerkkaart.graph.lezen import read_beeld
    from netwerkkaart.graph.toen import read_tijden

    if invoer == "beeld":
        return read_beeld(store).op(datum or date.today())
    return read_tijden(store, take_moments(datum, eigen))
