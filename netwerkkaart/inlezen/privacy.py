"""Pupil data are refused at the door: they may not enter the graph, and no message repeats them.

Three things betray them: the name of a column (:mod:`.kolomnamen`), a national register number in any
cell of any sheet (:mod:`.rijksregister`), and such a number beside the cells: in remarks, text boxes,
properties of the file (:mod:`.restanten`). Totals (``aantal_leerlingen``, ``leerlingen``) are welcome.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import Final

from netwerkkaart.fouten import GebruikersFout, Melding, NietToegelaten
from netwerkkaart.inlezen.grenzen import MAX_MELDINGEN
from netwerkkaart.inlezen.kolomnamen import (
    class_list_columns,
    flatten,
    is_leerlingkolom,
    may_be_leerlingkolom,
    safe_header,
)
from netwerkkaart.inlezen.raster import RuwBlad, kolomletter
from netwerkkaart.inlezen.restanten import Restant
from netwerkkaart.inlezen.rijksregister import (
    as_plain,
    bare_numbers,
    bevat_rijksregisternummer,
    formatted_numbers,
    hide_numbers,
    is_rijksregisternummer,
    may_hold_number,
)

__all__ = [
    "bevat_rijksregisternummer",
    "discreet",
    "is_leerlingkolom",
    "is_rijksregisternummer",
    "verberg",
    "weiger_leerlinggegevens",
    "weiger_naam",
]

_HULP: Final = (
    "Netwerkkaart werkt met organisaties en met totalen per school, nooit met gegevens van leerlingen"
    " of ouders. Verwijder deze kolommen of cellen, ook op verborgen bladen, en probeer opnieuw."
)
_HULP_RESTANT: Final = (
    " Wat naast de cellen staat, vindt u in Excel met Bestand > Info > Controleren op problemen >"
    " Document controleren."
)
# Cells under a bare "leerling" that show that it is a target group or a total, not a name.
_GEEN_NAAM: Final = re.compile(r"|x|ja|nee|neen|j|n|v|\d{1,6}|\d{1,3}([.,]\d+)? ?%?", re.IGNORECASE)
_DATUM: Final = re.compile(r"\d{1,4}[-/. ]\d{1,2}[-/. ]\d{2,4}|\d{8}|(19|20)\d\d")
# Columns in which 11 bare digits may be something else: a foreign telephone number.
_TELEFOON: Final = re.compile(r"\b(tel|telefoon\w*|gsm\w*|mobiel\w*|fax\w*|phone)\b")
_VEEL: Final = 50
_TOEVAL: Final = 0.05
_TOCH: Final = 3
# A label of a card or of a second table can only hold one of these.
_LABELWOORDEN: Final = (
    *("leerling", "lln", "kind", "jongere", "scholier", "ouder", "moeder", "vader", "client", "cliënt"),
    *("geboorte", "rijksreg", "insz", "niss", "stamnummer", "stamboek", "identiteit", "birth", "naissance"),
)
_LABELWOORD: Final = re.compile("|".join(_LABELWOORDEN))
_MAX_LABEL: Final = 60


def weiger_naam(pad: Path) -> None:
    """Refuse a file whose very name, or folder, holds a national register number: messages name it.

    Raises:
        NietToegelaten: without the name.
    """
    if bevat_rijksregisternummer(pad.name):
        raise NietToegelaten(
            "De naam van het bestand bevat een rijksregisternummer.", hulp="Geef het bestand een andere naam."
        )
    if any(map(bevat_rijksregisternummer, pad.parts)):
        raise NietToegelaten(
            "De naam van een map waarin het bestand staat, bevat een rijksregisternummer.",
            hulp="Zet het bestand in een andere map.",
        )


def verberg(fout: GebruikersFout) -> None:
    """Hide every register number in what a refusal says: the last guard, whatever the reason was."""
    fout.tekst = hide_numbers(fout.tekst)
    fout.hulp = hide_numbers(fout.hulp)
    fout.args = (fout.tekst,)
    fout.meldingen = tuple(
        replace(
            melding,
            tekst=hide_numbers(melding.tekst),
            blad=hide_numbers(melding.blad),
            kolom=hide_numbers(melding.kolom),
            waarde=hide_numbers(melding.waarde),
        )
        for melding in fout.meldingen
    )


@contextmanager
def discreet(pad: Path) -> Iterator[None]:
    """Whatever is said about this file, no register number is in it: not of its cells, not of its name."""
    weiger_naam(pad)
    try:
        yield
    except GebruikersFout as fout:
        verberg(fout)
        raise


def weiger_leerlinggegevens(bladen: list[RuwBlad], bestand: str, restanten: Sequence[Restant] = ()) -> None:
    """Refuse a file in which any sheet, or anything beside the sheets, holds pupil data.

    Cost: one pass over the text of each sheet; cells are looked at one by one only when that finds
    something that has the form of a number or the words of a label.

    Args:
        bladen: all sheets of the file.
        bestand: its name, for the messages.
        restanten: what was found beside the cells of a workbook.

    Raises:
        NietToegelaten: with a message for each place (file, sheet, row, column), never with a value.
    """
    meldingen: list[Melding] = []
    for nummer, blad in enumerate(bladen, start=1):
        veilige_naam = f"nummer {nummer}" if bevat_rijksregisternummer(blad.naam) else blad.naam
        if veilige_naam != blad.naam:
            meldingen.append(
                _melding("De naam van dit blad bevat een rijksregisternummer.", bestand, veilige_naam)
            )
        koppen = list(_kolommen(blad, bestand, veilige_naam))
        meldingen += koppen or _losse_labels(blad, bestand, veilige_naam)
        meldingen += _nummers(blad, bestand, veilige_naam)
    naast = _restanten(restanten, bladen, bestand)
    if meldingen or naast:
        raise NietToegelaten(
            f"{bestand} bevat gegevens van leerlingen of een rijksregisternummer, en is daarom niet gelezen.",
            hulp=_HULP + (_HULP_RESTANT if naast else ""),
            meldingen=(meldingen + naast)[:MAX_MELDINGEN],
        )


def _melding(tekst: str, bestand: str, blad: str, rij: int = 0, kolom: str = "") -> Melding:
    return Melding(tekst, bestand=bestand, blad=blad, rij=rij, kolom=kolom)


# ---- columns and labels -----------------------------------------------------------------------------


def _veilige_kolom(blad: RuwBlad, kolom: int) -> str:
    """Header of a column, or its letter where the header is missing or itself a number to hide."""
    kop = blad.rijen[0]
    naam = " ".join(kop[kolom].split()) if kolom < len(kop) else ""
    return naam if naam and not bevat_rijksregisternummer(naam) else kolomletter(kolom + blad.kolom_vanaf)


def _kolommen(blad: RuwBlad, bestand: str, naam: str) -> Iterator[Melding]:
    """Messages about column names; those under a title too, for the title is a fault of later care."""
    for plaats, rij in enumerate(blad.ruime_rijen[:10]):
        for kolom, cel in enumerate(rij):
            if cel and len(cel) <= 80 and _is_verdachte_kop(blad, cel, plaats, kolom):
                yield _melding(
                    "Deze kolom bevat volgens haar naam gegevens van leerlingen of ouders.",
                    bestand,
                    naam,
                    blad.rijnummers[plaats],
                    safe_header(cel) or kolomletter(kolom + blad.kolom_vanaf),
                )
        samen = class_list_columns(rij)
        if samen:
            yield _melding(
                "Deze kolommen lijken samen een lijst van leerlingen: een naam van een persoon"
                " naast een klas, een thuistaal of een diagnose.",
                bestand,
                naam,
                blad.rijnummers[plaats],
                " en ".join(flatten(rij[kolom]) for kolom in samen),
            )
        if sum(map(bool, rij)) > 1:
            return


def _is_verdachte_kop(blad: RuwBlad, cel: str, plaats: int, kolom: int) -> bool:
    """True when a header, or a bare header with what stands below it, is about single pupils."""
    if is_leerlingkolom(cel):
        return True
    if not may_be_leerlingkolom(cel):
        return False
    cellen = [rij[kolom] for rij in blad.ruime_rijen[plaats + 1 :] if kolom < len(rij)]
    if flatten(cel).startswith("geb"):
        return any(map(_DATUM.fullmatch, cellen))
    return not all(map(_GEEN_NAAM.fullmatch, cellen))


def _losse_labels(blad: RuwBlad, bestand: str, naam: str) -> list[Melding]:
    """Labels of a card ("Naam leerling: …") or of a second table, anywhere; one alone proves nothing."""
    klein = blad.tekst.casefold()
    if not any(woord in klein for woord in _LABELWOORDEN):
        return []
    labels = {
        cel
        for cel in set(chain.from_iterable(blad.ruime_rijen))
        if len(cel) <= _MAX_LABEL
        and _LABELWOORD.search(cel.casefold())
        and is_leerlingkolom(cel)
        and safe_header(cel)
    }
    if len({flatten(label) for label in labels}) < 2:
        return []
    return [
        _melding(
            "Deze cel kondigt gegevens van een leerling of ouder aan.",
            bestand,
            naam,
            nummer,
            kolomletter(kolom + blad.kolom_vanaf),
        )
        for nummer, rij in zip(blad.rijnummers, blad.ruime_rijen, strict=True)
        for kolom, cel in enumerate(rij)
        if cel in labels
    ][:MAX_MELDINGEN]


# ---- numbers ----------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Kolomtelling:
    """What was found in one column: rows with the unmistakable form, with a bare number, and bare digits."""

    opgemaakt: list[int]
    kaal: list[int]
    elfcijferig: int = 0


def _nummers(blad: RuwBlad, bestand: str, naam: str) -> Iterator[Melding]:
    """Messages about national register numbers in the cells, the header among them."""
    if may_hold_number(blad.tekst):
        for kolom in range(max(map(len, blad.ruime_rijen), default=0)):
            telling = _tel(blad, kolom)
            for rij in sorted({*telling.opgemaakt, *_oordeel(blad, kolom, telling)}):
                yield _melding(
                    "Deze cel bevat een rijksregisternummer.", bestand, naam, rij, _veilige_kolom(blad, kolom)
                )
    for kolom in _verloren_nullen(blad):
        yield _melding(
            "Deze kolom bevat rijksregisternummers die hun eerste nul verloren hebben.",
            bestand,
            naam,
            kolom=_veilige_kolom(blad, kolom),
        )
    for kolom in _over_twee_kolommen(blad):
        yield _melding(
            "Deze kolom en de volgende bevatten samen rijksregisternummers.",
            bestand,
            naam,
            kolom=_veilige_kolom(blad, kolom),
        )


def _tel(blad: RuwBlad, kolom: int) -> _Kolomtelling:
    """Search the cells of one column."""
    telling = _Kolomtelling([], [])
    cellen = [rij[kolom] if kolom < len(rij) else "" for rij in blad.ruime_rijen]
    if not may_hold_number("\x1f".join(cellen)):
        return telling
    for nummer, cel in zip(blad.rijnummers, cellen, strict=True):
        if len(cel) < 11 or not may_hold_number(cel):
            continue
        plat = as_plain(cel)
        if next(formatted_numbers(plat), None):
            telling.opgemaakt.append(nummer)
        kaal = list(bare_numbers(plat))
        telling.elfcijferig += len(kaal)
        if any(map(is_rijksregisternummer, kaal)):
            telling.kaal.append(nummer)
    return telling


def _oordeel(blad: RuwBlad, kolom: int, telling: _Kolomtelling) -> list[int]:
    """Rows whose bare 11 digits are to be taken for a register number.

    One hit is enough, but for chance (0.15%), which is judged by the column:

    * its name says that it holds telephone numbers: then most must be hits. (Numbers of enterprises,
      establishments and accounts never have 11 digits.)
    * it holds at least 50 numbers of 11 digits and fewer than 5% are hits: some other kind of number.
    """
    treffers = len(telling.kaal)
    if telling.elfcijferig >= _VEEL and treffers < _TOEVAL * telling.elfcijferig:
        return []
    kop = blad.rijen[0]
    if kolom < len(kop) and _TELEFOON.search(flatten(kop[kolom])):
        return telling.kaal if treffers >= _TOCH and 2 * treffers >= telling.elfcijferig else []
    return telling.kaal


def _verloren_nullen(blad: RuwBlad) -> Iterator[int]:
    """Columns of ten-digit numbers that become register numbers with a nought in front.

    Excel drops the first nought of who was born from 2001 to 2009. A single such number proves
    nothing (a KBO number of 10 digits looks alike), but three, and at least half of a column, do.
    Judged by the first 500 rows.
    """
    if not blad.rijen:
        return
    for kolom in range(len(blad.rijen[0])):
        tien = [
            rij[kolom]
            for rij in blad.rijen[1:500]
            if kolom < len(rij) and len(rij[kolom]) == 10 and rij[kolom].isdecimal() and rij[kolom][0] != "0"
        ]
        if len(tien) >= _TOCH and 2 * sum(map(_is_verloren_nul, tien)) >= len(tien):
            yield kolom


def _is_verloren_nul(cijfers: str) -> bool:
    from stdnum.be import nn, vat

    volledig = "0" + cijfers
    is_onderneming = vat.is_valid(cijfers) or 97 - int(cijfers[:8]) % 97 == int(cijfers[8:])
    return not is_onderneming and nn.is_valid(volledig) and nn.get_birth_date(volledig) is not None


def _over_twee_kolommen(blad: RuwBlad) -> Iterator[int]:
    """Columns that with the next one make numbers: 85.07.30 beside 033.28. Judged by the first 500 rows."""
    if not blad.rijen:
        return
    for kolom in range(len(blad.rijen[0]) - 1):
        paren = [
            re.sub("[^0-9]", "", rij[kolom]) + re.sub("[^0-9]", "", rij[kolom + 1])
            for rij in blad.rijen[1:500]
            if kolom + 1 < len(rij) and 5 <= len(rij[kolom + 1]) <= 8 and 6 <= len(rij[kolom]) <= 10
        ]
        elf = [paar for paar in paren if len(paar) == 11]
        if len(elf) >= _TOCH and 2 * sum(map(is_rijksregisternummer, elf)) >= len(paren):
            yield kolom


# ---- beside the cells -------------------------------------------------------------------------------


def _restanten(restanten: Sequence[Restant], bladen: list[RuwBlad], bestand: str) -> list[Melding]:
    """Messages about what stands beside the cells.

    Bare digits that stand in a cell as well (a chart keeps a copy, a shared string is one) were judged there.
    """
    if not restanten:
        return []
    in_cellen: set[str] = set()
    if any(restant.kaal for restant in restanten):
        for blad in bladen:
            in_cellen.update(bare_numbers(as_plain(blad.tekst)))
            in_cellen.update(bare_numbers(as_plain(blad.naam)))
    return [
        _melding(restant.wat, bestand, hide_numbers(restant.blad))
        for restant in restanten
        if restant.zeker or restant.kaal - in_cellen
    ]
