"""Work on hundreds of thousands of small objects at once."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused_collector() -> Iterator[None]:
    """Hold the cycle collector back while rows are built that hold no cycles.

    Otherwise it walks all of them again and again: a quarter of the time of a large import.
    """
    liep = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if liep:
            gc.enable()
