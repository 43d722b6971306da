"""The page in a real Chromium, as a coordinator opens it from disk."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import pytest

from tests.kaart.conftest import Bezoek

pytestmark = pytest.mark.browser
Open = Callable[..., Bezoek]
VIEWS = ("overzicht", "geografisch", "netwerk", "tabel")


def _hoeken(doos: list[float]) -> list[tuple[float, float]]:
    x, y, b, h, hoek = doos
    c, s = math.cos(hoek), math.sin(hoek)
    return [
        (x + u * b / 2 * c - v * h / 2 * s, y + u * b / 2 * s + v * h / 2 * c)
        for u, v in ((-1, -1), (1, -1), (1, 1), (-1, 1))
    ]


def _overlapt(p: list[float], q: list[float]) -> bool:
    """Separating axes, with half a pixel of grace for rounding."""
    hp, hq = _hoeken(p), _hoeken(q)
    for hoek in (p[4], p[4] + math.pi / 2, q[4], q[4] + math.pi / 2):
        ax, ay = math.cos(hoek), math.sin(hoek)
        wp = [x * ax + y * ay for x, y in hp]
        wq = [x * ax + y * ay for x, y in hq]
        if max(wp) <= min(wq) + 0.5 or max(wq) <= min(wp) + 0.5:
            return False
    return True


def _etiketten(bezoek: Bezoek) -> list[dict[str, object]]:
    tekst = bezoek.page.evaluate("() => document.getElementById('doek').dataset.etiketten")
    gelezen: list[dict[str, object]] = json.loads(tekst)
    return gelezen


def _botsingen(bezoek: Bezoek) -> list[tuple[object, object]]:
    return [
        (een["tekst"], ander["tekst"])
        for een, ander in combinations(_etiketten(bezoek), 2)
        if _overlapt(een["doos"], ander["doos"])  # type: ignore[arg-type]
    ]


def _inkt(bezoek: Bezoek) -> int:
    """How many pixels of the picture are drawn."""
    return int(
        bezoek.page.evaluate(
            """() => { let n = 0; for (const d of document.querySelectorAll('#doek canvas')) {
            const p = d.getContext('2d').getImageData(0, 0, d.width, d.height).data;
            for (let i = 3; i < p.length; i += 4) if (p[i]) n++; } return n; }"""
        )
    )


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("maat", [(1440, 900), (390, 844)], ids=["scherm", "telefoon"])
def test_each_view_opens_without_requests_or_errors(
    limburg_pagina: Path, open_pagina: Open, view: str, maat: tuple[int, int]
) -> None:
    bezoek = open_pagina(limburg_pagina, f"#{view}", *maat)
    assert len(bezoek.verzoeken) == 1  # the file itself
    assert bezoek.fouten == []
    assert bezoek.page.locator("#titel").inner_text()
    breed = bezoek.page.evaluate("() => document.documentElement.scrollWidth")
    assert breed <= maat[0], "de pagina schuift niet opzij"
    if view == "tabel":
        assert bezoek.page.locator("tbody tr").count() == (100 if maat[0] > 760 else 50)
    else:
        assert _inkt(bezoek) > 20_000
        assert _etiketten(bezoek)


ADRESSEN = (
    "#overzicht",
    "#overzicht&bevinding=1",
    "#overzicht&bevinding=3",
    "#geografisch",
    "#geografisch&gemeente=71016",
    "#netwerk",
    "#netwerk&kies=clb-00381",
)


@pytest.mark.parametrize("maat", [(1440, 900), (1100, 700), (390, 844)])
def test_labels_never_overlap(limburg_pagina: Path, open_pagina: Open, maat: tuple[int, int]) -> None:
    bezoek = open_pagina(limburg_pagina, ADRESSEN[0], *maat)
    for adres in ADRESSEN:
        _ga(bezoek, adres)
        assert _etiketten(bezoek), adres
        assert _botsingen(bezoek) == [], adres


def test_ten_thousand_organisations_stay_usable(grote_pagina: Path, open_pagina: Open) -> None:
    bezoek = open_pagina(grote_pagina, "#overzicht")
    for adres in ("#overzicht", "#geografisch", "#netwerk"):
        _ga(bezoek, adres)
        assert bezoek.fouten == [], adres
        assert _botsingen(bezoek) == [], adres
        assert len(_etiketten(bezoek)) >= 10, adres
    # A long name of an area leaves the bar whole on a small laptop.
    for breed in (1366, 1024):
        bezoek.page.set_viewport_size({"width": breed, "height": 768})
        assert bezoek.page.evaluate("() => document.documentElement.scrollWidth") <= breed
        assert bezoek.page.locator("#acties button").last.bounding_box() is not None
    # A bar without room for the date leaves it to the line below; the large picture takes the room of the panels.
    assert bezoek.page.locator(".voetstand").is_visible()
    bezoek.page.get_by_role("button", name="Groot beeld").click()
    assert not bezoek.page.locator("#rechts").is_visible()
    assert bezoek.page.evaluate("() => document.getElementById('doek').clientWidth") == 1024
    bezoek.page.get_by_role("button", name="Groot beeld").click()
    assert bezoek.page.locator("#rechts").is_visible()
    # Hundreds of municipalities on a phone: their rings are specks, and all of them are drawn.
    bezoek.page.set_viewport_size({"width": 390, "height": 844})
    _ga(bezoek, "#geografisch")
    assert bezoek.fouten == []
    # Every other view has a way to show several regions.
    for adres in (
        "#matrix",
        "#keten",
        "#tandem",
        "#bruggen",
        "#tabel",
        "#netwerk&sector=scholen&vak=welzijn",
    ):
        _ga(bezoek, adres)
        assert bezoek.page.locator("#rechts h2").first.inner_text(), adres
        assert bezoek.fouten == [], adres


def _ga(bezoek: Bezoek, adres: str) -> None:
    """Walk to an address of the page that is open, as a link within it does."""
    bezoek.page.evaluate("adres => { location.hash = adres; }", adres)
    bezoek.wacht(f"() => document.documentElement.dataset.view === '{adres[1:].split('&')[0]}'")
    bezoek.page.wait_for_timeout(150)
    bezoek.rust()


def test_title_and_squares_tell_the_same_numbers(limburg_pagina: Path, open_pagina: Open) -> None:
    bezoek = open_pagina(limburg_pagina, "#overzicht")
    koppen = bezoek.page.locator(".vakjes h3").all_inner_texts()
    aantal = {kop.split(" ", 1)[1]: int(kop.split(" ", 1)[0].replace(".", "")) for kop in koppen}
    alle, gesloten = sum(aantal.values()), aantal["gesloten keten"]
    assert (
        f"bij {round(100 * gesloten / alle)} op de 100 scholen" in bezoek.page.locator("#titel").inner_text()
    )
    hoogstens = round(100 * (gesloten + aantal["witte vlek"]) / alle)
    assert f"Met alle witte vlekken erbij: {hoogstens}." in bezoek.page.locator("#ondertitel").inner_text()


def test_theme_filter_changes_title_counts_and_address(limburg_pagina: Path, open_pagina: Open) -> None:
    bezoek = open_pagina(limburg_pagina, "#overzicht")
    page = bezoek.page
    page.get_by_role("button", name="+12", exact=True).click()
    assert "secundaire scholen" in page.locator("#titel").inner_text()
    assert "thema=2" in page.evaluate("location.href")
    # Counts beside the rows are those under the other filters: primary schools fall away.
    assert page.locator('[data-sleutel="soort-basis"] b').inner_text() == "0"
    assert page.locator('[data-sleutel="soort-secundair"] b').inner_text() == "78"


def test_filter_rows_add_up_and_can_be_cleared(limburg_pagina: Path, open_pagina: Open) -> None:
    page = open_pagina(limburg_pagina, "#tabel").page
    page.locator('[data-sleutel="soort-ggz"]').click()
    page.locator('[data-sleutel="soort-werk"]').click()
    som = sum(int(page.locator(f'[data-sleutel="soort-{s}"] b').inner_text()) for s in ("ggz", "werk"))
    assert page.locator("#titel").inner_text().startswith(f"{som} organisaties")
    assert page.locator('[data-sleutel="soort-ggz"]').get_attribute("aria-pressed") == "true"
    page.get_by_role("button", name="Wis alle filters").click()
    assert "soort" not in page.evaluate("location.href")


def test_search_finds_despite_accents_and_typing_errors(limburg_pagina: Path, open_pagina: Open) -> None:
    page = open_pagina(limburg_pagina, "#netwerk").page
    veld = page.get_by_role("combobox", name="Zoek een organisatie of gemeente")
    veld.fill("thuisbegelijding")
    assert "Thuisbegeleiding" in page.locator("#zoekveld-lijst li").first.inner_text()
    veld.fill("zzzzqqq")
    assert "Niets gevonden" in page.locator("#zoekveld-lijst").inner_text()
    veld.fill("hasselt")
    veld.press("ArrowDown")
    gekozen = page.locator('#zoekveld-lijst li[aria-selected="true"]')
    assert gekozen.count() == 1
    assert veld.get_attribute("aria-activedescendant") == gekozen.get_attribute("id")
    # The list closes first; what was typed stays, and Enter takes nothing that is not seen.
    veld.press("Escape")
    assert page.locator("#zoekveld-lijst").is_hidden()
    assert (veld.input_value(), veld.get_attribute("aria-expanded")) == ("hasselt", "false")
    adres = page.evaluate("location.hash")
    veld.press("Enter")
    assert page.evaluate("location.hash") == adres
    # Upward from the field one comes to the last.
    veld.press("ArrowUp")
    assert gekozen.get_attribute("id") == page.locator("#zoekveld-lijst li").last.get_attribute("id")
    naam = gekozen.locator("b").inner_text()
    veld.press("Enter")
    assert (veld.input_value(), page.locator("#zoekveld-lijst").is_hidden()) == (naam, True)
    veld.press("Escape")
    assert not veld.evaluate("veld => veld === document.activeElement")


def test_panel_shows_ties_with_evidence(limburg_pagina: Path, open_pagina: Open) -> None:
    page = open_pagina(limburg_pagina, "#netwerk&kies=clb-00381").page
    paneel = page.locator("#rechts")
    kop = paneel.locator("h3").first.inner_text()
    aantal = int(kop.split()[0].replace(".", ""))
    assert paneel.locator(".orgknop").count() == min(aantal, 40)
    bewijs = paneel.locator(".bewijs").first.inner_text()
    assert "bevestigd" in bewijs
    assert "Bron:" in paneel.locator(".bron").first.inner_text()
    assert "Wat zou helpen?" in paneel.inner_text()


def test_whole_page_by_keyboard(limburg_pagina: Path, open_pagina: Open) -> None:
    bezoek = open_pagina(limburg_pagina, "#overzicht")
    page = bezoek.page
    for id_ in ("spring", "springpaneel", "tab-overzicht"):
        page.keyboard.press("Tab")
        assert page.evaluate("() => document.activeElement.id") == id_
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("() => document.documentElement.dataset.view") == "netwerk"
    bezoek.rust()
    page.locator("#doek").focus()
    page.keyboard.press("ArrowRight")
    eerste = page.locator("#meld").inner_text()
    page.keyboard.press("ArrowDown")
    tweede = page.locator("#meld").inner_text()
    assert eerste
    assert tweede not in ("", eerste)
    page.keyboard.press("Enter")
    assert "kies=" in page.evaluate("location.href")
    naam = tweede.split(",")[0]
    assert page.locator("#rechts h2").inner_text() == naam
    page.keyboard.press("Escape")
    assert "kies=" not in page.evaluate("location.href")


def test_address_brings_back_view_selection_and_filters(limburg_pagina: Path, open_pagina: Open) -> None:
    adres = "#geografisch&gemeente=71016&thema=1&soort=basis,ggz&keten=hiaat"
    bezoek = open_pagina(limburg_pagina, adres)
    page = bezoek.page
    assert page.locator("#titel").inner_text() == "Genk, geopend"
    assert page.locator('[data-sleutel="keten-3"]').get_attribute("aria-pressed") == "true"
    page.get_by_role("tab", name="Netwerk").click()
    bezoek.rust()
    page.go_back()
    bezoek.rust()
    assert page.locator("#titel").inner_text() == "Genk, geopend"


def test_panning_slides_the_drawing_and_draws_once_at_rest(grote_pagina: Path, open_pagina: Open) -> None:
    bezoek = open_pagina(grote_pagina, "#netwerk")
    page = bezoek.page
    beurten = "() => Number(document.getElementById('doek').dataset.beurt)"
    voor = page.evaluate(beurten)
    page.mouse.move(600, 450)
    page.mouse.down()
    for stap in range(20):
        page.mouse.move(600 + 4 * stap, 450 + 2 * stap)
    assert page.evaluate(beurten) == voor
    page.mouse.up()
    bezoek.rust()
    assert page.evaluate(beurten) == voor + 1


def test_clicking_a_municipality_opens_it_and_the_way_back_closes_it(
    limburg_pagina: Path, open_pagina: Open
) -> None:
    bezoek = open_pagina(limburg_pagina, "#geografisch")
    page = bezoek.page
    kader = page.locator("#doek").bounding_box()
    assert kader is not None
    page.mouse.click(kader["x"] + kader["width"] / 2, kader["y"] + kader["height"] / 2)
    bezoek.rust()
    assert page.locator("#titel").inner_text().endswith(", geopend")
    page.get_by_role("button", name="‹ Limburg").click()
    assert "gemeente=" not in page.evaluate("location.href")


def test_a_small_laptop_shows_the_name_of_the_area_all_squares_and_all_columns(
    limburg_pagina: Path, open_pagina: Open
) -> None:
    bezoek = open_pagina(limburg_pagina, "#overzicht", 1200, 800)
    naam = bezoek.page.locator(".balk .merk b")
    assert naam.evaluate("e => e.scrollWidth <= e.clientWidth")
    vakjes = bezoek.page.locator(".vakjes .groepen")
    assert vakjes.evaluate("e => e.scrollWidth <= e.clientWidth")
    bezoek.page.set_viewport_size({"width": 1280, "height": 800})
    _ga(bezoek, "#tabel&lijst=gemeenten")
    assert bezoek.page.locator("#onder").evaluate("e => e.scrollWidth <= e.clientWidth")


def test_one_comes_back_to_where_one_was_in_the_list_of_schools(
    kleine_pagina: Path, open_pagina: Open
) -> None:
    page = open_pagina(kleine_pagina, "#keten", 1280, 240).page
    stand = "() => document.getElementById('onder').scrollTop"
    rij = page.locator(".schoolrij", has_text="School Merel")
    rij.scroll_into_view_if_needed()
    hier = page.evaluate(stand)
    assert hier > 0
    rij.click()
    assert page.evaluate(stand) == 0, "a chain is read from its top"
    page.get_by_role("button", name="‹ Alle scholen").click()
    assert page.evaluate(stand) == hier
    assert "School Merel" in page.evaluate("() => document.activeElement.textContent")
