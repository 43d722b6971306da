"""The protocol that both stores keep, and nothing else: read, write in a transaction, close.

Everything above an engine (initialising, reading what is known, carrying out a plan, the view, the
archive) is one Cypher subset on this protocol; see ``docs/cypher.md`` for what both engines agree on.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

Parameters = Mapping[str, object]
Reader = Callable[[str, Parameters | None], "Resultaat"]
"""Runs one reading statement: ``Store.read``, or one bound to a transaction or snapshot."""


@dataclass(frozen=True, slots=True)
class Resultaat:
    """Rows of one query: column names in order, and a tuple per row.

    Values are what Cypher gives as plain Python: ``None``, ``bool``, ``int``, ``float``, ``str``,
    ``datetime.date``, lists and dicts of these. Nodes and relations are never returned as such.
    """

    kolommen: tuple[str, ...]
    rijen: Sequence[tuple[object, ...]]

    def dicts(self) -> list[dict[str, object]]:
        """The rows as dictionaries."""
        return [dict(zip(self.kolommen, rij, strict=True)) for rij in self.rijen]


class Transactie(Protocol):
    """A running write transaction; all or nothing."""

    def run(self, cypher: str, parameters: Parameters | None = None) -> Resultaat:
        """Run one statement inside the transaction."""
        ...


@runtime_checkable
class Store(Protocol):
    """A graph store. Open one with :func:`netwerkkaart.graph.open_store`."""

    @property
    def adres(self) -> str:
        """Where it is, as a person may read it: a path, or a URI without password."""
        ...

    def read(self, cypher: str, parameters: Parameters | None = None) -> Resultaat:
        """Run one reading statement of our own (queries of users go through ``graph.lezen``).

        Raises:
            OpslagFout: the store is down, locked or damaged.
        """
        ...

    def write(self) -> AbstractContextManager[Transactie]:
        """A transaction that commits when the block ends well, and else leaves all as it was.

        Raises:
            OpslagFout: the store is down, or another process writes.
        """
        ...

    def close(self) -> None:
        """Release the file or the connections. Safe to call twice."""
        ...


@runtime_checkable
class HasSnapshot(Protocol):
    """A store in which others may write between two statements of ours."""

    def snapshot(self) -> AbstractContextManager[Reader]:
        """Several reading statements on one state of the graph."""
        ...


def snapshot(store: Store) -> AbstractContextManager[Reader]:
    """Read with several statements what belongs together, as nodes and the relations between them.

    The embedded store always shows one state: that of its file when it was opened, and its own writes.
    """
    return store.snapshot() if isinstance(store, HasSnapshot) else nullcontext(store.read)
