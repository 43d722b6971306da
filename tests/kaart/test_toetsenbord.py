"""Each view by keys alone: its main act is reached by Tab, done by Enter, undone by Escape, and the focus stays in sight."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.kaart.test_browser import Open
from tests.voorbeelden import DIEP

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

# View, what is reached by Tab, the keys there, and what the address then holds.
HANDELINGEN = [
    ("overzicht", "#doek", ["ArrowRight", "Enter"], "kies="),
    ("geografisch", "#doek", ["ArrowRight", "Enter"], "kies="),
    ("netwerk", "#doek", ["ArrowRight", "Enter"], "kies="),
    ("matrix", ".cel", ["Enter"], "vak="),
    ("keten", ".schoolrij", ["Enter"], "kies="),
    ("tandem", ".tekens", ["Enter"], "vak="),
    ("bruggen", "#doek", ["ArrowRight", "Enter"], "vak="),
    ("tijd", "#doek", ["ArrowRight", "Enter"], "gemeente="),
    ("tabel", "tbody button", ["Enter"], "kies="),
]


def tab_to(page: Page, kiezer: str, toets: str = "Tab") -> None:
    """Press a key until the focus stands on what a selector tells, and see that the reader sees it."""
    for _ in range(120):
        page.keyboard.press(toets)
        if page.evaluate("k => document.activeElement.matches(k)", kiezer):
            assert page.evaluate("() => document.activeElement.matches(':focus-visible')")
            return
    raise AssertionError(f"niet bereikt met {toets}: {kiezer}")


@pytest.mark.parametrize(("view", "doel", "toetsen", "adres"), HANDELINGEN)
def test_the_main_act_of_a_view(
    verleden_pagina: Path, open_pagina: Open, view: str, doel: str, toetsen: list[str], adres: str
) -> None:
    bezoek = open_pagina(verleden_pagina, f"#{view}")
    page = bezoek.page
    if view == HANDELINGEN[0][0]:
        tab_to(page, f"#tab-{view}")  # from the top of the page, once: the way there is the same for all
    else:
        page.locator(f"#tab-{view}").focus()
    tab_to(page, doel)
    for toets in toetsen:
        page.keyboard.press(toets)
    assert adres in bezoek.adres
    assert page.evaluate("() => document.activeElement !== document.body")
    page.keyboard.press("Escape")
    assert adres not in bezoek.adres
    assert page.evaluate("() => document.activeElement !== document.body")
    tab_to(page, "#acties [aria-label='Afbeelding']", "Shift+Tab")
    # A PNG of every view takes long: every night. The SVG beside it is quick.
    if view == "matrix" or DIEP:
        with page.expect_download() as png:
            page.keyboard.press("Enter")
        assert png.value.suggested_filename.endswith(f"-{view}-2026-11-24.png")
    page.keyboard.press("Tab")
    with page.expect_download() as svg:
        page.keyboard.press("Enter")
    assert svg.value.suggested_filename.endswith(f"-{view}-2026-11-24.svg")
    assert bezoek.fouten == []


def test_the_picture_says_along_what_the_arrows_walk(verleden_pagina: Path, open_pagina: Open) -> None:
    bezoek = open_pagina(verleden_pagina, "#netwerk")
    for view, langs in (("netwerk", "organisatie"), ("bruggen", "brug"), ("tijd", "gemeente")):
        bezoek.page.locator(f"#tab-{view}").click()
        assert f"van {langs} naar {langs}" in str(bezoek.page.locator("#doek").get_attribute("aria-label"))
    # The same page tells who cannot see it what a filter leaves, and once for each change.
    rij = bezoek.page.locator(".rij").first
    rij.click()
    over = str(rij.locator("b").inner_text())
    assert bezoek.page.locator("#meld").inner_text().startswith(f"{over} organisatie")
    # Past everything in one step, also where the middle is no drawing.
    for knop, doel in (("spring", "midden"), ("springpaneel", "rechts")):
        bezoek.page.locator("#tab-matrix").click()
        bezoek.page.locator(f"#{knop}").focus()
        bezoek.page.keyboard.press("Enter")
        assert bezoek.page.evaluate("() => document.activeElement.id") == doel


@pytest.mark.parametrize("view", ["overzicht", "bruggen"])
def test_a_tool_opens_where_its_result_is_seen_and_undo_leads_back(
    verleden_pagina: Path, open_pagina: Open, view: str
) -> None:
    bezoek = open_pagina(verleden_pagina, "#tabel&kies=ark")
    page = bezoek.page
    page.locator(f"#tab-{view}").click()
    tab_to(page, "[data-sleutel='begin-pad']")
    page.keyboard.press("Enter")
    assert bezoek.adres == "#netwerk&hand=pad&greep=ark;"
    assert page.evaluate("() => document.activeElement.matches('.kiezer input')")
    assert page.locator("#titel").inner_text() == "Een pad van School Ark naar …"
    page.keyboard.press("Escape")
    page.keyboard.press("Control+z")
    page.keyboard.press("Control+z")
    bezoek.wacht(f"() => location.hash.startsWith('#{view}&kies=ark')")
