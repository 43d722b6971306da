"""What an edition says of itself, and how it is quoted."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from netwerkkaart.analyse.definities import Definitie
from netwerkkaart.analyse.drempels import Drempels
from netwerkkaart.fouten import GebruikersFout

MANIFEST = "editie.json"
"""The file in an edition that says which edition it is; the others are those of an archive."""
NAAM_MAX = 60
_NUMMER = re.compile(r"[0-9]{1,6}")


@dataclass(frozen=True, slots=True)
class Cijfer:
    """An indicator as it was when the edition was made.

    Args:
        gebied: code of the area.
        leeftijd: ``−12``, ``+12`` or ``alle``.
        code: which indicator.
        teller: the count.
        noemer: out of how many; None: a count without a whole.
    """

    gebied: str
    leeftijd: str
    code: str
    teller: int
    noemer: int | None


@dataclass(frozen=True, slots=True)
class Wissing:
    """An erasure on somebody's request: the one thing that changes an edition.

    Args:
        datum: when.
        sha256: hash of the edition before it.
    """

    datum: date
    sha256: str


class Manifest(BaseModel):
    """What stands in ``editie.json``.

    Args:
        nummer: its number, from 1.
        naam: its name.
        gemaakt: when, in UTC, ISO 8601.
        peildatum: the day at which figures are computed from it.
        drempels: the thresholds.
        definities: version of every definition, by analysis or shared section.
        programma: versions of the program and of the libraries that compute.
        aantallen: lines of each part of the archive.
        laatste_import: number of the last import; 0: none.
        cijfers: the indicators, computed when it was made.
        sha256: hash of every other file in the edition.
        gewist: erasures since it was made.
        zegel: hash of all the above, for who has the file without the hash beside it.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    formaat: Literal["netwerkkaart-editie"] = "netwerkkaart-editie"
    versie: Literal[1] = 1
    nummer: int = Field(ge=1)
    naam: str
    gemaakt: str
    peildatum: date
    drempels: Drempels
    definities: Mapping[str, Definitie]
    programma: Mapping[str, str]
    aantallen: Mapping[str, int]
    laatste_import: int
    cijfers: tuple[Cijfer, ...]
    sha256: Mapping[str, str]
    gewist: tuple[Wissing, ...] = ()
    zegel: str = ""

    def with_content(
        self, bestanden: Mapping[str, bytes], aantallen: Mapping[str, int], wissing: Wissing
    ) -> Manifest:
        """The same edition after an erasure: other files, all else as it was."""
        anders = {
            "aantallen": dict(aantallen),
            "sha256": {naam: sha256(deel).hexdigest() for naam, deel in bestanden.items()},
            "gewist": (*self.gewist, wissing),
        }
        return self.model_copy(update=anders).sealed()

    def sealed(self) -> Manifest:
        """The same with the seal that fits what it says."""
        return self.model_copy(update={"zegel": self._seal()})

    def is_sealed(self) -> bool:
        """Whether nothing was changed since it was sealed."""
        return self.zegel == self._seal()

    def _seal(self) -> str:
        return sha256(self.model_dump_json(exclude={"zegel"}).encode()).hexdigest()

    def to_bytes(self) -> bytes:
        """As it stands in the edition; equal manifests give equal bytes."""
        return (self.model_dump_json(indent=1) + "\n").encode("utf-8")


@dataclass(frozen=True, slots=True)
class Editie:
    """An edition that is there.

    Args:
        manifest: what it says of itself.
        pad: the ZIP.
        sha256: hash of that file as it is now.
        beloofd: hash that stands beside the file; empty: nothing stands there.
    """

    manifest: Manifest
    pad: Path
    sha256: str
    beloofd: str = ""

    @property
    def kort(self) -> str:
        """``Editie 3 «najaar 2026»``."""
        return f"Editie {self.manifest.nummer} «{self.manifest.naam}»"

    @property
    def citaat(self) -> str:
        """How it is quoted: number, name, hash and reference date."""
        return f"{self.kort}, sha256 {self.sha256}, peildatum {self.manifest.peildatum.isoformat()}"

    @property
    def citaat_kort(self) -> str:
        """The same where a line has to fit: only the beginning of the hash."""
        return self.citaat.replace(self.sha256, f"{self.sha256[:12]}…")


def clean_name(naam: str, bestaande: Collection[str] = ()) -> str:
    """A name for an edition, with ordinary spaces.

    Args:
        naam: what somebody typed.
        bestaande: names that are taken.

    Raises:
        GebruikersFout: it is empty, too long, a number, taken, or holds signs that nobody sees.

    >>> clean_name("  najaar   2026 ")
    'najaar 2026'
    """
    schoon = " ".join(unicodedata.normalize("NFC", naam).split())
    fout = ""
    if not schoon:
        fout = "is leeg"
    elif len(schoon) > NAAM_MAX:
        fout = f"is langer dan {NAAM_MAX} tekens"
    elif _NUMMER.fullmatch(schoon):
        fout = "is een getal, en elke editie heeft al een nummer"
    elif any(teken in schoon for teken in "/\\") or schoon.startswith(".") or not schoon.isprintable():
        fout = "bevat een teken dat niet mag (een schuine streep, een punt vooraan, of iets onzichtbaars)"
    elif schoon.lower().endswith(".zip"):
        fout = "eindigt op .zip, en zou voor een bestand doorgaan"
    elif schoon.casefold() in {ander.casefold() for ander in bestaande}:
        fout = "bestaat al, en een editie verandert niet"
    if fout:
        raise GebruikersFout(
            f'De naam "{visible(naam)}" {fout}.',
            hulp='Kies een naam als "najaar 2026", tussen aanhalingstekens.',
        )
    return schoon


def visible(naam: str) -> str:
    r"""What somebody typed, fit for a sentence: not too long, and no sign that nobody sees.

    >>> visible("a\x1b[31m")
    'a·[31m'
    """
    return "".join(teken if teken.isprintable() else "·" for teken in naam[: NAAM_MAX + 20])
