"""Importer of a plain table of LerendNetwerk nodes; its columns are the properties of the schema."""

from __future__ import annotations

from netwerkkaart.importers import Importer
from netwerkkaart.inlezen.tabel import Tabel
from netwerkkaart.omzetten.context import Context, Oogst
from netwerkkaart.omzetten.knopen import read_knopen
from netwerkkaart.schema.knopen import LerendNetwerk


def _read(tabel: Tabel, context: Context) -> Oogst:
    return read_knopen(tabel, (LerendNetwerk,), context)


IMPORTER = Importer(
    "netwerken",
    "Lerende netwerken.",
    "De leden gaan met `import relaties` (relatie LID_VAN).",
    _read,
)
