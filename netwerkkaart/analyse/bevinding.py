"""A finding: a computed sentence with emphasis, and what it is about. Analyses make it, the map shows it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class BevindingSoort(StrEnum):
    """What a finding is about."""

    HIAAT = "hiaat"
    WITTE_VLEK = "witte vlek"
    VOLZET = "volzet"
    NIET_VERBONDEN = "niet verbonden"
    BREEKBARE_BRUG = "breekbare brug"
    NIEUWE_BAND = "nieuwe band"


class Nadruk(StrEnum):
    """How a part of a sentence is set: plain, bold, or marked as a gain."""

    GEEN = ""
    VET = "vet"
    WINST = "winst"


@dataclass(frozen=True, slots=True)
class Zinsdeel:
    """A part of a sentence."""

    tekst: str
    nadruk: Nadruk = Nadruk.GEEN


@dataclass(frozen=True, slots=True)
class Bevinding:
    """One finding.

    Args:
        soort: what it is about.
        kop: a short title.
        delen: the sentence in parts, with emphasis; :attr:`zin` is the whole.
        uitleg: one or two plain sentences beneath.
        actie: words for the link that shows it on the map.
        scholen: ids of the schools that it touches.
        gemeenten: NIS codes of their municipalities.
        organisaties: ids of the nodes concerned, the schools among them.
        verbinding: ids of both ends of the tie; None when it is about no tie.
        forum: name of the forum where to raise it; empty when there is none.
        bewijs: ids and keys that it rests on.
    """

    soort: BevindingSoort
    kop: str
    delen: tuple[Zinsdeel, ...]
    uitleg: str = ""
    actie: str = "Toon op de kaart"
    scholen: tuple[str, ...] = ()
    gemeenten: tuple[str, ...] = ()
    organisaties: tuple[str, ...] = ()
    verbinding: tuple[str, str] | None = None
    forum: str = ""
    bewijs: tuple[str, ...] = ()

    @property
    def zin(self) -> str:
        """The whole sentence."""
        return "".join(deel.tekst for deel in self.delen)


def sentence(sjabloon: str, **waarden: str) -> tuple[Zinsdeel, ...]:
    """A sentence in parts: ``**…**`` is bold, ``++…++`` a gain. Values never change the emphasis.

    >>> "".join(deel.tekst for deel in sentence("Breng **{a}** samen: ++{b}++.", a="x**", b="+2"))
    'Breng x** samen: +2.'
    """
    nadruk, delen = Nadruk.GEEN, []
    for stuk in re.split(r"(\*\*|\+\+)", sjabloon):
        if stuk in _TEKENS:
            nadruk = Nadruk.GEEN if nadruk else _TEKENS[stuk]
        elif stuk:
            delen.append(Zinsdeel(stuk.format(**waarden), nadruk))
    return tuple(delen)


_TEKENS = {"**": Nadruk.VET, "++": Nadruk.WINST}
