"""The folder of kept files: one file per content, named after its hash.

A file is written before the import that reads it, so that no import is without its file. Until that
import is in the graph a mark stands beside it: when a kill comes in between, the mark tells later that
nobody needs the file. Nothing without such a mark is ever cleaned up.

These files hold what was imported as it was handed over, columns that nobody read included. Whoever
erases somebody must look here too: :meth:`Bewaarmap.names`, :meth:`Bewaarmap.rewrite` and
:meth:`Bewaarmap.delete` are for that.
"""

from __future__ import annotations

import hashlib
import os
import re
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit

from platformdirs import user_data_path

from netwerkkaart.bestanden import open_atomic, write_atomic
from netwerkkaart.fouten import GebruikersFout, OpslagFout
from netwerkkaart.graph.openen import SCHEMAS

VARIABELE = "NETWERKKAART_BEWAARD"
"""Environment variable that names another folder."""

_NAAM = re.compile(r"[0-9a-f]{64}(\.[a-z0-9]{1,8})?")
_MERK = ".wacht"
_STUK = 1 << 20


def open_bewaarmap(adres: str) -> Bewaarmap:
    """The folder of kept files of the store at an address; it is made with the first file.

    Beside a store in a file (``gegevens.kgl`` → ``gegevens.kgl.bestanden``); for a server in the user's
    own data folder, one folder per address; or where ``NETWERKKAART_BEWAARD`` says.
    """
    gekozen = os.environ.get(VARIABELE, "")
    if gekozen:
        return Bewaarmap(Path(gekozen).expanduser(), adres)
    if urlsplit(adres).scheme in SCHEMAS:
        leesbaar = re.sub(r"[^a-z0-9]+", "-", adres.lower()).strip("-")[:60]
        kenmerk = hashlib.sha256(adres.encode()).hexdigest()[:8]
        basis = user_data_path("netwerkkaart", appauthor=False) / "bestanden"
        return Bewaarmap(basis / f"{leesbaar}-{kenmerk}", adres)
    pad = Path(adres)
    return Bewaarmap(pad.with_name(pad.name + ".bestanden"), str(pad.resolve()))


def hash_of(pad: Path) -> str:
    """SHA-256 of a file in hexadecimal; empty for what is no file (a folder)."""
    if not pad.is_file():
        return ""
    with pad.open("rb") as bestand:
        return hashlib.file_digest(bestand, "sha256").hexdigest()


@dataclass(frozen=True, slots=True)
class Bewaarmap:
    """A folder of kept files.

    Args:
        map: the folder; it may not exist yet.
        eigenaar: whose marks are cleaned up here: several stores may share a folder.
    """

    map: Path
    eigenaar: str = ""

    def keep(self, pad: Path, sha256: str) -> str:
        """Copy a file here, unless it is here already, and mark it as waiting for its import.

        Args:
            pad: the file.
            sha256: its hash when it was read.

        Returns:
            The name under which it is kept.

        Raises:
            GebruikersFout: the file changed since it was read, or cannot be copied. Nothing is left behind.
        """
        naam = sha256 + _ending(pad)
        doel = self.map / naam
        merk = self._mark(naam)
        if doel.is_file() and hash_of(doel) == sha256:
            if merk.is_file():
                merk.touch()  # left by a kill: it waits for this import now
            return naam
        self._make()
        write_atomic(merk, self.eigenaar)
        try:
            with open_atomic(doel) as kopie:
                _copy(pad, kopie, sha256)
        except BaseException:
            merk.unlink(missing_ok=True)
            raise
        return naam

    def settle(self, naam: str) -> None:
        """Say that the import of a kept file is in the graph."""
        self._mark(naam).unlink(missing_ok=True)

    def clean(self, in_gebruik: Callable[[], Collection[str]], *, ouder: float = 3600) -> list[str]:
        """Remove what a killed import left: files of this owner that wait, and that no import names.

        Args:
            in_gebruik: gives the names that the graph's imports name; called only when something waits.
            ouder: seconds that a file must have waited: others may be at work on the same server.

        Returns:
            The names that were removed.
        """
        wachtend = [
            merk.name.removesuffix(_MERK)
            for merk in sorted(self.map.glob(f"*{_MERK}"))
            if merk.read_text(encoding="utf-8", errors="replace") == self.eigenaar
            and time.time() - merk.stat().st_mtime >= ouder
        ]
        nodig = frozenset(in_gebruik()) if wachtend else frozenset()
        for naam in wachtend:
            if naam in nodig:
                self.settle(naam)
            else:
                self.delete(naam)
        return [naam for naam in wachtend if naam not in nodig]

    def find(self, naam: str) -> Path | None:
        """The kept file of that name; None when it is not here (any more) or was damaged."""
        if not _NAAM.fullmatch(naam):
            return None
        pad = self.map / naam
        return pad if hash_of(pad) == naam[:64] else None

    def names(self) -> list[str]:
        """Names of all kept files, sorted."""
        if not self.map.is_dir():
            return []
        return sorted(pad.name for pad in self.map.iterdir() if _NAAM.fullmatch(pad.name))

    def read(self, naam: str) -> bytes:
        """The content of a kept file.

        Raises:
            OpslagFout: it is not here, or was damaged.
        """
        pad = self.find(naam)
        if pad is None:
            raise OpslagFout(
                f"Het bewaarde bestand {naam} is er niet (meer), of het is beschadigd.",
                hulp=f"Het hoort in {self.map} te staan.",
            )
        return pad.read_bytes()

    def rewrite(self, naam: str, inhoud: bytes) -> str:
        """Put other content in the place of a kept file, as an erasure does.

        The old content is gone afterwards. The caller changes ``bestand`` of the imports that name it.

        Returns:
            The new name.
        """
        nieuw = hashlib.sha256(inhoud).hexdigest() + naam[64:]
        self._make()
        write_atomic(self.map / nieuw, inhoud)
        if nieuw != naam:
            self.delete(naam)
        return nieuw

    def delete(self, naam: str) -> None:
        """Remove a kept file for good; nothing happens when it is not here."""
        if _NAAM.fullmatch(naam):
            (self.map / naam).unlink(missing_ok=True)
            self._mark(naam).unlink(missing_ok=True)

    def _mark(self, naam: str) -> Path:
        return self.map / f"{naam}{_MERK}"

    def _make(self) -> None:
        try:
            # Only the user herself: the files may hold more than the graph does.
            self.map.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as fout:
            raise OpslagFout(
                f"De map voor bewaarde bestanden kan niet gemaakt worden: {self.map}.",
                hulp=f"Kies een andere map met de variabele {VARIABELE}.",
            ) from fout


def _copy(pad: Path, doel: BinaryIO, sha256: str) -> None:
    gezien = hashlib.sha256()
    try:
        with pad.open("rb") as bron:
            while stuk := bron.read(_STUK):
                gezien.update(stuk)
                doel.write(stuk)
    except FileNotFoundError:
        gezien = hashlib.sha256()
    if gezien.hexdigest() != sha256:
        raise GebruikersFout(
            f"{pad.name} is gewijzigd of weggehaald terwijl het ingelezen werd; er is niets geschreven.",
            hulp="Doe het commando opnieuw.",
        )


def _ending(pad: Path) -> str:
    ending = pad.suffix.lower()
    return ending if re.fullmatch(r"\.[a-z0-9]{1,8}", ending) else ""
