"""The view of bridges: what it carries is what the analyses say, and the page draws and tells it."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from netwerkkaart.analyse.bandgraaf import Bandgraaf
from netwerkkaart.analyse.bruggen import bruggen
from netwerkkaart.analyse.bruggen_groepen import fragile
from netwerkkaart.analyse.gemeenschappen import gemeenschappen
from netwerkkaart.analyse.gemeenschappen_indeling import find_communities
from netwerkkaart.analyse.nieuwe_bruggen import nieuwe_bruggen
from netwerkkaart.graph.beeld import Beeld, KnoopRij, RelatieRij
from netwerkkaart.graph.toen import Tijden
from netwerkkaart.graph.vrijgave import Profiel, beperk
from netwerkkaart.kaart.blokken.afgebroken import broken_bridges
from netwerkkaart.kaart.blokken.bruggen import ENIG, ORGANISATIE, STEVIG, bridge_block
from netwerkkaart.kaart.blokken.eilanden import KLEINST, Eilanden
from netwerkkaart.kaart.blokken.elders import Elders
from netwerkkaart.kaart.blokken.schakels import Schakels
from netwerkkaart.kaart.keuze import Keuze
from netwerkkaart.kaart.meta import Opties
from netwerkkaart.kaart.pagina import write_kaart
from netwerkkaart.kaart.uit_analyse import make_invoer
from netwerkkaart.kaart.woorden import Woordenlijst
from tests.analyse.grafen import Rijen, view, worlds
from tests.kaart.conftest import csv_rijen
from tests.kaart.test_browser import Open, _botsingen
from tests.kaart.verleden import past
from tests.kaart.wereld import DATUM, rows, small_world
from tests.voorbeelden import aantal

EVIL = '</text><script>x()</script>\u202e {{7*7}} "é" 🦊'


def _block(beeld: Beeld, regio: str | None = None) -> tuple[dict[str, Any], Keuze]:
    keuze = Keuze(beeld, regio)
    elders = Elders(keuze)
    invoer = make_invoer(beeld, regio=regio)
    woorden = Woordenlijst(), Woordenlijst()
    return bridge_block(keuze, invoer, woorden, elders, Schakels(keuze, elders)), keuze


def _islands(blok: dict[str, Any]) -> list[int]:
    lopend = blok["eilanden"]["van"]
    return [eiland for i in range(0, len(lopend), 2) for eiland in [lopend[i]] * lopend[i + 1]]


@settings(max_examples=aantal(25))
@given(worlds())
def test_bridges_between_islands_are_counted_and_hang_as_by_hand(rijen: Rijen) -> None:
    beeld = view(rijen)
    blok, keuze = _block(beeld)
    van = _islands(blok)
    assert len(van) == len(keuze.knopen)
    eiland = {knoop: van[plek] for plek, knoop in enumerate(keuze.knopen)}
    tussen: dict[tuple[int, int], set[tuple[int, int]]] = defaultdict(set)
    banden = beeld.banden
    for een, ander in zip(banden.van.tolist(), banden.naar.tolist(), strict=True):
        if beeld.sector[een] < 0 or beeld.sector[ander] < 0 or beeld.sector[een] == beeld.sector[ander]:
            continue
        p, q = eiland.get(een, -2), eiland.get(ander, -2)
        if p >= 0 and q >= 0 and p != q:
            tussen[min(p, q), max(p, q)].add((min(een, ander), max(een, ander)))
    rij = blok["tussen"]
    gevonden = {(a, b): n for a, b, n in zip(rij["a"], rij["b"], rij["aantal"], strict=True)}
    assert gevonden == {paar: len(randen) for paar, randen in tussen.items()}
    for a, b, hangt, aan in zip(rij["a"], rij["b"], rij["hangt"], rij["aan"], strict=True):
        randen = tussen[a, b]
        samen = set.intersection(*(set(rand) for rand in randen))
        if len(randen) == 1:
            assert hangt == ENIG
        elif hangt == ORGANISATIE:
            assert keuze.knopen[aan] in samen
        elif hangt == STEVIG:
            assert not samen


@settings(max_examples=aantal(25))
@given(worlds())
def test_islands_are_the_communities_of_the_analysis(rijen: Rijen) -> None:
    beeld = view(rijen)
    keuze = Keuze(beeld)
    eilanden = Eilanden(keuze, find_communities(Bandgraaf.of(beeld)))
    groot = [rij.organisaties for rij in gemeenschappen(beeld).rijen if rij.organisaties >= KLEINST]
    assert [eilanden.van.count(nr) for nr in range(len(eilanden))] == groot
    assert len(set(eilanden.namen)) == len(eilanden)


@settings(max_examples=aantal(25))
@given(worlds())
def test_worst_bridges_and_proposals_are_those_of_the_analyses(rijen: Rijen) -> None:
    beeld = view(rijen)
    blok, keuze = _block(beeld)
    uitkomst = bruggen(beeld)
    naam = [beeld.ids[knoop] for knoop in keuze.knopen]
    ergste = [rij for rij in uitkomst.rijen if rij.breekbaar]
    assert blok["cijfers"]["breekbaar"] == len(ergste) == uitkomst.cijfers["breekbaar"]
    assert {naam[org] for org in blok["cijfers"]["scholen"]} == {s for rij in ergste for s in rij.scholen}
    breekbaar = blok["breekbaar"]
    for plek, rij in enumerate(ergste[:50]):
        assert {naam[org] for org in breekbaar["scholen"][plek]} == set(rij.scholen)
        assert len(breekbaar["banden"][plek]) == len(rij.bewijs)
    voorstellen = nieuwe_bruggen(beeld, 12).rijen
    assert blok["voorstellen"]["winst"] == [rij.winst for rij in voorstellen]
    assert blok["voorstellen"]["forum"] == [rij.forum for rij in voorstellen]


def test_without_other_groups_fragile_is_what_it_was() -> None:
    graaf = Bandgraaf.of(small_world())
    hangt = fragile(graaf)
    # Huis (welzijn, Genk) and Werf (werk, Bree) each have one band to another sector.
    assert hangt.enig.sum() == hangt.breekbaar.sum()
    een_eiland = fragile(graaf, graaf.sector * 0)
    assert not een_eiland.breekbaar.any()
    assert (een_eiland.organisatie == -1).all()


def _broken(extra: list[RelatieRij], knopen: list[KnoopRij] | None = None) -> list[tuple[str, str]]:
    eigen, banden = rows()
    alles = beperk(Beeld.from_rows(knopen or eigen, [*banden, *extra]), Profiel.PARTNERS)
    beeld = alles.op(DATUM)
    gevonden = broken_bridges(Bandgraaf.of(beeld), alles, DATUM, "limburg")
    return [(beeld.ids[rij.van], beeld.ids[rij.naar]) for rij in gevonden]


def _rel(type_: str, van: str, naar: str, **meer: object) -> RelatieRij:
    return (type_, van, naar, {"rid": f"{type_}|{van}|{naar}", **meer})


def test_a_bridge_is_broken_when_nothing_joins_its_groups_any_more() -> None:
    einde = date(2026, 3, 15)
    weg = _rel("VERWIJST_NAAR", "linde", "huis", tot=einde)
    assert _broken([weg]) == [("linde", "huis")]
    # Another school of Bree works with youth care in Genk.
    assert _broken([weg, _rel("WERKT_SAMEN_MET", "huis", "merel")]) == []
    assert _broken([_rel("VERWIJST_NAAR", "linde", "huis", tot=date(2027, 1, 1))]) == []
    assert _broken([_rel("WERKT_SAMEN_MET", "linde", "merel", tot=einde)]) == []
    assert _broken([_rel("VERWIJST_NAAR", "linde", "huis", tot=einde, vrijgave="intern")]) == []
    # Of two that ended the last one counts, and the latest comes first.
    later = [weg, _rel("WERKT_SAMEN_MET", "huis", "linde", tot=date(2026, 5, 1)), _rel("WERKT_SAMEN_MET", "naft", "berk", tot=date(2026, 4, 1))]  # fmt: skip
    assert _broken(later) == [("huis", "linde"), ("naft", "berk")]


def test_an_organisation_that_stopped_leaves_no_broken_bridge() -> None:
    knopen, _ = rows()
    gestopt = [(s, i, {**p, "tot": date(2026, 2, 1)} if i == "huis" else p) for s, i, p in knopen]
    assert _broken([_rel("VERWIJST_NAAR", "linde", "huis", tot=date(2026, 2, 1))], gestopt) == []


@pytest.mark.browser
@pytest.mark.parametrize("maat", [(1440, 900), (390, 844)], ids=["scherm", "telefoon"])
def test_bridges_open_clean(verleden_pagina: Path, open_pagina: Open, maat: tuple[int, int]) -> None:
    bezoek = open_pagina(verleden_pagina, "#bruggen", *maat)
    assert len(bezoek.verzoeken) == 1
    assert bezoek.fouten == []
    assert bezoek.page.evaluate("() => document.documentElement.scrollWidth") <= maat[0]
    assert _botsingen(bezoek) == []
    assert "eiland" in bezoek.page.locator("#titel").inner_text()


@pytest.mark.browser
def test_the_keys_walk_from_bridge_to_bridge(verleden_pagina: Path, open_pagina: Open) -> None:
    page = open_pagina(verleden_pagina, "#bruggen").page
    page.locator("#doek").focus()
    page.keyboard.press("ArrowRight")
    eerste = page.locator("#meld").inner_text()
    assert "Voorstel" in eerste
    page.keyboard.press("ArrowRight")
    tweede = page.locator("#meld").inner_text()
    assert tweede not in ("", eerste)
    page.keyboard.press("Enter")
    kop = page.locator("#rechts .paneelinhoud h2").inner_text()
    assert tweede.startswith(kop.replace("↔", "en"))  # a screen reader has no word for that sign
    adres = "#" + page.evaluate("location.href").split("#")[1]
    assert "vak=" in adres
    later = open_pagina(verleden_pagina, adres).page
    assert later.locator("#rechts .paneelinhoud h2").inner_text() == kop
    page.keyboard.press("Escape")
    assert "vak=" not in page.evaluate("location.href")


@pytest.mark.browser
def test_a_broken_bridge_tells_when_who_and_the_source(verleden_pagina: Path, open_pagina: Open) -> None:
    page = open_pagina(verleden_pagina, "#bruggen").page
    page.locator(".brugrij.afgebroken").first.press("Enter")
    paneel = page.locator("#rechts").inner_text()
    assert "School Linde" in paneel
    assert "Huis Waterval" in paneel
    assert "gestopt op 15-03-2026" in paneel
    assert "Bron: proef" in paneel
    assert "Waar aankaarten?" in paneel


@pytest.mark.browser
def test_the_legend_filters_the_picture_and_the_list(verleden_pagina: Path, open_pagina: Open) -> None:
    page = open_pagina(verleden_pagina, "#bruggen").page
    page.locator('[data-sleutel="laag-voorstel"]').press("Enter")
    assert "lagen=voorstel" in page.evaluate("location.href")
    with page.expect_download() as wacht:
        page.get_by_role("button", name="CSV").click()
    rijen = csv_rijen(wacht.value.path())
    assert {rij[0] for rij in rijen[1:]} == {"Voorstel"}
    assert len(rijen) - 1 == len(nieuwe_bruggen(past().achteraf(-1), 12, regio="limburg").rijen)
    page.locator('[data-sleutel="laag-voorstel"]').press("Enter")
    assert "lagen=" not in page.evaluate("location.href")


@pytest.mark.browser
def test_a_map_without_a_past_or_analyses_says_so(
    limburg_pagina: Path, open_pagina: Open, tmp_path: Path
) -> None:
    zonder = open_pagina(limburg_pagina, "#bruggen")
    assert "bevat geen bruggen" in zonder.page.locator("#ondertitel").inner_text()
    pad = write_kaart(small_world(), tmp_path / "k.html", opties=Opties("limburg"))
    page = open_pagina(pad, "#bruggen").page
    assert "kent het verleden niet" in page.locator(".bruglegende").inner_text()


@pytest.mark.browser
def test_a_hostile_name_stays_text(open_pagina: Open, tmp_path: Path) -> None:
    knopen, banden = rows()
    kwaad = [(s, i, {**p, "naam": EVIL} if i == "huis" else p) for s, i, p in knopen]
    weg = _rel("VERWIJST_NAAR", "linde", "huis", tot=date(2026, 3, 15))
    alles = Beeld.from_rows(kwaad, [*banden, weg])
    tijden = Tijden((date(2025, 11, 24), DATUM), (alles, alles), alles)
    pad = write_kaart(alles.op(DATUM), tmp_path / "k.html", opties=Opties("limburg"), tijden=tijden)
    bezoek = open_pagina(pad, "#bruggen&vak=a1")
    assert EVIL in bezoek.page.locator("#rechts").inner_text()
    assert bezoek.fouten == []
    assert _botsingen(bezoek) == []
