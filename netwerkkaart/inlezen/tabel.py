"""What every reader yields: a table of text cells that knows its file, sheet and row numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from netwerkkaart.fouten import Ernst, Melding
from netwerkkaart.inlezen.rijksregister import hide_numbers


@dataclass(frozen=True, slots=True)
class Tabel:
    """One sheet (or one CSV file) as text.

    Every cell is a ``str``: leading zeros survive, and nothing was guessed. Cells are stripped of
    surrounding white space; an empty cell is ``""``. Rows that are wholly empty are left out, so
    ``rijnummers`` says which row of the file each one was.

    Args:
        bestand: name of the file, for messages.
        blad: name of the sheet; ``""`` for CSV.
        kolommen: the headers, in order, as the user wrote them (stripped, never empty, unique).
        rijen: the rows below the header; each has ``len(kolommen)`` cells.
        rijnummers: row number of each row as Excel or an editor shows it (header: 1).
        meldingen: warnings about the file as a whole (encoding guessed, mojibake, hidden sheet).
        inhoud_sha256: hash of the bytes of the file, for provenance.
    """

    bestand: str
    blad: str
    kolommen: tuple[str, ...]
    rijen: Sequence[tuple[str, ...]]
    rijnummers: Sequence[int]
    meldingen: tuple[Melding, ...] = field(default=())
    inhoud_sha256: str = ""

    def __len__(self) -> int:
        return len(self.rijen)

    def __iter__(self) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Yield ``(row number, cells)``."""
        return zip(self.rijnummers, self.rijen, strict=True)

    def kolom(self, naam: str) -> list[str]:
        """All cells of one column, in order. Raises ``ValueError`` when it does not exist."""
        plaats = self.kolommen.index(naam)
        return [rij[plaats] for rij in self.rijen]

    def melding(
        self,
        tekst: str,
        *,
        rij: int = 0,
        kolom: str = "",
        waarde: str = "",
        verwacht: str = "",
        ernst: Ernst = Ernst.FOUT,
    ) -> Melding:
        """A message about a place in this table; a register number that slipped in is not repeated."""
        return Melding(
            hide_numbers(tekst),
            verwacht=verwacht,
            bestand=self.bestand,
            blad=self.blad,
            rij=rij,
            kolom=kolom,
            waarde=hide_numbers(waarde),
            ernst=ernst,
        )
