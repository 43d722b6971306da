"""What a cell of the workbook says, from what is stored: one rule for writing and for comparing.

Reading back asks of each cell whether it still says what was written. So both directions make the cells
from the same rows (:class:`~netwerkkaart.omzetten.werkboekstand.Standrij`) by the same functions.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache

from netwerkkaart import gebied
from netwerkkaart.inlezen.kind import als_tekst
from netwerkkaart.inlezen.raster import genormaliseerd, schoon
from netwerkkaart.omzetten.werkboekbladen import GEMEENTE
from netwerkkaart.omzetten.werkboekstand import Standrij
from netwerkkaart.omzetten.werkboekvorm import Kolom
from netwerkkaart.schema.register import Eigenschap, Misvorming, Waarde, flatten, read_value, relation_word
from netwerkkaart.schema.vocabularia import fold

Cel = str | int | float | None

MAX_CEL = 30_000
"""Characters that we write in one cell; Excel takes 32,767."""

SCHEIDING = "; "
# What XML cannot hold, or a spreadsheet would change on its own.
_ONMOGELIJK = re.compile("[\x00-\x09\x0b-\x1f\x7f\ufffe\uffff]")


def cell_text(tekst: str) -> str:
    r"""A text as a cell can hold it: signs that no workbook keeps become blanks.

    >>> cell_text("a\r\nb\x0bc")
    'a\nb c'
    """
    return _ONMOGELIJK.sub(" ", tekst.replace("\r\n", "\n").replace("\r", "\n"))


def make_cells(
    kolommen: Sequence[Kolom], rijen: Iterable[Standrij], getoond: Mapping[str, str]
) -> Iterator[list[Cel]]:
    """The cells of exported rows. O(cells).

    Args:
        kolommen: the columns of their sheet.
        rijen: the rows.
        getoond: how each node is shown, by id; an id that is not there is shown as it is.
    """
    makers = [_maker(kolom, getoond) for kolom in kolommen]
    return ([make(rij) for make in makers] for rij in rijen)


def _maker(kolom: Kolom, getoond: Mapping[str, str]) -> Callable[[Standrij], Cel]:
    """Makes the cells of one column; most are empty, so that is asked first."""
    eigenschap, naam = kolom.eigenschap, kolom.naam
    if eigenschap is None:
        return lambda rij: _cell(kolom, rij, getoond)
    if naam == "via":
        return lambda rij: (
            getoond.get(str(rij.velden[naam]), str(rij.velden[naam])) if naam in rij.velden else None
        )
    return lambda rij: value_cell(eigenschap, rij.velden) if naam in rij.velden else None


def _cell(kolom: Kolom, rij: Standrij, getoond: Mapping[str, str]) -> Cel:
    if kolom.verband is not None:
        einden = rij.verbanden.get(kolom.naam, {})
        if kolom.verband is GEMEENTE:
            return SCHEIDING.join(municipality_name(id_) for id_ in sorted(einden)) or None
        return ends_text(einden, getoond) or None
    if kolom.aard == "einde":
        einde = rij.van if kolom.naam == "van" else rij.naar
        return getoond.get(einde, einde)
    if kolom.aard == "relatie":
        return relation_word(rij.soort)
    return rij.soort if kolom.aard == "soort" else rij.sleutel


def value_cell(eigenschap: Eigenschap, velden: Mapping[str, Waarde]) -> Cel:
    """One stored property as a cell.

    >>> from netwerkkaart.schema.register import SOORTEN, properties_of
    >>> tot = properties_of(SOORTEN["School"])["tot"]
    >>> value_cell(tot, {"tot": date(2025, 1, 1), "tot_precisie": "jaar"}), value_cell(tot, {})
    ('2024', None)
    """
    waarde = velden.get(eigenschap.naam)
    if waarde is None:
        return None
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, int | float):
        return waarde
    if isinstance(waarde, date):
        return _date_text(eigenschap, waarde, str(velden.get(f"{eigenschap.naam}_precisie", "dag")))
    if isinstance(waarde, list):
        is_plaats = eigenschap.vorm.naam == "gemeenten"
        delen = sorted(map(municipality_name, waarde), key=fold) if is_plaats else waarde
        return cell_text(SCHEIDING.join(delen))
    return cell_text(waarde)


@lru_cache(maxsize=1 << 14)
def _date_text(eigenschap: Eigenschap, dag: date, precisie: str) -> str:
    """The shortest text that is read back as this date with this precision; else the day."""
    vorige = date.fromordinal(dag.toordinal() - 1)
    for tekst in (f"{dag:%Y}", f"{vorige:%Y}", f"{dag:%Y-%m}", f"{vorige:%Y-%m}"):
        gelezen = read_value(eigenschap, tekst)
        if not isinstance(gelezen, Misvorming):
            velden = flatten(eigenschap.naam, gelezen)
            if velden == {eigenschap.naam: dag, f"{eigenschap.naam}_precisie": precisie}:
                return tekst
    return dag.isoformat()


def municipality_name(code: str) -> str:
    """Name of a municipality by its NIS code, with or without ``nis:``; what is none stays as it is.

    >>> municipality_name("71016"), municipality_name("nis:71016"), municipality_name("alle")
    ('Genk', 'Genk', 'alle')
    """
    gemeente = gebied.gemeenten().get(code.removeprefix("nis:"))
    return gemeente.naam if gemeente else code


def ends_text(ids: Iterable[str], getoond: Mapping[str, str]) -> str:
    """Several nodes in one cell, in order of how they are shown.

    Where one of them has a separator in it, each gets a line of its own. What does not fit is only
    counted: such a cell says nothing else, so that it cannot be changed by half.
    """
    delen = sorted((getoond.get(id_, id_) for id_ in ids), key=lambda deel: (fold(deel), deel))
    teken = "\n" if any(";" in deel or "|" in deel for deel in delen) else SCHEIDING
    tekst = teken.join(delen)
    return tekst if len(tekst) <= MAX_CEL else too_many(len(delen))


def too_many(aantal: int) -> str:
    """What stands in a cell whose names do not fit."""
    return f"({aantal} namen: te veel voor één cel)"


def as_read(rijen: Sequence[Sequence[Cel]]) -> list[tuple[str, ...]]:
    """Cells as the reader would give them back, had nobody touched the file. O(cells)."""
    teksten = [tuple(_as_text(cel) for cel in rij) for rij in rijen]
    alles = "\n".join(map("\n".join, teksten))
    # The cleaner leaves out rows that are wholly empty, so none may be.
    gemerkt, _ = schoon(((nr, (*rij, "·")) for nr, rij in enumerate(teksten)), alles)
    return [rij[:-1] for rij in genormaliseerd(gemerkt, alles)]


def _as_text(cel: Cel) -> str:
    return cel if isinstance(cel, str) else "" if cel is None else als_tekst(cel)
