"""The command line: one file per group of commands, and no logic.

Nothing heavy is imported here: a command is loaded when it is called, so ``--help`` stays quick.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(argumenten: Sequence[str] | None = None) -> None:
    """Run the command line and end the process with a documented exit code."""
    from netwerkkaart.cli.hoofd import run

    sys.exit(run(list(sys.argv[1:] if argumenten is None else argumenten)))
