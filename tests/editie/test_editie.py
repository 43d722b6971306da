"""An edition is frozen, says what it is, and tells when a byte of it is another; on both stores."""

from __future__ import annotations

import json
import os
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netwerkkaart.analyse.drempels import Drempels
from netwerkkaart.analyse.indicatoren import indicatoren
from netwerkkaart.editie import find_editie, make_editie, open_editie, open_editiemap
from netwerkkaart.editie.bestand import check_editie, read_editie, sum_path
from netwerkkaart.editie.citeren import other_definitions, quote
from netwerkkaart.editie.model import MANIFEST, Editie, clean_name
from netwerkkaart.fouten import GebruikersFout, NietGevonden, OnleesbaarBestand
from netwerkkaart.graph.archief import herstel, write_zip
from netwerkkaart.graph.ingebed import IngebedStore
from netwerkkaart.graph.lezen import read_beeld
from netwerkkaart.graph.openen import address_of, open_store
from netwerkkaart.graph.store import Store
from netwerkkaart.graph.toen import read_tijden
from tests.analyse.test_evolutie import facts
from tests.graph.hulp import knoop, staat, voer_in
from tests.voorbeelden import aantal
from tests.vragen.voorbeeld import DATUM, example

NU = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
WEG = ["../../elders", "a/b", "..\\x", ".verborgen", "", "  ", "12", "n" * 61, "x.zip", "een\x00twee", "‮achterwaarts"]  # fmt: skip


@pytest.fixture(autouse=True)
def eigen_map(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("NETWERKKAART_BEWAARD", str(tmp_path / "bewaard"))
    return tmp_path / "bewaard"


@pytest.fixture(scope="module")
def vast(tmp_path_factory: pytest.TempPathFactory) -> Editie:
    """An edition of the example region, made once."""
    with pytest.MonkeyPatch.context() as omgeving:
        omgeving.setenv("NETWERKKAART_BEWAARD", str(tmp_path_factory.mktemp("vast")))
        store = IngebedStore(tmp_path_factory.mktemp("graaf") / "g.kgl", schrijven=True)
        voer_in(store, example())
        editie = make_editie(store, "najaar 2026", nu=NU)
        store.close()
    return editie


def copy(editie: Editie, map_: Path) -> Path:
    pad = map_ / editie.pad.name
    pad.write_bytes(editie.pad.read_bytes())
    sum_path(pad).write_bytes(sum_path(editie.pad).read_bytes())
    return pad


def test_an_edition_stays_as_it_was_while_the_graph_goes_on(store: Store) -> None:
    voer_in(store, example())
    toen, tijden = facts(read_beeld(store)), read_tijden(store, (date(2020, 1, 1), DATUM))
    editie = make_editie(store, " najaar  2026 ", nu=NU)
    assert (editie.manifest.nummer, editie.manifest.naam, editie.manifest.peildatum) == (
        1,
        "najaar 2026",
        DATUM,
    )
    voer_in(store, [knoop("School", "ark", naam="Andere naam"), knoop("School", "nieuw")], "imp:2")
    assert facts(read_beeld(store)) != toen
    assert check_editie(editie) == ()
    with open_editie(find_editie("1", store.adres)) as terug:
        assert facts(read_beeld(terug)) == toen
        opnieuw = read_tijden(terug, (date(2020, 1, 1), DATUM))
    assert [facts(b) for b in opnieuw.gekend] == [facts(b) for b in tijden.gekend]
    assert opnieuw.imports == tijden.imports
    tweede = make_editie(store, "winter", nu=NU, peildatum=date(2026, 1, 1))
    assert (tweede.manifest.nummer, tweede.manifest.peildatum) == (2, date(2026, 1, 1))
    assert [e.manifest.nummer for e in open_editiemap(store.adres).read()[0]] == [1, 2]
    assert find_editie("NAJAAR 2026", store.adres).sha256 == editie.sha256


@pytest.mark.neo4j
def test_both_engines_give_the_same_bytes(vast: Editie, neo4j_store: Store) -> None:
    voer_in(neo4j_store, example())
    assert make_editie(neo4j_store, "najaar 2026", nu=NU).sha256 == vast.sha256


def test_it_says_with_what_its_figures_were_computed(vast: Editie) -> None:
    m = vast.manifest
    assert m.drempels == Drempels()
    assert m.definities["hiaten"].versie
    assert m.programma["numpy"]
    with open_editie(vast) as store:
        rijen = indicatoren(read_beeld(store).op(m.peildatum), m.drempels).rijen
    assert [(c.gebied, c.leeftijd, c.code, c.teller, c.noemer) for c in m.cijfers] == [
        (r.gebied, r.leeftijd, r.code, r.teller, r.noemer) for r in rijen
    ]
    assert vast.sha256 in vast.citaat
    assert vast.citaat.startswith("Editie 1 «najaar 2026», sha256 ")
    assert sum_path(vast.pad).read_text() == f"{vast.sha256}  editie-001.zip\n"


def test_an_edition_is_an_archive_too(vast: Editie, ingebed_store: IngebedStore) -> None:
    herstel(ingebed_store, vast.pad)
    with open_editie(vast) as ander:
        assert staat(ander) == staat(ingebed_store)


@given(st.data())
@settings(max_examples=aantal(40), suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_byte_that_differs_is_told_in_a_sentence(
    vast: Editie, tmp_path: Path, data: st.DataObject
) -> None:
    pad = copy(vast, tmp_path)
    inhoud = bytearray(pad.read_bytes())
    plek = data.draw(st.integers(0, len(inhoud) - 1))
    inhoud[plek] ^= data.draw(st.integers(1, 255))
    pad.write_bytes(inhoud)
    try:
        zinnen: tuple[str, ...] = check_editie(read_editie(pad))
    except OnleesbaarBestand as fout:
        zinnen = (fout.tekst,)
    assert zinnen
    assert all("editie-001.zip" in zin for zin in zinnen)
    with pytest.raises(OnleesbaarBestand):
        find_editie(str(pad))


def test_without_the_hash_beside_it_a_changed_content_is_still_told(vast: Editie, tmp_path: Path) -> None:
    with zipfile.ZipFile(vast.pad) as archief:
        delen = {naam: archief.read(naam) for naam in archief.namelist()}
    anders = json.loads(delen[MANIFEST]) | {"peildatum": "2026-11-23"}
    for naam, inhoud in (
        (MANIFEST, json.dumps(anders).encode()),
        ("knopen.jsonl", delen["knopen.jsonl"][:-2]),
    ):
        pad = tmp_path / "los.zip"
        write_zip(pad, {**delen, naam: inhoud})
        assert check_editie(read_editie(pad)) == (f"In los.zip is {naam} gewijzigd.",)
    write_zip(pad, {naam: deel for naam, deel in delen.items() if naam != "knopen.jsonl"})
    assert "ontbreekt knopen.jsonl" in check_editie(read_editie(pad))[0]


@pytest.mark.parametrize("naam", WEG)
def test_a_name_that_cannot_be_is_told_and_leaves_nothing(naam: str, ingebed_store: IngebedStore, eigen_map: Path) -> None:  # fmt: skip
    voer_in(ingebed_store, [knoop("School", "s1")])
    with pytest.raises(GebruikersFout) as fout:
        make_editie(ingebed_store, naam, nu=NU)
    assert "De naam" in fout.value.tekst
    assert fout.value.tekst.isprintable()
    assert not eigen_map.exists()


@given(st.text(max_size=70))
def test_whatever_is_typed_is_no_path_and_finds_nothing(tekst: str) -> None:
    try:
        naam = clean_name(tekst)
    except GebruikersFout:
        return
    assert Path(naam).name == naam
    assert clean_name(naam) == naam


@pytest.mark.parametrize(
    "kenmerk", ["../../etc/passwd", "7", "999999", "/etc/passwd", "weg.zip", "editie-001"]
)
def test_what_is_no_edition_is_not_found(kenmerk: str, ingebed_store: IngebedStore) -> None:
    voer_in(ingebed_store, [knoop("School", "s1")])
    make_editie(ingebed_store, "zomer", nu=NU)
    with pytest.raises((NietGevonden, OnleesbaarBestand)):
        find_editie(kenmerk, ingebed_store.adres)


def test_a_name_is_given_once_and_no_day_lies_ahead(ingebed_store: IngebedStore) -> None:
    voer_in(ingebed_store, [knoop("School", "s1")])
    make_editie(ingebed_store, "Zomer", nu=NU)
    with pytest.raises(GebruikersFout, match="bestaat al"):
        make_editie(ingebed_store, "zomer", nu=NU)
    with pytest.raises(GebruikersFout, match="ligt na vandaag"):
        make_editie(ingebed_store, "later", nu=NU, peildatum=date(2027, 1, 1))
    with pytest.raises(NietGevonden) as fout:
        find_editie("zomr", ingebed_store.adres)
    assert "«Zomer»" in fout.value.hulp


def test_nothing_is_half_written_and_no_number_is_given_twice(ingebed_store: IngebedStore, monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    voer_in(ingebed_store, [knoop("School", "s1")])
    make_editie(ingebed_store, "een", nu=NU)
    map_ = open_editiemap(ingebed_store.adres)

    def full(*_: Any) -> None:
        raise GebruikersFout("De schijf is vol.")

    with monkeypatch.context() as m:
        m.setattr("netwerkkaart.editie.map.write_zip", full)
        with pytest.raises(GebruikersFout, match="schijf"):
            make_editie(ingebed_store, "twee", nu=NU)
    assert sorted(p.name for p in map_.map.iterdir()) == ["editie-001.zip", "editie-001.zip.sha256"]
    bestanden = {MANIFEST: b"{}"}
    with pytest.raises(GebruikersFout, match="hetzelfde nummer"):
        map_.keep(1, bestanden)
    map_.names()[0].unlink()
    assert make_editie(ingebed_store, "twee", nu=NU).manifest.nummer == 2


def test_editions_of_two_stores_in_one_folder_do_not_meet(tmp_path: Path) -> None:
    for naam in ("a", "b"):
        store = IngebedStore(tmp_path / f"{naam}.kgl", schrijven=True)
        voer_in(store, [knoop("School", naam)])
        assert make_editie(store, "zomer", nu=NU).manifest.nummer == 1
        store.close()


def test_another_definition_is_said_and_an_equal_one_is_not(vast: Editie) -> None:
    m = vast.manifest
    nu = {naam: d.versie for naam, d in m.definities.items()}
    assert other_definitions(m, nu=nu) == ()
    assert quote(vast) == (f"{vast.citaat}.",)
    anders = nu | {"keten": "2", "nieuwste": "1"}
    hiaten = other_definitions(m, ["hiaten"], nu=anders)
    keten = other_definitions(m, ["keten"], nu=anders)
    assert hiaten == ()
    assert len(keten) == 1
    assert "keten (versie 1 werd 2)" in keten[0]
    assert "bestond dit nog niet: nieuwste" in other_definitions(m, nu=anders)[1]
    gedeeld = other_definitions(m, ["hiaten"], nu=nu | {"Route": "2"})
    assert "Route" in gedeeld[0]
    assert "een andere dag" in quote(vast, dag=date(2026, 1, 1))[1]


def test_a_file_that_is_none_is_told(tmp_path: Path, vast: Editie) -> None:
    pad = tmp_path / "editie-001.zip"
    for inhoud in (b"", b"PK", b"tekst"):
        pad.write_bytes(inhoud)
        with pytest.raises(OnleesbaarBestand, match="beschadigd"):
            read_editie(pad)
    for manifest in (b"{}", b"[]", b'{"formaat": "netwerkkaart-editie", "versie": 9}', b"\xff"):
        write_zip(pad, {MANIFEST: manifest})
        with pytest.raises(OnleesbaarBestand, match="geen editie"):
            read_editie(pad)
    write_zip(pad, {"x": b""})
    with pytest.raises(OnleesbaarBestand, match=f"{MANIFEST} ontbreekt"):
        read_editie(pad)
    assert replace(vast, beloofd="").citaat == vast.citaat


def test_a_store_is_found_by_its_address_without_opening_it(ingebed_store: IngebedStore, monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    monkeypatch.setenv("NETWERKKAART_STORE", ingebed_store.adres)
    assert address_of() == address_of(ingebed_store.adres) == ingebed_store.adres


@pytest.mark.neo4j
def test_so_is_a_server(neo4j_store: Store, neo4j_omgeving: dict[str, str]) -> None:
    voer_in(neo4j_store, [knoop("School", "s1")])
    for database in ("", "neo4j"):
        with pytest.MonkeyPatch.context() as omgeving:
            omgeving.setenv("NEO4J_DATABASE", database)
            store = open_store()
            assert address_of() == store.adres
            store.close()


def test_what_a_kill_left_is_no_edition_and_is_cleaned_up(ingebed_store: IngebedStore) -> None:
    voer_in(ingebed_store, [knoop("School", "s1")])
    make_editie(ingebed_store, "een", nu=NU)
    map_ = open_editiemap(ingebed_store.adres)
    resten = [map_.map / "..editie-002.zip.12.deel.58b1c85b73f3.tmp", map_.map / ".editie-002.zip.12.deel"]
    for rest in resten:
        rest.write_bytes(b"half")
    assert len(map_.read()[0]) == 1
    map_.clean()
    assert all(rest.exists() for rest in resten), "somebody may be at work"
    for rest in resten:
        os.utime(rest, (0, 0))
    make_editie(ingebed_store, "twee", nu=NU)
    assert {pad.name[:10] for pad in map_.map.iterdir()} == {"editie-001", "editie-002"}
    assert len(list(map_.map.iterdir())) == 4
