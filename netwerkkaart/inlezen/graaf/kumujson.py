"""Kumu's JSON: a blueprint, or the whole project as Kumu exports it.

Definition: https://docs.kumu.io/guides/import/blueprints. A blueprint writes its fields beside ``label``;
an export writes them under ``attributes`` and names elements by ``_id``. Maps, views and loops are not read.

Numbers stay the text that they are in the file: nothing is computed, so a number of a million digits is
only a long text. A key that occurs twice, and what is no JSON but often taken for it (``NaN``), are faults.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from typing import Final

from netwerkkaart.fouten import OnleesbaarBestand
from netwerkkaart.inlezen.graaf.model import Richting
from netwerkkaart.inlezen.graaf.vangst import Ruw, Vangst

_ELEMENTEN: Final = "elements"
_VERBINDINGEN: Final = "connections"
_RICHTING: Final = {
    "directed": Richting.HEEN,
    "undirected": Richting.GEEN,
    "mutual": Richting.BEIDE,
    "": Richting.GEEN,
}
_NIET_ALS_VELD: Final = {
    _ELEMENTEN: frozenset({"_id", "id", "attributes"}),
    _VERBINDINGEN: frozenset({"_id", "id", "attributes", "from", "to", "direction"}),
}
_VLAGGEN: Final = frozenset({"reversed", "delayed"})
"""Signs on every exported connection: they say something only when they are set."""
_OPNIEUW: Final = "Exporteer het project opnieuw uit Kumu (Export, dan JSON)."


class _Dubbel(dict[str, object]):
    """An object in which keys occur twice."""

    sleutels: tuple[str, ...] = ()


class _Onwaarde(str):
    """A word that is no JSON: ``NaN``, ``Infinity``."""

    __slots__ = ()


def read_kumu_json(tekst: str, vangst: Vangst) -> None:
    """Walk through the text of a file.

    Raises:
        OnleesbaarBestand: no JSON, nested too deep, or JSON of something else.
    """
    data = parse_json(tekst, vangst.bestand)
    if not isinstance(data, dict) or not isinstance(data.get(_ELEMENTEN), list):
        raise OnleesbaarBestand(
            f"{vangst.bestand} is wel JSON, maar geen graaf van Kumu: er is geen lijst elements.",
            hulp=_OPNIEUW,
        )
    _tell_doubles(data, vangst, 0, "")
    verbindingen = data.get(_VERBINDINGEN, [])
    if not isinstance(verbindingen, list):
        vangst.fout(
            "Dit is geen lijst.", plaats=0, kolom=_VERBINDINGEN, verwacht="een lijst van verbindingen"
        )
        verbindingen = []
    namen = _elementen(data[_ELEMENTEN], vangst)
    _verbindingen(verbindingen, namen, vangst)
    lussen = data.get("loops")
    if isinstance(lussen, list) and lussen:
        vangst.waarschuwing(f"{len(lussen)} lussen (loops) van Kumu worden niet gelezen.")


def parse_json(tekst: str, bestand: str) -> object:
    """JSON as Python, with every number as the text that it is.

    Raises:
        OnleesbaarBestand: no JSON, or nested too deep.
    """
    try:
        return json.loads(
            tekst, object_pairs_hook=_object, parse_int=str, parse_float=str, parse_constant=_Onwaarde
        )
    except json.JSONDecodeError as fout:
        raise OnleesbaarBestand(
            f"{bestand}, rij {fout.lineno}: dit is geen geldige JSON (teken {fout.colno}).", hulp=_OPNIEUW
        ) from fout
    except RecursionError as fout:
        raise OnleesbaarBestand(
            f"{bestand} is te diep genest. Het bestand is uit voorzorg niet geopend.", hulp=_OPNIEUW
        ) from fout


def _object(paren: list[tuple[str, object]]) -> dict[str, object]:
    uit = dict(paren)
    if len(uit) == len(paren):
        return uit
    dubbel = _Dubbel(uit)
    dubbel.sleutels = tuple(sleutel for sleutel, keer in Counter(s for s, _ in paren).items() if keer > 1)
    return dubbel


def _tell_doubles(deel: Mapping[str, object], vangst: Vangst, plaats: int, lijst: str) -> None:
    if isinstance(deel, _Dubbel):
        for sleutel in deel.sleutels:
            vangst.fout(
                "Deze sleutel staat er twee keer.",
                plaats=plaats,
                blad=lijst,
                kolom=sleutel[:200],
                verwacht="elke sleutel één keer",
            )


def _elementen(lijst: list[object], vangst: Vangst) -> dict[str, list[str]]:
    """Tell every element; give the ids that go by each label."""
    namen: dict[str, list[str]] = {}
    ids: set[str] = set()
    for plaats, deel in enumerate(lijst, start=1):
        if not isinstance(deel, dict):
            vangst.fout(
                "Dit is geen element.", plaats=plaats, blad=_ELEMENTEN, verwacht="een element met een label"
            )
            continue
        velden = _fields(deel, vangst, plaats, _ELEMENTEN)
        label = velden.get("label", "")
        id_ = _key(deel) or label
        ids.add(id_)
        namen.setdefault(label, []).append(id_)
        vangst.knoop(plaats, id_, velden, _ELEMENTEN)
    return {label: gevonden for label, gevonden in namen.items() if label and label not in ids}


def _verbindingen(lijst: list[object], namen: Mapping[str, list[str]], vangst: Vangst) -> None:
    for plaats, deel in enumerate(lijst, start=1):
        if not isinstance(deel, dict):
            vangst.fout(
                "Dit is geen verbinding.",
                plaats=plaats,
                blad=_VERBINDINGEN,
                verwacht="een verbinding met from en to",
            )
            continue
        velden = _fields(deel, vangst, plaats, _VERBINDINGEN)
        woord = _text(deel.get("direction")) or ""
        richting = _RICHTING.get(woord.lower())
        if richting is None:
            vangst.fout(
                "De richting is niet gekend.",
                plaats=plaats,
                blad=_VERBINDINGEN,
                kolom="direction",
                waarde=woord,
                verwacht="directed, undirected of mutual",
            )
        einden = [_end(deel, kop, namen, vangst, plaats) for kop in ("from", "to")]
        vangst.verbinding(plaats, einden[0], einden[1], richting or Richting.GEEN, velden, _VERBINDINGEN)


def _end(
    deel: Mapping[str, object], kop: str, namen: Mapping[str, list[str]], vangst: Vangst, plaats: int
) -> str:
    """The id that an end means: itself, or the one element with that label."""
    tekst = _text(deel.get(kop)) or ""
    passend = namen.get(tekst, [tekst])
    if len(passend) > 1:
        vangst.fout(
            f"Dit label hebben {len(passend)} elementen.",
            plaats=plaats,
            blad=_VERBINDINGEN,
            kolom=kop,
            waarde=tekst,
            verwacht="het id van een ervan",
        )
    return passend[0]


def _key(deel: Mapping[str, object]) -> str:
    return _text(deel.get("_id")) or _text(deel.get("id")) or ""


def _fields(deel: Mapping[str, object], vangst: Vangst, plaats: int, lijst: str) -> Ruw:
    """The fields of an element or connection as texts; those under ``attributes`` go first."""
    _tell_doubles(deel, vangst, plaats, lijst)
    onder = deel.get("attributes")
    velden: dict[str, object] = {}
    if isinstance(onder, dict):
        _tell_doubles(onder, vangst, plaats, lijst)
        velden |= onder
    elif onder is not None:
        vangst.fout("Dit is geen lijst van velden.", plaats=plaats, blad=lijst, kolom="attributes")
    velden |= {kop: waarde for kop, waarde in deel.items() if kop not in _NIET_ALS_VELD[lijst]}
    velden = {kop: waarde for kop, waarde in velden.items() if waarde is not False or kop not in _VLAGGEN}
    uit: Ruw = {}
    for kop, waarde in velden.items():
        if isinstance(waarde, _Onwaarde):
            vangst.fout(
                "Dit is geen waarde.",
                plaats=plaats,
                blad=lijst,
                kolom=kop[:200],
                waarde=waarde,
                verwacht="een waarde",
            )
            continue
        tekst = _text(waarde)
        if tekst is None:
            vangst.waarschuwing(
                "Deze samengestelde waarde wordt niet gelezen.", plaats=plaats, blad=lijst, kolom=kop[:200]
            )
        elif tekst:
            uit[kop] = tekst
    return uit


def _text(waarde: object) -> str | None:
    """A value as text, several parted by ``|`` as Kumu does; None for what has parts of its own."""
    if waarde is None:
        return ""
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, str):
        return waarde
    if isinstance(waarde, list):
        delen = [_text(deel) for deel in waarde if not isinstance(deel, list)]
        if len(delen) == len(waarde) and None not in delen:
            return "|".join(filter(None, delen))
    return None
