"""A network too large to show each organisation: sums per municipality and sector, in a small file."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.kaart import pagina
from netwerkkaart.kaart.gegevens import make_gegevens
from netwerkkaart.kaart.invoer import KaartInvoer
from netwerkkaart.kaart.meta import Opties
from netwerkkaart.kaart.ondergrond import standard_ground
from netwerkkaart.kaart.soorten import BANDGROEPEN, KAARTSOORTEN, SOORT_VAN_LABEL, SOORTCODE, ZONES
from netwerkkaart.kaart.verdicht import GRENS, is_large, make_sums, make_verdicht
from tests.kaart.proefdata import Proef, make_proef
from tests.kaart.test_browser import Open

ZONE = {zone.code: nummer for nummer, zone in enumerate(ZONES)}


@pytest.fixture(scope="module")
def vlaanderen() -> Proef:
    return make_proef(None, 900, 3_000, 5)


def _zone(beeld: Beeld, knoop: int) -> int:
    label = beeld.label(knoop)
    return ZONE[KAARTSOORTEN[SOORTCODE[SOORT_VAN_LABEL[label]]].zone] if label in SOORT_VAN_LABEL else -1


def test_sums_are_those_of_one_by_one(vlaanderen: Proef) -> None:
    beeld = vlaanderen.beeld
    sommen = make_sums(beeld, standard_ground(), Opties())
    grond = sommen["gemeenten"]
    assert isinstance(grond, dict)
    naam = {g: grond["naam"].index(beeld.naam(g)) for g in set(beeld.gemeente.tolist()) if g >= 0}
    aantal: Counter[tuple[int, int]] = Counter()
    for knoop in range(beeld.aantal_organisaties):
        if beeld.gemeente[knoop] >= 0:
            aantal[naam[int(beeld.gemeente[knoop])], _zone(beeld, knoop)] += 1
    getoond = sommen["aantal"]
    assert isinstance(getoond, list)
    breed = len(ZONES)
    assert {divmod(i, breed): n for i, n in enumerate(getoond) if n} == aantal
    paren: Counter[tuple[int, int]] = Counter()
    over: Counter[tuple[int, int]] = Counter()
    binnen: Counter[int] = Counter()
    for groep in BANDGROEPEN:
        for type_ in () if groep.overleg else groep.typen:
            tabel = beeld.van_type(type_)
            for a, b in zip(tabel.van.tolist(), tabel.naar.tolist(), strict=True):
                p, q = int(beeld.gemeente[a]), int(beeld.gemeente[b])
                if p < 0 or q < 0 or a == b:
                    continue
                if p == q:
                    binnen[naam[p]] += 1
                    continue
                paar = min(naam[p], naam[q]), max(naam[p], naam[q])
                paren[paar] += 1
                over[paar] += ZONES[_zone(beeld, a)].kleur != ZONES[_zone(beeld, b)].kleur
    blok = sommen["paren"]
    assert isinstance(blok, dict)
    sleutels = list(zip(blok["a"], blok["b"], strict=True))
    assert dict(zip(sleutels, blok["aantal"], strict=True)) == paren
    assert {k: n for k, n in zip(sleutels, blok["over"], strict=True) if n} == +over
    eigen = sommen["binnen"]
    assert isinstance(eigen, list)
    assert {i: n for i, n in enumerate(eigen) if n} == binnen
    assert sommen["banden"] == sum(paren.values()) + sum(binnen.values())


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
    assert limburg["titel"] == "Limburg"
    assert 0 < int(str(limburg["organisaties"])) < int(str(alles["organisaties"]))
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


@pytest.mark.browser
@pytest.mark.parametrize("maat", [(1440, 900), (390, 844)], ids=["scherm", "telefoon"])
def test_the_summed_page_opens_and_is_used_by_keyboard(
    vlaanderen: Proef, open_pagina: Open, tmp_path: Path, maat: tuple[int, int]
) -> None:
    pad = tmp_path / "k.html"
    pad.write_text(make_verdicht(vlaanderen.beeld, standard_ground(), Opties()), "utf-8")
    bezoek = open_pagina(pad, "", *maat)
    page = bezoek.page
    assert "per gemeente" in page.locator("#titel").inner_text()
    assert "Samengevat per gemeente" in page.locator("#rechts").inner_text()
    page.locator("#doek").focus()
    page.keyboard.press("ArrowDown")
    naam = page.locator("#meld").inner_text().split(",")[0]
    page.keyboard.press("Enter")
    assert page.locator("#rechts h2").first.inner_text() == naam
    assert "gemeente=" in page.evaluate("location.href")
    page.keyboard.press("Escape")
    assert "gemeente=" not in page.evaluate("location.href")
    page.get_by_text("Alle gemeenten als tabel").click()
    assert page.locator(".sommen tbody tr").count() > 100
    assert page.evaluate("() => document.documentElement.scrollWidth") <= maat[0]
    assert len(bezoek.verzoeken) == 1
    assert bezoek.fouten == []


@pytest.mark.parametrize(
    ("regio", "aantal", "banden", "gemiddeld"), [("limburg", 603, 2_500, 0.005), (None, 1_500, 3_000, 0.02)]
)
def test_one_in_a_hundred_more_moves_the_others_by_little(
    regio: str | None, aantal: int, banden: int, gemiddeld: float
) -> None:
    from benchmarks.indeling import without_some

    klein, groot, blijft = without_some(make_proef(regio, aantal, banden, 3).beeld)
    assert len(groot.ids) > len(klein.ids)
    plekken = []
    for beeld in (klein, groot):
        g = make_gegevens(beeld, KaartInvoer(), standard_ground(), Opties(regio))
        org, ring = g["organisaties"], g["ring"]
        assert isinstance(org, dict)
        assert isinstance(ring, dict)
        # In a window of any size the ring fills the same width.
        plekken.append(np.array([org["rx"], org["ry"]]).T / (20 * ring["buiten"]))
    verschil = np.hypot(*(plekken[0] - plekken[1][blijft]).T)
    assert verschil.mean() < gemiddeld
    assert np.quantile(verschil, 0.9) < 0.02
