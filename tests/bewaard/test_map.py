"""Kept files: once, whole, named by their content, and cleaned up after a kill only."""

from __future__ import annotations

import hashlib
import os
import signal
import stat
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netwerkkaart.bewaard import Bewaarmap, Inleeskeuzes, hash_of, open_bewaarmap
from netwerkkaart.fouten import GebruikersFout, OpslagFout
from netwerkkaart.graph import open_store
from netwerkkaart.graph.geschiedenis import read_koppen
from netwerkkaart.graph.store import Store
from netwerkkaart.importers import Leeskeuzes, load_importer
from netwerkkaart.invoeren import carry_out_import, open_bestand, prepare_import
from netwerkkaart.omzetten.context import Context
from netwerkkaart.plan.wijziging import Voorrang

NU = datetime(2026, 3, 2, 10, tzinfo=UTC)
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def lijst(tmp_path: Path) -> Path:
    pad = tmp_path / "Lijst 1.CSV"
    pad.write_text("id;naam;soort\ns1;De Ark;School\n", encoding="utf-8")
    return pad


def bring_in(store: Store, pad: Path, importer: str = "organisaties") -> None:
    soort = load_importer(importer)
    inhoud, bestand = open_bestand(soort, pad)
    voorbereid = prepare_import(
        store, soort, inhoud, lambda gekend: Context(gekend=gekend, datum=NU.date(), bron=pad.name)
    )
    carry_out_import(store, voorbereid, nu=NU, bestand=bestand)


def test_a_file_is_kept_once_under_its_hash(tmp_path: Path, lijst: Path) -> None:
    map_ = Bewaarmap(tmp_path / "bewaard", "ik")
    naam = map_.keep(lijst, hash_of(lijst))
    map_.settle(naam)
    assert naam == hashlib.sha256(lijst.read_bytes()).hexdigest() + ".csv"
    geschreven = (map_.map / naam).stat().st_mtime_ns
    assert map_.keep(lijst, hash_of(lijst)) == naam
    assert (map_.map / naam).stat().st_mtime_ns == geschreven
    assert map_.names() == [naam]
    assert map_.read(naam) == lijst.read_bytes()
    if os.name != "nt":
        assert stat.S_IMODE(map_.map.stat().st_mode) == 0o700


def test_a_file_that_changed_since_it_was_read_is_not_kept(tmp_path: Path, lijst: Path) -> None:
    map_ = Bewaarmap(tmp_path / "bewaard", "ik")
    toen = hash_of(lijst)
    lijst.write_text("id;naam;soort\ns2;Ander;School\n", encoding="utf-8")
    with pytest.raises(GebruikersFout, match="gewijzigd of weggehaald"):
        map_.keep(lijst, toen)
    lijst.unlink()
    with pytest.raises(GebruikersFout, match="gewijzigd of weggehaald"):
        map_.keep(lijst, toen)
    assert list(map_.map.iterdir()) == []


def test_only_what_waits_for_this_owner_and_long_enough_is_cleaned_up(tmp_path: Path, lijst: Path) -> None:
    map_ = Bewaarmap(tmp_path / "bewaard", "ik")
    naam = map_.keep(lijst, hash_of(lijst))
    assert map_.clean(list) == []  # it may be on its way
    assert Bewaarmap(map_.map, "een ander").clean(list, ouder=0) == []
    assert map_.clean(lambda: [naam], ouder=0) == []  # its import came, and only the mark was left
    assert map_.clean(list, ouder=0) == []
    assert map_.names() == [naam]
    ander = tmp_path / "ander.csv"
    ander.write_text("id;naam;soort\n", encoding="utf-8")
    weg = map_.keep(ander, hash_of(ander))
    assert map_.clean(list, ouder=0) == [weg]
    assert map_.names() == [naam]


def test_a_kept_file_can_be_rewritten_and_deleted(tmp_path: Path, lijst: Path) -> None:
    map_ = Bewaarmap(tmp_path / "bewaard", "ik")
    naam = map_.keep(lijst, hash_of(lijst))
    nieuw = map_.rewrite(naam, b"id;naam;soort\ns1;(gewist);School\n")
    assert map_.names() == [nieuw]
    assert b"De Ark" not in b"".join(pad.read_bytes() for pad in map_.map.iterdir())
    with pytest.raises(OpslagFout, match="niet"):
        map_.read(naam)
    map_.delete(nieuw)
    assert map_.names() == []


def test_a_name_from_elsewhere_reaches_no_other_file(tmp_path: Path, lijst: Path) -> None:
    map_ = Bewaarmap(tmp_path / "bewaard", "ik")
    map_.keep(lijst, hash_of(lijst))
    for naam in ("../Lijst 1.CSV", str(lijst), "", "..", "a" * 64 + "/../../Lijst 1.CSV"):
        assert map_.find(naam) is None
        map_.delete(naam)
    assert lijst.is_file()


def test_damage_is_noticed(tmp_path: Path, lijst: Path) -> None:
    map_ = Bewaarmap(tmp_path / "bewaard", "ik")
    naam = map_.keep(lijst, hash_of(lijst))
    (map_.map / naam).write_bytes(b"anders")
    assert map_.find(naam) is None
    assert map_.keep(lijst, hash_of(lijst)) == naam
    assert map_.read(naam) == lijst.read_bytes()


def test_where_the_folder_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NETWERKKAART_BEWAARD", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "gegevens"))
    assert open_bewaarmap(str(tmp_path / "g.kgl")).map == tmp_path / "g.kgl.bestanden"
    een, ander = (open_bewaarmap(adres).map for adres in ("neo4j://a:7687", "neo4j://a:7687 (proef)"))
    assert een != ander
    assert een.parent.name == "bestanden"
    monkeypatch.setenv("NETWERKKAART_BEWAARD", str(tmp_path / "elders"))
    assert open_bewaarmap("neo4j://a:7687").map == tmp_path / "elders"


def test_an_import_knows_its_file_and_a_refused_one_leaves_none(
    store: Store, tmp_path: Path, lijst: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NETWERKKAART_BEWAARD", str(tmp_path / "elders"))
    fout = tmp_path / "fout.csv"
    fout.write_text("id;naam;soort\ns1;De Ark;Schoool\n", encoding="utf-8")
    with pytest.raises(GebruikersFout):
        bring_in(store, fout)
    map_ = open_bewaarmap(store.adres)
    assert map_.names() == []
    bring_in(store, lijst)
    bring_in(store, lijst)  # changes nothing, so it is no import
    (kop,) = read_koppen(store.read)
    assert map_.names() == [kop.bestand]
    assert [pad.name for pad in map_.map.iterdir()] == [kop.bestand]
    assert kop.sha256 == kop.bestand[:64] == hash_of(lijst)
    keuzes = Inleeskeuzes.from_json(kop.keuzes)
    assert (keuzes.importer, keuzes.naam, keuzes.bron) == ("organisaties", "Lijst 1.CSV", "Lijst 1.CSV")


_KILL = """
import sys, os, signal
from pathlib import Path
import netwerkkaart.invoeren as invoeren
from netwerkkaart.graph import open_store
from tests.bewaard.test_map import bring_in
invoeren.carry_out = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
store = open_store(sys.argv[1], schrijven=True)
bring_in(store, Path(sys.argv[2]))
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows has no SIGKILL")
def test_a_kill_between_file_and_import_leaves_nothing_for_long(tmp_path: Path, lijst: Path) -> None:
    graaf = tmp_path / "g.kgl"
    gedaan = subprocess.run(
        [sys.executable, "-c", _KILL, str(graaf), str(lijst)], cwd=ROOT, check=False, capture_output=True
    )
    assert gedaan.returncode == -signal.SIGKILL, gedaan.stderr
    map_ = open_bewaarmap(str(graaf))
    assert len(map_.names()) == 1
    store = open_store(str(graaf), schrijven=True)
    try:
        assert read_koppen(store.read) == []
        assert len(map_.clean(list, ouder=0)) == 1
        bring_in(store, lijst)
        assert map_.clean(list, ouder=0) == []
        assert map_.names() == [read_koppen(store.read)[0].bestand]
    finally:
        store.close()


teksten = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8)


@given(
    keuzes=st.builds(
        Inleeskeuzes,
        importer=teksten,
        naam=teksten,
        bron=teksten,
        datum=st.dates(date(1990, 1, 1)),
        kolommen=st.dictionaries(teksten, teksten, max_size=3),
        waarden=st.dictionaries(st.tuples(teksten, teksten), teksten, max_size=3),
        vast=st.dictionaries(teksten, teksten, max_size=3),
        lezen=st.builds(Leeskeuzes, blad=st.none() | teksten, codering=st.none() | teksten),
        zonder_foute_rijen=st.booleans(),
        met_voorstellen=st.booleans(),
        voorrang=st.sampled_from(Voorrang),
    )
)
def test_choices_come_back_as_they_were(keuzes: Inleeskeuzes) -> None:
    assert Inleeskeuzes.from_json(keuzes.to_json()) == keuzes


@pytest.mark.parametrize("tekst", ["", "[]", "{}", '{"versie":2}', '{"versie":1,"importer":"fora"}', "null"])
def test_choices_of_elsewhere_are_not_ours(tekst: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - json has its own child of it
        Inleeskeuzes.from_json(tekst)
