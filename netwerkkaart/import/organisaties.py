"""Importer of the plain table of organisations of every kind."""

from __future__ import annotations

from netwerkkaart.importers import Importer
from netwerkkaart.inlezen.tabel import Tabel
from netwerkkaart.omzetten.context import Context, Oogst
from netwerkkaart.omzetten.knopen import read_knopen
from netwerkkaart.schema.organisaties import ORGANISATIES


def _read(tabel: Tabel, context: Context) -> Oogst:
    return read_knopen(tabel, ORGANISATIES, context)


IMPORTER = Importer(
    "organisaties",
    "Organisaties van elke soort: id, naam, soort, adres, thema's, stappen.",
    "Verplicht zijn id, naam en soort. Een eigen woord voor een soort vertaalt u met "
    '--waarde soort:OCMW=LokaalBestuur, een andere kop met --kolom "Naam instelling=naam".',
    _read,
)
