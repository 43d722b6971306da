"""The example of a scenario as a file to fill in: XLSX with choices and an explanation, or plain CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from netwerkkaart.analyse.scenario_tabel import Doe
from netwerkkaart.analyse.scenario_voorbeeld import KOLOMMEN, UITLEG
from netwerkkaart.bestanden import TEKST_BLIJFT_TEKST, write_atomic
from netwerkkaart.fouten import GebruikersFout
from netwerkkaart.schema.register import BANDEN
from netwerkkaart.schema.vocabularia import fold

BLAD, UITLEGBLAD = "Scenario", "Uitleg"
_RIJEN = 500
"""Rows for which the choices are offered."""
_KEUZES: dict[str, tuple[str, ...]] = {
    "doe": tuple(map(str, Doe)),
    "wat": ("band", "organisatie", "aanbod"),
    "relatie": BANDEN,
}
_EPOCH = datetime(2020, 1, 1)


def is_table_sheet(naam: str) -> bool:
    """Whether a sheet of the file holds the scenario: any but the explanation.

    >>> is_table_sheet("Scenario"), is_table_sheet("uitleg")
    (True, False)
    """
    return fold(naam) != fold(UITLEGBLAD)


def write_example(rijen: Sequence[tuple[str, ...]], pad: Path) -> None:
    """Write the example in the form that the file's ending names.

    Raises:
        GebruikersFout: an ending that is neither ``.xlsx`` nor ``.csv``, or the file exists already.
    """
    if pad.exists():
        raise GebruikersFout(f"{pad.name} bestaat al.", hulp="Kies een andere naam, of haal het bestand weg.")
    ending = pad.suffix.lower()
    if ending == ".xlsx":
        write_atomic(pad, _xlsx(rijen))
    elif ending == ".csv":
        uit = io.StringIO()
        csv.writer(uit, delimiter=";", lineterminator="\n").writerows([KOLOMMEN, *rijen])
        write_atomic(pad, "\ufeff" + uit.getvalue())
    else:
        raise GebruikersFout(
            f'Deze vorm bestaat niet: "{pad.name}".', hulp="Kies een naam die eindigt op .xlsx of .csv."
        )


def _xlsx(rijen: Sequence[tuple[str, ...]]) -> bytes:
    import xlsxwriter

    buffer = io.BytesIO()
    opties = {"in_memory": True, **TEKST_BLIJFT_TEKST}
    with xlsxwriter.Workbook(buffer, opties) as boek:
        boek.set_properties({"title": "Scenario", "created": _EPOCH})
        blad = boek.add_worksheet(BLAD)
        vet, tekst = boek.add_format({"bold": True, "bottom": 1}), boek.add_format({"num_format": "@"})
        for plaats, kop in enumerate(KOLOMMEN):
            breedte = max([len(kop), *(min(len(rij[plaats]), 40) for rij in rijen)]) + 2
            blad.set_column(plaats, plaats, breedte, tekst)
            blad.write_string(0, plaats, kop, vet)
            if kop in _KEUZES:
                regel = {"validate": "list", "source": list(_KEUZES[kop]), "error_type": "warning"}
                blad.data_validation(1, plaats, _RIJEN, plaats, regel)
        for nummer, rij in enumerate(rijen, start=1):
            for plaats, cel in enumerate(rij):
                if cel:
                    blad.write_string(nummer, plaats, cel, tekst)
        blad.freeze_panes(1, 2)
        uitleg = boek.add_worksheet(UITLEGBLAD)
        uitleg.set_column(0, 0, 120)
        for nummer, regel_ in enumerate(("Zo vult u dit in", *UITLEG)):
            uitleg.write_string(nummer, 0, regel_, vet if not nummer else None)
    return buffer.getvalue()
