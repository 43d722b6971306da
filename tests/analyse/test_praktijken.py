"""Practices for gaps, against plain loops; the ranking, and whom to call."""

from __future__ import annotations

import random
from collections.abc import Mapping
from statistics import median

from hypothesis import given, settings
from hypothesis import strategies as st

from netwerkkaart.analyse.praktijken import PraktijkRij, praktijken
from tests.analyse.brute import DOELGROEPEN, STAPPEN, Wereld, lists
from tests.analyse.grafen import DATUM, Bouwer, Rijen, geography, small, view
from tests.analyse.test_eigenschappen import renamed
from tests.voorbeelden import aantal

OPEN = {"hiaat", "volzet", "niet verbonden"}


def practised(seed: int) -> Rijen:
    """A small world with good practices, who applies them, and a reported gap."""
    r = random.Random(seed)
    knopen, relaties = small(seed)
    orgs = [id_ for _, id_, _ in knopen if id_[0] in "sac" and id_ != "sts"]
    for nr in range(4):
        p: Mapping[str, object] = {
            "naam": f"P{nr}",
            "themas": r.choice([["1"], ["2"], ["alle"]]),
            "continuum": r.choice([["alle"], [r.choice(STAPPEN["2"])]]),
            "doelgroepen": r.choice([["alle"], ["ouder"], ["leerling", "school"], []]),
        }
        knopen.append(("GoedePraktijk", f"gp{nr}", p))
        for org in r.sample(orgs, min(len(orgs), r.randint(0, 3))):
            relaties.append(("PAST_TOE", org, f"gp{nr}", {"rid": f"PAST_TOE|{org}|gp{nr}"}))
    plek = {"gemeenten": [r.choice(["71001", "71003"])], "regio": "limburg"}
    knopen.append(("Hiaat", "h", {"naam": "H", "thema": "2", "doelgroepen": ["ouder", "school"], **plek}))
    return knopen, relaties


Gat = tuple[str, frozenset[str], str, tuple[str, ...], set[tuple[str, str]]]
"""Report, municipalities, theme, steps, (step, target group) that lack."""


def gaps(wereld: Wereld) -> list[Gat]:
    uit: list[Gat] = []
    for gemeente in wereld.nodes("Gemeente"):
        for thema, stappen in STAPPEN.items():
            for stap in stappen:
                mist = {(stap, g) for g in DOELGROEPEN if wereld.cell([gemeente], thema, stap, g) in OPEN}
                if mist:
                    uit.append(("", frozenset({gemeente}), thema, (stap,), mist))
    namen = wereld.p["h"]["gemeenten"]
    assert isinstance(namen, list)
    alle = {(stap, groep) for stap in STAPPEN["2"] for groep in ("ouder", "school")}
    return [*uit, ("h", frozenset(f"nis:{n}" for n in namen), "2", tuple(STAPPEN["2"]), alle)]


def features(wereld: Wereld, scholen: list[str], thema: str | None) -> tuple[set[str], float | None, str]:
    niveaus = {"1": {"kleuter", "lager"}, "2": {"secundair"}, None: {"kleuter", "lager", "secundair"}}[thema]
    heeft = {n for n in niveaus for s in scholen if lists(wereld.p[s].get("niveaus"), n)}
    groottes = [g for s in scholen if isinstance(g := wereld.p[s].get("leerlingen"), int)]
    plek = {wereld.region(s) for s in scholen} - {None}
    stad = "" if not plek else "Brussel" if plek == {"brussel"} else "andere gemeente"
    return heeft, median(groottes) if groottes else None, stad


def likeness(wereld: Wereld, gat: Gat, wie: str) -> tuple[str, ...]:
    _, gemeenten, thema, _, _ = gat
    scholen = [
        s for s in wereld.nodes("School") if wereld.municipality(s) in gemeenten and thema in wereld.themes(s)
    ]
    hier = features(wereld, scholen, thema)
    daar = features(wereld, [wie], None)
    if wereld.soort[wie] != "School":
        daar = (set(), None, daar[2])
    gelijk = [
        bool(hier[0] & daar[0]),
        hier[1] is not None and daar[1] is not None and max(hier[1], daar[1]) <= 2 * min(hier[1], daar[1]),
        hier[2] == daar[2] != "",
    ]
    return tuple(n for n, ja in zip(("niveau", "grootte", "stedelijkheid"), gelijk, strict=True) if ja)


def expected(wereld: Wereld, gat: Gat) -> list[tuple[str, tuple[str, ...], tuple[str, ...], set[str]]]:
    """Practice, groups in common, likeness, who applies it elsewhere: the best first."""
    _, gemeenten, thema, stappen, mist = gat
    uit = []
    for praktijk in wereld.nodes("GoedePraktijk"):
        p = wereld.p[praktijk]
        dient = [s for s in stappen if lists(p["themas"], thema) and lists(p["continuum"], s)]
        wie = {
            o for o, naar in wereld.of("PAST_TOE")
            if naar == praktijk and wereld.municipality(o) and wereld.municipality(o) not in gemeenten
        }  # fmt: skip
        if dient and wie:
            groepen = tuple(
                g for g in DOELGROEPEN if lists(p["doelgroepen"], g) and any((s, g) in mist for s in dient)
            )
            gelijk = max((likeness(wereld, gat, o) for o in sorted(wie)), key=len)
            uit.append((praktijk, groepen, gelijk, wie))
    return sorted(uit, key=lambda rij: (-len(rij[1]), -len(rij[2]), rij[0]))


@settings(max_examples=aantal(25), deadline=None)
@given(st.integers(0, 10**9).map(practised))
def test_every_gap_gets_the_practices_that_fit_in_order(rijen: Rijen) -> None:
    wereld = Wereld(*rijen, DATUM)
    uitkomst = praktijken(view(rijen), per="gemeente", aantal=99)
    gevonden: dict[tuple[str, str, str, tuple[str, ...]], list[PraktijkRij]] = {}
    for rij in uitkomst.rijen:
        gevonden.setdefault((rij.gemeld, rij.gebied, rij.themas[0], rij.stappen), []).append(rij)
    gaten = gaps(wereld)
    for gat in gaten:
        melding, gemeenten, thema, stappen, mist = gat
        verwacht = expected(wereld, gat)
        rijen_ = gevonden.pop((melding, "" if melding else min(gemeenten), thema, stappen), [])
        assert [(r.praktijk, r.doelgroepen, len(r.gelijkenis)) for r in rijen_] == [
            (p, groepen, len(gelijk)) for p, groepen, gelijk, _ in verwacht
        ]
        for rij, (_, _, _, wie) in zip(rijen_, verwacht, strict=True):
            assert {t.split(" ")[0] for t in rij.toepassers} == {o.upper() for o in wie}
            assert len(rij.oordelen) == (1 if melding else len(mist))
            eerste = next(o for o in wie if rij.toepassers[0].startswith(f"{o.upper()} "))
            assert rij.gelijkenis == likeness(wereld, gat, eerste)
    assert not gevonden
    assert uitkomst.cijfers["hiaten"] == len(gaten)
    assert uitkomst.cijfers["met praktijk"] == sum(bool(expected(wereld, gat)) for gat in gaten)
    assert uitkomst.cijfers["met zelfde doelgroep"] == sum(
        any(groepen for _, groepen, _, _ in expected(wereld, gat)) for gat in gaten
    )
    # A region selects gaps, and asking for fewer keeps the best.
    limburg = [r for r in uitkomst.rijen if r.gebied in ("nis:71001", "nis:71002") and r.rang == 1]
    assert limburg == [
        r for r in praktijken(view(rijen), per="gemeente", regio="limburg", aantal=1).rijen if r.gebied
    ]


def test_whom_to_call_is_an_organisation_and_a_coordinator_never_a_contact() -> None:
    b = Bouwer()
    limburg, _, antwerpen, _ = geography(b)
    b.node("School", "s", niveaus=["lager"], leerlingen=200)
    b.node("Hiaat", "h", thema="1", stap="voorkomen", doelgroepen=["ouder"], gemeenten=["71001"])
    b.node("School", "ver", niveaus=["lager"], leerlingen=390, telefoon="03 123 45 67", email="info@ver.be")
    b.node("NaftAanbieder", "naft")
    b.node("Contactpersoon", "jan", telefoon="0499 00 00 00")
    b.rel("WERKT_VOOR", "jan", "ver")
    b.node("Coordinator", "ln", rol="lerend-netwerk", regio="antwerpen")
    b.node("Coordinator", "sts", rol="sts", regio="antwerpen")
    b.node("GoedePraktijk", "p", themas=["1"], continuum=["voorkomen"], doelgroepen=["ouder", "school"])
    b.node("GoedePraktijk", "niemand", themas=["1"], continuum=["voorkomen"], doelgroepen=["ouder"])
    b.node("GoedePraktijk", "vaag", themas=["1"], continuum=[])
    for org, waar in (("s", limburg), ("ver", antwerpen), ("naft", antwerpen)):
        b.rel("LIGT_IN", org, waar)
        b.rel("PAST_TOE", org, "p")
    uitkomst = praktijken(view(b.rijen), regio="limburg")
    (rij,) = uitkomst.rijen
    assert (rij.gemeld, rij.gebied_naam, rij.doelgroepen, rij.hier) == ("h", "NIS:71001", ("ouder",), 1)
    assert rij.toepassers == ("VER (NIS:71003)", "NAFT (NIS:71003)")
    assert rij.gelijkenis == ("niveau", "grootte", "stedelijkheid")
    assert rij.contact == ("03 123 45 67", "info@ver.be")
    assert rij.coordinatoren == ("LN (Antwerpen)",)
    assert rij.bewijs == ("p", "PAST_TOE|ver|p", "PAST_TOE|naft|p", "h")
    assert "JAN" not in str(uitkomst.to_dicts())
    assert uitkomst.kanttekeningen == (
        "1 goede praktijk zonder thema of stap: die past nergens.",
        "2 goede praktijken die niemand met een gekende gemeente toepast: daar kunt u niet bellen.",
    )


@settings(max_examples=aantal(12), deadline=None)
@given(st.integers(0, 10**9).map(practised))
def test_names_decide_nothing(rijen: Rijen) -> None:
    eerst, later = (
        [(r.gemeld, r.gebied, r.stappen, r.rang, r.doelgroepen, len(r.gelijkenis), r.hier) for r in uit.rijen]
        for uit in (praktijken(view(deel), per="gemeente") for deel in (rijen, renamed(rijen)))
    )
    assert eerst == later
