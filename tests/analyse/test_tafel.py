"""What a table can act on, against walking the definitions."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netwerkkaart.analyse.bereik import compute_reach
from netwerkkaart.analyse.tafel import Hoe, Tafel, look_from_table
from netwerkkaart.graph.beeld import Beeld
from tests.analyse.brute import STAPPEN, Wereld, lists
from tests.analyse.grafen import DATUM, DOELGROEPEN, Bouwer, Rijen, geography, view, worlds
from tests.voorbeelden import aantal


def look(beeld: Beeld, leden: list[str]) -> Tafel:
    return look_from_table(compute_reach(beeld), sorted(beeld.nummer[id_] for id_ in leden))


def expected(
    w: Wereld, leden: set[str], banden: list[tuple[str, str]]
) -> dict[tuple[str, ...], tuple[object, ...]]:
    """Of each gap on which somebody can act: target groups, schools, schools without, how, and who."""
    uit: dict[tuple[str, ...], tuple[object, ...]] = {}
    winst = {b: w.with_tie(*b).reached() - w.reached() for b in banden}
    for g in w.nodes("Gemeente"):
        for thema, stappen in STAPPEN.items():
            scholen = [s for s in w.nodes("School") if thema in w.themes(s) and w.municipality(s) == g]
            for stap in stappen:
                per_groep = {groep: w.cell([g], thema, stap, groep) for groep in DOELGROEPEN}
                for oordeel in ("hiaat", "volzet", "niet verbonden"):
                    groepen = [groep for groep, o in per_groep.items() if o == oordeel]
                    gevonden = _act(w, leden, winst, (g, thema, stap, oordeel), groepen, scholen)
                    if not groepen or gevonden is None:
                        continue
                    zonder = max(
                        sum(
                            not any(
                                lists(w.p[a].get("doelgroepen"), groep)
                                for a in w.reached_offers(s, thema, stap)
                            )
                            for s in scholen
                        )
                        for groep in groepen
                    )
                    uit[g, thema, stap, oordeel] = (tuple(groepen), len(scholen), zonder, *gevonden)
    return uit


def _act(
    w: Wereld,
    leden: set[str],
    winst: dict[tuple[str, str], set[tuple[str, str, str]]],
    cel: tuple[str, str, str, str],
    groepen: list[str],
    scholen: list[str],
) -> tuple[Hoe, set[str]] | None:
    _, thema, stap, oordeel = cel
    if oordeel == "niet verbonden":
        helpt = {b: sum((s, thema, stap) in drie for s in scholen) for b, drie in winst.items()}
        if any(helpt.values()):
            beste = max(helpt.values())
            return Hoe.BAND, set(next(b for b, n in helpt.items() if n == beste))
    dient = {
        (wie, a)
        for wie, a in w.of("BIEDT")
        if wie in leden and lists(w.p[a].get("themas"), thema) and lists(w.p[a].get("continuum"), stap)
        and any(lists(w.p[a].get("doelgroepen"), groep) for groep in groepen)
    }  # fmt: skip
    hier = {(wie, a) for wie, a in dient if any(w.fits(a, s, thema, stap) for s in scholen)}
    elders = {(wie, a) for wie, a in dient - hier if not w.full(a)}
    if oordeel == "niet verbonden":
        hier = {(wie, a) for wie, a in hier if not w.full(a)}
    for hoe, paren in ((Hoe.BIEDT, hier), (Hoe.ELDERS, elders)):
        if paren:
            return hoe, {wie for wie, _ in paren}
    kent = {x for x in leden if x in scholen or any(x in w.first(s) for s in scholen)}
    return (Hoe.KENT, kent) if kent else None


@given(worlds(), st.integers(0, 2**20))
@settings(max_examples=aantal(30), deadline=None)
def test_gaps_and_who_can_act_on_them_as_by_walking(rijen: Rijen, keuze: int) -> None:
    beeld = view(rijen)
    w = Wereld(*rijen, DATUM)
    orgs = list(beeld.ids[: beeld.aantal_organisaties])
    leden = [id_ for nr, id_ in enumerate(orgs) if keuze >> (nr % 20) & 1]
    tafel = look(beeld, leden)
    banden = [(b.van, b.naar) for b in tafel.banden]
    uit = {
        (h.gebied, h.thema, h.stap, str(h.oordeel)): (h.doelgroepen, h.scholen, h.zonder, h.hoe, set(h.wie))
        for h in tafel.hiaten
    }
    assert len(uit) == len(tafel.hiaten)
    assert uit == expected(w, set(leden), banden)
    bekend = {*beeld.ids, *(rid for tabel in beeld.relaties.values() for rid in tabel.rids)}
    assert all({*h.bewijs} <= bekend for h in tafel.hiaten)
    winst = {paar: len(drie) for paar, drie in w.gains().items() if set(paar) <= set(leden)}
    assert all({b.van, b.naar} <= set(leden) for b in tafel.banden)
    assert (tafel.banden[0].winst if tafel.banden else 0) == max(winst.values(), default=0)


def example() -> Bouwer:
    """The worked example of docs/agenda.md."""
    b = Bouwer()
    genk = geography(b)[0]
    for soort, id_ in (
        ("School", "school"),
        ("Clb", "clb"),
        ("Jeugdhulpaanbieder", "huis"),
        ("NaftAanbieder", "naft"),
    ):
        b.node(soort, id_, **({"niveaus": ["lager"], "leerlingen": 100} if soort == "School" else {}))
        b.rel("LIGT_IN", id_, genk)
    b.rel("BEGELEIDT", "clb", "school")
    b.rel("WERKT_SAMEN_MET", "clb", "huis")
    for aanbod, wie, stap in (("praten", "huis", "voorkomen"), ("terug", "naft", "heroriënteren")):
        b.node("Aanbod", aanbod, themas=["1"], continuum=[stap], doelgroepen=["leerling"])
        b.rel("BIEDT", wie, aanbod)
        b.rel("BEREIKT", aanbod, genk)
    return b


def test_the_worked_example() -> None:
    tafel = look(view(example().rijen), ["clb", "huis", "naft"])
    assert [(b.van, b.naar, b.winst) for b in tafel.banden] == [("clb", "naft", 1)]
    (hiaat,) = tafel.hiaten
    assert (hiaat.stap, hiaat.oordeel, hiaat.zonder, hiaat.scholen) == (
        "heroriënteren",
        "niet verbonden",
        1,
        1,
    )
    assert (hiaat.hoe, hiaat.wie) == (Hoe.BAND, ("clb", "naft"))


@pytest.mark.parametrize("leden", [[], ["naft"]])
def test_a_table_of_nobody_or_one_has_no_ties(leden: list[str]) -> None:
    tafel = look(view(example().rijen), leden)
    assert tafel.banden == ()
    assert [h.hoe for h in tafel.hiaten] == [Hoe.BIEDT] * len(leden)
