"""The chain from youth care: for youngsters who are no longer enrolled in a school.

The same as the chain of a school, but from a ``Jeugdhulpaanbieder``, theme 2, steps 2–4, with any band
(either way, also with a Clb) as first link; a school is still no passage.
"""

from __future__ import annotations

import numpy as np

from netwerkkaart.analyse.basis import STAPPEN, in_region, part_of, percentage, region_name, verb
from netwerkkaart.analyse.bereik import reach_from
from netwerkkaart.analyse.drempels import STANDAARD, Drempels
from netwerkkaart.analyse.keten import KetenRij, Ketens
from netwerkkaart.analyse.ketenoordeel import Ketenoordeel, step_verdicts
from netwerkkaart.analyse.routes import Routes, any_links, further_links, is_kind
from netwerkkaart.analyse.uitkomst import Uitkomst
from netwerkkaart.analyse.vouwen import groups
from netwerkkaart.analyse.wegen import Wegen
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
    routes = Routes(eerste, further_links(beeld), drempels.schakels)
    bereik = reach_from(beeld, drempels, start, past, routes)
    gekozen = groups(beeld, start, np.flatnonzero(in_region(beeld, regio)[start]))
    ketens = Ketens.of(Wegen(bereik), bereik.once(step_verdicts), "2", gekozen)
    rijen, cijfers = ketens.rows(), ketens.counts()
    gesloten = cijfers[Ketenoordeel.GESLOTEN]
    waar = region_name(regio)
    titel = (
        f"{waar}: {part_of(gesloten, len(rijen), *_WOORDEN)} "
        f"{verb(gesloten, 'heeft', 'hebben')} een gesloten keten naar onderwijs, werk en dagbesteding "
        f"({percentage(gesloten, len(rijen))})."
    )
    if not rijen:
        titel = f"In {waar} staan nog geen jeugdhulpaanbieders."
    return Uitkomst("jeugdhulp", titel, bereik.datum, drempels, KetenRij, rijen, (), cijfers)
