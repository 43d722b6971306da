"""Importer of a plain table of Inventarisatie nodes; its columns are the properties of the schema."""

from __future__ import annotations

from netwerkkaart.importers import Importer
from netwerkkaart.inlezen.tabel import Tabel
from netwerkkaart.omzetten.context import Context, Oogst
from netwerkkaart.omzetten.knopen import read_knopen
from netwerkkaart.schema.knopen import Inventarisatie


def _read(tabel: Tabel, context: Context) -> Oogst:
    return read_knopen(tabel, (Inventarisatie,), context)


IMPORTER = Importer(
    "inventarisaties",
    "Wat in kaart gebracht is, per regio, thema, stap en doelgroep.",
    "Alleen wat hier staat, geldt als in kaart gebracht. Zo blijft een hiaat iets anders dan een witte vlek.",
    _read,
)
