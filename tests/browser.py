"""A real Chromium, once for the whole run: playwright allows no second one beside it in the same thread."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

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


@contextmanager
def offline_pages(browser: Browser, breed: int, hoog: int) -> Iterator[Callable[..., Page]]:
    """Opens files, each in a window of its own, and fails when one asks for another file or complains.

    What opens them takes the path, and a width when it is another than ``breed``.
    """
    paginas: list[Page] = []

    def open_(pad: Path, breed: int = breed) -> Page:
        page = browser.new_page(viewport={"width": breed, "height": hoog})
        paginas.append(page)
        fouten: list[str] = []
        page.on("request", lambda v: fouten.append(v.url) if v.url != pad.as_uri() else None)
        page.on("console", lambda bericht: fouten.append(bericht.text))
        page.on("pageerror", lambda fout: fouten.append(str(fout)))
        page.goto(pad.as_uri())
        assert fouten == []
        return page

    yield open_
    for page in paginas:
        page.close()


def pages(pdf: bytes) -> int:
    """How many pages a document has: Chromium writes each page as an object that is not compressed."""
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))


def violations(page: Page) -> list[str]:
    """What axe-core finds wrong for people with a disability, as rule and first place; nothing when all is well."""
    from axe_playwright_python.sync_playwright import Axe

    gevonden = Axe().run(page).response["violations"]
    return [f"{v['id']}: {v['nodes'][0]['html'][:160]}" for v in gevonden]
