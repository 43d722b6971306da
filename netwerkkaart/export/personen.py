"""A view without the names of people: contact persons go, coordinators get a number, texts lose their names.

The same rules as for a copy for research (:mod:`netwerkkaart.graph.onderzoek_personen`), on a view instead of
on the content of a store. Sources keep their name, but for the people who are named in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from netwerkkaart.graph.beeld import Beeld, Kolom
from netwerkkaart.graph.gewist import PERSONEN
from netwerkkaart.graph.hernoemen import rename_nodes
from netwerkkaart.graph.onderzoek_personen import PERSOON, name_pattern, number_people

_WEG = frozenset({"via", "opmerking", "door", "bestand"})
"""Columns that are about people, or that nobody can look through for them."""
_VAN_MENSEN = ("email", "telefoon", "website", "ook_bekend_als", "vroegere_ids", "functie")
_ROL_VAN = "Antwoord"


def known_people(beeld: Beeld) -> re.Pattern[str] | None:
    """What finds the names of all people of a view in a text; None when there are none. O(people)."""
    velden = ("naam", "email", "telefoon", "ook_bekend_als")
    kolommen = {naam: beeld.kolom(naam) for naam in velden}
    return name_pattern(
        (label, {naam: kolom[knoop] for naam, kolom in kolommen.items()})
        for label in PERSONEN
        for knoop in beeld.van_soort(label).tolist()
    )


def without_names(beeld: Beeld, patroon: re.Pattern[str] | None) -> Beeld:
    """The same graph without the names of people. O(n + m), and (different texts × people).

    Args:
        beeld: the view; contact persons are taken out of it already.
        patroon: what finds names in a text, made from the view before anything was taken out of it.
    """
    nieuw = rename_nodes(beeld, number_people(beeld.ids[k] for k in beeld.van_soort("Coordinator").tolist()))
    clean = _Schoonmaak(patroon)
    # An organisation may be named after somebody; organisations stand first.
    kolommen = {
        naam: clean.column(kolom, 0 if naam == "bron" else nieuw.aantal_organisaties)
        for naam, kolom in nieuw.kolommen.items()
        if naam not in _WEG
    }
    mensen = nieuw.van_soort("Coordinator").tolist()
    _set(kolommen, "naam", {m: f"Coördinator {nieuw.ids[m].partition(':')[2]}" for m in mensen})
    for naam in _VAN_MENSEN:
        _set(kolommen, naam, dict.fromkeys(mensen))
    for naam in ("rol", "naam"):
        _set(kolommen, naam, dict.fromkeys(nieuw.van_soort(_ROL_VAN).tolist()))
    tabellen = {
        type_: replace(
            tabel, kolommen={n: clean.column(k) for n, k in tabel.kolommen.items() if n not in _WEG}
        )
        for type_, tabel in nieuw.relaties.items()
    }
    return replace(nieuw, kolommen=kolommen, relaties=tabellen)


def _set(kolommen: dict[str, Kolom], naam: str, waarden: Mapping[int, object]) -> None:
    if naam in kolommen and waarden:
        kolom = list(kolommen[naam])
        for knoop, waarde in waarden.items():
            kolom[knoop] = waarde
        kolommen[naam] = kolom


class _Schoonmaak:
    """Takes names out of texts, each different text once."""

    def __init__(self, patroon: re.Pattern[str] | None) -> None:
        self._patroon = patroon
        self._teksten: dict[str, str] = {}

    def column(self, kolom: Kolom, vanaf: int = 0) -> Kolom:
        """A column without names in its texts; the rows before ``vanaf`` stay as they are."""
        if self._patroon is None:
            return kolom
        staart = kolom[vanaf:]
        anders = {tekst: schoon for tekst in _texts(staart) if (schoon := self._text(tekst)) != tekst}
        if not anders:
            return kolom
        return [*kolom[:vanaf], *(anders.get(w, w) if type(w) is str else w for w in staart)]

    def _text(self, tekst: str) -> str:
        gevonden = self._teksten.get(tekst)
        if gevonden is None:
            assert self._patroon is not None
            gevonden = self._teksten[tekst] = self._patroon.sub(PERSOON, tekst)
        return gevonden


def _texts(kolom: Kolom) -> set[str]:
    """The different texts of a column; where it holds lists, which have no hash, row by row."""
    try:
        waarden: Iterable[object] = set(kolom)
    except TypeError:
        waarden = kolom
    return {waarde for waarde in waarden if type(waarde) is str}
