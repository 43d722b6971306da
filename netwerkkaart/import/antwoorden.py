"""Importer of one filled form of a question round: a workbook, or the file that its page saves."""

from __future__ import annotations

from pathlib import Path

from netwerkkaart.importers import Importer, Leeskeuzes
from netwerkkaart.omzetten.antwoorden import read_antwoord
from netwerkkaart.omzetten.antwoordvorm import FORMAAT, KOPPEN, VERSIE


def _open(pad: Path, keuzes: Leeskeuzes) -> object:  # noqa: ARG001 - a form is opened in one way
    from netwerkkaart.inlezen.antwoordbestand import read_antwoordbestand

    return read_antwoordbestand(pad, FORMAAT, VERSIE, [str(blad) for blad in KOPPEN])


IMPORTER = Importer(
    "antwoorden",
    "Eén ingevuld formulier van een bevraging (XLSX, ODS, of JSON van het webformulier).",
    "Een hele map met antwoorden leest u met `bevraging lees`. Wat een antwoord over banden zegt, blijft "
    "apart bewaard; of een band bevestigd, eenzijdig of betwist is, volgt uit alle antwoorden samen.",
    read_antwoord,
    _open,
)
