"""Two selections side by side: what the page counts is what counting by hand gives."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.kaart.conftest import Bezoek, csv_rijen
from tests.kaart.test_browser import Open
from tests.kaart.werelden import Wereld, go, make_wereld
from tests.voorbeelden import aantal

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def wereld(tmp_path_factory: pytest.TempPathFactory) -> Wereld:
    return make_wereld(tmp_path_factory.mktemp("kaart"), (3, 6))


def _figures(bezoek: Bezoek) -> dict[str, list[str]]:
    rijen = bezoek.page.evaluate(
        "() => [...document.querySelectorAll('.vergelijktabel tbody tr')].map(r => [r.querySelector('th').firstChild.textContent, ...[...r.querySelectorAll('td')].map(c => c.textContent)])"
    )
    return {naam: waarden for naam, *waarden in rijen}


def test_figures_equal_a_count_by_hand(wereld: Wereld, open_pagina: Open) -> None:
    beeld = wereld.beeld
    banden = [
        (beeld.ids[a], beeld.ids[b])
        for a, b in zip(beeld.banden.van.tolist(), beeld.banden.naar.tolist(), strict=True)
        if a != b
    ]
    zetels = {
        (beeld.ids[a], beeld.ids[b])
        for type_ in ("NEEMT_DEEL_AAN", "LID_VAN")
        for a, b in zip(beeld.van_type(type_).van.tolist(), beeld.van_type(type_).naar.tolist(), strict=True)
    }
    bezoek = open_pagina(wereld.pad, "#tabel")
    deel = st.sets(st.sampled_from(wereld.ids), min_size=1, max_size=9)

    @settings(max_examples=aantal(25))
    @given(deel, deel)
    def check(a: set[str], b: set[str]) -> None:
        go(bezoek, f"#tabel&hand=vergelijk&greep={','.join(sorted(a))};{','.join(sorted(b))}")
        uit = _figures(bezoek)
        assert uit["Organisaties"] == [str(len(a)), str(len(b))]
        binnen = [sum(p in s and q in s for p, q in banden) for s in (a, b)]
        assert uit["Banden binnen de selectie"] == [str(n) for n in binnen]
        tussen = sum(
            ((p in a and q in b) or (p in b and q in a)) and not {p, q} <= a and not {p, q} <= b
            for p, q in banden
        )
        assert uit["Banden met de andere selectie"] == [str(tussen)] * 2
        bereik = [{x for p, q in banden for x in (p, q) if {p, q} & s} - s for s in (a, b)]
        assert uit["Bereik"] == [str(len(s)) for s in bereik]
        fora = [{forum for wie, forum in zetels if wie in s} for s in (a, b)]
        assert uit["Fora en netwerken"] == [str(len(s)) for s in fora]
        kop = bezoek.page.locator(".kopregel", has_text="Fora waarin beide zitten").inner_text()
        assert kop.split()[-1] == str(len(fora[0] & fora[1]))

    check()
    assert bezoek.fouten == []


def test_a_selection_by_shift_click_keyboard_and_rule(kleine_pagina: Path, open_pagina: Open) -> None:
    bezoek = open_pagina(kleine_pagina, "#tabel&kies=ark")
    page = bezoek.page
    page.locator("tbody button", has_text="School Berk").click(modifiers=["Shift"])
    assert bezoek.adres == "#tabel&hand=vergelijk&greep=ark,berk;"
    assert page.locator("#titel").inner_text() == "Selectie A: 2 organisaties"
    # From here a plain click does, and by keyboard a plain Enter; once more takes away.
    page.locator("tbody button", has_text="School Linde").focus()
    page.keyboard.press("Enter")
    assert bezoek.adres.endswith("greep=ark,berk,linde;")
    page.locator("tbody button", has_text="School Berk").click()
    assert bezoek.adres.endswith("greep=ark,linde;")
    page.get_by_role("button", name="Selectie B (0)").click()
    page.get_by_label("Soort").select_option(label="CLB-vestigingen")
    page.locator("[data-sleutel='stel-plaats']").select_option(label="Genk")
    page.get_by_role("button", name="Voeg toe", exact=True).click()
    assert page.locator("#titel").inner_text() == "2 banden tussen selectie A en selectie B"
    assert "Alle CLB-vestigingen in Genk" in page.locator("#rechts").inner_text()
    # One whom a rule brings in can be taken out by name.
    page.locator("#rechts").get_by_role("button", name="Haal weg: CLB Noord").click()
    assert bezoek.adres.endswith(";@clb.71016...,$clb")
    page.keyboard.press("Control+z")
    bezoek.wacht("() => document.getElementById('titel').textContent.startsWith('2 banden')")
    later = open_pagina(kleine_pagina, bezoek.adres)
    assert later.page.locator("#rechts").inner_text() == page.locator("#rechts").inner_text()
    assert bezoek.fouten == []


def test_what_the_filters_show_becomes_a_selection(kleine_pagina: Path, open_pagina: Open) -> None:
    bezoek = open_pagina(kleine_pagina, "#netwerk&soort=secundair&hand=vergelijk&greep=;")
    page = bezoek.page
    page.get_by_role("button", name="Wat de filters tonen (4)").click()
    assert _figures(bezoek)["Organisaties"][0] == "4"
    page.locator('[data-sleutel="soort-secundair"]').click()
    assert _figures(bezoek)["Organisaties"][0] == "4", "a rule stays when the filter goes"


def test_the_members_and_the_figures_come_as_csv(kleine_pagina: Path, open_pagina: Open) -> None:
    page = open_pagina(kleine_pagina, "#netwerk&hand=vergelijk&greep=ark,linde;clb,naft").page
    gevonden = []
    for knop in (
        page.locator("#acties").get_by_role("button", name="CSV"),
        page.get_by_role("button", name="Cijfers als CSV"),
    ):
        with page.expect_download() as wacht:
            knop.click()
        gevonden.append(csv_rijen(wacht.value.path()))
    leden, cijfers = gevonden
    assert [rij[1] for rij in leden[1:]] == ["ark", "linde", "clb", "naft"]
    assert leden[1][4:8] == ["A", "0", "1", "0"]
    assert leden[4][8] == "Raad Bree"
    assert cijfers[0] == ["Maat", "Selectie A", "Selectie B"]
    assert ["Banden met de andere selectie", "2", "2"] in cijfers


def test_on_the_picture_shift_and_enter_select(kleine_pagina: Path, open_pagina: Open) -> None:
    bezoek = open_pagina(kleine_pagina, "#netwerk")
    page = bezoek.page
    page.locator("#doek").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Shift+Enter")
    assert page.locator("#titel").inner_text() == "Selectie A: 1 organisatie"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.locator("#titel").inner_text() == "Selectie A: 2 organisaties"
    assert "Selectie A: 2 organisaties" in page.locator("#meld").inner_text()
    page.keyboard.press("Escape")
    assert bezoek.adres == "#netwerk"
