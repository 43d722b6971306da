"""From a view to the sheets of its schools: pure, and limited first to what the profile may show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import numpy as np

from netwerkkaart.analyse.basis import in_region, municipality_name
from netwerkkaart.analyse.drempels import STANDAARD, Drempels
from netwerkkaart.fiche.aanbodlijst import list_offers
from netwerkkaart.fiche.bron import Bron, Schoolzicht
from netwerkkaart.fiche.model import Fiche
from netwerkkaart.fiche.trappen import Trap
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.graph.vrijgave import Profiel
from netwerkkaart.schema.vocabularia import REGIO

_BRONNEN = 4


def schools_of(beeld: Beeld, regio: str | None = None) -> list[int]:
    """Nodes of the schools of a region, by municipality, name and id.

    Raises:
        NietGevonden: there is no such region.
    """
    scholen = beeld.van_soort("School")
    hier = scholen[in_region(beeld, regio)[scholen]].tolist()
    return sorted(hier, key=lambda s: (municipality_name(beeld, s), beeld.naam(s), beeld.ids[s]))


def make_fiches(
    beeld: Beeld,
    scholen: Iterable[int],
    drempels: Drempels = STANDAARD,
    profiel: Profiel = Profiel.PARTNERS,
    *,
    vooraf: tuple[str, ...] = (),
) -> Iterator[Fiche]:
    """The sheet of each of some schools, in their order.

    Args:
        beeld: the view at its reference date, already limited to what the profile may show, so that no
            sentence speaks of what was left out.
        scholen: their nodes.
        drempels: the thresholds.
        profiel: for whom; the sheet says so.
        vooraf: sentences that come before the notes of each sheet, such as the quotation of an edition.

    Raises:
        ValueError: the view is not tied to a date.
    """
    bron = Bron.of(beeld, drempels)
    for school in scholen:
        yield _make(bron.school(school), profiel, vooraf)


def _make(zicht: Schoolzicht, profiel: Profiel, vooraf: tuple[str, ...]) -> Fiche:
    bron, beeld, knoop = zicht.bron, zicht.bron.beeld, zicht.knoop
    regio = int(beeld.regio[knoop])
    return Fiche(
        beeld.ids[knoop],
        beeld.naam(knoop),
        municipality_name(beeld, knoop),
        REGIO.woord(REGIO.codes[regio]) if regio >= 0 else "",
        bron.bereik.datum,
        profiel,
        bron.bereik.drempels.schakels,
        Trap(zicht).steps(),
        list_offers(zicht),
        _sources(zicht),
        (*vooraf, *_notes(zicht)),
    )


def _sources(zicht: Schoolzicht) -> tuple[str, ...]:
    """Who states the bands of this school, the most named first."""
    banden = zicht.bron.beeld.banden
    eigen = np.flatnonzero((banden.van == zicht.knoop) | (banden.naar == zicht.knoop)).tolist()
    tel = Counter(bron for band in eigen if (bron := zicht.bron.banden.source(band)))
    return tuple(sorted(tel, key=lambda bron: (-tel[bron], bron))[:_BRONNEN])


def _notes(zicht: Schoolzicht) -> tuple[str, ...]:
    bereik = zicht.bron.bereik
    noten = []
    if not bereik.past[zicht.plek].any():
        noten.append(
            "Van deze school is niet gekend welk onderwijs ze geeft: "
            "zo is niet te zeggen welke stappen voor haar tellen."
        )
    if bereik.plaats[zicht.plek] < 0:
        noten.append("Van deze school is de gemeente niet gekend: daarom past er geen enkel aanbod.")
    return tuple(noten)
