"""A network too large to show each organisation: sums that can be filtered, in a small file."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.graph.vrijgave import Profiel
from netwerkkaart.kaart import pagina
from netwerkkaart.kaart.blokken.letters import LETTERS
from netwerkkaart.kaart.getalstroom import pack_numbers
from netwerkkaart.kaart.meta import Opties
from netwerkkaart.kaart.ondergrond import standard_ground
from netwerkkaart.kaart.sommen import BANDEN, SOORTEN, Cellen, pair_table
from netwerkkaart.kaart.verdicht import GRENS, is_large, make_sums, make_verdicht
from tests.browser import pages, violations
from tests.kaart.conftest import Bezoek, csv_rijen
from tests.kaart.grootnet import PLAATSEN, Grootnet, count, make_net
from tests.kaart.proefdata import Proef, make_proef
from tests.kaart.test_browser import Open
from tests.kaart.test_meenemen import _save
from tests.voorbeelden import aantal

WAT = len(SOORTEN) ** 2 * len(BANDEN)
KLEUR = [soort.kleur for soort in SOORTEN]


@pytest.fixture(scope="module")
def vlaanderen() -> Proef:
    return make_proef(None, 900, 3_000, 5)


@pytest.fixture(scope="module")
def net() -> Grootnet:
    return make_net(7)


@pytest.fixture(scope="module")
def netpagina(net: Grootnet, tmp_path_factory: pytest.TempPathFactory) -> Path:
    pad = tmp_path_factory.mktemp("verdicht") / "k.html"
    pad.write_text(make_verdicht(net.beeld, standard_ground(), Opties()), "utf-8")
    return pad


def _numbers(tekst: str) -> list[int]:
    """Read what is packed, as its definition says."""
    half, uit, getal, keer = len(LETTERS) // 2, [], 0, 1
    for letter in tekst:
        cijfer = LETTERS.index(letter)
        getal += keer * (cijfer % half)
        keer *= half
        if cijfer < half:
            uit.append(getal)
            getal, keer = 0, 1
    return uit


@given(st.lists(st.integers(0, 10**9)))
def test_packed_numbers_are_read_back(getallen: list[int]) -> None:
    assert _numbers(pack_numbers(getallen)) == getallen


def _counts(getallen: list[int]) -> tuple[int, int, int]:
    """How many ties, and how many fit each theme; taken off the front."""
    n, hoe = divmod(getallen.pop(0), 4)
    if hoe == 3:
        return n, getallen.pop(0), getallen.pop(0)
    return n, 0 if hoe == 2 else n, 0 if hoe == 1 else n


def _text(sommen: dict[str, object], naam: str) -> list[int]:
    tellingen = sommen["tellingen"]
    assert isinstance(tellingen, dict)
    return _numbers(tellingen[naam])


@given(st.integers(0, 10**6))
@settings(max_examples=aantal(25))
def test_sums_are_those_of_one_by_one(zaad: int) -> None:
    net = make_net(zaad, 40, 150)
    sommen = make_sums(net.beeld, standard_ground(), Opties())
    grond = sommen["gemeenten"]
    assert isinstance(grond, dict)
    nis = grond["nis"]
    code = [soort.code for soort in SOORTEN]
    gevonden: Counter[tuple[object, ...]] = Counter()
    cel, getallen = 0, _text(sommen, "organisaties")
    while getallen:
        cel += getallen.pop(0)
        plek, maskers = divmod(cel, 64)
        waar, soort = divmod(plek, len(SOORTEN))
        gevonden[nis[waar], code[soort], *divmod(maskers, 16)] = getallen.pop(0)
    bits = {org.id: (sum(int(t) for t in org.themas), sum(1 << s for s in org.stappen)) for org in net.orgs}
    assert gevonden == Counter((o.nis, o.soort, *bits[o.id]) for o in net.orgs if o.nis)
    assert sommen["zonder"] == sum(1 for org in net.orgs if not org.nis)

    seen = {thema: count(net, thema=thema) for thema in ("", "1", "2")}
    cel, getallen = 0, _text(sommen, "gemeenten")
    eigen = {thema: [Counter[str](), Counter[str]()] for thema in seen}
    while getallen:
        cel += getallen.pop(0)
        waar, hoe = divmod(cel // WAT, 3)
        for thema, n in zip(seen, _counts(getallen), strict=True):
            eigen[thema][hoe > 0][PLAATSEN[nis[waar]][0]] += n
    for thema, telling in seen.items():
        assert [+per for per in eigen[thema]] == [telling.binnen, telling.buiten]
    cel, getallen = 0, _text(sommen, "regios")
    som = [0, 0, 0]
    while getallen:
        cel += getallen.pop(0)
        som = [a + b for a, b in zip(som, _counts(getallen), strict=True)]
    assert som == [telling.banden for telling in seen.values()]


@given(st.integers(0, 10**6), st.integers(0, 60))
@settings(max_examples=aantal(25))
def test_pairs_keep_their_totals_however_few_are_split(zaad: int, hoogstens: int) -> None:
    r = np.random.default_rng(zaad)
    n = int(r.integers(0, 80))
    a, b = r.integers(0, 4, n), r.integers(0, 4, n)
    cellen = Cellen(
        np.minimum(a, b), np.maximum(a, b), r.integers(0, WAT, n), r.integers(0, 4, n), r.integers(1, 60, n)
    )
    tekst, fijn = pair_table(cellen, 4, hoogstens)
    verwacht: Counter[int] = Counter()
    over: Counter[int] = Counter()
    kolommen = (cellen.a, cellen.b, cellen.wat, cellen.past, cellen.aantal)
    for p, q, wat, _, m in zip(*(kolom.tolist() for kolom in kolommen), strict=True):
        een, ander = divmod(wat // len(BANDEN), len(SOORTEN))
        if p != q:
            verwacht[4 * p + q] += m
            over[4 * p + q] += m * (KLEUR[een] != KLEUR[ander])
    paar, gesplitst, getallen = 0, 0, _numbers(tekst)
    gevonden: Counter[int] = Counter()
    while getallen:
        paar += getallen.pop(0)
        lengte = getallen.pop(0)
        gesplitst += lengte
        if not lengte:
            gevonden[paar], buiten = getallen.pop(0), getallen.pop(0)
            assert buiten == over[paar]
            assert gevonden[paar] < fijn
            continue
        for _ in range(lengte):
            getallen.pop(0)
            gevonden[paar] += _counts(getallen)[0]
        assert gevonden[paar] >= fijn
    assert gevonden == verwacht
    assert gesplitst <= hoogstens


def test_no_name_of_an_organisation_is_in_the_page(vlaanderen: Proef) -> None:
    beeld = vlaanderen.beeld
    tekst = make_verdicht(beeld, standard_ground(), Opties())
    plaatsen = {beeld.naam(g) for g in beeld.van_soort("Gemeente").tolist()}
    namen = {beeld.naam(k) for k in range(beeld.aantal_organisaties)} - plaatsen
    assert not [n for n in namen if f'"{n}"' in tekst]
    assert tekst == make_verdicht(beeld, standard_ground(), Opties()), "dezelfde gegevens, dezelfde bytes"


def test_a_region_counts_its_own_alone(vlaanderen: Proef) -> None:
    beeld = vlaanderen.beeld
    limburg = make_sums(beeld, standard_ground(), Opties("limburg"))
    alles = make_sums(beeld, standard_ground(), Opties())
    assert isinstance(limburg["meta"], dict)
    assert limburg["meta"]["titel"] == "Limburg"
    assert 0 < int(str(limburg["organisaties"])) < int(str(alles["organisaties"]))
    assert isinstance(alles["regios"], list)
    telt = {regio["code"]: regio["organisaties"] for regio in alles["regios"]}
    assert telt["limburg"] == limburg["organisaties"]
    assert sum(telt.values()) == alles["organisaties"]
    assert is_large(beeld, None, 899)
    assert not is_large(beeld, "limburg", 899)


def test_only_a_large_network_is_summed(
    vlaanderen: Proef, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert GRENS == 15_000
    beeld = replace(vlaanderen.beeld, datum=date(2026, 11, 24))
    monkeypatch.setattr(pagina, "is_large", lambda beeld, regio: is_large(beeld, regio, 500))
    pad = pagina.write_kaart(beeld, tmp_path / "k.html")
    assert "Samengevat per gemeente" in pad.read_text("utf-8")
    pad = pagina.write_kaart(beeld, tmp_path / "k.html", opties=Opties("limburg"))
    assert "Samengevat per gemeente" not in pad.read_text("utf-8")


def _goto(bezoek: Bezoek, adres: str) -> None:
    bezoek.page.evaluate("a => { location.hash = a }", adres)
    bezoek.page.wait_for_timeout(60)


def _clean(bezoek: Bezoek) -> None:
    assert len(bezoek.verzoeken) == 1 + sum(url.startswith(("blob:", "data:")) for url in bezoek.verzoeken)
    assert bezoek.fouten == []


FILTERS: tuple[dict[str, object], ...] = (
    {},
    {"soorten": ["naft", "secundair"]},
    {"thema": "1", "groepen": ["samenwerking", "doorverwijzing"]},
    {"thema": "2", "soorten": ["jeugdhulp"], "regio": "limburg"},
    {"regio": "antwerpen"},
    {"stappen": [0, 2], "thema": "1"},
)


def _address(keuze: dict[str, object]) -> str:
    namen = {"soorten": "soort", "groepen": "band", "stappen": "stap", "thema": "thema", "regio": "regio"}
    delen = []
    for sleutel, waarde in keuze.items():
        lijst = waarde if isinstance(waarde, list) else [waarde]
        woorden = [str(w + 1) if isinstance(w, int) else str(w) for w in lijst]
        delen.append(f"{namen[sleutel]}={','.join(woorden)}")
    return "&".join(["", *delen])


@pytest.mark.browser
def test_each_filter_gives_what_one_by_one_gives(
    net: Grootnet, netpagina: Path, open_pagina: Open, tmp_path: Path
) -> None:
    bezoek = open_pagina(netpagina, "#tabel")
    page = bezoek.page
    for keuze in FILTERS:
        gezien = count(net, **keuze)  # type: ignore[arg-type]
        met_banden = "stappen" not in keuze
        _goto(bezoek, f"#tabel&lijst=gemeenten.1{_address(keuze)}")
        titel = page.locator("#titel").inner_text()
        assert titel.startswith(str(gezien.organisaties))
        assert (f"{gezien.banden} band" in titel) == met_banden
        kop, *rijen = csv_rijen(_save(page, "CSV", tmp_path))
        plek = {naam: kop.index(naam) for naam in ("Organisaties", "Banden binnen", "Banden naar buiten")}
        for naam, telling in zip(plek, (gezien.orgs, gezien.binnen, gezien.buiten), strict=True):
            if naam == "Organisaties" or met_banden:
                getoond = {rij[0]: int(rij[plek[naam]]) for rij in rijen if rij[plek[naam]] != "0"}
                assert getoond == {n: tal for n, tal in telling.items() if n}, (keuze, naam)
        _goto(bezoek, f"#tabel&lijst=paren.1{_address(keuze)}")
        _, *rijen = csv_rijen(_save(page, "CSV", tmp_path))
        paren = {tuple(sorted(rij[:2])): (int(rij[2]), int(rij[3])) for rij in rijen}
        assert paren == ({p: (n, gezien.over[p]) for p, n in gezien.paren.items()} if met_banden else {})
        # The counts beside the rows are those of each row alone, under the other filters.
        vrij = {k: w for k, w in keuze.items() if k != "soorten"}
        for soort in ("naft", "basis"):
            rij = page.locator(f'[data-sleutel="soort-{soort}"] > b').inner_text()
            verwacht = count(net, **{**vrij, "soorten": [soort]})  # type: ignore[arg-type]
            assert int(rij) == verwacht.organisaties
    _clean(bezoek)


@pytest.mark.browser
@pytest.mark.parametrize("maat", [(1440, 900), (390, 844)], ids=["scherm", "telefoon"])
def test_the_summed_page_is_used_by_keyboard_and_leads_to_a_region(
    vlaanderen: Proef, open_pagina: Open, tmp_path: Path, maat: tuple[int, int]
) -> None:
    pad = tmp_path / "k.html"
    pad.write_text(make_verdicht(vlaanderen.beeld, standard_ground(), Opties()), "utf-8")
    bezoek = open_pagina(pad, "", *maat)
    page = bezoek.page
    rechts = page.locator("#rechts")
    assert "per gemeente" in page.locator("#titel").inner_text()
    assert "Wat hier niet in staat" in rechts.inner_text()
    assert violations(page) == []
    page.locator("#doek").focus()
    page.keyboard.press("ArrowDown")
    naam = page.locator("#meld").inner_text().split(",")[0]
    page.keyboard.press("Enter")
    assert rechts.locator("h2").first.inner_text() == naam
    assert "gekozen" in page.locator("#meld").inner_text()
    assert "gemeente=" in bezoek.adres
    assert violations(page) == []
    page.keyboard.press("Escape")
    assert "gemeente=" not in bezoek.adres
    # From the sums to the map with everyone: choose the region, copy what makes its map.
    rechts.get_by_role("button", name="Limburg").click()
    assert "netwerkkaart kaart --regio limburg --uit limburg.html --open" in rechts.inner_text()
    assert "regio=limburg" in bezoek.adres
    assert " van 1.107 organisaties" in page.locator("#meld").inner_text()
    bezoek.rust()
    titel, adres = page.locator("#titel").inner_text(), bezoek.adres
    assert "zoom=" in adres, "de regio komt dichterbij"
    # The address restores it all, and so does the way back.
    page.go_back()
    assert "regio=" not in bezoek.adres
    _goto(bezoek, adres)
    bezoek.rust()
    assert (page.locator("#titel").inner_text(), bezoek.adres) == (titel, adres)
    if maat[0] < 1000:
        page.get_by_role("button", name="Zoek en filter").click()
    else:
        page.keyboard.press("/")
    assert page.evaluate("() => document.activeElement.id") == "zoekveld"
    page.keyboard.type("haselt")
    page.keyboard.press("Enter")
    assert rechts.locator("h2").first.inner_text() == "Hasselt"
    assert page.evaluate("() => document.documentElement.scrollWidth") <= maat[0]
    page.get_by_role("tab", name="Tabel").click()
    assert page.locator(".tabel tbody tr").count() > 20
    assert violations(page) == []
    assert page.evaluate("() => document.documentElement.scrollWidth") <= maat[0]
    _clean(bezoek)


@pytest.mark.browser
def test_the_summed_picture_is_taken_along_and_printed(
    netpagina: Path, open_pagina: Open, tmp_path: Path
) -> None:
    bezoek = open_pagina(netpagina, "#geografisch&soort=naft,secundair&regio=limburg")
    page = bezoek.page
    png = _save(page, "Afbeelding", tmp_path)
    assert png.name.endswith("-geografisch-2026-11-24.png")
    assert int.from_bytes(png.read_bytes()[16:20], "big") == 3508, "een A4 op 300 punten per duim"
    svg = _save(page, "SVG", tmp_path)
    teksten = [e.text or "" for e in ElementTree.parse(svg).getroot().iter() if e.tag.endswith("}text")]
    geheel = " ".join(teksten)
    for woord in (
        "Alleen Limburg; Secundaire scholen",
        "Sectoren",
        "NAFT",
        "Genk",
        "stand van 24-11-2026",
        "Bron: proef",
        "organisaties",
    ):
        assert woord in geheel
    assert svg.read_bytes() == _save(page, "SVG", tmp_path).read_bytes()
    for maat in ("A4", "A3"):
        page.evaluate("() => window.dispatchEvent(new Event('beforeprint'))")
        assert pages(page.pdf(format=maat, landscape=True, print_background=True)) == 2
    page.evaluate("() => window.dispatchEvent(new Event('afterprint'))")
    _goto(bezoek, "#geografisch&gemeente=71016")
    _, *rijen = csv_rijen(_save(page, "CSV", tmp_path))
    assert rijen
    assert all("Genk" in rij[:2] for rij in rijen)
    _clean(bezoek)


@pytest.mark.browser
def test_hostile_names_are_text(open_pagina: Open, tmp_path: Path) -> None:
    kwaad = '<img src=x onerror="document.title=1">'
    net = make_net(3, 30, 60)
    kolommen = dict(net.beeld.kolommen)
    kolommen["naam"] = [kwaad if naam == "Genk" else naam for naam in net.beeld.kolom("naam")]
    beeld = Beeld(net.beeld.datum, net.beeld.ids, net.beeld.soort, kolommen, net.beeld.relaties)
    opties = Opties(profiel=Profiel.INTERN, titel="</script><script>document.title=2</script>", bron=kwaad)
    pad = tmp_path / "k.html"
    pad.write_text(make_verdicht(beeld, standard_ground(), opties), "utf-8")
    bezoek = open_pagina(pad, "#geografisch&gemeente=71016")
    assert bezoek.page.locator("#rechts h2").first.inner_text() == kwaad
    assert kwaad in bezoek.page.locator("#voet").inner_text()
    assert bezoek.page.locator("img").count() == 0
    assert "--profiel intern" in bezoek.page.locator("#rechts").inner_text()
    assert bezoek.page.locator("#intern").is_visible()
    kop, *rijen = csv_rijen(_save(bezoek.page, "CSV", tmp_path))
    assert any(kwaad in rij for rij in rijen)
    assert len(kop) == 4
    _clean(bezoek)
