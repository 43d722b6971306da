"""Which version each definition has, so that a figure can be quoted with the definition that gave it.

The definitions stand in ``docs/analyses.md``. ``definities.json`` remembers of every section which version it
had when its text was last seen; a test fails when the text changes and the version does not. After a change:

    python -m netwerkkaart.analyse.definities

writes what is new or has a higher version, and refuses what changed under the same version. Was a section
only put in other words, so that nobody would compute another number, name it: ``--in-andere-woorden Keten``.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from netwerkkaart.analyse.catalogus import ANALYSES

BESTAND = Path(__file__).with_name("definities.json")

GEDEELD: Mapping[str, str] = {
    "Afspraken voor alle analyses": "1",
    "Route": "1",
    "Passend aanbod": "1",
    "Bereiken": "1",
    "Toeval als maatstaf": "1",
    "Drie bevindingen": "1",
}
"""Sections that several analyses rest on, each with the version of its definition."""

_GEEN_DEFINITIE = ("Voorbeeld", "Snelheid", "Bronnen", "Vooruitblik")
"""Sections that say nothing of how a figure in the catalogue is computed."""


@dataclass(frozen=True, slots=True)
class Definitie:
    """One definition as it was when it was last looked at.

    Args:
        versie: its version: higher when the same data may give another number.
        deel: heading of the section in ``docs/analyses.md``.
        sha256: hash of the words of that section.
    """

    versie: str
    deel: str
    sha256: str


@cache
def kept_definitions() -> Mapping[str, Definitie]:
    """The definitions of this program, by name of the analysis, or of the section for what they share."""
    rijen = json.loads(BESTAND.read_text(encoding="utf-8"))
    return {naam: Definitie(**velden) for naam, velden in rijen.items()}


def versions() -> dict[str, str]:
    """The version of every definition of this program: shared sections, then analyses."""
    return {**GEDEELD, **{naam: analyse.versie for naam, analyse in ANALYSES.items()}}


def sections(tekst: str) -> dict[str, str]:
    r"""Sections of a text in Markdown by their heading.

    >>> sections("# T\n\n## A\n\neen\n\n## B\ntwee\n")
    {'A': 'een', 'B': 'twee'}
    """
    delen = re.split(r"(?m)^## +(.+?) *$", tekst)[1:]
    return {kop: inhoud.strip() for kop, inhoud in zip(delen[::2], delen[1::2], strict=True)}


def find_section(naam: str, delen: Mapping[str, str]) -> str:
    """Heading of the section that defines an analysis: the first that names its command, else it.

    Raises:
        KeyError: no section names it.
    """
    for patroon in (rf"`analyse {re.escape(naam)}[ `]", rf"`{re.escape(naam)}`"):
        for kop, inhoud in delen.items():
            if kop not in _GEEN_DEFINITIE and kop not in GEDEELD and re.search(patroon, inhoud):
                return kop
    raise KeyError(f"no section of docs/analyses.md defines {naam}")


def read_definitions(tekst: str) -> dict[str, Definitie]:
    """Every definition of this program with the text that it has now.

    Args:
        tekst: the content of ``docs/analyses.md``.

    Raises:
        KeyError: an analysis without a section, or a shared section that is gone.
    """
    delen = sections(tekst)
    koppen = {naam: naam if naam in GEDEELD else find_section(naam, delen) for naam in versions()}
    return {
        naam: Definitie(versie, koppen[naam], hash_of_words(delen[koppen[naam]]))
        for naam, versie in versions().items()
    }


def hash_of_words(tekst: str) -> str:
    r"""SHA-256 of a text, however its lines are broken.

    >>> hash_of_words("a b") == hash_of_words("a\n  b") != hash_of_words("a c")
    True
    """
    return sha256(" ".join(tekst.split()).encode()).hexdigest()


def changed_silently(nu: Mapping[str, Definitie], bewaard: Mapping[str, Definitie]) -> list[str]:
    """Names of definitions whose text is another than was kept, under the same version."""
    return [
        naam
        for naam, definitie in nu.items()
        if naam in bewaard
        and definitie.versie == bewaard[naam].versie
        and definitie.sha256 != bewaard[naam].sha256
    ]


def main(argumenten: Sequence[str]) -> int:
    """Keep the definitions as they are now; 1 when one changed silently, and nothing is written then."""
    docs = Path(__file__).parents[2] / "docs" / "analyses.md"
    nu = read_definitions(docs.read_text(encoding="utf-8"))
    bewaard = kept_definitions() if BESTAND.exists() else {}
    stil = _without(changed_silently(nu, bewaard), nu, argumenten)
    if stil:
        print("The text changed and the version did not: " + ", ".join(stil))
        print("Raise `versie` in the catalogue (or in GEDEELD), or name it after --in-andere-woorden.")
        return 1
    tekst = json.dumps({n: asdict(d) for n, d in nu.items()}, ensure_ascii=False, indent=1) + "\n"
    BESTAND.write_text(tekst, encoding="utf-8", newline="\n")
    print(f"{len(nu)} definitions kept in {BESTAND.name}")
    return 0


def _without(
    stil: Collection[str], nu: Mapping[str, Definitie], argumenten: Sequence[str]
) -> tuple[str, ...]:
    """Those that nobody said were only put in other words."""
    gezegd = set(argumenten[1:]) if argumenten[:1] == ["--in-andere-woorden"] else set()
    return tuple(naam for naam in stil if naam not in gezegd and nu[naam].deel not in gezegd)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
