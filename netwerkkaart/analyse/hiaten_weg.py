"""The way that a school lacks: where its route stops, and which tie would bring it to a free offer.

Of the schools of a cell that reach none of its offers that are not full, the first one to which such an
offer fits is the example. The *nearest* provider of a fitting free offer is one in the school's own
municipality, else in its region, else elsewhere; then by code. Only a provider that a route may enter counts:
no school, and no Clb. The missing tie goes to it from *x*: the Clb that guides the school, else the first
other organisation at one link, else (or when a route may have one link only) the school itself. That tie by
itself makes the school reach the cell.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from netwerkkaart.analyse.basis import Getallen
from netwerkkaart.analyse.bereik import Bereik
from netwerkkaart.analyse.cellen import Cellen
from netwerkkaart.graph.beeld import Beeld

_ONBETREEDBAAR = frozenset({"School", "Clb", "Bestuur"})
"""Kinds that a route never enters at its end."""
_GEEN_BAND = "(geen band)"


@dataclass(frozen=True, slots=True)
class OntbrekendeWeg:
    """The way that an example school lacks.

    Args:
        tekst: as people read it: ``school – x – (geen band) – aanbieder: aanbod``; empty: nothing lacks.
        band: ids of both ends of the tie that lacks; empty when no tie would help.
    """

    tekst: str = ""
    band: tuple[str, ...] = ()


GEEN = OntbrekendeWeg()


def loose_schools(cellen: Cellen, gebied: int, stap: int, groep: int) -> Getallen:
    """Positions of the schools of a cell that reach none of its offers that are not full."""
    hier = cellen.scholen_van[gebied]
    los: Getallen = hier[cellen.bereik.past[hier, stap] & ~cellen.raakt[hier, stap, groep]]
    return los


def missing_way(bereik: Bereik, scholen: Getallen, stap: int, groep: int) -> OntbrekendeWeg:
    """The way that the first of some schools lacks to which a free offer of the cell fits.

    Args:
        bereik: the reach.
        scholen: positions of schools that reach no such offer.
        stap: position of the cell's step in ``STAPPEN``.
        groep: position of its target group in ``DOELGROEPEN``.
    """
    aanbod = bereik.aanbod
    vrij = np.flatnonzero(aanbod.stappen[:, stap] & aanbod.doelgroepen[:, groep] & ~aanbod.vol)
    zonder_aanbieder = GEEN
    # What fits depends on the municipality only, so the first school of each is enough.
    _, eerste = np.unique(bereik.plaats[scholen], return_index=True)
    for school in scholen[np.sort(eerste)].tolist():
        passend = vrij[aanbod.gebied[bereik.plaats[school], vrij]].tolist()
        weg = _way_to(bereik, school, passend) if passend else GEEN
        if weg.band:
            return weg
        zonder_aanbieder = zonder_aanbieder if zonder_aanbieder.tekst else weg
    return zonder_aanbieder


def _way_to(bereik: Bereik, school: int, passend: list[int]) -> OntbrekendeWeg:
    beeld, knoop = bereik.beeld, int(bereik.start[school])
    kandidaten = [
        (_distance(beeld, knoop, aanbieder), aanbieder, aanbod)
        for aanbod in passend
        for aanbieder in bereik.aanbod.aanbieders_van[aanbod]
        if beeld.label(aanbieder) not in _ONBETREEDBAAR
    ]
    if not kandidaten:
        return OntbrekendeWeg(_without_provider(bereik, knoop, passend))
    _, aanbieder, aanbod = min(kandidaten)
    via = _first_link(bereik, knoop)
    begin = beeld.naam(knoop) if via == knoop else f"{beeld.naam(knoop)} – {beeld.naam(via)}"
    band = "(verwijst alleen terug)" if _refers(beeld, aanbieder, via) else _GEEN_BAND
    naam = beeld.naam(int(bereik.aanbod.knopen[aanbod]))
    return OntbrekendeWeg(
        f"{begin} – {band} – {beeld.naam(aanbieder)}: {naam}", (beeld.ids[via], beeld.ids[aanbieder])
    )


def _without_provider(bereik: Bereik, school: int, passend: list[int]) -> str:
    gekend = [aanbod for aanbod in passend if bereik.aanbod.aanbieders_van[aanbod]]
    naam = bereik.beeld.naam(int(bereik.aanbod.knopen[(gekend or passend)[0]]))
    wie = "enkel van een school of CLB" if gekend else "geen gekende aanbieder"
    return f"{bereik.beeld.naam(school)} – ({wie}) – {naam}"


def _distance(beeld: Beeld, school: int, aanbieder: int) -> int:
    """0 in the same municipality, 1 in the same region, else 2; where the school lies is known."""
    if beeld.gemeente[school] == beeld.gemeente[aanbieder]:
        return 0
    return 1 if beeld.regio[school] == beeld.regio[aanbieder] >= 0 else 2


def _first_link(bereik: Bereik, school: int) -> int:
    """From where the missing tie starts."""
    eerste = bereik.routes.eerste
    buren = eerste.naar[eerste.grenzen[school] : eerste.grenzen[school + 1]].tolist()
    if not buren or bereik.routes.schakels < 2:
        return school
    return int(min(buren, key=lambda buur: (bereik.beeld.label(buur) != "Clb", buur)))


def _refers(beeld: Beeld, van: int, naar: int) -> bool:
    tabel = beeld.van_type("VERWIJST_NAAR")
    return bool(np.any((tabel.van == van) & (tabel.naar == naar)))
