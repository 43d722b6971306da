"""The tandem and its fora against plain sets, and the smallest cover against enumeration."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netwerkkaart.analyse.dekking import smallest_cover
from netwerkkaart.analyse.kleinste_fora import fora_van_regio, zonder_forum
from netwerkkaart.analyse.tandems import tandem, tandem_overzicht
from netwerkkaart.fouten import NietGevonden
from tests.analyse.brute import SECTOR, Wereld
from tests.analyse.grafen import DATUM, Bouwer, Rijen, geography, view, worlds
from tests.voorbeelden import aantal

vijftig = settings(max_examples=aantal(50), deadline=None)


def limburg(wereld: Wereld) -> set[str]:
    return {o for o, soort in wereld.soort.items() if soort in SECTOR and wereld.region(o) == "limburg"}


@vijftig
@given(worlds())
def test_reach_of_both_roles(rijen: Rijen) -> None:
    wereld = Wereld(*rijen, DATUM)

    def reached(wie: str) -> set[str]:
        fora = {f for o, f in wereld.of("NEEMT_DEEL_AAN") if o == wie}
        netwerken = {
            n for c, n in wereld.of("COORDINEERT") if c == wie and wereld.soort[n] == "LerendNetwerk"
        }
        return (
            {o for c, o in wereld.of("CONTACT_MET") if c == wie}
            | {o for o, f in wereld.of("NEEMT_DEEL_AAN") if f in fora}
            | {o for o, n in wereld.of("LID_VAN") if n in netwerken}
        )

    uitkomst = tandem(view(rijen), regio="limburg")
    assert {rij.id for rij in uitkomst.rijen} == limburg(wereld)
    for rij in uitkomst.rijen:
        ln, sts = rij.id in reached("ln"), rij.id in reached("sts")
        assert rij.oordeel == {
            (True, True): "beide", (True, False): "alleen lerend netwerk",
            (False, True): "alleen STS", (False, False): "blinde vlek",
        }[ln, sts]  # fmt: skip
        assert (bool(rij.weg_lerend_netwerk), bool(rij.weg_sts)) == (ln, sts)
        assert set(rij.bewijs) <= {r[3]["rid"] for r in wereld.rel}
    telling = tandem_overzicht(view(rijen), regio="limburg").rijen
    assert sum(t.organisaties for t in telling) == len(uitkomst.rijen)
    for t in telling:
        assert t.organisaties == t.beide + t.alleen_lerend_netwerk + t.alleen_sts + t.blinde_vlek


@vijftig
@given(worlds())
def test_fora_of_the_region_and_who_sits_in_none(rijen: Rijen) -> None:
    wereld = Wereld(*rijen, DATUM)
    fora = [f for f in wereld.nodes("Forum") if wereld.p[f]["regio"] == "limburg"]
    leden = {f: {o for o, g in wereld.of("NEEMT_DEEL_AAN") if g == f} & limburg(wereld) for f in fora}
    uitkomst = fora_van_regio(view(rijen), regio="limburg")
    assert [(r.id, r.organisaties) for r in uitkomst.rijen] == [(f, len(leden[f])) for f in fora]
    alle = set().union(*leden.values())
    assert set().union(*(leden[r.id] for r in uitkomst.rijen if r.gekozen)) == alle
    assert {r.id for r in zonder_forum(view(rijen), regio="limburg").rijen} == limburg(wereld) - alle


verzamelingen = st.lists(st.tuples(st.sets(st.integers(0, 6), max_size=4), st.integers(1, 3)), max_size=7)


@vijftig
@given(verzamelingen)
def test_smallest_cover_is_that_of_full_enumeration(fora: list[tuple[set[int], int]]) -> None:
    leden, zetels = [deel[0] for deel in fora], [deel[1] for deel in fora]
    alle: set[int] = set().union(*leden)
    mogelijk = [
        (n, -sum(zetels[i] for i in keuze), keuze)
        for n in range(len(fora) + 1)
        for keuze in combinations(range(len(fora)), n)
        if set().union(*(leden[i] for i in keuze)) == alle
    ]
    uit = smallest_cover(leden, zetels)
    assert uit.bewezen
    assert uit.fora == min(mogelijk)[2]


def test_a_region_without_a_role_is_told() -> None:
    b = Bouwer()
    geography(b)
    uitkomst = tandem(view(b.rijen), regio="Limburg")
    assert any("geen coördinator lerend netwerk" in zin for zin in uitkomst.kanttekeningen)
    assert any("geen coördinator Samen tegen Schooluitval" in zin for zin in uitkomst.kanttekeningen)
    with pytest.raises(NietGevonden, match="Holland"):
        tandem(view(b.rijen), regio="Holland")
