"""The division of contacts against every possible one; roads to the unreached and new forums by plain sets."""

from __future__ import annotations

from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netwerkkaart.analyse.tandem_figuur import draw_overzicht, draw_tandem, draw_verdeling
from netwerkkaart.analyse.tandem_forum import GROEPEN, nieuw_forum
from netwerkkaart.analyse.tandem_verdeling import Verdeling, divide, tandem_verdeling
from netwerkkaart.analyse.tandems import tandem, tandem_overzicht
from netwerkkaart.fouten import GebruikersFout
from tests.analyse.brute import SECTOR, Wereld
from tests.analyse.grafen import DATUM, Bouwer, Rijen, geography, view, worlds
from tests.analyse.voorbeeld import example
from tests.voorbeelden import aantal

REGIO = "limburg"


@settings(max_examples=aantal(60))
@given(
    st.lists(st.tuples(st.integers(-1, 1), st.integers(-3, 3)), max_size=7),
    st.integers(-6, 6),
    st.integers(0, 4),
)
def test_no_division_is_better(voorkeur: list[tuple[int, int]], voorsprong: int, verschil: int) -> None:
    contact, wegen = (np.array([paar[deel] for paar in voorkeur], dtype=np.int64) for deel in (0, 1))
    n = len(voorkeur)

    def apart(keuze: tuple[bool, ...]) -> int:
        return abs(voorsprong + 2 * sum(keuze) - n)

    def worth(keuze: tuple[bool, ...]) -> tuple[int, int, int]:
        return (
            sum(int(c) for c, ja in zip(contact, keuze, strict=True) if ja),
            sum(int(w) for w, ja in zip(wegen, keuze, strict=True) if ja),
            -apart(keuze),
        )

    alle = list(product((False, True), repeat=n))
    mag = [keuze for keuze in alle if apart(keuze) <= max(verschil, min(map(apart, alle)))]
    gekozen = tuple(divide(contact, wegen, voorsprong, verschil).tolist())
    assert gekozen in mag
    assert worth(gekozen) == max(map(worth, mag))


def ways(w: Wereld, wie: str) -> dict[str, list[str]]:
    """The ways of a coordinator to each organisation, as their kinds."""
    uit: dict[str, list[str]] = {}
    fora = {f for o, f in w.of("NEEMT_DEEL_AAN") if o == wie}
    netwerken = {n for c, n in w.of("COORDINEERT") if c == wie and w.soort[n] == "LerendNetwerk"}
    for c, o in w.of("CONTACT_MET"):
        if c == wie:
            uit.setdefault(o, []).append("contact")
    for type_, gedeeld in (("NEEMT_DEEL_AAN", fora), ("LID_VAN", netwerken)):
        for o, plek in w.of(type_):
            if plek in gedeeld and o in w.soort and w.soort[o] in SECTOR:
                uit.setdefault(o, []).append(plek)
    return uit


@settings(max_examples=aantal(40))
@given(worlds(), st.integers(0, 3), st.sampled_from([(), ("Clb",), ("s0",)]))
def test_every_organisation_that_is_reached_gets_one(
    rijen: Rijen, verschil: int, samen: tuple[str, ...]
) -> None:
    w = Wereld(*rijen, DATUM)
    ln, sts = ways(w, "ln"), ways(w, "sts")
    uitkomst = tandem_verdeling(view(rijen), regio=REGIO, verschil=verschil, samen=samen)
    hier = {o for o, soort in w.soort.items() if soort in SECTOR and w.region(o) == REGIO}
    assert {r.id for r in uitkomst.rijen} == hier
    samen_met = {o for o in hier if o in samen or w.soort[o] in samen}
    lasten = {Verdeling.LEREND_NETWERK: 0, Verdeling.STS: 0}
    for r in uitkomst.rijen:
        if r.id not in ln and r.id not in sts:
            assert r.verdeling is Verdeling.NIEMAND
            check_road(w, r.id, r.langs, ln, sts)
            continue
        assert not r.langs
        if r.id in samen_met:
            assert r.verdeling is Verdeling.SAMEN
            continue
        lasten[r.verdeling] += 1
        if r.id not in ln or r.id not in sts:
            assert r.verdeling == (Verdeling.LEREND_NETWERK if r.id in ln else Verdeling.STS)
    vrij = [o for o in hier - samen_met if o in ln and o in sts]
    alleen = [
        len([o for o in hier - samen_met if o in een and o not in ander])
        for een, ander in ((ln, sts), (sts, ln))
    ]
    kan = min(abs(alleen[0] - alleen[1] + 2 * k - len(vrij)) for k in range(len(vrij) + 1))
    assert abs(lasten[Verdeling.LEREND_NETWERK] - lasten[Verdeling.STS]) <= max(verschil, kan)
    figuur = draw_verdeling(uitkomst)
    assert sum(sum(staaf.waarden) for staaf in figuur.staven) == len(hier)


def check_road(w: Wereld, wie: str, langs: str, ln: dict[str, list[str]], sts: dict[str, list[str]]) -> None:
    """The partner that is reached by most ways, then the forum with most organisations."""
    buren = {een if ander == wie else ander for een, ander in w.pairs() if wie in (een, ander)}
    bereikt = [o for o in buren if o in ln or o in sts]
    orgs = {o for o, soort in w.soort.items() if soort in SECTOR}
    fora = [f for o, f in w.of("NEEMT_DEEL_AAN") if o == wie]
    verwacht = []
    if bereikt:
        beste = min(bereikt, key=lambda o: (-len(ln.get(o, [])) - len(sts.get(o, [])), o))
        kent = " en ".join(n for n, wegen in (("lerend netwerk", ln), ("STS", sts)) if beste in wegen)
        verwacht.append(f"partner {beste.upper()} (al bereikt door {kent})")
    if fora:
        zetels = {f: len([o for o, g in w.of("NEEMT_DEEL_AAN") if g == f and o in orgs]) for f in fora}
        forum = min(fora, key=lambda f: (-zetels[f], f))
        verwacht.append(
            f"forum {forum.upper()} ({zetels[forum]} organisatie{'s' if zetels[forum] != 1 else ''})"
        )
    assert langs == "; ".join(verwacht)


@settings(max_examples=aantal(40))
@given(worlds(), st.sampled_from(GROEPEN))
def test_new_forums_serve_who_has_a_band_within_the_group(rijen: Rijen, per: str) -> None:
    w = Wereld(*rijen, DATUM)
    hier = {o for o, soort in w.soort.items() if soort in SECTOR and w.region(o) == REGIO}
    fora = {f for f in w.nodes("Forum") if w.p[f]["regio"] == REGIO}
    over = hier - {o for o, f in w.of("NEEMT_DEEL_AAN") if f in fora}
    banden = {paar for paar in w.pairs() if set(paar) <= over}
    uitkomst = nieuw_forum(view(rijen), regio=REGIO, per=per)
    assert [r.rang for r in uitkomst.rijen] == list(range(1, len(uitkomst.rijen) + 1))
    gediend = [r.gediend for r in uitkomst.rijen]
    assert gediend == sorted(gediend, reverse=True)
    if per == "banden":
        # A grouping by chance of method: only that groups part the organisations is certain.
        leden = [set(r.leden) for r in uitkomst.rijen]
        assert all(not een & ander for een, ander in combinations(leden, 2))
        return
    keys = {
        "gemeente": lambda o: (w.municipality(o) or "").upper(),
        "sector": lambda o: SECTOR[w.soort[o]],
        "gemeente-sector": lambda o: f"{(w.municipality(o) or '').upper()}, {SECTOR[w.soort[o]]}",
    }
    groep = {o: keys[per](o) for o in over}
    verwacht = {}
    for naam in set(groep.values()):
        eigen = {paar for paar in banden if groep[paar[0]] == groep[paar[1]] == naam}
        if eigen:
            dient = set().union(*eigen)
            verwacht[naam] = (dient, len([o for o in over if groep[o] == naam]), len(eigen))
    assert {r.groep: (set(r.leden), r.organisaties, r.paren) for r in uitkomst.rijen} == verwacht
    assert uitkomst.cijfers["zonder band in de groep"] == len(over) - sum(
        len(d) for d, *_ in verwacht.values()
    )


@settings(max_examples=aantal(25))
@given(worlds())
def test_pictures_of_the_tandem_agree(rijen: Rijen) -> None:
    beeld = view(rijen)
    een = draw_tandem(tandem(beeld, regio=REGIO))
    ander = draw_overzicht(tandem_overzicht(beeld, regio=REGIO))
    assert {s.label: s.waarden for s in een.staven} == {s.label: s.waarden for s in ander.staven}


def test_an_own_contact_goes_before_a_forum() -> None:
    b = Bouwer()
    genk = geography(b)[0]
    for rol in ("lerend-netwerk", "sts"):
        b.node("Coordinator", rol, rol=rol, regio=REGIO)
        b.rel("NEEMT_DEEL_AAN", rol, "f")
    b.node("Forum", "f", regio=REGIO)
    for id_ in ("a", "b"):
        b.node("Werkactor", id_)
        b.rel("LIGT_IN", id_, genk)
        b.rel("NEEMT_DEEL_AAN", id_, "f")
        b.rel("CONTACT_MET", "sts", id_)
    beeld = view(b.rijen)
    gelijk = {r.id: str(r.verdeling) for r in tandem_verdeling(beeld, regio=REGIO).rijen}
    assert gelijk == {"a": "lerend netwerk", "b": "STS"}
    (noot,) = (n for n in tandem_verdeling(beeld, regio=REGIO).kanttekeningen if "--verschil" in n)
    assert noot.endswith("Met --verschil 2 hoeft dat niet.")
    eigen = {str(r.verdeling) for r in tandem_verdeling(beeld, regio=REGIO, verschil=2).rijen}
    assert eigen == {"STS"}
    with pytest.raises(GebruikersFout, match="geen code"):
        tandem_verdeling(beeld, regio=REGIO, samen=("bestaatniet",))
    with pytest.raises(GebruikersFout, match="minstens 0"):
        tandem_verdeling(beeld, regio=REGIO, verschil=-1)


def test_the_new_forum_of_the_worked_example() -> None:
    (rij,) = nieuw_forum(view(example()), regio=REGIO).rijen
    assert (rij.groep, rij.gediend, rij.paren) == ("NIS:72004", 3, 2)
    assert set(rij.leden) == {"ark", "ath", "clb"}
