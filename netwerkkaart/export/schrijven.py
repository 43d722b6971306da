"""Write an export: one file, or a package as a ZIP or a folder; whole or not at all."""

from __future__ import annotations

import secrets
import shutil
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO, cast

from netwerkkaart.bestanden import make_folder, open_atomic
from netwerkkaart.export.formaten import FORMATEN, Formaat, Schrijver
from netwerkkaart.export.gegevens import Gegevens
from netwerkkaart.fouten import Afsluitcode, GebruikersFout

# ZIP cannot say less than 1980; a fixed time makes equal content equal bytes.
_TIJD = (1980, 1, 1, 0, 0, 0)
ZIP = ".zip"
_EEN_BESTAND = frozenset({".csv", ".txt", *(f.ending for f in FORMATEN.values() if not f.pakket)})
"""Endings with which nobody means a folder."""


def check_target(formaat: Formaat, pad: Path) -> None:
    """Refuse a name under which an export cannot stand, before anything is read.

    Raises:
        GebruikersFout: another ending, or a folder with something in it (a former export may show what this
            one leaves out).
    """
    if formaat.pakket and pad.suffix.lower() != ZIP:
        if pad.is_dir() and any(pad.iterdir()):
            raise GebruikersFout(
                f"De map {pad} is niet leeg.",
                hulp="Kies een nieuwe map, of een naam die eindigt op .zip.",
                code=Afsluitcode.VERKEERD_GEBRUIK,
            )
        if pad.suffix.lower() in _EEN_BESTAND or pad.is_file():
            raise GebruikersFout(
                f'Het formaat {formaat.naam} bestaat uit meer dan één bestand: "{pad.name}" kan niet.',
                hulp="Kies de naam van een map, of een naam die eindigt op .zip.",
                code=Afsluitcode.VERKEERD_GEBRUIK,
            )
    elif not formaat.pakket and pad.suffix.lower() != formaat.ending:
        raise GebruikersFout(
            f'Een bestand van het formaat {formaat.naam} heet niet "{pad.name}".',
            hulp=f"Kies een naam die eindigt op {formaat.ending}.",
            code=Afsluitcode.VERKEERD_GEBRUIK,
        )


def write_export(formaat: Formaat, gegevens: Gegevens, pad: Path) -> int:
    """Write one export; the same data give the same bytes.

    Args:
        formaat: which format.
        gegevens: what is exported.
        pad: the file; for a package a ``.zip``, or a folder that is not there yet or is empty.

    Returns:
        Number of bytes written.

    Raises:
        GebruikersFout: as :func:`check_target`, or the file cannot be written.
    """
    check_target(formaat, pad)
    if not formaat.pakket:
        with open_atomic(pad) as doel:
            formaat.write(gegevens, doel)
    elif pad.suffix.lower() == ZIP:
        with open_atomic(pad) as doel:
            write_zip(formaat.files(gegevens), doel)
    else:
        _write_folder(formaat.files(gegevens), pad)
    return (
        pad.stat().st_size if pad.is_file() else sum(b.stat().st_size for b in pad.rglob("*") if b.is_file())
    )


def write_zip(bestanden: Mapping[str, Schrijver], doel: BinaryIO) -> None:
    """Write files into a ZIP, one after the other, without holding them in memory."""
    with zipfile.ZipFile(doel, "w", zipfile.ZIP_DEFLATED) as archief:
        for naam, write in bestanden.items():
            kop = zipfile.ZipInfo(naam, _TIJD)
            kop.compress_type = zipfile.ZIP_DEFLATED
            kop.create_system, kop.external_attr = 3, 0o644 << 16  # as on Unix, whatever wrote it
            with archief.open(kop, "w", force_zip64=True) as deel:
                write(cast(BinaryIO, deel))


def _write_folder(bestanden: Mapping[str, Schrijver], pad: Path) -> None:
    """Write files beside the place where they go, and move the whole folder there."""
    tijdelijk = pad.with_name(f".{pad.name[:100]}.{secrets.token_hex(6)}.tmp")
    try:
        make_folder(tijdelijk)
        for naam, write in bestanden.items():
            (tijdelijk / naam).parent.mkdir(parents=True, exist_ok=True)
            with open_atomic(tijdelijk / naam) as doel:
                write(doel)
        if pad.is_dir():
            pad.rmdir()
        tijdelijk.rename(pad)
    except OSError as fout:
        raise GebruikersFout(
            f"De map {pad} kon niet geschreven worden.",
            hulp="Is er nog plaats op de schijf, en is er geen bestand uit die map open?",
            code=Afsluitcode.OPSLAG,
        ) from fout
    finally:
        shutil.rmtree(tijdelijk, ignore_errors=True)
