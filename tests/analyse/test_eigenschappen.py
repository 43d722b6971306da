"""What must hold on any data: for names, for more ties, for sums, for empty and odd views."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import fields
from datetime import date

import pytest
from hypothesis import given, settings

from netwerkkaart.analyse import ANALYSES
from netwerkkaart.analyse.bevindingen import drie_bevindingen
from netwerkkaart.analyse.drempels import Drempels
from netwerkkaart.analyse.hiaten import hiaten
from netwerkkaart.analyse.jeugdhulp import keten_jeugdhulp
from netwerkkaart.analyse.keten import keten
from netwerkkaart.analyse.ketencijfers import keten_cijfers
from netwerkkaart.analyse.nieuwe_bruggen import nieuwe_bruggen
from netwerkkaart.graph.beeld import Beeld
from tests.analyse.brute import SECTOR, Wereld
from tests.analyse.grafen import DATUM, Bouwer, Rijen, geography, view, worlds
from tests.analyse.invoer import make_invoer
from tests.voorbeelden import aantal

dertig = settings(max_examples=aantal(30), deadline=None)


def renamed(rijen: Rijen) -> Rijen:
    """The same world with every organisation and offer renamed, in the opposite order."""
    nieuw = {
        id_: f"z{chr(122 - int(id_[1:]))}{id_}" if label in SECTOR or label == "Aanbod" else id_
        for label, id_, _ in rijen[0]
    }
    knopen = [(label, nieuw[id_], p) for label, id_, p in rijen[0]]
    return knopen, [(t, nieuw[v], nieuw[n], {**p, "rid": f"{nieuw[v]}{p['rid']}"}) for t, v, n, p in rijen[1]]


@dertig
@given(worlds())
def test_names_decide_nothing(rijen: Rijen) -> None:
    eerst, later = view(rijen), view(renamed(rijen))
    assert [(c.gebied, c.oordeel) for c in hiaten(eerst).rijen] == [
        (c.gebied, c.oordeel) for c in hiaten(later).rijen
    ]
    assert {(r.id, r.thema, r.oordeel) for r in keten(eerst).rijen} == {
        (r.id[2:], r.thema, r.oordeel) for r in keten(later).rijen
    }
    assert keten_cijfers(eerst).cijfers == keten_cijfers(later).cijfers
    assert [r.winst for r in nieuwe_bruggen(eerst, 1).rijen] == [
        r.winst for r in nieuwe_bruggen(later, 1).rijen
    ]


@dertig
@given(worlds())
def test_a_tie_more_never_opens_a_chain(rijen: Rijen) -> None:
    dicht = {(r.id, r.thema) for r in keten(view(rijen)).rijen if r.oordeel == "gesloten"}
    orgs = [id_ for label, id_, _ in rijen[0] if label in SECTOR]
    for ander in orgs[1:]:
        meer = ("WERKT_SAMEN_MET", orgs[0], ander, {"rid": "extra"})
        met = keten(view((rijen[0], [*rijen[1], meer]))).rijen
        assert dicht <= {(r.id, r.thema) for r in met if r.oordeel == "gesloten"}


@dertig
@given(worlds())
def test_figures_add_up(rijen: Rijen) -> None:
    beeld = view(rijen)
    regio, gemeente = keten_cijfers(beeld).rijen, keten_cijfers(beeld, per="gemeente").rijen
    for thema in "12":
        for veld in ("scholen", "gesloten", "hoogstens", "onbevestigd", "leerlingen"):
            per_regio = sum(getattr(r, veld) for r in regio if r.thema == thema)
            assert per_regio == sum(getattr(r, veld) for r in gemeente if r.thema == thema)
        oordelen = Counter(r.oordeel for r in keten(beeld).rijen if r.thema == thema)
        assert sum(oordelen.values()) == keten_cijfers(beeld).cijfers[f"thema {thema} scholen"]
    for rij in regio:
        assert rij.gesloten <= rij.hoogstens <= rij.scholen
    for code in ("limburg", "antwerpen", "brussel"):
        assert [c for c in hiaten(beeld).rijen if c.gebied == code] == list(hiaten(beeld, regio=code).rijen)


@dertig
@given(worlds())
def test_folding_keeps_the_sites_and_closes_only_where_all_close(rijen: Rijen) -> None:
    beeld = view(rijen)
    vestigingen = keten(beeld).rijen
    nummer = dict(zip(beeld.ids, beeld.kolom("instellingsnummer"), strict=True))
    for rij in keten(beeld, niveau="instelling").rijen:
        leden = [r for r in vestigingen if r.thema == rij.thema and nummer[r.id] == rij.id]
        assert rij.vestigingen == len(leden)
        assert rij.vestigingen_gesloten == sum(r.oordeel == "gesloten" for r in leden)
        assert (rij.oordeel == "gesloten") == all(r.oordeel == "gesloten" for r in leden)


@dertig
@given(worlds())
def test_chain_from_youth_care(rijen: Rijen) -> None:
    wereld = Wereld(*rijen, DATUM)
    banden = [(v, n) for t, v, n, _ in wereld.rel if t in {"BEGELEIDT", "WERKT_SAMEN_MET", "VERWIJST_NAAR"}]
    for rij in keten_jeugdhulp(view(rijen)).rijen:
        eerste = {n for v, n in banden if v == rij.id} | {v for v, n in banden if n == rij.id}
        eerste = {x for x in eerste if wereld.soort[x] != "School"}
        verder = {y for x in eerste for y in wereld.further(x, rij.id) if wereld.soort[y] != "Clb"}
        binnen = {rij.id} | eerste | verder
        for stap in rij.stappen:
            raakt = any(
                aanbieder in binnen and not wereld.full(a) and wereld.fits(a, rij.id, "2", stap.stap)
                for aanbieder, a in wereld.of("BIEDT")
            )
            assert (stap.oordeel == "gesloten") == raakt
        assert [s.stap for s in rij.stappen] == [
            "heroriënteren",
            "toeleiden naar werk",
            "alternatieve dagbesteding",
        ]


@dertig
@given(worlds())
def test_findings_point_at_what_exists(rijen: Rijen) -> None:
    beeld = view(rijen)
    bestaat = set(beeld.ids) | {rid for tabel in beeld.relaties.values() for rid in tabel.rids}
    bevindingen = drie_bevindingen(beeld)
    assert len(bevindingen) <= 3
    for bevinding in bevindingen:
        assert {*bevinding.organisaties, *bevinding.scholen, *bevinding.bewijs} <= bestaat
        assert bevinding.zin.endswith(".")
    aantallen = [len(b.scholen) for b in bevindingen]
    assert aantallen == sorted(aantallen, reverse=True)


def run(naam: str, beeld: Beeld) -> object:
    analyse = ANALYSES[naam]
    opties = {"regio": "limburg"} if analyse.regio_verplicht else {}
    return analyse.load()(make_invoer(analyse, beeld), **opties)


@pytest.mark.parametrize("naam", list(ANALYSES))
def test_every_analysis_runs_on_nothing_and_gives_plain_rows_with_evidence(naam: str) -> None:
    from netwerkkaart.analyse.uitkomst import MetBewijs, Uitkomst
    from tests.analyse.voorbeeld import example

    bouwer = Bouwer()
    geography(bouwer)
    alleen_school = Bouwer()
    alleen_school.node("School", "s")
    for rijen in (([], []), bouwer.rijen, alleen_school.rijen, example()):
        uitkomst = run(naam, view(rijen))
        assert isinstance(uitkomst, Uitkomst)
        assert uitkomst.naam == naam
        assert uitkomst.titel.endswith(".")
        plat = uitkomst.to_dicts()
        assert json.loads(json.dumps(plat)) == plat
        assert uitkomst == run(naam, view(rijen))
        assert [k.naam for k in uitkomst.kolommen] == [f.name for f in fields(uitkomst.rijtype)]
        assert all(k.kop for k in uitkomst.kolommen)
        assert all(isinstance(rij, MetBewijs) and isinstance(rij.bewijs, tuple) for rij in uitkomst.rijen)


def test_findings_on_an_empty_view_are_none() -> None:
    assert drie_bevindingen(view(([], []))) == ()


def test_where_nothing_is_mapped_the_white_spot_is_told() -> None:
    b = Bouwer()
    gemeenten = geography(b)
    b.node("School", "s", niveaus=["secundair"])
    b.rel("LIGT_IN", "s", gemeenten[0])
    (bevinding,) = drie_bevindingen(view(b.rijen))
    assert bevinding.soort == "witte vlek"
    assert bevinding.zin == "Voor 1 school in NIS:71001 weten we niets over voorkomen (thema 2)."
    assert bevinding.gemeenten == ("71001",)


def test_a_view_without_a_date_is_a_fault_of_the_caller() -> None:
    with pytest.raises(ValueError, match=r"beeld\.op"):
        hiaten(Beeld.from_rows([], []))


def test_thresholds_are_options_and_told_in_dutch() -> None:
    assert (
        Drempels(wachttijd_weken=12)
        .zinnen()["wachttijd_weken"]
        .startswith("Een aanbod met meer dan 12 weken")
    )
    assert "25%" in Drempels().zinnen()["aandeel_niet_verbonden"]
    with pytest.raises(ValueError, match="schakels"):
        Drempels(schakels=0)


def test_waiting_time_threshold_decides_what_is_full() -> None:
    from tests.analyse.voorbeeld import example

    oordelen = {r.id: r.oordeel for r in keten(view(example()), Drempels(wachttijd_weken=12)).rijen}
    assert oordelen["brug"] == "niet verbonden"


def test_reported_gaps_are_counted_and_map_nothing() -> None:
    b = Bouwer()
    gemeenten = geography(b)
    b.node("School", "s", niveaus=["lager"])
    b.rel("LIGT_IN", "s", gemeenten[0])
    b.node("Hiaat", "h1", thema="1", stap="voorkomen", doelgroepen=["ouder"], gemeenten=["71001"])
    b.node("Hiaat", "h2", thema="1", regio="limburg")
    b.node("Hiaat", "h3", thema="2", doelgroepen=[])
    cellen = {
        (c.gebied, c.stap, c.doelgroep): c
        for c in hiaten(view(b.rijen), per="gemeente").rijen
        if c.thema == "1"
    }
    assert cellen["nis:71001", "voorkomen", "ouder"].gemeld == 2
    assert cellen["nis:71001", "voorkomen", "leerling"].gemeld == 1
    assert cellen["nis:71002", "voorkomen", "ouder"].gemeld == 1
    assert cellen["nis:71003", "voorkomen", "ouder"].gemeld == 0
    assert cellen["nis:71001", "voorkomen", "ouder"].oordeel == "witte vlek"


def test_age_of_an_inventory_is_counted_in_months() -> None:
    def verdict(datum: date) -> str:
        b = Bouwer()
        gemeenten = geography(b)
        b.node("School", "s", niveaus=["lager"])
        b.rel("LIGT_IN", "s", gemeenten[0])
        b.node(
            "Inventarisatie", "i", regio="limburg", gemeenten=["alle"], thema="1", stap="voorkomen",
            doelgroepen=["alle"], volledig=True, datum=datum,
        )  # fmt: skip
        return str(hiaten(view(b.rijen), regio="limburg").rijen[0].oordeel)

    assert verdict(date(2024, 3, 31)) == "hiaat"
    assert verdict(date(2024, 3, 30)) == "witte vlek"
    assert verdict(date(2026, 4, 1)) == "witte vlek"
