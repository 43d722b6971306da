"""The Python API: every analysis by name, and what is refused with words."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import netwerkkaart as nk
from netwerkkaart.analyse import ANALYSES
from netwerkkaart.analyse.drempels import Drempels
from netwerkkaart.analyse.opgave import choose_options, default_options, find_analyse, map_moments
from netwerkkaart.fouten import GebruikersFout, NietGevonden
from netwerkkaart.graph.ingebed import IngebedStore
from netwerkkaart.graph.lezen import read_beeld
from netwerkkaart.netwerk import Netwerk
from netwerkkaart.uitvoer.tekening_svg import to_svg
from tests.graph.hulp import knoop, voer_in
from tests.vragen.voorbeeld import DATUM, example

if TYPE_CHECKING:
    from tests.browser import Vensters


@pytest.fixture(scope="module")
def netwerk(tmp_path_factory: pytest.TempPathFactory) -> nk.Netwerk:
    store = IngebedStore(tmp_path_factory.mktemp("api") / "g.kgl", schrijven=True)
    voer_in(store, example())
    return Netwerk(store)


@pytest.mark.parametrize("naam", ANALYSES)
def test_every_analysis_runs_by_its_name(netwerk: nk.Netwerk, naam: str) -> None:
    uitkomst = netwerk.analyse(naam.replace("-", "_"), regio="limburg", datum=DATUM)
    assert uitkomst.titel.strip()
    if ANALYSES[naam].invoer == "beeld":
        functie, opties = ANALYSES[naam].load(), default_options(ANALYSES[naam])
        zelfde = functie(netwerk.beeld(DATUM), regio="limburg", **opties)
        assert (uitkomst.titel, list(uitkomst.rijen)) == (zelfde.titel, list(zelfde.rijen))


def test_thresholds_and_options_reach_the_analysis(netwerk: nk.Netwerk) -> None:
    streng = netwerk.analyse("hiaten", datum=DATUM, drempels=Drempels(schakels=1), per="gemeente")
    assert streng.drempels.schakels == 1
    assert {rij.gebied for rij in streng.rijen} >= {"nis:71016", "nis:72004"}
    reeks = netwerk.analyse("evolutie-reeks", van=date(2025, 11, 24), tot=DATUM, stappen=4)
    assert len(reeks.rijen) == 4


def test_what_cannot_be_is_said_in_words(netwerk: nk.Netwerk) -> None:
    with pytest.raises(NietGevonden) as fout:
        netwerk.analyse("hiatn")
    assert "hiaten" in fout.value.hulp
    for opties, woord in (({"per": "straat"}, "gemeente"), ({"pre": "regio"}, "per"), ({"per": 3}, "regio")):
        with pytest.raises(GebruikersFout) as mis:
            netwerk.analyse("hiaten", **opties)
        assert woord in mis.value.hulp
    with pytest.raises(GebruikersFout, match="één regio"):
        netwerk.analyse("tandem")
    with pytest.raises(GebruikersFout, match="stappen"):
        netwerk.analyse("evolutie-reeks", stappen=True)


def test_an_option_that_may_come_more_than_once_takes_one_or_several() -> None:
    tandem = find_analyse("tandem-verdeling")
    assert choose_options(tandem, {"samen": "ark"})["samen"] == ("ark",)
    assert choose_options(tandem, {"samen": ["ark", "clb"]})["samen"] == ("ark", "clb")


def test_the_view_is_read_once_and_again_after_a_write(tmp_path: Path) -> None:
    store = IngebedStore(tmp_path / "g.kgl", schrijven=True)
    voer_in(store, example())
    eigen = Netwerk(store)
    assert eigen.beeld(DATUM).ids == read_beeld(store).op(DATUM).ids
    voer_in(store, [knoop("Clb", "nieuw")], "imp:2")
    assert "nieuw" in eigen.beeld(DATUM).ids


def test_the_map_is_the_page_that_the_command_writes(netwerk: nk.Netwerk, tmp_path: Path) -> None:
    from netwerkkaart.kaart.meta import Opties
    from netwerkkaart.kaart.pagina import write_kaart

    kaart = netwerk.kaart(regio="limburg", datum=DATUM)
    tijden = netwerk.tijden(*map_moments(None, DATUM))
    pad = write_kaart(
        netwerk.beeld(DATUM), tmp_path / "k.html", opties=Opties(regio="limburg"), tijden=tijden
    )
    assert kaart.html == pad.read_text(encoding="utf-8")
    assert kaart.write(tmp_path / "eigen.html").read_text(encoding="utf-8") == kaart.html
    lijst = kaart._repr_html_()
    assert lijst.startswith("<iframe srcdoc=")
    assert 'sandbox="allow-scripts"' in lijst
    assert lijst.count("<") == lijst.count(">") == 2


@pytest.mark.browser
def test_a_notebook_draws_the_map_in_its_frame(netwerk: nk.Netwerk, vensters: Vensters) -> None:
    pagina = vensters.lend(1280, 720)
    fouten: list[str] = []
    vensters.listen(pagina, "pageerror", lambda fout: fouten.append(str(fout)))
    pagina.set_content(f"<body>{netwerk.kaart(regio='limburg', datum=DATUM)._repr_html_()}</body>")
    kader = pagina.frame_locator("iframe")
    kader.locator("#titel:not(:empty)").wait_for()
    kader.locator("#tabs [role=tab]").last.click()
    assert kader.locator("#titel").inner_text()
    assert not fouten
    vensters.take_back(pagina)


def test_a_notebook_draws_the_picture_of_the_command(netwerk: nk.Netwerk, tmp_path: Path) -> None:
    uitkomst = netwerk.analyse("hiaten", datum=DATUM)
    figuur = nk.teken(uitkomst)
    draw = ANALYSES["hiaten"].load_tekening()
    assert draw is not None
    assert figuur.svg == figuur._repr_svg_() == to_svg(draw(uitkomst))
    assert "<svg" in figuur.write(tmp_path / "f.svg").read_text(encoding="utf-8")
    zonder = next(a.naam for a in ANALYSES.values() if a.tekening is None)
    with pytest.raises(GebruikersFout, match="geen figuur"):
        nk.teken(netwerk.analyse(zonder, regio="limburg", datum=DATUM))


def test_a_round_as_matrices(netwerk: nk.Netwerk) -> None:
    alles = netwerk.matrix("Ronde 2026", datum=DATUM, doel=None)
    brug, naft = alles.ids.index("brug"), alles.ids.index("naft")
    assert (alles.gezegd[brug, naft], alles.gezegd[naft, brug], alles.paren[naft, brug]) == (1, 0, 1)
    onderzoek = netwerk.matrix("ronde 2026", datum=DATUM)
    assert (onderzoek.gezegd < 0).all()  # nobody said what it was for
    assert onderzoek.weggelaten == 3
