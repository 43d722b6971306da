"""A workbook with the tables and the graph, for people who look things up in Excel.

Texts stay texts: nothing that begins with ``=`` or looks like a link is run. Dates are dates, numbers are
numbers. It is written row by row and never held in memory as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Any, BinaryIO

from netwerkkaart.bestanden import TEKST_BLIJFT_TEKST
from netwerkkaart.export.gegevens import Gegevens, Knopen, Relaties, Tabel, Veld, stack_relations
from netwerkkaart.export.teksten import characters, render
from netwerkkaart.fouten import GebruikersFout
from netwerkkaart.graph.beeld import Kolom
from netwerkkaart.schema.register import SOORTEN
from netwerkkaart.uitvoer.tabel import as_text

_OPTIES = {"constant_memory": True, **TEKST_BLIJFT_TEKST}
_TOEN = datetime(2020, 1, 1)
"""A fixed moment, so that the same data give the same bytes."""
_GETALLEN = frozenset({"getal", "kommagetal"})
_EERSTE_DAG = date(1900, 3, 1)
"""Before this day Excel counts days wrongly; such a date stays a text."""
_MAX_RIJEN = 1_048_575
_MAX_TEKST = 32_767
_MAX_BREED, _SMAL = 48, 9
_VERBODEN = re.compile(r"[\[\]:*?/\\]")

_Kolommen = list[tuple[Veld, Kolom]]


def write(gegevens: Gegevens, doel: BinaryIO) -> None:
    """Write the workbook. O(cells).

    Raises:
        GebruikersFout: a sheet would be longer than Excel can open.
    """
    import xlsxwriter

    with xlsxwriter.Workbook(doel, _OPTIES) as boek:
        boek.set_properties({"title": gegevens.kop.titel[:250], "created": _TOEN})
        _write_intro(boek, gegevens)
        for naam, kolommen in _sheets(gegevens):
            _write_sheet(boek, naam, kolommen)
        _write_meanings(boek, gegevens)


def _sheets(gegevens: Gegevens) -> Iterator[tuple[str, _Kolommen]]:
    if organisaties := gegevens.organisaties:
        yield "Organisaties", [*_keys(organisaties, soort=True), *organisaties.columns()]
    for tabel in gegevens.overige:
        yield SOORTEN[tabel.naam].soort.meervoud.capitalize(), [*_keys(tabel), *tabel.columns()]
    for naam, relaties in (
        ("Banden", gegevens.banden),
        ("Andere relaties", stack_relations("RELATIES", gegevens.andere_relaties)),
    ):
        if relaties:
            yield naam, [*_ends(relaties, gegevens), *relaties.columns()]


def _keys(tabel: Knopen, *, soort: bool = False) -> _Kolommen:
    return [(Veld("id"), tabel.ids), *([(Veld("soort"), tabel.soort)] if soort else [])]


def _ends(tabel: Relaties, gegevens: Gegevens) -> _Kolommen:
    """Type and ends with their names and kinds, so that nobody has to look a code up; never by code alone."""
    uit: _Kolommen = [(Veld("type"), tabel.type)]
    for kop, einden in (("van", tabel.van), ("naar", tabel.naar)):
        uit += [
            (Veld(kop), einden),
            (Veld(f"{kop}_naam"), [gegevens.namen[id_] for id_ in einden]),
            (Veld(f"{kop}_soort"), [gegevens.labels[id_] for id_ in einden]),
        ]
    return uit


def _write_intro(boek: Any, gegevens: Gegevens) -> None:
    blad = boek.add_worksheet("Lees mij")
    blad.set_column(0, 0, 110)
    blad.write_string(0, 0, gegevens.kop.titel, boek.add_format({"bold": True, "font_size": 13}))
    regels = [
        *gegevens.kop.noten,
        "Elke rij heeft een vaste code (id). Het blad Banden zegt wie met wie werkt: van en naar zijn codes.",
        "Wat elke kolom betekent, staat op het blad Kolommen.",
        "Wijzigingen in dit bestand komen niet in de graaf. Daarvoor dient: netwerkkaart werkboek",
    ]
    for nummer, regel in enumerate(regels, start=1):
        blad.write_string(nummer, 0, regel)


def _write_sheet(boek: Any, naam: str, kolommen: _Kolommen) -> None:
    rijen = len(kolommen[0][1])
    if rijen > _MAX_RIJEN:
        raise GebruikersFout(
            f'Het blad "{naam}" zou {rijen} rijen hebben; Excel opent er hoogstens {_MAX_RIJEN}.',
            hulp="Kies één regio met --regio, of het formaat csv.",
        )
    blad = boek.add_worksheet(_VERBODEN.sub(" ", naam)[:31])
    kop = boek.add_format({"bold": True, "bottom": 1})
    dag = boek.add_format({"num_format": "yyyy-mm-dd"})
    for plek, (veld, kolom) in enumerate(kolommen):
        blad.set_column(plek, plek, _width(veld, kolom))
    blad.freeze_panes(1, 2)
    blad.autofilter(0, 0, rijen, len(kolommen) - 1)
    for plek, (veld, _) in enumerate(kolommen):
        blad.write_string(0, plek, veld.naam, kop)
    schrijvers = [_writer(blad, veld, dag) for veld, _ in kolommen]
    for nummer, rij in enumerate(zip(*(_cells(*deel) for deel in kolommen), strict=True), start=1):
        for plek, waarde in enumerate(rij):
            if waarde is not None:
                schrijvers[plek](nummer, plek, waarde)


def _cells(veld: Veld, kolom: Kolom) -> Sequence[object]:
    """What is written of a column; texts are made once for each different value."""
    if veld.vorm in _GETALLEN or veld.vorm == "datum":
        return kolom
    return [tekst or None for tekst in render(kolom, _cell_text)]


def _writer(blad: Any, veld: Veld, dag: object) -> Callable[[int, int, Any], object]:
    """How the cells of a column are written."""
    soort: Callable[[int, int, Any], object] = blad.write_string
    if veld.vorm in _GETALLEN:
        soort = blad.write_number
    elif veld.vorm == "datum":
        return lambda rij, kolom, waarde: (
            blad.write_datetime(rij, kolom, waarde, dag)
            if waarde >= _EERSTE_DAG
            else blad.write_string(rij, kolom, as_text(waarde))
        )
    return soort


def _cell_text(waarde: object) -> str:
    """A text as a cell shows it: Excel ends lines with a line feed alone."""
    tekst = as_text(waarde)
    if not tekst.isprintable():
        tekst = characters(tekst.replace("\r\n", "\n").replace("\r", "\n"))
    return tekst[:_MAX_TEKST]


def _width(veld: Veld, kolom: Kolom) -> int:
    lengtes = [len(as_text(waarde)) for waarde in kolom[:200]]
    return max(_SMAL, min(_MAX_BREED, max([len(veld.naam), *lengtes]) + 2))


def _write_meanings(boek: Any, gegevens: Gegevens) -> None:
    rijen = [("blad", "kolom", "vorm", "wat het is")]
    bladen: list[tuple[str, Sequence[Tabel]]] = [
        ("Organisaties", [gegevens.organisaties]),
        *((SOORTEN[t.naam].soort.meervoud.capitalize(), [t]) for t in gegevens.overige),
        ("Banden", [gegevens.banden]),
        ("Andere relaties", gegevens.andere_relaties),
    ]
    for naam, tabellen in bladen:
        rijen += dict.fromkeys(_meanings(naam, tabellen))
    blad = boek.add_worksheet("Kolommen")
    for plek, breed in enumerate((20, 24, 12, 90)):
        blad.set_column(plek, plek, breed)
    vet = boek.add_format({"bold": True, "bottom": 1})
    for nummer, rij in enumerate(rijen):
        for plek, tekst in enumerate(rij):
            blad.write_string(nummer, plek, tekst, *([vet] if nummer == 0 else []))


def _meanings(blad: str, tabellen: Sequence[Tabel]) -> Iterable[tuple[str, str, str, str]]:
    for tabel in tabellen:
        for veld in tabel.velden:
            keuzes = f" Een van: {', '.join(veld.keuzes)}." if veld.keuzes else ""
            yield blad, veld.naam, veld.vorm, veld.omschrijving + keuzes
