"""Importer of a plain table of Coordinator nodes; its columns are the properties of the schema."""

from __future__ import annotations

from netwerkkaart.importers import Importer
from netwerkkaart.inlezen.tabel import Tabel
from netwerkkaart.omzetten.context import Context, Oogst
from netwerkkaart.omzetten.knopen import read_knopen
from netwerkkaart.schema.knopen import Coordinator


def _read(tabel: Tabel, context: Context) -> Oogst:
    return read_knopen(tabel, (Coordinator,), context)


IMPORTER = Importer(
    "coordinatoren",
    "Coördinatoren van lerende netwerken en van Samen tegen Schooluitval.",
    "Wie contact heeft met wie, en wie wat coördineert, gaat met `import relaties`.",
    _read,
)
