"""Importer of the workbook of ``netwerkkaart werkboek``: all its sheets at once."""

from __future__ import annotations

from pathlib import Path

from netwerkkaart.fouten import Afsluitcode, GebruikersFout, OnleesbaarBestand
from netwerkkaart.importers import Importer, Leeskeuzes
from netwerkkaart.inlezen import read_bladen
from netwerkkaart.omzetten.werkboek import Werkboek, read_werkboek
from netwerkkaart.omzetten.werkboekbladen import BLADEN, LIJSTEN, STAND, UITLEG, find_blad


def _open(pad: Path, keuzes: Leeskeuzes) -> Werkboek:
    if keuzes.blad is not None:
        raise GebruikersFout(
            "Van een werkboek worden alle bladen samen gelezen.",
            hulp="Laat --blad weg.",
            code=Afsluitcode.VERKEERD_GEBRUIK,
        )
    onbekend: list[str] = []

    def is_ours(naam: str) -> bool:
        if find_blad(naam) or naam == STAND:
            return True
        if naam not in (UITLEG, LIJSTEN):
            onbekend.append(naam)
        return False

    tabellen = read_bladen(
        pad, codering=keuzes.codering, scheidingsteken=keuzes.scheidingsteken, alleen=is_ours
    )
    bladen = [tabel for tabel in tabellen if tabel.blad != STAND]
    if not bladen:
        wat = f"; wel: {', '.join(filter(None, onbekend))}" if any(onbekend) else ""
        raise OnleesbaarBestand(
            f"{pad.name} is geen werkboek: er is geen blad met een naam die het programma kent{wat}.",
            hulp=f"De bladen heten {', '.join(b.naam for b in BLADEN)}. Een gewone tabel leest u in met "
            "netwerkkaart import organisaties (of relaties, aanbod …).",
        )
    stand = [tabel for tabel in tabellen if tabel.blad == STAND]
    rijen = [(cellen[0], cellen[1]) for _, cellen in stand[0] if len(cellen) > 1] if stand else None
    return Werkboek(pad.name, bladen, rijen, tuple(onbekend), tabellen[0].inhoud_sha256)


IMPORTER = Importer(
    "werkboek",
    "Het werkboek van `netwerkkaart werkboek`: alle bladen in één keer.",
    "Wat u wijzigde, verandert; wat u leegmaakte, wordt leeg; nieuwe rijen komen erbij. Wat u weghaalde (een "
    "rij, of een naam in een cel), wordt alleen beëindigd als u dat bevestigt.",
    read_werkboek,
    _open,
)
