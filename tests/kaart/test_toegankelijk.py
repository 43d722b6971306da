"""Nothing on any view is out of reach for people with a disability, as far as axe-core can tell."""

from __future__ import annotations

from pathlib import Path

import pytest

from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.kaart.meta import Opties
from netwerkkaart.kaart.pagina import write_kaart
from tests.browser import violations
from tests.kaart.test_browser import Open
from tests.kaart.test_hand import HANDEN
from tests.kaart.verleden import past
from tests.kaart.wereld import DATUM, rows

pytestmark = pytest.mark.browser
VIEWS = ("overzicht", "geografisch", "netwerk", "matrix", "keten", "tandem", "bruggen", "tabel")
MATEN = pytest.mark.parametrize("maat", [(1440, 900), (390, 844)], ids=["scherm", "telefoon"])


@MATEN
@pytest.mark.parametrize("view", VIEWS)
def test_each_view(limburg_pagina: Path, open_pagina: Open, view: str, maat: tuple[int, int]) -> None:
    assert violations(open_pagina(limburg_pagina, f"#{view}", *maat).page) == []


@MATEN
def test_the_view_of_time(tmp_path: Path, open_pagina: Open, maat: tuple[int, int]) -> None:
    pad = write_kaart(past().achteraf(-1), tmp_path / "k.html", opties=Opties("limburg"), tijden=past())
    assert violations(open_pagina(pad, "#tijd", *maat).page) == []


@pytest.mark.parametrize("adres", ["geografisch&gemeente=71016", "netwerk&kies=clb-00381"])
def test_what_is_opened(limburg_pagina: Path, open_pagina: Open, adres: str) -> None:
    assert violations(open_pagina(limburg_pagina, f"#{adres}").page) == []


@pytest.mark.parametrize("hand", HANDEN)
def test_each_tool(tmp_path: Path, open_pagina: Open, hand: str) -> None:
    pad = write_kaart(Beeld.from_rows(*rows()).op(DATUM), tmp_path / "k.html", opties=Opties("limburg"))
    assert violations(open_pagina(pad, f"#netwerk&{HANDEN[hand]}").page) == []
