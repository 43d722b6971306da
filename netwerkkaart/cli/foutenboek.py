"""Faults go back to the user in an error workbook: her own rows, the faulty cells coloured."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from netwerkkaart.cli.scherm import busy
from netwerkkaart.fouten import Afsluitcode, GebruikersFout, Melding
from netwerkkaart.inlezen.lezer import read_ruwe_bladen
from netwerkkaart.uitvoer.foutenboek import choose_path, make_foutenboek, write_foutenboek

_VEEL: Final = 1_000_000
"""Cells above which the workbook is made on request only: it takes some ten seconds a million."""


@dataclass(frozen=True, slots=True)
class Teruggave:
    """What is known of an import when its rows must go back.

    Args:
        importer: name of the importer, for the command that reads the corrected workbook.
        bestand: the file that is imported.
        bron: name of the source, which the corrected workbook must keep.
        pad: where the user wants the workbook; else it comes beside the file, and only for faults.
        codering: encoding of a CSV file, as the user gave it.
        scheidingsteken: what parts the cells of a CSV file, as the user gave it.
    """

    importer: str
    bestand: Path
    bron: str
    pad: Path | None = None
    codering: str | None = None
    scheidingsteken: str | None = None

    def give(self, meldingen: Sequence[Melding]) -> str:
        """Write the error workbook where there are faults; at a chosen place for warnings alone too.

        A dry run writes it as well: it promises that the graph stays as it is, and faults are what one
        tries it for.

        Returns:
            A Dutch sentence that says where it stands, or why it could not be made; ``""`` when there
            is nothing to give back.

        Raises:
            GebruikersFout: it could not be written at the place that the user chose.
        """
        if not (meldingen if self.pad is not None else any(melding.is_fout for melding in meldingen)):
            return ""
        try:
            bladen = read_ruwe_bladen(
                self.bestand, codering=self.codering, scheidingsteken=self.scheidingsteken
            )
        except GebruikersFout:
            return ""  # no table that can be given back: a graph file, a broken quote, pupil data
        doel = self.pad or choose_path(self.bestand)
        cellen = sum(len(rij) for blad in bladen for rij in blad.rijen)
        if self.pad is None and cellen > _VEEL:
            return (
                f"Het bestand heeft {cellen} cellen: uw rijen met de fouten gekleurd terugkrijgen duurt even."
                f" Voeg toe: --foutenboek {_quoted(doel.name)}"
            )
        try:
            with busy("Uw rijen met de fouten gekleurd schrijven"):
                boek = make_foutenboek(bladen, meldingen, self.bestand.name, self._command(doel))
                write_foutenboek(doel, boek)
        except GebruikersFout as fout:
            if self.pad is not None:
                raise
            return f"Een foutenboek kon niet gemaakt worden: {fout.tekst}"
        return f"Uw rijen staan, met de fouten gekleurd en de reden ernaast, in {doel}"

    def _command(self, doel: Path) -> str:
        return (
            f"netwerkkaart import {self.importer} {_quoted(doel.name)} --bron {_quoted(self.bron)}"
            " (en dezelfde --kolom, --waarde en --vast als daarnet)"
        )

    @contextmanager
    def on_faults(self) -> Iterator[None]:
        """Whatever refuses the rows of this file also gives them back; its advice then says where."""
        try:
            yield
        except GebruikersFout as fout:
            if fout.code is Afsluitcode.FOUTE_INVOER:
                fout.hulp = "\n".join(filter(None, (fout.hulp, self.give(fout.meldingen))))
            raise


def _quoted(tekst: str) -> str:
    """In double quotes where a command line needs these; Windows knows no others."""
    return f'"{tekst}"' if not tekst.replace("-", "").replace(".", "").replace("_", "").isalnum() else tekst
