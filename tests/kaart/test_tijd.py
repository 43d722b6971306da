"""The view of time: its figures and lists are those of the analysis of evolution, in numbers and in the page."""

from __future__ import annotations

import random
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netwerkkaart.analyse.bereik import compute_reach
from netwerkkaart.analyse.drempels import STANDAARD
from netwerkkaart.analyse.evolutie import MEERVOUD, evolutie
from netwerkkaart.analyse.momenten import Momenten
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.graph.toen import Tijden
from netwerkkaart.graph.vrijgave import Profiel, beperk_tijden
from netwerkkaart.kaart.blokken.elders import Elders
from netwerkkaart.kaart.blokken.letters import LETTERS, pack_letters
from netwerkkaart.kaart.blokken.tijd import RELATIES, time_block
from netwerkkaart.kaart.keuze import Keuze
from netwerkkaart.kaart.meta import Opties
from netwerkkaart.kaart.pagina import write_kaart
from netwerkkaart.kaart.woorden import Woordenlijst
from tests.analyse.grafen import DATUM as WERELDDAG
from tests.analyse.grafen import small
from tests.kaart.conftest import csv_rijen
from tests.kaart.test_browser import Open
from tests.kaart.verleden import part, past
from tests.voorbeelden import aantal

EVIL = '=1+1;"</script>"\u202e{{7*7}} 🦊'
Blok = dict[str, Any]


def _unpack(blok: Blok) -> list[int]:
    """As the page does (``data/tijd.ts``)."""
    breed, lopend, tekst = blok["breed"], blok["lopend"], blok["tekst"]
    uit: list[int] = []
    for i in range(0, len(tekst), breed + lopend):
        cijfers = [LETTERS.index(letter) for letter in tekst[i : i + breed]]
        nummer = (cijfers[0] if breed == 1 else cijfers[0] * len(LETTERS) + cijfers[1]) - 1
        uit += [nummer] * (LETTERS.index(tekst[i + breed]) + 1 if lopend else 1)
    return uit


@settings(max_examples=aantal(50))
@given(st.lists(st.integers(-1, 3), max_size=40) | st.lists(st.integers(-1, 5000), max_size=20))
def test_packed_columns_come_back(kolom: list[int]) -> None:
    assert _unpack(pack_letters([nr for nr in kolom for _ in range(3)])) == [
        nr for nr in kolom for _ in range(3)
    ]


def _block(tijden: Tijden, regio: str | None = None) -> tuple[Blok, Keuze]:
    keuze = Keuze(tijden.achteraf(-1), regio)
    bereik = compute_reach(keuze.beeld, STANDAARD)
    aanbod = [keuze.beeld.ids[k] for k in bereik.aanbod.knopen.tolist()]
    blok = time_block(
        keuze, Momenten(tijden, bereik), aanbod, (Woordenlijst(), Woordenlijst()), Elders(keuze)
    )
    assert blok is not None
    return blok, keuze


def _states(blok: Blok, soort: int) -> Counter[tuple[int, int, int]]:
    """How many things of a sort were there in which of the three states; those that never differ aside."""
    laatste = len(blok["momenten"]) - 1
    nummers = [
        *_unpack(blok["banden"]),
        *blok["buiten"]["combinatie"],
        *_unpack(blok["organisaties"]),
        *blok["weg"]["combinatie"],
        *_unpack(blok["aanbod"]["letters"]),
        *blok["aanbod"]["combinatie"],
    ]
    tel: Counter[tuple[int, int, int]] = Counter()
    for nummer in nummers:
        if nummer >= 0:
            wat, toen, achteraf = blok["combinaties"][nummer]
            if wat == soort:
                tel[toen & 1, achteraf & 1, achteraf >> laatste & 1] += 1
    return tel


def _history(zaad: int) -> Tijden:
    """A random world with begins and ends, of which only a part was known at first."""
    r = random.Random(zaad)
    knopen, relaties = small(zaad)

    def period(waarden: dict[str, object]) -> dict[str, object]:
        keuze = r.random()
        if keuze < 0.2:
            return {**waarden, "sinds": date(2026, 1, r.randint(1, 28))}
        return {**waarden, "tot": date(2026, 1, r.randint(1, 28))} if keuze < 0.35 else waarden

    relaties = [(t, v, n, period(dict(p))) for t, v, n, p in relaties]
    vast = {"LIGT_IN", "DEEL_VAN"}
    eerst = [rij for rij in relaties if rij[0] in vast or r.random() < 0.6]
    nu = [rij for rij in relaties if rij[0] in vast or r.random() < 0.9]
    gekend = (Beeld.from_rows(knopen, eerst), Beeld.from_rows(knopen, nu))
    return Tijden((date(2025, 12, 31), WERELDDAG), gekend, gekend[1])


@settings(max_examples=aantal(30))
@given(st.integers(0, 10**9), st.sampled_from([None, "limburg"]))
def test_figures_are_those_of_the_analysis(zaad: int, regio: str | None) -> None:
    tijden = _history(zaad)
    blok, _ = _block(tijden, regio)
    cijfers = evolutie(tijden, STANDAARD, regio=regio).cijfers
    for nummer, soort in enumerate((*RELATIES, "organisatie", "aanbod")):
        tel, wat = _states(blok, nummer), MEERVOUD[soort]
        for overgang, (eerst, later) in {"kennis": (0, 1), "tijd": (1, 2)}.items():
            for teken, was in (("erbij", 0), ("eraf", 1)):
                hier = sum(n for staat, n in tel.items() if staat[eerst] == was and staat[later] != was)
                assert hier == cijfers[f"{wat}: {teken} door {overgang}"], (soort, overgang, teken)
        toen, achteraf = blok["aantal"][soort]
        assert [toen[0], achteraf[0], achteraf[-1]] == [
            cijfers[f"{wat}: {naam}"] for naam in ("toen, toen gekend", "toen, nu gekend", "nu")
        ]
    m = len(tijden.momenten)
    verlopen = [blok["ketens"]["verlopen"][nr] for nr in _unpack(blok["ketens"]["letters"])]
    for naam, plek in (("toen, toen gekend", 0), ("toen, nu gekend", m), ("nu", 2 * m - 1)):
        assert sum(v[plek] == "0" for v in verlopen) == cijfers[f"ketens gesloten: {naam}"]
        cellen = sum(v[plek] == "0" for v in blok["cellen"]["verloop"])
        assert cellen == cijfers[f"cellen gedekt: {naam}"]


def test_what_is_shut_off_now_was_never_there(tmp_path: Path) -> None:
    for profiel in (Profiel.PARTNERS, Profiel.OPENBAAR):
        klein = beperk_tijden(past(), profiel)
        assert not any("stil" in beeld.nummer for beeld in (*klein.gekend, klein.nu))
    pad = write_kaart(past().achteraf(-1), tmp_path / "k.html", opties=Opties("limburg"), tijden=past())
    assert "GEHEIM" not in pad.read_text("utf-8")
    assert "Oude Werf" in pad.read_text("utf-8")
    assert beperk_tijden(past(), Profiel.INTERN).gekend[0].nummer["stil"]


def test_the_same_data_give_the_same_bytes(tmp_path: Path) -> None:
    paginas = [
        write_kaart(past().achteraf(-1), tmp_path / f"{nr}.html", opties=Opties("limburg"), tijden=past())
        for nr in range(2)
    ]
    assert paginas[0].read_bytes() == paginas[1].read_bytes()


@pytest.mark.browser
@pytest.mark.parametrize("maat", [(1440, 900), (390, 844)], ids=["scherm", "telefoon"])
def test_time_opens_clean(verleden_pagina: Path, open_pagina: Open, maat: tuple[int, int]) -> None:
    bezoek = open_pagina(verleden_pagina, "#tijd", *maat)
    assert len(bezoek.verzoeken) == 1
    assert bezoek.fouten == []
    assert bezoek.page.evaluate("() => document.documentElement.scrollWidth") <= maat[0]
    assert bezoek.page.locator(".tijdbalk").count() == 4


@pytest.mark.browser
@pytest.mark.parametrize(("periode", "plekken"), [("", (0, 2)), ("&periode=2026-04-01,2026-11-24", (1, 2))])
def test_the_list_is_that_of_the_analysis(
    verleden_pagina: Path, open_pagina: Open, periode: str, plekken: tuple[int, int]
) -> None:
    page = open_pagina(verleden_pagina, f"#tijd{periode}").page
    with page.expect_download() as wacht:
        page.get_by_role("button", name="CSV").click()
    rijen = csv_rijen(wacht.value.path())[1:]
    klein = beperk_tijden(past(), Profiel.PARTNERS)
    verwacht = evolutie(part(klein, *plekken), STANDAARD, regio="limburg").rijen
    assert Counter((r[0].lower(), *r[1:6]) for r in rijen) == Counter(
        (rij.soort, rij.naam, rij.was, rij.werd, str(rij.aard), str(rij.overgang)) for rij in verwacht
    )
    assert rijen


@pytest.mark.browser
def test_the_days_by_keyboard(verleden_pagina: Path, open_pagina: Open) -> None:
    page = open_pagina(verleden_pagina, "#tijd").page
    titel = page.locator("#titel").inner_text()
    # Now three ties more are known of then, one proved wrong, and one began since.
    assert "nieuwe banden" in titel
    schuif = page.get_by_role("slider", name="Van")
    schuif.focus()
    page.keyboard.press("ArrowRight")
    assert "periode=2026-04-01,2026-11-24" in page.evaluate("location.href")
    assert page.evaluate("() => document.activeElement.getAttribute('aria-label')") == "Van"
    assert schuif.get_attribute("aria-valuetext") == "01-04-2026"
    assert page.locator("#meld").inner_text().startswith("Van 01-04-2026 tot 24-11-2026.")
    assert page.locator("#titel").inner_text() != titel
    adres = "#" + page.evaluate("location.href").split("#")[1]
    later = open_pagina(verleden_pagina, adres).page
    assert later.locator("#titel").inner_text() == page.locator("#titel").inner_text()


@pytest.mark.browser
def test_a_number_opens_its_list_and_escape_closes_it(verleden_pagina: Path, open_pagina: Open) -> None:
    page = open_pagina(verleden_pagina, "#tijd").page
    page.locator('[data-sleutel="chip-band.weg"]').press("Enter")
    lijst = page.locator("#rechts .verschil").all_inner_texts()
    assert any("School Linde" in rij and "gestopt op 15-03-2026" in rij for rij in lijst)
    assert any("School Berk" in rij and "klopte niet" in rij for rij in lijst)
    assert any("Oude Werf" in rij for rij in lijst)
    page.keyboard.press("Escape")
    assert "vak=" not in page.evaluate("location.href")


@pytest.mark.browser
def test_without_motion_the_button_goes_one_day_at_a_time(verleden_pagina: Path, open_pagina: Open) -> None:
    page = open_pagina(verleden_pagina, "#overzicht").page
    page.emulate_media(reduced_motion="reduce")
    page.get_by_role("tab", name="Tijd").click()
    knop = page.get_by_role("button", name="Volgende dag")
    knop.click()
    assert "periode=2025-11-24,2026-04-01" in page.evaluate("location.href")
    page.wait_for_timeout(1600)
    assert "periode=2025-11-24,2026-04-01" in page.evaluate("location.href")


@pytest.mark.browser
def test_a_map_without_a_past_says_so(open_pagina: Open, tmp_path: Path) -> None:
    pad = write_kaart(past().achteraf(-1), tmp_path / "k.html", opties=Opties("limburg"))
    bezoek = open_pagina(pad, "#tijd")
    assert "kent het verleden niet" in bezoek.page.locator("#ondertitel").inner_text()
    assert bezoek.fouten == []


@pytest.mark.browser
def test_a_hostile_name_stays_text(open_pagina: Open, tmp_path: Path) -> None:
    def rename(beeld: Beeld) -> Beeld:
        naam = [EVIL if id_ == "werf" else beeld.naam(k) for k, id_ in enumerate(beeld.ids)]
        return Beeld(None, beeld.ids, beeld.soort, {**beeld.kolommen, "naam": naam}, beeld.relaties)

    kwaad = past()
    kwaad = Tijden(kwaad.momenten, tuple(rename(b) for b in kwaad.gekend), rename(kwaad.nu))
    pad = write_kaart(kwaad.achteraf(-1), tmp_path / "k.html", opties=Opties("limburg"), tijden=kwaad)
    bezoek = open_pagina(pad, "#tijd&vak=band.gebeurd")
    assert EVIL in bezoek.page.locator("#rechts").inner_text()
    assert bezoek.fouten == []
