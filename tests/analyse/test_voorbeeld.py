"""The example of the documentation: every number in it is asserted here."""

from __future__ import annotations

from netwerkkaart.analyse.bereik import route
from netwerkkaart.analyse.bevindingen import drie_bevindingen
from netwerkkaart.analyse.bruggen import bruggen
from netwerkkaart.analyse.hiaten import hiaten
from netwerkkaart.analyse.keten import keten
from netwerkkaart.analyse.ketencijfers import keten_cijfers
from netwerkkaart.analyse.kleinste_fora import fora_van_regio
from netwerkkaart.analyse.naft import naft_aandeel
from netwerkkaart.analyse.nieuwe_bruggen import nieuwe_bruggen
from tests.analyse.grafen import view
from tests.analyse.voorbeeld import example

BEELD = view(example())


def test_twelve_cells() -> None:
    cellen = {
        (c.gebied[-5:], c.thema, c.stap): str(c.oordeel)
        for c in hiaten(BEELD, per="gemeente").rijen
        if c.doelgroep == "leerling"
    }
    assert cellen == {
        ("72004", "1", "voorkomen"): "gedekt",
        ("72004", "1", "heroriënteren"): "gedekt",
        ("72004", "2", "voorkomen"): "gedekt",
        ("72004", "2", "heroriënteren"): "gedekt",
        ("72004", "2", "toeleiden naar werk"): "hiaat",
        ("72004", "2", "alternatieve dagbesteding"): "witte vlek",
        ("72030", "1", "voorkomen"): "niet verbonden",
        ("72030", "1", "heroriënteren"): "volzet",
        ("72030", "2", "voorkomen"): "gedekt",
        ("72030", "2", "heroriënteren"): "gedekt",
        ("72030", "2", "toeleiden naar werk"): "witte vlek",
        ("72030", "2", "alternatieve dagbesteding"): "witte vlek",
    }


def test_five_chains() -> None:
    assert {r.id: str(r.oordeel) for r in keten(BEELD).rijen} == {
        "ark": "gesloten",
        "brug": "volzet",
        "vrij": "niet verbonden",
        "ath": "hiaat",
        "col": "witte vlek",
    }
    assert route(BEELD, "ark", "jh") == ("BEGELEIDT|clb|ark", "WERKT_SAMEN_MET|clb|jh")
    assert route(BEELD, "ath", "naft") == ("VERWIJST_NAAR|ath|naft",)
    assert route(BEELD, "vrij", "jh") is None


def test_figures_with_their_range() -> None:
    een, twee = keten_cijfers(BEELD).rijen
    assert (een.scholen, een.gesloten, een.hoogstens, een.onbevestigd) == (3, 1, 1, 1)
    assert (een.leerlingen, een.leerlingen_gesloten, een.leerlingen_onbekend) == (350, 200, 1)
    assert (twee.scholen, twee.gesloten, twee.hoogstens) == (2, 0, 1)
    assert keten_cijfers(BEELD).titel == (
        "Vlaanderen en Brussel, thema 1: bij 1 van de 3 scholen is de keten gesloten (33%); "
        "thema 2: bij geen van de 2 scholen is de keten gesloten "
        "(tussen 0% en 50%). Niet alles is in kaart gebracht: vandaar de marge."
    )


def test_bridges_and_new_bridges() -> None:
    assert [(r.van, r.naar, r.scholen) for r in bruggen(BEELD).rijen] == [("clb", "jh", ("ark", "brug"))]
    (nieuw,) = nieuwe_bruggen(BEELD).rijen
    assert (nieuw.van, nieuw.naar, nieuw.winst, nieuw.forum) == ("jh", "vrij", 1, "TAFEL")
    assert nieuw.ketens_gesloten == 0
    assert naft_aandeel(BEELD).rijen[0].bereiken == 2
    assert [r.gekozen for r in fora_van_regio(BEELD, regio="limburg").rijen] == [True]


def test_three_findings() -> None:
    assert [b.zin for b in drie_bevindingen(BEELD)] == [
        "Tussen onderwijs in NIS:72004 en welzijn in NIS:72004 hangt alles aan de band van CLB met JH.",
        "1 school in NIS:72004 heeft geen aanbod voor toeleiden naar werk (thema 2).",
        "Breng JH en VRIJ samen: +1 school met een stap meer in de keten.",
    ]
