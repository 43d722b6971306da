"""Keep what native code prints on stderr away from a person."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

_slot = threading.RLock()


@contextmanager
def quiet_stderr() -> Iterator[None]:
    """Send file descriptor 2 to nowhere while the block runs; Python's own text is flushed first.

    The descriptor belongs to the whole process, so only short calls into an engine go inside.
    """
    with _slot:
        with suppress(Exception):
            sys.stderr.flush()
        try:
            bewaard = os.dup(2)
        except OSError:  # no stderr at all, as under pythonw
            yield
            return
        niets = os.open(os.devnull, os.O_WRONLY)
        try:
            os.dup2(niets, 2)
            yield
        finally:
            os.dup2(bewaard, 2)
            os.close(niets)
            os.close(bewaard)
