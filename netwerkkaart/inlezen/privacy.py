"""Pupil data are refused at the door: they may not enter the graph, and no message repeats them.

Two things betray them: the name of a column (:func:`is_leerlingkolom`), and a national register number
in any cell of any sheet. Totals (``aantal_leerlingen``, ``leerlingen``) are welcome.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from netwerkkaart.fouten import Melding, NietToegelaten
from netwerkkaart.inlezen.grenzen import MAX_MELDINGEN
from netwerkkaart.inlezen.raster import RuwBlad, kolomletter

_HULP: Final = (
    "Netwerkkaart werkt met organisaties en met totalen per school, nooit met gegevens van leerlingen"
    " of ouders. Verwijder deze kolommen of cellen, ook op verborgen bladen, en probeer opnieuw."
)

# ---- column names -----------------------------------------------------------------------------------

_TOTAAL: Final = re.compile(
    r"\b(aantal|aantallen|totaal|totalen|tot|som|gemiddeld\w*|percentage|procent|pct|aandeel|max|min|maximum|minimum"
    r"|capaciteit|plaatsen|doelgroep\w*|per|prijs|kost\w*)\b"
)
# Organisations and services whose name holds the word for a child.
_GEEN_KIND: Final = re.compile(
    r"\b(kind (en )?(gezin|preventie|samenleving|maatschappij)|huis van het kind|huizen van het kind"
    r"|(school|centrum|stichting|fonds) (van het|voor het|voor) kind"
    r"|ouder ?(vereniging|raad|comite|contact)\w*)\b"
)
_PERSOON: Final = (
    r"(?:leerlingen|leerling|lln|ll|kinderen|kind|jongere|scholieren|scholier|pupil|minderjarige|client"
    r"|ouders|ouder|moeder|vader|mama|papa|voogd)"
)
_KENMERK: Final = (
    r"(?:naam|namen|voornaam|voornamen|achternaam|achternamen|familienaam|familienamen|initialen|roepnaam"
    r"|id|nr|nummer|nummers|code|adres|adressen|straat|woonplaats|gsm|gsmnummer|tel|telefoon|telefoonnummer"
    r"|mail|email|e mail|geslacht|leeftijd|klas|geboortejaar|geboren|nationaliteit|thuistaal|diagnose"
    r"|dossier|dossiernummer|problematiek|foto|pasfoto)"
)
_KLEINE_WOORDEN: Final = (
    r"(?: (?:en|of|van|de|het|een|d|vd|v|vande|deze|voornaam|naam|familienaam|achternaam|\d))*"
)
_LEERLINGKOLOM: Final = re.compile(
    # always about one person
    r"\b(rijks ?register\w*|rijks ?reg ?(?:nr|nummer|num)?|rr ?nr|rr ?nummer|rrn|niss|nrn"
    r"|insz|insz ?(?:nr|nummer)|bis ?(?:nr|nummer)|nationaal ?nummer|identiteits ?kaart ?(?:nr|nummer)?"
    r"|stam ?(?:nr|nummer)|stamboek ?(?:nr|nummer)"
    r"|geboorte ?(?:datum|dag|plaats|land)|geb ?(?:datum|dat|dd)|datum (?:van )?geboorte|date of birth"
    r"|birth ?date|dob)\b"
    # a person and a trait, in either order
    rf"|\b{_PERSOON}{_KLEINE_WOORDEN} {_KENMERK}\b|\b{_KENMERK}{_KLEINE_WOORDEN} {_PERSOON}\b"
    # the same, written as one word
    r"|\b(?:leerling(?:en)?|lln|kind|kinder|scholier(?:en)?|pupil|client|jongeren?|ouder|moeder|vader)"
    r"(?:naam|namen|voornaam|achternaam|familienaam|id|nr|nummer|code|adres|gsm|tel|telefoon|mail|email|dossier"
    r"|geboortedatum|geboortejaar|geslacht|leeftijd|klas)\b"
    rf"|\b(?:naam|voornaam|achternaam|familienaam|adres|geboortedatum){_PERSOON}\b"
)
_ALLEEN: Final = frozenset(
    {"leerling", "de leerling", "kind", "het kind", "jongere", "scholier", "minderjarige"}
)
# Cells under a bare "leerling" that show that it is a target group or a total, not a name.
_GEEN_NAAM: Final = re.compile(r"|x|ja|nee|neen|j|n|v|\d{1,6}|\d{1,3}([.,]\d+)? ?%?", re.IGNORECASE)


def is_leerlingkolom(naam: str) -> bool:
    """True when a column of this name holds data of single pupils, children or their parents.

    The words are curated: what people write above such columns, not every column about children.

    >>> [is_leerlingkolom(naam) for naam in ("Naam leerling", "leerling_nr", "Geboortedatum", "INSZ")]
    [True, True, True, True]
    >>> [is_leerlingkolom(naam) for naam in ("aantal_leerlingen", "leerlingen", "naam Huis van het Kind")]
    [False, False, False]
    """
    vlak = _vlak(naam)
    return _LEERLINGKOLOM.search(_GEEN_KIND.sub(" ", vlak)) is not None and _TOTAAL.search(vlak) is None


def _vlak(naam: str) -> str:
    """A name in small letters without accents, its words parted by one space (also ``naamLeerling``)."""
    gesplitst = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", naam)
    letters = unicodedata.normalize("NFKD", gesplitst.casefold())
    return " ".join(
        re.sub(r"[^a-z0-9]+", " ", "".join(c for c in letters if not unicodedata.combining(c))).split()
    )


# ---- national register numbers ----------------------------------------------------------------------

_TUSSEN: Final = r"[.\-/\s\u2010-\u2015]"
# 85.07.30-033.28 and its kin: parted as only a register number is.
_OPGEMAAKT: Final = re.compile(
    rf"(?<![0-9+])(?<![0-9][.,])(?:(\d\d){_TUSSEN}(\d\d){_TUSSEN}(\d\d){_TUSSEN}{{0,3}}"
    rf"|(\d\d)(\d\d)(\d\d){_TUSSEN}{{1,3}})(\d{{3}}){_TUSSEN}{{0,3}}(\d\d)(?![0-9])"
)
# Not after a digit, a plus (telephone), a hex letter (a hash in a web address) or a decimal sign; not
# before decimals, unless these are 0, as when a number went through a data program.
_KAAL: Final = re.compile(r"(?<![0-9+A-Fa-f])(?<![0-9][.,])\d{11}(?![0-9A-Fa-f])(?![.,][0-9]*[1-9])")
_IBAN: Final = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b")
# The same forms over UTF-8 whose digits are all 0: a literal beginning lets the search skip fast.
_BYTES_TUSSEN: Final = rb"[./\s\-\xc2\xa0\xe2\x80\x90-\x95]"
_ZEEF: Final = re.compile(
    rb"000000" + _BYTES_TUSSEN + rb"{1,9}000"
    rb"|00" + _BYTES_TUSSEN + rb"{1,3}00" + _BYTES_TUSSEN + rb"{1,3}00" + _BYTES_TUSSEN + rb"{0,9}000"
)
_ELF: Final = b"0" * 11
_PRECIES_ELF: Final = re.compile(rb"(?<!0)0{11}(?!0)")
_NUL: Final = bytes.maketrans(b"123456789", b"000000000")
_ANDER_NUMMER: Final = re.compile(
    r"\b(tel|telefoon\w*|gsm\w*|mobiel\w*|fax\w*|phone|ovo\w*|kbo\w*|ondernemings?nummer|btw\w*|vat|iban|bic"
    r"|rekening\w*|bankrekening\w*|vestigings?\w*)\b"
)
_VEEL: Final = 50
_TOEVAL: Final = 0.05
_TOCH: Final = 3


@dataclass(slots=True)
class _Kolomtelling:
    """What was found in one column: rows with the unmistakable form, with a bare number, and bare digits."""

    opgemaakt: list[int]
    kaal: list[int]
    elfcijferig: int = 0


def is_rijksregisternummer(cijfers: str) -> bool:
    """True for 11 digits that are a national register number or a BIS number.

    The check (mod 97, with a 2 in front for who was born from 2000 on) and the months are those of
    python-stdnum; the day must exist as well, or be unknown. Some 0.15% of all 11-digit strings pass.

    >>> is_rijksregisternummer("85073003328"), is_rijksregisternummer("85073003329")
    (True, False)
    """
    from stdnum.be import bis, nn

    if not (nn.is_valid(cijfers) or bis.is_valid(cijfers)):
        return False
    # Without a whole date, the day is 00, or a count up to 9 for who has no known month.
    return nn.get_birth_date(cijfers) is not None or cijfers[4] == "0"


def bevat_rijksregisternummer(tekst: str) -> bool:
    """True when a text holds a national register number, in any form, bare digits too."""
    return any(True for _ in _opgemaakte(tekst)) or any(is_rijksregisternummer(k) for k in _kale(tekst))


def _opgemaakte(tekst: str) -> Iterator[str]:
    for treffer in _OPGEMAAKT.finditer(tekst):
        cijfers = "".join(filter(None, treffer.groups()))
        if is_rijksregisternummer(cijfers):
            yield cijfers


def _kale(tekst: str) -> Iterator[str]:
    """Runs of exactly 11 digits that are no telephone number and no part of an IBAN."""
    for treffer in _KAAL.finditer(_IBAN.sub(" ", tekst)):
        if not treffer[0].startswith("324"):  # +32 4…: a Belgian mobile number that lost its plus
            yield treffer[0]


def weiger_naam(bestand: str) -> None:
    """Refuse a file whose very name holds a national register number, for messages name the file.

    Raises:
        NietToegelaten: without the name.
    """
    if bevat_rijksregisternummer(bestand):
        raise NietToegelaten(
            "De naam van het bestand bevat een rijksregisternummer.", hulp="Geef het bestand een andere naam."
        )


def weiger_leerlinggegevens(bladen: list[RuwBlad], bestand: str) -> None:
    """Refuse a file in which any sheet holds pupil data.

    Cost: one pass over the text of each sheet; cells are looked at one by one only when that finds
    something that has the form of a number.

    Args:
        bladen: all sheets of the file.
        bestand: its name, for the messages.

    Raises:
        NietToegelaten: with a message for each place (file, sheet, row, column), never with a value.
    """
    meldingen: list[Melding] = []
    for nummer, blad in enumerate(bladen, start=1):
        veilige_naam = f"nummer {nummer}" if bevat_rijksregisternummer(blad.naam) else blad.naam
        if veilige_naam != blad.naam:
            meldingen.append(
                _melding("De naam van dit blad bevat een rijksregisternummer.", bestand, veilige_naam)
            )
        meldingen += _kolommen(blad, bestand, veilige_naam)
        meldingen += _nummers(blad, bestand, veilige_naam)
    if meldingen:
        raise NietToegelaten(
            f"{bestand} bevat gegevens van leerlingen of een rijksregisternummer, en is daarom niet gelezen.",
            hulp=_HULP,
            meldingen=meldingen[:MAX_MELDINGEN],
        )


def _melding(tekst: str, bestand: str, blad: str, rij: int = 0, kolom: str = "") -> Melding:
    return Melding(tekst, bestand=bestand, blad=blad, rij=rij, kolom=kolom)


def _veilige_kolom(blad: RuwBlad, kolom: int) -> str:
    """Header of a column, or its letter where the header is missing or itself a number to hide."""
    kop = blad.rijen[0]
    naam = " ".join(kop[kolom].split()) if kolom < len(kop) else ""
    return naam if naam and not bevat_rijksregisternummer(naam) else kolomletter(kolom + blad.kolom_vanaf)


def _kolommen(blad: RuwBlad, bestand: str, naam: str) -> Iterator[Melding]:
    """Messages about column names; those under a title too, for the title is a fault of later care."""
    for plaats, rij in enumerate(blad.rijen[:10]):
        for kolom, cel in enumerate(rij):
            if not cel or len(cel) > 80:
                continue
            verdacht = is_leerlingkolom(cel) or (
                _vlak(cel) in _ALLEEN and not _is_telling(blad, plaats, kolom)
            )
            if verdacht:
                yield _melding(
                    "Deze kolom bevat volgens haar naam gegevens van leerlingen of ouders.",
                    bestand,
                    naam,
                    blad.rijnummers[plaats],
                    cel if not bevat_rijksregisternummer(cel) else kolomletter(kolom + blad.kolom_vanaf),
                )
        if sum(map(bool, rij)) > 1:
            return


def _is_telling(blad: RuwBlad, plaats: int, kolom: int) -> bool:
    """True when all cells below are ticks or numbers."""
    return all(
        _GEEN_NAAM.fullmatch(rij[kolom]) is not None for rij in blad.rijen[plaats + 1 :] if kolom < len(rij)
    )


def _nummers(blad: RuwBlad, bestand: str, naam: str) -> Iterator[Melding]:
    """Messages about national register numbers in the cells, the header among them."""
    if _verdacht(blad.tekst):
        for kolom in range(max(map(len, blad.rijen), default=0)):
            telling = _tel(blad, kolom)
            for rij in sorted({*telling.opgemaakt, *_oordeel(blad, kolom, telling)}):
                yield _melding(
                    "Deze cel bevat een rijksregisternummer.", bestand, naam, rij, _veilige_kolom(blad, kolom)
                )
    for kolom in _verloren_nullen(blad):
        yield _melding(
            "Deze kolom bevat rijksregisternummers die hun eerste nul verloren hebben.",
            bestand,
            naam,
            kolom=_veilige_kolom(blad, kolom),
        )


def _verdacht(tekst: str) -> bool:
    """False when a text surely holds no register number; costs some 6 ms a megabyte."""
    nullen = tekst.encode("utf-8", "replace").translate(_NUL)
    if _ELF in nullen and _PRECIES_ELF.search(nullen):
        return True
    return _ZEEF.search(nullen) is not None


def _tel(blad: RuwBlad, kolom: int) -> _Kolomtelling:
    """Search the cells of one column."""
    telling = _Kolomtelling([], [])
    cellen = [rij[kolom] if kolom < len(rij) else "" for rij in blad.rijen]
    if not _verdacht("\n\n".join(cellen)):
        return telling
    for nummer, cel in zip(blad.rijnummers, cellen, strict=True):
        if len(cel) < 11:
            continue
        if _OPGEMAAKT.search(cel) and any(True for _ in _opgemaakte(cel)):
            telling.opgemaakt.append(nummer)
        if _KAAL.search(cel):
            kaal = list(_kale(cel))
            telling.elfcijferig += len(kaal)
            if any(map(is_rijksregisternummer, kaal)):
                telling.kaal.append(nummer)
    return telling


def _oordeel(blad: RuwBlad, kolom: int, telling: _Kolomtelling) -> list[int]:
    """Rows whose bare 11 digits are to be taken for a register number.

    One hit is enough, but for chance (0.15%), which is judged by the column:

    * its name says that it holds other numbers (telephone, KBO, IBAN): then most must be hits;
    * it holds at least 50 numbers of 11 digits and fewer than 5% are hits: some other kind of number.
    """
    treffers = len(telling.kaal)
    if telling.elfcijferig >= _VEEL and treffers < _TOEVAL * telling.elfcijferig:
        return []
    kop = blad.rijen[0]
    if kolom < len(kop) and _ANDER_NUMMER.search(_vlak(kop[kolom])):
        return telling.kaal if treffers >= _TOCH and 2 * treffers >= telling.elfcijferig else []
    return telling.kaal


def _verloren_nullen(blad: RuwBlad) -> Iterator[int]:
    """Columns of ten-digit numbers that become register numbers with a nought in front.

    Excel drops the first nought of who was born from 2001 to 2009. A single such number proves
    nothing (a KBO number of 10 digits looks alike), but three, and at least half of a column, do.
    Judged by the first 500 rows.
    """
    if not blad.rijen:
        return
    for kolom in range(len(blad.rijen[0])):
        tien = [
            rij[kolom]
            for rij in blad.rijen[1:500]
            if kolom < len(rij) and len(rij[kolom]) == 10 and rij[kolom].isdecimal() and rij[kolom][0] != "0"
        ]
        if len(tien) >= _TOCH and 2 * sum(map(_is_verloren_nul, tien)) >= len(tien):
            yield kolom


def _is_verloren_nul(cijfers: str) -> bool:
    from stdnum.be import nn, vat

    volledig = "0" + cijfers
    is_onderneming = vat.is_valid(cijfers) or 97 - int(cijfers[:8]) % 97 == int(cijfers[8:])
    return not is_onderneming and nn.is_valid(volledig) and nn.get_birth_date(volledig) is not None
