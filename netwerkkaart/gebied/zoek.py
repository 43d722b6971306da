"""From the name, postcode or NIS code that somebody wrote down to a municipality of today."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache, lru_cache
from typing import NamedTuple

from netwerkkaart.gebied.gegevens import Gemeente, gegevens, gemeenten
from netwerkkaart.gebied.sleutel import sleutel, sleutels, woorden

# How strong a name points, when the postcode does not decide: a municipality of today is meant before
# one that was merged away, and that before a part of a municipality, and that before a Walloon place.
_NU, _VROEGER, _DEEL, _BUITEN = range(4)

_POSTCODE = re.compile(r"(?:BE?[-\s]*)?([1-9]\d{3})(?:[.,]0+)?", re.IGNORECASE)
_POSTCODE_VOORAAN = re.compile(r"\s*(?:BE?[-\s]*)?([1-9]\d{3})\b[\s,]+(?=\D)", re.IGNORECASE)
_NIS = re.compile(r"\s*nis\s*:\s*(\d{5})\s*", re.IGNORECASE)
_SCHEIDING = re.compile(r"[()\[\]/,;|]| [-–—] ")
_ZONDER_BETEKENIS = frozenset({"centrum", "center", "centre", "stad", "gemeente", "stadscentrum", "ville"})
# Statbel gives NIS codes by arrondissement; these are the Walloon ones.
_WAALS_NIS = frozenset(map(str, (25, *range(51, 59), *range(61, 65), *range(81, 86), *range(91, 94))))


@dataclass(frozen=True, slots=True)
class Gevonden:
    """What a name, postcode or NIS code leads to.

    Args:
        gemeente: the municipality of today; None when it could not be found with certainty.
        hoe: how it was found: ``naam``, ``deelgemeente``, ``oude naam``, ``postcode``, ``nis``,
            ``oude nis``; ``buiten`` when it lies in Wallonia; ``""`` when not found.
        twijfel: a Dutch sentence when something does not fit or nothing was found; else ``""``.
        voorstellen: names that were perhaps meant.
    """

    gemeente: Gemeente | None
    hoe: str
    twijfel: str = ""
    voorstellen: tuple[str, ...] = ()


class _Kandidaat(NamedTuple):
    nis: str  # "" outside Flanders and Brussels
    rang: int
    hoe: str
    naam: str
    postcodes: tuple[str, ...]


@cache
def _index() -> dict[str, tuple[_Kandidaat, ...]]:
    """All known names by key."""
    uit: defaultdict[str, list[_Kandidaat]] = defaultdict(list)

    def add(naam: str, kandidaat: _Kandidaat) -> None:
        for een in sleutels(naam):
            uit[een].append(kandidaat)

    alles = gegevens()
    for een in alles.gemeenten.values():
        for naam in filter(None, (een.naam, alles.franse_namen.get(een.nis, ""))):
            add(naam, _Kandidaat(een.nis, _NU, "naam", een.naam, een.postcodes))
    for fusie in alles.fusies:
        nu = alles.gemeenten[fusie.nis]
        if sleutel(fusie.naam_oud) != sleutel(nu.naam):
            add(fusie.naam_oud, _Kandidaat(fusie.nis, _VROEGER, "oude naam", fusie.naam_oud, ()))
    for deel in alles.deelgemeenten:
        add(deel.naam, _Kandidaat(deel.nis, _DEEL, "deelgemeente", deel.naam, (deel.postcode,)))
    for code, namen in alles.buiten.items():
        for naam in namen:
            add(naam, _Kandidaat("", _BUITEN, "buiten", naam, (code,)))
    return {een: tuple(lijst) for een, lijst in uit.items()}


@cache
def _per_postcode() -> dict[str, tuple[str, ...]]:
    """The municipalities of a postcode, the one whose main or named postcode it is first."""
    uit: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for een in gemeenten().values():
        for plek, code in enumerate(een.postcodes):
            uit[code].append((plek, een.nis))
    return {code: tuple(nis for _, nis in sorted(lijst)) for code, lijst in uit.items()}


@cache
def _per_oude_nis() -> dict[str, str]:
    return {fusie.nis_oud: fusie.nis for fusie in gegevens().fusies}


@lru_cache(maxsize=1 << 16)
def find_gemeente(naam: str = "", postcode: str = "", nis: str = "") -> Gevonden:
    """Find the municipality that somebody meant.

    A NIS code goes first, then the name; the postcode decides between places of the same name, and
    stands in when the name is empty or unknown. Name and postcode that do not fit: the name is followed,
    and ``twijfel`` tells.

    Args:
        naam: any spelling of a municipality, a part of one, a former name or a French name; also
            ``Gelrode (Aarschot)``, ``Aarschot-centrum``, ``3200 Aarschot``, ``nis:11002``.
        postcode: four digits, as text.
        nis: NIS code, also one from before the mergers of 2019 and 2025.

    A look-up is answered from a cache the second time; else it costs some dictionary look-ups, and a
    search for likely names (some milliseconds) only when nothing fits.

    >>> find_gemeente("St.-Truiden (Zepperen)").gemeente.naam
    'Sint-Truiden'
    >>> find_gemeente("Bilzen").gemeente.naam, find_gemeente("Bilzen").hoe
    ('Bilzen-Hoeselt', 'oude naam')
    >>> find_gemeente("Meldert", "9310").gemeente.naam
    'Aalst'
    >>> find_gemeente("Meldert").twijfel
    '"Meldert" ligt in meer dan één gemeente: Aalst, Hoegaarden, Lummen. Vul de postcode in.'
    >>> find_gemeente("Namur").twijfel
    '"Namur" ligt niet in Vlaanderen of Brussel.'
    """
    naam, nis = naam.strip(), nis.strip()
    if in_naam := _NIS.fullmatch(naam):
        naam, nis = "", nis or in_naam[1]
    if vooraan := _POSTCODE_VOORAAN.match(naam):
        naam, postcode = naam[vooraan.end() :], postcode.strip() or vooraan[1]
    code = _read_postcode(postcode)
    if nis:
        return _by_nis(nis, naam, code)
    if naam and sleutel(naam):
        return _by_name(naam, code, postcode.strip())
    return _by_postcode(code, postcode.strip())


def _read_postcode(postcode: str) -> str:
    """The four digits; ``""`` when it is empty or no Belgian postcode."""
    gelezen = _POSTCODE.fullmatch(postcode.strip())
    return gelezen[1] if gelezen else ""


def _by_nis(nis: str, naam: str, code: str) -> Gevonden:
    gemeente = gemeenten().get(nis)
    if gemeente is None and (nieuw := _per_oude_nis().get(nis)):
        return Gevonden(gemeenten()[nieuw], "oude nis")
    if gemeente is None:
        if len(nis) == 5 and nis.isdigit() and nis[:2] in _WAALS_NIS and not nis.endswith("000"):
            return Gevonden(None, "buiten", f"NIS-code {nis} ligt niet in Vlaanderen of Brussel.")
        ander = _by_name(naam, code, code) if naam else _by_postcode(code, code)
        tekst = f'De NIS-code "{nis}" is geen gekende gemeente.'
        return Gevonden(ander.gemeente, ander.hoe, tekst, ander.voorstellen)
    ander = _by_name(naam, code, code) if naam and sleutel(naam) else Gevonden(None, "")
    if ander.gemeente and ander.gemeente != gemeente:
        tekst = f'NIS-code {nis} is {gemeente.naam}, maar "{naam}" wijst naar {ander.gemeente.naam}.'
        return Gevonden(gemeente, "nis", f"{tekst} De NIS-code is gevolgd.")
    return Gevonden(gemeente, "nis")


def _by_postcode(code: str, zoals_geschreven: str) -> Gevonden:
    if not zoals_geschreven:
        return Gevonden(None, "", "Er is geen gemeente en geen postcode ingevuld.")
    alle = _per_postcode().get(code, ())
    if not alle:
        return _unknown_postcode(code, zoals_geschreven)
    gemeente = gemeenten()[alle[0]]
    if len(alle) == 1:
        return Gevonden(gemeente, "postcode")
    namen = _row_of(gemeenten()[een].naam for een in alle)
    tekst = f"Postcode {code} hoort bij {namen}. {gemeente.naam} is gekozen."
    return Gevonden(gemeente, "postcode", tekst, tuple(gemeenten()[een].naam for een in alle))


def _unknown_postcode(code: str, zoals_geschreven: str) -> Gevonden:
    if not code:
        return Gevonden(None, "", f'"{zoals_geschreven}" is geen Belgische postcode.')
    if _outside(code):
        return Gevonden(None, "buiten", f"Postcode {code} ligt niet in Vlaanderen of Brussel.")
    return Gevonden(None, "", f"Postcode {code} is niet gekend.")


def _outside(code: str) -> bool:
    return code in gegevens().buiten


def _by_name(naam: str, code: str, zoals_geschreven: str) -> Gevonden:
    kandidaten = _index().get(sleutel(naam), ()) or _shortened(naam, code)
    rest = False
    if not kandidaten:
        kandidaten, rest = _take_apart(naam)
    if not kandidaten:
        return _only_postcode(naam, code, zoals_geschreven)
    if code and not any(_fits(een, code) for een in kandidaten):
        kandidaten = _shortened(naam, code) or kandidaten
    keuze = _choose(kandidaten, code)
    if len({een.nis for een in keuze}) > 1:
        namen = sorted({gemeenten()[een.nis].naam for een in keuze if een.nis})
        tekst = f'"{naam}" ligt in meer dan één gemeente: {", ".join(namen)}. '
        tekst += "Vul de postcode in." if not code else f"Postcode {code} hoort bij geen ervan."
        return Gevonden(None, "", tekst, tuple(f"{keuze[0].naam} ({een})" for een in namen))
    beste = min((een for een in kandidaten if een.nis == keuze[0].nis), key=lambda een: een.rang)
    if not beste.nis:
        return Gevonden(None, "buiten", f'"{naam}" ligt niet in Vlaanderen of Brussel.')
    gemeente = gemeenten()[beste.nis]
    twijfel = _doubt(gemeente, beste.naam, code, zoals_geschreven)
    if not twijfel and rest and not code:
        twijfel = f'"{naam}" is niet gekend als plaats; {gemeente.naam} is gekozen.'
    return Gevonden(gemeente, beste.hoe, twijfel)


def _fits(een: _Kandidaat, code: str) -> bool:
    return code in een.postcodes or (bool(een.nis) and code in gemeenten()[een.nis].postcodes)


@cache
def _names_per_postcode() -> dict[str, tuple[tuple[str, _Kandidaat], ...]]:
    uit: defaultdict[str, list[tuple[str, _Kandidaat]]] = defaultdict(list)
    for een, kandidaten in _index().items():
        for kandidaat in kandidaten:
            for code in kandidaat.postcodes:
                uit[code].append((een, kandidaat))
    return {code: tuple(lijst) for code, lijst in uit.items()}


def _shortened(naam: str, code: str) -> tuple[_Kandidaat, ...]:
    """``Berchem`` with 1082 is Sint-Agatha-Berchem, ``Petegem`` with 9800 Petegem-aan-de-Leie."""
    kort = sleutel(naam)
    if len(kort) < 4:
        return ()
    lang = _names_per_postcode().get(code, ())
    return tuple(een for vorm, een in lang if vorm.startswith(kort) or vorm.endswith(kort))


def _choose(kandidaten: tuple[_Kandidaat, ...], code: str) -> list[_Kandidaat]:
    """The candidates that the postcode leaves; where it decides nothing, those of the best rank."""
    if code:
        raak = [een for een in kandidaten if code in een.postcodes]
        raak = raak or [een for een in kandidaten if _fits(een, code)]
        if raak:
            kandidaten = tuple(raak)
    beste = min(een.rang for een in kandidaten)
    return [een for een in kandidaten if een.rang == beste]


def _doubt(gemeente: Gemeente, naam: str, code: str, zoals_geschreven: str) -> str:
    """Why name and postcode do not go together; ``""`` when they do."""
    if not zoals_geschreven or code in gemeente.postcodes:
        return ""
    if not code:
        return f'"{zoals_geschreven}" is geen Belgische postcode. De naam {naam} is gevolgd.'
    if alle := _per_postcode().get(code, ()):
        namen = _row_of(gemeenten()[een].naam for een in alle)
        return f"Postcode {code} hoort bij {namen}, niet bij {gemeente.naam}. De naam is gevolgd."
    waarom = "ligt niet in Vlaanderen of Brussel" if _outside(code) else "is niet gekend"
    return f"Postcode {code} {waarom}. De naam {naam} is gevolgd."


def _only_postcode(naam: str, code: str, zoals_geschreven: str) -> Gevonden:
    voorstellen = _proposals(naam)
    if zoals_geschreven:
        gevonden = _by_postcode(code, zoals_geschreven)
        if gevonden.gemeente:
            meer = gevonden.twijfel or f"Postcode {code} wijst naar {gevonden.gemeente.naam}."
            return Gevonden(gevonden.gemeente, "postcode", f'"{naam}" is niet gekend. {meer}', voorstellen)
        return Gevonden(None, gevonden.hoe, f'"{naam}" is niet gekend. {gevonden.twijfel}', voorstellen)
    bedoeld = f" Bedoelde u {_row_of(voorstellen, 'of')}?" if voorstellen else ""
    return Gevonden(None, "", f'"{naam}" is geen gekende gemeente of deelgemeente.{bedoeld}', voorstellen)


def _take_apart(naam: str) -> tuple[tuple[_Kandidaat, ...], bool]:
    """A name of several parts: the place that all known parts agree on.

    Returns:
        The candidates, and whether a part was left that is not known.
    """
    delen = [deel for deel in _SCHEIDING.split(naam) if deel and deel.strip()]
    if len(delen) == 1:
        return _split_words(woorden(naam))
    gevonden, onbekend = [], False
    for deel in delen:
        over = [woord for woord in woorden(deel) if woord not in _ZONDER_BETEKENIS]
        if not over:
            continue
        kandidaten = _index().get("".join(over), ())
        rest = False
        if not kandidaten:
            kandidaten, rest = _split_words(over)
        onbekend |= rest or not kandidaten
        if kandidaten:
            gevonden.append(kandidaten)
    return _agree(gevonden), onbekend


def _agree(groepen: list[tuple[_Kandidaat, ...]]) -> tuple[_Kandidaat, ...]:
    """The candidates whose municipality is possible for every part; of the part that says most."""
    if not groepen:
        return ()
    samen = set.intersection(*({een.nis for een in groep} for groep in groepen))
    if not samen:
        return tuple(een for groep in groepen for een in groep)
    over = [een for groep in groepen for een in groep if een.nis in samen]
    delen = [een for een in over if een.rang == _DEEL]
    return tuple(delen or over)


def _split_words(losse: list[str]) -> tuple[tuple[_Kandidaat, ...], bool]:
    """``Aarschot centrum``, ``Aarschot-Gelrode``, ``Hasselt 1``: cut before or after a known name."""
    over = [woord for woord in losse if woord not in _ZONDER_BETEKENIS and not woord.isdigit()]
    if over and over != losse and (heel := _index().get("".join(over), ())):
        return heel, False
    deels: tuple[_Kandidaat, ...] = ()
    for knip in range(len(over) - 1, 0, -1):
        links = _index().get("".join(over[:knip]), ())
        rechts = _index().get("".join(over[knip:]), ())
        if links and rechts and {een.nis for een in links} & {een.nis for een in rechts}:
            return _agree([links, rechts]), False
        deels = deels or tuple(een for een in links if een.rang in (_NU, _VROEGER))
    return deels, True


@cache
def _spellings() -> dict[str, str]:
    """Every name of Flanders and Brussels by key, for proposals."""
    return {een: lijst[0].naam for een, lijst in _index().items() if lijst[0].nis}


def _proposals(naam: str) -> tuple[str, ...]:
    dichtbij = get_close_matches(sleutel(naam), _spellings(), n=3, cutoff=0.75)
    return tuple(dict.fromkeys(_spellings()[een] for een in dichtbij))


def _row_of(namen: Iterable[str], voegwoord: str = "en") -> str:
    lijst = list(namen)
    return lijst[0] if len(lijst) == 1 else f"{', '.join(lijst[:-1])} {voegwoord} {lijst[-1]}"
