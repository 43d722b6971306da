"""One person goes from everything, and a search afterwards proves it; the rest of the graph stays."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from netwerkkaart.cli.hoofd import run
from netwerkkaart.editie import find_editie, make_editie, open_editie
from netwerkkaart.editie.citeren import quote
from netwerkkaart.fouten import Afsluitcode
from netwerkkaart.graph.archief import write_archief
from netwerkkaart.graph.gewist import hash_id
from netwerkkaart.graph.lezen import read_bekend, read_changes, read_imports
from netwerkkaart.graph.openen import open_store
from netwerkkaart.graph.store import Store, snapshot
from netwerkkaart.graph.terugdraaien import key_of
from netwerkkaart.wissen.doen import erase_person, read_erased, search_person
from netwerkkaart.wissen.opslag import find_in_store
from netwerkkaart.wissen.persoon import Persoon, find_person
from netwerkkaart.wissen.regels import clean_lines
from tests.graph.hulp import NU, knoop, relatie, staat, voer_in

NAAM, MAIL = "An Peeters-O'Brien", "an.peeters@clb.be"


def fill(store: Store) -> None:
    persoon = knoop("Contactpersoon", "p1", email=MAIL, telefoon="016 11 22 33")
    persoon.eigenschappen["naam"] = NAAM
    ander = knoop("Contactpersoon", "p2", email="jo@clb.be")
    voer_in(
        store,
        [
            persoon,
            ander,
            knoop("Clb", "c1", opmerking=f"Bel {NAAM.upper()} of mail {MAIL}."),
            knoop("School", "s1"),
            knoop("School", "s2"),
            relatie("WERKT_VOOR", "p1", "c1"),
            relatie("WERKT_VOOR", "p2", "c1"),
            relatie("BEGELEIDT", "c1", "s1", via="p1", opmerking="loopt via An"),
            relatie("BEGELEIDT", "c1", "s2", via="p2"),
        ],
        "imp:1",
    )
    voer_in(store, [relatie("BEGELEIDT", "c1", "s2", via="p1")], "imp:2")
    persoon.eigenschappen = {"functie": f"vervangt {NAAM}"}
    voer_in(store, [persoon], "imp:3")


def test_she_is_gone_from_graph_and_history_and_all_else_stays(store: Store) -> None:
    fill(store)
    voor = read_bekend(store)
    wie = find_person(store, NAAM)
    na = erase_person(store, wie, nu=NU)
    assert na.opslag == ()
    alles = repr(staat(store)).casefold()
    for tekst in (NAAM, MAIL, "016 11 22 33", "'p1'"):
        assert tekst.casefold() not in alles
    bekend = read_bekend(store)
    nieuw = {k for k in bekend.knopen if k.startswith(("wissing:", "imp:"))}
    assert set(bekend.knopen) - nieuw == set(voor.knopen) - {"p1", "imp:1", "imp:2", "imp:3"}
    assert set(bekend.relaties) == set(voor.relaties) - {"WERKT_VOOR|p1|c1"}
    assert bekend.knopen["c1"].eigenschappen["opmerking"] == "Bel [gewist] of mail [gewist]."
    assert "via" not in bekend.relaties["BEGELEIDT|c1|s1"].eigenschappen
    assert read_erased(store) == {hash_id("p1")}
    # What is left of the history can still be read, and speaks of the others.
    sleutels = {key_of(w) for imp in read_imports(store) for w in read_changes(store, str(imp["id"]))}
    assert {"p2", "c1", "s1", "BEGELEIDT|c1|s1"} <= sleutels
    assert "p1" not in sleutels


def test_a_change_that_was_only_about_her_does_not_become_a_removal() -> None:
    regel = '{"na":{"via":"p1"},"nr":1,"sleutel":"BEGELEIDT|c|s","soort":"relatie","type":"BEGELEIDT","van":"c","naar":"s","voor":{"via":null}}'
    assert clean_lines([regel], Persoon("Contactpersoon", "p1", ("An Peeters",))) == []


def test_a_short_name_is_not_struck_out_of_other_words(store: Store) -> None:
    persoon = knoop("Contactpersoon", "p1")
    persoon.eigenschappen["naam"] = "Jo"
    voer_in(store, [persoon, knoop("School", "s1", opmerking="Jo belde over Joris.")])
    erase_person(store, find_person(store, "Jo"), nu=NU)
    assert read_bekend(store).knopen["s1"].eigenschappen["opmerking"] == "Jo belde over Joris."


def test_finding_looks_everywhere_before_and_nowhere_after(store: Store) -> None:
    fill(store)
    wie = find_person(store, "p1")
    with snapshot(store) as read:
        soorten = {soort for soort, _ in find_in_store(read, wie)}
    assert soorten == {"knoop", "relatie", "tekst", "geschiedenis"}


@pytest.fixture
def map_(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("NETWERKKAART_STORE", str(tmp_path / "graaf.kgl"))
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.chdir(tmp_path)
    Path("c.csv").write_text(f"id;naam;email\np1;{NAAM};{MAIL}\np2;Jo Claes;jo@clb.be\n", encoding="utf-8")
    Path("o.csv").write_text("id;naam;soort\nc1;CLB;Clb\n", encoding="utf-8")
    assert run(["import", "organisaties", "o.csv", "--ja"]) == Afsluitcode.GOED
    assert run(["import", "contacten", "c.csv", "--ja"]) == Afsluitcode.GOED
    return tmp_path


def test_on_the_command_line_files_are_searched_inside_and_the_proof_is_clean(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("exports").mkdir()
    with zipfile.ZipFile("exports/oud.xlsx", "w", zipfile.ZIP_DEFLATED) as boek:
        boek.writestr("xl/sharedStrings.xml", f"<si><t>{NAAM.replace(chr(39), '&apos;')}</t></si>")
        boek.writestr("xl/a.xml", f"<t>{MAIL}</t>")
    assert run(["archief", "exports/oud.zip"]) == Afsluitcode.GOED
    assert run(["persoon", "wis", NAAM, "--ja"]) == Afsluitcode.GOED
    uit = capsys.readouterr().out
    assert "oud.xlsx" in uit
    assert "oud.zip" in uit
    assert "Nog niet overal weg" in uit
    for pad in map_.rglob("*"):
        if pad.is_file() and pad.parent.name != "exports" and pad.name != "c.csv":
            assert MAIL.encode() not in pad.read_bytes(), pad


def test_a_wipe_of_files_too_leaves_nothing(map_: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("exports").mkdir()
    Path("exports/lijst.csv").write_text(f"naam\n{NAAM}\n", encoding="utf-16")
    assert run(["persoon", "wis", "p1", "--ja", "--wis-bestanden", "--bewijs", "b.csv"]) == Afsluitcode.GOED
    assert "Nergens meer gevonden" in capsys.readouterr().out
    assert not Path("exports/lijst.csv").exists()
    assert NAAM not in Path("b.csv").read_text(encoding="utf-8-sig")
    assert run(["persoon", "lijst"]) == Afsluitcode.GOED
    lijst = capsys.readouterr().out
    assert "Jo Claes" in lijst
    assert NAAM not in lijst
    assert run(["persoon", "wis", "p1", "--ja"]) == Afsluitcode.NIET_GEVONDEN


def test_what_one_erased_does_not_come_back_by_the_other(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ander = str(map_ / "ander.kgl")
    assert run(["archief", "begin.zip"]) == Afsluitcode.GOED
    assert run(["herstel", "begin.zip", "--store", ander]) == Afsluitcode.GOED
    assert run(["persoon", "wis", "p1", "--ja"]) == Afsluitcode.GOED
    Path("meer.csv").write_text("id;naam;telefoon\np1;" + NAAM + ";016 44 55 66\n", encoding="utf-8")
    assert run(["import", "contacten", "meer.csv", "--ja", "--store", ander]) == Afsluitcode.GOED
    assert run(["archief", "ander.zip", "--store", ander]) == Afsluitcode.GOED
    assert run(["import", "archief", "ander.zip", "--ja"]) == Afsluitcode.GOED
    assert run(["archief", "een.zip"]) == Afsluitcode.GOED
    capsys.readouterr()
    assert run(["import", "archief", "een.zip", "--ja", "--store", ander]) == Afsluitcode.GOED
    assert "gewist" in capsys.readouterr().out
    for adres in (str(map_ / "graaf.kgl"), ander):
        store = open_store(adres)
        try:
            assert "p1" not in read_bekend(store).knopen
            assert "p2" in read_bekend(store).knopen
            write_archief(store, map_ / "na", gemaakt=NU)
        finally:
            store.close()
        assert NAAM not in (map_ / "na" / "wijzigingen.jsonl").read_text(encoding="utf-8")


def test_an_edition_is_written_anew_without_her_and_says_so(
    ingebed_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NETWERKKAART_BEWAARD", str(tmp_path / "bewaard"))
    fill(ingebed_store)
    voor = make_editie(ingebed_store, "met haar", nu=NU)
    kapot = make_editie(ingebed_store, "beschadigd", nu=NU)
    wie = find_person(ingebed_store, NAAM)
    assert search_person(ingebed_store, wie).edities == (voor.pad, kapot.pad)
    kapot.pad.write_bytes(kapot.pad.read_bytes() + b"x")
    na = erase_person(ingebed_store, wie, nu=NU)
    assert na.edities == (kapot.pad,), "what is not what it was is told, not mended"
    assert not na.is_schoon
    editie = find_editie("met haar", ingebed_store.adres)
    assert editie.manifest.gewist[0].sha256 == voor.sha256 != editie.sha256
    assert editie.manifest.peildatum == voor.manifest.peildatum
    assert voor.sha256 in quote(editie)[1]
    with open_editie(editie) as store:
        assert find_in_store(store.read, wie) == []
        assert "c1" in read_bekend(store).knopen
