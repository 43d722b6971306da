"""Netwerkkaart: see, and mend, the net between schools and youth care.

The public API is small. Open a store, take a view, run analyses on it, show it::

    import netwerkkaart as nk

    with nk.open_netwerk() as netwerk:          # the graph of NETWERKKAART_STORE, or the default one
        beeld = netwerk.beeld()                 # as it holds today
        for cel in nk.analyses.ANALYSES["hiaten"].load()(beeld).rijen:
            print(cel)
        netwerk.toon("clb:clb-kantelbrug")      # in a notebook: the surroundings of one organisation

Nothing heavy is imported until it is used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from netwerkkaart import analyse as analyses
    from netwerkkaart.graph.beeld import Beeld
    from netwerkkaart.netwerk import Netwerk, open_netwerk

__all__ = ["Beeld", "Netwerk", "analyses", "open_netwerk"]

_WAAR = {
    "Beeld": ("netwerkkaart.graph.beeld", "Beeld"),
    "Netwerk": ("netwerkkaart.netwerk", "Netwerk"),
    "open_netwerk": ("netwerkkaart.netwerk", "open_netwerk"),
    "analyses": ("netwerkkaart.analyse", ""),
}


def __getattr__(naam: str) -> object:
    if naam not in _WAAR:
        raise AttributeError(f"module {__name__!r} has no attribute {naam!r}")
    from importlib import import_module

    module, deel = _WAAR[naam]
    geladen = import_module(module)
    return getattr(geladen, deel) if deel else geladen
