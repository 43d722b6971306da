"""The way that lacks: who reaches nothing, and a tie that by itself would change that."""

from __future__ import annotations

from hypothesis import given, settings

from netwerkkaart.analyse.hiaten import hiaten
from netwerkkaart.analyse.hiaten_tekening import draw_hiaten
from tests.analyse.brute import Wereld
from tests.analyse.grafen import DATUM, Bouwer, Rijen, geography, small, view, worlds
from tests.analyse.voorbeeld import example
from tests.voorbeelden import aantal


def loose(wereld: Wereld, gebied: list[str], thema: str, stap: str, groep: str) -> list[str]:
    """Schools of a cell that reach none of its offers that are not full."""
    return [
        school
        for school in wereld.nodes("School")
        if wereld.municipality(school) in gebied
        and thema in wereld.themes(school)
        and not serving(wereld, school, thema, stap, groep)
    ]


def serving(wereld: Wereld, school: str, thema: str, stap: str, groep: str) -> set[str]:
    namen = {"alle", groep}
    bereikt = wereld.reached_offers(school, thema, stap)
    return {a for a in bereikt if namen & set(wereld.p[a]["doelgroepen"])}  # type: ignore[call-overload]


@settings(max_examples=aantal(40), deadline=None)
@given(worlds())
def test_schools_without_a_way_and_a_tie_that_helps(rijen: Rijen) -> None:
    wereld = Wereld(*rijen, DATUM)
    for cel in hiaten(view(rijen), per="gemeente").rijen:
        los = loose(wereld, [cel.gebied], cel.thema, cel.stap, cel.doelgroep)
        assert list(cel.zonder_weg) == (los if cel.aanbod_vrij else [])
        assert len(cel.zonder_weg) == (cel.scholen - cel.scholen_bereikt if cel.aanbod_vrij else 0)
        assert bool(cel.ontbrekende_weg) == bool(cel.zonder_weg)
        inventarisaties = [i for i in wereld.nodes("Inventarisatie") if f"{i} " in " ".join(cel.bronnen)]
        assert len(cel.bronnen) == cel.inventarisaties == len(inventarisaties)
        if cel.ontbrekende_band:
            met = wereld.with_tie(*cel.ontbrekende_band)
            helpt = [s for s in los if serving(met, s, cel.thema, cel.stap, cel.doelgroep)]
            assert helpt, cel.ontbrekende_weg
            assert cel.ontbrekende_weg.split(" – ")[0] == wereld.p[helpt[0]]["naam"]


def test_the_example_of_the_documentation() -> None:
    (cel,) = [c for c in hiaten(view(example()), per="gemeente").rijen if c.oordeel == "niet verbonden"]
    assert (cel.zonder_weg, cel.ontbrekende_band) == (("vrij",), ("vrij", "jh"))
    assert cel.ontbrekende_weg == "VRIJ – (geen band) – JH: HULP-IN-KLAS"
    assert cel.bronnen == ("inv1 (2026-01-15)",)


def world(*, aanbieder: str | None) -> Bouwer:
    b = Bouwer()
    gemeente = geography(b)[0]
    b.node("School", "s", niveaus=["lager"])
    b.node("Clb", "c")
    b.rel("BEGELEIDT", "c", "s")
    b.rel("LIGT_IN", "s", gemeente)
    b.node("Aanbod", "o", themas=["1"], continuum=["voorkomen"], doelgroepen=["ouder"])
    b.rel("BEREIKT", "o", gemeente)
    if aanbieder:
        b.node(aanbieder, "y")
        b.rel("BIEDT", "y", "o")
    return b


def way(b: Bouwer) -> str:
    (cel,) = [c for c in hiaten(view(b.rijen), per="gemeente").rijen if c.aanbod]
    return cel.ontbrekende_weg


def test_what_a_way_says_when_no_tie_or_only_a_way_back_is_there() -> None:
    assert way(world(aanbieder=None)) == "S – (geen gekende aanbieder) – O"
    assert way(world(aanbieder="School")) == "S – (enkel van een school of CLB) – O"
    assert way(world(aanbieder="Werkactor")) == "S – C – (geen band) – Y: O"
    terug = world(aanbieder="Werkactor")
    terug.rel("VERWIJST_NAAR", "y", "c")
    assert way(terug) == "S – C – (verwijst alleen terug) – Y: O"


def test_the_grid_holds_every_verdict_of_a_region_and_counts_municipalities() -> None:
    uitkomst = hiaten(view(small(3)))
    tekening = draw_hiaten(uitkomst)
    met_scholen = {cel.gebied for cel in uitkomst.rijen if cel.scholen}
    assert [vak.tekst for rij in tekening.vakken for vak in rij] == [
        str(cel.oordeel) for cel in uitkomst.rijen if cel.gebied in met_scholen
    ]
    assert "waar geen scholen staan" in tekening.onderschrift
    b = Bouwer()
    gemeenten = geography(b, 12)
    for nr, gemeente in enumerate(gemeenten):
        b.node("School", f"s{nr:02}", niveaus=["lager"])
        b.rel("LIGT_IN", f"s{nr:02}", gemeente)
    b.node(
        "Inventarisatie", "i", regio="limburg", gemeenten=["alle"], thema="1", stap="voorkomen",
        doelgroepen=["ouder"], volledig=True, datum=DATUM,
    )  # fmt: skip
    tekening = draw_hiaten(hiaten(view(b.rijen), per="gemeente"))
    assert tekening.rijen[:2] == ("−12 voorkomen", "−12 heroriënteren")
    assert [vak.tekst for vak in tekening.vakken[0]][:2] == ["12 van 12 witte vlek", "6 van 12 hiaat"]
    assert tekening.vakken[2][0].tekst == "geen scholen"
