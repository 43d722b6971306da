"""Rebuilding: an equal graph from kept files and changes, and honest about which of both it was."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from netwerkkaart.bewaard import open_bewaarmap
from netwerkkaart.fouten import GebruikersFout, OnleesbaarBestand, OpslagFout
from netwerkkaart.graph import open_store
from netwerkkaart.graph.store import Store
from netwerkkaart.herbouwen import compare, from_journaal, from_store, has_same_facts, rebuild
from netwerkkaart.importers import Leeskeuzes, load_importer
from netwerkkaart.invoeren import carry_out_import, open_bestand, prepare_import
from netwerkkaart.omzetten.context import Context
from netwerkkaart.plan.maak import make_plan
from netwerkkaart.plan.wijziging import Bekend, Plan
from netwerkkaart.schema.uitspraken import Uitspraak
from netwerkkaart.terugdraaien import prepare_take_back, take_back
from tests.bewaard.test_map import NU, bring_in
from tests.graph.hulp import knoop, voer_in

ORGANISATIES = """code;naam;soort;gemeente;telefoon
s1;De Ark;School;Genk;089 11 22 33
c1;CLB Kantelbrug;centrum;Hasselt;
x1;Fout;Schoool;Genk;
"""
RELATIES = "van;naar;relatie;sinds\nc1;s1;BEGELEIDT;2020\n"


@pytest.fixture(autouse=True)
def eigen_map(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NETWERKKAART_BEWAARD", str(tmp_path / "elders"))


def fill(store: Store, map_: Path) -> None:
    """A life with all that needs remembering: mapped columns and values, skipped rows, a file that is gone."""
    pad = map_ / "organisaties.csv"
    pad.write_bytes(ORGANISATIES.encode("cp1252"))
    importer = load_importer("organisaties")
    inhoud, bestand = open_bestand(importer, pad, Leeskeuzes(codering="cp1252"))
    voorbereid = prepare_import(
        store,
        importer,
        inhoud,
        lambda gekend: Context(
            gekend=gekend,
            datum=NU.date() - timedelta(days=9),
            bron="de lijst van Genk",
            kolommen={"id": "code"},
            waarden={("soort", "centrum"): "Clb"},
            vast={"vrijgave": "intern"},
        ),
    ).without_faulty_rows(store)
    carry_out_import(store, voorbereid, nu=NU, bestand=bestand)
    relaties = map_ / "relaties.csv"
    relaties.write_text(RELATIES, encoding="utf-8")
    bring_in(store, relaties, "relaties")
    voer_in(store, [knoop("School", "s9", telefoon="1")], "imp:los")  # an import without a file
    take_back(store, prepare_take_back(store, "2"), nu=NU)
    take_back(store, prepare_take_back(store, "4"), nu=NU)


def test_an_equal_graph_from_files_and_changes(store: Store, tmp_path: Path) -> None:
    fill(store, tmp_path)
    opnieuw = open_store(str(tmp_path / "opnieuw.kgl"), schrijven=True)
    try:
        stappen = rebuild(from_store(store), opnieuw)
        assert [(s.kop.versie, s.herlezen) for s in stappen] == [
            (1, True), (2, True), (3, False), (4, False), (5, False),
        ]  # fmt: skip
        assert "geen bestand" in stappen[2].reden
        vergelijkingen = compare(store, opnieuw)
        assert [v.deel for v in vergelijkingen if v.verschillen] == []
        assert has_same_facts(vergelijkingen)
        with pytest.raises(OpslagFout, match="niet leeg"):
            rebuild(from_store(store), opnieuw)
    finally:
        opnieuw.close()


def test_what_a_file_says_otherwise_today_is_told_and_the_changes_of_then_count(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(store, tmp_path)

    def other(uitspraken: Iterable[Uitspraak], bekend: Bekend, *_: object) -> Plan:
        plan = make_plan(uitspraken, bekend)
        return replace(plan, knopen=tuple(replace(w, na={**w.na, "opmerking": "x"}) for w in plan.knopen))

    monkeypatch.setattr("netwerkkaart.invoeren.make_plan", other)  # as if the importer changed since
    map_ = open_bewaarmap(store.adres)
    for naam in map_.names():
        if b"BEGELEIDT" in map_.read(naam):
            map_.delete(naam)
    opnieuw = open_store(str(tmp_path / "opnieuw.kgl"), schrijven=True)
    try:
        stappen = rebuild(from_store(store), opnieuw)
        assert [s.herlezen for s in stappen] == [False] * 5
        assert "andere wijzigingen" in stappen[0].reden
        assert "is er niet meer" in stappen[1].reden
        assert has_same_facts(compare(store, opnieuw))
    finally:
        opnieuw.close()


def test_a_lost_graph_comes_back_from_its_journal(tmp_path: Path) -> None:
    pad = tmp_path / "g.kgl"
    store = open_store(str(pad), schrijven=True)
    fill(store, tmp_path)
    journaal = pad.with_name("g.kgl.wijzigingen.jsonl")
    opnieuw = open_store(str(tmp_path / "opnieuw.kgl"), schrijven=True)
    try:
        stappen = rebuild(from_journaal(journaal), opnieuw)
        assert [s.herlezen for s in stappen] == [True, True, False, False, False]
        assert has_same_facts(compare(store, opnieuw))
    finally:
        opnieuw.close()
        store.close()
    with pytest.raises(OnleesbaarBestand, match="geen imports"):
        from_journaal(tmp_path / "weg.jsonl")


def test_differences_are_shown_with_their_lines(store: Store, tmp_path: Path) -> None:
    fill(store, tmp_path)
    ander = open_store(str(tmp_path / "ander.kgl"), schrijven=True)
    try:
        rebuild(from_store(store), ander)
        voer_in(ander, [knoop("School", "s10")], "imp:extra")
        anders = {v.deel: v for v in compare(store, ander) if v.verschillen}
        assert not has_same_facts(anders.values())
        assert any("s10" in regel for regel in anders["knopen"].voorbeelden)
        assert set(anders) == {"knopen", "imports", "wijzigingen"}
    finally:
        ander.close()


def test_what_no_import_made_cannot_be_rebuilt_and_is_named(store: Store, tmp_path: Path) -> None:
    voer_in(store, [knoop("School", "s1")])
    with store.write() as transactie:
        transactie.run("CREATE (n:Organisatie:Clb {id: 'c1'}) SET n += $p", {"p": {"naam": "CLB"}})
    pad = tmp_path / "relaties.csv"
    pad.write_text(RELATIES, encoding="utf-8")
    bring_in(store, pad, "relaties")
    opnieuw = open_store(str(tmp_path / "opnieuw.kgl"), schrijven=True)
    try:
        with pytest.raises(GebruikersFout, match="c1"):
            rebuild(from_store(store), opnieuw)
    finally:
        opnieuw.close()
