"""The types of properties: what a cell of text may hold, and what is stored.

Each type is an ``Annotated`` pydantic type. It takes the text of a cell or the stored value itself
(so that an archive validates by the same rules), and yields what both engines store alike: text,
whole number, number, boolean, date, or a list of texts. A wrong value raises a pydantic error whose
message is a Dutch sentence; its context key ``verwacht`` says what is expected.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, NamedTuple

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError
from stdnum.be import vat

from netwerkkaart.schema.vocabularia import (
    ALLE,
    BANDSOORT,
    BEVESTIGING,
    DOEL,
    DOELGROEP,
    ENGAGEMENT,
    NIVEAU,
    REGIO,
    RICHTING,
    ROL,
    STAP,
    THEMA,
    TOESTAND,
    VRIJGAVE,
    Vocabularium,
)

MAX_TEKST = 10_000
"""Longest text of one property, in characters; well under the 32,767 of a spreadsheet cell."""


class Datum(NamedTuple):
    """A date and how precisely it is known (``dag``, ``maand`` or ``jaar``)."""

    datum: date
    precisie: str = "dag"


@dataclass(frozen=True, slots=True)
class Vorm:
    """Marks a type for what derives from the schema: documentation, templates, constraints.

    Args:
        naam: ``tekst``, ``teksten``, ``getal``, ``kommagetal``, ``ja/nee``, ``datum``, ``keuze(s)``.
        verwacht: what a cell may hold, in Dutch, for messages and templates.
        vocabularium: the closed list, for ``keuze`` and ``keuzes``.
    """

    naam: str
    verwacht: str
    vocabularium: Vocabularium | None = None


def _fault(tekst: str, verwacht: str) -> PydanticCustomError:
    return PydanticCustomError("netwerkkaart", "{tekst}", {"tekst": tekst, "verwacht": verwacht})


def _as_text(waarde: object, verwacht: str) -> str:
    if isinstance(waarde, bool) or not isinstance(waarde, str | int | float):
        raise _fault("De waarde is geen tekst.", verwacht)
    return str(waarde).strip()


def _text(max_lengte: int, verwacht: str, patroon: str = "") -> Callable[[object], str]:
    regel = re.compile(patroon) if patroon else None

    def read(waarde: object) -> str:
        tekst = _as_text(waarde, verwacht)
        if not tekst:
            raise _fault("De waarde is leeg.", verwacht)
        if len(tekst) > max_lengte:
            raise _fault(f"De tekst is te lang ({len(tekst)} tekens).", f"hoogstens {max_lengte} tekens")
        if regel and not regel.fullmatch(tekst):
            raise _fault("De waarde heeft niet de juiste vorm.", verwacht)
        return tekst

    return read


def _number(laagste: int, hoogste: int, verwacht: str) -> Callable[[object], int]:
    def read(waarde: object) -> int:
        tekst = _as_text(waarde, verwacht)
        if not re.fullmatch(r"\d{1,12}", tekst) or not laagste <= int(tekst) <= hoogste:
            raise _fault("De waarde is geen geldig getal.", verwacht)
        return int(tekst)

    return read


def _decimal(laagste: float, hoogste: float, verwacht: str) -> Callable[[object], float]:
    def read(waarde: object) -> float:
        tekst = _as_text(waarde, verwacht).replace(",", ".")
        if not re.fullmatch(r"-?\d{1,12}(\.\d{1,15})?", tekst) or not laagste <= float(tekst) <= hoogste:
            raise _fault("De waarde is geen geldig getal.", verwacht)
        return float(tekst)

    return read


_JA = {"ja", "j", "1", "true", "waar", "x", "yes"}
_NEE = {"nee", "n", "0", "false", "onwaar", "no"}


def _yes_no(waarde: object) -> bool:
    if isinstance(waarde, bool):
        return waarde
    tekst = _as_text(waarde, "ja of nee").casefold()
    if tekst in _JA:
        return True
    if tekst in _NEE:
        return False
    raise _fault("De waarde is geen ja of nee.", "ja of nee")


_DATUM_VERWACHT = "een datum als 2024-09-01, 01/09/2024, 09/2024 of 2024"
_VORMEN = (
    (re.compile(r"(?P<j>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})(?:[T ]00:00(?::00)?)?"), "dag"),
    (re.compile(r"(?P<d>\d{1,2})[/.-](?P<m>\d{1,2})[/.-](?P<j>\d{4})"), "dag"),
    (re.compile(r"(?P<j>\d{4})-(?P<m>\d{1,2})"), "maand"),
    (re.compile(r"(?P<m>\d{1,2})[/.-](?P<j>\d{4})"), "maand"),
    (re.compile(r"(?P<j>\d{4})"), "jaar"),
)


def _parse_date(tekst: str) -> Datum:
    for regel, precisie in _VORMEN:
        treffer = regel.fullmatch(tekst)
        if treffer:
            delen = {naam: int(deel) for naam, deel in treffer.groupdict().items()}
            try:
                dag = date(delen["j"], delen.get("m", 1), delen.get("d", 1))
            except ValueError:
                break
            if not 1800 <= dag.year <= 2200:
                break
            return Datum(dag, precisie)
    raise _fault("De waarde is geen datum.", _DATUM_VERWACHT)


def _since(waarde: object) -> Datum:
    """A first day: ``2024`` is 2024-01-01, known to the year."""
    if isinstance(waarde, Datum):
        return waarde
    if isinstance(waarde, date):
        return Datum(waarde)
    return _parse_date(_as_text(waarde, _DATUM_VERWACHT))


def _until(waarde: object) -> Datum:
    """The first day on which it no longer holds: ``2024`` is 2025-01-01, known to the year."""
    if isinstance(waarde, Datum | date):
        return _since(waarde)
    begin = _parse_date(_as_text(waarde, _DATUM_VERWACHT))
    if begin.precisie == "dag":
        return begin
    dag = begin.datum
    maanden = 12 if begin.precisie == "jaar" else 1
    jaar, maand = divmod(dag.month - 1 + maanden, 12)
    return Datum(date(dag.year + jaar, maand + 1, 1), begin.precisie)


def _options(vocabularium: Vocabularium) -> str:
    return ", ".join(vocabularium.codes)


def _choice(vocabularium: Vocabularium) -> Callable[[object], str]:
    verwacht = f"een van: {_options(vocabularium)}"

    def read(waarde: object) -> str:
        tekst = _as_text(waarde, verwacht)
        code = vocabularium.find(tekst)
        if code is None:
            raise _fault("De waarde staat niet in de lijst.", verwacht)
        return code

    return read


def _choices(vocabularium: Vocabularium) -> Callable[[object], list[str]]:
    verwacht = f"een of meer van: {_options(vocabularium)}, of {ALLE}; gescheiden door ;"

    def read(waarde: object) -> list[str]:
        if isinstance(waarde, Sequence) and not isinstance(waarde, str):
            delen = [_as_text(deel, verwacht) for deel in waarde]
        else:
            delen = [deel.strip() for deel in re.split(r"[;|\n]", _as_text(waarde, verwacht))]
        codes: list[str] = []
        for deel in filter(None, delen):
            code = ALLE if deel.casefold() == ALLE else vocabularium.find(deel)
            if code is None:
                raise _fault(f'"{deel[:60]}" staat niet in de lijst.', verwacht)
            codes.append(code)
        if ALLE in codes:
            return [ALLE]
        # Stored in the order of the vocabulary, so that two lists with the same values are equal.
        return [code for code in vocabularium.codes if code in codes]

    return read


def _texts(verwacht: str) -> Callable[[object], list[str]]:
    def read(waarde: object) -> list[str]:
        if isinstance(waarde, Sequence) and not isinstance(waarde, str):
            delen = [_as_text(deel, verwacht) for deel in waarde]
        else:
            delen = [deel.strip() for deel in re.split(r"[;|\n]", _as_text(waarde, verwacht))]
        return [deel for deel in dict.fromkeys(delen) if deel]

    return read


def _kbo(waarde: object) -> str:
    verwacht = "een ondernemingsnummer van 10 cijfers, als 0206.684.927"
    tekst = _as_text(waarde, verwacht)
    cijfers = re.sub(r"[^0-9]", "", tekst)
    if len(cijfers) == 9:
        cijfers = "0" + cijfers
    if not vat.is_valid(cijfers):
        raise _fault("Het ondernemingsnummer klopt niet (controlegetal).", verwacht)
    return cijfers


def _website(waarde: object) -> str:
    verwacht = "een webadres als https://www.voorbeeld.be"
    tekst = _as_text(waarde, verwacht)
    if "://" not in tekst:
        tekst = f"https://{tekst}"
    if not re.fullmatch(r"https?://[^\s<>\"']{3,500}", tekst):
        raise _fault("De waarde is geen webadres.", verwacht)
    return tekst


def _choice_form(vocabularium: Vocabularium) -> Vorm:
    return Vorm("keuze", f"een van: {_options(vocabularium)}", vocabularium)


def _choices_form(vocabularium: Vocabularium) -> Vorm:
    verwacht = f"een of meer van: {_options(vocabularium)}, of {ALLE}; gescheiden door ;"
    return Vorm("keuzes", verwacht, vocabularium)


ID_VERWACHT = "een code zonder spaties of |, hoogstens 120 tekens"
Id = Annotated[
    str, BeforeValidator(_text(120, ID_VERWACHT, r"[^\s|\x00-\x1f\x7f]+")), Vorm("tekst", ID_VERWACHT)
]
Naam = Annotated[str, BeforeValidator(_text(500, "een naam")), Vorm("tekst", "een naam")]
Tekst = Annotated[str, BeforeValidator(_text(MAX_TEKST, "een tekst")), Vorm("tekst", "een tekst")]
Teksten = Annotated[
    list[str],
    BeforeValidator(_texts("teksten, gescheiden door ;")),
    Vorm("teksten", "teksten, gescheiden door ;"),
]
GEMEENTEN_VERWACHT = "gemeenten of NIS-codes, gescheiden door ;, of alle"
Gemeenten = Annotated[
    list[str], BeforeValidator(_texts(GEMEENTEN_VERWACHT)), Vorm("gemeenten", GEMEENTEN_VERWACHT)
]
Postcode = Annotated[
    str,
    BeforeValidator(_text(4, "een postcode van vier cijfers", r"[1-9]\d{3}")),
    Vorm("tekst", "vier cijfers"),
]
Nis = Annotated[
    str, BeforeValidator(_text(5, "een NIS-code van vijf cijfers", r"\d{5}")), Vorm("tekst", "vijf cijfers")
]
Email = Annotated[
    str,
    BeforeValidator(_text(254, "een e-mailadres", r"[^@\s]+@[^@\s]+\.[^@\s]+")),
    Vorm("tekst", "een e-mailadres"),
]
Telefoon = Annotated[
    str,
    BeforeValidator(_text(60, "een telefoonnummer", r"[\d+()/. -]{4,}.*")),
    Vorm("tekst", "een telefoonnummer"),
]
Website = Annotated[str, BeforeValidator(_website), Vorm("tekst", "een webadres")]
Kbo = Annotated[str, BeforeValidator(_kbo), Vorm("tekst", "een ondernemingsnummer van 10 cijfers")]
Instellingsnummer = Annotated[
    str,
    BeforeValidator(_text(6, "een instellingsnummer van zes cijfers", r"\d{6}")),
    Vorm("tekst", "zes cijfers"),
]
Schooljaar = Annotated[
    str,
    BeforeValidator(_text(9, "een schooljaar als 2025-2026", r"\d{4}-\d{4}")),
    Vorm("tekst", "een schooljaar als 2025-2026"),
]
JaNee = Annotated[bool, BeforeValidator(_yes_no), Vorm("ja/nee", "ja of nee")]
Sinds = Annotated[Datum, BeforeValidator(_since), Vorm("datum", _DATUM_VERWACHT)]
Tot = Annotated[Datum, BeforeValidator(_until), Vorm("datum", _DATUM_VERWACHT)]
Aantal = Annotated[
    int,
    BeforeValidator(_number(0, 10_000_000, "een geheel getal vanaf 0")),
    Vorm("getal", "een geheel getal vanaf 0"),
]
Weken = Annotated[
    int, BeforeValidator(_number(0, 520, "een aantal weken (0 tot 520)")), Vorm("getal", "een aantal weken")
]
Aandeel = Annotated[
    float,
    BeforeValidator(_decimal(0, 1, "een aandeel tussen 0 en 1")),
    Vorm("kommagetal", "een aandeel tussen 0 en 1"),
]
Leeftijd = Annotated[
    int,
    BeforeValidator(_number(0, 99, "een leeftijd in jaren (0 tot 99)")),
    Vorm("getal", "een leeftijd in jaren"),
]
EenTotDrie = Annotated[int, BeforeValidator(_number(1, 3, "1, 2 of 3")), Vorm("getal", "1, 2 of 3")]
Lengtegraad = Annotated[
    float,
    BeforeValidator(_decimal(-180, 180, "graden oosterlengte")),
    Vorm("kommagetal", "graden oosterlengte"),
]
Breedtegraad = Annotated[
    float,
    BeforeValidator(_decimal(-90, 90, "graden noorderbreedte")),
    Vorm("kommagetal", "graden noorderbreedte"),
]

Themas = Annotated[list[str], BeforeValidator(_choices(THEMA)), _choices_form(THEMA)]
Stappen = Annotated[list[str], BeforeValidator(_choices(STAP)), _choices_form(STAP)]
Doelgroepen = Annotated[list[str], BeforeValidator(_choices(DOELGROEP)), _choices_form(DOELGROEP)]
Niveaus = Annotated[list[str], BeforeValidator(_choices(NIVEAU)), _choices_form(NIVEAU)]
Thema = Annotated[str, BeforeValidator(_choice(THEMA)), _choice_form(THEMA)]
Stap = Annotated[str, BeforeValidator(_choice(STAP)), _choice_form(STAP)]
Vrijgave = Annotated[str, BeforeValidator(_choice(VRIJGAVE)), _choice_form(VRIJGAVE)]
Bevestiging = Annotated[str, BeforeValidator(_choice(BEVESTIGING)), _choice_form(BEVESTIGING)]
Rol = Annotated[str, BeforeValidator(_choice(ROL)), _choice_form(ROL)]
Toestand = Annotated[str, BeforeValidator(_choice(TOESTAND)), _choice_form(TOESTAND)]
Doelen = Annotated[list[str], BeforeValidator(_choices(DOEL)), _choices_form(DOEL)]
Richting = Annotated[str, BeforeValidator(_choice(RICHTING)), _choice_form(RICHTING)]
Bandsoort = Annotated[str, BeforeValidator(_choice(BANDSOORT)), _choice_form(BANDSOORT)]
Engagement = Annotated[str, BeforeValidator(_choice(ENGAGEMENT)), _choice_form(ENGAGEMENT)]
RegioCode = Annotated[str, BeforeValidator(_choice(REGIO)), _choice_form(REGIO)]
