"""Density between sectors and the E-I index against counting, and against every dealing of the sectors."""

from __future__ import annotations

from collections import Counter
from itertools import combinations, permutations

import numpy as np
import pytest
from hypothesis import given, settings

from netwerkkaart.analyse.brugfiguren import brugfiguren
from netwerkkaart.analyse.sectoren import sectoren
from netwerkkaart.analyse.sectoren_blik import ei_index
from netwerkkaart.analyse.sectoren_tekening import draw_blik, draw_sectoren
from tests.analyse.brute import SECTOR, Wereld
from tests.analyse.grafen import DATUM, Bouwer, Rijen, geography, view, worlds
from tests.analyse.test_eigenschappen import renamed
from tests.voorbeelden import aantal

dertig = settings(max_examples=aantal(30), deadline=None)
REGIOS = (None, "limburg", "antwerpen", "brussel")


def area(wereld: Wereld, regio: str | None) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """The organisations of a region with their sectors, and the pairs with a band within it."""
    sector = {
        id_: SECTOR[soort]
        for id_, soort in wereld.soort.items()
        if soort in SECTOR and (regio is None or wereld.region(id_) == regio)
    }
    return sector, [(u, v) for u, v in wereld.pairs() if u in sector and v in sector]


@dertig
@given(worlds())
def test_bands_and_possible_pairs_per_two_sectors(rijen: Rijen) -> None:
    wereld, beeld = Wereld(*rijen, DATUM), view(rijen)
    for regio in REGIOS:
        sector, paren = area(wereld, regio)
        banden = Counter(frozenset((sector[u], sector[v])) for u, v in paren)
        mogelijk = Counter(frozenset((sector[u], sector[v])) for u, v in combinations(sector, 2))
        alle = len(sector) * (len(sector) - 1) / 2
        uitkomst = sectoren(beeld, regio=regio)
        assert len(uitkomst.rijen) == 28
        for rij in uitkomst.rijen:
            paar = frozenset((rij.sector, rij.ander))
            assert (rij.banden, rij.mogelijk) == (banden[paar], mogelijk[paar])
            verwacht = len(paren) * mogelijk[paar] / alle if alle else 0
            assert rij.verwacht == pytest.approx(verwacht, abs=0.006)
            assert rij.bewijs_totaal >= rij.banden
        assert sum(rij.banden for rij in uitkomst.rijen) == uitkomst.cijfers["banden"] == len(paren)


@dertig
@given(worlds())
def test_regions_and_what_crosses_between_them_make_the_whole(rijen: Rijen) -> None:
    beeld, wereld = view(rijen), Wereld(*rijen, DATUM)
    geheel = sectoren(beeld).cijfers["banden"]
    binnen = sum(int(sectoren(beeld, regio=regio).cijfers["banden"] or 0) for regio in REGIOS[1:])
    over = sum(wereld.region(u) != wereld.region(v) or wereld.region(u) is None for u, v in wereld.pairs())
    assert geheel == binnen + over


@dertig
@given(worlds())
def test_ei_index_of_regions_and_sectors(rijen: Rijen) -> None:
    wereld = Wereld(*rijen, DATUM)
    for rij in ei_index(view(rijen)).rijen:
        sector, paren = area(wereld, rij.gebied or None)
        if rij.sector == "alle":
            extern = sum(sector[u] != sector[v] for u, v in paren)
            intern = len(paren) - extern
        else:
            einden = [(u, v) for paar in paren for u, v in (paar, paar[::-1]) if sector[u] == rij.sector]
            extern = sum(sector[v] != rij.sector for _, v in einden)
            intern = len(einden) - extern
        assert (rij.extern, rij.intern) == (extern, intern)
        if extern + intern:
            assert rij.ei == pytest.approx((extern - intern) / (extern + intern), abs=6e-5)
        else:
            assert rij.ei is None


@dertig
@given(worlds())
def test_names_decide_nothing_here(rijen: Rijen) -> None:
    def bare(wereld: Rijen) -> list[tuple[object, ...]]:
        blik = [(r.gebied, r.sector, r.ei, r.verwacht, r.z) for r in ei_index(view(wereld)).rijen]
        return [*blik, *((r.sector, r.ander, r.banden, r.z) for r in sectoren(view(wereld)).rijen)]

    assert bare(rijen) == bare(renamed(rijen))


def five() -> Rijen:
    """Two schools, two youth care providers and one NAFT provider in a row, in one municipality."""
    b = Bouwer()
    gemeente = geography(b)[0]
    soorten = ["School", "School", "Jeugdhulpaanbieder", "Jeugdhulpaanbieder", "NaftAanbieder"]
    for nr, soort in enumerate(soorten):
        b.node(soort, f"o{nr}")
        b.rel("LIGT_IN", f"o{nr}", gemeente)
    for nr in range(4):
        b.rel("WERKT_SAMEN_MET", f"o{nr}", f"o{nr + 1}")
    return b.rijen


def test_five_in_a_row_against_every_dealing() -> None:
    """School – school – jeugdhulp – jeugdhulp – NAFT: the worked example of the documentation."""
    namen = ["onderwijs", "onderwijs", "welzijn", "welzijn", "naft"]
    paren = [(nr, nr + 1) for nr in range(4)]

    def external(deel: tuple[str, ...]) -> int:
        return sum(deel[u] != deel[v] for u, v in paren)

    alle = [external(deel) for deel in permutations(namen)]
    geheel, onderwijs = ei_index(view(five()), regio="limburg").rijen[:2]
    assert (geheel.extern, geheel.intern, geheel.ei) == (2, 2, 0.0)
    assert geheel.verwacht == pytest.approx(2 * np.mean(alle) / 4 - 1) == pytest.approx(0.6)
    assert geheel.z == pytest.approx((2 - np.mean(alle)) / np.std(alle), abs=0.005)
    # The first school has one band, inside; the second one inside and one outside: 1 end out, 2 in.
    assert (onderwijs.extern, onderwijs.intern, onderwijs.ei) == (1, 2, -0.3333)
    assert onderwijs.verwacht == 0.5
    tweede = next(rij for rij in brugfiguren(view(five())).rijen if rij.id == "o1")
    assert (tweede.rol_poort, tweede.rol_poort_verwacht, tweede.rol_poort_z) == (1, 0.4, 1.22)
    assert (tweede.rol_binnen_verwacht, tweede.rol_buiten_verwacht, tweede.rol_tussen_verwacht) == (
        0,
        0.2,
        0.4,
    )
    (paar,) = [r for r in sectoren(view(five())).rijen if (r.sector, r.ander) == ("onderwijs", "welzijn")]
    assert (paar.banden, paar.mogelijk, paar.dichtheid, paar.verwacht) == (1, 4, 25.0, 1.6)
    assert paar.verhouding == 0.62


def test_z_of_one_sector_is_that_of_its_outward_ends_beside_their_usual_share() -> None:
    namen = ["onderwijs", "onderwijs", "welzijn", "welzijn", "naft"]
    paren = [(nr, nr + 1) for nr in range(4)]

    def lead(deel: tuple[str, ...]) -> float:
        einden = [(u, v) for paar in paren for u, v in (paar, paar[::-1]) if deel[u] == "onderwijs"]
        return sum(deel[v] != "onderwijs" for _, v in einden) - 0.75 * len(einden)

    alle = [lead(deel) for deel in permutations(namen)]
    assert np.mean(alle) == pytest.approx(0)
    onderwijs = ei_index(view(five())).rijen[1]
    assert onderwijs.z == pytest.approx(lead(tuple(namen)) / np.std(alle), abs=0.005)


def test_pictures_say_with_words_what_they_colour() -> None:
    raster = draw_sectoren(sectoren(view(five())))
    assert raster.rijen == raster.kolommen == ("onderwijs", "NAFT", "welzijn")
    assert raster.vakken[0][2].tekst == "1 (2)"
    assert raster.vakken[1][1].tekst == "–"
    staven = draw_blik(ei_index(view(five()), regio="limburg"))
    assert [staaf.label for staaf in staven.staven] == ["onderwijs", "NAFT", "welzijn"]
    assert staven.staven[0].waarden == (1.0, 2.0)
    assert staven.staven[0].tekst == "E-I −0,33, toeval 0,50"
    assert draw_sectoren(sectoren(view(([], [])))).rijen == ()
