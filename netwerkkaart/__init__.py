"""Netwerkkaart: see, and mend, the net between schools and youth care.

The public API is small. Open a store, take a view, run analyses on it, show it::

    import netwerkkaart as nk

    with nk.open_netwerk() as netwerk:          # the graph of NETWERKKAART_STORE, or the default one
        beeld = netwerk.beeld()                 # as it holds today
        hiaten = netwerk.analyse("hiaten", regio="limburg")
        nk.as_pandas(hiaten)                    # its rows as a frame
        nk.teken(hiaten)                        # in a notebook: its picture
        netwerk.kaart(regio="limburg")          # in a notebook: the whole map
        netwerk.toon("clb:clb-kantelbrug")      # in a notebook: the surroundings of one organisation
        nk.as_pandas(netwerk.query("MATCH (s:School) RETURN s.id, s.naam"))
        nk.as_networkx(beeld, alleen_banden=True)

Nothing heavy is imported until it is used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from netwerkkaart import analyse as analyses
    from netwerkkaart.graph.beeld import Beeld
    from netwerkkaart.netwerk import Netwerk, open_netwerk
    from netwerkkaart.uitvoer.figuren import draw_uitkomst as teken
    from netwerkkaart.uitvoer.frames import as_pandas, as_polars
    from netwerkkaart.uitvoer.grafen import as_igraph, as_networkx

__all__ = [
    "Beeld",
    "Netwerk",
    "analyses",
    "as_igraph",
    "as_networkx",
    "as_pandas",
    "as_polars",
    "open_netwerk",
    "teken",
]

_WAAR = {
    "Beeld": ("netwerkkaart.graph.beeld", "Beeld"),
    "Netwerk": ("netwerkkaart.netwerk", "Netwerk"),
    "open_netwerk": ("netwerkkaart.netwerk", "open_netwerk"),
    "analyses": ("netwerkkaart.analyse", ""),
    "as_igraph": ("netwerkkaart.uitvoer.grafen", "as_igraph"),
    "as_networkx": ("netwerkkaart.uitvoer.grafen", "as_networkx"),
    "as_pandas": ("netwerkkaart.uitvoer.frames", "as_pandas"),
    "as_polars": ("netwerkkaart.uitvoer.frames", "as_polars"),
    "teken": ("netwerkkaart.uitvoer.figuren", "draw_uitkomst"),
}


def __getattr__(naam: str) -> object:
    if naam not in _WAAR:
        raise AttributeError(f"module {__name__!r} has no attribute {naam!r}")
    from importlib import import_module

    module, deel = _WAAR[naam]
    geladen = import_module(module)
    return getattr(geladen, deel) if deel else geladen
