"""What the demo shows: a telling mix, on any seed, by the analyses themselves."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netwerkkaart.analyse.hiaten import hiaten
from netwerkkaart.analyse.keten import keten
from netwerkkaart.demo import generate_demo
from netwerkkaart.demo.plaatsen import afstand, load_plaatsen, verdeel
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.graph.vrijgave import Profiel, beperk
from netwerkkaart.schema.vocabularia import REGIOS
from tests.demo.inlees import DATUM, Ingelezen, lees_in
from tests.voorbeelden import aantal

OORDELEN = {"gedekt", "volzet", "niet verbonden", "hiaat", "witte vlek"}


def check_mix(beeld: Beeld, regio: str) -> None:
    cellen = [c for c in hiaten(beeld, per="gemeente", regio=regio).rijen if c.scholen]
    for keuze in (cellen, [c for c in cellen if c.doelgroep == "leerling"]):
        telling = Counter(str(cel.oordeel) for cel in keuze)
        assert set(telling) == OORDELEN
        assert min(telling.values()) >= 0.05 * len(keuze), telling
    regiocellen = Counter(str(cel.oordeel) for cel in hiaten(beeld, per="regio", regio=regio).rijen)
    assert set(regiocellen) == OORDELEN, regiocellen
    assert regiocellen["gedekt"] >= 5
    ketens = keten(beeld, regio=regio).rijen
    for thema in ("1", "2"):
        eigen = [rij for rij in ketens if rij.thema == thema]
        assert 0.5 <= sum(rij.oordeel == "gesloten" for rij in eigen) / len(eigen) <= 0.75


@pytest.mark.parametrize("zaad", [2026, 1, 2, 3, 4])
def test_five_seeds_show_every_verdict_and_half_to_three_quarters_closed_chains(
    zaad: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    demo = generate_demo(tmp_path_factory.mktemp("mix"), zaad=zaad, datum=DATUM)
    check_mix(lees_in(demo, DATUM).beeld(DATUM), "limburg")


@settings(max_examples=aantal(6), deadline=None)
@given(st.integers(0, 10**9), st.sampled_from(REGIOS), st.dates(date(2021, 1, 1), date(2035, 1, 1)))
def test_the_mix_is_designed_not_a_lucky_seed(
    tmp_path_factory: pytest.TempPathFactory, zaad: int, regio: str, datum: date
) -> None:
    demo = generate_demo(tmp_path_factory.mktemp("mix"), regio=regio, zaad=zaad, datum=datum)
    gelezen = lees_in(demo, datum)
    assert gelezen.meldingen == []
    check_mix(gelezen.beeld(datum), regio)


def test_schools_stand_where_people_live(ingelezen: Ingelezen) -> None:
    beeld = ingelezen.beeld(DATUM)
    per = Counter(beeld.ids[beeld.gemeente[s]] for s in beeld.van_soort("School").tolist())
    assert max(per, key=lambda nis: per[nis]) == "nis:71072", "Hasselt"
    assert "nis:73028" not in per, "Herstappe has no school"
    assert len(per) == 37


def test_ties_are_mostly_near_and_few_hold_many(ingelezen: Ingelezen) -> None:
    beeld = ingelezen.beeld(DATUM)
    plaatsen = {f"nis:{p.nis}": p for p in load_plaatsen("limburg")}
    samen = beeld.van_type("WERKT_SAMEN_MET")
    km = [
        afstand(plaatsen[beeld.ids[beeld.gemeente[a]]], plaatsen[beeld.ids[beeld.gemeente[b]]])
        for a, b in zip(samen.van.tolist(), samen.naar.tolist(), strict=True)
    ]
    assert np.median(km) < 16
    banden = beeld.banden
    graad = np.bincount(np.concatenate([banden.van, banden.naar]), minlength=beeld.aantal_organisaties)
    hulp = np.concatenate([beeld.van_soort("Jeugdhulpaanbieder"), beeld.van_soort("LokaalBestuur")])
    assert graad[hulp].max() > 5 * np.median(graad[hulp])


def test_some_bridges_hang_on_one_tie_or_one_person(ingelezen: Ingelezen) -> None:
    beeld = ingelezen.beeld(DATUM)
    groepen: dict[tuple[tuple[int, int], ...], list[object]] = defaultdict(list)
    for type_ in ("WERKT_SAMEN_MET", "VERWIJST_NAAR"):
        tabel = beeld.van_type(type_)
        kolom = tabel.kolommen.get("via", [None] * len(tabel))
        for a, b, via in zip(tabel.van.tolist(), tabel.naar.tolist(), kolom, strict=True):
            einden = sorted((int(beeld.sector[k]), int(beeld.gemeente[k])) for k in (a, b))
            if einden[0][0] != einden[1][0]:
                groepen[tuple(einden)].append(via)
    assert sum(len(via) == 1 for via in groepen.values()) > 50
    assert sum(len(via) > 1 and None not in via and len(set(via)) == 1 for via in groepen.values()) >= 10


def test_knowledge_is_uneven_and_time_passes(ingelezen: Ingelezen) -> None:
    relaties = list(ingelezen.relaties.values())
    banden = [r for r in relaties if r.type == "WERKT_SAMEN_MET"]
    stand = Counter(r.eigenschappen.get("bevestiging") for r in banden)
    assert set(stand) == {None, "bevestigd", "eenzijdig", "betwist"}
    assert all(aantal > 20 for aantal in stand.values())
    for r in banden:
        if r.eigenschappen.get("bevestiging") == "betwist":
            assert r.eigenschappen["vrijgave"] == "intern"
    einden = [r.eigenschappen["tot"] for r in relaties if "tot" in r.eigenschappen]
    assert sum(str(tot) <= DATUM.isoformat() for tot in einden) > 50
    later = [
        k for k in ingelezen.knopen.values()
        if k.label == "Aanbod" and str(k.eigenschappen.get("sinds", "")) > DATUM.isoformat()
    ]  # fmt: skip
    assert later, "offers that start after the reference date"


def test_nobody_writes_down_what_has_not_begun(ingelezen: Ingelezen) -> None:
    for relatie in ingelezen.relaties.values():
        eigen = relatie.eigenschappen
        for later in ("bron_datum", "bevestigd_op"):
            if "sinds" in eigen and later in eigen:
                assert str(eigen["sinds"]) <= str(eigen[later]) <= DATUM.isoformat(), eigen


def test_offers_are_full_in_each_of_the_three_ways(ingelezen: Ingelezen) -> None:
    aanbod = [k.eigenschappen for k in ingelezen.knopen.values() if k.label == "Aanbod"]
    assert any(a.get("capaciteit") == 0 for a in aanbod)
    assert any(int(str(a.get("wachttijd_weken", 0))) > 8 for a in aanbod)
    assert any(0 < int(str(a.get("capaciteit", 0))) <= int(str(a.get("bezet", -1))) for a in aanbod)
    assert any("capaciteit" not in a and "wachttijd_weken" not in a for a in aanbod)


def test_some_work_alone_and_partners_read_kind_and_place_for_a_name(ingelezen: Ingelezen) -> None:
    beeld = ingelezen.beeld(DATUM)
    zelf = [k for k, waarde in enumerate(beeld.kolom("zelfstandige")) if waarde]
    assert {beeld.label(k) for k in zelf} == {"Jeugdhulpaanbieder", "GeestelijkeGezondheidszorg", "Werkactor"}
    assert all((beeld.banden.van == k).any() or (beeld.banden.naar == k).any() for k in zelf), (
        "drawn by a tie"
    )
    vrij = {k for k in zelf if beeld.kolom("vrijgave")[k] == "partners"}
    klein = beperk(beeld, Profiel.PARTNERS)
    alles = repr([klein.ids, klein.kolommen, [(t.rids, t.kolommen) for t in klein.relaties.values()]])
    assert vrij
    assert {k for k in zelf if beeld.naam(k) in alles} == vrij
    for k in set(zelf) - vrij:
        assert beeld.ids[k].partition(":")[2] not in alles
    assert alles.count("Zelfstandige ") == len(zelf) - len(vrij) > 0


def test_the_tandem_shares_some_and_misses_some(ingelezen: Ingelezen) -> None:
    kent: dict[str, set[str]] = defaultdict(set)
    zit: dict[str, set[str]] = defaultdict(set)
    for r in ingelezen.relaties.values():
        if r.type == "CONTACT_MET":
            kent[r.van].add(r.naar)
        if r.type == "NEEMT_DEEL_AAN":
            zit[r.naar].add(r.van)
    lerend, sts = "coordinator:lerend-limburg", "coordinator:sts-limburg"
    assert kent[lerend] & kent[sts]
    assert kent[lerend] - kent[sts]
    assert kent[sts] - kent[lerend]
    organisaties = {k.id for k in ingelezen.knopen.values() if k.label in ("School", "Jeugdhulpaanbieder")}
    assert len(organisaties - kent[lerend] - kent[sts]) > 0.4 * len(organisaties), "a blind spot"
    assert any({lerend, sts} <= leden for leden in zit.values())
    paren = [(a, b) for a in zit for b in zit if a < b]
    assert sum(len(zit[a] & zit[b]) >= 3 for a, b in paren) > 20, "fora overlap"


@given(
    st.lists(st.floats(0, 1000), min_size=1, max_size=30).filter(lambda g: sum(g) > 0),
    st.integers(0, 500),
    st.integers(0, 3),
)
def test_a_fair_share_adds_up_and_keeps_its_minimum(gewichten: list[float], rest: int, minimum: int) -> None:
    totaal = rest + minimum * sum(g > 0 for g in gewichten)
    deel = verdeel(totaal, gewichten, minimum)
    assert sum(deel) == totaal
    for stuks, gewicht in zip(deel, gewichten, strict=True):
        assert stuks >= (minimum if gewicht > 0 else 0)
        assert gewicht > 0 or stuks == 0
