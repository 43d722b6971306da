"""The page "dit staat over u" in a real Chromium: offline, on A4, on a narrow screen, whatever the names."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from netwerkkaart.fiche.gegevens import make_gegevens
from netwerkkaart.fiche.gegevens_pagina import write_all_gegevens
from netwerkkaart.fiche.gegevens_zicht import Zicht
from tests.browser import pages, violations
from tests.fiche.wereld import hostile

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser


def test_hostile_names_are_text_and_nothing_sticks_out(tmp_path: Path, open_: Callable[..., Page]) -> None:
    zicht = Zicht.of(hostile())
    bladen = [make_gegevens(zicht, id_) for id_ in ("x0", "x2", "s4")]
    lijst = write_all_gegevens(bladen, tmp_path, "Proef")
    for pad in sorted(tmp_path.iterdir()):
        page = open_(pad, 390)
        assert page.evaluate("() => document.documentElement.scrollWidth") <= 390
        assert page.evaluate(
            "() => [...document.querySelectorAll('.rol')].every(r => r.scrollWidth <= r.clientWidth)"
        )
        assert page.locator("script").count() == 0
        assert violations(page) == []
        if pad != lijst:
            assert pages(page.pdf(prefer_css_page_size=True)) < 8
            assert page.locator(".strook").count() == 1
    assert "<script>alert(1)</script>" in open_(lijst).inner_text("main")
