"""The form as a page in a real Chromium: filled in by keyboard alone, saved, read back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from netwerkkaart.bevraging.pagina import make_pagina
from netwerkkaart.schema.uitspraken import KnoopUitspraak
from tests.bevraging.klein import as_view, form, mentions, nodes, read_form, relation, statements
from tests.browser import Vensters

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser


class Bezoek:
    def __init__(self, page: Page, map_: Path, vensters: Vensters) -> None:
        self.page, self._map = page, map_
        self.verzoeken: list[str] = []
        self.fouten: list[str] = []
        vensters.listen(page, "request", lambda verzoek: self.verzoeken.append(verzoek.url))
        vensters.listen(page, "console", lambda bericht: self.fouten.append(bericht.text))
        vensters.listen(page, "pageerror", lambda fout: self.fouten.append(str(fout)))

    def save(self, naam: str = "antwoord.json") -> Path:
        with self.page.expect_download() as gegeven:
            self.page.click("#bewaar")
        pad = self._map / naam
        gegeven.value.save_as(pad)
        assert gegeven.value.suggested_filename.startswith("antwoord-")
        return pad


@pytest.fixture
def open_form(vensters: Vensters, tmp_path: Path) -> Iterator[Callable[..., Bezoek]]:
    paginas: list[Page] = []

    def open_(id_: str, breed: int = 1100, uitspraken: object = None) -> Bezoek:
        pad = tmp_path / "formulier.html"
        beeld = as_view(uitspraken or statements())  # type: ignore[arg-type]
        pad.write_text(make_pagina(form(id_, beeld)), encoding="utf-8", newline="\n")
        page = vensters.lend(breed, 900)
        paginas.append(page)
        bezoek = Bezoek(page, tmp_path, vensters)
        page.goto(pad.as_uri())
        return bezoek

    yield open_
    for page in paginas:
        vensters.take_back(page)


def test_filled_in_by_keyboard_saved_and_read_back(open_form: Callable[..., Bezoek]) -> None:
    bezoek = open_form("s1")
    page = bezoek.page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "spring"
    page.keyboard.press("Enter")
    rij = page.get_by_role("group", name="Ooievaar (Genk)")
    rij.get_by_role("radio", name="ja").first.focus()
    page.keyboard.press("Space")
    assert rij.get_by_role("radio", name="ja").first.is_checked()
    rij.get_by_role("radio", name="wekelijks").check()
    # A choice can be taken back, and the arrow keys move within one question.
    naft = page.get_by_role("group", name="NAFT De Brug (Genk)")
    naft.get_by_role("radio", name="ja").nth(1).focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    assert naft.get_by_role("radio", name="nee").nth(1).is_checked()
    page.get_by_role("button", name="Voeg een organisatie toe").first.press("Enter")
    page.keyboard.type("Windklok (Genk)")
    page.get_by_role("button", name="Voeg een gemis toe").press("Enter")
    page.keyboard.type("Te weinig plaatsen.")
    page.get_by_label("Uw functie").fill("zorgcoördinator")
    assert page.locator("#bewaar").inner_text() == "Bewaar mijn antwoord (3 van 4)"
    pad = bezoek.save()
    assert "Bewaard als" in page.get_by_role("status").inner_text()
    assert bezoek.fouten == []
    assert [url for url in bezoek.verzoeken if not url.startswith(("file:", "blob:"))] == []
    oogst = read_form(pad)
    assert oogst.fouten == ()
    assert mentions(oogst) == {
        ("s1", "j1", "WERKT_SAMEN_MET", None, None, True, 3),
        ("s1", "n1", "VERWIJST_NAAR", "uit", None, False, None),
        ("s1", "j2", "WERKT_SAMEN_MET", None, None, True, None),
    }
    assert nodes(oogst, "Hiaat")[0]["omschrijving"] == "Te weinig plaatsen."
    assert nodes(oogst, "Antwoord")[0]["rol"] == "zorgcoördinator"


def test_a_saved_answer_opens_again(open_form: Callable[..., Bezoek]) -> None:
    bezoek = open_form("clb:x")
    page = bezoek.page
    for groep in page.get_by_role("group", name="De Ark (Genk)").all()[:1]:
        groep.get_by_role("radio", name="ja").first.check()
    page.get_by_role("button", name="Voeg een organisatie toe").nth(1).click()
    page.keyboard.type("De Regenboog (Genk)")
    page.keyboard.press("Tab")
    page.keyboard.type("GGZ Tegel (Genk)")
    pad = bezoek.save()
    eerste = mentions(read_form(pad))
    assert ("s2", "g1", "WERKT_SAMEN_MET", None, None, True, None) in eerste
    opnieuw = open_form("clb:x")
    opnieuw.page.set_input_files("#open", pad)
    opnieuw.page.get_by_text("Uw bewaarde antwoord is ingevuld.").wait_for()
    assert mentions(read_form(opnieuw.save("tweede.json"))) == eerste
    ander = open_form("s1")
    ander.page.set_input_files("#open", pad)
    ander.page.get_by_text("andere organisatie").wait_for()


def test_every_control_has_a_name_and_the_page_fits_a_phone(open_form: Callable[..., Bezoek]) -> None:
    page = open_form("clb:x", breed=390).page
    page.get_by_role("button", name="Voeg een organisatie toe").first.click()
    page.get_by_role("button", name="Voeg een aanbod toe").click()
    zonder = page.evaluate(
        """() => [...document.querySelectorAll('input, textarea, button, section')].filter((e) => {
          const label = e.labels && e.labels.length ? e.labels[0].textContent : '';
          const bij = document.getElementById(e.getAttribute('aria-labelledby') || '');
          return !(label || e.getAttribute('aria-label') || e.textContent.trim() || (bij && bij.textContent));
        }).map((e) => e.outerHTML)"""
    )
    assert zonder == []
    assert page.evaluate("document.documentElement.lang") == "nl"
    assert page.evaluate("document.querySelectorAll('h1').length") == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map((e) => e.id)")
    assert len(ids) == len(set(ids))


def test_names_are_text_and_nothing_else(open_form: Callable[..., Bezoek]) -> None:
    kwaad = '<img src=x onerror="document.title=1">"</script><script>document.title=2</script>'
    vreemd = [KnoopUitspraak("Werkactor", "w9", {"naam": kwaad}), relation("WERKT_SAMEN_MET", "s1", "w9")]
    bezoek = open_form("s1", uitspraken=[*statements(), *vreemd])
    assert bezoek.page.title() == "Najaar 2026: De Ark"
    assert bezoek.page.locator("img").count() == 0
    assert bezoek.page.get_by_text(kwaad).count() >= 1
    assert bezoek.fouten == []


def test_the_same_form_gives_the_same_bytes() -> None:
    assert make_pagina(form("s1")) == make_pagina(form("s1"))
    assert "default-src 'none'" in make_pagina(form("s1"))
