"""What stands on top of a first page: one finding, and below it the figures that it is made of."""

from __future__ import annotations

from dataclasses import dataclass

from netwerkkaart.analyse.basis import counted, number, percentage
from netwerkkaart.analyse.indicatoren import Indicator
from netwerkkaart.analyse.indicatoren_maat import CODE_BEVESTIGD, CODE_KETEN
from netwerkkaart.analyse.uitkomst import Uitkomst


@dataclass(frozen=True, slots=True)
class Feit:
    """A line below the finding.

    Args:
        aandeel: what is read first, ``62%``.
        tekst: what of how many, and what is not known.
    """

    aandeel: str
    tekst: str


@dataclass(frozen=True, slots=True)
class Kop:
    """The head of a page.

    Args:
        zin: the finding.
        feiten: the lines below it.
    """

    zin: str
    feiten: tuple[Feit, ...] = ()


def make_kop(uitkomst: Uitkomst[Indicator], gebied: str, naam: str) -> Kop:
    """The head of an area: how many of its chains are closed, then for whom, and who confirmed.

    A school has a chain for each of its themes, so chains of both themes can be added up, as
    ``gevoeligheid`` does.

    Args:
        uitkomst: the indicators, among them those of the area.
        gebied: code of the area.
        naam: what it is called, as it stands after *in*.
    """
    rijen = [rij for rij in uitkomst.rijen if rij.gebied == gebied]
    ketens = [rij for rij in rijen if rij.code == CODE_KETEN and rij.noemer]
    if not ketens:
        return Kop(uitkomst.titel)
    gesloten, alle = sum(rij.teller for rij in ketens), sum(rij.noemer or 0 for rij in ketens)
    bevestigd = [rij for rij in rijen if rij.code == CODE_BEVESTIGD and rij.noemer]
    return Kop(
        f"In {naam} {'is' if gesloten == 1 else 'zijn'} {number(gesloten)} van de "
        f"{counted(alle, 'keten', 'ketens')} gesloten ({percentage(gesloten, alle)}).",
        (*map(_chains, ketens), *map(_confirmed, bevestigd)),
    )


def _chains(rij: Indicator) -> Feit:
    ruimte = rij.hoog is not None and percentage(rij.hoog, 1) != percentage(rij.teller, rij.noemer or 0)
    marge = f", met alle witte vlekken erbij {percentage(rij.hoog or 0, 1)}" if ruimte else ""
    return Feit(
        percentage(rij.teller, rij.noemer or 0),
        f"{rij.leeftijd}: {number(rij.teller)} van de {counted(rij.noemer or 0, 'school', 'scholen')} "
        f"{'bereikt' if 1 in (rij.teller, rij.noemer) else 'bereiken'} elke stap{marge}",
    )


def _confirmed(rij: Indicator) -> Feit:
    return Feit(
        percentage(rij.teller, rij.noemer or 0),
        f"{number(rij.teller)} van de {counted(rij.noemer or 0, 'organisatie', 'organisaties')} "
        f"{'bevestigde' if rij.teller == 1 else 'bevestigden'} de eigen gegevens",
    )
