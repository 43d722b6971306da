"""Tables made in memory, read by the importers as the command line does."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from netwerkkaart.importers import load_importer
from netwerkkaart.inlezen.tabel import Tabel
from netwerkkaart.omzetten.context import Context, Gekend, Oogst

DATUM = date(2026, 11, 24)


def make_tabel(koppen: Sequence[str], *rijen: Sequence[str], naam: str = "lijst.csv") -> Tabel:
    return Tabel(naam, "", tuple(koppen), [tuple(rij) for rij in rijen], range(2, len(rijen) + 2))


def read(importer: str, tabel: Tabel, knopen: Sequence[tuple[str, str, str]] = (), **keuzes: object) -> Oogst:
    context = Context(gekend=Gekend(knopen), datum=DATUM, bron="lijst", **keuzes)  # type: ignore[arg-type]
    return load_importer(importer).read(tabel, context)
