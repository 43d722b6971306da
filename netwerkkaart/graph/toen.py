"""The graph as it was known on a day: what was brought in later is taken off, in memory.

The journal holds of every change what stood there before. Walking it backwards from the graph as it is
gives the graph exactly as it stood at the end of a day, with what was taken back since, and without what
was erased since: that is nowhere any more. The store is only read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import count
from typing import cast

from netwerkkaart.graph import cypher
from netwerkkaart.graph.beeld import Beeld, KnoopRij, RelatieRij
from netwerkkaart.graph.bulk import paused_collector
from netwerkkaart.graph.geschiedenis import ImportKop, read_koppen, read_wijzigingen
from netwerkkaart.graph.store import Store, snapshot
from netwerkkaart.plan.wijziging import KnoopWijziging, Velden, Wijziging, filled
from netwerkkaart.schema.register import SOORTEN, TYPEN


@dataclass(frozen=True)
class Tijden:
    """The same graph as it was known on several days.

    Args:
        momenten: the days, ascending, at least two.
        gekend: all that had been stated by the end of each day, with no reference date.
        nu: all that is stated now.
        imports: ids of the imports that came between the day before it in ``momenten`` and each day;
            for the first one all up to then.
        zonder_journaal: imports of after the first day of which the journal kept nothing, while what they
            brought is there.
    """

    momenten: tuple[date, ...]
    gekend: tuple[Beeld, ...]
    nu: Beeld
    imports: tuple[tuple[str, ...], ...] = ()
    zonder_journaal: int = 0

    def toen(self, plek: int) -> Beeld:
        """The graph at a moment, as it was known at that moment."""
        return self.gekend[plek].op(self.momenten[plek])

    def achteraf(self, plek: int) -> Beeld:
        """The graph at a moment, as it is known now."""
        return self.nu.op(self.momenten[plek])

    def met_nummers(self) -> Tijden:
        """The same with imports by their order instead of by their codes, which no reader outside may have:
        the code of the first one is what makes a stand-in (:mod:`netwerkkaart.graph.afscherming`).

        >>> leeg = Beeld.from_rows([], [])
        >>> dagen = (date(2026, 1, 1), date(2026, 2, 1))
        >>> Tijden(dagen, (leeg, leeg), leeg, (("imp:a", "imp:b"), ("imp:c",))).met_nummers().imports
        (('import 1', 'import 2'), ('import 3',))
        """
        telling = count(1)
        return replace(self, imports=tuple(tuple(f"import {next(telling)}" for _ in r) for r in self.imports))

    def met_bevestiging(self, bevestiging: Iterable[str]) -> Tijden:
        """The same with only the ties of which the ends say so; see :meth:`Beeld.met_bevestiging`."""
        codes = tuple(bevestiging)
        gekend = tuple(beeld.met_bevestiging(codes) for beeld in self.gekend)
        return replace(self, gekend=gekend, nu=self.nu.met_bevestiging(codes))


@dataclass
class Toestand:
    """Nodes and relations as they stand while changes are taken off.

    Args:
        knopen: label and properties by id.
        relaties: type, ends and properties by rid.
    """

    knopen: dict[str, tuple[str, Mapping[str, object]]] = field(default_factory=dict)
    relaties: dict[str, tuple[str, str, str, Mapping[str, object]]] = field(default_factory=dict)

    def take_off(self, wijziging: Wijziging) -> None:
        """Undo one change; one of what is no longer there (it was erased) does nothing. O(its fields).

        >>> stand = Toestand({"c": ("Clb", {"naam": "CLB"})})
        >>> stand.take_off(KnoopWijziging("Clb", "c", None, {"naam": "CLB"}))
        >>> stand.knopen
        {}
        """
        w = wijziging
        if isinstance(w, KnoopWijziging):
            if w.voor is None:
                self.knopen.pop(w.id, None)
            elif not w.na:
                self.knopen[w.id] = w.label, filled(w.voor)
            elif w.id in self.knopen:
                label, velden = self.knopen[w.id]
                self.knopen[w.id] = label, _restored(velden, w.voor, w.na)
        elif w.voor is None:
            self.relaties.pop(w.rid, None)
        elif not w.na:
            self.relaties[w.rid] = w.type, w.van, w.naar, {**filled(w.voor), "rid": w.rid}
        elif w.rid in self.relaties:
            type_, van, naar, velden = self.relaties[w.rid]
            self.relaties[w.rid] = type_, van, naar, _restored(velden, w.voor, w.na)

    def bears(self, imps: set[str]) -> set[str]:
        """Which of some imports touched last anything that stands, sources aside. O(nodes + relations)."""
        if not imps:
            return set()
        knopen = (velden for label, velden in self.knopen.values() if label not in ("Bron", "Import"))
        relaties = (rij[3] for rij in self.relaties.values() if rij[0] != "GEBRUIKT")
        return imps & {str(velden.get("imp", "")) for deel in (knopen, relaties) for velden in deel}

    def view(self) -> Beeld:
        """The view of what stands, bookkeeping aside; a relation without one of its ends falls away."""
        return Beeld.from_rows(self._nodes(), self._relations())

    def _nodes(self) -> Iterator[KnoopRij]:
        return (
            (label, id_, velden)
            for id_, (label, velden) in self.knopen.items()
            if not SOORTEN[label].soort.intern
        )

    def _relations(self) -> Iterator[RelatieRij]:
        return (
            rij
            for rij in self.relaties.values()
            if not TYPEN[rij[0]].soort.intern and rij[1] in self.knopen and rij[2] in self.knopen
        )


def _restored(velden: Mapping[str, object], voor: Velden, na: Velden) -> dict[str, object]:
    anders = voor.keys() | na.keys()
    return {**{naam: w for naam, w in velden.items() if naam not in anders}, **filled(voor)}


def known_by(koppen: Sequence[ImportKop], dag: date) -> int:
    """How many of the imports, in order, were there at the end of a day (in UTC).

    Where a clock was wrong, the order counts: all up to the last one of that day or before.

    >>> koppen = [ImportKop("a", 1, tijdstip="2026-01-01T10:00Z"), ImportKop("b", 2, tijdstip="2026-02-01")]
    >>> known_by(koppen, date(2026, 1, 31)), known_by(koppen, date(2025, 1, 1))
    (1, 0)
    """
    tot_dan = (nr for nr, kop in enumerate(koppen, 1) if kop.tijdstip[:10] <= dag.isoformat())
    return max(tot_dan, default=0)


def read_tijden(store: Store, momenten: Iterable[date]) -> Tijden:
    """The graph as it was known on some days. Writes nothing.

    O(nodes + relations) for each day before the last import, and O(changes since the first day).

    Args:
        store: an open store.
        momenten: two or more days, in any order; the same day twice counts as two moments.

    Raises:
        ValueError: fewer than two days.
    """
    dagen = tuple(sorted(momenten))
    if len(dagen) < 2:
        raise ValueError("a comparison needs two moments")
    with paused_collector(), snapshot(store) as read:
        knopen = cast(
            "list[tuple[list[str], str, Mapping[str, object]]]", list(read(cypher.ALL_NODES, None).rijen)
        )
        relaties = cast("list[RelatieRij]", list(read(cypher.ALL_RELATIONS, None).rijen))
        stand = Toestand(
            {id_: (_label(labels), velden) for labels, id_, velden in knopen},
            {
                str(velden["rid"]): (type_, van, naar, velden)
                for type_, van, naar, velden in relaties
                if type_ in TYPEN  # a copy for research also holds what is derived
            },
        )
        beeld = nu = stand.view()
        koppen, gekend, zonder = read_koppen(read), list[Beeld](), set[str]()
        plekken = [known_by(koppen, dag) for dag in dagen]
        over = len(koppen)
        for plek in reversed(plekken):
            for kop in reversed(koppen[plek:over]):
                wijzigingen = list(read_wijzigingen(read, kop.id))
                zonder |= {kop.id} if not wijzigingen else set()
                for wijziging in reversed(wijzigingen):
                    stand.take_off(wijziging)
            beeld = stand.view() if plek < over else beeld
            over = min(plek, over)
            gekend.append(beeld)
    begin = [0, *plekken]
    imports = tuple(
        tuple(kop.id for kop in koppen[van:tot]) for van, tot in zip(begin, plekken, strict=False)
    )
    return Tijden(dagen, tuple(reversed(gekend)), nu, imports, len(stand.bears(zonder)))


def _label(labels: Sequence[str]) -> str:
    return next((label for label in labels if label in SOORTEN), labels[0])
