"""Where each row, column and message of a file stands in its error workbook."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from netwerkkaart.fouten import GebruikersFout, Melding
from netwerkkaart.inlezen.raster import RuwBlad, kolomindex

MAX_CEL: Final = 32_767
"""Characters in a cell of Excel."""
_MAX_RIJ: Final = 1_048_576
_ONGELDIG: Final = re.compile(r"[\[\]:*?/\\]")


@dataclass(frozen=True, slots=True)
class Plek:
    """Where a message stands in the workbook; counted from 0, ``kolom`` None: the whole row."""

    blad: int
    rij: int
    kolom: int | None


class Indeling:
    """Where the rows and columns of one sheet go, counted from 0: as they stood, wherever that can be.

    The row numbers of a CSV are lines of an editor; with cells of several lines these are no rows of a
    spreadsheet, so then the rows follow each other.
    """

    def __init__(self, blad: RuwBlad) -> None:
        self.blad = blad
        self.rijen = blad.ruime_rijen
        self.opeen = blad.naam == "" and any("\n" in cel for rij in self.rijen for cel in rij)
        self.regels = (
            list(range(len(self.rijen))) if self.opeen else [nummer - 1 for nummer in blad.rijnummers]
        )
        # A row may have been read as empty, for its only cell has no value.
        self.per_nummer = {nummer: nummer - 1 for nummer, _ in blad.onbekend}
        self.per_nummer.update(zip(blad.rijnummers, self.regels, strict=True))
        self.koppen = [" ".join(kop.split()) for kop in self.rijen[0]] if self.rijen else []
        breedtes = [len(rij) for rij in self.rijen] + [
            kolom + 1 - blad.kolom_vanaf for _, kolom in blad.onbekend
        ]
        self.breedte = blad.kolom_vanaf + max(breedtes, default=0)
        self.kopregel = self.regels[0] if self.regels else 0
        self.laatste = max([*self.regels, *(nummer - 1 for nummer, _ in blad.onbekend)], default=0)
        self.kolommen: dict[str, list[int]] = {}
        for plaats, naam in enumerate(self.koppen):
            if naam:
                self.kolommen.setdefault(naam.casefold(), []).append(plaats + blad.kolom_vanaf)

    def keur(self) -> None:
        """Refuse what does not fit in a sheet of Excel."""
        if self.laatste >= _MAX_RIJ:
            raise GebruikersFout("De tabel heeft meer rijen dan een werkblad van Excel aankan.")
        for regel, rij in zip(self.regels, self.rijen, strict=True):
            if max(map(len, rij), default=0) >= MAX_CEL:
                raise GebruikersFout(
                    f"Een cel op rij {regel + 1} is langer dan {MAX_CEL} tekens;"
                    " dat past niet in een cel van Excel."
                )

    def regel(self, nummer: int) -> int | None:
        """Row in the workbook of a row of the file."""
        return self.per_nummer.get(nummer)

    def plaats(self, kolom: str) -> list[int]:
        """Columns that a message means: by their header, else by their letter."""
        gevonden = self.kolommen.get(" ".join(kolom.split()).casefold(), [])
        if not gevonden and re.fullmatch(r"[A-Z]{1,3}", kolom) and kolomindex(kolom) < max(self.breedte, 1):
            return [kolomindex(kolom)]
        return gevonden


def find_places(
    indelingen: list[Indeling], meldingen: Sequence[Melding]
) -> list[tuple[Melding, Plek | None]]:
    """Each message with its place; faults first, then in the order of the file. A place may be unknown."""
    per_naam = {indeling.blad.naam: nummer for nummer, indeling in enumerate(indelingen)}
    uit: list[tuple[Melding, Plek | None]] = []
    for melding in meldingen:
        nummer = per_naam.get(melding.blad, 0 if len(indelingen) == 1 and not melding.blad else None)
        if nummer is None:
            uit.append((melding, None))
            continue
        indeling = indelingen[nummer]
        regel = indeling.regel(melding.rij) if melding.rij else None
        kolommen = indeling.plaats(melding.kolom) if melding.kolom else []
        if regel is None and kolommen and not melding.rij:
            regel = indeling.kopregel
        if regel is None:
            uit.append((melding, None))
            continue
        if len(kolommen) > 1 and regel == indeling.kopregel:  # a header that stands there twice: both
            uit += [(melding, Plek(nummer, regel, kolom)) for kolom in kolommen]
        else:
            uit.append((melding, Plek(nummer, regel, kolommen[0] if kolommen else None)))
    return sorted(uit, key=_volgorde)


def _volgorde(paar: tuple[Melding, Plek | None]) -> tuple[bool, int, int, int]:
    melding, plek = paar
    if plek is None:
        return not melding.is_fout, -1, 0, 0
    return not melding.is_fout, plek.blad, plek.rij, -1 if plek.kolom is None else plek.kolom


def sheet_names(bladen: Sequence[RuwBlad], bestand: str) -> list[str]:
    """Names that Excel takes, the user's own wherever these are so."""
    namen: list[str] = []
    for blad in bladen:
        wens = _ONGELDIG.sub(" ", blad.naam or Path(bestand).stem).strip(" '")[:31] or "Tabel"
        namen.append(free_name(wens, {naam.casefold() for naam in namen} | {"history"}))
    return namen


def free_name(wens: str, bezet: set[str]) -> str:
    """The name, or the name with a number when it is taken; ``bezet`` is case-folded."""
    naam, nummer = wens, 2
    while naam.casefold() in bezet:
        staart = f" ({nummer})"
        naam, nummer = wens[: 31 - len(staart)] + staart, nummer + 1
    return naam
