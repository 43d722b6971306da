"""A story made on the map for coordinators and told on one for others: sole practitioners without names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import quote, unquote

from netwerkkaart.graph.afscherming import Afscherming
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.graph.schuilteksten import Schoonmaak
from netwerkkaart.kaart.verhaal import Stuk, Verhaal

_DEEL = re.compile(r"[^#&=,;@$]+")
"""What stands between the signs of an address."""


def shield_verhaal(verhaal: Verhaal, wie: Afscherming, beeld: Beeld, klein: Beeld) -> Verhaal:
    """The same story about the stand-ins: in what it shows, in its titles and in its texts.

    The page fills in the title of a view by itself, and with it a name that only coordinators may see.

    Args:
        verhaal: the story.
        wie: whose names are kept back on the map.
        beeld: the whole view.
        klein: the view that the map shows.
    """
    codes = {id_: code for id_, code in wie.schuilcodes.items() if code in klein.nummer}
    if not wie.teksten:
        return verhaal
    eigen = {id_: beeld.naam(beeld.nummer[id_]) for id_ in codes if id_ in beeld.nummer}
    keer = Counter(eigen.values())
    namen = {naam: klein.naam(klein.nummer[codes[id_]]) for id_, naam in eigen.items() if keer[naam] == 1}
    plaatsen = (beeld.naam(k) for k in beeld.van_soort("Gemeente").tolist())
    schrijver = _Schrijver(codes, namen, Schoonmaak(wie.teksten.values(), plaatsen))
    stukken = tuple(
        Stuk(_DEEL.sub(schrijver.part, stuk.beeld), schrijver.text(stuk.kop), schrijver.text(stuk.tekst))
        for stuk in verhaal.stukken
    )
    return replace(verhaal, titel=schrijver.text(verhaal.titel), stukken=stukken)


@dataclass(frozen=True, slots=True)
class _Schrijver:
    """Writes anew what names somebody.

    Args:
        codes: stand-in by id.
        namen: name of the stand-in by name.
        schoon: takes out the names that stand otherwise.
    """

    codes: Mapping[str, str]
    namen: Mapping[str, str]
    schoon: Schoonmaak

    def text(self, tekst: str) -> str:
        """A text in which whole names are those of the stand-ins."""
        samen = "|".join(re.escape(naam) for naam in sorted(self.namen, key=len, reverse=True))
        if samen:
            tekst = re.sub(rf"(?<!\w)(?:{samen})(?!\w)", lambda gevonden: self.namen[gevonden[0]], tekst)
        return self.schoon.text(tekst)

    def part(self, deel: re.Match[str]) -> str:
        """A part of an address: a code, what was searched, or what names nobody."""
        voor = unquote(deel[0])
        na = self.codes.get(voor) or self.text(voor)
        return deel[0] if na == voor else quote(na, safe="")
