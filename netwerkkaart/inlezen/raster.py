"""From raw rows to a :class:`~netwerkkaart.inlezen.tabel.Tabel`: clean cells, one header, equal widths.

Both roads, CSV and workbook, come together here, so that a table means the same whichever way it came.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from netwerkkaart.bestanden import csv_restore
from netwerkkaart.fouten import Ernst, Melding
from netwerkkaart.inlezen.tabel import Tabel

# Signs without width that web pages and phone apps leave around a copied text.
_ONZICHTBAAR: Final = (
    "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)
# All that str.strip() takes away by itself (the no-break spaces among it), for use with _ONZICHTBAAR.
_WIT: Final = "".join(teken for teken in map(chr, range(0x3001)) if teken.isspace())
_RANDEN: Final = _ONZICHTBAAR + _WIT
_BESCHERMD: Final = re.compile("'[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
# UTF-8 that was once read as Windows-1252: "Ã«", "Â°", "â€™"; or a sign that was lost for good.
_VERVOLG: Final = (
    "\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122"
)
_MOJIBAKE: Final = re.compile(f"[ÂÃ][{_VERVOLG}]|â[€‚„†‡][{_VERVOLG}]?|\ufffd")


@dataclass(slots=True)
class RuwBlad:
    """One sheet as it stood in the file, before anything was judged.

    Args:
        naam: name of the sheet; ``""`` for CSV.
        rijen: the rows, wholly empty ones left out, each of its own width; cells clean (:func:`schoon`).
        rijnummers: row number of each row in the file.
        tekst: one string that holds the text of all cells, to search it all at once.
        kolom_vanaf: index of the first column (a sheet whose table starts at C: 2).
        verborgen: the sheet is hidden.
        meldingen: warnings about the sheet as a whole.
        fouten: faults that the reader saw already, by cell (uncached formulas, ``#N/A``).
        onbekend: cells whose value cannot be known, as row number and index of the column.
        te_breed: by place, the whole of a row of which ``rijen`` holds no more than the header is wide.
    """

    naam: str
    rijen: list[tuple[str, ...]]
    rijnummers: list[int]
    tekst: str
    kolom_vanaf: int = 0
    verborgen: bool = False
    meldingen: list[Melding] = field(default_factory=list)
    fouten: list[Melding] = field(default_factory=list)
    onbekend: list[tuple[int, int]] = field(default_factory=list)
    te_breed: dict[int, tuple[str, ...]] = field(default_factory=dict)

    @property
    def ruime_rijen(self) -> list[tuple[str, ...]]:
        """The rows with all their cells, those beyond the header too: to search, and to give back."""
        if not self.te_breed:
            return self.rijen
        return [self.te_breed.get(plaats, rij) for plaats, rij in enumerate(self.rijen)]

    @property
    def heeft_rijen(self) -> bool:
        """True when there is at least one row below the header, or a cell that should have been one."""
        return len(self.rijen) > 1 or bool(self.fouten)


def kolomletter(index: int) -> str:
    """Letter of a column as Excel shows it; ``index`` counts from 0.

    >>> kolomletter(0), kolomletter(25), kolomletter(26), kolomletter(701)
    ('A', 'Z', 'AA', 'ZZ')
    """
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def kolomindex(letters: str) -> int:
    """Index of a column from its letters, counted from 0: the way back of :func:`kolomletter`.

    >>> kolomindex("A"), kolomindex("aa")
    (0, 26)
    """
    nummer = 0
    for letter in letters.upper():
        nummer = nummer * 26 + ord(letter) - ord("A") + 1
    return nummer - 1


def schoon(rijen: Iterable[tuple[int, Sequence[str]]], tekst: str) -> tuple[list[tuple[str, ...]], list[int]]:
    """Clean every cell and leave out the rows that are wholly empty.

    White space and signs without width go from both ends; the protection of
    :func:`~netwerkkaart.bestanden.csv_safe` is undone. Costly cleaning is done only when ``tekst``,
    all cells in one string, shows that it is needed; so a plain file costs one ``strip`` a cell.

    Args:
        rijen: row number and cells of each row, as read.
        tekst: anything that holds the text of all cells.

    Returns:
        The clean rows and their numbers.
    """
    # One `in` per sign is ten times faster than a regular expression over the whole text.
    onzichtbaar = not tekst.isascii() and any(teken in tekst for teken in _ONZICHTBAAR)
    beschermd = "'" in tekst and _BESCHERMD.search(tekst) is not None
    strip = _strip_alles if onzichtbaar else str.strip
    uit: list[tuple[str, ...]] = []
    nummers: list[int] = []
    for nummer, rij in rijen:
        cellen = tuple(map(strip, rij))
        if any(cellen):
            uit.append(cellen)
            nummers.append(nummer)
    if beschermd:
        uit = [tuple(strip(csv_restore(cel)) if cel[:1] == "'" else cel for cel in rij) for rij in uit]
    return uit, nummers


def _strip_alles(cel: str) -> str:
    return cel.strip(_RANDEN)


def genormaliseerd(rijen: list[tuple[str, ...]], tekst: str) -> list[tuple[str, ...]]:
    """The rows in Unicode's composed form (NFC); the same list when they are already."""
    if unicodedata.is_normalized("NFC", tekst):
        return rijen
    return [tuple(unicodedata.normalize("NFC", cel) for cel in rij) for rij in rijen]


def mojibake(blad: RuwBlad, bestand: str) -> Iterator[Melding]:
    """One warning when accents were broken before the file reached us: how many cells, and where first."""
    if blad.tekst.isascii() or not any(teken in blad.tekst for teken in "ÂÃâ\ufffd"):
        return
    plaatsen = [
        (nummer, kolom, cel)
        for nummer, rij in zip(blad.rijnummers, blad.rijen, strict=True)
        for kolom, cel in enumerate(rij)
        if not cel.isascii() and _MOJIBAKE.search(cel)
    ]
    if plaatsen:
        nummer, kolom, cel = plaatsen[0]
        aantal = "1 cel bevat" if len(plaatsen) == 1 else f"{len(plaatsen)} cellen bevatten"
        yield Melding(
            f"{aantal} verminkte letters met accenten; ze zijn bewaard zoals ze er staan. Dit is de eerste.",
            verwacht="tekst zoals “België”; bewaar de bron opnieuw als UTF-8",
            bestand=bestand,
            blad=blad.naam,
            rij=nummer,
            kolom=kolomnaam(blad, kolom),
            waarde=cel,
            ernst=Ernst.WAARSCHUWING,
        )


def kolomnaam(blad: RuwBlad, kolom: int) -> str:
    """Header of a column if it has one, else its letter."""
    kop = blad.rijen[0]
    naam = " ".join(kop[kolom].split()) if kolom < len(kop) else ""
    return naam or kolomletter(kolom + blad.kolom_vanaf)


def make_tabel(blad: RuwBlad, bestand: str, sha256: str) -> tuple[Tabel, list[Melding]]:
    """Judge the header and the widths of a sheet.

    Columns that are empty from header to foot are left out; short rows are filled with empty cells.

    Returns:
        The table, and all faults found, by row. With faults the table is not to be used.
    """
    fouten = list(blad.fouten)
    if not blad.rijen:
        return Tabel(bestand, blad.naam, (), (), (), tuple(blad.meldingen), sha256), fouten
    breedte = max(map(len, blad.rijen))
    kop = [" ".join(naam.split()) for naam in blad.rijen[0]] + [""] * (breedte - len(blad.rijen[0]))
    rijen = blad.rijen[1:]
    if any(len(rij) != breedte for rij in rijen):
        rijen = [rij if len(rij) == breedte else rij + ("",) * (breedte - len(rij)) for rij in rijen]
    if "" in kop:
        houden = [plaats for plaats, naam in enumerate(kop) if naam]
        fouten += _lege_koppen(blad, bestand, kop, rijen)
        kop = [kop[plaats] for plaats in houden]
        rijen = [tuple([rij[plaats] for plaats in houden]) for rij in rijen]
        overblijvend = [bool(any(rij)) for rij in rijen]
    else:
        houden = list(range(breedte))
        overblijvend = []
    fouten += _dubbele_koppen(blad, bestand, kop, houden)
    nummers = blad.rijnummers[1:]
    if overblijvend and not all(overblijvend):
        nummers = [nummer for nummer, blijft in zip(nummers, overblijvend, strict=True) if blijft]
        rijen = [rij for rij, blijft in zip(rijen, overblijvend, strict=True) if blijft]
    fouten.sort(key=lambda fout: fout.rij)
    tabel = Tabel(bestand, blad.naam, tuple(kop), rijen, nummers, tuple(blad.meldingen), sha256)
    return tabel, fouten


def _lege_koppen(
    blad: RuwBlad, bestand: str, kop: list[str], rijen: list[tuple[str, ...]]
) -> Iterator[Melding]:
    """A fault for each column without a header that has cells."""
    leeg = [plaats for plaats, naam in enumerate(kop) if not naam]
    eerste: dict[int, int] = {}
    for nummer, rij in zip(blad.rijnummers[1:], rijen, strict=True):
        for plaats in leeg:
            if rij[plaats]:
                eerste.setdefault(plaats, nummer)
        if len(eerste) == len(leeg):
            break
    if eerste and len(kop) - len(leeg) == 1 and len(kop) > 2:
        yield Melding(
            f"Rij {blad.rijnummers[0]} lijkt een titel en geen rij met kolomnamen:"
            " er is maar één cel gevuld.",
            verwacht="de kolomnamen op de eerste gevulde rij; haal de titel weg",
            bestand=bestand,
            blad=blad.naam,
            rij=blad.rijnummers[0],
        )
        return
    for plaats in sorted(eerste):
        yield Melding(
            f"Kolom {kolomletter(plaats + blad.kolom_vanaf)} heeft geen naam, maar er staat wel iets in"
            f" (voor het eerst op rij {eerste[plaats]}).",
            verwacht="een kolomnaam boven elke kolom",
            bestand=bestand,
            blad=blad.naam,
            rij=blad.rijnummers[0],
            kolom=kolomletter(plaats + blad.kolom_vanaf),
        )


def _dubbele_koppen(blad: RuwBlad, bestand: str, kop: list[str], plaatsen: list[int]) -> Iterator[Melding]:
    """A fault for each header that was used before, also when only the case differs."""
    gezien: dict[str, int] = {}
    for naam, plaats in zip(kop, plaatsen, strict=True):
        eerder = gezien.setdefault(naam.casefold(), plaats)
        if eerder != plaats:
            letters = [kolomletter(index + blad.kolom_vanaf) for index in (eerder, plaats)]
            yield Melding(
                f"Deze kolomnaam staat er twee keer: in kolom {letters[0]} en in kolom {letters[1]}.",
                verwacht="een andere naam voor elke kolom",
                bestand=bestand,
                blad=blad.naam,
                rij=blad.rijnummers[0],
                kolom=naam,
            )
