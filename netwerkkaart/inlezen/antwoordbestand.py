"""A filled form of a question round, as a workbook or as the JSON that its page saves, as sheets."""

from __future__ import annotations

import hashlib
import io
import json
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from netwerkkaart.fouten import GebruikersFout, OnleesbaarBestand
from netwerkkaart.inlezen.celtekens import drop_control_signs
from netwerkkaart.inlezen.formaat import read_raw, te_groot
from netwerkkaart.inlezen.lezer import read_bladen
from netwerkkaart.inlezen.privacy import discreet, weiger_leerlinggegevens
from netwerkkaart.inlezen.raster import RuwBlad, genormaliseerd, make_tabel, schoon
from netwerkkaart.inlezen.tabel import Tabel

_MAX_JSON: Final = 5 * 2**20
"""Bytes; the largest form, of a CLB with two hundred schools, is some 300 kB."""
_MAX_EIGENSCHAPPEN: Final = 64 * 2**10
_MAX_BLADEN, _MAX_RIJEN, _MAX_BREED, _MAX_CEL = 20, 20_000, 30, 10_000
# Where office programs note when a file was last saved.
_BEWAARD: Final = {
    "docprops/core.xml": re.compile(rb"<dcterms:modified[^>]*>([^<]{10,40})</dcterms:modified>"),
    "meta.xml": re.compile(rb"<dc:date>([^<]{10,40})</dc:date>"),
}
_TIJDSTIP: Final = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)")
_HULP: Final = "Vraag het formulier opnieuw, of laat het in Excel of LibreOffice openen en bewaren."


@dataclass(frozen=True, slots=True)
class Antwoordbestand:
    """The sheets of a filled form.

    Args:
        bladen: by name; a sheet without a filled row below its header is absent.
        tijdstip: when it was saved, in UTC as ISO 8601; empty: unknown.
        sha256: hash of the bytes of the file.
    """

    bestand: str
    bladen: dict[str, Tabel]
    tijdstip: str = ""
    sha256: str = ""


def read_antwoordbestand(pad: Path, formaat: str, versie: int, alleen: Sequence[str]) -> Antwoordbestand:
    """Read a filled form. Pupil data refuse it, as any file.

    Args:
        pad: a workbook (XLSX, ODS), or the JSON that the page of the form saves.
        formaat: what a JSON file must say that it is.
        versie: the version of that.
        alleen: names of the sheets to read; others are searched for pupil data and left.

    Raises:
        OnleesbaarBestand: missing, damaged, unsafe, or no form at all.
        NietToegelaten: pupil data.
        GebruikersFout: faults in a sheet, all in ``meldingen``.
    """
    with discreet(pad):
        inhoud = read_raw(pad)
        sha256 = hashlib.sha256(inhoud).hexdigest()
        if inhoud.lstrip()[:1] == b"{":
            tabellen, tijdstip = _from_json(inhoud, pad.name, sha256, formaat, versie)
        else:
            tabellen = read_bladen(pad, alleen=lambda naam: naam in alleen)
            tijdstip = saved_at(inhoud)
    return Antwoordbestand(pad.name, {t.blad: t for t in tabellen if len(t)}, tijdstip, sha256)


def saved_at(inhoud: bytes) -> str:
    """When an office program last saved a workbook, in UTC; empty when it does not say so.

    Taken from the file itself and not from the disk, so that a copy says the same.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as archief:
            for deel in archief.infolist():
                patroon = _BEWAARD.get(deel.filename.lower())
                if patroon is not None:
                    with archief.open(deel) as bron:
                        gevonden = patroon.search(bron.read(_MAX_EIGENSCHAPPEN))
                    return _moment(gevonden[1].decode("utf-8", "replace")) if gevonden else ""
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError, ValueError):
        return ""
    return ""


def _moment(tekst: object) -> str:
    gevonden = _TIJDSTIP.match(tekst) if isinstance(tekst, str) else None
    return f"{gevonden[1]}T{gevonden[2]}Z" if gevonden else ""


def _from_json(
    inhoud: bytes, bestand: str, sha256: str, formaat: str, versie: int
) -> tuple[list[Tabel], str]:
    if len(inhoud) > _MAX_JSON:
        raise te_groot(bestand, len(inhoud), _MAX_JSON)
    try:
        delen: Any = json.loads(inhoud.decode("utf-8-sig"))
    except (ValueError, RecursionError) as fout:
        raise OnleesbaarBestand(f"{bestand} is beschadigd of onvolledig.", hulp=_HULP) from fout
    if not isinstance(delen, dict) or delen.get("formaat") != formaat:
        raise OnleesbaarBestand(f"{bestand} is geen ingevuld formulier van een bevraging.", hulp=_HULP)
    if delen.get("versie") != versie:
        raise OnleesbaarBestand(
            f"{bestand} is bewaard met een ander formulier (versie {delen.get('versie')!s:.20}).",
            hulp="Werk Netwerkkaart bij, of vraag het antwoord met het juiste formulier.",
        )
    ruw = [_raw_sheet(blad, bestand) for blad in _sheets(delen.get("bladen"), bestand)]
    weiger_leerlinggegevens(ruw, bestand)
    tabellen, fouten = [], []
    for blad in ruw:
        tabel, gevonden = make_tabel(blad, bestand, sha256)
        tabellen.append(tabel)
        fouten += gevonden
    if fouten:
        raise GebruikersFout(f"In {bestand} zitten {len(fouten)} fouten.", hulp=_HULP, meldingen=fouten)
    return tabellen, _moment(delen.get("tijdstip"))


def _sheets(bladen: object, bestand: str) -> list[dict[str, Any]]:
    goed = isinstance(bladen, list) and len(bladen) <= _MAX_BLADEN
    if not goed or not all(isinstance(blad, dict) for blad in bladen):  # type: ignore[attr-defined]
        raise OnleesbaarBestand(f"{bestand} is beschadigd of onvolledig.", hulp=_HULP)
    return bladen  # type: ignore[return-value]


def _raw_sheet(blad: dict[str, Any], bestand: str) -> RuwBlad:
    naam, rijen = blad.get("naam"), blad.get("rijen")
    if (
        not isinstance(naam, str)
        or len(naam) > 60
        or not isinstance(rijen, list)
        or len(rijen) > _MAX_RIJEN
        or not all(isinstance(rij, list) and len(rij) <= _MAX_BREED for rij in rijen)
        or not all(isinstance(cel, str) and len(cel) <= _MAX_CEL for rij in rijen for cel in rij)
    ):
        raise OnleesbaarBestand(f"{bestand} is beschadigd of onvolledig.", hulp=_HULP)
    tekst = "\n".join("\n".join(rij) for rij in rijen)
    schone, nummers = schoon(enumerate(rijen, start=1), tekst)
    blad_ = RuwBlad(naam, genormaliseerd(schone, tekst), nummers, tekst)
    drop_control_signs(blad_, bestand)
    return blad_
