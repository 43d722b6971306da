"""The key by which the spellings of one place name meet."""

from __future__ import annotations

import re
import unicodedata

_WOORD = re.compile(r"[a-z0-9]+")
_HEILIGE = {"st": "sint", "ste": "sint"}
_AFKORTINGEN = (
    (("o", "l", "v"), ("onze", "lieve", "vrouw")),
    (("olv",), ("onze", "lieve", "vrouw")),
    (("o", "d"), ("op", "den")),
    (("a", "d"), ("aan", "de")),
)


def woorden(naam: str) -> list[str]:
    """The words of a name in lower case, without diacritics, with abbreviations written out.

    >>> woorden("St.-Truiden")
    ['sint', 'truiden']
    >>> woorden("HEIST-O/D-BERG")
    ['heist', 'op', 'den', 'berg']
    """
    tekst = naam.casefold()
    if not tekst.isascii():
        ontleed = unicodedata.normalize("NFKD", tekst)
        tekst = "".join(teken for teken in ontleed if not unicodedata.combining(teken))
    gevonden = [_HEILIGE.get(woord, woord) for woord in _WOORD.findall(tekst)]
    if any(len(woord) == 1 or woord == "olv" for woord in gevonden):
        gevonden = _write_out(gevonden)
    return gevonden


def _write_out(losse: list[str]) -> list[str]:
    uit: list[str] = []
    plaats = 0
    while plaats < len(losse):
        for kort, lang in _AFKORTINGEN:
            if tuple(losse[plaats : plaats + len(kort)]) == kort:
                uit.extend(lang)
                plaats += len(kort)
                break
        else:
            uit.append(losse[plaats])
            plaats += 1
    return uit


def sleutel(naam: str) -> str:
    """One string for all spellings of a name: case, accents, hyphens, apostrophes and spaces fall away.

    >>> sleutel("'s-Gravenwezel") == sleutel("S Gravenwezel") == sleutel("’s Gravenwézel")
    True
    >>> sleutel("Sint-Niklaas") == sleutel("St. Niklaas") == sleutel("SINTNIKLAAS")
    True
    """
    return "".join(woorden(naam))


def sleutels(naam: str) -> set[str]:
    """All keys under which a *known* name is filed: also ``StTruiden`` and ``St-Gilles`` (French).

    >>> sorted(sleutels("Saint-Gilles"))
    ['saintgilles', 'sintgilles', 'stgilles']
    """
    delen = woorden(naam)
    alle = {"".join(delen)}
    if any(deel in {"sint", "saint", "sainte"} for deel in delen):
        for vorm in ("sint", "st"):
            alle.add("".join(vorm if deel in {"sint", "saint", "sainte"} else deel for deel in delen))
    return alle
