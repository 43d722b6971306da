"""A report with what stands beside it: the form that the name asks for, the workbook, the own text.

A Word document or slides that were edited since they were made are not overwritten: what somebody wrote in
them would be lost. They carry a mark of their own contents; Word and PowerPoint change these, so
that it no longer fits.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from netwerkkaart.bestanden import write_atomic
from netwerkkaart.fouten import GebruikersFout
from netwerkkaart.rapport.eigen_tekst import read_text, text_path, with_own_text, write_template
from netwerkkaart.rapport.model import Document
from netwerkkaart.rapport.tekens import clean
from netwerkkaart.rapport.werkmap import make_werkmap
from netwerkkaart.uitvoer.tabel import Rooster

VORMEN = (".docx", ".html", ".pdf", ".pptx")
BEWERKBAAR = (".docx", ".pptx")
"""Forms that people go on writing in."""
_MERK = b"netwerkkaart:"


@dataclass(frozen=True, slots=True)
class Geschreven:
    """What was written.

    Args:
        rapport: the report.
        werkmap: all rows behind its findings.
        tekst: the file for own text.
        tekst_nieuw: whether that file was made now.
        eigen_delen: how many sections have own text.
    """

    rapport: Path
    werkmap: Path
    tekst: Path
    tekst_nieuw: bool
    eigen_delen: int


def check_target(pad: Path, *, overschrijven: bool = False) -> None:
    """Refuse, before anything is computed, what could not be written or would be lost.

    Raises:
        GebruikersFout: an ending that is none of ``VORMEN``; or a document that was edited.
    """
    if pad.suffix.lower() not in VORMEN:
        raise GebruikersFout(
            f'Deze vorm bestaat niet: "{pad.name}".',
            hulp=f"Kies een naam die eindigt op {' of '.join(VORMEN)}.",
        )
    if not overschrijven and pad.suffix.lower() in BEWERKBAAR and is_edited(pad):
        raise GebruikersFout(
            f"{pad.name} is gewijzigd sinds het gemaakt werd: dat zou verloren gaan.",
            hulp=f"Zet wat u schreef in {text_path(pad).name}, dan staat het in elk volgend rapport; of kies "
            "met --uit een andere naam. Met --overschrijf gaat het toch door.",
        )


def write_report(document: Document, bladen: Mapping[str, Rooster], pad: Path) -> Geschreven:
    """Write the report with the own text that stands beside it, and the workbook with all rows.

    Args:
        document: the report.
        bladen: the tables of the workbook by sheet.
        pad: where; its ending chooses the form.

    Raises:
        GebruikersFout: as :func:`check_target` for the ending; or a file cannot be read or written.
    """
    tekstpad = text_path(pad)
    teksten = read_text(tekstpad)
    inhoud = render(with_own_text(document, teksten), pad.suffix.lower())
    werkmap = pad.with_name(f"{pad.stem}-bijlagen.xlsx")
    titel = ", ".join(filter(None, (document.soort, document.gebied, document.editie)))
    boek = make_werkmap(titel, bladen)
    write_atomic(pad, inhoud)
    write_atomic(werkmap, boek)
    return Geschreven(pad, werkmap, tekstpad, write_template(tekstpad, document), len(teksten))


def render(document: Document, vorm: str) -> bytes:
    """The report in one of ``VORMEN``; signs that no document can hold are left out of its texts."""
    document = clean(document)
    if vorm == ".docx":
        from netwerkkaart.rapport.naar_docx import to_docx

        return mark(to_docx(document))
    if vorm == ".pptx":
        from netwerkkaart.rapport.naar_pptx import to_pptx

        return mark(to_pptx(document))
    if vorm == ".pdf":
        from netwerkkaart.rapport.naar_pdf import to_pdf

        return to_pdf(document)
    from netwerkkaart.rapport.naar_html import to_html

    return to_html(document).encode()


def mark(inhoud: bytes) -> bytes:
    """The same document with a mark of its contents, as the comment of the archive."""
    buffer = io.BytesIO(inhoud)
    with zipfile.ZipFile(buffer, "a") as bestand:
        bestand.comment = _MERK + _digest(bestand)
    return buffer.getvalue()


def is_edited(pad: Path) -> bool:
    """Whether a document is another than was made here; one that is not there is none."""
    try:
        with zipfile.ZipFile(pad) as bestand:
            return bestand.comment != _MERK + _digest(bestand)
    except FileNotFoundError:
        return False
    except (OSError, zipfile.BadZipFile, KeyError):
        return True


def _digest(bestand: zipfile.ZipFile) -> bytes:
    som = hashlib.sha256()
    for naam in bestand.namelist():
        som.update(naam.encode() + b"\0" + bestand.read(naam))
    return som.hexdigest().encode()
