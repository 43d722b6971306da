"""The data block: numbers that agree with the graph, and nothing that the profile may not show."""

from __future__ import annotations

import json
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netwerkkaart.analyse.bevinding import Bevinding, BevindingSoort, Zinsdeel
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.graph.vrijgave import Profiel, beperk
from netwerkkaart.kaart.gegevens import make_gegevens
from netwerkkaart.kaart.inpakken import SITES, pack_sites, runs
from netwerkkaart.kaart.invoer import KaartInvoer, NieuweBand
from netwerkkaart.kaart.kolommen import LANG, pack, pack_column, unpack, unpack_column
from netwerkkaart.kaart.meta import Opties
from netwerkkaart.kaart.ondergrond import standard_ground
from netwerkkaart.kaart.uit_analyse import make_invoer
from tests.kaart.proefdata import Proef
from tests.voorbeelden import aantal


@pytest.fixture(scope="module")
def gegevens(proef: Proef) -> dict[str, Any]:
    return make_gegevens(proef.beeld, proef.invoer, standard_ground(), Opties("limburg"))


def test_every_organisation_and_tie_is_there_once(proef: Proef, gegevens: dict[str, Any]) -> None:
    beeld = proef.beeld
    fora = sum(len(beeld.van_soort(soort)) for soort in ("Forum", "LerendNetwerk", "Coordinator"))
    assert len(gegevens["organisaties"]["id"]) == beeld.aantal_organisaties + fora
    assert len(set(gegevens["organisaties"]["id"])) == len(gegevens["organisaties"]["id"])
    zetels = sum(len(beeld.van_type(t)) for t in ("NEEMT_DEEL_AAN", "LID_VAN", "COORDINEERT", "CONTACT_MET"))
    assert len(gegevens["banden"]["van"]) == len(beeld.banden) + zetels


def test_columns_are_equally_long_and_hold_plain_json(gegevens: dict[str, Any]) -> None:
    for blok in ("organisaties", "banden"):
        assert len({len(kolom) for kolom in gegevens[blok].values()}) == 1
    assert json.loads(json.dumps(gegevens, allow_nan=False)) == gegevens


def test_pairs_of_municipalities_by_brute_force(gegevens: dict[str, Any]) -> None:
    org, banden = gegevens["organisaties"], gegevens["banden"]
    soorten, groepen = gegevens["soorten"], gegevens["bandgroepen"]
    verwacht: dict[tuple[int, int], list[int]] = {}
    for van, naar, groep in zip(banden["van"], banden["naar"], banden["groep"], strict=True):
        a, b = org["gemeente"][van], org["gemeente"][naar]
        if groepen[groep]["overleg"] or a < 0 or b < 0 or a == b:
            continue
        kleuren = {soorten[org["soort"][eind]]["kleur"] for eind in (van, naar)}
        tel = verwacht.setdefault((min(a, b), max(a, b)), [0, 0])
        tel[0] += 1
        tel[1] += len(kleuren) == 2
    paren = gegevens["paren"]
    rijen = zip(paren["a"], paren["b"], paren["aantal"], paren["over"], strict=True)
    assert {(a, b): [n, over] for a, b, n, over in rijen} == verwacht


def test_another_region_shows_nothing_of_limburg_but_tells_of_ties_that_leave() -> None:
    beeld = Beeld.from_rows(
        [
            ("Regio", "regio:limburg", {"naam": "Limburg", "code": "limburg"}),
            ("Regio", "regio:antwerpen", {"naam": "Antwerpen", "code": "antwerpen"}),
            ("Gemeente", "nis:71016", {"naam": "Genk", "nis": "71016"}),
            ("Gemeente", "nis:13040", {"naam": "Turnhout", "nis": "13040"}),
            ("School", "s", {"naam": "De Ark", "niveaus": ["lager"]}),
            ("Clb", "c", {"naam": "CLB Turnhout"}),
        ],
        [
            ("DEEL_VAN", "nis:71016", "regio:limburg", {"rid": "a"}),
            ("DEEL_VAN", "nis:13040", "regio:antwerpen", {"rid": "b"}),
            ("LIGT_IN", "s", "nis:71016", {"rid": "c"}),
            ("LIGT_IN", "c", "nis:13040", {"rid": "d"}),
            ("BEGELEIDT", "c", "s", {"rid": "e"}),
        ],
    )
    blok: dict[str, Any] = make_gegevens(beeld, KaartInvoer(), standard_ground(), Opties("limburg"))
    assert blok["organisaties"]["id"] == ["s"]
    assert blok["meta"]["buiten"] == 1
    assert "CLB Turnhout" not in json.dumps(blok)


def test_results_about_what_is_not_on_the_map_are_left_out(proef: Proef) -> None:
    invoer = KaartInvoer(
        bevindingen=(
            Bevinding(
                BevindingSoort.NIEUWE_BAND,
                "Nieuw",
                (Zinsdeel("x"),),
                organisaties=("weg", proef.beeld.ids[0]),
                gemeenten=("99999",),
                verbinding=("weg", proef.beeld.ids[0]),
            ),
        ),
        nieuw=(NieuweBand("weg", proef.beeld.ids[0]),),
    )
    blok: dict[str, Any] = make_gegevens(proef.beeld, invoer, standard_ground(), Opties("limburg"))
    assert blok["nieuw"] == []
    assert blok["bevindingen"][0]["verbinding"] == []
    assert blok["bevindingen"][0]["gemeenten"] == []
    assert len(blok["bevindingen"][0]["organisaties"]) == 1


def test_an_empty_graph_gives_a_map_that_says_so() -> None:
    leeg = Beeld.from_rows([], []).op(date(2026, 1, 1))
    blok: dict[str, Any] = make_gegevens(leeg, KaartInvoer(), standard_ground(), Opties())
    assert blok["organisaties"]["id"] == []
    assert blok["meta"]["datum"] == "01-01-2026"


def test_analyses_of_a_limited_view_name_nothing_hidden(proef: Proef) -> None:
    eerste = proef.beeld.ids[0]
    rijen = [
        (
            proef.beeld.label(i),
            id_,
            {
                "naam": "VERBORGEN" if id_ == eerste else proef.beeld.naam(i),
                **({"vrijgave": "intern"} if id_ == eerste else {}),
            },
        )
        for i, id_ in enumerate(proef.beeld.ids)
        if proef.beeld.label(i) not in ("Regio", "Gemeente", "Forum", "LerendNetwerk", "Coordinator")
    ]
    beeld = beperk(Beeld.from_rows(rijen, []).op(date(2026, 1, 1)), Profiel.PARTNERS)
    blok = make_gegevens(beeld, make_invoer(beeld), standard_ground(), Opties())
    assert "VERBORGEN" not in json.dumps(blok, ensure_ascii=False)


@settings(max_examples=aantal(50))
@given(st.lists(st.integers(-1, 3)))
def test_runs_read_back(kolom: list[int]) -> None:
    lopend = runs(kolom)
    paren = zip(lopend[::2], lopend[1::2], strict=True)
    assert [waarde for waarde, hoe_vaak in paren for _ in range(hoe_vaak)] == kolom
    assert all(een != ander for een, ander in pairwise(lopend[::2]))


GETALLEN = st.one_of(st.integers(-2, 50), st.integers(-(2**29), 2**29))
KOLOMMEN = st.one_of(
    st.lists(GETALLEN),
    st.lists(st.integers(-1, 2), max_size=8).map(lambda k: [g for getal in k for g in [getal] * 40]),
    st.lists(st.integers(0, 90)).map(lambda k: [sum(k[:i]) for i in range(len(k))]),
)


@settings(max_examples=aantal(50))
@given(KOLOMMEN)
def test_columns_read_back_and_take_no_more_letters_than_json(kolom: list[int]) -> None:
    tekst = pack_column(kolom)
    assert unpack_column(tekst) == kolom
    assert len(tekst) <= len(json.dumps(kolom, separators=(",", ":")))


@settings(max_examples=aantal(25))
@given(
    st.recursive(
        st.one_of(
            KOLOMMEN, st.lists(st.lists(GETALLEN, max_size=3), max_size=3).map(lambda k: k * LANG), st.text()
        ),
        lambda deel: (
            st.dictionaries(st.sampled_from(["naam", "van", "per"]), deel) | st.lists(deel, max_size=3)
        ),
        max_leaves=6,
    )
)
def test_packed_data_read_back(blok: object) -> None:
    assert unpack(json.loads(json.dumps(pack(blok)))) == blok


def test_the_whole_block_is_packed_to_less_than_half_and_reads_back(gegevens: dict[str, Any]) -> None:
    ingepakt = pack(gegevens)
    assert unpack(ingepakt) == gegevens
    assert len(json.dumps(ingepakt["banden"])) < len(json.dumps(gegevens["banden"])) / 2  # type: ignore[index]


def test_a_site_is_said_once_when_it_has_the_domain_of_the_mail() -> None:
    sites = [f"{voor}ark.be" for voor in SITES] + ["https://ark.be/nl", "", "https://ark.be"]
    adressen = ["info@ark.be"] * (len(SITES) + 2) + ["a@b@ark.be"]
    assert pack_sites(sites, adressen) == [*range(len(SITES)), "https://ark.be/nl", "", "https://ark.be"]
