"""Importer of the plain table of relations of every type."""

from __future__ import annotations

from netwerkkaart.importers import Importer
from netwerkkaart.omzetten.relaties import read_relaties

IMPORTER = Importer(
    "relaties",
    "Relaties van elk type: van, naar, relatie, sinds, bron.",
    "Van en naar zijn codes, of namen die maar één keer voorkomen; ook regio:limburg en nis:71016. "
    "Lees eerst de organisaties in. Staat de soort relatie niet in het bestand, geef ze dan met "
    "--vast relatie=WERKT_SAMEN_MET.",
    read_relaties,
)
