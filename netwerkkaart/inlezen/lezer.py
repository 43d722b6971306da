"""The door: one file named by a user becomes tables, or a refusal."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from netwerkkaart.fouten import Afsluitcode, Ernst, GebruikersFout, Melding, NietGevonden, OnleesbaarBestand
from netwerkkaart.inlezen.celtekens import drop_control_signs, find_error_texts
from netwerkkaart.inlezen.codering import decodeer
from netwerkkaart.inlezen.csvbestand import read_csv
from netwerkkaart.inlezen.formaat import Formaat, bepaal_formaat, read_raw, te_groot
from netwerkkaart.inlezen.grenzen import MAX_TEKST
from netwerkkaart.inlezen.privacy import discreet, weiger_leerlinggegevens
from netwerkkaart.inlezen.raster import RuwBlad, make_tabel, mojibake
from netwerkkaart.inlezen.restanten import Restant
from netwerkkaart.inlezen.tabel import Tabel
from netwerkkaart.inlezen.teruggave import without_additions
from netwerkkaart.inlezen.werkmap import read_werkmap


def read_tabel(
    pad: Path, *, blad: str | None = None, codering: str | None = None, scheidingsteken: str | None = None
) -> Tabel:
    """Read one table: a CSV file, or one sheet of an XLSX or ODS workbook.

    Every sheet is searched for pupil data, also those that are not asked for.

    Args:
        pad: the file; what it is, is told by its content.
        blad: name of the sheet (case does not matter). Needed when several sheets hold rows.
        codering: encoding of a CSV file, where it should not be guessed.
        scheidingsteken: what parts the cells of a CSV file, where it should not be guessed.

    Returns:
        The table, with at least one row; ``meldingen`` holds the warnings about the file.

    Raises:
        OnleesbaarBestand: missing, empty (a header alone included), of another kind, damaged, unsafe.
        NietToegelaten: pupil data.
        NietGevonden: no sheet of that name.
        GebruikersFout: faults in the table, all in ``meldingen``; or a choice that must be made.
    """
    with discreet(pad):
        bladen, sha256 = _lees_ruw(pad, codering, scheidingsteken)
        gekozen = _kies(bladen, pad.name, blad)
        if not gekozen.heeft_rijen:
            raise _leeg(pad.name, gekozen)
        return _tot_tabellen([gekozen], pad.name, sha256)[0]


def read_bladen(
    pad: Path,
    *,
    codering: str | None = None,
    scheidingsteken: str | None = None,
    alleen: Callable[[str], bool] | None = None,
) -> list[Tabel]:
    """Read all sheets of a workbook, hidden ones too (each with a warning); a CSV file is one sheet.

    A sheet with a header alone gives a table without rows; a wholly empty sheet gives nothing.

    Args:
        pad: as for :func:`read_tabel`.
        codering: as for :func:`read_tabel`.
        scheidingsteken: as for :func:`read_tabel`.
        alleen: says by its name whether a sheet is a table; others are searched for pupil data and then
            left, so that a sheet of notes need not look like a table. None: each is.

    Returns:
        The tables in the order of the sheets; at least one sheet of the file has rows.

    Raises:
        OnleesbaarBestand: as for :func:`read_tabel`; no sheet has rows.
        NietToegelaten: pupil data.
        GebruikersFout: faults, those of all sheets together.
    """
    with discreet(pad):
        bladen, sha256 = _lees_ruw(pad, codering, scheidingsteken)
        if not any(blad.heeft_rijen for blad in bladen):
            raise _leeg(pad.name, bladen[0] if len(bladen) == 1 else None)
        gevuld = [blad for blad in bladen if blad.rijen or blad.fouten]
        return _tot_tabellen([b for b in gevuld if alleen is None or alleen(b.naam)], pad.name, sha256)


def read_ruwe_bladen(
    pad: Path, *, codering: str | None = None, scheidingsteken: str | None = None
) -> list[RuwBlad]:
    """All sheets of a file as they stood in it, faults and all, to give them back with the faults marked.

    Raises:
        OnleesbaarBestand: as for :func:`read_tabel`.
        NietToegelaten: pupil data.
        GebruikersFout: a CSV file that cannot be parsed.
    """
    with discreet(pad):
        return _lees_ruw(pad, codering, scheidingsteken)[0]


def _lees_ruw(pad: Path, codering: str | None, scheidingsteken: str | None) -> tuple[list[RuwBlad], str]:
    """All sheets of the file, free of pupil data, and the hash of its bytes."""
    restanten: list[Restant] = []
    inhoud = read_raw(pad)
    sha256 = hashlib.sha256(inhoud).hexdigest()
    formaat = bepaal_formaat(inhoud, pad.name)
    if formaat is Formaat.CSV:
        if len(inhoud) > MAX_TEKST:
            raise te_groot(pad.name, len(inhoud), MAX_TEKST)
        gelezen = decodeer(inhoud, pad.name, codering)
        bladen = [read_csv(gelezen, pad.name, scheidingsteken)]
    else:
        if codering is not None or scheidingsteken is not None:
            raise GebruikersFout(
                f"{pad.name} is een werkmap; --codering en --scheidingsteken gelden alleen voor CSV.",
                hulp="Laat deze opties weg.",
                code=Afsluitcode.VERKEERD_GEBRUIK,
            )
        bladen, restanten = read_werkmap(inhoud, formaat, pad.name)
    weiger_leerlinggegevens(bladen, pad.name, restanten)
    bladen = without_additions(bladen)
    for blad in bladen:
        drop_control_signs(blad, pad.name)
        find_error_texts(blad, pad.name)
    return bladen, sha256


def _kies(bladen: list[RuwBlad], bestand: str, naam: str | None) -> RuwBlad:
    """The sheet that is meant."""
    if naam is not None:
        return _kies_op_naam(bladen, bestand, naam)
    gevuld = [blad for blad in bladen if blad.heeft_rijen]
    if len(gevuld) == 1:
        return gevuld[0]
    if not gevuld:
        raise _leeg(bestand, bladen[0] if len(bladen) == 1 else None)
    raise GebruikersFout(
        f"{bestand} heeft {len(gevuld)} bladen met gegevens: {_opsomming(gevuld)}.",
        hulp=f'Kies er een met --blad, bijvoorbeeld --blad "{gevuld[0].naam}".',
        code=Afsluitcode.VERKEERD_GEBRUIK,
    )


def _kies_op_naam(bladen: list[RuwBlad], bestand: str, naam: str) -> RuwBlad:
    if [blad.naam for blad in bladen] == [""]:
        raise GebruikersFout(
            f"{bestand} is een CSV-bestand en heeft geen bladen.",
            hulp="Laat --blad weg.",
            code=Afsluitcode.VERKEERD_GEBRUIK,
        )
    gezocht = naam.strip().casefold()
    for blad in sorted(bladen, key=lambda blad: blad.naam != naam):  # the exact name first
        if blad.naam.strip().casefold() == gezocht:
            return blad
    raise NietGevonden(
        f'{bestand} heeft geen blad "{naam}".',
        hulp=f"De bladen zijn: {_opsomming(bladen)}." if bladen else "",
    )


def _opsomming(bladen: list[RuwBlad]) -> str:
    return ", ".join(f'"{blad.naam}"' + (" (verborgen)" if blad.verborgen else "") for blad in bladen)


def _leeg(bestand: str, blad: RuwBlad | None) -> OnleesbaarBestand:
    """The refusal of a table without rows; ``blad`` is the one that was meant, None: each is empty."""
    if blad is None:
        wat, waarom = bestand, "op geen enkel blad staat een rij onder de kolomnamen."
    else:
        wat = f'Het blad "{blad.naam}" van {bestand}' if blad.naam else bestand
        waarom = "er staan alleen kolomnamen in." if blad.rijen else "er is geen enkele cel gevuld."
    return OnleesbaarBestand(
        f"{wat} is leeg: {waarom}",
        hulp="Vul onder de kolomnamen minstens één rij in, of kies een ander bestand.",
    )


def _tot_tabellen(bladen: list[RuwBlad], bestand: str, sha256: str) -> list[Tabel]:
    """Judge the sheets; all faults together stop the reading."""
    tabellen: list[Tabel] = []
    fouten: list[Melding] = []
    for blad in bladen:
        if blad.verborgen:
            blad.meldingen.append(
                Melding(
                    "Dit blad is verborgen, maar het is wel gelezen.",
                    bestand=bestand,
                    blad=blad.naam,
                    ernst=Ernst.WAARSCHUWING,
                )
            )
        blad.meldingen.extend(mojibake(blad, bestand))
        tabel, gevonden = make_tabel(blad, bestand, sha256)
        tabellen.append(tabel)
        fouten += gevonden
    if fouten:
        raise _fouten(fouten, bestand)
    return tabellen


def _fouten(fouten: list[Melding], bestand: str) -> GebruikersFout:
    wat = "zit 1 fout" if len(fouten) == 1 else f"zitten {len(fouten)} fouten"
    return GebruikersFout(
        f"In {bestand} {wat}.", hulp="Verbeter de tabel en probeer opnieuw.", meldingen=fouten
    )
