"""Outlines: the ones that ship, and official ones from a file."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netwerkkaart.fouten import GebruikersFout, OnleesbaarBestand
from netwerkkaart.gebied import (
    gemeenten,
    load_omtrekken,
    omtrekken,
    omtrekken_bron,
    project,
    save_omtrekken,
)
from netwerkkaart.gebied.lambert import van_lambert_72, van_lambert_2008
from netwerkkaart.gebied.topologie import (
    Omtrek,
    make_topologie,
    naar_topojson,
    ontvouw,
    op_rooster,
    van_topojson,
    vereenvoudig,
)
from tests.voorbeelden import aantal

ECHT = (
    Path(__file__).resolve().parents[2].parent / "shared" / "data" / "geo" / "gemeenten_vl_bru_2025.geojson"
)


def contains(omtrek: Iterable[Iterable[Any]], x: Any, y: Any) -> Any:
    """Even-odd rule over all rings, for arrays of points."""
    binnen = np.zeros(np.shape(x), dtype=bool)
    for veelhoek in omtrek:
        for ring in veelhoek:
            punten = np.asarray(ring, dtype=float)
            for (ax, ay), (bx, by) in pairwise(punten):
                if ay != by:
                    binnen ^= ((ay > y) != (by > y)) & (x < (bx - ax) * (y - ay) / (by - ay) + ax)
    return binnen


def edges(omtrek: Omtrek) -> Counter[frozenset[Any]]:
    return Counter(frozenset(paar) for deel in omtrek for ring in deel for paar in pairwise(ring))


def square(x: float, y: float, zijde: float = 0.1) -> list[list[float]]:
    return [[x, y], [x + zijde, y], [x + zijde, y + zijde], [x, y + zijde], [x, y]]


def write(pad: Path, kenmerken: list[dict[str, Any]]) -> Path:
    pad.write_text(json.dumps({"type": "FeatureCollection", "features": kenmerken}), encoding="utf-8")
    return pad


def feature(nis: object, ring: list[list[float]], veld: str = "NISCODE") -> dict[str, Any]:
    vorm = {"type": "Polygon", "coordinates": [ring]}
    return {"type": "Feature", "properties": {veld: nis}, "geometry": vorm}


def test_all_municipalities_have_closed_rings() -> None:
    assert set(omtrekken()) == set(gemeenten())
    for omtrek in omtrekken().values():
        for ring in (ring for deel in omtrek for ring in deel):
            assert len(ring) >= 4
            assert ring[0] == ring[-1]


def test_the_centre_lies_in_or_near_its_outline() -> None:
    buiten = [
        een.naam
        for nis, een in gemeenten().items()
        if not contains(omtrekken()[nis], np.array([een.lon]), np.array([een.lat]))[0]
    ]
    assert len(buiten) <= 6, buiten


def test_borders_are_shared() -> None:
    """Each piece of border belongs to one municipality (the rim) or to exactly two."""
    tel: Counter[frozenset[Any]] = Counter()
    for omtrek in omtrekken().values():
        tel.update(edges(omtrek))
    assert set(tel.values()) == {1, 2}
    assert sum(aantal == 2 for aantal in tel.values()) > sum(aantal == 1 for aantal in tel.values())


def test_no_overlap_and_no_holes_on_a_grid() -> None:
    """Points of a grid lie in one municipality at most, and inland ones in exactly one."""
    x, y = np.meshgrid(np.arange(3.3, 5.0, 0.02) + 0.00003, np.arange(50.85, 51.1, 0.02) + 0.00007)
    aantal = sum(contains(omtrek, x, y).astype(int) for omtrek in omtrekken().values())
    assert (aantal == 1).all()


def test_the_source_is_named_and_the_file_is_small() -> None:
    assert "benaderd" in omtrekken_bron()
    assert omtrekken_bron().count("CC BY 4.0") == 2
    assert len(omtrekken().tekst()) < 400_000


@pytest.mark.skipif(not ECHT.exists(), reason="De echte omtrekken zijn er niet.")
def test_they_resemble_the_real_outlines() -> None:
    overlap = []
    for kenmerk in json.loads(ECHT.read_text("utf-8"))["features"]:
        vorm = kenmerk["geometry"]
        echt = [vorm["coordinates"]] if vorm["type"] == "Polygon" else vorm["coordinates"]
        eigen = omtrekken()[kenmerk["properties"]["nis"]]
        punten = np.array([punt for deel in (*echt, *eigen) for ring in deel for punt in ring])
        (x0, y0), (x1, y1) = punten.min(axis=0), punten.max(axis=0)
        x, y = np.meshgrid(np.linspace(x0, x1, 60), np.linspace(y0, y1, 60))
        a, b = contains(echt, x, y), contains(eigen, x, y)
        overlap.append((a & b).sum() / max(1, (a | b).sum()))
    assert len(overlap) == 304
    assert np.median(overlap) >= 0.65
    assert min(overlap) > 0.1


@pytest.mark.skipif(not ECHT.exists(), reason="De echte omtrekken zijn er niet.")
def test_official_outlines_load_small_and_come_back_the_same(tmp_path: Path) -> None:
    geladen = load_omtrekken(ECHT)
    assert len(geladen) == 304
    assert geladen.meldingen == ()
    assert not geladen.benaderd
    assert geladen.bron == f"Grenzen uit {ECHT.name}."
    assert len(geladen.tekst()) < 200_000
    save_omtrekken(geladen, tmp_path / "omtrekken.json")
    terug = load_omtrekken(tmp_path / "omtrekken.json")
    assert dict(terug) == dict(geladen)
    assert terug.tekst() == geladen.tekst()


@pytest.mark.parametrize("veld", ["nis", "NISCODE", "niscode", "CODE_INS"])
@pytest.mark.parametrize("nis", ["11002", 11002, 11002.0])
def test_nis_under_any_known_name(tmp_path: Path, veld: str, nis: object) -> None:
    geladen = load_omtrekken(write(tmp_path / "a.geojson", [feature(nis, square(4.3, 51.1), veld)]))
    assert list(geladen) == ["11002"]
    assert sum("Er is geen omtrek van" in een.tekst for een in geladen.meldingen) == 6


def test_walloon_outlines_are_left_out(tmp_path: Path) -> None:
    kenmerken = [feature("11002", square(4.3, 51.1)), feature("62063", square(5.5, 50.6))]
    assert list(load_omtrekken(write(tmp_path / "a.geojson", kenmerken))) == ["11002"]


def test_outlines_from_before_the_mergers_are_joined(tmp_path: Path) -> None:
    """Two squares side by side become one outline without the line between them."""
    kenmerken = [feature("73006", square(5.4, 50.8)), feature("73032", square(5.5, 50.8)[::-1])]
    geladen = load_omtrekken(write(tmp_path / "a.geojson", kenmerken), drempel_m2=0)
    assert list(geladen) == ["73110"]
    ((ring,),) = geladen["73110"]
    assert set(ring) == {(5.4, 50.8), (5.5, 50.8), (5.6, 50.8), (5.6, 50.9), (5.5, 50.9), (5.4, 50.9)}
    assert geladen.meldingen[0].tekst == (
        "De omtrek van Bilzen-Hoeselt komt van gemeenten van vóór de fusie (NIS 73006, 73032)."
    )


def test_joining_keeps_a_real_hole(tmp_path: Path) -> None:
    """Two halves of a ring around another municipality."""
    links = [[5.4, 50.8], [5.5, 50.8], [5.5, 50.83], [5.47, 50.83], [5.47, 50.87], [5.5, 50.87]]
    links += [[5.5, 50.9], [5.4, 50.9], [5.4, 50.8]]
    rechts = [[11.0 - x, y] for x, y in links]
    midden = [
        [5.47, 50.83],
        [5.5, 50.83],
        [5.53, 50.83],
        [5.53, 50.87],
        [5.5, 50.87],
        [5.47, 50.87],
        [5.47, 50.83],
    ]
    kenmerken = [feature("73006", links), feature("73032", rechts), feature("73028", midden)]
    geladen = load_omtrekken(write(tmp_path / "a.geojson", kenmerken), drempel_m2=0)
    ((buiten, gat),) = geladen["73110"]
    assert len(buiten) > 4
    assert edges(((gat,),)) == edges(geladen["73028"])


@pytest.mark.parametrize(
    ("x", "y", "omzetting"),
    [(150_000.0, 170_000.0, van_lambert_72), (650_000.0, 670_000.0, van_lambert_2008)],
)
def test_lambert_is_recognised(tmp_path: Path, x: float, y: float, omzetting: Any) -> None:
    pad = write(tmp_path / "a.geojson", [feature("21004", square(x, y, 5000.0))])
    ring = load_omtrekken(pad, drempel_m2=0)["21004"][0][0]
    lon, lat = omzetting(x, y)
    assert any(math.dist(punt, (lon, lat)) < 0.0002 for punt in ring)
    assert 4 < lon < 5


def test_lambert_against_reference_points() -> None:
    """Values of PROJ 9 for EPSG:31370 and EPSG:3812."""
    assert van_lambert_72(150_000, 170_000) == pytest.approx((4.36875214090419, 50.840411283117874), abs=1e-7)
    assert van_lambert_2008(649_328, 665_262) == pytest.approx((4.359215833, 50.797815), abs=1e-6)


@pytest.mark.parametrize(
    ("kenmerk", "tekst"),
    [
        (feature("11002", square(51.1, 4.3)), "Lengte en breedte staan omgewisseld."),
        (feature("11002", square(0.0, 0.0)), "liggen niet in België"),
        (
            feature("11002", [[4.3, 51.1], [4.4, 51.1], [99.0, 51.2], [4.3, 51.1]]),
            "Een punt ligt niet in België.",
        ),
        (feature("11002", []), "De vorm is beschadigd of ontbreekt."),
        (feature("11002", [[4.3, 51.1], [4.3, 51.1], [4.3, 51.1]]), "De vorm heeft geen oppervlakte."),
        (feature("11002", [["a", "b"]]), "De vorm is beschadigd of ontbreekt."),  # type: ignore[list-item]
        (feature("11002", square(4.3, 51.1), "naam"), "Er is geen veld met een NIS-code."),
        ({"type": "Feature", "properties": {"nis": "11002"}, "geometry": None}, "De vorm is beschadigd"),
        (
            {"properties": {"nis": "11002"}, "geometry": {"type": "Point", "coordinates": [4.3, 51.1]}},
            'De vorm "Point" is geen Polygon of MultiPolygon.',
        ),
        ("tekst", "De vorm is beschadigd of ontbreekt."),
    ],
)
def test_broken_features_are_told_all_at_once(tmp_path: Path, kenmerk: Any, tekst: str) -> None:
    pad = write(tmp_path / "a.geojson", [kenmerk, feature("11001", square(4.3, 51.1)), kenmerk])
    with pytest.raises(GebruikersFout) as fout:
        load_omtrekken(pad)
    assert len(fout.value.meldingen) == 2
    assert all(tekst in een.tekst for een in fout.value.meldingen)
    assert "Kenmerk 3" in fout.value.meldingen[1].tekst


@pytest.mark.parametrize(
    "inhoud", ["", "geen json", "[]", "{}", '{"type":"FeatureCollection"}', "[" * 100_000, "\xff\xfe"]
)
def test_unreadable_files(tmp_path: Path, inhoud: str) -> None:
    pad = tmp_path / "a.geojson"
    pad.write_text(inhoud, encoding="latin-1")
    with pytest.raises(OnleesbaarBestand):
        load_omtrekken(pad)
    with pytest.raises(OnleesbaarBestand):
        load_omtrekken(tmp_path / "weg.geojson")


def test_only_other_municipalities_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GebruikersFout, match="geen gemeenten van Vlaanderen of Brussel"):
        load_omtrekken(write(tmp_path / "a.geojson", [feature("62063", square(5.5, 50.6))]))


def test_damaged_own_file_is_told(tmp_path: Path) -> None:
    inhoud = json.loads(omtrekken().tekst())
    inhoud["arcs"] = inhoud["arcs"][:5]
    pad = tmp_path / "omtrekken.json"
    pad.write_text(json.dumps(inhoud), encoding="utf-8")
    with pytest.raises(OnleesbaarBestand, match="beschadigd"):
        load_omtrekken(pad)


@st.composite
def ladders(draw: st.DrawFn) -> dict[str, list[list[list[tuple[int, int]]]]]:
    """Strips side by side with ragged shared borders, on the grid."""
    aantal = draw(st.integers(2, 5))
    hoogte = draw(st.integers(3, 12))
    lijnen = [
        [(strook * 100 + draw(st.integers(-40, 40)), rij * 10) for rij in range(hoogte)]
        for strook in range(aantal + 1)
    ]
    return {str(strook): [[[*lijnen[strook][::-1], *lijnen[strook + 1]]]] for strook in range(aantal)}


@given(ladders(), st.floats(0, 1e7))
@settings(max_examples=aantal(50), deadline=None)
def test_simplified_neighbours_keep_one_border(
    vormen: dict[str, list[list[list[tuple[int, int]]]]], drempel: float
) -> None:
    topologie = vereenvoudig(make_topologie(vormen), drempel)
    assert ontvouw(van_topojson(json.loads(json.dumps(naar_topojson(topologie))))) == ontvouw(topologie)
    uit = ontvouw(topologie)
    for links, rechts in pairwise(sorted(uit)):
        assert edges(uit[links]) & edges(uit[rechts])
    tel = sum((edges(omtrek) for omtrek in uit.values()), Counter())
    assert max(tel.values()) <= 2
    assert all(len(ring) >= 4 for omtrek in uit.values() for deel in omtrek for ring in deel)


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=15))
@settings(max_examples=aantal(50), deadline=None)
def test_a_ring_on_the_grid_has_no_doubles_and_no_spikes(punten: list[tuple[int, int]]) -> None:
    ring = op_rooster((x / 10_000, y / 10_000) for x, y in [*punten, punten[0]])
    rond = [*ring, *ring[:2]]
    assert all(a != b for a, b in pairwise(rond))
    assert all(a != c for a, c in zip(rond, rond[2:], strict=False))


def test_projection_is_in_kilometres() -> None:
    """Brussels to Ghent is about 50 km (great circle 49.6)."""
    brussel, gent = gemeenten()["21004"], gemeenten()["44021"]
    a, b = project(brussel.lon, brussel.lat), project(gent.lon, gent.lat)
    assert math.dist(a, b) == pytest.approx(50, abs=1.5)
    assert b[0] < a[0]
    assert b[1] > a[1]
