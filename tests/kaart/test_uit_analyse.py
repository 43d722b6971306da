"""What the map takes of the analyses is the same whether these were run before or not."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings

from netwerkkaart.analyse.bandgraaf import Bandgraaf
from netwerkkaart.analyse.bereik import Bereik, compute_reach
from netwerkkaart.analyse.bruggen import bruggen
from netwerkkaart.analyse.gemeenschappen_indeling import find_communities
from netwerkkaart.analyse.keten import keten
from netwerkkaart.analyse.nieuwe_bruggen import nieuwe_bruggen
from netwerkkaart.analyse.uitkomst import Uitkomst
from netwerkkaart.kaart.gegevens import make_gegevens
from netwerkkaart.kaart.ondergrond import standard_ground
from netwerkkaart.kaart.uit_analyse import make_invoer
from tests.analyse.grafen import Rijen, view, worlds
from tests.analyse.test_nieuwe_bruggen_grens import two_towns
from tests.voorbeelden import aantal


def ready(bereik: Bereik, regio: str | None) -> dict[str, Uitkomst[Any]]:
    return {
        "keten": keten(bereik.beeld, regio=regio, bereik=bereik),
        "bruggen": bruggen(bereik.beeld, regio=regio, bereik=bereik),
        "nieuwe-bruggen": nieuwe_bruggen(bereik.beeld, 12, regio=regio, bereik=bereik),
    }


@pytest.mark.parametrize("regio", [None, "limburg"])
@settings(max_examples=aantal(15), deadline=None)
@given(worlds())
def test_the_map_takes_the_same_of_ready_results(regio: str | None, rijen: Rijen) -> None:
    bereik = compute_reach(view(rijen))
    los = make_invoer(bereik.beeld, regio=regio, bereik=bereik)
    assert make_invoer(bereik.beeld, regio=regio, bereik=bereik, klaar=ready(bereik, regio)) == los


def test_communities_that_were_found_before_give_the_same_islands() -> None:
    bereik = compute_reach(view(two_towns()))
    los = make_invoer(bereik.beeld, bereik=bereik)
    vlug = replace(los, indeling=find_communities(Bandgraaf.of(bereik.beeld)))
    grond = standard_ground()
    assert make_gegevens(bereik.beeld, vlug, grond) == make_gegevens(bereik.beeld, los, grond)


def test_a_ready_result_is_taken_as_it_is() -> None:
    """One proposal was asked for elsewhere: the map shows that one alone."""
    beeld = view(two_towns())
    klaar = {"nieuwe-bruggen": nieuwe_bruggen(beeld, 1)}
    assert len(make_invoer(beeld).nieuw) > len(make_invoer(beeld, klaar=klaar).nieuw) == 1
