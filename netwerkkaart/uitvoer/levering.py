"""The delivery report: who delivered what, how old it is, and how much of each region is still unmapped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from netwerkkaart.analyse.hiaten import Cel, Celoordeel
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.graph.geschiedenis import ImportKop
from netwerkkaart.schema.vocabularia import REGIO
from netwerkkaart.uitvoer.tabel import Rooster

MAANDEN_OUD = 24
"""From this age on, in months, a source counts as old: the age at which an inventory no longer counts."""


def list_deliveries(koppen: Sequence[ImportKop], soort: str) -> Rooster:
    """One row per archive that was received, the last one first. O(imports).

    Args:
        koppen: the imports of a graph.
        soort: kind of import of an exchange.
    """
    kolommen = ("nr", "wanneer", "van wie", "nieuw", "gewijzigd", "teruggedraaid")
    rijen = [
        (k.versie, k.tijdstip[:10], k.bron, k.nieuw, k.gewijzigd, not k.geldt)
        for k in reversed(koppen)
        if k.soort_import == soort
    ]
    return Rooster(f"{len(rijen)} leveringen", kolommen, kolommen, rijen)


def list_regions(beeld: Beeld, cellen: Iterable[Cel], peildatum: date) -> Rooster:
    """Per region how much there is, how old its sources are, and the share of cells that is unmapped.

    Args:
        beeld: the graph at a reference date.
        cellen: the verdict of each cell of each region.
        peildatum: the reference date.

    Shares have as denominator what the column before them counts; cells without schools do not count.
    """
    telt, wit = Counter[str](), Counter[str]()
    for cel in cellen:
        if cel.oordeel is not Celoordeel.GEEN_SCHOLEN:
            telt[cel.regio] += 1
            wit[cel.regio] += cel.oordeel is Celoordeel.WITTE_VLEK
    datums = beeld.kolom("bron_datum")
    per_regio: dict[str, list[date | None]] = {}
    for knoop in range(beeld.aantal_organisaties):
        code = int(beeld.regio[knoop])
        if code >= 0:
            datum = datums[knoop]
            per_regio.setdefault(REGIO.codes[code], []).append(datum if isinstance(datum, date) else None)
    rijen = []
    for regio in REGIO.codes:
        leeftijden = per_regio.get(regio, [])
        if not leeftijden and not telt[regio]:
            continue
        gekend = sorted(datum for datum in leeftijden if datum is not None)
        oud = sum(datum is None or _months(datum, peildatum) > MAANDEN_OUD for datum in leeftijden)
        rijen.append(
            (
                REGIO.woord(regio),
                len(leeftijden),
                gekend[0] if gekend else None,
                gekend[-1] if gekend else None,
                _share(oud, len(leeftijden)),
                telt[regio],
                _share(wit[regio], telt[regio]),
            )
        )
    namen = ("regio", "organisaties", "oudste", "jongste", "aandeel_oud", "cellen", "aandeel_wit")
    koppen = (
        "regio",
        "organisaties",
        "oudste bron",
        "jongste bron",
        f"ouder dan {MAANDEN_OUD} maanden of ongekend",
        "cellen met scholen",
        "witte vlekken",
    )
    noten = (
        f"Peildatum {peildatum:%d-%m-%Y}.",
        "Een witte vlek is niet in kaart gebracht: dat is geen hiaat.",
    )
    return Rooster("Wat er per regio geleverd is", namen, koppen, rijen, noten)


def _months(van: date, tot: date) -> int:
    """Whole months between two days.

    >>> _months(date(2024, 11, 27), date(2026, 11, 26))
    23
    """
    return (tot.year - van.year) * 12 + tot.month - van.month - (tot.day < van.day)


def _share(deel: int, geheel: int) -> str:
    """A share with its numbers, or nothing of nothing.

    >>> _share(1, 4), _share(0, 0)
    ('25% (1)', '')
    """
    return f"{round(100 * deel / geheel)}% ({deel})" if geheel else ""
