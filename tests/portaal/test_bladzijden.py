"""The pages in a real Chromium, from disk: search, keyboard, no requests, narrow screens."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from netwerkkaart.portaal.schrijven import write_portaal
from tests.browser import Vensters, offline_pages, violations
from tests.kaart.proefdata import make_proef

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
Open = Callable[..., "Page"]


@pytest.fixture(scope="module")
def map_(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pad = tmp_path_factory.mktemp("portaal")
    write_portaal(make_proef("limburg", 120, 400).beeld, pad)
    return pad


@pytest.fixture
def open_(vensters: Vensters) -> Iterator[Open]:
    with offline_pages(vensters, 1440, 900) as openen:
        yield openen


@pytest.mark.parametrize("breed", [1440, 390])
def test_no_page_asks_for_anything_or_scrolls_sideways(map_: Path, open_: Open, breed: int) -> None:
    for pagina in sorted(map_.rglob("*.html")):
        if pagina.name != "kaart.html":
            page = open_(pagina, breed)
            assert page.evaluate("() => document.documentElement.scrollWidth") <= breed, pagina
            assert page.locator("h1").count() == 1
            assert breed < 1440 or violations(page) == [], pagina


def test_search_by_keyboard_opens_the_organisation_on_the_map(map_: Path, open_: Open) -> None:
    page = open_(map_ / "index.html")
    page.locator("#zoek").focus()
    page.keyboard.type("CLB")
    treffers = page.locator("#treffers a")
    assert treffers.count() >= 1
    assert "gevonden" in page.locator("#aantal").inner_text()
    naam = treffers.first.inner_text()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/limburg/kaart.html#netwerk&kies=*")
    page.locator("#rechts").get_by_text(naam).first.wait_for()


def test_search_finds_without_accents_and_says_when_there_is_nothing(map_: Path, open_: Open) -> None:
    page = open_(map_ / "index.html")
    page.locator("#zoek").fill("coordinator")
    assert page.locator("#treffers").get_by_text("Coördinator").count() >= 1
    page.locator("#zoek").fill("qqqq")
    assert "Niets gevonden" in page.locator("#aantal").inner_text()
    page.keyboard.press("Escape")
    assert page.locator("#zoek").input_value() == ""


def test_pages_are_walked_by_keyboard(map_: Path, open_: Open) -> None:
    page = open_(map_ / "limburg" / "index.html")
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.textContent") == "Naar de inhoud"
    gezien = []
    for _ in range(9):
        page.keyboard.press("Tab")
        gezien.append(page.evaluate("() => document.activeElement.textContent.trim()"))
    assert gezien[1:8] == [
        "Vlaanderen en Brussel",
        "Regio",
        "Kaart",
        "Hiaten",
        "Bruggen",
        "Tandem",
        "Praktijken",
    ]


def test_each_panel_is_told_in_words_and_equals_the_table(map_: Path, open_: Open) -> None:
    page = open_(map_ / "index.html")
    woorden = page.locator(".panelen svg").evaluate_all("l => l.map(e => e.getAttribute('aria-label'))")
    assert len(woorden) == 6
    assert all("Brussel: geen gegevens" in tekst for tekst in woorden)
    page.locator("summary").first.click()
    cijfer = woorden[0].split("Limburg: −12 ")[1].split(",")[0]
    assert cijfer.replace("/", " van ") in page.locator("details table").inner_text()


def test_the_map_of_all_opens_the_map_of_a_region(map_: Path, open_: Open) -> None:
    page = open_(map_ / "kaart.html")
    page.locator("#rechts").get_by_role("button", name="Limburg").click()
    link = page.get_by_role("link", name="Open de kaart van Limburg")
    assert "netwerkkaart kaart" not in page.locator("#rechts").inner_text()
    assert violations(page) == []
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/limburg/kaart.html")
    assert "Limburg" in page.locator(".merk").inner_text()
