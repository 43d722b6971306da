"""The address of the page brings back exactly what was seen; the buttons of the browser walk through it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.kaart.conftest import Bezoek
from tests.kaart.test_browser import Open

pytestmark = pytest.mark.browser


def _labels(bezoek: Bezoek) -> dict[str, list[int]]:
    """Where each label stands, in whole pixels."""
    tekst = bezoek.page.evaluate("() => document.getElementById('doek').dataset.etiketten")
    return {label["tekst"]: [round(maat) for maat in label["doos"][:2]] for label in json.loads(tekst)}


def _same_picture(een: Bezoek, ander: dict[str, list[int]]) -> bool:
    """The same labels, each at the same place but for a pixel of rounding."""
    hier = _labels(een)
    return hier.keys() == ander.keys() and all(
        abs(x - y) <= 1 for naam in hier for x, y in zip(hier[naam], ander[naam], strict=True)
    )


def test_a_link_brings_back_zoom_choice_search_and_theme(limburg_pagina: Path, open_pagina: Open) -> None:
    eerst = open_pagina(limburg_pagina, "#netwerk")
    page = eerst.page
    page.get_by_role("button", name="+12", exact=True).click()
    veld = page.get_by_role("combobox", name="Zoek een organisatie of gemeente")
    veld.fill("jobcoaching")
    veld.press("ArrowDown")
    veld.press("Enter")
    page.get_by_role("button", name="Zoom in").click()
    eerst.rust()
    ingezoomd = eerst.adres
    page.locator("#doek").focus()
    page.keyboard.press("Shift+ArrowRight")
    eerst.rust()
    assert "zoom=" in ingezoomd
    assert eerst.adres != ingezoomd
    adres = eerst.adres
    # The same without keys, and without dragging.
    for kant, verwacht in (("links", ingezoomd), ("rechts", adres)):
        page.get_by_role("button", name=f"Schuif naar {kant}").click()
        eerst.rust()
        assert eerst.adres == verwacht
    assert "thema=2" in adres
    assert "kies=" in adres
    assert "zoek=" in adres
    later = open_pagina(limburg_pagina, adres)
    assert later.adres == adres
    assert later.page.locator("#zoekveld").input_value() == veld.input_value()
    assert later.page.locator("#titel").inner_text() == page.locator("#titel").inner_text()
    assert _same_picture(later, _labels(eerst))
    # In a window of another size she still looks at the same place.
    page.set_viewport_size({"width": 1250, "height": 820})
    eerst.rust()
    assert eerst.adres == adres


_BEELD = """() => {
  const { clientWidth, clientHeight } = document.getElementById("doek");
  const ctx = new OffscreenCanvas(clientWidth, clientHeight).getContext("2d");
  for (const doek of document.querySelectorAll("#doek canvas:not([hidden])")) {
    const { e, f } = new DOMMatrix(doek.style.transform);
    ctx.drawImage(doek, e, f, parseFloat(doek.style.width), parseFloat(doek.style.height));
  }
  let som = 0;
  for (const waarde of ctx.getImageData(0, 0, clientWidth, clientHeight).data) som = (31 * som + waarde) % 4294967291;
  return som;
}"""


def test_what_lies_below_a_map_goes_along_with_every_choice(verleden_pagina: Path, open_pagina: Open) -> None:
    """Layers that stay from one filter, view or zoom to the next leave nothing behind, nor does a pen."""
    bezoek = open_pagina(verleden_pagina, "#overzicht")
    page = bezoek.page
    gezien: dict[str, int] = {}
    for view in ("Bruggen", "Tijd", "Geografisch", "Overzicht"):
        page.get_by_role("tab", name=view).click()
        page.get_by_role("button", name="Zoom in").click()
        page.locator(f'[data-sleutel="thema-{2 if len(gezien) % 2 else 1}"]').click()
        page.get_by_role("button", name="Toon alles").click()
        bezoek.wacht("() => !location.hash.includes('zoom=')")
        bezoek.rust()
        gezien[bezoek.adres] = page.evaluate(_BEELD)
    assert len(set(gezien.values())) == 4
    for adres in list(gezien)[1:]:
        vers = open_pagina(verleden_pagina, adres)
        assert vers.page.evaluate(_BEELD) == gezien[adres], adres


def test_back_and_forward_bring_back_the_zoom(limburg_pagina: Path, open_pagina: Open) -> None:
    bezoek = open_pagina(limburg_pagina, "#geografisch")
    page = bezoek.page
    page.get_by_role("button", name="Zoom in").click()
    bezoek.wacht("() => location.hash.includes('zoom=')")
    bezoek.rust()
    ingezoomd, labels = page.evaluate("location.href"), _labels(bezoek)
    page.get_by_role("tab", name="Netwerk").click()
    bezoek.rust()
    assert "zoom=" not in page.evaluate("location.href")
    page.go_back()
    bezoek.rust()
    assert _same_picture(bezoek, labels)
    assert page.evaluate("location.href") == ingezoomd
    page.go_forward()
    bezoek.wacht("() => document.documentElement.dataset.view === 'netwerk'")
    assert "zoom=" not in page.evaluate("location.href")


def test_the_table_keeps_its_list_and_order(limburg_pagina: Path, open_pagina: Open) -> None:
    page = open_pagina(limburg_pagina, "#tabel").page
    page.locator("#onder").get_by_role("button", name="Gemeenten", exact=True).click()
    page.get_by_role("button", name="Scholen", exact=True).click()
    rijen = page.locator("tbody tr").all_inner_texts()
    adres = "#" + page.evaluate("location.href").split("#")[1]
    later = open_pagina(limburg_pagina, adres).page
    assert later.locator("tbody tr").all_inner_texts() == rijen
    assert later.locator("th[aria-sort='descending']").inner_text().startswith("Scholen")


def test_the_link_can_be_copied(limburg_pagina: Path, open_pagina: Open) -> None:
    bezoek = open_pagina(limburg_pagina, "#netwerk&kies=clb-00381")
    page = bezoek.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("#acties").get_by_role("button", name="Kopieer link").click()
    bezoek.wacht("() => document.querySelector('#acties button').textContent.includes('Gekopieerd')")
    assert page.evaluate("() => navigator.clipboard.readText()") == page.evaluate("location.href")
