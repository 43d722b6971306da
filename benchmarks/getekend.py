"""The lines of the ring as the page draws them: read back from its own SVG in a real Chromium.

A line is drawn as a curve (a stream between two sectors) or as a band between two curves (a branch, a twig);
of a band the middle counts. So nothing of the page's geometry is written twice.
"""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from netwerkkaart.fouten import GebruikersFout
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.kaart.pagina import write_kaart
from tests.browser import VLAGGEN, find_chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser

_GETAL = r"-?\d+(?:\.\d+)?(?:e-?\d+)?"
_PAD = re.compile(r'<path[^>]* d="([^"]*)"')


def drawn_lines(beelden: list[Beeld], stukken: int) -> list[NDArray[np.float64]]:
    """What view Netwerk draws of each, as lines of short pieces, shape ``(n, stukken + 1, 2)``.

    Args:
        beelden: the views, limited to what the partners may see.
        stukken: pieces per line.

    Raises:
        GebruikersFout: there is no Chromium.
    """
    chromium = find_chromium()
    if chromium is None:
        raise GebruikersFout(
            "Er is geen Chromium om te meten wat de pagina tekent.", hulp="Installeer chromium."
        )
    from playwright.sync_api import sync_playwright

    with TemporaryDirectory(prefix="getekend-") as map_, sync_playwright() as spel:
        venster = spel.chromium.launch(executable_path=chromium, args=VLAGGEN)
        svgs = [_svg(venster, write_kaart(beeld, Path(map_) / "kaart.html")) for beeld in beelden]
        venster.close()
    return [lines_of(svg, stukken) for svg in svgs]


def _svg(venster: Browser, pad: Path) -> str:
    page = venster.new_page(viewport={"width": 1440, "height": 900})
    page.goto(pad.as_uri() + "#netwerk")
    page.wait_for_function("document.documentElement.dataset.klaar")
    with page.expect_download() as wacht:
        page.locator("#acties button", has_text="SVG").click()
    svg = Path(str(wacht.value.path())).read_text(encoding="utf-8")
    page.close()
    return svg


def lines_of(svg: str, stukken: int) -> NDArray[np.float64]:
    """Curves, and the middles of bands, of a drawing; other shapes are dots, arcs and signs.

    >>> band = '<path fill="#000" d="M0 0C1 0 2 0 3 0L3 2C2 2 1 2 0 2Z"/>'
    >>> lines_of(band, 3).round(6).tolist()
    [[[0.0, 1.0], [1.0, 1.0], [2.0, 1.0], [3.0, 1.0]]]
    """
    sturen = []
    for d in _PAD.findall(svg):
        vorm = re.sub("[^A-Za-df-z]", "", d)
        if vorm not in ("MC", "MCLCZ"):
            continue
        punten = np.array(re.findall(_GETAL, d), float).reshape(-1, 2)
        sturen.append(punten if vorm == "MC" else (punten[:4] + punten[:3:-1]) / 2)
    bezier = np.array(sturen, float).reshape(-1, 4, 2)
    t = np.linspace(0, 1, stukken + 1)
    gewicht = np.stack([(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3], axis=1)
    lijnen: NDArray[np.float64] = np.einsum("tk,nkd->ntd", gewicht, bezier)
    return lijnen
