"""Response and bounds against plain counting, and against the graph in which everything unasked is no, or yes."""

from __future__ import annotations

import random
from datetime import date
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netwerkkaart.analyse.drempels import Drempels
from netwerkkaart.analyse.respons_grenzen import draw_grenzen, respons_grenzen
from netwerkkaart.analyse.respons_rondes import draw_respons, respons
from tests.analyse.brute import BANDEN, ORG, SECTOR, Relatie, Wereld
from tests.analyse.grafen import DATUM, Bouwer, Rijen, geography, small, view
from tests.voorbeelden import aantal

RONDES = {"r1": date(2025, 5, 1), "r2": date(2026, 2, 1), "r3": None}


def asked(seed: int) -> tuple[Rijen, list[dict[str, object]]]:
    """A small world with question rounds; and the answers, as they were given."""
    r = random.Random(seed)
    knopen, relaties = small(seed)
    b = Bouwer()
    orgs = sorted(id_ for label, id_, _ in knopen if label in ORG)
    antwoorden: list[dict[str, object]] = []
    for ronde, dag in RONDES.items():
        b.node("Bevraging", ronde, **({"datum": dag} if dag else {}))
        for wie in orgs:
            if r.random() < 0.4:
                b.rel("BEVRAAGD_IN", wie, ronde)
        for _ in range(r.randint(0, 5)):
            door, namens = r.choice(orgs), r.choice(orgs)
            if r.random() < 0.7:
                namens = door
            id_ = f"antw{len(antwoorden):02d}"
            gegeven = r.choice([date(2026, 3, 1), date(2026, 3, 2), date(2026, 4, 2)])
            b.node("Antwoord", id_, datum=gegeven)
            for type_, naar in (("ANTWOORD_OP", ronde), ("GEGEVEN_DOOR", door), ("NAMENS", namens)):
                b.rel(type_, id_, naar)
            noemt = {
                doel: r.choice([True, True, False, None]) for doel in r.sample(orgs, r.randint(0, len(orgs)))
            }
            for doel, ja in noemt.items():
                b.rel("NOEMT", id_, doel, **({} if ja is None else {"ja": ja}))
            antwoorden.append(
                {"id": id_, "ronde": ronde, "door": door, "namens": namens, "datum": gegeven, "noemt": noemt}
            )
    return ([*knopen, *b.rijen[0]], [*relaties, *b.rijen[1]]), antwoorden


def counting(antwoorden: list[dict[str, object]]) -> list[dict[str, object]]:
    """The newest per round, giver and subject, of what was given by the date."""
    laatste: dict[object, dict[str, object]] = {}
    for a in sorted(antwoorden, key=lambda a: (str(a["datum"]), str(a["id"]))):
        if str(a["datum"]) <= DATUM.isoformat():
            laatste[a["ronde"], a["door"], a["namens"]] = a
    return list(laatste.values())


def verdicts(antwoorden: list[dict[str, object]]) -> dict[tuple[str, str], bool]:
    """Of pairs of which somebody said yes (true) or only no (false)."""
    gezegd: dict[tuple[str, str], list[bool]] = {}
    for a in antwoorden:
        noemt = a["noemt"]
        assert isinstance(noemt, dict)
        for doel, ja in noemt.items():
            een = str(a["namens"])
            if ja is not None:
                gezegd.setdefault((min(een, doel), max(een, doel)), []).append(ja)
    return {paar: any(wat) for paar, wat in gezegd.items()}


seeds = st.integers(0, 10**9)


@settings(max_examples=aantal(40))
@given(seeds, st.sampled_from([None, "limburg"]))
def test_who_was_asked_and_what_it_says_of_pairs(seed: int, regio: str | None) -> None:
    rijen, antwoorden = asked(seed)
    w = Wereld(*rijen, DATUM)
    uitkomst = respons(view(rijen), regio=regio)
    assert [r.id for r in uitkomst.rijen] == ["r2", "r1", "r3"]

    def here(o: str) -> bool:
        return regio is None or w.region(o) == regio

    for rij in uitkomst.rijen:
        eigen = [a for a in counting(antwoorden) if a["ronde"] == rij.id]
        gevraagd = {o for o, ronde in w.of("BEVRAAGD_IN") if ronde == rij.id and here(o)}
        door = {str(a["door"]) for a in eigen}
        assert (rij.gevraagd, rij.beantwoord) == (len(gevraagd), len(gevraagd & door))
        assert rij.ongevraagd == len({o for o in door - gevraagd if here(o)})
        assert set(rij.bewijs) == gevraagd - door
        oordeel = {p: ja for p, ja in verdicts(eigen).items() if here(p[0]) or here(p[1])}
        assert rij.paren_ja == sum(oordeel.values())
        assert rij.paren_nee == len(oordeel) - rij.paren_ja
        sprak = gevraagd | door | {str(a["namens"]) for a in eigen}
        banden = {(min(v, n), max(v, n)) for t, v, n, _ in w.rel if t in BANDEN}
        open_ = {p for p in banden if sprak & set(p) and (here(p[0]) or here(p[1]))} - oordeel.keys()
        assert rij.paren_open == len(open_)
        assert 0 <= rij.laag <= rij.hoog <= 1
    assert len(draw_respons(uitkomst).staven) == 3


def chains(w: Wereld, regio: str | None) -> dict[str, int]:
    scholen = [s for s in w.nodes("School") if regio in (None, w.region(s))]
    return {t: sum(t in w.themes(s) and w.chain(s, t) == "gesloten" for s in scholen) for t in ("1", "2")}


@settings(max_examples=aantal(25))
@given(seeds, st.sampled_from([None, "limburg"]), st.integers(1, 2))
def test_bounds_are_those_of_the_extreme_graphs(seed: int, regio: str | None, schakels: int) -> None:
    rijen, antwoorden = asked(seed)
    knopen, relaties = rijen
    w = Wereld(*rijen, DATUM, schakels=schakels)
    oordeel: dict[tuple[str, str], bool] = {}
    for ronde in ("r3", "r1", "r2"):
        oordeel |= verdicts([a for a in counting(antwoorden) if a["ronde"] == ronde])
    orgs = sorted(o for o, s in w.soort.items() if s in ORG)
    alle = set(combinations(orgs, 2))
    band = w.pairs()
    lijst = {(min(r[1:3]), max(r[1:3])) for r in w.rel if r[0] in BANDEN and r[3].get("bevestiging")}
    ja = {p for p in band if oordeel.get(p, p in lijst)}
    nee = {p for p in alle - band if oordeel.get(p) is False}
    hier = {o for o in orgs if regio in (None, w.region(o))}
    uitkomst = respons_grenzen(view(rijen), Drempels(schakels=schakels), regio=regio)
    per = {r.cijfer: r for r in uitkomst.rijen}

    def within(paren: set[tuple[str, str]], brug: bool) -> int:
        return sum(
            set(p) <= hier and (not brug or SECTOR[w.soort[p[0]]] != SECTOR[w.soort[p[1]]]) for p in paren
        )

    for naam, brug in (("paren met een band", False), ("bruggen tussen sectoren", True)):
        r = per[naam]
        verwacht = (within(ja, brug), within(band, brug), within(alle - nee, brug), within(alle, brug))
        assert (r.laag, r.nu, r.hoog, r.noemer) == verwacht
    r = per["organisaties met een band"]
    verbonden = [len({o for p in paren for o in p} & hier) for paren in (ja, band, alle - nee)]
    assert [r.laag, r.nu, r.hoog] == verbonden

    niet_banden = [rel for rel in relaties if rel[0] not in BANDEN]
    laagste: list[Relatie] = [
        *niet_banden,
        *(rel for rel in relaties if rel[0] in BANDEN and (min(rel[1:3]), max(rel[1:3])) in ja),
    ]
    erbij: list[Relatie] = [("WERKT_SAMEN_MET", u, v, {"rid": f"n|{u}|{v}"}) for u, v in alle - nee]
    for paar in alle - nee:
        for clb, school in (paar, paar[::-1]):
            if w.soort[clb] == "Clb" and w.soort[school] == "School":
                erbij.append(("BEGELEIDT", clb, school, {"rid": f"b|{clb}|{school}"}))
    laag, nu, hoog = (
        chains(Wereld(knopen, rel, DATUM, schakels=schakels), regio)
        for rel in (laagste, relaties, [*relaties, *erbij])
    )
    for thema in "12":
        r = per[f"gesloten ketens, thema {thema}"]
        assert (r.laag, r.nu, r.hoog) == (laag[thema], nu[thema], hoog[thema])
    assert all(staaf.marge is not None for staaf in draw_grenzen(uitkomst).staven)


def test_without_a_round_it_is_said() -> None:
    b = Bouwer()
    geography(b)
    assert "nog geen bevraging" in respons(view(b.rijen)).titel


def test_a_lone_no_bounds_the_density() -> None:
    b = Bouwer()
    geography(b)
    for id_ in "abc":
        b.node("Werkactor", id_)
    b.rel("WERKT_SAMEN_MET", "a", "b")
    b.node("Bevraging", "r", datum=date(2026, 1, 1))
    b.node("Antwoord", "x", datum=date(2026, 1, 2))
    for type_, naar in (("ANTWOORD_OP", "r"), ("GEGEVEN_DOOR", "a"), ("NAMENS", "a")):
        b.rel(type_, "x", naar)
    b.rel("NOEMT", "x", "b", ja=True)
    b.rel("NOEMT", "x", "c", ja=False)
    (rij,) = (r for r in respons_grenzen(view(b.rijen)).rijen if r.cijfer == "paren met een band")
    assert (rij.laag, rij.nu, rij.hoog, rij.noemer) == (1, 1, 2, 3)
    assert rij.hoog_aandeel == pytest.approx(2 / 3)
