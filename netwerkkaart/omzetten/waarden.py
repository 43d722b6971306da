"""Reading cells as properties of the schema, column by column.

A column of 100,000 cells holds few distinct values, so each distinct text is read once and the
outcome is shared: validation by pydantic then costs next to nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from netwerkkaart.fouten import Ernst, Melding
from netwerkkaart.inlezen.tabel import Tabel
from netwerkkaart.omzetten.context import Context, Koppeling
from netwerkkaart.omzetten.vrijetekst import VRIJ, ZONDER, names_pupil
from netwerkkaart.schema.register import Eigenschap, Misvorming, Waarde, flatten, read_value
from netwerkkaart.schema.vocabularia import fold

Cel = dict[str, Waarde]
_OVER_LEERLING: Final = Misvorming("Deze tekst lijkt over één leerling of ouder te gaan.", ZONDER)


class Cellen:
    """The cells of one table, by our column names, with the user's own values translated."""

    def __init__(self, tabel: Tabel, koppeling: Koppeling, context: Context) -> None:
        self.tabel = tabel
        self._koppeling = koppeling
        self._context = context

    def __len__(self) -> int:
        return len(self.tabel)

    def has(self, naam: str) -> bool:
        """True when some column or fixed value feeds this name."""
        return naam in self._koppeling.kolommen or naam in self._context.vast

    def header(self, naam: str) -> str:
        """The header in the file that feeds a column of ours; our own name when none does."""
        nummer = self._koppeling.kolommen.get(naam)
        return naam if nummer is None else self.tabel.kolommen[nummer]

    def texts(self, naam: str) -> list[str]:
        """The text of every row; ``""`` where it is empty or the column is absent."""
        nummer = self._koppeling.kolommen.get(naam)
        vast = self._context.vast.get(naam, "")
        if nummer is None:
            return [vast] * len(self.tabel)
        ruw = (
            [rij[nummer] or vast for rij in self.tabel.rijen]
            if vast
            else [rij[nummer] for rij in self.tabel.rijen]
        )
        vertaling = {oud: nieuw for (kolom, oud), nieuw in self._context.waarden.items() if kolom == naam}
        if not vertaling:
            return ruw
        gevouwen = {tekst: vertaling.get(fold(tekst), tekst) for tekst in set(ruw)}
        return [gevouwen[tekst] for tekst in ruw]


def read_cells(
    cellen: Cellen, naam: str, eigenschap: Eigenschap, prepare: Callable[[str], str] | None = None
) -> tuple[list[Cel], list[Melding]]:
    """Read one column as stored properties; an empty cell states nothing.

    Args:
        cellen: the table.
        naam: our column name.
        eigenschap: the property that it holds.
        prepare: mends a text before it is read; what it changed is the caller's to report.

    Returns:
        Per row the properties it states (shared between rows: do not change them), and a fault per
        cell that does not fit, or that names a pupil: that one without its text. O(rows), with one
        validation per distinct text.
    """
    teksten = cellen.texts(naam)
    leeg: Cel = {}
    goed: dict[str, Cel] = {"": leeg}
    fout: dict[str, Misvorming] = {}
    for tekst in set(teksten) - {""}:
        uitkomst = _read(eigenschap, prepare(tekst) if prepare else tekst)
        if isinstance(uitkomst, Misvorming):
            fout[tekst], goed[tekst] = uitkomst, leeg
        else:
            goed[tekst] = uitkomst
    meldingen = [
        cellen.tabel.melding(
            fout[tekst].tekst,
            rij=rij,
            kolom=cellen.header(naam),
            waarde="" if fout[tekst] is _OVER_LEERLING else tekst,
            verwacht=fout[tekst].verwacht,
        )
        for rij, tekst in (zip(cellen.tabel.rijnummers, teksten, strict=True) if fout else ())
        if tekst in fout
    ]
    return [goed[tekst] for tekst in teksten], meldingen


def _read(eigenschap: Eigenschap, tekst: str) -> Cel | Misvorming:
    if eigenschap.naam in VRIJ and names_pupil(tekst):
        return _OVER_LEERLING
    waarde = read_value(eigenschap, tekst)
    return waarde if isinstance(waarde, Misvorming) else flatten(eigenschap.naam, waarde)


def read_all(
    cellen: Cellen, eigenschappen: Mapping[str, Eigenschap], prepare: Mapping[str, Callable[[str], str]]
) -> tuple[list[Cel], list[Melding]]:
    """Read every given property that the table holds, and join them per row."""
    rijen: list[Cel] = [{} for _ in range(len(cellen))]
    meldingen: list[Melding] = []
    for naam, eigenschap in eigenschappen.items():
        if not cellen.has(naam):
            continue
        kolom, fouten = read_cells(cellen, naam, eigenschap, prepare.get(naam))
        meldingen += fouten
        for rij, cel in zip(rijen, kolom, strict=True):
            if cel:
                rij.update(cel)
    return rijen, meldingen


def pad_number(tekst: str) -> str:
    """Give a school number its lost leading zeros back.

    >>> pad_number("3772"), pad_number("127613"), pad_number("12761 3")
    ('003772', '127613', '12761 3')
    """
    return tekst.zfill(6) if tekst.isdigit() and len(tekst) < 6 else tekst


def report_padding(cellen: Cellen, naam: str) -> list[Melding]:
    """One warning that counts the numbers of a column that got zeros back, with an example."""
    gemist = [
        (rij, tekst)
        for rij, tekst in zip(cellen.tabel.rijnummers, cellen.texts(naam), strict=True)
        if tekst and pad_number(tekst) != tekst
    ]
    if not gemist:
        return []
    rij, tekst = gemist[0]
    return [
        cellen.tabel.melding(
            f"{len(gemist)} nummers hadden hun nullen vooraan verloren; die zijn teruggezet "
            f"(de eerste op rij {rij}: {tekst} werd {pad_number(tekst)}).",
            kolom=cellen.header(naam),
            ernst=Ernst.WAARSCHUWING,
        )
    ]
