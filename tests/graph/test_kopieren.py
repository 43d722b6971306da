"""Copying a graph between engines: the same graph, or nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from netwerkkaart.cli import main
from netwerkkaart.fouten import OpslagFout
from netwerkkaart.graph.archief_delen import read_content
from netwerkkaart.graph.ingebed import IngebedStore
from netwerkkaart.graph.kopieren import copy_store, fingerprint
from netwerkkaart.graph.lezen import read_beeld
from netwerkkaart.graph.store import Store, snapshot
from netwerkkaart.schema.uitspraken import KnoopUitspraak
from tests.graph.hulp import VOORBEELD, knoop, staat, voer_in
from tests.vragen.voorbeeld import example


def vul(store: Store) -> None:
    voer_in(store, VOORBEELD)
    voer_in(store, [KnoopUitspraak("School", "s1", {"tot": date(2026, 9, 1)}), knoop("Clb", "c2")], "imp:2")


def kenmerk(store: Store) -> str:
    with snapshot(store) as read:
        return fingerprint(read_content(read))


@pytest.fixture
def bron(tmp_path: Path) -> IngebedStore:
    store = IngebedStore(tmp_path / "bron.kgl", schrijven=True)
    vul(store)
    return store


def test_a_copy_is_the_same_graph_with_its_history(bron: IngebedStore, store: Store) -> None:
    kopie = copy_store(bron, store)
    assert staat(store) == staat(bron)
    assert kopie.kenmerk == kenmerk(bron) == kenmerk(store)
    assert kopie.aantallen == {"knopen": 8, "relaties": 6, "imports": 2, "wijzigingen": 14}


def test_and_back_again(bron: IngebedStore, store: Store, tmp_path: Path) -> None:
    terug = IngebedStore(tmp_path / "terug.kgl", schrijven=True)
    copy_store(bron, store)
    copy_store(store, terug)
    assert kenmerk(terug) == kenmerk(bron)


def test_into_a_store_with_something_in_it_nothing_goes(bron: IngebedStore, store: Store) -> None:
    voer_in(store, [knoop("Clb", "ander")])
    eerst = staat(store)
    with pytest.raises(OpslagFout, match="niet leeg"):
        copy_store(bron, store)
    assert staat(store) == eerst


def test_at_a_day_the_view_is_the_one_of_that_day_without_history(tmp_path: Path) -> None:
    bron = IngebedStore(tmp_path / "bron.kgl", schrijven=True)
    voer_in(bron, example())
    for dag in (date(2026, 11, 24), date(2025, 1, 1)):
        doel = IngebedStore(tmp_path / f"{dag}.kgl", schrijven=True)
        kopie = copy_store(bron, doel, stand=dag)
        hier, daar = read_beeld(bron).op(dag), read_beeld(doel)
        assert sorted(hier.ids) == sorted(daar.ids)
        assert {t: sorted(r.rids) for t, r in hier.relaties.items() if r.rids} == {
            t: sorted(r.rids) for t, r in daar.relaties.items() if r.rids
        }
        assert "imports" not in kopie.aantallen
        doel.close()


def test_the_command_says_what_was_copied_and_that_it_is_equal(
    bron: IngebedStore, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bron.close()
    van, naar = str(tmp_path / "bron.kgl"), str(tmp_path / "naar.kgl")
    with pytest.raises(SystemExit) as klaar:
        main(["kopieer", van, naar])
    assert klaar.value.code == 0
    assert "nagelezen en gelijk" in capsys.readouterr().out
    for doel in (van, naar):
        with pytest.raises(SystemExit) as mis:
            main(["kopieer", van, doel])
        assert mis.value.code not in (0, 1)
