"""Importer of a plain table of Afspraak nodes; its columns are the properties of the schema."""

from __future__ import annotations

from netwerkkaart.importers import Importer
from netwerkkaart.inlezen.tabel import Tabel
from netwerkkaart.omzetten.context import Context, Oogst
from netwerkkaart.omzetten.knopen import read_knopen
from netwerkkaart.schema.knopen import Afspraak


def _read(tabel: Tabel, context: Context) -> Oogst:
    return read_knopen(tabel, (Afspraak,), context)


IMPORTER = Importer(
    "afspraken",
    "Afspraken over snelle interventies.",
    "Wie partij is, gaat met `import relaties` (PARTIJ_BIJ).",
    _read,
)
