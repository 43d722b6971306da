"""Importer of a plain table of Overleg nodes; its columns are the properties of the schema."""

from __future__ import annotations

from netwerkkaart.importers import Importer
from netwerkkaart.inlezen.tabel import Tabel
from netwerkkaart.omzetten.context import Context, Oogst
from netwerkkaart.omzetten.knopen import read_knopen
from netwerkkaart.schema.knopen import Overleg


def _read(tabel: Tabel, context: Context) -> Oogst:
    return read_knopen(tabel, (Overleg,), context)


IMPORTER = Importer(
    "overleg",
    "Bijeenkomsten van fora en lerende netwerken.",
    "Van welk forum, wie aanwezig was en wat op de agenda stond, gaat met `import relaties`.",
    _read,
)
