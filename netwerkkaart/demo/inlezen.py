"""Reading the files of the demo into a store, by the ordinary importers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from netwerkkaart.demo.maak import DemoBestanden
from netwerkkaart.graph.store import Store
from netwerkkaart.importers import load_importer
from netwerkkaart.invoeren import carry_out_import, open_bestand, prepare_import
from netwerkkaart.omzetten.context import Context


def import_demo(
    store: Store, demo: DemoBestanden, nu: datetime, gedaan: Callable[[str, int], None] | None = None
) -> None:
    """Read every file of the demo, in order, as a coordinator would by hand.

    Args:
        store: an open store.
        demo: the files, as :func:`~netwerkkaart.demo.maak.generate_demo` wrote them.
        nu: moment of the imports.
        gedaan: if given, called with the name and number of rows of each file that went in.

    Raises:
        GebruikersFout: a file has faults; the demo's own files never do.
    """
    for bestand in demo.bestanden:
        importer = load_importer(bestand.importer)
        inhoud, gelezen = open_bestand(importer, bestand.pad)
        voorbereid = prepare_import(
            store,
            importer,
            inhoud,
            lambda gekend, naam=bestand.pad.name: Context(gekend=gekend, datum=nu.date(), bron=naam),  # type: ignore[misc]
        )
        carry_out_import(store, voorbereid, nu=nu, bestand=gelezen)
        if gedaan is not None:
            gedaan(bestand.pad.name, bestand.rijen)
