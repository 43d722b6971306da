"""A view as networkx and igraph, and answers as data frames: nothing is lost on the way."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

import pandas as pd
import polars as pl
import pytest
from hypothesis import given, settings

import netwerkkaart as nk
from netwerkkaart.analyse import ANALYSES
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.graph.store import Resultaat
from netwerkkaart.schema.register import BANDEN
from netwerkkaart.uitvoer.tabel import write_rooster
from netwerkkaart.uitvoer.uitkomsttabel import as_rooster
from tests.analyse.grafen import Rijen, view, worlds
from tests.analyse.voorbeeld import example
from tests.voorbeelden import aantal

_VAN_ONS = ("soort", "sector", "type", "gericht")


def _content(beeld: Beeld) -> object:
    """Everything that a view says; a column in which nothing stands says nothing."""
    relaties = {
        naam: (list(tabel.rids), tabel.van.tolist(), tabel.naar.tolist(), _filled(tabel.kolommen))
        for naam, tabel in beeld.relaties.items()
    }
    return list(beeld.ids), _filled(beeld.kolommen), relaties


def _filled(kolommen: Mapping[str, Sequence[object]]) -> dict[str, list[object]]:
    return {
        naam: list(kolom) for naam, kolom in kolommen.items() if any(waarde is not None for waarde in kolom)
    }


@settings(max_examples=aantal(30))
@given(worlds())
def test_a_graph_of_networkx_holds_the_whole_view(rijen: Rijen) -> None:
    beeld = view(rijen)
    graaf = nk.as_networkx(beeld)
    terug = Beeld.from_rows(
        ((str(p["soort"]), id_, _own(p)) for id_, p in graaf.nodes(data=True)),
        (
            (p["type"], van, naar, {**_own(p), "rid": rid})
            for van, naar, rid, p in graaf.edges(keys=True, data=True)
        ),
    )
    assert _content(terug) == _content(beeld)


@settings(max_examples=aantal(30))
@given(worlds())
def test_igraph_holds_the_same_as_networkx(rijen: Rijen) -> None:
    beeld = view(rijen)
    for alleen in (False, True):
        een, ander = nk.as_networkx(beeld, alleen_banden=alleen), nk.as_igraph(beeld, alleen_banden=alleen)
        assert ander.vs["name"] == list(een.nodes)
        knopen = {v["name"]: _known(v.attributes()) for v in ander.vs}
        assert knopen == {id_: {**p, "name": id_} for id_, p in een.nodes(data=True)}
        randen = {
            (ander.vs[e.source]["name"], ander.vs[e.target]["name"], e["name"]): _known(e.attributes())
            for e in ander.es
        }
        assert randen == {
            (van, naar, rid): {**p, "name": rid} for van, naar, rid, p in een.edges(keys=True, data=True)
        }


def test_only_ties_are_organisations_and_what_joins_them() -> None:
    beeld = view(example())
    graaf = nk.as_networkx(beeld, alleen_banden=True)
    assert len(graaf) == beeld.aantal_organisaties
    assert graaf.number_of_edges() == len(beeld.banden)
    assert {p["type"] for _, _, p in graaf.edges(data=True)} <= set(BANDEN)


def _own(velden: dict[str, object]) -> dict[str, object]:
    return {naam: waarde for naam, waarde in velden.items() if naam not in _VAN_ONS}


def _known(velden: dict[str, object]) -> dict[str, object]:
    return {naam: waarde for naam, waarde in velden.items() if waarde is not None}


def test_an_answer_is_a_frame_with_dates_and_lists() -> None:
    antwoord = Resultaat(
        ("naam", "sinds", "stappen"), [("De Ark", date(2026, 1, 1), ["a", "b"]), ("?", None, [])]
    )
    een, ander = nk.as_pandas(antwoord), nk.as_polars(antwoord)
    assert een["naam"].tolist() == ander["naam"].to_list() == ["De Ark", "?"]
    assert ander.schema["sinds"] == pl.Date
    assert een["sinds"][0] == date(2026, 1, 1)
    assert pd.isna(een["sinds"][1])
    assert ander["stappen"].to_list() == een["stappen"].tolist() == [["a", "b"], []]


@pytest.mark.parametrize("naam", [naam for naam, a in ANALYSES.items() if a.invoer == "beeld"])
def test_every_result_is_a_frame_with_its_columns_and_rows(naam: str) -> None:
    analyse = ANALYSES[naam]
    uitkomst = analyse.load()(view(example()), regio="limburg")
    kolommen = [kolom.naam for kolom in uitkomst.kolommen]
    een, ander = nk.as_pandas(uitkomst), nk.as_polars(uitkomst)
    assert list(een.columns) == ander.columns == kolommen
    assert len(een) == len(ander) == len(uitkomst.rijen)
    assert een.attrs["titel"] == uitkomst.titel


@pytest.mark.parametrize("naam", [naam for naam, a in ANALYSES.items() if a.invoer == "beeld"])
@pytest.mark.parametrize(("ending", "read"), [(".parquet", pl.read_parquet), (".arrow", pl.read_ipc)])
def test_a_result_comes_back_from_parquet_and_arrow(
    tmp_path: Path, naam: str, ending: str, read: Callable[[bytes], pl.DataFrame]
) -> None:
    uitkomst = ANALYSES[naam].load()(view(example()), regio="limburg")
    pad = tmp_path / f"uit{ending}"
    write_rooster(as_rooster(uitkomst), pad)
    assert read(pad.read_bytes()).equals(nk.as_polars(uitkomst))
