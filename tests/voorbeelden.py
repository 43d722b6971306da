"""How many random cases a test tries: some fifty, or at least five hundred under ``make test-diep``."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

DIEP = os.environ.get("HYPOTHESIS_PROFILE") == "diep"


def aantal(gewoon: int = 50) -> int:
    """Number of examples: ``gewoon``, or in depth ten times that and never under 500."""
    return max(500, 10 * gewoon) if DIEP else gewoon


def load_profile() -> None:
    """Set what holds for every test: no deadlines, as a busy machine is no fault of the code.

    The ordinary run tries the same cases every time, so that a red run means that something changed;
    new cases are looked for in depth.
    """
    settings.register_profile(
        "netwerkkaart",
        max_examples=aantal(),
        deadline=None,
        derandomize=not DIEP,
        suppress_health_check=[HealthCheck.too_slow],
    )
    settings.load_profile("netwerkkaart")
