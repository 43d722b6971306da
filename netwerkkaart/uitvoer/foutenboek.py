"""The error workbook: a user's own rows, the faulty cells coloured, the reason beside each row.

She corrects it and imports it as it is: every row keeps its number, every cell its text, and what we
add is known to the readers by name (:mod:`netwerkkaart.inlezen.teruggave`). A cell whose value could
not be known (``#N/A``, a formula without a result) stays unknown until she fills it in.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from netwerkkaart.bestanden import TEKST_BLIJFT_TEKST, csv_restore, csv_safe, write_atomic
from netwerkkaart.fouten import GebruikersFout, Melding
from netwerkkaart.inlezen.raster import RuwBlad, kolomletter
from netwerkkaart.inlezen.rijksregister import hide_numbers
from netwerkkaart.inlezen.teruggave import MERKTEKEN, OVERZICHT, REDENKOLOM
from netwerkkaart.uitvoer.foutenplekken import MAX_CEL, Indeling, Plek, find_places, free_name, sheet_names

_MAX_NOTITIES: Final = 2_000
"""Cells with a note: thousands of notes make Excel slow. The colour and the reason are everywhere."""
_BREEDTE_REDEN: Final = 70
_MAX_REGELS: Final = 14
_MAX_LINKS: Final = 60_000
"""Links on the overview: Excel takes 65,530 a sheet."""
_TEKEN: Final = {True: "✗ Fout", False: "! Waarschuwing"}
_TITEL: Final = "Foutenboek van Netwerkkaart"
_OPTIES: Final = {"constant_memory": True, **TEKST_BLIJFT_TEKST}
_TOEN: Final = datetime(2020, 1, 1)
"""A fixed moment: the same faults give the same bytes, and a file that was saved since has another."""


def make_foutenboek(
    bladen: Sequence[RuwBlad], meldingen: Sequence[Melding], bestand: str, vervolg: str = ""
) -> bytes:
    """Make the workbook. O(cells + messages); some 10 µs a cell.

    Args:
        bladen: all sheets of the file as they were read.
        meldingen: what is to be told of it: faults and warnings.
        bestand: name of the file that the user gave.
        vervolg: the command that reads the corrected workbook; empty: none is named.

    Raises:
        GebruikersFout: a cell is longer than a cell of Excel can be, or there are too many rows: nothing
            may be cut in silence.
    """
    import xlsxwriter

    indelingen = [Indeling(blad) for blad in bladen]
    for indeling in indelingen:
        indeling.keur()
    namen = sheet_names(bladen, bestand)
    plaatsen = find_places(indelingen, meldingen)
    buffer = io.BytesIO()
    # Row by row to a folder that only this user can read: all cells at once take a kilobyte each.
    with (
        TemporaryDirectory(prefix="netwerkkaart-", ignore_cleanup_errors=True) as tijdelijk,
        xlsxwriter.Workbook(buffer, {**_OPTIES, "tmpdir": tijdelijk}) as boek,
    ):
        boek.set_properties({"title": _TITEL, "author": "Netwerkkaart", "created": _TOEN})
        stijlen = _make_stijlen(boek)
        overzicht = boek.add_worksheet(free_name(OVERZICHT, {naam.casefold() for naam in namen}))
        vellen = [boek.add_worksheet(naam) for naam in namen]
        _write_overzicht(overzicht, stijlen, _Overzicht(bestand, vervolg, namen, indelingen, plaatsen))
        for nummer, (vel, indeling) in enumerate(zip(vellen, indelingen, strict=True)):
            hier = [(plek, melding) for melding, plek in plaatsen if plek is not None and plek.blad == nummer]
            _write_blad(vel, stijlen, indeling, hier)
            if indeling.blad.verborgen and not hier:
                vel.hide()
        overzicht.activate()
    return buffer.getvalue()


def write_foutenboek(pad: Path, inhoud: bytes) -> None:
    """Write the workbook; another file of that name is never written over, nor one that was corrected.

    Raises:
        GebruikersFout: there is another file, or it could not be written.
    """
    if pad.exists() and not _is_untouched(pad):
        raise GebruikersFout(
            f"{pad.name} bestaat al; het is niet overschreven.", hulp="Kies een andere naam met --foutenboek."
        )
    write_atomic(pad, inhoud)


def choose_path(bestand: Path) -> Path:
    """Where the workbook goes by itself: beside the file, ``naam-fouten.xlsx``, else ``naam-fouten-2.xlsx``.

    A workbook that we made before and that nobody saved since may be replaced; any other file stays.
    """
    stam = re.sub(r"-fouten(?:-\d+)?$", "", bestand.stem) or bestand.stem
    nummer = 1
    while True:
        pad = bestand.with_name(f"{stam}-fouten{'' if nummer == 1 else f'-{nummer}'}.xlsx")
        if pad.name.casefold() != bestand.name.casefold() and (not pad.exists() or _is_untouched(pad)):
            return pad
        nummer += 1


def _is_untouched(pad: Path) -> bool:
    """True for an error workbook of ours that no program saved since: these write another date in it."""
    try:
        with zipfile.ZipFile(pad) as archief, archief.open("docProps/core.xml") as bron:
            eigenschappen = bron.read(10_000).decode("utf-8", "replace")
    except (OSError, KeyError, ValueError, zipfile.BadZipFile, NotImplementedError, RuntimeError):
        return False
    moment = f">{_TOEN.isoformat()}Z</dcterms:modified>"
    return f"<dc:title>{_TITEL}</dc:title>" in eigenschappen and moment in eigenschappen


# ---- writing ----------------------------------------------------------------------------------------


def _make_stijlen(boek: Any) -> dict[str, Any]:
    """The formats. Fault and warning differ in colour, in border and by a word beside them."""
    tekst = {"num_format": "@", "valign": "top"}
    fout = {"bg_color": "#F5B7A3", "border": 2, "border_color": "#9C2A00"}
    waarschuwing = {"bg_color": "#FFF0B3", "border": 3, "border_color": "#7A5C00"}
    kop = {"bold": True, "bottom": 1, "bg_color": "#E8EEF2", "text_wrap": True}
    return {
        naam: boek.add_format(stijl)
        for naam, stijl in {
            "tekst": tekst,
            "kop": {**tekst, **kop},
            "fout": {**tekst, **fout},
            "waarschuwing": {**tekst, **waarschuwing},
            "kop fout": {**tekst, **kop, **fout},
            "kop waarschuwing": {**tekst, **kop, **waarschuwing},
            "reden fout": {**tekst, "text_wrap": True, "font_color": "#9C2A00"},
            "reden waarschuwing": {**tekst, "text_wrap": True, "font_color": "#7A5C00"},
            "titel": {"bold": True, "font_size": 14},
            "uitleg": {"text_wrap": True, "valign": "top"},
            "link": {"font_color": "#0B5394", "underline": 1, "valign": "top"},
            "omloop": {**tekst, "text_wrap": True},
        }.items()
    }


def _write_blad(
    vel: Any, stijlen: dict[str, Any], indeling: Indeling, hier: list[tuple[Plek, Melding]]
) -> None:
    """The user's rows as they stood, marks on the cells, the reason behind the last column; row by row."""
    blad = indeling.blad
    per_rij: dict[int, list[tuple[Plek, Melding]]] = {}
    for paar in hier:
        per_rij.setdefault(paar[0].rij, []).append(paar)
    onbekend: dict[int, list[int]] = {}
    for nummer, kolom in blad.onbekend:
        onbekend.setdefault(nummer - 1, []).append(kolom)
    rijen = dict(zip(indeling.regels, indeling.rijen, strict=True))
    notities = 0
    for regel in sorted({*rijen, *onbekend, *per_rij}):
        meldingen = per_rij.get(regel, [])
        per_cel: dict[int, list[Melding]] = {}
        for plek, melding in meldingen:
            if plek.kolom is not None:
                per_cel.setdefault(plek.kolom, []).append(melding)
        cellen = rijen.get(regel, ())
        if meldingen or any("\n" in cel for cel in cellen):
            redenen = _reasons([melding for _, melding in meldingen])
            vel.set_row(regel, _height((redenen, _BREEDTE_REDEN), *((cel, 10_000) for cel in cellen)))
        _write_cellen(vel, stijlen, indeling, regel, cellen, per_cel, onbekend.get(regel, []))
        for kolom, gemeld in per_cel.items():
            notities += 1
            if notities <= _MAX_NOTITIES:
                tekst = "\n".join(dict.fromkeys(map(_note, gemeld)))
                schaal = {"x_scale": 2, "y_scale": 1 + tekst.count("\n") / 4}
                vel.write_comment(regel, kolom, tekst[:2_000], schaal)
        if regel == indeling.kopregel and per_rij:
            vel.write_string(regel, indeling.breedte, REDENKOLOM, stijlen["kop"])
        elif meldingen:
            _write_reden(vel, stijlen, regel, indeling.breedte, [melding for _, melding in meldingen])
    _dress(vel, stijlen, indeling, bool(per_rij))


def _write_cellen(
    vel: Any,
    stijlen: dict[str, Any],
    indeling: Indeling,
    regel: int,
    rij: Sequence[str],
    per_cel: dict[int, list[Melding]],
    onbekend: list[int],
) -> None:
    """One row: texts as texts, marks, and ``#N/A`` where the value is not known."""
    gewoon = "kop" if regel == indeling.kopregel else "tekst"
    van = indeling.blad.kolom_vanaf
    for kolom, cel in enumerate(rij, start=van):
        if cel:
            vel.write_string(regel, kolom, _protected(cel), stijlen[_stijl(per_cel.get(kolom), gewoon)])
    for kolom, meldingen in per_cel.items():
        if kolom not in onbekend and not (van <= kolom < van + len(rij) and rij[kolom - van]):
            vel.write_blank(regel, kolom, None, stijlen[_stijl(meldingen, gewoon)])
    for kolom in onbekend:
        vel.write_formula(regel, kolom, "=NA()", stijlen[_stijl(per_cel.get(kolom), gewoon)], "#N/A")


def _stijl(meldingen: list[Melding] | None, anders: str) -> str:
    if not meldingen:
        return anders
    soort = "fout" if any(melding.is_fout for melding in meldingen) else "waarschuwing"
    return f"kop {soort}" if anders == "kop" else soort


def _protected(cel: str) -> str:
    """A text that reading gives back as it is: a leading apostrophe would be taken for our protection."""
    return csv_safe(cel) if csv_restore(cel) != cel else cel


def _note(melding: Melding, waar: str = "") -> str:
    zin = f"{_TEKEN[melding.is_fout]}{waar}: {hide_numbers(melding.tekst)}"
    return f"{zin} Verwacht: {melding.verwacht}." if melding.verwacht else zin


def _write_reden(vel: Any, stijlen: dict[str, Any], regel: int, kolom: int, meldingen: list[Melding]) -> None:
    """Why this row is refused, or what is told of it."""
    tekst = _reasons(meldingen)
    soort = "reden fout" if any(melding.is_fout for melding in meldingen) else "reden waarschuwing"
    vel.write_string(regel, kolom, tekst, stijlen[soort])


def _reasons(meldingen: list[Melding]) -> str:
    zinnen = dict.fromkeys(
        _note(melding, f" in “{melding.kolom}”" if melding.kolom else "") for melding in meldingen
    )
    return "\n".join(zinnen)[: MAX_CEL - 1]


def _height(*teksten: tuple[str, int]) -> float:
    """Height of a row in points for texts that wrap in so many signs; not every program works it out."""
    regels = max(sum(1 + len(stuk) // breedte for stuk in tekst.split("\n")) for tekst, breedte in teksten)
    return 15.0 * min(regels, _MAX_REGELS)


def _dress(vel: Any, stijlen: dict[str, Any], indeling: Indeling, met_reden: bool) -> None:
    """Widths, frozen header, filter; new cells are text too, so that a leading nought survives."""
    vel.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})  # Excel's own marks would look like ours
    vel.set_landscape()
    vel.fit_to_pages(1, 0)
    for kolom in range(indeling.breedte):
        plaats = kolom - indeling.blad.kolom_vanaf
        lengtes = [len(rij[plaats]) for rij in indeling.rijen[:200] if 0 <= plaats < len(rij)]
        vel.set_column(kolom, kolom, max(8, min(40, max(lengtes, default=0) + 4)), stijlen["tekst"])
    laatste = indeling.breedte if met_reden else indeling.breedte - 1
    if met_reden:
        vel.set_column(indeling.breedte, indeling.breedte, _BREEDTE_REDEN)
    if indeling.rijen:
        vel.freeze_panes(indeling.kopregel + 1, 0)
        if indeling.laatste > indeling.kopregel and laatste >= 0:
            vel.autofilter(indeling.kopregel, indeling.blad.kolom_vanaf, indeling.laatste, laatste)


@dataclass(frozen=True, slots=True)
class _Overzicht:
    bestand: str
    vervolg: str
    namen: list[str]
    indelingen: list[Indeling]
    plaatsen: list[tuple[Melding, Plek | None]]

    def uitleg(self) -> Iterator[str]:
        """What it is, and what to do next."""
        fouten = sum(melding.is_fout for melding, _ in self.plaatsen)
        meer = len(self.plaatsen) - fouten
        telling = [f"{fouten} {'fout' if fouten == 1 else 'fouten'}"] if fouten else []
        telling += [f"{meer} {'waarschuwing' if meer == 1 else 'waarschuwingen'}"] if meer else []
        waar = f"het blad “{self.namen[0]}”" if len(self.namen) == 1 else "de volgende bladen"
        yield f"In {self.bestand}: {' en '.join(telling) or 'geen fouten'}. Uw eigen rijen staan op {waar}."
        yield (
            "Klik op een cel in de kolom “Ga naar”. Een fout heeft een rode achtergrond met een dikke rand,"
            " een waarschuwing een gele met een streepjesrand; de reden staat ernaast, in de kolom"
            f" “{REDENKOLOM}”. Filter die op niet-lege cellen om alleen de rijen te zien waar iets mee is."
            + (
                " De rijen zijn hier anders genummerd dan in uw bestand."
                if any(indeling.opeen for indeling in self.indelingen)
                else ""
            )
        )
        yield (
            "Verbeter de cellen in dit bestand, bewaar het, en lees het zo weer in. Dit blad en de kolom"
            f" “{REDENKOLOM}” mogen blijven staan: ze worden niet ingelezen."
            + (f" Commando: {self.vervolg}" if self.vervolg else "")
        )


def _write_overzicht(vel: Any, stijlen: dict[str, Any], overzicht: _Overzicht) -> None:
    """All messages, each with a link to its cell."""
    vel.set_landscape()
    vel.fit_to_pages(1, 0)
    vel.write_string(0, 0, MERKTEKEN, stijlen["titel"])
    for regel, zin in enumerate(overzicht.uitleg(), start=1):
        vel.merge_range(regel, 0, regel, 7, zin, stijlen["uitleg"])
        vel.set_row(regel, _height((zin, 190)))
    koppen = ("Soort", "Blad", "Rij", "Kolom", "Ga naar", "Wat klopt er niet", "Wat er staat", "Verwacht")
    begin = 5
    for kolom, (kop, breedte) in enumerate(zip(koppen, (16, 20, 8, 22, 12, 60, 30, 50), strict=True)):
        vel.write_string(begin, kolom, kop, stijlen["kop"])
        vel.set_column(kolom, kolom, breedte)
    for nummer, (melding, plek) in enumerate(overzicht.plaatsen):
        regel = begin + 1 + nummer
        soort = "fout" if melding.is_fout else "waarschuwing"
        vel.set_row(regel, _height((melding.tekst, 60), (melding.waarde[:500], 30), (melding.verwacht, 50)))
        vel.write_string(regel, 0, _TEKEN[melding.is_fout], stijlen[soort])
        vel.write_string(regel, 3, hide_numbers(melding.kolom), stijlen["omloop"])
        vel.write_string(regel, 5, hide_numbers(melding.tekst), stijlen["omloop"])
        vel.write_string(regel, 6, _protected(hide_numbers(melding.waarde))[:500], stijlen["omloop"])
        vel.write_string(regel, 7, melding.verwacht[:2_000], stijlen["omloop"])
        if plek is None:
            vel.write_string(regel, 1, hide_numbers(melding.blad), stijlen["tekst"])
            if melding.rij:
                vel.write_number(regel, 2, melding.rij, stijlen["omloop"])
            continue
        naam = overzicht.namen[plek.blad]
        vel.write_string(regel, 1, naam, stijlen["tekst"])
        vel.write_number(regel, 2, plek.rij + 1, stijlen["omloop"])
        cel = f"{kolomletter(_link_kolom(overzicht.indelingen[plek.blad], plek))}{plek.rij + 1}"
        if nummer < _MAX_LINKS:
            doel = f"internal:'{naam.replace(chr(39), chr(39) * 2)}'!{cel}"
            vel.write_url(regel, 4, doel, stijlen["link"], cel)
        else:
            vel.write_string(regel, 4, cel, stijlen["tekst"])
    vel.freeze_panes(begin + 1, 0)
    vel.autofilter(begin, 0, begin + max(1, len(overzicht.plaatsen)), len(koppen) - 1)


def _link_kolom(indeling: Indeling, plek: Plek) -> int:
    return plek.kolom if plek.kolom is not None else indeling.blad.kolom_vanaf
