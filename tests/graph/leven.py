"""The same history in the model and in what is tested: a store, or the pure core on paper."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any, Protocol

import pytest
from hypothesis import event

from netwerkkaart.fouten import GebruikersFout
from netwerkkaart.graph.geschiedenis import Filter, ImportKop, in_effect
from netwerkkaart.graph.grond import GROND, ground_under, known_ground, laid_by, lays_ground, settle_ground
from netwerkkaart.graph.lezen import read_bekend
from netwerkkaart.graph.store import Store
from netwerkkaart.graph.terugdraaien import Bouwsel, find_bouwsel, soft_fields, stays_in_effect
from netwerkkaart.graph.terugplan import make_terugplan
from netwerkkaart.graph.uitvoeren import ImportGegevens, carry_out, taken_back_by
from netwerkkaart.plan.maak import make_plan
from netwerkkaart.plan.wijziging import (
    Bekend,
    BekendeKnoop,
    BekendeRelatie,
    KnoopWijziging,
    Plan,
    RelatieWijziging,
    Wijziging,
)
from netwerkkaart.schema.register import SOORTEN
from netwerkkaart.schema.uitspraken import KnoopUitspraak, RelatieUitspraak, Uitspraak
from netwerkkaart.terugdraaien import prepare_take_back, take_back
from tests.graph.hulp import NU
from tests.graph.model import BRON_GEBIED, ORGANISATIES, Model, Staat, Stap, is_ground
from tests.graph.model import SOORTEN as MODELSOORTEN


class Tegenhanger(Protocol):
    """What the model is compared with."""

    def facts(self) -> Staat: ...
    def bring_in(self, uitspraken: list[Any], bron: str, stappen: list[Stap]) -> None: ...
    def remove(self, stappen: list[Stap]) -> None: ...
    def take_back(self, doel: int, ook_latere: bool) -> tuple[set[int], bool]:
        """Which go (or would have to), and whether something stands in the way; carried out if allowed."""
        ...


def facts_of(store: Store) -> Staat:
    """What stands in the graph, bookkeeping aside."""
    bekend = read_bekend(store)
    uit: Staat = {}
    for id_, k in bekend.knopen.items():
        if k.label not in ("Import", "Bron"):
            velden = {n: w for n, w in k.eigenschappen.items() if n != "imp"}
            uit[id_] = {"soort": k.label, "van": "", "naar": "", "velden": velden}
    for rid, r in bekend.relaties.items():
        if r.type != "GEBRUIKT":
            velden = {n: w for n, w in r.eigenschappen.items() if n != "imp"}
            uit[rid] = {"soort": r.type, "van": r.van, "naar": r.naar, "velden": velden}
    return uit


@dataclass
class Opslag:
    """A real store, by the ordinary road."""

    store: Store
    _klok: int = 0

    def facts(self) -> Staat:
        return facts_of(self.store)

    def moment(self) -> datetime:
        self._klok += 1
        return NU + timedelta(minutes=self._klok)

    def bring_in(self, uitspraken: list[Any], bron: str, stappen: list[Stap]) -> None:
        plan = make_plan(statements(uitspraken, bron), read_bekend(self.store))
        verslag = carry_out(self.store, plan, ImportGegevens("lijst", self.moment(), bron=bron))
        assert (verslag is None) == (not stappen)

    def remove(self, stappen: list[Stap]) -> None:
        alle = [_change(stap) for stap in stappen]
        plan = _plan_of(alle, read_bekend(self.store).versie)
        carry_out(self.store, plan, ImportGegevens("wis", self.moment()))

    def take_back(self, doel: int, ook_latere: bool) -> tuple[set[int], bool]:
        terug = prepare_take_back(self.store, str(doel + 1), ook_latere=ook_latere)
        if terug.toegestaan:
            take_back(self.store, terug, nu=self.moment())
        else:
            with pytest.raises(GebruikersFout):
                take_back(self.store, terug, nu=self.moment())
        return {kop.versie - 1 for kop in terug.imports}, bool(terug.beletselen)


@dataclass
class Papier:
    """The pure core alone: a journal in memory, and a graph that is a dict."""

    koppen: list[ImportKop] = field(default_factory=list)
    journaal: dict[str, list[Wijziging]] = field(default_factory=dict)
    staat: Staat = field(default_factory=dict)

    def facts(self) -> Staat:
        return self.staat

    def bring_in(self, uitspraken: list[Any], bron: str, stappen: list[Stap]) -> None:
        if stappen:
            self._write([_change(stap, self.staat) for stap in stappen], ())

    def remove(self, stappen: list[Stap]) -> None:
        self._write([_change(stap) for stap in stappen], ())

    def take_back(self, doel: int, ook_latere: bool) -> tuple[set[int], bool]:
        bouwsel = find_bouwsel(
            self.koppen,
            self.koppen[doel],
            lambda id_, wanneer: (w for w in self._changes(id_, wanneer) if not lays_ground(w)),
        )
        if ook_latere or not bouwsel.beletselen:
            alle = [w for kop in reversed(bouwsel.imports) for w in reversed(self.journaal[kop.id])]
            weg = [w for w in alle if not lays_ground(w)]
            bekend = self._known()
            bekend = replace(bekend, labels={**known_ground(MODELSOORTEN), **bekend.labels})
            gemaakt = make_terugplan(weg, bekend, soft_fields(self.koppen, bouwsel, weg, self._changes))
            assert not gemaakt.afwijkingen
            plan = self._settle(gemaakt.plan, bouwsel, alle)
            self._write([*plan.knopen, *plan.relaties], tuple(kop.id for kop in bouwsel.imports))
        return {kop.versie - 1 for kop in bouwsel.imports}, bool(bouwsel.beletselen)

    def _settle(self, plan: Plan, bouwsel: Bouwsel, weg: list[Wijziging]) -> Plan:
        blijft = {kop.id for kop in stays_in_effect(self.koppen, bouwsel.imports)}
        weer = blijft - {kop.id for kop in in_effect(self.koppen)}
        gaat = laid_by(weg) | ground_under(weg)
        gezegd = {id_ for imp in blijft for id_ in laid_by(self.journaal[imp])}
        bekend = self._known()
        knopen = {id_: k for id_, k in bekend.knopen.items() if k.label in GROND}
        rond = replace(bekend, knopen=knopen, labels={id_: k.label for id_, k in knopen.items()})
        nodig = {id_ for imp in weer for id_ in laid_by(self.journaal[imp])}
        verdwijnt = {r.rid for r in plan.relaties if r.voor is not None and not r.na}
        houvast = {
            einde
            for rid, r in bekend.relaties.items()
            if r.type != "DEEL_VAN" and rid not in verdwijnt
            for einde in (r.van, r.naar)
        }
        return settle_ground(plan, gaat, nodig, rond, houvast, lambda los: los & gezegd)

    def _changes(self, id_: str, wanneer: Filter | None) -> Iterable[Wijziging]:
        for w in self.journaal[id_]:
            if isinstance(w, KnoopWijziging):
                if wanneer is None or wanneer(w.id, "", ""):
                    yield w
            elif wanneer is None or wanneer(w.rid, w.van, w.naar):
                yield w

    def _write(self, wijzigingen: list[Wijziging], terug: tuple[str, ...]) -> None:
        for w in sorted(wijzigingen, key=_turn):
            _apply(w, self.staat)
        id_ = f"imp:{len(self.koppen) + 1}"
        self.journaal[id_] = wijzigingen
        self.koppen.append(ImportKop(id_, len(self.koppen) + 1, draait_terug=terug))
        door = taken_back_by([(kop.id, kop.draait_terug) for kop in self.koppen])
        self.koppen = [replace(kop, teruggedraaid_door=door.get(kop.id, "")) for kop in self.koppen]

    def _known(self) -> Bekend:
        knopen = {s: BekendeKnoop(d["soort"], d["velden"]) for s, d in self.staat.items() if not d["van"]}
        relaties = {
            s: BekendeRelatie(d["soort"], d["van"], d["naar"], d["velden"])
            for s, d in self.staat.items()
            if d["van"]
        }
        return Bekend(knopen, relaties, {id_: k.label for id_, k in knopen.items()}, len(self.koppen))


def _turn(w: Wijziging) -> int:
    """When a change comes, in the order of ``write_changes``."""
    weg = w.voor is not None and not w.na
    if isinstance(w, KnoopWijziging):
        return 4 if weg else 0
    return 1 if weg else 2


def _apply(w: Wijziging, staat: Staat) -> None:
    """What an engine does, and refuses."""
    is_knoop = isinstance(w, KnoopWijziging)
    sleutel = w.id if isinstance(w, KnoopWijziging) else w.rid
    if w.voor is None:
        assert sleutel not in staat
        soort, van, naar = (w.label, "", "") if isinstance(w, KnoopWijziging) else (w.type, w.van, w.naar)
        assert is_knoop or {van, naar} <= staat.keys()
        staat[sleutel] = {"soort": soort, "van": van, "naar": naar, "velden": dict(w.na)}
    elif not w.na:
        assert not is_knoop or not any(sleutel in (d["van"], d["naar"]) for d in staat.values())
        assert staat.pop(sleutel)["velden"] == w.voor
    else:
        velden = staat[sleutel]["velden"]
        assert all(velden.get(naam) == waarde for naam, waarde in w.voor.items())
        velden |= w.na
        for naam in [naam for naam, waarde in w.na.items() if waarde is None]:
            del velden[naam]


def _change(stap: Stap, staat: Staat | None = None) -> Wijziging:
    ding = stap.ding or (staat or {})[stap.sleutel]
    voor: Any
    if stap.hoe == "maak":
        voor, na = None, dict(ding["velden"])
    elif stap.hoe == "weg":
        voor, na = dict(ding["velden"]), {}
    else:
        voor, na = ({n: w[i] for n, w in stap.velden.items()} for i in (0, 1))
    if not ding["van"]:
        return KnoopWijziging(ding["soort"], stap.sleutel, voor, na)
    van, naar = (SOORTEN[MODELSOORTEN[ding[einde]]].soort.basis for einde in ("van", "naar"))
    return RelatieWijziging(ding["soort"], stap.sleutel, ding["van"], ding["naar"], van, naar, voor, na)


def _plan_of(wijzigingen: Sequence[Wijziging], versie: int) -> Plan:
    knopen = tuple(w for w in wijzigingen if isinstance(w, KnoopWijziging))
    relaties = tuple(w for w in wijzigingen if isinstance(w, RelatieWijziging))
    return Plan(knopen, relaties, versie=versie)


def statements(uitspraken: list[Any], bron: str) -> list[Uitspraak]:
    """What the model says, as an importer says it."""
    uit: list[Uitspraak] = []
    for sleutel, soort, van, naar, velden in uitspraken:
        eigen = {**velden, "bron": BRON_GEBIED if is_ground(sleutel) else bron}
        if van:
            uit.append(RelatieUitspraak(soort, sleutel, van, naar, eigen))
        else:
            uit.append(KnoopUitspraak(soort, sleutel, eigen))
    return uit


@dataclass
class Leven:
    """One history, told to both."""

    ander: Tegenhanger
    model: Model = field(default_factory=Model)

    def live(self, handelingen: list[tuple[str, Any]]) -> None:
        """Do everything, one thing after another."""
        for handeling in handelingen:
            self.do(handeling)

    def undo_all(self, eerst: Callable[[set[int]], int] = max) -> None:
        """Undo everything, of what is in effect the one that ``eerst`` chooses first: nothing is left."""
        while self.model.in_effect():
            self.do(("terug", (eerst(self.model.in_effect()), True)))
        assert self.ander.facts() == {}

    def do(self, handeling: tuple[str, Any]) -> None:
        soort, wat = handeling
        self._act(soort, wat)
        nu, straks = self.ander.facts(), self.model.fold()
        # A merge may leave ground on which nothing lies any more; whatever is taken back does not.
        los = {s: d for s, d in nu.items() if s not in straks and is_ground(s) and self.model.left_ground()}
        assert nu == straks | los

    def _act(self, soort: str, wat: Any) -> None:
        if soort == "import":
            self._import(wat)
        elif soort == "weg":
            self._remove(wat)
        else:
            self._take_back(wat)

    def _import(self, wat: tuple[list[Any], str]) -> None:
        uitspraken, bron = wat
        er = {*self.ander.facts(), *(u[0] for u in uitspraken if not u[2])}
        past = [u for u in uitspraken if not u[2] or {u[2], u[3]} <= er]
        self.ander.bring_in(past, bron, self.model.bring_in(past, bron))

    def _remove(self, nr: int) -> None:
        knopen = sorted(id_ for id_ in self.model.fold() if id_ in ORGANISATIES)
        if knopen:
            self.ander.remove(self.model.remove(knopen[nr % len(knopen)]))

    def _take_back(self, wat: tuple[int, bool]) -> None:
        if not self.model.imports:
            return
        doel, ook_latere = wat[0] % len(self.model.imports), wat[1]
        if not self.model.holds(doel):
            return
        is_terug = bool(self.model.imports[doel].terug)
        past, oordeel = self.model.fits({doel}), self.model.builders(doel)
        weg, beletsel = self.ander.take_back(doel, ook_latere)
        event(f"terugdraaiing: {is_terug}, beletsel: {beletsel}, samen: {len(weg) > 1}")
        assert self.model.fits(weg)
        if past != (not beletsel):
            # Refused needlessly only where another did the same in between.
            assert past
            assert is_terug
        if not any(self.model.imports[nr].terug for nr in weg):
            assert weg >= oordeel
            assert weg == oordeel or self.model.repeats()
        if ook_latere or not beletsel:
            self.model.take_back(weg)
