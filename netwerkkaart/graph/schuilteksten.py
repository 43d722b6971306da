"""The names of sole practitioners in the texts and codes of others: found, and taken out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from netwerkkaart.graph.beeld import Kolom
from netwerkkaart.schema.vocabularia import fold

SCHUIL = "[zelfstandige]"
"""What stands in a text where a name stood."""
_KORT = 5
"""Shorter names are not looked for in texts: they would be found in too many words."""
_DEEL = 3
_NUMMER = 8
"""A telephone or company number has at least this many digits."""
_WOORD = re.compile(r"\w+")
_GEWONE_WOORDEN = """
aan aanbieder andere begeleider begeleiding bij bureau centrum coach coaching com consulent consulente
counseling counselor de den der dienst dr drs een gezin gezinnen ggz groepspraktijk hart het huis hulp
in info jeugd jeugdcoach jeugdhulp jobcoach jongeren kind kinder kinderen kinderpraktijk
kinderpsychologe kinderpsycholoog klinisch leren logopedie logopedist logopediste loopbaancoach mail met
mevrouw naft naftcoach net onderwijs op opvoeding org ouders pedagoge pedagoog praktijk prof psy
psychologe psychologen psychologenpraktijk psychologie psycholoog psychotherapeut psychotherapeute
psychotherapie school schoolcoach team therapeut therapeute therapie traject trajectbegeleider
trajectbegeleiding trajecten van voor vzw werk www zelfstandig zelfstandige
"""
_GEWOON = frozenset(_GEWONE_WOORDEN.split())
"""Words in the name of a practice that name nobody."""


class Schoonmaak:
    """Takes names out of texts, each different text once.

    Args:
        teksten: per practitioner, what names her: names, codes, e-mail, telephone, website, address.
        plaatsen: names of places: a word of these alone names nobody.
    """

    def __init__(self, teksten: Iterable[Iterable[str]], plaatsen: Iterable[str] = ()) -> None:
        plaatswoorden = {w for naam in plaatsen for w in words_of(naam)}
        zinnen: set[tuple[str, ...]] = set()
        delen: set[str] = set()
        for van_een in teksten:
            for tekst in van_een:
                zinnen |= set(_phrases(tekst))
                delen |= {w for w in words_of(tekst) if _is_name(w)} - plaatswoorden
        self._patroon = _pattern(
            [_joined(zin) for zin in sorted(zinnen, key=lambda z: (-len(" ".join(z)), z))]
        )
        self._delen = _pattern(sorted(map(re.escape, delen), key=lambda d: (-len(d), d)))
        # The longest word of each: a text without any of these is done after one look.
        self._poort = {max(zin, key=len) for zin in zinnen}
        self._gezien: dict[str, str] = {}

    def column(self, kolom: Kolom) -> Kolom:
        """A column without names, lists of texts too. O(rows), and more only for a text that comes near."""
        anders = {w: s for w in _distinct(kolom) if (s := self.text(w)) != w}
        if not anders:
            return kolom
        return [
            anders.get(waarde, waarde)
            if isinstance(waarde, str)
            else [anders.get(w, w) if isinstance(w, str) else w for w in waarde]
            if isinstance(waarde, list)
            else waarde
            for waarde in kolom
        ]

    def text(self, tekst: str) -> str:
        """A text without whole names."""
        gevonden = self._gezien.get(tekst)
        if gevonden is None:
            raakt = not self._poort.isdisjoint(words_of(tekst))
            gevonden = self._gezien[tekst] = self._patroon.sub(SCHUIL, tekst) if raakt else tekst
        return gevonden

    def parts(self, tekst: str) -> str:
        """A text without any word of a name: for what is a practitioner's own."""
        return self._delen.sub(SCHUIL, self.text(tekst))

    def names_somebody(self, id_: str) -> bool:
        """True when a code holds a whole name, whatever stands between its words."""
        return self.text(id_) != id_


def words_of(tekst: str) -> list[str]:
    """The words of a text, in small letters.

    >>> words_of("Dr. Jan_Peeters, Genk")
    ['dr', 'jan', 'peeters', 'genk']
    """
    return _WOORD.findall(tekst.casefold().replace("_", " "))


def _phrases(tekst: str) -> Iterator[tuple[str, ...]]:
    """What to look for: the whole, the words that name somebody, and those the other way round.

    >>> sorted(_phrases("Dr. Jan Peeters"))
    [('dr', 'jan', 'peeters'), ('jan', 'peeters'), ('janpeeters',), ('peeters', 'jan'), ('peetersjan',)]
    """
    for woorden in {tuple(words_of(tekst)), tuple(fold(tekst).split())}:
        if sum(map(len, woorden)) >= _KORT and any(map(_is_name, woorden)):
            yield woorden
        cijfers = "".join(woorden)
        if cijfers.isdigit() and len(cijfers) >= _NUMMER:
            yield woorden
            yield (cijfers,)
        eigen = tuple(w for w in woorden if w not in _GEWOON)
        if len(eigen) >= 2 and sum(map(len, eigen)) >= _KORT and any(map(_is_name, eigen)):
            yield eigen
            if len(eigen) <= 4:
                yield eigen[::-1]
                yield ("".join(eigen),)
                yield ("".join(eigen[::-1]),)


def _is_name(woord: str) -> bool:
    return len(woord) >= _DEEL and not woord.isdigit() and woord not in _GEWOON


def _joined(zin: tuple[str, ...]) -> str:
    """A pattern of some words with whatever signs between them."""
    return r"[\W_]+".join(map(re.escape, zin))


def _pattern(delen: list[str]) -> re.Pattern[str]:
    samen = "|".join(delen)
    return re.compile(rf"(?<![^\W_])(?:{samen})(?![^\W_])" if samen else r"(?!)", re.IGNORECASE)


def _distinct(kolom: Kolom) -> set[str]:
    uit: set[str] = set()
    for waarde in kolom:
        if type(waarde) is str:
            uit.add(waarde)
        elif type(waarde) is list:
            uit.update(w for w in waarde if isinstance(w, str))
    return uit
