"""The view as SVG: equal to the screen and to the PNG, text as text, nothing fetched and nothing run."""

from __future__ import annotations

import base64
import json
import struct
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import fromstring
from playwright.sync_api import Page

from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.graph.vrijgave import Profiel
from netwerkkaart.kaart.meta import Opties
from netwerkkaart.kaart.pagina import write_kaart
from tests.browser import Vensters
from tests.kaart.test_browser import Open
from tests.kaart.wereld import DATUM, rows, small_world

pytestmark = pytest.mark.browser
RUIMTE = "{http://www.w3.org/2000/svg}"
EVIL = '</text><script>x()</script>\u202e {{7*7}} "é" 🦊\u0007' + "w" * 500
SCHERM, TELEFOON = (1440, 900), (390, 844)


@pytest.fixture(scope="module")
def pagina(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_kaart(
        small_world(), tmp_path_factory.mktemp("kaart") / "k.html", opties=Opties("limburg", Profiel.INTERN)
    )


def _save(page: Page, knop: str) -> bytes:
    meer = page.locator("#toonacties")
    if meer.is_visible() and meer.get_attribute("aria-expanded") == "false":
        meer.click()
    with page.expect_download() as wacht:
        page.locator("#acties button", has_text=knop).click()
    return Path(str(wacht.value.path())).read_bytes()


def _texts(svg: Element) -> list[str]:
    return ["".join(element.itertext()) for element in svg.iter(f"{RUIMTE}text")]


def _harmless(svg: Element) -> None:
    """No script, no other language, no address but a place in the file itself."""
    for element in svg.iter():
        assert element.tag.split("}")[-1] not in ("script", "foreignObject", "style", "a", "iframe")
        for naam, waarde in element.attrib.items():
            naam_ = naam.split("}")[-1]
            assert not naam_.startswith("on")
            if naam_ == "href":
                assert waarde.startswith(("#", "data:image/png"))
            assert "url(" not in waarde or waarde.startswith("url(#")


def _difference(vensters: Vensters, png: bytes, svg: bytes) -> float:
    """Mean difference of the two pictures, per channel from 0 to 255, with what was fetched as a failure."""
    page = vensters.lend(1280, 720)
    gevraagd: list[str] = []
    vensters.listen(page, "request", lambda verzoek: gevraagd.append(verzoek.url))
    verschil = page.evaluate(
        """async adressen => {
            const beelden = await Promise.all(adressen.map(async adres => {
                const beeld = new Image(); beeld.src = adres; await beeld.decode(); return beeld; }));
            const [b, h] = [beelden[1].naturalWidth, beelden[1].naturalHeight];
            const punten = beelden.map(beeld => {
                const doek = document.createElement('canvas'); doek.width = b; doek.height = h;
                const ctx = doek.getContext('2d'); ctx.imageSmoothingQuality = 'high';
                ctx.drawImage(beeld, 0, 0, b, h); return ctx.getImageData(0, 0, b, h).data; });
            let som = 0; for (let i = 0; i < punten[0].length; i++) som += Math.abs(punten[0][i] - punten[1][i]);
            return som / (b * h * 3); }""",
        [
            f"data:image/png;base64,{base64.b64encode(png).decode()}",
            f"data:image/svg+xml;base64,{base64.b64encode(svg).decode()}",
        ],
    )
    vensters.take_back(page)
    assert [adres for adres in gevraagd if not adres.startswith("data:")] == []
    return float(verschil)


@pytest.mark.parametrize(
    ("adres", "maat"),
    [
        ("#overzicht", SCHERM),
        ("#geografisch&gemeente=71016", SCHERM),
        ("#netwerk&kies=ark", SCHERM),
        ("#matrix", SCHERM),
        ("#keten&kies=ark", SCHERM),
        ("#tandem", SCHERM),
        ("#bruggen", SCHERM),
        ("#netwerk", TELEFOON),
    ],
)
def test_a_view_is_in_its_svg_with_all_its_words(
    pagina: Path, open_pagina: Open, adres: str, maat: tuple[int, int]
) -> None:
    bezoek = open_pagina(pagina, adres, *maat)
    page = bezoek.page
    inhoud = _save(page, "SVG")
    svg = fromstring(inhoud)
    _harmless(svg)
    teksten = _texts(svg)
    if page.locator("#doek").is_visible():
        for etiket in json.loads(page.locator("#doek").get_attribute("data-etiketten") or "[]"):
            for woord in str(etiket["tekst"]).split():
                assert any(woord in tekst for tekst in teksten), woord
    alles = " ".join(teksten)
    for woord in page.locator("#titel").inner_text().split():
        assert woord in alles
    legende = "#rechts .legendeonder" if maat == TELEFOON else "#legende"
    for regel in page.locator(f"{legende} p").all_inner_texts():
        assert regel.strip() in teksten
    assert "stand van 24-11-2026" in alles
    assert "Bron: proef" in alles
    assert bezoek.fouten == []
    assert inhoud == _save(page, "SVG"), "twee keer hetzelfde beeld geeft dezelfde bytes"


@pytest.mark.parametrize(
    ("adres", "maat"), [("#geografisch", SCHERM), ("#tandem", SCHERM), ("#overzicht", TELEFOON)]
)
def test_svg_and_png_are_one_picture(
    pagina: Path, open_pagina: Open, vensters: Vensters, adres: str, maat: tuple[int, int]
) -> None:
    page = open_pagina(pagina, adres, *maat).page
    inhoud, png = _save(page, "SVG"), _save(page, "Afbeelding")
    svg = fromstring(inhoud)
    breed, hoog = struct.unpack(">II", png[16:24])
    assert breed / hoog == pytest.approx(float(svg.get("width")) / float(svg.get("height")), rel=0.01)
    # Of 255; letters that are smoothed otherwise make up nearly all of it. A legend that lacks adds more than one.
    assert _difference(vensters, png, inhoud) < 3


def test_a_hostile_name_stays_text(open_pagina: Open, tmp_path: Path) -> None:
    knopen, banden = rows()
    kwaad = [
        (soort, id_, {**eigen, "naam": EVIL} if id_ == "huis" else eigen) for soort, id_, eigen in knopen
    ]
    pad = write_kaart(Beeld.from_rows(kwaad, banden).op(DATUM), tmp_path / "k.html", opties=Opties("limburg"))
    bezoek = open_pagina(pad, "#keten&kies=ark")
    svg = fromstring(_save(bezoek.page, "SVG"))
    _harmless(svg)
    assert "</text><script>x()</script>" in "".join(_texts(svg)).replace(" ", "")
    assert "7*7" in "".join(_texts(svg))
    assert bezoek.fouten == []


def test_a_list_that_scrolls_is_whole_and_the_page_stays_where_it_was(
    limburg_pagina: Path, open_pagina: Open
) -> None:
    page = open_pagina(limburg_pagina, "#tabel").page
    page.evaluate("() => { document.getElementById('onder').scrollTop = 900; }")
    svg = fromstring(_save(page, "SVG"))
    assert page.evaluate("() => document.getElementById('onder').scrollTop") == 900
    teksten = set(_texts(svg))
    # A name may be broken over lines; most stand on one.
    namen = page.locator("tbody td:first-child button").all_inner_texts()
    assert sum(naam in teksten for naam in namen) > 0.9 * len(namen)
    assert float(svg.get("height")) > 2000
