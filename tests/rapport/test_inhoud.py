"""What a report says: the numbers of the analyses, recommendations that rest on them, nobody by name."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings

from netwerkkaart.analyse import ANALYSES
from netwerkkaart.analyse.drempels import STANDAARD
from netwerkkaart.analyse.keten import keten
from netwerkkaart.analyse.tandems import tandem
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.graph.toen import Tijden
from netwerkkaart.graph.vrijgave import Profiel
from netwerkkaart.rapport.aanbevelingen import advise
from netwerkkaart.rapport.bewijs import RIJEN, sheets
from netwerkkaart.rapport.bouwstenen import readable, without_area
from netwerkkaart.rapport.bron import Bron
from netwerkkaart.rapport.delen import where_it_stands
from netwerkkaart.rapport.maken import RAPPORTEN, make_overdracht, make_voortgang
from netwerkkaart.rapport.model import Aanbeveling, Cijfers, Document, Tabel
from netwerkkaart.rapport.naar_html import to_html
from netwerkkaart.rapport.zicht import limit_times
from netwerkkaart.schema.uitspraken import Uitspraak
from tests.analyse.grafen import DATUM as DAG
from tests.analyse.grafen import Rijen, view, worlds
from tests.graph.hulp import knoop, relatie
from tests.rapport.wereld import source
from tests.voorbeelden import aantal

enkele = settings(max_examples=aantal(15), deadline=None)


def made(soort: str, bron: Bron) -> Document:
    return RAPPORTEN[soort](replace(bron, regio=None) if soort == "vlaanderen" else bron)


def text_of(waarde: Any) -> str:
    """Every text in a document."""
    return re.sub(r"\\n", "\n", repr(waarde))


@pytest.mark.parametrize("soort", RAPPORTEN)
def test_every_finding_is_the_title_of_its_analysis(soort: str) -> None:
    bron = source(regio=None if soort == "vlaanderen" else "limburg")
    document = made(soort, bron)
    gevonden = {v.code: v.zin for v in document.vaststellingen()}
    assert len(gevonden) >= 4
    for code, zin in gevonden.items():
        if code in ANALYSES:
            assert zin == without_area(readable(bron.run(code).titel), bron.gebied)
        else:
            assert zin.endswith(bron.bevindingen[code].zin)


@pytest.mark.parametrize("soort", RAPPORTEN)
def test_every_finding_has_an_annex_and_a_sheet(soort: str) -> None:
    bron = source(regio=None if soort == "vlaanderen" else "limburg")
    document = made(soort, bron)
    nummers = document.nummers()
    bijlagen = [deel.titel for deel in document.delen if deel.bijlage]
    assert bijlagen == [f"Bijlage {n}. Waarop vaststelling {n} steunt" for n in nummers.values()]
    bladen = sheets(bron, document)
    assert [naam.split()[0] for naam in bladen] == [str(n) for n in nummers.values()]
    for code, rooster in zip(nummers, bladen.values(), strict=True):
        if code in ANALYSES:
            assert len(rooster.rijen) == len(bron.run(code).rijen)
    tabellen = [b for deel in document.delen if deel.bijlage for b in deel.blokken if isinstance(b, Tabel)]
    assert all(len(tabel.rijen) <= RIJEN for tabel in tabellen)


def test_the_numbers_on_the_first_page_are_those_of_the_analyses() -> None:
    bron = source()
    document = make_voortgang(bron)
    cijfers = {
        c.naam: c
        for deel in document.delen
        for blok in deel.blokken
        if isinstance(blok, Cijfers)
        for c in blok.cijfers
    }
    rijen = keten(bron.beeld, STANDAARD, regio="limburg").rijen
    for thema, leeftijd in (("1", "−12"), ("2", "+12")):
        eigen = [rij for rij in rijen if rij.thema == thema]
        gesloten = sum(not rij.ontbreekt for rij in eigen)
        cijfer = cijfers[f"Gesloten ketens {leeftijd}"]
        assert (cijfer.getal, cijfer.van) == (gesloten, len(eigen))
        assert cijfer.laag <= cijfer.hoog
    wie = tandem(bron.beeld, STANDAARD, regio="limburg").rijen
    bereikt = sum(rij.oordeel != "blinde vlek" for rij in wie)
    assert (cijfers["Bereikt door de tandem"].getal, cijfers["Bereikt door de tandem"].van) == (
        bereikt,
        len(wie),
    )


@enkele
@given(worlds())
def test_recommendations_count_the_open_steps_of_any_region(rijen: Rijen) -> None:
    bron = Bron(view(rijen), STANDAARD)
    leeg = Document("", "", "", DAG, Profiel.PARTNERS, (where_it_stands(bron),))
    document = advise(bron, leeg)
    nummers = document.nummers()
    assert all(set(a.steunt_op) <= nummers.keys() for a in document.aanbevelingen())
    stappen = [a for a in document.aanbevelingen() if "open-stappen" in a.steunt_op]
    geteld = sum(int(n) for a in stappen for n in re.findall(r"(?:: |voor |van )(\d+) schol?o?", a.tekst))
    assert geteld == len(bron.run("open-stappen").rijen)


def test_the_handover_names_whom_only_one_of_the_two_reaches() -> None:
    bron = source()
    document = make_overdracht(bron)
    rijen = bron.run("tandem").rijen
    alleen = [rij.naam for rij in rijen if str(rij.oordeel).startswith("alleen")]
    assert alleen
    assert document.titel.startswith(f"{len(alleen)} van de {len(rijen)} organisaties")
    tabellen = [
        tabel
        for deel in document.delen
        if deel.titel == "Wie stelt u aan wie voor?"
        for tabel in deel.blokken
        if isinstance(tabel, Tabel) and tabel.koppen[0] == "Hoe"
    ]
    voorgesteld = " ".join(rij[2] for tabel in tabellen for rij in tabel.rijen)
    assert all(naam in voorgesteld for naam in alleen)
    (acties,) = [d for d in document.delen if d.titel == "Wat nog loopt"]
    assert "Bellen" in text_of(acties)
    assert "Gedaan" not in text_of(acties)


def test_a_recommendation_without_a_ground_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="rests on a finding"):
        Aanbeveling("Geld", "Geef meer geld.", ())


GEHEIM: list[Uitspraak] = [
    knoop("Jeugdhulpaanbieder", "geheim", naam="Verborgen Huis", vrijgave="intern"),
    relatie("LIGT_IN", "geheim", "nis:71016"),
    relatie("WERKT_SAMEN_MET", "clb", "geheim"),
    relatie("CONTACT_MET", "an", "geheim"),
    knoop("Contactpersoon", "pers", naam="Zora Zonderling", email="zora@voorbeeld.be", functie="intake"),
    relatie("WERKT_VOOR", "pers", "jh"),
    knoop("Coordinator", "cas", naam="Cas Castor", rol="sts", regio="limburg", email="cas@voorbeeld.be"),
    relatie("CONTACT_MET", "cas", "brug"),
]


@pytest.mark.parametrize("soort", RAPPORTEN)
def test_what_is_internal_and_who_is_a_person_stays_out(soort: str) -> None:
    bron = source(*GEHEIM, regio=None if soort == "vlaanderen" else "limburg")
    document = made(soort, bron)
    alles = text_of(document) + text_of(
        [(r.titel, r.noten, [*map(text_of, r.rijen)]) for r in sheets(bron, document).values()]
    )
    for woord in ("Verborgen Huis", "geheim", "Zonderling", "zora@", "Castor", "cas@", "Geen plaats in Bree"):
        assert woord not in alles, woord


def test_what_became_internal_does_not_stand_there_as_gone() -> None:
    nu = source(*GEHEIM).beeld
    toen = Beeld.from_rows([("Clb", "geheim", {"naam": "Verborgen Huis"})], [])
    later = Beeld.from_rows([("Clb", "geheim", {"naam": "Verborgen Huis", "vrijgave": "intern"})], [])
    tijden = limit_times(Tijden((DAG, nu.datum or DAG), (toen, later), later), Profiel.PARTNERS)
    assert [len(beeld) for beeld in (*tijden.gekend, tijden.nu)] == [0, 0, 0]


def test_persons_are_there_when_asked_for_and_it_says_so() -> None:
    document = make_overdracht(source(*GEHEIM, profiel=Profiel.INTERN, personen=True))
    alles = text_of(document)
    assert "Zora Zonderling" in alles
    assert "Cas Castor" in alles
    assert "Verborgen Huis" in alles
    assert document.waarschuwing in to_html(document)
    zonder = make_overdracht(source(*GEHEIM, profiel=Profiel.INTERN))
    assert "Zonderling" not in text_of(zonder)
    assert "Castor" not in text_of(zonder)


@pytest.mark.parametrize("soort", RAPPORTEN)
def test_an_empty_graph_gives_a_report_that_says_so(soort: str) -> None:
    leeg = Beeld.from_rows([], [])
    regio = None if soort == "vlaanderen" else "limburg"
    tijden = Tijden((DAG.replace(year=2025), DAG), (leeg, leeg), leeg)
    document = RAPPORTEN[soort](Bron(leeg.op(DAG), STANDAARD, regio, tijden))
    assert "nog geen" in document.titel
    assert to_html(document)
