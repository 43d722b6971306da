"""The workbook as a file: all sheets together, the same bytes for the same data and moment."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import xlsxwriter

from netwerkkaart.bestanden import TEKST_BLIJFT_TEKST
from netwerkkaart.graph.bulk import paused_collector
from netwerkkaart.omzetten.werkboekbladen import BLADEN, LIJSTEN, STAND, UITLEG
from netwerkkaart.omzetten.werkboekstand import KOPPEN, Stand, write_stand
from netwerkkaart.omzetten.werkboekvoorbeeld import example_cells
from netwerkkaart.omzetten.werkboekvorm import columns
from netwerkkaart.schema.vocabularia import REGIO
from netwerkkaart.werkboek.bladen import EERSTE_RIJ, Rijcellen, column_letter, write_blad
from netwerkkaart.werkboek.lijsten import make_lists
from netwerkkaart.werkboek.opmaak import make_styles
from netwerkkaart.werkboek.rijen import put_rows
from netwerkkaart.werkboek.uitleg import write_uitleg


def make_werkboek(stand: Stand) -> bytes:
    """The workbook as the bytes of an XLSX. Texts are texts: nothing is taken for a formula or a link.

    O(cells); rows are made one by one, so that memory does not grow with them.
    """
    buffer = io.BytesIO()
    opties = {
        "in_memory": True,
        **TEKST_BLIJFT_TEKST,
        "default_date_format": "yyyy-mm-dd",
    }
    merk = stand.merk
    with paused_collector(), xlsxwriter.Workbook(buffer, opties) as boek:
        gemaakt = datetime.fromisoformat(merk.gemaakt).replace(tzinfo=None)
        boek.set_properties({"title": "Werkboek Netwerkkaart", "created": gemaakt})
        boek.set_size(2400, 1500)
        stijlen = make_styles(boek)
        write_uitleg(boek, merk, {naam: len(rijen) for naam, rijen in stand.bladen.items()}, merk.personen)
        lijsten = make_lists(stand)
        getoond = {naam.id: naam.getoond for naam in stand.namen}
        regio = REGIO.woord(merk.regio) if merk.regio else "alle regio's"
        voettekst = f"Netwerkkaart · {regio} · {merk.gemaakt[:10]} · intern"
        rijen: dict[int, Rijcellen] = {}
        for blad in BLADEN:
            if merk.personen or not blad.personen:
                kolommen = columns(blad, merk.personen)
                eigen = stand.bladen.get(blad.naam, ())
                cellen = Rijcellen(kolommen, example_cells(blad, kolommen), eigen, getoond)
                rijen[len(boek.worksheets()) + 1] = cellen
                write_blad(boek, blad, cellen, lijsten, stijlen, voettekst)
        _write_lists(boek, lijsten)
        _write_stand(boek, stand)
        boek.get_worksheet_by_name(UITLEG).activate()
    with paused_collector():
        return put_rows(buffer.getvalue(), rijen, EERSTE_RIJ)


def _write_lists(boek: Any, lijsten: Mapping[str, Sequence[str]]) -> None:
    """The lists, a column each, with a name that the drop-downs use."""
    werk = boek.add_worksheet(LIJSTEN)
    tekst = boek.add_format({"num_format": "@"})
    namen = [naam for naam, waarden in lijsten.items() if waarden]
    for rij in range(1 + max((len(lijsten[naam]) for naam in namen), default=0)):
        for plaats, naam in enumerate(namen):
            waarden = lijsten[naam]
            if rij == 0:
                werk.write_string(0, plaats, naam, tekst)
            elif rij <= len(waarden):
                werk.write_string(rij, plaats, waarden[rij - 1], tekst)
    for plaats, naam in enumerate(namen):
        letter = column_letter(plaats)
        boek.define_name(f"lijst_{naam}", f"={LIJSTEN}!${letter}$2:${letter}${len(lijsten[naam]) + 1}")
    werk.hide()
    werk.protect()


def _write_stand(boek: Any, stand: Stand) -> None:
    werk = boek.add_worksheet(STAND)
    tekst = boek.add_format({"num_format": "@"})
    for nr, rij in enumerate((KOPPEN, *write_stand(stand))):
        for plaats, cel in enumerate(rij):
            werk.write_string(nr, plaats, cel, tekst)
    werk.very_hidden()
    werk.protect()
