"""The area by degrees: rings with summed ties from afar, organisations and single ties from near."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.kaart.conftest import Bezoek
from tests.kaart.proefdata import Proef
from tests.kaart.test_browser import Open, _botsingen, _etiketten

pytestmark = pytest.mark.browser
DICHT = "#geografisch&zoom=9,0.5,0.5"


def _noot(bezoek: Bezoek) -> str:
    return bezoek.page.locator("#noot").inner_text()


def test_zooming_opens_municipalities_and_zooming_out_closes_them(
    limburg_pagina: Path, open_pagina: Open, proef: Proef
) -> None:
    namen = {proef.beeld.naam(k) for k in range(proef.beeld.aantal_organisaties)}
    bezoek = open_pagina(limburg_pagina, "#geografisch")
    assert _noot(bezoek) == ""
    assert not namen & {str(etiket["tekst"]) for etiket in _etiketten(bezoek)}
    bezoek = open_pagina(limburg_pagina, DICHT)
    assert "open: één teken is één organisatie" in _noot(bezoek)
    # The legend tells the marks now, where from afar it told the colours of the rings.
    assert "Basisscholen" in bezoek.page.locator("#legende").inner_text()
    assert namen & {str(etiket["tekst"]) for etiket in _etiketten(bezoek)}
    assert _botsingen(bezoek) == []
    # Drawing once more, for a file, writes nothing on the page.
    page = bezoek.page
    page.evaluate(
        "() => new MutationObserver((wat) => document.getElementById('noot').dataset.anders = wat.length)"
        ".observe(document.getElementById('noot'), { childList: true, characterData: true, subtree: true })"
    )
    with page.expect_download():
        page.get_by_role("button", name="SVG").click()
    assert page.locator("#noot").get_attribute("data-anders") is None
    page.get_by_role("button", name="Toon alles").click()
    bezoek.rust()
    assert _noot(bezoek) == ""
    assert bezoek.fouten == []


def test_an_open_organisation_is_chosen_where_it_stands(limburg_pagina: Path, open_pagina: Open) -> None:
    bezoek = open_pagina(limburg_pagina, DICHT)
    page = bezoek.page
    page.locator("#doek").focus()
    # The arrows walk over what is in sight; Enter takes it, and the picture stays where it is.
    page.keyboard.press("ArrowRight")
    naam = page.locator("#meld").inner_text().split(",")[0]
    page.keyboard.press("Enter")
    assert page.locator("#rechts h2").first.inner_text() == naam
    assert "gemeente=" not in page.evaluate("location.href")
    assert "zoom=9" in page.evaluate("location.href")


def test_filters_hold_for_what_is_open(limburg_pagina: Path, open_pagina: Open) -> None:
    bezoek = open_pagina(limburg_pagina, f"{DICHT}&soort=ggz")
    assert not [e for e in _etiketten(bezoek) if "school" in str(e["tekst"]).lower()]


def test_an_open_municipality_tells_its_own_marks_beside_the_picture(
    limburg_pagina: Path, open_pagina: Open
) -> None:
    bezoek = open_pagina(limburg_pagina, "#geografisch&gemeente=71016")
    legende = bezoek.page.locator("#legende")
    regels = legende.locator("p").all_inner_texts()
    # The panel counts the same kinds one by one.
    kop = bezoek.page.locator("#rechts").inner_text()
    assert len(regels) > 3
    assert all(regel in kop for regel in regels[:-2])
    assert regels[-2:] == ["band", "andere gemeente"]
    vak = legende.bounding_box()
    doek = bezoek.page.locator("#doek").bounding_box()
    assert vak
    assert doek
    # Labels come with their middle and size, within the picture.
    rechts = vak["x"] - doek["x"] + vak["width"]
    boven = vak["y"] - doek["y"]
    for etiket in _etiketten(bezoek):
        doos = etiket["doos"]
        assert isinstance(doos, list)
        x, y, breed, hoog, _ = (float(maat) for maat in doos)
        assert x - breed / 2 >= rechts or y + hoog / 2 <= boven, etiket["tekst"]
    assert _botsingen(bezoek) == []
