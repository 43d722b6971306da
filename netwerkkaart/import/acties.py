"""Importer of a plain table of Actie nodes; its columns are the properties of the schema."""

from __future__ import annotations

from netwerkkaart.importers import Importer
from netwerkkaart.inlezen.tabel import Tabel
from netwerkkaart.omzetten.context import Context, Oogst
from netwerkkaart.omzetten.knopen import read_knopen
from netwerkkaart.schema.knopen import Actie


def _read(tabel: Tabel, context: Context) -> Oogst:
    return read_knopen(tabel, (Actie,), context)


IMPORTER = Importer(
    "acties",
    "Acties die afgesproken zijn.",
    "Wie verantwoordelijk is, gaat met `import relaties` (VERANTWOORDELIJK_VOOR).",
    _read,
)
