"""What hangs on a coordinator, who could take over, and what stays without an organisation: by plain sets."""

from __future__ import annotations

import random
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netwerkkaart.analyse.verankering import DELEN, ZELFSTURING, draw_verankering, verankering
from netwerkkaart.analyse.verankering_overname import overname
from netwerkkaart.fouten import GebruikersFout, NietGevonden
from tests.analyse.brute import BANDEN, ORG, STAPPEN, Wereld
from tests.analyse.grafen import DATUM, Bouwer, Rijen, geography, small, view
from tests.voorbeelden import aantal


def world(seed: int) -> Rijen:
    """A small world with three coordinators, who each coordinate some fora and networks."""
    r = random.Random(seed)
    knopen, relaties = small(seed)
    b = Bouwer()
    b.node("Coordinator", "ln2", rol="lerend-netwerk", regio="antwerpen")
    b.node("LerendNetwerk", "n2", regio="limburg")
    orgs = [id_ for label, id_, _ in knopen if label in ORG]
    plekken = ["n1", "n2", *(id_ for label, id_, _ in knopen if label == "Forum")]
    for wie in ("ln", "sts", "ln2"):
        for plek in plekken:
            if r.random() < 0.4:
                b.rel("COORDINEERT", wie, plek)
    for org in orgs:
        if r.random() < 0.3:
            b.rel("LID_VAN", org, "n2")
    al = {p["rid"] for *_, p in relaties}
    return [*knopen, *b.rijen[0]], [*relaties, *(rel for rel in b.rijen[1] if rel[3]["rid"] not in al)]


class Plek:
    """The same by sets: who sits where, who leads what."""

    def __init__(self, w: Wereld) -> None:
        self.w = w
        self.wie = w.nodes("Coordinator")
        self.plekken = [*w.nodes("Forum"), *w.nodes("LerendNetwerk")]
        self.leidt = {c: {p for d, p in w.of("COORDINEERT") if d == c} for c in self.wie}
        zitten = [*w.of("NEEMT_DEEL_AAN"), *w.of("LID_VAN")]
        self.zit = {p: {o for o, q in zitten if q == p and w.soort[o] in ORG} for p in self.plekken}

    def hangs(self, c: str) -> set[str]:
        return {p for p in self.leidt[c] if all(p not in self.leidt[d] for d in self.wie if d != c)}

    def pairs(self, plekken: set[str]) -> set[tuple[str, str]]:
        return {(min(a, b), max(a, b)) for p in plekken for a, b in combinations(sorted(self.zit[p]), 2)}

    def lost(self, c: str) -> set[tuple[str, str]]:
        blijft = set(self.plekken) - self.hangs(c)
        return self.pairs(self.hangs(c)) - self.pairs(blijft) - self.w.pairs()

    def reached(self, c: str) -> set[str]:
        fora = {f for o, f in self.w.of("NEEMT_DEEL_AAN") if o == c}
        netwerken = {n for n in self.leidt[c] if self.w.soort[n] == "LerendNetwerk"}
        uit = {o for d, o in self.w.of("CONTACT_MET") if d == c}
        uit |= {o for o, f in self.w.of("NEEMT_DEEL_AAN") if f in fora}
        uit |= {o for o, n in self.w.of("LID_VAN") if n in netwerken}
        return {o for o in uit if self.w.soort[o] in ORG}


seeds = st.integers(0, 10**9)


@settings(max_examples=aantal(40))
@given(seeds)
def test_what_hangs_on_each_coordinator(seed: int) -> None:
    rijen = world(seed)
    plek = Plek(Wereld(*rijen, DATUM))
    uitkomst = verankering(view(rijen))
    assert {r.id for r in uitkomst.rijen} == set(plek.wie)
    for c in plek.wie:
        eigen = {r.wat: r for r in uitkomst.rijen if r.id == c}
        ander = set().union(*(plek.reached(d) for d in plek.wie if d != c))
        verwacht = [
            (len(plek.leidt[c]), len(plek.hangs(c))),
            (len(plek.reached(c)), len(plek.reached(c) - ander)),
            (len(plek.pairs(plek.leidt[c])), len(plek.lost(c))),
        ]
        for wat, (geheel, weg) in zip(DELEN, verwacht, strict=True):
            assert (eigen[wat].geheel, eigen[wat].blijft) == (geheel, geheel - weg)
            assert len(eigen[wat].bewijs) == min(weg, 25) == min(eigen[wat].bewijs_totaal, 25)
        delen = [1 - weg / geheel for geheel, weg in verwacht if geheel]
        score = eigen[ZELFSTURING].aandeel
        assert score == (pytest.approx(sum(delen) / len(delen)) if delen else None)
        p = plek.w.p
        partners = [d for d in plek.wie if p[d]["rol"] != p[c]["rol"] and p[d]["regio"] == p[c]["regio"]]
        tandem = set().union(*(plek.reached(d) for d in partners))
        assert eigen["bereikt door de tandem"].blijft == len(plek.reached(c) & tandem)
    assert {r.id for r in verankering(view(rijen), regio="limburg").rijen} == {"ln", "sts"}


@settings(max_examples=aantal(40))
@given(seeds)
def test_who_could_take_over(seed: int) -> None:
    rijen = world(seed)
    plek = Plek(Wereld(*rijen, DATUM))
    uitkomst = overname(view(rijen), aantal=100)
    banden = plek.w.pairs()
    for c in plek.wie:
        zitten = {*plek.w.of("NEEMT_DEEL_AAN"), *plek.w.of("LID_VAN"), *plek.w.of("COORDINEERT")}
        zetels: dict[str, set[str]] = {}
        for wie, p in zitten:
            if p in plek.hangs(c) and wie != c:
                zetels.setdefault(wie, set()).add(p)
        alleen = plek.reached(c) - set().union(*(plek.reached(d) for d in plek.wie if d != c))
        kent = {k: len({o for o in alleen if (min(k, o), max(k, o)) in banden}) for k in zetels}
        gedekt = {k: len(plek.lost(c) & plek.pairs(zit)) for k, zit in zetels.items()}
        eigen = [r for r in uitkomst.rijen if r.van == c.upper()]
        assert [(r.id, r.paren, r.kent) for r in eigen] == [
            (k, gedekt[k], kent[k]) for k in sorted(zetels, key=lambda k: (-gedekt[k], -kent[k], k))
        ]
        for r in eigen:
            assert r.aandeel == (gedekt[r.id] / len(plek.lost(c)) if plek.lost(c) else 0)
            assert len(r.bewijs) == len([1 for wie, p in zitten if wie == r.id and p in plek.hangs(c)])


@settings(max_examples=aantal(25))
@given(seeds)
def test_what_stays_without_an_organisation(seed: int) -> None:
    knopen, relaties = world(seed)
    nu = Wereld(knopen, relaties, DATUM)
    wie = random.Random(seed).choice([id_ for id_, soort in nu.soort.items() if soort in ORG])
    weg = Wereld([k for k in knopen if k[1] != wie], [r for r in relaties if wie not in (r[1], r[2])], DATUM)
    regio = nu.region(wie)

    def closed(w: Wereld) -> set[tuple[str, str]]:
        return {
            (s, t) for s in w.nodes("School") for t in w.themes(s)
            if s != wie and regio in (None, w.region(s)) and w.chain(s, t) == "gesloten"
        }  # fmt: skip

    def here(o: str) -> bool:
        return regio is None or nu.region(o) == regio

    eigen = {r.wat: r for r in verankering(view((knopen, relaties)), zonder=wie).rijen}
    paren = {paar for paar in nu.pairs() if here(paar[0]) or here(paar[1])}
    blijft = {paar for paar in paren if wie not in paar}
    assert (eigen["paren met een band"].geheel, eigen["paren met een band"].blijft) == (
        len(paren),
        len(blijft),
    )
    assert len(eigen["paren met een band"].bewijs) == min(
        25, len([1 for t, v, n, _ in nu.rel if t in BANDEN and wie in (v, n) and v != n])
    )
    ketens = eigen["gesloten ketens van anderen"]
    assert (ketens.geheel, ketens.blijft) == (len(closed(nu)), len(closed(nu) & closed(weg)))
    fora = {f for f in nu.nodes("Forum") if regio is None or nu.p[f]["regio"] == regio}
    zetels = [(o, f) for o, f in nu.of("NEEMT_DEEL_AAN") if f in fora and nu.soort[o] in ORG]
    rij = eigen["deelnames aan fora"]
    assert (rij.geheel, rij.blijft) == (len(zetels), len([1 for o, _ in zetels if o != wie]))
    assert set(STAPPEN) == {"1", "2"}


def test_the_largest_part_without_the_one_who_joins_it() -> None:
    b = Bouwer()
    geography(b)
    for id_ in "abc":
        b.node("Werkactor", id_)
    b.node("Bestuur", "bestuur")
    b.rel("WERKT_SAMEN_MET", "a", "b")
    b.rel("WERKT_SAMEN_MET", "b", "c")
    (rij,) = (r for r in verankering(view(b.rijen), zonder="b").rijen if r.wat == "grootste verbonden deel")
    assert (rij.geheel, rij.blijft) == (3, 1)


def test_who_is_unknown_is_said() -> None:
    rijen = world(1)
    with pytest.raises(NietGevonden, match="niemand"):
        verankering(view(rijen), zonder="niemand")
    with pytest.raises(GebruikersFout, match="geen coördinator"):
        overname(view(rijen), zonder="c0")
    with pytest.raises(GebruikersFout, match="0 kandidaten"):
        overname(view(rijen), aantal=0)
    assert {r.id for r in verankering(view(rijen), zonder="LN").rijen} == {"ln"}


def test_the_picture_shows_the_shares() -> None:
    uitkomst = verankering(view(world(5)))
    staven = draw_verankering(uitkomst)
    assert len(staven.staven) == len([r for r in uitkomst.rijen if r.aandeel is not None])
    assert all(sum(staaf.waarden) == pytest.approx(100) for staaf in staven.staven)


def test_the_worked_example() -> None:
    b = Bouwer()
    geography(b)
    b.node("Coordinator", "zij", rol="lerend-netwerk", regio="limburg")
    b.node("Coordinator", "sts", rol="sts", regio="limburg")
    for forum in "FG":
        b.node("Forum", forum, regio="limburg")
    for org in "abc":
        b.node("Werkactor", org)
        b.rel("NEEMT_DEEL_AAN", org, "F")
    b.rel("COORDINEERT", "zij", "F")
    b.rel("COORDINEERT", "sts", "G")
    for org in "ac":
        b.rel("NEEMT_DEEL_AAN", org, "G")
    b.rel("WERKT_SAMEN_MET", "a", "b")
    for wie, org in (("zij", "a"), ("zij", "b"), ("sts", "b")):
        b.rel("CONTACT_MET", wie, org)
    rijen = {r.wat: r for r in verankering(view(b.rijen), zonder="zij").rijen}
    assert [(rijen[wat].geheel, rijen[wat].blijft) for wat in DELEN] == [(1, 0), (2, 1), (3, 2)]
    assert rijen[ZELFSTURING].aandeel == pytest.approx((0 + 1 / 2 + 2 / 3) / 3)
    assert rijen["paren die elkaar zien"].bewijs == ("b|c",)
    kandidaten = overname(view(b.rijen), zonder="zij").rijen
    assert [(r.id, r.paren, r.kent) for r in kandidaten] == [("b", 1, 1), ("a", 1, 0), ("c", 1, 0)]


def test_more_places_than_a_number_has_bits() -> None:
    b = Bouwer()
    geography(b)
    b.node("Coordinator", "zij", rol="lerend-netwerk", regio="limburg")
    for nr in range(70):
        b.node("Forum", f"f{nr:02d}", regio="limburg")
        b.rel("COORDINEERT", "zij", f"f{nr:02d}")
    for org, fora in {"a": (0, 69), "b": (69,), "c": (0, 3), "d": (3,)}.items():
        b.node("Werkactor", org)
        for nr in fora:
            b.rel("NEEMT_DEEL_AAN", org, f"f{nr:02d}")
    kandidaten = {r.id: r.paren for r in overname(view(b.rijen), zonder="zij").rijen}
    assert kandidaten == {"a": 2, "b": 1, "c": 2, "d": 1}
