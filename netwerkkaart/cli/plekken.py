"""Where things of the user stand on this computer."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_data_path


def outlines_path() -> Path:
    """Official outlines that the user loaded; absent when she loaded none."""
    return user_data_path("netwerkkaart", appauthor=False) / "omtrekken.json"
