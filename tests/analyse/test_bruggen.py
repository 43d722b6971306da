"""Bridges and bridge figures against networkx and against taking bands away."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import Any

import networkx as nx
import pytest
from hypothesis import given, settings

from netwerkkaart.analyse.brugfiguren import brugfiguren
from netwerkkaart.analyse.bruggen import bruggen
from netwerkkaart.analyse.bruggen_tekening import draw_bruggen
from netwerkkaart.analyse.ketencijfers import keten_cijfers
from netwerkkaart.schema.vocabularia import SECTOR as SECTORWOORD
from tests.analyse.brute import BANDEN, SECTOR, STAPPEN, Wereld
from tests.analyse.grafen import DATUM, Rijen, small, view, worlds
from tests.analyse.test_eigenschappen import renamed
from tests.voorbeelden import aantal

vijftig = settings(max_examples=aantal(50), deadline=None)


def graph(wereld: Wereld) -> Any:
    g = nx.Graph()
    g.add_nodes_from(id_ for id_, soort in wereld.soort.items() if soort in SECTOR)
    g.add_edges_from(wereld.pairs())
    return g


def pair(u: str, v: str) -> tuple[str, str]:
    return (min(u, v), max(u, v))


@vijftig
@given(worlds())
def test_bridges_cut_edges_and_betweenness(rijen: Rijen) -> None:
    wereld = Wereld(*rijen, DATUM)
    g = graph(wereld)
    gevonden = {(r.van, r.naar): r for r in bruggen(view(rijen), alle=True).rijen}
    verwacht = {(u, v) for u, v in wereld.pairs() if SECTOR[wereld.soort[u]] != SECTOR[wereld.soort[v]]}
    assert set(gevonden) == verwacht
    snijranden = {pair(u, v) for u, v in nx.bridges(g)}
    tussen = {pair(u, v): w for (u, v), w in nx.edge_betweenness_centrality(g, normalized=False).items()}
    for paar, rij in gevonden.items():
        assert rij.snijrand == (paar in snijranden)
        assert rij.tussenligging == pytest.approx(tussen[paar], abs=0.006)
        assert set(rij.bewijs) == {
            r[3]["rid"] for r in wereld.rel if r[0] in BANDEN and pair(r[1], r[2]) == paar
        }


@vijftig
@given(worlds())
def test_fragile_is_the_only_band_between_groups_or_one_person(rijen: Rijen) -> None:
    wereld = Wereld(*rijen, DATUM)

    def group(id_: str) -> tuple[str, str | None]:
        return SECTOR[wereld.soort[id_]], wereld.municipality(id_)

    for rij in bruggen(view(rijen), alle=True).rijen:
        groepen = {group(rij.van), group(rij.naar)}
        zelfde = [
            r for r in wereld.rel
            if r[0] in BANDEN and r[1] != r[2] and {group(r[1]), group(r[2])} == groepen
        ]  # fmt: skip
        enig = len({pair(r[1], r[2]) for r in zelfde}) == 1
        personen = {r[3].get("via") for r in zelfde}
        een_persoon = len(personen) == 1 and None not in personen
        gekend = all(gemeente is not None for _, gemeente in groepen)
        assert rij.breekbaar == (gekend and (enig or een_persoon))
        assert rij.een_persoon == (gekend and een_persoon)
        samen = set.intersection(*({r[1], r[2]} for r in zelfde))
        assert {rij.een_organisatie} - {""} == (samen if gekend and not enig else set())


@vijftig
@given(worlds())
def test_whom_two_groups_have_alone_to_join_them(rijen: Rijen) -> None:
    wereld = Wereld(*rijen, DATUM)
    draagt: Counter[str] = Counter()
    per_paar: dict[frozenset[tuple[str, str]], dict[tuple[str, str], set[str]]] = {}
    for u, v in wereld.pairs():
        groepen = [(SECTOR[wereld.soort[id_]], wereld.municipality(id_)) for id_ in (u, v)]
        if groepen[0][0] != groepen[1][0] and None not in (groepen[0][1], groepen[1][1]):
            kanten = per_paar.setdefault(frozenset(groepen), {})  # type: ignore[arg-type]
            for groep, id_ in zip(groepen, (u, v), strict=True):
                kanten.setdefault(groep, set()).add(id_)  # type: ignore[arg-type]
    for kanten in per_paar.values():
        draagt.update(next(iter(wie)) for wie in kanten.values() if len(wie) == 1)
    for rij in brugfiguren(view(rijen)).rijen:
        assert rij.draagt == draagt[rij.id]


@vijftig
@given(worlds())
def test_the_picture_counts_every_bridge_once(rijen: Rijen) -> None:
    uitkomst = bruggen(view(rijen), alle=True)
    staven = draw_bruggen(uitkomst).staven
    assert sum(sum(staaf.waarden) for staaf in staven) == len(uitkomst.rijen) == uitkomst.cijfers["bruggen"]
    assert sum(staaf.waarden[0] + staaf.waarden[1] for staaf in staven) == uitkomst.cijfers["breekbaar"]
    per_paar = Counter(frozenset((r.van_sector, r.naar_sector)) for r in uitkomst.rijen)
    woorden = {frozenset(SECTORWOORD.woord(code) for code in paar): n for paar, n in per_paar.items()}
    assert {frozenset(s.label.split(" – ")): sum(s.waarden) for s in staven} == woorden


@vijftig
@given(worlds())
def test_schools_of_a_bridge_are_those_that_lose_a_step_without_it(rijen: Rijen) -> None:
    nu = Wereld(*rijen, DATUM).reached()
    for rij in bruggen(view(rijen), alle=True).rijen:
        zonder = [r for r in rijen[1] if r[0] not in BANDEN or pair(r[1], r[2]) != (rij.van, rij.naar)]
        verloren = nu - Wereld(rijen[0], zonder, DATUM).reached()
        assert set(rij.scholen) == {school for school, _, _ in verloren}


@vijftig
@given(worlds())
def test_bridge_figures_agree_with_networkx(rijen: Rijen) -> None:
    wereld = Wereld(*rijen, DATUM)
    g = graph(wereld)
    beperking, omvang = nx.constraint(g), nx.effective_size(g)
    tussen = nx.betweenness_centrality(g, normalized=False)
    snijpunten = set(nx.articulation_points(g))
    for rij in brugfiguren(view(rijen)).rijen:
        assert rij.tussenligging == pytest.approx(tussen[rij.id], abs=0.006)
        assert rij.beperking == pytest.approx(beperking[rij.id], abs=6e-5)
        assert rij.effectieve_omvang == pytest.approx(omvang[rij.id], abs=6e-5)
        assert rij.snijpunt == (rij.id in snijpunten)
        assert roles(g, rij.id, wereld) == (rij.rol_binnen, rij.rol_buiten, rij.rol_poort, rij.rol_tussen)


def roles(g: Any, v: str, wereld: Wereld) -> tuple[int, int, int, int]:
    def sector(id_: str) -> str:
        return SECTOR[wereld.soort[id_]]

    telling: Counter[str] = Counter()
    for a, b in combinations(g[v], 2):
        if not g.has_edge(a, b):
            eigen = [sector(a), sector(b)].count(sector(v))
            if eigen == 0:
                telling["buiten" if sector(a) == sector(b) else "tussen"] += 1
            else:
                telling["binnen" if eigen == 2 else "poort"] += 1
    return telling["binnen"], telling["buiten"], telling["poort"], telling["tussen"]


@vijftig
@given(worlds())
def test_chains_on_one_unconfirmed_band_open_when_it_goes(rijen: Rijen) -> None:
    wereld = Wereld(*rijen, DATUM)

    def closed(w: Wereld) -> set[tuple[str, str]]:
        bereikt = w.reached()
        paren = {(s, t) for s, t, _ in w.triples()}
        return {(s, t) for s, t in paren if all((s, t, st) in bereikt for st in STAPPEN[t])}

    nu = closed(wereld)
    open_: set[tuple[str, str]] = set()
    for relatie in wereld.rel:
        if relatie[0] in BANDEN and relatie[3].get("bevestiging") != "bevestigd":
            open_ |= nu - closed(Wereld(rijen[0], [r for r in rijen[1] if r is not relatie], DATUM))
    for thema in STAPPEN:
        telling = keten_cijfers(view(rijen)).cijfers[f"thema {thema} onbevestigd"]
        assert telling == sum(t == thema for _, t in open_)


def test_small_worlds_hold_fragile_and_cut_bridges() -> None:
    rijen = [rij for seed in range(30) for rij in bruggen(view(small(seed)), alle=True).rijen]
    assert sum(r.breekbaar for r in rijen) > 20
    assert sum(not r.breekbaar for r in rijen) > 20
    assert sum(r.snijrand for r in rijen) > 20
    assert sum("persoon" in r.reden for r in rijen) > 10


@vijftig
@given(worlds())
def test_names_decide_nothing_about_bridges(rijen: Rijen) -> None:
    def bare(wereld: Rijen, lengte: int) -> list[list[tuple[object, ...]]]:
        figuren = [
            (r.id[lengte:], r.draagt, r.tussenligging, r.rol_poort, r.rol_poort_verwacht, r.rol_poort_z)
            for r in brugfiguren(view(wereld)).rijen
        ]
        randen = [
            (
                *sorted((r.van[lengte:], r.naar[lengte:])),
                r.breekbaar,
                r.een_organisatie[lengte:],
                r.snijrand,
            )
            for r in bruggen(view(wereld), alle=True).rijen
        ]
        return [sorted(figuren, key=str), sorted(randen, key=str)]

    assert bare(rijen, 0) == bare(renamed(rijen), 2)


@vijftig
@given(worlds())
def test_bridges_of_regions_and_between_them_make_the_whole(rijen: Rijen) -> None:
    beeld, wereld = view(rijen), Wereld(*rijen, DATUM)
    alle = bruggen(beeld, alle=True).rijen
    per_regio = [bruggen(beeld, alle=True, regio=r).rijen for r in ("limburg", "antwerpen", "brussel")]
    dubbel = sum(len({wereld.region(r.van), wereld.region(r.naar)} - {None}) for r in alle)
    assert sum(map(len, per_regio)) == dubbel
    assert {r for deel in per_regio for r in deel} <= set(alle)
