"""The map on paper: each picture whole on its first page at A4 and A3, in lines and letters, with title and source."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser import pages
from tests.kaart.conftest import Bezoek
from tests.kaart.test_browser import Open

pytestmark = pytest.mark.browser
BLADEN = {"A4": (1039, 710), "A3": (1504, 1039)}
"""What the margins of each sheet on its side leave free, in pixels."""
TEKENINGEN = ("overzicht", "geografisch", "geografisch&gemeente=71016", "netwerk", "bruggen", "tijd")
_KADERS = """() => {
  const kader = (e) => { const { left, top, right, bottom } = e.getBoundingClientRect(); return [left, top, right, bottom]; };
  const [midden, voet] = ["midden", "voet"].map((id) => kader(document.getElementById(id)));
  const letters = [...document.querySelectorAll("#drukbeeld text")].filter((e) => e.textContent.trim()).map(kader);
  const vast = [...document.querySelectorAll("#titel, #legende > *, #noot, #onder h2, #voet span, .balk b")]
    .map(kader).filter(([l, t, r, b]) => r > l && b > t);
  return { midden, voet, letters, vast, onder: kader(document.querySelector(".tijdonder") ?? document.getElementById("onder")) };
}"""


Kader = tuple[float, float, float, float]
"""Left, top, right and bottom."""


class Papier:
    """Where things stand when the page is laid out for a sheet."""

    def __init__(self, bezoek: Bezoek, breed: int, hoog: int) -> None:
        page = bezoek.page
        page.evaluate("() => window.dispatchEvent(new Event('beforeprint'))")
        page.emulate_media(media="print")
        page.set_viewport_size({"width": breed, "height": hoog})
        kaders = page.evaluate(_KADERS)
        self.midden: Kader = tuple(kaders["midden"])
        self.voet: Kader = tuple(kaders["voet"])
        self.onder: Kader = tuple(kaders["onder"])
        self.letters: list[Kader] = [tuple(kader) for kader in kaders["letters"]]
        self.vast: list[Kader] = [tuple(kader) for kader in kaders["vast"]]
        page.emulate_media(media="null")
        page.evaluate("() => window.dispatchEvent(new Event('afterprint'))")
        page.set_viewport_size({"width": 1440, "height": 900})


def _within(kader: Kader, vlak: Kader) -> bool:
    return all(a >= b - 1 for a, b in zip(kader[:2], vlak[:2], strict=True)) and all(
        a <= b + 1 for a, b in zip(kader[2:], vlak[2:], strict=True)
    )


def _beside(kader: Kader, vlak: Kader) -> bool:
    return kader[2] < vlak[0] or kader[0] > vlak[2] or kader[3] < vlak[1] or kader[1] > vlak[3]


@pytest.mark.parametrize("adres", TEKENINGEN)
def test_a_picture_stands_whole_on_its_sheet(verleden_pagina: Path, open_pagina: Open, adres: str) -> None:
    bezoek = open_pagina(verleden_pagina, f"#{adres}")
    for maat, (breed, hoog) in BLADEN.items():
        papier, vlak = Papier(bezoek, breed, hoog), (0.0, 0.0, float(breed), float(hoog))
        assert _within(papier.midden, vlak)
        assert _within(papier.voet, vlak)
        assert papier.midden[3] <= papier.voet[1] + 1, "de bron staat onder het beeld"
        # As large as fits: one of both sides is nearly full.
        assert papier.midden[2] > 0.9 * breed or papier.midden[3] > 0.85 * hoog
        assert len(papier.letters) > 1
        # What lies beside the picture on the screen is not shown there either.
        binnen = [kader for kader in papier.letters if not _beside(kader, papier.midden)]
        assert [kader for kader in binnen if not _within(kader, papier.midden)] == []
        assert [kader for kader in papier.vast if not _within(kader, vlak)] == []
        # The bars of Tijd are as flat as on the screen, and leave the map whole.
        assert adres != "tijd" or all(_beside(kader, papier.onder) for kader in binnen)
        pdf = bezoek.page.pdf(format=maat, landscape=True, print_background=True)
        assert pages(pdf) == 2, "het beeld, en erna het paneel"
    assert bezoek.fouten == []
    assert not bezoek.page.locator("#drukbeeld").count(), "op het scherm blijft er niets van over"


@pytest.mark.parametrize("adres", ["matrix", "keten&kies=ark", "tandem", "tabel"])
def test_a_list_is_not_wider_than_its_sheet(verleden_pagina: Path, open_pagina: Open, adres: str) -> None:
    page = open_pagina(verleden_pagina, f"#{adres}").page
    page.emulate_media(media="print")
    for breed, hoog in BLADEN.values():
        page.set_viewport_size({"width": breed, "height": hoog})
        kaal = "(e) => e.every((x) => x.getBoundingClientRect().right <= innerWidth + 1)"
        assert page.locator("#midden h1, #midden h2, #midden td, #midden p, #rechts p").evaluate_all(kaal)
    assert pages(page.pdf(format="A4", landscape=True, print_background=True)) <= 2
