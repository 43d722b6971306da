"""What a case of the corpus is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from netwerkkaart.fouten import Afsluitcode

ONLEESBAAR = Afsluitcode.ONLEESBAAR_BESTAND
FOUT = Afsluitcode.FOUTE_INVOER
LEERLING = Afsluitcode.NIET_TOEGELATEN
GEBRUIK = Afsluitcode.VERKEERD_GEBRUIK


@dataclass(frozen=True)
class Aanvaard:
    """It is read: these organisations, by id, stand in the graph; this is told beside it."""

    namen: Mapping[str, str]
    melding: str = ""


@dataclass(frozen=True)
class Geweigerd:
    """It is refused: with this exit code, and a sentence that holds these words; nothing is written."""

    code: Afsluitcode
    woorden: str


@dataclass(frozen=True)
class Geval:
    """One file, and what must happen.

    Args:
        id: short name of the case.
        bestand: name of the file.
        maak: makes its bytes, or itself puts it in its place.
        verwacht: what must happen.
        importer: which import is tried.
        opties: more options on the command line.
        geheim: digits that no output may hold.
        zwaar: it takes seconds to make or to refuse; tried in depth only.
    """

    id: str
    bestand: str
    maak: Callable[[], bytes] | Callable[[Path], None]
    verwacht: Aanvaard | Geweigerd
    importer: str = "organisaties"
    opties: tuple[str, ...] = ()
    geheim: tuple[str, ...] = ()
    zwaar: bool = False
    zet: bool = False

    def leg(self, map_: Path) -> Path:
        """Put the file in a folder."""
        pad = map_ / self.bestand
        if self.zet:
            self.maak(pad)  # type: ignore[call-arg]
        else:
            pad.write_bytes(self.maak())  # type: ignore[call-arg, arg-type]
        return pad


def bytes_van(inhoud: bytes) -> Callable[[], bytes]:
    """A maker of fixed bytes."""
    return lambda: inhoud
