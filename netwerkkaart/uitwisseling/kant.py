"""One side of an exchange: what it states now, how it came to that, and whose work it has seen."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cached_property

from netwerkkaart.graph.archief_delen import Inhoud
from netwerkkaart.graph.regels import read_change
from netwerkkaart.plan.wijziging import KnoopWijziging, RelatieWijziging, Wijziging

GEHEEL = ""
"""The field that stands for a node or relation as a whole."""
DOEL = "→"
"""The field that stands for the target of a relation that a node has at most one of."""
NIET_VERGELEKEN = frozenset({"imp"})
"""Properties that say where a value stands in one graph, and mean nothing in another."""
BOEKHOUDING = frozenset({"Bron"})
"""Kinds that belong to the imports of one graph."""

Moment = tuple[str, str]
"""When an import was, and its id: a total order that every side agrees on."""


@dataclass(frozen=True, slots=True)
class Feit:
    """A node or relation as one side states it.

    Args:
        soort: label of the node, or type of the relation.
        velden: its properties; of a relation its target too, as :data:`DOEL`.
        van, naar: the ends of a relation; empty for a node.
    """

    soort: str
    velden: Mapping[str, object]
    van: str = ""
    naar: str = ""

    @property
    def is_relatie(self) -> bool:
        """True for a relation."""
        return bool(self.van)


@dataclass(frozen=True)
class Kant:
    """One side.

    Args:
        inhoud: all that its archive holds; imports and changes may be absent, then nothing is known of how
            it came to be, and every difference with something older is a conflict.
    """

    inhoud: Inhoud
    _per_sleutel: dict[str, list[tuple[str, Wijziging]]] = field(default_factory=dict)

    @cached_property
    def feiten(self) -> Mapping[str, Feit]:
        """Everything stated, by id or rid."""
        feiten = {
            id_: Feit(label, _compared(velden))
            for label, id_, velden in self.inhoud.knopen
            if label not in BOEKHOUDING
        }
        for type_, rid, van, naar, velden in self.inhoud.relaties:
            feiten[rid] = Feit(type_, {**_compared(velden), DOEL: naar}, van, naar)
        return feiten

    @cached_property
    def eigen(self) -> frozenset[str]:
        """Ids of the imports of this graph itself."""
        return frozenset(id_ for id_, _, _ in self.inhoud.imports or ())

    @cached_property
    def omvat(self) -> Mapping[str, frozenset[str]]:
        """Per exchange: ids of the imports of others that it brought."""
        uit = {}
        for id_, velden, _ in self.inhoud.imports or ():
            lijst = velden.get("omvat")
            if isinstance(lijst, list):
                uit[id_] = frozenset(map(str, lijst))
        return uit

    @cached_property
    def kent(self) -> frozenset[str]:
        """Ids of all imports whose work this side has seen."""
        return self.eigen.union(*self.omvat.values())

    @cached_property
    def _momenten(self) -> Mapping[str, Moment]:
        return {id_: (str(velden.get("tijdstip") or ""), id_) for id_, velden, _ in self.inhoud.imports or ()}

    def moment(self, imp: str) -> Moment:
        """When an import was; before everything when that is not known."""
        return self._momenten.get(imp, ("", imp))

    def source_of(self, imp: str) -> str:
        """Name of the source of an import of this graph, or else its kind; empty when it is not known."""
        for id_, velden, _ in self.inhoud.imports or ():
            if id_ == imp:
                return str(velden.get("bron") or velden.get("soort_import") or "")
        return ""

    def follow(self, sleutels: Collection[str]) -> None:
        """Look up the history of some nodes and relations, and of the relations at these nodes.

        O(all changes), and only what is asked is kept.
        """
        gezocht = set(sleutels) - self._per_sleutel.keys()
        if not gezocht:
            return
        self._per_sleutel.update((sleutel, []) for sleutel in gezocht)
        for imp, regel in self.inhoud.wijzigingen or ():
            delen = json.loads(regel)
            raakt = [s for s in (delen["sleutel"], delen.get("van"), delen.get("naar")) if s in gezocht]
            if raakt:
                wijziging = read_change(delen)
                for sleutel in dict.fromkeys(raakt):
                    self._per_sleutel[sleutel].append((imp, wijziging))

    def verloop(
        self, sleutel: str, veld: str, kent: AbstractSet[str] = frozenset()
    ) -> list[tuple[str, object]]:
        """The values that a field had, each with the import that gave it, the last one last.

        Of the whole (:data:`GEHEEL`) it is whether the thing was there, and whatever touched it counts. Only
        an exchange that touched it in passing (a field of it, a relation at it) and brought nothing beyond
        ``kent`` says nothing to whoever knows that already. Asked only for what was followed.
        """
        uit: list[tuple[str, object]] = []
        for imp, w in self._per_sleutel.get(sleutel, ()):
            zelf = (w.id if isinstance(w, KnoopWijziging) else w.rid) == sleutel
            gemaakt, weg = w.voor is None, w.voor is not None and not w.na
            if veld == GEHEEL:
                terloops = not (zelf and (gemaakt or weg))
                if not (terloops and imp in self.omvat and self.omvat[imp] <= kent):
                    uit.append((imp, not weg if zelf else True))
            elif zelf and veld == DOEL and isinstance(w, RelatieWijziging) and gemaakt:
                uit.append((imp, w.naar))
            elif zelf and veld != DOEL and (gemaakt or weg or veld in w.na):
                uit.append((imp, w.na.get(veld)))
        return uit

    def ooit(self, sleutel: str) -> bool:
        """Whether this side ever had a node or relation, as far as its history tells."""
        return bool(self._per_sleutel.get(sleutel))


def _compared(velden: Mapping[str, object]) -> dict[str, object]:
    return {naam: waarde for naam, waarde in velden.items() if naam not in NIET_VERGELEKEN}


def relations_at(feiten: Mapping[str, Feit], knopen: Collection[str]) -> dict[str, list[str]]:
    """Keys of the relations at each of some nodes. O(facts)."""
    uit: dict[str, list[str]] = {knoop: [] for knoop in knopen}
    for rid, feit in feiten.items():
        if feit.is_relatie:
            for einde in (feit.van, feit.naar):
                if einde in uit:
                    uit[einde].append(rid)
    return uit


def newest(momenten: Iterable[Moment]) -> Moment:
    """The latest of some moments; before everything when there are none."""
    return max(momenten, default=("", ""))


def import_ids(reeks: Sequence[tuple[str, object]]) -> list[str]:
    """The imports of a course of values."""
    return [imp for imp, _ in reeks]
