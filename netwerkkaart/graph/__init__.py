"""The graph: two engines behind one protocol, and the view that all analyses read.

Nothing heavy is imported until it is asked for, so that ``netwerkkaart --help`` stays quick.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from netwerkkaart.graph.openen import open_store as open_store

__all__ = ["open_store"]


def __getattr__(naam: str) -> object:
    if naam == "open_store":
        from netwerkkaart.graph.openen import open_store

        return open_store
    raise AttributeError(f"module {__name__!r} has no attribute {naam!r}")
