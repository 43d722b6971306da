"""What a person meets with the file of the embedded store."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import kglite
import pytest

from netwerkkaart.fouten import Afsluitcode, OpslagFout
from netwerkkaart.graph import open_store
from netwerkkaart.graph.ingebed import IngebedStore
from netwerkkaart.graph.lezen import read_beeld, read_names, read_version
from netwerkkaart.graph.store import Store
from tests.graph.hulp import VOORBEELD, knoop, voer_in


@pytest.fixture
def pad(tmp_path: Path) -> Path:
    return tmp_path / "gegevens.kgl"


@pytest.fixture
def gevuld(pad: Path) -> Path:
    store = open_store(str(pad), schrijven=True)
    voer_in(store, VOORBEELD)
    store.close()
    return pad


@pytest.fixture
def schrijver(gevuld: Path) -> Iterator[Store]:
    store = open_store(str(gevuld), schrijven=True)
    yield store
    store.close()


def elders(code: str, pad: Path, *, dood: bool = False) -> str:
    """Run Python in another process; with ``dood`` it kills itself at the end, as a power cut would."""
    slot = "\nimport os, signal\nos.kill(os.getpid(), signal.SIGKILL)" if dood else ""
    gedaan = subprocess.run(
        [sys.executable, "-c", code + slot, str(pad)],
        capture_output=True,
        text=True,
        cwd=Path(__file__).resolve().parents[2],
        check=False,
    )
    assert gedaan.returncode == (-9 if dood else 0), gedaan.stderr
    return gedaan.stdout + gedaan.stderr


def fout_bij(pad: Path, *, schrijven: bool) -> OpslagFout:
    with pytest.raises(OpslagFout) as gevangen:
        open_store(str(pad), schrijven=schrijven).close()
    assert gevangen.value.hulp
    assert gevangen.value.code is Afsluitcode.OPSLAG
    return gevangen.value


def test_reading_before_the_first_import_tells_how_to_begin(pad: Path) -> None:
    fout = fout_bij(pad, schrijven=False)
    assert "nog geen gegevens" in fout.tekst
    assert "netwerkkaart demo" in fout.hulp
    assert list(pad.parent.iterdir()) == []


def test_the_file_may_have_to_exist(pad: Path) -> None:
    with pytest.raises(OpslagFout, match="nog geen gegevens"):
        open_store(str(pad), schrijven=True, maken=False)
    assert list(pad.parent.iterdir()) == []


def test_a_store_that_was_opened_but_never_filled_has_no_data(pad: Path) -> None:
    open_store(str(pad), schrijven=True).close()
    assert "nog geen gegevens" in fout_bij(pad, schrijven=False).tekst


def test_without_address_the_environment_then_the_home_of_the_user(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NETWERKKAART_STORE", str(tmp_path / "a.kgl"))
    store = open_store(schrijven=True)
    assert store.adres == str(tmp_path / "a.kgl")
    store.close()
    monkeypatch.delenv("NETWERKKAART_STORE")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "thuis"))
    store = open_store(schrijven=True)
    assert store.adres.startswith(str(tmp_path / "thuis"))
    store.close()


def test_a_reader_sees_what_the_writer_wrote(gevuld: Path) -> None:
    lezer = open_store(str(gevuld))
    assert ("c1", "Clb", "Clb c1") in read_names(lezer)
    with pytest.raises(OpslagFout, match="alleen geopend om te lezen"), lezer.write():
        pass
    lezer.close()


@pytest.mark.parametrize(
    ("inhoud", "tekst"),
    [
        (b"naam;gemeente\nDe Ark;Leuven\n", "geen opslag van Netwerkkaart"),
        (b"\x89PNG\r\n\x1a\n" + bytes(64), "geen opslag van Netwerkkaart"),
        (b"", "geen opslag van Netwerkkaart"),
        (b"RGF\x08" + bytes(64), "beschadigd"),
    ],
)
@pytest.mark.parametrize("schrijven", [False, True])
def test_another_file_is_refused_and_left_alone(
    pad: Path, inhoud: bytes, tekst: str, schrijven: bool, capfd: pytest.CaptureFixture[str]
) -> None:
    pad.write_bytes(inhoud)
    assert tekst in fout_bij(pad, schrijven=schrijven).tekst
    assert pad.read_bytes() == inhoud
    assert capfd.readouterr().err == ""


def test_a_folder_a_missing_folder_and_a_web_address_are_refused(tmp_path: Path) -> None:
    assert "is een map" in fout_bij(tmp_path, schrijven=True).tekst
    assert "bestaat niet" in fout_bij(tmp_path / "weg" / "a.kgl", schrijven=True).tekst
    with pytest.raises(OpslagFout, match="geen adres"):
        open_store("http://localhost:7474")


def test_a_graph_that_is_not_ours_is_refused(pad: Path) -> None:
    graaf = kglite.open(str(pad))
    graaf.cypher("CREATE (n:Persoon {id: 'p'})")
    graaf.close()
    for schrijven in (False, True):
        assert "niet van Netwerkkaart" in fout_bij(pad, schrijven=schrijven).tekst


def test_another_version_of_the_schema_is_refused(gevuld: Path) -> None:
    graaf = kglite.open(str(gevuld))
    graaf.cypher("MATCH (m:Merk) SET m.formaat = 99")
    graaf.close()
    fout = fout_bij(gevuld, schrijven=False)
    assert "andere versie" in fout.tekst
    assert "nieuwste versie" in fout.hulp


def test_one_byte_damaged_is_told(gevuld: Path, capfd: pytest.CaptureFixture[str]) -> None:
    bytes_ = bytearray(gevuld.read_bytes())
    bytes_[len(bytes_) // 2] ^= 0xFF
    gevuld.write_bytes(bytes_)
    for schrijven in (False, True):
        fout = fout_bij(gevuld, schrijven=schrijven)
        assert "beschadigd" in fout.tekst
        assert "herstel" in fout.hulp
    assert capfd.readouterr().err == ""


def test_a_second_writer_hears_who_writes_and_a_second_reader_reads(schrijver: Store, gevuld: Path) -> None:
    poging = """
import sys
from netwerkkaart.fouten import OpslagFout
from netwerkkaart.graph import open_store
from netwerkkaart.graph.lezen import read_names
try:
    open_store(sys.argv[1], schrijven=True)
except OpslagFout as fout:
    print(fout.tekst, fout.hulp)
print(len(read_names(open_store(sys.argv[1]))))
"""
    antwoord = elders(poging, gevuld)
    assert f"proces {os.getpid()}" in antwoord
    assert "Wacht tot dat klaar is" in antwoord
    assert antwoord.split()[-1] == "8"
    assert "dit programma zelf" in fout_bij(gevuld, schrijven=True).tekst


IMPORTEER = """
import sys
from netwerkkaart.graph import open_store
from tests.graph.hulp import knoop, voer_in
store = open_store(sys.argv[1], schrijven=True)
"""
ZONDER_SLOTSTUK = (
    IMPORTEER
    + """
store._checkpoint = lambda graaf: None
store._catch_up = lambda: None
voer_in(store, [knoop("School", "s3")], "imp:2")
"""
)


def test_what_a_killed_writer_committed_is_seen_by_the_next_reader(gevuld: Path) -> None:
    elders(ZONDER_SLOTSTUK, gevuld, dood=True)
    lezer = open_store(str(gevuld))
    assert ("s3", "School", "School s3") in read_names(lezer)
    assert read_version(lezer) == 2


def test_the_journal_is_made_whole_after_a_kill(gevuld: Path) -> None:
    journaal = gevuld.with_name("gegevens.kgl.wijzigingen.jsonl")
    eerst = journaal.read_bytes()
    elders(ZONDER_SLOTSTUK, gevuld, dood=True)
    assert journaal.read_bytes() == eerst
    open_store(str(gevuld), schrijven=True).close()
    heel = journaal.read_bytes()
    regels = [json.loads(regel) for regel in heel[len(eerst) :].splitlines()]
    assert heel.startswith(eerst)
    assert (regels[0]["import"]["id"], regels[0]["regels"]) == ("imp:2", 1)
    assert (regels[1]["sleutel"], regels[1]["na"]["naam"]) == ("s3", "School s3")
    for torn in (len(eerst) + 10, len(heel) - 1):  # a kill amid the append itself
        journaal.write_bytes(heel[:torn])
        open_store(str(gevuld), schrijven=True).close()
        assert journaal.read_bytes() == heel
    journaal.unlink()
    open_store(str(gevuld), schrijven=True).close()
    assert journaal.read_bytes() == heel


def test_a_torn_log_is_told_and_the_rest_is_there(
    gevuld: Path, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    elders(ZONDER_SLOTSTUK, gevuld, dood=True)
    logboek = gevuld.with_name("gegevens.kgl-wal")
    logboek.write_bytes(logboek.read_bytes()[:-7])
    store = open_store(str(gevuld), schrijven=True)
    assert read_version(store) == 1
    store.close()
    assert "halverwege afgebroken" in caplog.text
    assert capfd.readouterr().err == ""


def test_a_damaged_log_is_an_incident_once(gevuld: Path, capfd: pytest.CaptureFixture[str]) -> None:
    elders(ZONDER_SLOTSTUK.replace('"imp:2")', '"imp:2")\nvoer_in(store, [knoop("Clb", "c9")], "imp:3")'),
           gevuld, dood=True)  # fmt: skip
    logboek = gevuld.with_name("gegevens.kgl-wal")
    bytes_ = bytearray(logboek.read_bytes())
    bytes_[len(bytes_) // 3] ^= 0xFF
    logboek.write_bytes(bytes_)
    fout = fout_bij(gevuld, schrijven=False)
    assert "logboek van gegevens.kgl was beschadigd" in fout.tekst
    assert "quarantine" in fout.hulp
    assert capfd.readouterr().err == ""
    lezer = open_store(str(gevuld))
    assert len(read_beeld(lezer)) >= 6


def test_a_lost_import_is_named(gevuld: Path) -> None:
    """The journal knows an import that the damaged log does not give back."""
    elders(
        ZONDER_SLOTSTUK.replace("store._catch_up = lambda: None", ""),
        gevuld,
        dood=True,
    )
    logboek = gevuld.with_name("gegevens.kgl-wal")
    logboek.write_bytes(logboek.read_bytes()[:-7])
    assert "imp:2" in fout_bij(gevuld, schrijven=True).tekst


def test_a_refused_append_changes_nothing_and_the_next_open_is_good(gevuld: Path) -> None:
    store = open_store(str(gevuld), schrijven=True)
    assert isinstance(store, IngebedStore)
    graaf = store._graaf
    assert graaf is not None
    kglite._fail_wal_append(graaf, True)
    del graaf
    with pytest.raises(OpslagFout, match="kon niet geschreven worden") as gevangen:
        voer_in(store, [knoop("School", "s3")], "imp:2")
    assert "Maak plaats vrij" in gevangen.value.hulp
    with pytest.raises(OpslagFout, match="gesloten"):
        store.read("RETURN 1 AS een")
    store.close()
    opnieuw = open_store(str(gevuld), schrijven=True)
    assert voer_in(opnieuw, [knoop("School", "s3")], "imp:2") is not None
    opnieuw.close()


@pytest.mark.skipif(sys.platform == "win32", reason="file size limits are of Unix")
def test_a_disk_that_takes_no_more_leaves_what_was_there(gevuld: Path) -> None:
    poging = """
import resource, sys
from netwerkkaart.fouten import OpslagFout
from netwerkkaart.graph import open_store
from tests.graph.kill_hulp import basis, import_groot
from tests.graph.hulp import voer_in
store = open_store(sys.argv[1], schrijven=True)
voer_in(store, basis(), "imp:2")
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
try:
    import_groot(store, 2000)
except OpslagFout as fout:
    print(fout.tekst)
"""
    antwoord = elders(poging, gevuld)
    assert antwoord == "gegevens.kgl kon niet geschreven worden. Er is niets gewijzigd.\n"
    store = open_store(str(gevuld), schrijven=True)
    assert read_version(store) == 2
    store.close()


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_rights(gevuld: Path) -> None:
    gevuld.parent.chmod(0o500)
    try:
        assert "niet geschreven" in fout_bij(gevuld, schrijven=True).tekst
    finally:
        gevuld.parent.chmod(0o700)
