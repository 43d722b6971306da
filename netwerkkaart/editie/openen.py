"""An edition as a store of its own, so that all that reads a graph reads an edition too."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from netwerkkaart.editie.model import Editie
from netwerkkaart.graph.archief import herstel
from netwerkkaart.graph.openen import open_store
from netwerkkaart.graph.store import Store


@contextmanager
def open_editie(editie: Editie, *, schrijven: bool = False) -> Iterator[Store]:
    """The graph of an edition, in a store that only reads and is gone afterwards. O(graph).

    Args:
        editie: which one.
        schrijven: open the store to write, for who makes the edition anew; the edition itself stays.

    Raises:
        GebruikersFout: what is in the edition contradicts the schema.
    """
    with TemporaryDirectory(prefix="netwerkkaart-", ignore_cleanup_errors=True) as map_:
        pad = str(Path(map_) / "editie.kgl")
        gevuld = open_store(pad, schrijven=True)
        try:
            herstel(gevuld, editie.pad)
        finally:
            gevuld.close()
        store = open_store(pad, schrijven=schrijven)
        try:
            yield store
        finally:
            store.close()
