"""The graph as a Python user holds it: query it, view it, show it."""

from __future__ import annotations

from datetime import date
from types import TracebackType
from typing import TYPE_CHECKING

from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.graph.lezen import read_beeld
from netwerkkaart.graph.openen import open_store
from netwerkkaart.graph.store import Resultaat, Store
from netwerkkaart.graph.vrijgave import Profiel

if TYPE_CHECKING:
    from netwerkkaart.graph.herkomst import Veldherkomst
    from netwerkkaart.kaart.rond import Omgevingskaart


class Netwerk:
    """An open graph, for reading. Use it as a context manager, or close it yourself.

    Args:
        store: an open store.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def __enter__(self) -> Netwerk:
        return self

    def __exit__(
        self, soort: type[BaseException] | None, fout: BaseException | None, spoor: TracebackType | None
    ) -> None:
        self.close()

    def query(self, cypher: str, **parameters: object) -> Resultaat:
        """Rows of a reading Cypher statement; what writes is refused.

        Raises:
            NietToegelaten: the statement writes, reads files, or calls a procedure that is not allowed.
        """
        from netwerkkaart.graph.vreemd import run_foreign

        return run_foreign(self._store, cypher, parameters, max_rijen=1_000_000, max_seconden=300)

    def beeld(self, datum: date | None = None) -> Beeld:
        """The view at a reference date (today when none is given). O(n + m)."""
        return read_beeld(self._store).op(datum or date.today())

    def toon(
        self, id_: str, *, diepte: int = 1, maximum: int = 300, profiel: Profiel = Profiel.PARTNERS
    ) -> Omgevingskaart:
        """The surroundings of one organisation, as an object that a notebook draws.

        What the profile may not show is not in it.

        Raises:
            NietGevonden: there is no organisation with this id.
        """
        from netwerkkaart.kaart.rond import toon

        return toon(self.beeld(), id_, diepte=diepte, maximum=maximum, profiel=profiel)

    def herkomst(self, sleutel: str) -> tuple[Veldherkomst, ...]:
        """Every property of a node or relation, with the import and the source that stated it.

        Args:
            sleutel: id of a node, or rid of a relation.

        Raises:
            NietGevonden: there is no such node or relation.
        """
        from netwerkkaart.graph.herkomst import field_provenance

        return field_provenance(self._store, sleutel)

    def close(self) -> None:
        """Release the store. Safe to call twice."""
        self._store.close()


def open_netwerk(adres: str | None = None) -> Netwerk:
    """Open a graph for reading.

    Args:
        adres: a path, or ``neo4j://…``; None: ``NETWERKKAART_STORE``, else the user's own graph.

    Raises:
        OpslagFout: there is none, or it cannot be read.
    """
    return Netwerk(open_store(adres))
