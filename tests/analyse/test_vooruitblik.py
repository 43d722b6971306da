"""Two results beside each other: what comes, goes and changes, for any analysis of the catalogue."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netwerkkaart.analyse import ANALYSES
from netwerkkaart.analyse.keten import keten
from netwerkkaart.analyse.ketencijfers import keten_cijfers
from netwerkkaart.analyse.scenario import Ingreep, Scenario, apply_scenario
from netwerkkaart.analyse.uitkomst import Uitkomst
from netwerkkaart.analyse.vooruitblik import Soort, compare, draw_vooruitblik, key_columns
from netwerkkaart.graph.beeld import Beeld
from tests.analyse.grafen import Rijen, view, worlds
from tests.analyse.voorbeeld import example
from tests.voorbeelden import aantal

NAMEN = [naam for naam, analyse in ANALYSES.items() if analyse.invoer == "beeld"]
dertig = settings(max_examples=aantal(30), deadline=None)


def run(naam: str, beeld: Beeld) -> Uitkomst[Any]:
    opties = {"regio": "limburg"} if ANALYSES[naam].regio_verplicht else {}
    uitkomst: Uitkomst[Any] = ANALYSES[naam].load()(beeld, **opties)
    return uitkomst


@pytest.mark.parametrize("naam", NAMEN)
@settings(max_examples=aantal(6), deadline=None)
@given(een=worlds(), ander=worlds())
def test_any_analysis_can_be_compared_and_with_itself_nothing_differs(
    naam: str, een: Rijen, ander: Rijen
) -> None:
    sleutel = ANALYSES[naam].sleutel
    voor, na = run(naam, view(een)), run(naam, view(ander))
    assert compare(voor, run(naam, view(een)), sleutel=sleutel).rijen == ()
    heen, terug = compare(voor, na, sleutel=sleutel), compare(na, voor, sleutel=sleutel)
    assert heen.titel.endswith(".")
    # Seen from the other side, what comes goes, and each change runs back.
    omgekeerd = {Soort.ERBIJ: Soort.WEG, Soort.WEG: Soort.ERBIJ}
    assert {(r.soort, r.sleutel, r.veld, r.voor, r.na) for r in heen.rijen} == {
        (omgekeerd.get(r.soort, r.soort), r.sleutel, r.veld, r.na, r.voor) for r in terug.rijen
    }
    erbij, weg = (sum(r.soort is soort for r in heen.rijen) for soort in (Soort.ERBIJ, Soort.WEG))
    assert len(voor.rijen) + erbij - weg == len(na.rijen)


@dertig
@given(worlds(), st.data())
def test_changes_of_chains_are_those_between_the_two_results(rijen: Rijen, data: st.DataObject) -> None:
    beeld = view(rijen)
    weg = data.draw(st.sets(st.sampled_from(beeld.ids), max_size=4))
    straks = apply_scenario(beeld, Scenario((Ingreep("weg", weg=frozenset(weg)),)))
    voor, na = ({(r.id, r.thema): r for r in keten(b).rijen} for b in (beeld, straks))
    uitkomst = compare(keten(beeld), keten(straks))
    per_soort = {soort: {r.sleutel for r in uitkomst.rijen if r.soort is soort} for soort in Soort}
    assert per_soort[Soort.WEG] == voor.keys() - na.keys()
    assert per_soort[Soort.ERBIJ] == na.keys() - voor.keys()
    oordelen = {r.sleutel: (r.voor, r.na) for r in uitkomst.rijen if r.veld == "Oordeel"}
    assert oordelen == {
        s: (str(voor[s].oordeel), str(na[s].oordeel))
        for s in voor.keys() & na.keys()
        if voor[s].oordeel != na[s].oordeel
    }


def example_scenario(*welke: str) -> Scenario:
    beeld = view(example())
    therapie = beeld.nummer["therapie"]
    velden = {n: k[therapie] for n, k in beeld.kolommen.items() if k[therapie] is not None}
    korter = Ingreep("korter", knopen=(("Aanbod", "therapie", {**velden, "wachttijd_weken": 4}),))
    band = ("WERKT_SAMEN_MET", "clb", "ggz", {"rid": "WERKT_SAMEN_MET|clb|ggz"})
    ingrepen = {"korter": korter, "band": Ingreep("band", relaties=(band,))}
    return Scenario(tuple(ingrepen[naam] for naam in welke))


def example_compared(*welke: str) -> Uitkomst[Any]:
    beeld = view(example())
    straks = apply_scenario(beeld, example_scenario(*welke))
    return compare(keten_cijfers(beeld), keten_cijfers(straks), ingrepen=["rij 2: korter"])


def test_the_example_of_the_documentation() -> None:
    uitkomst = example_compared("korter", "band")
    assert uitkomst.titel == (
        "Met het scenario: thema 1 gesloten gaat van 1 naar 2; 1 van de 2 rijen van ketencijfers verandert."
    )
    assert uitkomst.cijfers["thema 1 gesloten (nu)"] == 1
    assert uitkomst.cijfers["thema 1 gesloten (scenario)"] == 2
    assert "Scenario: rij 2: korter" in uitkomst.kanttekeningen
    (gesloten,) = (r for r in uitkomst.rijen if r.veld == "Gesloten")
    assert (gesloten.wie, gesloten.voor, gesloten.na) == ("Limburg, thema 1", "1", "2")
    assert gesloten.bewijs == ("ark", "brug")
    for alleen in ("korter", "band"):
        cijfers = example_compared(alleen).cijfers
        assert cijfers["thema 1 gesloten (nu)"] == cijfers["thema 1 gesloten (scenario)"] == 1


def test_the_picture_has_two_bars_for_each_figure_that_changes() -> None:
    staven = {s.label: s.waarden for s in draw_vooruitblik(example_compared("korter", "band")).staven}
    assert staven["thema 1 gesloten, nu"] == (1.0, 0.0)
    assert staven["thema 1 gesloten, scenario"] == (0.0, 2.0)


def test_rows_are_about_the_columns_that_the_catalogue_names_or_the_usual_ones() -> None:
    rijtype = keten(view(example())).rijtype
    assert key_columns(rijtype) == ("id", "thema")
    assert key_columns(rijtype, ("gemeente", "kleur")) == ("gemeente",)
