"""The small example region as what a report reads, with a year in which it was known all along."""

from __future__ import annotations

from datetime import date

from netwerkkaart.analyse.drempels import STANDAARD
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.graph.toen import Tijden
from netwerkkaart.graph.vrijgave import Profiel
from netwerkkaart.rapport.bron import Bron
from netwerkkaart.rapport.zicht import limit_times, limit_view
from netwerkkaart.schema.uitspraken import KnoopUitspraak, RelatieUitspraak, Uitspraak
from tests.vragen.voorbeeld import DATUM, example

BEGIN = date(2025, 11, 24)


def region(*erbij: Uitspraak) -> Beeld:
    """All that was ever stated of the region, and what is added."""
    alles = [*example(), *erbij]
    return Beeld.from_rows(
        [(u.label, u.id, u.eigenschappen) for u in alles if isinstance(u, KnoopUitspraak)],
        [
            (u.type, u.van, u.naar, {**u.eigenschappen, "rid": u.rid})
            for u in alles
            if isinstance(u, RelatieUitspraak)
        ],
    )


def source(
    *erbij: Uitspraak,
    profiel: Profiel = Profiel.PARTNERS,
    personen: bool = False,
    regio: str | None = "limburg",
) -> Bron:
    """What a report of the example region is made from."""
    beeld = region(*erbij)
    tijden = limit_times(Tijden((BEGIN, DATUM), (beeld, beeld), beeld), profiel, personen=personen)
    return Bron(
        limit_view(beeld.op(DATUM), profiel, personen=personen), STANDAARD, regio, tijden, profiel, personen
    )
