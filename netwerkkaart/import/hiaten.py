"""Importer of a plain table of Hiaat nodes; its columns are the properties of the schema."""

from __future__ import annotations

from netwerkkaart.importers import Importer
from netwerkkaart.inlezen.tabel import Tabel
from netwerkkaart.omzetten.context import Context, Oogst
from netwerkkaart.omzetten.knopen import read_knopen
from netwerkkaart.schema.knopen import Hiaat


def _read(tabel: Tabel, context: Context) -> Oogst:
    return read_knopen(tabel, (Hiaat,), context)


IMPORTER = Importer(
    "hiaten",
    "Hiaten die partners melden.",
    "Wie het meldde, gaat met `import relaties` (GEMELD_DOOR). Gemelde hiaten blijven intern.",
    _read,
)
