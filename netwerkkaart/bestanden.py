"""Files that we write: whole or not at all, and signs that the programs that open them cannot bear."""

from __future__ import annotations

import errno
import os
import re
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Final

from netwerkkaart.fouten import Afsluitcode, GebruikersFout

# What Excel and LibreOffice read as the start of a formula, full-width forms included (OWASP's list).
_FORMULETEKENS = "=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20"
_TE_BESCHERMEN = re.compile(f"'*[{_FORMULETEKENS}]")
_BESCHERMD = re.compile(f"'+[{_FORMULETEKENS}]")

GEEN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Signs that XML 1.0 cannot hold, and so no workbook or document either."""

TEKST_BLIJFT_TEKST: Final = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
"""Options of xlsxwriter: nothing that begins with = or looks like a link or a number is interpreted."""


def write_atomic(pad: Path, inhoud: str | bytes) -> None:
    r"""Write a file so that a reader sees the old content or the new, never a half.

    Text is written as UTF-8 exactly as it stands: ``\n`` stays ``\n`` on Windows too, so that the
    same data give the same bytes everywhere.

    Args:
        pad: the file; its folder must exist. A symbolic link is followed.
        inhoud: the whole content.

    Raises:
        GebruikersFout: when the folder is missing, the disk is full, or the file is open elsewhere.
    """
    with open_atomic(pad) as bestand:
        bestand.write(inhoud.encode("utf-8") if isinstance(inhoud, str) else inhoud)


@contextmanager
def open_atomic(pad: Path) -> Iterator[BinaryIO]:
    """Give a binary file to write to; it takes the place of ``pad`` when the block ends well.

    On any exception inside the block the old file stays as it was and nothing is left behind.

    Args:
        pad: as for :func:`write_atomic`.

    Raises:
        GebruikersFout: as for :func:`write_atomic`.
    """
    doel = pad.resolve()
    # Same folder, because os.replace is atomic only within one file system.
    tijdelijk = doel.with_name(f".{doel.name[:100]}.{secrets.token_hex(6)}.tmp")
    try:
        # os.open with 0o666 obeys the umask, which tempfile.mkstemp (always 0o600) would not.
        vlaggen = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(tijdelijk, vlaggen, 0o666), "wb") as bestand:
            yield bestand
            bestand.flush()
            os.fsync(bestand.fileno())
        with suppress(FileNotFoundError):
            shutil.copymode(doel, tijdelijk)
        tijdelijk.replace(doel)
        _bewaar_mapinhoud(doel.parent)
    except OSError as fout:
        raise _schrijffout(pad, fout) from fout
    finally:
        tijdelijk.unlink(missing_ok=True)


def make_folder(pad: Path) -> None:
    """Make a folder with those above it; one that is there already is kept.

    Raises:
        GebruikersFout: it cannot be made, or a file has that name.
    """
    try:
        pad.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise GebruikersFout(
            f"{pad} is een bestand, geen map.", hulp="Kies een andere naam voor de map."
        ) from None
    except OSError as fout:
        raise _schrijffout(pad, fout) from None


def _bewaar_mapinhoud(map_: Path) -> None:
    """Make the rename itself survive a power cut; Windows cannot (and need not) sync a folder."""
    with suppress(OSError):
        nummer = os.open(map_, os.O_RDONLY)
        try:
            os.fsync(nummer)
        finally:
            os.close(nummer)


def _schrijffout(pad: Path, fout: OSError) -> GebruikersFout:
    """Say in Dutch why a file could not be written."""
    tekst, hulp = f"Het bestand {pad.name} kon niet geschreven worden.", "Kies een andere plaats."
    if not pad.parent.is_dir():
        tekst, hulp = f"De map {pad.parent} bestaat niet.", "Maak de map eerst aan, of kies een andere."
    elif pad.is_dir():
        tekst, hulp = f"{pad.name} is een map, geen bestand.", "Geef een bestandsnaam op."
    elif fout.errno in (errno.ENOSPC, errno.EDQUOT):
        tekst, hulp = (
            f"De schijf is vol: {pad.name} is niet geschreven.",
            "Maak plaats vrij en probeer opnieuw.",
        )
    elif isinstance(fout, PermissionError):
        hulp = "Is het bestand nog open in Excel of in de browser? Sluit het dan en probeer opnieuw."
    return GebruikersFout(tekst, hulp=hulp, code=Afsluitcode.OPSLAG)


def csv_safe(tekst: str) -> str:
    """Neutralise a CSV cell that a spreadsheet would run as a formula; :func:`csv_restore` undoes it.

    An apostrophe is put before a leading ``= + - @``, tab or line end. A text that already looks so
    protected gets one more, so that the way back is exact for every text.

    >>> csv_safe("+32 11 22 33 44")
    "'+32 11 22 33 44"
    >>> csv_safe("'s-Gravenvoeren")
    "'s-Gravenvoeren"
    """
    return "'" + tekst if _TE_BESCHERMEN.match(tekst) else tekst


def csv_restore(tekst: str) -> str:
    """Undo :func:`csv_safe`: ``csv_restore(csv_safe(t)) == t`` for every ``t``.

    >>> csv_restore("'+32 11 22 33 44")
    '+32 11 22 33 44'
    """
    return tekst[1:] if _BESCHERMD.match(tekst) else tekst
