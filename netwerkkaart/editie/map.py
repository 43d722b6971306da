"""Where the editions of a graph stand, and finding one.

A name never becomes a path: files are called after their number, and an edition is found by reading what they
say of themselves.
"""

from __future__ import annotations

import hashlib
import os
import re
import time
from contextlib import suppress
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from urllib.parse import urlsplit

from netwerkkaart.bestanden import write_atomic
from netwerkkaart.bewaard import hash_of, open_bewaarmap
from netwerkkaart.bewaard.map import VARIABELE
from netwerkkaart.editie.bestand import SOM, check_editie, read_editie, sum_line, sum_path
from netwerkkaart.editie.model import Editie, visible
from netwerkkaart.fouten import GebruikersFout, NietGevonden, OnleesbaarBestand, OpslagFout
from netwerkkaart.graph.archief import write_zip
from netwerkkaart.graph.openen import SCHEMAS, address_of

_BESTAND = re.compile(r"editie-([0-9]{3,6})\.zip")
_HALF = re.compile(r"\.{1,2}editie-[0-9]{3,6}\.zip\.[0-9]+\.deel(\.[0-9a-f]+\.tmp)?")
_SOM = re.compile(rf"editie-([0-9]{{3,6}})\.zip{re.escape(SOM)}")


@dataclass(frozen=True, slots=True)
class Editiemap:
    """A folder with editions of one graph; it may not exist yet."""

    map: Path

    def names(self) -> list[Path]:
        """The files of the editions, in order of number."""
        gevonden = self.map.iterdir() if self.map.is_dir() else ()
        paden = [pad for pad in gevonden if _BESTAND.fullmatch(pad.name)]
        return sorted(paden, key=lambda pad: _number(_BESTAND, pad))

    def read(self) -> tuple[list[Editie], list[GebruikersFout]]:
        """The editions in order of number, and what is wrong with files that cannot be read. O(size)."""
        edities, fouten = [], []
        for pad in self.names():
            try:
                edities.append(read_editie(pad))
            except GebruikersFout as fout:
                fouten.append(fout)
        return edities, fouten

    def next_number(self) -> int:
        """A number that was never given here, as long as one of both files of its edition stands."""
        if not self.map.is_dir():
            return 1
        nummers = (_number(p, pad) for pad in self.map.iterdir() for p in (_BESTAND, _SOM))
        return max(nummers, default=0) + 1

    def find(self, kenmerk: str) -> Editie:
        """The edition with this number or name.

        Raises:
            NietGevonden: there is none; the nearest names are told.
            OnleesbaarBestand: the one with this number is damaged.
        """
        if re.fullmatch("[0-9]{1,6}", kenmerk):
            pad = self.map / f"editie-{int(kenmerk):03}.zip"
            if pad.is_file():
                return read_editie(pad)
        edities, fouten = self.read()
        gezocht = " ".join(kenmerk.split()).casefold()
        for editie in edities:
            if editie.manifest.naam.casefold() == gezocht:
                return editie
        namen = [editie.manifest.naam for editie in edities]
        hulp = "Er is er nog geen: maak ze met netwerkkaart editie maak NAAM."
        if namen:
            dichtbij = get_close_matches(kenmerk, namen, n=3, cutoff=0.4) or namen[-3:]
            hulp = (
                f"Bedoelt u {' of '.join(f'«{naam}»' for naam in dichtbij)}? Alle: netwerkkaart editie lijst."
            )
        elif fouten:
            hulp = fouten[0].tekst
        raise NietGevonden(f'Er is geen editie "{visible(kenmerk)}".', hulp=hulp)

    def keep(self, nummer: int, bestanden: dict[str, bytes]) -> Path:
        """Write a new edition, whole or not at all; one that is there is never written over.

        Raises:
            GebruikersFout: it cannot be written, or somebody made one with this number meanwhile.
        """
        self._make()
        self.clean()
        pad = self.map / f"editie-{nummer:03}.zip"
        tijdelijk = self.map / f".{pad.name}.{os.getpid()}.deel"
        try:
            write_zip(tijdelijk, bestanden)
            # The hash comes first: an edition is there from the moment that its ZIP is.
            _claim(sum_path(pad), sum_line(pad, hash_of(tijdelijk)))
            _move_new(tijdelijk, pad)
        finally:
            tijdelijk.unlink(missing_ok=True)
        return pad

    def clean(self, *, ouder: float = 3600) -> None:
        """Remove what a kill left half-written here: it holds persons too.

        Args:
            ouder: seconds that it must be old: somebody else may be at work.
        """
        gevonden = self.map.iterdir() if self.map.is_dir() else ()
        for pad in [pad for pad in gevonden if _HALF.fullmatch(pad.name)]:
            with suppress(OSError):  # it was put in its place meanwhile
                if time.time() - pad.stat().st_mtime >= ouder:
                    pad.unlink()

    def _make(self) -> None:
        try:
            # Only the user herself: an edition holds what is internal too.
            self.map.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError:
            raise OpslagFout(
                f"De map voor edities kan niet gemaakt worden: {self.map}.",
                hulp=f"Kies een andere map met de variabele {VARIABELE}.",
            ) from None


def replace_editie(pad: Path, bestanden: dict[str, bytes]) -> None:
    """Put another content in the place of an edition, with its hash. Only an erasure does this.

    Raises:
        GebruikersFout: it cannot be written.
    """
    write_zip(pad, bestanden)
    write_atomic(sum_path(pad), sum_line(pad, hash_of(pad)))


def _number(patroon: re.Pattern[str], pad: Path) -> int:
    gevonden = patroon.fullmatch(pad.name)
    return int(gevonden.group(1)) if gevonden else 0


def _claim(pad: Path, tekst: str) -> None:
    """Write a file that must not be there yet: of two who try, one wins."""
    try:
        with pad.open("x", encoding="ascii", newline="\n") as bestand:
            bestand.write(tekst)
    except FileExistsError:
        raise GebruikersFout(
            "Er werd net een andere editie met hetzelfde nummer gemaakt.", hulp="Doe het commando opnieuw."
        ) from None
    except OSError:
        raise OpslagFout(
            f"{pad.name} kon niet geschreven worden.", hulp=f"Kijk of er plaats is in {pad.parent}."
        ) from None


def _move_new(van: Path, naar: Path) -> None:
    try:
        van.replace(naar)
    except OSError:
        sum_path(naar).unlink(missing_ok=True)
        raise OpslagFout(
            f"{naar.name} kon niet geschreven worden.", hulp=f"Kijk of u mag schrijven in {naar.parent}."
        ) from None


def open_editiemap(adres: str) -> Editiemap:
    """The folder with the editions of the store at an address, beneath that of its kept files.

    Args:
        adres: :attr:`Store.adres`, or what :func:`netwerkkaart.graph.openen.address_of` says of it.
    """
    basis = open_bewaarmap(adres).map / "edities"
    if not os.environ.get(VARIABELE):
        return Editiemap(basis)
    # Several stores may share that folder, and their numbers must not meet.
    heel = adres if urlsplit(adres).scheme in SCHEMAS else str(Path(adres).resolve())
    return Editiemap(basis / hashlib.sha256(heel.encode()).hexdigest()[:12])


def find_editie(kenmerk: str, store: str | None = None) -> Editie:
    """The edition that somebody names, whole: every byte is checked. O(size).

    Args:
        kenmerk: its number, its name, or the file of one that was handed over (``….zip``).
        store: address of the store whose editions are meant; None: the one that is meant without.

    Raises:
        NietGevonden: there is none.
        OnleesbaarBestand: it is damaged, or is not what it was.
    """
    if kenmerk.lower().endswith(".zip"):
        editie = read_editie(Path(kenmerk).expanduser())
    else:
        editie = open_editiemap(address_of(store)).find(kenmerk)
    if fouten := check_editie(editie):
        raise OnleesbaarBestand(fouten[0], hulp="Zet een reservekopie terug. Er is niets gemaakt.")
    return editie
