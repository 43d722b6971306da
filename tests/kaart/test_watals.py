"""What if: the page says of drawn ties what the analysis says of a graph that has them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netwerkkaart.analyse.basis import STAPPEN
from netwerkkaart.analyse.bereik import compute_reach
from netwerkkaart.analyse.drempels import Drempels
from netwerkkaart.analyse.keten import keten
from netwerkkaart.analyse.ketenoordeel import Ketenoordeel
from netwerkkaart.analyse.scenario import Ingreep, Scenario, apply_scenario
from netwerkkaart.analyse.scenario_lezen import read_scenario
from netwerkkaart.analyse.winst import Winst
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.inlezen import read_tabel
from tests.kaart.conftest import Bezoek
from tests.kaart.test_browser import Open
from tests.kaart.wereld import small_world
from tests.kaart.werelden import Wereld, go, make_wereld
from tests.voorbeelden import aantal

pytestmark = pytest.mark.browser
Paren = list[tuple[str, str]]


@pytest.fixture(
    scope="module",
    params=[(None, 2), ("limburg", 2), ("limburg", 3)],
    ids=lambda p: f"{p[0] or 'alles'}-{p[1]}",
)
def wereld(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Wereld:
    regio, schakels = request.param
    return make_wereld(
        tmp_path_factory.mktemp("kaart"), (6, 24, 38, 58, 3), regio, Drempels(schakels=schakels)
    )


def _with(beeld: Beeld, paren: Paren) -> Beeld:
    banden = [("WERKT_SAMEN_MET", *sorted(paar), {"rid": f"nieuw|{nr}"}) for nr, paar in enumerate(paren)]
    return apply_scenario(beeld, Scenario((Ingreep("", relaties=tuple(banden)),)))  # type: ignore[arg-type]


def _closed(beeld: Beeld, drempels: Drempels) -> set[tuple[str, str]]:
    rijen = keten(beeld, drempels).rijen
    return {(rij.id, rij.thema) for rij in rijen if rij.oordeel is Ketenoordeel.GESLOTEN}


def _reached(beeld: Beeld, drempels: Drempels) -> set[tuple[str, tuple[str, str]]]:
    bereik = compute_reach(beeld, drempels)
    waar = zip(*np.nonzero(bereik.bereikt), strict=True)
    return {(beeld.ids[int(bereik.start[s])], STAPPEN[stap]) for s, stap in waar}


def _candidates(wereld: Wereld) -> Paren:
    """Ties that make some school reach something, both ends on the map."""
    bereik = compute_reach(wereld.beeld, wereld.drempels)
    paren = Winst(bereik, np.ones(len(bereik.start), dtype=np.bool_)).candidates()
    hier = set(wereld.ids)
    namen = [(wereld.beeld.ids[a], wereld.beeld.ids[b]) for a, b in paren.tolist()]
    return [paar for paar in namen if set(paar) <= hier]


def _rows(bezoek: Bezoek) -> tuple[set[tuple[str, str]], set[tuple[str, tuple[str, str]]], list[int]]:
    """Closing chains, steps that become reached, and chains before, after, in all: as the page tells them."""
    ketens, stappen, tellen = bezoek.page.evaluate(
        """() => {
          const { id } = JSON.parse(document.getElementById('gegevens').textContent).organisaties;
          const ketens = [...document.querySelectorAll('[data-keten]')].map(e => e.dataset.keten.split(' ')).map(([s, t]) => [id[s], t]);
          const stappen = [...document.querySelectorAll('[data-stappen]')].flatMap(e => e.dataset.stappen.split(' ').filter(Boolean).map(p => p.split('.'))).map(([s, p]) => [id[s], Number(p)]);
          return [ketens, stappen, document.getElementById('ondertitel').textContent.match(/\\d+/g).map(Number)];
        }"""
    )
    return {(s, t) for s, t in ketens}, {(s, STAPPEN[p]) for s, p in stappen}, tellen


def test_drawn_ties_say_what_the_analysis_says(wereld: Wereld, open_pagina: Open) -> None:
    bezoek = open_pagina(wereld.pad, "#tabel")
    beeld, drempels = wereld.beeld, wereld.drempels
    hier = set(wereld.ids)
    voor, gehaald = _closed(beeld, drempels), _reached(beeld, drempels)
    samen = beeld.van_type("WERKT_SAMEN_MET")
    bestaat = {
        frozenset((beeld.ids[a], beeld.ids[b]))
        for a, b in zip(samen.van.tolist(), samen.naar.tolist(), strict=True)
    }
    willekeurig = st.tuples(st.sampled_from(wereld.ids), st.sampled_from(wereld.ids))
    paar = st.one_of(st.sampled_from(_candidates(wereld)), willekeurig)
    gezien: Counter[str] = Counter()

    @settings(max_examples=aantal(25))
    @given(st.lists(paar, min_size=1, max_size=4, unique_by=lambda p: frozenset(p)))
    def check(paren: Paren) -> None:
        nieuw = [p for p in paren if p[0] != p[1] and frozenset(p) not in bestaat]
        go(bezoek, f"#tabel&hand=watals&greep={','.join(';'.join(p) for p in paren)}")
        if not nieuw:
            assert bezoek.page.locator("#titel").inner_text() == "Wat als er een band bij komt?"
            return
        straks = _with(beeld, nieuw)
        na, dan = _closed(straks, drempels), _reached(straks, drempels)
        ketens, stappen, tellen = _rows(bezoek)
        assert ketens == {k for k in na - voor if k[0] in hier}
        assert stappen == {s for s in dan - gehaald if s[0] in hier}
        alle = {(rij.id, rij.thema) for rij in keten(beeld, drempels).rijen if rij.id in hier}
        assert tellen[:3] == [len(voor & alle), len(na & alle), len(alle)]
        gezien.update(ketens=len(ketens), stappen=len(stappen))

    check()
    assert gezien["ketens"] > 0
    assert bezoek.fouten == []


def test_a_tie_by_keyboard_closes_a_step_and_undo_takes_it_back(
    kleine_pagina: Path, open_pagina: Open
) -> None:
    bezoek = open_pagina(kleine_pagina, "#netwerk&kies=merel")
    page = bezoek.page
    page.get_by_role("button", name="Wat als? Teken een band").focus()
    page.keyboard.press("Enter")
    assert page.locator("#titel").inner_text() == "Wat als School Merel samenwerkt met …?"
    page.locator("#kiezer-watals").focus()
    page.keyboard.type("huis")
    page.keyboard.press("Enter")
    assert page.locator("#titel").inner_text() == "Geen enkele keten sluit door deze band"
    paneel = page.locator("#rechts")
    assert ": Time-out via Huis Waterval" in paneel.inner_text()
    assert "1 stap wordt bereikt." in page.locator("#meld").inner_text()
    # A forum gets no tie, and neither is it offered.
    page.locator("#kiezer-watals").fill("Tafel Genk")
    assert paneel.locator("li.leeg").count() == 1
    # A second tie; taken away by its own button, and brought back by undo.
    page.locator("#kiezer-watals").fill("merel")
    page.keyboard.press("Enter")
    page.locator("#kiezer-watals").fill("leerwerf")
    page.keyboard.press("Enter")
    bezoek.wacht("() => document.querySelectorAll('.watalsband').length === 2")
    adres = page.evaluate("() => location.hash")
    page.get_by_role("button", name="Haal weg: School Merel met Huis Waterval").click()
    assert page.locator(".watalsband").count() == 1
    page.keyboard.press("Control+z")
    bezoek.wacht("() => document.querySelectorAll('.watalsband').length === 2")
    later = open_pagina(kleine_pagina, adres)
    assert later.page.locator("#rechts").inner_text() == paneel.inner_text()
    assert bezoek.fouten == []


def test_what_was_drawn_is_a_scenario_that_the_analysis_reads(
    kleine_pagina: Path, open_pagina: Open, tmp_path: Path
) -> None:
    beeld = small_world()
    bezoek = open_pagina(kleine_pagina, "#netwerk&hand=watals&greep=merel;huis,merel;clb,huis;linde,clb;huis")
    page = bezoek.page
    assert "Zij werken al samen: dit telt niet mee." in page.locator("#rechts").inner_text()
    with page.expect_download() as wacht:
        page.get_by_role("button", name="Bewaar als scenario").click()
    assert wacht.value.suggested_filename == "netwerkkaart-limburg-scenario-2026-11-24.csv"
    wacht.value.save_as(tmp_path / "scenario.csv")
    scenario = read_scenario(read_tabel(tmp_path / "scenario.csv"), beeld)
    assert [ingreep.zin for ingreep in scenario.ingrepen] == [
        "nieuwe band WERKT_SAMEN_MET, Huis Waterval – School Merel",
        "nieuwe band WERKT_SAMEN_MET, CLB Noord – School Merel",
        "nieuwe band WERKT_SAMEN_MET, Huis Waterval – School Linde",
    ]
    straks = _reached(apply_scenario(beeld, scenario), Drempels()) - _reached(beeld, Drempels())
    assert _rows(bezoek)[1] == straks


def test_a_proposal_can_be_tried(kleine_pagina: Path, open_pagina: Open) -> None:
    page = open_pagina(kleine_pagina, "#netwerk&kies=merel").page
    knop = page.get_by_role("button", name="Probeer deze band", exact=True).first
    knop.click()
    assert page.locator(".watalsband").count() == 1
    assert "keten" in page.locator("#titel").inner_text()
