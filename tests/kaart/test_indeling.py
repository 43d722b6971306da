"""Where things stand: the ring, the order of municipalities, outlines, places."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import combinations, pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netwerkkaart.graph.vrijgave import Profiel, beperk
from netwerkkaart.kaart.gegevens import lay_out, make_gegevens
from netwerkkaart.kaart.grenzen import Grenzen, area, contains, decode, encode
from netwerkkaart.kaart.invoer import KaartInvoer
from netwerkkaart.kaart.keuze import Keuze
from netwerkkaart.kaart.meta import Opties
from netwerkkaart.kaart.ondergrond import standard_ground
from netwerkkaart.kaart.plekken import spread
from netwerkkaart.kaart.ring import (
    CELRUIMTE,
    STEEK,
    TROSRUIMTE,
    VOL,
    Plaatsing,
    Ring,
    bundle,
    grid,
    make_ring,
    room,
    spots,
)
from netwerkkaart.kaart.soorten import ZONES
from netwerkkaart.kaart.volgorde import fixed_order, order_municipalities
from tests.kaart.proefdata import Proef, make_proef
from tests.voorbeelden import aantal


def _ring(zones: list[int], gemeenten: list[int], trossen: tuple[int, ...] = ()) -> Ring:
    g = np.array(gemeenten, np.int32)
    return make_ring(Plaatsing(np.array(zones, np.int32), g // 3, g, g, np.zeros(len(g), np.int32), trossen))


_KNOPEN = st.lists(st.tuples(st.integers(0, len(ZONES) - 1), st.integers(0, 11)), min_size=1, max_size=120)


@settings(max_examples=aantal(50), deadline=None)
@given(_KNOPEN)
def test_dots_of_the_ring_never_touch_and_stay_in_their_cell(knopen: list[tuple[int, int]]) -> None:
    ring = _ring([z for z, _ in knopen], [g for _, g in knopen])
    plekken = list(zip(ring.x.tolist(), ring.y.tolist(), strict=True))
    for (ax, ay), (bx, by) in combinations(plekken, 2):
        assert math.hypot(ax - bx, ay - by) >= 50  # tenths of a pixel: a dot is 4.8 wide
    for knoop, (zone, gemeente) in enumerate(knopen):
        cel = ring.cellen[int(ring.cel[knoop])]
        assert (cel.zone, cel.gemeente) == (zone, gemeente)
        hoek = math.atan2(plekken[knoop][0], -plekken[knoop][1])
        assert any(cel.begin - 0.02 <= hoek + draai <= cel.eind + 0.02 for draai in (0, 2 * math.pi))


@settings(max_examples=aantal(50), deadline=None)
@given(_KNOPEN)
def test_cells_follow_each_other_clockwise_without_overlap(knopen: list[tuple[int, int]]) -> None:
    ring = _ring([z for z, _ in knopen], [g for _, g in knopen])
    for vorige, volgende in zip(ring.cellen, ring.cellen[1:], strict=False):
        assert vorige.eind <= volgende.begin + 1e-9
    assert ring.cellen[-1].eind - ring.cellen[0].begin <= 2 * math.pi


@settings(max_examples=aantal(50))
@given(st.integers(1, 250), st.integers(0, len(ZONES) - 1), st.booleans(), st.integers(1, 8))
def test_newcomers_move_a_dot_of_their_cell_by_half_their_number_of_spots(
    n: int, zone: int, per_regio: bool, erbij: int
) -> None:
    rijen, breed = grid(zone, per_regio)
    voor, na = spots(n, rijen, breed), spots(n + erbij, rijen, breed)
    assert len(set(na)) == n + erbij
    assert all(math.dist(a, b) <= 1 for a, b in pairwise(na))  # one path, without jumps
    stappen = (erbij + 1) // 2
    for i, plek in enumerate(voor):
        for eerder in (0, erbij // 2, erbij):  # who comes in stands after, on both sides, or before
            assert math.dist(na[i + eerder], plek) <= stappen
    kolommen = [kolom for kolom, _ in na]
    assert max(kolommen) - min(kolommen) + 1 <= room(n + erbij, rijen, breed) + 1e-9
    assert 0 < room(n + 1, rijen, breed) - room(n, rijen, breed) <= 1


_TROSSEN = (0, 1, 2, 3)


@settings(max_examples=aantal(50), deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 8), st.integers(0, 11)), min_size=20, max_size=120),
    st.lists(st.tuples(st.integers(0, 8), st.integers(0, 11), st.integers(0, 119)), min_size=1, max_size=4),
)
def test_newcomers_move_nobody_further_than_the_room_they_take(
    knopen: list[tuple[int, int]], nieuw: list[tuple[int, int, int]]
) -> None:
    """Also when they open a municipality or a sector, and wherever they stand in the order."""
    samen = list(enumerate(knopen))
    for zone, gemeente, plaats in nieuw:
        samen.insert(plaats, (-1, (zone, gemeente)))
    voor, na = (
        _ring([z for z, _ in rij], [g for _, g in rij], _TROSSEN) for rij in (knopen, [k for _, k in samen])
    )
    waar = {oud: plaats for plaats, (oud, _) in enumerate(samen)}
    blijft = [waar[oud] for oud in range(len(knopen))]
    ver = np.hypot(voor.x - na.x[blijft], voor.y - na.y[blijft]).max() / 10
    # Each takes at most a column and its part of the gaps of a sector that was small; a ring that is not full
    # is stretched.
    vrij = sum(cel.eind - cel.begin for cel in voor.cellen) * voor.straal
    nodig = sum(room(len(cel.knopen), *grid(cel.zone, False)) * STEEK + CELRUIMTE for cel in voor.cellen)
    erbij = len(nieuw) * (STEEK + CELRUIMTE + 3 * TROSRUIMTE / VOL) * vrij / nodig
    assert ver <= erbij + ((len(nieuw) + 1) // 2 + 0.5) * STEEK + 0.2


@pytest.mark.parametrize(("regio", "organisaties", "banden"), [("limburg", 300, 300), (None, 1200, 1200)])
def test_one_in_a_hundred_more_moves_nobody_by_two_hundredths_of_the_width(
    regio: str | None, organisaties: int, banden: int
) -> None:
    geheel = make_proef(regio, organisaties, banden).beeld
    n = geheel.aantal_organisaties
    for zaad in range(aantal(4)):
        weg = set(np.random.default_rng(zaad).choice(n, max(1, round(n / 100)), replace=False).tolist())
        vrijgave = ["intern" if k in weg else w for k, w in enumerate(geheel.kolom("vrijgave"))]
        klein = replace(geheel, kolommen={**geheel.kolommen, "vrijgave": vrijgave})
        plekken = []
        for beeld in (beperk(klein, Profiel.PARTNERS), beperk(geheel, Profiel.PARTNERS)):
            keuze = Keuze(beeld)
            ring = lay_out(keuze, standard_ground())
            breed = 20 * ring.buiten
            plekken.append(
                {
                    beeld.ids[k]: (x / breed, y / breed)
                    for k, x, y in zip(keuze.knopen, ring.x.tolist(), ring.y.tolist(), strict=True)
                }
            )
        voor, na = plekken
        assert max(math.dist(plek, na[id_]) for id_, plek in voor.items()) < 0.02


@settings(max_examples=aantal(50))
@given(
    st.dictionaries(
        st.text("abcdef", min_size=1, max_size=2),
        st.tuples(st.integers(0, 99), st.integers(0, 99), st.integers(0, 2)),
        max_size=20,
    ),
    st.sets(st.text("abcdefg", min_size=1, max_size=2), min_size=1, max_size=12),
    st.data(),
)
def test_a_municipality_that_appears_changes_no_order_and_no_cluster(
    bekend: dict[str, tuple[int, int, int]], nissen: set[str], data: st.DataObject
) -> None:
    alle = sorted(nissen)
    regio = {nis: bekend[nis][2] if nis in bekend else 0 for nis in alle}
    deel = [nis for nis in alle if data.draw(st.booleans())]
    geheel, _ = fixed_order(alle, [regio[n] for n in alle], bekend)
    een, trossen = fixed_order(deel, [regio[n] for n in deel], bekend)
    rang = dict(zip(alle, geheel.rang.tolist(), strict=True))
    assert sorted(deel, key=lambda n: rang[n]) == [
        n for _, n in sorted(zip(een.rang.tolist(), deel, strict=True))
    ]
    for nis_a, tros_a in zip(deel, een.tros.tolist(), strict=True):
        assert tros_a in trossen
        for nis_b, tros_b in zip(deel, een.tros.tolist(), strict=True):
            samen = geheel.tros[alle.index(nis_a)] == geheel.tros[alle.index(nis_b)]
            assert (tros_a == tros_b) == samen


@settings(max_examples=aantal(50))
@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5), st.integers(0, 1)), max_size=60))
def test_bundles_count_each_tie_between_zones_once(banden: list[tuple[int, int, int]]) -> None:
    zone = np.array([0, 0, 1, 1, 2, 2], np.int32)
    kolommen = [np.array([band[i] for band in banden], np.int32) for i in range(3)]
    bundels = bundle(kolommen[0], kolommen[1], kolommen[2], zone)
    verwacht: dict[tuple[int, int, int], int] = {}
    for a, b, klasse in banden:
        if zone[a] != zone[b]:
            sleutel = (min(a, b), max(a, b), klasse)
            verwacht[sleutel] = verwacht.get(sleutel, 0) + 1
    rijen = zip(
        bundels.a.tolist(),
        bundels.b.tolist(),
        bundels.klasse.tolist(),
        bundels.aantal.tolist(),
        strict=True,
    )
    assert {(a, b, k): n for a, b, k, n in rijen} == verwacht


@settings(max_examples=aantal(50))
@given(
    st.lists(st.tuples(st.integers(0, 500), st.integers(0, 500), st.integers(0, 2)), min_size=1, max_size=60)
)
def test_order_is_a_permutation_with_small_clusters_of_one_region(
    plekken: list[tuple[int, int, int]],
) -> None:
    regio = [r for _, _, r in plekken]
    volgorde = order_municipalities([x for x, _, _ in plekken], [y for _, y, _ in plekken], regio)
    assert sorted(volgorde.rang.tolist()) == list(range(len(plekken)))
    for tros in set(volgorde.tros.tolist()):
        leden = np.flatnonzero(volgorde.tros == tros).tolist()
        assert len(leden) <= 6
        assert len({regio[i] for i in leden}) == 1


@pytest.mark.parametrize("tolerantie", [1.0, 3.0, 12.0])
def test_neighbours_keep_one_shared_border(tolerantie: float) -> None:
    grond = standard_ground()
    vormen = encode(grond, sorted(grond.omtrekken), tolerantie)
    randen: dict[frozenset[tuple[int, int]], int] = {}
    for veelhoeken in vormen.values():
        for ring in (decode(vlak) for veelhoek in veelhoeken for vlak in veelhoek):
            for a, b in zip(ring, [*ring[1:], ring[0]], strict=True):
                randen[frozenset((a, b))] = randen.get(frozenset((a, b)), 0) + 1
    gedeeld = sum(1 for n in randen.values() if n == 2)
    # A spike thinner than a grid cell folds onto itself: a rare third side.
    assert sum(1 for n in randen.values() if n > 2) <= 0.005 * len(randen)
    # Inside Flanders nearly every border has two sides; what has one is the outer edge.
    assert gedeeld > 0.6 * len(randen)


def test_simplifying_moves_no_border_far() -> None:
    grond = standard_ground()
    fijn = encode(grond, ["71016"], 0.0)["71016"]
    grof = encode(grond, ["71016"], 4.0)["71016"]
    assert area(grof) == pytest.approx(area(fijn), rel=0.05)
    assert len(grof[0][0]) < len(fijn[0][0])


@settings(max_examples=aantal(50), deadline=None)
@given(st.integers(1, 200))
def test_organisations_spread_inside_their_municipality(aantal: int) -> None:
    grond = standard_ground()
    vormen = encode(grond, ["71016"], 3.0)["71016"]
    punten = spread(grond.rooster(grond.punten["71016"]), vormen, aantal)
    assert len(set(punten)) == aantal
    binnen = contains(
        vormen, np.array([float(x) for x, _ in punten]), np.array([float(y) for _, y in punten])
    )
    assert np.count_nonzero(~binnen) <= 0.1 * aantal + 1  # rounding at the border


def test_a_map_without_any_outline_still_works(proef: Proef) -> None:
    kaal = Grenzen({}, {}, lambda lon, lat: (lon, lat))
    gegevens = make_gegevens(proef.beeld, proef.invoer, kaal, Opties("limburg"))
    organisaties = gegevens["organisaties"]
    assert isinstance(organisaties, dict)
    assert set(organisaties["x"]) == {None}
    assert len(organisaties["rx"]) == len(organisaties["id"])


def test_six_regions_get_cells_of_whole_regions() -> None:
    zones = [7] * 6000
    regio = np.array([i % 6 for i in range(6000)], np.int32)
    g = np.array([i % 280 for i in range(6000)], np.int32)
    ring = make_ring(Plaatsing(np.array(zones, np.int32), g // 6, g, g, regio))
    assert ring.per_regio
    assert len(ring.cellen) == 6


@pytest.mark.parametrize(
    ("regio", "orgs", "banden", "gemiddeld"), [("limburg", 603, 2_500, 0.005), (None, 1_500, 3_000, 0.02)]
)
def test_one_in_a_hundred_more_moves_the_others_by_little(
    regio: str | None, orgs: int, banden: int, gemiddeld: float
) -> None:
    from benchmarks.indeling import without_some

    klein, groot, blijft = without_some(make_proef(regio, orgs, banden, 3).beeld)
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
