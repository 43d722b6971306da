"""The agenda in a real Chromium: one A4 whatever stands on it, offline, on a narrow screen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from netwerkkaart.agenda.pagina import write_agenda
from netwerkkaart.graph.vrijgave import Profiel
from tests.agenda.wereld import agenda_of, hostile, with_past
from tests.browser import pages, violations

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser


def test_it_fits_on_one_page_and_on_a_narrow_screen(tmp_path: Path, open_: Callable[..., Page]) -> None:
    for map_, agenda in (
        ("een", agenda_of(with_past())),
        ("twee", agenda_of(hostile(), profiel=Profiel.INTERN)),
    ):
        pad = write_agenda(agenda, tmp_path / map_)
        page = open_(pad)
        assert pages(page.pdf(prefer_css_page_size=True)) == 1
        over = page.evaluate(
            "() => { const b = document.querySelector('.blad');"
            " return [b.scrollHeight - b.clientHeight, b.scrollWidth - b.clientWidth] }"
        )
        assert over == [0, 0], "nothing is cut at the foot"
        vragen = "() => [...document.querySelectorAll('.vraag span')].filter(v => v.scrollHeight > v.clientHeight + 1).length"
        assert map_ == "twee" or page.evaluate(vragen) == 0, "what is asked is read whole"
        assert violations(page) == []
        assert page.locator("script").count() == 0
        assert open_(pad, 390).evaluate("() => document.documentElement.scrollWidth") <= 390
