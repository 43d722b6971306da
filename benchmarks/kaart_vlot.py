"""How fast the map of all Flanders answers, view by view: opening, filtering, dragging.

As a part of ``python -m benchmarks``, or of a map that is there already::

    python -m benchmarks.kaart_vlot kaart.html

One real Chromium in software rendering, as on an office laptop. Each view opens in a window of its own; then
the filters of a fixed list are clicked one after the other, and the picture is dragged.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, cast

from benchmarks.gegevens import DATUM, Gegevens
from benchmarks.meten import Hoofdstuk, Uitslag, duration, number
from netwerkkaart.analyse.opgave import map_moments
from netwerkkaart.fouten import GebruikersFout
from netwerkkaart.graph import open_store
from netwerkkaart.graph.toen import read_tijden
from netwerkkaart.kaart.pagina import write_kaart
from tests.browser import VLAGGEN, find_chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser, CDPSession, Page

OPENEN, BEELD, FILTER = 3.0, 0.150, 0.100
"""Seconds that opening, one frame while dragging, and the answer to a filter may take."""
WEERGAVEN = ("overzicht", "geografisch", "netwerk", "matrix", "keten", "tandem", "bruggen", "tijd", "tabel")
FILTERS = (
    ("regio", 1), ("regio", 0), ("thema-1", 0), ("thema-2", 0), ("thema-", 0), ("soort-", 0), ("soort-", 0),
    ("soort-", 4), ("soort-", 4), ("band-", 1), ("band-", 1), ("keten-", 1), ("keten-", 1),
)  # fmt: skip
"""What is clicked, one after the other: how its key begins, and which of those; twice is on and off."""
BEURTEN = 3
"""How often the list is walked: one click on a shared machine may cost half as much again as the next."""
TITEL = "De kaart in de browser"
_UITLEG = (
    "De kaart van Vlaanderen en Brussel in Chromium, zonder grafische kaart. Openen: van het bestand tot "
    "het eerste beeld. Filter: hoeveel processortijd de pagina nodig heeft, van de klik tot het nieuwe "
    "beeld er is, over regio's, thema's, soorten, banden en ketens; elke filter telt met de middelste van "
    "drie beurten. Ernaast de traagste klik van allemaal, ook de allereerste, en dezelfde op de klok, "
    "waarin ander werk op de machine meetelt. Slepen: de tijd tussen twee beelden, wat ingezoomd."
)

_BRUIKBAAR = """(() => {
  const kijk = () => {
    const doek = document.getElementById("doek");
    const klaar = document.documentElement?.dataset.klaar && (doek.hidden || doek.dataset.beurt);
    requestAnimationFrame(klaar ? () => (globalThis.bruikbaar = performance.now()) : kijk);
  };
  requestAnimationFrame(kijk);
})()"""
# Until the frame with the answer is made: a message comes after the drawing of the frame that was asked for.
_KLIK = """([begin, welke]) => new Promise((klaar) => {
  const knoppen = [...document.querySelectorAll("#links [data-sleutel]")].filter((k) => k.offsetParent);
  const exact = knoppen.filter((k) => k.dataset.sleutel === begin);
  const knop = exact[0] ?? knoppen.filter((k) => k.dataset.sleutel.startsWith(begin))[welke];
  if (!knop) { klaar(null); return; }
  const van = performance.now();
  if (knop instanceof HTMLSelectElement) {
    knop.selectedIndex = welke;
    knop.dispatchEvent(new Event("change"));
  } else knop.click();
  requestAnimationFrame(() => {
    const kanaal = new MessageChannel();
    kanaal.port1.onmessage = () => klaar((performance.now() - van) / 1000);
    kanaal.port2.postMessage(0);
  });
})"""
_BEELDEN = """() => {
  const tijden = (globalThis.beelden = []);
  let vorig = performance.now();
  const stap = (nu) => {
    tijden.push((nu - vorig) / 1000);
    vorig = nu;
    if (tijden.length < 400) requestAnimationFrame(stap);
  };
  requestAnimationFrame(stap);
}"""


def measure_views(gegevens: Gegevens) -> Hoofdstuk:
    """Write the map with its past, and measure every view."""
    pad = gegevens.map / "vlot.html"
    store = open_store(str(gegevens.demo))
    try:
        tijden = read_tijden(store, map_moments(None, DATUM))
    finally:
        store.close()
    try:
        write_kaart(tijden.achteraf(-1), pad, tijden=tijden)
    except GebruikersFout as fout:
        return Hoofdstuk(TITEL, _UITLEG, (), (f"Overgeslagen: {fout}",))
    return measure_file(pad)


def measure_file(pad: Path) -> Hoofdstuk:
    """Measure every view of a map that was written. About two minutes."""
    chromium = find_chromium()
    if chromium is None:
        return Hoofdstuk(TITEL, _UITLEG, (), ("Overgeslagen: er is geen Chromium op deze machine.",))
    from playwright.sync_api import sync_playwright

    uitslagen: list[Uitslag] = []
    with sync_playwright() as spel:
        venster = spel.chromium.launch(executable_path=chromium, args=VLAGGEN)
        for weergave in WEERGAVEN:
            uitslagen.extend(_measure_view(venster, pad, weergave))
        venster.close()
    return Hoofdstuk(TITEL, _UITLEG, tuple(uitslagen))


def _measure_view(venster: Browser, pad: Path, weergave: str) -> list[Uitslag]:
    page = venster.new_page(viewport={"width": 1440, "height": 900})
    page.add_init_script(_BRUIKBAAR)
    page.goto(f"{pad.resolve().as_uri()}#{weergave}")
    for _ in range(300):
        bruikbaar = cast("float | None", page.evaluate("() => globalThis.bruikbaar ?? null"))
        if bruikbaar is not None:
            break
        page.wait_for_timeout(100)
    else:
        raise RuntimeError(f"{weergave} opens in no thirty seconds")
    naam = weergave.capitalize()
    openen = bruikbaar / 1000
    uitslagen = [
        Uitslag(f"{naam}: openen", duration(openen), "", "", f"≤ {number(OPENEN)} s", openen <= OPENEN)
    ]
    page.wait_for_timeout(800)
    processor, klok = _filters(page)
    per_filter = [median(beurten) for beurten in zip(*processor, strict=True)]
    klik, op_klok = (max(max(beurt) for beurt in tijden) for tijden in (processor, klok))
    uitslagen.append(
        Uitslag(
            f"{naam}: filter",
            f"{_ms(median(per_filter))} ms, de traagste {_ms(max(per_filter))} ms",
            "",
            f"één klik hoogstens {_ms(klik)} ms, op de klok {_ms(op_klok)} ms",
            f"≤ {_ms(FILTER)} ms",
            max(per_filter) <= FILTER,
        )
    )
    if page.evaluate("() => !document.getElementById('doek').hidden"):
        beelden = _drag(page)
        gehaald = max(beelden) <= BEELD
        uitslagen.append(Uitslag(f"{naam}: slepen", _words(beelden), "", "", f"≤ {_ms(BEELD)} ms", gehaald))
    page.close()
    return uitslagen


def _filters(page: Page) -> tuple[list[list[float]], list[list[float]]]:
    """Seconds of each filter that the view has, round by round: of the page's processor, and by the clock."""
    sessie = page.context.new_cdp_session(page)
    sessie.send("Performance.enable", {"timeDomain": "threadTicks"})
    processor = _processor(sessie)
    besteed: list[list[float]] = [[] for _ in range(BEURTEN)]
    klok: list[list[float]] = [[] for _ in range(BEURTEN)]
    for beurt in range(BEURTEN):
        for filter_ in FILTERS:
            begin = processor()
            duur = cast("float | None", page.evaluate(_KLIK, filter_))
            if duur is None:
                continue
            besteed[beurt].append(processor() - begin)
            klok[beurt].append(duur)
            page.wait_for_timeout(150)
    return besteed, klok


def _processor(sessie: CDPSession) -> Callable[[], float]:
    """Seconds that the page's own thread has worked."""

    def spent() -> float:
        maten = sessie.send("Performance.getMetrics")["metrics"]
        return next(float(maat["value"]) for maat in maten if maat["name"] == "TaskDuration")

    return spent


def _drag(page: Page) -> list[float]:
    """Seconds between frames while the mouse moves a picture that is zoomed in on."""
    page.mouse.move(600, 450)
    page.mouse.wheel(0, -300)
    page.wait_for_timeout(700)
    page.mouse.down()
    page.evaluate(_BEELDEN)
    for stap in range(40):
        page.mouse.move(600 + 4 * stap, 450 + 2 * stap)
    beelden = cast("list[float]", page.evaluate("() => globalThis.beelden.slice(2)"))
    page.mouse.up()
    return beelden


def _ms(tijd: float) -> str:
    return number(round(1000 * tijd))


def _words(tijden: list[float]) -> str:
    """Median and largest."""
    return f"{_ms(median(tijden))} ms, hoogstens {_ms(max(tijden))} ms"


if __name__ == "__main__":
    from rich.console import Console

    from benchmarks.tabel import print_chapter

    print_chapter(Console(width=160), measure_file(Path(sys.argv[1])))
