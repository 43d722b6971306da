"""A process of its own for what may abort, eat memory or never end: parsers of foreign files."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence

from netwerkkaart.inlezen import grenzen


def run_child(argumenten: Sequence[str]) -> int | None:
    """Run Python with these arguments and wait; what it says, in English, goes nowhere.

    The limits of memory and time are the child's own to set (:func:`.kind.limit_process`);
    this only stops waiting for it.

    Returns:
        The exit code; None when it took longer than :data:`~netwerkkaart.inlezen.grenzen.KIND_WACHTTIJD`.
    """
    # -P and our own path: a file json.py in the folder of the user must not be imported.
    omgeving = os.environ | {
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
        "PYTHONIOENCODING": "utf-8",
    }
    try:
        einde = subprocess.run(
            [sys.executable, "-P", *argumenten],
            env=omgeving,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=grenzen.KIND_WACHTTIJD,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired:
        return None
    return einde.returncode
