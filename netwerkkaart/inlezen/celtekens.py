"""Cells that hold what nobody typed: control signs, and errors of a spreadsheet written out as text."""

from __future__ import annotations

import re
from typing import Final

from netwerkkaart.fouten import Ernst, Melding
from netwerkkaart.inlezen.raster import RuwBlad, kolomnaam

# All below the blank, but tab and line ends; and DEL. A terminal may obey them, Excel refuses them.
# U+001F parts the cells in RuwBlad.tekst, so it is looked for in the cells alone.
_STUURTEKENS: Final = [chr(code) for code in (*range(0x1F), 0x7F) if chr(code) not in "\t\n\r"]
_STUUR: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
# In English and in Dutch, as Excel and LibreOffice write them into a CSV.
_FOUTEN: Final = frozenset(
    {
        *("#N/A", "#REF!", "#DIV/0!", "#NAME?", "#VALUE!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"),
        *("#N/B", "#VERW!", "#DEEL/0!", "#NAAM?", "#WAARDE!", "#GETAL!", "#LEEG!", "#OVERLOOP!"),
    }
)


def drop_control_signs(blad: RuwBlad, bestand: str) -> None:
    """Take control signs out of the cells, and say so once."""
    if not any(teken in blad.tekst for teken in _STUURTEKENS):
        return
    plaatsen = [
        (nummer, kolom)
        for nummer, rij in zip(blad.rijnummers, blad.ruime_rijen, strict=True)
        for kolom, cel in enumerate(rij)
        if _STUUR.search(cel)
    ]
    if not plaatsen:
        return
    blad.rijen = [tuple([_STUUR.sub("", cel) for cel in rij]) for rij in blad.rijen]
    blad.te_breed = {
        plaats: tuple([_STUUR.sub("", cel) for cel in rij]) for plaats, rij in blad.te_breed.items()
    }
    nummer, kolom = plaatsen[0]
    wat = "1 cel bevatte" if len(plaatsen) == 1 else f"{len(plaatsen)} cellen bevatten"
    blad.meldingen.append(
        Melding(
            f"{wat} onzichtbare stuurtekens; die zijn weggelaten. Dit is de eerste.",
            bestand=bestand,
            blad=blad.naam,
            rij=nummer,
            kolom=kolomnaam(blad, kolom),
            ernst=Ernst.WAARSCHUWING,
        )
    )


def find_error_texts(blad: RuwBlad, bestand: str) -> None:
    """A fault for each cell that says ``#N/A``: its value is not known, whatever the kind of file."""
    if "#" not in blad.tekst or not any(fout in blad.tekst for fout in _FOUTEN):
        return
    gemeld = set(blad.onbekend)
    for nummer, rij in zip(blad.rijnummers, blad.rijen, strict=True):
        for kolom, cel in enumerate(rij):
            if cel in _FOUTEN and (nummer, kolom + blad.kolom_vanaf) not in gemeld:
                blad.onbekend.append((nummer, kolom + blad.kolom_vanaf))
                blad.fouten.append(
                    Melding(
                        "Deze cel bevat een fout van het rekenblad.",
                        verwacht="een gewone waarde of een lege cel",
                        bestand=bestand,
                        blad=blad.naam,
                        rij=nummer,
                        kolom=kolomnaam(blad, kolom),
                        waarde=cel,
                    )
                )
