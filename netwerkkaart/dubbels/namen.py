"""Names as they are compared: written out, stripped of what every name has, with what sets them apart."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from netwerkkaart.gebied.sleutel import woorden


def _set(tekst: str) -> frozenset[str]:
    return frozenset(tekst.split())


RECHTSVORMEN = _set("vzw ivzw bv bvba cv cvba cvso nv vof asbl av")
"""Legal forms: never part of a name."""

AFKORTINGEN = {
    "bs": "basisschool",
    "vbs": "vrije basisschool",
    "gvbs": "gesubsidieerde vrije basisschool",
    "gbs": "gemeentelijke basisschool",
    "sbs": "stedelijke basisschool",
    "vks": "vrije kleuterschool",
    "vls": "vrije lagere school",
    "ka": "koninklijk atheneum",
    "vti": "vrij technisch instituut",
    "bubao": "buitengewoon basisonderwijs",
    "bulo": "buitengewoon lager onderwijs",
    "buso": "buitengewoon secundair onderwijs",
    "lsc": "leersteuncentrum",
    "osn": "ondersteuningsnetwerk",
    "pbd": "pedagogische begeleidingsdienst",
    "wzc": "woonzorgcentrum",
    "svk": "sociaal verhuurkantoor",
    "az": "algemeen ziekenhuis",
}
"""Abbreviations that are written out, so that both spellings meet."""

LIDWOORDEN = _set("de het een en van der den te ter ten tot in op aan voor bij met onder t s d l n")

SOORTWOORDEN = _set(
    """
    school scholen basisschool basisscholen kleuterschool kleuter kleuteronderwijs lagere lager secundair
    secundaire basisonderwijs onderwijs middenschool vrije vrij gemeentelijke gemeenteschool stedelijke
    provinciale gesubsidieerde katholieke katholiek koninklijk koninklijke technisch technische instituut
    college atheneum lyceum humaniora go gemeenschapsonderwijs buitengewoon campus vestiging vestigingsplaats
    afdeling site hoofdzetel hoofdvestiging clb centrum leerlingenbegeleiding leersteuncentrum leersteun
    ondersteuningsnetwerk pedagogische begeleidingsdienst caw cgg ocmw gemeente stad gemeentebestuur
    stadsbestuur lokaal bestuur dienst vereniging organisatie sint schoolbestuur scholengemeenschap
    scholengroep leefschool wijkschool methodeschool freinetschool daltonschool steinerschool
    """
)
"""Words that say what something is, not which one it is: left out of the core of a name."""

_NIVEAUS = {
    "kleuter": _set("kleuter kleuterschool kleuteronderwijs basisschool basisonderwijs"),
    "lager": _set("lager lagere basisschool basisonderwijs"),
    "secundair": _set("secundair secundaire college atheneum lyceum humaniora middenschool"),
}
_RICHTINGEN = _set("noord zuid oost west")
_BIJZONDER = _set("buitengewoon internaat academie ocmw")
_RANGEN = {"eerste": "1", "tweede": "2", "derde": "3", "vierde": "4"}

_STIPPEN = re.compile(r"\b(?:\w\.){2,}")
_SAMENSTELLING = re.compile(r"(?P<stam>.{4,}?)s?(?P<soort>instituut|college|atheneum|lyceum|ziekenhuis)")


@dataclass(frozen=True, slots=True)
class Naam:
    """A name as it is compared.

    Args:
        vol: all its words but the legal form, written out, sorted.
        kern: the words that say *which* one it is, sorted; all words when there are none.
        plak: the words of ``kern`` in their own order and without spaces: ``context-begeleiding`` and
            ``contextbegeleiding`` are one.
        woorden, delen: the words of ``vol`` and of ``kern``.
        algemeen: true when it has no such words.
        letters: first letters of all its words, when there are three or more.
        niveaus: school levels that the name speaks of.
        richtingen: points of the compass in it.
        getallen: numbers and single letters in it.
        bijzonder: words that make it another kind of thing (``internaat``, ``ocmw`` …).
    """

    vol: str
    kern: str
    plak: str
    woorden: frozenset[str]
    delen: frozenset[str]
    algemeen: bool = False
    letters: str = ""
    niveaus: frozenset[str] = frozenset()
    richtingen: frozenset[str] = frozenset()
    getallen: frozenset[str] = frozenset()
    bijzonder: frozenset[str] = frozenset()

    @classmethod
    def of(cls, vol: Iterable[str], kern: Iterable[str], **overige: Any) -> Naam:
        """A name out of its words; a word counts once in the core."""
        los = list(dict.fromkeys(kern))
        woorden_, delen = sorted(vol), sorted(los)
        return cls(
            " ".join(woorden_),
            " ".join(delen),
            "".join(los),
            frozenset(woorden_),
            frozenset(delen),
            **overige,
        )


def read_naam(tekst: str, plaatsen: Iterable[str] = ()) -> Naam:
    """Read the name of an organisation; names of its place do not belong to its core.

    >>> read_naam("V.B.S. St.-Jozef vzw", ["Hasselt"]).vol
    'basisschool jozef sint vrije'
    >>> read_naam("Basisschool Sint-Jozef Hasselt", ["Hasselt"]).kern
    'jozef'
    >>> read_naam("Sint-Jozefscollege").kern, sorted(read_naam("Sint-Jozefscollege").niveaus)
    ('jozef', ['secundair'])
    """
    return _read(tekst, tuple(sorted(set(plaatsen))))


@lru_cache(maxsize=100_000)
def _read(tekst: str, plaatsen: tuple[str, ...]) -> Naam:
    alle = _words(tekst)
    plaatswoorden = {woord for plaats in plaatsen for woord in woorden(plaats)}
    eigen = [w for w in alle if w not in SOORTWOORDEN and w not in LIDWOORDEN]
    kern = [w for w in eigen if w not in plaatswoorden]
    soorten = set(alle)
    letters = "".join(w[0] for w in alle if w not in LIDWOORDEN)
    return Naam.of(
        alle,
        kern or eigen or alle,
        algemeen=not kern,
        letters=letters if len(letters) > 2 else "",
        niveaus=frozenset(niveau for niveau, bij in _NIVEAUS.items() if soorten & bij),
        richtingen=frozenset(soorten & _RICHTINGEN),
        getallen=frozenset(_number(w) for w in alle if _number(w)),
        bijzonder=frozenset(soorten & _BIJZONDER),
    )


def read_persoonsnaam(tekst: str) -> Naam:
    """Read the name of a person: every word counts, in any order.

    >>> read_persoonsnaam("Peeters, Sofie") == read_persoonsnaam("Sofie Peeters")
    True
    """
    alle = sorted(woorden(tekst))
    return Naam.of(alle, alle)


def _words(tekst: str) -> list[str]:
    samen = _STIPPEN.sub(lambda treffer: treffer[0].replace(".", ""), tekst)
    uit: list[str] = []
    for woord in woorden(samen):
        if woord in RECHTSVORMEN:
            continue
        treffer = _SAMENSTELLING.fullmatch(woord)
        uit += (treffer["stam"], treffer["soort"]) if treffer else AFKORTINGEN.get(woord, woord).split()
    return uit or woorden(tekst)


def _number(woord: str) -> str:
    """The number that a word is, or a letter that stands alone; ``""`` for any other word."""
    cijfers = re.fullmatch(r"(\d+)(?:e|de|ste)?", woord)
    if cijfers:
        return cijfers[1].lstrip("0") or "0"
    return _RANGEN.get(woord, woord if len(woord) == 1 and woord not in LIDWOORDEN else "")


def find_tegenstrijd(een: Naam, ander: Naam) -> str:
    """What in two names says that they are two things, as a Dutch phrase; ``""`` when nothing does.

    >>> find_tegenstrijd(read_naam("De Ark kleuterschool"), read_naam("De Ark lagere school"))
    'de ene naam zegt kleuter, de andere lager'
    >>> find_tegenstrijd(read_naam("OCMW Genk"), read_naam("Stad Genk"))
    'maar een van beide namen zegt ocmw'
    """
    for links, rechts in (
        (een.niveaus, ander.niveaus),
        (een.richtingen, ander.richtingen),
        (een.getallen, ander.getallen),
    ):
        if links and rechts and not links & rechts:
            return f"de ene naam zegt {' en '.join(sorted(links))}, de andere {' en '.join(sorted(rechts))}"
    verschil = een.bijzonder ^ ander.bijzonder
    return f"maar een van beide namen zegt {' en '.join(sorted(verschil))}" if verschil else ""
