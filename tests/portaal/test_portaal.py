"""The portal as a folder: what is in it, that every link leads somewhere, and what is not in it."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

import pytest

from netwerkkaart.analyse.bereik import compute_reach
from netwerkkaart.analyse.catalogus import ANALYSES
from netwerkkaart.analyse.indicatoren import ALLES, indicatoren
from netwerkkaart.cli.hoofd import run
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.graph.vrijgave import Profiel, beperk
from netwerkkaart.kaart.meta import Opties
from netwerkkaart.kaart.pagina import write_kaart
from netwerkkaart.portaal.hoofdstukken import HOOFDSTUKKEN, make_part, run_part
from netwerkkaart.portaal.koppen import make_kop
from netwerkkaart.portaal.panelen import make_panels
from netwerkkaart.portaal.schrijven import write_portaal
from netwerkkaart.portaal.zoeklijst import make_search
from tests.analyse.grafen import Bouwer, geography, view
from tests.kaart.verleden import past
from tests.vragen.voorbeeld import DATUM, example


@pytest.fixture(scope="module")
def beeld() -> Beeld:
    b = Bouwer()
    limburg, _, antwerpen, _ = geography(b)
    b.node("School", "ark", naam="Basisschool De Ark", niveaus=["lager"], leerlingen=120)
    b.node("School", "brug", naam="Atheneum De Brug", niveaus=["secundair"])
    b.node("Clb", "clb", naam="CLB Kantelbrug")
    b.node("Jeugdhulpaanbieder", "huis", naam="Huis <b>Zes</b> {{7*7}}")
    b.node("Jeugdhulpaanbieder", "stil", naam="Stille Hulp", vrijgave="intern")
    b.node(
        "Aanbod",
        "praten",
        naam="Praten helpt",
        themas=["1"],
        continuum=["voorkomen"],
        doelgroepen=["leerling"],
    )
    b.node("GoedePraktijk", "warm", naam="Warme overdracht", themas=["1"], continuum=["voorkomen"])
    for wie, waar in (
        ("ark", limburg),
        ("brug", antwerpen),
        ("clb", limburg),
        ("huis", limburg),
        ("stil", limburg),
    ):
        b.rel("LIGT_IN", wie, waar)
    b.rel("BEGELEIDT", "clb", "ark", bevestiging="bevestigd")
    b.rel("WERKT_SAMEN_MET", "clb", "huis")
    b.rel("BIEDT", "huis", "praten")
    b.rel("BEREIKT", "praten", limburg)
    b.rel("PAST_TOE", "huis", "warm")
    return view(b.rijen)


@pytest.fixture(scope="module")
def map_(beeld: Beeld, tmp_path_factory: pytest.TempPathFactory) -> Path:
    pad = tmp_path_factory.mktemp("portaal") / "uit"
    write_portaal(beeld, pad)
    return pad


def test_each_region_with_data_has_its_pages_and_the_others_say_that_they_have_none(map_: Path) -> None:
    assert sorted(p.name for p in map_.iterdir()) == ["antwerpen", "index.html", "kaart.html", "limburg"]
    paginas = {"index.html", "kaart.html", *(f"{h.naam}.html" for h in HOOFDSTUKKEN)}
    assert {p.name for p in (map_ / "limburg").iterdir()} == paginas
    voor = (map_ / "index.html").read_text("utf-8")
    assert voor.count("nog geen gegevens in.") == 4
    assert "1 van 1 keten gesloten" not in voor, "theme 1 needs the second step too"
    assert "−12: 0 van 1 keten gesloten (0%)" in voor


def test_every_link_is_relative_and_leads_to_a_file(map_: Path) -> None:
    for pagina in map_.rglob("*.html"):
        if pagina.name == "kaart.html":
            continue
        tekst = pagina.read_text("utf-8")
        for adres in re.findall(r'(?:href|src)="([^"]+)"', tekst):
            doel, _, anker = adres.partition("#")
            assert ":" not in doel
            assert not doel.startswith("/")
            assert (pagina.parent / doel).is_file() if doel else f'id="{anker}"' in tekst, (pagina, adres)


def test_every_analysis_of_a_chapter_is_in_the_catalogue_and_shows_its_finding(
    map_: Path, beeld: Beeld
) -> None:
    bereik = compute_reach(beperk(beeld, Profiel.PARTNERS))
    for hoofdstuk in HOOFDSTUKKEN:
        tekst = (map_ / "limburg" / f"{hoofdstuk.naam}.html").read_text("utf-8")
        for naam, gekozen in hoofdstuk.analyses:
            assert naam in ANALYSES
            deel = make_part(run_part(naam, bereik, "limburg", gekozen))
            assert f'<section class="deel" id="{naam}"' in tekst
            assert deel.kern.titel.split("<")[0][:40] in tekst


@pytest.fixture(scope="module")
def intern(beeld: Beeld, tmp_path_factory: pytest.TempPathFactory) -> Path:
    pad = tmp_path_factory.mktemp("intern")
    write_portaal(beeld, pad, profiel=Profiel.INTERN, fiches=True)
    return pad


def test_sheets_come_along_when_asked(map_: Path, intern: Path) -> None:
    assert not (map_ / "limburg" / "fiches").exists()
    assert "Basisschool De Ark" in (intern / "limburg" / "fiches" / "index.html").read_text("utf-8")
    assert 'href="fiches/index.html"' in (intern / "limburg" / "index.html").read_text("utf-8")


def test_what_is_internal_is_in_no_file_unless_asked(map_: Path, intern: Path) -> None:
    assert not any("Stille Hulp" in p.read_text("utf-8") for p in map_.rglob("*.html"))
    voor = (intern / "index.html").read_text("utf-8")
    assert "Stille Hulp" in voor
    assert "Geef deze map niet door" in voor


def test_the_same_data_are_the_same_bytes(map_: Path, beeld: Beeld, tmp_path: Path) -> None:
    write_portaal(beeld, tmp_path / "weer")
    een, ander = (
        {p.relative_to(m): p.read_bytes() for p in m.rglob("*.html")} for m in (map_, tmp_path / "weer")
    )
    assert een == ander


def test_the_maps_know_the_past_as_a_map_of_the_region_alone_does(tmp_path: Path) -> None:
    tijden = past()
    for naam in ("een", "weer"):
        write_portaal(tijden.achteraf(-1), tmp_path / naam, tijden=tijden)
    alleen = write_kaart(
        tijden.achteraf(-1), tmp_path / "k.html", opties=Opties("limburg"), tijden=tijden
    ).read_text("utf-8")
    paginas = [(tmp_path / n / "limburg" / "kaart.html").read_text("utf-8") for n in ("een", "weer")]
    assert paginas[0] == paginas[1]
    assert "GEHEIM" not in paginas[0]
    assert "Oude Werf" in paginas[0]
    for stuk in (r'"momenten":.*?"vroeger"', r'"afgebroken":\{.*?\}'):
        hier, daar = (re.findall(stuk, tekst, re.DOTALL) for tekst in (paginas[0], alleen))
        assert len(hier) == 1
        assert hier == daar


def test_the_search_leads_to_the_map_of_the_region(beeld: Beeld) -> None:
    lijst = make_search(beperk(beeld, Profiel.PARTNERS), ["limburg", "antwerpen"])
    rijen = {rij[0]: rij for rij in lijst["rijen"]}  # type: ignore[attr-defined]
    soorten, mappen = lijst["soorten"], lijst["mappen"]
    assert isinstance(soorten, list)
    assert isinstance(mappen, list)
    _, soort, _, map_, doel = rijen["Atheneum De Brug"]
    assert (soorten[soort], mappen[map_], unquote(doel)) == (
        "School",
        "antwerpen",
        "kaart.html#netwerk&kies=brug",
    )
    assert lijst["meervoud"][soort] == "scholen", "who types it finds each school"  # type: ignore[index]
    assert unquote(rijen["Praten helpt"][4]).endswith("kies=huis"), "an offer opens with who provides it"
    assert rijen["Warme overdracht"][4] == "praktijken.html"
    assert "Stille Hulp" not in rijen


def test_panels_have_every_region_with_its_denominator_or_say_that_there_is_none(beeld: Beeld) -> None:
    panelen = make_panels(indicatoren(beeld).rijen)
    assert len(panelen) == 6
    for paneel in panelen:
        assert [rij.naam for rij in paneel.rijen][:2] == ["Vlaanderen", "Antwerpen"]
        assert len(paneel.rijen) == 7
    ketens = {rij.code: rij.punten for rij in panelen[0].rijen}
    een, twee = ketens["limburg"]
    assert een is not None
    assert een.tekst == "0/1"
    assert not een.zeker, "nothing is mapped, so a dot would say too much"
    assert twee is None
    assert ketens["brussel"] == (None, None)


def test_the_command_writes_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from netwerkkaart.graph.ingebed import IngebedStore
    from tests.graph.hulp import voer_in

    store = IngebedStore(tmp_path / "klein.kgl", schrijven=True)
    voer_in(store, example())
    store.close()
    monkeypatch.setenv("NETWERKKAART_STORE", str(tmp_path / "klein.kgl"))
    monkeypatch.chdir(tmp_path)
    assert run(["portaal", "--datum", DATUM.isoformat()]) == 0
    assert (tmp_path / "exports" / f"portaal-{DATUM.isoformat()}" / "limburg" / "kaart.html").is_file()
    (tmp_path / "bezet").write_text("x")
    assert run(["portaal", "--map", "bezet"]) != 0


def test_the_head_is_one_finding_with_its_figures_below(beeld: Beeld) -> None:
    alles = indicatoren(beeld)
    kop = make_kop(alles, ALLES, "Vlaanderen en Brussel")
    assert kop.zin == "In Vlaanderen en Brussel zijn 0 van de 2 ketens gesloten (0%)."
    assert [feit.aandeel for feit in kop.feiten] == ["0%", "0%", "0%"]
    assert (
        kop.feiten[0].tekst == "−12: 0 van de 1 school bereikt elke stap, met alle witte vlekken erbij 100%"
    )
    assert kop.feiten[2].tekst == "0 van de 5 organisaties bevestigden de eigen gegevens"
    leeg = make_kop(indicatoren(view(Bouwer().rijen)), ALLES, "Vlaanderen en Brussel")
    assert "geen scholen" in leeg.zin
    assert not leeg.feiten


def test_a_large_region_is_summed_and_the_map_of_all_leads_to_the_others(
    beeld: Beeld, tmp_path: Path
) -> None:
    write_portaal(beeld, tmp_path, grens=2)
    limburg = (tmp_path / "limburg" / "kaart.html").read_text("utf-8")
    assert "Samengevat per gemeente" in limburg
    assert "De Ark" not in limburg
    assert "Samengevat per gemeente" not in (tmp_path / "antwerpen" / "kaart.html").read_text("utf-8")
    regio = (tmp_path / "limburg" / "index.html").read_text("utf-8")
    assert "te groot om elke organisatie te tonen" in regio
    assert "bevinding=" not in regio, "the summed map has no findings"
    geheel = (tmp_path / "kaart.html").read_text("utf-8")
    adressen = re.findall(r'"kaart": ?"([^"]+)"', geheel)
    assert adressen == ["antwerpen/kaart.html", "limburg/kaart.html"]
    assert all((tmp_path / adres).is_file() for adres in adressen)
    lijst = make_search(beperk(beeld, Profiel.PARTNERS), ["limburg", "antwerpen"], ["limburg"])
    doelen = {rij[0]: unquote(rij[4]) for rij in lijst["rijen"]}  # type: ignore[attr-defined]
    assert doelen["Basisschool De Ark"].startswith("kaart.html#geografisch&gemeente=")
    assert doelen["Atheneum De Brug"] == "kaart.html#netwerk&kies=brug"
