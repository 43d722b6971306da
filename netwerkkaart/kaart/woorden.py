"""Texts of the page: numbered lists of repeated texts, and dates as people write them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from netwerkkaart.kaart.richting import isolate

_LANGSTE_BRON = 60


class Woordenlijst:
    """Numbers texts in the order in which they come; the empty text is number 0."""

    def __init__(self) -> None:
        self._nummers: dict[str, int] = {"": 0}

    def nummer(self, tekst: str) -> int:
        """The number of a text."""
        return self._nummers.setdefault(tekst, len(self._nummers))

    @property
    def teksten(self) -> list[str]:
        """All texts, in order of their numbers."""
        return list(self._nummers)


def datum_tekst(waarde: object, precisie: object) -> str:
    """A date as people write it, as precisely as it is known.

    >>> datum_tekst(date(2024, 9, 1), None), datum_tekst(date(2024, 9, 1), "maand"), datum_tekst(None, None)
    ('01-09-2024', '09-2024', '')
    """
    return _written(waarde, str(precisie)) if isinstance(waarde, date) else ""


@lru_cache(maxsize=4096)
def _written(dag: date, precisie: str) -> str:
    """A day in words; a hundred thousand ties began on a few hundred days."""
    return dag.strftime({"jaar": "%Y", "maand": "%m-%Y"}.get(precisie, "%d-%m-%Y"))


def tekst(waarde: object) -> str:
    """A property as text; empty when absent."""
    return "" if waarde is None else str(waarde)


def source_line(bronnen: Iterable[str]) -> str:
    """Names of sources in one line, none longer than reads in it.

    >>> source_line(["lijst 2026", "x" * 61])
    'lijst 2026, xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…'
    """
    return ", ".join(
        isolate(bron if len(bron) <= _LANGSTE_BRON else f"{bron[: _LANGSTE_BRON - 1]}…") for bron in bronnen
    )
