"""Out and back again: nothing lost, nothing changed, whatever stands in the graph."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from netwerkkaart.omzetten.context import Oogst
from netwerkkaart.omzetten.werkboekbladen import BUITEN_SOORTEN, BUITEN_TYPEN
from netwerkkaart.plan.wijziging import Bekend
from netwerkkaart.schema.register import SOORTEN, TYPEN
from netwerkkaart.werkboek.boek import make_werkboek
from tests.voorbeelden import aantal
from tests.werkboek.hulp import (
    DAG,
    SOORTEN_OP_BLAD,
    TYPEN_OP_BLAD,
    apply_plan,
    as_boek,
    content,
    export,
    graphs,
    known,
    open_boek,
    read,
    weigh,
)


def test_every_kind_and_type_has_a_place_or_a_reason() -> None:
    """A new kind or type must be given a sheet, or be put among those that have none."""
    soorten = {label for label, kind in SOORTEN.items() if not kind.soort.intern}
    typen = {naam for naam, relatie in TYPEN.items() if not relatie.soort.intern}
    assert soorten - BUITEN_SOORTEN == {*SOORTEN_OP_BLAD}
    assert typen - BUITEN_TYPEN == {*TYPEN_OP_BLAD}


@settings(max_examples=aantal(25))
@given(graphs(), st.sampled_from([None, "limburg", "brussel"]), st.booleans(), st.booleans())
def test_what_nobody_touched_changes_nothing(
    bekend: Bekend, regio: str | None, personen: bool, alles: bool
) -> None:
    stand = export(bekend, regio=regio, datum=None if alles else DAG, personen=personen)
    _assert_nothing(read(as_boek(stand), known(bekend)), bekend)


@settings(max_examples=aantal(4))
@given(graphs(), st.sampled_from([None, "limburg"]))
def test_nor_does_it_through_a_file(bekend: Bekend, regio: str | None) -> None:
    with TemporaryDirectory() as map_:
        stand = export(bekend, regio=regio, personen=True)
        boek = open_boek(Path(map_, "w.xlsx"), stand)
    assert content(boek) == content(as_boek(stand))
    _assert_nothing(read(boek, known(bekend)), bekend)


def _assert_nothing(oogst: Oogst, bekend: Bekend) -> None:
    assert weigh(oogst, bekend).is_leeg
    assert not oogst.voorstellen
    # A reader may find a random text mangled; that is no fault of the workbook.
    assert not [str(m) for m in oogst.meldingen if "verminkte" not in m.tekst]


@settings(max_examples=aantal(25))
@given(graphs())
def test_into_an_empty_graph_and_out_again_is_the_same_workbook(bekend: Bekend) -> None:
    stand = export(bekend, personen=True)
    na = apply_plan(Bekend(), weigh(read(as_boek(stand), known(Bekend())), Bekend()))
    eigen = {rid: r for rid, r in na.relaties.items() if r.type != "DEEL_VAN"}
    assert eigen == {rid: r for rid, r in bekend.relaties.items() if r.type != "DEEL_VAN"}
    assert {id_: k for id_, k in na.knopen.items() if k.label in SOORTEN_OP_BLAD} == {
        id_: k for id_, k in bekend.knopen.items() if k.label in SOORTEN_OP_BLAD
    }
    assert export(na, personen=True) == stand


@settings(max_examples=aantal(25))
@given(graphs(wild=False))
def test_a_workbook_without_the_hidden_sheet_is_read_as_it_stands(bekend: Bekend) -> None:
    boek = as_boek(export(bekend, personen=True))
    na = apply_plan(Bekend(), weigh(read(replace(boek, stand=None), known(Bekend())), Bekend()))
    assert content(as_boek(export(na, personen=True))) == content(boek)


@settings(max_examples=aantal(3))
@given(graphs())
def test_the_same_data_and_moment_give_the_same_bytes(bekend: Bekend) -> None:
    assert make_werkboek(export(bekend)) == make_werkboek(export(bekend))
