"""The file of an edition: a ZIP that is an archive too, with one file more that says which edition it is.

Nothing is ever unpacked, and no name from inside is used as a path. Beside it stands its hash, in the form
that ``sha256sum -c`` reads, so that anybody can check it without this program.
"""

from __future__ import annotations

import hashlib
import re
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

from pydantic import ValidationError

from netwerkkaart.bewaard import hash_of
from netwerkkaart.editie.model import MANIFEST, Editie, Manifest
from netwerkkaart.fouten import OnleesbaarBestand
from netwerkkaart.graph.archief_lezen import MAX_DEEL

SOM = ".sha256"
"""Ending of the file with the hash, after the whole name of the edition."""
_MAX_MANIFEST = 1 << 24
_HULP = "Zet een reservekopie van het bestand terug, of maak een nieuwe editie."


def sum_path(pad: Path) -> Path:
    """Where the hash of an edition stands."""
    return pad.with_name(pad.name + SOM)


def sum_line(pad: Path, sha256: str) -> str:
    """What stands there."""
    return f"{sha256}  {pad.name}\n"


def promised(pad: Path) -> str:
    """The hash that stands beside an edition; empty when there is none that can be read."""
    try:
        with sum_path(pad).open(encoding="ascii") as bestand:
            gevonden = re.match(r"[0-9a-f]{64}\b", bestand.read(200))
    except (OSError, UnicodeDecodeError):
        return ""
    return gevonden.group(0) if gevonden else ""


def read_editie(pad: Path) -> Editie:
    """What a file says of itself as an edition; its content is not checked. O(size), for the hash.

    Raises:
        OnleesbaarBestand: it is not there, damaged, or no edition.
    """
    try:
        with zipfile.ZipFile(pad) as archief, archief.open(MANIFEST) as stroom:
            inhoud = stroom.read(_MAX_MANIFEST + 1)
        if len(inhoud) > _MAX_MANIFEST:
            raise _unreadable(pad, "is te groot om veilig te lezen")
        manifest = Manifest.model_validate_json(inhoud)
        return Editie(manifest, pad, hash_of(pad), promised(pad))
    except FileNotFoundError:
        raise _unreadable(pad, "bestaat niet") from None
    except KeyError:
        raise _unreadable(pad, f"is geen editie: {MANIFEST} ontbreekt") from None
    except ValidationError as fout:
        raise _unreadable(
            pad, f"is geen editie die deze versie van Netwerkkaart kent ({_where(fout)})"
        ) from None
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError, NotImplementedError, ValueError):
        raise _unreadable(pad, "is beschadigd") from None


def _where(fout: ValidationError) -> str:
    """The fields of a manifest that are not as they should be."""
    velden = dict.fromkeys(".".join(str(deel) for deel in e["loc"][:2]) or MANIFEST for e in fout.errors())
    return ", ".join([*velden][:5])


def _unreadable(pad: Path, wat: str) -> OnleesbaarBestand:
    return OnleesbaarBestand(f"{pad.name} {wat}.", hulp=_HULP)


def check_editie(editie: Editie) -> tuple[str, ...]:
    """What is wrong with an edition, one Dutch sentence each; empty: every byte is as it was. O(size).

    With a hash beside it every byte of the file counts; without one every byte of what it says.
    """
    fouten = []
    if editie.beloofd and editie.beloofd != editie.sha256:
        fouten.append(
            f"{editie.pad.name} is niet meer wat het was toen de editie gemaakt werd: de sha256 is nu "
            f"{editie.sha256}, en was {editie.beloofd}."
        )
    if not editie.manifest.is_sealed():
        fouten.append(f"In {editie.pad.name} is {MANIFEST} gewijzigd.")
    verwacht = editie.manifest.sha256
    gevonden = _hashes(editie.pad, verwacht)
    fouten += [
        f"In {editie.pad.name} ontbreekt {naam}, of het is beschadigd."
        if kenmerk is None
        else f"In {editie.pad.name} is {naam} gewijzigd."
        for naam, kenmerk in gevonden.items()
        if kenmerk != verwacht[naam]
    ]
    return tuple(fouten)


def _hashes(pad: Path, namen: Mapping[str, str]) -> dict[str, str | None]:
    """SHA-256 of some files in a ZIP; None for one that cannot be read."""
    uit: dict[str, str | None] = dict.fromkeys(namen)
    try:
        with zipfile.ZipFile(pad) as archief:
            for naam in namen:
                uit[naam] = _hash_in(archief, naam)
    except (zipfile.BadZipFile, OSError):
        pass
    return uit


def _hash_in(archief: zipfile.ZipFile, naam: str) -> str | None:
    som, over = hashlib.sha256(), MAX_DEEL
    try:
        with archief.open(naam) as stroom:
            while stuk := stroom.read(1 << 20):
                som.update(stuk)
                over -= len(stuk)
                if over < 0:
                    return None
    except (KeyError, zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError, NotImplementedError):
        return None
    return som.hexdigest()
