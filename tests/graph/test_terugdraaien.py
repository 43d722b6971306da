"""Taking imports back: on any history the graph is the fold of the imports in effect, on both stores."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, event, example, given, settings
from hypothesis import strategies as st

from netwerkkaart.fouten import GebruikersFout, NietGevonden
from netwerkkaart.graph.geschiedenis import read_koppen
from netwerkkaart.graph.ingebed import IngebedStore
from netwerkkaart.graph.lezen import read_bekend
from netwerkkaart.graph.store import Store
from netwerkkaart.graph.uitvoeren import ImportGegevens, carry_out
from netwerkkaart.plan.maak import make_plan
from netwerkkaart.plan.wijziging import KnoopWijziging, Plan, RelatieWijziging
from netwerkkaart.schema.register import SOORTEN
from netwerkkaart.schema.uitspraken import KnoopUitspraak, RelatieUitspraak, Uitspraak
from netwerkkaart.terugdraaien import prepare_take_back, take_back
from tests.graph.hulp import NU, VOORBEELD, gegevens, knoop, relatie, voer_in
from tests.graph.model import Model, Staat, handelingen
from tests.neo4j_server.fixture import wipe
from tests.voorbeelden import aantal


def facts(store: Store) -> Staat:
    """What stands in the graph, bookkeeping aside."""
    bekend = read_bekend(store)
    uit: Staat = {}
    for id_, k in bekend.knopen.items():
        if k.label not in ("Import", "Bron"):
            velden = {n: w for n, w in k.eigenschappen.items() if n not in ("imp", "nis")}
            uit[id_] = {"soort": k.label, "van": "", "naar": "", "velden": velden}
    for rid, r in bekend.relaties.items():
        if r.type != "GEBRUIKT":
            velden = {n: w for n, w in r.eigenschappen.items() if n != "imp"}
            uit[rid] = {"soort": r.type, "van": r.van, "naar": r.naar, "velden": velden}
    return uit


def _statements(uitspraken: list[Any], bron: str) -> list[Uitspraak]:
    uit: list[Uitspraak] = []
    for sleutel, soort, van, naar, velden in uitspraken:
        if van:
            uit.append(RelatieUitspraak(soort, sleutel, van, naar, {**velden, "bron": bron}))
        else:
            uit.append(KnoopUitspraak(soort, sleutel, {**velden, "bron": bron}))
    return uit


class Leven:
    """The same history in a store and in the model."""

    def __init__(self, store: Store) -> None:
        self.store, self.model, self._klok = store, Model(), count()

    def do(self, handeling: tuple[str, Any]) -> None:
        soort, wat = handeling
        {"import": self._import, "weg": self._remove, "terug": self._take_back}[soort](wat)
        assert facts(self.store) == self.model.fold()

    def _moment(self) -> Any:
        return NU + timedelta(minutes=next(self._klok))

    def _import(self, wat: tuple[list[Any], str]) -> None:
        uitspraken, bron = wat
        er = {*self.model.fold(), *(u[0] for u in uitspraken if not u[2])}
        past = [u for u in uitspraken if not u[2] or {u[2], u[3]} <= er]
        stappen = self.model.state(past, bron)
        plan = make_plan(_statements(past, bron), read_bekend(self.store))
        verslag = carry_out(self.store, plan, ImportGegevens("lijst", self._moment(), bron=bron))
        assert (verslag is None) == (not stappen)

    def _remove(self, nr: int) -> None:
        knopen = sorted(id_ for id_, d in self.model.fold().items() if not d["van"])
        if not knopen:
            return
        id_ = knopen[nr % len(knopen)]
        bekend = read_bekend(self.store)
        weg = []
        for stap in self.model.remove(id_)[:-1]:
            r = bekend.relaties[stap.sleutel]
            bases = [SOORTEN[bekend.labels[einde]].soort.basis for einde in (r.van, r.naar)]
            weg.append(RelatieWijziging(r.type, stap.sleutel, r.van, r.naar, *bases, {**r.eigenschappen}, {}))
        k = bekend.knopen[id_]
        plan = Plan(
            (KnoopWijziging(k.label, id_, {**k.eigenschappen}, {}),), tuple(weg), versie=bekend.versie
        )
        carry_out(self.store, plan, ImportGegevens("wis", self._moment()))

    def _take_back(self, wat: tuple[int, bool]) -> None:
        if not self.model.imports:
            return
        doel, ook_latere = wat[0] % len(self.model.imports), wat[1]
        if not self.model.holds(doel):
            with pytest.raises(GebruikersFout, match="al teruggedraaid"):
                prepare_take_back(self.store, str(doel + 1))
            return
        terug = prepare_take_back(self.store, str(doel + 1), ook_latere=ook_latere)
        weg = {kop.versie - 1 for kop in terug.imports}
        past, mag = self.model.fits({doel}), not terug.beletselen
        # Taking back a taking-back may be refused needlessly, when another did the same in between.
        assert mag == past or (past and self.model.imports[doel].terug)
        assert self.model.fits(weg)
        event(
            f"terugdraaiing {bool(self.model.imports[doel].terug)}, beletsel {bool(terug.beletselen)}, mee {len(weg) > 1}"
        )
        if not any(self.model.imports[nr].terug for nr in weg):
            # What was removed and made anew may go along needlessly; nothing else.
            assert weg >= self.model.builders(doel)
            assert weg == self.model.builders(doel) or self.model.made_twice()
        if terug.toegestaan:
            take_back(self.store, terug, nu=self._moment())
            self.model.take_back(weg)
        else:
            with pytest.raises(GebruikersFout):
                take_back(self.store, terug, nu=self._moment())


@contextmanager
def _fresh_file(map_: Path) -> Iterator[Store]:
    for oud in map_.iterdir():
        oud.unlink()
    store = IngebedStore(map_ / "leven.kgl", schrijven=True)
    yield store
    store.close()


def _live(store: Store, leven: list[tuple[str, Any]]) -> None:
    samen = Leven(store)
    for handeling in leven:
        samen.do(handeling)
    # All undone, the newest first: nothing is left.
    while samen.model.in_effect():
        samen.do(("terug", (max(samen.model.in_effect()), False)))
    assert facts(store) == {}


VOORBEELDEN: list[list[tuple[str, Any]]] = [
    [  # the source of a field goes back to who said it last, though that list was taken back meanwhile
        ("import", ([("s0", "School", "", "", {"naam": "A"})], "lijst 1")),
        ("import", ([("s0", "School", "", "", {"naam": "B"})], "lijst 2")),
        ("import", ([("s0", "School", "", "", {"opmerking": "x"})], "lijst 3")),
        ("terug", (1, False)),
        ("terug", (2, False)),
    ],
    [  # a taking-back cannot be undone when what it needs was taken back after it
        ("import", ([("s0", "School", "", "", {"naam": "A"})], "lijst 1")),
        ("import", ([("s0", "School", "", "", {"naam": "B"})], "lijst 2")),
        ("terug", (1, False)),
        ("terug", (0, False)),
        ("terug", (2, False)),
        ("terug", (2, True)),
    ],
]


@pytest.fixture
def los_map(tmp_path: Path) -> Path:
    map_ = tmp_path / "los"
    map_.mkdir()
    return map_


@settings(
    max_examples=aantal(40), suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@example(leven=VOORBEELDEN[0])
@example(leven=VOORBEELDEN[1])
@given(leven=handelingen)
def test_any_history_is_the_fold_of_the_imports_in_effect(
    los_map: Path, leven: list[tuple[str, Any]]
) -> None:
    with _fresh_file(los_map) as store:
        _live(store, leven)


@pytest.mark.neo4j
@settings(
    max_examples=aantal(8), suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@example(leven=VOORBEELDEN[0])
@given(leven=handelingen)
def test_any_history_is_that_fold_on_a_server_too(neo4j_store: Store, leven: list[tuple[str, Any]]) -> None:
    wipe(neo4j_store)
    _live(neo4j_store, leven)
