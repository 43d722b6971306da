"""Marks and measures of the sheet: a shape and a letter for each kind, where each organisation stands.

Shape is the kind, colour the sector, as on the map; the letter tells kinds apart on a black-and-white print.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from netwerkkaart.analyse.ketenoordeel import Ketenoordeel
from netwerkkaart.fiche.model import Schakelstaat, Stapblad, Trede

INKT = "#1f2430"
_WIT = "#ffffff"


class Teken(NamedTuple):
    """The mark of a kind.

    Args:
        pad: outline in a box from −10 to 10.
        vul, rand: colour of the inside and of the line.
        letter: what stands in it.
        tint: colour of the letter when the mark is filled.
        y: base line of the letter.
        woord: the kind as people read it in the key.
    """

    pad: str
    vul: str
    rand: str
    letter: str
    tint: str
    y: float
    woord: str


_CIRKEL = "M-8.6,0a8.6,8.6 0 1,0 17.2,0a8.6,8.6 0 1,0 -17.2,0Z"
_VIERKANT = "M-8,-8H8V8H-8Z"
TEKENS: Mapping[str, Teken] = {
    "School": Teken(_CIRKEL, "#0072b2", "#00517f", "S", _WIT, 3.8, "school"),
    "Clb": Teken(_VIERKANT, "#0072b2", "#00517f", "C", _WIT, 3.8, "CLB"),
    "Begeleidingsdienst": Teken(_VIERKANT, "#0072b2", "#00517f", "B", _WIT, 3.8, "begeleidingsdienst"),
    "Ondersteuningsnetwerk": Teken(_VIERKANT, "#0072b2", "#00517f", "O", _WIT, 3.8, "leersteuncentrum"),
    "NaftAanbieder": Teken("M0,-9.8L9.8,0L0,9.8L-9.8,0Z", "#cc79a7", "#96527a", "N", INKT, 3.6, "NAFT"),
    "Jeugdhulpaanbieder": Teken("M0,-9.6L9.8,7.6H-9.8Z", "#009e73", "#006b4e", "J", INKT, 5.4, "jeugdhulp"),
    "GeestelijkeGezondheidszorg": Teken(
        "M-4.6,-9.2H4.6V-4.6H9.2V4.6H4.6V9.2H-4.6V4.6H-9.2V-4.6H-4.6Z",
        "#e69f00", "#9a6a00", "G", INKT, 3.7, "GGZ",
    ),
    "Werkactor": Teken("M0,-9.6L9.1,-3L5.6,7.8H-5.6L-9.1,-3Z", "#d55e00", "#963f00", "W", _WIT, 4, "werk"),
    "LokaalBestuur": Teken(
        "M0,-9.4L8.6,-1.8V8.2H-8.6V-1.8Z", "#6b7280", "#454b57", "L", _WIT, 5, "lokaal bestuur"
    ),
    "AndereOrganisatie": Teken("M0,9.6L9.8,-7.6H-9.8Z", "#56b4e9", "#2277a8", "A", INKT, 1.6, "andere"),
}  # fmt: skip
ANDERE = "AndereOrganisatie"

_DELEN = re.compile(
    "(?<=\\w{4})(?=begeleiding|centrum|netwerk|bestuur|werking|werkplaats|dienst|aanbieder|onderwijs|school|praktijk)",
    re.IGNORECASE,
)


def breakable(naam: str) -> str:
    r"""A name that may be broken between the parts of a long word, for a narrow column.

    >>> breakable("Contextbegeleiding Noord").split("\xad")
    ['Context', 'begeleiding Noord']
    """
    return _DELEN.sub("\xad", naam)


OORDEELWOORD: Mapping[Ketenoordeel, str] = {
    Ketenoordeel.GESLOTEN: "Bereikbaar",
    Ketenoordeel.VOLZET: "Volzet",
    Ketenoordeel.NIET_VERBONDEN: "Niet verbonden",
    Ketenoordeel.HIAAT: "Hiaat",
    Ketenoordeel.WITTE_VLEK: "Witte vlek",
}
"""Verdicts as the sheet words them, in the order of its key: to a principal a step is reached, not closed."""

OORDEELCODE: Mapping[Ketenoordeel, str] = {o: o.value.replace(" ", "-") for o in OORDEELWOORD}
"""Name of the marks and patterns of each verdict."""

BREED, STRAAL = 344, 13
"""Width of a ladder and half the width of a mark, in CSS pixels."""


@dataclass(frozen=True, slots=True)
class Plek:
    """One organisation as it is drawn.

    Args:
        trede: what it is.
        teken: name of its mark.
        x: where it stands.
        van: where the link to it begins; None: no line is drawn.
        naar, midden: where that line ends, and where its ring stands.
    """

    trede: Trede
    teken: str
    x: float
    van: float | None = None
    naar: float = 0
    midden: float = 0


def columns(schakels: int) -> list[float]:
    """Where the columns of a ladder stand: the school, each link, and beyond.

    >>> columns(2)
    [43.0, 129.0, 215.0, 301.0]
    """
    breed = BREED / (schakels + 2)
    return [round(breed * (nr + 0.5), 1) for nr in range(schakels + 2)]


def place(stap: Stapblad, schakels: int) -> list[Plek]:
    """Lay the ladder of one step out. A line to what lies beyond is drawn from the last one before it."""
    x = columns(schakels)
    uit: list[Plek] = []
    for trede in stap.treden:
        teken, hier = trede.soort if trede.soort in TEKENS else ANDERE, x[trede.kolom]
        if not uit or trede.schakel in (Schakelstaat.GEEN, Schakelstaat.ELDERS):
            uit.append(Plek(trede, teken, hier))
            continue
        van, naar = uit[-1].x + STRAAL + 2, hier - STRAAL - 2
        uit.append(Plek(trede, teken, hier, van, naar, round((van + naar) / 2, 1)))
    return uit


def ladder_text(stap: Stapblad) -> str:
    """The ladder in one sentence, for who does not see it.

    >>> ladder_text(Stapblad("1", 1, "", "", Ketenoordeel.HIAAT, "", (Trede(0, "School", "school"),), "", ""))
    'School.'
    """
    delen = ["School"]
    for trede in stap.treden[1:]:
        wie = f"{trede.naam}, {trede.aanbod}" if trede.aanbod else trede.naam
        hoe = str(trede.schakel)
        if trede.schakel in (Schakelstaat.BEVESTIGD, Schakelstaat.ONBEVESTIGD):
            hoe = f"band {hoe}"
        delen.append(f"{wie} ({hoe}{'' if trede.bereikt else ', niet bereikt'})")
    return "; dan ".join(delen) + "."


def rail(stappen: Sequence[Stapblad], breed: float) -> list[tuple[Stapblad, float, float]]:
    """The rail over the page: each step, where its segment begins and where its station stands."""
    deel = breed / max(len(stappen), 1)
    return [(stap, round(nr * deel, 1), round(nr * deel + deel * 0.62, 1)) for nr, stap in enumerate(stappen)]
