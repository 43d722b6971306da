"""Panels of indicators: each region beside Flanders, always with its denominator and what is not known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from netwerkkaart.analyse.basis import number
from netwerkkaart.analyse.indicatoren import Indicator
from netwerkkaart.schema.vocabularia import REGIO, REGIOS

TE_WEINIG = 0.6
"""From this share that is not mapped on, a rate gets no dot: it tells of the mapping, not of the help."""
VLAANDEREN = "vlaanderen"

_PANELEN = (
    ("gesloten keten", "Gesloten ketens", "scholen die elke stap bereiken"),
    ("gedekte cellen", "Gedekte cellen", "gemeente × stap × doelgroep met plaats en een pad"),
    ("hiaten", "Hiaten", "gemeente × stap × doelgroep zonder aanbod (hoe lager, hoe beter)"),
    ("stap: heroriënteren", "Scholen met een pad naar heroriënteren", "stap 2"),
    ("partij bij afspraak", "Scholen die partij zijn bij een afspraak", "minstens één afspraak"),
    ("bevestigd", "Organisaties die hun gegevens bevestigden", "hoe hoger, hoe zekerder de rest"),
)  # fmt: skip
"""Code of the indicator, title, and what is counted."""


@dataclass(frozen=True, slots=True)
class Punt:
    """One rate of one area.

    Args:
        aandeel: 0–1; None: there is nothing to share.
        laag, hoog: the range that the unknown allows; None: it does not rest on mapping.
        tekst: numerator and denominator.
        zeker: whether enough is mapped for a dot.
    """

    aandeel: float | None
    laag: float | None
    hoog: float | None
    tekst: str
    zeker: bool


@dataclass(frozen=True, slots=True)
class Paneelrij:
    """One area in a panel: the rate for −12 and for +12 (or for all together, first)."""

    code: str
    naam: str
    punten: tuple[Punt | None, Punt | None]


@dataclass(frozen=True, slots=True)
class Paneel:
    """One indicator over all areas.

    Args:
        titel, onder: what it is, and what is counted.
        samen: whether it makes no difference between −12 and +12.
        rijen: Flanders first, then the six regions.
    """

    titel: str
    onder: str
    samen: bool
    rijen: tuple[Paneelrij, ...]


def make_panels(indicatoren: Sequence[Indicator]) -> tuple[Paneel, ...]:
    """The panels of the first page. O(rows).

    Args:
        indicatoren: the rows of the analysis ``indicatoren`` over all areas; a region that is not among them
            has no data and says so.
    """
    per_vak = {(rij.code, rij.gebied, rij.leeftijd): rij for rij in indicatoren}
    uit: list[Paneel] = []
    for code, titel, onder in _PANELEN:
        samen = any(rij.code == code and rij.leeftijd == "alle" for rij in indicatoren)
        leeftijden = ("alle", "") if samen else ("−12", "+12")
        rijen = tuple(
            Paneelrij(
                gebied,
                REGIO.woord(gebied),
                (
                    _point(per_vak.get((code, gebied, leeftijden[0]))),
                    _point(per_vak.get((code, gebied, leeftijden[1]))),
                ),
            )
            for gebied in (VLAANDEREN, *REGIOS)
        )
        uit.append(Paneel(titel, onder, samen, rijen))
    return tuple(uit)


def _point(rij: Indicator | None) -> Punt | None:
    """A rate as it is drawn; None where there is nothing to share."""
    if rij is None or not rij.noemer:
        return None
    zeker = rij.niet_in_kaart is None or rij.niet_in_kaart < TE_WEINIG
    return Punt(rij.aandeel, rij.laag, rij.hoog, f"{number(rij.teller)}/{number(rij.noemer)}", zeker)
