"""The tools on every view: drawn on the maps and the ring, text as text, nothing asked from outside."""

from __future__ import annotations

from pathlib import Path

import pytest

from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.kaart.meta import Opties
from netwerkkaart.kaart.pagina import write_kaart
from tests.kaart.test_browser import Open, _botsingen, _etiketten
from tests.kaart.wereld import DATUM, rows

pytestmark = pytest.mark.browser
EVIL = '<script>alert(1)</script>\u202e{{7*7}} "é😀' + "x" * 480
HANDEN = {
    "pad": "hand=pad&greep=ark;huis",
    "watals": "hand=watals&greep=merel;huis,merel;werf",
    "vergelijk": "hand=vergelijk-b&greep=ark,linde;@clb....,huis",
}


@pytest.fixture(scope="module")
def boze_pagina(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small world, in which everything on a path has a hostile name and one an id of its own kind."""
    knopen, relaties = rows()
    om = [
        (soort, id_, {**waarden, "naam": EVIL} if id_ in {"huis", "clb", "a2"} else waarden)
        for soort, id_, waarden in knopen
    ]
    pad = tmp_path_factory.mktemp("kaart") / "boos.html"
    return write_kaart(Beeld.from_rows(om, relaties).op(DATUM), pad, opties=Opties("limburg"))


@pytest.mark.parametrize("hand", HANDEN)
def test_hostile_names_are_text_on_every_view(boze_pagina: Path, open_pagina: Open, hand: str) -> None:
    bezoek = open_pagina(boze_pagina, f"#netwerk&{HANDEN[hand]}")
    page = bezoek.page
    for view in ("netwerk", "geografisch", "tabel", "matrix", "overzicht"):
        page.locator(f"#tab-{view}").click()
        assert page.locator("#rechts .handkop").count() == 1
        assert EVIL in page.locator("#rechts").text_content()  # type: ignore[operator]
        assert page.evaluate("() => document.documentElement.scrollWidth") <= 1440
        assert page.locator("#rechts").evaluate("e => e.scrollWidth <= e.clientWidth")
    page.get_by_role("button", name="Toon op het netwerk").click()
    assert page.evaluate("() => document.documentElement.dataset.view") == "netwerk"
    assert bezoek.fouten == []
    assert len(bezoek.verzoeken) == 1


@pytest.mark.parametrize("adres", ["netwerk", "geografisch", "geografisch&gemeente=71016"])
def test_names_that_a_tool_draws_never_overlap(boze_pagina: Path, open_pagina: Open, adres: str) -> None:
    for maat in ((1440, 900), (390, 844)):
        bezoek = open_pagina(boze_pagina, f"#{adres}&{HANDEN['pad']}", *maat)
        assert any("School Ark" in str(etiket["tekst"]) for etiket in _etiketten(bezoek))
        assert _botsingen(bezoek) == []


def test_what_a_tool_draws_goes_along_as_svg(boze_pagina: Path, open_pagina: Open, tmp_path: Path) -> None:
    page = open_pagina(boze_pagina, f"#netwerk&{HANDEN['watals']}").page
    with page.expect_download() as wacht:
        page.locator("#acties").get_by_role("button", name="SVG").click()
    wacht.value.save_as(tmp_path / "uit.svg")
    tekst = (tmp_path / "uit.svg").read_text(encoding="utf-8")
    assert "Leerwerf Zuid" in tekst
    assert "band die u tekende" in tekst
    assert "<script>" not in tekst


def test_the_pointer_names_an_organisation_and_shift_click_selects_it(
    boze_pagina: Path, open_pagina: Open
) -> None:
    bezoek = open_pagina(boze_pagina, "#netwerk")
    page = bezoek.page
    # Nobody has moved the picture yet: the name comes at once.
    x, y = page.evaluate(
        """() => { const doek = document.getElementById('doek'), vak = doek.getBoundingClientRect();
        for (let y = vak.top; y < vak.bottom; y += 8) for (let x = vak.left; x < vak.right; x += 8) {
          doek.dispatchEvent(new PointerEvent('pointermove', { clientX: x, clientY: y, pointerType: 'mouse' }));
          const tip = doek.querySelector('.tip');
          if (!tip.hidden && tip.textContent.startsWith('School Ark')) return [x, y];
        } return [0, 0]; }"""
    )
    assert x > 0
    page.keyboard.down("Shift")
    page.mouse.click(x, y)
    page.keyboard.up("Shift")
    assert page.evaluate("() => location.hash") == "#netwerk&hand=vergelijk&greep=ark;"
    assert bezoek.fouten == []


def test_a_picture_that_does_not_show_the_tool_keeps_its_own_title(
    boze_pagina: Path, open_pagina: Open
) -> None:
    page = open_pagina(boze_pagina, f"#overzicht&{HANDEN['watals']}").page
    assert page.locator("#titel").inner_text().startswith("Van school naar hulp")
    assert "keten" in page.locator("#rechts .handkop h2").inner_text()
    page.get_by_role("button", name="Toon op het netwerk").click()
    assert page.locator("#titel").inner_text() == page.locator("#rechts .handkop h2").inner_text()
