"""The annex of a report: what every finding rests on, with names beside codes; all rows as a workbook."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from netwerkkaart.analyse import ANALYSES
from netwerkkaart.analyse.hiaten_oordeel import OPEN
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.rapport.bouwstenen import cell, same_places
from netwerkkaart.rapport.bron import Bron
from netwerkkaart.rapport.model import Alinea, Blok, Deel, Document, Lijst, Tabel
from netwerkkaart.rapport.zicht import PERSOON
from netwerkkaart.schema.register import TYPEN
from netwerkkaart.uitvoer.tabel import Rooster
from netwerkkaart.uitvoer.uitkomsttabel import as_rooster

RIJEN = 8
"""Most rows of evidence that an annex shows; the workbook has all."""
NIETS = "wat er niet is"
"""What something rests on that is missing."""
NAMEN = 4
"""Most things that one row of evidence names."""

VOORRANG: Mapping[str, Callable[[Any], bool]] = {
    "hiaten": lambda rij: rij.oordeel in OPEN,
    "keten": lambda rij: bool(rij.ontbreekt),
    "afspraken": lambda rij: rij.oordeel == "geen afspraak",
    "fora": lambda rij: rij.gekozen,
    "tandem": lambda rij: rij.oordeel == "blinde vlek",
    "tandem-verdeling": lambda rij: rij.verdeling == "niemand",
    "evolutie": lambda rij: rij.aard == "gebeurd",
    "dagbesteding": lambda rij: not rij.in_orde,
}
"""Which rows of an analysis the finding is about: they are shown first."""


class Namen:
    """Codes and keys in words: ``De Ark (ark)``, ``CLB begeleidt De Ark``.

    Args:
        beeld: the view in which they are.
    """

    def __init__(self, beeld: Beeld) -> None:
        self._beeld = beeld
        biedt = beeld.van_type("BIEDT")
        self._aanbieder = dict(zip(biedt.naar.tolist(), biedt.van.tolist(), strict=True))

    def word(self, sleutel: str) -> str:
        """An id of a node, a key of a relation, or a pair of ids, in words; itself when it is none."""
        if sleutel in self._beeld.nummer:
            naam = self._name(sleutel)
            if (aanbieder := self._aanbieder.get(self._beeld.nummer[sleutel])) is not None:
                naam = f"{naam} van {self._beeld.naam(aanbieder)}"
            # A code made from the name says no more than the name; an official number does.
            return naam if naam in (PERSOON, sleutel) or ":" in sleutel else f"{naam} ({sleutel})"
        soort, *einden = sleutel.split("|")
        if soort in TYPEN and len(einden) >= 2 and (lezing := TYPEN[soort].soort.lezing):
            return lezing.format(van=self._name(einden[0]), naar=self._name(einden[1]))
        if einden and {soort, *einden} <= self._beeld.nummer.keys():
            return " en ".join(self._name(deel) for deel in (soort, *einden))
        return sleutel

    def _name(self, id_: str) -> str:
        knoop = self._beeld.nummer.get(id_)
        return id_ if knoop is None else self._beeld.naam(knoop) or id_


def annexes(bron: Bron, document: Document) -> Document:
    """The same report with an annex per finding."""
    nummers, namen = document.nummers(), Namen(bron.beeld)
    opdrachten = {v.code: v.bron for v in document.vaststellingen()}
    delen = [
        Deel(
            f"Bijlage {nummer}. Waarop vaststelling {nummer} steunt",
            _evidence(bron, code, namen, opdrachten[code]),
            True,
        )
        for code, nummer in nummers.items()
    ]
    return replace(document, delen=(*document.delen, *delen))


def _evidence(bron: Bron, code: str, namen: Namen, opdracht_tekst: str) -> tuple[Blok, ...]:
    opdracht = Alinea(f"netwerkkaart {opdracht_tekst}", "Zelf nagaan:", "noot")
    bevinding = bron.bevindingen.get(code)
    if bevinding is not None:
        lijst = Lijst(_short(bevinding.bewijs, namen, 2 * RIJEN))
        return (*_alinea(bevinding.uitleg), lijst, opdracht)
    analyse, uitkomst = ANALYSES[code], bron.run(code)
    uitleg = Alinea(analyse.uitleg, soort="noot")
    if not len(uitkomst.rijen):
        return uitleg, Alinea("Hier zijn geen rijen: er is niets gevonden."), opdracht
    telt = VOORRANG.get(code)
    gekozen = [rij for rij in uitkomst.rijen if telt(rij)] if telt else []
    eerste, wat = (gekozen, "waarover de vaststelling gaat") if gekozen else (uitkomst.rijen, "rijen")
    kern = [naam for naam in analyse.kern if naam != "gebied_naam" or bron.regio is None][:5]
    koppen = {kolom.naam: kolom.kop for kolom in uitkomst.kolommen}
    rijen = same_places(
        tuple(
            (*(cell(rij, naam) for naam in kern), "; ".join(_short(rij.bewijs, namen, NAMEN)) or NIETS)
            for rij in eerste[:RIJEN]
        )
    )
    steunt: tuple[str, ...] = ("Steunt op",)
    if all(rij[-1] == NIETS for rij in rijen):  # a column that says the same everywhere
        rijen, steunt = tuple(rij[:-1] for rij in rijen), ()
    alle = len(uitkomst.rijen)
    noot = f"De eerste {len(rijen)} van {len(eerste)} {wat}; alle {alle} rijen staan in de werkmap erbij."
    tabel = Tabel(
        analyse.kort,
        (*(koppen[naam] for naam in kern), *steunt),
        rijen,
        noot if len(rijen) < alle else "",
    )
    return uitleg, tabel, opdracht


def _alinea(tekst: str) -> tuple[Alinea, ...]:
    return (Alinea(tekst, soort="noot"),) if tekst else ()


def _short(sleutels: tuple[str, ...], namen: Namen, hoogstens: int) -> tuple[str, ...]:
    # The ends of a tie that is named too say nothing more.
    einden = {deel for sleutel in sleutels for deel in sleutel.split("|")[1:]}
    eigen = tuple(sleutel for sleutel in sleutels if sleutel not in einden)
    sleutels = eigen or sleutels
    woorden = tuple(dict.fromkeys(namen.word(sleutel) for sleutel in sleutels[:hoogstens]))
    rest = len(sleutels) - hoogstens
    return (*woorden, f"en {rest} andere") if rest > 0 else woorden


def sheets(bron: Bron, document: Document) -> dict[str, Rooster]:
    """All rows behind every finding, by the name of the sheet that they get."""
    namen = Namen(bron.beeld)
    bladen: dict[str, Rooster] = {}
    for code, nummer in document.nummers().items():
        bevinding = bron.bevindingen.get(code)
        if bevinding is None:
            bladen[f"{nummer} {code}"[:31]] = as_rooster(bron.run(code))
        else:
            rijen = [(sleutel, namen.word(sleutel)) for sleutel in bevinding.bewijs]
            bladen[f"{nummer} {code}"[:31]] = Rooster(
                bevinding.zin, ("code", "naam"), ("Code", "In woorden"), rijen, (bevinding.uitleg,)
            )
    return bladen
