"""Matrix, keten and tandem in a real Chromium, on a region that fits on paper."""

from __future__ import annotations

from pathlib import Path

import pytest

from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.kaart.pagina import write_kaart
from tests.kaart.conftest import Bezoek
from tests.kaart.test_browser import Open
from tests.kaart.wereld import DATUM, rows

pytestmark = pytest.mark.browser


def _clean(bezoek: Bezoek, breed: int) -> None:
    assert len(bezoek.verzoeken) == 1
    assert bezoek.fouten == []
    assert bezoek.page.evaluate("() => document.documentElement.scrollWidth") <= breed


@pytest.mark.parametrize("view", ["matrix", "keten", "keten&kies=ark", "tandem"])
@pytest.mark.parametrize("maat", [(1440, 900), (390, 844)], ids=["scherm", "telefoon"])
def test_each_deep_view_opens_clean(
    kleine_pagina: Path, open_pagina: Open, view: str, maat: tuple[int, int]
) -> None:
    bezoek = open_pagina(kleine_pagina, f"#{view}", *maat)
    _clean(bezoek, maat[0])
    # No text is cut: every cell and node is as wide as what it says.
    gesneden = bezoek.page.evaluate(
        "() => [...document.querySelectorAll('.plaat *, .knoop *, .station *, .tandem th *')]"
        ".filter(e => e instanceof HTMLElement && e.textContent && !e.closest('.stil') && e.scrollWidth > e.clientWidth + 1 && e.clientWidth)"
        ".map(e => e.textContent)"
    )
    assert gesneden == []


def test_a_school_finds_on_a_phone_who_helps_her(kleine_pagina: Path, open_pagina: Open) -> None:
    page = open_pagina(kleine_pagina, "", 390, 844).page
    page.get_by_role("button", name="Zoek en filter").click()
    page.locator("#zoekveld").fill("school merel")
    page.keyboard.press("Enter")
    # The search makes way for what was found.
    assert not page.locator("#links").is_visible()
    assert page.locator("#rechts .orgkop h2").inner_text() == "School Merel"
    page.get_by_role("button", name="Wie helpt deze school").click()
    assert page.locator("#titel").inner_text().startswith("De keten van School Merel")
    assert page.get_by_role("button", name="Druk deze keten af").is_visible()
    page.get_by_role("button", name="Alle scholen").click()
    assert "Wat het vaakst ontbreekt" in page.locator("#rechts").inner_text()


def test_a_map_without_analyses_says_so(limburg_pagina: Path, open_pagina: Open) -> None:
    bezoek = open_pagina(limburg_pagina, "#matrix")
    assert "geen matrix" in bezoek.page.locator("#ondertitel").inner_text()
    for view in ("Keten", "Tandem"):
        bezoek.page.get_by_role("tab", name=view).click()
        assert "bevat geen" in bezoek.page.locator("#ondertitel").inner_text()
    assert bezoek.fouten == []


def test_a_cell_shows_its_offers_schools_and_sources(kleine_pagina: Path, open_pagina: Open) -> None:
    page = open_pagina(kleine_pagina, "#matrix").page
    # Before a cell is chosen: those that ask for work, a gap first.
    eerst = page.locator("#rechts .lijst li").all_inner_texts()
    soort = [next(w for w in ("Hiaat", "Niet verbonden", "Volzet") if w in regel) for regel in eerst]
    assert soort == sorted(soort, key=["Hiaat", "Niet verbonden", "Volzet"].index)
    page.locator('[data-sleutel="cel-2.2.leerling"]').click()
    assert "vak=2.2.leerling" in page.evaluate("location.href")
    paneel = page.locator("#rechts")
    assert paneel.locator(".aanbodnaam").all_inner_texts() == ["Time-out"]
    # Ark, Berk and Linde reach it over their CLB; Merel has no tie at all.
    assert "1 van 4" in paneel.inner_text()
    paneel.locator("summary", has_text="Bree").click()
    paneel.get_by_role("button", name="School Merel").click()
    assert page.locator("#titel").inner_text() == "De keten van School Merel is op vier plaatsen onderbroken"
    page.go_back()
    assert page.locator("#rechts h2").inner_text().startswith("Stap 2, ")


def test_what_was_mapped_is_told_apart_from_what_was_not(kleine_pagina: Path, open_pagina: Open) -> None:
    page = open_pagina(kleine_pagina, "#matrix&gemeente=71016&vak=2.4.leerling").page
    assert page.locator(".oordeelregel b").inner_text() == "Hiaat"
    assert "Inventarisatie van 05-03-2026" in page.locator("#rechts").inner_text()
    page.locator('[data-sleutel="gemeente"]').select_option(label="Bree")
    assert page.locator(".oordeelregel b").inner_text() == "Witte vlek"
    assert "Geen enkele volledige inventarisatie" in page.locator("#rechts").inner_text()


def test_the_matrix_by_keyboard_alone(kleine_pagina: Path, open_pagina: Open) -> None:
    page = open_pagina(kleine_pagina, "#matrix").page
    page.locator('.cel[tabindex="0"]').first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("() => document.activeElement.dataset.sleutel") == "cel-1.2.ouder"
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    assert "vak=2.2.leerling" in page.evaluate("location.href")
    assert page.evaluate("() => document.activeElement.dataset.sleutel") == "cel-2.2.leerling"
    page.keyboard.press("Escape")
    assert "vak=" not in page.evaluate("location.href")


def test_a_region_without_schools_has_no_say_in_the_matrix(open_pagina: Open, tmp_path: Path) -> None:
    knopen, relaties = rows()
    knopen += [
        ("Regio", "regio:antwerpen", {"naam": "Antwerpen", "code": "antwerpen"}),
        ("Gemeente", "nis:11002", {"naam": "Antwerpen", "nis": "11002"}),
        ("Werkactor", "over", {"naam": "Werk over de grens", "themas": ["alle"]}),
    ]
    for soort, van, naar in (
        ("DEEL_VAN", "nis:11002", "regio:antwerpen"),
        ("LIGT_IN", "over", "nis:11002"),
        ("WERKT_SAMEN_MET", "over", "clb"),
    ):
        relaties.append((soort, van, naar, {"rid": f"{soort}|{van}|{naar}", "bron": "proef"}))
    pad = write_kaart(Beeld.from_rows(knopen, relaties).op(DATUM), tmp_path / "twee.html")
    page = open_pagina(pad, "#matrix").page
    assert page.locator("#links select").first.locator("option").count() == 3
    assert page.locator("#titel").inner_text().startswith("Limburg: ")
    assert "regio" not in page.locator(".matrix table").first.inner_text()
    assert "regio's" not in page.locator("#rechts").inner_text()


def test_a_chain_names_who_through_whom_and_what_lacks(kleine_pagina: Path, open_pagina: Open) -> None:
    page = open_pagina(kleine_pagina, "#keten&kies=ark").page
    kolommen = page.locator(".kolom")
    woorden = [kolommen.nth(i).inner_text() for i in range(4)]
    assert "Clb – school" not in woorden[0]
    assert "CLB Noord" in woorden[0]
    assert "bevestigd" in woorden[0]
    assert "Gesprek op school" in woorden[0]
    assert "Huis Waterval" in woorden[1]
    assert "nog niet bevestigd" in woorden[1]
    assert "Proefdagen" in woorden[2]
    assert "geen plaats" in woorden[2]
    assert "Geen passend aanbod" in woorden[3]
    assert page.locator("#titel").inner_text() == "De keten van School Ark is op twee plaatsen onderbroken"
    # The table says the same.
    rijen = page.locator(".ketentabel tbody tr").all_inner_texts()
    assert [rij.split("\t")[1] for rij in rijen] == ["Bereikt", "Bereikt", "Volzet", "Hiaat"]
    # Whom to call, once each, as a phone dials it; the printed sheet names the steps.
    hoe = page.locator(".belijst a")
    assert [a.get_attribute("href") for a in hoe.all()] == ["tel:+3289000001", "mailto:hulp@noord.example"]
    page.emulate_media(media="print")
    assert "2. Heroriënteren" in page.locator(".ketentabel").inner_text()
    page.emulate_media(media="screen")
    page.locator('[data-sleutel="stap-2.2"]').press("Enter")
    paneel = page.locator("#rechts").inner_text()
    assert "1. CLB Noord" in paneel
    assert "2. Huis Waterval" in paneel
    assert "Bron: proef" in paneel


def test_an_open_step_proposes_the_tie_and_the_table(kleine_pagina: Path, open_pagina: Open) -> None:
    page = open_pagina(kleine_pagina, "#keten&kies=merel&vak=2.2").page
    voorstel = page.locator("#rechts .voorstel").inner_text()
    assert "School Merel" in voorstel
    assert "nog geen band bekend" in page.locator(".kolom").nth(1).inner_text()


def test_the_list_of_schools_leads_to_a_chain_by_keyboard(kleine_pagina: Path, open_pagina: Open) -> None:
    page = open_pagina(kleine_pagina, "#keten").page
    assert page.locator(".schoolrij").count() == 5
    page.locator(".schoolrij", has_text="School Berk").press("Enter")
    assert "kies=berk" in page.evaluate("location.href")
    page.keyboard.press("Escape")
    assert "kies=" not in page.evaluate("location.href")


def test_the_tandem_counts_and_lists(kleine_pagina: Path, open_pagina: Open) -> None:
    page = open_pagina(kleine_pagina, "#tandem").page
    # LN: CLB and NAFT by contact. STS: NAFT and Linde by a forum. Nobody: the other six.
    assert page.locator(".tandem thead b").all_inner_texts() == ["1", "1", "1", "6"]
    assert (
        page.locator("#titel")
        .inner_text()
        .startswith("De tandem bereikt 3 van de 9 organisaties, samen of apart")
    )
    page.locator('[data-sleutel="groep-naft.beide"]').press("Enter")
    paneel = page.locator("#rechts").inner_text()
    assert "NAFT Omweg" in paneel
    assert "STS: Raad Bree" in paneel
    page.keyboard.press("Escape")
    assert "Alle 2 fora zijn nodig voor de 4" in page.locator("#rechts").inner_text()
    assert "5 van 9" in page.locator("#rechts").inner_text()
