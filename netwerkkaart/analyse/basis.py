"""What all analyses share: the reference date, regions, steps, and how numbers are written."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from netwerkkaart.fouten import NietGevonden
from netwerkkaart.graph.beeld import Beeld, Indexen, Masker
from netwerkkaart.schema.vocabularia import (
    ALLE,
    DOELGROEP,
    REGIO,
    REGIOS,
    STAPPEN_PER_THEMA,
    THEMA_VAN_NIVEAU,
)

Leeftijd = Literal["−12", "+12", "alle"]
LEEFTIJD: dict[str, Leeftijd] = {"1": "−12", "2": "+12"}
"""The age group of each theme, as people call the themes."""

STAPPEN: tuple[tuple[str, str], ...] = tuple(
    (thema, stap) for thema, stappen in STAPPEN_PER_THEMA.items() for stap in stappen
)
"""The (theme, step) pairs that apply: two for theme 1, four for theme 2."""

DOELGROEPEN = DOELGROEP.codes
ORGANISATIES = ("organisatie", "organisaties")
"""Singular and plural, for :func:`counted`."""
SCHOLEN = ("school", "scholen")
VLAANDEREN = REGIO.codes.index("vlaanderen")
BRUSSEL = REGIO.codes.index("brussel")

Getallen = NDArray[np.int64]


def reference_date(beeld: Beeld) -> date:
    """The date of a view.

    Raises:
        ValueError: the view is not tied to a date; use ``beeld.op(datum)`` first.
    """
    if beeld.datum is None:
        raise ValueError("an analysis needs a view at a date: beeld.op(datum)")
    return beeld.datum


def months_before(datum: date, maanden: int) -> date:
    """The same day a number of months earlier, or the last day of that month.

    >>> months_before(date(2024, 3, 31), 1)
    datetime.date(2024, 2, 29)
    """
    jaar, maand = divmod(datum.year * 12 + datum.month - 1 - maanden, 12)
    laatste = calendar.monthrange(jaar, maand + 1)[1]
    return date(jaar, maand + 1, min(datum.day, laatste))


def region_code(regio: str) -> str:
    """The code of a region by its code or name.

    Raises:
        NietGevonden: there is no such region.
    """
    code = REGIO.find(regio)
    if code is None:
        raise NietGevonden(f'De regio "{regio}" bestaat niet.', hulp=f"Kies uit: {', '.join(REGIO.codes)}.")
    return code


def region_name(regio: str | None) -> str:
    """The name of a region to write in a sentence; Flanders and Brussels for none."""
    return "Vlaanderen en Brussel" if regio is None else REGIO.woord(region_code(regio))


def in_region(beeld: Beeld, regio: str | None) -> Masker:
    """Which nodes lie in a region; all for None, the five provinces for ``vlaanderen``."""
    if regio is None:
        return np.ones(len(beeld), dtype=np.bool_)
    code = region_code(regio)
    if code == "vlaanderen":
        return np.asarray((beeld.regio >= 0) & (beeld.regio != BRUSSEL))
    return np.asarray(beeld.regio == REGIO.codes.index(code))


def regions_in(beeld: Beeld) -> tuple[str, ...]:
    """The regions, of the six, of which the view holds a municipality."""
    gemeenten = beeld.van_soort("Gemeente")
    aanwezig = {REGIO.codes[code] for code in beeld.regio[gemeenten].tolist() if code >= 0}
    return tuple(code for code in REGIOS if code in aanwezig)


def listed(waarde: object) -> list[str]:
    """A stored list of texts; a single text stands for a list of one, None for an empty list."""
    if waarde is None:
        return []
    if isinstance(waarde, str):
        return [waarde]
    return [str(deel) for deel in waarde] if isinstance(waarde, Iterable) else []


def membership(kolom: Sequence[object], rijen: Indexen, codes: Sequence[str]) -> Masker:
    """Which codes each row lists (``alle`` lists each): shape ``(len(rijen), len(codes))``.

    A column holds few distinct lists, so each is looked at once.
    """
    nummers: dict[object, int] = {}
    waarden = map(kolom.__getitem__, rijen.tolist())
    welke = [nummers.setdefault(tuple(w) if isinstance(w, list) else w, len(nummers)) for w in waarden]
    per_lijst = np.zeros((len(nummers), len(codes)), dtype=np.bool_)
    for waarde, nummer in nummers.items():
        genoemd = listed(waarde)
        per_lijst[nummer] = [ALLE in genoemd or code in genoemd for code in codes]
    return per_lijst[np.array(welke, dtype=np.intp)]


def school_steps(beeld: Beeld, scholen: Indexen) -> Masker:
    """Which (theme, step) pairs apply to each school: shape ``(len(scholen), 6)``."""
    niveaus = tuple(THEMA_VAN_NIVEAU)
    heeft = membership(beeld.kolom("niveaus"), scholen, niveaus)
    van_thema = {
        thema: heeft[:, [THEMA_VAN_NIVEAU[n] == thema for n in niveaus]].any(axis=1)
        for thema in STAPPEN_PER_THEMA
    }
    return np.column_stack([van_thema[thema] for thema, _ in STAPPEN])


def steps_of(thema: str) -> list[int]:
    """Positions in ``STAPPEN`` of the steps that apply to a theme."""
    return [plaats for plaats, (t, _) in enumerate(STAPPEN) if t == thema]


def place_of(beeld: Beeld) -> Indexen:
    """Position of each node's municipality among the municipalities of the view; −1: unknown."""
    plaats = np.full(len(beeld) + 1, -1, dtype=np.int32)
    gemeenten = beeld.van_soort("Gemeente")
    plaats[gemeenten] = np.arange(len(gemeenten), dtype=np.int32)
    resultaat: Indexen = plaats[beeld.gemeente]  # municipality −1 reads the last place, which is −1
    return resultaat


def municipality_name(beeld: Beeld, knoop: int) -> str:
    """Name of the municipality in which a node lies; empty when unknown."""
    gemeente = int(beeld.gemeente[knoop])
    return beeld.naam(gemeente) if gemeente >= 0 else ""


def id_rank(beeld: Beeld) -> Getallen:
    """Rank of each node's id in plain text order, over all nodes: for breaking ties."""
    rang = np.empty(len(beeld), dtype=np.int64)
    rang[sorted(range(len(beeld)), key=beeld.ids.__getitem__)] = np.arange(len(beeld))
    return rang


def number(aantal: float) -> str:
    """A whole number as people write it: ``1.250``."""
    return f"{aantal:,.0f}".replace(",", ".")


def counted(aantal: int, enkelvoud: str, meervoud: str) -> str:
    """A number with its noun: ``1 school``, ``1.250 scholen``."""
    return f"{number(aantal)} {enkelvoud if aantal == 1 else meervoud}"


def part_of(deel: int, geheel: int, enkelvoud: str, meervoud: str, *, het: bool = False) -> str:
    """So many of so many, as people say it; its verb is singular for none and for one (:func:`verb`).

    Args:
        deel: how many.
        geheel: of how many.
        enkelvoud: what they are, one of them.
        meervoud: the same, of more.
        het: its article is ``het``, not ``de``.

    >>> [part_of(n, 12, "school", "scholen") for n in (0, 1, 12)]
    ['geen van de 12 scholen', '1 van de 12 scholen', 'alle 12 scholen']
    >>> [part_of(n, 1, "forum", "fora", het=True) for n in (0, 1)]
    ['geen forum', 'het enige forum']
    """
    if geheel <= 1:
        return f"{'het' if het else 'de'} enige {enkelvoud}" if deel else f"geen {enkelvoud}"
    if deel == geheel:
        return f"{'beide' if deel == 2 else f'alle {number(deel)}'} {meervoud}"
    return f"{number(deel) if deel else 'geen'} van de {number(geheel)} {meervoud}"


def verb(deel: int, enkelvoud: str, meervoud: str) -> str:
    """The verb after :func:`part_of`: none of them *is*, one of them *is*, three of them *are*."""
    return enkelvoud if deel <= 1 else meervoud


def percentage(deel: float, geheel: float) -> str:
    """A share in whole per cent; a dash when there is nothing to share.

    Never 0% or 100% unless it is exactly that.

    >>> percentage(1, 3), percentage(0, 0), percentage(999, 1000)
    ('33%', '–', '99%')
    """
    if not geheel:
        return "–"
    waarde = round(100 * deel / geheel)
    if 0 < deel < geheel:
        waarde = min(max(waarde, 1), 99)
    return f"{waarde}%"


def enumerate_words(woorden: Sequence[str], maximum: int = 4) -> str:
    """Words as a Dutch enumeration, cut short with how many more there are.

    >>> enumerate_words(["Bree", "Peer", "Pelt"]), enumerate_words(list("abcdef"), 3)
    ('Bree, Peer en Pelt', 'a, b, c en 3 andere')
    """
    if len(woorden) > maximum:
        return f"{', '.join(woorden[:maximum])} en {len(woorden) - maximum} andere"
    if len(woorden) < 2:
        return "".join(woorden)
    return f"{', '.join(woorden[:-1])} en {woorden[-1]}"
