"""All rows behind the findings of a report as one workbook, a sheet per finding."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import datetime
from itertools import islice
from typing import Any

from netwerkkaart.bestanden import TEKST_BLIJFT_TEKST
from netwerkkaart.uitvoer.tabel import Rooster, as_text

_EPOCH = datetime(2020, 1, 1)
"""A fixed moment, so that the same report gives the same bytes."""
_MEESTE_RIJEN = 1_048_000
_MEESTE_TEKENS = 32_767
_VERBODEN = str.maketrans("", "", "[]:*?/\\")


def make_werkmap(titel: str, bladen: Mapping[str, Rooster]) -> bytes:
    """The workbook: texts stay texts, nothing is taken for a formula or a link.

    Args:
        titel: title of the report.
        bladen: the tables by the name of their sheet, at most 31 signs.
    """
    import xlsxwriter

    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True, **TEKST_BLIJFT_TEKST}) as boek:
        boek.set_properties({"title": titel[:250], "created": _EPOCH})
        vet = boek.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        groot = boek.add_format({"bold": True, "font_size": 13})
        inhoud = boek.add_worksheet("Inhoud")
        inhoud.set_column(0, 0, 26)
        inhoud.set_column(1, 1, 120)
        inhoud.write_string(0, 0, titel, groot)
        for plek, (naam, rooster) in enumerate(bladen.items(), 2):
            naam = naam.translate(_VERBODEN)[:31]
            inhoud.write_url(plek, 0, f"internal:'{naam}'!A1", string=naam)
            inhoud.write_string(plek, 1, rooster.titel)
            _sheet(boek.add_worksheet(naam), rooster, vet, groot)
    return buffer.getvalue()


def _sheet(blad: Any, rooster: Rooster, vet: Any, groot: Any) -> None:
    blad.write_string(0, 0, rooster.titel, groot)
    regel = 1
    for noot in rooster.noten:
        blad.write_string(regel, 0, noot)
        regel += 1
    regel += 1
    breedtes = [len(kop) for kop in rooster.koppen]
    for kolom, kop in enumerate(rooster.koppen):
        blad.write_string(regel, kolom, kop, vet)
    for nummer, rij in enumerate(islice(rooster.rijen, _MEESTE_RIJEN), regel + 1):
        for kolom, waarde in enumerate(rij):
            if isinstance(waarde, int | float) and not isinstance(waarde, bool):
                blad.write_number(nummer, kolom, waarde)
            elif tekst := as_text(waarde)[:_MEESTE_TEKENS]:
                blad.write_string(nummer, kolom, tekst)
                breedtes[kolom] = max(breedtes[kolom], len(tekst))
    for kolom, breedte in enumerate(breedtes):
        blad.set_column(kolom, kolom, max(8, min(48, breedte + 2)))
    blad.freeze_panes(regel + 1, 1)
    if rooster.rijen:
        blad.autofilter(regel, 0, regel + len(rooster.rijen), len(rooster.koppen) - 1)
