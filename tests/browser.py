"""A real Chromium, once for the whole run: playwright allows no second one beside it in the same thread."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, ViewportSize

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


def find_chromium() -> str | None:
    """Path of a Chromium or one of its kin; None where there is none."""
    return next((gevonden for naam in _NAMEN if (gevonden := shutil.which(naam))), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium; without one the tests are skipped, but in CI they fail."""
    pad = find_chromium()
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


class Vensters:
    """Lends windows and takes them back: a new one costs Chromium three times what a page of ours in it does.

    Whoever borrows one gets it empty, as a new one is: no page, no listeners, no media, nothing permitted. Our
    pages keep nothing in the browser. A script that is added for every next page cannot be taken off again: a
    test that needs one opens a window of its own.
    """

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._vrij: list[Page] = []
        self._oren: dict[Page, list[tuple[Any, Callable[[Any], None]]]] = {}

    def lend(self, breed: int, hoog: int) -> Page:
        """An empty window of this size."""
        maat: ViewportSize = {"width": breed, "height": hoog}
        if not self._vrij:
            return self._browser.new_page(viewport=maat)
        page = self._vrij.pop()
        page.set_viewport_size(maat)
        return page

    def listen(self, page: Page, wat: Any, oor: Callable[[Any], None]) -> None:
        """Hear what happens on a window until it is given back."""
        page.on(wat, oor)
        self._oren.setdefault(page, []).append((wat, oor))

    def take_back(self, page: Page) -> None:
        """Empty a window for who comes next."""
        for wat, oor in self._oren.pop(page, []):
            page.remove_listener(wat, oor)
        page.emulate_media(media="null", reduced_motion="null")
        page.context.clear_permissions()
        page.mouse.move(0, 0)
        page.goto("about:blank")
        self._vrij.append(page)


@pytest.fixture(scope="session")
def vensters(browser: Browser) -> Vensters:
    """Windows of that Chromium, each used again."""
    return Vensters(browser)


@contextmanager
def offline_pages(vensters: Vensters, breed: int, hoog: int) -> Iterator[Callable[..., Page]]:
    """Opens files, each in a window of its own, and fails when one asks for another file or complains.

    What opens them takes the path, and a width when it is another than ``breed``.
    """
    paginas: list[Page] = []

    def open_(pad: Path, breed: int = breed) -> Page:
        page = vensters.lend(breed, hoog)
        paginas.append(page)
        fouten: list[str] = []
        vensters.listen(page, "request", lambda v: fouten.append(v.url) if v.url != pad.as_uri() else None)
        vensters.listen(page, "console", lambda bericht: fouten.append(bericht.text))
        vensters.listen(page, "pageerror", lambda fout: fouten.append(str(fout)))
        page.goto(pad.as_uri())
        assert fouten == []
        return page

    yield open_
    for page in paginas:
        vensters.take_back(page)


def pages(pdf: bytes) -> int:
    """How many pages a document has: Chromium writes each page as an object that is not compressed."""
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))


def violations(page: Page) -> list[str]:
    """What axe-core finds wrong for people with a disability, as rule and first place; nothing when all is well."""
    from axe_playwright_python.sync_playwright import Axe

    gevonden = Axe().run(page).response["violations"]
    return [f"{v['id']}: {v['nodes'][0]['html'][:160]}" for v in gevonden]
