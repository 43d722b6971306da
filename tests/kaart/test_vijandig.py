"""Every view, tooltip, export and file name over a world of hostile names: shown as text, and within their boxes."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page

from netwerkkaart.bestanden import csv_restore
from netwerkkaart.graph.vrijgave import Profiel
from netwerkkaart.kaart.richting import isolate
from netwerkkaart.kaart.rond import write_rond
from netwerkkaart.portaal.schrijven import write_portaal
from tests.browser import Vensters
from tests.kaart.conftest import Bezoek, csv_rijen
from tests.kaart.test_browser import Open
from tests.kaart.vijandig import BRON, NAMEN, hostile, write_hostile
from tests.kaart.werelden import go
from tests.voorbeelden import DIEP, aantal

# Address, and whose names stand there as text: whole in the panel or the list, or cut on a label.
ADRESSEN: dict[str, tuple[str, ...]] = {
    "overzicht": ("nis:71016", "nis:72004", "huis"),
    "geografisch": ("nis:71016", "nis:72004"),
    "geografisch&gemeente=71016": ("nis:71016", "clb", "huis", "ark"),
    "netwerk": (),
    "netwerk&kies=clb": ("clb", "ark", "linde", "huis", "forum"),
    "netwerk&hand=pad&greep=ark;huis": ("ark", "clb", "huis"),
    "matrix": ("nis:71016", "nis:72004"),
    "matrix&vak=2.2.leerling": ("a2", "huis"),
    "matrix&vak=2.2.ouder": ("a4", "naft"),
    "keten": (),
    "keten&gemeente=71016": ("ark", "berk", "zaad"),
    "keten&gemeente=72004": ("linde", "merel"),
    "keten&kies=ark": ("ark", "clb", "a1", "a2", "a3", "nis:71016"),
    "tandem": ("forum", "raad", "ark"),
    "bruggen": (),
    "bruggen&vak=a1": ("linde", "huis"),
    "tabel": ("ark", "berk", "linde", "merel", "zaad", "clb", "huis", "werf", "forum", "raad", "ln", "sts"),
    "tijd": (),
    "tijd&vak=band.gebeurd": ("clb", "linde", "werf"),
    "tijd&vak=band.weg": ("oud",),
}
_GEHAALD = "script,img,iframe,object,embed,link,[onload],[onerror]"
# Where text sticks out: what holds it, and its first letters. What an ellipsis cuts or what is there for the ear
# alone is well; of what slides on purpose, the bar of tabs and a table on a phone, only what is in sight counts.
_STEEKT_UIT = r"""() => {
  const uit = new Set(), wortel = document.documentElement, bereik = document.createRange();
  if (wortel.scrollWidth > wortel.clientWidth) uit.add(`pagina ${wortel.scrollWidth}`);
  const loop = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (loop.nextNode()) {
    const tekst = loop.currentNode, ouder = tekst.parentElement;
    if (!tekst.data.trim() || ouder.closest('script, noscript, .spring, #tabs') || !ouder.checkVisibility()) continue;
    bereik.selectNodeContents(tekst);
    for (const { left, right, width } of bereik.getClientRects()) {
      if (width < 1) continue;
      let fout = '', links = left, rechts = right;
      for (let doos = ouder; doos && doos !== wortel; doos = doos.parentElement) {
        const stijl = getComputedStyle(doos);
        if (stijl.clipPath !== 'none') { fout = ''; break; }
        if (stijl.display === 'inline' || stijl.display === 'contents') continue;
        const vak = doos.getBoundingClientRect();
        const knipt = stijl.overflowX !== 'visible';
        const mag = stijl.textOverflow === 'ellipsis' || (stijl.overflowX === 'auto' && doos.matches('.tabel, .rol'));
        if (!mag && (rechts > vak.right + 1 || links < vak.left - 1))
          fout ||= `${doos.tagName}#${doos.id}.${doos.className}: ${tekst.data.slice(0, 20)}`;
        if (knipt) [links, rechts] = [Math.max(links, vak.left), Math.min(rechts, vak.right)];
        if (rechts <= links) break;
      }
      if (fout) uit.add(fout);
    }
  }
  return [...uit];
}"""
# All that a reader or a screen reader is told, of which something turns what comes after it.
_DRAAIT = r"""() => {
  const teksten = [], loop = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (loop.nextNode()) if (!loop.currentNode.parentElement.closest('script')) teksten.push(loop.currentNode.data);
  for (const element of document.querySelectorAll('[title], [aria-label]'))
    teksten.push(element.getAttribute('title') || '', element.getAttribute('aria-label') || '');
  return teksten.filter((tekst) => /[\u202a-\u202e\u2066-\u2069]/.test(tekst.replace(/\u2068[^\u2066-\u2069]*\u2069/g, '')));
}"""
# A title of an organisation under the pointer, wherever one stands.
_WIJS_AAN = """() => { const doek = document.getElementById('doek'), vak = doek.getBoundingClientRect(), gezien = [];
  for (let y = vak.top; y < vak.bottom; y += 8) for (let x = vak.left; x < vak.right; x += 8) {
    doek.dispatchEvent(new PointerEvent('pointermove', { clientX: x, clientY: y, pointerType: 'mouse' }));
    const tip = doek.querySelector('.tip');
    if (tip.hidden || gezien.some(({ tekst }) => tekst === tip.textContent)) continue;
    const t = tip.getBoundingClientRect();
    const past = tip.scrollWidth <= tip.clientWidth && t.left >= vak.left && t.right <= vak.right && t.top >= vak.top;
    gezien.push({ tekst: tip.textContent, past });
  } return gezien; }"""


def _plain(tekst: str) -> str:
    """As a reader reads it: white space is one space, and no isolates."""
    return " ".join(re.sub("[\u2066-\u2069]", "", tekst).split())


def _words(page: Page) -> str:
    """All that stands on the page as text, with what is drawn."""
    return _plain(
        str(
            page.evaluate(
                "() => ['#titel', '#ondertitel', '#onder', '#rechts', '#noot', '#legende'].map((waar) =>"
                " document.querySelector(waar).textContent).join(' ') + document.getElementById('doek').dataset.etiketten"
            )
        )
    )


def _harmless(bezoek: Bezoek, gehaald: int) -> None:
    assert bezoek.page.evaluate("() => globalThis.boos") is None
    assert bezoek.page.locator(_GEHAALD).count() == gehaald
    assert bezoek.fouten == []
    assert bezoek.verzoeken[1:] == []


@pytest.fixture(scope="module")
def pagina(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_hostile(tmp_path_factory.mktemp("kaart") / "vijandig.html")


@pytest.mark.browser
@pytest.mark.parametrize("maat", [(1440, 900), (390, 844)], ids=["scherm", "telefoon"])
def test_names_are_text_within_their_boxes_on_every_view(
    pagina: Path, open_pagina: Open, maat: tuple[int, int]
) -> None:
    bezoek = open_pagina(pagina, "#overzicht", *maat)
    page = bezoek.page
    gehaald = page.locator(_GEHAALD).count()
    for adres, wie in ADRESSEN.items():
        go(bezoek, f"#{adres}")
        if page.locator("#doek").is_visible():
            bezoek.rust()
        woorden = _words(page)
        assert [id_ for id_ in wie if _plain(NAMEN[id_]) not in woorden] == [], adres
        assert page.evaluate(_STEEKT_UIT) == [], adres
        assert page.evaluate(_DRAAIT) == [], adres
        _harmless(bezoek, gehaald)
    go(bezoek, "#netwerk&kies=ark")
    assert _plain(BRON) in _words(page)
    # What the name of a municipality would turn: its own figures behind it.
    go(bezoek, "#keten")
    achter = page.locator(".scholenlijst summary", has_text="Bree").evaluate(
        """(kop) => { const bereik = document.createRange(), tekst = [...kop.childNodes].map(knoop => knoop.nodeType === 3
        ? knoop : knoop.lastChild).findLast(knoop => knoop && knoop.nodeType === 3 && / van /.test(knoop.data));
        const van = tekst.data.lastIndexOf(' van ');
        return [van - 1, van + 5].map(plek => { bereik.setStart(tekst, plek); bereik.setEnd(tekst, plek + 1);
        return bereik.getBoundingClientRect().left; }); }"""
    )
    assert achter[0] < achter[1], "0 van 2 reads from left to right"
    _harmless(bezoek, gehaald)


@pytest.mark.browser
def test_pointing_and_searching_tell_names_as_text(pagina: Path, open_pagina: Open) -> None:
    bezoek = open_pagina(pagina, "#netwerk")
    page = bezoek.page
    gehaald = page.locator(_GEHAALD).count()
    for adres in ("netwerk", "geografisch&gemeente=71016"):
        go(bezoek, f"#{adres}")
        bezoek.rust()
        tips = page.evaluate(_WIJS_AAN)
        alles = " ".join(_plain(tip["tekst"]) for tip in tips)
        assert _plain(NAMEN["ark"]) in alles, adres
        assert _plain(NAMEN["clb"]) in alles, adres
        assert [tip["tekst"] for tip in tips if not tip["past"]] == [], adres
    for vraag, id_ in (
        ("zorgnetwerk", "clb"),
        ("<script>", "ark"),
        ("globalthis", "werf"),
        ("merel", "merel"),
    ):
        page.locator("#zoekveld").fill(vraag)
        lijst = page.locator("#links .voorstellen")
        lijst.locator("li").first.wait_for()
        assert _plain(NAMEN[id_]) in _plain(lijst.inner_text()), vraag
        assert lijst.evaluate("e => e.scrollWidth <= e.clientWidth")
    _harmless(bezoek, gehaald)


def _take(page: Page, knop: str, map_: Path) -> Path:
    with page.expect_download() as wacht:
        page.locator("#acties").get_by_role("button", name=knop, exact=True).click()
    naam = wacht.value.suggested_filename
    # Windows takes it, a mail program too: no reserved sign, no sign that turns, and of a bounded length.
    assert re.fullmatch(r"netwerkkaart(-[a-z0-9]+)+\.(svg|csv|png)", naam), naam
    assert len(naam) < 100, naam
    wacht.value.save_as(map_ / naam)
    return map_ / naam


def _tags(svg: Element) -> set[str]:
    return {element.tag.rpartition("}")[2] for element in svg.iter()}


@pytest.mark.browser
def test_what_one_takes_along_has_names_as_text(pagina: Path, open_pagina: Open, tmp_path: Path) -> None:
    bezoek = open_pagina(pagina, "#overzicht")
    page = bezoek.page
    gehaald = page.locator(_GEHAALD).count()
    namen = {id_: re.sub("[\u2066-\u2069]", "", naam) for id_, naam in NAMEN.items()}
    gezien: set[str] = set()
    for adres in (
        "overzicht", "geografisch&gemeente=71016", "netwerk&kies=clb", "matrix", "keten&kies=ark", "tandem",
        "bruggen&vak=a1", "tabel", "tijd&vak=band.gebeurd",
    ):  # fmt: skip
        go(bezoek, f"#{adres}")
        inhoud = _take(page, "SVG", tmp_path).read_bytes()
        svg = fromstring(inhoud)
        assert _tags(svg) <= {"svg", "g", "defs", "path", "rect", "circle", "line", "text", "tspan", "title", "image",
                              "clipPath", "pattern", "linearGradient", "radialGradient", "stop", "use", "ellipse", "polygon",
                              "polyline", "desc", "metadata"}, adres  # fmt: skip
        assert "\ufffd" not in inhoud.decode("utf-8"), adres
        assert (
            max(len("".join(tekst.itertext())) for tekst in svg.iter() if tekst.tag.endswith("}text")) < 200
        )
        letters = re.sub(r"[\s\u2066-\u2069]", "", "".join(svg.itertext()))
        assert "globalThis.boos" in letters, adres
        if DIEP or adres.startswith(("netwerk", "keten", "tabel")):
            assert _take(page, "Afbeelding", tmp_path).read_bytes()[:4] == b"\x89PNG"
        rijen = csv_rijen(_take(page, "CSV", tmp_path))
        assert len(rijen) > 1, adres
        assert {len(rij) for rij in rijen} == {len(rijen[0])}, adres
        cellen = [cel for rij in rijen for cel in rij]
        assert not [cel for cel in cellen if cel[:1] in ("=", "+", "@", "\t", "\r")], adres
        tekst = "\n".join(map(csv_restore, cellen))
        gezien |= {id_ for id_, naam in namen.items() if naam in tekst}
    assert gezien >= set(NAMEN) - {"a1", "a2", "a3", "a4", "zaad"}
    _harmless(bezoek, gehaald)


@pytest.mark.browser
def test_the_portal_the_summed_map_and_the_surroundings_tell_them_as_text(
    vensters: Vensters, tmp_path: Path
) -> None:
    tijden = hostile()
    write_portaal(tijden.achteraf(-1), tmp_path, profiel=Profiel.INTERN)
    rond = write_rond(tijden.achteraf(-1), "clb", tmp_path / "rond.html", profiel=Profiel.INTERN)
    page = vensters.lend(390, 844)
    fouten: list[str] = []
    vensters.listen(page, "console", lambda bericht: fouten.append(bericht.text))
    bladen = [
        tmp_path / "index.html",
        tmp_path / "kaart.html",
        rond,
        *(pad for pad in (tmp_path / "limburg").glob("*.html") if pad.stem != "kaart"),
    ]
    alles = ""
    for pad in bladen:
        page.goto(pad.as_uri())
        assert page.locator("img, iframe, [onload], [onerror]").count() == 0
        assert page.evaluate("() => globalThis.boos") is None
        assert page.evaluate(_STEEKT_UIT) == [], pad.name
        assert page.evaluate(_DRAAIT) == [], pad.name
        alles += _plain(page.locator("main").text_content() or "")
        if pad.name == "index.html" and pad.parent == tmp_path:
            page.locator("#zoek").fill("reedrov")
            assert page.locator("#treffers a").first.inner_text() == isolate(NAMEN["linde"])
            assert "School · " in page.locator("#treffers li").first.inner_text()
    assert fouten == []
    assert [id_ for id_ in ("clb", "huis", "werf", "forum", "raad") if _plain(NAMEN[id_]) not in alles] == []
    vensters.take_back(page)


_TEKENS = st.text(
    st.sampled_from("aא1 \u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"), max_size=8
)


@settings(max_examples=aantal(50))
@given(_TEKENS)
def test_an_isolated_text_is_one_pair_around_what_it_was(tekst: str) -> None:
    rond = isolate(tekst)
    assert isolate(rond) == rond
    if rond == tekst:
        assert not set(tekst) - set("a1 ")
        return
    binnen = rond[1:-1]
    assert (rond[0], rond[-1]) == ("\u2068", "\u2069")
    assert not set(binnen) & set("\u2066\u2067\u2068\u2069")
    assert binnen == re.sub("[\u2066-\u2069]", "", tekst)
