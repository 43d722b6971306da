"""Results of analyses as tables: all columns, or the few that a reader looks at first."""

from __future__ import annotations

from typing import Any

from netwerkkaart.analyse.uitkomst import Uitkomst
from netwerkkaart.uitvoer.tabel import Rooster


def as_rooster(uitkomst: Uitkomst[Any]) -> Rooster:
    """A result as a table, with its thresholds, reference date and caveats as notes."""
    kolommen = uitkomst.kolommen
    rijen = [tuple(getattr(rij, kolom.naam) for kolom in kolommen) for rij in uitkomst.rijen]
    noten = (
        f"Peildatum {uitkomst.datum.isoformat()}.",
        *uitkomst.drempels.zinnen().values(),
        *uitkomst.kanttekeningen,
    )
    return Rooster(
        uitkomst.titel, tuple(k.naam for k in kolommen), tuple(k.kop for k in kolommen), rijen, tuple(noten)
    )


def core(rooster: Rooster, namen: tuple[str, ...]) -> Rooster:
    """The columns that a reader looks at first; schools in them by their number."""
    plaatsen = [rooster.namen.index(naam) for naam in namen]
    return Rooster(
        rooster.titel,
        namen,
        tuple(rooster.koppen[i] for i in plaatsen),
        [tuple(_counted(rij[i], rooster.namen[i]) for i in plaatsen) for rij in rooster.rijen],
        rooster.noten,
    )


def _counted(waarde: object, naam: str) -> object:
    """Schools by their number: their codes are for the file."""
    return len(waarde) if naam == "scholen" and isinstance(waarde, tuple) else waarde
