"""Neither the map, nor the portal, the report of a school or a page about others names a sole practitioner."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import quote

import pytest

from netwerkkaart.analyse.drempels import STANDAARD
from netwerkkaart.analyse.scenario_lezen import read_scenario
from netwerkkaart.fiche.gegevens import make_gegevens
from netwerkkaart.fiche.gegevens_model import Wie
from netwerkkaart.fiche.gegevens_pagina import write_gegevens
from netwerkkaart.fiche.gegevens_zicht import Zicht
from netwerkkaart.graph.afscherming import Afscherming
from netwerkkaart.graph.vrijgave import Profiel
from netwerkkaart.inlezen import read_tabel
from netwerkkaart.kaart.meta import Opties
from netwerkkaart.kaart.pagina import write_kaart
from netwerkkaart.kaart.rond import write_rond
from netwerkkaart.kaart.verhaal import Stuk, Verhaal
from netwerkkaart.portaal.schrijven import write_portaal
from tests.graph.test_zelfstandigen import JAN, VRIJ, _silent, _view
from tests.kaart.test_browser import Open
from tests.kaart.werelden import go


def test_the_page_names_her_only_to_coordinators(tmp_path: Path) -> None:
    for profiel in Profiel:
        pad = write_kaart(_view(), tmp_path / f"{profiel}.html", opties=Opties(profiel=profiel))
        open_ = pad.read_bytes()
        if profiel is Profiel.INTERN:
            assert b"Jan Peeters" in open_
        else:
            _silent(open_)
        if profiel is Profiel.PARTNERS:
            assert b"Zelfstandige in de geestelijke gezondheidszorg in Genk (2)" in open_
            weer = write_kaart(_view(), tmp_path / "weer.html")
            assert weer.read_bytes() == pad.read_bytes()


def test_the_page_tells_who_is_there_without_name(tmp_path: Path) -> None:
    schuil = Afscherming.of("partners", _view()).schuilcodes[JAN]
    for profiel, wie in ((Profiel.INTERN, JAN), (Profiel.PARTNERS, schuil)):
        pad = write_kaart(_view(), tmp_path / "k.html", opties=Opties(profiel=profiel))
        blok = pad.read_text("utf-8").split('id="gegevens"')[1].split(">", 1)[1].split("</script>")[0]
        org = json.loads(blok)["organisaties"]
        waarde = dict(zip(org["id"], org["zelfstandig"], strict=True))
        assert (waarde[wie], waarde[VRIJ], waarde["c"]) == (1, 2, 0)


@pytest.mark.browser
def test_tools_and_stories_work_with_a_stand_in_at_an_end(open_pagina: Open, tmp_path: Path) -> None:
    schuil = quote(Afscherming.of("partners", _view()).schuilcodes[JAN], safe="")
    pad, als = (f"#netwerk&hand={h}" for h in (f"pad&greep=s;{schuil}", f"watals&greep={schuil};s"))
    # Made on the page of the coordinators, that names her in addresses, titles and texts.
    beelden = [adres.replace(schuil, quote(JAN, safe="")) for adres in (pad, als)]
    wie = "Psychologenpraktijk Jan Peeters"
    verhaal = Verhaal(
        f"Rond {wie}",
        (
            Stuk(f"{beelden[0]}&zoek={quote(wie)}", f"{wie} en haar netwerk", "Mail peeters, jan."),
            Stuk(beelden[1], "Wat helpt"),
        ),
    )
    kaart = write_kaart(_view(), tmp_path / "k.html", opties=Opties("limburg"), verhaal=verhaal)
    _silent(kaart.read_bytes())
    bezoek = open_pagina(kaart, f"#netwerk&kies={schuil}")
    page, titel = bezoek.page, bezoek.page.locator("#titel")
    naam = page.locator("#rechts h2").inner_text()
    assert naam.startswith("Zelfstandige in de geestelijke gezondheidszorg in Genk (")
    assert "daarom staan hier geen naam, adres of telefoon" in page.locator("#rechts").inner_text()
    go(bezoek, pad)
    assert titel.inner_text() == f"Van De Ark naar {naam} in 2 schakels"
    assert f"CLB Genk werkt samen met {naam}." in page.locator("#rechts").inner_text()
    go(bezoek, als)
    assert page.locator(".watalsband").inner_text().count(naam) == 1
    with page.expect_download() as wacht:
        page.get_by_role("button", name="Bewaar als scenario").click()
    wacht.value.save_as(tmp_path / "scenario.csv")
    _silent((tmp_path / "scenario.csv").read_bytes())
    # Whom it is about, only the graph of the coordinators knows.
    (ingreep,) = read_scenario(read_tabel(tmp_path / "scenario.csv"), _view()).ingrepen
    assert ingreep.zin == f"nieuwe band WERKT_SAMEN_MET, {wie} – De Ark"
    eigen = titel.inner_text()
    go(bezoek, f"{pad}&verhaal=1")
    gezegd = page.locator("#verteller").inner_text()
    assert all(deel in gezegd for deel in ("1 van 2", f"{naam} en haar netwerk", "Mail [zelfstandige]."))
    page.keyboard.press("ArrowRight")
    assert titel.inner_text() == eigen
    assert (bezoek.fouten, len(bezoek.verzoeken)) == ([], 1)


def test_no_file_of_the_portal_names_her(tmp_path: Path) -> None:
    write_portaal(_view(), tmp_path / "p", drempels=STANDAARD, fiches=True)
    for pad in (p for p in (tmp_path / "p").rglob("*") if p.is_file()):
        _silent(pad.name)
        _silent(pad.read_bytes())


def test_a_page_around_her_is_asked_by_her_own_code(tmp_path: Path) -> None:
    pad = write_rond(_view(), JAN, tmp_path / "rond.html")
    _silent(pad.read_bytes())
    assert "Zelfstandige in de geestelijke gezondheidszorg in Genk (" in pad.read_text("utf-8")


def test_her_own_page_tells_what_others_see_of_her(tmp_path: Path) -> None:
    blad = make_gegevens(Zicht.of(_view()), JAN)
    assert blad.schuilnaam.startswith("Zelfstandige in de geestelijke gezondheidszorg in Genk (")
    wie = {regel.wat: regel.wie for regel in blad.velden}
    assert {wie[w] for w in ("Naam", "Code", "E-mail", "Straat", "Telefoon")} == {Wie.COORDINATOREN}
    assert wie["Gemeente"] is Wie.PARTNERS
    assert len(blad.banden) == 1
    tekst = write_gegevens(blad, tmp_path).read_text("utf-8")
    assert [woord in tekst for woord in (blad.schuilnaam, "Jan Peeters", "Vossen")] == [True, True, False]


def test_the_page_of_a_partner_names_her_not(tmp_path: Path) -> None:
    zicht = Zicht.of(_view())
    for id_ in ("c", "s"):
        blad = make_gegevens(zicht, id_)
        assert (blad.schuilnaam, len(blad.banden)) == ("", 2)
        _silent(write_gegevens(blad, tmp_path).read_text("utf-8"))
