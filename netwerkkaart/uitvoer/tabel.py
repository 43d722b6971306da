"""A table on its way out: terminal, CSV, JSON or XLSX, from one neutral form."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime
from pathlib import Path

from netwerkkaart.bestanden import TEKST_BLIJFT_TEKST, csv_safe, write_atomic
from netwerkkaart.fouten import GebruikersFout

VORMEN = (".csv", ".json", ".xlsx", ".parquet", ".arrow")


@dataclass(frozen=True, slots=True)
class Rooster:
    """Rows and columns with what must be said with them.

    Args:
        titel: the finding, as a sentence.
        namen: machine names of the columns, for JSON.
        koppen: headers that people read.
        rijen: values: None, bool, int, float, str, date, or lists of these.
        noten: thresholds, reference date, caveats.
    """

    titel: str
    namen: tuple[str, ...]
    koppen: tuple[str, ...]
    rijen: Sequence[tuple[object, ...]]
    noten: tuple[str, ...] = ()


def as_text(waarde: object) -> str:
    """A value as people read it: lists by ``; ``, numbers with a decimal comma, yes or no.

    >>> as_text(0.254), as_text(True), as_text(["a", "b"]), as_text(None)
    ('0,254', 'ja', 'a; b', '')
    """
    if waarde is None:
        return ""
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, float):
        return f"{waarde:.3f}".rstrip("0").rstrip(".").replace(".", ",")
    if isinstance(waarde, list | tuple):
        return "; ".join(as_text(deel) for deel in waarde)
    if isinstance(waarde, date):
        return waarde.isoformat()
    if is_dataclass(waarde) and not isinstance(waarde, type):
        return ", ".join(as_text(deel) for veld in fields(waarde) if (deel := getattr(waarde, veld.name)))
    return str(waarde)


def write_rooster(rooster: Rooster, pad: Path) -> None:
    """Write a table in the form that the file's ending names.

    Raises:
        GebruikersFout: an ending that is none of ``VORMEN``, or one for which a package is missing.
    """
    ending = pad.suffix.lower()
    if ending == ".csv":
        write_atomic(pad, _csv(rooster))
    elif ending == ".json":
        write_atomic(pad, _json(rooster))
    elif ending == ".xlsx":
        write_atomic(pad, _xlsx(rooster))
    elif ending in VORMEN:
        from netwerkkaart.uitvoer.frames import as_bytes

        write_atomic(pad, as_bytes(rooster.namen, rooster.rijen, ending))
    else:
        raise GebruikersFout(
            f'Deze uitvoer bestaat niet: "{pad.name}".',
            hulp=f"Kies een naam die eindigt op {' of '.join(VORMEN)}.",
        )


def _csv(rooster: Rooster) -> str:
    uit = io.StringIO()
    schrijver = csv.writer(uit, delimiter=";", lineterminator="\n")
    schrijver.writerow(rooster.koppen)
    for rij in rooster.rijen:
        schrijver.writerow([_cell(waarde) for waarde in rij])
    # The byte order mark makes Excel read it as UTF-8.
    return "\ufeff" + uit.getvalue()


def _cell(waarde: object) -> str:
    """Texts are made harmless for a spreadsheet; a number may keep its minus sign."""
    return as_text(waarde) if isinstance(waarde, int | float) else csv_safe(as_text(waarde))


def _json(rooster: Rooster) -> str:
    inhoud = {
        "titel": rooster.titel,
        "noten": list(rooster.noten),
        "kolommen": dict(zip(rooster.namen, rooster.koppen, strict=True)),
        "rijen": [dict(zip(rooster.namen, rij, strict=True)) for rij in rooster.rijen],
    }
    return json.dumps(inhoud, ensure_ascii=False, indent=1, default=_plain) + "\n"


def _plain(waarde: object) -> object:
    if isinstance(waarde, date):
        return waarde.isoformat()
    if is_dataclass(waarde) and not isinstance(waarde, type):
        return {veld.name: getattr(waarde, veld.name) for veld in fields(waarde)}
    if hasattr(waarde, "item"):
        return waarde.item()
    raise TypeError(f"cannot write {type(waarde).__name__} as JSON")


def _xlsx(rooster: Rooster) -> bytes:
    import xlsxwriter

    buffer = io.BytesIO()
    opties = {"in_memory": True, **TEKST_BLIJFT_TEKST}
    with xlsxwriter.Workbook(buffer, opties) as boek:
        boek.set_properties({"title": rooster.titel[:250], "created": _EPOCH})
        blad = boek.add_worksheet("Resultaat")
        vet = boek.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        blad.write_string(0, 0, rooster.titel, boek.add_format({"bold": True, "font_size": 13}))
        for kolom, kop in enumerate(rooster.koppen):
            blad.write_string(1, kolom, kop, vet)
            blad.set_column(kolom, kolom, _width(rooster, kolom))
        for nummer, rij in enumerate(rooster.rijen, start=2):
            for kolom, waarde in enumerate(rij):
                if isinstance(waarde, int | float) and not isinstance(waarde, bool):
                    blad.write_number(nummer, kolom, waarde)
                else:
                    blad.write_string(nummer, kolom, as_text(waarde)[:32_767])
        blad.freeze_panes(2, 1)
        if rooster.rijen:
            blad.autofilter(1, 0, len(rooster.rijen) + 1, len(rooster.koppen) - 1)
        noten = boek.add_worksheet("Toelichting")
        noten.set_column(0, 0, 110)
        for nummer, noot in enumerate((rooster.titel, *rooster.noten)):
            noten.write_string(nummer, 0, noot)
    return buffer.getvalue()


_EPOCH = datetime(2020, 1, 1)
"""A fixed moment, so that the same table gives the same bytes."""


def _width(rooster: Rooster, kolom: int) -> int:
    lengtes = [len(as_text(rij[kolom])) for rij in rooster.rijen[:200]]
    return max(8, min(48, max([len(rooster.koppen[kolom]), *lengtes]) + 2))
