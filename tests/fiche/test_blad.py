"""The printed page in a real Chromium: one page a school whatever the names, offline, by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from netwerkkaart.analyse.drempels import STANDAARD
from netwerkkaart.fiche.schrijven import SAMEN, file_name, write_all
from netwerkkaart.graph.vrijgave import Profiel
from tests.browser import pages, violations
from tests.fiche.wereld import by_hand, hostile, sheets

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
Open = Callable[..., "Page"]


@pytest.fixture(scope="module")
def map_(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pad = tmp_path_factory.mktemp("fiches")
    fiches = [*sheets(by_hand()), *sheets(hostile(), profiel=Profiel.INTERN)]
    write_all(fiches, pad, STANDAARD, "Limburg")
    return pad


def test_every_school_prints_on_exactly_one_page(map_: Path, open_: Open) -> None:
    page = open_(map_ / SAMEN)
    bladen = page.locator(".blad").count()
    assert bladen == 7
    assert pages(page.pdf(prefer_css_page_size=True)) == bladen
    over = page.evaluate(
        "() => [...document.querySelectorAll('.blad')].map(b => b.scrollHeight - b.clientHeight)"
    )
    assert over == [0] * bladen, "nothing is cut at the foot"
    breed = page.evaluate(
        "() => [...document.querySelectorAll('.blad')].map(b => b.scrollWidth - b.clientWidth)"
    )
    assert breed == [0] * bladen
    assert violations(page) == []


def test_a_file_of_one_school_prints_one_page_and_has_the_whole_table_on_the_screen(
    map_: Path, open_: Open
) -> None:
    fiche = max(sheets(hostile()), key=lambda f: len(f.aanbod))
    page = open_(map_ / file_name(fiche))
    assert pages(page.pdf(prefer_css_page_size=True)) == 1
    assert page.locator(".alles tbody tr").count() == len(fiche.aanbod)


def test_hostile_names_are_text(map_: Path, open_: Open) -> None:
    page = open_(map_ / SAMEN)
    tekst = page.inner_text("main")
    assert "<script>alert(1)</script>" in tekst
    assert "{{7*7}}" in tekst
    assert page.locator("script").count() == 0
    assert "Intern: alleen voor coördinatoren" in tekst


def test_the_ladder_is_told_to_who_does_not_see_it(map_: Path, open_: Open) -> None:
    (fiche,) = sheets(by_hand())
    page = open_(map_ / file_name(fiche))
    beelden = page.locator("svg[role=img]").evaluate_all("l => l.map(e => e.getAttribute('aria-label'))")
    assert len(beelden) == 5
    assert "stap 2, Heroriënteren: Niet verbonden" in beelden[0]
    assert beelden[2] == "School; dan CLB (band bevestigd); dan NAFT, TERUG (nieuwe band, niet bereikt)."


def test_the_list_is_walked_by_keyboard_to_each_school(map_: Path, open_: Open) -> None:
    page = open_(map_ / "index.html", 390)
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 390
    gezien = []
    for _ in range(page.locator("a").count()):
        page.keyboard.press("Tab")
        gezien.append(page.evaluate("() => document.activeElement.getAttribute('href')"))
    assert {h for h in gezien if h.endswith(".html")} == {p.name for p in map_.iterdir()} - {"index.html"}
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{gezien[-1]}")
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.textContent") == "Alle scholen"


def test_a_narrow_screen_never_scrolls_sideways_as_a_whole(map_: Path, open_: Open) -> None:
    (fiche,) = sheets(by_hand())
    page = open_(map_ / file_name(fiche), 390)
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 390
    assert page.evaluate(
        "() => [...document.querySelectorAll('.rol')].every(r => r.scrollWidth <= r.clientWidth)"
    ), "nor do its tables"
