"""The columns behind matrix, keten and tandem say what the analyses say."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from netwerkkaart.analyse.basis import DOELGROEPEN, STAPPEN
from netwerkkaart.analyse.bereik import compute_reach
from netwerkkaart.analyse.hiaten import hiaten
from netwerkkaart.analyse.keten import keten
from netwerkkaart.analyse.ketenstappen import REMEDIES, open_stappen
from netwerkkaart.analyse.kleinste_fora import fora_van_regio
from netwerkkaart.analyse.tandems import OORDELEN as TANDEMOORDELEN
from netwerkkaart.analyse.tandems import tandem
from netwerkkaart.graph.beeld import Beeld, KnoopRij, RelatieRij
from netwerkkaart.graph.vrijgave import Profiel
from netwerkkaart.kaart.blokken import depth_blocks
from netwerkkaart.kaart.blokken.elders import Elders
from netwerkkaart.kaart.blokken.schakels import Schakels
from netwerkkaart.kaart.invoer import KaartInvoer
from netwerkkaart.kaart.keuze import Keuze
from netwerkkaart.kaart.meta import Opties
from netwerkkaart.kaart.pagina import write_kaart
from netwerkkaart.kaart.resultaten import OORDELEN
from netwerkkaart.kaart.woorden import Woordenlijst
from tests.analyse.grafen import Rijen, view, worlds
from tests.kaart.wereld import DATUM, rows, small_world
from tests.voorbeelden import aantal

CELNAMEN = ["gedekt", "volzet", "niet verbonden", "hiaat", "witte vlek"]


def _data(beeld: Beeld, regio: str | None = None) -> Any:
    """What the page holds of a view, without outlines and layout."""
    keuze = Keuze(beeld, regio)
    elders = Elders(keuze)
    schakels = Schakels(keuze, elders)
    woorden = Woordenlijst(), Woordenlijst()
    diepte = depth_blocks(keuze, KaartInvoer(bereik=compute_reach(beeld)), woorden, elders, schakels)
    lijnen, buiten = keuze.lijnen, schakels.lines()
    return {
        "organisaties": {
            "id": [beeld.ids[k] for k in keuze.knopen],
            "naam": [beeld.naam(k) for k in keuze.knopen],
        },
        "banden": {"van": lijnen.van.tolist(), "naar": lijnen.naar.tolist()},
        "diepte": {
            **diepte,
            "schakels": {"van": buiten.van.tolist(), "naar": buiten.naar.tolist()},
            "elders": elders.block(),
        },
    }


def _check_matrix(beeld: Beeld, gegevens: Any, per: Any, regio: str | None = None) -> None:
    matrix = gegevens["diepte"]["matrix"]
    plaats = {code: nr for nr, code in enumerate(matrix["code"])}
    for rij in hiaten(beeld, per=per, regio=regio).rijen:
        if rij.gebied not in plaats:
            continue
        stap = STAPPEN.index((rij.thema, rij.stap))
        cel = (plaats[rij.gebied] * 6 + stap) * 4 + DOELGROEPEN.index(rij.doelgroep)
        oordeel = matrix["oordeel"][cel]
        assert (CELNAMEN[oordeel] if oordeel >= 0 else "geen scholen") == rij.oordeel
        assert matrix["scholen"][cel // 4] == rij.scholen
        gezien = [matrix[naam][cel] for naam in ("bereikt", "aanbod", "vrij")]
        assert gezien == [rij.scholen_bereikt, rij.aanbod, rij.aanbod_vrij]


def _walk(gegevens: Any, school: int, route: list[int]) -> list[int]:
    """The organisations along a route, as the page finds them from its ties."""
    banden, m = gegevens["banden"], len(gegevens["banden"]["van"])
    hier, uit = school, []
    for nummer in route:
        kolommen, plek = (banden, nummer) if nummer < m else (gegevens["diepte"]["schakels"], nummer - m)
        einden = kolommen["van"][plek], kolommen["naar"][plek]
        assert hier in einden
        hier = einden[1] if einden[0] == hier else einden[0]
        uit.append(hier)
    return uit


def _check_chains(beeld: Beeld, gegevens: Any, regio: str | None = None) -> None:
    blok, namen = gegevens["diepte"]["keten"], gegevens["organisaties"]["id"]
    elders = gegevens["diepte"]["elders"]["naam"]
    aanbod = gegevens["diepte"]["aanbod"]["naam"]
    verwacht = {
        (rij.id, rij.thema, stap.stap): stap
        for rij in keten(beeld, regio=regio).rijen
        for stap in rij.stappen
    }
    open_ = {(rij.id, rij.thema, rij.stap): rij for rij in open_stappen(beeld, regio=regio).rijen}
    rij = plek = 0
    for school, past in zip(blok["scholen"], blok["past"], strict=True):
        for nr, (thema, naam) in enumerate(STAPPEN):
            if not past >> nr & 1:
                continue
            sleutel = (namen[school], thema, naam)
            stap = verwacht.pop(sleutel)
            assert OORDELEN[blok["oordeel"][rij]] == stap.oordeel
            if stap.schakels is not None:
                assert aanbod[blok["aanbod"][rij]] == beeld.naam(beeld.nummer[stap.aanbod])
                weg = _walk(gegevens, school, blok["route"][rij])
                assert len(weg) == stap.schakels
                laatste = weg[-1] if weg else school
                wie = (
                    gegevens["organisaties"]["naam"][laatste]
                    if laatste < len(namen)
                    else elders[laatste - len(namen)]
                )
                assert wie == beeld.naam(beeld.nummer[stap.aanbieder])
            else:
                assert REMEDIES[blok["remedie"][plek]] == open_[sleutel].remedie
                assert (blok["dicht"][plek] >= 0) == bool(open_[sleutel].aanbod)
                plek += 1
            rij += 1
    assert not verwacht
    assert plek == len(open_) == len(blok["wie"])


def test_the_small_world_holds_every_verdict() -> None:
    gegevens = _data(small_world(), "limburg")
    assert set(gegevens["diepte"]["keten"]["oordeel"]) == {0, 1, 2, 3, 4}
    assert {2, 3, 4} <= set(gegevens["diepte"]["matrix"]["oordeel"])


@pytest.mark.parametrize("regio", [None, "limburg"])
def test_the_small_world_agrees_with_the_analyses(regio: str | None) -> None:
    beeld = small_world()
    gegevens = _data(beeld, regio)
    for per in ("regio", "gemeente"):
        _check_matrix(beeld, gegevens, per, regio)
    _check_chains(beeld, gegevens, regio)


@settings(max_examples=aantal(20))
@given(worlds())
def test_any_world_agrees_with_the_analyses(rijen: Rijen) -> None:
    beeld = view(rijen)
    gegevens = _data(beeld)
    for per in ("regio", "gemeente"):
        _check_matrix(beeld, gegevens, per)
    _check_chains(beeld, gegevens)


def test_the_tandem_agrees_with_the_analysis() -> None:
    beeld = small_world()
    gegevens = _data(beeld, "limburg")
    blok, ids = gegevens["diepte"]["tandem"], gegevens["organisaties"]["id"]
    codes = {ids[org]: code for org, code in enumerate(blok["code"]) if code >= 0}
    assert codes == {
        rij.id: TANDEMOORDELEN.index(rij.oordeel) for rij in tandem(beeld, regio="limburg").rijen
    }
    fora = {rij.id: rij.gekozen for rij in fora_van_regio(beeld, regio="limburg").rijen}
    gekozen = zip(blok["fora"]["org"], blok["fora"]["gekozen"], strict=True)
    assert {ids[org]: bool(wel) for org, wel in gekozen} == fora


def test_a_reach_over_another_view_is_refused() -> None:
    knopen, banden = rows()
    ander = Beeld.from_rows([*knopen, ("School", "a", {"naam": "A"})], banden).op(DATUM)
    keuze = Keuze(small_world())
    elders = Elders(keuze)
    with pytest.raises(ValueError, match="another view"):
        depth_blocks(
            keuze,
            KaartInvoer(bereik=compute_reach(ander)),
            (Woordenlijst(), Woordenlijst()),
            elders,
            Schakels(keuze, elders),
        )


def test_who_made_an_inventory_is_not_in_the_page(tmp_path: Path) -> None:
    """``door`` may be a person; the page says the day and the code alone."""
    for profiel in Profiel:
        pad = write_kaart(small_world(), tmp_path / "k.html", opties=Opties("limburg", profiel))
        assert "Jan Janssens" not in pad.read_text("utf-8")


def test_an_intern_offer_and_forum_do_not_reach_partners(tmp_path: Path) -> None:
    knopen: list[KnoopRij] = [
        ("School", "s", {"naam": "S", "niveaus": ["lager"]}),
        ("Clb", "c", {"naam": "C"}),
    ]
    geheim: list[KnoopRij] = [
        ("Aanbod", "a", {"naam": "GEHEIM-AANBOD", "vrijgave": "intern", "themas": ["1"], "continuum": ["voorkomen"]}),
        ("Forum", "f", {"naam": "GEHEIM-FORUM", "regio": "limburg", "vrijgave": "intern"}),
        ("Inventarisatie", "GEHEIM-INV", {"vrijgave": "intern", "regio": "limburg", "gemeenten": ["alle"]}),
    ]  # fmt: skip
    banden: list[RelatieRij] = [("BEGELEIDT", "c", "s", {"rid": "1"}), ("BIEDT", "c", "a", {"rid": "2"}), ("NEEMT_DEEL_AAN", "c", "f", {"rid": "3"})]  # fmt: skip
    beeld = Beeld.from_rows([*knopen, *geheim], banden).op(DATUM)
    tekst = write_kaart(beeld, tmp_path / "k.html").read_text("utf-8")
    assert "GEHEIM" not in tekst


def test_terms_on_the_page_are_those_of_the_glossary() -> None:
    wortel = Path(__file__).resolve().parents[2]
    rijen = [
        [cel.strip() for cel in regel.split("|")[1:3]]
        for regel in (wortel / "docs" / "woordenlijst.md").read_text("utf-8").splitlines()
        if regel.startswith("| ")
    ]
    bron = (wortel / "netwerkkaart/kaart/web/src/data/celwoorden.ts").read_text("utf-8")
    termen = re.findall(r'^  "?([\w ]+)"?: "(.+)",$', bron.split("export const TERM")[1], re.M)
    assert len(termen) >= 8
    for woord, uitleg in termen:
        assert [woord, uitleg] in rijen
