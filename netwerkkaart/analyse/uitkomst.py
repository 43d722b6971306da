"""What every analysis returns: a computed title, rows with evidence, and what it was computed with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date
from typing import Generic, Protocol, TypeVar, runtime_checkable

from netwerkkaart.analyse.drempels import Drempels

BEWIJS_MAX = 25
"""Most ids that one row carries as evidence; where there are more, the row says how many."""


@runtime_checkable
class MetBewijs(Protocol):
    """A result row: a frozen dataclass that names the ids (nodes) and rids (relations) it rests on."""

    @property
    def bewijs(self) -> tuple[str, ...]:
        """Ids and rids, in a fixed order."""


Rij = TypeVar("Rij", bound=MetBewijs)


@dataclass(frozen=True, slots=True)
class Kolom:
    """One column of a result: key, Dutch header, and what it means."""

    naam: str
    kop: str
    uitleg: str = ""


def kop(tekst: str, uitleg: str = "") -> Mapping[str, str]:
    """Metadata of a field of a result row: the Dutch header and explanation of its column."""
    return {"kop": tekst, "uitleg": uitleg}


def columns_of(rijtype: type[object]) -> tuple[Kolom, ...]:
    """The columns of a row type, in order, derived from its fields."""
    if not is_dataclass(rijtype):
        raise TypeError("a row type is a dataclass")
    return tuple(
        Kolom(veld.name, str(veld.metadata.get("kop", veld.name)), str(veld.metadata.get("uitleg", "")))
        for veld in fields(rijtype)
    )


@dataclass(frozen=True, slots=True)
class Uitkomst(Generic[Rij]):
    """The result of one analysis.

    Args:
        naam: name of the analysis, as in ``netwerkkaart analyse NAAM``.
        titel: the finding as a Dutch sentence with its denominator, computed.
        datum: reference date.
        drempels: the thresholds it was computed with.
        rijtype: dataclass of the rows; gives the columns.
        rijen: the rows, in a fixed order: a tuple, or :class:`~.rijen.Rijen` that are made on reading.
        kanttekeningen: Dutch sentences on what the result leaves out or cannot know.
        cijfers: key figures by name, for reports and indicators.
    """

    naam: str
    titel: str
    datum: date
    drempels: Drempels
    rijtype: type[Rij]
    rijen: Sequence[Rij]
    kanttekeningen: tuple[str, ...] = ()
    cijfers: Mapping[str, float | int | str | None] = field(default_factory=dict)

    @property
    def kolommen(self) -> tuple[Kolom, ...]:
        """Key, header and explanation of each column."""
        return columns_of(self.rijtype)

    def to_dicts(self) -> dict[str, object]:
        """The whole result as plain values that :mod:`json` takes."""
        return {
            "naam": self.naam,
            "titel": self.titel,
            "datum": self.datum.isoformat(),
            "drempels": plain(self.drempels),
            "drempels_uitleg": dict(self.drempels.zinnen()),
            "kolommen": [plain(k) for k in self.kolommen],
            "rijen": [plain(rij) for rij in self.rijen],
            "kanttekeningen": list(self.kanttekeningen),
            "cijfers": dict(self.cijfers),
        }


def plain(waarde: object) -> object:
    """A value as plain JSON: dataclasses become dicts, tuples lists, dates ISO text.

    >>> plain(Kolom("a", "A"))
    {'naam': 'a', 'kop': 'A', 'uitleg': ''}
    """
    if isinstance(waarde, date):
        return waarde.isoformat()
    if isinstance(waarde, str):
        return str(waarde)
    if is_dataclass(waarde) and not isinstance(waarde, type):
        return {veld.name: plain(getattr(waarde, veld.name)) for veld in fields(waarde)}
    if isinstance(waarde, Mapping):
        return {str(sleutel): plain(deel) for sleutel, deel in waarde.items()}
    if isinstance(waarde, list | tuple):
        return [plain(deel) for deel in waarde]
    return waarde
