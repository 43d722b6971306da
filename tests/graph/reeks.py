"""A long life of a graph: lists that also name what was merged, merges, rejections, and any of them undone.

What a list does is worked out by hand (``model.py``), what a merge does comes from its definition
(``tests/dubbels/model.py``). Only of a list that names what was merged it is taken from the graph what it
changed: ``tests/dubbels/test_inlezen.py`` is about that. Here it must fold, and never bring back what went.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Any, Protocol

from hypothesis import event
from hypothesis import strategies as st

from netwerkkaart.dubbels.doen import (
    carry_out_merge,
    carry_out_rejection,
    prepare_merge,
    prepare_rejection,
)
from netwerkkaart.graph.uitvoeren import ImportGegevens, carry_out
from netwerkkaart.invoeren import weigh
from netwerkkaart.omzetten.context import Oogst
from netwerkkaart.schema.register import TYPEN, relation_id
from tests.dubbels.model import Graaf, merge
from tests.graph.hulp import NU
from tests.graph.leven import Leven, Opslag, Papier, Tegenhanger, statements
from tests.graph.model import GEMEENTEN, Ingevoerd, Staat, Stap, ground, is_ground

DUBBEL = ("s0", "s1", "s2", "s3", "s4")
SOORT = {**dict.fromkeys(DUBBEL, "School"), "c0": "Clb"}
VOLGORDE = {"zet": 1, "weg": 2, "maak": 3}


class Samenvoeger(Tegenhanger, Protocol):
    """What can also merge and reject."""

    def merge(self, a: str, b: str, stappen: list[Stap]) -> None: ...
    def reject(self, a: str, b: str, stappen: list[Stap]) -> None: ...
    def land(self, uitspraken: list[Any], bron: str) -> bool:
        """Bring in a list that names what was merged; False where that is not known."""
        ...


@dataclass
class OpPapier(Papier):
    """The pure core of undoing, with changes shaped as merges make them: the steps of the model."""

    def merge(self, a: str, b: str, stappen: list[Stap]) -> None:
        self.bring_in([], "", stappen)

    def reject(self, a: str, b: str, stappen: list[Stap]) -> None:
        self.bring_in([], "", stappen)

    def land(self, uitspraken: list[Any], bron: str) -> bool:
        return False


@dataclass
class OpSchijf(Opslag):
    """A real store, by the roads that the command line takes."""

    def bring_in(self, uitspraken: list[Any], bron: str, stappen: list[Stap]) -> None:
        assert self._weigh(uitspraken, bron) == bool(stappen)

    def land(self, uitspraken: list[Any], bron: str) -> bool:
        self._weigh(uitspraken, bron)
        return True

    def _weigh(self, uitspraken: list[Any], bron: str) -> bool:
        plan = weigh(self.store, Oogst(statements(uitspraken, bron)))
        return carry_out(self.store, plan, ImportGegevens("lijst", self.moment(), bron=bron)) is not None

    def merge(self, a: str, b: str, stappen: list[Stap]) -> None:
        carry_out_merge(self.store, prepare_merge(self.store, a, b), self.moment())

    def reject(self, a: str, b: str, stappen: list[Stap]) -> None:
        nu = self.moment()
        verslag = carry_out_rejection(self.store, prepare_rejection(self.store, a, b, nu), nu)
        assert (verslag is None) == (not stappen)


def difference(voor: Staat, na: Staat) -> list[Stap]:
    """The steps from one state to another, in an order in which they can be done."""
    uit = []
    for sleutel in {**voor, **na}:
        oud, nieuw = voor.get(sleutel), na.get(sleutel)
        zelfde = oud and nieuw and (oud["van"], oud["naar"]) == (nieuw["van"], nieuw["naar"])
        if zelfde and oud and nieuw:
            a, b = oud["velden"], nieuw["velden"]
            anders = {n: (a.get(n), b.get(n)) for n in {**a, **b} if a.get(n) != b.get(n)}
            uit += [Stap("zet", sleutel, velden=anders)] if anders else []
            continue
        uit += [Stap("weg", sleutel, oud)] if oud else []
        uit += [Stap("maak", sleutel, nieuw)] if nieuw else []
    return sorted(uit, key=_turn)


def _turn(stap: Stap) -> int:
    """Nodes are made first and go last."""
    if stap.ding and not stap.ding["van"]:
        return 0 if stap.hoe == "maak" else 9
    return VOLGORDE[stap.hoe]


def merged(staat: Staat, a: str, b: str) -> Staat:
    """The state in which ``b`` went into ``a``."""
    knopen = {s: (d["soort"], d["velden"]) for s, d in staat.items() if not d["van"]}
    relaties = {(d["soort"], d["van"], d["naar"], ""): d["velden"] for d in staat.values() if d["van"]}
    straks = merge(Graaf(knopen, relaties), a, b)
    uit = {s: {"soort": soort, "van": "", "naar": "", "velden": v} for s, (soort, v) in straks.knopen.items()}
    for (type_, van, naar, _), velden in straks.relaties.items():
        rid = relation_id(TYPEN[type_], van, naar, velden)
        uit[rid] = {"soort": type_, "van": van, "naar": naar, "velden": dict(velden)}
    return uit


@dataclass
class Reeks(Leven):
    """A history with merges and rejections, told to both."""

    ander: Samenvoeger

    def _act(self, soort: str, wat: Any) -> None:
        if soort not in ("voegsamen", "nietzelfde"):
            super()._act(soort, wat)
            return
        staat = self.model.fold()
        er = [id_ for id_ in DUBBEL if id_ in staat]
        if len(er) < 2:
            return
        a, b = er[wat[0] % len(er)], er[(wat[0] + 1 + wat[1] % (len(er) - 1)) % len(er)]
        event(soort)
        if soort == "voegsamen":
            stappen = difference(staat, merged(staat, a, b))
            self.ander.merge(a, b, stappen)
        else:
            stappen = _rejection(staat, a, b)
            self.ander.reject(a, b, stappen)
        if stappen:
            self.model.imports.append(Ingevoerd(stappen))

    def _take_back(self, wat: tuple[int, bool]) -> None:
        """Of the imports that hold one is undone; mostly a late one, so that much is left to live on."""
        kan = [nr for nr in range(len(self.model.imports)) if self.model.holds(nr)]
        if kan:
            nr = wat[0] if wat[0] in kan and wat[1] else kan[-1 - wat[0] % min(6, len(kan))]
            super()._take_back((nr, wat[1]))

    def _import(self, wat: tuple[list[Any], str]) -> None:
        nu, bron = self.ander.facts(), wat[1]
        # Ground may lie loose since a merge; a list that names it then does not make it.
        uitspraken = [u for u in wat[0] if not (is_ground(u[0]) and u[0] in nu)]
        staat = self.model.fold()
        vroeger = {id_ for d in staat.values() for id_ in d["velden"].get("vroegere_ids", ())}
        samen = vroeger | {s for s, d in staat.items() if "vroegere_ids" in d["velden"]}
        genoemd = {id_ for u in uitspraken for id_ in (u[2:4] if u[2] else u[:1])}
        er = {*staat, *vroeger, *(u[0] for u in uitspraken if not u[2])}
        past = [u for u in uitspraken if not u[2] or {u[2], u[3]} <= er]
        if not genoemd & samen or not self.ander.land(past, bron):
            super()._import((uitspraken, bron))
            return
        event("een lijst noemt wat samengevoegd is")
        stappen = difference(nu, self.ander.facts())
        assert not vroeger & {stap.sleutel for stap in stappen}
        if stappen:
            self.model.imports.append(Ingevoerd(stappen))


def _rejection(staat: Staat, een: str, ander: str) -> list[Stap]:
    a, b = sorted((een, ander))
    rid = f"NIET_HETZELFDE_ALS|{a}|{b}"
    velden = {"bron": "dubbels nagekeken", "bron_datum": NU.date()}
    ding = {"soort": "NIET_HETZELFDE_ALS", "van": a, "naar": b, "velden": velden}
    return [] if rid in staat else [Stap("maak", rid, ding)]


_DAGEN = [date(2019, 9, 1), date(2021, 1, 1), date(2024, 6, 30)]
_OP_KNOOP: dict[str, list[Any]] = {"opmerking": ["v", "w", "x"], "telefoon": ["011", "089"], "tot": _DAGEN}
_OP_BAND: dict[str, list[Any]] = {"opmerking": ["x", "y", "z"], "sinds": _DAGEN}


def _some(toeval: Random, velden: dict[str, list[Any]]) -> dict[str, Any]:
    return {naam: toeval.choice(waarden) for naam, waarden in velden.items() if toeval.random() < 0.4}


def _list(toeval: Random) -> tuple[list[Any], str]:
    """A small list: one or two nodes with a name, a tie or a place."""
    uit: list[Any] = []
    for id_ in toeval.sample(sorted(SOORT), toeval.randint(1, 2)):
        uit.append((id_, SOORT[id_], "", "", {"naam": toeval.choice("ABCDE"), **_some(toeval, _OP_KNOOP)}))
    van, naar = toeval.choice(sorted(SOORT)), toeval.choice([*SOORT, *GEMEENTEN])
    if naar in GEMEENTEN:
        for sleutel, d in sorted(ground(naar), key=lambda paar: bool(paar[1]["van"])):
            eigen = {n: w for n, w in d["velden"].items() if n != "bron"}
            uit.append((sleutel, d["soort"], d["van"], d["naar"], eigen))
        uit.append((f"LIGT_IN|{van}", "LIGT_IN", van, naar, {}))
    elif van != naar:
        a, b = sorted((van, naar))
        uit.append((f"WERKT_SAMEN_MET|{a}|{b}", "WERKT_SAMEN_MET", a, b, _some(toeval, _OP_BAND)))
    return uit, f"lijst {toeval.randint(1, 3)}"


def _step(zaad: int) -> tuple[str, Any]:
    toeval = Random(zaad)
    soort = toeval.choices(["import", "voegsamen", "nietzelfde", "terug"], [9, 4, 2, 6])[0]
    if soort == "import":
        return soort, _list(toeval)
    if soort == "terug":
        return soort, (toeval.randint(0, 99), toeval.random() < 0.3)
    return soort, (toeval.randint(0, 4), toeval.randint(0, 3))


def reeksen(stappen: int) -> st.SearchStrategy[list[tuple[str, Any]]]:
    """Lives of so many steps. A step is one number for hypothesis: so many choices would be too much for it."""
    return st.lists(st.integers(0, 2**20).map(_step), min_size=stappen, max_size=stappen)
