"""Foreign words become ours as the mapping says; what has no meaning is told, never guessed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netwerkkaart.inlezen.graaf import Graaf, GraafKnoop, GraafVerbinding, Richting
from netwerkkaart.omzetten.context import Context, Gekend, Oogst
from netwerkkaart.omzetten.graaf import read_graaf
from netwerkkaart.omzetten.graafcodes import make_code
from netwerkkaart.omzetten.graafgissing import guess_koppeling
from netwerkkaart.omzetten.koppeltabel import Koppeltabel
from netwerkkaart.schema.organisaties import School
from netwerkkaart.schema.register import Misvorming, properties_of, read_value
from netwerkkaart.schema.uitspraken import KnoopUitspraak, RelatieUitspraak
from tests.graaf.schrijvers import IDS

Band = tuple[str, str, str, Richting]
HEEN, GEEN, BEIDE = Richting.HEEN, Richting.GEEN, Richting.BEIDE


def maak(knopen: dict[str, dict[str, str]], banden: list[Band] = (), **meer: str) -> Graaf:  # type: ignore[assignment]
    """A graph as a reader gives it."""
    return Graaf(
        "kaart.json",
        "proef",
        [GraafKnoop(nr, id_, velden, "elements") for nr, (id_, velden) in enumerate(knopen.items(), start=1)],
        [
            GraafVerbinding(nr, van, naar, richting, {"type": soort, **meer}, "connections")
            for nr, (van, naar, soort, richting) in enumerate(banden, start=1)
        ],
    )


DRIE = {
    "ark": {"label": "De Ark", "type": "School"},
    "clb": {"label": "CLB Kantelbrug", "type": "CLB"},
    "huis": {"label": "Huis Zoë", "type": "Jeugdhulp"},
}


def zet(
    graaf: Graaf, *waarden: tuple[str, str], gekend: Gekend | None = None, **keuzes: list[tuple[str, str]]
) -> Oogst:
    tabel = Koppeltabel.from_options(keuzes.get("kolommen", []), waarden, keuzes.get("vast", []))
    return read_graaf(
        graaf,
        Context(
            gekend or Gekend(),
            bron="oude kaart",
            kolommen=tabel.kolommen,
            waarden=tabel.waarden,
            vast=tabel.vast,
        ),
    )


def relaties(oogst: Oogst) -> list[str]:
    assert not oogst.fouten, [str(m) for m in oogst.fouten]
    return [u.rid for u in oogst.uitspraken if isinstance(u, RelatieUitspraak) and u.rij]


def knopen(oogst: Oogst) -> dict[str, KnoopUitspraak]:
    assert not oogst.fouten, [str(m) for m in oogst.fouten]
    return {u.id: u for u in oogst.uitspraken if isinstance(u, KnoopUitspraak) and u.rij}


def test_everyday_words_need_no_mapping() -> None:
    oogst = zet(maak(DRIE, [("clb", "ark", "begeleidt", HEEN), ("ark", "huis", "werkt samen", GEEN)]))
    assert {id_: u.label for id_, u in knopen(oogst).items()} == {
        "ark": "School",
        "clb": "Clb",
        "huis": "Jeugdhulpaanbieder",
    }
    assert relaties(oogst) == ["BEGELEIDT|clb|ark", "WERKT_SAMEN_MET|ark|huis"]


@pytest.mark.parametrize(
    ("soort", "richting", "onze", "verwacht"),
    [
        ("kent", HEEN, "BEGELEIDT omgekeerd", ["BEGELEIDT|clb|ark"]),
        ("kent", GEEN, "BEGELEIDT", ["BEGELEIDT|clb|ark"]),
        ("kent", BEIDE, "BEGELEIDT", ["BEGELEIDT|clb|ark"]),
        ("kent", HEEN, "WERKT_SAMEN_MET", ["WERKT_SAMEN_MET|ark|clb"]),
        ("kent", HEEN, "VERWIJST_NAAR", ["VERWIJST_NAAR|ark|clb"]),
        ("kent", BEIDE, "VERWIJST_NAAR", ["VERWIJST_NAAR|ark|clb", "VERWIJST_NAAR|clb|ark"]),
        ("kent", GEEN, "VERWIJST_NAAR omgekeerd", ["VERWIJST_NAAR|clb|ark"]),
        ("kent", GEEN, "VERWIJST_NAAR beide", ["VERWIJST_NAAR|ark|clb", "VERWIJST_NAAR|clb|ark"]),
        ("kent", GEEN, "VERWIJST_NAAR heen", ["VERWIJST_NAAR|ark|clb"]),
    ],
)
def test_the_mapping_says_which_way_a_connection_runs(
    soort: str, richting: Richting, onze: str, verwacht: list[str]
) -> None:
    oogst = zet(maak(DRIE, [("ark", "clb", soort, richting)]), (f"relatie:{soort}", onze))
    assert relaties(oogst) == verwacht


def test_a_direction_that_nobody_knows_is_asked_for() -> None:
    oogst = zet(maak(DRIE, [("ark", "clb", "verwijst naar", GEEN)]))
    assert ["VERWIJST_NAAR heen" in m.verwacht for m in oogst.fouten] == [True]


def test_connections_against_the_schema_are_never_turned_by_themselves() -> None:
    oogst = zet(maak(DRIE, [("ark", "clb", "begeleidt", HEEN)] * 3))
    assert [m.verwacht for m in oogst.fouten] == ['in de koppeling: "BEGELEIDT omgekeerd"']


def test_what_the_mapping_leaves_out_goes_with_what_hangs_on_it() -> None:
    graaf = maak(
        {**DRIE, "idee": {"label": "Idee", "type": "Project"}},
        [
            ("ark", "idee", "werkt samen", GEEN),
            ("ark", "huis", "kent", GEEN),
            ("clb", "ark", "begeleidt", HEEN),
        ],
    )
    oogst = zet(graaf, ("soort:project", "overslaan"), ("relatie:kent", "overslaan"))
    assert "idee" not in knopen(oogst)
    assert relaties(oogst) == ["BEGELEIDT|clb|ark"]
    verteld = " ".join(m.tekst for m in oogst.meldingen)
    assert '1 knoop "Project"' in verteld
    assert '1 verbinding "kent"' in verteld
    assert "1 verbinding." in verteld


def test_a_faulty_node_takes_its_connections_with_it() -> None:
    graaf = maak(
        {**DRIE, "ark": {**DRIE["ark"], "email": "nergens"}},
        [("ark", "huis", "werkt samen", GEEN), ("clb", "huis", "werkt samen", GEEN)],
    )
    oogst = zet(graaf)
    assert [m.kolom for m in oogst.fouten] == ["email"]
    over = oogst.without_faulty_rows().uitspraken
    assert [u.id for u in over if isinstance(u, KnoopUitspraak)] == ["clb", "huis"]
    assert [u.rid for u in over if isinstance(u, RelatieUitspraak)] == ["WERKT_SAMEN_MET|clb|huis"]


def test_ids_stay_where_they_can_and_are_made_where_they_cannot() -> None:
    gewoon = {"type": "School"}
    graaf = maak(
        {
            "003772": {"label": "A", **gewoon},
            "n0": {"label": "B", **gewoon},
            "De Ark, Genk": {"label": "C", **gewoon},
            "12": {"label": "D", **gewoon},
            "nis:11002": {"label": "E", **gewoon},
        }
    )
    gekend = Gekend([("12", "School", "d")])
    oogst = zet(graaf, gekend=gekend)
    assert {u.eigenschappen["naam"]: id_ for id_, u in knopen(oogst).items()} == {
        "A": "003772",
        "B": "oude-kaart:n0",
        "C": make_code("oude-kaart", "De Ark, Genk"),
        "D": "12",
        "E": make_code("oude-kaart", "nis:11002"),
    }
    assert knopen(zet(graaf, gekend=gekend)).keys() == knopen(oogst).keys(), "the same at the next import"


@given(st.lists(IDS, min_size=2, max_size=8, unique=True))
def test_a_made_id_is_an_id_and_no_two_are_equal(ids: list[str]) -> None:
    codes = [make_code("kaart", id_) for id_ in ids]
    assert len({code.casefold() for code in codes}) == len(codes)
    for code in codes:
        assert not isinstance(read_value(properties_of(School)["id"], code), Misvorming)


def test_a_node_of_ours_is_taken_only_when_the_mapping_says_so() -> None:
    gekend = Gekend([("0123-1", "School", "De Ark"), ("p", "Contactpersoon", "Huis Zoë")])
    zonder = zet(maak(DRIE), gekend=gekend)
    assert "ark" in knopen(zonder)
    assert any("Zelfde naam en soort" in m.tekst for m in zonder.meldingen)
    met = zet(maak(DRIE, [("clb", "ark", "begeleidt", HEEN)]), ("knoop:de ark", "0123-1"), gekend=gekend)
    assert "ark" not in knopen(met)
    assert relaties(met) == ["BEGELEIDT|clb|0123-1"]
    assert "0123-1" not in knopen(met), "of what we know already nothing changes but its connections"
    weg = zet(maak(DRIE), ("knoop:de ark", "spook"), gekend=gekend)
    assert ["niet in de graaf" in m.tekst for m in weg.fouten] == [True]
    anders = zet(maak(DRIE), ("knoop:de ark", "p"), gekend=gekend)
    assert ["een Contactpersoon aan" in m.tekst for m in anders.fouten] == [True]


def test_nothing_is_dropped_in_silence() -> None:
    graaf = maak(
        {
            "ark": {**DRIE["ark"], "Website": "https://ark.be", "tags": "a|b", "Description": "warm"},
            "tafel": {"label": "Tafel", "type": "Forum", "Website": "https://tafel.be"},
        }
    )
    oogst = zet(graaf)
    verteld = {m.kolom: m.tekst for m in oogst.meldingen if m.kolom}
    assert verteld == {
        "Website": "Deze eigenschap wordt niet gelezen bij: fora (1).",
        "tags": "Deze eigenschap wordt niet gelezen bij: scholen (1).",
    }
    assert knopen(oogst)["ark"].eigenschappen["opmerking"] == "warm"
    assert ("Description", "opmerking") in oogst.koppeling
    stil = zet(graaf, ("kolom:tags", "overslaan"))
    assert "tags" not in {m.kolom for m in stil.meldingen}, "who says to leave it out is not told so"


def test_columns_and_fixed_values_of_the_user_go_first() -> None:
    graaf = maak({"Huis Zoë": {"categorie": "x"}})
    oogst = zet(graaf, kolommen=[("id", "naam")], vast=[("soort", "Jeugdhulpaanbieder")], gekend=None)
    assert "Eén soort is niet gekend" in oogst.fouten[0].tekst, "a header that may be the kind goes before it"
    goed = zet(graaf, ("soort:x", "Clb"), kolommen=[("id", "naam")])
    assert [u.eigenschappen["naam"] for u in knopen(goed).values()] == ["Huis Zoë"]


def test_headers_that_differ_in_case_alone_are_both_seen() -> None:
    graaf = maak({"ark": {"label": "De Ark", "type": "School", "Straat": "Dorp", "straat": "Ander"}})
    oogst = zet(graaf)
    assert knopen(oogst)["ark"].eigenschappen["straat"] == "Dorp"
    assert [m.kolom for m in oogst.meldingen if m.kolom] == ["straat (2)"]


def test_a_first_mapping_knows_everyday_words_directions_and_what_stands_in_the_graph() -> None:
    graaf = maak(
        {
            **DRIE,
            "jan": {"label": "Jan", "type": "Persoon"},
            "x": {"label": "X", "type": "Zwembad", "doelgroep": "Iedereen", "kleur": "rood"},
        },
        [
            ("ark", "clb", "begeleidt", HEEN),
            ("ark", "huis", "goede samenwerking", GEEN),
            ("jan", "x", "kent", GEEN),
        ],
    )
    gekend = Gekend([("0123-1", "School", "De Ark"), ("p:1", "Contactpersoon", "Jan")])
    rijen = {(g.regel.wat, g.regel.hun): g.regel.onze for g in guess_koppeling(graaf, Context(gekend))}
    assert rijen == {
        ("soort", "School"): "School",
        ("soort", "CLB"): "Clb",
        ("soort", "Jeugdhulp"): "Jeugdhulpaanbieder",
        ("soort", "Persoon"): "Contactpersoon",
        ("soort", "Zwembad"): "",
        ("relatie", "begeleidt"): "BEGELEIDT omgekeerd",
        ("relatie", "goede samenwerking"): "WERKT_SAMEN_MET",
        ("relatie", "kent"): "",
        ("kolom", "kleur"): "",
        ("doelgroepen", "Iedereen"): "",
        ("knoop", "De Ark"): "0123-1",
    }, "persons are never tied by name alone"


def test_the_word_for_a_school_may_tell_its_level_too() -> None:
    graaf = maak(
        {
            "a": {"label": "A", "type": "Basisschool"},
            "b": {"label": "B", "type": "Secundaire school"},
            "c": {"label": "C", "type": "School"},
            "d": {"label": "D", "type": "CLB"},
        }
    )
    assert any("Zonder niveau" in m.tekst and "3 scholen" in m.tekst for m in zet(graaf).meldingen)
    tabel = Koppeltabel(tuple(g.regel for g in guess_koppeling(graaf, Context()) if g.regel.onze))
    context = Context(bron="k", kolommen=tabel.kolommen, waarden=tabel.waarden, vast=tabel.vast)
    oogst = read_graaf(graaf, context)
    niveaus = {id_: u.eigenschappen.get("niveaus") for id_, u in knopen(oogst).items()}
    assert niveaus == {"a": ["kleuter", "lager"], "b": ["secundair"], "c": None, "d": None}
    assert [m.tekst for m in oogst.meldingen] == [
        'Zonder niveau, en dus in geen enkel thema: 1 school (de eerste: "C").'
    ]


def test_words_with_two_meanings_are_guessed_by_what_the_map_says() -> None:
    graaf = maak({"a": {"label": "A", "type": "Overleg"}, "b": {"label": "B", "type": "Gemeente"}})
    gokken = [(g.regel.hun, g.regel.onze) for g in guess_koppeling(graaf, Context())]
    assert gokken == [("Gemeente", "LokaalBestuur"), ("Overleg", "Forum")]
    met = maak({"a": {"label": "A", "type": "Overleg", "datum": "2024-05-01"}})
    assert [g.regel.onze for g in guess_koppeling(met, Context())] == ["Overleg"]


def test_what_a_kind_requires_and_the_map_lacks_is_asked_for_once() -> None:
    graaf = maak({"a": {"label": "A", "type": "Coordinator"}, "b": {"label": "B", "type": "Coördinator"}})
    open_ = [
        (g.regel.wat, g.regel.hun, g.aantal) for g in guess_koppeling(graaf, Context()) if not g.regel.onze
    ]
    assert open_ == [("vast", "rol", 2), ("vast", "regio", 2)]


def test_a_map_that_came_in_before_is_not_tied_to_itself() -> None:
    graaf = maak({"Huis Zoë": {"label": "Huis Zoë", "type": "Jeugdhulp"}})
    (id_,) = knopen(zet(graaf))
    gekend = Gekend([(id_, "Jeugdhulpaanbieder", "Huis Zoë")])
    assert [g.regel.wat for g in guess_koppeling(graaf, Context(gekend, bron="oude kaart"))] == ["soort"]


@given(st.data())
def test_a_first_mapping_is_accepted_as_it_is(data: st.DataObject) -> None:
    """Whatever the words are: what was guessed is never refused, only what was left open."""
    woorden = st.sampled_from(
        ["School", "CLB's", "Jeugdhulp vzw", "?", "", "Persoon", "werkgroep zorg", "verwijst", "lid"]
    )
    ids = ["a", "b", "c", "d"]
    graaf = maak(
        {id_: {"label": id_, "type": data.draw(woorden)} for id_ in ids},
        [
            (
                data.draw(st.sampled_from(ids)),
                data.draw(st.sampled_from(ids)),
                data.draw(woorden),
                data.draw(st.sampled_from(list(Richting))),
            )
            for _ in range(data.draw(st.integers(0, 6)))
        ],
    )
    gokken = guess_koppeling(graaf, Context())
    open_ = {g.regel.wat for g in gokken if not g.regel.onze and g.regel.wat in ("soort", "relatie")}
    tabel = Koppeltabel(tuple(g.regel for g in gokken if g.regel.onze))
    oogst = read_graaf(
        graaf, Context(bron="k", kolommen=tabel.kolommen, waarden=tabel.waarden, vast=tabel.vast)
    )
    niet_gekend = {
        wat
        for wat in ("soort", "relatie")
        for m in oogst.fouten
        if f"{wat}" in m.tekst and "gekend" in m.tekst
    }
    assert niet_gekend == open_


def test_connections_alone_find_their_ends_in_the_graph() -> None:
    los = Graaf(
        "banden.csv",
        "proef",
        [],
        [GraafVerbinding(2, "CLB Kantelbrug", "ark", HEEN, {"Type": "begeleidt"})],
        los=True,
    )
    gekend = Gekend([("ark", "School", "De Ark"), ("c1", "Clb", "CLB Kantelbrug")])
    assert relaties(zet(los, gekend=gekend)) == ["BEGELEIDT|c1|ark"]


def test_the_statements_of_a_graph_do_not_depend_on_its_format(tmp_path: Path) -> None:
    import networkx as nx

    from netwerkkaart.inlezen.graaf import read_graaf as lees

    g = nx.DiGraph()
    for id_, velden in DRIE.items():
        g.add_node(id_, label=velden["label"], soort=velden["type"])
    g.add_edge("clb", "ark", relatie="begeleidt")
    nx.write_graphml_xml(g, tmp_path / "k.graphml")
    nx.write_gexf(g, tmp_path / "k.gexf")
    kumu = {
        "elements": [{"id": id_, "label": v["label"], "soort": v["type"]} for id_, v in DRIE.items()],
        "connections": [{"from": "clb", "to": "ark", "direction": "directed", "relatie": "begeleidt"}],
    }
    (tmp_path / "k.json").write_text(json.dumps(kumu), encoding="utf-8")
    oogsten = [zet(lees(tmp_path / naam)) for naam in ("k.graphml", "k.gexf", "k.json")]
    staten = [
        sorted((u.id, u.label, sorted(map(str, u.eigenschappen.items()))) for u in knopen(o).values())
        + relaties(o)
        for o in oogsten
    ]
    assert staten[0] == staten[1] == staten[2]
