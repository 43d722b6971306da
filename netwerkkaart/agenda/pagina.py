"""From an agenda to a page: HTML without network or script that prints on one A4; and to rows."""

from __future__ import annotations

from pathlib import Path

from netwerkkaart.agenda.model import Agenda
from netwerkkaart.agenda.passen import KORT
from netwerkkaart.bestanden import make_folder, write_atomic
from netwerkkaart.fiche.bestandsnaam import safe_name
from netwerkkaart.fiche.pagina import read_style, render
from netwerkkaart.fiche.zinnen import day
from netwerkkaart.uitvoer.tabel import Rooster

_KAMER = "netwerkkaart.agenda"
_NAMEN = ("deel", "punt", "toestand", "wat", "vraag", "bewijs")
_KOPPEN = ("Deel", "Punt", "Toestand", "Wat", "Vraag of afspraak", "Bewijs")


def make_page(agenda: Agenda) -> str:
    """The page; the same agenda gives the same bytes."""
    return render(
        "agenda.html.j2",
        read_style("agenda.css", kamer=_KAMER),
        kamer=_KAMER,
        titel=f"Agenda: {agenda.naam}",
        a=agenda,
        kort=KORT,
    )


def as_rooster(agenda: Agenda) -> Rooster:
    """All points, also those that do not fit on the page, as rows with their evidence."""
    return Rooster(
        _title(agenda),
        _NAMEN,
        _KOPPEN,
        [
            (rubriek.kop, punt.kop, punt.merk, punt.tekst, punt.vraag, list(punt.bewijs))
            for rubriek in agenda.rubrieken
            for punt in rubriek.punten
        ],
        agenda.noten,
    )


def on_screen(agenda: Agenda) -> list[Rooster]:
    """What stands on the page as a small table for each part that has points; the sentence first."""
    uit = []
    titel = f"{_title(agenda)}\n\n"
    for rubriek in agenda.rubrieken:
        rijen = [
            (
                f"{p.kop} ({p.merk})" if p.merk else p.kop,
                p.tekst if rubriek.naam == "banden" else p.vraag or p.tekst,
            )
            for p in rubriek.getoond
        ]
        if rijen:
            noot = (f"En nog {rubriek.meer}: alle punten met --uit bestand.xlsx",) if rubriek.meer else ()
            uit.append(Rooster(f"{titel}{rubriek.kop}", ("punt", "wat"), ("Punt", "Wat"), rijen, noot))
            titel = ""
    return uit or [Rooster(titel.strip(), ("punt",), ("Punt",), [])]


def _title(agenda: Agenda) -> str:
    wanneer = f", {day(agenda.volgende)}" if agenda.volgende else ""
    return f"{agenda.naam}{wanneer}. {agenda.zin}"


def page_path(agenda: Agenda, map_: Path) -> Path:
    """Where the page of a forum comes in a folder."""
    return map_ / f"agenda-{safe_name(agenda.naam, agenda.id)}"


def write_agenda(agenda: Agenda, map_: Path) -> Path:
    """Write the page into a folder.

    Raises:
        GebruikersFout: it cannot be written.
    """
    make_folder(map_)
    pad = page_path(agenda, map_)
    write_atomic(pad, make_page(agenda))
    return pad
