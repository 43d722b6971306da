"""In what circumstances something is: school level, size, and how urban the municipality is.

Three features are compared, each only where it is known on both sides:

* *niveau*: at least one school level in common;
* *grootte*: pupils between half and double of each other;
* *stedelijkheid*: both in a ``centrumstad`` (the thirteen that Flanders names so, after the Ruimtelijk
  Structuurplan Vlaanderen, 1997), both in Brussels, or both in another municipality.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from netwerkkaart.analyse.basis import BRUSSEL, listed
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.schema.vocabularia import ALLE, THEMA_VAN_NIVEAU

CENTRUMSTEDEN = frozenset(
    {
        "11002", "12025", "13040", "24062", "31005", "34022", "35013",
        "36015", "41002", "44021", "46021", "71016", "71072",
    }
)  # fmt: skip
"""NIS codes, after the mergers of 2025: Antwerpen, Mechelen, Turnhout, Leuven, Brugge, Kortrijk, Oostende,
Roeselare, Aalst, Gent, Sint-Niklaas, Genk, Hasselt."""


@dataclass(frozen=True, slots=True)
class Omstandigheden:
    """The circumstances of an organisation, or of some schools together.

    Args:
        niveaus: school levels; empty: not known, or no school.
        leerlingen: pupils of a school, of several the median; None: not known.
        stedelijkheid: ``centrumstad``, ``Brussel`` or ``andere gemeente``; empty: not known.
    """

    niveaus: frozenset[str] = frozenset()
    leerlingen: float | None = None
    stedelijkheid: str = ""


def alike(een: Omstandigheden, ander: Omstandigheden) -> tuple[str, ...]:
    """The features that both have in common.

    >>> alike(Omstandigheden(frozenset({"lager"}), 300, "Brussel"), Omstandigheden(leerlingen=160))
    ('grootte',)
    """
    uit = ["niveau"] if een.niveaus & ander.niveaus else []
    if een.leerlingen is not None and ander.leerlingen is not None:
        klein, groot = sorted((een.leerlingen, ander.leerlingen))
        uit += ["grootte"] if groot <= 2 * klein else []
    return tuple(uit + (["stedelijkheid"] if een.stedelijkheid == ander.stedelijkheid != "" else []))


def context_of(beeld: Beeld, knoop: int) -> Omstandigheden:
    """The circumstances of one organisation; level and size only of a school."""
    if beeld.label(knoop) != "School":
        return Omstandigheden(stedelijkheid=_urban(beeld, knoop))
    return context_of_schools(beeld, [knoop], tuple(dict.fromkeys(THEMA_VAN_NIVEAU.values())))


def context_of_schools(beeld: Beeld, scholen: Sequence[int], themas: Sequence[str]) -> Omstandigheden:
    """The circumstances of some schools together: their levels, median size, and where most of them are.

    Args:
        beeld: the view.
        scholen: nodes of the schools.
        themas: only the levels of these themes count.
    """
    niveaus = {
        niveau
        for knoop in scholen
        for niveau, thema in THEMA_VAN_NIVEAU.items()
        if thema in themas and {niveau, ALLE} & {*listed(beeld.kolom("niveaus")[knoop])}
    }
    aantallen = [beeld.kolom("leerlingen")[knoop] for knoop in scholen]
    gekend = [float(a) for a in aantallen if isinstance(a, int | float)]
    plekken = Counter(plek for knoop in scholen if (plek := _urban(beeld, knoop)))
    meest = min(plekken, key=lambda plek: (-plekken[plek], plek)) if plekken else ""
    return Omstandigheden(frozenset(niveaus), median(gekend) if gekend else None, meest)


def _urban(beeld: Beeld, knoop: int) -> str:
    gemeente = int(beeld.gemeente[knoop])
    if gemeente < 0:
        return ""
    if beeld.regio[gemeente] == BRUSSEL:
        return "Brussel"
    return "centrumstad" if str(beeld.kolom("nis")[gemeente]) in CENTRUMSTEDEN else "andere gemeente"
