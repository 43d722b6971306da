"""Take imports back: what later imports build on them, and the plan that undoes them. Pure.

The graph is the sum of the imports in effect: those that were not taken back, in order. Taking one back
is an import of its own, so that it can be taken back in turn. It is exact for a field when nothing later
in effect touched that field; whatever did, builds on it, and must go first or along.

Soft fields are the exception: who says it (``bron``), and what is derived from statements of others
(``bevestiging``). They change along with everything, so they never stand in the way; their value is what
the imports that stay in effect make of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace

from netwerkkaart.graph.geschiedenis import Filter, ImportKop
from netwerkkaart.graph.uitvoeren import taken_back_by
from netwerkkaart.plan.grondslag import AFGELEIDE_VELDEN
from netwerkkaart.plan.velden import HERKOMST
from netwerkkaart.plan.wijziging import KnoopWijziging, Velden, Wijziging

AFGELEID: frozenset[str] = AFGELEIDE_VELDEN
"""Fields that are worked out from what several imports state: nobody builds on them.

A room that derives such fields adds them here, and the function that works them out again to
:data:`netwerkkaart.terugdraaien.HERLEIDINGEN`.
"""

ZACHT = HERKOMST | AFGELEID
"""Fields that never stand in the way of taking an import back."""

Wijzigingen = Callable[[str, Filter | None], Iterable[Wijziging]]
"""The changes of an import by its id, in order; of those that pass the filter at least all."""


@dataclass(frozen=True, slots=True)
class Beletsel:
    """One change of a later import that builds on what is to be taken back.

    Args:
        imp: the later import; None: it happened outside of any import.
        hoe: ``veranderde``, ``verwijderde``, ``maakte opnieuw``, or ``verbond``: hung a relation on it.
        wijziging: the later change itself.
        velden: the fields, when it ``veranderde`` them.
    """

    imp: ImportKop | None
    hoe: str
    wijziging: Wijziging
    velden: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bouwsel:
    """What stands on an import.

    Args:
        imports: the import and all that build on it, directly or through another, the oldest first.
        beletselen: every change by which they do.
        aangeraakt: keys that imports which stay changed as well, without building on it: what their
            soft fields become must be looked up in the whole history.
        heropend: true when a later import that stays took others back.
    """

    imports: tuple[ImportKop, ...]
    beletselen: tuple[Beletsel, ...]
    aangeraakt: frozenset[str]
    heropend: bool


def key_of(wijziging: Wijziging) -> str:
    """Id of the node, or rid of the relation."""
    return wijziging.id if isinstance(wijziging, KnoopWijziging) else wijziging.rid


def find_bouwsel(koppen: Sequence[ImportKop], doel: ImportKop, wijzigingen: Wijzigingen) -> Bouwsel:
    """Find every import that builds on one, in one walk through the later ones.

    A later import does when it changed a field of a node or relation after the import did, hung a
    relation on a node that it made, or removed what it touched. One that was taken back does not count,
    nor does its taking-back. O(changes of the import and of all later ones).

    Args:
        koppen: all imports of the graph, in order.
        doel: the import to take back; it is in effect.
        wijzigingen: gives the changes of an import.
    """
    plaats = next(nr for nr, kop in enumerate(koppen) if kop.id == doel.id)
    gaan = {doel.id}
    while True:
        aantal = sum(bool(kop.draait_terug) for kop in koppen if kop.id in gaan)
        bouwsel = _walk(koppen, plaats, gaan, wijzigingen)
        gaan |= {kop.id for kop in bouwsel.imports}
        # What a taking-back undid holds again when it goes too, and may build on the rest: once more.
        if sum(bool(kop.draait_terug) for kop in bouwsel.imports) == aantal:
            return bouwsel


def _walk(
    koppen: Sequence[ImportKop], plaats: int, zeker: AbstractSet[str], wijzigingen: Wijzigingen
) -> Bouwsel:
    """One walk from the import at ``plaats`` on, when at least those in ``zeker`` go."""
    weg = [kop for kop in koppen if kop.id in zeker]
    gelden = {kop.id for kop in stays_in_effect(koppen, weg, ook_terug=True)}
    ouder, per_id = {kop.id for kop in koppen[:plaats]}, {kop.id: kop for kop in koppen}

    def says(
        kop: ImportKop, welke: Callable[[str], bool] = bool, wanneer: Filter | None = None
    ) -> Iterator[Wijziging]:
        """What an import changes; of a taking-back all that it undoes, not only what was left of it."""
        if not kop.draait_terug:
            yield from wijzigingen(kop.id, wanneer)
        for doel in reversed([per_id[id_] for id_ in kop.draait_terug if welke(id_) and id_ in per_id]):
            yield from (inverse(w) for w in reversed([*says(doel, wanneer=wanneer)]))

    geraakt, gaan, beletselen = _Geraakt(), list[ImportKop](), list[Beletsel]()
    aangeraakt, heropend = set[str](), False
    for kop in koppen[plaats:]:
        # What a taking-back undid of later imports cancels out; of older ones it is a change of its own.
        alle = [*wijzigingen(kop.id, geraakt.concerns)] if gaan else []
        telt = says(kop, lambda id_: id_ in ouder, geraakt.concerns) if kop.draait_terug else alle
        mee = gaan and (kop.id in gelden or kop.id in zeker)
        gevonden = [b for w in telt if (b := geraakt.obstacle(w, kop))] if mee else []
        if gevonden or kop.id in zeker:
            gaan.append(kop)
            beletselen += gevonden
            if kop is not koppen[-1]:  # nothing comes after it that could stand on it
                geraakt.add(says(kop))
        else:
            aangeraakt.update(map(key_of, alle))
            heropend |= bool(kop.draait_terug)
    return Bouwsel(tuple(gaan), tuple(beletselen), frozenset(aangeraakt), heropend)


def inverse(wijziging: Wijziging) -> Wijziging:
    """The change that undoes one.

    >>> inverse(KnoopWijziging("Clb", "c", None, {"naam": "CLB"}))
    KnoopWijziging(label='Clb', id='c', voor={'naam': 'CLB'}, na={})
    """
    if wijziging.voor is None:
        return replace(wijziging, voor={**wijziging.na}, na={})
    voor = {naam: waarde for naam, waarde in wijziging.voor.items() if naam != "imp"}
    return replace(wijziging, voor={**wijziging.na} if wijziging.na else None, na=voor)


@dataclass
class _Geraakt:
    """What the imports that go touched.

    Args:
        velden: per key the fields that count.
        zacht: keys of which only soft fields changed.
        geheel: keys of what was made or removed.
        gemaakt: keys of what was made, and so will not be there.
        einden: ends of what was removed or changed: they must be there to put it back.
    """

    velden: dict[str, set[str]] = field(default_factory=dict)
    zacht: set[str] = field(default_factory=set)
    geheel: set[str] = field(default_factory=set)
    gemaakt: set[str] = field(default_factory=set)
    einden: set[str] = field(default_factory=set)

    def add(self, wijzigingen: Iterable[Wijziging]) -> None:
        for w in wijzigingen:
            sleutel = key_of(w)
            if w.voor is None:
                self.geheel.add(sleutel)
                self.gemaakt.add(sleutel)
                continue
            geteld = _counted(w)
            if not w.na:
                self.geheel.add(sleutel)
            elif geteld:
                self.velden.setdefault(sleutel, set()).update(geteld)
            else:
                self.zacht.add(sleutel)
                continue
            if not isinstance(w, KnoopWijziging) and sleutel not in self.gemaakt:
                self.einden.update((w.van, w.naar))

    def concerns(self, sleutel: str, van: str, naar: str) -> bool:
        """Whether a change of this key could matter: quick, for the many that cannot."""
        return (
            sleutel in self.geheel
            or sleutel in self.velden
            or sleutel in self.zacht
            or sleutel in self.einden
            or van in self.gemaakt
            or naar in self.gemaakt
        )

    def obstacle(self, w: Wijziging, imp: ImportKop) -> Beletsel | None:
        sleutel = key_of(w)
        if w.voor is None:
            if sleutel in self.geheel or sleutel in self.velden:
                return Beletsel(imp, "maakte opnieuw", w)
            verbindt = not isinstance(w, KnoopWijziging) and bool({w.van, w.naar} & self.gemaakt)
            return Beletsel(imp, "verbond", w) if verbindt else None
        if not w.na:
            weg = sleutel in self.geheel or sleutel in self.velden or sleutel in self.einden
            return Beletsel(imp, "verwijderde", w) if weg else None
        geteld = _counted(w)
        velden = geteld if sleutel in self.geheel else geteld & self.velden.get(sleutel, set())
        return Beletsel(imp, "veranderde", w, tuple(sorted(velden))) if velden else None


def _counted(w: Wijziging) -> set[str]:
    """The fields of a change by which others build on it; a date and its precision are one."""
    return {naam.removesuffix("_precisie") for naam in w.na if naam not in ZACHT}


@dataclass(frozen=True, slots=True)
class Zacht:
    """The soft fields of one node or relation as the imports in effect make them.

    Args:
        velden: their values; absent: empty.
        volledig: true when an import made it, so that nothing is known from before.
    """

    velden: Velden
    volledig: bool


def soft_fields(
    koppen: Sequence[ImportKop], bouwsel: Bouwsel, weg: Sequence[Wijziging], wijzigingen: Wijzigingen
) -> dict[str, Zacht]:
    """The soft fields that cannot be taken from the changes that go, as the imports that stay make them.

    Those of what others touched as well; and of what comes back, when others were taken back meanwhile.
    Nothing is read when there are none; else O(whole history).

    Args:
        koppen: all imports of the graph, in order.
        bouwsel: what goes.
        weg: its changes.
        wijzigingen: gives the changes of an import.
    """
    terug = {key_of(w) for w in weg if bouwsel.heropend and w.voor is not None and not w.na}
    sleutels = (bouwsel.aangeraakt & {key_of(w) for w in weg}) | terug
    if not sleutels:
        return {}
    blijft = stays_in_effect(koppen, bouwsel.imports)
    return _fold_soft(
        (w for kop in blijft for w in wijzigingen(kop.id, lambda sleutel, *_: sleutel in sleutels)), sleutels
    )


def _fold_soft(wijzigingen: Iterable[Wijziging], sleutels: AbstractSet[str]) -> dict[str, Zacht]:
    stand: dict[str, tuple[Velden, bool]] = {}
    for w in wijzigingen:
        sleutel = key_of(w)
        if sleutel not in sleutels:
            continue
        if w.voor is None or not w.na:
            stand[sleutel] = ({}, True)
        velden = stand.setdefault(sleutel, ({}, False))[0]
        velden |= {naam: waarde for naam, waarde in w.na.items() if naam in ZACHT}
    return {sleutel: Zacht(velden, heel) for sleutel, (velden, heel) in stand.items()}


def stays_in_effect(
    koppen: Sequence[ImportKop], gaan: Iterable[ImportKop], *, ook_terug: bool = False
) -> Iterator[ImportKop]:
    """The imports in effect once some are taken back, in order.

    What a taking-back among them undid is in effect again.

    Args:
        koppen: all imports, in order.
        gaan: those that are taken back.
        ook_terug: give the taking-backs in effect as well.
    """
    door = taken_back_by([*((kop.id, kop.draait_terug) for kop in koppen), ("", [kop.id for kop in gaan])])
    return (kop for kop in koppen if kop.id not in door and (ook_terug or not kop.draait_terug))
