"""Fixtures of the map: trial graphs, written pages, and a real Chromium."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from netwerkkaart.kaart.meta import Opties
from netwerkkaart.kaart.pagina import write_kaart
from tests.browser import Vensters
from tests.kaart.proefdata import Proef, make_proef
from tests.kaart.verleden import past
from tests.kaart.wereld import small_world

if TYPE_CHECKING:
    from playwright.sync_api import Page


@pytest.fixture(scope="session")
def proef() -> Proef:
    return make_proef()


@pytest.fixture(scope="session")
def limburg_pagina(proef: Proef, tmp_path_factory: pytest.TempPathFactory) -> Path:
    pad = tmp_path_factory.mktemp("kaart") / "limburg.html"
    return write_kaart(proef.beeld, pad, invoer=proef.invoer, opties=Opties("limburg"))


@pytest.fixture(scope="session")
def kleine_pagina(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pad = tmp_path_factory.mktemp("kaart") / "klein.html"
    return write_kaart(small_world(), pad, opties=Opties("limburg"))


@pytest.fixture(scope="session")
def verleden_pagina(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small region with its past."""
    pad = tmp_path_factory.mktemp("kaart") / "verleden.html"
    return write_kaart(past().achteraf(-1), pad, opties=Opties("limburg"), tijden=past())


@pytest.fixture(scope="session")
def grote_pagina(tmp_path_factory: pytest.TempPathFactory) -> Path:
    proef = make_proef(None, 10_000, 100_000, 11)
    pad = tmp_path_factory.mktemp("kaart") / "groot.html"
    return write_kaart(proef.beeld, pad, invoer=proef.invoer)


def csv_rijen(pad: Path) -> list[list[str]]:
    """Cells of a CSV of the page, as a Dutch spreadsheet reads them."""
    tekst = pad.read_bytes().decode("utf-8-sig")
    return list(csv.reader(io.StringIO(tekst, newline=""), delimiter=";", strict=True))


# The page's own clock: a drawing that it put off (Doek: at most 120 ms, then a frame) comes before this does,
# however busy the machine is.
_STIL = """() => new Promise((klaar) => {
  const beurt = () => document.getElementById('doek').dataset.beurt || '0';
  const eerst = beurt();
  setTimeout(() => requestAnimationFrame(() => setTimeout(() => klaar([eerst, beurt()]))), 125);
})"""


class Bezoek:
    """A page that was opened, and everything that went wrong on it."""

    def __init__(self, page: Page, vensters: Vensters) -> None:
        self.page = page
        self.verzoeken: list[str] = []
        self.fouten: list[str] = []
        vensters.listen(page, "request", lambda verzoek: self.verzoeken.append(verzoek.url))
        vensters.listen(page, "console", lambda b: self.fouten.append(f"{b.type}: {b.text}"))
        vensters.listen(page, "pageerror", lambda fout: self.fouten.append(str(fout)))

    @property
    def adres(self) -> str:
        """Where the reader is within the page, from ``#`` on."""
        return str(self.page.evaluate("() => location.hash"))

    def wacht(self, script: str, tekst: str = "") -> None:
        """Wait until a script gives true. The page's policy forbids wait_for_function."""
        for _ in range(200):
            if self.page.evaluate(script):
                return
            self.page.wait_for_timeout(25)
        raise AssertionError(f"niet gebeurd: {tekst or script}")

    def rust(self) -> None:
        """Wait until the picture is drawn and stands still."""
        for _ in range(100):
            eerst, nu = self.page.evaluate(_STIL)
            if nu == eerst and nu != "0":
                return


@pytest.fixture
def open_pagina(vensters: Vensters) -> Iterator[Callable[..., Bezoek]]:
    """Open a file at an address (``#netwerk``) in a window of some size."""
    paginas: list[Page] = []

    def open_(pad: Path, adres: str = "", breed: int = 1440, hoog: int = 900) -> Bezoek:
        page = vensters.lend(breed, hoog)
        paginas.append(page)
        bezoek = Bezoek(page, vensters)
        page.goto(pad.as_uri() + adres)
        bezoek.wacht("() => document.documentElement.dataset.klaar !== undefined", "de kaart start")
        bezoek.wacht("() => document.fonts.status === 'loaded'", "de letters zijn er")
        # The surroundings of one organisation are drawn by a library, which counts no turns.
        if page.evaluate(
            "() => !document.getElementById('doek').hidden && document.getElementById('tabs') !== null"
        ):
            bezoek.rust()
        return bezoek

    yield open_
    for page in paginas:
        vensters.take_back(page)
