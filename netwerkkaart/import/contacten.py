"""Importer of a plain table of Contactpersoon nodes; its columns are the properties of the schema."""

from __future__ import annotations

from netwerkkaart.importers import Importer
from netwerkkaart.inlezen.tabel import Tabel
from netwerkkaart.omzetten.context import Context, Oogst
from netwerkkaart.omzetten.knopen import read_knopen
from netwerkkaart.schema.knopen import Contactpersoon


def _read(tabel: Tabel, context: Context) -> Oogst:
    return read_knopen(tabel, (Contactpersoon,), context)


IMPORTER = Importer(
    "contacten",
    "Contactpersonen: alleen professionele gegevens.",
    "Contactpersonen staan standaard in geen enkele kaart, rapport of uitvoer.",
    _read,
)
