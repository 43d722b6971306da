"""Writing the sheets of rows: header, example, rows, drop-downs, colours, protection, print."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from netwerkkaart.omzetten.werkboekbladen import VOORBEELD, Blad, Knoopblad
from netwerkkaart.omzetten.werkboekstand import Standrij
from netwerkkaart.omzetten.werkboektekst import Cel, make_cells
from netwerkkaart.omzetten.werkboekvorm import Kolom
from netwerkkaart.werkboek.lijsten import is_open, list_of
from netwerkkaart.werkboek.opmaak import (
    STAAL,
    Stijlen,
    cell_style,
    example_style,
    is_long,
    print_columns,
    row_height,
    width,
)

LAATSTE_RIJ, LAATSTE_KOLOM = 1_048_575, 16_383
"""Last row and column of a sheet, counted from 0: choices and colours hold for rows to come as well."""

EERSTE_RIJ = 3
"""Where the rows begin, as Excel shows it: below the header and the example."""

_TE_VERGELIJKEN = 20_000_000
"""Names times rows above which cells are not compared with a list: LibreOffice would do it for minutes."""

_MAG = {
    "sort": True,
    "autofilter": True,
    "insert_rows": True,
    "delete_rows": True,
    "format_cells": True,
    "format_columns": True,
    "format_rows": True,
}


@dataclass(frozen=True)
class Rijcellen:
    """The cells of the rows of a sheet, made when they are asked for.

    Args:
        kolommen: the columns of the sheet.
        voorbeeld: the cells of its example row.
        rijen: its rows.
        getoond: how each node is shown, by id.
    """

    kolommen: Sequence[Kolom]
    voorbeeld: Sequence[Cel]
    rijen: Sequence[Standrij]
    getoond: Mapping[str, str]

    def __len__(self) -> int:
        return len(self.rijen)

    def __iter__(self) -> Iterator[list[Cel]]:
        return make_cells(self.kolommen, self.rijen, self.getoond)

    @cached_property
    def widths(self) -> list[int]:
        """Width of each column, judged by the example and by some rows evenly over the sheet."""
        staal: list[Sequence[Cel]] = [self.voorbeeld]
        staal += make_cells(self.kolommen, self.rijen[:: len(self.rijen) // STAAL + 1], self.getoond)
        return [width(kolom, [rij[nr] for rij in staal]) for nr, kolom in enumerate(self.kolommen)]

    def height(self, cellen: Sequence[Cel]) -> int:
        """Height of a row in points."""
        return row_height(cellen, self._long)

    @cached_property
    def _long(self) -> Mapping[int, int]:
        return {nr: self.widths[nr] for nr, kolom in enumerate(self.kolommen) if is_long(kolom)}


def write_blad(
    boek: Any,
    blad: Blad,
    cellen: Rijcellen,
    lijsten: Mapping[str, Sequence[str]],
    stijlen: Stijlen,
    voettekst: str,
) -> None:
    """Write one sheet without its rows; these are put in afterwards (:mod:`.rijen`)."""
    kolommen = cellen.kolommen
    werk = boek.add_worksheet(blad.naam)
    _columns(werk, cellen, stijlen)
    _header(werk, kolommen, stijlen)
    werk.set_row(1, cellen.height(cellen.voorbeeld))
    _write_row(werk, 1, cellen.voorbeeld, [example_style(stijlen, k) for k in kolommen])
    zichtbaar = len(kolommen) - (kolommen[-1].aard == "sleutel")
    for plaats, kolom in enumerate(kolommen[:zichtbaar]):
        _choices(werk, blad, kolom, plaats, lijsten)
        _colours(werk, blad, kolommen, plaats, len(cellen) + 1, lijsten, stijlen)
    # Also beyond the table: a row can only be removed when all its cells are unlocked.
    werk.set_column(len(kolommen), LAATSTE_KOLOM, 12, stijlen.tekst)
    werk.freeze_panes(1, 2)
    laatste = len(cellen) + EERSTE_RIJ - 2
    werk.autofilter(0, 0, laatste, zichtbaar - 1)
    werk.protect("", _MAG)
    werk.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    _print_settings(werk, blad.naam, print_columns(cellen.widths[:zichtbaar]), voettekst)


def _columns(werk: Any, cellen: Rijcellen, stijlen: Stijlen) -> None:
    for plaats, (kolom, breedte) in enumerate(zip(cellen.kolommen, cellen.widths, strict=True)):
        opties = {"hidden": True} if kolom.aard == "sleutel" else {}
        werk.set_column(plaats, plaats, breedte, cell_style(stijlen, kolom), opties)


def _header(werk: Any, kolommen: Sequence[Kolom], stijlen: Stijlen) -> None:
    werk.set_row(0, 34, stijlen.kop)
    for plaats, kolom in enumerate(kolommen):
        werk.write_string(0, plaats, kolom.kop, stijlen.kop_verplicht if kolom.verplicht else stijlen.kop)
        if kolom.aard != "sleutel":
            tekst = _remark(kolom)
            hoogte = 40 + 16 * (len(tekst) // 42 + tekst.count("\n") + 1)
            grootte = {"width": 330, "height": hoogte, "font_size": 9, "color": "#FFFDEB"}
            werk.write_comment(0, plaats, tekst, grootte)


def _remark(kolom: Kolom) -> str:
    """What stands in the remark on a header: what it means, what a cell may hold, what the words mean."""
    delen = [kolom.uitleg]
    if kolom.verplicht:
        delen.append("Verplicht.")
    if kolom.verwacht:
        delen.append(f"In de cel: {kolom.verwacht}.")
    if kolom.vocabularium is not None:
        delen += [
            f"{term.code}: {term.uitleg or term.woord}"
            for term in kolom.vocabularium.termen
            if term.uitleg or term.woord != term.code
        ]
    return "\n".join(delen)


def _write_row(werk: Any, nr: int, cellen: Sequence[Cel], opmaak: Sequence[Any]) -> None:
    for plaats, cel in enumerate(cellen):
        if cel is None or cel == "":
            continue
        if isinstance(cel, str):
            werk.write_string(nr, plaats, cel, opmaak[plaats])
        else:
            werk.write_number(nr, plaats, cel, opmaak[plaats])


def _choices(werk: Any, blad: Blad, kolom: Kolom, plaats: int, lijsten: Mapping[str, Sequence[str]]) -> None:
    """A drop-down where a cell holds one value; where it may hold several, a hint when it is entered."""
    naam = list_of(blad, kolom)
    if naam:
        if not lijsten.get(naam):
            return
        keuze: dict[str, Any] = {"validate": "list", "source": f"=lijst_{naam}", "ignore_blank": True}
        if is_open(naam):
            keuze |= {
                "error_type": "warning",
                "error_title": "Niet in de lijst",
                "error_message": "Deze naam staat niet in de lijst. Is hij nieuw, voeg hem dan ook toe op "
                "het blad waar hij hoort.",
            }
        else:
            keuze |= {"error_title": "Niet in de lijst", "error_message": "Kies een waarde uit de lijst."}
        werk.data_validation(1, plaats, LAATSTE_RIJ, plaats, keuze)
    elif kolom.vocabularium is not None or kolom.verband is not None or kolom.aard == "id":
        hint = {"validate": "any", "input_title": kolom.naam[:32], "input_message": _hint(kolom)}
        werk.data_validation(1, plaats, LAATSTE_RIJ, plaats, hint)


def _hint(kolom: Kolom) -> str:
    if kolom.vocabularium is not None:
        tekst = f"Eén of meer, gescheiden door een puntkomma: {'; '.join(kolom.vocabularium.codes)}. Of: alle"
    elif kolom.aard == "id":
        tekst = "Laat deze cel leeg op een nieuwe rij, en wijzig ze niet op een andere."
    else:
        tekst = f"{kolom.uitleg} Meer dan één? Zet er een puntkomma tussen."
    return tekst[:255]


def _colours(
    werk: Any,
    blad: Blad,
    kolommen: Sequence[Kolom],
    plaats: int,
    aantal: int,
    lijsten: Mapping[str, Sequence[str]],
    stijlen: Stijlen,
) -> None:
    """Show what is missing, what is not in a list, and what is new, on a sheet with so many rows."""
    kolom = kolommen[plaats]
    cel = f"{column_letter(plaats)}2"
    gevuld = _row_in_use(kolommen)
    niet_voorbeeld = f'LEFT($A2,{len(VOORBEELD)})<>"{VOORBEELD}"'

    def paint(voorwaarde: str, stijl: Any) -> None:
        regel = {"type": "formula", "criteria": f"=AND({voorwaarde},{niet_voorbeeld})", "format": stijl}
        werk.conditional_format(1, plaats, LAATSTE_RIJ, plaats, regel)

    leeg = f"LEN({cel})=0"
    if kolom.verplicht:
        paint(f"{leeg},{gevuld}", stijlen.ontbreekt)
    elif kolom.naam in blad.nuttig:
        alleen = _only_for(blad, kolom, kolommen)
        paint(f"{leeg},{gevuld}{alleen}", stijlen.nuttig)
    naam = list_of(blad, kolom)
    if naam and 0 < len(lijsten[naam]) * aantal < _TE_VERGELIJKEN:
        stijl = stijlen.nieuwe_naam if is_open(naam) else stijlen.onbekend
        paint(f"LEN({cel})>0,COUNTIF(lijst_{naam},{cel})=0", stijl)


def _row_in_use(kolommen: Sequence[Kolom]) -> str:
    """True for a row in which one of the first columns holds something."""
    einde = column_letter(min(len(kolommen) - 1, 5))
    return f"COUNTA($A2:${einde}2)>0"


def _only_for(blad: Blad, kolom: Kolom, kolommen: Sequence[Kolom]) -> str:
    """A property that not every kind on the sheet has is only missed where it can be."""
    if not isinstance(blad, Knoopblad) or kolom.eigenschap is None or len(blad.modellen) == 1:
        return ""
    labels = [m.soort.label for m in blad.modellen if kolom.naam in m.model_fields]
    soort = next(nr for nr, k in enumerate(kolommen) if k.aard == "soort")
    keuze = ",".join(f'${column_letter(soort)}2="{label}"' for label in labels)
    return f",OR({keuze})"


def column_letter(plaats: int) -> str:
    """Letter of a column as Excel shows it, counted from 0."""
    from xlsxwriter.utility import xl_col_to_name

    return str(xl_col_to_name(plaats))


def _print_settings(werk: Any, naam: str, kolommen: int, voettekst: str) -> None:
    werk.set_landscape()
    werk.set_paper(9)
    werk.hide_gridlines(0)
    werk.fit_to_pages(1, 0)
    werk.repeat_rows(0)
    werk.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    # Whole columns: rows that are added are printed too, and no page without any.
    werk.print_area(0, 0, LAATSTE_RIJ, kolommen - 1)
    werk.set_footer(f"&L&8{voettekst}&C&8{naam}&R&8&P / &N")
