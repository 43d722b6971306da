"""Importer of the list by which the forms of a question round are sent: who was asked."""

from __future__ import annotations

from netwerkkaart.importers import Importer
from netwerkkaart.omzetten.verzendlijst import read_verzendlijst

IMPORTER = Importer(
    "verzendlijst",
    "De verzendlijst van een bevraging: wie een formulier krijgt.",
    "`bevraging maak` schrijft en leest deze lijst zelf. Schrapte u daarna rijen of voegde u er toe, lees ze "
    "dan opnieuw in; wie al in de graaf staat als bevraagd, blijft dat.",
    read_verzendlijst,
)
