"""Two results of one analysis beside each other: rows that come, go and change, and the key figures.

Rows are matched by their key: the columns that say what a row is about (:func:`key_columns`). What a row
rests on (its evidence, its routes) is not compared, only what it says.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from enum import StrEnum
from typing import Any

from netwerkkaart.analyse.basis import counted, part_of, verb
from netwerkkaart.analyse.tekening import Reeks, Staaf, Staven
from netwerkkaart.analyse.uitkomst import Kolom, Uitkomst, columns_of, kop

SLEUTELS = ("id", "van", "naar", "gebied", "regio", "thema", "stap", "doelgroep", "sector")
"""Columns that say what a row is about, in any analysis that does not name its own in the catalogue."""
_NAMEN = ("naam", "gebied_naam", "van_naam", "naar_naam")
_CODES = ("id", "van", "naar", "gebied", "regio", "gemeld", "praktijk")
"""Parts of a key that a name says already."""
_LEEG = "–"


class Soort(StrEnum):
    """What happened to a row."""

    CIJFER = "kerncijfer"
    ERBIJ = "erbij"
    WEG = "weg"
    VERANDERD = "veranderd"


@dataclass(frozen=True, slots=True)
class Verschil:
    """One difference: a key figure, a row that comes or goes, or one column of a row that changes."""

    soort: Soort = field(metadata=kop("Wat", "Kerncijfer, erbij, weg of veranderd."))
    sleutel: tuple[str, ...] = field(metadata=kop("Code", "Waarover het gaat: codes, thema, stap."))
    wie: str = field(metadata=kop("Waarover", "Hetzelfde in woorden."))
    veld: str = field(metadata=kop("Kolom", "Wat er verandert; leeg voor een hele rij."))
    voor: str = field(metadata=kop("Nu"))
    na: str = field(metadata=kop("Met het scenario"))
    bewijs: tuple[str, ...] = field(
        metadata=kop("Bewijs", "Waarop de rij steunt: met het scenario, of nu als ze wegvalt.")
    )


def key_columns(rijtype: type[object], eigen: Sequence[str] = ()) -> tuple[str, ...]:
    """The columns that tell rows of a type apart: those that are named, else those of ``SLEUTELS``.

    Args:
        rijtype: dataclass of the rows.
        eigen: what the catalogue names for the analysis.
    """
    namen = {kolom.naam for kolom in columns_of(rijtype)}
    return tuple(naam for naam in (eigen or SLEUTELS) if naam in namen)


def compare(
    voor: Uitkomst[Any],
    na: Uitkomst[Any],
    *,
    sleutel: Sequence[str] = (),
    ingrepen: Sequence[str] = (),
) -> Uitkomst[Verschil]:
    """What differs between two results of the same analysis. O(rows × columns).

    Several rows with one key are matched in their order.

    Args:
        voor: the result now.
        na: the result with the scenario.
        sleutel: columns that tell rows apart; empty: :func:`key_columns`.
        ingrepen: the interventions between the two, as Dutch sentences.
    """
    kolommen = key_columns(voor.rijtype, sleutel)
    eerst, later = _by_key(voor.rijen, kolommen), _by_key(na.rijen, kolommen)
    telt = _compared(voor.kolommen, kolommen)
    rijen = [
        *_figures(voor.cijfers, na.cijfers),
        *(_whole(Soort.ERBIJ, s, rij, kolommen, telt) for s, rij in later.items() if s not in eerst),
        *(_whole(Soort.WEG, s, rij, kolommen, telt) for s, rij in eerst.items() if s not in later),
        *(
            verschil
            for s, rij in eerst.items()
            if s in later and rij != later[s]
            for verschil in _changed(s, rij, later[s], kolommen, telt)
        ),
    ]
    tel = {str(soort): sum(rij.soort is soort for rij in rijen) for soort in (Soort.ERBIJ, Soort.WEG)}
    tel["veranderd"] = len({rij.sleutel for rij in rijen if rij.soort is Soort.VERANDERD})
    cijfers: dict[str, float | int | str | None] = {**tel}
    for naam in dict.fromkeys((*voor.cijfers, *na.cijfers)):
        cijfers[f"{naam} (nu)"], cijfers[f"{naam} (scenario)"] = voor.cijfers.get(naam), na.cijfers.get(naam)
    return Uitkomst(
        "vooruitblik",
        _title(voor.naam, len(eerst), rijen, tel),
        na.datum,
        na.drempels,
        Verschil,
        tuple(rijen),
        (
            f"Nu: {voor.titel}",
            f"Met het scenario: {na.titel}",
            *(f"Scenario: {zin}" for zin in ingrepen),
            "Een vooruitblik rekent alleen: er is niets geschreven. Ze kent geen draagvlak en geen budget.",
        ),
        cijfers,
    )


def _by_key(rijen: Iterable[Any], kolommen: Sequence[str]) -> dict[tuple[str, ...], Any]:
    uit: dict[tuple[str, ...], Any] = {}
    aantal: Counter[tuple[str, ...]] = Counter()
    for rij in rijen:
        sleutel = tuple(_text(getattr(rij, naam)) for naam in kolommen)
        aantal[sleutel] += 1
        uit[sleutel if aantal[sleutel] == 1 else (*sleutel, str(aantal[sleutel]))] = rij
    return uit


def _compared(kolommen: Iterable[Kolom], sleutel: Sequence[str]) -> tuple[Kolom, ...]:
    """The columns that say something: neither the key, nor evidence."""
    return tuple(k for k in kolommen if k.naam not in sleutel and not k.naam.startswith("bewijs"))


def _whole(
    soort: Soort, sleutel: tuple[str, ...], rij: Any, kolommen: Sequence[str], telt: Sequence[Kolom]
) -> Verschil:
    tekst = "; ".join(
        f"{kolom.kop}: {waarde}"
        for kolom in telt
        if kolom.naam not in _NAMEN and (waarde := _text(getattr(rij, kolom.naam))) not in ("", _LEEG)
    )
    voor, na = ("", tekst) if soort is Soort.ERBIJ else (tekst, "")
    return Verschil(soort, sleutel, _who(rij, kolommen), "", voor, na, rij.bewijs)


def _changed(
    sleutel: tuple[str, ...], voor: Any, na: Any, kolommen: Sequence[str], telt: Sequence[Kolom]
) -> Iterable[Verschil]:
    for kolom in telt:
        eerst, later = getattr(voor, kolom.naam), getattr(na, kolom.naam)
        if eerst != later and not (_is_nested(eerst) or _is_nested(later)):
            yield Verschil(
                Soort.VERANDERD, sleutel, _who(na, kolommen), kolom.kop, _text(eerst), _text(later), na.bewijs
            )


def _figures(voor: Mapping[str, Any], na: Mapping[str, Any]) -> Iterable[Verschil]:
    for naam in dict.fromkeys((*voor, *na)):
        if voor.get(naam) != na.get(naam):
            yield Verschil(
                Soort.CIJFER,
                (naam,),
                naam.replace("_", " "),
                "",
                _text(voor.get(naam)),
                _text(na.get(naam)),
                (),
            )


def _who(rij: Any, kolommen: Sequence[str]) -> str:
    """What a row is about in words: names where there are, and the parts of the key that are no codes."""
    namen = [str(getattr(rij, naam)) for naam in _NAMEN if getattr(rij, naam, "")]
    rest = [naam for naam in kolommen if naam not in _CODES or not namen]
    delen = [f"thema {_text(getattr(rij, n))}" if n == "thema" else _text(getattr(rij, n)) for n in rest]
    return ", ".join([" – ".join(namen), *delen] if namen else delen)


def _is_nested(waarde: object) -> bool:
    """A part with columns of its own, such as routes: its texts stand in other columns."""
    delen = waarde if isinstance(waarde, tuple) else (waarde,)
    return any(is_dataclass(deel) for deel in delen)


def _text(waarde: object) -> str:
    """A value as people read it.

    >>> _text(None), _text(("a", "b")), _text(0.25), _text(True), _text(1200)
    ('–', 'a; b', '0,25', 'ja', '1200')
    """
    if waarde is None:
        return _LEEG
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, float):
        return f"{waarde:.4g}".replace(".", ",")
    if isinstance(waarde, tuple | list):
        return "; ".join(map(_text, waarde))
    if is_dataclass(waarde) and not isinstance(waarde, type):
        return ", ".join(t for veld in fields(waarde) if (t := _text(getattr(waarde, veld.name))) != _LEEG)
    return str(waarde)


def _title(naam: str, aantal: int, rijen: Sequence[Verschil], tel: Mapping[str, int]) -> str:
    """The first key figure that changes, then how many rows do."""
    if not rijen:
        return f"Met het scenario verandert er niets aan {naam} ({counted(aantal, 'rij', 'rijen')})."
    delen = [f"{rij.wie} gaat van {rij.voor} naar {rij.na}" for rij in rijen[:1] if rij.soort is Soort.CIJFER]
    anders, erbij, weg = tel["veranderd"], tel["erbij"], tel["weg"]
    if anders or not (erbij or weg):
        veranderen = verb(anders, "verandert", "veranderen")
        delen.append(f"{part_of(anders, aantal, 'rij', 'rijen')} van {naam} {veranderen}")
    if erbij:
        delen.append(f"{counted(erbij, 'rij komt', 'rijen komen')} erbij")
    if weg:
        delen.append(f"{counted(weg, 'rij valt', 'rijen vallen')} weg")
    return f"Met het scenario: {'; '.join(delen)}."


def draw_vooruitblik(uitkomst: Uitkomst[Verschil]) -> Staven:
    """Two bars for each key figure that changes: now, and with the scenario."""
    reeksen = (Reeks("nu", "neutraal"), Reeks("met het scenario", "nadruk"))
    staven: list[Staaf] = []
    for rij in uitkomst.rijen:
        waarden = [uitkomst.cijfers.get(f"{rij.sleutel[0]} ({wanneer})") for wanneer in ("nu", "scenario")]
        if rij.soort is Soort.CIJFER and all(isinstance(w, int | float) and w >= 0 for w in waarden):
            nu, straks = (float(w or 0) for w in waarden)
            staven += Staaf(f"{rij.wie}, nu", (nu, 0.0)), Staaf(f"{rij.wie}, scenario", (0.0, straks))
    return Staven(uitkomst.titel, "kerncijfers die veranderen", reeksen, tuple(staven))
