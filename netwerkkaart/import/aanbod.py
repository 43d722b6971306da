"""Importer of a plain table of Aanbod nodes; its columns are the properties of the schema."""

from __future__ import annotations

from netwerkkaart.importers import Importer
from netwerkkaart.inlezen.tabel import Tabel
from netwerkkaart.omzetten.context import Context, Oogst
from netwerkkaart.omzetten.knopen import read_knopen
from netwerkkaart.schema.knopen import Aanbod


def _read(tabel: Tabel, context: Context) -> Oogst:
    return read_knopen(tabel, (Aanbod,), context)


IMPORTER = Importer(
    "aanbod",
    "Wat organisaties aanbieden: stap, thema, doelgroep, plaatsen, wachttijd.",
    "Wie het biedt en welke gemeenten het bereikt, gaat met `import relaties` (BIEDT en BEREIKT).",
    _read,
)
