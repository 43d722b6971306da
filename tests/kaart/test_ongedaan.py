"""Back to what was seen before: by button, by key, and by the browser, all along the same line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.kaart.conftest import Bezoek
from tests.kaart.test_browser import Open

pytestmark = pytest.mark.browser
# What a screen reader is given to say, each time it changes.
_LUISTER = """() => {
  window.gezegd = [];
  const meld = document.getElementById('meld');
  const oor = new MutationObserver(() => window.gezegd.push(meld.textContent));
  oor.observe(meld, { childList: true, characterData: true, subtree: true });
}"""
_GEZEGD = "() => window.gezegd.splice(0)"


def _bij(bezoek: Bezoek, adres: str) -> None:
    bezoek.wacht(f"() => location.hash === '{adres}'", adres)


def test_undo_walks_back_through_choices_and_forward_again(limburg_pagina: Path, open_pagina: Open) -> None:
    bezoek = open_pagina(limburg_pagina, "#netwerk")
    page = bezoek.page
    terug, verder = (page.get_by_role("button", name=naam) for naam in ("Vorige stand", "Volgende stand"))
    assert terug.get_attribute("aria-disabled") == "true"
    page.get_by_role("button", name="+12", exact=True).click()
    page.locator('[data-sleutel="soort-clb"]').click()
    page.get_by_role("tab", name="Matrix").click()
    assert bezoek.adres == "#matrix&thema=2&soort=clb"
    terug.click()
    _bij(bezoek, "#netwerk&thema=2&soort=clb")
    page.evaluate(_LUISTER)
    page.keyboard.press("Control+z")
    _bij(bezoek, "#netwerk&thema=2")
    bezoek.wacht("() => window.gezegd.length > 0", "de stap wordt gezegd")
    (gezegd,) = page.evaluate(_GEZEGD)
    assert re.match(r"\d[\d.]* organisaties en ", gezegd), "a second message would push out the first"
    assert page.locator('[data-sleutel="soort-clb"]').get_attribute("aria-pressed") == "false"
    verder.click()
    _bij(bezoek, "#netwerk&thema=2&soort=clb")
    # The buttons of the browser walk the same line.
    page.go_back()
    _bij(bezoek, "#netwerk&thema=2")
    page.go_back()
    _bij(bezoek, "#netwerk")
    assert terug.get_attribute("aria-disabled") == "true"
    page.keyboard.press("Control+z")
    page.wait_for_timeout(100)
    assert page.locator("#titel").inner_text(), "a step too many leaves the page where it is"
    # A new choice forgets what lay ahead.
    page.get_by_role("tab", name="Tabel").click()
    assert verder.get_attribute("aria-disabled") == "true"
    assert bezoek.fouten == []


def test_a_row_of_zooms_is_one_step_and_two_quick_presses_stay_here(
    limburg_pagina: Path, open_pagina: Open
) -> None:
    bezoek = open_pagina(limburg_pagina, "#geografisch")
    page = bezoek.page
    for _ in range(3):
        page.get_by_role("button", name="Zoom in").click()
        bezoek.rust()
    assert "zoom=" in bezoek.adres
    page.evaluate(_LUISTER)
    page.keyboard.press("Control+z")
    _bij(bezoek, "#geografisch")
    bezoek.wacht("() => window.gezegd.length > 0", "de stap wordt gezegd")
    assert page.evaluate(_GEZEGD) == [page.locator("#titel").inner_text()], "where one is"
    page.keyboard.press("Control+Shift+z")
    bezoek.wacht("() => location.hash.includes('zoom=')")
    page.get_by_role("tab", name="Netwerk").click()
    page.evaluate("() => { for (let i = 0; i < 5; i++) document.querySelector('#standen button').click(); }")
    _bij(bezoek, "#geografisch")
    bezoek.rust()
    assert bezoek.page.locator("#titel").inner_text()


def test_in_a_field_the_key_undoes_what_was_typed(limburg_pagina: Path, open_pagina: Open) -> None:
    bezoek = open_pagina(limburg_pagina, "#netwerk")
    page = bezoek.page
    page.get_by_role("tab", name="Tabel").click()
    page.locator("#zoekveld").press_sequentially("abc")
    page.keyboard.press("Control+z")
    page.wait_for_timeout(50)
    assert bezoek.adres.startswith("#tabel")


def test_the_line_goes_on_after_loading_again(limburg_pagina: Path, open_pagina: Open) -> None:
    bezoek = open_pagina(limburg_pagina, "#netwerk")
    page = bezoek.page
    page.get_by_role("tab", name="Matrix").click()
    page.reload()
    bezoek.wacht("() => document.documentElement.dataset.klaar !== undefined")
    page.get_by_role("button", name="Vorige stand").click()
    _bij(bezoek, "#netwerk")
    bezoek.wacht("() => document.documentElement.dataset.view === 'netwerk'")
