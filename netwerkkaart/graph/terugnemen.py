"""Taking an import back, on a store: read what is needed, and make the plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from typing import cast

from netwerkkaart.fouten import GebruikersFout, NietGevonden, NietToegelaten
from netwerkkaart.graph import cypher
from netwerkkaart.graph.bulk import paused_collector
from netwerkkaart.graph.geschiedenis import (
    Filter,
    ImportKop,
    find_import,
    in_effect,
    read_koppen,
    read_wijzigingen,
)
from netwerkkaart.graph.grond import (
    DEEL_VAN,
    GROND,
    ground_under,
    known_ground,
    laid_by,
    lays_ground,
    settle_ground,
)
from netwerkkaart.graph.lezen import read_around, read_bekend, read_kinds, version_by
from netwerkkaart.graph.opslagfouten import changed_meanwhile
from netwerkkaart.graph.store import Reader, Store, snapshot
from netwerkkaart.graph.terugdraaien import Beletsel, Bouwsel, find_bouwsel, soft_fields, stays_in_effect
from netwerkkaart.graph.terugplan import make_terugplan
from netwerkkaart.plan.grondslag import only_follows
from netwerkkaart.plan.wijziging import (
    Bekend,
    BekendeRelatie,
    KnoopWijziging,
    Plan,
    RelatieWijziging,
    Wijziging,
)

ONHERROEPELIJK = frozenset({"wissen"})
"""Kinds of import that cannot be taken back: what is left of them keeps what was erased away."""
_VEEL = 5_000
"""From so many changes on it pays to ask first what is untouched."""


@dataclass(frozen=True, slots=True)
class Terugdraaiing:
    """One import on its way back, not carried out yet.

    Args:
        doel: the import.
        imports: all that goes: the import, and what builds on it when that was allowed; the oldest first.
        beletselen: the changes by which later imports build on it.
        plan: what would change; empty when something stands in the way.
        toegestaan: true when nothing stands in the way, or the later imports may go along.
    """

    doel: ImportKop
    imports: tuple[ImportKop, ...]
    beletselen: tuple[Beletsel, ...]
    plan: Plan
    toegestaan: bool


def choose_import(koppen: list[ImportKop], tekst: str) -> ImportKop:
    """The one import that a user means by its number, its id, or the beginning of its id.

    Raises:
        NietGevonden: there is none, or there are several.
    """
    gevonden = find_import(koppen, tekst)
    if len(gevonden) == 1:
        return gevonden[0]
    if not gevonden:
        raise NietGevonden(
            f'Er is geen import "{tekst}".', hulp="Zie netwerkkaart import lijst voor de nummers."
        )
    raise NietGevonden(
        f'"{tekst}" kan {len(gevonden)} imports zijn: {", ".join(str(kop.versie) for kop in gevonden[:10])}.',
        hulp="Geef het nummer uit netwerkkaart import lijst.",
    )


def prepare_undo(store: Store, tekst: str, *, ook_latere: bool = False) -> Terugdraaiing:
    """Work out how to take an import back. Writes nothing.

    O(changes of the import, of all later ones, and nodes); the whole history is read only when an import
    that stays touched the same things.

    Args:
        store: an open store.
        tekst: number, id, or beginning of the id of the import.
        ook_latere: whether later imports that build on it may be taken back along with it.

    Raises:
        NietGevonden: there is no such import.
        GebruikersFout: it was taken back already.
        OpslagFout: somebody wrote meanwhile.
    """
    with paused_collector():
        with snapshot(store) as read:
            versie, koppen = version_by(read), read_koppen(read)
            doel = choose_import(koppen, tekst)
            _check_in_effect(doel, koppen)
            said = _Gezegd(read)
            bouwsel = find_bouwsel(koppen, doel, said.stated)
            if bouwsel.beletselen and not ook_latere:
                return Terugdraaiing(doel, bouwsel.imports, bouwsel.beletselen, Plan(versie=versie), False)
            alle = [w for kop in reversed(bouwsel.imports) for w in reversed(said.whole(kop.id))]
            weg = [w for w in alle if not lays_ground(w)]
            vers = _untouched(read, weg, said, bouwsel)
            zacht = soft_fields(
                koppen, bouwsel, weg, lambda id_, wanneer: read_wijzigingen(read, id_, wanneer)
            )
        bekend = _read_now(store, weg, vers, versie)
        gemaakt = make_terugplan(_own_memory(weg, bekend, bouwsel), bekend, zacht)
        plan = _settle(store, gemaakt.plan, koppen, bouwsel, laid_by(alle))
        buitenom = tuple(Beletsel(None, "veranderde", w) for w in gemaakt.afwijkingen)
        beletselen = (*bouwsel.beletselen, *buitenom)
        return Terugdraaiing(doel, bouwsel.imports, beletselen, plan, ook_latere or not buitenom)


def _settle(store: Store, plan: Plan, koppen: list[ImportKop], bouwsel: Bouwsel, gelegd: set[str]) -> Plan:
    """The plan with the ground that goes along, and the ground that comes back."""
    blijft = [*stays_in_effect(koppen, bouwsel.imports)]
    ids = {kop.id for kop in blijft}
    weer = ids - {kop.id for kop in in_effect(koppen)}
    nodig = {id_ for imp in weer for id_ in laid_by(_said(store.read, imp))}
    onder = ground_under(r for r in plan.relaties if r.voor is None or not r.na)
    if not (gelegd or nodig or onder):
        return plan
    gaat = gelegd | onder
    grond = read_kinds(store, GROND, (DEEL_VAN,))
    regios = {id_ for id_, knoop in grond.knopen.items() if knoop.label == "Regio"}
    rond = read_around(store, (gaat & grond.knopen.keys()) | regios)
    if rond.versie != plan.versie:
        raise changed_meanwhile()
    rond = replace(
        rond,
        knopen={**grond.knopen},
        relaties={**grond.relaties, **rond.relaties},
        labels={id_: knoop.label for id_, knoop in grond.knopen.items()},
    )

    def said_by_who_stays(los: AbstractSet[str]) -> set[str]:
        zeker = {id_ for id_ in los if grond.knopen[id_].eigenschappen.get("imp") in ids}
        vraag = los - zeker
        if not vraag:
            return zeker
        stroom = (
            w for kop in blijft for w in _said(store.read, kop.id, lambda sleutel, *_: sleutel in vraag)
        )
        return zeker | (laid_by(stroom) & vraag)

    return settle_ground(plan, gaat, nodig, rond, said_by_who_stays)


def read_beletselen(store: Store, doel: ImportKop) -> tuple[Beletsel, ...]:
    """What later imports did to what an import in effect brought; see :func:`find_bouwsel`."""
    with paused_collector(), snapshot(store) as read:
        return find_bouwsel(read_koppen(read), doel, _Gezegd(read).stated).beletselen


def _said(read: Reader, imp: str, wanneer: Filter | None = None) -> Iterator[Wijziging]:
    """The changes of an import, but for ties that only followed from answers: nobody said these."""
    return (w for w in read_wijzigingen(read, imp, wanneer) if not only_follows(w))


@dataclass(slots=True)
class _Gezegd:
    """The changes of imports; those that were asked for as a whole are kept, as they are asked for again."""

    read: Reader
    _heel: dict[str, list[Wijziging]] = field(default_factory=dict)

    def whole(self, imp: str) -> list[Wijziging]:
        if imp not in self._heel:
            self._heel[imp] = [*_said(self.read, imp)]
        return self._heel[imp]

    def stated(self, imp: str, wanneer: Filter | None) -> Iterator[Wijziging]:
        """Those on which another can build: not the ground, and not what was remembered of a source."""
        alle = self.whole(imp) if wanneer is None else _said(self.read, imp, wanneer)
        return (w for w in alle if not lays_ground(w) and not _is_memory(w))


def _is_memory(wijziging: Wijziging) -> bool:
    return isinstance(wijziging, KnoopWijziging) and wijziging.label == "Koppeling"


def _own_memory(weg: Iterable[Wijziging], bekend: Bekend, bouwsel: Bouwsel) -> Iterator[Wijziging]:
    """Without what is remembered of a source when a later import remembers it otherwise."""
    eigen = {kop.id for kop in bouwsel.imports}
    for w in weg:
        if isinstance(w, KnoopWijziging) and _is_memory(w):
            nu = bekend.knopen.get(w.id)
            if nu is not None and nu.eigenschappen.get("imp") not in eigen:
                continue
        yield w


def _check_in_effect(doel: ImportKop, koppen: list[ImportKop]) -> None:
    if doel.soort_import in ONHERROEPELIJK:
        raise NietToegelaten(
            f"Import {doel.versie} ({doel.soort_import}) kan niet teruggedraaid worden.",
            hulp="Wat gewist is, komt niet terug. Voer het zo nodig opnieuw in.",
        )
    if doel.geldt:
        return
    door = next((str(kop.versie) for kop in koppen if kop.id == doel.teruggedraaid_door), "?")
    raise GebruikersFout(
        f"Import {doel.versie} is al teruggedraaid, door import {door}.",
        hulp=f"Met netwerkkaart import terugdraaien {door} komt ze terug.",
    )


def _untouched(
    read: Reader, weg: Sequence[Wijziging], said: _Gezegd, bouwsel: Bouwsel
) -> dict[str, BekendeRelatie]:
    """Relations that stand as an import that goes made them, by the mark of the last import on each.

    There may be a hundred thousand, and to fetch all that they hold from a server takes longer than it
    took to write it: their keys are enough.
    """
    if len(weg) < _VEEL:
        return {}
    keer = Counter(w.rid for w in weg if isinstance(w, RelatieWijziging))
    uit: dict[str, BekendeRelatie] = {}
    for kop in bouwsel.imports:
        staan: set[str] = set()
        for _, rids in read(cypher.RIDS_OF_IMPORT, {"imp": kop.id}).rijen:
            staan.update(cast("list[str]", rids))
        for w in said.whole(kop.id):
            if isinstance(w, RelatieWijziging) and w.voor is None and w.rid in staan and keer[w.rid] == 1:
                eigenschappen = {naam: waarde for naam, waarde in w.na.items() if waarde is not None}
                uit[w.rid] = BekendeRelatie(w.type, w.van, w.naar, eigenschappen)
    return uit


def _read_now(
    store: Store, weg: Iterable[Wijziging], vers: Mapping[str, BekendeRelatie], versie: int
) -> Bekend:
    """What stands of what goes; ground that was taken away can be laid again, so it counts as there."""
    ids, rids, einden = set[str](), set[str](), set[str]()
    for w in weg:
        if isinstance(w, KnoopWijziging):
            ids.add(w.id)
        else:
            rids.add(w.rid)
            einden |= {w.van, w.naar}
    bekend = read_bekend(store, ids, rids - vers.keys())
    if bekend.versie != versie:
        raise changed_meanwhile()
    relaties = {**bekend.relaties, **vers}
    return replace(bekend, relaties=relaties, labels={**known_ground(einden), **bekend.labels})
