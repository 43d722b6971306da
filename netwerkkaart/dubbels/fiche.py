"""What is compared of each node: its names, place, numbers and ways to reach it, made ready once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from netwerkkaart.dubbels.contact import (
    read_domeinen,
    read_email,
    read_huisnummer,
    read_straat,
    read_telefoon,
)
from netwerkkaart.dubbels.namen import Naam, read_naam, read_persoonsnaam
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.schema.basis import Samenvoegbaar
from netwerkkaart.schema.register import SOORTEN, is_organisatie
from netwerkkaart.schema.vocabularia import fold

PERSONEN = frozenset({"Coordinator", "Contactpersoon"})
SOORTEN_MET_DUBBELS: tuple[str, ...] = tuple(
    label for label, kind in SOORTEN.items() if issubclass(kind, Samenvoegbaar)
)
"""Kinds of which doubles are looked for, organisations first."""


@dataclass(frozen=True, slots=True)
class Fiche:
    """One node, ready for comparing; what it lacks is empty.

    Args:
        knoop: its number in the view.
        id, label: of the node.
        namen: its name and the other names that it goes by.
        nis: municipality where it lies.
        postcode, straat, huisnummer: its address; the street as one word.
        telefoon, email, domeinen: how it is reached.
        kbo, ovo, instelling, vestiging: its official numbers.
        niveaus: school levels.
        net, aard, rol, regio: what the register says of it.
        omgeving: ids of its provider (an offer), employer (a person) or participants (a forum).
    """

    knoop: int
    id: str
    label: str
    namen: tuple[Naam, ...]
    nis: str = ""
    postcode: str = ""
    straat: str = ""
    huisnummer: str = ""
    telefoon: str = ""
    email: str = ""
    domeinen: frozenset[str] = frozenset()
    kbo: str = ""
    ovo: str = ""
    instelling: str = ""
    vestiging: str = ""
    niveaus: frozenset[str] = frozenset()
    net: str = ""
    aard: str = ""
    rol: str = ""
    regio: str = ""
    omgeving: frozenset[str] = frozenset()

    @property
    def is_organisatie(self) -> bool:
        """Whether it is a kind of organisation."""
        return is_organisatie(self.label)

    @property
    def adres(self) -> str:
        """Street and number as one key; ``""`` unless both are known."""
        return f"{self.straat} {self.huisnummer}" if self.straat and self.huisnummer else ""


@dataclass(frozen=True, slots=True)
class Telling:
    """How often each value occurs within a kind: a value that many share says little.

    Args:
        aantal: number of fiches per kind.
        waarden: ``(kind, field, value)`` → number of fiches.
    """

    aantal: Counter[str] = field(default_factory=Counter)
    waarden: Counter[tuple[str, str, str]] = field(default_factory=Counter)

    @classmethod
    def of(cls, fiches: Iterable[Fiche]) -> Telling:
        """Count all values of all fiches. O(n)."""
        telling = cls()
        for fiche in fiches:
            telling.aantal[fiche.label] += 1
            telling.waarden.update((fiche.label, veld, waarde) for veld, waarde in set(values_of(fiche)))
        return telling


def values_of(fiche: Fiche) -> Iterator[tuple[str, str]]:
    """The ``(field, value)`` pairs of a fiche of which the frequency counts."""
    for naam in fiche.namen:
        yield "naam", naam.vol
        yield "kern", naam.kern
    for veld in ("nis", "postcode", "telefoon", "email", "kbo", "ovo", "instelling"):
        waarde = getattr(fiche, veld)
        if waarde:
            yield veld, waarde
    for plaats in (fiche.nis, fiche.postcode):
        if plaats and fiche.adres:
            yield "adres", f"{plaats} {fiche.adres}"
    for domein in fiche.domeinen:
        yield "domein", domein
    for id_ in fiche.omgeving:
        yield "omgeving", id_


def make_fiches(beeld: Beeld) -> list[Fiche]:
    """The fiche of every node of which doubles are looked for, in order of kind and id. O(n + m)."""
    maker = _Maker(beeld)
    return [
        maker.make(knoop, label) for label in SOORTEN_MET_DUBBELS for knoop in beeld.van_soort(label).tolist()
    ]


class _Maker:
    """Reads the columns of a view into fiches."""

    def __init__(self, beeld: Beeld) -> None:
        self._beeld = beeld
        self._omgevingen = {
            "Aanbod": _neighbours(beeld, "BIEDT", heen=False),
            "Contactpersoon": _neighbours(beeld, "WERKT_VOOR", heen=True),
            "Forum": _neighbours(beeld, "NEEMT_DEEL_AAN", heen=False),
        }

    def _value(self, knoop: int, veld: str) -> object:
        # Not Beeld.kolom: a property that nobody has would make a list of all nodes at each call.
        kolom = self._beeld.kolommen.get(veld)
        return None if kolom is None else kolom[knoop]

    def _text(self, knoop: int, veld: str) -> str:
        waarde = self._value(knoop, veld)
        return "" if waarde is None else str(waarde)

    def _list(self, knoop: int, veld: str) -> Sequence[str]:
        waarde = self._value(knoop, veld)
        return [str(deel) for deel in waarde] if isinstance(waarde, list) else []

    def make(self, knoop: int, label: str) -> Fiche:
        beeld = self._beeld
        gemeente = int(beeld.gemeente[knoop])
        email = self._text(knoop, "email")
        return Fiche(
            knoop,
            beeld.ids[knoop],
            label,
            self._names(knoop, label, gemeente),
            beeld.ids[gemeente] if gemeente >= 0 else "",
            self._text(knoop, "postcode"),
            read_straat(self._text(knoop, "straat")),
            read_huisnummer(self._text(knoop, "huisnummer")),
            read_telefoon(self._text(knoop, "telefoon")),
            read_email(email),
            read_domeinen(email, self._text(knoop, "website")),
            self._text(knoop, "kbo"),
            self._text(knoop, "ovo"),
            self._text(knoop, "instellingsnummer"),
            self._text(knoop, "vestigingsnummer").lstrip("0"),
            frozenset(self._list(knoop, "niveaus")),
            fold(self._text(knoop, "net")),
            fold(self._text(knoop, "aard")),
            self._text(knoop, "rol"),
            self._text(knoop, "regio"),
            self._omgevingen.get(label, {}).get(knoop, frozenset()),
        )

    def _names(self, knoop: int, label: str, gemeente: int) -> tuple[Naam, ...]:
        teksten = [self._text(knoop, "naam"), *self._list(knoop, "ook_bekend_als")]
        if label in PERSONEN:
            return tuple(dict.fromkeys(read_persoonsnaam(tekst) for tekst in teksten))
        plaatsen = [self._text(knoop, "deelgemeente"), self._beeld.naam(gemeente) if gemeente >= 0 else ""]
        return tuple(dict.fromkeys(read_naam(tekst, plaatsen) for tekst in teksten))


def _neighbours(beeld: Beeld, type_: str, *, heen: bool) -> dict[int, frozenset[str]]:
    """Ids at the other end of one type of relation, per node at this end."""
    tabel = beeld.van_type(type_)
    hier, daar = (tabel.van, tabel.naar) if heen else (tabel.naar, tabel.van)
    volgorde = np.argsort(hier, kind="stable")
    uit: dict[int, set[str]] = {}
    for knoop, ander in zip(hier[volgorde].tolist(), daar[volgorde].tolist(), strict=True):
        uit.setdefault(knoop, set()).add(beeld.ids[ander])
    return {knoop: frozenset(ids) for knoop, ids in uit.items()}
