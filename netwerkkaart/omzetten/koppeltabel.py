"""What the words of a source mean in ours: a small table with the columns ``wat``, ``hun`` and ``onze``.

One row is one choice. ``wat`` says what is translated:

* ``kolom``: their header ``hun`` feeds our column ``onze``;
* ``vast``: our column ``hun`` has the value ``onze`` on every row where nothing stands;
* ``knoop``: their node ``hun`` (its id or name) is our node ``onze``;
* any column of ours (``soort``, ``relatie``, ``themas`` …): their value ``hun`` is our value ``onze``.

``overslaan`` as ``onze`` leaves it out. The options ``--kolom``, ``--waarde`` and ``--vast`` say the same in
other words, and what is remembered of a source is such a table too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from netwerkkaart.fouten import GebruikersFout, Melding
from netwerkkaart.inlezen.tabel import Tabel
from netwerkkaart.omzetten.relatiewoord import HOE, find_relatie
from netwerkkaart.schema.basis import Knoop
from netwerkkaart.schema.register import SOORTEN, TYPEN, find_soort, properties_of
from netwerkkaart.schema.vocabularia import fold

KOPPEN = ("wat", "hun", "onze")
KOLOM, VAST, KNOOP, SOORT, RELATIE = "kolom", "vast", "knoop", "soort", "relatie"
OVERSLAAN = "overslaan"
LEEG = "(leeg)"
"""How an empty value of theirs is written in a table."""


_EIGEN = frozenset({"Drempelkeuze", "Koppeling", "Antwoord"})
"""Kinds that only this program makes."""


def find_kind(tekst: str) -> type[Knoop] | None:
    """The kind that a node of theirs may become, by a label or everyday word of ours.

    >>> find_kind("OCMW").soort.label, find_kind("Koppeling")
    ('LokaalBestuur', None)
    """
    model = find_soort(tekst)
    return None if model is None or model.soort.label in _EIGEN else model


class Koppelregel(NamedTuple):
    """One choice; see the module."""

    wat: str
    hun: str
    onze: str

    @property
    def sleutel(self) -> tuple[str, str]:
        """What it is a choice about."""
        return self.wat, fold(self.hun) or self.hun

    def as_sentence(self) -> str:
        """The choice as people read it.

        >>> Koppelregel("kolom", "Benaming", "naam").as_sentence()
        'kop Benaming → naam'
        """
        wat = {KOLOM: "kop ", VAST: "overal ", KNOOP: "knoop "}.get(self.wat, f"{self.wat} ")
        return f"{wat}{self.hun} {'=' if self.wat == VAST else '→'} {self.onze}"


@dataclass(frozen=True)
class Koppeltabel:
    """Choices, at most one about the same thing.

    Args:
        regels: the choices, in order.
    """

    regels: tuple[Koppelregel, ...] = ()

    @classmethod
    def from_options(
        cls,
        kolommen: Iterable[tuple[str, str]],
        waarden: Iterable[tuple[str, str]],
        vast: Iterable[tuple[str, str]],
    ) -> Koppeltabel:
        """The table that ``--kolom HUN=ONZE``, ``--waarde KOLOM:HUN=ONZE`` and ``--vast ONZE=WAARDE`` say.

        Raises:
            GebruikersFout: a ``--waarde`` without a column.
        """
        regels = [Koppelregel(KOLOM, kop, naam) for kop, naam in kolommen]
        for links, rechts in waarden:
            kolom, teken, waarde = links.partition(":")
            if not teken:
                raise GebruikersFout(
                    f'Bij --waarde staat "{links}={rechts}".',
                    hulp="Schrijf: --waarde soort:OCMW=LokaalBestuur",
                )
            regels.append(Koppelregel(kolom.strip(), waarde.strip() or LEEG, rechts))
        regels += [Koppelregel(VAST, naam, waarde) for naam, waarde in vast]
        return cls().changed(regels)

    @classmethod
    def from_context(
        cls, kolommen: Mapping[str, str], waarden: Mapping[tuple[str, str], str], vast: Mapping[str, str]
    ) -> Koppeltabel:
        """The table of the choices as importers are given them; sorted, values of theirs folded."""
        regels = [Koppelregel(KOLOM, kop, naam) for naam, kop in kolommen.items()]
        regels += [Koppelregel(kolom, hun, onze or OVERSLAAN) for (kolom, hun), onze in waarden.items()]
        regels += [Koppelregel(VAST, naam, waarde) for naam, waarde in vast.items()]
        return cls(tuple(sorted(regels)))

    def changed(self, regels: Iterable[Koppelregel]) -> Koppeltabel:
        """The same with other choices, which go before those that are here already."""
        nieuw = {regel.sleutel: regel for regel in regels}
        doelen = {regel.onze for regel in nieuw.values() if regel.wat == KOLOM and regel.onze != OVERSLAAN}
        blijft = [
            regel
            for regel in self.regels
            if regel.sleutel not in nieuw and not (regel.wat == KOLOM and regel.onze in doelen)
        ]
        return Koppeltabel((*blijft, *nieuw.values()))

    def fitting(self, koppen: Iterable[str]) -> tuple[Koppeltabel, tuple[Koppelregel, ...]]:
        """The table without the columns that a file does not have, and those columns."""
        er_zijn = {fold(kop) for kop in koppen}
        weg = tuple(r for r in self.regels if r.wat == KOLOM and fold(r.hun) not in er_zijn)
        return Koppeltabel(tuple(r for r in self.regels if r not in weg)), weg

    @cached_property
    def kolommen(self) -> Mapping[str, str]:
        """Our column → their header."""
        return {r.onze: r.hun for r in self.regels if r.wat == KOLOM and r.onze != OVERSLAAN}

    @cached_property
    def waarden(self) -> Mapping[tuple[str, str], str]:
        """(our column, folded value of theirs) → our value; ``kolom`` and ``knoop`` are columns here too.

        A value that is left out is an empty one; a kind, relation or column keeps the word.
        """
        return {
            r.sleutel: "" if r.onze == OVERSLAAN and r.wat not in (SOORT, RELATIE, KOLOM) else r.onze
            for r in self.regels
            if r.wat not in (KOLOM, VAST) or (r.wat == KOLOM and r.onze == OVERSLAAN)
        }

    @cached_property
    def vast(self) -> Mapping[str, str]:
        """Our column → its value where nothing stands."""
        vast = {r.hun: r.onze for r in self.regels if r.wat == VAST}
        return vast | {
            r.wat: r.onze for r in self.regels if r.hun == LEEG and r.wat not in (KOLOM, VAST, KNOOP)
        }


def read_koppeltabel(tabel: Tabel) -> Koppeltabel:
    """The choices in a table with the columns ``wat``, ``hun`` and ``onze``; others are for people.

    A row without ``onze`` is no choice (yet).

    Raises:
        GebruikersFout: columns that are missing, or rows that mean nothing: all in ``meldingen``.
    """
    plaats = {fold(kop): nummer for nummer, kop in enumerate(tabel.kolommen)}
    fouten = [
        tabel.melding(f'De kolom "{kop}" ontbreekt.', verwacht="de kolommen wat, hun en onze")
        for kop in KOPPEN
        if kop not in plaats
    ]
    regels: dict[tuple[str, str], Koppelregel] = {}
    for rij, cellen in tabel if not fouten else ():
        wat, hun, onze = (cellen[plaats[kop]] for kop in KOPPEN)
        if not onze:
            continue
        over = onze.casefold() == OVERSLAAN
        regel = Koppelregel(wat.casefold(), hun or LEEG, OVERSLAAN if over else onze)
        fouten += _faults(tabel, rij, regel)
        eerder = regels.setdefault(regel.sleutel, regel)
        if eerder.onze != onze:
            fouten.append(
                tabel.melding(
                    f'Een andere rij zegt hierover "{eerder.onze}".',
                    rij=rij,
                    kolom="hun",
                    waarde=hun,
                    verwacht="één rij",
                )
            )
    if fouten:
        raise GebruikersFout(
            f"De koppeling in {tabel.bestand} klopt niet.",
            hulp="Verbeter ze en probeer opnieuw.",
            meldingen=fouten,
        )
    return Koppeltabel(tuple(regels.values()))


def _faults(tabel: Tabel, rij: int, regel: Koppelregel) -> Iterable[Melding]:
    if regel.wat not in _columns():
        yield tabel.melding(
            "Dit kan niet gekoppeld worden.",
            rij=rij,
            kolom="wat",
            waarde=regel.wat,
            verwacht="soort, relatie, kolom, knoop, vast, of de naam van een kolom zoals themas",
        )
    elif regel.onze == OVERSLAAN:
        if regel.wat == KNOOP or (regel.wat == VAST and regel.hun not in (SOORT, RELATIE)):
            yield tabel.melding(
                "Dit kan niet overgeslagen worden.",
                rij=rij,
                kolom="onze",
                waarde=regel.onze,
                verwacht="een waarde",
            )
    elif regel.wat == SOORT and find_kind(regel.onze) is None:
        labels = [label for label in SOORTEN if find_kind(label) is not None]
        yield tabel.melding(
            "Deze soort bestaat niet.",
            rij=rij,
            kolom="onze",
            waarde=regel.onze,
            verwacht=f"overslaan, of een van: {', '.join(labels)}",
        )
    elif regel.wat == RELATIE and find_relatie(regel.onze) is None:
        namen = [naam for naam, relatie in TYPEN.items() if not relatie.soort.intern]
        yield tabel.melding(
            "Deze relatie bestaat niet.",
            rij=rij,
            kolom="onze",
            waarde=regel.onze,
            verwacht=f"overslaan, of een van: {', '.join(namen)}; eventueel met {' of '.join(HOE)} erachter",
        )


def _columns() -> frozenset[str]:
    """Everything that may stand under ``wat``."""
    namen = {naam for kind in SOORTEN.values() if not kind.soort.intern for naam in properties_of(kind)}
    namen |= {naam for type_ in TYPEN.values() if not type_.soort.intern for naam in properties_of(type_)}
    return frozenset(namen - {"id", "rid", "imp"} | {KOLOM, VAST, KNOOP, SOORT, RELATIE, "gemeente"})
