"""Imports as people read them: which there were, and what stands on one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from itertools import groupby

from netwerkkaart.graph.geschiedenis import ImportKop
from netwerkkaart.graph.terugdraaien import Beletsel
from netwerkkaart.uitvoer.planlijst import describe
from netwerkkaart.uitvoer.tabel import Rooster

_HOE = {
    "veranderde": "veranderde hetzelfde veld",
    "verwijderde": "verwijderde het",
    "maakte opnieuw": "maakte het opnieuw",
    "verbond": "legde er een relatie mee",
}
_VOORBEELDEN = 3


def list_imports(koppen: Sequence[ImportKop], *, met_kenmerk: bool = True) -> Rooster:
    """Every import, the latest first; ``met_kenmerk`` gives the part of the id that tells them apart."""
    nummers = {kop.id: kop.versie for kop in koppen}
    rijen = [
        (
            kop.versie,
            *([short_id(kop)] if met_kenmerk else []),
            moment(kop),
            kop.soort_import,
            kop.bron,
            kop.nieuw,
            kop.gewijzigd,
            state_of(kop, nummers),
        )
        for kop in reversed(koppen)
    ]
    kenmerk = ["kenmerk"] if met_kenmerk else []
    koppen_ = ("nr", *kenmerk, "wanneer", "wat", "bron", "nieuw", "gewijzigd", "toestand")
    return Rooster(f"{len(rijen)} imports, de laatste eerst", koppen_, koppen_, rijen)


def state_of(kop: ImportKop, nummers: Mapping[str, int]) -> str:
    """Whether an import holds, and what it takes back, by the numbers of the others.

    >>> state_of(ImportKop("b", 2, draait_terug=("a",), teruggedraaid_door="c"), {"a": 1, "c": 3})
    'draait 1 terug; teruggedraaid door 3'
    """
    delen = []
    if kop.draait_terug:
        terug = ", ".join(str(nummers.get(id_, "?")) for id_ in kop.draait_terug)
        delen.append(f"draait {terug} terug")
    if kop.teruggedraaid_door:
        delen.append(f"teruggedraaid door {nummers.get(kop.teruggedraaid_door, '?')}")
    return "; ".join(delen)


def short_id(kop: ImportKop) -> str:
    """The part of an id that tells imports apart.

    >>> short_id(ImportKop("imp:20260302T100000Z-1a2b3c4d"))
    '1a2b3c4d'
    """
    return kop.id.removeprefix("imp:").rpartition("-")[2]


def moment(kop: ImportKop) -> str:
    """When it was, by the clock of this computer."""
    try:
        return f"{datetime.fromisoformat(kop.tijdstip).astimezone():%Y-%m-%d %H:%M}"
    except ValueError:
        return kop.tijdstip


def list_beletselen(beletselen: Iterable[Beletsel], namen: Mapping[str, str]) -> Rooster:
    """What later imports did to what an import brought: a row per import and kind of change."""
    geordend = sorted(beletselen, key=lambda b: (b.imp.versie if b.imp else 0, b.hoe))
    rijen = []
    for (versie, hoe), groep in groupby(geordend, key=lambda b: (b.imp.versie if b.imp else 0, b.hoe)):
        alle = list(groep)
        imp = alle[0].imp
        voorbeelden = "; ".join(_example(b, namen) for b in alle[:_VOORBEELDEN])
        meer = "; …" if len(alle) > _VOORBEELDEN else ""
        rijen.append(
            (
                str(versie) if imp else "buiten een import",
                moment(imp) if imp else "",
                (imp.bron or imp.soort_import) if imp else "",
                _HOE[hoe],
                len(alle),
                voorbeelden + meer,
            )
        )
    koppen = ("import", "wanneer", "bron", "wat", "keer", "bijvoorbeeld")
    return Rooster("Dit bouwt erop voort:", koppen, koppen, rijen)


def _example(beletsel: Beletsel, namen: Mapping[str, str]) -> str:
    velden = f" ({', '.join(beletsel.velden)})" if beletsel.velden else ""
    return describe(beletsel.wijziging, namen) + velden
