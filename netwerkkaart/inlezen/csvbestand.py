"""CSV: separator found by parsing, quotes taken strictly, row numbers as an editor shows them."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from netwerkkaart.fouten import Afsluitcode, Ernst, GebruikersFout, Melding, OnleesbaarBestand
from netwerkkaart.inlezen.cellen import te_veel_cellen
from netwerkkaart.inlezen.codering import Gedecodeerd
from netwerkkaart.inlezen.grenzen import MAX_CEL, MAX_CELLEN, MAX_KOLOMMEN, MAX_RIJEN
from netwerkkaart.inlezen.raster import RuwBlad, schoon

# In order of preference when two fit equally well: what Excel writes on a Belgian Windows comes first.
SCHEIDINGSTEKENS: Final = (";", "\t", ",", "|")
NAMEN: Final = {";": "puntkomma", "\t": "tab", ",": "komma", "|": "verticale streep"}
_MONSTER_TEKENS: Final = 64 * 1024
_MONSTER_RIJEN: Final = 100
_SEP_REGEL: Final = re.compile(r'"?sep=(.)"?[ \t]*(?:\r\n|\r|\n|\Z)', re.IGNORECASE)
_REGELEINDE: Final = re.compile(r"\r\n|\r|\n")


def read_csv(gelezen: Gedecodeerd, bestand: str, scheidingsteken: str | None = None) -> RuwBlad:
    """Parse the text of a CSV file.

    Args:
        gelezen: the text, as :func:`~netwerkkaart.inlezen.codering.decodeer` gave it.
        bestand: name of the file, for messages.
        scheidingsteken: what the user says parts the cells; else it is found.

    Returns:
        The sheet; ``rijnummers`` are the lines on which the records begin.

    Raises:
        GebruikersFout: a quote that is never closed (or closed in the wrong place), with its row.
    """
    tekst, regels_weg = gelezen.tekst, 0
    eerste = _SEP_REGEL.match(tekst)
    if eerste and scheidingsteken in (None, eerste[1]):
        scheidingsteken, regels_weg = eerste[1], 1
        tekst = tekst[eerste.end() :]
    teken = _geldig(scheidingsteken) if scheidingsteken is not None else raad_scheidingsteken(tekst)
    _keur_omvang(tekst, teken, bestand)
    schone, nummers = _ontleed(tekst, teken, bestand, regels_weg)
    blad = RuwBlad("", schone, nummers, tekst)
    if gelezen.geraden:
        blad.meldingen.append(_geraden_codering(gelezen, bestand))
    if schone:
        _keur_kolommen(schone, bestand)
        _keur_breedtes(blad, bestand, teken)
        blad.meldingen.extend(_slokop(blad, bestand, teken, '"' in tekst))
    return blad


def _keur_omvang(tekst: str, teken: str, bestand: str) -> None:
    """Refuse a file of so many rows or cells that memory would not do, before it is parsed."""
    rijen = max(tekst.count("\n"), tekst.count("\r"))
    if rijen > MAX_RIJEN:
        raise OnleesbaarBestand(
            f"{bestand} is te groot: het heeft {rijen} rijen. Hoogstens {MAX_RIJEN} rijen mogen.",
            hulp="Verdeel de tabel over bestanden, of laat rijen weg die niet nodig zijn.",
        )
    if rijen + tekst.count(teken) > MAX_CELLEN:
        raise te_veel_cellen(bestand)


def _keur_kolommen(rijen: list[tuple[str, ...]], bestand: str) -> None:
    for rij in rijen:
        if len(rij) > MAX_KOLOMMEN and any(rij[MAX_KOLOMMEN:]):
            raise OnleesbaarBestand(
                f"{bestand} is te groot: er is een rij met {len(rij)} cellen."
                f" Hoogstens {MAX_KOLOMMEN} kolommen mogen.",
                hulp="Laat kolommen weg die niet nodig zijn. Staat elk gegeven wel op een rij van zichzelf?",
            )


def _geldig(teken: str) -> str:
    """The separator that the user gave, or a refusal; a tab may be spelled out."""
    teken = {"\\t": "\t", "tab": "\t"}.get(teken.lower(), teken)
    if len(teken) != 1 or teken in '"\r\n' or teken.isalnum():
        raise GebruikersFout(
            f'"{teken}" kan geen scheidingsteken zijn.',
            hulp="Gebruik ; of , of | of tab.",
            code=Afsluitcode.VERKEERD_GEBRUIK,
        )
    return teken


def raad_scheidingsteken(tekst: str) -> str:
    r"""The separator under which most rows are as wide as the header.

    The head of the file is parsed with each candidate. A candidate that leaves the header whole is
    out, unless all do (a title above the table, or a table of one column). ``csv.Sniffer`` is not
    used: it judges characters, not records, and takes a letter or a space for a separator.

    >>> raad_scheidingsteken("naam;adres\nA;Dorp 1, bus 2\nB;Dorp 3, bus 4\n")
    ';'
    """
    monster = tekst[:_MONSTER_TEKENS]
    beste, beste_punten = ";", (False, 0.0, 0)
    for teken in SCHEIDINGSTEKENS:
        breedtes = _breedtes(monster, teken)
        if len(tekst) > len(monster) and len(breedtes) > 1:
            breedtes.pop()  # the cut may have halved it
        if not breedtes or max(breedtes) < 2:
            continue
        kop_breed = breedtes[0] > 1
        breedte = breedtes[0] if kop_breed else Counter(breedtes[1:]).most_common(1)[0][0]
        if breedte < 2:
            continue
        punten = (kop_breed, breedtes.count(breedte) / len(breedtes), breedte)
        if punten > beste_punten:
            beste, beste_punten = teken, punten
    return beste


def _breedtes(monster: str, teken: str) -> list[int]:
    """Widths of the first records that are not blank."""
    lezer = csv.reader(io.StringIO(monster, newline=""), delimiter=teken, skipinitialspace=True)
    breedtes: list[int] = []
    with _ruime_cellen():
        try:
            for rij in lezer:
                if any(map(str.strip, rij)):
                    breedtes.append(len(rij))
                if len(breedtes) >= _MONSTER_RIJEN:
                    break
        except csv.Error:
            pass  # what was read until here is enough to judge by
    return breedtes


@contextmanager
def _ruime_cellen() -> Iterator[None]:
    """Allow cells of :data:`MAX_CEL` characters while we parse; csv's own limit is global."""
    vorig = csv.field_size_limit(MAX_CEL)
    try:
        yield
    finally:
        csv.field_size_limit(vorig)


def _ontleed(
    tekst: str, teken: str, bestand: str, regels_weg: int
) -> tuple[list[tuple[str, ...]], list[int]]:
    """All records that are not empty, clean, and the line on which each begins."""
    # A blank after the separator may stand before a quote: a, "b, c". Blanks are stripped anyway.
    lezer = csv.reader(_regels(tekst), delimiter=teken, strict=True, skipinitialspace=True)
    begin = 0  # lines before the record that is being read

    def records() -> Iterator[tuple[int, list[str]]]:
        nonlocal begin
        for rij in lezer:
            yield begin + regels_weg + 1, rij
            begin = lezer.line_num

    with _ruime_cellen():
        try:
            # Without a quote every line is a record, which saves counting.
            return schoon(records() if '"' in tekst else enumerate(lezer, start=regels_weg + 1), tekst)
        except csv.Error as fout:
            if "field larger" in str(fout) and '"' not in tekst:
                raise _te_lang(tekst, bestand, regels_weg) from fout
            raise _aanhalingsfout(tekst, teken, bestand, begin, regels_weg, fout) from fout


def _te_lang(tekst: str, bestand: str, regels_weg: int) -> GebruikersFout:
    """The refusal of a cell that no quote could have made so long."""
    rij = 1 + next((nummer for nummer, regel in enumerate(_regels(tekst)) if len(regel) > MAX_CEL), 0)
    melding = Melding(
        f"Op deze rij staat een cel die langer is dan {MAX_CEL} tekens.",
        verwacht="de juiste regeleinden en scheidingstekens",
        bestand=bestand,
        rij=rij + regels_weg,
    )
    return GebruikersFout(
        f"{bestand} kan niet gelezen worden: een cel op rij {melding.rij} is langer dan {MAX_CEL} tekens.",
        hulp="Bewaar de tabel opnieuw uit Excel.",
        meldingen=[melding],
    )


def _regels(tekst: str) -> Iterator[str]:
    """The lines with their ends. (``StringIO`` would hold all of it once more, four bytes a sign.)"""
    begin = 0
    for einde in _REGELEINDE.finditer(tekst):
        yield tekst[begin : einde.end()]
        begin = einde.end()
    if begin < len(tekst):
        yield tekst[begin:]


def _aanhalingsfout(
    tekst: str, teken: str, bestand: str, regels_ervoor: int, regels_weg: int, fout: csv.Error
) -> GebruikersFout:
    """Name the row where the quote opens that spoils the record after ``regels_ervoor`` lines."""
    plaats = 0
    for nummer, einde in enumerate(_REGELEINDE.finditer(tekst), start=1):
        if nummer > regels_ervoor:
            break
        plaats = einde.end()
    if regels_ervoor == 0:
        plaats = 0
    rij = regels_ervoor + regels_weg + 1 + _regels_tot_open_aanhaling(tekst[plaats:], teken)
    nooit = "unexpected end" in str(fout) or "field larger" in str(fout)
    wat = "wordt nergens gesloten" if nooit else "wordt niet juist vóór het volgende scheidingsteken gesloten"
    melding = Melding(
        f'Op deze rij begint een cel met een aanhalingsteken (") dat {wat}.',
        verwacht='een tweede " op het einde van de cel, en "" voor een aanhalingsteken in de cel',
        bestand=bestand,
        rij=rij,
    )
    return GebruikersFout(
        f"{bestand} kan niet gelezen worden: er is iets mis met een aanhalingsteken op rij {rij}.",
        hulp="Verbeter die rij in een teksteditor, of bewaar de tabel opnieuw uit Excel.",
        meldingen=[melding],
    )


def _regels_tot_open_aanhaling(rest: str, teken: str) -> int:
    """Lines between the start of a broken record and the quote that is at fault.

    A record may hold good multi-line cells before the bad one, so its own first line is not enough.
    Walks cell by cell: each good quoted cell ends in a quote followed by a separator or line end.
    """
    goed = re.compile(
        r' *(?:"(?:[^"]|"")*"|[^"' + re.escape(teken) + r"\r\n][^" + re.escape(teken) + r"\r\n]*|)"
    )
    plaats = 0
    while plaats < len(rest):
        cel = goed.match(rest, plaats)
        if cel is None or rest[cel.end() : cel.end() + 1] != teken:
            break
        plaats = cel.end() + 1
    return len(_REGELEINDE.findall(rest[:plaats]))


def _geraden_codering(gelezen: Gedecodeerd, bestand: str) -> Melding:
    return Melding(
        f"Het bestand is niet in UTF-8 bewaard; het is gelezen als {gelezen.geraden}."
        " Kijk na of letters met accenten juist zijn, of geef de codering zelf op met --codering.",
        bestand=bestand,
        ernst=Ernst.WAARSCHUWING,
    )


def _keur_breedtes(blad: RuwBlad, bestand: str, teken: str) -> None:
    """Find rows wider or narrower than the header; cut what is empty beyond it.

    * Too wide with something in it: a fault, for cells have shifted.
    * Too narrow: the missing cells are read as empty, with one warning, because many programs leave
      out empty cells at the end. It is a fault when it rather looks like a row that was broken in
      two (two neighbours that together have the right width) or a line that is no row at all (one
      cell where three or more are due).
    """
    breedte = len(blad.rijen[0])
    anders = [plaats for plaats, rij in enumerate(blad.rijen) if len(rij) != breedte]
    if not anders or breedte == 1:  # one cell above many: a title, of which make_tabel will tell
        return
    kort: list[int] = []
    for plaats in anders:
        rij = blad.rijen[plaats]
        if len(rij) > breedte:
            if any(rij[breedte:]):
                blad.fouten.append(_te_breed(blad, plaats, bestand, breedte, teken))
                blad.te_breed[plaats] = rij
            blad.rijen[plaats] = rij[:breedte]
        else:
            kort.append(plaats)
    gebroken = _gebroken(blad, kort, breedte)
    stil = [plaats for plaats in kort if plaats not in gebroken]
    for plaats in sorted(gebroken):
        blad.fouten.append(
            Melding(
                f"Deze rij heeft maar {_cellen(len(blad.rijen[plaats]))}, en de kop heeft er {breedte}."
                " Misschien is ze door een regeleinde in een cel in twee gebroken, of hoort ze er niet bij.",
                bestand=bestand,
                rij=blad.rijnummers[plaats],
            )
        )
    if stil:
        blad.meldingen.append(_te_smal(blad, stil, bestand, breedte))


def _gebroken(blad: RuwBlad, kort: list[int], breedte: int) -> set[int]:
    """Places of the short rows that are not merely short (see :func:`_keur_breedtes`)."""
    gebroken = {plaats for plaats in kort if len(blad.rijen[plaats]) == 1 and breedte > 2}
    korte = set(kort)
    for plaats in kort:
        if plaats + 1 in korte and len(blad.rijen[plaats]) + len(blad.rijen[plaats + 1]) == breedte + 1:
            halven = blad.rijen[plaats][-1], blad.rijen[plaats + 1][0]
            if all(halven):
                gebroken |= {plaats, plaats + 1}
    return gebroken


def _cellen(aantal: int) -> str:
    return "1 cel" if aantal == 1 else f"{aantal} cellen"


def _te_breed(blad: RuwBlad, plaats: int, bestand: str, breedte: int, teken: str) -> Melding:
    naam = NAMEN.get(teken, f"teken {teken}")
    return Melding(
        f"Deze rij heeft {len(blad.rijen[plaats])} cellen, en de kop heeft er {breedte}."
        f" Misschien staat er een {naam} in een cel zonder aanhalingstekens.",
        verwacht=f"{_cellen(breedte)}, gescheiden door een {naam}",
        bestand=bestand,
        rij=blad.rijnummers[plaats],
    )


def _te_smal(blad: RuwBlad, plaatsen: list[int], bestand: str, breedte: int) -> Melding:
    wie = "1 rij heeft" if len(plaatsen) == 1 else f"{len(plaatsen)} rijen hebben"
    return Melding(
        f"{wie} minder dan {breedte} cellen; de cellen die op het einde ontbreken, zijn als leeg gelezen."
        " Dit is de eerste.",
        bestand=bestand,
        rij=blad.rijnummers[plaatsen[0]],
        ernst=Ernst.WAARSCHUWING,
    )


def _slokop(blad: RuwBlad, bestand: str, teken: str, aanhaling: bool) -> Iterator[Melding]:
    """Warn of a cell that seems to have swallowed rows: a line inside it has the shape of a record.

    ``strict`` sees a quote that is closed in the wrong place, but not one that by chance closes well.
    """
    drempel = len(blad.rijen[0]) - 1
    if not aanhaling or drempel < 2:
        return
    volgende = [*blad.rijnummers[1:], 0]
    for nummer, daarna, rij in zip(blad.rijnummers, volgende, blad.rijen, strict=True):
        if daarna == nummer + 1:
            continue  # a record of one line
        for cel in rij:
            if ("\n" in cel or "\r" in cel) and any(
                regel.count(teken) >= drempel for regel in cel.splitlines()
            ):
                yield Melding(
                    "Een cel op deze rij lijkt de volgende rijen opgeslokt te hebben."
                    ' Kijk na of er een aanhalingsteken (") te veel staat.',
                    bestand=bestand,
                    rij=nummer,
                    ernst=Ernst.WAARSCHUWING,
                )
                return
