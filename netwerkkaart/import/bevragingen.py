"""Importer of a plain table of Bevraging nodes; its columns are the properties of the schema."""

from __future__ import annotations

from netwerkkaart.importers import Importer
from netwerkkaart.inlezen.tabel import Tabel
from netwerkkaart.omzetten.context import Context, Oogst
from netwerkkaart.omzetten.knopen import read_knopen
from netwerkkaart.schema.knopen import Bevraging


def _read(tabel: Tabel, context: Context) -> Oogst:
    return read_knopen(tabel, (Bevraging,), context)


IMPORTER = Importer(
    "bevragingen",
    "Vraagrondes bij partners.",
    "Wie bevraagd is, gaat met `import relaties` (BEVRAAGD_IN).",
    _read,
)
