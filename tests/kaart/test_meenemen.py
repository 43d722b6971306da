"""What one takes along: a PNG that is sharp enough to print, and the rows as a CSV that runs no formula."""

from __future__ import annotations

import struct
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page

from netwerkkaart.bestanden import csv_restore
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.graph.toen import Tijden
from netwerkkaart.graph.vrijgave import Profiel
from netwerkkaart.kaart.meta import Opties
from netwerkkaart.kaart.pagina import write_kaart
from tests.kaart.conftest import csv_rijen
from tests.kaart.test_browser import Open
from tests.kaart.wereld import DATUM, rows, small_world

pytestmark = pytest.mark.browser
EVIL = '=HYPERLINK("x";"</script>")\u202e "é'


def _save(page: Page, knop: str, map_: Path) -> Path:
    with page.expect_download() as wacht:
        page.get_by_role("button", name=knop).click()
    pad = map_ / wacht.value.suggested_filename
    wacht.value.save_as(pad)
    return pad


def _table(pad: Path) -> list[list[str]]:
    return [[csv_restore(cel) for cel in rij] for rij in csv_rijen(pad)]


@pytest.fixture(scope="module")
def pagina(tmp_path_factory: pytest.TempPathFactory) -> Path:
    alles = Beeld.from_rows(*rows())
    return write_kaart(
        small_world(),
        tmp_path_factory.mktemp("kaart") / "k.html",
        opties=Opties("limburg", Profiel.INTERN),
        tijden=Tijden((date(2026, 1, 1), DATUM), (alles, alles), alles),
    )


@pytest.mark.parametrize(
    "adres", ["#overzicht", "#matrix", "#keten&kies=ark", "#tandem", "#bruggen", "#tijd"]
)
def test_a_picture_is_sharp_and_leaves_the_page_as_it_was(
    pagina: Path, open_pagina: Open, tmp_path: Path, adres: str
) -> None:
    bezoek = open_pagina(pagina, adres)
    page = bezoek.page
    voor = page.locator("#midden").inner_html()
    pad = _save(page, "Afbeelding", tmp_path)
    assert pad.name == f"netwerkkaart-limburg-{adres[1:].split('&')[0]}-2026-11-24.png"
    kop = pad.read_bytes()[:24]
    assert kop[:8] == b"\x89PNG\r\n\x1a\n"
    breed, hoog = struct.unpack(">II", kop[16:24])
    assert breed >= 3500
    assert hoog > breed / 2
    assert bezoek.fouten == []
    assert len(page.locator("#midden").inner_html()) == pytest.approx(len(voor), rel=0.02)


@pytest.mark.parametrize(
    ("adres", "lijst"),
    [
        ("#matrix", "Cellen"),
        ("#keten", "Ketenstappen"),
        ("#tandem", "Tandem"),
        ("#bruggen", "Bruggen"),
        ("#tijd", "Verschillen"),
        ("#overzicht", "Gemeenten"),
    ],
)
def test_rows_of_a_view_are_those_of_its_table(
    pagina: Path, open_pagina: Open, tmp_path: Path, adres: str, lijst: str
) -> None:
    page = open_pagina(pagina, adres).page
    tabel = _table(_save(page, "CSV", tmp_path))
    page.get_by_role("tab", name="Tabel").click()
    page.locator("#onder").get_by_role("button", name=lijst, exact=True).click()
    koppen = [kop.removesuffix(" ▴").removesuffix(" ▾") for kop in page.locator("th").all_inner_texts()]
    # The letter of a mark stands on a line of its own, before the name.
    rijen = page.locator("tbody tr").all_inner_texts()
    getoond = [tuple(cel.split("\n")[-1] for cel in rij.split("\t")) for rij in rijen]
    assert tabel[0] == koppen
    assert sorted(map(tuple, tabel[1:])) == sorted(getoond)


def test_a_name_that_is_a_formula_is_harmless_and_comes_back(open_pagina: Open, tmp_path: Path) -> None:
    knopen, banden = rows()
    kwaad = [
        (soort, id_, {**eigen, "naam": EVIL} if id_ == "huis" else eigen) for soort, id_, eigen in knopen
    ]
    pad = write_kaart(Beeld.from_rows(kwaad, banden).op(DATUM), tmp_path / "k.html", opties=Opties("limburg"))
    bezoek = open_pagina(pad, "#keten&kies=ark")
    assert EVIL in bezoek.page.locator(".kolom").nth(1).inner_text()
    bestand = _save(bezoek.page, "CSV", tmp_path)
    assert f"CLB Noord → {EVIL}" in {rij[5] for rij in _table(bestand)}
    bezoek.page.get_by_role("tab", name="Tandem").click()
    bestand = _save(bezoek.page, "CSV", tmp_path)
    assert ";=" not in bestand.read_text("utf-8-sig")
    assert EVIL in {rij[0] for rij in _table(bestand)}
    assert bezoek.fouten == []
