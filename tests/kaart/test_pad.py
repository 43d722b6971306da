"""The path between two organisations: shortest by the book, told, drawn, and brought back by its link."""

from __future__ import annotations

from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.kaart.conftest import csv_rijen
from tests.kaart.test_browser import Open, _etiketten
from tests.kaart.werelden import Wereld, go, make_wereld
from tests.voorbeelden import aantal

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def wereld(tmp_path_factory: pytest.TempPathFactory) -> Wereld:
    return make_wereld(tmp_path_factory.mktemp("kaart"), range(4))


def test_shortest_paths_equal_the_textbook(wereld: Wereld, open_pagina: Open) -> None:
    graaf = nx.Graph()
    graaf.add_nodes_from(wereld.ids)
    beeld = wereld.beeld
    van, naar = ([beeld.ids[k] for k in kant.tolist()] for kant in (beeld.banden.van, beeld.banden.naar))
    graaf.add_edges_from(zip(van, naar, strict=True))
    bezoek = open_pagina(wereld.pad, "#tabel")
    namen = {id_: beeld.naam(beeld.nummer[id_]) for id_ in wereld.ids}

    @settings(max_examples=aantal(25))
    @given(st.sampled_from(wereld.ids), st.data())
    def check(a: str, data: st.DataObject) -> None:
        # As often within one world as over two, where no path can be.
        zelfde = [id_ for id_ in wereld.ids if id_ != a and id_.split(".")[0] == a.split(".")[0]]
        b = data.draw(st.one_of(st.sampled_from(zelfde), st.sampled_from([i for i in wereld.ids if i != a])))
        go(bezoek, f"#tabel&hand=pad&greep={a};{b}")
        titel = bezoek.page.locator("#titel").inner_text()
        if not nx.has_path(graaf, a, b):
            assert titel == f"Tussen {namen[a]} en {namen[b]} is geen pad bekend"
            return
        alle = [[namen[id_] for id_ in pad] for pad in nx.all_shortest_paths(graaf, a, b)]
        lengte = len(alle[0]) - 1
        assert titel.endswith(f"in {lengte} {'schakel' if lengte == 1 else 'schakels'}")
        paneel = bezoek.page.locator("#rechts")
        getoond = [paneel.locator(".padlijst .orgtekst b").all_inner_texts()]
        getoond += [regel.split(" → ") for regel in paneel.locator(".padkort").all_inner_texts()]
        assert all(pad in alle for pad in getoond)
        assert len(getoond) == min(len(alle), 6)
        if len(alle) > 1:
            assert f"{len(alle)} in totaal" in paneel.inner_text()

    check()
    assert bezoek.fouten == []


def test_a_path_by_keyboard_from_the_panel_to_the_link(kleine_pagina: Path, open_pagina: Open) -> None:
    bezoek = open_pagina(kleine_pagina, "#netwerk&kies=ark")
    page = bezoek.page
    page.get_by_role("button", name="Pad naar …").focus()
    page.keyboard.press("Enter")
    assert page.locator("#titel").inner_text() == "Een pad van School Ark naar …"
    # The focus stands on the question that is asked now.
    page.keyboard.type("huis")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.locator("#titel").inner_text() == "Van School Ark naar Huis Waterval in 2 schakels"
    zin = "School Ark wordt begeleid door CLB Noord. CLB Noord werkt samen met Huis Waterval."
    assert zin in page.locator("#rechts").inner_text()
    assert zin in page.locator("#meld").inner_text()
    assert "nog niet door beide kanten bevestigd" in page.locator("#ondertitel").inner_text()
    assert page.evaluate("() => document.activeElement.id") == "rechts"
    later = open_pagina(kleine_pagina, bezoek.adres)
    assert later.page.locator("#titel").inner_text() == page.locator("#titel").inner_text()
    assert {"School Ark", "CLB Noord", "Huis Waterval"} <= {e["tekst"] for e in _etiketten(later)}
    page.keyboard.press("Escape")
    assert bezoek.adres == "#netwerk"
    page.keyboard.press("Control+z")
    bezoek.wacht("() => location.hash.includes('hand=pad')")


def test_no_path_is_told_with_what_is_unknown(kleine_pagina: Path, open_pagina: Open) -> None:
    page = open_pagina(kleine_pagina, "#netwerk&hand=pad&greep=merel;naft").page
    assert "geen pad bekend" in page.locator("#titel").inner_text()
    tekst = page.locator("#rechts").inner_text()
    assert "Van School Merel is geen enkele band" in tekst
    assert "nog niemand noemde" in tekst
    # A table that both sit at is told, though it is no tie.
    page = open_pagina(kleine_pagina, "#netwerk&hand=pad&greep=linde;naft").page
    assert "Zij zitten samen in Raad Bree." in page.locator("#rechts").inner_text()


def test_a_click_on_the_picture_answers_and_the_rows_come_as_csv(
    kleine_pagina: Path, open_pagina: Open
) -> None:
    bezoek = open_pagina(kleine_pagina, "#tabel&hand=pad&greep=ark;")
    page = bezoek.page
    page.locator("tbody button", has_text="Huis Waterval").click()
    assert "greep=ark;huis" in bezoek.adres
    with page.expect_download() as wacht:
        page.get_by_role("button", name="CSV").click()
    rijen = csv_rijen(wacht.value.path())
    assert rijen[0][:5] == ["Pad", "Schakel", "Van", "Hoe", "Naar"]
    assert rijen[1][:5] == ["1", "1", "School Ark", "wordt begeleid door", "CLB Noord"]
    assert len(rijen) == 3


def test_an_address_with_nonsense_is_no_fault(kleine_pagina: Path, open_pagina: Open) -> None:
    bezoek = open_pagina(kleine_pagina, "#netwerk&hand=pad&greep=")
    for greep in ("x;y", "%E0%A4%A;ark", "ark;ark", ";;;,,,@$", "ark"):
        go(bezoek, f"#netwerk&hand=pad&greep={greep}")
        assert bezoek.page.locator("#titel").inner_text().startswith("Een pad")
    assert bezoek.fouten == []
