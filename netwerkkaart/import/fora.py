"""Importer of a plain table of Forum nodes; its columns are the properties of the schema."""

from __future__ import annotations

from netwerkkaart.importers import Importer
from netwerkkaart.inlezen.tabel import Tabel
from netwerkkaart.omzetten.context import Context, Oogst
from netwerkkaart.omzetten.knopen import read_knopen
from netwerkkaart.schema.knopen import Forum


def _read(tabel: Tabel, context: Context) -> Oogst:
    return read_knopen(tabel, (Forum,), context)


IMPORTER = Importer(
    "fora",
    "Bestaande overlegfora.",
    "Wie eraan deelneemt, gaat met `import relaties` (relatie NEEMT_DEEL_AAN).",
    _read,
)
