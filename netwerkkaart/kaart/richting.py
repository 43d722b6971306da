"""Names that turn the direction of reading: each is kept to itself, so that what follows reads as it should.

A name may hold letters that run from right to left, or a sign that turns all that comes after it (U+202E).
In a sentence, a list or a spreadsheet that would turn our own words with it. Such a name is put between the
two signs that Unicode has for it (UAX 9: first strong isolate, pop directional isolate); all others stay as
they are. What breaks out of such a pair, isolates of its own, is left out of the name.
"""

from __future__ import annotations

import re
from dataclasses import replace

from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.graph.toen import Tijden

_DRAAIT = re.compile(
    "[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_ISOLATEN = re.compile("[\u2066-\u2069]")
_KOLOMMEN = ("naam", "straat")


def isolate(tekst: str) -> str:
    r"""A text that turns nothing but itself; once more changes nothing.

    >>> isolate("CLB Noord"), isolate("\u202egnaL")
    ('CLB Noord', '\u2068\u202egnaL\u2069')
    """
    return f"\u2068{_ISOLATEN.sub('', tekst)}\u2069" if _DRAAIT.search(tekst) else tekst


def isolate_names(beeld: Beeld) -> Beeld:
    """The view with every name and street kept to itself; the very same view where none turns. O(n)."""
    nieuw = {}
    for kolom in _KOLOMMEN:
        waarden = beeld.kolom(kolom)
        if any(isinstance(w, str) and not w.isascii() and _DRAAIT.search(w) for w in waarden):
            nieuw[kolom] = tuple(isolate(w) if isinstance(w, str) else w for w in waarden)
    return replace(beeld, kolommen={**beeld.kolommen, **nieuw}) if nieuw else beeld


def isolate_past(tijden: Tijden) -> Tijden:
    """The same for the graph as it was known at several days; these very days where nothing turns."""
    nu, gekend = isolate_names(tijden.nu), tuple(isolate_names(beeld) for beeld in tijden.gekend)
    zelfde = nu is tijden.nu and all(a is b for a, b in zip(gekend, tijden.gekend, strict=True))
    return tijden if zelfde else replace(tijden, gekend=gekend, nu=nu)
