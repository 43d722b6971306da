"""Importer of a plain table of GoedePraktijk nodes; its columns are the properties of the schema."""

from __future__ import annotations

from netwerkkaart.importers import Importer
from netwerkkaart.inlezen.tabel import Tabel
from netwerkkaart.omzetten.context import Context, Oogst
from netwerkkaart.omzetten.knopen import read_knopen
from netwerkkaart.schema.knopen import GoedePraktijk


def _read(tabel: Tabel, context: Context) -> Oogst:
    return read_knopen(tabel, (GoedePraktijk,), context)


IMPORTER = Importer(
    "praktijken",
    "Goede praktijken.",
    "Wie ze toepast, gaat met `import relaties` (PAST_TOE).",
    _read,
)
