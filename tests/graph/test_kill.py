"""A process that dies amid an import leaves the state of before or of after, never one between."""

from __future__ import annotations

import os
import shutil
import sys
import time
from pathlib import Path

import pytest

from netwerkkaart.graph import open_store
from netwerkkaart.graph.bolt import BoltStore
from netwerkkaart.graph.journaal import Journaal
from tests.graph.hulp import voer_in
from tests.graph.kill_hulp import basis, fingerprint, import_groot, kill_import
from tests.neo4j_server.fixture import wipe

AANTAL = 1500
OP_SERVER = 300
DELEN = (0.3, 0.6, 0.9)
pytestmark = pytest.mark.skipif(os.name == "nt" or sys.platform == "win32", reason="SIGKILL is of Unix")


def test_kills_of_an_import_into_a_file(tmp_path: Path) -> None:
    voor_pad, na_pad = tmp_path / "voor.kgl", tmp_path / "na.kgl"
    store = open_store(str(voor_pad), schrijven=True)
    voer_in(store, basis())
    voor = fingerprint(store)
    store.close()
    shutil.copy(voor_pad, na_pad)
    store = open_store(str(na_pad), schrijven=True)
    begin = time.perf_counter()
    import_groot(store, AANTAL)
    duur = time.perf_counter() - begin
    na = fingerprint(store)
    store.close()
    for nr, deel in enumerate(DELEN):
        pad = tmp_path / f"k{nr}.kgl"
        shutil.copy(voor_pad, pad)
        kill_import({"NETWERKKAART_STORE": str(pad)}, AANTAL, duur * deel)
        lezer = open_store(str(pad))
        gezien = fingerprint(lezer)
        lezer.close()
        assert gezien in (voor, na)
        weer = open_store(str(pad), schrijven=True)
        assert fingerprint(weer) == gezien
        import_groot(weer, AANTAL)
        assert fingerprint(weer) == na
        weer.close()
        journaal = Journaal(pad.with_name(pad.name + ".wijzigingen.jsonl"))
        assert journaal.pad.read_text("utf-8").count('{"import":') == 2


@pytest.mark.neo4j
def test_kills_of_an_import_into_a_server(neo4j_store: BoltStore, neo4j_omgeving: dict[str, str]) -> None:
    voer_in(neo4j_store, basis())
    begin = time.perf_counter()
    import_groot(neo4j_store, OP_SERVER)
    duur = time.perf_counter() - begin
    na = fingerprint(neo4j_store)
    for deel in DELEN:
        wipe(neo4j_store)
        voer_in(neo4j_store, basis())
        voor = fingerprint(neo4j_store)
        kill_import(neo4j_omgeving, OP_SERVER, duur * deel)
        assert fingerprint(neo4j_store) in (voor, na)
        import_groot(neo4j_store, OP_SERVER)
        assert fingerprint(neo4j_store) == na
