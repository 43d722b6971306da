"""The chain from youth care: for youngsters who are no longer enrolled in a school.

The same as the chain of a school, but from a ``Jeugdhulpaanbieder``, theme 2, steps 2–4, with any band
(either way, also with a Clb) as first link; a school is still no passage.
"""

from __future__ import annotations

import numpy as np

from netwerkkaart.analyse.basis import STAPPEN, counted, in_region, number, percentage, region_name
from netwerkkaart.analyse.bereik import reach_from
from netwerkkaart.analyse.drempels import STANDAARD, Drempels
from netwerkkaart.analyse.keten import OORDELEN, Ketenoordeel, KetenRij, chain_row, step_verdicts
from netwerkkaart.analyse.routes import all_routes, any_links, further_links, is_kind
from netwerkkaart.analyse.uitkomst import Uitkomst
from netwerkkaart.graph.beeld import Beeld

_WOORDEN = ("jeugdhulpaanbieder", "jeugdhulpaanbieders")


def keten_jeugdhulp(
    beeld: Beeld, drempels: Drempels = STANDAARD, *, regio: str | None = None
) -> Uitkomst[KetenRij]:
    """The chain of every youth care provider.

    Raises:
        NietGevonden: there is no such region.
        ValueError: the view is not tied to a date.
    """
    start = beeld.van_soort("Jeugdhulpaanbieder")
    geldt = [thema == "2" and stap != "voorkomen" for thema, stap in STAPPEN]
    past = np.tile(np.array(geldt), (len(start), 1))
    eerste = any_links(beeld, is_kind(beeld, "Jeugdhulpaanbieder"))
    bereik = reach_from(
        beeld, drempels, start, past, all_routes(eerste, further_links(beeld), drempels.schakels)
    )
    codes = step_verdicts(bereik)
    rijen = tuple(
        chain_row(bereik, codes, "2", beeld.ids[int(start[plek])], beeld.naam(int(start[plek])), [plek])
        for plek in np.flatnonzero(in_region(beeld, regio)[start]).tolist()
    )
    gesloten = sum(rij.oordeel is Ketenoordeel.GESLOTEN for rij in rijen)
    waar = region_name(regio)
    titel = (
        f"{waar}: {number(gesloten)} van de {counted(len(rijen), *_WOORDEN)} "
        f"{'heeft' if gesloten == 1 else 'hebben'} een gesloten keten naar onderwijs, werk en dagbesteding "
        f"({percentage(gesloten, len(rijen))})."
    )
    if not rijen:
        titel = f"In {waar} staan nog geen jeugdhulpaanbieders."
    cijfers = {str(oordeel): sum(rij.oordeel is oordeel for rij in rijen) for oordeel in OORDELEN}
    return Uitkomst("jeugdhulp", titel, bereik.datum, drempels, KetenRij, rijen, (), cijfers)
