"""The streams of the ring: nothing is lost on the way, they lie side by side, and cross no more than they must."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.graph.vrijgave import Profiel, beperk
from netwerkkaart.kaart.gegevens import make_gegevens
from netwerkkaart.kaart.invoer import KaartInvoer
from netwerkkaart.kaart.meta import Opties
from netwerkkaart.kaart.ondergrond import standard_ground
from netwerkkaart.kaart.poorten import gates
from tests.browser import Vensters
from tests.kaart.conftest import csv_rijen
from tests.kaart.delen import load_parts
from tests.kaart.proefdata import Proef, make_proef
from tests.kaart.test_browser import Open
from tests.voorbeelden import aantal

if TYPE_CHECKING:
    from playwright.sync_api import Page

Zones = list[tuple[int, float, float]]
Stromen = dict[tuple[int, int], int]


@st.composite
def rings(draw: st.DrawFn) -> tuple[Zones, Stromen]:
    """Zones around a circle with room between them, and ties between some."""
    delen = draw(st.lists(st.tuples(st.integers(2, 30), st.integers(2, 6)), min_size=2, max_size=8))
    maat = 2 * math.pi / sum(breed + tussen for breed, tussen in delen)
    zones, hoek = [], draw(st.integers(-30, 30)) / 10
    for zone, (breed, tussen) in enumerate(delen):
        zones.append((zone, hoek, hoek + breed * maat))
        hoek += (breed + tussen) * maat
    paren = draw(st.sets(st.sampled_from(list(combinations(range(len(delen)), 2))), min_size=1))
    return zones, {paar: draw(st.integers(1, 400)) for paar in sorted(paren)}


@pytest.mark.browser
def test_trunks_cross_only_where_their_sectors_lie_across(blad: Page) -> None:
    @settings(max_examples=aantal(25), deadline=None)
    @given(rings())
    def check(ring: tuple[Zones, Stromen]) -> None:
        zones, stromen = ring
        poorten = [[*paar, round(hoek * 10_000)] for paar, hoek in gates(zones, stromen).items()]
        paden = blad.evaluate(
            "([ring, paren]) => { const r = new deel.Ringstromen(ring); return paren.map(([a, b]) => r.trunk(a, b).d); }",
            [{"straal": 1000, "perRegio": False, "poorten": poorten}, list(stromen)],
        )
        lijnen = dict(zip(stromen, map(_polyline, paden), strict=True))
        for (p, q), (r, s) in combinations(stromen, 2):
            over = len({p, q, r, s}) == 4 and (p < r < q) != (p < s < q)
            assert _cuts(lijnen[p, q], lijnen[r, s]) == over

    check()


def _polyline(d: str) -> np.ndarray[Any, np.dtype[np.float64]]:
    punten = np.array(re.findall(r"-?\d+(?:\.\d+)?", d), float).reshape(4, 2)
    t = np.linspace(0, 1, 65)[:, None]
    gewicht = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
    lijn: np.ndarray[Any, np.dtype[np.float64]] = np.concatenate(gewicht, axis=1) @ punten
    return lijn


def _cuts(p: np.ndarray[Any, Any], q: np.ndarray[Any, Any]) -> bool:
    a, b, c, d = p[:-1, None], p[1:, None], q[None, :-1], q[None, 1:]

    def kant(u: Any, v: Any, w: Any) -> Any:
        return (v[..., 0] - u[..., 0]) * (w[..., 1] - u[..., 1]) - (v[..., 1] - u[..., 1]) * (
            w[..., 0] - u[..., 0]
        )

    return bool(((kant(a, b, c) * kant(a, b, d) < 0) & (kant(c, d, a) * kant(c, d, b) < 0)).any())


@given(rings())
def test_gates_lie_within_reach_of_their_zone_in_the_order_of_the_partners(
    ring: tuple[Zones, Stromen],
) -> None:
    zones, stromen = ring
    hoeken = gates(zones, stromen)
    assert set(hoeken) == {paar for a, b in stromen for paar in ((a, b), (b, a))}
    midden = {zone: (begin + eind) / 2 for zone, begin, eind in zones}
    for zone, begin, eind in zones:
        eigen = sorted((hoek, partner) for (z, partner), hoek in hoeken.items() if z == zone)
        assert all(abs(hoek - midden[zone]) <= max((eind - begin) / 2, 0.15) + 1e-9 for hoek, _ in eigen)
        ver = [(midden[partner] - midden[zone]) % (2 * math.pi) for _, partner in eigen]
        assert ver == sorted(ver, reverse=True)


@pytest.fixture(scope="module")
def blad(vensters: Vensters) -> Iterator[Page]:
    page = vensters.lend(400, 300)
    load_parts(page, ("data/stromen", "teken/stroomplan", "teken/ringstromen"))
    yield page
    vensters.take_back(page)


def _ring_of(beeld: Beeld) -> dict[str, Any]:
    ring = make_gegevens(beeld, KaartInvoer(), standard_ground())["ring"]
    assert isinstance(ring, dict)
    return ring


@pytest.mark.browser
@pytest.mark.parametrize(("regio", "organisaties", "banden"), [("limburg", 120, 300), (None, 700, 900)])
def test_every_tie_runs_through_its_streams_side_by_side(
    blad: Page, regio: str | None, organisaties: int, banden: int
) -> None:
    ring = _ring_of(make_proef(regio, organisaties, banden).beeld)
    uit = blad.evaluate(
        """ring => {
          const s = new deel.Stromen(ring), vorm = new deel.Ringstromen(ring), tal = s.count(ring.bundels.aantal);
          const plan = (k) => deel.planStreams(s, tal, k, (z, p) => vorm.gate(z, p), (n) => n, 0);
          return [0, 1].map(plan);
        }""",
        ring,
    )
    cellen, bundels = ring["cellen"], ring["bundels"]
    poort = {(zone, partner): hoek for zone, partner, hoek in ring["poorten"]}
    for klasse, plan in enumerate(uit):
        stam, per_cel, tak = Counter[tuple[int, int]](), Counter[int](), Counter[tuple[int, int, int]]()
        for a, b, k, n in zip(*(bundels[naam] for naam in ("a", "b", "klasse", "aantal")), strict=True):
            if k == klasse:
                p, q = cellen["zone"][a], cellen["zone"][b]
                stam[min(p, q), max(p, q)] += n
                for cel, partner in ((a, q), (b, p)):
                    per_cel[cel] += n
                    tak[cellen["tros"][cel], cellen["zone"][cel], partner] += n
        # A width of one per tie, so that widths are counts.
        assert {(s["a"], s["b"]): s["breed"] for s in plan["stammen"]} == stam
        assert {t["cel"]: t["breed"] for t in plan["twijgen"]} == per_cel
        breed = {(t["tros"], t["zone"], t["partner"]): t["eind"]["breed"] for t in plan["takken"]}
        assert breed == pytest.approx(dict(tak))
        trossen = ring["trossen"]
        for zone, partner in poort:
            takken = [t for t in plan["takken"] if (t["zone"], t["partner"]) == (zone, partner)]
            _side_by_side([(trossen[t["tros"]][1], t["eind"]) for t in takken])
            assert sum(t["eind"]["breed"] for t in takken) == pytest.approx(
                stam[min(zone, partner), max(zone, partner)]
            )
        for tros in {t["tros"] for t in plan["takken"]}:
            uitgaand = [t for t in plan["takken"] if t["tros"] == tros]
            _side_by_side([(poort[t["zone"], t["partner"]], t["begin"]) for t in uitgaand])
            binnen = [t for t in plan["twijgen"] if cellen["tros"][t["cel"]] == tros]
            _side_by_side([(cellen["begin"][t["cel"]], t["eind"]) for t in binnen])


def _side_by_side(delen: list[tuple[float, dict[str, float]]]) -> None:
    """In the order of their angles, without gap or overlap, around the middle."""
    rij = [deel for _, deel in sorted(delen, key=lambda paar: paar[0])]
    for a, b in pairwise(rij):
        assert a["naast"] + a["breed"] / 2 == pytest.approx(b["naast"] - b["breed"] / 2, abs=1e-6)
    if rij:
        links, rechts = rij[0], rij[-1]
        som = links["naast"] - links["breed"] / 2 + rechts["naast"] + rechts["breed"] / 2
        assert som == pytest.approx(0, abs=1e-6)


def _ties_between(g: dict[str, Any], zone: str, partner: str) -> Counter[tuple[str, str]]:
    """Ties between two zones per municipalities of their ends, by the plain way."""
    org, banden, namen = g["organisaties"], g["banden"], g["gemeenten"]["naam"]
    zones = [g["soorten"][soort]["zone"] for soort in org["soort"]]
    tel = Counter[tuple[str, str]]()
    for ends in zip(banden["van"], banden["naar"], strict=True):
        for a, b in (ends, ends[::-1]):
            if (zones[a], zones[b]) == (zone, partner):
                tel[namen[org["gemeente"][a]], namen[org["gemeente"][b]]] += 1
    return tel


@pytest.mark.browser
def test_a_stream_opens_and_tells_who_with_whom(
    proef: Proef, limburg_pagina: Path, open_pagina: Open
) -> None:
    bezoek = open_pagina(limburg_pagina, "#netwerk")
    page = bezoek.page
    page.locator("#rechts .staafrij").first.focus()
    page.keyboard.press("Enter")
    adres = bezoek.adres
    (sector,), (partner,) = (re.findall(rf"{sleutel}=([a-z]+)", adres) for sleutel in ("sector", "vak"))
    beeld = beperk(proef.beeld, Profiel.PARTNERS)
    tel = _ties_between(
        make_gegevens(beeld, KaartInvoer(), standard_ground(), Opties("limburg")), sector, partner
    )
    assert page.locator("#rechts h2").inner_text().startswith(f"{tel.total()} banden tussen ")
    # The rows to take along are those the panel counts.
    with page.expect_download() as wacht:
        page.get_by_role("button", name="CSV").click()
    assert len(csv_rijen(wacht.value.path())) == 1 + tel.total()
    rijen = page.locator("#rechts .staafrij .kop2").all_inner_texts()
    getoond = {tuple(naam.split(" – ")): int(aantal) for naam, aantal in (rij.split("\n") for rij in rijen)}
    assert getoond.items() <= tel.items()
    assert sorted(getoond.values()) == sorted(tel.values())[-len(getoond) :]
    # Back to all, and there again by the link; on the picture a click on the stream does the same.
    page.locator("#rechts").get_by_role("button", name="Toon alle sectoren").click()
    assert "sector=" not in bezoek.adres
    page.go_back()
    assert bezoek.adres == adres
    page.locator("#ondertitel").get_by_role("button", name="Alle sectoren").click()
    bezoek.rust()
    vak = page.locator("#doek").bounding_box()
    assert vak
    tip = page.locator(".tip")
    for deel in range(30, 75):
        plek = (vak["x"] + vak["width"] / 2, vak["y"] + vak["height"] * deel / 100)
        page.mouse.move(*plek)
        if tip.is_visible() and "wie met wie" in tip.inner_text():
            break
    page.mouse.click(*plek)
    assert re.search("sector=[a-z]+&vak=[a-z]+", bezoek.adres)
    assert bezoek.fouten == []
