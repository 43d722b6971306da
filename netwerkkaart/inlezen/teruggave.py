"""What we add to a table that goes back with its faults marked, so that it can come in again as it is.

The error workbook (:mod:`netwerkkaart.uitvoer.foutenboek`) holds the user's own rows, one column of ours
and one sheet of ours. Both are known here by their names, and taken away before anything is judged.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from netwerkkaart.inlezen.raster import RuwBlad

REDENKOLOM: Final = "Wat klopt er niet?"
"""Header of the column that says why a row is refused."""

OVERZICHT: Final = "Overzicht"
"""Name of the sheet with all messages, where the user has none of that name."""

MERKTEKEN: Final = "Overzicht van wat er nog niet klopt"
"""First cell of that sheet: a sheet of the user's own may bear the same name."""


def without_additions(bladen: list[RuwBlad]) -> list[RuwBlad]:
    """The sheets as the user knows them: without our sheet and our column. O(rows) where there is one."""
    return [_without_column(blad) for blad in bladen if not _is_ours(blad)]


def _is_ours(blad: RuwBlad) -> bool:
    return (
        blad.naam.startswith(OVERZICHT)
        and bool(blad.rijen)
        and any(cel == MERKTEKEN for cel in blad.rijen[0][:1])
    )


def _without_column(blad: RuwBlad) -> RuwBlad:
    """The sheet without our column; a row that held nothing else goes too."""
    if REDENKOLOM not in blad.tekst or not blad.rijen:
        return blad
    plaatsen = [plaats for plaats, kop in enumerate(blad.rijen[0]) if " ".join(kop.split()) == REDENKOLOM]
    if not plaatsen:
        return blad
    rijen: list[tuple[str, ...]] = []
    nummers: list[int] = []
    for nummer, rij in zip(blad.rijnummers, blad.ruime_rijen, strict=True):
        cellen = tuple([cel for plaats, cel in enumerate(rij) if plaats not in plaatsen])
        if any(cellen):
            rijen.append(cellen)
            nummers.append(nummer)
    return replace(blad, rijen=rijen, rijnummers=nummers, te_breed={})
