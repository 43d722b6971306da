"""Agreements per cell, against plain sets."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from netwerkkaart.analyse.afspraken import afspraken, draw_afspraken
from tests.analyse.brute import DOELGROEPEN, STAPPEN, Wereld, lists
from tests.analyse.grafen import DATUM, Bouwer, Rijen, geography, small, view
from tests.analyse.test_eigenschappen import renamed
from tests.analyse.voorbeeld import example
from tests.voorbeelden import aantal


def agreed(seed: int) -> Rijen:
    """A small world with agreements, boards, and a board of boards."""
    r = random.Random(seed)
    knopen, relaties = small(seed)
    orgs = [id_ for _, id_, _ in knopen if id_[0] in "sac" and id_ != "sts"]
    besturen = ["b0", "b1"]
    knopen += [("Bestuur", id_, {"naam": id_.upper()}) for id_ in besturen]

    def rel(type_: str, van: str, naar: str) -> None:
        relaties.append((type_, van, naar, {"rid": f"{type_}|{van}|{naar}"}))

    rel("ONDERDEEL_VAN", "b0", "b1")
    for org in orgs:
        if r.random() < 0.3:
            rel("ONDERDEEL_VAN", org, r.choice(besturen))
    for nr in range(r.randint(0, 4)):
        p = {
            "naam": f"AF{nr}",
            "themas": r.choice([["1"], ["2"], ["alle"]]),
            "continuum": r.choice([["alle"], [r.choice(STAPPEN["2"])], []]),
            "doelgroepen": r.choice([["alle"], ["ouder"], ["leerling", "school"]]),
        }
        knopen.append(("Afspraak", f"af{nr}", p))
        for org in r.sample([*orgs, *besturen], min(len(orgs), r.randint(0, 3))):
            rel("PARTIJ_BIJ", org, f"af{nr}")
    return knopen, relaties


def parties(wereld: Wereld, afspraak: str) -> set[str]:
    """Who is a party, itself or through a board above it."""
    uit = {o for o, naar in wereld.of("PARTIJ_BIJ") if naar == afspraak}
    while True:
        meer = uit | {o for o, boven in wereld.of("ONDERDEEL_VAN") if boven in uit}
        if meer == uit:
            return {o for o in uit if wereld.soort[o] != "Bestuur"}
        uit = meer


def covering(wereld: Wereld, gemeenten: set[str], cel: tuple[str, str, str]) -> list[str]:
    thema, stap, groep = cel
    return [
        a
        for a in wereld.nodes("Afspraak")
        if lists(wereld.p[a]["themas"], thema)
        and lists(wereld.p[a]["continuum"], stap)
        and lists(wereld.p[a]["doelgroepen"], groep)
        and any(wereld.municipality(o) in gemeenten for o in parties(wereld, a))
    ]


@settings(max_examples=aantal(30), deadline=None)
@given(st.integers(0, 10**9).map(agreed))
def test_who_is_a_party_and_whom_to_ask(rijen: Rijen) -> None:
    wereld = Wereld(*rijen, DATUM)
    banden = wereld.pairs()
    uitkomst = afspraken(view(rijen))
    for rij in uitkomst.rijen:
        gemeenten = {g for g in wereld.nodes("Gemeente") if wereld.region_of(g) == rij.gebied}
        cel = (rij.thema, rij.stap, rij.doelgroep)
        welke = covering(wereld, gemeenten, cel)
        partij = set().union(*(parties(wereld, a) for a in welke)) if welke else set()
        buren = {v for v, n in banden if n in partij} | {n for v, n in banden if v in partij}
        scholen = {
            s for s in wereld.nodes("School")
            if rij.thema in wereld.themes(s) and wereld.municipality(s) in gemeenten
        }  # fmt: skip
        aanbod = {
            a for a in wereld.nodes("Aanbod")
            if lists(wereld.p[a]["doelgroepen"], rij.doelgroep)
            and any(wereld.fits(a, s, rij.thema, rij.stap) for s in scholen)
        }  # fmt: skip
        aanbieders = {o for o, a in wereld.of("BIEDT") if a in aanbod}
        hier = {o for o in partij if wereld.municipality(o) in gemeenten}
        assert rij.oordeel == ("geen scholen" if not scholen else "afspraak" if welke else "geen afspraak")
        assert (rij.aantal, rij.partijen) == (len(welke), len(hier))
        assert rij.afspraken == tuple(a.upper() for a in welke)
        assert set(rij.partij_namen) == {o.upper() for o in hier}
        assert (rij.scholen, rij.scholen_partij) == (len(scholen), len(scholen & partij))
        assert set(rij.scholen_te_vragen_codes) == scholen & buren - partij
        assert rij.scholen_te_vragen == len(rij.scholen_te_vragen_codes)
        assert (rij.aanbieders, rij.aanbieders_partij) == (len(aanbieders), len(aanbieders & partij))
        assert set(rij.aanbieders_te_vragen_codes) == aanbieders & buren - partij
        direct = {
            f"PARTIJ_BIJ|{o}|{a}" for o, a in wereld.of("PARTIJ_BIJ")
            if a in welke and wereld.municipality(o) in gemeenten
        }  # fmt: skip
        assert set(rij.bewijs) == {*welke, *direct}
    met = [rij for rij in uitkomst.rijen if rij.scholen]
    assert uitkomst.cijfers["cellen"] == len(met)
    assert uitkomst.cijfers["met afspraak"] == sum(bool(rij.aantal) for rij in met)
    partijen = {a: parties(wereld, a) for a in wereld.nodes("Afspraak")}
    assert uitkomst.cijfers["scholen partij"] == sum(
        any(
            s in partijen[a] and lists(wereld.p[a]["themas"], t) and lists(wereld.p[a]["continuum"], stap)
            for a in partijen
            for t in wereld.themes(s)
            for stap in STAPPEN[t]
        )
        for s in wereld.nodes("School")
    )
    for code in ("limburg", "brussel"):
        assert list(afspraken(view(rijen), regio=code).rijen) == [
            r for r in uitkomst.rijen if r.gebied == code
        ]


def test_the_grid_and_what_is_left_out() -> None:
    b = Bouwer()
    gemeente = geography(b)[0]
    b.node("School", "s", niveaus=["lager"])
    b.rel("LIGT_IN", "s", gemeente)
    b.node("Afspraak", "a", themas=["1"], continuum=["voorkomen"], doelgroepen=["ouder"])
    b.node("Afspraak", "leeg", themas=["1"])
    b.rel("PARTIJ_BIJ", "s", "a")
    uitkomst = afspraken(view(b.rijen), regio="limburg")
    assert uitkomst.titel == (
        "Limburg: voor 1 van de 8 combinaties van thema, stap en doelgroep is er een afspraak; "
        "de enige school is partij."
    )
    assert uitkomst.kanttekeningen == (
        "1 afspraak zonder thema, stap of doelgroep: buiten elke cel.",
        "1 afspraak zonder gekende partij: buiten elke telling.",
    )
    tekening = draw_afspraken(uitkomst)
    eerste, laatste = tekening.vakken[0], tekening.vakken[-1]
    assert [vak.tekst for vak in eerste] == ["geen afspraak", "1 afspraak", "geen afspraak", "geen afspraak"]
    assert {vak.tekst for vak in laatste} == {"geen scholen"}
    assert tekening.kolommen == tuple(DOELGROEPEN)


def test_the_example_of_the_documentation() -> None:
    knopen, relaties = example()
    p = {"naam": "Ouders zijn erbij", "themas": ["1"], "continuum": ["voorkomen"], "doelgroepen": ["ouder"]}
    knopen.append(("Afspraak", "af", p))
    for org in ("clb", "brug"):
        relaties.append(("PARTIJ_BIJ", org, "af", {"rid": f"PARTIJ_BIJ|{org}|af"}))

    def peer() -> tuple[int, ...]:
        (rij,) = [
            r
            for r in afspraken(view((knopen, relaties)), per="gemeente").rijen
            if r.gebied == "nis:72030" and r.aantal
        ]
        return rij.aantal, rij.partijen, rij.scholen_partij, rij.scholen, rij.scholen_te_vragen

    assert peer() == (1, 1, 1, 2, 0)
    relaties.append(("BEGELEIDT", "clb", "vrij", {"rid": "BEGELEIDT|clb|vrij"}))
    assert peer() == (1, 1, 1, 2, 1)


@settings(max_examples=aantal(12), deadline=None)
@given(st.integers(0, 10**9).map(agreed))
def test_names_decide_nothing(rijen: Rijen) -> None:
    eerst, later = (
        [
            (r.gebied, r.stap, r.aantal, r.partijen, r.scholen_te_vragen, r.aanbieders_te_vragen)
            for r in uit.rijen
        ]
        for uit in (afspraken(view(deel)) for deel in (rijen, renamed(rijen)))
    )
    assert eerst == later
