"""A story: made in the page, saved, loaded, baked into a file and played; and told in Dutch when it does not fit."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from netwerkkaart.fouten import GebruikersFout, OnleesbaarBestand
from netwerkkaart.kaart.bouw import WEB
from netwerkkaart.kaart.meta import Opties
from netwerkkaart.kaart.pagina import write_kaart
from netwerkkaart.kaart.verhaal import WEERGAVEN, Stuk, Verhaal, read_verhaal
from tests.kaart.test_browser import Open
from tests.kaart.wereld import small_world

EVIL = '<img src=x onerror="alert(1)"></script>\u202e{{7*7}} ' + "é" * 150
STUKKEN = (
    Stuk("#geografisch&zoom=2,0.4,0.6", "De streek", "Waar we werken.\nEn met wie."),
    Stuk("#netwerk&hand=pad&greep=ark;huis", EVIL, EVIL),
    Stuk("#matrix&vak=2.2.leerling", "Wat er is", ""),
)


@pytest.fixture(scope="module")
def verteld(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pad = tmp_path_factory.mktemp("kaart") / "v.html"
    return write_kaart(small_world(), pad, opties=Opties("limburg"), verhaal=Verhaal("Overleg", STUKKEN))


def _file(map_: Path, **anders: object) -> Path:
    pad = map_ / "verhaal.json"
    vast = {"formaat": "netwerkkaart-verhaal", "versie": 1, "titel": "T", "stukken": [{"beeld": "#netwerk"}]}
    pad.write_text(json.dumps(vast | anders), encoding="utf-8")
    return pad


@pytest.mark.browser
def test_a_baked_story_is_played_by_arrow_keys(verteld: Path, open_pagina: Open) -> None:
    bezoek = open_pagina(verteld, "#overzicht")
    page = bezoek.page
    page.locator("#acties").get_by_role("button", name="Verhaal").click()
    page.get_by_role("button", name="Speel", exact=True).click()
    balk = page.locator("#verteller")
    assert "1 van 3" in balk.inner_text()
    assert not page.locator("#rechts").is_visible()
    assert bezoek.adres == "#geografisch&zoom=2,0.4,0.6&verhaal=1"
    bezoek.rust()
    assert bezoek.adres == "#geografisch&zoom=2,0.4,0.6&verhaal=1", "the zoom fits the wider window too"
    page.keyboard.press("ArrowRight")
    assert page.locator("#titel").inner_text() == "Van School Ark naar Huis Waterval in 2 schakels"
    assert EVIL in balk.locator("h2").text_content()  # type: ignore[operator]
    page.keyboard.press("PageDown")
    assert "3 van 3" in balk.inner_text()
    bezoek.wacht("() => document.getElementById('meld').textContent.startsWith('3 van 3. Wat er is')")
    page.keyboard.press("ArrowRight")
    assert "einde van het verhaal" in page.locator("#meld").inner_text()
    page.keyboard.press("Home")
    assert "1 van 3" in balk.inner_text()
    page.go_back()
    bezoek.wacht("() => location.hash.endsWith('verhaal=3')")
    page.keyboard.press("Escape")
    assert not balk.is_visible()
    assert page.locator("#verhaal").is_visible()
    assert bezoek.fouten == []
    assert len(bezoek.verzoeken) == 1


@pytest.mark.browser
def test_a_link_to_a_piece_opens_it_as_it_was(verteld: Path, open_pagina: Open) -> None:
    bezoek = open_pagina(verteld, "#netwerk&hand=pad&greep=ark;huis&verhaal=2")
    assert "2 van 3" in bezoek.page.locator("#verteller").inner_text()
    telefoon = open_pagina(verteld, "#geografisch&verhaal=1", 390, 844)
    assert telefoon.page.evaluate("() => document.documentElement.scrollWidth") <= 390
    laptop = open_pagina(verteld, "#matrix&vak=2.2.leerling&verhaal=3", 1280, 720)
    assert laptop.page.locator(".matrix td").last.evaluate(
        "cel => cel.getBoundingClientRect().bottom <= document.getElementById('verteller').getBoundingClientRect().top"
    ), "the whole of Matrix stands above the words"
    # A piece that there is not is no story.
    zonder = open_pagina(verteld, "#netwerk&verhaal=9")
    assert not zonder.page.locator("#verteller").is_visible()
    assert bezoek.fouten + telefoon.fouten + laptop.fouten + zonder.fouten == []


@pytest.mark.browser
def test_a_story_is_made_saved_and_loaded(kleine_pagina: Path, open_pagina: Open, tmp_path: Path) -> None:
    bezoek = open_pagina(kleine_pagina, "#netwerk&kies=ark")
    page = bezoek.page
    page.locator("#acties").get_by_role("button", name="Verhaal").click()
    bij = page.get_by_role("button", name="Bewaar dit beeld in het verhaal")
    bij.click()
    page.get_by_role("tab", name="Matrix").click()
    bij.click()
    page.get_by_label("Titel van het verhaal").fill("Mei")
    page.get_by_label("Tekst van stuk 2").fill(EVIL)
    page.get_by_label("Kop van stuk 2").fill("De matrix")
    page.get_by_role("button", name="Eerder: stuk 2").click()
    koppen = "() => [...document.querySelectorAll('.stukken input')].map(e => e.value)"
    assert page.evaluate(koppen) == ["De matrix", "School Ark en haar netwerk"]
    page.get_by_role("button", name="Haal weg: stuk 1").click()
    assert len(page.evaluate(koppen)) == 1
    page.keyboard.press("Enter")  # the focus is on the button that puts it back
    assert page.evaluate(koppen)[0] == "De matrix"
    with page.expect_download() as wacht:
        page.get_by_role("button", name="Bewaar als bestand").click()
    assert wacht.value.suggested_filename == "netwerkkaart-limburg-verhaal-2026-11-24.json"
    pad = tmp_path / "mei.json"
    wacht.value.save_as(pad)
    verhaal = read_verhaal(pad)
    assert verhaal.titel == "Mei"
    assert [stuk.beeld for stuk in verhaal.stukken] == ["#matrix&kies=ark", "#netwerk&kies=ark"]
    assert verhaal.stukken[0].tekst == EVIL
    later = open_pagina(kleine_pagina, "#overzicht")
    later.page.locator("#acties").get_by_role("button", name="Verhaal").click()
    later.page.locator(".verhaalbestand").set_input_files(pad)
    later.wacht("() => document.querySelectorAll('.stukken li').length === 2")
    later.page.get_by_role("button", name="Toon dit beeld: stuk 2").click()
    assert later.adres == "#netwerk&kies=ark"
    assert bezoek.fouten + later.fouten == []


@pytest.mark.browser
def test_a_file_that_is_none_or_does_not_fit_is_told(
    kleine_pagina: Path, open_pagina: Open, tmp_path: Path
) -> None:
    bezoek = open_pagina(kleine_pagina, "#overzicht")
    page = bezoek.page
    page.locator("#acties").get_by_role("button", name="Verhaal").click()
    fout = tmp_path / "x.json"
    fout.write_text("{")
    page.locator(".verhaalbestand").set_input_files(fout)
    page.get_by_role("alert").wait_for()
    assert "geen JSON" in page.get_by_role("alert").inner_text()
    stukken = [{"beeld": "#gis&kies=niemand", "kop": "Weg"}, {"beeld": "#netwerk"}]
    page.locator(".verhaalbestand").set_input_files(_file(tmp_path, stukken=stukken))
    bezoek.wacht("() => document.querySelectorAll('.stukfout').length === 2")
    assert 'De organisatie "niemand" staat niet op deze kaart.' in page.locator("#verhaal").inner_text()
    assert bezoek.fouten == []


def test_the_views_are_those_of_the_page() -> None:
    bron = (WEB / "src" / "hoofd.ts").read_text(encoding="utf-8")
    namen = re.search(r"const NAMEN = \[(.*?)\]", bron)
    assert namen is not None
    assert set(json.loads(f"[{namen[1]}]")) == set(WEERGAVEN)


def test_baking_tells_every_view_and_organisation_that_is_not_there(tmp_path: Path) -> None:
    stukken = [
        {"beeld": "#gis&kies=niemand", "kop": "Eerst"},
        {"beeld": "#netwerk&hand=vergelijk&greep=ark,weg;@clb.99999..."},
        {"beeld": "#netwerk&kies=ark"},
    ]
    verhaal = read_verhaal(_file(tmp_path, stukken=stukken))
    uit = tmp_path / "k.html"
    with pytest.raises(GebruikersFout) as fout:
        write_kaart(small_world(), uit, opties=Opties("limburg"), verhaal=verhaal)
    regels = [str(melding) for melding in fout.value.meldingen]
    assert len(regels) == 4
    assert regels[0].startswith('verhaal.json: Stuk 1 (Eerst): deze weergave bestaat niet. Gevonden: "gis".')
    assert 'Stuk 2: deze organisatie staat niet op de kaart. Gevonden: "weg".' in regels[2]
    assert not uit.exists()


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"formaat": "iets"}, "geen verhaal"),
        ({"versie": 2}, "andere versie"),
        ({"stukken": []}, "stukken"),
        ({"stukken": [{"kop": "zonder beeld"}]}, "Stuk 1 heeft geen beeld"),
        ({"stukken": [{"beeld": "#netwerk", "tekst": "x" * 5000}]}, '"tekst" klopt niet'),
        ({"titel": 7}, "titel"),
    ],
)
def test_a_file_with_faults_is_refused_with_its_place(
    tmp_path: Path, anders: dict[str, object], zin: str
) -> None:
    with pytest.raises(GebruikersFout) as fout:
        read_verhaal(_file(tmp_path, **anders))
    assert any(zin in str(melding) for melding in fout.value.meldingen)
    assert all(melding.bestand == "verhaal.json" for melding in fout.value.meldingen)


def test_what_is_no_json_is_refused_with_line_and_place(tmp_path: Path) -> None:
    pad = tmp_path / "a.json"
    pad.write_text('{"formaat": \n  nee}', encoding="utf-8")
    with pytest.raises(OnleesbaarBestand, match="regel 2, teken 3"):
        read_verhaal(pad)
    with pytest.raises(OnleesbaarBestand, match="bestaat niet"):
        read_verhaal(tmp_path / "b.json")
