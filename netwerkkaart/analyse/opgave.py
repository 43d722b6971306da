"""What somebody asks of an analysis: which one, with which options, over which days. Pure.

The command line and the Python API both pass here, so that they mean the same.
"""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping
from datetime import date, timedelta
from difflib import get_close_matches
from typing import TYPE_CHECKING

from netwerkkaart.analyse.catalogus import ANALYSES, Analyse, Optie
from netwerkkaart.fouten import GebruikersFout, NietGevonden

if TYPE_CHECKING:
    from netwerkkaart.graph.beeld import Beeld
    from netwerkkaart.graph.toen import Tijden

MOMENTEN = ("van", "tot", "stappen")
"""The options that say over which days an analysis of change looks."""


def find_analyse(naam: str) -> Analyse:
    """The analysis of this name; ``_`` counts as ``-``.

    Raises:
        NietGevonden: there is none; the nearest names are told.

    >>> find_analyse("nieuwe_bruggen").naam
    'nieuwe-bruggen'
    """
    gezocht = naam.strip().lower().replace("_", "-")
    if gezocht not in ANALYSES:
        dichtbij = get_close_matches(gezocht, ANALYSES, n=3) or list(ANALYSES)
        raise NietGevonden(
            f'Er is geen analyse "{naam}".', hulp=f"Bedoelt u een van deze? {', '.join(dichtbij)}."
        )
    return ANALYSES[gezocht]


def default_options(analyse: Analyse) -> dict[str, object]:
    """The value of every option when nobody chooses.

    >>> default_options(find_analyse("hiaten"))["per"]
    'regio'
    """
    return {optie.naam: _default(optie) for optie in analyse.opties}


def _default(optie: Optie) -> object:
    if optie.meermaals:
        return ()
    if optie.soort == "ja":
        return False
    return optie.keuzes[0] if optie.keuzes else optie.standaard


def choose_options(analyse: Analyse, gekozen: Mapping[str, object]) -> dict[str, object]:
    """All options of an analysis, those that are chosen checked.

    Raises:
        GebruikersFout: it has no such option, or the option cannot have this value.
    """
    uit, bekend = default_options(analyse), {optie.naam: optie for optie in analyse.opties}
    for naam, waarde in gekozen.items():
        if naam not in bekend:
            namen = ", ".join(bekend) or "geen"
            raise GebruikersFout(
                f'De analyse {analyse.naam} heeft geen optie "{naam}".', hulp=f"Haar opties zijn: {namen}."
            )
        uit[naam] = _check(bekend[naam], waarde)
    return uit


def _check(optie: Optie, waarde: object) -> object:
    delen = waarde if isinstance(waarde, tuple | list) and optie.meermaals else (waarde,)
    mag = {"getal": int, "kommagetal": int | float, "dag": date, "ja": bool}.get(optie.soort, str)
    for deel in delen:
        goed = isinstance(deel, mag) and (optie.soort == "ja" or not isinstance(deel, bool))
        if (goed and (not optie.keuzes or deel in optie.keuzes)) or (deel is None and not optie.keuzes):
            continue
        verwacht = ", ".join(optie.keuzes) or {
            "getal": "een geheel getal",
            "kommagetal": "een getal",
            "dag": "een datum (datetime.date)",
            "ja": "True of False",
        }.get(optie.soort, "tekst")
        raise GebruikersFout(f"{optie.naam} kan niet {deel!r} zijn.", hulp=f"Verwacht: {verwacht}.")
    return tuple(delen) if optie.meermaals else waarde


def take_moments(datum: date | None, eigen: MutableMapping[str, object]) -> tuple[date, ...]:
    """The days that an analysis of change compares.

    Args:
        datum: the last one when ``tot`` is not given; today when neither is.
        eigen: the options of the analysis; :data:`MOMENTEN` are taken out.

    Raises:
        GebruikersFout: the days do not follow each other, or there are too few or too many.
    """
    from netwerkkaart.analyse.basis import months_before

    van, tot, stappen = (eigen.pop(naam, None) for naam in MOMENTEN)
    einde = tot if isinstance(tot, date) else datum or date.today()
    begin = van if isinstance(van, date) else months_before(einde, 12)
    return moments(begin, einde, stappen if isinstance(stappen, int) else 2)


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


def map_moments(van: date | None, tot: date) -> tuple[date, ...]:
    """The days between which the map's view of time slides: at most five, both ends among them.

    Args:
        van: the first; twelve months before the last when it is None.
        tot: the last one.

    Raises:
        GebruikersFout: the first does not come before the last.

    >>> [dag.isoformat() for dag in map_moments(None, date(2026, 11, 24))]
    ['2025-11-24', '2026-02-23', '2026-05-25', '2026-08-25', '2026-11-24']
    """
    from netwerkkaart.analyse.basis import months_before

    begin = van or months_before(tot, 12)
    return moments(begin, tot, min(5, max(2, (tot - begin).days + 1)))


def reference_view(invoer: Beeld | Tijden) -> Beeld:
    """The view at the reference date, from which the thresholds that are kept with the graph are read."""
    from netwerkkaart.graph.beeld import Beeld

    return invoer if isinstance(invoer, Beeld) else invoer.achteraf(-1)
