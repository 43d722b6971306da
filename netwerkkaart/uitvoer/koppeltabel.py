"""A mapping as a table to fill in: in Excel with a list to choose from behind each cell, or as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Final, NamedTuple

from netwerkkaart.bestanden import TEKST_BLIJFT_TEKST, csv_safe, write_atomic
from netwerkkaart.fouten import GebruikersFout
from netwerkkaart.omzetten.koppeltabel import (
    KNOOP,
    KOLOM,
    KOPPEN,
    OVERSLAAN,
    RELATIE,
    SOORT,
    Koppelregel,
    find_kind,
)
from netwerkkaart.omzetten.relatiewoord import Loop
from netwerkkaart.schema.register import SOORTEN, TYPEN

BLAD: Final = "koppeling"
_LIJSTEN: Final = "lijsten"
_MAX_CEL: Final = 32_767
_TOEN: Final = datetime(2020, 1, 1)
"""A fixed moment, so that the same mapping gives the same bytes."""
_UITLEG: Final = (
    "Zo werkt deze tabel",
    "Elke rij is één keuze. Vul alleen de kolom onze in; laat wat en hun staan.",
    "soort: wat een knoop bij hen heet, en welke soort het bij ons is. Geel is nog in te vullen.",
    "relatie: hoe een verbinding bij hen heet, en welke relatie het bij ons is.",
    "Loopt een verbinding bij hen andersom, zet dan omgekeerd achter de relatie: BEGELEIDT omgekeerd.",
    "Heeft ze bij hen geen richting en bij ons wel, zet er dan heen, omgekeerd of beide achter.",
    "kolom: een eigenschap bij hen die bij ons een andere naam heeft. Leeg: ze wordt niet gelezen.",
    "knoop: een knoop bij hen die al in de graaf staat, en onze code ervoor. Maak leeg als het een andere "
    "is.",
    "vast: een kolom van ons (onder hun) die overal dezelfde waarde krijgt (onder onze).",
    "overslaan onder onze: dit komt niet mee.",
    "Klaar? Bewaar, en geef dit bestand mee: netwerkkaart import graaf BESTAND --koppeling DIT-BESTAND",
)


class Koppelrij(NamedTuple):
    """One row of the table: a choice, how many it is about (None: not counted), and what to know."""

    regel: Koppelregel
    aantal: int | None = None
    uitleg: str = ""


def write_koppeltabel(pad: Path, rijen: Sequence[Koppelrij]) -> None:
    """Write the table as ``.xlsx`` or ``.csv``.

    Raises:
        GebruikersFout: another ending, or the file cannot be written.
    """
    ending = pad.suffix.lower()
    if ending not in (".xlsx", ".csv"):
        raise GebruikersFout(
            f'Deze uitvoer bestaat niet: "{pad.name}".', hulp="Kies een naam die eindigt op .xlsx of .csv."
        )
    write_atomic(pad, _xlsx(rijen) if ending == ".xlsx" else _csv(rijen))


def _csv(rijen: Sequence[Koppelrij]) -> str:
    uit = io.StringIO()
    schrijver = csv.writer(uit, delimiter=";", lineterminator="\n")
    schrijver.writerow((*KOPPEN, "aantal", "uitleg"))
    for rij in rijen:
        aantal = "" if rij.aantal is None else rij.aantal
        schrijver.writerow((*map(csv_safe, rij.regel), aantal, csv_safe(rij.uitleg)))
    return "\ufeff" + uit.getvalue()


def _choices() -> dict[str, list[str]]:
    """What may stand under ``onze``, by ``wat``."""
    relaties: list[str] = [OVERSLAAN]
    for naam, type_ in TYPEN.items():
        if not type_.soort.intern:
            relaties.append(naam)
            if not type_.soort.ongericht:
                relaties.append(f"{naam} {Loop.OMGEKEERD}")
    return {
        SOORT: [OVERSLAAN, *(label for label in SOORTEN if find_kind(label) is not None)],
        RELATIE: relaties,
    }


def _xlsx(rijen: Sequence[Koppelrij]) -> bytes:
    import xlsxwriter

    buffer = io.BytesIO()
    opties = {"in_memory": True, **TEKST_BLIJFT_TEKST}
    with xlsxwriter.Workbook(buffer, opties) as boek:
        boek.set_properties({"title": "Koppeling", "created": _TOEN})
        blad = boek.add_worksheet(BLAD)
        uitleg = boek.add_worksheet("uitleg")
        bronnen = _write_lists(boek)
        vet = boek.add_format({"bold": True, "bottom": 1, "bg_color": "#DDE7EE"})
        open_ = boek.add_format({"bg_color": "#FFF2B3", "border": 1, "border_color": "#C9B458"})
        gewoon = boek.add_format({"border": 1, "border_color": "#C8C8C8"})
        grijs = boek.add_format({"font_color": "#666666"})
        for kolom, kop in enumerate((*KOPPEN, "aantal", "uitleg")):
            blad.write_string(0, kolom, kop, vet)
        for nummer, rij in enumerate(rijen, start=1):
            wat, hun, onze = rij.regel
            blad.write_string(nummer, 0, wat)
            blad.write_string(nummer, 1, hun[:_MAX_CEL])
            leeg = not onze and wat not in (KOLOM, KNOOP)
            blad.write_string(nummer, 2, onze, open_ if leeg else gewoon)
            if rij.aantal is not None:
                blad.write_number(nummer, 3, rij.aantal)
            blad.write_string(nummer, 4, rij.uitleg[:_MAX_CEL], grijs)
            if wat in bronnen:
                keuze = {"validate": "list", "source": bronnen[wat], "error_type": "warning"}
                blad.data_validation(nummer, 2, nummer, 2, keuze)
        for kolom, breedte in enumerate((11, 34, 34, 8, 60)):
            blad.set_column(kolom, kolom, breedte)
        blad.freeze_panes(1, 0)
        blad.set_landscape()
        blad.fit_to_pages(1, 0)
        if rijen:
            blad.autofilter(0, 0, len(rijen), 4)
        uitleg.set_column(0, 0, 110)
        for nummer, zin in enumerate(_UITLEG):
            uitleg.write_string(nummer, 0, zin, vet if nummer == 0 else None)
    return buffer.getvalue()


def _write_lists(boek: Any) -> dict[str, str]:
    """Write the lists to choose from on a hidden sheet; give their places."""
    blad = boek.add_worksheet(_LIJSTEN)
    blad.hide()
    bronnen: dict[str, str] = {}
    for kolom, (wat, keuzes) in enumerate(_choices().items()):
        blad.write_string(0, kolom, wat)
        for nummer, keuze in enumerate(keuzes, start=1):
            blad.write_string(nummer, kolom, keuze)
        letter = chr(ord("A") + kolom)
        bronnen[wat] = f"={_LIJSTEN}!${letter}$2:${letter}${len(keuzes) + 1}"
    return bronnen
