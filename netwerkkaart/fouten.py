"""Errors and messages, the lowest layer: everything may import this, this imports nothing of ours.

Two things are kept apart (the glossary has the words):

* a :class:`Melding` is a *value*: something to tell about the data of a user, with its place
  (file, sheet, row, column). Readers, importers and plans collect them, all at once;
* a :class:`NetwerkkaartError` is an *exception*. Its child :class:`GebruikersFout` carries the
  messages that stop a command, and the exit code with which the command then ends.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Afsluitcode(IntEnum):
    """Exit codes of the command line, documented in ``docs/afsluitcodes.md``."""

    GOED = 0
    ONVERWACHT = 1
    VERKEERD_GEBRUIK = 2  # click's own code for a wrong option or argument
    FOUTE_INVOER = 3
    ONLEESBAAR_BESTAND = 4
    OPSLAG = 5
    NIET_GEVONDEN = 6
    NIET_TOEGELATEN = 7
    AFGEBROKEN = 130  # 128 + SIGINT, as shells do


class Ernst(StrEnum):
    """How grave a message is: a ``fout`` stops the import, a ``waarschuwing`` is told."""

    FOUT = "fout"
    WAARSCHUWING = "waarschuwing"


@dataclass(frozen=True, slots=True)
class Melding:
    """One thing to tell about one place in the data of a user.

    Args:
        tekst: a Dutch sentence without the place: what is wrong, or what was adapted.
        verwacht: what is expected instead, as a phrase after "verwacht:"; empty when obvious.
        bestand: name of the file (not the whole path).
        blad: name of the sheet; empty for CSV.
        rij: row number as Excel or an editor shows it (the header is row 1); 0: the whole file.
        kolom: header of the column as the user wrote it; empty: the whole row.
        waarde: the value as it stood; left empty when it must not be repeated (privacy).
        ernst: fault or warning.

    >>> print(Melding("De soort is niet gekend.", verwacht="School of Clb", bestand="lijst.csv",
    ...               rij=4, kolom="soort", waarde="Schol"))
    lijst.csv, rij 4, kolom "soort": De soort is niet gekend. Gevonden: "Schol". Verwacht: School of Clb.
    """

    tekst: str
    verwacht: str = ""
    bestand: str = ""
    blad: str = ""
    rij: int = 0
    kolom: str = ""
    waarde: str = ""
    ernst: Ernst = Ernst.FOUT

    @property
    def is_fout(self) -> bool:
        """True when this message stops the import."""
        return self.ernst is Ernst.FOUT

    def plaats(self) -> str:
        """The place as a reader would say it: ``lijst.xlsx, blad "A", rij 4, kolom "soort"``."""
        delen = [self.bestand] if self.bestand else []
        if self.blad:
            delen.append(f'blad "{self.blad}"')
        if self.rij:
            delen.append(f"rij {self.rij}")
        if self.kolom:
            delen.append(f'kolom "{self.kolom}"')
        return ", ".join(delen)

    def __str__(self) -> str:
        plaats = self.plaats()
        zinnen = [f"{plaats}: {self.tekst}" if plaats else self.tekst]
        if self.waarde:
            zinnen.append(f'Gevonden: "{_kort(self.waarde)}".')
        if self.verwacht:
            zinnen.append(f"Verwacht: {self.verwacht}.")
        return " ".join(zinnen)


def _kort(waarde: str, lengte: int = 80) -> str:
    """Shorten a value for a message, and make control characters visible."""
    zichtbaar = "".join(teken if teken.isprintable() else "·" for teken in waarde)
    return zichtbaar if len(zichtbaar) <= lengte else zichtbaar[: lengte - 1] + "…"


class NetwerkkaartError(Exception):
    """Root of every exception that this package raises on purpose."""


class GebruikersFout(NetwerkkaartError):
    """Something the user can mend; the command line shows it without a traceback.

    Args:
        tekst: a Dutch sentence that says what is wrong.
        hulp: a Dutch sentence that says what to do next.
        meldingen: the messages behind it, each with its place.
        code: exit code of the command.
    """

    code: Afsluitcode = Afsluitcode.FOUTE_INVOER

    def __init__(
        self,
        tekst: str,
        *,
        hulp: str = "",
        meldingen: Iterable[Melding] = (),
        code: Afsluitcode | None = None,
    ) -> None:
        super().__init__(tekst)
        self.tekst = tekst
        self.hulp = hulp
        self.meldingen = tuple(meldingen)
        if code is not None:
            self.code = code

    def _render_traceback_(self) -> list[str]:
        """What Jupyter shows: the sentences, without forty lines of our code above them."""
        return [self.tekst, *map(str, self.meldingen), *([self.hulp] if self.hulp else [])]


class OnleesbaarBestand(GebruikersFout):
    """A file that is missing, empty, of another format than its name says, or unsafe to open."""

    code = Afsluitcode.ONLEESBAAR_BESTAND


class OpslagFout(GebruikersFout):
    """The store is down, locked, damaged, of another version, or not ours."""

    code = Afsluitcode.OPSLAG


class NietGevonden(GebruikersFout):
    """A name or id that does not exist."""

    code = Afsluitcode.NIET_GEVONDEN


class NietToegelaten(GebruikersFout):
    """Refused on purpose: a writing query, pupil data, a person in a mailed page."""

    code = Afsluitcode.NIET_TOEGELATEN
