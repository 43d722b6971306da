"""Nothing on any view is out of reach for people with a disability, as far as axe-core can tell."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser import violations
from tests.kaart.test_browser import Open
from tests.kaart.test_hand import HANDEN

pytestmark = pytest.mark.browser
VIEWS = ("overzicht", "geografisch", "netwerk", "matrix", "keten", "tandem", "bruggen", "tabel")
MATEN = pytest.mark.parametrize("maat", [(1440, 900), (390, 844)], ids=["scherm", "telefoon"])


@MATEN
def test_each_view(limburg_pagina: Path, open_pagina: Open, maat: tuple[int, int]) -> None:
    bezoek = open_pagina(limburg_pagina, "", *maat)
    for view in VIEWS:
        bezoek.page.evaluate(f"() => {{ location.hash = '{view}' }}")
        bezoek.wacht(f"() => document.documentElement.dataset.view === '{view}'")
        bezoek.page.wait_for_timeout(200)
        assert violations(bezoek.page) == [], view


@MATEN
def test_the_view_of_time(verleden_pagina: Path, open_pagina: Open, maat: tuple[int, int]) -> None:
    assert violations(open_pagina(verleden_pagina, "#tijd", *maat).page) == []


@pytest.mark.parametrize("adres", ["geografisch&gemeente=71016", "netwerk&kies=clb-00381"])
def test_what_is_opened(limburg_pagina: Path, open_pagina: Open, adres: str) -> None:
    assert violations(open_pagina(limburg_pagina, f"#{adres}").page) == []


def test_each_tool(kleine_pagina: Path, open_pagina: Open) -> None:
    bezoek = open_pagina(kleine_pagina)
    for hand, greep in HANDEN.items():
        bezoek.page.evaluate(f"() => {{ location.hash = 'netwerk&{greep}' }}")
        bezoek.wacht("() => document.querySelector('#rechts .handkop') !== null", hand)
        bezoek.page.wait_for_timeout(200)
        assert violations(bezoek.page) == [], hand
