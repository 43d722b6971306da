"""What the command line, the index and the tests must know of an analysis before they load it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Literal

Optiesoort = Literal["keuze", "getal", "kommagetal", "dag", "tekst", "ja"]
"""A choice, a whole number, a number, a date, a text, or yes when it is given."""
Invoer = Literal["beeld", "tijden"]
"""What an analysis reads: a view at a date, or the same graph at two dates."""


@dataclass(frozen=True, slots=True)
class Optie:
    """A keyword argument of an analysis that people may choose.

    Args:
        naam: its name.
        uitleg: one Dutch line of help.
        soort: what kind of value.
        keuzes: the values it may have, for a choice.
        standaard: the value when it is not given; a choice takes its first one.
        meermaals: true when it may be given more than once; the function then gets a tuple.
        vlag: how it is written on the command line, when that is not ``--naam`` (with ``-`` for ``_``).
    """

    naam: str
    uitleg: str
    soort: Optiesoort = "tekst"
    keuzes: tuple[str, ...] = ()
    standaard: object = None
    meermaals: bool = False
    vlag: str = ""

    @property
    def default(self) -> object:
        """Its value when nobody chooses."""
        if self.meermaals:
            return ()
        if self.soort == "ja":
            return False
        return self.keuzes[0] if self.keuzes else self.standaard


@dataclass(frozen=True, slots=True)
class Analyse:
    """One analysis that can be run by name.

    Args:
        naam: its name on the command line.
        kort: one line for the list.
        uitleg: what it means and how to read it, in plain Dutch: a few sentences.
        wanneer_niet: when not to trust it, in plain Dutch.
        voorbeeld: a command that shows it, with what a reader would do next.
        module: module beneath ``netwerkkaart.analyse``.
        functie: function in that module: ``(beeld, drempels, *, regio, …) -> Uitkomst``.
        kern: columns that fit a terminal of 80 signs; a file has all of them.
        regio_verplicht: true when it is about one region.
        opties: further keyword arguments that it takes.
        tekening: ``module.function`` beneath ``netwerkkaart.analyse`` that draws a result:
            ``(uitkomst) -> Tekening``; None: a table says it better.
        invoer: what it reads.
        sleutel: columns that say what a row is about, to compare two results row by row; empty: those of
            ``vooruitblik.SLEUTELS`` that it has.
        versie: version of its definition in ``docs/analyses.md``; raise it when the same data may give
            another number, see :mod:`netwerkkaart.analyse.definities`.
    """

    naam: str
    kort: str
    uitleg: str
    wanneer_niet: str
    voorbeeld: str
    module: str
    functie: str
    kern: tuple[str, ...]
    regio_verplicht: bool = False
    opties: tuple[Optie, ...] = ()
    tekening: str | None = None
    invoer: Invoer = "beeld"
    sleutel: tuple[str, ...] = ()
    versie: str = "1"

    def load(self) -> Callable[..., Any]:
        """Import the function. Its result is an ``Uitkomst``."""
        return _load(f"{self.module}.{self.functie}")

    def defaults(self) -> dict[str, object]:
        """The value of every option when nobody chooses; what chooses moments is left out."""
        moment = ("van", "tot", "stappen") if self.invoer == "tijden" else ()
        return {optie.naam: optie.default for optie in self.opties if optie.naam not in moment}

    def load_tekening(self) -> Callable[..., Any] | None:
        """Import the function that draws a result; None when there is none. Its result is a ``Tekening``."""
        return None if self.tekening is None else _load(self.tekening)


def _load(pad: str) -> Callable[..., Any]:
    module, _, naam = pad.rpartition(".")
    functie: Callable[..., Any] = getattr(import_module(f"netwerkkaart.analyse.{module}"), naam)
    return functie


PER = Optie("per", "Per regio of per gemeente geteld.", "keuze", ("regio", "gemeente"))
NIVEAU = Optie("niveau", "Waarover een rij gaat.", "keuze", ("vestiging", "instelling", "bestuur"))
ONGEKEND = "Banden die niemand doorgaf, ziet de analyse niet: vraag eerst na bij de partners."
