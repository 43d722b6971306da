"""A real Chromium, once for the whole run: playwright allows no second one beside it in the same thread."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

VLAGGEN = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-extensions",
]
_NAMEN = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium; without one the tests are skipped, but in CI they fail."""
    pad = next((gevonden for naam in _NAMEN if (gevonden := shutil.which(naam))), None)
    if pad is None:
        reden = (
            "Geen Chromium gevonden: installeer chromium om de tests van de kaart in de browser te draaien."
        )
        if os.environ.get("CI"):
            pytest.fail(reden)
        pytest.skip(reden)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as spel:
        venster = spel.chromium.launch(executable_path=pad, headless=True, args=VLAGGEN)
        yield venster
        venster.close()
