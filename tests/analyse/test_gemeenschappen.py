"""Communities against networkx, against counting, and on networks of which the groups are known."""

from __future__ import annotations

import math
from collections import Counter
from itertools import combinations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.analyse_groot import synthetic
from netwerkkaart.analyse import gemeenschappen_indeling
from netwerkkaart.analyse.bandgraaf import Bandgraaf
from netwerkkaart.analyse.gemeenschappen import gemeenschappen
from netwerkkaart.analyse.gemeenschappen_elders import hoort_elders
from netwerkkaart.analyse.gemeenschappen_indeling import (
    MINSTENS,
    RONDEN,
    agreement,
    find_communities,
    majority,
)
from netwerkkaart.analyse.gemeenschappen_tekening import draw_gemeenschappen
from netwerkkaart.analyse.tekening import Raster, Staven
from netwerkkaart.schema.vocabularia import REGIO
from tests.analyse.brute import SECTOR as SECTOR_VAN_SOORT
from tests.analyse.brute import Wereld
from tests.analyse.grafen import DATUM, Bouwer, Rijen, geography, view, worlds
from tests.voorbeelden import aantal

vijfentwintig = settings(max_examples=aantal(25), deadline=None)
groepen = st.lists(st.tuples(st.integers(-1, 3), st.integers(-1, 3)), max_size=14)


def adjusted_rand(a: list[int], b: list[int]) -> float:
    """Hubert and Arabie's formula (1985), from the pairs that both divisions keep together."""
    n = math.comb(len(a), 2)
    samen = sum(a[i] == a[j] and b[i] == b[j] for i, j in combinations(range(len(a)), 2))
    een, ander = (sum(math.comb(w, 2) for w in Counter(deel).values()) for deel in (a, b))
    verwacht = een * ander / n
    return (samen - verwacht) / ((een + ander) / 2 - verwacht)


def mutual(a: list[int], b: list[int]) -> float:
    """Two times the mutual information over the sum of the entropies (Danon et al. 2005)."""
    n = len(a)

    def entropy(telling: Counter[object]) -> float:
        return -sum(w / n * math.log(w / n) for w in telling.values())

    h_a, h_b = entropy(Counter(a)), entropy(Counter(b))
    samen = entropy(Counter(zip(a, b, strict=True)))
    return 2 * (h_a + h_b - samen) / (h_a + h_b)


@settings(max_examples=aantal(50), deadline=None)
@given(groepen)
def test_agreement_is_what_the_formulas_say(paren: list[tuple[int, int]]) -> None:
    a, b = (np.array([paar[kant] for paar in paren], dtype=np.int64) for kant in range(2))
    rand, nmi = agreement(a, b)
    gekend = [paar for paar in paren if min(paar) >= 0]
    een, ander = [paar[0] for paar in gekend], [paar[1] for paar in gekend]
    if len(set(een)) < 2 or len(set(ander)) < 2:
        assert (rand, nmi) == (None, None)
        return
    assert nmi == pytest.approx(mutual(een, ander), abs=1e-9)
    if len(set(een)) < len(een) or len(set(ander)) < len(ander):
        assert rand == pytest.approx(adjusted_rand(een, ander), abs=1e-9)


@settings(max_examples=aantal(50), deadline=None)
@given(groepen)
def test_majority_is_the_most_frequent_kind(paren: list[tuple[int, int]]) -> None:
    groep, soort = (np.array([paar[kant] for paar in paren], dtype=np.int64) for kant in range(2))
    wat, hoeveel = majority(groep, soort, 4)
    for nummer in range(4):
        telling = Counter(s for g, s in paren if g == nummer and s >= 0)
        beste = min(telling, key=lambda s: (-telling[s], s), default=-1)
        assert (wat[nummer], hoeveel[nummer]) == (beste, telling[beste])


@vijfentwintig
@given(worlds())
def test_communities_divide_who_has_a_band_and_modularity_is_that_of_networkx(rijen: Rijen) -> None:
    wereld, beeld = Wereld(*rijen, DATUM), view(rijen)
    indeling = find_communities(Bandgraaf.of(beeld))
    g = nx.Graph(wereld.pairs())
    delen: dict[int, set[str]] = {}
    for id_, nummer in zip(beeld.ids, indeling.leden.tolist(), strict=False):
        if nummer >= 0:
            delen.setdefault(nummer, set()).add(id_)
    assert set().union(*delen.values()) == set(g)
    assert sorted(delen) == list(range(indeling.aantal))
    volgorde = [delen[nummer] for nummer in range(indeling.aantal)]
    assert volgorde == sorted(volgorde, key=lambda deel: (-len(deel), min(deel)))
    if len(g):
        assert indeling.modulariteit == pytest.approx(nx.community.modularity(g, volgorde))
        assert indeling.modulariteit == pytest.approx(max(indeling.modulariteiten))
        # No search is sure of the best; it only ever goes up from everybody alone.
        assert indeling.modulariteit >= nx.community.modularity(g, [{id_} for id_ in g]) - 1e-9


def test_the_search_does_better_than_a_greedy_one() -> None:
    graaf = Bandgraaf.of(view(synthetic(300, 900)))
    g = nx.Graph(graaf.randen.tolist())
    greedy = nx.community.modularity(g, nx.community.greedy_modularity_communities(g))
    assert find_communities(graaf).modulariteit > greedy


def test_beyond_a_budget_of_work_there_are_fewer_searches(monkeypatch: pytest.MonkeyPatch) -> None:
    beeld = view(synthetic(200, 600))
    m = len(Bandgraaf.of(beeld))
    for werk, verwacht in ((100 * m, RONDEN), (7 * m, 7), (0, MINSTENS)):
        monkeypatch.setattr(gemeenschappen_indeling, "WERK", werk)
        for functie in (gemeenschappen, hoort_elders):
            assert f"Er is {verwacht} keer gezocht" in " ".join(functie(beeld).kanttekeningen)
        assert max(rij.ronden for rij in hoort_elders(beeld).rijen) <= verwacht


@vijfentwintig
@given(worlds())
def test_rows_of_communities_and_of_who_belongs_elsewhere(rijen: Rijen) -> None:
    wereld, beeld = Wereld(*rijen, DATUM), view(rijen)
    leden = find_communities(Bandgraaf.of(beeld)).leden
    waar = {id_: nr + 1 for id_, nr in zip(beeld.ids, leden.tolist(), strict=False) if nr >= 0}
    paren = wereld.pairs()
    thuis: dict[int, str | None] = {}
    for rij in gemeenschappen(beeld).rijen:
        deel = {id_ for id_, nummer in waar.items() if nummer == rij.nummer}
        regios = Counter(r for id_ in deel if (r := wereld.region(id_)))
        beste = min(regios, key=lambda r: (-regios[r], REGIO.codes.index(r)), default=None)
        thuis[rij.nummer] = beste
        assert rij.organisaties == len(deel) == rij.bewijs_totaal
        assert rij.regio == (REGIO.woord(beste) if beste else "")
        assert rij.gemeenten == len({g for id_ in deel if (g := wereld.municipality(id_))})
        assert rij.banden_binnen == sum(u in deel and v in deel for u, v in paren)
        assert rij.banden_buiten == sum((u in deel) != (v in deel) for u, v in paren)
    elders = {id_ for id_, nummer in waar.items() if (r := wereld.region(id_)) and r != thuis[nummer]}
    gevonden = hoort_elders(beeld).rijen
    assert {wie.id for wie in gevonden} == elders
    for wie in gevonden:
        buren = {v if u == wie.id else u for u, v in paren if wie.id in (u, v)}
        assert (wie.banden, wie.banden_daar) == (
            len(buren), sum(waar[buur] == wie.gemeenschap for buur in buren)
        )  # fmt: skip
        assert wie.banden_thuis == sum(wereld.region(b) == wereld.region(wie.id) for b in buren)
        assert 1 <= wie.ronden <= RONDEN
        assert wie.hoort_bij == REGIO.woord(thuis[wie.gemeenschap] or "")
        regio, sector = wereld.region(wie.id), SECTOR_VAN_SOORT[wereld.soort[wie.id]]
        genoten = {
            o for o in waar if wereld.region(o) == regio and SECTOR_VAN_SOORT[wereld.soort[o]] == sector
        } - {wie.id}  # fmt: skip
        assert wie.sectorgenoten == len(genoten)
        assert wie.sectorgenoten_daar == sum(waar[o] == wie.gemeenschap for o in genoten)


@vijfentwintig
@given(worlds())
def test_who_sits_elsewhere_than_most_of_the_municipality(rijen: Rijen) -> None:
    wereld, beeld = Wereld(*rijen, DATUM), view(rijen)
    leden = find_communities(Bandgraaf.of(beeld)).leden
    waar = {id_: nr for id_, nr in zip(beeld.ids, leden.tolist(), strict=False) if nr >= 0}
    verwacht = set()
    for id_, nummer in waar.items():
        gemeente = wereld.municipality(id_)
        anderen = Counter(
            nr for o, nr in waar.items() if gemeente and o != id_ and wereld.municipality(o) == gemeente
        )
        if anderen.total() >= 2 and min(anderen, key=lambda nr: (-anderen[nr], nr)) != nummer:
            verwacht.add(id_)
    gevonden = hoort_elders(beeld, per="gemeente").rijen
    assert {rij.id for rij in gevonden} == verwacht
    for rij in gevonden:
        deel = Counter(g for o, nr in waar.items() if nr == waar[rij.id] and (g := wereld.municipality(o)))
        meeste = min(deel, key=lambda g: (-deel[g], beeld.nummer[g]))
        assert rij.hoort_bij == f"{rij.gemeenschap}, vooral {beeld.naam(beeld.nummer[meeste])}"


@vijfentwintig
@given(worlds())
def test_regions_add_up_and_the_same_data_give_the_same_answer(rijen: Rijen) -> None:
    beeld = view(rijen)
    per_regio = [hoort_elders(beeld, regio=r).cijfers["elders"] for r in ("limburg", "antwerpen", "brussel")]
    assert sum(int(w or 0) for w in per_regio) == hoort_elders(beeld).cijfers["elders"]
    assert gemeenschappen(beeld) == gemeenschappen(view((rijen[0][::-1], rijen[1][::-1])))


def two_groups() -> Rijen:
    """Five in Limburg and five in Antwerp that all know each other; *a4* lies in Limburg. One tie between."""
    b = Bouwer()
    limburg, _, antwerpen, _ = geography(b)
    for groep, gemeente in (("l", limburg), ("a", antwerpen)):
        for nr in range(5):
            b.node("School", f"{groep}{nr}")
            b.rel("LIGT_IN", f"{groep}{nr}", limburg if (groep, nr) == ("a", 4) else gemeente)
        for een, ander in combinations(range(5), 2):
            b.rel("WERKT_SAMEN_MET", f"{groep}{een}", f"{groep}{ander}")
    b.rel("WERKT_SAMEN_MET", "l0", "a0")
    return b.rijen


def test_two_groups_of_five_and_one_that_lies_with_the_other() -> None:
    """The worked example of the documentation."""
    uitkomst = gemeenschappen(view(two_groups()))
    antwerpen, limburg = uitkomst.rijen
    assert (antwerpen.organisaties, antwerpen.regio, antwerpen.regio_aandeel) == (5, "Antwerpen", 80.0)
    assert (limburg.organisaties, limburg.regio, limburg.regio_aandeel) == (5, "Limburg", 100.0)
    assert (antwerpen.banden_binnen, antwerpen.banden_buiten) == (10, 1)
    # 20 of 21 bands within; each group has half of all ends: 20/21 − 2 × (1/2)².
    assert uitkomst.cijfers["modulariteit"] == round(20 / 21 - 0.5, 4)
    assert uitkomst.cijfers["stabiliteit"] == 1
    assert uitkomst.cijfers["rand_regio"] == round(
        adjusted_rand([0] * 5 + [1] * 5, [0] * 5 + [1] * 4 + [0]), 4
    )
    assert uitkomst.titel == (
        "Vlaanderen en Brussel: 10 organisaties met een band zitten in 2 gemeenschappen; 1 daarvan hoort bij "
        "een gemeenschap die vooral in een andere regio ligt."
    )
    (rij,) = hoort_elders(view(two_groups())).rijen
    assert (rij.id, rij.regio, rij.hoort_bij) == ("a4", "Limburg", "Antwerpen")
    assert (rij.banden, rij.banden_daar, rij.banden_thuis, rij.ronden) == (4, 4, 0, RONDEN)
    assert (rij.sectorgenoten, rij.sectorgenoten_daar) == (5, 0)
    raster = draw_gemeenschappen(uitkomst)
    assert isinstance(raster, Raster)
    assert raster.kolommen == ("Antwerpen", "Limburg")
    assert [[vak.tekst for vak in rij] for rij in raster.vakken] == [["4", "1"], ["·", "5"]]


def test_in_one_region_the_picture_shows_the_bands() -> None:
    knopen, relaties = two_groups()
    thuis = [r for r in relaties if r[0] != "LIGT_IN"]
    staven = draw_gemeenschappen(gemeenschappen(view((knopen, thuis))))
    assert isinstance(staven, Staven)
    assert [staaf.waarden for staaf in staven.staven] == [(10.0, 1.0), (10.0, 1.0)]
