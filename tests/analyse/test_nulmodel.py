"""The null model against every way to deal the sectors out, on small graphs."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations, permutations
from typing import Any

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netwerkkaart.analyse.bandgraaf import Bandgraaf
from netwerkkaart.analyse.brugfiguren import brugfiguren
from netwerkkaart.analyse.brugfiguren_rollen import ROLLEN, brokerage, expected_roles
from netwerkkaart.analyse.maten import triangles
from netwerkkaart.analyse.nulmodel import Loting, adjacent_pairs, count_sectors
from netwerkkaart.schema.vocabularia import SECTOR
from tests.analyse.brute import SECTOR as SECTOR_VAN_SOORT
from tests.analyse.brute import Wereld
from tests.analyse.grafen import ANDERE, DATUM, Bouwer, Rijen, view, worlds
from tests.voorbeelden import aantal

SOORTEN = ["School", *ANDERE]


@st.composite
def tiny(draw: st.DrawFn) -> tuple[list[str], list[tuple[int, int]]]:
    """Kinds of up to six organisations, and bands between them."""
    soorten = draw(st.lists(st.sampled_from(SOORTEN[:4]), min_size=3, max_size=6))
    paren = list(combinations(range(len(soorten)), 2))
    return soorten, draw(st.lists(st.sampled_from(paren), unique=True, max_size=len(paren)))


def rows(soorten: list[str], paren: list[tuple[int, int]]) -> Rijen:
    b = Bouwer()
    for nr, soort in enumerate(soorten):
        b.node(soort, f"o{nr}")
    for een, ander in paren:
        b.rel("WERKT_SAMEN_MET", f"o{een}", f"o{ander}")
    return b.rijen


def roles(g: Any, v: str, sector: dict[str, str]) -> dict[str, int]:
    telling = dict.fromkeys(ROLLEN, 0)
    for a, b in combinations(g[v], 2):
        if not g.has_edge(a, b):
            eigen = [sector[a], sector[b]].count(sector[v])
            zelfde = "buiten" if sector[a] == sector[b] else "tussen"
            telling[(zelfde, "poort", "binnen")[eigen]] += 1
    return telling


@settings(max_examples=aantal(25), deadline=None)
@given(tiny())
def test_roles_under_every_dealing_of_the_sectors(wereld: tuple[list[str], list[tuple[int, int]]]) -> None:
    soorten, paren = wereld
    graaf = Bandgraaf.of(view(rows(soorten, paren)))
    ids, drie = graaf.beeld.ids, triangles(graaf)
    g = nx.Graph([(f"o{een}", f"o{ander}") for een, ander in paren])
    g.add_nodes_from(ids)
    gezien = defaultdict(list)
    sectoren = [SECTOR_VAN_SOORT[soort] for soort in soorten]
    for gedeeld in permutations(sectoren):
        sector = {f"o{nr}": s for nr, s in enumerate(gedeeld)}
        for v in ids:
            for rol, hoeveel in roles(g, v, sector).items():
                gezien[rol, v].append(hoeveel)
    kans, echt = expected_roles(graaf, drie), brokerage(graaf, drie)
    nu = {f"o{nr}": s for nr, s in enumerate(sectoren)}
    for rol in ROLLEN:
        for plek, v in enumerate(ids):
            assert kans[rol].verwacht[plek] == pytest.approx(np.mean(gezien[rol, v]), abs=1e-9)
            assert kans[rol].spreiding[plek] == pytest.approx(np.std(gezien[rol, v]), abs=1e-6)
            assert getattr(echt, rol)[plek] == roles(g, v, nu)[rol]


@settings(max_examples=aantal(25), deadline=None)
@given(tiny(), st.integers(0, 1000))
def test_weights_of_bands_under_every_dealing(
    wereld: tuple[list[str], list[tuple[int, int]]], zaad: int
) -> None:
    soorten, paren = wereld
    codes = [SECTOR.codes.index(SECTOR_VAN_SOORT[soort]) for soort in soorten]
    los = np.random.default_rng(zaad).normal(size=(len(SECTOR.codes),) * 2)
    gewicht = los + los.T
    sommen = [sum(gewicht[deel[a], deel[b]] for a, b in paren) for deel in permutations(codes)]
    graad = np.bincount(np.array(paren, dtype=np.int64).ravel(), minlength=len(codes)).astype(np.int64)
    loting = Loting(count_sectors(np.array(codes), len(SECTOR.codes)))
    kans = loting.over_bands(gewicht, len(paren), adjacent_pairs(graad))
    assert float(kans.verwacht) == pytest.approx(np.mean(sommen), abs=1e-9)
    assert float(kans.spreiding) == pytest.approx(np.std(sommen), abs=1e-6)


@settings(max_examples=aantal(25), deadline=None)
@given(worlds())
def test_the_four_roles_share_out_the_open_pairs(rijen: Rijen) -> None:
    wereld = Wereld(*rijen, DATUM)
    g = nx.Graph(wereld.pairs())
    for rij in brugfiguren(view(rijen)).rijen:
        paren = sum(not g.has_edge(a, b) for a, b in combinations(g[rij.id], 2))
        gezien = [getattr(rij, f"rol_{rol}") for rol in ROLLEN]
        verwacht = [getattr(rij, f"rol_{rol}_verwacht") for rol in ROLLEN]
        assert sum(gezien) == paren
        assert sum(verwacht) == pytest.approx(paren, abs=0.021)
