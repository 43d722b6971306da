"""Writing the tables as a coordinator keeps them: CSV that Excel opens, and one workbook."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from netwerkkaart.bestanden import write_atomic
from netwerkkaart.demo.model import Relatie, Rij

_EERST = ("van", "naar", "relatie", "sinds", "tot", "bron", "bron_datum", "sterkte", "stap", "via")


@dataclass(frozen=True, slots=True)
class DemoBestand:
    """One file that was written.

    Args:
        pad: where it stands.
        importer: name of the importer that reads it.
        rijen: number of rows below the header.
    """

    pad: Path
    importer: str
    rijen: int


def write_tabel(pad: Path, importer: str, rijen: Sequence[Rij], datum: date) -> DemoBestand:
    """Write rows as CSV, or as a workbook when the name ends in ``.xlsx``. Same rows, same bytes."""
    kolommen = _columns(rijen)
    cellen = [[rij.get(kolom, "") for kolom in kolommen] for rij in rijen]
    inhoud = _xlsx(kolommen, cellen, pad.stem, datum) if pad.suffix == ".xlsx" else _csv([kolommen, *cellen])
    write_atomic(pad, inhoud)
    return DemoBestand(pad, importer, len(rijen))


def relatierijen(relaties: Iterable[Relatie]) -> list[Rij]:
    """Rows of the plain table of relations."""
    return [{"van": r.van, "naar": r.naar, "relatie": r.type, **r.eigenschappen} for r in relaties]


def _columns(rijen: Sequence[Rij]) -> list[str]:
    """Every column that some row fills, as the rows have them; empty columns are left out.

    Relations differ from row to row, so their first columns have a fixed order.
    """
    gevuld = {kolom: None for rij in rijen for kolom, waarde in rij.items() if waarde}
    if "van" not in gevuld:
        return list(gevuld)
    return [*(k for k in _EERST if k in gevuld), *(k for k in gevuld if k not in _EERST)]


def _csv(rijen: Iterable[Sequence[str]]) -> bytes:
    buffer = io.StringIO(newline="")
    csv.writer(buffer, delimiter=";", lineterminator="\r\n").writerows(rijen)
    return buffer.getvalue().encode("utf-8-sig")  # with a mark, so that Excel sees UTF-8


def _xlsx(kolommen: Sequence[str], cellen: Sequence[Sequence[str]], naam: str, datum: date) -> bytes:
    import xlsxwriter

    buffer = io.BytesIO()
    boek = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_numbers": False})
    # A fixed moment of making: otherwise the same demo would give other bytes each second.
    boek.set_properties({"created": datetime(datum.year, datum.month, datum.day, tzinfo=UTC)})
    blad = boek.add_worksheet(naam)
    vet = boek.add_format({"bold": True})
    for nr, rij in enumerate([kolommen, *cellen]):
        for kolom, waarde in enumerate(rij):
            if waarde:
                blad.write_string(nr, kolom, waarde, *([vet] if nr == 0 else []))
    blad.freeze_panes(1, 2)
    blad.autofilter(0, 0, len(cellen), len(kolommen) - 1)
    boek.close()
    return buffer.getvalue()
