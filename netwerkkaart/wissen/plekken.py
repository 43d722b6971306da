"""Files that may hold a person: kept files, the journal, exports, archives; searched inside ZIPs too."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.sax.saxutils import unescape

from netwerkkaart.wissen.persoon import Persoon

MAX_DEEL = 1 << 28
"""Largest file, or part of a ZIP, that is searched, in bytes; a larger one counts as not searched."""
_CODERINGEN = ("utf-8", "utf-16", "cp1252")


def files_in(mappen: Iterable[Path]) -> Iterator[Path]:
    """All files in some folders and their subfolders; links are not followed."""
    for map_ in mappen:
        if map_.is_file():
            yield map_
        elif map_.is_dir():
            yield from (pad for pad in sorted(map_.rglob("*")) if pad.is_file() and not pad.is_symlink())


def holds(pad: Path, persoon: Persoon) -> bool | None:
    """Whether a file names a person, in its bytes or in those of any part of a ZIP.

    Returns:
        None when it could not be searched: too large, or damaged.
    """
    patroon = persoon.pattern()
    if patroon is None:
        return False
    try:
        if pad.stat().st_size > MAX_DEEL:
            return None
        if zipfile.is_zipfile(pad):
            return _zip_holds(pad, patroon)
        return _holds(pad.read_bytes(), patroon)
    except (OSError, zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError):
        return None


def _zip_holds(pad: Path, patroon: re.Pattern[str]) -> bool | None:
    groot = False
    with zipfile.ZipFile(pad) as archief:
        for deel in archief.infolist():
            if patroon.search(deel.filename):
                return True
            with archief.open(deel) as stroom:
                inhoud = stroom.read(MAX_DEEL + 1)
            if len(inhoud) > MAX_DEEL:
                groot = True
            elif _holds(inhoud, patroon):
                return True
    return None if groot else False


def _holds(inhoud: bytes, patroon: re.Pattern[str]) -> bool:
    for codering in _CODERINGEN:
        tekst = inhoud.decode(codering, errors="replace")
        if patroon.search(tekst) or ("&" in tekst and patroon.search(unescape(tekst, {"&quot;": '"'}))):
            return True
    return False
