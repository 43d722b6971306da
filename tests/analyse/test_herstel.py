"""Repairs of chains against adding ties and walking the graph again; distances by hand."""

from __future__ import annotations

import math
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netwerkkaart import gebied
from netwerkkaart.analyse.bereik import compute_reach
from netwerkkaart.analyse.drempels import Drempels
from netwerkkaart.analyse.keten import keten
from netwerkkaart.analyse.ketenafstand import STRAAL_KM, Gemeten, Ligging
from netwerkkaart.analyse.ketencijfers import keten_cijfers
from netwerkkaart.analyse.ketenfiguren import draw_keten, draw_ketencijfers
from netwerkkaart.analyse.ketenherstel import HerstelRij, ketenherstel
from netwerkkaart.analyse.ketenherstel_samen import draw_samen, ketenherstel_samen
from netwerkkaart.analyse.ketenhulp import Hulp
from netwerkkaart.analyse.ketenkeuze import Gekozen, Keuze
from netwerkkaart.analyse.ketenstappen import OpenStap, Openstappen, draw_open_stappen, open_stappen
from tests.analyse.brute import ORG, STAPPEN, Wereld
from tests.analyse.grafen import DATUM, Bouwer, Rijen, geography, view, worlds
from tests.analyse.test_nieuwe_bruggen import meet
from tests.analyse.voorbeeld import example
from tests.voorbeelden import aantal

Paar = tuple[str, str]
dertig = settings(max_examples=aantal(30), deadline=None)


def pair(een: str, ander: str) -> Paar:
    return min(een, ander), max(een, ander)


def point(wereld: Wereld, id_: str) -> tuple[object, object] | None:
    p, gemeente = wereld.p[id_], wereld.municipality(id_) or ""
    centrum = gebied.gemeenten().get(gemeente.removeprefix("nis:"))
    if "lengte" in p:
        return p["lengte"], p["breedte"]
    return None if centrum is None else (centrum.lon, centrum.lat)


def km(wereld: Wereld, een: str, ander: str) -> float | None:
    """Law of cosines, another formula than the one that is tested; within metres of it."""
    punten = [point(wereld, een), point(wereld, ander)]
    if None in punten:
        return None
    (l1, b1), (l2, b2) = (tuple(math.radians(float(str(graad))) for graad in punt) for punt in punten if punt)
    cosinus = math.sin(b1) * math.sin(b2) + math.cos(b1) * math.cos(b2) * math.cos(l2 - l1)
    return STRAAL_KM * math.acos(min(1.0, cosinus))


@st.composite
def placed(draw: st.DrawFn) -> Rijen:
    """A random world in which some organisations have coordinates."""
    knopen, relaties = draw(worlds())
    uit = []
    for label, id_, p in knopen:
        if label in ORG and draw(st.booleans()):
            plek = draw(st.tuples(st.integers(0, 9), st.integers(0, 9)))
            p = {**p, "lengte": 4 + plek[0] / 10, "breedte": 51 + plek[1] / 10}
        uit.append((label, id_, p))
    return uit, relaties


def mended(wereld: Wereld, *banden: Paar) -> set[tuple[str, str, str]]:
    for band in banden:
        wereld = wereld.with_tie(*band)
    return wereld.reached()


@dertig
@given(placed(), st.integers(1, 3))
def test_every_open_step_has_its_nearest_offer_and_a_tie_that_mends_it(rijen: Rijen, schakels: int) -> None:
    wereld = Wereld(*rijen, DATUM, schakels=schakels)
    uitkomst = open_stappen(view(rijen), Drempels(schakels=schakels))
    winst = wereld.gains()
    bereikt = wereld.reached()
    assert {(r.id, r.thema, r.stap) for r in uitkomst.rijen} == set(wereld.triples()) - bereikt
    for rij in uitkomst.rijen:
        drie = (rij.id, rij.thema, rij.stap)
        assert rij.oordeel == wereld.step(*drie)
        _check_nearest(wereld, rij)
        paren = [paar for paar, gewonnen in winst.items() if drie in gewonnen]
        assert (rij.remedie == "één nieuwe band") == bool(paren)
        if rij.band is None:
            continue
        paar = pair(rij.band.van, rij.band.naar)
        assert paar in paren
        # Ends that meet go first; then the length of the route.
        assert meet(wereld, *paar) or not any(meet(wereld, *p) for p in paren)
        assert bool(rij.band.fora) == meet(wereld, *paar)
        met = wereld.with_tie(*paar)
        bieders = {b for b, a in met.of("BIEDT") if a in met.reached_offers(*drie)}
        assert rij.band.schakels == min(d for org, d in met.distance(rij.id).items() if org in bieders)
        bestaat = {str(r[3]["rid"]) for r in wereld.rel} | set(wereld.p)
        assert set(rij.bewijs) <= bestaat


def _check_nearest(wereld: Wereld, rij: OpenStap) -> None:
    bieders = {
        bieder
        for bieder, a in wereld.of("BIEDT")
        if not wereld.full(a) and wereld.fits(a, rij.id, rij.thema, rij.stap)
    }
    assert bool(rij.aanbieder) == bool(bieders)
    afstanden = [d for b in bieders if (d := km(wereld, rij.id, b)) is not None]
    if not afstanden:
        assert rij.afstand_km is None
        return
    assert rij.aanbieder in bieders
    assert (rij.aanbieder, rij.aanbod) in wereld.of("BIEDT")
    assert rij.afstand_km == pytest.approx(min(afstanden), abs=0.06)
    beide = all("lengte" in wereld.p[id_] for id_ in (rij.id, rij.aanbieder))
    assert rij.gemeten is (Gemeten.ADRES if beide else Gemeten.GEMEENTE)


@dertig
@given(worlds(), st.integers(1, 2))
def test_no_smaller_set_of_ties_closes_the_chain(rijen: Rijen, schakels: int) -> None:
    wereld = Wereld(*rijen, DATUM, schakels=schakels)
    winst = wereld.gains()
    orgs = sorted(id_ for id_, soort in wereld.soort.items() if soort in ORG)
    uitkomst = ketenherstel(view(rijen), Drempels(schakels=schakels))
    open_ = {(s, t) for s, t, _ in wereld.triples() if wereld.chain(s, t) != "gesloten"}
    assert {(r.id, r.thema) for r in uitkomst.rijen} == open_
    for rij in uitkomst.rijen:
        ontbreekt = {(rij.id, rij.thema, stap) for stap in rij.ontbreekt}
        te_herstellen = ontbreekt & set().union(*winst.values())
        voorstel = [(band.van, band.naar) for band in rij.nieuwe_banden]
        assert te_herstellen <= mended(wereld, *voorstel)
        assert len(rij.blijft_open) == len(ontbreekt - te_herstellen)
        assert rij.banden == (None if rij.blijft_open else len(voorstel))
        if len(voorstel) == 2:  # one does not do
            assert not any(te_herstellen <= gewonnen for gewonnen in winst.values())
        if len(voorstel) == 3 and len(orgs) <= 9:  # nor do any two, whatever they make possible together
            paren = list(combinations(orgs, 2))
            assert not any(te_herstellen <= mended(wereld, *twee) for twee in combinations(paren, 2))


@dertig
@given(worlds())
def test_of_sets_as_small_the_one_with_most_meetings_is_proposed(rijen: Rijen) -> None:
    wereld = Wereld(*rijen, DATUM)
    winst = wereld.gains()
    for rij in ketenherstel(view(rijen)).rijen:
        doel = {(rij.id, rij.thema, stap) for stap in rij.ontbreekt} & set().union(*winst.values())
        sets = combinations([p for p, d in winst.items() if d & doel], len(rij.nieuwe_banden))
        goed = [keuze for keuze in sets if doel <= set().union(*(winst[p] for p in keuze))]
        meeste = max(sum(meet(wereld, *p) for p in keuze) for keuze in goed)
        assert sum(bool(band.fora) for band in rij.nieuwe_banden) == meeste


@dertig
@given(worlds(), st.integers(1, 3))
def test_ties_that_close_most_chains_are_ranked_exactly(rijen: Rijen, schakels: int) -> None:
    wereld = Wereld(*rijen, DATUM, schakels=schakels)
    bereikt = wereld.reached()

    def closed(reached: set[tuple[str, str, str]]) -> set[Paar]:
        return {(s, t) for s, t, _ in wereld.triples() if all((s, t, stap) in reached for stap in STAPPEN[t])}

    nu = closed(bereikt)
    per_band = {
        paar: closed(bereikt | drie) - nu
        for paar, drie in wereld.gains().items()
        if "School" not in (wereld.soort[paar[0]], wereld.soort[paar[1]])
    }
    beste = sorted(
        (p for p, ketens in per_band.items() if ketens),
        key=lambda p: (-len(per_band[p]), not meet(wereld, *p), *p),
    )
    uitkomst = ketenherstel_samen(view(rijen), Drempels(schakels=schakels), aantal=4)
    assert [(r.van, r.naar) for r in uitkomst.rijen] == beste[:4]
    for nr, rij in enumerate(uitkomst.rijen):
        paar = (rij.van, rij.naar)
        assert rij.ketens == len(per_band[paar])
        assert set(rij.scholen) == {s for s, _ in per_band[paar]}
        samen = closed(mended(wereld, *beste[: nr + 1])) - nu
        assert rij.ketens <= rij.samen <= len(samen)
        bestaat = {str(r[3]["rid"]) for r in wereld.rel} | set(wereld.p)
        assert set(rij.bewijs) <= bestaat


@dertig
@given(worlds())
def test_a_region_shows_its_own_schools_with_the_same_repairs(rijen: Rijen) -> None:
    wereld, beeld = Wereld(*rijen, DATUM), view(rijen)
    for analyse in (open_stappen, ketenherstel):
        alle: list[OpenStap | HerstelRij] = list(analyse(beeld).rijen)
        eigen = [rij for rij in alle if wereld.region(rij.id) == "limburg"]
        assert list(analyse(beeld, regio="limburg").rijen) == eigen
    for band in ketenherstel_samen(beeld, regio="limburg").rijen:
        assert {wereld.region(school) for school in band.scholen} == {"limburg"}


def test_the_example_of_the_documentation() -> None:
    beeld = view(example())
    stappen = {(r.id, r.stap): r for r in open_stappen(beeld).rijen}
    voorkomen = stappen["vrij", "voorkomen"]
    assert (voorkomen.remedie, voorkomen.nieuwe_band) == ("één nieuwe band", "VRIJ – JH")
    assert (voorkomen.aanbieder, voorkomen.gemeten) == ("jh", Gemeten.GEMEENTE)
    assert voorkomen.afstand_km == 9.7
    assert stappen["brug", "heroriënteren"].remedie == "plaats in het aanbod"
    assert stappen["ath", "toeleiden naar werk"].remedie == "nieuw aanbod"
    assert stappen["ath", "alternatieve dagbesteding"].remedie == "in kaart brengen"
    assert open_stappen(beeld).titel == (
        "Vlaanderen en Brussel: 7 van de 14 stappen van de ketens zijn open; "
        "1 daarvan (14%) is met één nieuwe band te bereiken."
    )
    herstel = {r.id: r for r in ketenherstel(beeld).rijen}
    assert herstel["vrij"].voorstel == "VRIJ – JH"
    assert herstel["vrij"].banden is None
    assert herstel["vrij"].blijft_open == ("heroriënteren: volzet",)


def test_one_tie_of_a_clb_closes_the_chains_of_its_schools() -> None:
    b = Bouwer()
    (gemeente, *_) = geography(b)
    for school in ("s1", "s2"):
        b.node("School", school, niveaus=["lager"], leerlingen=100)
        b.rel("LIGT_IN", school, gemeente)
        b.rel("BEGELEIDT", "c1", school)
    b.node("Clb", "c1")
    b.node("Jeugdhulpaanbieder", "j1")
    b.node("Aanbod", "o1", themas=["1"], continuum=["alle"], doelgroepen=["leerling"])
    b.rel("BIEDT", "j1", "o1")
    b.rel("BEREIKT", "o1", gemeente)
    uitkomst = ketenherstel_samen(view(b.rijen))
    (rij,) = uitkomst.rijen
    assert (rij.van, rij.naar, rij.ketens, rij.leerlingen) == ("c1", "j1", 2, 200)
    assert rij.bewijs == ("c1", "j1", "BEGELEIDT|c1|s1", "BIEDT|j1|o1", "BEGELEIDT|c1|s2")
    assert uitkomst.titel == ("Vlaanderen en Brussel: één band, C1 met J1, sluit beide open ketens.")
    assert draw_samen(uitkomst).staven[0].waarden == (2.0,)
    # Where the CLB itself provides, no new tie can lead to it: only its own schools come to a CLB.
    b.node("School", "s3", niveaus=["lager"])
    b.rel("LIGT_IN", "s3", gemeente)
    b.relaties.pop("BIEDT|j1|o1")
    b.rel("BIEDT", "c1", "o1")
    stappen = open_stappen(view(b.rijen)).rijen
    assert {(r.id, r.remedie) for r in stappen} == {("s3", "een andere aanbieder")}


def test_distance_is_between_addresses_where_both_are_known() -> None:
    b = Bouwer()
    (b.node("Gemeente", "nis:72004", nis="72004"), b.node("Gemeente", "nis:72030", nis="72030"))
    b.node("School", "s", lengte=5.0, breedte=51.0)
    b.node("Clb", "c", lengte=5.0, breedte=52.0)
    for id_ in ("d", "e"):
        b.node("Clb", id_)
    b.rel("LIGT_IN", "d", "nis:72004")
    beeld = view(b.rijen)
    ligging = Ligging.of(beeld)
    s, c, d, e = (beeld.nummer[id_] for id_ in "scde")
    # One degree of a meridian: 6371.0088 × π / 180 km.
    assert ligging.between(s, c) == (111.2, Gemeten.ADRES)
    assert ligging.between(s, d).gemeten is Gemeten.GEMEENTE
    assert ligging.between(s, e) == (None, Gemeten.ONBEKEND)


def test_pictures_count_what_the_rows_say() -> None:
    beeld = view(example())
    per_stap = {s.label: s for s in draw_keten(keten(beeld)).staven}
    assert per_stap["thema 1, voorkomen"].waarden == (2.0, 1.0, 0.0)
    assert per_stap["thema 1, voorkomen"].tekst == "67% bereikt"
    assert per_stap["thema 2, alternatieve dagbesteding"].waarden == (0.0, 0.0, 2.0)
    een, twee = draw_ketencijfers(keten_cijfers(beeld)).staven
    assert (een.label, een.tekst) == ("Limburg, thema 1", "33% van 3")
    assert twee.marge == (0.0, 50.0)
    assert een.marge == (33.0, 33.0)
    open_ = {s.label: s.waarden for s in draw_open_stappen(open_stappen(beeld)).staven}
    assert open_["+12 toeleiden naar werk"] == (0.0, 0.0, 1.0, 1.0)


@dertig
@given(placed(), st.integers(1, 3))
def test_the_tie_of_every_open_step_is_the_one_that_is_chosen_for_it_alone(
    rijen: Rijen, schakels: int
) -> None:
    """Found for all steps at once; :class:`Keuze` lists every tie that mends the one."""
    hulp = Hulp(compute_reach(view(rijen), Drempels(schakels=schakels)))
    stappen = Openstappen.of(hulp, np.ones(len(hulp.bereik.start), dtype=bool))
    keuze = Keuze(hulp)
    for plek, (school, stap) in enumerate(zip(stappen.school.tolist(), stappen.stap.tolist(), strict=True)):
        van, naar, links = (int(kolom[plek]) for kolom in stappen.banden)
        band = [Gekozen(van, naar, 1 << stap, links)] if van >= 0 else []
        kan = int(hulp.te_herstellen[school]) >> stap & 1
        assert band == (keuze.best(school, 1 << stap) if kan else [])
