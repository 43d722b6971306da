"""What stands on a school sheet, as plain values: the page that shows it computes nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from netwerkkaart.analyse.ketenoordeel import Ketenoordeel
from netwerkkaart.graph.vrijgave import Profiel


class Schakelstaat(StrEnum):
    """How a link on the ladder stands."""

    BEVESTIGD = "bevestigd"
    ONBEVESTIGD = "nog te bevestigen"
    NIEUW = "nieuwe band"
    TE_VER = "te ver"
    GEEN = "geen gekend pad"
    ELDERS = "werkt elders"


@dataclass(frozen=True, slots=True)
class Trede:
    """One organisation on the ladder of a step.

    Args:
        kolom: links from the school; the column after the last allowed one is "verder".
        soort: label of its kind.
        naam: its name.
        aanbod: name of the offer that it provides for this step; empty: it is only on the way.
        bereikt: whether the school reaches it by ties that exist.
        schakel: the link that leads to it; None for the school itself.
    """

    kolom: int
    soort: str
    naam: str
    aanbod: str = ""
    bereikt: bool = True
    schakel: Schakelstaat | None = None


@dataclass(frozen=True, slots=True)
class Stapblad:
    """One step that applies to the school.

    Args:
        thema: ``1`` or ``2``.
        nummer: place of the step in the continuum, 1–4.
        naam, kort: its name in full and in short.
        oordeel: the verdict, as in the analysis ``keten``.
        uitleg: why, in one sentence.
        treden: the way to the offer, the school first; what is drawn.
        kop, advies: what to do, in bold and after it.
    """

    thema: str
    nummer: int
    naam: str
    kort: str
    oordeel: Ketenoordeel
    uitleg: str
    treden: tuple[Trede, ...]
    kop: str
    advies: str


@dataclass(frozen=True, slots=True)
class Aanbodregel:
    """One fitting offer.

    Args:
        stappen: the applying (theme, number of the step) pairs that it serves.
        soort: label of the kind of its provider.
        naam: its name.
        aanbieder: name of the nearest provider, with its municipality.
        plaats: whether there is room, in words.
        vol: no room by the thresholds.
        schakels: links from the school to that provider; None: no path is known.
        te_ver: more links than a route may have, or no path.
        km: distance as the crow flies; None: not known.
        stand: the day of the source.
        bevestigd: the provider confirmed its own data lately.
    """

    stappen: tuple[tuple[str, int], ...]
    soort: str
    naam: str
    aanbieder: str
    plaats: str
    vol: bool
    schakels: int | None
    te_ver: bool
    km: float | None
    stand: date | None
    bevestigd: bool


@dataclass(frozen=True, slots=True)
class Fiche:
    """The sheet of one school.

    Args:
        id, naam, gemeente, regio: the school; the municipality and region in words, empty when not known.
        datum: reference date.
        profiel: for whom it was made.
        schakels: most links of a route.
        stappen: the steps that apply, in order of theme and step.
        aanbod: all fitting offers, by step, then what is near.
        bronnen: sources of the ties on the page, the most named first.
        noten: sentences on what the sheet rests on.
    """

    id: str
    naam: str
    gemeente: str
    regio: str
    datum: date
    profiel: Profiel
    schakels: int
    stappen: tuple[Stapblad, ...]
    aanbod: tuple[Aanbodregel, ...]
    bronnen: tuple[str, ...] = ()
    noten: tuple[str, ...] = field(default=())

    @property
    def themas(self) -> tuple[str, ...]:
        """The themes that apply."""
        return tuple(dict.fromkeys(stap.thema for stap in self.stappen))

    @property
    def gesloten(self) -> int:
        """How many of the steps are reached."""
        return sum(stap.oordeel is Ketenoordeel.GESLOTEN for stap in self.stappen)
