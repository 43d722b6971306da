"""Neither the map, nor the portal, the report of a school or a page about others names a sole practitioner."""

from __future__ import annotations

from pathlib import Path

from netwerkkaart.analyse.drempels import STANDAARD
from netwerkkaart.fiche.gegevens import make_gegevens
from netwerkkaart.fiche.gegevens_model import Wie
from netwerkkaart.fiche.gegevens_pagina import write_gegevens
from netwerkkaart.fiche.gegevens_zicht import Zicht
from netwerkkaart.graph.vrijgave import Profiel
from netwerkkaart.kaart.meta import Opties
from netwerkkaart.kaart.pagina import write_kaart
from netwerkkaart.portaal.schrijven import write_portaal
from tests.graph.test_zelfstandigen import JAN, _silent, _view


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


def test_no_file_of_the_portal_names_her(tmp_path: Path) -> None:
    write_portaal(_view(), tmp_path / "p", drempels=STANDAARD, fiches=True)
    for pad in (p for p in (tmp_path / "p").rglob("*") if p.is_file()):
        _silent(pad.name)
        _silent(pad.read_bytes())


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
