"""One thing that stays in part when somebody falls away, as a row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import overload

import numpy as np

from netwerkkaart.analyse.basis import Getallen
from netwerkkaart.analyse.uitkomst import BEWIJS_MAX, kop
from netwerkkaart.graph.beeld import Beeld, Masker


@dataclass(frozen=True, slots=True)
class VerankeringRij:
    """One thing that stays in part when somebody falls away."""

    id: str = field(metadata=kop("Code", "Wie wegvalt."))
    naam: str = field(metadata=kop("Naam"))
    soort: str = field(metadata=kop("Soort"))
    wat: str = field(metadata=kop("Wat", "Zelfsturing is het gemiddelde van de delen die erboven staan."))
    geheel: int | None = field(metadata=kop("Geheel", "Hoeveel er nu zijn."))
    blijft: int | None = field(metadata=kop("Blijft", "Hoeveel er blijven zonder haar."))
    aandeel: float | None = field(
        metadata=kop("Aandeel", "Blijft / geheel; leeg als er niets te verliezen is.")
    )
    bewijs: tuple[str, ...] = field(metadata=kop("Bewijs", "Codes van wat wegvalt (hoogstens 25)."))
    bewijs_totaal: int = field(metadata=kop("Bewijs (aantal)"))


class Paren(Sequence[str]):
    """Pairs as texts, made on reading: there may be a hundred thousand."""

    def __init__(self, beeld: Beeld, paren: Getallen) -> None:
        self._beeld, self._paren = beeld, paren

    def __len__(self) -> int:
        return len(self._paren)

    @overload
    def __getitem__(self, plek: int) -> str: ...
    @overload
    def __getitem__(self, plek: slice) -> tuple[str, ...]: ...
    def __getitem__(self, plek: int | slice) -> str | tuple[str, ...]:
        paren = self._paren[plek].tolist()
        n, ids = self._beeld.aantal_organisaties, self._beeld.ids
        if isinstance(paren, int):
            return f"{ids[paren // n]}|{ids[paren % n]}"
        return tuple(f"{ids[paar // n]}|{ids[paar % n]}" for paar in paren)


def make_row(
    beeld: Beeld, knoop: int, wat: str, geheel: int, weg: Sequence[str], aantal: int | None = None
) -> VerankeringRij:
    """A row: of ``geheel`` things ``aantal`` (or as many as ``weg`` names) fall away.

    Args:
        beeld: the view.
        knoop: who falls away.
        wat: what is counted.
        geheel: how many there are.
        weg: what falls away, by id or key.
        aantal: how many that is, when ``weg`` names something else.
    """
    aantal = len(weg) if aantal is None else aantal
    return VerankeringRij(
        beeld.ids[knoop],
        beeld.naam(knoop),
        beeld.label(knoop),
        wat,
        geheel,
        geheel - aantal,
        (geheel - aantal) / geheel if geheel else None,
        tuple(weg[:BEWIJS_MAX]),
        len(weg),
    )


def ids_of(beeld: Beeld, masker: Masker) -> tuple[str, ...]:
    """Ids of the nodes that a mask marks."""
    return tuple(beeld.ids[k] for k in np.flatnonzero(masker).tolist())
